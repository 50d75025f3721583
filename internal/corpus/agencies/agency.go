// Package agencies tells what a corpus says of its agencies: how they are written, what is above
// and below them, and who holds or held their posts from when to when.
package agencies

import (
	"context"
	"database/sql"
	"strings"

	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
)

// Agencies are those that the articles of a corpus name.
type Agencies struct {
	db        *store.DB
	names     *named.Names
	persons   *persons.Persons
	resolvers *persons.Resolvers
	articles  *articles.Articles
}

// Of gives the agencies of a database, found by their names, with those who hold their posts.
func Of(db *store.DB, n *named.Names, p *persons.Persons, r *persons.Resolvers, a *articles.Articles) *Agencies {
	return &Agencies{db, n, p, r, a}
}

// Body is what a corpus says of one agency.
type Body struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	NameEN   string `json:"name_en,omitempty"`
	Country  string `json:"country,omitempty"`
	Kind     string `json:"kind,omitempty"`
	Parent   string `json:"parent,omitempty"`
	Above    *Unit  `json:"above,omitempty"` // the parent, where the corpus names it
	Below    []Unit `json:"below,omitempty"` // those whose parent it is, the most often named first
	Wikidata string `json:"wikidata,omitempty"`
	Lineage
	Articles int              `json:"articles"`
	First    string           `json:"first_seen,omitempty"`
	Last     string           `json:"last_seen,omitempty"`
	Written  []string         `json:"written,omitempty"` // the ways it is written, the most frequent first
	Holders  []Holder         `json:"holders,omitempty"` // present ones first, those of most articles first
	Latest   []articles.Piece `json:"latest,omitempty"`  // articles
}

// Unit is an agency above or below another.
type Unit struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Articles int    `json:"articles"`
}

// Named gives the agencies of a name, however it is written, or of an id, the
// most often named first; where none bears the name, those whose name holds it.
// An empty country stands for all. Where there is none the error is an *Unknown.
func (c *Agencies) Named(ctx context.Context, name, country string) (bodies []Body, err error) {
	bodies, err = c.Bodies(ctx, name, country)
	for i := range bodies {
		if err == nil {
			err = c.body(ctx, &bodies[i])
		}
	}
	if err == nil {
		err = c.lineages(ctx, bodies)
	}
	return bodies, err
}

// Bodies is Agencies without what is said of them.
func (c *Agencies) Bodies(ctx context.Context, name, country string) (bodies []Body, err error) {
	ids, err := c.names.Agencies(ctx, c.db, name)
	if err != nil {
		return nil, c.db.Stopped(ctx, err)
	}
	err = c.db.Each(ctx, `SELECT * FROM (SELECT g.id, g.name, g.name_en, g.country, g.kind, g.parent, g.wikidata, (SELECT COUNT(*) FROM agency_article_rows m WHERE m.agency = g.n) AS articles,
			COALESCE(date((SELECT MIN(day) FROM agency_article_rows m WHERE m.agency = g.n) * 86400, 'unixepoch'), ''), COALESCE(date((SELECT MAX(day) FROM agency_article_rows m WHERE m.agency = g.n) * 86400, 'unixepoch'), '')
		FROM agencies g WHERE g.id IN (SELECT value FROM json_each(?1)) AND (?2 = '' OR g.country = ?2)) WHERE articles > 0 ORDER BY articles DESC, id LIMIT 20`,
		[]any{column.List(ids), strings.ToUpper(country)}, func(rows *sql.Rows) error {
			var b Body
			err := rows.Scan(&b.ID, &b.Name, &b.NameEN, &b.Country, &b.Kind, &b.Parent, &b.Wikidata, &b.Articles, &b.First, &b.Last)
			bodies = append(bodies, b)
			return err
		})
	return bodies, err
}

func (c *Agencies) body(ctx context.Context, b *Body) error {
	err := c.db.Each(ctx, `SELECT text FROM agency_names WHERE agency = ? ORDER BY mentions DESC, text LIMIT 10`, []any{b.ID}, func(rows *sql.Rows) error {
		var s string
		err := rows.Scan(&s)
		b.Written = append(b.Written, s)
		return err
	})
	if err != nil {
		return err
	}
	if b.Holders, err = c.holders(ctx, b.ID); err != nil {
		return err
	}
	if b.Below, err = c.units(ctx, `g.parent = ?`, b.ID); err != nil {
		return err
	}
	above, err := c.units(ctx, `g.id = ?`, b.Parent)
	if err != nil {
		return err
	}
	if len(above) > 0 {
		b.Above = &above[0]
	}
	b.Latest, err = c.articles.Pieces(ctx, `SELECT url, site, COALESCE(published, ''), '', 0, title FROM articles
		WHERE id IN (SELECT id >> 20 FROM agency_article_rows WHERE agency = (SELECT n FROM agencies WHERE id = ?) ORDER BY day DESC, id DESC LIMIT 5) ORDER BY published DESC, id DESC`, b.ID)
	return err
}

// mostUnits is how many agencies below one are listed.
const mostUnits = 20

func (c *Agencies) units(ctx context.Context, condition, id string) (all []Unit, err error) {
	err = c.db.Each(ctx, `SELECT g.id, g.name, (SELECT COUNT(*) FROM agency_article_rows m WHERE m.agency = g.n) FROM agencies g
		WHERE `+condition+` AND g.id <> '' ORDER BY 3 DESC, 1 LIMIT ?`, []any{id, mostUnits}, func(rows *sql.Rows) error {
		var u Unit
		err := rows.Scan(&u.ID, &u.Name, &u.Articles)
		all = append(all, u)
		return err
	})
	return all, err
}

// ProminentAgencies gives the agencies that most of the articles stored last name.
func (c *Agencies) ProminentAgencies(ctx context.Context, most int) (all []officials.Bearer, err error) {
	err = c.db.Each(ctx, `WITH a AS MATERIALIZED (SELECT id FROM article_rows WHERE newest = 1 ORDER BY id DESC LIMIT ?)
		SELECT g.id, g.name, g.country, times FROM (SELECT agency, COUNT(*) AS times FROM a CROSS JOIN agency_article_rows y ON y.id BETWEEN a.id << 20 AND a.id << 20 | 1048575
			GROUP BY agency ORDER BY 2 DESC, 1 LIMIT ?) m JOIN agencies g ON g.n = m.agency ORDER BY times DESC, g.id`, []any{officials.Late, most}, func(rows *sql.Rows) error {
		var b officials.Bearer
		err := rows.Scan(&b.ID, &b.Name, &b.Country, &b.Articles)
		all = append(all, b)
		return err
	})
	return all, err
}
