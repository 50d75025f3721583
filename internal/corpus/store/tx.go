package store

import (
	"database/sql"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/boctin/boctin/crawl/frontier"
)

// Tx is one transaction. It prepares a statement once, and inserts rows many at a time.
type Tx struct {
	*sql.Tx
	prepared map[string]*sql.Stmt
	waiting  waiting
}

func newTx(tx *sql.Tx) *Tx {
	return &Tx{Tx: tx, prepared: map[string]*sql.Stmt{}, waiting: waiting{rows: map[string][]any{}, width: map[string]int{}}}
}

// Find gives the number of a row, which it makes where there is none: find asks for
// it and make makes it, both with the same values.
func (w *Tx) Find(find, make string, values ...any) (n int64, err error) {
	err = w.Row(find, values...).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return w.Insert(make, values...)
	}
	return n, err
}

// Remember gives what a map has for a key, or what look gives.
func Remember[K comparable, V any](known map[K]V, key K, look func() (V, error)) (V, error) {
	if n, ok := known[key]; ok {
		return n, nil
	}
	n, err := look()
	if err == nil {
		known[key] = n
	}
	return n, err
}

// Number asks for a number; it is 0 where there is none.
func (w *Tx) Number(text string, args ...any) (n int64, err error) {
	err = w.Row(text, args...).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return n, err
}

// Statement gives what is closed with the transaction; text is a constant.
func (w *Tx) Statement(text string) (*sql.Stmt, error) {
	if s := w.prepared[text]; s != nil {
		return s, nil
	}
	s, err := w.Tx.Prepare(text)
	if err == nil {
		w.prepared[text] = s
	}
	return s, err
}

// Do runs a statement.
func (w *Tx) Do(text string, args ...any) error {
	_, err := w.Execute(text, args...)
	return err
}

// Execute is Do, and gives what came of it.
func (w *Tx) Execute(text string, args ...any) (sql.Result, error) {
	s, err := w.Statement(text)
	if err != nil {
		return nil, err
	}
	return s.Exec(args...)
}

// Insert inserts a row and gives its number.
func (w *Tx) Insert(text string, args ...any) (int64, error) {
	r, err := w.Execute(text, args...)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// InsertRows inserts rows of width values, many at a time; text ends in VALUES. It begins
// with INSERT OR FAIL or IGNORE: else SQLite copies every page first, to be able to take
// a part of the rows back, and a transaction that fails is rolled back whole.
func (w *Tx) InsertRows(text string, width int, values []any) error {
	one := "(" + strings.Repeat("?,", width-1) + "?)"
	for _, n := range [...]int{64, 16, 4, 1} {
		many := text + strings.Repeat(one+",", n-1) + one
		for len(values) >= n*width {
			if err := w.Do(many, values[:n*width]...); err != nil {
				return err
			}
			values = values[n*width:]
		}
	}
	return nil
}

// waiting are rows that are still to be inserted, by the text that inserts them: what a
// statement costs is mostly not its rows.
type waiting struct {
	rows   map[string][]any
	width  map[string]int
	values int
}

// mostWaiting is how many values wait at most.
const mostWaiting = 100_000

// Later has a row inserted with others; text is as for InsertRows. No text may hang on the
// rows of another.
func (w *Tx) Later(text string, row ...any) error {
	w.waiting.rows[text], w.waiting.width[text] = append(w.waiting.rows[text], row...), len(row)
	if w.waiting.values += len(row); w.waiting.values < mostWaiting {
		return nil
	}
	return w.Flush()
}

// Flush inserts the rows that wait.
func (w *Tx) Flush() error {
	for _, text := range slices.Sorted(maps.Keys(w.waiting.rows)) {
		if err := w.InsertRows(text, w.waiting.width[text], w.waiting.rows[text]); err != nil {
			return err
		}
	}
	clear(w.waiting.rows)
	w.waiting.values = 0
	return nil
}

// Row asks for one row.
func (w *Tx) Row(text string, args ...any) scanner {
	s, err := w.Statement(text)
	if err != nil {
		return failed{err}
	}
	return s.QueryRow(args...)
}

type scanner interface{ Scan(...any) error }

// failed is a row that could not be asked for.
type failed struct{ err error }

func (f failed) Scan(...any) error { return f.err }

// IDs reads the one column of a query.
func (w *Tx) IDs(text string, args ...any) ([]int64, error) {
	return All(w, func(rows *sql.Rows) (n int64, err error) {
		err = rows.Scan(&n)
		return n, err
	}, text, args...)
}

// All gives what each row of a query says.
func All[T any](w *Tx, scan func(*sql.Rows) (T, error), text string, args ...any) (out []T, err error) {
	s, err := w.Statement(text)
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(args...)
	if err != nil {
		return nil, err
	}
	return out, frontier.Each(rows, func(*sql.Rows) error {
		x, err := scan(rows)
		out = append(out, x)
		return err
	})
}
