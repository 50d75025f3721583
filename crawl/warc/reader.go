// Package warc reads and writes web archives (WARC/1.0 and 1.1, ISO 28500; the
// drafts 0.17 and 0.18 and ARC files are read as well), plain or with one gzip
// member a record.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

// ErrNotWARC says that a file does not begin as a WARC file does.
var ErrNotWARC = errors.New("not a WARC file: it begins neither with WARC/ nor with a gzip member that does")

// DamagedError says that the record which begins at Offset cannot be read in
// full. The records after it can: go on with Next.
type DamagedError struct {
	Offset int64 // bytes from the start of the file
	Err    error
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("damaged record at offset %d: %v", e.Offset, e.Err)
}

// Unwrap gives the cause.
func (e *DamagedError) Unwrap() error { return e.Err }

// The types of record that this package writes and callers ask for.
const (
	TypeInfo     = "warcinfo"
	TypeRequest  = "request"
	TypeResponse = "response"
	TypeResource = "resource"
	TypeMetadata = "metadata"
	TypeRevisit  = "revisit"

	TypeConversion = "conversion" // as the texts of a WET file
)

// Record is one record. Its block can be read until the next call of Next.
type Record struct {
	Offset  int64 // bytes from the start of the file to the record or its gzip member
	Version string
	Header  Header
	Type    string
	ID      string // WARC-Record-ID as written, <urn:uuid:…>
	URI     string // WARC-Target-URI without the <> some writers put around it
	Date    time.Time
	Length  int64 // bytes of the block
	Inner   bool  // it is not the first of its gzip member, and cannot be read from Offset alone
	Block   io.Reader
}

type content interface {
	io.Reader
	io.ByteScanner
}

type kind int

const (
	unknown kind = iota
	plain
	packed
)

// maxSkip is how many bytes of a record are unpacked only to find its end;
// beyond it the next member is looked for in the file itself.
const maxSkip = 1 << 30

// Reader reads records one after another in bounded memory. After a damaged
// record it looks for the next one.
type Reader struct {
	src   *source
	gz    *gzip.Reader
	buf   *bufio.Reader
	in    content
	open  bool // a gzip member is
	kind  kind
	start int64 // of the record at hand
	nth   int   // of its gzip member, from 1
	block *block
	lost  bool // the next record has to be looked for
}

// NewReader reads from r, which it does not close.
func NewReader(r io.Reader) *Reader {
	return &Reader{src: newSource(r), buf: bufio.NewReaderSize(nil, 32<<10)}
}

// Next gives the next record, io.EOF after the last, a *DamagedError for a
// record that cannot be read (call Next again for those behind it), ErrNotWARC
// for another kind of file, or the error of the file, which is final.
func (r *Reader) Next() (*Record, error) {
	if err := r.finish(); err != nil {
		return nil, r.damaged(err)
	}
	for {
		err := r.begin()
		var rec *Record
		if err == nil {
			rec, err = r.record()
		}
		switch {
		case r.src.failed() != nil:
			return nil, r.src.failed()
		case err == io.EOF:
			return nil, io.EOF
		case err == nil:
			r.lost = false
			return rec, nil
		case r.kind == unknown:
			return nil, ErrNotWARC
		case !r.lost:
			return nil, r.damaged(err)
		}
		r.open = false
	}
}

func (r *Reader) damaged(err error) error {
	r.lost, r.open, r.block = true, false, nil
	if failed := r.src.failed(); failed != nil {
		return failed
	}
	return &DamagedError{r.start, err}
}

// finish passes over what is left of the block.
func (r *Reader) finish() error {
	b := r.block
	defer func() { r.block = nil }()
	switch {
	case b == nil:
		return nil
	case b.err != nil && b.err != io.EOF:
		return nil // the reader of the block has been told
	case r.kind == packed && b.left > maxSkip:
		return fmt.Errorf("record of %d bytes not unpacked", b.left)
	}
	_, err := io.Copy(io.Discard, b)
	var d *DamagedError
	if errors.As(err, &d) {
		return d.Err
	}
	return err
}

// begin moves to the first byte of the next record.
func (r *Reader) begin() error {
	if r.lost {
		r.seek()
	}
	for {
		if r.open {
			done, err := r.tail()
			if err != nil || !done {
				r.nth++
				return err
			}
			r.open = false
		}
		for b := r.src.peek(1); len(b) > 0 && (b[0] == '\r' || b[0] == '\n' || b[0] == 0); b = r.src.peek(1) {
			r.src.at++
		}
		head := r.src.peek(2)
		switch {
		case len(head) == 0:
			return r.src.err
		case r.kind != packed && head[0] == 'W':
			r.start, r.in = r.src.pos(), r.src
			return nil
		case r.kind != plain && bytes.Equal(head, []byte{0x1f, 0x8b}):
			r.start = r.src.pos()
			if err := r.unpack(); err != nil {
				return noEOF(err)
			}
		default:
			if r.kind == packed { // the member before it has proved whole
				r.start = r.src.pos()
			}
			return fmt.Errorf("no record follows where it ends, at offset %d", r.src.pos())
		}
	}
}

// unpack opens the gzip member at hand.
func (r *Reader) unpack() (err error) {
	if r.gz == nil {
		r.gz, err = gzip.NewReader(r.src)
	} else {
		err = r.gz.Reset(r.src)
	}
	if err != nil {
		r.gz = nil
		return err
	}
	r.gz.Multistream(false)
	r.buf.Reset(r.gz)
	r.in, r.open, r.nth = r.buf, true, 0
	return nil
}

// tail passes over line ends between records; done at the end of the member,
// whose checksum is right then.
func (r *Reader) tail() (done bool, err error) {
	for {
		b, err := r.in.ReadByte()
		switch {
		case err == io.EOF:
			return true, nil
		case err != nil:
			return false, err
		case b != '\r' && b != '\n':
			return false, r.in.UnreadByte()
		}
	}
}

// seek looks for the next record behind the start of the damaged one.
func (r *Reader) seek() {
	r.src.back(r.start + 1)
	mark := []byte("WARC/")
	if r.kind == packed {
		mark = []byte{0x1f, 0x8b, 8}
	}
	for {
		held := r.src.peek(chunk)
		if i := bytes.Index(held, mark); i >= 0 {
			r.src.at += i
			return
		}
		if len(held) < chunk {
			r.src.at += len(held)
			return
		}
		r.src.at += len(held) - len(mark) + 1
	}
}

// record reads the header of the record at hand.
func (r *Reader) record() (*Record, error) {
	var magic [5]byte
	if _, err := io.ReadFull(r.in, magic[:]); err != nil {
		return nil, noEOF(err)
	}
	if string(magic[:]) != "WARC/" {
		return nil, errors.New("it does not begin with WARC/")
	}
	if r.kind == unknown {
		r.kind = plain
		if r.open {
			r.kind = packed
		}
	}
	ls, err := lines(r.in)
	if err != nil {
		return nil, err
	}
	if len(ls) == 0 || !version.MatchString(ls[0]) {
		return nil, errors.New("it does not begin with WARC/ and a version")
	}
	h := fields(ls[1:])
	length, err := strconv.ParseInt(h.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, fmt.Errorf("Content-Length is %q", h.Get("Content-Length"))
	}
	r.block = &block{r: r, left: length}
	return &Record{Offset: r.start, Version: "WARC/" + ls[0], Header: h, Type: strings.ToLower(h.Get("WARC-Type")),
		ID: h.Get("WARC-Record-ID"), URI: strings.TrimSuffix(strings.TrimPrefix(h.Get("WARC-Target-URI"), "<"), ">"),
		Date: parseDate(h.Get("WARC-Date")), Length: length, Inner: r.nth > 1, Block: r.block}, nil
}

// version is what may stand behind WARC/: drafts of the standard have 0.17 and 0.18.
var version = regexp.MustCompile(`^\d\.\d\d?$`)

// Cut says why a record does not hold all of its page; empty where it does.
func (rec *Record) Cut() string {
	if why := rec.Header.Get("WARC-Truncated"); why != "" {
		return "WARC-Truncated: " + oneLine(why)
	}
	if n := rec.Header.Get("WARC-Segment-Number"); n != "" {
		return "WARC-Segment-Number: " + oneLine(n)
	}
	return ""
}

// block is the content of a record. Its last bytes come only once the gzip
// member that holds them has proved whole.
type block struct {
	r    *Reader
	left int64
	err  error
}

func (b *block) Read(p []byte) (int, error) {
	if b.err != nil || len(p) == 0 {
		return 0, b.err
	}
	if b.r.block != b {
		return 0, errors.New("the block of a record was read after the next one")
	}
	if b.left == 0 {
		return 0, b.end()
	}
	n, err := b.r.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if err != nil {
		return n, b.fail(noEOF(err))
	}
	if b.left == 0 {
		if err := b.end(); err != io.EOF {
			return 0, err
		}
	}
	return n, nil
}

func (b *block) end() error {
	if b.err = io.EOF; b.r.open {
		if _, err := b.r.tail(); err != nil {
			return b.fail(noEOF(err))
		}
	}
	return b.err
}

func (b *block) fail(err error) error {
	b.err = b.r.damaged(err)
	return b.err
}
