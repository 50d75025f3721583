package corpus

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/normalize/viet"
)

// Article is the newest version of an article as it is stored.
type Article struct {
	Row       int64 // articles.id
	URL       string
	Published string
	Record    *boctin.Record
	printed   *boctin.Article // as boctin extract printed it
}

// Article gives the article of a canonical URL, or of the id of its record. One that
// the corpus does not have gives an *Unknown.
func (c *Corpus) Article(ctx context.Context, key string) (*Article, error) {
	key, err := c.first(ctx, key)
	if err != nil {
		return nil, err
	}
	var row int64
	err = c.DB.QueryRowContext(ctx, `SELECT id FROM article_rows WHERE newest = 1 AND (url_key = ?2 AND url = ?1 OR url_key = ?4 AND record_id = ?3) LIMIT 1`,
		key, column.Key(key), column.Octets(key), column.Key(column.Digested+key)).Scan(&row)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, &store.Unknown{What: "article", Name: key}
	}
	if err != nil {
		return nil, c.DB.Stopped(ctx, err)
	}
	all, err := c.Articles(ctx, []int64{row})
	if err == nil && len(all) == 0 {
		err = &store.Unknown{What: "article", Name: key}
	}
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// Articles gives the articles of some rows, as far as they are newest versions.
func (c *Corpus) Articles(ctx context.Context, rows []int64) (all []*Article, err error) {
	var beside pack.Opened
	err = c.DB.Each(ctx, `SELECT a.id, COALESCE(a.published, ''), `+pack.Selected+` FROM article_rows a`+pack.Joined+`
		WHERE a.id IN (SELECT value FROM json_each(?)) AND a.newest = 1 ORDER BY a.id`, []any{column.Numbers(rows)}, func(r *sql.Rows) (err error) {
		a, k := &Article{}, pack.Kept{Opened: &beside}
		if err := r.Scan(append([]any{&a.Row, &a.Published}, k.Into()...)...); err != nil {
			return err
		}
		a.URL = k.URL
		a.printed, a.Record, err = k.Read()
		all = append(all, a)
		return err
	})
	return all, err
}

// Holding gives the rows of the articles whose title or body holds one of some phrases,
// marks or none, the last published first: at most so many, and how many there are.
func (c *Corpus) Holding(ctx context.Context, phrases []string, most int) (rows []int64, all int, err error) {
	var terms []string
	for _, p := range phrases {
		if words := fold.Words(viet.Fold(p)); len(words) > 0 {
			terms = append(terms, `"`+strings.Join(words, " ")+`"`)
		}
	}
	if len(terms) == 0 {
		return nil, 0, nil
	}
	match := strings.Join(terms, " OR ")
	if err := c.DB.QueryRowContext(ctx, `SELECT COUNT(*) FROM search WHERE search MATCH ?`, match).Scan(&all); err != nil {
		return nil, 0, c.DB.Stopped(ctx, err)
	}
	rows, err = c.DB.Rows(ctx, `SELECT a.id FROM search CROSS JOIN article_rows a ON a.id = search.rowid WHERE search MATCH ? ORDER BY a.published DESC, a.id DESC LIMIT ?`, match, most)
	return rows, all, err
}

// OfSite gives the rows of the articles of a host, the last published first: at most so
// many, and how many there are.
func (c *Corpus) OfSite(ctx context.Context, host string, most int) (rows []int64, all int, err error) {
	if err := c.DB.QueryRowContext(ctx, `SELECT COUNT(*) FROM article_rows WHERE site = (SELECT n FROM sites WHERE host = ?) AND newest = 1`, host).Scan(&all); err != nil {
		return nil, 0, c.DB.Stopped(ctx, err)
	}
	rows, err = c.DB.Rows(ctx, `SELECT id FROM article_rows WHERE site = (SELECT n FROM sites WHERE host = ?) AND newest = 1 ORDER BY published DESC, id DESC LIMIT ?`, host, most)
	return rows, all, err
}

// Tried is an article that other words, rules or labels would read otherwise.
type Tried struct {
	*Article
	Differences []Difference
}

// Try reads articles with two readers, and tells take of each article what the second
// finds otherwise; nothing is stored. It stops where take gives an error.
func (c *Corpus) Try(ctx context.Context, rows []int64, before, after pipeline.Stage, take func(Tried) error) error {
	for part := range slices.Chunk(rows, tryBatch) {
		all, err := c.Articles(ctx, part)
		if err != nil {
			return err
		}
		for _, a := range all {
			if err := ctx.Err(); err != nil {
				return err
			}
			t, err := a.try(before, after)
			if err == nil {
				err = take(t)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// tryBatch is how many articles are held at a time: take is told after each.
const tryBatch = 20

func (a *Article) try(before, after pipeline.Stage) (Tried, error) {
	line, err := (&boctin.Record{Article: *a.printed}).AppendJSON(nil)
	if err != nil {
		return Tried{}, err
	}
	was, err := before(&boctin.Page{URL: a.URL, Body: line})
	if err != nil {
		return Tried{}, err
	}
	is, err := after(&boctin.Page{URL: a.URL, Body: line})
	return Tried{a, differences(&was, &is)}, err
}
