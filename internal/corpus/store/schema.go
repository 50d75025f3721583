package store

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"time"
)

//go:embed schema.sql
var schema string

//go:embed schema2.sql
var schema2 string

//go:embed schema3.sql
var schema3 string

//go:embed schema_events.sql
var schemaEvents string

//go:embed schema_people.sql
var schemaPeople string

//go:embed schema6.sql
var schema6 string

//go:embed schema7.sql
var schema7 string

//go:embed schema8.sql
var schema8 string

//go:embed schema9.sql
var schema9 string

//go:embed schema10.sql
var schema10 string

//go:embed schema11.sql
var schema11 string

//go:embed schema12.sql
var schema12 string

//go:embed schema13.sql
var schema13 string

//go:embed schema15.sql
var schema15 string

//go:embed schema16.sql
var schema16 string

//go:embed schema17.sql
var schema17 string

//go:embed schema18.sql
var schema18 string

//go:embed schema20.sql
var schema20 string

//go:embed schema21.sql
var schema21 string

// schema14 finds the departures from an agency.
const schema14 = `CREATE INDEX IF NOT EXISTS events_left ON event_rows (agency) WHERE kind = 'departure'`

// schema19 keeps programs of before off: in blocks.packed, which they would read otherwise,
// some appearances stand for others.
const schema19 = `SELECT 1`

// schema22 has the words of texts folded anew, where those of older steps kept letters of other
// languages.
const schema22 = `CREATE TABLE unfolded (article INTEGER PRIMARY KEY) STRICT;
INSERT INTO unfolded SELECT id FROM article_rows WHERE newest = 1`

// Migrations bring a database up to date, one after the other. A database counts them: what
// is new goes to the end.
var Migrations = []string{schema, schema2, schema3, schemaEvents, schemaPeople, schema6, schema7, schema8, schema9, schema10, schema11, schema12, schema13, schema14, schema15, schema16, schema17, schema18, schema19, schema20, schema21, schema22}

// stage tells how many migrations were made; the last counts once all that waited is
// stored anew.
func (c *DB) stage() (n int, err error) {
	err = c.DB.QueryRow(`SELECT COUNT(*) FROM sqlite_master WHERE name = 'corpus_migrations'`).Scan(&n)
	if err != nil || n == 0 {
		return 0, c.Wrap(err)
	}
	err = c.DB.QueryRow(`SELECT COALESCE(MAX(version), 0) FROM corpus_migrations`).Scan(&n)
	if err == nil && n > len(Migrations) {
		err = fmt.Errorf("was written by a newer boctin: use that one")
	}
	if err != nil || n < len(Migrations) {
		return n, c.Wrap(err)
	}
	left, err := c.waiting(context.Background())
	if left > 0 {
		n--
	}
	return n, err
}

// The tables of what waits.
const (
	OldArticles = "old_articles"
	PackedAlone = "packed_alone"
	Unsearched  = "unsearched"
)

// waiting tells how many rows of an older step are still to be stored anew, and one more
// for each table of them.
func (c *DB) waiting(ctx context.Context) (n int, err error) {
	for _, table := range []string{OldArticles, PackedAlone, Unsearched, OldAppearances, OldAgencyArticles, OldEventOfficials, Unmarked, Unfolded} {
		rows, err := c.WaitingIn(ctx, table)
		if err != nil {
			return 0, err
		}
		n += rows
	}
	return n, nil
}

// WaitingIn tells how many rows a table has and one more, or 0 where there is no such table.
func (c *DB) WaitingIn(ctx context.Context, table string) (n int, err error) {
	err = c.DB.QueryRowContext(ctx, `SELECT COUNT(*) FROM sqlite_master WHERE name = ?`, table).Scan(&n)
	if err != nil || n == 0 {
		return 0, c.Stopped(ctx, err)
	}
	err = c.DB.QueryRowContext(ctx, `SELECT COUNT(*) + 1 FROM `+table).Scan(&n)
	return n, c.Stopped(ctx, err)
}

// The tables of what waits for the seventeenth step.
const (
	OldAppearances    = "old_appearances"
	OldAgencyArticles = "old_agency_articles"
	OldEventOfficials = "old_event_officials"
	Unmarked          = "unmarked"
)

// Unfolded are the articles that wait for the twenty-second step.
const Unfolded = "unfolded"

// Migrate makes the tables that a database lacks. In the same transaction catchUp fills
// those that steps behind the given number left empty.
func (c *DB) Migrate(catchUp func(tx *Tx, done int) error) error {
	return c.Within(context.Background(), func(tx *Tx) error {
		if _, err := tx.Exec(`CREATE TABLE IF NOT EXISTS corpus_migrations (version INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT`); err != nil {
			return err
		}
		done, err := tx.Number(`SELECT COALESCE(MAX(version), 0) FROM corpus_migrations`)
		if err != nil {
			return err
		}
		if int(done) > len(Migrations) {
			return errors.New("the tables were written by a newer boctin: use that one")
		}
		for i := int(done); i < len(Migrations); i++ {
			if _, err := tx.Exec(Migrations[i]); err != nil {
				return err
			}
			if _, err := tx.Exec(`INSERT INTO corpus_migrations VALUES (?, ?)`, i+1, Stamp(time.Now())); err != nil {
				return err
			}
		}
		if err := catchUp(tx, int(done)); err != nil || int(done) == len(Migrations) {
			return err
		}
		return forgetSizes(tx)
	})
}
