package corpus

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/corpus/officials"
)

// ProminentAgencies gives the agencies that most of the articles stored last name.
func (c *Corpus) ProminentAgencies(ctx context.Context, most int) (all []officials.Bearer, err error) {
	err = c.DB.Each(ctx, `WITH a AS MATERIALIZED (SELECT id FROM article_rows WHERE newest = 1 ORDER BY id DESC LIMIT ?)
		SELECT g.id, g.name, g.country, times FROM (SELECT agency, COUNT(*) AS times FROM a CROSS JOIN agency_article_rows y ON y.id BETWEEN a.id << 20 AND a.id << 20 | 1048575
			GROUP BY agency ORDER BY 2 DESC, 1 LIMIT ?) m JOIN agencies g ON g.n = m.agency ORDER BY times DESC, g.id`, []any{officials.Late, most}, func(rows *sql.Rows) error {
		var b officials.Bearer
		err := rows.Scan(&b.ID, &b.Name, &b.Country, &b.Articles)
		all = append(all, b)
		return err
	})
	return all, err
}
