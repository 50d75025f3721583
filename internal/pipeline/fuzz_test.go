package pipeline

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/output"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// stages are those of the program, built once for all tests.
var stages = sync.OnceValue(func() *Stages {
	known, err := sites.Load(nil)
	if err != nil {
		panic(err)
	}
	words, err := lexicon.Load(nil)
	if err != nil {
		panic(err)
	}
	return &Stages{Extractor: extract.New(known), Normalizer: normalize.New(words)}
})

// valid holds what must be true of every record, whatever it was made of.
func valid(t *testing.T, r *boctin.Record) {
	t.Helper()
	line, err := r.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(line) {
		t.Error("the record is not UTF-8")
	}
	if wrong, _ := wrongSpans(line); len(wrong) > 0 {
		t.Errorf("%s\n%s", strings.Join(wrong, "\n"), line)
	}
	if _, err := boctin.ParseRecord(line); err != nil {
		t.Errorf("%v\n%s", err, line)
	}
	for _, name := range []string{"jsonl", "csv"} {
		f, _ := output.NewFormat(name, output.Settings{})
		if _, err := f.Encode(r); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// seeds are the saved pages and texts of testdata, as bytes.
func seeds(f *testing.F, suffix string) (all [][]byte) {
	f.Helper()
	files, _ := filepath.Glob("../../testdata/*/*" + suffix)
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, data)
	}
	if len(all) == 0 {
		f.Fatalf("no *%s in testdata", suffix)
	}
	return all
}

// FuzzRun sends any bytes through every kind of input, extract and normalize.
func FuzzRun(f *testing.F) {
	for _, data := range append(seeds(f, ".html"), seeds(f, ".txt")...) {
		f.Add(data)
	}
	warc, err := os.ReadFile("../../crawl/warc/testdata/wget.warc.gz")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(warc)
	for _, s := range []string{"", "\xff\xfe<\x00p\x00>\x00", "\x1f\x8b\x08\x00\x00", "PK\x03\x04", "WARC/1.0\r\n\r\n", "<p>&#xD800;&#0;&#x10FFFF;",
		"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>a\n--x--", "%PDF-1.7", "<script>",
		"<!doctype html><meta charset=windows-1258><h1>C\xf4ng an</h1><p>\xd0\xf2i"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		set := input.New(input.Options{Paths: []string{"-"}, Stdin: bytes.NewReader(data), MaxBytes: 1 << 20})
		for item := range set.Items(context.Background()) {
			if item.Load() != nil {
				continue
			}
			record, err := stages().Run(item.Page)
			if err == nil {
				valid(t, &record)
			}
		}
	})
}

// FuzzNormalize sends any text through the finders.
func FuzzNormalize(f *testing.F) {
	for _, data := range seeds(f, ".txt") {
		for i, paragraph := range strings.Split(string(data), "\n") {
			if i%3 == 0 && paragraph != "" {
				f.Add("Tin", paragraph, "17/08/2025")
			}
		}
	}
	f.Add("Đại tướng", "Ngày 31/2, mùng 3 Tết, rằm tháng Giêng, ông \u0302\u0301 Bộ trưởng Bộ", "Thứ hai, 5/5/2025 | 07:00 GMT+7")
	f.Add("", strings.Repeat("Phó ", 200)+strings.Repeat("Công an ", 200), "2025-02-30T25:61:00Z")
	f.Fuzz(func(t *testing.T, title, body, stamp string) {
		a := boctin.Article{Schema: boctin.Schema, ID: "0", Title: strings.ToValidUTF8(title, "\ufffd"), Body: strings.ToValidUTF8(body, "\ufffd"),
			Images: []boctin.Image{{Caption: strings.ToValidUTF8(stamp+body, "\ufffd")}},
			Stamps: []boctin.Stamp{{Text: strings.ToValidUTF8(stamp, "\ufffd"), From: boctin.FromPage}}}
		record := stages().Normalizer.Record(a)
		valid(t, &record)
	})
}

// FuzzJSONLines sends any line through the verb normalize.
func FuzzJSONLines(f *testing.F) {
	f.Add([]byte(`{"schema":"boctin/1","id":"1","source":{},"title":"a","body":"Ngày 5/3","stamps":[{"text":"5/3/2025","from":"page"}]}`))
	f.Add([]byte(`{"schema":"boctin/1","body":"\ud800","dates":[{"field":"images[9].caption","start":-5,"end":99999999}],"published":{"value":"x"}}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, line []byte) {
		record, err := stages().Normalize(&boctin.Page{Path: "-", Body: line})
		if err == nil {
			valid(t, &record)
		}
	})
}

// FuzzDataFiles sends any TOML through the loaders of sites and words. They may
// refuse it, and must name the file.
func FuzzDataFiles(f *testing.F) {
	names := []string{"sites/a.example.vn.toml", "sites/generic.toml", "sites/families/x.toml",
		"lexicon/dates.toml", "lexicon/agencies.vn.toml", "lexicon/ranks.toml", "lexicon/posts.toml", "lexicon/honorifics.toml",
		"lexicon/places.toml", "lexicon/countries.toml", "lexicon/names.toml"}
	for i := range names {
		f.Add(uint8(i), []byte("hosts = [\"a.example.vn\"]\n[[layout]]\nif = 'h1['\n"))
		f.Add(uint8(i), []byte("a = 1"))
	}
	for _, folder := range []string{"../../extract/sites", "../../normalize/lexicon"} {
		files, _ := filepath.Glob(folder + "/*.toml")
		for i, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(uint8(i), data[:min(len(data), 4000)])
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		folder, file, _ := strings.Cut(names[int(which)%len(names)], "/")
		layer := fstest.MapFS{file: {Data: data}}
		var err error
		if folder == "sites" {
			_, err = sites.Load(layer)
		} else {
			_, err = lexicon.Load(layer)
		}
		if err != nil && !strings.Contains(err.Error(), file) {
			t.Errorf("%q does not name %s", err, file)
		}
	})
}
