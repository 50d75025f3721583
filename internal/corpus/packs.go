package corpus

import (
	"database/sql"
	"errors"
	"maps"
	"math"
	"slices"

	"github.com/boctin/boctin/internal/corpus/pack"
)

// packLater takes down what is left of an article, to be packed at the end of the batch.
func (w *writer) packLater(article int64, left []byte) {
	n := article >> pack.Bits
	if w.packs[n] == nil {
		w.packs[n] = &pack.Row{}
	}
	w.packs[n][article&(1<<pack.Bits-1)] = left
}

// pack packs what was taken down, with what is packed of the articles beside.
func (w *writer) pack() error {
	for _, n := range slices.Sorted(maps.Keys(w.packs)) {
		if err := w.packRow(n, w.packs[n]); err != nil {
			return err
		}
	}
	clear(w.packs)
	return nil
}

func (w *writer) packRow(n int64, fresh *pack.Row) error {
	var before []byte
	err := w.tx.Row(`SELECT json FROM packed WHERE n = ?`, n).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	var all pack.Row
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
