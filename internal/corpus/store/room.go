package store

import "context"

// Analyze tells SQLite how large the tables are that it joins, unless it was told when nine tenths
// of the articles were there: the ways it takes depend on sizes, not on the last of them.
func (c *DB) Analyze(ctx context.Context) error {
	if told, err := c.told(ctx); told || err != nil {
		return c.Stopped(ctx, err)
	}
	const text = `PRAGMA analysis_limit = 1000; ANALYZE appearance_rows; ANALYZE officials; ANALYZE offices;
		ANALYZE held_rows; ANALYZE agencies; ANALYZE agency_article_rows; ANALYZE agency_name_rows; ANALYZE printings; ANALYZE manners; ANALYZE strings; ANALYZE sites;
		ANALYZE event_rows; ANALYZE event_official_rows; ANALYZE event_agency_rows; ANALYZE article_rows`
	_, err := c.DB.ExecContext(ctx, text)
	return c.Stopped(ctx, err)
}

// hasSizes tells whether SQLite was ever told; it keeps in sqlite_stat1 what.
const hasSizes = `SELECT COUNT(*) FROM sqlite_master WHERE name = 'sqlite_stat1'`

func (c *DB) told(ctx context.Context) (told bool, err error) {
	if err := c.DB.QueryRowContext(ctx, hasSizes).Scan(&told); err != nil || !told {
		return false, err
	}
	err = c.DB.QueryRowContext(ctx, `SELECT COALESCE(MAX(10 * CAST(stat AS INTEGER) >= 9 * (SELECT MAX(id) FROM article_rows)), 0)
		FROM sqlite_stat1 WHERE tbl = 'article_rows'`).Scan(&told)
	return told, err
}

// forgetSizes makes Analyze tell SQLite anew, after tables were made.
func forgetSizes(tx *Tx) error {
	if n, err := tx.Number(hasSizes); n == 0 || err != nil {
		return err
	}
	_, err := tx.Exec(`DELETE FROM sqlite_stat1 WHERE tbl = 'article_rows'`)
	return err
}

// Shrink gives the room that the old tables took back to the system, where nobody
// else is at work and there is room for a copy meanwhile.
func (c *DB) Shrink(ctx context.Context) error {
	conn, err := c.DB.Conn(ctx)
	if err != nil {
		return c.Stopped(ctx, err)
	}
	defer conn.Close()
	defer conn.ExecContext(ctx, `PRAGMA busy_timeout = 60000`)
	for _, text := range []string{`PRAGMA busy_timeout = 0`, `PRAGMA journal_mode = DELETE`, `PRAGMA page_size = 16384`, `VACUUM`} {
		if _, err := conn.ExecContext(ctx, text); err != nil {
			break // it stays as large as it is, and what comes fills it
		}
	}
	_, err = conn.ExecContext(ctx, `PRAGMA journal_mode = WAL`)
	return c.Stopped(ctx, err)
}
