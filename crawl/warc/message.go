package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"strconv"
	"strings"

	"github.com/boctin/boctin/crawl/coding"
)

// ErrNoMessage says that a record holds no HTTP response and no resource.
var ErrNoMessage = errors.New("record holds no page")

// Message is the answer that a record holds, as a browser would see it.
type Message struct {
	Status    int
	Header    http.Header
	Body      []byte // transfer and content encodings undone
	Truncated bool   // Body was cut at the limit
	Missing   int64  // bytes that Content-Length says and that are not there
}

// Message reads the block of a response or resource record. It holds at most
// limit bytes of body, after decompression. The error is a *DamagedError when
// the record is damaged.
func (rec *Record) Message(limit int64) (*Message, error) {
	switch rec.Type {
	case TypeResponse, TypeRevisit:
		return rec.response(limit)
	case TypeResource, "conversion":
		m := &Message{Status: http.StatusOK, Header: http.Header{"Content-Type": {rec.Header.Get("Content-Type")}}}
		return m, m.read(rec.Block, limit)
	}
	return nil, ErrNoMessage
}

func (rec *Record) response(limit int64) (*Message, error) {
	if ct := strings.ToLower(rec.Header.Get("Content-Type")); ct != "" && !strings.HasPrefix(ct, "application/http") {
		return nil, fmt.Errorf("%w: its content is %s", ErrNoMessage, ct)
	}
	br := bufio.NewReader(rec.Block)
	m, err := readHead(br)
	if err != nil {
		return nil, err
	}
	m.Missing = missing(m.Header, rec.left()+int64(br.Buffered()))
	body, err := decoded(br, m.Header)
	if err != nil {
		return nil, err
	}
	return m, m.read(body, limit)
}

// left tells how many bytes of the block were not read yet; below 0 where that
// is not known.
func (rec *Record) left() int64 {
	if b, ok := rec.Block.(*block); ok {
		return b.left
	}
	if b, ok := rec.Block.(*io.LimitedReader); ok {
		return b.N
	}
	return -1
}

// missing tells how many bytes fewer a body has than its Content-Length says. A
// body that was stored decoded is held against nothing.
func missing(h http.Header, have int64) int64 {
	said, err := strconv.ParseInt(strings.TrimSpace(h.Get("Content-Length")), 10, 64)
	if err != nil || have < 0 || h.Get("Transfer-Encoding") != "" || h.Get("Content-Encoding") != "" {
		return 0
	}
	return max(0, said-have)
}

// readHead reads the status line and the header fields of an HTTP response.
func readHead(br *bufio.Reader) (*Message, error) {
	ls, err := lines(br)
	if len(ls) == 0 || err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, cmpErr(err, errors.New("HTTP response without a status line"))
	}
	var d *DamagedError
	if errors.As(err, &d) {
		return nil, err
	}
	parts := strings.Fields(ls[0])
	if len(parts) < 2 || !strings.HasPrefix(parts[0], "HTTP/") {
		return nil, fmt.Errorf("HTTP response begins with %.40q", ls[0])
	}
	m := &Message{Header: http.Header{}}
	if m.Status, err = strconv.Atoi(parts[1]); err != nil {
		return nil, fmt.Errorf("HTTP status is %.20q", parts[1])
	}
	for _, f := range fields(ls[1:]) {
		m.Header.Add(f.Name, f.Value)
	}
	return m, nil
}

func cmpErr(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// read takes the body up to the limit. What an encoding holds up to a fault of
// its own is kept; damage of the record is an error.
func (m *Message) read(r io.Reader, limit int64) error {
	var buf bytes.Buffer
	_, err := io.Copy(&buf, io.LimitReader(r, limit+1))
	m.Body = buf.Bytes()
	if int64(len(m.Body)) > limit {
		m.Body, m.Truncated = m.Body[:limit], true
		return nil
	}
	var d *DamagedError
	if err != nil && !errors.As(err, &d) && len(m.Body) > 0 {
		m.Truncated = true
		return nil
	}
	return err
}

// decoded undoes Transfer-Encoding and Content-Encoding. Some writers keep the
// fields and store the body decoded, so each is undone only where it is there.
func decoded(br *bufio.Reader, h http.Header) (io.Reader, error) {
	if strings.EqualFold(h.Get("Transfer-Encoding"), "chunked") && isChunked(br) {
		br = bufio.NewReader(httputil.NewChunkedReader(br))
	}
	return coding.UndoAll(br, h.Values("Content-Encoding"))
}

// isChunked tells whether a body begins with the size line of a chunk.
func isChunked(br *bufio.Reader) bool {
	head, _ := br.Peek(20)
	line, _, ok := bytes.Cut(head, []byte("\n"))
	size, _, _ := strings.Cut(strings.TrimSpace(string(line)), ";")
	_, err := strconv.ParseUint(strings.TrimSpace(size), 16, 63)
	return ok && err == nil
}
