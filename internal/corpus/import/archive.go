package importer

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/warc"
	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/input"
)

// archive keeps the bytes of documents in WARC files of the corpus: one resource
// record a document. The database knows how far each file is whole.
type archive struct {
	corpus   *corpus.Corpus
	software string
	writer   *warc.Writer
	last     warc.Mark // the file that the imports before wrote last
	notice   func(string)
}

func (a *archive) dir() string { return filepath.Join(a.corpus.DB.Dir, "warc") }

// repair cuts off what an import that was broken off wrote and did not store. A file
// that lost bytes is told of, and not gone on with.
func (a *archive) repair(ctx context.Context) error {
	files, err := a.corpus.Pages.Kept(ctx)
	if err != nil {
		return err
	}
	for _, m := range files {
		if err := a.mend(m); err != nil {
			return err
		}
	}
	return nil
}

// mend brings one file to the size up to which it is whole.
func (a *archive) mend(m warc.Mark) error {
	name := filepath.Join(a.dir(), m.File)
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, os.ErrNotExist) && m.Size == 0: // broken off before it was made
		return nil
	case errors.Is(err, os.ErrNotExist):
		a.tell("%s is not there: bring it back; what is imported goes into a new file", name)
		return nil
	case err != nil:
		return err
	case info.Size() < m.Size:
		a.tell("%s holds %d bytes of the %d that were written: bring it back as it was; what is imported goes into a new file", name, info.Size(), m.Size)
		return nil
	case m.Size == 0:
		return warc.Remove(name)
	}
	a.last = m
	if info.Size() > m.Size {
		return warc.Cut(name, m.Size)
	}
	if _, err := os.Stat(warc.IndexName(name)); errors.Is(err, os.ErrNotExist) { // the import was broken off before it
		return warc.Index(name)
	}
	return nil
}

func (a *archive) tell(format string, args ...any) {
	if a.notice != nil {
		a.notice(fmt.Sprintf(format, args...))
	}
}

// open goes on with the file written last, or begins one.
func (a *archive) open(ctx context.Context) (err error) {
	if a.writer != nil && a.writer.Size() < warc.MaxFile {
		return nil
	}
	if err := a.close(); err != nil {
		return err
	}
	if a.last.Size > 0 && a.last.Size < warc.MaxFile {
		a.writer, err = warc.Open(a.dir(), a.software, a.last, 2*warc.MaxFile)
		a.last = warc.Mark{}
		return err
	}
	for serial := 0; ; serial++ {
		name := fmt.Sprintf("import-%s-%05d.warc.gz", time.Now().UTC().Format("20060102150405"), serial)
		if _, err := os.Lstat(filepath.Join(a.dir(), name)); err == nil {
			continue
		}
		may, err := a.corpus.Pages.Keep(ctx, name)
		if err != nil {
			return err
		}
		if may {
			a.writer, err = warc.Begin(a.dir(), name, a.software)
			return err
		}
	}
}

// store appends the bytes of a document.
func (a *archive) store(d *document) error {
	if err := a.open(context.Background()); err != nil {
		return err
	}
	r := resource(d)
	d.Entry.URL = d.Article.URL
	place, err := a.writer.AppendResource(r)
	d.File, d.Entry.Offset, d.Entry.Record = place.File, place.Offset, place.ID
	return err
}

// resource is a document as it is kept.
func resource(d *document) *warc.Resource {
	p := d.page
	r := &warc.Resource{URI: d.Article.URL, Date: p.Fetched, ContentType: p.ContentType, Body: p.Body}
	if r.URI == "" {
		u := url.URL{Scheme: "file", Path: filepath.ToSlash(p.Path), Fragment: p.Record}
		r.URI = u.String()
	}
	if r.Date.IsZero() {
		r.Date = time.Now()
	}
	switch {
	case p.Format == input.FormatItem:
		r.ContentType = "application/json"
	case r.ContentType != "":
	case p.Format == boctin.FormatText:
		r.ContentType = "text/plain"
	default:
		r.ContentType = "text/html"
	}
	return r
}

// sync puts on disk what was appended and says how far that is.
func (a *archive) sync() (warc.Mark, error) {
	if a.writer == nil {
		return warc.Mark{}, nil
	}
	return a.writer.Sync()
}

func (a *archive) close() error {
	if a.writer == nil {
		return nil
	}
	w := a.writer
	a.writer = nil
	return w.Close()
}
