package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/input"
)

// Options say where records go.
type Options struct {
	Path    string    // empty: Stdout; a directory or .zip where the format has several files
	Stdout  io.Writer // used where Path is empty
	Errors  string    // file for failures, as JSON lines; empty: none
	Format  Format
	Resume  bool
	Command string // what makes a run the same run
}

// Sink receives the records and failures of a batch in their order. It is for
// one goroutine.
type Sink struct {
	format  Format
	files   []*file
	errors  *file
	zip     string // name of the archive that the files become, or empty
	journal string // its path, or empty where a run cannot be resumed
	state   Journal
	after   *boctin.Source // see After
	records int
}

// ErrMisuse says that the options do not go together.
var ErrMisuse = errors.New("")

func misuse(format string, args ...any) error {
	return fmt.Errorf(format+"%w", append(args, ErrMisuse)...)
}

// Open prepares the files. With Resume it takes up an interrupted run, if
// there is one, and else begins one that writes under the final name at once.
func Open(o Options) (*Sink, error) {
	s := &Sink{format: o.Format, state: Journal{Command: o.Command, Part: !o.Resume}}
	if err := s.check(o); err != nil {
		return nil, err
	}
	if o.Path == "" {
		s.files = []*file{{to: o.Stdout}}
		s.state.Part = false
	} else if err := s.prepare(o); err != nil {
		return nil, err
	}
	if err := s.open(o); err != nil {
		s.abandon()
		return nil, err
	}
	return s, nil
}

func (s *Sink) check(o Options) error {
	several := len(o.Format.Tables) > 0
	switch {
	case o.Errors != "" && filepath.Clean(o.Errors) == filepath.Clean(o.Path):
		return misuse("records and failures cannot go into the same file %s: give --errors another name", o.Path)
	case several && o.Path == "":
		return misuse("%s is %d tables: give -o DIR or -o FILE.zip", o.Format.Name, len(o.Format.Tables))
	case several && oneTable(o.Path):
		base := strings.TrimSuffix(o.Path, filepath.Ext(o.Path))
		return misuse("%s would be one file, and csv is %d tables: give -o %s/ for a folder of them, or -o %s.zip", o.Path, len(o.Format.Tables), base, base)
	case o.Resume && o.Path == "":
		return misuse("--resume needs -o FILE: standard output cannot be taken up again")
	case o.Resume && (o.Format.array || several && isZip(o.Path)):
		return misuse("--resume works with --format jsonl, and with --format csv into a directory: choose one of these, or leave out --resume")
	}
	return nil
}

func isZip(path string) bool { return strings.EqualFold(filepath.Ext(path), ".zip") }

// oneTable tells whether a path names one table and not a folder that is there.
func oneTable(path string) bool {
	info, err := os.Stat(path)
	return strings.EqualFold(filepath.Ext(path), ".csv") && (err != nil || !info.IsDir())
}

// Targets are the names of all files that are written on the way to an output.
func Targets(o Options) []string {
	var names []string
	if o.Path != "" {
		s := &Sink{}
		for _, name := range s.names(o) {
			names = append(names, name, name+partSuffix)
		}
		names = append(names, filepath.Clean(o.Path)+journalSuffix)
	}
	if isZip(o.Path) {
		names = append(names, o.Path, o.Path+partSuffix)
	}
	if o.Errors != "" {
		names = append(names, o.Errors)
	}
	return names
}

// prepare decides on names and reads the journal of an interrupted run.
func (s *Sink) prepare(o Options) error {
	if !plainTarget(o.Path) && len(o.Format.Tables) == 0 {
		s.state.Part = false
		return nil // a device or a pipe
	}
	if len(o.Format.Tables) > 0 && !isZip(o.Path) {
		if err := os.MkdirAll(o.Path, 0o755); err != nil {
			return fmt.Errorf("cannot make the directory %s: %w", o.Path, reason(err))
		}
	}
	if o.Format.array || isZip(o.Path) {
		return nil
	}
	s.journal = filepath.Clean(o.Path) + journalSuffix
	if !o.Resume {
		return nil
	}
	j, err := readJournal(s.journal)
	if err != nil {
		return err
	}
	if j == nil {
		return s.takeUp(o)
	}
	if j.Command != o.Command {
		return misuse("%s was begun with other inputs or flags (%s): give the same, or leave out --resume to start over", o.Path, j.Command)
	}
	s.state = *j
	return nil
}

// takeUp goes on with a file that has no journal, behind its last whole record;
// the file of failures is then only added to.
func (s *Sink) takeUp(o Options) error {
	if len(o.Format.Tables) > 0 {
		return nil
	}
	size, last, err := tail(o.Path)
	if err != nil || last == nil {
		return err
	}
	s.after = last
	s.state.Sizes = map[string]int64{o.Path: size}
	if info, err := os.Stat(o.Errors); err == nil && o.Errors != "" {
		s.state.Sizes[o.Errors] = info.Size()
	}
	return nil
}

// After gives the document of the last record of a file that is taken up
// without a journal, or nil.
func (s *Sink) After() *boctin.Source { return s.after }

// plainTarget tells whether a path is, or would become, a regular file.
func plainTarget(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

func (s *Sink) open(o Options) error {
	if s.files == nil {
		for _, name := range s.names(o) {
			f, err := s.take(name)
			if err != nil {
				return err
			}
			s.files = append(s.files, f)
		}
	}
	if o.Errors != "" {
		f, err := create(o.Errors, false, s.state.Sizes[o.Errors])
		if err != nil {
			return err
		}
		s.errors = f
	}
	for i, f := range s.files {
		if f.size == 0 && len(o.Format.Header) > i {
			f.add(o.Format.Header[i])
		}
	}
	if s.after != nil {
		return nil // no position to note yet
	}
	return s.Checkpoint(s.state.Done, s.state.Counts)
}

// names are the final names of the files.
func (s *Sink) names(o Options) []string {
	if len(o.Format.Tables) == 0 {
		return []string{o.Path}
	}
	var names []string
	for _, table := range o.Format.Tables {
		if isZip(o.Path) {
			s.zip = o.Path
			names = append(names, o.Path+"."+table)
		} else {
			names = append(names, filepath.Join(o.Path, table))
		}
	}
	return names
}

// take opens one file where the last run left it. A run that was killed while
// it gave the files their names has left some of them finished.
func (s *Sink) take(name string) (*file, error) {
	size := s.state.Sizes[name]
	part := s.state.Part
	if part && size > 0 {
		if _, err := os.Stat(name + partSuffix); errors.Is(err, fs.ErrNotExist) {
			part = false
		}
	}
	return create(name, part, size)
}

// Resumed gives the state of the run that is taken up; Done is nil where there
// is none.
func (s *Sink) Resumed() Journal { return s.state }

// Partial names the file that holds what an unfinished run has written, or is
// empty where that is standard output.
func (s *Sink) Partial() string {
	switch {
	case len(s.files) == 0:
		return ""
	case s.zip != "":
		return s.zip + partSuffix
	}
	return s.files[0].temp
}

// CanResume tells whether an interrupted run can be taken up again.
func (s *Sink) CanResume() bool { return s.journal != "" }

// Write takes one record.
func (s *Sink) Write(c Chunk) error {
	if s.format.array {
		if err := s.files[0].add([]byte(s.separator())); err != nil {
			return err
		}
		c[0] = c[0][:len(c[0])-1]
	}
	s.records++
	for i, part := range c {
		if err := s.files[i].add(part); err != nil {
			return err
		}
	}
	return nil
}

func (s *Sink) separator() string {
	if s.records == 0 {
		return "[\n"
	}
	return ",\n"
}

// Failure takes one line for the errors file.
func (s *Sink) Failure(line []byte) error {
	if s.errors == nil {
		return nil
	}
	return s.errors.add(line)
}

// Flush hands everything to the system, so that a reader at the other end of a
// pipe does not wait for it.
func (s *Sink) Flush() error {
	for _, f := range s.all() {
		if err := f.flush(); err != nil {
			return err
		}
	}
	return nil
}

func (s *Sink) all() []*file {
	if s.errors == nil {
		return s.files
	}
	return append(s.files[:len(s.files):len(s.files)], s.errors)
}

// Checkpoint brings everything to the disk and notes how far the run has got.
func (s *Sink) Checkpoint(done *input.Position, counts map[string]uint64) error {
	if s.journal == "" {
		return nil
	}
	sizes := map[string]int64{}
	for _, f := range s.all() {
		if err := f.sync(); err != nil {
			return err
		}
		sizes[f.name] = f.size
	}
	s.state.Done, s.state.Counts, s.state.Sizes = done, counts, sizes
	return s.state.write(s.journal)
}

// Commit finishes the run: the files get their names.
func (s *Sink) Commit() error {
	if err := s.closeArray(); err != nil {
		return err
	}
	for _, f := range s.all() {
		if err := f.sync(); err != nil {
			return err
		}
	}
	if s.zip != "" {
		return s.pack()
	}
	for _, f := range s.all() {
		if err := f.finish(); err != nil {
			return err
		}
	}
	if s.journal == "" {
		return nil
	}
	if err := os.Remove(s.journal); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot remove the journal %s: %w", s.journal, reason(err))
	}
	return nil
}

func (s *Sink) closeArray() error {
	switch {
	case !s.format.array:
		return nil
	case s.records == 0:
		return s.files[0].add([]byte("[]\n"))
	}
	return s.files[0].add([]byte("\n]\n"))
}

// abandon lets go of the files of a run that could not begin; what this one
// made is taken away.
func (s *Sink) abandon() {
	for _, f := range s.all() {
		empty := f.size == 0 && f.disk != nil && !f.pipe && f.temp != f.name
		f.buf = nil
		f.release()
		if empty {
			os.Remove(f.temp)
		}
	}
}

// Close leaves an unfinished run as it stands: whole records, under the
// temporary name where there is one.
func (s *Sink) Close() error {
	var errs []error
	if s.zip != "" {
		return errors.Join(s.leave(), s.closeErrors())
	}
	if s.records > 0 {
		errs = append(errs, s.closeArray())
	}
	for _, f := range s.all() {
		errs = append(errs, f.close())
	}
	return errors.Join(errs...)
}

func (s *Sink) closeErrors() error {
	if s.errors == nil {
		return nil
	}
	return s.errors.close()
}
