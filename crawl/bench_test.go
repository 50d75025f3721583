package crawl

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin/crawl/frontier"
)

// BenchmarkMillion crawls 500 pages of ten hosts on loopback, with a million
// known URLs; the memory is that of crawler and server together.
func BenchmarkMillion(b *testing.B) {
	const known = 1_000_000
	dir := b.TempDir()
	page := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, articleBody(len(r.URL.Path)), strings.Repeat("<div>chữ</div>", 2000))
	})
	f, err := frontier.Open(filepath.Join(dir, Database), nil)
	if err != nil {
		b.Fatal(err)
	}
	var seeds []string
	for range 10 {
		s := httptest.NewServer(page)
		defer s.Close()
		seeds = append(seeds, s.URL)
		h, err := f.Host(strings.TrimPrefix(s.URL, "http://"))
		if err != nil {
			b.Fatal(err)
		}
		var links []frontier.Link
		for i := range known / 10 {
			links = append(links, frontier.Link{URL: s.URL + articlePath(i), Host: h.ID, Kind: frontier.Article, Priority: 1, Depth: 1})
			if len(links) == 10000 {
				if _, err := f.Add(links); err != nil {
					b.Fatal(err)
				}
				links = links[:0]
			}
		}
	}
	f.Close()
	b.ResetTimer()
	pages := 0
	for b.Loop() {
		c, err := Open(Options{Dir: dir, Seeds: seeds, AllowPrivate: true, Delay: time.Microsecond, Limit: 500})
		if err != nil {
			b.Fatal(err)
		}
		r, err := c.Run(context.Background())
		if err != nil {
			b.Fatal(err)
		}
		for _, s := range r.Sites {
			pages += s.Fetched
		}
		if err := c.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
	raw, err := os.ReadFile("/proc/self/status")
	if _, rest, ok := strings.Cut(string(raw), "VmHWM:"); err == nil && ok {
		var kb float64
		fmt.Sscan(rest, &kb)
		b.ReportMetric(kb/1024, "MB-peak")
	}
}
