package articles

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
func (c *Articles) Issues(ctx context.Context, articles int) (all []Doubted, err error) {
	var beside pack.Opened
	err = c.db.Each(ctx, `SELECT `+pack.Selected+` FROM article_rows a`+pack.Joined+` WHERE a.newest = 1 ORDER BY a.stored DESC, a.id DESC LIMIT ?`,
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
