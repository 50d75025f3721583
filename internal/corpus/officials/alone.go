package officials

import (
	"context"
	"database/sql"
	"strings"

	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/persons"
)

// Alone is the articles that print a person's whole name and give him no post, rank or
// honorific of office: the name alone, which may be a namesake's.
type Alone struct {
	Articles int              `json:"articles"`
	More     bool             `json:"more,omitempty"` // there may be others: so many were not looked at
	Latest   []articles.Piece `json:"latest"`
}

// How many articles that print the words of a name are looked at, and how many listed.
const (
	mostAlone   = 500
	latestAlone = 10
)

// alone finds the articles that print the whole name of a person who is no official in
// them. Where two of the corpus bear it, it says nothing of either.
func (c *Officials) alone(ctx context.Context, p *Person, b *persons.Borne) error {
	n := fold.NameOf(p.Name)
	same, err := named.Bearers(ctx, c.db, named.OfficialByName, n)
	if err != nil || len(same) != 1 || !strings.Contains(n.Folded, " ") {
		return c.db.Wrap(err)
	}
	var rows, his []int64
	for _, x := range b.All {
		his = append(his, x.ID>>column.ArticleBits)
	}
	seen := 0
	err = c.db.Each(ctx, `SELECT a.id, a.title, a.body FROM search CROSS JOIN article_rows a ON a.id = search.rowid WHERE search MATCH ? AND a.newest = 1
		AND search.rowid NOT IN (SELECT value FROM json_each(?))
		ORDER BY a.published DESC, a.id DESC LIMIT ?`, []any{`"` + n.Folded + `"`, column.Numbers(his), mostAlone}, func(found *sql.Rows) error {
		var row int64
		var title, body string
		err := found.Scan(&row, &title, &body)
		seen++
		if c.resolvers.Streets().Prints(title+"\n"+body, n.Text) {
			rows = append(rows, row)
		}
		return err
	})
	if err != nil || len(rows) == 0 {
		return err
	}
	p.Alone = &Alone{Articles: len(rows), More: seen == mostAlone}
	p.Alone.Latest, err = c.articles.Pieces(ctx, `SELECT url, site, COALESCE(published, ''), '', 0, title FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY published DESC, id DESC`,
		column.Numbers(rows[:min(latestAlone, len(rows))]))
	return err
}
