// Package store keeps the boctin.db of a corpus directory: opens it, waits for its turn, makes and
// upgrades its tables, and runs what reads and writes them. Every batch is one transaction, so that
// a process may be killed at any moment and two may work on one corpus.
package store

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"

	"github.com/boctin/boctin/crawl/frontier"
)

// File is the name of the database in a corpus directory.
const File = "boctin.db"

// DB is the database of one corpus directory. It is safe for concurrent use, but its
// transactions wait for one another.
type DB struct {
	*sql.DB
	Dir    string
	OnWait func() // told where another program holds the database for long; may be nil

	how  string // it was opened
	memo memo
}

// Open opens a database to ask it. It fails with ErrNoCorpus or ErrEmpty. Older tells that
// it is to be brought up to date first. Where mapped, the system maps the database into
// memory, up to 2 GiB, so that no page is copied.
func Open(dir string, mapped bool) (db *DB, older bool, err error) {
	if err := exists(dir); err != nil {
		return nil, false, err
	}
	if _, err := os.Stat(filepath.Join(dir, File)); err != nil {
		return nil, false, empty(dir)
	}
	db, n, err := openStage(dir, mapped)
	if err == nil && n == 0 {
		err = empty(dir)
	}
	if err != nil {
		if db != nil {
			db.Close()
		}
		return nil, false, err
	}
	return db, n < len(Migrations), nil
}

// openStage connects, for reading alone where the directory is not to be written:
// on a read-only mount, or of another account.
func openStage(dir string, mapped bool) (db *DB, n int, err error) {
	also := ""
	if mapped {
		also = intoMemory
	}
	var first error
	for _, how := range []string{readWrite, reading, frozen} {
		if db, err = connectAs(dir, how+also, usualCache); err != nil {
			return nil, 0, err
		}
		if n, err = db.stage(); err == nil && how != readWrite && n > 0 && n < len(Migrations) {
			err = fmt.Errorf("%s was written by an older boctin and cannot be brought up to date here: let its owner ask it once", filepath.Join(dir, File))
			return db, n, err
		}
		if first == nil {
			first = err
		}
		if err == nil || !unwritable(err) {
			return db, n, err
		}
		db.Close()
	}
	return nil, 0, first
}

// The ways to open a database, and what may go with them. What is frozen is read without
// its write-ahead log, which SQLite cannot read where it may write nothing at all.
const (
	readWrite  = "_txlock=immediate&_pragma=busy_timeout(60000)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)"
	reading    = "mode=ro&_pragma=busy_timeout(60000)"
	frozen     = "mode=ro&immutable=1"
	intoMemory = "&_pragma=mmap_size(2147418112)" // as much as SQLite is built for
)

// usualCache is how many KiB of its pages a connection holds in memory.
const usualCache = 64 << 10

// unwritable tells that a database cannot be opened because something about it
// cannot be written.
func unwritable(err error) bool {
	var fault *sqlite.Error
	if !errors.As(err, &fault) {
		return false
	}
	code := fault.Code() & 0xff
	return code == 8 || code == 14 || code == 10 // SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_IOERR
}

// Create opens the database of a corpus to store in it, and makes it where there is none;
// Migrate is to follow. It fails with ErrNoCorpus.
func Create(dir string) (*DB, error) {
	if err := exists(dir); err != nil {
		return nil, err
	}
	return create(dir)
}

// Make is Create, but makes the corpus where there is none.
func Make(dir string) (*DB, error) {
	if err := os.MkdirAll(filepath.Join(dir, "warc"), 0o777); err != nil {
		return nil, err
	}
	return create(dir)
}

func create(dir string) (*DB, error) {
	if err := frontier.Blank(filepath.Join(dir, File)); err != nil {
		return nil, err
	}
	return connect(dir)
}

func exists(dir string) error {
	for _, name := range []string{File, "warc"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%w in %s: make one with boctin import --corpus %s PATH, or boctin crawl --corpus %s SITE", ErrNoCorpus, dir, dir, dir)
}

func empty(dir string) error {
	return fmt.Errorf("%w in %s: boctin import --corpus %s PATH stores saved pages, boctin refresh --corpus %s --no-fetch what is crawled", ErrEmpty, dir, dir, dir)
}

// connect connects to store.
func connect(dir string) (*DB, error) { return connectAs(dir, readWrite, usualCache) }

// inURI writes a path as SQLite reads it in a URI.
var inURI = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23")

// connectAs connects in one of the ways, with so many KiB of cache: the driver sorts what
// it is told, so that cache_size is said once.
func connectAs(dir, how string, cache int64) (*DB, error) {
	file := filepath.Join(dir, File)
	db, err := sql.Open("sqlite", fmt.Sprintf("file:%s?%s&_pragma=cache_size(-%d)", inURI.Replace(file), how, cache))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	db.SetMaxOpenConns(4)
	return &DB{Dir: dir, DB: db, how: how}, nil
}

// Bound has each of the few connections to the corpus, of which none may be in use, hold
// so many KiB of its pages in memory instead of 64 MiB.
func (c *DB) Bound(kib int) error {
	bounded, err := connectAs(c.Dir, c.how, int64(kib))
	if err != nil {
		return err
	}
	err = c.DB.Close()
	c.DB, c.how = bounded.DB, bounded.how
	return c.Wrap(err)
}

// Close closes the database.
func (c *DB) Close() error {
	c.memo.close()
	return c.DB.Close()
}
