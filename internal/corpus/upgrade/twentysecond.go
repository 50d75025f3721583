package upgrade

import (
	"context"
	"database/sql"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/storing"
	"github.com/boctin/boctin/normalize/viet"
)

// foldedBefore is viet.Fold as it was: letters that Vietnamese lacks kept their marks.
func foldedBefore(s string) string { return strings.Map(viet.FoldRune, s) }

// markedBefore is fold.Marked as it was.
func markedBefore(text string) string {
	var marked []string
	for _, w := range fold.Words(norm.NFC.String(text)) {
		if strings.IndexFunc(w, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0 {
			marked = append(marked, viet.Key(w))
		}
	}
	return strings.Join(marked, " ")
}

// fold puts articles into the full-text indexes anew that hold letters of other languages.
func (c *Older) fold(ctx context.Context, step store.Step) error {
	_, err := c.moved(ctx, store.Unfolded, func(done int) { step(done, "older text") }, func(tx *store.Tx) (int, error) {
		w := in(tx)
		return w.indexWaiting(store.Unfolded, w.foldAgain)
	})
	return err
}

func (w *batch) foldAgain(t *storing.Text) error {
	if viet.Latin(t.Title) == t.Title && viet.Latin(t.Body) == t.Body {
		return nil
	}
	text := t.Title + " " + t.Body
	for _, x := range []struct {
		into string
		args []any
	}{
		{storing.OutOfSearch, []any{foldedBefore(t.Title), foldedBefore(t.Body)}},
		{storing.IntoSearch, []any{viet.Fold(t.Title), viet.Fold(t.Body)}},
		{storing.OutOfMarked, []any{markedBefore(text)}},
		{storing.IntoMarked, []any{fold.Marked(text)}},
	} {
		if err := w.tx.Do(x.into, append([]any{t.Article}, x.args...)...); err != nil {
			return err
		}
	}
	return nil
}

// foldNames folds the names of bodies and persons anew.
func (w *batch) foldNames() error {
	type row struct {
		n            int64
		text, folded string
	}
	each := func(query string, differs func(*row) error) error {
		all, err := store.All(w.tx, func(rows *sql.Rows) (r row, err error) {
			err = rows.Scan(&r.n, &r.text, &r.folded)
			return r, err
		}, query)
		for i := range all {
			if err == nil && fold.Plain(all[i].text) != all[i].folded {
				err = differs(&all[i])
			}
		}
		return err
	}
	for _, x := range []struct {
		query   string
		differs func(*row) error
	}{
		{`SELECT n, name, folded FROM agencies`, func(r *row) error {
			return w.tx.Do(`UPDATE agencies SET folded = ? WHERE n = ?`, fold.Plain(r.text), r.n)
		}},
		{`SELECT agency, text, folded FROM agency_name_rows`, func(r *row) error {
			return w.tx.Do(`UPDATE agency_name_rows SET folded = ? WHERE agency = ? AND text = ?`, fold.Plain(r.text), r.n, r.text)
		}},
		{`SELECT official, text, folded FROM official_name_rows`, func(r *row) error {
			return w.tx.Do(`UPDATE OR REPLACE official_name_rows SET folded = ? WHERE official = ? AND text = ?`, fold.Plain(r.text), r.n, r.text)
		}},
		{`SELECT n, name, folded FROM officials`, func(r *row) error {
			return w.tx.Do(`INSERT OR IGNORE INTO official_name_rows VALUES (?,?,?)`, fold.Plain(r.text), r.n, r.text)
		}},
	} {
		if err := each(x.query, x.differs); err != nil {
			return err
		}
	}
	return nil
}
