package upgrade

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/storing"
)

// What was stored under an older step waits in tables named old_ and is stored anew
// in batches, each one transaction: broken off, it goes on when the corpus is opened
// the next time.

// upgrade stores anew what waits.
func (c *Older) upgrade(ctx context.Context, step store.Step) error {
	for _, move := range []func(context.Context, store.Step) error{c.packTogether, c.upgradeArticles, c.searchable, c.shorten, c.fold} {
		if err := move(ctx, step); err != nil {
			return err
		}
	}
	return nil
}

func (c *Older) upgradeArticles(ctx context.Context, step store.Step) error {
	n, err := c.moved(ctx, store.OldArticles, func(done int) { step(done, "older article") }, func(tx *store.Tx) (int, error) { return c.in(tx).upgrade() })
	if err != nil || n == 0 {
		return err
	}
	for more := true; more; {
		if err := c.db.Within(ctx, func(tx *store.Tx) (err error) {
			more, err = c.in(tx).upgradeRest()
			return err
		}); err != nil {
			return err
		}
	}
	if n == 1 { // none: the corpus is new
		return nil
	}
	if err := c.storing.Finish(ctx, true, step); err != nil {
		return err
	}
	return c.db.Shrink(ctx)
}

// oldArticle is a row of old_articles.
type oldArticle struct {
	storing.Row
	storing.Entry
	key     int64
	lexicon string
	fresh   bool // of a step before the sixth: the full-text index has it not yet
	packed  []byte
	article sql.NullString
	record  sql.NullString
}

// upgrade stores a batch anew; it gives how many articles that were.
func (w *batch) upgrade() (int, error) {
	batch, err := w.oldArticles()
	if err != nil {
		return 0, err
	}
	for _, o := range batch {
		if err := w.again(o); err != nil {
			return 0, fmt.Errorf("%s: %w", o.Address, err)
		}
	}
	return len(batch), w.Index()
}

func (w *batch) oldArticles() (all []*oldArticle, err error) {
	var early int
	if err := w.tx.Row(`SELECT COUNT(*) FROM pragma_table_info('old_articles') WHERE name = 'record'`).Scan(&early); err != nil {
		return nil, err
	}
	texts := `NULL, NULL`
	if early > 0 {
		texts = `a.article, a.record`
	}
	rows, err := w.tx.Query(`SELECT a.id, a.url, a.version, a.newest, a.stored, a.sha256, a.content, a.lexicon, a.partial, p.json, `+texts+`
		FROM old_articles a LEFT JOIN old_packed p ON p.article = a.id ORDER BY a.id LIMIT ?`, storing.BatchPages)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		o := &oldArticle{fresh: early > 0}
		var stored string
		if err := rows.Scan(&o.key, &o.Address, &o.Version, &o.Newest, &stored, &o.SHA256, &o.Content, &o.lexicon, &o.Partial, &o.packed, &o.article, &o.record); err != nil {
			return nil, err
		}
		if t, err := time.Parse(time.RFC3339, stored); err == nil {
			o.Stored = t.UnixMilli()
		}
		all = append(all, o)
	}
	return all, rows.Err()
}

// again stores an article anew under its number.
func (w *batch) again(o *oldArticle) error {
	a, r, err := o.read()
	if err != nil {
		return err
	}
	o.Entry.Article, o.Entry.Found = &a.Article, r
	o.Row.Entry, o.Row.ID, w.Lexicon = &o.Entry, o.key, o.lexicon
	if _, err := w.Put(&o.Row); err != nil {
		return err
	}
	for _, text := range []string{`DELETE FROM old_articles WHERE id = ?`, `DELETE FROM old_packed WHERE article = ?`} {
		if err := w.tx.Do(text, o.key); err != nil {
			return err
		}
	}
	if !o.Newest {
		return nil
	}
	if o.fresh {
		w.Indexed = append(w.Indexed, storing.Text{Article: o.key, Title: r.Title, Body: r.Body})
	} else {
		for _, text := range []string{`INSERT INTO unsearched VALUES (?)`, `INSERT INTO unmarked VALUES (?)`, `INSERT INTO unfolded VALUES (?)`} {
			if err := w.tx.Do(text, o.key); err != nil {
				return err
			}
		}
	}
	if err := w.Numbered(o.Address); err != nil {
		return err
	}
	if err := w.tx.Do(`INSERT INTO ungrouped VALUES (?)`, o.key); err != nil {
		return err
	}
	return w.Findings(o.key, r)
}

// read gives the article and what was found in it.
func (o *oldArticle) read() (article, record *boctin.Record, err error) {
	one, two := []byte(o.article.String), []byte(o.record.String)
	if !o.record.Valid {
		var lines []byte
		lines, err = pack.Unzip(o.packed, nil)
		one, two, _ = bytes.Cut(lines, []byte("\n"))
	}
	if err == nil {
		article, err = boctin.ParseRecord(one)
	}
	if err == nil {
		record, err = boctin.ParseRecord(two)
	}
	if err != nil {
		err = fmt.Errorf("the stored record is damaged: %w", err)
	}
	return article, record, err
}

// upgradeBatch is how many rows are stored anew in one transaction.
const upgradeBatch = 5000

// upgradeRest stores anew where articles came from, once all are, and takes the old
// tables out when that is done. It tells whether there is more.
func (w *batch) upgradeRest() (more bool, err error) {
	for _, move := range []func() (bool, error){w.oldSources, w.oldImports} {
		if more, err = move(); more || err != nil {
			return more, err
		}
	}
	_, err = w.tx.Exec(`DROP TABLE old_sources; DROP TABLE old_imports; DROP TABLE old_packed; DROP TABLE old_articles`)
	return false, err
}

func (w *batch) oldSources() (more bool, err error) {
	type source struct {
		storing.Entry
		article int64
	}
	var batch []source
	rows, err := w.tx.Query(`SELECT file, offset, record, url, sha256, outcome, reason, COALESCE(article, 0) FROM old_sources ORDER BY file, offset LIMIT ?`, upgradeBatch)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	for rows.Next() {
		var s source
		if err := rows.Scan(&s.File, &s.Offset, &s.Record, &s.URL, &s.SHA256, &s.Outcome, &s.Reason, &s.article); err != nil {
			return false, err
		}
		batch = append(batch, s)
	}
	for i := range batch {
		s := &batch[i]
		if err := w.Source(&s.Entry, s.Outcome, s.article); err != nil {
			return false, err
		}
		if err := w.tx.Do(`DELETE FROM old_sources WHERE file = ? AND offset = ?`, s.File, s.Offset); err != nil {
			return false, err
		}
	}
	return len(batch) > 0, rows.Err()
}

func (w *batch) oldImports() (more bool, err error) {
	type document struct {
		storing.Import
		article int64
	}
	var batch []document
	rows, err := w.tx.Query(`SELECT path, member, at, sha256, reader, outcome, article, file, offset FROM old_imports ORDER BY path, member, at LIMIT ?`, upgradeBatch)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	for rows.Next() {
		var d document
		if err := rows.Scan(&d.Path, &d.Member, &d.At, &d.SHA256, &d.Reader, &d.Outcome, &d.article, &d.File, &d.Offset); err != nil {
			return false, err
		}
		batch = append(batch, d)
	}
	for i := range batch {
		d := &batch[i]
		if err := w.Imports(&d.Import, d.Outcome, d.article); err != nil {
			return false, err
		}
		if err := w.tx.Do(`DELETE FROM old_imports WHERE path = ? AND member = ? AND at = ?`, d.Path, d.Member, d.At); err != nil {
			return false, err
		}
	}
	if err := w.KeepDocuments(); err != nil {
		return false, err
	}
	return len(batch) > 0, rows.Err()
}
