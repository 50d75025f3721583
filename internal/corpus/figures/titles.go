package figures

import (
	"context"
	"database/sql"
)

// Unplaced is a title that articles give without its agency.
type Unplaced struct {
	Title     string `json:"title"`
	Officials int    `json:"officials"`
	Articles  int    `json:"articles"`
	ID        string `json:"official"` // one who has it
	Name      string `json:"name"`
}

// WithoutAgency gives the titles that are known of no agency, those of most articles
// first.
func (c *Figures) WithoutAgency(ctx context.Context, most int) (all []Unplaced, err error) {
	err = c.db.Each(ctx, `SELECT t.title, t.officials, t.n, o.id, o.name, t.most FROM (SELECT h.title, COUNT(DISTINCT r.official) AS officials, SUM(r.articles) AS n, r.official, MAX(r.articles) AS most
		FROM offices h JOIN held_rows r ON r.office = h.n WHERE h.agency IS NULL AND h.agency_name = '' GROUP BY h.title ORDER BY n DESC, h.title LIMIT ?) t
		JOIN officials o ON o.n = t.official ORDER BY t.n DESC, t.title`, []any{most}, func(rows *sql.Rows) error {
		var u Unplaced
		var of int
		err := rows.Scan(&u.Title, &u.Officials, &u.Articles, &u.ID, &u.Name, &of)
		all = append(all, u)
		return err
	})
	return all, err
}
