package export

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/lock"
)

// ErrMisuse says that the options do not go together.
var ErrMisuse = errors.New("")

func misuse(format string, args ...any) error {
	return fmt.Errorf(format+"%w", append(args, ErrMisuse)...)
}

// Options say where an export goes.
type Options struct {
	Format *Format
	Path   string    // a file, or a folder; empty: Stdout
	Stdout io.Writer // used where Path is empty
	BOM    bool      // begin CSV tables with a byte order mark
}

// Export is one export on its way. Until Commit nothing of it stands under its
// name, and what stood there before is whole.
type Export struct {
	writer Writer
	target target
	name   string // what is written, for a message
}

// target is the place that an export goes to.
type target interface {
	commit() error // gives what was written its name
	abort()        // takes it away
}

// partSuffix ends the name of what is not finished.
const partSuffix = ".part"

// Open begins an export. What a killed one left behind is written over.
func Open(o Options) (*Export, error) {
	if o.Path == "" {
		if !o.Format.Piped {
			return nil, misuse("%s cannot go to standard output: say where with -o %s", o.Format.Name, o.Format.example())
		}
		return &Export{o.Format.stream(o.Stdout), nowhere{}, "standard output"}, nil
	}
	if at, err := filepath.EvalSymlinks(o.Path); err == nil {
		o.Path = at // what a link points to is replaced, not the link
	}
	o.Path = filepath.Clean(o.Path)
	if err := os.MkdirAll(filepath.Dir(o.Path), 0o777); err != nil {
		return nil, cannotWrite(o.Path, err)
	}
	open := openFile
	if o.Format.folder != nil {
		open = openFolder
	}
	w, t, err := open(o)
	if err != nil {
		return nil, err
	}
	return &Export{w, t, o.Path}, nil
}

// example is a name for an export of the format.
func (f *Format) example() string {
	if f.folder != nil {
		return f.Name + "/"
	}
	return "news." + f.Name
}

// Write adds one record, whose spans are in bytes.
func (e *Export) Write(r *boctin.Record) error { return cannotWrite(e.name, e.writer.Write(r)) }

// Commit finishes the export and gives it its name.
func (e *Export) Commit() error {
	if err := e.writer.Close(); err != nil {
		return cannotWrite(e.name, err)
	}
	return cannotWrite(e.name, e.target.commit())
}

// Abort takes away what was written; what stood there before stays. On standard
// output, what was handed over stands as whole lines.
func (e *Export) Abort() {
	if w, ok := e.writer.(interface{ flush() error }); ok && e.target == (nowhere{}) {
		w.flush()
	}
	e.target.abort()
}

// nowhere is the target of what has no name.
type nowhere struct{}

func (nowhere) commit() error { return nil }
func (nowhere) abort()        {}

// device is a file that is not a regular one.
type device struct{ *os.File }

func (d device) commit() error { return d.Close() }
func (d device) abort()        { d.Close() }

// single is an export of one file.
type single struct {
	final, temp string
	disk        *os.File
}

func openFile(o Options) (Writer, target, error) {
	info, err := os.Stat(o.Path)
	switch {
	case err == nil && info.IsDir():
		return nil, nil, misuse("%s is a folder, and %s is one file: say -o %s", o.Path, o.Format.Name, filepath.Join(o.Path, o.Format.example()))
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(o.Path, os.O_WRONLY, 0)
		return o.Format.stream(f), device{f}, cannotWrite(o.Path, err)
	}
	s := &single{final: o.Path, temp: o.Path + partSuffix}
	if s.disk, err = os.OpenFile(s.temp, os.O_RDWR|os.O_CREATE, 0o666); err != nil {
		return nil, nil, cannotWrite(s.temp, err)
	}
	if err := own(s.disk, s.temp); err != nil {
		s.disk.Close()
		return nil, nil, err
	}
	return o.Format.stream(s.disk), s, cannotWrite(s.temp, s.disk.Truncate(0))
}

func (s *single) commit() error {
	if err := s.disk.Sync(); err != nil {
		return err
	}
	return lock.Finish(s.disk, s.temp, s.final)
}

func (s *single) abort() {
	os.Remove(s.temp)
	s.disk.Close()
}

// own takes an open temporary file or folder for this process, or says that
// another one has it.
func own(f *os.File, name string) error {
	if err := lock.Take(f, name); errors.Is(err, lock.ErrHeld) {
		return fmt.Errorf("another export is writing %s: wait for its end", strings.TrimSuffix(name, partSuffix))
	} else if err != nil {
		return err
	}
	return nil
}

// cannotWrite tells of a failure without the system call; nil stays nil.
func cannotWrite(name string, err error) error {
	var p *os.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return fmt.Errorf("cannot write %s: %w", name, p.Err)
	case errors.As(err, &l):
		return fmt.Errorf("cannot write %s: %w", name, l.Err)
	}
	return err
}
