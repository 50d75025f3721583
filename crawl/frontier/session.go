package frontier

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"modernc.org/sqlite"
)

// session is one connection to the database, for one piece of work at a time.
type session struct {
	mu   sync.Mutex
	file string
	db   *sql.DB
	conn *sql.Conn
	stmt map[string]*sql.Stmt
	wait func() // told once for each wait that lasts
}

// patience is how long another program may hold the database.
const patience = time.Minute

// patient does work again as long as another program holds the database.
func (s *session) patient(work func() error) error {
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
			s.wait()
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

// prepared gives the statement of a text, prepared once. As all below, it is
// called with mu held.
func (s *session) prepared(text string) (*sql.Stmt, error) {
	if st := s.stmt[text]; st != nil {
		return st, nil
	}
	st, err := s.conn.PrepareContext(context.Background(), text)
	if err == nil {
		s.stmt[text] = st
	}
	return st, err
}

func (s *session) exec(text string, args ...any) (int64, error) {
	st, err := s.prepared(text)
	if err != nil {
		return 0, err
	}
	var r sql.Result
	if err := s.patient(func() (err error) { r, err = st.Exec(args...); return err }); err != nil {
		return 0, s.named(err)
	}
	return r.RowsAffected()
}

// named says which file an error is of.
func (s *session) named(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", s.file, Explained(err))
}

// scan reads one row into dest; found is false when there is none.
func (s *session) scan(text string, args []any, dest ...any) (found bool, err error) {
	st, err := s.prepared(text)
	if err != nil {
		return false, err
	}
	err = s.patient(func() error { return st.QueryRow(args...).Scan(dest...) })
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, s.named(err)
}

// each calls take for every row.
func (s *session) each(text string, args []any, take func(*sql.Rows) error) error {
	st, err := s.prepared(text)
	if err != nil {
		return err
	}
	rows, err := st.Query(args...)
	if err != nil {
		return err
	}
	return Each(rows, take)
}

// Each calls take for every row, and frees them.
func Each(rows *sql.Rows, take func(*sql.Rows) error) error {
	defer rows.Close()
	for rows.Next() {
		if err := take(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// within runs work in one transaction.
func (s *session) within(work func() error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := s.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := work()
	if err == nil {
		_, err = s.exec("COMMIT")
	}
	if err != nil {
		s.exec("ROLLBACK")
	}
	return err
}
