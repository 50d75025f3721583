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
	"time"
	// registers the driver, too
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
type Frontier struct{ session }

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
	f := &Frontier{session{file: file, db: db, stmt: map[string]*sql.Stmt{}, wait: waiting}}
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
