package corpus

import (
	"context"

	"github.com/boctin/boctin/internal/corpus/column"
)

// MostSince is how far CountSince counts what is new.
const MostSince = 5000

// CountSince counts the newest versions that were stored at or after a time, given as
// stored is written, as far as MostSince, and the articles of the corpus.
func (c *Corpus) CountSince(ctx context.Context, stored string) (since, all int, err error) {
	err = c.DB.QueryRowContext(ctx, `SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM article_rows WHERE stored >= ? AND newest = 1 ORDER BY stored DESC LIMIT ?)),
		(SELECT COUNT(*) FROM article_rows INDEXED BY articles_published WHERE newest = 1)`, column.Milliseconds(stored), MostSince).Scan(&since, &all)
	return since, all, c.DB.Stopped(ctx, err)
}

// Latest gives so many of the newest versions that were stored at or after a time,
// the last stored first.
func (c *Corpus) Latest(ctx context.Context, stored string, most int) ([]Piece, error) {
	return c.pieces(ctx, `SELECT a.url, a.site, COALESCE(a.published, ''), a.stored, a.version, a.title FROM article_rows r JOIN articles a ON a.id = r.id
		WHERE r.stored >= ? AND r.newest = 1 ORDER BY r.stored DESC, r.id DESC LIMIT ?`, column.Milliseconds(stored), most)
}
