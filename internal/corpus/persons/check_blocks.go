package persons

import (
	"bytes"
	"context"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/register"
	"github.com/boctin/boctin/internal/corpus/store"
)

// blocksTold is after how many blocks it is told how far a check is.
const blocksTold = 200

// CheckBlocks holds what is packed of the appearances of each block against their rows.
func (p *Persons) CheckBlocks(ctx context.Context, tell func(string, ...any), step store.Step) error {
	return p.db.Reading(ctx, func(tx *store.Tx) error {
		w := In(tx, register.New(tx), nil)
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
			if (i+1)%blocksTold == 0 {
				step(i+1, "name")
			}
		}
		settled, err := w.tx.Number(`SELECT COUNT(*) FROM appearance_rows x JOIN officials o ON o.n = x.official WHERE NOT EXISTS (SELECT 1 FROM unsettled u WHERE u.block = ` + BlockOf + ` AND u.appearance = x.id)`)
		if err == nil && settled != int64(packed) {
			tell("%d persons of articles are settled, and %d are packed; move boctin.db away and store anew", settled, packed)
		}
		return err
	})
}

// checkBlock counts the appearances of a block that are settled, and tells whether they
// are packed as their rows are.
func (w *Blocks) checkBlock(block int64) (number int, same bool, err error) {
	all, err := w.unchanged([]int64{block})
	if err != nil {
		return 0, false, err
	}
	ids := make([]int64, len(all))
	for i, x := range all {
		ids[i] = x.ID
	}
	rows, err := w.seen(`SELECT `+appearanceColumns+` WHERE x.id IN (SELECT value FROM json_each(?)) AND `+BlockOf+` = ? ORDER BY x.id`, column.Numbers(ids), block)
	return len(all), bytes.Equal(packBlock(all), packBlock(rows)), err
}
