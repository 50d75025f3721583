package normalize_test

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// articles are the golden records of testdata, read as articles.
func articles(b *testing.B) (all []boctin.Article, size int) {
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

// BenchmarkRecord is the whole normalisation, bytes of title and body a second.
func BenchmarkRecord(b *testing.B) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		b.Fatal(err)
	}
	n := normalize.New(lex, false)
	all, size := articles(b)
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
		normalize.New(lex, false)
	}
}
