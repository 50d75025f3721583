package store

import (
	"context"
	"database/sql"
	"fmt"
	"io"

	"github.com/boctin/boctin/crawl/frontier"
)

// Each calls take for every row of a query.
func (c *DB) Each(ctx context.Context, text string, args []any, take func(*sql.Rows) error) error {
	return c.Stopped(ctx, Each(ctx, c.DB, text, args, take))
}

// Each gives take each row of a query.
func Each(ctx context.Context, db Asker, text string, args []any, take func(*sql.Rows) error) error {
	rows, err := db.QueryContext(ctx, text, args...)
	if err != nil {
		return err
	}
	return frontier.Each(rows, take)
}

// Count runs a query and tells how many rows it gives.
func (c *DB) Count(ctx context.Context, query string) (n int, err error) {
	err = c.Each(ctx, query, nil, func(*sql.Rows) error { n++; return nil })
	return n, err
}

// TextBytes gives the size of what the corpus is about: the titles and bodies.
func (c *DB) TextBytes(ctx context.Context) (n int64, err error) {
	err = c.DB.QueryRowContext(ctx, `SELECT COALESCE(SUM(octet_length(title) + octet_length(body)), 0) FROM article_rows`).Scan(&n)
	return n, c.Stopped(ctx, err)
}

// Dump writes the rows of a query, one a line.
func (c *DB) Dump(ctx context.Context, query string, out io.Writer) error {
	return c.Each(ctx, query, nil, func(rows *sql.Rows) error {
		names, err := rows.Columns()
		if err != nil {
			return err
		}
		row, into := make([]any, len(names)), make([]any, len(names))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		_, err = fmt.Fprintln(out, row...)
		return err
	})
}

// Asker asks for names, in a transaction or outside of one.
type Asker interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}

// Rows gives the one column of a query.
func (c *DB) Rows(ctx context.Context, text string, args ...any) (out []int64, err error) {
	err = c.Each(ctx, text, args, func(r *sql.Rows) error {
		var id int64
		err := r.Scan(&id)
		out = append(out, id)
		return err
	})
	return out, err
}
