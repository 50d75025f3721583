package corpus

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/lock"
	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/internal/corpus/column"
)

// maxPage is how many bytes of a kept page are read, as the crawl fetches no more.
const maxPage = 16 << 20

// ErrNotKept says that the bytes of an article are not kept as a page.
var ErrNotKept = errors.New("its page is not kept")

// Page gives the page that the newest version of an article was read from, as it was
// received; ErrNotKept where there is none.
func (c *Corpus) Page(ctx context.Context, url string) (*boctin.Page, error) {
	var file, record, sum string
	var offset int64
	err := c.DB.QueryRowContext(ctx, `SELECT s.file, s.offset, s.record, s.sha256 FROM article_rows a JOIN sources s ON s.article = a.id
		WHERE a.url_key = ? AND a.url = ? AND a.newest = 1 AND s.sha256 = lower(hex(a.sha256)) ORDER BY s.file, s.offset LIMIT 1`, column.Key(url), url).Scan(&file, &offset, &record, &sum)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotKept
	}
	if err != nil {
		return nil, c.DB.Stopped(ctx, err)
	}
	name := file
	if !filepath.IsAbs(file) {
		name = filepath.Join(c.DB.Dir, "warc", filepath.FromSlash(file))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotKept, err)
	}
	defer f.Close()
	if _, err := f.Seek(offset, 0); err != nil {
		return nil, err
	}
	rec, err := warc.NewReader(f).Next()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotKept, err)
	}
	m, err := rec.Message(maxPage)
	if err != nil || m.Header.Get("Content-Type") == "application/json" {
		return nil, ErrNotKept
	}
	address := rec.URI
	if strings.HasPrefix(address, "file:") {
		address = ""
	}
	return &boctin.Page{Path: file, Record: record, Offset: offset, URL: address, Fetched: rec.Date, ContentType: m.Header.Get("Content-Type"), Body: m.Body}, nil
}

// Busy tells whether a crawl, a refresh or an import of another process is at work in
// the corpus.
func (c *Corpus) Busy() bool {
	for _, name := range []string{"boctin.lock", "import.lock"} {
		path := filepath.Join(c.DB.Dir, name)
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			continue
		}
		err = lock.Take(f, path)
		f.Close()
		if errors.Is(err, lock.ErrHeld) {
			return true
		}
	}
	return false
}

// reread reads the page of an article anew, and says where it came from as before.
func (r *Renewing) reread(ctx context.Context, c *Corpus, o *old, was *boctin.Article) (*boctin.Article, error) {
	page, err := c.Page(ctx, o.URL)
	if err != nil {
		return nil, err
	}
	a, err := r.Stages.Article(page)
	if err != nil {
		return nil, err
	}
	layout, format, charset := a.Source.Layout, a.Source.Format, a.Source.Charset
	a.Source, a.ID, a.URL, a.Site = was.Source, was.ID, was.URL, was.Site
	a.Source.Layout, a.Source.Format, a.Source.Charset = layout, format, charset
	return &a, nil
}
