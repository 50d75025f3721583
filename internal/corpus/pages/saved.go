package pages

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/extract/charset"
	"github.com/boctin/boctin/internal/corpus/column"
)

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
func (p *Pages) Saved(ctx context.Context, url string, version int, maxBytes int64) (Saved, error) {
	var file string
	var offset int64
	err := p.db.QueryRowContext(ctx, `SELECT s.file, s.offset FROM article_rows a JOIN sources s ON s.article = a.id
		WHERE a.url_key = ?3 AND a.url = ?1 AND (a.version = ?2 OR ?2 = 0 AND a.newest = 1) ORDER BY s.sha256 = lower(hex(a.sha256)) DESC, s.file DESC, s.offset DESC LIMIT 1`, url, version, column.Key(url)).Scan(&file, &offset)
	if errors.Is(err, sql.ErrNoRows) {
		return Saved{}, ErrNoPage
	}
	if err != nil {
		return Saved{}, p.db.Stopped(ctx, err)
	}
	message, err := messageAt(filepath.Join(p.db.Dir, "warc", filepath.Base(file)), offset, maxBytes)
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
