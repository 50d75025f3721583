package pack

import (
	"database/sql"
	"errors"
	"maps"
	"math"
	"slices"

	"github.com/boctin/boctin/internal/corpus/store"
)

// Rows are what is packed, in one transaction.
type Rows struct {
	tx    *store.Tx
	packs map[int64]*Row // of packed.n, what is still to be packed
}

// In gives what is packed for a transaction; Write is to follow what is done with it.
func In(tx *store.Tx) *Rows { return &Rows{tx, map[int64]*Row{}} }

// Later takes down what is left of an article, to be packed at the end of the batch.
func (w *Rows) Later(article int64, left []byte) {
	n := article >> Bits
	if w.packs[n] == nil {
		w.packs[n] = &Row{}
	}
	w.packs[n][article&(1<<Bits-1)] = left
}

// Write packs what was taken down, with what is packed of the articles beside.
func (w *Rows) Write() error {
	for _, n := range slices.Sorted(maps.Keys(w.packs)) {
		if err := w.write(n, w.packs[n]); err != nil {
			return err
		}
	}
	clear(w.packs)
	return nil
}

func (w *Rows) write(n int64, fresh *Row) error {
	var before []byte
	err := w.tx.Row(`SELECT json FROM packed WHERE n = ?`, n).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	var all Row
	if err := all.Read(before, math.MaxUint64); err != nil {
		return err
	}
	for i, left := range fresh {
		if left != nil {
			all[i] = left
		}
	}
	packed, err := all.Bytes()
	if err != nil {
		return err
	}
	return w.tx.Do(`INSERT INTO packed VALUES (?1, ?2) ON CONFLICT DO UPDATE SET json = ?2`, n, packed)
}
