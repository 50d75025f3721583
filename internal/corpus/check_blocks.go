package corpus

import (
	"bytes"
	"context"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
)

// checkBlocks holds what is packed of the appearances of each block against their rows.
func (c *Corpus) checkBlocks(ctx context.Context, tell func(string, ...any), step store.Step) error {
	return c.DB.Reading(ctx, func(tx *store.Tx) error {
		w := newWriter(tx, "")
		blocks, err := w.tx.IDs(`SELECT block FROM blocks ORDER BY block`)
		if err != nil {
			return err
		}
		packed := 0
		for i, block := range blocks {
			if err := ctx.Err(); err != nil {
				return err
			}
			number, same, err := w.checkBlock(block)
			if err != nil {
				return err
			}
			if packed += number; !same {
				tell("the persons of block %d are not packed as articles name them; move boctin.db away and store anew", block)
			}
			if (i+1)%batchPages == 0 {
				step(i+1, "name")
			}
		}
		settled, err := w.tx.Number(`SELECT COUNT(*) FROM appearance_rows x JOIN officials o ON o.n = x.official WHERE NOT EXISTS (SELECT 1 FROM unsettled u WHERE u.block = ` + blockOf + ` AND u.appearance = x.id)`)
		if err == nil && settled != int64(packed) {
			tell("%d persons of articles are settled, and %d are packed; move boctin.db away and store anew", settled, packed)
		}
		return err
	})
}

// checkBlock counts the appearances of a block that are settled, and tells whether they
// are packed as their rows are.
func (w *writer) checkBlock(block int64) (number int, same bool, err error) {
	all, err := w.unchanged([]int64{block})
	if err != nil {
		return 0, false, err
	}
	ids := make([]int64, len(all))
	for i, x := range all {
		ids[i] = x.id
	}
	rows, err := w.seen(`SELECT `+appearanceColumns+` WHERE x.id IN (SELECT value FROM json_each(?)) AND `+blockOf+` = ? ORDER BY x.id`, column.Numbers(ids), block)
	return len(all), bytes.Equal(packBlock(all), packBlock(rows)), err
}
