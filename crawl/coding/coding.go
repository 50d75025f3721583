// Package coding undoes the content encodings of HTTP, said or not said, as
// browsers do: what a header says is undone only where it was done, and bytes
// behind the end of the encoded data are passed over.
package coding

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

// most is how many encodings may lie one upon the other.
const most = 3

// memory is how many bytes a decoder may hold.
const memory = 64 << 20

// UndoAll is Undo, and undoes gzip or zstd of which no field says anything.
func UndoAll(br *bufio.Reader, fields []string) (*bufio.Reader, error) {
	br, err := Undo(br, fields)
	if err != nil {
		return nil, err
	}
	return unsaid(br)
}

// Undo gives the body that Content-Encoding fields stand for.
func Undo(br *bufio.Reader, fields []string) (*bufio.Reader, error) {
	names := strings.FieldsFunc(strings.ToLower(strings.Join(fields, ",")), func(r rune) bool { return r == ',' || r == ' ' })
	if len(names) > most {
		return nil, fmt.Errorf("%d content encodings, one upon the other", len(names))
	}
	for i := len(names) - 1; i >= 0; i-- {
		next, err := undo(br, names[i])
		if err != nil {
			return nil, err
		}
		br = next
	}
	return br, nil
}

// unsaid undoes an encoding that the first bytes alone tell.
func unsaid(br *bufio.Reader) (*bufio.Reader, error) {
	head, _ := br.Peek(4)
	for name, magic := range magics {
		if bytes.HasPrefix(head, magic) {
			return undo(br, name)
		}
	}
	return br, nil
}

// magics are the first bytes of the encodings that have some.
var magics = map[string][]byte{"gzip": {0x1f, 0x8b, 8}, "zstd": {0x28, 0xb5, 0x2f, 0xfd}}

// aliases are other names of an encoding.
var aliases = map[string]string{"x-gzip": "gzip", "none": "identity", "utf-8": "identity", "": "identity", "x-deflate": "deflate", "brotli": "br"}

func undo(br *bufio.Reader, name string) (*bufio.Reader, error) {
	if real, ok := aliases[name]; ok {
		name = real
	}
	head, _ := br.Peek(4)
	magic, has := magics[name]
	if len(head) == 0 || name == "identity" || has && !bytes.HasPrefix(head, magic) {
		return br, nil // said, and not done
	}
	var r io.Reader
	var err error
	switch name {
	case "gzip":
		r, err = newMembers(br)
	case "deflate":
		r, err = inflate(br, head)
	case "br":
		if looksPlain(br) {
			return br, nil
		}
		r = &brotlis{brotli.NewReader(&ended{src: br})}
	case "zstd":
		r, err = newFrames(br)
	default:
		return nil, fmt.Errorf("content encoding %q is not known here", name)
	}
	if err != nil {
		return nil, fmt.Errorf("content encoding %s: %w", name, err)
	}
	return bufio.NewReader(r), nil
}

// inflate reads deflate as the standard has it, with a zlib header, or as some
// servers send it, without.
func inflate(br *bufio.Reader, head []byte) (io.Reader, error) {
	zlibHeader := len(head) > 1 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0
	switch {
	case zlibHeader:
		return zlib.NewReader(br)
	case looksPlain(br):
		return br, nil
	}
	return flate.NewReader(br), nil
}

// looksPlain tells a page that was stored decoded: an encoding without a mark of
// its own hardly ever begins like a tag.
func looksPlain(br *bufio.Reader) bool {
	head, _ := br.Peek(64)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	return len(head) > 2 && head[0] == '<' && (head[1] == '!' || head[1] == '?' || head[1]|0x20 >= 'a' && head[1]|0x20 <= 'z')
}

// members reads gzip members one after the other, up to bytes that are none.
type members struct {
	src *bufio.Reader
	z   *gzip.Reader
}

func newMembers(src *bufio.Reader) (*members, error) {
	z, err := gzip.NewReader(src)
	if err != nil {
		return nil, err
	}
	z.Multistream(false)
	return &members{src, z}, nil
}

func (m *members) Read(p []byte) (int, error) {
	for {
		n, err := m.z.Read(p)
		if n > 0 || !errors.Is(err, io.EOF) {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return n, err
		}
		if head, _ := m.src.Peek(3); !bytes.HasPrefix(head, magics["gzip"]) {
			return 0, io.EOF
		}
		if err := m.z.Reset(m.src); err != nil {
			return 0, err
		}
		m.z.Multistream(false)
	}
}

// brotlis reads brotli up to the end of its data.
type brotlis struct{ z *brotli.Reader }

func (b *brotlis) Read(p []byte) (int, error) {
	n, err := b.z.Read(p)
	if err != nil && err.Error() == "brotli: excessive input" {
		err = io.EOF // the data ended before, or with, the last byte of ended
	}
	return n, err
}

// ended gives one more byte at the end, and then no clean end: the decoder says
// of bytes behind its data that they are too many, and of data that break off
// nothing.
type ended struct {
	src  io.Reader
	more bool
}

func (e *ended) Read(p []byte) (int, error) {
	n, err := e.src.Read(p)
	if n > 0 || !errors.Is(err, io.EOF) || len(p) == 0 {
		return n, err
	}
	if e.more {
		return 0, io.ErrUnexpectedEOF
	}
	e.more, p[0] = true, 0
	return 1, nil
}

// newFrames unpacks zstd frames; line ends behind them do not count.
func newFrames(src io.Reader) (io.Reader, error) {
	raw, err := io.ReadAll(io.LimitReader(src, memory))
	if err != nil {
		return nil, err
	}
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(memory))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	out, err := z.DecodeAll(raw, nil)
	if err != nil {
		again, e := z.DecodeAll(bytes.TrimRight(raw, "\r\n\x00"), nil)
		if e == nil {
			return bytes.NewReader(again), nil
		}
	}
	if errors.Is(err, zstd.ErrMagicMismatch) && len(out) > 0 {
		err = nil
	}
	return io.MultiReader(bytes.NewReader(out), failing{err}), nil
}

// failing is a stream that has an error at once; nil stands for its end.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) {
	if f.err == nil {
		return 0, io.EOF
	}
	return 0, f.err
}
