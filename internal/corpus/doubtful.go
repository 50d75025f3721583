package corpus

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin"
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
	err = c.each(ctx, `SELECT a.url, (SELECT json FROM packed WHERE article = a.id) FROM articles a WHERE a.newest = 1 ORDER BY a.stored DESC, a.id DESC LIMIT ?`,
		[]any{articles}, func(rows *sql.Rows) error {
			var url string
			var raw sql.RawBytes
			if err := rows.Scan(&url, &raw); err != nil {
				return err
			}
			r, err := parse(url, raw)
			if err != nil {
				return err
			}
			for _, x := range r.CodePoints().Issues {
				d := Doubted{URL: url, Title: r.Title, Issue: x}
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
	err = c.each(ctx, `SELECT title, COUNT(DISTINCT official), SUM(articles) AS n, official, name, MAX(articles) FROM posts_held
		WHERE agency IS NULL AND agency_name = '' GROUP BY title ORDER BY n DESC, title LIMIT ?`, []any{most}, func(rows *sql.Rows) error {
		var u Unplaced
		var of int
		err := rows.Scan(&u.Title, &u.Officials, &u.Articles, &u.ID, &u.Name, &of)
		all = append(all, u)
		return err
	})
	return all, err
}
