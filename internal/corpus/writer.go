package corpus

import (
	"database/sql"
	"maps"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/internal/neardup"
)

// writer writes into one transaction. It prepares a statement once.
type writer struct {
	tx       *sql.Tx
	lexicon  string
	prepared map[string]*sql.Stmt
	sketches map[int64]*neardup.Sketch // of wordings that were read
	glimpses map[int64]neardup.Glimpse // of wordings that were asked for
	indexed  []text                    // that are still to be put into the full-text index
	packs    map[int64]*pack.Row       // of packed.n, what is still to be packed
	carriers carriers                  // of keys of wordings
	touched  map[int64]bool            // wordings whose stories are still to be told
	waiting  waiting
	who      *identity.Resolver

	numbers      interned
	postsKnown   map[int64]identity.Post
	names        map[writing]int // ways in which agencies are written that are still to be counted
	mannersKnown map[int64]manner
	postsAlone   map[int64][]identity.Post // of one office
}

func (c *Corpus) writer(tx *sql.Tx, lexicon string) *writer {
	w := newWriter(tx, lexicon)
	w.who = c.resolver()
	return w
}

func newWriter(tx *sql.Tx, lexicon string) *writer {
	w := &writer{tx: tx, lexicon: lexicon, prepared: map[string]*sql.Stmt{}, sketches: map[int64]*neardup.Sketch{}, glimpses: map[int64]neardup.Glimpse{}, touched: map[int64]bool{}, packs: map[int64]*pack.Row{}, waiting: waiting{rows: map[string][]any{}, width: map[string]int{}},
		numbers: newNumbers(), names: map[writing]int{}, postsKnown: map[int64]identity.Post{}, mannersKnown: map[int64]manner{}, postsAlone: map[int64][]identity.Post{}}
	w.carriers = carriers{w, map[int64][]int64{}}
	return w
}

// statement gives what is closed with the transaction; text is a constant.
func (w *writer) statement(text string) (*sql.Stmt, error) {
	if s := w.prepared[text]; s != nil {
		return s, nil
	}
	s, err := w.tx.Prepare(text)
	if err == nil {
		w.prepared[text] = s
	}
	return s, err
}

func (w *writer) exec(text string, args ...any) error {
	_, err := w.execute(text, args...)
	return err
}

func (w *writer) execute(text string, args ...any) (sql.Result, error) {
	s, err := w.statement(text)
	if err != nil {
		return nil, err
	}
	return s.Exec(args...)
}

func (w *writer) insert(text string, args ...any) (int64, error) {
	r, err := w.execute(text, args...)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// insertRows inserts rows of width values, many at a time; text ends in VALUES. It begins
// with INSERT OR FAIL or IGNORE: else SQLite copies every page first, to be able to take
// a part of the rows back, and a transaction that fails is rolled back whole.
func (w *writer) insertRows(text string, width int, values []any) error {
	one := "(" + strings.Repeat("?,", width-1) + "?)"
	for _, n := range [...]int{64, 16, 4, 1} {
		many := text + strings.Repeat(one+",", n-1) + one
		for len(values) >= n*width {
			if err := w.exec(many, values[:n*width]...); err != nil {
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

// later has a row inserted with others; text is as for insertRows. No text may hang on the
// rows of another.
func (w *writer) later(text string, row ...any) error {
	w.waiting.rows[text], w.waiting.width[text] = append(w.waiting.rows[text], row...), len(row)
	if w.waiting.values += len(row); w.waiting.values < mostWaiting {
		return nil
	}
	return w.now()
}

// now inserts the rows that wait.
func (w *writer) now() error {
	for _, text := range slices.Sorted(maps.Keys(w.waiting.rows)) {
		if err := w.insertRows(text, w.waiting.width[text], w.waiting.rows[text]); err != nil {
			return err
		}
	}
	clear(w.waiting.rows)
	w.waiting.values = 0
	return nil
}

// row asks for one row.
func (w *writer) row(text string, args ...any) scanner {
	s, err := w.statement(text)
	if err != nil {
		return failed{err}
	}
	return s.QueryRow(args...)
}

type scanner interface{ Scan(...any) error }

// failed is a row that could not be asked for.
type failed struct{ err error }

func (f failed) Scan(...any) error { return f.err }

// ids reads the one column of a query.
func (w *writer) ids(text string, args ...any) ([]int64, error) {
	return rowsOf(w, func(rows *sql.Rows) (n int64, err error) {
		err = rows.Scan(&n)
		return n, err
	}, text, args...)
}

// rowsOf gives what each row of a query says.
func rowsOf[T any](w *writer, scan func(*sql.Rows) (T, error), text string, args ...any) (out []T, err error) {
	s, err := w.statement(text)
	if err != nil {
		return nil, err
	}
	rows, err := s.Query(args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		x, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, rows.Err()
}
