// Package input turns what a user names (files, directories, archives, standard
// input, lists of paths) into a stream of pages in a fixed order.
package input

import (
	"context"
	"io"
	"iter"
	"os"
	"sync/atomic"

	"github.com/boctin/boctin"
)

// Item is one document of a batch, or the failure to read one.
type Item struct {
	Position
	Page *boctin.Page // names the document even where Err is set
	Err  error

	// Inner tells of a record of a web archive that its Offset alone does not lead to it:
	// it stands behind another in one gzip member.
	Inner bool

	lazy bool  // Page.Body is still to be read from Page.Path
	size int64 // bytes of that file
	set  *Set
}

// Position is the place of an item in the batch. Two runs over the same inputs
// give every item the same position.
type Position struct {
	File  int    `json:"file"`  // ordinal of the file among all files, from 0
	Path  string `json:"path"`  // of that file
	Index int    `json:"index"` // ordinal of the document in the file, from 0
}

// Options say what is to be read.
type Options struct {
	Paths    []string
	From     string // file that lists paths, one a line or NUL-separated; "-" is standard input
	Stdin    io.Reader
	URL      string         // of a single input
	Lines    bool           // read JSON lines in place of pages
	Shard    Shard          // zero: everything
	Resume   *Position      // the last item that is done; everything up to it is left out
	After    *boctin.Source // or the document itself, where its position is not known
	MaxBytes int64          // of one document, decompressed
	Never    []Written      // files that are written: a list on standard input must not name them

	// Open opens a path in place of the file system, which is then not asked for
	// directories either; nil: os.Open. Its errors may be those of package fs.
	Open func(path string) (io.ReadCloser, error)

	// Lists, where it is set, has lists of articles read as well: JSON lines, CSV,
	// RSS and Atom, one document an article, see FormatItem.
	Lists *Lists

	// Skip, where it is set, tells which files found in a directory are left out.
	Skip func(path string) bool

	// Begin tells where in a WARC file of the batch to begin, in bytes: the start
	// of a record. Nil stands for 0 everywhere.
	Begin func(path string) int64
}

// Set is a set of inputs. It can be walked once.
type Set struct {
	Options
	read   atomic.Int64
	passed Passed
}

// New builds a set of inputs.
func New(o Options) *Set {
	if o.Stdin == nil {
		o.Stdin = os.Stdin
	}
	return &Set{Options: o}
}

// BytesRead tells how many bytes of files were read so far, before decompression.
func (s *Set) BytesRead() int64 { return s.read.Load() }

// Passed tells what was passed over as no page: members of containers such as
// images, requests and robots.txt, and files in directories.
func (s *Set) Passed() *Passed { return &s.passed }

// Items gives every document in order, until ctx is done. Bodies of plain files
// are not read yet: call Load, in whatever goroutine.
func (s *Set) Items(ctx context.Context) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		w := walk{set: s, ctx: ctx, yield: yield}
		w.all()
	}
}

// Weight estimates how many bytes the document takes in memory once it is read.
func (it *Item) Weight() int64 {
	if !it.lazy {
		return int64(len(it.Page.Body))
	}
	size := it.size
	if it.set.Open != nil {
		size = unknownSize
	}
	if _, gz := named(it.Page.Path); gz {
		size *= 6 // as saved pages are wont to shrink
	}
	return min(size, it.set.MaxBytes)
}

// unknownSize stands for the bytes of a page that cannot be asked for its size.
const unknownSize = 1 << 20

// Load reads the body of the item's page, if it is not there yet. It fails with
// a Fault.
func (it *Item) Load() error {
	if it.Err != nil || !it.lazy {
		return it.Err
	}
	it.lazy = false
	it.Err = it.set.load(it.Page, it.size)
	return it.Err
}
