package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/boctin/boctin/crawl/lock"
)

// flushAt is how many bytes are held back before they are written.
const flushAt = 64 << 10

// partSuffix marks a file that is not finished yet.
const partSuffix = ".part"

// file is one output that only ever receives whole records.
type file struct {
	to    io.Writer
	disk  *os.File // nil where the output is no file
	pipe  bool     // a pipe or device, which cannot be cut or synced
	name  string   // final name
	temp  string   // name while it is written; equal to name where it grows in place
	other *os.File // the other one of the two names, held so that nobody else writes it
	buf   []byte
	size  int64 // bytes written, buf left out
	err   error // of a write that failed: what came after it is not kept
}

// create opens a file to be written from byte size on; with part under a
// temporary name. Nobody else may hold the file under either name.
func create(name string, part bool, size int64) (*file, error) {
	f := &file{name: name, temp: name, size: size}
	if part {
		f.temp += partSuffix
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return nil, fmt.Errorf("cannot make the folder of %s: %w", name, reason(err))
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
		err = f.take(info.Size(), size)
	}
	if err != nil {
		f.release()
		return nil, err
	}
	return f, nil
}

// take holds the file and cuts it to the bytes wanted of those it has.
func (f *file) take(have, want int64) error {
	if err := held(f.disk, f.temp, f.name); err != nil {
		return err
	}
	other := f.name
	if f.temp == f.name {
		other += partSuffix
	}
	d, err := os.Open(other)
	if err == nil {
		f.other = d
		err = held(d, other, f.name)
	} else {
		err = nil // nobody can hold what is not there
	}
	if err != nil {
		return err
	}
	return f.cut(have, want)
}

// held takes one of the two names of an output.
func held(d *os.File, name, output string) error {
	if info, err := d.Stat(); err == nil && !info.Mode().IsRegular() {
		return nil
	}
	err := lock.Take(d, name)
	if errors.Is(err, lock.ErrHeld) {
		return fmt.Errorf("another boctin is writing %s: wait for its end, or give -o another name", output)
	}
	return err
}

// release closes the file and lets go of both names.
func (f *file) release() error {
	if f.other != nil {
		f.other.Close()
	}
	if f.disk == nil {
		return nil
	}
	return f.disk.Close()
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
	if f.disk == nil || f.temp == f.name {
		return f.close()
	}
	if err := f.flush(); err != nil {
		return errors.Join(err, f.release())
	}
	if f.other != nil {
		f.other.Close()
	}
	if err := lock.Finish(f.disk, f.temp, f.name); err != nil {
		return fmt.Errorf("cannot finish %s: %w", f.name, reason(err))
	}
	return nil
}

func (f *file) close() error { return errors.Join(f.flush(), f.release()) }

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
