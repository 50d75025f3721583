package extract

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/sites"
)

// benchPages are the saved pages of ../../shared where they are, else those of
// the tree.
func benchPages(b *testing.B) (pages []*boctin.Page) {
	files, _ := filepath.Glob("../../shared/pages/html/*.html")
	if len(files) == 0 {
		files, _ = filepath.Glob("../testdata/*/*.html")
	}
	for _, f := range files {
		body, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, &boctin.Page{Path: f, Body: body})
	}
	if len(pages) == 0 {
		b.Skip("no pages")
	}
	return pages
}

func size(pages []*boctin.Page) (n int64) {
	for _, p := range pages {
		n += int64(len(p.Body))
	}
	return n
}

// BenchmarkParse is goquery alone on the raw pages: the measure of the others.
func BenchmarkParse(b *testing.B) {
	pages := benchPages(b)
	b.SetBytes(size(pages))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			if _, err := goquery.NewDocumentFromReader(bytes.NewReader(p.Body)); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func benchArticles(b *testing.B, x *Extractor) {
	pages := benchPages(b)
	b.SetBytes(size(pages))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pages {
			if _, err := x.Article(p); err != nil {
				b.Fatal(p.Path, err)
			}
		}
	}
}

// BenchmarkArticle is the whole extraction, bytes to article.
func BenchmarkArticle(b *testing.B) {
	s, err := sites.Load(nil)
	if err != nil {
		b.Fatal(err)
	}
	benchArticles(b, New(s))
}

// BenchmarkGeneric is the same without any site profile.
func BenchmarkGeneric(b *testing.B) { benchArticles(b, New(nil)) }
