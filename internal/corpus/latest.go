package corpus

import "context"

// CountSince counts the newest versions that were stored at or after a time, given as
// stored is written, and the articles of the corpus.
func (c *Corpus) CountSince(ctx context.Context, stored string) (since, all int, err error) {
	err = c.db.QueryRowContext(ctx, `SELECT (SELECT COUNT(*) FROM articles WHERE stored >= ? AND newest = 1), (SELECT COUNT(*) FROM articles WHERE newest = 1)`, stored).Scan(&since, &all)
	return since, all, c.stopped(ctx, err)
}

// Latest gives so many of the newest versions that were stored at or after a time,
// the last stored first.
func (c *Corpus) Latest(ctx context.Context, stored string, most int) ([]Piece, error) {
	return c.pieces(ctx, `SELECT url, site, COALESCE(published, ''), stored, version, title FROM articles
		WHERE stored >= ? AND newest = 1 ORDER BY stored DESC, id DESC LIMIT ?`, stored, most)
}
