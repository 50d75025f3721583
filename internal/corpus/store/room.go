package store

import "context"

// Analyze tells SQLite how large the tables are that it joins.
func (c *DB) Analyze(ctx context.Context) error {
	const text = `PRAGMA analysis_limit = 1000; ANALYZE article_rows; ANALYZE appearance_rows; ANALYZE officials; ANALYZE offices;
		ANALYZE held_rows; ANALYZE agencies; ANALYZE agency_article_rows; ANALYZE agency_name_rows; ANALYZE printings; ANALYZE manners; ANALYZE strings; ANALYZE sites;
		ANALYZE event_rows; ANALYZE event_official_rows; ANALYZE event_agency_rows`
	_, err := c.DB.ExecContext(ctx, text)
	return c.Stopped(ctx, err)
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
