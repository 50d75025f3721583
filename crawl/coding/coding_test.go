package coding

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
)

func packed(t *testing.T, open func(io.Writer) io.WriteCloser, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := open(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var writers = map[string]func(io.Writer) io.WriteCloser{
	"gzip":    func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) },
	"br":      func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) },
	"deflate": func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) },
	"raw":     func(w io.Writer) io.WriteCloser { z, _ := flate.NewWriter(w, 6); return z },
	"zstd":    func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z },
}

func TestUndo(t *testing.T) {
	text := "<p>" + strings.Repeat("Hội nghị sơ kết. ", 5000)
	for name, open := range writers {
		field := strings.Replace(name, "raw", "deflate", 1)
		for tail, behind := range map[string]string{"": "", "line end": "\r\n", "rubbish": "\x00\x00ab"} {
			body := append(packed(t, open, text), behind...)
			if got := undone(t, body, field); got != text {
				t.Errorf("%s with %q behind it: %d bytes of %d", name, tail, len(got), len(text))
			}
		}
		if got := undone(t, []byte(text), field); got != text {
			t.Errorf("%s said and not done: %d bytes of %d", name, len(got), len(text))
		}
	}
	for _, name := range []string{"gzip", "zstd"} {
		if got := undone(t, packed(t, writers[name], text), ""); got != text {
			t.Errorf("%s done and not said", name)
		}
	}
	twice := packed(t, writers["gzip"], string(packed(t, writers["br"], text)))
	if got := undone(t, twice, "br, gzip"); got != text {
		t.Error("one upon the other")
	}
	two := append(packed(t, writers["gzip"], text), packed(t, writers["gzip"], text)...)
	if got := undone(t, two, "gzip"); got != text+text {
		t.Error("two members")
	}
}

func undone(t *testing.T, body []byte, fields ...string) string {
	t.Helper()
	r, err := UndoAll(bufio.NewReader(bytes.NewReader(body)), fields)
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Errorf("%v: %v", fields, err)
	}
	return string(out)
}

// TestBrokenOff must not take half of a body for the whole.
func TestBrokenOff(t *testing.T) {
	text := strings.Repeat("Hội nghị sơ kết công tác năm 2025 tại 34 tỉnh. ", 5000)
	for name, open := range writers {
		body := packed(t, open, text)
		r, err := Undo(bufio.NewReader(bytes.NewReader(body[:len(body)/2])), []string{strings.Replace(name, "raw", "deflate", 1)})
		if err == nil {
			_, err = io.ReadAll(r)
		}
		if err == nil {
			t.Errorf("%s: half of it was taken for the whole", name)
		}
	}
	if _, err := Undo(bufio.NewReader(strings.NewReader("x")), []string{"gzip,gzip,gzip,gzip"}); err == nil {
		t.Error("four encodings one upon the other")
	}
}
