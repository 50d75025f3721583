package corpus

import (
	"context"
	"database/sql"
	"strings"

	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/column"
)

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

// Agencies gives the agencies of a name, however it is written, or of an id, the
// most often named first; where none bears the name, those whose name holds it.
// An empty country stands for all. Where there is none the error is an *Unknown.
func (c *Corpus) Agencies(ctx context.Context, name, country string) (bodies []Body, err error) {
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
func (c *Corpus) Bodies(ctx context.Context, name, country string) (bodies []Body, err error) {
	ids, err := c.Names.Agencies(ctx, c.DB, name)
	if err != nil {
		return nil, c.DB.Stopped(ctx, err)
	}
	err = c.DB.Each(ctx, `SELECT * FROM (SELECT g.id, g.name, g.name_en, g.country, g.kind, g.parent, g.wikidata, (SELECT COUNT(*) FROM agency_article_rows m WHERE m.agency = g.n) AS articles,
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

func (c *Corpus) body(ctx context.Context, b *Body) error {
	err := c.DB.Each(ctx, `SELECT text FROM agency_names WHERE agency = ? ORDER BY mentions DESC, text LIMIT 10`, []any{b.ID}, func(rows *sql.Rows) error {
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
	b.Latest, err = c.Articles.Pieces(ctx, `SELECT url, site, COALESCE(published, ''), '', 0, title FROM articles
		WHERE id IN (SELECT id >> 20 FROM agency_article_rows WHERE agency = (SELECT n FROM agencies WHERE id = ?) ORDER BY day DESC, id DESC LIMIT 5) ORDER BY published DESC, id DESC`, b.ID)
	return err
}

// mostUnits is how many agencies below one are listed.
const mostUnits = 20

func (c *Corpus) units(ctx context.Context, condition, id string) (all []Unit, err error) {
	err = c.DB.Each(ctx, `SELECT g.id, g.name, (SELECT COUNT(*) FROM agency_article_rows m WHERE m.agency = g.n) FROM agencies g
		WHERE `+condition+` AND g.id <> '' ORDER BY 3 DESC, 1 LIMIT ?`, []any{id, mostUnits}, func(rows *sql.Rows) error {
		var u Unit
		err := rows.Scan(&u.ID, &u.Name, &u.Articles)
		all = append(all, u)
		return err
	})
	return all, err
}

// Figure is one line of the statistics.
type Figure struct {
	What  string `json:"what"`
	Count int64  `json:"count"`
	Note  string `json:"note,omitempty"`
}

// Stats counts what a corpus holds.
func (c *Corpus) Stats(ctx context.Context) (out []Figure, err error) {
	err = c.DB.Each(ctx, `SELECT 'articles', COUNT(*), COALESCE(MIN(published) || ' to ' || MAX(published), '') FROM article_rows WHERE newest = 1 AND site IN (SELECT n FROM sites)
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
