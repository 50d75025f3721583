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

// sheet reads CSV row by row: each is cut out of the stream, so that one that is too large
// is passed over, and then taken apart.
type sheet struct {
	src   *bufio.Reader
	most  int64 // bytes of a row
	comma byte
	at    int64 // bytes of the rows before
	row   bytes.Reader
	cells *csv.Reader // of row
}

// table reads CSV with commas, semicolons or tabs, as the first line has them; of a row it
// keeps no more than so many bytes.
func table(src io.Reader, most int64) *sheet {
	buffered, _ := unmarked(bufio.NewReaderSize(src, 1<<16))
	head, _ := buffered.Peek(sniffLength)
	first, _, _ := bytes.Cut(head, []byte("\n"))
	s := &sheet{src: buffered, most: most, comma: ','}
	for _, sep := range []byte(";\t") {
		if bytes.Count(first, []byte{sep}) > bytes.Count(first, []byte{s.comma}) {
			s.comma = sep
		}
	}
	s.cells = csv.NewReader(&s.row)
	s.cells.Comma, s.cells.FieldsPerRecord, s.cells.LazyQuotes = rune(s.comma), -1, true
	return s
}

// next reads the next row. One that is too large, or has a quotation mark that is not closed,
// which then goes on to the end of the file, is a Fault.
func (s *sheet) next() ([]string, error) {
	row, length, in, err := s.cut()
	s.at += length
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		s.src.Reset(&bytes.Reader{}) // nothing more comes
		return nil, readFault(err)
	case length > s.most:
		return nil, tooLarge(s.most)
	case err != nil && in == quoted:
		return nil, Faultf(Damaged, "a quotation mark in this row is not closed, and all behind it is taken into the cell: close it, or copy the file again")
	}
	s.row.Reset(row)
	cells, err := s.cells.Read()
	var wrong *csv.ParseError
	if errors.As(err, &wrong) {
		err = Faultf(Damaged, "the row cannot be read: %w", wrong.Err)
	}
	return cells, err
}

// Where the bytes of a row lead: to the beginning of a cell, inside one, inside one in
// quotation marks, and behind a mark in it, which may end it.
type cellState int

const (
	beginning cellState = iota
	unquoted
	quoted
	marked
	markedReturn // and behind a carriage return
)

// cut takes the bytes of the next row out of the stream, with the empty lines before it; of
// one that is too large, none. In is where its last byte led.
func (s *sheet) cut() (row []byte, length int64, in cellState, err error) {
	for {
		part, err := s.src.ReadSlice('\n')
		length += int64(len(part))
		if row = append(row, part...); length > s.most {
			row = nil
		}
		for _, c := range part {
			in = in.behind(c, s.comma)
		}
		ended := in == beginning && len(part) > 0 && part[len(part)-1] == '\n'
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case err != nil:
			return row, length, in, err
		case ended && length > 0 && len(bytes.Trim(row, "\r\n")) > 0 || ended && length > s.most:
			return row, length, in, nil
		}
	}
}

// behind gives where a byte leads.
func (in cellState) behind(c, comma byte) cellState {
	switch {
	case in == quoted && c == '"':
		return marked
	case in == quoted, in == marked && c == '"': // two are one of the text
		return quoted
	case c == '\n', c == comma && in != markedReturn:
		return beginning
	case in == marked && c == '\r':
		return markedReturn
	case in == markedReturn && c == '"':
		return marked
	case in == marked, in == markedReturn, in == beginning && c == '"':
		return quoted // a mark inside a cell that does not end it is one of the text
	}
	return unquoted
}

// rows hands on the rows of a table, each as an object under the names of the header.
func (f *file) rows(src io.Reader) bool {
	r := table(src, f.walk.set.MaxBytes)
	header, err := r.next()
	switch {
	case errors.Is(err, io.EOF):
		return f.fail("", Faultf(Empty, "no header in this table: its first line names the columns"))
	case err != nil:
		return f.fail("row 1", err)
	}
	for n := 2; ; n++ {
		offset := r.at
		row, err := r.next()
		var more bool
		switch {
		case errors.Is(err, io.EOF):
			return f.some("no rows under the header of this table")
		case err != nil:
			more = f.fail(fmt.Sprintf("row %d", n), err)
		default:
			more = f.item(fmt.Sprintf("row %d", n), offset, byName(header, row))
		}
		if !more {
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
