package corpus

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/corpus/pack"
)

// Doubted is an issue of an article.
type Doubted struct {
	URL       string       `json:"url"`
	Published string       `json:"published,omitempty"`
	Title     string       `json:"title"`
	Issue     boctin.Issue `json:"issue"` // spans are code points
}

// Issues gives the issues of so many articles, the last stored first.
func (c *Corpus) Issues(ctx context.Context, articles int) (all []Doubted, err error) {
	var beside pack.Opened
	err = c.DB.Each(ctx, `SELECT `+pack.Selected+` FROM article_rows a`+pack.Joined+` WHERE a.newest = 1 ORDER BY a.stored DESC, a.id DESC LIMIT ?`,
		[]any{articles}, func(rows *sql.Rows) error {
			k := pack.Kept{Opened: &beside}
			if err := rows.Scan(k.Into()...); err != nil {
				return err
			}
			_, r, err := k.Read()
			if err != nil {
				return err
			}
			for _, x := range r.CodePoints().Issues {
				d := Doubted{URL: k.URL, Title: r.Title, Issue: x}
				if r.Published != nil {
					d.Published = r.Published.Value
				}
				all = append(all, d)
			}
			return nil
		})
	return all, err
}

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
func (c *Corpus) WithoutAgency(ctx context.Context, most int) (all []Unplaced, err error) {
	err = c.DB.Each(ctx, `SELECT t.title, t.officials, t.n, o.id, o.name, t.most FROM (SELECT h.title, COUNT(DISTINCT r.official) AS officials, SUM(r.articles) AS n, r.official, MAX(r.articles) AS most
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
