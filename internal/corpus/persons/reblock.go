package persons

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
)

// reblockBatch is how many appearances are read in one transaction.
const reblockBatch = 5000

// reblock has everybody settled anew where the rules, the known persons or the
// judgements are not those of the last time.
func (p *Persons) reblock(ctx context.Context) error {
	version := p.resolvers.Resolver().Version()
	var last string
	err := p.db.QueryRowContext(ctx, `SELECT version FROM settled`).Scan(&last)
	if err != nil && err != sql.ErrNoRows {
		return p.db.Wrap(err)
	}
	if last == version {
		return nil
	}
	for after := int64(0); after >= 0; {
		if err := p.db.Within(ctx, func(tx *store.Tx) (err error) {
			after, err = p.In(tx).reblock(after)
			return err
		}); err != nil {
			return err
		}
	}
	return p.db.Within(ctx, func(tx *store.Tx) error {
		_, err := tx.Exec(`DELETE FROM settled; INSERT INTO settled VALUES (?)`, version)
		return err
	})
}

// reblock gives the next appearances behind a row their blocks; it gives the last
// row, or -1 where there are no more.
func (w *Blocks) reblock(after int64) (last int64, err error) {
	all, err := w.seen(`SELECT `+appearanceColumns+` WHERE x.id > ? ORDER BY x.id LIMIT ?`, after, reblockBatch)
	if err != nil {
		return -1, err
	}
	last = -1
	for _, x := range all {
		block := column.Key(w.Who.Block(&x.Appearance))
		for _, in := range []int64{x.block, block} {
			if err := w.tx.Do(Unsettle+`(?, ?)`, in, x.ID); err != nil {
				return -1, err
			}
		}
		if block != x.block {
			if err := w.tx.Do(`UPDATE appearance_rows SET block = ? WHERE id = ?`, block, x.ID); err != nil {
				return -1, err
			}
		}
		last = x.ID
	}
	return last, nil
}
