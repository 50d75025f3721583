// Package corpus keeps what the articles of a corpus directory say in its
// boctin.db: articles with their versions, dates, officials, posts, agencies,
// and a full-text index. Every batch is one transaction, so that a process may
// be killed at any moment and two may work on one corpus.
package corpus

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"modernc.org/sqlite" // registers the driver, too

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/crawl/frontier"
	"github.com/boctin/boctin/internal/identity"
)

//go:embed schema.sql
var schema string

//go:embed schema2.sql
var schema2 string

//go:embed schema3.sql
var schema3 string

//go:embed schema_events.sql
var schemaEvents string

//go:embed schema_people.sql
var schemaPeople string

//go:embed schema6.sql
var schema6 string

//go:embed schema7.sql
var schema7 string

//go:embed schema8.sql
var schema8 string

//go:embed schema9.sql
var schema9 string

//go:embed schema10.sql
var schema10 string

//go:embed schema11.sql
var schema11 string

//go:embed schema12.sql
var schema12 string

//go:embed schema13.sql
var schema13 string

//go:embed schema15.sql
var schema15 string

//go:embed schema16.sql
var schema16 string

//go:embed schema17.sql
var schema17 string

//go:embed schema18.sql
var schema18 string

// schema14 finds the departures from an agency.
const schema14 = `CREATE INDEX IF NOT EXISTS events_left ON event_rows (agency) WHERE kind = 'departure'`

// migrations bring a database up to date, one after the other. A database counts them: what
// is new goes to the end.
var migrations = []string{schema, schema2, schema3, schemaEvents, schemaPeople, schema6, schema7, schema8, schema9, schema10, schema11, schema12, schema13, schema14, schema15, schema16, schema17, schema18}

var (
	// ErrNoCorpus says that a directory is no corpus.
	ErrNoCorpus = errors.New("no corpus")
	// ErrEmpty says that nothing was stored in a corpus yet.
	ErrEmpty = errors.New("nothing is stored yet")
)

// Corpus is the database of one corpus directory. It is safe for concurrent
// use, but its transactions wait for one another.
type Corpus struct {
	Dir string

	// PlaceNames gives all names of a place, as Hồ Chí Minh and TP.HCM; nil: each is a
	// place of its own.
	PlaceNames func(string) []string

	// People tells which appearances are one person; where it is nil, a resolver of
	// the built-in words does.
	People *identity.Resolver

	// Read finds who and what an article names; names that nobody bears as they
	// were asked for are read with it. Nil: they are not.
	Read func(boctin.Article) boctin.Record

	known atomic.Pointer[identity.Resolver] // in the place of People; see Know

	OnWait func() // told where another program holds the database for long; may be nil
	db     *sql.DB
	how    string // it was opened
	memo   memo
}

const database = "boctin.db"

// Open opens the corpus to ask it. It fails with ErrNoCorpus or ErrEmpty. One that an
// older boctin wrote is brought up to date first, of which steps are told.
func Open(dir string, steps ...Step) (*Corpus, error) { return open(dir, "", steps) }

// Ask is Open for a program that ends when it has its answer: the system maps the database
// into its memory, up to 2 GiB, so that no page is copied. What was read of it then counts
// as memory of the program.
func Ask(dir string, steps ...Step) (*Corpus, error) { return open(dir, mapped, steps) }

func open(dir, also string, steps []Step) (*Corpus, error) {
	if err := exists(dir); err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(dir, database)); err != nil {
		return nil, empty(dir)
	}
	c, n, err := openStage(dir, also)
	switch {
	case c == nil:
		return nil, err
	case err == nil && n == 0:
		err = empty(dir)
	case err == nil && n < len(migrations):
		err = c.migrate(tell(steps))
	}
	return c.orClose(err)
}

// openStage connects, for reading alone where the directory is not to be written:
// on a read-only mount, or of another account. Also goes with each of the ways.
func openStage(dir, also string) (c *Corpus, n int, err error) {
	var first error
	for _, how := range []string{readWrite, reading, frozen} {
		if c, err = connectAs(dir, how+also, usualCache); err != nil {
			return nil, 0, err
		}
		if n, err = c.stage(); err == nil && how != readWrite && n > 0 && n < len(migrations) {
			err = fmt.Errorf("%s was written by an older boctin and cannot be brought up to date here: let its owner ask it once", filepath.Join(dir, database))
			return c, n, err
		}
		if first == nil {
			first = err
		}
		if err == nil || !unwritable(err) {
			return c, n, err
		}
		c.db.Close()
	}
	return nil, 0, first
}

// The ways to open a database, and what may go with them. What is frozen is read without
// its write-ahead log, which SQLite cannot read where it may write nothing at all.
const (
	readWrite = "_txlock=immediate&_pragma=busy_timeout(60000)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)"
	reading   = "mode=ro&_pragma=busy_timeout(60000)"
	frozen    = "mode=ro&immutable=1"
	mapped    = "&_pragma=mmap_size(2147418112)" // as much as SQLite is built for
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

// Create opens the corpus to store in it, and makes the tables it lacks. It
// fails with ErrNoCorpus.
func Create(dir string, steps ...Step) (*Corpus, error) {
	if err := exists(dir); err != nil {
		return nil, err
	}
	return create(dir, steps)
}

// Make is Create, but makes the corpus where there is none.
func Make(dir string, steps ...Step) (*Corpus, error) {
	if err := os.MkdirAll(filepath.Join(dir, "warc"), 0o777); err != nil {
		return nil, err
	}
	return create(dir, steps)
}

func create(dir string, steps []Step) (*Corpus, error) {
	if err := frontier.Blank(filepath.Join(dir, database)); err != nil {
		return nil, err
	}
	c, err := connect(dir)
	if err != nil {
		return nil, err
	}
	return c.orClose(c.migrate(tell(steps)))
}

func (c *Corpus) orClose(err error) (*Corpus, error) {
	if err == nil {
		return c, nil
	}
	c.db.Close()
	return nil, err
}

func exists(dir string) error {
	for _, name := range []string{database, "warc"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%w in %s: make one with boctin import --corpus %s PATH, or boctin crawl --corpus %s SITE", ErrNoCorpus, dir, dir, dir)
}

func empty(dir string) error {
	return fmt.Errorf("%w in %s: boctin import --corpus %s PATH stores saved pages, boctin refresh --corpus %s --no-fetch what is crawled", ErrEmpty, dir, dir, dir)
}

// connect connects to store. What is stored goes to pages all over a large database, so
// that the cache grows with it: an eighth, 64 to 256 MB.
func connect(dir string) (*Corpus, error) {
	cache := int64(usualCache)
	if info, err := os.Stat(filepath.Join(dir, database)); err == nil {
		cache = min(max(cache, info.Size()>>10/8), 256<<10)
	}
	return connectAs(dir, readWrite, cache)
}

// inURI writes a path as SQLite reads it in a URI.
var inURI = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23")

// connectAs connects in one of the ways, with so many KiB of cache: the driver sorts what
// it is told, so that cache_size is said once.
func connectAs(dir, how string, cache int64) (*Corpus, error) {
	file := filepath.Join(dir, database)
	db, err := sql.Open("sqlite", fmt.Sprintf("file:%s?%s&_pragma=cache_size(-%d)", inURI.Replace(file), how, cache))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	db.SetMaxOpenConns(4)
	return &Corpus{Dir: dir, db: db, how: how}, nil
}

// Bound has each of the few connections to the corpus, of which none may be in use, hold
// so many KiB of its pages in memory instead of 64 MiB.
func (c *Corpus) Bound(kib int) error {
	bounded, err := connectAs(c.Dir, c.how, int64(kib))
	if err != nil {
		return err
	}
	err = c.db.Close()
	c.db, c.how = bounded.db, bounded.how
	return c.wrap(err)
}

// Close closes the database.
func (c *Corpus) Close() error {
	c.memo.close()
	return c.db.Close()
}

// tell tells every step of how far something is.
func tell(steps []Step) Step {
	return func(done int, what string) {
		for _, s := range steps {
			if s != nil {
				s(done, what)
			}
		}
	}
}

// longWait is how long another program holds the database before that is said.
const longWait = 2 * time.Second

// begin begins a transaction, for which it waits up to a minute.
func (c *Corpus) begin(ctx context.Context) (*sql.Tx, error) {
	if c.OnWait != nil {
		defer time.AfterFunc(longWait, c.OnWait).Stop()
	}
	tx, err := c.db.BeginTx(ctx, nil)
	var fault *sqlite.Error
	if errors.As(err, &fault) && fault.Code()&0xff == 5 { // SQLITE_BUSY
		return nil, errors.New("another program has held it for a minute: find it with fuser or lsof, end it, and give the same command again")
	}
	return tx, err
}

// within runs work in one transaction, begun with the right to write.
func (c *Corpus) within(ctx context.Context, work func(*sql.Tx) error) error {
	tx, err := c.begin(ctx)
	if err != nil {
		return c.stopped(ctx, err)
	}
	defer tx.Rollback() // does nothing after Commit
	if err := work(tx); err != nil {
		return c.stopped(ctx, err)
	}
	return c.stopped(ctx, tx.Commit())
}

// reading runs work on one snapshot, without a lock.
func (c *Corpus) reading(ctx context.Context, work func(*sql.Tx) error) error {
	tx, err := c.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return c.stopped(ctx, err)
	}
	defer tx.Rollback()
	return c.stopped(ctx, work(tx))
}

// stopped is wrap, but after an interrupt says that alone: what then fails says
// that the transaction is gone.
func (c *Corpus) stopped(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return c.wrap(err)
}

func (c *Corpus) wrap(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, ErrNobody) {
		return err
	}
	return fmt.Errorf("%s: %w", filepath.Join(c.Dir, database), frontier.Explained(err))
}

// each calls take for every row of a query.
func (c *Corpus) each(ctx context.Context, text string, args []any, take func(*sql.Rows) error) error {
	return c.stopped(ctx, eachRow(ctx, c.db, text, args, take))
}

// eachRow gives take each row of a query.
func eachRow(ctx context.Context, db asker, text string, args []any, take func(*sql.Rows) error) error {
	rows, err := db.QueryContext(ctx, text, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := take(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

// Count runs a query and tells how many rows it gives.
func (c *Corpus) Count(ctx context.Context, query string) (n int, err error) {
	err = c.each(ctx, query, nil, func(*sql.Rows) error { n++; return nil })
	return n, err
}

// TextBytes gives the size of what the corpus is about: the titles and bodies.
func (c *Corpus) TextBytes(ctx context.Context) (n int64, err error) {
	err = c.db.QueryRowContext(ctx, `SELECT COALESCE(SUM(octet_length(title) + octet_length(body)), 0) FROM article_rows`).Scan(&n)
	return n, c.stopped(ctx, err)
}

// Dump writes the rows of a query, one a line.
func (c *Corpus) Dump(ctx context.Context, query string, out io.Writer) error {
	return c.each(ctx, query, nil, func(rows *sql.Rows) error {
		names, err := rows.Columns()
		if err != nil {
			return err
		}
		row, into := make([]any, len(names)), make([]any, len(names))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		_, err = fmt.Fprintln(out, row...)
		return err
	})
}
