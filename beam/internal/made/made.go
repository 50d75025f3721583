// Package made makes WARC shards out of the repository's testdata, for tests
// and measurements.
package made

import (
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/warc"
)

// Page is one to be put into a shard.
type Page struct {
	URL     string
	Body    []byte
	Fetched time.Time
}

var begin = time.Date(2025, 9, 1, 8, 0, 0, 0, time.UTC)

// Saved gives the saved pages below testdata.
func Saved(testdata string) (pages []Page, err error) {
	err = filepath.WalkDir(testdata, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".html") {
			return err
		}
		body, err := os.ReadFile(path)
		host := filepath.Base(filepath.Dir(path))
		if !strings.Contains(host, ".") {
			host += ".example"
		}
		n := len(pages)
		pages = append(pages, Page{fmt.Sprintf("https://%s/tin-%d.htm", host, 700000+n), body, begin.Add(time.Duration(n) * time.Minute)})
		return err
	})
	return pages, err
}

// Told gives a page of plain looks for every golden record, and what becomes of
// articles with time: reprints, changed versions, the same again, an older fetch.
func Told(testdata string) (pages []Page, err error) {
	records, err := golden(testdata)
	if err != nil {
		return nil, err
	}
	for n, r := range records {
		url := fmt.Sprintf("https://bao-%d.example/bai-%d.html", n%9, 800000+n)
		at := begin.Add(time.Duration(n) * time.Hour)
		page := func(url string, after time.Duration, title string, body ...string) {
			pages = append(pages, Page{url, plain(title, published(r), append(strings.Split(r.Body, "\n\n"), body...)), at.Add(after)})
		}
		page(url, 0, r.Title)
		switch {
		case n%3 == 0:
			page(fmt.Sprintf("https://in-lai-%d.example/bai-%d.html", n%2, 900000+n), time.Hour, "Tin in lại: "+r.Title,
				"Bài được in lại theo thỏa thuận giữa hai tòa soạn, mọi ý kiến xin gửi về hộp thư bạn đọc.")
		case n%5 == 1:
			page(url, 48*time.Hour, r.Title, "Đại tá Nguyễn Văn Kiểm, Giám đốc Công an tỉnh Cà Mau, cho biết vụ việc đang được làm rõ.")
		case n%5 == 2:
			page(url, -48*time.Hour, r.Title, "Ông Trần Văn Sót, Chủ tịch UBND tỉnh Nghệ An, đến dự.")
		case n%5 == 3:
			page(url, 72*time.Hour, r.Title)
		}
	}
	return pages, nil
}

func published(r *boctin.Article) string {
	if r.Published == nil || len(r.Published.Value) < len(time.DateOnly) {
		return ""
	}
	return r.Published.Value
}

func golden(testdata string) (records []*boctin.Article, err error) {
	err = filepath.WalkDir(testdata, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".json") || strings.HasSuffix(path, ".gold.json") {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var r boctin.Article
		if err := json.Unmarshal(raw, &r); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if r.Schema == boctin.Schema && r.Title != "" {
			records = append(records, &r)
		}
		return nil
	})
	return records, err
}

func plain(title, published string, paragraphs []string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>%s</title>`, html.EscapeString(title))
	if published != "" {
		fmt.Fprintf(&b, `<meta property="article:published_time" content="%s">`, html.EscapeString(published))
	}
	fmt.Fprintf(&b, `</head><body><article><h1>%s</h1>`, html.EscapeString(title))
	for _, p := range paragraphs {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p))
	}
	b.WriteString("</article></body></html>\n")
	return []byte(b.String())
}

// Shard writes pages into one WARC file and tells where each stands.
func Shard(file string, pages []Page) ([]warc.Place, error) {
	dir, err := os.MkdirTemp(filepath.Dir(file), ".made-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	w, err := warc.Open(dir, "boctin test", warc.Mark{}, 1<<40)
	if err != nil {
		return nil, err
	}
	var places []warc.Place
	for _, p := range pages {
		place, err := w.Append(&warc.Exchange{URI: p.URL, Date: p.Fetched, Request: []byte("GET / HTTP/1.1\r\n\r\n"),
			Head: []byte("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), Body: p.Body})
		if err != nil {
			return nil, err
		}
		places = append(places, place)
	}
	if err := w.Close(); err != nil || len(places) == 0 {
		return nil, err
	}
	return places, os.Rename(filepath.Join(dir, places[0].File), file)
}

// Shards deals pages out to n files, shard-00.warc.gz and so on.
func Shards(dir string, n int, pages []Page) (places [][]warc.Place, err error) {
	hands := make([][]Page, n)
	for i, p := range pages {
		hands[i%n] = append(hands[i%n], p)
	}
	for i, hand := range hands {
		p, err := Shard(filepath.Join(dir, fmt.Sprintf("shard-%02d.warc.gz", i)), hand)
		if err != nil {
			return nil, err
		}
		places = append(places, p)
	}
	return places, nil
}
