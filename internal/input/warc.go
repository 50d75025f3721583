package input

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzip"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/warc"
)

// warc hands on the pages of a web archive. Damaged records are failures; the
// records behind them are read.
func (f *file) warc(record string, src io.Reader) bool {
	r := warc.NewReader(src)
	for {
		rec, err := r.Next()
		var damaged *warc.DamagedError
		switch {
		case errors.Is(err, io.EOF):
			return true
		case errors.As(err, &damaged):
			if !f.damaged(record, damaged) {
				return false
			}
		case err != nil:
			return f.fail(record, readFault(err))
		case !f.response(record, rec):
			return false
		}
		if f.walk.ctx.Err() != nil {
			return false
		}
	}
}

func (f *file) damaged(record string, d *warc.DamagedError) bool {
	page := f.page(record)
	page.Offset = f.begin + d.Offset
	return f.emit(Item{Page: page, Err: Faultf(Damaged, "damaged WARC record (%w): left out, the records behind it are read", d.Err)})
}

// response hands on the page that a record holds, if it holds one.
func (f *file) response(record string, rec *warc.Record) bool {
	if rec.Type != warc.TypeResponse && rec.Type != warc.TypeResource {
		return true
	}
	if rec.Header.Get(warc.PageField) == warc.PageListing { // the crawler saw that it is no article
		f.walk.set.skipped.Add(1)
		return true
	}
	page := f.page(rec.ID)
	if record != "" {
		page.Record = within(record, rec.ID)
	}
	page.URL, page.Offset, page.Fetched = rec.URI, f.begin+rec.Offset, rec.Date
	m, err := rec.Message(f.walk.set.MaxBytes)
	var damaged *warc.DamagedError
	switch {
	case errors.Is(err, warc.ErrNoMessage):
		f.walk.set.skipped.Add(1)
		return true
	case errors.As(err, &damaged):
		return f.damaged(page.Record, damaged)
	case err != nil:
		return f.emit(Item{Page: page, Err: Faultf(Damaged, "the HTTP response in this record cannot be read: %w", err)})
	case !isPage(m, page.URL):
		f.walk.set.skipped.Add(1)
		return true
	}
	page.ContentType, page.Body = m.Header.Get("Content-Type"), m.Body
	return f.emit(Item{Page: page, Err: f.unwrap(page, m)})
}

// isPage tells whether a response may hold an article: an HTML page, or text
// that is not robots.txt.
func isPage(m *warc.Message, url string) bool {
	if m.Status != http.StatusOK {
		return false
	}
	kind, _, _ := mime.ParseMediaType(m.Header.Get("Content-Type"))
	switch kind {
	case "text/html", "application/xhtml+xml":
		return true
	case "text/plain":
		return !strings.HasSuffix(url, "/robots.txt")
	case "", "application/octet-stream", "application/unknown":
		form, _ := sniff(m.Body[:min(len(m.Body), sniffLength)])
		return form == formHTML
	}
	return false
}

func (f *file) unwrap(page *boctin.Page, m *warc.Message) error {
	limit := f.walk.set.MaxBytes
	switch {
	case m.Truncated && int64(len(m.Body)) >= limit:
		return tooLarge(limit)
	case m.Truncated:
		return Faultf(Damaged, "the page breaks off in its content encoding: fetch it again")
	}
	return unpack(page)
}

// holdsWARC tells whether a gzip stream holds a WARC file, by its first bytes.
func holdsWARC(head []byte) bool {
	z, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	first := make([]byte, 5)
	io.ReadFull(z, first)
	return string(first) == "WARC/"
}

// packed hands on what a gzip stream holds.
func (f *file) packed(record string, src *bufio.Reader, depth int) bool {
	if head, _ := src.Peek(sniffLength); holdsWARC(head) {
		return f.warc(record, src)
	}
	z, err := gzip.NewReader(src)
	if err != nil {
		return f.fail(record, readFault(err))
	}
	defer z.Close()
	return f.stream(record, z, depth+1)
}
