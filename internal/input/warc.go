package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
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

// arc hands on the pages of an ARC file, the format before WARC.
func (f *file) arc(record string, src io.Reader) bool {
	for r := warc.NewARC(src); ; {
		rec, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			return f.fail(record, Faultf(Damaged, "the ARC file breaks off or is damaged: %w: what stands before was read", err))
		case !f.response(record, rec):
			return false
		}
	}
}

// notPage names what a record is that holds no page by its type; empty for one
// that may.
func notPage(rec *warc.Record) string {
	scheme, _, ok := strings.Cut(rec.URI, ":")
	switch {
	case rec.Type == warc.TypeConversion:
		return "texts without their pages, as in WET files"
	case rec.Type != warc.TypeResponse && rec.Type != warc.TypeResource:
		return rec.Type + " records"
	case rec.Header.Get(warc.PageField) == warc.PageListing: // the crawler saw that it is no article
		return "listings"
	case ok && !slices.Contains(pageSchemes, strings.ToLower(scheme)):
		return "records of the archiver (" + oneWord(scheme) + ":)"
	}
	return ""
}

// pageSchemes are what the URL of a page begins with; archivers keep their own
// notes under others (metadata:, urn:, dns:).
var pageSchemes = []string{"http", "https", "ftp", "file"}

// oneWord bounds a name that comes from an archive.
func oneWord(s string) string { return strings.ToValidUTF8(s[:min(len(s), 20)], "") }

// response hands on the page that a record holds, if it holds one.
func (f *file) response(record string, rec *warc.Record) bool {
	if what := notPage(rec); what != "" {
		f.pass(what)
		return true
	}
	page := f.page(rec.ID)
	if record != "" {
		page.Record = within(record, rec.ID)
	}
	page.Offset, page.Fetched = f.begin+rec.Offset, rec.Date
	if !strings.HasPrefix(rec.URI, "file:") { // where a file lay is no address of its page
		page.URL = rec.URI
	}
	m, err := rec.Message(f.walk.set.MaxBytes)
	var damaged *warc.DamagedError
	switch {
	case errors.Is(err, warc.ErrNoMessage):
		f.pass("records without a page")
		return true
	case errors.As(err, &damaged):
		return f.damaged(page.Record, damaged)
	case err != nil:
		return f.emit(Item{Page: page, Err: Faultf(Damaged, "the HTTP response in this record cannot be read (%w): fetch it again", err)})
	}
	if what := noPage(m, rec.URI); what != "" {
		f.pass(what)
		return true
	}
	f.unfolded += int64(len(m.Body))
	page.ContentType, page.Body = m.Header.Get("Content-Type"), m.Body
	return f.document(Item{Page: page, Err: f.unwrap(page, rec, m), Inner: rec.Inner})
}

// noPage names what a response holds that cannot be an article; empty for an
// HTML page, or text that is not robots.txt.
func noPage(m *warc.Message, url string) string {
	if m.Status != http.StatusOK {
		return fmt.Sprintf("answers of status %d", m.Status)
	}
	kind, _, _ := mime.ParseMediaType(m.Header.Get("Content-Type"))
	switch kind {
	case "text/html", "application/xhtml+xml":
		return ""
	case "text/plain":
		if strings.HasSuffix(url, "/robots.txt") {
			return "robots.txt"
		}
		return ""
	case "", "application/octet-stream", "application/unknown":
		if form, _ := sniff(m.Body[:min(len(m.Body), sniffLength)]); form == formHTML {
			return ""
		}
		return "answers without a media type"
	}
	return oneWord(kind)
}

func (f *file) unwrap(page *boctin.Page, rec *warc.Record, m *warc.Message) error {
	limit := f.walk.set.MaxBytes
	switch {
	case m.Truncated && int64(len(m.Body)) >= limit:
		return tooLarge(limit)
	case m.Truncated:
		return Faultf(Damaged, "the page breaks off in its content encoding: fetch it again")
	case rec.Cut() != "":
		return Faultf(Truncated, "the archive holds only a part of the page (%s): fetch it again", rec.Cut())
	case m.Missing > 0:
		return Faultf(Truncated, "the page breaks off, %d bytes before the Content-Length of its answer: fetch it again", m.Missing)
	}
	if fault := f.unfolds(); fault != nil {
		return fault
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

// packed hands on what a gzip stream holds. Bytes behind its end are passed over.
func (f *file) packed(record string, src *bufio.Reader, depth int) bool {
	if head, _ := src.Peek(sniffLength); holdsWARC(head) {
		return f.warc(record, src)
	}
	z, err := gzip.NewReader(src)
	if err != nil {
		return f.fail(record, readFault(err))
	}
	defer z.Close()
	return f.stream(record, &meter{z, f}, depth+1)
}
