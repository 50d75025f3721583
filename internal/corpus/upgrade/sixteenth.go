package upgrade

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// packTogether packs what older steps packed of each article by itself with that of others.
func (c *Older) packTogether(ctx context.Context, step store.Step) error {
	_, err := c.moved(ctx, store.PackedAlone, func(done int) { step(done, "older record") }, func(tx *store.Tx) (int, error) { return in(tx).packAlone() })
	return err
}

// searchable puts articles into the full-text index that were in that of older steps.
func (c *Older) searchable(ctx context.Context, step store.Step) error {
	_, err := c.moved(ctx, store.Unsearched, func(done int) { step(done, "older text") }, func(tx *store.Tx) (int, error) { return in(tx).searchAgain() })
	return err
}

// moved moves what waits in a table, a batch in each transaction, until there is none; it
// gives what waited, as DB.WaitingIn does.
func (c *Older) moved(ctx context.Context, table string, progress func(done int), move func(*store.Tx) (int, error)) (waited int, err error) {
	waited, err = c.db.WaitingIn(ctx, table)
	if err != nil || waited == 0 {
		return 0, err
	}
	for done := 0; ; {
		var batch int
		if err := c.db.Within(ctx, func(tx *store.Tx) (err error) {
			batch, err = move(tx)
			return err
		}); err != nil || batch == 0 {
			return waited, err
		}
		done += batch
		progress(done)
	}
}

// packAlone packs a batch; it gives how many articles that were. It takes the table out
// where there are none.
func (w *batch) packAlone() (int, error) {
	last := int64(0)
	all, err := store.All(w.tx, func(rows *sql.Rows) (packed []byte, err error) {
		if err = rows.Scan(&last, &packed); err == nil {
			w.Rows.Later(last, pack.Alone(packed))
		}
		return packed, err
	}, `SELECT article, json FROM packed_alone ORDER BY article LIMIT ?`, upgradeBatch)
	if err != nil {
		return 0, err
	}
	if len(all) == 0 {
		_, err = w.tx.Exec(`DROP TABLE packed_alone`)
		return 0, err
	}
	if err := w.tx.Do(`DELETE FROM packed_alone WHERE article <= ?`, last); err != nil {
		return 0, err
	}
	return len(all), w.Rows.Write()
}

// searchAgain puts a batch of articles into the full-text index; it gives how many that
// were. It takes the table out where there are none.
func (w *batch) searchAgain() (int, error) {
	return w.indexWaiting(store.Unsearched, func(t *storing.Text) error {
		return w.tx.Do(storing.IntoSearch, t.Article, foldedBefore(t.Title), foldedBefore(t.Body))
	})
}

// indexWaiting puts a batch of the articles that a table names into an index, and takes them out
// of it; it gives how many they are.
func (w *batch) indexWaiting(waiting string, put func(*storing.Text) error) (int, error) {
	batch, err := w.texts(`SELECT a.id, a.title, a.body FROM `+waiting+` u CROSS JOIN article_rows a ON a.id = u.article ORDER BY a.id LIMIT ?`, upgradeBatch)
	if err != nil {
		return 0, err
	}
	last := int64(0)
	for i := range batch {
		last = batch[i].Article
		if err := put(&batch[i]); err != nil {
			return 0, err
		}
	}
	return w.movedOut(waiting, `article`, len(batch), last)
}

// texts reads articles by their numbers, titles and bodies.
func (w *batch) texts(query string, args ...any) ([]storing.Text, error) {
	return store.All(w.tx, func(rows *sql.Rows) (t storing.Text, err error) {
		err = rows.Scan(&t.Article, &t.Title, &t.Body)
		return t, err
	}, query, args...)
}
