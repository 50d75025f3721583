// Package figures counts what a corpus holds: in all, of each site, and of titles without an agency.
package figures

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
)

// Figures are counts over all of a corpus.
type Figures struct{ db *store.DB }

// Of gives the figures of a database.
func Of(db *store.DB) *Figures { return &Figures{db} }

// Figure is one line of the statistics.
type Figure struct {
	What  string `json:"what"`
	Count int64  `json:"count"`
	Note  string `json:"note,omitempty"`
}

// Stats counts what a corpus holds.
func (c *Figures) Stats(ctx context.Context) (out []Figure, err error) {
	err = c.db.Each(ctx, `SELECT 'articles', COUNT(*), COALESCE(MIN(published) || ' to ' || MAX(published), '') FROM article_rows WHERE newest = 1 AND site IN (SELECT n FROM sites)
		UNION ALL SELECT 'older versions', (SELECT COUNT(*) FROM article_rows) - (SELECT COUNT(*) FROM article_rows WHERE newest = 1), ''
		UNION ALL SELECT 'stories that more than one article prints', COUNT(*), COALESCE(SUM(n) || ' articles', '') FROM (SELECT COUNT(*) AS n FROM printings GROUP BY story HAVING COUNT(*) > 1)
		UNION ALL SELECT 'pages without an article', COUNT(*), '' FROM source_rows WHERE outcome = 'no-article' AND article IS NULL
		UNION ALL SELECT 'pages that failed', COUNT(*), '' FROM source_rows WHERE outcome = 'failed' AND article IS NULL
		UNION ALL SELECT 'officials', COUNT(*), '' FROM officials UNION ALL SELECT 'posts', COALESCE(SUM(`+column.NumberOf(`posts`)+`), 0), '' FROM appearance_rows
		UNION ALL SELECT 'agencies', COUNT(*), '' FROM agencies UNION ALL SELECT 'mentions of agencies', COALESCE(SUM(mentions), 0), '' FROM agency_article_rows
		UNION ALL SELECT 'mentions of officials', COALESCE(SUM(`+column.NumberOf(`places`)+`), 0), '' FROM appearance_rows UNION ALL SELECT 'dates', COUNT(*), '' FROM date_rows
		UNION ALL SELECT * FROM (SELECT 'articles of ' || COALESCE(NULLIF(s.host, ''), 'no site'), COUNT(*), COALESCE(MIN(a.published) || ' to ' || MAX(a.published), '') FROM sites s JOIN article_rows a ON a.site = s.n
			WHERE a.newest = 1 GROUP BY s.n ORDER BY 2 DESC, s.host)`, nil, func(rows *sql.Rows) error {
		var f Figure
		err := rows.Scan(&f.What, &f.Count, &f.Note)
		out = append(out, f)
		return err
	})
	return out, err
}
