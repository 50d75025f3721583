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
	"sync"
	"time"

	_ "modernc.org/sqlite" // registers the driver
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
	db   *sql.DB
	conn *sql.Conn
	stmt map[string]*sql.Stmt
}

// Open opens the file or makes it.
func Open(file string) (*Frontier, error) {
	dsn := "file:" + file + "?_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)&_pragma=cache_size(-32768)"
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(context.Background())
	if err == nil {
		_, err = conn.ExecContext(context.Background(), schema)
	}
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &Frontier{db: db, conn: conn, stmt: map[string]*sql.Stmt{}}, nil
}

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
	r, err := s.Exec(args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// scan reads one row into dest; found is false when there is none.
func (f *Frontier) scan(text string, args []any, dest ...any) (found bool, err error) {
	s, err := f.prepared(text)
	if err != nil {
		return false, err
	}
	err = s.QueryRow(args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
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
