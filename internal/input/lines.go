package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// lines hands on each line of a file of JSON lines as a document of its own.
func (f *file) lines(src io.Reader) bool {
	packed, err := unpacked(src)
	if err != nil {
		return f.fail("", err)
	}
	r, offset := unmarked(packed)
	for n := 1; ; n++ {
		line, length, err := longLine(r, f.walk.set.MaxBytes)
		if length > 0 && !f.line(n, offset, line) {
			return false
		}
		offset += length
		switch {
		case errors.Is(err, io.EOF):
			return f.index > 0 || f.fail("", Faultf(Empty, "no lines in this file: give articles or records as JSON lines"))
		case err != nil:
			return f.fail(fmt.Sprintf("line %d", n), readFault(err))
		}
	}
}

// line hands on one line; nil stands for one that was too long.
func (f *file) line(n int, offset int64, line []byte) bool {
	page := f.page(fmt.Sprintf("line %d", n))
	page.Offset, page.Body = offset, line
	if f.walk.set.Lists != nil {
		page.Format = FormatItem
	}
	it := Item{Page: page}
	switch {
	case line == nil:
		it.Err = Faultf(TooLarge, "longer than %s: raise --max-bytes to read it", Bytes(f.walk.set.MaxBytes))
	case len(bytes.TrimSpace(line)) == 0:
		return true
	}
	return f.emit(it)
}

// longLine reads one line of any length but keeps no more than limit of it: a
// longer one comes back as nil. length counts the line end as well.
func longLine(r *bufio.Reader, limit int64) (line []byte, length int64, err error) {
	for {
		part, err := r.ReadSlice('\n')
		length += int64(len(part))
		if length <= limit+1 {
			line = append(line, part...)
		} else {
			line = nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(line, []byte("\n")), length, err
		}
	}
}

// list takes the paths that a file lists, one a line, or NUL-separated as
// find -print0 writes them.
func (w *walk) list(name string) {
	src, err := w.set.open(name)
	if err != nil {
		w.file(name, 0, err)
		return
	}
	defer src.Close()
	r, _ := unmarked(bufio.NewReaderSize(src, 1<<16))
	end := byte('\n')
	if head, _ := r.Peek(sniffLength); bytes.IndexByte(head, 0) >= 0 {
		end = 0
	}
	for {
		path, err := r.ReadString(end)
		path = trimEnd(path, end)
		if path != "" && !w.path(path) {
			return
		}
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			w.file(name, 0, readFault(err))
			return
		}
	}
}

func trimEnd(path string, end byte) string {
	if n := len(path); n > 0 && path[n-1] == end {
		path = path[:n-1]
	}
	if n := len(path); n > 0 && end == '\n' && path[n-1] == '\r' {
		path = path[:n-1]
	}
	return path
}
