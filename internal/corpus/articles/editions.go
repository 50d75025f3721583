package articles

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/corpus/store"
)

// Edition is one version of an article as it was stored.
type Edition struct {
	Version   int    `json:"version"`
	Newest    bool   `json:"newest,omitempty"`
	Published string `json:"published,omitempty"`
	Fetched   string `json:"fetched,omitempty"`
	Stored    string `json:"stored"`
	Title     string `json:"title"`
	Partial   bool   `json:"partial,omitempty"` // a summary alone
}

// Editions gives the versions of an article by its canonical URL, the last stored
// first. An article that the corpus does not have gives an *Unknown.
func (c *Articles) Editions(ctx context.Context, url string) (all []Edition, err error) {
	if url, err = c.first(ctx, url); err != nil {
		return nil, err
	}
	err = c.db.Each(ctx, `SELECT version, newest, COALESCE(published, ''), COALESCE(fetched, ''), stored, title, partial FROM articles WHERE id IN (SELECT id FROM article_rows WHERE url_key = ? AND url = ?) ORDER BY version DESC`,
		[]any{column.Key(url), url}, func(rows *sql.Rows) error {
			var e Edition
			err := rows.Scan(&e.Version, &e.Newest, &e.Published, &e.Fetched, &e.Stored, &e.Title, &e.Partial)
			all = append(all, e)
			return err
		})
	if err == nil && len(all) == 0 {
		err = &store.Unknown{What: "article", Name: url}
	}
	return all, err
}

// Record gives what is stored of one version of an article, its officials with the
// ids of the corpus. Version 0 stands for the newest.
func (c *Articles) Record(ctx context.Context, url string, version int) (r *boctin.Record, err error) {
	if url, err = c.first(ctx, url); err != nil {
		return nil, err
	}
	err = c.db.Each(ctx, `SELECT `+recordColumns+` WHERE a.url_key = ?3 AND a.url = ?1 AND (a.version = ?2 OR ?2 = 0 AND a.newest = 1)`, []any{url, version, column.Key(url)}, func(rows *sql.Rows) error {
		r, err = scanRecord(rows, &pack.Opened{})
		return err
	})
	if err == nil && r == nil {
		err = &store.Unknown{What: "article", Name: url}
	}
	return r, err
}
