package warc

import (
	"bytes"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base32"
	"fmt"
	"hash"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

// MaxFile is the size in bytes at which the writer begins a new file.
const MaxFile = 1 << 30

// The profiles of a revisit record.
const (
	ProfileSameBody    = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
	ProfileNotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
)

// PageField is a field of our own on responses: PageArticle or PageListing, so
// that a reader can pass listings over.
const (
	PageField   = "Boctin-Page"
	PageArticle = "article"
	PageListing = "listing"
)

// Exchange is one request and its answer.
type Exchange struct {
	URI       string
	Date      time.Time // when the request was sent
	IP        string
	Request   []byte // header block as sent, with its empty line
	Head      []byte // status line and header fields of the answer, with the empty line
	Body      []byte // as received, content encoding kept, transfer encoding undone
	Truncated string // why Body is cut: "length" or "time"
	Metadata  Header // of the crawl: via, hopsFromSeed, fetchTimeMs
	Page      string // what the page is, for the field PageField; empty: not said
	Revisit   *Revisit
}

// Revisit says that the answer is one stored before; its body is not kept again.
type Revisit struct {
	Profile string
	ID      string // WARC-Record-ID of the record that holds the body
	Date    time.Time
	Digest  string
}

// Place is where a record stands.
type Place struct {
	File   string // base name
	Offset int64  // bytes
	Length int64  // bytes of the gzip member
	ID     string // WARC-Record-ID
	Digest string // WARC-Payload-Digest
}

// Mark is how far the files of a directory are written: file and size.
type Mark struct {
	File string
	Size int64
}

// Writer appends exchanges to the WARC files of a directory, one gzip member a
// record, and begins a new file when one is full. It is not safe for
// concurrent use.
type Writer struct {
	dir, software string
	maxSize       int64
	f             *os.File
	mark          Mark
	info          string // id of the file's warcinfo record
	zip           *gzip.Writer
	buf           bytes.Buffer
}

// Open makes a writer that goes on behind mark, the last place known to be
// whole (see Repair); the zero Mark begins a new file.
func Open(dir, software string, mark Mark, maxSize int64) (*Writer, error) {
	if maxSize <= 0 {
		maxSize = MaxFile
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	zip, err := gzip.NewWriterLevel(nil, gzip.DefaultCompression)
	if err != nil {
		return nil, err
	}
	w := &Writer{dir: dir, software: software, maxSize: maxSize, zip: zip}
	if mark.File == "" || mark.Size >= maxSize {
		return w, nil
	}
	if w.f, err = os.OpenFile(filepath.Join(dir, mark.File), os.O_WRONLY, 0); err != nil {
		return nil, err
	}
	w.mark = mark
	_, err = w.f.Seek(mark.Size, 0)
	return w, err
}

// Append writes the records of one exchange and says where the answer stands.
// On an error the file is cut back to where it was.
func (w *Writer) Append(x *Exchange) (Place, error) {
	if err := w.room(); err != nil {
		return Place{}, err
	}
	w.buf.Reset()
	answer, requestID := newID(), newID()
	place := Place{File: w.mark.File, Offset: w.mark.Size, ID: answer, Digest: Digest(x.Body)}
	if x.Revisit != nil && x.Revisit.Digest != "" {
		place.Digest = x.Revisit.Digest
	}
	w.member(w.answer(x, place), x.Head, payload(x))
	place.Length = int64(w.buf.Len())
	w.member(append(w.header(TypeRequest, requestID, x), Field{"WARC-Concurrent-To", answer},
		Field{"Content-Type", "application/http;msgtype=request"}), x.Request, nil)
	if len(x.Metadata) > 0 {
		var b strings.Builder
		for _, f := range x.Metadata {
			fmt.Fprintf(&b, "%s: %s\r\n", f.Name, oneLine(f.Value))
		}
		w.member(append(w.header(TypeMetadata, newID(), x), Field{"WARC-Concurrent-To", answer},
			Field{"Content-Type", "application/warc-fields"}), []byte(b.String()), nil)
	}
	return place, w.flush()
}

// payload is the body that is stored.
func payload(x *Exchange) []byte {
	if x.Revisit != nil {
		return nil
	}
	return x.Body
}

func (w *Writer) answer(x *Exchange, place Place) Header {
	kind := TypeResponse
	if x.Revisit != nil {
		kind = TypeRevisit
	}
	h := append(w.header(kind, place.ID, x), Field{"Content-Type", "application/http;msgtype=response"},
		Field{"WARC-Payload-Digest", place.Digest})
	if x.Truncated != "" {
		h = append(h, Field{"WARC-Truncated", x.Truncated})
	}
	if x.Page != "" {
		h = append(h, Field{PageField, x.Page})
	}
	if r := x.Revisit; r != nil {
		h = append(h, Field{"WARC-Profile", r.Profile}, Field{"WARC-Refers-To", r.ID},
			Field{"WARC-Refers-To-Target-URI", x.URI}, Field{"WARC-Refers-To-Date", stamp(r.Date)})
	}
	return h
}

func (w *Writer) header(kind, id string, x *Exchange) Header {
	h := Header{{"WARC-Type", kind}, {"WARC-Record-ID", id}, {"WARC-Date", stamp(x.Date)}, {"WARC-Target-URI", oneLine(x.URI)}}
	if x.IP != "" {
		h = append(h, Field{"WARC-IP-Address", x.IP})
	}
	if w.info != "" {
		h = append(h, Field{"WARC-Warcinfo-ID", w.info})
	}
	return h
}

// member packs one record into the buffer.
func (w *Writer) member(h Header, head, body []byte) {
	sum := sha1.New()
	sum.Write(head)
	sum.Write(body)
	h = append(h, Field{"WARC-Block-Digest", digestOf(sum)}, Field{"Content-Length", strconv.Itoa(len(head) + len(body))})
	w.zip.Reset(&w.buf)
	fmt.Fprint(w.zip, "WARC/1.1\r\n")
	for _, f := range h {
		fmt.Fprintf(w.zip, "%s: %s\r\n", f.Name, f.Value)
	}
	fmt.Fprint(w.zip, "\r\n")
	w.zip.Write(head)
	w.zip.Write(body)
	fmt.Fprint(w.zip, "\r\n\r\n")
	w.zip.Close()
}

// flush appends the buffer to the file.
func (w *Writer) flush() error {
	n, err := w.f.Write(w.buf.Bytes())
	if err != nil {
		w.f.Truncate(w.mark.Size)
		w.f.Seek(w.mark.Size, 0)
		return err
	}
	w.mark.Size += int64(n)
	return nil
}

// room sees to it that a file is open and not full.
func (w *Writer) room() error {
	if w.f != nil && w.mark.Size < w.maxSize {
		return nil
	}
	if err := w.Close(); err != nil {
		return err
	}
	now := time.Now().UTC()
	for serial := 0; w.f == nil; serial++ {
		name := fmt.Sprintf("boctin-%s-%05d.warc.gz", now.Format("20060102150405"), serial)
		f, err := os.OpenFile(filepath.Join(w.dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if os.IsExist(err) {
			continue
		}
		if err != nil {
			return err
		}
		w.f, w.mark = f, Mark{File: name}
	}
	return w.describe(now)
}

// describe begins a file with the record that tells what wrote it.
func (w *Writer) describe(now time.Time) error {
	w.info = ""
	id := newID()
	h := Header{{"WARC-Type", TypeInfo}, {"WARC-Record-ID", id}, {"WARC-Date", stamp(now)},
		{"WARC-Filename", w.mark.File}, {"Content-Type", "application/warc-fields"}}
	w.buf.Reset()
	w.member(h, fmt.Appendf(nil, "software: %s\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n", oneLine(w.software)), nil)
	w.info = id
	return w.flush()
}

// Mark says how far the files are written, whether on disk or not.
func (w *Writer) Mark() Mark { return w.mark }

// Sync puts on disk what was appended and says how far that is.
func (w *Writer) Sync() (Mark, error) {
	if w.f == nil {
		return w.mark, nil
	}
	return w.mark, w.f.Sync()
}

// Close ends the file at hand and brings its index up to date.
func (w *Writer) Close() error {
	if w.f == nil {
		return nil
	}
	f := w.f
	w.f = nil
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return Index(filepath.Join(w.dir, w.mark.File))
}

func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// newID makes a random UUID (RFC 9562, version 4).
func newID() string {
	var b [16]byte
	rand.Read(b[:])
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("<urn:uuid:%x-%x-%x-%x-%x>", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// Digest is the WARC digest of a payload: SHA-1 in base32.
func Digest(b []byte) string {
	sum := sha1.New()
	sum.Write(b)
	return digestOf(sum)
}

func digestOf(sum hash.Hash) string {
	return "sha1:" + base32.StdEncoding.EncodeToString(sum.Sum(nil))
}
