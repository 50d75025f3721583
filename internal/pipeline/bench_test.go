package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/gauge"
	"github.com/boctin/boctin/internal/input"
	"github.com/boctin/boctin/internal/output"
)

// rawPages are the saved pages of testdata and, where it stands beside the
// repository, of ../shared.
func rawPages(b *testing.B) (pages []*boctin.Page, size int64) {
	b.Helper()
	for _, pattern := range []string{"../../testdata/*/*.html", "../../../shared/pages/html/*.html"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			pages = append(pages, &boctin.Page{Path: file, Format: boctin.FormatHTML, Body: data})
			size += int64(len(data))
		}
	}
	return pages, size
}

// over runs f over all pages and reports the time a page.
func over(b *testing.B, f func(*boctin.Page)) {
	pages, size := rawPages(b)
	b.SetBytes(size)
	b.ReportAllocs()
	perPage(b, len(pages), func() {
		for _, p := range pages {
			f(p)
		}
	})
}

// perPage runs a round over n pages again and again and reports the processor's time a page.
func perPage(b *testing.B, n int, round func()) {
	begun := gauge.Processor()
	for b.Loop() {
		round()
	}
	b.ReportMetric(float64((gauge.Processor()-begun).Microseconds())/float64(b.N)/float64(n), "cpu-µs/page")
}

// BenchmarkParse is the floor: the pages parsed by goquery and nothing done.
func BenchmarkParse(b *testing.B) {
	over(b, func(p *boctin.Page) {
		if _, err := goquery.NewDocumentFromReader(bytes.NewReader(p.Body)); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkExtract is bytes to article.
func BenchmarkExtract(b *testing.B) {
	s := stages()
	over(b, func(p *boctin.Page) {
		if _, err := s.Extractor.Article(p); err != nil {
			b.Fatal(p.Path, err)
		}
	})
}

// BenchmarkRun is the whole way of a page, bytes to a line of JSON, as a worker of a batch
// goes it: as many pages together as it takes at once.
func BenchmarkRun(b *testing.B) {
	pages, size := rawPages(b)
	f, _ := output.NewFormat("jsonl", output.Settings{})
	w := worker{Batch: &Batch{Steps: stages().Steps(), Encode: f.Encode}}
	b.SetBytes(size)
	b.ReportAllocs()
	perPage(b, len(pages), func() {
		for group := range slices.Chunk(pages, together) {
			var jobs []*job
			for _, p := range group {
				page := *p
				jobs = append(jobs, &job{item: input.Item{Page: &page}, done: make(chan struct{})})
			}
			w.do(jobs)
			for _, j := range jobs {
				if j.failure != nil {
					b.Fatal(j.failure)
				}
			}
		}
	})
}

// BenchmarkBatch is the engine with all its goroutines, over files.
func BenchmarkBatch(b *testing.B) {
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			pages, size := rawPages(b)
			b.SetBytes(size)
			var paths []string
			for _, p := range pages {
				paths = append(paths, p.Path)
			}
			for b.Loop() {
				f, _ := output.NewFormat("jsonl", output.Settings{})
				sink, err := output.Open(output.Options{Stdout: io.Discard, Format: f})
				if err != nil {
					b.Fatal(err)
				}
				batch := &Batch{Inputs: input.New(input.Options{Paths: paths, MaxBytes: 1 << 24}), Steps: stages().Steps(),
					Encode: f.Encode, Sink: sink, Workers: workers, Tally: NewTally(nil, nil)}
				if err := batch.Run(context.Background()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
