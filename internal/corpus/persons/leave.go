package persons

import "github.com/boctin/boctin/internal/corpus/column"

// Leave takes out those of some officials whom no article names any more.
func (w *Blocks) Leave(officials []int64) error {
	gone, err := w.tx.IDs(`SELECT value FROM json_each(?) v WHERE NOT EXISTS (SELECT 1 FROM appearance_rows WHERE official = v.value)`, column.Numbers(officials))
	if err != nil || len(gone) == 0 {
		return err
	}
	w.numbers.Forget(gone)
	return w.sum(gone, met{})
}

// Unsettle takes down that an appearance of a block came, changed or went.
const Unsettle = `INSERT OR IGNORE INTO unsettled VALUES `
