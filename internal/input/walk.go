package input

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/boctin/boctin"
)

// walk is one pass over a set.
type walk struct {
	set   *Set
	ctx   context.Context
	yield func(Item) bool
	files int  // files seen so far
	found bool // the document of Options.After has come

	only func(path string, info fs.FileInfo) bool // looks at each file in place of reading it
}

func (w *walk) all() {
	for _, path := range w.set.Paths {
		if !w.path(path) {
			return
		}
	}
	if w.set.From != "" {
		w.list(w.set.From)
	}
	if last := w.set.After; last != nil && !w.found && w.ctx.Err() == nil {
		w.yield(Item{Page: &boctin.Page{Path: last.Path}, Err: &Changed{Was: last.Path}})
	}
}

// before tells whether a document comes before the end of what Options.After
// says is done.
func (w *walk) before(p *boctin.Page) bool {
	last := w.set.After
	if last == nil || w.found {
		return false
	}
	w.found = p.Path == last.Path && p.Record == last.Record && p.Offset == last.Offset
	return true
}

// path takes a path that the user named. It tells whether to go on.
func (w *walk) path(path string) bool {
	if path == "-" || w.set.Open != nil {
		return w.file(path, 0, nil)
	}
	info, err := os.Stat(path)
	if err != nil && IsAddress(path) {
		err = Faultf(Missing, "an address, and not a file: boctin crawl --corpus DIR %s fetches it; or save the page and give the file", path)
	}
	if err != nil {
		return w.file(path, 0, openFault(err))
	}
	if !info.IsDir() {
		return w.file(path, length(info), nil)
	}
	before := w.files
	if !w.dir(path, []fs.FileInfo{info}) {
		return false
	}
	if w.files == before {
		return w.file(path, 0, Faultf(NoPages, "no pages in this directory: looked for %s", w.set.looked()))
	}
	return true
}

// IsAddress tells a URL of the web.
func IsAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

func (s *Set) looked() string {
	if s.Lines {
		return ".jsonl and .ndjson (each may end in .gz or .zst)"
	}
	return ".html, .htm, .xhtml, .mhtml, .txt .warc, .arc and .tar (each may end in .gz or .zst), .wacz and .zip"
}

// dir walks a directory in sorted order; above is the chain of directories that
// led here, which a symbolic link must not lead back to.
func (w *walk) dir(path string, above []fs.FileInfo) bool {
	names, err := names(path)
	if err != nil {
		return w.file(path, 0, openFault(err))
	}
	for _, name := range names {
		if strings.HasPrefix(name, ".") {
			continue
		}
		if !w.entry(filepath.Join(path, name), above) {
			return false
		}
	}
	return true
}

// names are the sorted names of a directory. Only names are held, so that a
// directory of a million files takes some tens of megabytes.
func names(path string) ([]string, error) {
	d, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	list, err := d.Readdirnames(-1)
	slices.Sort(list)
	return list, err
}

func (w *walk) entry(path string, above []fs.FileInfo) bool {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !isLink(path):
		return !w.set.missed(path) || w.file(path, 0, errGone)
	case err != nil:
		return w.file(path, 0, openFault(err))
	case info.IsDir():
		if slices.ContainsFunc(above, func(a fs.FileInfo) bool { return os.SameFile(a, info) }) {
			return w.file(path, 0, Faultf(Unreadable, "a symbolic link back to a directory above it: not followed; remove the link"))
		}
		return w.dir(path, append(slices.Clip(above), info))
	case !info.Mode().IsRegular():
		return true
	case w.set.wants(path):
		return w.file(path, length(info), nil)
	}
	w.set.passed.add(kindOf(path))
	return true
}

// errGone is the fault of a file that was there when its directory was listed.
var errGone = Faultf(Missing, "went away while the batch ran: run it again if it is needed")

// missed tells whether a file that went away was likely an input or a directory,
// by its name: what others write under a temporary name comes and goes.
func (s *Set) missed(path string) bool { return s.wanted(path) || filepath.Ext(path) == "" }

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// wants tells whether a file found in a directory is an input: by its name, or,
// where the name says nothing (as wget saves them), by its first bytes.
func (s *Set) wants(path string) bool {
	f, _ := named(path)
	switch {
	case s.Skip != nil && s.Skip(path):
		return false
	case s.Lines:
		return f == formJSON
	case s.isList(path):
		return true
	case f != formOther:
		return f != formJSON
	case notPages[strings.ToLower(filepath.Ext(path))]:
		return false
	}
	head, err := head(path)
	if err != nil {
		return true // the reader says why
	}
	f, _ = sniff(head)
	return f == formWARC || f == formARC || f == formMHTML || f == formHTML && startsHTML(plain(head))
}

func head(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	buf := make([]byte, sniffLength)
	n, err := f.Read(buf)
	if n > 0 {
		err = nil
	}
	return buf[:n], ignoreEOF(err)
}

// length is the size of a regular file in bytes; a pipe or device has none.
func length(info fs.FileInfo) int64 {
	if !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// look shows a file to w.only, if it is there.
func (w *walk) look(path string) bool {
	info, err := os.Stat(path)
	return err != nil || w.only(path, info)
}

// file hands on one file of size bytes, or the reason why there is none.
func (w *walk) file(path string, size int64, err error) bool {
	if w.ctx.Err() != nil {
		return false
	}
	if w.only != nil {
		return w.look(path)
	}
	at := Position{File: w.files, Path: path}
	w.files++
	done := w.set.Resume
	if done != nil && at.File < done.File {
		return true
	}
	if done != nil && at.File == done.File && at.Path != done.Path {
		w.yield(Item{Position: at, Page: &boctin.Page{Path: path}, Err: &Changed{Was: done.Path, Is: path}})
		return false
	}
	f := &file{walk: w, at: at, size: size, readBefore: w.set.read.Load()}
	if err == nil {
		err = w.set.never(path)
	}
	if err != nil {
		return f.fail("", err)
	}
	return f.read()
}

// Changed says that the inputs are not those of the run that is resumed.
type Changed struct{ Was, Is string }

func (c *Changed) Error() string {
	if c.Is == "" {
		return "the inputs have changed since: " + c.Was + ", which the last record came from, is not among them: name it, or leave out --resume to start over"
	}
	return "the inputs have changed since: the last file read was " + c.Was + ", and in its place stands " + c.Is + ": name the inputs as they were, or leave out --resume to start over"
}

// openFault says why a file cannot be opened, without its path.
func openFault(err error) error {
	var p *fs.PathError
	var told *Fault
	switch {
	case errors.As(err, &told):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return Faultf(Missing, "no such file or directory: check the path")
	case errors.Is(err, fs.ErrPermission):
		return Faultf(Unreadable, "no permission to read it: change its mode or run as its owner")
	case errors.Is(err, syscall.ELOOP):
		return Faultf(Unreadable, "a loop of symbolic links: remove the link")
	case errors.As(err, &p):
		return Faultf(Unreadable, "cannot read: %w", p.Err)
	}
	return Faultf(Unreadable, "cannot read: %w", err)
}
