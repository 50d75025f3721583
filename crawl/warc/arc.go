package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// ARCPrefix begins every ARC file, the format before WARC.
const ARCPrefix = "filedesc://"

// maxLine is the most bytes that the header line of an ARC record may take.
const maxLine = 64 << 10

// ARCReader reads the records of an unpacked ARC file (version 1 or 2) as
// responses.
type ARCReader struct {
	br    *bufio.Reader
	at    int64 // bytes read, up to the header of the next record
	block *io.LimitedReader
}

// NewARC reads from r, which it does not close.
func NewARC(r io.Reader) *ARCReader { return &ARCReader{br: bufio.NewReaderSize(r, maxLine)} }

// Next gives the next record, io.EOF after the last; other errors are final.
func (r *ARCReader) Next() (*Record, error) {
	for {
		rec, err := r.record()
		if err != nil || !strings.HasPrefix(rec.URI, ARCPrefix) {
			return rec, err
		}
	}
}

func (r *ARCReader) record() (*Record, error) {
	if r.block != nil {
		if _, err := io.Copy(io.Discard, r.block); err != nil {
			return nil, err
		}
		if r.block.N > 0 {
			return nil, io.ErrUnexpectedEOF
		}
	}
	offset, line, err := r.line()
	if err != nil {
		return nil, err
	}
	rec, err := arcHeader(string(line))
	if err != nil {
		return nil, fmt.Errorf("the record at %d: %w", offset, err)
	}
	rec.Offset, r.at = offset, r.at+rec.Length
	r.block = &io.LimitedReader{R: r.br, N: rec.Length}
	rec.Block = r.block
	return rec, nil
}

// line gives the next line that is not empty.
func (r *ARCReader) line() (offset int64, line []byte, err error) {
	for {
		line, err := r.br.ReadSlice('\n')
		offset := r.at
		r.at += int64(len(line))
		line = bytes.TrimSpace(line)
		switch {
		case len(line) > 0 && (err == nil || errors.Is(err, io.EOF)):
			return offset, line, nil
		case err != nil:
			return offset, nil, err
		}
	}
}

// arcHeader reads a header line: URL, address, date, media type, ... and at the
// end the length. Version 2 has ten fields and version 1 five.
func arcHeader(line string) (*Record, error) {
	f := strings.Split(line, " ")
	n := len(f)
	if n < 5 {
		return nil, fmt.Errorf("begins with %.40q, which is no header of an ARC record", line)
	}
	length, err := strconv.ParseInt(f[n-1], 10, 64)
	if err != nil || length < 0 {
		return nil, fmt.Errorf("its length is %.40q", f[n-1])
	}
	url := strings.Join(f[:n-4], " ") // version 1, where a URL may hold spaces
	date := f[n-3]
	if n >= 10 && isStamp(f[n-8]) {
		url, date = strings.Join(f[:n-9], " "), f[n-8]
	}
	at, _ := time.Parse("20060102150405", date) // zero where there is none
	return &Record{Version: "ARC", Type: TypeResponse, ID: date + "/" + url, URI: url, Date: at, Length: length}, nil
}

func isStamp(s string) bool {
	_, err := time.Parse("20060102150405", s)
	return err == nil
}
