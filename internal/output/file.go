package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// flushAt is how many bytes are held back before they are written.
const flushAt = 64 << 10

// partSuffix marks a file that is not finished yet.
const partSuffix = ".part"

// file is one output that only ever receives whole records.
type file struct {
	to   io.Writer
	disk *os.File // nil where the output is no file
	pipe bool     // a pipe or device, which cannot be cut or synced
	name string   // final name
	temp string   // name while it is written; equal to name where it grows in place
	buf  []byte
	size int64 // bytes written, buf left out
	err  error // of a write that failed: what came after it is not kept
}

// create opens a file to be written from byte size on; with part under a
// temporary name.
func create(name string, part bool, size int64) (*file, error) {
	f := &file{name: name, temp: name, size: size}
	if part {
		f.temp += partSuffix
	}
	d, err := os.OpenFile(f.temp, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", f.temp, reason(err))
	}
	f.disk, f.to = d, d
	info, err := d.Stat()
	if err == nil {
		f.pipe = !info.Mode().IsRegular()
	}
	if err == nil && !f.pipe {
		err = f.cut(info.Size(), size)
	}
	if err != nil {
		d.Close()
		return nil, err
	}
	return f, nil
}

func (f *file) cut(have, want int64) error {
	if have < want {
		return fmt.Errorf("%s is shorter than the journal of the interrupted run says (%d of %d bytes): remove it and the journal, and start over", f.temp, have, want)
	}
	if err := f.disk.Truncate(want); err != nil {
		return fmt.Errorf("cannot cut %s: %w", f.temp, reason(err))
	}
	_, err := f.disk.Seek(want, io.SeekStart)
	return err
}

// add takes one record's bytes, whole.
func (f *file) add(b []byte) error {
	f.buf = append(f.buf, b...)
	if len(f.buf) >= flushAt {
		return f.flush()
	}
	return nil
}

func (f *file) flush() error {
	if f.err != nil || len(f.buf) == 0 {
		return f.err
	}
	n, err := f.to.Write(f.buf)
	if err != nil {
		f.err = fmt.Errorf("cannot write %s: %w", f.shown(), reason(err))
		n = f.whole(n)
	}
	f.size += int64(n)
	f.buf = f.buf[:0]
	return f.err
}

// whole takes back the last line where only a part of it was written; n bytes of
// buf were.
func (f *file) whole(n int) int {
	lines := bytes.LastIndexByte(f.buf[:n], '\n') + 1
	if f.disk == nil || f.pipe || f.disk.Truncate(f.size+int64(lines)) != nil {
		return n
	}
	return lines
}

func (f *file) shown() string {
	if f.name == "" {
		return "standard output"
	}
	return f.temp
}

// sync brings everything to the disk.
func (f *file) sync() error {
	if err := f.flush(); err != nil || f.disk == nil || f.pipe {
		return err
	}
	if err := f.disk.Sync(); err != nil {
		return fmt.Errorf("cannot write %s: %w", f.temp, reason(err))
	}
	return nil
}

// finish closes the file and gives it its name.
func (f *file) finish() error {
	if err := f.close(); err != nil || f.disk == nil || f.temp == f.name {
		return err
	}
	if err := os.Rename(f.temp, f.name); err != nil {
		return fmt.Errorf("cannot finish %s: %w", f.name, reason(err))
	}
	return nil
}

func (f *file) close() error {
	err := f.flush()
	if f.disk != nil {
		err = errors.Join(err, f.disk.Close())
	}
	return err
}

// reason leaves the path and the system call out of an error.
func reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}
