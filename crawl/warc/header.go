package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// maxHeader is the most bytes a WARC or HTTP header may take.
const maxHeader = 256 << 10

var errLongHeader = fmt.Errorf("header is longer than %d KiB", maxHeader>>10)

// Field is one named value of a header.
type Field struct{ Name, Value string }

// Header is the named fields of a WARC record, in the order of the file.
type Header []Field

// Get gives the first value of a field, whatever the case of its name.
func (h Header) Get(name string) string {
	for _, f := range h {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// Set replaces the field of that name or adds it at the end.
func (h *Header) Set(name, value string) {
	for i, f := range *h {
		if strings.EqualFold(f.Name, name) {
			(*h)[i].Value = value
			return
		}
	}
	*h = append(*h, Field{name, value})
}

// lines reads header lines up to the empty one, without their ends.
func lines(r io.ByteReader) ([]string, error) {
	var out []string
	var line []byte
	for size := 0; size < maxHeader; size++ {
		b, err := r.ReadByte()
		if err != nil {
			return out, noEOF(err)
		}
		if b != '\n' {
			line = append(line, b)
			continue
		}
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(line) == 0 {
			return out, nil
		}
		out, line = append(out, string(line)), line[:0]
	}
	return out, errLongHeader
}

// fields splits header lines; a line that starts with white space goes on with
// the one before it, a line without a colon is passed over.
func fields(lines []string) Header {
	var h Header
	for _, line := range lines {
		if (line[0] == ' ' || line[0] == '\t') && len(h) > 0 {
			h[len(h)-1].Value += " " + strings.TrimSpace(line)
			continue
		}
		if name, value, ok := strings.Cut(line, ":"); ok {
			h = append(h, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
	return h
}

func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// dateLayouts are the precisions that WARC/1.1 allows, and RFC 3339 beside them.
var dateLayouts = []string{time.RFC3339, "2006-01-02T15:04Z", "2006-01-02", "2006-01", "2006"}

func parseDate(s string) time.Time {
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
