package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"github.com/klauspost/compress/gzip"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/mhtml"
)

// maxNesting is how deep containers may stand in one another.
const maxNesting = 4

// file is one file of the batch while it is read.
type file struct {
	walk  *walk
	at    Position
	size  int64 // bytes of the file, 0 where it is a stream
	index int   // documents handed on so far
	begin int64 // bytes of the file that are passed over

	passed     Passed
	readBefore int64 // bytes that the batch had read before this file
	unfolded   int64 // bytes that were unpacked of it
	nested     bool  // it is an archive
	tooMuch    bool  // it unfolds to more than it may, and that was told
}

// emit hands a document on, unless it is done already or belongs to another
// shard. It tells whether to go on.
func (f *file) emit(it Item) bool {
	it.Position = f.at
	it.Index = f.index
	it.set = f.walk.set
	f.index++
	if done := f.walk.set.Resume; done != nil && it.File == done.File && it.Index <= done.Index {
		return true
	}
	if f.walk.before(it.Page) {
		return f.walk.ctx.Err() == nil
	}
	if !f.walk.set.Shard.has(it.Page) {
		return true
	}
	return f.walk.ctx.Err() == nil && f.walk.yield(it)
}

// fail hands on the failure of a document; record is empty for the whole file.
func (f *file) fail(record string, err error) bool {
	return f.emit(Item{Page: &boctin.Page{Path: f.at.Path, Record: record}, Err: err})
}

// read hands on every document of the file.
func (f *file) read() bool {
	set := f.walk.set
	if kind, _ := named(f.at.Path); !set.Lines && f.at.Path != "-" && (kind == formHTML || kind == formText) {
		return f.emit(Item{Page: f.page(""), lazy: true, size: f.size})
	}
	src, err := set.open(f.at.Path)
	if err != nil {
		return f.fail("", err)
	}
	defer src.Close()
	if seeker, ok := src.(io.Seeker); ok && set.Begin != nil {
		if f.begin, err = seeker.Seek(set.Begin(f.at.Path), io.SeekStart); err != nil {
			return f.fail("", readFault(err))
		}
	}
	if set.Lines {
		return f.lines(src)
	}
	if set.Lists != nil {
		if ok, more := f.list(src); ok {
			return more
		}
	}
	before := f.index
	if !f.stream("", src, 0) {
		return false
	}
	if f.index == before && f.begin == 0 {
		return f.fail("", f.nothing())
	}
	return true
}

// nothing says what a file holds that gave no page.
func (f *file) nothing() error {
	if what := f.passed.String(); what != "" {
		return Faultf(NoPages, "no pages in this file: it holds %s", what)
	}
	return Faultf(NoPages, "no pages in this file: it is empty inside")
}

func (f *file) page(record string) *boctin.Page {
	return &boctin.Page{Path: f.at.Path, Record: record, URL: f.walk.set.URL}
}

// open opens a file, or standard input, and counts what is read of it.
func (s *Set) open(path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(&counter{s.Stdin, &s.read}), nil
	}
	if s.Open != nil {
		r, err := s.Open(path)
		if err != nil {
			return nil, openFault(err)
		}
		return struct {
			io.Reader
			io.Closer
		}{&counter{r, &s.read}, r}, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, openFault(err)
	}
	return struct {
		io.Reader
		io.Seeker
		io.Closer
	}{&counter{f, &s.read}, f, f}, nil
}

type counter struct {
	io.Reader
	n *atomic.Int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n.Add(int64(n))
	return n, err
}

// stream hands on the documents of a stream whose form its first bytes tell.
func (f *file) stream(record string, src io.Reader, depth int) bool {
	if f.tooMuch {
		return true
	}
	if fault := f.unfolds(); fault != nil {
		f.tooMuch = true
		return f.fail(record, fault)
	}
	f.nested = f.nested || depth > 0
	if depth > maxNesting {
		return f.fail(record, Faultf(Damaged, "archives inside one another more than %d deep: unpack it first", maxNesting))
	}
	buffered := bufio.NewReaderSize(src, sniffLength)
	head, err := buffered.Peek(sniffLength)
	if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
		return f.fail(record, readFault(err))
	}
	kind, _ := sniff(head) // what breaks off behind it is told by its reader
	switch kind {
	case formGzip:
		return f.packed(record, buffered, depth)
	case formZst:
		return f.zst(record, buffered, depth)
	case formWARC:
		return f.warc(record, buffered)
	case formTar:
		return f.tar(record, buffered, depth)
	case formZip:
		return f.zip(record, buffered, depth)
	case formARC:
		return f.arc(record, buffered)
	}
	page := f.page(record)
	page.Body, err = f.walk.set.readAll(buffered, 0)
	if err == nil {
		err = unpack(page)
	}
	return f.document(Item{Page: page, Err: err})
}

// document hands a page on; what is no page by its kind is passed over inside a
// container.
func (f *file) document(it Item) bool {
	var other *Foreign
	if errors.As(it.Err, &other) && it.Page.Record != "" {
		f.pass(other.Kind)
		return f.walk.ctx.Err() == nil
	}
	return f.emit(it)
}

// load reads a plain file of about size bytes, which may be compressed.
func (s *Set) load(page *boctin.Page, size int64) error {
	if size > s.MaxBytes {
		s.read.Add(size)
		return tooLarge(s.MaxBytes)
	}
	src, err := s.open(page.Path)
	if err != nil {
		return s.gone(err)
	}
	defer src.Close()
	if page.Body, err = s.readAll(src, size); err == nil {
		page.Body, err = s.inflate(page.Body)
	}
	if err != nil {
		return err
	}
	return unpack(page)
}

// gone gives errGone where a file is missing that the walk has seen.
func (s *Set) gone(err error) error {
	if s.Open == nil && KindOf(err, "") == Missing {
		return errGone
	}
	return err
}

// inflate unpacks a document that may be packed.
func (s *Set) inflate(body []byte) ([]byte, error) {
	var z io.ReadCloser
	var err error
	switch packing(body) {
	case formGzip:
		z, err = gzip.NewReader(bytes.NewReader(body))
	case formZst:
		z, err = unzst(bufio.NewReader(bytes.NewReader(body)))
	default:
		return body, nil
	}
	if err != nil {
		return nil, readFault(err)
	}
	defer z.Close()
	return s.readAll(z, 4*int64(len(body)))
}

// readAll reads one document of about size bytes, up to the limit.
func (s *Set) readAll(src io.Reader, size int64) ([]byte, error) {
	var body bytes.Buffer
	body.Grow(int(min(max(size, 16<<10), s.MaxBytes)) + bytes.MinRead)
	_, err := body.ReadFrom(io.LimitReader(src, s.MaxBytes+1))
	switch {
	case err != nil:
		return nil, readFault(err)
	case int64(body.Len()) > s.MaxBytes:
		return nil, tooLarge(s.MaxBytes)
	}
	return body.Bytes(), nil
}

func tooLarge(limit int64) error {
	return Faultf(TooLarge, "larger than %s: raise --max-bytes to read it", Bytes(limit))
}

// Bytes writes a number of bytes for people.
func Bytes(n int64) string {
	switch {
	case n >= 1<<30 && n%(1<<20) == 0:
		return fmt.Sprintf("%.4g GiB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.4g MiB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.4g KiB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
}

// unpack tells the format of a page by its bytes.
func unpack(page *boctin.Page) error {
	head := page.Body[:min(len(page.Body), sniffLength)]
	kind, name := sniff(head)
	promised, _ := named(page.Path)
	switch kind {
	case formHTML:
		page.Format = boctin.FormatHTML
		if promised == formText && page.Record == "" && !startsHTML(plain(head)) {
			page.Format = boctin.FormatText
		}
	case formText:
		page.Format = boctin.FormatText
		if promised == formHTML && bytes.IndexByte(page.Body, '<') >= 0 {
			page.Format = boctin.FormatHTML
		}
	case formMHTML:
		return archived(page)
	case isFeed, formJSON, isSitemap, isXML, isMailbox:
		return foreign(string(kind))
	case formEmpty:
		return Faultf(Empty, "the file is empty: save the page again")
	case formOther:
		return Faultf(Binary, "not a page but %s: %s", name, instead(name))
	default:
		return Faultf(Binary, "not a page but a %s file: name it .%s", kind, kind)
	}
	return alien(page, head)
}

// instead says what to give in place of a binary file, by what it looks like.
func instead(name string) string {
	if strings.HasSuffix(name, " archive") {
		return "unpack it first, and give what it holds"
	}
	return "give the saved page itself"
}

// archived takes the page out of a web page saved in one file (.mhtml).
func archived(page *boctin.Page) error {
	inner, err := mhtml.Page(page.Body)
	switch {
	case errors.Is(err, mhtml.ErrCut):
		return Faultf(Truncated, "%w", err)
	case err != nil:
		return Faultf(Damaged, "%w", err)
	}
	page.Format, page.Body, page.ContentType = inner.Format, inner.Body, inner.ContentType
	if page.URL == "" {
		page.URL = inner.URL
	}
	if page.Fetched.IsZero() {
		page.Fetched = inner.Fetched
	}
	if len(bytes.TrimSpace(page.Body)) == 0 {
		return Faultf(Empty, "the page in this web archive is empty: save the page again")
	}
	return nil
}

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// readFault says why a stream breaks off.
func readFault(err error) error {
	var told *Fault
	switch {
	case errors.As(err, &told):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return Faultf(Damaged, "the data breaks off: fetch or copy the file again")
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		return Faultf(Damaged, "the compressed data is damaged: fetch or copy the file again")
	}
	return openFault(err)
}
