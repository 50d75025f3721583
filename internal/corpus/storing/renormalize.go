package storing

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/corpus/stories"
	"github.com/boctin/boctin/internal/pipeline"
)

// Renewing says how articles are read anew.
type Renewing struct {
	Stages   *pipeline.Stages
	Lexicon  string   // version of the words and rules
	All      bool     // also what was read with this version
	Only     []int64  // rows of the articles that are read anew, the others stay as they are; nil for all
	Labelled []string // ids of the records that have a label: they are read anew whatever they were read with
	Reread   bool     // the page of each, where one is kept, before what it says
	Workers  int
	Progress func(Renewed) // after each batch; may be nil
	Step     store.Step    // of what follows; may be nil
}

// Renewed counts what was done.
type Renewed struct {
	Articles int `json:"renormalized"`
	Changed  int `json:"changed"` // articles whose findings are others now
}

// Renormalize finds anew what every article says that was read with other words
// or rules; no page is read. Broken off at any moment, it goes on at the next
// call with the same version.
func (c *Storing) Renormalize(ctx context.Context, r Renewing) (total Renewed, err error) {
	if r.Only != nil && len(r.Only) == 0 {
		return total, nil
	}
	if err := c.outdate(ctx, &r); err != nil {
		return total, err
	}
	r.Only = slices.Sorted(slices.Values(r.Only))
	for last := int64(0); ; {
		window := r.window(last)
		batch, err := c.outdated(ctx, &r, last, window)
		if err != nil {
			return total, err
		}
		if len(batch) == 0 {
			if len(window) == 0 {
				break
			}
			last = window[len(window)-1]
			continue
		}
		if err := r.read(ctx, c, batch); err != nil {
			return total, err
		}
		if err := c.renew(ctx, r.Lexicon, batch, &total); err != nil {
			return total, err
		}
		if last = batch[len(batch)-1].id; r.Progress != nil {
			r.Progress(total)
		}
	}
	if err := c.Finish(ctx, total.Changed > 0, r.Step); err != nil {
		return total, err
	}
	if r.All && r.Only == nil {
		if err := c.persons.Resum(ctx); err != nil {
			return total, err
		}
	}
	_, err = c.db.ExecContext(ctx, `UPDATE renormalizations SET finished = ? WHERE lexicon = ? AND finished IS NULL`, store.Stamp(time.Now()), r.Lexicon)
	return total, c.db.Stopped(ctx, err)
}

// outdate marks what is to be read anew: it is of no version.
func (c *Storing) outdate(ctx context.Context, r *Renewing) error {
	which, ids := ``, ``
	switch {
	case r.All && r.Only != nil:
		which, ids = `id IN (SELECT value FROM json_each(?2))`, column.Numbers(r.Only)
	case r.All:
		which = `?2 = ''`
	case len(r.Labelled) > 0:
		which, ids = `id IN (SELECT id FROM articles WHERE record_id IN (SELECT value FROM json_each(?2)))`, column.List(r.Labelled)
	default:
		return nil
	}
	return c.db.Within(ctx, func(tx *store.Tx) error {
		w := c.In(tx, "")
		none, err := w.numbers.Text("")
		if err == nil {
			err = w.tx.Do(`UPDATE article_rows SET lexicon = ?1 WHERE newest = 1 AND `+which, none, ids)
		}
		return err
	})
}

// old is one article to be read anew.
type old struct {
	pack.Kept
	id            int64
	lexicon       int64
	same          bool   // as it was
	left          []byte // to be packed
	before, after *boctin.Record
	err           error
}

// window gives the next of the rows that alone are read anew.
func (r *Renewing) window(last int64) []int64 {
	i, _ := slices.BinarySearch(r.Only, last+1)
	return r.Only[i:min(len(r.Only), i+10*BatchPages)]
}

// outdated gives the next articles that were read with another version.
func (c *Storing) outdated(ctx context.Context, r *Renewing, last int64, window []int64) (batch []*old, err error) {
	only, args := "", []any{last, r.Lexicon, BatchPages}
	if r.Only != nil {
		only, args = ` AND a.id IN (SELECT value FROM json_each(?4))`, append(args, column.Numbers(window))
	}
	err = c.db.Each(ctx, `SELECT a.id, a.lexicon, `+pack.Selected+` FROM article_rows a`+pack.Joined+`
		WHERE a.id > ?1 AND a.newest = 1 AND a.lexicon <> COALESCE((SELECT n FROM strings WHERE text = ?2), 0)`+only+` ORDER BY a.id LIMIT ?3`,
		args, func(rows *sql.Rows) error {
			o := &old{}
			err := rows.Scan(append([]any{&o.id, &o.lexicon}, o.Into()...)...)
			batch = append(batch, o)
			return err
		})
	return batch, err
}

// read finds anew what the articles say, with all workers.
func (r *Renewing) read(ctx context.Context, c *Storing, batch []*old) error {
	work := make(chan *old)
	var workers sync.WaitGroup
	for range r.Workers {
		workers.Go(func() {
			var beside pack.Opened
			for o := range work {
				o.Opened = &beside
				o.err = r.one(ctx, c, o)
			}
		})
	}
	for _, o := range batch {
		work <- o
	}
	close(work)
	workers.Wait()
	for _, o := range batch {
		if o.err != nil {
			return o.err
		}
	}
	return ctx.Err()
}

func (r *Renewing) one(ctx context.Context, c *Storing, o *old) error {
	article, before, err := o.Read()
	if err != nil {
		return err
	}
	if r.Reread {
		if again, err := r.reread(ctx, c, o, &before.Article); err == nil { // else the article stays as it was read
			article = again
			if article.URL != "" {
				article.URL, article.ID = o.URL, o.Columns.ID // those of its first address
			}
		}
	}
	line, err := (&boctin.Record{Article: *article}).AppendJSON(nil)
	if err != nil {
		return err
	}
	after, err := r.Stages.Normalize(&boctin.Page{Body: line})
	if err != nil {
		return fmt.Errorf("the stored article of %s is damaged: %w", o.URL, err)
	}
	o.before, o.after = before, &after
	if o.same, err = oneJSON(before, &after); err != nil || o.same {
		return err
	}
	o.Title, o.Body, o.Lead = after.Title, after.Body, after.Lead
	o.left, err = pack.Leave(article, &after, &o.Columns)
	return err
}

// oneJSON tells whether two records are printed alike.
func oneJSON(a, b *boctin.Record) (bool, error) {
	x, err := a.AppendJSON(nil)
	if err != nil {
		return false, err
	}
	y, err := b.AppendJSON(nil)
	return bytes.Equal(x, y), err
}

// renew writes a batch in one transaction; what another process did meanwhile
// is passed over.
func (c *Storing) renew(ctx context.Context, lexicon string, batch []*old, total *Renewed) error {
	var done Renewed
	err := c.db.Within(ctx, func(tx *store.Tx) error {
		run, err := runOf(tx, lexicon)
		if err != nil {
			return err
		}
		w := c.In(tx, lexicon)
		for _, o := range batch {
			var still int
			if err := w.tx.Row(`SELECT COUNT(*) FROM article_rows WHERE id = ? AND newest = 1 AND lexicon = ?`, o.id, o.lexicon).Scan(&still); err != nil {
				return err
			}
			if still == 0 {
				continue
			}
			changed, err := w.renew(run, o)
			if err != nil {
				return err
			}
			done.Articles++
			if changed {
				done.Changed++
			}
		}
		return w.Index()
	})
	if err == nil {
		total.Articles += done.Articles
		total.Changed += done.Changed
	}
	return err
}

// runOf gives the run of a version that is not finished, or begins one.
func runOf(tx *store.Tx, lexicon string) (run int64, err error) {
	err = tx.QueryRow(`SELECT id FROM renormalizations WHERE lexicon = ? AND finished IS NULL ORDER BY id DESC`, lexicon).Scan(&run)
	if !errors.Is(err, sql.ErrNoRows) {
		return run, err
	}
	r, err := tx.Exec(`INSERT INTO renormalizations (begun, lexicon) VALUES (?, ?)`, store.Stamp(time.Now()), lexicon)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

func (w *Writer) renew(run int64, o *old) (changed bool, err error) {
	lexicon, err := w.numbers.Text(w.Lexicon)
	if err != nil {
		return false, err
	}
	if o.same {
		return false, w.tx.Do(`UPDATE article_rows SET lexicon = ? WHERE id = ?`, lexicon, o.id)
	}
	for _, d := range articles.Differences(o.before, o.after) {
		if err := w.tx.Do(`INSERT INTO changes (run, article, what, kind, key, before, after) VALUES (?,?,?,?,?,?,?)`,
			run, o.id, d.What, d.Kind, d.Key, d.Before, d.After); err != nil {
			return true, err
		}
		changed = true
	}
	if err := w.clear(o.id); err != nil {
		return changed, err
	}
	a := &o.after.Article
	if err := w.text(o.id, a); err != nil {
		return changed, err
	}
	if err := w.tx.Do(`UPDATE article_rows SET published = ?, modified = ?, lexicon = ? WHERE id = ?`,
		column.Moment(a.Published), column.Moment(a.Modified), lexicon, o.id); err != nil {
		return changed, err
	}
	if err := w.Wordings.Date(o.id, stories.Since(a.Published)); err != nil {
		return changed, err
	}
	w.Rows.Later(o.id, o.left)
	return changed, w.Findings(o.id, o.after)
}

// text gives an article another text, where a label says so.
func (w *Writer) text(article int64, a *boctin.Article) error {
	was := Text{Article: article, out: true}
	var authors, lead string
	if err := w.tx.Row(`SELECT title, body, authors, lead FROM articles WHERE id = ?`, article).Scan(&was.Title, &was.Body, &authors, &lead); err != nil {
		return err
	}
	if was.Title == a.Title && was.Body == a.Body && authors == column.List(a.Authors) && lead == a.Lead {
		return nil
	}
	w.Indexed = append(w.Indexed, was, Text{Article: article, Title: a.Title, Body: a.Body})
	if err := w.Wordings.Unprint(article); err != nil {
		return err
	}
	if err := w.tx.Do(`INSERT INTO ungrouped VALUES (?)`, article); err != nil {
		return err
	}
	return w.tx.Do(`UPDATE article_rows SET title = ?, body = ?, authors = ?, lead = ? WHERE id = ?`, a.Title, a.Body, column.Optional(a.Authors), pack.Lead(a), article)
}
