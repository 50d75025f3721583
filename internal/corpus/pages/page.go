package pages

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/internal/corpus/column"
)

// maxPage is how many bytes of a kept page are read, as the crawl fetches no more.
const maxPage = 16 << 20

// ErrNotKept says that the bytes of an article are not kept as a page.
var ErrNotKept = errors.New("its page is not kept")

// Page gives the page that the newest version of an article was read from, as it was
// received; ErrNotKept where there is none.
func (p *Pages) Page(ctx context.Context, url string) (*boctin.Page, error) {
	var file, record, sum string
	var offset int64
	err := p.db.QueryRowContext(ctx, `SELECT s.file, s.offset, s.record, s.sha256 FROM article_rows a JOIN sources s ON s.article = a.id
		WHERE a.url_key = ? AND a.url = ? AND a.newest = 1 AND s.sha256 = lower(hex(a.sha256)) ORDER BY s.file, s.offset LIMIT 1`, column.Key(url), url).Scan(&file, &offset, &record, &sum)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotKept
	}
	if err != nil {
		return nil, p.db.Stopped(ctx, err)
	}
	name := file
	if !filepath.IsAbs(file) {
		name = filepath.Join(p.db.Dir, "warc", filepath.FromSlash(file))
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
