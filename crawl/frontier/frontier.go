// Package frontier remembers what a crawl knows: the URLs that wait, are being
// fetched or are done, the hosts with their robots.txt and the moment of their
// next request, the validators and versions of each page, and every fetch. It
// is one SQLite file; each page's outcome is one transaction, so that a process
// may be killed at any moment.
package frontier

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite" // registers the driver, too
)

// State is where a URL stands.
type State int

// The states of a URL.
const (
	Queued  State = iota // to be fetched, once it is due
	Leased               // being fetched, until the lease ends
	Done                 // fetched; due again some day
	Failed               // given up, for now
	Gone                 // 404 or 410
	Blocked              // by robots.txt or by our own limits
)

func (s State) String() string {
	return [...]string{"queued", "leased", "done", "failed", "gone", "blocked"}[s]
}

// Kind is what a URL is thought to lead to.
type Kind int

// The kinds of URL.
const (
	Seed Kind = iota
	Feed
	Sitemap
	List
	Article
	Page // not known
)

// Frontier is safe for concurrent use; its work is done one piece at a time, on
// one connection.
type Frontier struct {
	mu   sync.Mutex
	file string
	db   *sql.DB
	conn *sql.Conn
	stmt map[string]*sql.Stmt
	wait func() // told once for each wait that lasts
}

// inURI writes a path as SQLite reads it in a URI.
var inURI = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23")

// Open opens the file or makes it. Where another program holds it, this one
// waits, up to a minute each time, and says so by waiting, which may be nil.
func Open(file string, waiting func()) (*Frontier, error) {
	if waiting == nil {
		waiting = func() {}
	}
	if err := Blank(file); err != nil {
		return nil, err
	}
	dsn := "file:" + inURI.Replace(file) + "?_pragma=busy_timeout(1000)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=cache_size(-32768)"
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	f := &Frontier{file: file, db: db, stmt: map[string]*sql.Stmt{}, wait: waiting}
	err = f.patient(func() error {
		if f.conn == nil {
			conn, err := db.Conn(context.Background())
			if err != nil {
				return err
			}
			f.conn = conn
		}
		_, err := f.conn.ExecContext(context.Background(), schema)
		return err
	})
	if err != nil {
		db.Close()
		return nil, f.named(err)
	}
	return f, nil
}

// Blank makes a database where there is none, of pages of 16 KiB: articles fill those of
// 4 KiB badly. It has to be done before anything else, the journal's mode as well.
func Blank(file string) error {
	if info, err := os.Stat(file); err == nil && info.Size() > 0 {
		return nil
	}
	db, err := sql.Open("sqlite", "file:"+inURI.Replace(file)+"?_pragma=busy_timeout(60000)&_pragma=page_size(16384)")
	if err != nil {
		return err
	}
	_, err = db.Exec(`CREATE TABLE IF NOT EXISTS blank (a); DROP TABLE IF EXISTS blank`)
	if err = errors.Join(err, db.Close()); err != nil {
		return fmt.Errorf("%s: %w", file, Explained(err))
	}
	return nil
}

// patience is how long another program may hold the database.
const patience = time.Minute

// patient does work again as long as another program holds the database.
func (f *Frontier) patient(work func() error) error {
	begun := time.Now()
	for told := false; ; told = true {
		err := work()
		if !busy(err) {
			return err
		}
		if time.Since(begun) > patience {
			return fmt.Errorf("another program has held it for more than %v: find it with fuser or lsof, end it, and give the same command again: it goes on from here", patience)
		}
		if !told {
			f.wait()
		}
	}
}

// busy tells that another program holds the database.
func busy(err error) bool {
	var fault *sqlite.Error
	return errors.As(err, &fault) && (fault.Code()&0xff == sqliteBusy || fault.Code()&0xff == sqliteLocked)
}

// The primary result codes of SQLite that ask for patience.
const (
	sqliteBusy   = 5
	sqliteLocked = 6
)

// Close closes the file.
func (f *Frontier) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, s := range f.stmt {
		s.Close()
	}
	f.conn.Close()
	return f.db.Close()
}

// prepared gives the statement of a text, prepared once. As all below, it is
// called with mu held.
func (f *Frontier) prepared(text string) (*sql.Stmt, error) {
	if s := f.stmt[text]; s != nil {
		return s, nil
	}
	s, err := f.conn.PrepareContext(context.Background(), text)
	if err == nil {
		f.stmt[text] = s
	}
	return s, err
}

func (f *Frontier) exec(text string, args ...any) (int64, error) {
	s, err := f.prepared(text)
	if err != nil {
		return 0, err
	}
	var r sql.Result
	if err := f.patient(func() (err error) { r, err = s.Exec(args...); return err }); err != nil {
		return 0, f.named(err)
	}
	return r.RowsAffected()
}

// named says which file an error is of.
func (f *Frontier) named(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", f.file, Explained(err))
}

// scan reads one row into dest; found is false when there is none.
func (f *Frontier) scan(text string, args []any, dest ...any) (found bool, err error) {
	s, err := f.prepared(text)
	if err != nil {
		return false, err
	}
	err = f.patient(func() error { return s.QueryRow(args...).Scan(dest...) })
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, f.named(err)
}

// each calls take for every row.
func (f *Frontier) each(text string, args []any, take func(*sql.Rows) error) error {
	s, err := f.prepared(text)
	if err != nil {
		return err
	}
	rows, err := s.Query(args...)
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

// within runs work in one transaction.
func (f *Frontier) within(work func() error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, err := f.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := work()
	if err == nil {
		_, err = f.exec("COMMIT")
	}
	if err != nil {
		f.exec("ROLLBACK")
	}
	return err
}

func ms(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func at(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
