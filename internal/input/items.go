package input

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/klauspost/compress/gzip"

	"github.com/boctin/boctin"
)

// FormatItem is an article in a list of articles: a line of JSON, a row of CSV
// or an item of a feed. The body of such a page is one JSON object.
const FormatItem boctin.Format = "item"

// Lists says how lists of articles are read.
type Lists struct {
	Describe func(fields []string) bool                    // tells whether the names of a list's fields are those of an article
	IsFeed   func(head []byte) bool                        // tells RSS and Atom by their first bytes
	Feed     func(body []byte) (items [][]byte, err error) // gives the items of a feed as JSON objects
}

// lists maps the names of lists of articles to their forms; each may also end in .gz.
var lists = map[string]form{".jsonl": formJSON, ".ndjson": formJSON, ".json": formObjects,
	".csv": formCSV, ".tsv": formCSV, ".rss": formFeed, ".atom": formFeed, ".xml": formFeed}

const (
	formObjects form = "objects" // JSON values one after the other, or in an array
	formCSV     form = "csv"
	formFeed    form = "feed"
)

// listed tells the form that the name of a list promises.
func listed(path string) form {
	name, _ := bare(path)
	return lists[filepath.Ext(name)]
}

// isList tells whether a file found in a directory is a list of articles. A
// .json file there may be anything, and has to be named.
func (s *Set) isList(path string) bool {
	kind := listed(path)
	if s.Lists == nil || kind == "" || kind == formObjects {
		return false
	}
	r, done, err := opened(path)
	if err != nil {
		return true // the reader says why
	}
	defer done()
	text, _ := unmarked(bufio.NewReaderSize(r, 1<<16))
	head, _ := text.Peek(1 << 16)
	switch kind {
	case formJSON:
		first, _, _ := bytes.Cut(head, []byte("\n"))
		return len(first) == 1<<16 || s.Lists.Describe(keys(first))
	case formCSV:
		first, err := table(bytes.NewReader(head), int64(len(head))).next()
		return err == nil && s.Lists.Describe(first)
	}
	return s.Lists.IsFeed(head)
}

// opened opens a file that may be packed.
func opened(path string) (io.Reader, func(), error) {
	src, err := (&Set{}).open(path)
	if err != nil {
		return nil, nil, err
	}
	r, err := unpacked(src)
	if err != nil {
		src.Close()
		return nil, nil, err
	}
	return r, func() { src.Close() }, nil
}

func unpacked(src io.Reader) (*bufio.Reader, error) {
	r := bufio.NewReaderSize(src, 1<<16)
	head, _ := r.Peek(len(zstMagic))
	var z io.Reader = r
	var err error
	switch packing(head) {
	case formGzip:
		z, err = gzip.NewReader(r)
	case formZst:
		z, err = unzst(r)
	default:
		return r, nil
	}
	if err != nil {
		return nil, readFault(err)
	}
	return bufio.NewReaderSize(z, 1<<16), nil
}

// keys gives the names of the fields of a JSON object.
func keys(object []byte) (names []string) {
	var fields map[string]json.RawMessage
	if json.Unmarshal(object, &fields) != nil {
		return nil
	}
	for name := range fields {
		names = append(names, name)
	}
	return names
}

// list hands on the articles of a list. Ok is false where the file is none.
func (f *file) list(src io.Reader) (ok, more bool) {
	kind := listed(f.at.Path)
	unnamed := kind == "" && f.size == 0 // standard input, or a pipe
	if kind == "" && !unnamed {
		return false, true
	}
	r, err := unpacked(src)
	if err != nil {
		return true, f.fail("", err)
	}
	if unnamed {
		if kind = f.walk.set.streamed(r); kind == "" {
			return true, f.stream("", r, 0)
		}
	}
	switch kind {
	case formJSON:
		return true, f.lines(r)
	case formObjects:
		return true, f.objects(r)
	case formCSV:
		return true, f.rows(r)
	}
	return true, f.feed(r)
}

// streamed tells the form of standard input by its first bytes.
func (s *Set) streamed(r *bufio.Reader) form {
	head, _ := r.Peek(sniffLength)
	text := plain(head)
	switch {
	case bytes.HasPrefix(text, []byte("{")):
		return formJSON
	case bytes.HasPrefix(text, []byte("[")):
		return formObjects
	case s.Lists.IsFeed(head):
		return formFeed
	}
	return ""
}

// item hands on one article of a list.
func (f *file) item(record string, offset int64, object []byte) bool {
	page := f.page(record)
	page.Offset, page.Body, page.Format = offset, object, FormatItem
	return f.emit(Item{Page: page})
}

// objects hands on JSON values that stand one after the other or in an array.
func (f *file) objects(src io.Reader) bool {
	most := f.walk.set.MaxBytes
	text, _ := unmarked(bufio.NewReaderSize(src, 1<<16))
	limit := &limited{Reader: text, most: most, left: most}
	dec := json.NewDecoder(limit)
	inside := arrayed(dec, limit)
	n := 1
	for ; !inside || dec.More(); n++ {
		limit.left = most + 1<<16
		offset := dec.InputOffset()
		var value json.RawMessage
		err := dec.Decode(&value)
		switch {
		case errors.Is(err, io.EOF) && !inside:
			return f.some("no articles in this file")
		case err != nil:
			return f.fail(fmt.Sprintf("object %d", n), jsonFault(err))
		case !f.item(fmt.Sprintf("object %d", n), offset, value):
			return false
		}
	}
	if _, err := dec.Token(); err != nil { // of the end of the list
		return f.fail(fmt.Sprintf("object %d", n), jsonFault(err))
	}
	return f.some("no articles in this file")
}

// some fails where the file held nothing.
func (f *file) some(otherwise string) bool {
	return f.index > 0 || f.fail("", Faultf(Empty, "%s", otherwise))
}

// arrayed steps into the array that a file of JSON is, if it is one.
func arrayed(dec *json.Decoder, limit *limited) bool {
	buffered := bufio.NewReader(limit.Reader)
	limit.Reader = buffered
	for {
		b, err := buffered.Peek(1)
		if err != nil {
			return false
		}
		switch b[0] {
		case ' ', '\t', '\r', '\n':
			buffered.Discard(1)
		case '[':
			_, err := dec.Token()
			return err == nil
		default:
			return false
		}
	}
}

func jsonFault(err error) error {
	var fault *Fault
	switch {
	case errors.As(err, &fault):
		return err
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return Faultf(Damaged, "the list breaks off: write or copy the file again; what stands before was read")
	}
	return Faultf(NotJSON, "not JSON: %w", err)
}

// limited fails where one article takes more than most bytes.
type limited struct {
	io.Reader
	most, left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, tooLarge(l.most)
	}
	n, err := l.Reader.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}

func encoded(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.Encode(v) // strings alone
	return bytes.TrimSpace(b.Bytes())
}

// feed hands on the items of RSS or Atom.
func (f *file) feed(src io.Reader) bool {
	body, err := f.walk.set.readAll(src, f.size)
	if err != nil {
		return f.fail("", err)
	}
	items, err := f.walk.set.Lists.Feed(body)
	if err != nil && len(items) == 0 {
		return f.fail("", Faultf(Damaged, "%w: RSS or Atom is read", err))
	}
	for i, item := range items {
		if !f.item(fmt.Sprintf("item %d", i+1), 0, item) {
			return false
		}
	}
	if err != nil && !f.fail("", Faultf(Damaged, "%w: what stands before the fault was read", err)) {
		return false
	}
	return f.some("no items in this feed")
}
