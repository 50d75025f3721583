package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// ErrNoMessage says that a record holds no HTTP response and no resource.
var ErrNoMessage = errors.New("record holds no page")

// Message is the answer that a record holds, as a browser would see it.
type Message struct {
	Status    int
	Header    http.Header
	Body      []byte // transfer and content encodings undone
	Truncated bool   // Body was cut at the limit
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
	body, err := decoded(br, m.Header)
	if err != nil {
		return nil, err
	}
	return m, m.read(body, limit)
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
	encodings := strings.Split(strings.Join(h.Values("Content-Encoding"), ","), ",")
	for i := len(encodings) - 1; i >= 0; i-- {
		next, err := undo(br, strings.ToLower(strings.TrimSpace(encodings[i])))
		if err != nil {
			return nil, err
		}
		br = next
	}
	return br, nil
}

// isChunked tells whether a body begins with the size line of a chunk.
func isChunked(br *bufio.Reader) bool {
	head, _ := br.Peek(20)
	line, _, ok := bytes.Cut(head, []byte("\n"))
	size, _, _ := strings.Cut(strings.TrimSpace(string(line)), ";")
	_, err := strconv.ParseUint(strings.TrimSpace(size), 16, 63)
	return ok && err == nil
}

func undo(br *bufio.Reader, encoding string) (*bufio.Reader, error) {
	head, _ := br.Peek(4)
	if len(head) == 0 {
		return br, nil
	}
	var r io.Reader
	var err error
	switch encoding {
	case "", "identity", "none", "utf-8":
		return br, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(head, []byte{0x1f, 0x8b}) {
			return br, nil
		}
		r, err = gzip.NewReader(br)
	case "deflate":
		if head[0]&0x0f == 8 && len(head) > 1 && (int(head[0])<<8|int(head[1]))%31 == 0 {
			r, err = zlib.NewReader(br)
		} else {
			r = flate.NewReader(br)
		}
	case "zstd":
		if !bytes.Equal(head, []byte{0x28, 0xb5, 0x2f, 0xfd}) {
			return br, nil
		}
		r, err = zstd.NewReader(br, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
	default:
		return nil, fmt.Errorf("content encoding %q is not known here", encoding)
	}
	if err != nil {
		return nil, fmt.Errorf("content encoding %s: %w", encoding, err)
	}
	return bufio.NewReader(r), nil
}
