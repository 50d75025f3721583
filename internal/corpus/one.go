package corpus

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/extract/charset"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/store"
)

// Edition is one version of an article as it was stored.
type Edition struct {
	Version   int    `json:"version"`
	Newest    bool   `json:"newest,omitempty"`
	Published string `json:"published,omitempty"`
	Fetched   string `json:"fetched,omitempty"`
	Stored    string `json:"stored"`
	Title     string `json:"title"`
	Partial   bool   `json:"partial,omitempty"` // a summary alone
}

// Editions gives the versions of an article by its canonical URL, the last stored
// first. An article that the corpus does not have gives an *Unknown.
func (c *Corpus) Editions(ctx context.Context, url string) (all []Edition, err error) {
	if url, err = c.first(ctx, url); err != nil {
		return nil, err
	}
	err = c.DB.Each(ctx, `SELECT version, newest, COALESCE(published, ''), COALESCE(fetched, ''), stored, title, partial FROM articles WHERE id IN (SELECT id FROM article_rows WHERE url_key = ? AND url = ?) ORDER BY version DESC`,
		[]any{column.Key(url), url}, func(rows *sql.Rows) error {
			var e Edition
			err := rows.Scan(&e.Version, &e.Newest, &e.Published, &e.Fetched, &e.Stored, &e.Title, &e.Partial)
			all = append(all, e)
			return err
		})
	if err == nil && len(all) == 0 {
		err = &store.Unknown{What: "article", Name: url}
	}
	return all, err
}

// Record gives what is stored of one version of an article, its officials with the
// ids of the corpus. Version 0 stands for the newest.
func (c *Corpus) Record(ctx context.Context, url string, version int) (r *boctin.Record, err error) {
	if url, err = c.first(ctx, url); err != nil {
		return nil, err
	}
	err = c.DB.Each(ctx, `SELECT `+recordColumns+` WHERE a.url_key = ?3 AND a.url = ?1 AND (a.version = ?2 OR ?2 = 0 AND a.newest = 1)`, []any{url, version, column.Key(url)}, func(rows *sql.Rows) error {
		r, err = scanRecord(rows, &pack.Opened{})
		return err
	})
	if err == nil && r == nil {
		err = &store.Unknown{What: "article", Name: url}
	}
	return r, err
}

// ErrNoPage says that the bytes of an article were not kept, or are not there now.
var ErrNoPage = errors.New("the page is not kept")

// Saved is the page behind an article, as it was received.
type Saved struct {
	URL  string
	Kind string // Content-Type
	Text []byte // UTF-8, NFC
	Cut  bool   // the text ends before the page does
}

// Saved reads from the WARC files the page behind one version of an article, of
// which it unpacks so many bytes at most. Version 0 stands for the newest. Where no
// page is kept the error is ErrNoPage.
func (c *Corpus) Saved(ctx context.Context, url string, version int, maxBytes int64) (Saved, error) {
	var file string
	var offset int64
	err := c.DB.QueryRowContext(ctx, `SELECT s.file, s.offset FROM article_rows a JOIN sources s ON s.article = a.id
		WHERE a.url_key = ?3 AND a.url = ?1 AND (a.version = ?2 OR ?2 = 0 AND a.newest = 1) ORDER BY s.sha256 = lower(hex(a.sha256)) DESC, s.file DESC, s.offset DESC LIMIT 1`, url, version, column.Key(url)).Scan(&file, &offset)
	if errors.Is(err, sql.ErrNoRows) {
		return Saved{}, ErrNoPage
	}
	if err != nil {
		return Saved{}, c.DB.Stopped(ctx, err)
	}
	message, err := messageAt(filepath.Join(c.DB.Dir, "warc", filepath.Base(file)), offset, maxBytes)
	if err != nil {
		return Saved{}, fmt.Errorf("%w: %w", ErrNoPage, err)
	}
	kind := message.Header.Get("Content-Type")
	text, _, err := charset.Decode(message.Body, kind)
	if err != nil {
		return Saved{}, fmt.Errorf("%w: %w", ErrNoPage, err)
	}
	return Saved{url, kind, text, message.Truncated}, nil
}

// messageAt reads the record that stands at an offset of a WARC file.
func messageAt(name string, offset, maxBytes int64) (*warc.Message, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if _, err := f.Seek(offset, 0); err != nil {
		return nil, err
	}
	record, err := warc.NewReader(f).Next()
	if err != nil {
		return nil, err
	}
	return record.Message(maxBytes)
}
