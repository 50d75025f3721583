package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"modernc.org/sqlite"

	"github.com/boctin/boctin/crawl/frontier"
)

// longWait is how long another program holds the database before that is said.
const longWait = 2 * time.Second

// begin begins a transaction, for which it waits up to a minute.
func (c *DB) begin(ctx context.Context) (*sql.Tx, error) {
	if c.OnWait != nil {
		defer time.AfterFunc(longWait, c.OnWait).Stop()
	}
	tx, err := c.DB.BeginTx(ctx, nil)
	var fault *sqlite.Error
	if errors.As(err, &fault) && fault.Code()&0xff == 5 { // SQLITE_BUSY
		return nil, errors.New("another program has held it for a minute: find it with fuser or lsof, end it, and give the same command again")
	}
	return tx, err
}

// Within runs work in one transaction, begun with the right to write.
func (c *DB) Within(ctx context.Context, work func(*Tx) error) error {
	tx, err := c.begin(ctx)
	if err != nil {
		return c.Stopped(ctx, err)
	}
	defer tx.Rollback() // does nothing after Commit
	if err := work(newTx(tx)); err != nil {
		return c.Stopped(ctx, err)
	}
	return c.Stopped(ctx, tx.Commit())
}

// Reading runs work on one snapshot, without a lock.
func (c *DB) Reading(ctx context.Context, work func(*Tx) error) error {
	tx, err := c.DB.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return c.Stopped(ctx, err)
	}
	defer tx.Rollback()
	return c.Stopped(ctx, work(newTx(tx)))
}

// Stopped is wrap, but after an interrupt says that alone: what then fails says
// that the transaction is gone.
func (c *DB) Stopped(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return c.Wrap(err)
}

// Wrap names the database in an error, but not where nobody bears a name or after an interrupt.
func (c *DB) Wrap(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, ErrNobody) {
		return err
	}
	return fmt.Errorf("%s: %w", filepath.Join(c.Dir, File), frontier.Explained(err))
}
