package corpus

import (
	"context"
	"database/sql"
	"strings"

	"github.com/boctin/boctin/normalize/viet"
)

// Body is what a corpus says of one agency.
type Body struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	NameEN   string   `json:"name_en,omitempty"`
	Country  string   `json:"country,omitempty"`
	Kind     string   `json:"kind,omitempty"`
	Parent   string   `json:"parent,omitempty"`
	Wikidata string   `json:"wikidata,omitempty"`
	Articles int      `json:"articles"`
	First    string   `json:"first_seen,omitempty"`
	Last     string   `json:"last_seen,omitempty"`
	Written  []string `json:"written,omitempty"` // the ways it is written, the most frequent first
	Holders  []Holder `json:"holders,omitempty"`
	Latest   []Piece  `json:"latest,omitempty"` // articles
}

// Holder is an official who holds a post of an agency.
type Holder struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Title  string `json:"title"`
	Former bool   `json:"former,omitempty"`
	First  string `json:"first_seen,omitempty"`
	Last   string `json:"last_seen,omitempty"`
	URL    string `json:"url"` // of the last article that says so
}

// Piece is an article in short.
type Piece struct {
	URL       string `json:"url"`
	Site      string `json:"site"`
	Published string `json:"published,omitempty"`
	Stored    string `json:"stored,omitempty"`
	Version   int    `json:"version,omitempty"`
	Title     string `json:"title"`
}

// Agencies gives the agencies of a name, or of an id, the most often named
// first; where none bears the name, those whose name holds it. A name without
// marks stands for any marks, an empty country for all.
func (c *Corpus) Agencies(ctx context.Context, name, country string) (bodies []Body, err error) {
	folded := viet.Fold(name)
	bare := folded == strings.ToLower(name)
	for _, where := range []string{`(g.folded = ?1 AND (?2 OR g.name = ?3 COLLATE NOCASE) OR g.id = ?3)`, `instr(g.folded, ?1) AND (?2 OR instr(g.name, ?3))`} {
		err = c.each(ctx, `SELECT g.id, g.name, g.name_en, g.country, g.kind, g.parent, g.wikidata, COUNT(*), COALESCE(MIN(m.published), ''), COALESCE(MAX(m.published), '')
			FROM agencies g JOIN agency_articles m ON m.agency = g.id
			WHERE `+where+` AND (?4 = '' OR g.country = ?4) GROUP BY g.id ORDER BY 8 DESC, g.id LIMIT 20`,
			[]any{folded, bare, name, strings.ToUpper(country)}, func(rows *sql.Rows) error {
				var b Body
				err := rows.Scan(&b.ID, &b.Name, &b.NameEN, &b.Country, &b.Kind, &b.Parent, &b.Wikidata, &b.Articles, &b.First, &b.Last)
				bodies = append(bodies, b)
				return err
			})
		if err != nil || len(bodies) > 0 {
			break
		}
	}
	for i := range bodies {
		if err == nil {
			err = c.body(ctx, &bodies[i])
		}
	}
	return bodies, err
}

func (c *Corpus) body(ctx context.Context, b *Body) error {
	err := c.each(ctx, `SELECT text FROM agency_names WHERE agency = ? ORDER BY mentions DESC, text LIMIT 10`, []any{b.ID}, func(rows *sql.Rows) error {
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
	b.Latest, err = c.pieces(ctx, `SELECT url, site, COALESCE(published, ''), '', 0, title FROM articles
		WHERE id IN (SELECT article FROM agency_articles WHERE agency = ? ORDER BY published DESC, article DESC LIMIT 5) ORDER BY published DESC, id DESC`, b.ID)
	return err
}

// holders gives those who were last seen in a post of an agency.
func (c *Corpus) holders(ctx context.Context, agency string) (out []Holder, err error) {
	err = c.each(ctx, `SELECT official, name, title, former, MIN(first_seen), MAX(last_seen) FROM posts_held
		WHERE agency = ? GROUP BY official, title, former ORDER BY MAX(last_seen) DESC, official, title LIMIT 50`, []any{agency}, func(rows *sql.Rows) error {
		var h Holder
		var first, last sql.NullString
		err := rows.Scan(&h.ID, &h.Name, &h.Title, &h.Former, &first, &last)
		h.First, h.Last = first.String, last.String
		out = append(out, h)
		return err
	})
	for i := range out {
		h := &out[i]
		if err == nil {
			err = c.wrap(c.db.QueryRowContext(ctx, `SELECT a.url FROM appearances x JOIN posts p ON p.appearance = x.id JOIN articles a ON a.id = x.article
				WHERE x.official = ? AND p.agency = ? AND p.title = ? AND p.former = ? ORDER BY a.published DESC, a.id DESC LIMIT 1`,
				h.ID, agency, h.Title, h.Former).Scan(&h.URL))
		}
	}
	return out, err
}

func (c *Corpus) pieces(ctx context.Context, text string, args ...any) (out []Piece, err error) {
	err = c.each(ctx, text, args, func(rows *sql.Rows) error {
		var p Piece
		err := rows.Scan(&p.URL, &p.Site, &p.Published, &p.Stored, &p.Version, &p.Title)
		out = append(out, p)
		return err
	})
	return out, err
}

// Since gives the newest versions that were stored at or after a time, given as
// stored is written; the last stored come last.
func (c *Corpus) Since(ctx context.Context, stored string) ([]Piece, error) {
	return c.pieces(ctx, `SELECT url, site, COALESCE(published, ''), stored, version, title FROM articles WHERE stored >= ? AND newest = 1 ORDER BY stored, id`, stored)
}

// SinceFirst is Since without the articles that print the text of an earlier one.
func (c *Corpus) SinceFirst(ctx context.Context, stored string) ([]Piece, error) {
	return c.pieces(ctx, `SELECT url, site, COALESCE(published, ''), stored, version, title FROM articles a WHERE stored >= ? AND newest = 1
		AND NOT EXISTS (SELECT 1 FROM printings p JOIN printings q ON q.story = p.story AND q.article <> p.article JOIN articles b ON b.id = q.article
			WHERE p.article = a.id AND (q.since IS NULL, COALESCE(q.since, 0), b.record_id) < (p.since IS NULL, COALESCE(p.since, 0), a.record_id))
		ORDER BY stored, id`, stored)
}

// Figure is one line of the statistics.
type Figure struct {
	What  string `json:"what"`
	Count int64  `json:"count"`
	Note  string `json:"note,omitempty"`
}

// Stats counts what a corpus holds.
func (c *Corpus) Stats(ctx context.Context) (out []Figure, err error) {
	err = c.each(ctx, `SELECT 'articles', COUNT(*), COALESCE(MIN(published) || ' to ' || MAX(published), '') FROM articles WHERE newest = 1
		UNION ALL SELECT 'older versions', (SELECT COUNT(*) FROM articles) - (SELECT COUNT(*) FROM articles WHERE newest = 1), ''
		UNION ALL SELECT 'stories that more than one article prints', COUNT(*), COALESCE(SUM(n) || ' articles', '') FROM (SELECT COUNT(*) AS n FROM printings GROUP BY story HAVING COUNT(*) > 1)
		UNION ALL SELECT 'pages without an article', COUNT(*), '' FROM sources WHERE outcome = 'no-article' AND article IS NULL
		UNION ALL SELECT 'pages that failed', COUNT(*), '' FROM sources WHERE outcome = 'failed' AND article IS NULL
		UNION ALL SELECT 'officials', COUNT(*), '' FROM officials UNION ALL SELECT 'posts', COUNT(*), '' FROM posts
		UNION ALL SELECT 'agencies', COUNT(*), '' FROM agencies UNION ALL SELECT 'mentions of agencies', COUNT(*), '' FROM agency_mentions
		UNION ALL SELECT 'mentions of officials', COUNT(*), '' FROM official_mentions UNION ALL SELECT 'dates', COUNT(*), '' FROM dates
		UNION ALL SELECT * FROM (SELECT 'articles of ' || site, COUNT(*), COALESCE(MIN(published) || ' to ' || MAX(published), '') FROM articles
			WHERE newest = 1 GROUP BY site ORDER BY 2 DESC, site)`, nil, func(rows *sql.Rows) error {
		var f Figure
		err := rows.Scan(&f.What, &f.Count, &f.Note)
		out = append(out, f)
		return err
	})
	return out, err
}
