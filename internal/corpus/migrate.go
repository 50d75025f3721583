package corpus

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// stage tells how many migrations were made; the last counts once all that waited is
// stored anew.
func (c *Corpus) stage() (n int, err error) {
	err = c.db.QueryRow(`SELECT COUNT(*) FROM sqlite_master WHERE name = 'corpus_migrations'`).Scan(&n)
	if err != nil || n == 0 {
		return 0, c.wrap(err)
	}
	err = c.db.QueryRow(`SELECT COALESCE(MAX(version), 0) FROM corpus_migrations`).Scan(&n)
	if err == nil && n > len(migrations) {
		err = fmt.Errorf("was written by a newer boctin: use that one")
	}
	if err != nil || n < len(migrations) {
		return n, c.wrap(err)
	}
	left, err := c.waiting(context.Background())
	if left > 0 {
		n--
	}
	return n, err
}

func (c *Corpus) migrate(step Step) error {
	if err := c.within(context.Background(), func(tx *sql.Tx) error {
		if _, err := tx.Exec(`CREATE TABLE IF NOT EXISTS corpus_migrations (version INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT`); err != nil {
			return err
		}
		var done int
		if err := tx.QueryRow(`SELECT COALESCE(MAX(version), 0) FROM corpus_migrations`).Scan(&done); err != nil {
			return err
		}
		if done > len(migrations) {
			return errors.New("the tables were written by a newer boctin: use that one")
		}
		for i := done; i < len(migrations); i++ {
			if _, err := tx.Exec(migrations[i]); err != nil {
				return err
			}
			if _, err := tx.Exec(`INSERT INTO corpus_migrations VALUES (?, ?)`, i+1, stamp(time.Now())); err != nil {
				return err
			}
		}
		return c.writer(tx, "").catchUp(done)
	}); err != nil {
		return err
	}
	if err := c.upgrade(context.Background(), step); err != nil {
		return err
	}
	return c.group(context.Background(), func(done int) { step(done, "text") })
}

// catchUp fills what migrations behind the last made one left empty.
func (w *writer) catchUp(done int) error {
	if done < 12 {
		if err := w.numberAll(); err != nil {
			return err
		}
	}
	if done < 13 {
		return w.glimpseAll()
	}
	return nil
}
