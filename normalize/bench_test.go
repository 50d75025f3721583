package normalize_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// articles are the golden records of testdata, read as articles.
func articles(b testing.TB) (all []boctin.Article, size int) {
	b.Helper()
	files, err := filepath.Glob("../testdata/*/*.json")
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		var compact bytes.Buffer
		for line := bufio.NewScanner(bytes.NewReader(data)); line.Scan(); {
			compact.Write(bytes.TrimSpace(line.Bytes()))
		}
		if r, err := boctin.ParseRecord(compact.Bytes()); err == nil {
			all, size = append(all, r.Article), size+len(r.Title)+len(r.Body)
		}
	}
	return all, size
}

// sharedArticles are the texts of ../shared, title in the first line, dated as
// their labels say.
func sharedArticles(b testing.TB) (all []boctin.Article, size int) {
	b.Helper()
	files, err := filepath.Glob("../../shared/[sa][ar]*s/*.txt") // samples, articles
	if err != nil {
		b.Fatal(err)
	}
	if len(files) == 0 {
		b.Skip("no ../shared beside the repository")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		var a boctin.Article
		a.Title, a.Body, _ = strings.Cut(string(text), "\n")
		if published := labelledDay(file); published != "" {
			a.Stamps = []boctin.Stamp{{Text: published, From: boctin.FromMetadata}}
		}
		all, size = append(all, a), size+len(a.Title)+len(a.Body)
	}
	return all, size
}

// labelledDay is the day of publication that the label beside a text gives.
func labelledDay(text string) string {
	var label struct{ Published string }
	name := strings.TrimSuffix(filepath.Base(text), ".txt") + ".json"
	data, err := os.ReadFile(filepath.Join(filepath.Dir(text), "gold", name))
	if err != nil || json.Unmarshal(data, &label) != nil {
		return ""
	}
	return label.Published
}

// BenchmarkRecord is the whole normalisation, bytes of title and body a second:
// of testdata, whose short texts name an office in every second word, and of
// real articles.
func BenchmarkRecord(b *testing.B) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		b.Fatal(err)
	}
	n := normalize.New(lex)
	b.Run("testdata", func(b *testing.B) { record(b, n, articles) })
	b.Run("shared", func(b *testing.B) { record(b, n, sharedArticles) })
}

func record(b *testing.B, n *normalize.Normalizer, read func(testing.TB) ([]boctin.Article, int)) {
	all, size := read(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range all {
			n.Record(a)
		}
	}
}

// BenchmarkNew is the start-up: the lexicon and all finders.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		lex, err := lexicon.Load(nil)
		if err != nil {
			b.Fatal(err)
		}
		normalize.New(lex)
	}
}
