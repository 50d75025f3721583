package input

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// sheet reads CSV, and keeps the bytes of the row at hand.
type sheet struct {
	*csv.Reader
	raw *kept
}

// kept holds what was read of a stream from a place on.
type kept struct {
	io.Reader
	held []byte
	from int64 // bytes of the stream before held
	end  bool  // the stream has come to its end
}

func (k *kept) Read(p []byte) (int, error) {
	n, err := k.Reader.Read(p)
	k.held = append(k.held, p[:n]...)
	k.end = k.end || errors.Is(err, io.EOF)
	return n, err
}

// drop lets go of what stands before a place.
func (k *kept) drop(before int64) {
	k.held = k.held[:copy(k.held, k.held[before-k.from:])]
	k.from = before
}

// table reads CSV with commas, semicolons or tabs, as the first line has them.
func table(src io.Reader) *sheet {
	buffered, _ := unmarked(bufio.NewReaderSize(src, 1<<16))
	head, _ := buffered.Peek(sniffLength)
	first, _, _ := bytes.Cut(head, []byte("\n"))
	raw := &kept{Reader: buffered}
	r := csv.NewReader(raw)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	for _, sep := range ";\t" {
		if bytes.Count(first, []byte(string(sep))) > bytes.Count(first, []byte(string(r.Comma))) {
			r.Comma = sep
		}
	}
	return &sheet{r, raw}
}

// row reads the next row. One with a quotation mark that is not closed, which then goes
// on to the end of the file, is a Fault.
func (s *sheet) row() ([]string, error) {
	s.raw.drop(s.InputOffset())
	row, err := s.Read()
	if last := s.raw.end && s.InputOffset() == s.raw.from+int64(len(s.raw.held)); err == nil && last && unclosed(s.raw.held, byte(s.Comma)) {
		return nil, Faultf(Damaged, "a quotation mark in this row is not closed, and all behind it is taken into the cell: close it, or copy the file again")
	}
	return row, err
}

// unclosed tells whether a row of CSV ends inside a cell in quotation marks.
func unclosed(row []byte, comma byte) bool {
	inside, begins := false, true
	for i := 0; i < len(row); i++ {
		c := row[i]
		switch {
		case !inside:
			inside = begins && c == '"'
			begins = c == comma || c == '\n'
		case c != '"':
		case i+1 < len(row) && row[i+1] == '"':
			i++
		case i+1 == len(row) || row[i+1] == comma || row[i+1] == '\n' || row[i+1] == '\r':
			inside = false
		}
	}
	return inside
}

// rows hands on the rows of a table, each as an object under the names of the header.
func (f *file) rows(src io.Reader) bool {
	limit := &limited{Reader: src, most: f.walk.set.MaxBytes, left: f.walk.set.MaxBytes}
	r := table(limit)
	header, err := r.row()
	if err != nil {
		return f.fail("", Faultf(Empty, "no header in this table: its first line names the columns"))
	}
	for n := 2; ; n++ {
		limit.left = limit.most + 1<<16
		offset := r.InputOffset()
		row, err := r.row()
		switch {
		case errors.Is(err, io.EOF):
			return f.some("no rows under the header of this table")
		case err != nil:
			var wrong *csv.ParseError
			if !errors.As(err, &wrong) {
				return f.fail(fmt.Sprintf("row %d", n), jsonFault(err))
			}
			if !f.fail(fmt.Sprintf("row %d", n), Faultf(Damaged, "the row cannot be read: %w", wrong.Err)) {
				return false
			}
		case !f.item(fmt.Sprintf("row %d", n), offset, byName(header, row)):
			return false
		}
	}
}

// byName makes an object of a row; fields that the header does not name are left out.
func byName(header, row []string) []byte {
	fields := map[string]string{}
	for i, name := range header[:min(len(header), len(row))] {
		if row[i] != "" {
			fields[strings.TrimSpace(name)] = row[i]
		}
	}
	return encoded(fields)
}
