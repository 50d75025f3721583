package input

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Clash says that an output would be written over an input.
type Clash struct{ Output, Input string }

func (c *Clash) Error() string {
	return fmt.Sprintf("%s would be written over the input %s: give another name", c.Output, c.Input)
}

// Written is a file that the batch is about to write.
type Written struct {
	Name string
	Info fs.FileInfo // nil where it is not there
	real string      // its path without links
}

// Target is the file of a name, which need not be there.
func Target(name string) Written {
	info, err := os.Stat(name)
	if err != nil {
		info = nil
	}
	return Written{name, info, Real(name)}
}

// Stream is the file that an open output is, as standard output may be.
func Stream(name string, w io.Writer) Written {
	f, ok := w.(*os.File)
	if !ok {
		return Written{Name: name}
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return Written{Name: name}
	}
	return Written{Name: name, Info: info}
}

// Real is the absolute path of a file that need not be there, with all symbolic
// links followed.
func Real(path string) string {
	if at, err := filepath.EvalSymlinks(path); err == nil {
		path = at
	} else if dir := filepath.Dir(path); dir != path {
		return filepath.Join(Real(dir), filepath.Base(path))
	}
	if at, err := filepath.Abs(path); err == nil {
		return at
	}
	return path
}

// Inside tells whether a path lies in a directory, or is that directory.
func Inside(path, dir string) bool {
	rest, err := filepath.Rel(Real(dir), Real(path))
	return err == nil && rest != ".." && !strings.HasPrefix(rest, ".."+string(filepath.Separator))
}

// Clashes fails with a *Clash where the batch would write over one of its
// inputs: by its name, another spelling of it, a link, or inside a directory
// that is walked. It opens no input but a list of paths, and is to be called
// before Items. What a list on standard input names is held against Never, as it
// comes.
func (s *Set) Clashes(ctx context.Context, written []Written) error {
	for _, w := range written {
		if err := s.becomes(w); err != nil {
			return err
		}
	}
	there := existing(written)
	if len(there) == 0 {
		return nil
	}
	return s.overwritten(ctx, there)
}

// existing are the files that are there. A device as /dev/null, which standard input may be as well,
// holds nothing to be lost.
func existing(written []Written) (there []Written) {
	for _, w := range written {
		if w.Info != nil && w.Info.Mode()&fs.ModeDevice == 0 {
			there = append(there, w)
		}
	}
	return there
}

// becomes refuses an output that would be an input of the same batch.
func (s *Set) becomes(w Written) error {
	for _, path := range s.Paths {
		info, err := os.Stat(path)
		if err == nil && info.IsDir() && w.real != "" && s.wanted(w.Name) && Inside(w.real, path) {
			return fmt.Errorf("%s would be read as one of the inputs in %s: write it to another folder", w.Name, path)
		}
	}
	return nil
}

// overwritten walks the inputs without reading them.
func (s *Set) overwritten(ctx context.Context, there []Written) (clash error) {
	same := func(path string, info fs.FileInfo) bool {
		for _, w := range there {
			if os.SameFile(w.Info, info) {
				clash = &Clash{w.Name, path}
			}
		}
		return clash == nil
	}
	looked := Set{Options: s.Options}
	looked.Resume, looked.After, looked.Open = nil, nil, nil
	w := walk{set: &looked, ctx: ctx, only: same}
	for _, path := range s.given() {
		if info, err := path.stat(); err == nil && !same(path.name, info) {
			return clash
		}
	}
	if s.From == "-" {
		looked.From, s.Never = "", there
	}
	w.all()
	return clash
}

// never fails with a *Clash where a path is a file that is written.
func (s *Set) never(path string) error {
	if len(s.Never) == 0 {
		return nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil // the reader says why
	}
	for _, w := range s.Never {
		if os.SameFile(w.Info, info) {
			return &Clash{w.Name, path}
		}
	}
	return nil
}

// given are the files that the batch reads beside the documents.
func (s *Set) given() []stated {
	var list []stated
	if f, ok := s.Stdin.(*os.File); ok {
		list = append(list, stated{"standard input", f.Stat})
	}
	if s.From != "" && s.From != "-" {
		list = append(list, stated{s.From, func() (fs.FileInfo, error) { return os.Stat(s.From) }})
	}
	return list
}

type stated struct {
	name string
	stat func() (fs.FileInfo, error)
}
