package articles

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/named"
)

// MostSince is how far CountSince counts what is new.
const MostSince = 5000

// CountSince counts the newest versions that were stored at or after a time, given as
// stored is written, as far as MostSince, and the articles of the corpus.
func (c *Articles) CountSince(ctx context.Context, stored string) (since, all int, err error) {
	err = c.db.QueryRowContext(ctx, `SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM article_rows WHERE stored >= ? AND newest = 1 ORDER BY stored DESC LIMIT ?)),
		(SELECT COUNT(*) FROM article_rows INDEXED BY articles_published WHERE newest = 1)`, column.Milliseconds(stored), MostSince).Scan(&since, &all)
	return since, all, c.db.Stopped(ctx, err)
}

// Latest gives so many of the newest versions that were stored at or after a time,
// the last stored first.
func (c *Articles) Latest(ctx context.Context, stored string, most int) ([]Piece, error) {
	return c.Pieces(ctx, `SELECT a.url, a.site, COALESCE(a.published, ''), a.stored, a.version, a.title FROM article_rows r JOIN articles a ON a.id = r.id
		WHERE r.stored >= ? AND r.newest = 1 ORDER BY r.stored DESC, r.id DESC LIMIT ?`, column.Milliseconds(stored), most)
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

// Pieces gives the articles that a query picks, by the columns of a Piece.
func (c *Articles) Pieces(ctx context.Context, text string, args ...any) (out []Piece, err error) {
	err = c.db.Each(ctx, text, args, func(rows *sql.Rows) error {
		var p Piece
		err := rows.Scan(&p.URL, &p.Site, &p.Published, &p.Stored, &p.Version, &p.Title)
		out = append(out, p)
		return err
	})
	return out, err
}

// Since gives the newest versions that were stored at or after a time, given as
// stored is written, and pass the filter; the last stored come last.
func (c *Articles) Since(ctx context.Context, stored string, f named.Filter) ([]Piece, error) {
	return c.since(ctx, stored, &f, ``)
}

// SinceFirst is Since without the articles that print the text of an earlier one.
func (c *Articles) SinceFirst(ctx context.Context, stored string, f named.Filter) ([]Piece, error) {
	return c.since(ctx, stored, &f, ` AND NOT EXISTS (SELECT 1 FROM printings p JOIN printings q ON q.story = p.story AND q.article <> p.article JOIN article_rows b ON b.id = q.article
			WHERE p.article = a.id AND (q.since IS NULL, COALESCE(q.since, 0), b.record_id) < (p.since IS NULL, COALESCE(p.since, 0), r.record_id))`)
}

func (c *Articles) since(ctx context.Context, stored string, f *named.Filter, first string) ([]Piece, error) {
	among, args, err := c.names.Among(ctx, c.db, f, `r.id`)
	if err != nil {
		return nil, c.db.Stopped(ctx, err)
	}
	return c.Pieces(ctx, `SELECT a.url, a.site, COALESCE(a.published, ''), a.stored, a.version, a.title FROM article_rows r JOIN articles a ON a.id = r.id WHERE r.stored >= ? AND r.newest = 1`+
		first+among+` ORDER BY r.stored, r.id`, append([]any{column.Milliseconds(stored)}, args...)...)
}
