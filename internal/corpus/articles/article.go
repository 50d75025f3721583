// Package articles reads the articles of a corpus: what is stored of each with its versions, those
// that are new, those that print one text, and how they were read otherwise before.
package articles

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/normalize/viet"
)

// Articles are those that a corpus stores.
type Articles struct {
	db    *store.DB
	names *named.Names
}

// Of gives the articles of a database, which are picked by names.
func Of(db *store.DB, names *named.Names) *Articles { return &Articles{db, names} }

// first gives the address under which an article is stored of which another is given;
// any other as it is.
func (c *Articles) first(ctx context.Context, url string) (string, error) {
	first := url
	err := c.db.QueryRowContext(ctx, `SELECT a.url FROM address_rows x JOIN article_rows a ON a.url_key = x.url_key AND a.newest = 1 WHERE x.url = ?`, url).Scan(&first)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return first, c.db.Stopped(ctx, err)
}

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
func (c *Articles) Article(ctx context.Context, key string) (*Article, error) {
	key, err := c.first(ctx, key)
	if err != nil {
		return nil, err
	}
	var row int64
	err = c.db.QueryRowContext(ctx, `SELECT id FROM article_rows WHERE newest = 1 AND (url_key = ?2 AND url = ?1 OR url_key = ?4 AND record_id = ?3) LIMIT 1`,
		key, column.Key(key), column.Octets(key), column.Key(column.Digested+key)).Scan(&row)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, &store.Unknown{What: "article", Name: key}
	}
	if err != nil {
		return nil, c.db.Stopped(ctx, err)
	}
	all, err := c.ByRow(ctx, []int64{row})
	if err == nil && len(all) == 0 {
		err = &store.Unknown{What: "article", Name: key}
	}
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// ByRow gives the articles of some rows, as far as they are newest versions.
func (c *Articles) ByRow(ctx context.Context, rows []int64) (all []*Article, err error) {
	var beside pack.Opened
	err = c.db.Each(ctx, `SELECT a.id, COALESCE(a.published, ''), `+pack.Selected+` FROM article_rows a`+pack.Joined+`
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
func (c *Articles) Holding(ctx context.Context, phrases []string, most int) (rows []int64, all int, err error) {
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
	if err := c.db.QueryRowContext(ctx, `SELECT COUNT(*) FROM search WHERE search MATCH ?`, match).Scan(&all); err != nil {
		return nil, 0, c.db.Stopped(ctx, err)
	}
	rows, err = c.db.Rows(ctx, `SELECT a.id FROM search CROSS JOIN article_rows a ON a.id = search.rowid WHERE search MATCH ? ORDER BY a.published DESC, a.id DESC LIMIT ?`, match, most)
	return rows, all, err
}

// OfSite gives the rows of the articles of a host, the last published first: at most so
// many, and how many there are.
func (c *Articles) OfSite(ctx context.Context, host string, most int) (rows []int64, all int, err error) {
	if err := c.db.QueryRowContext(ctx, `SELECT COUNT(*) FROM article_rows WHERE site = (SELECT n FROM sites WHERE host = ?) AND newest = 1`, host).Scan(&all); err != nil {
		return nil, 0, c.db.Stopped(ctx, err)
	}
	rows, err = c.db.Rows(ctx, `SELECT id FROM article_rows WHERE site = (SELECT n FROM sites WHERE host = ?) AND newest = 1 ORDER BY published DESC, id DESC LIMIT ?`, host, most)
	return rows, all, err
}
