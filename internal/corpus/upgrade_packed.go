package corpus

import (
	"bytes"
	"context"
	"database/sql"
	"slices"
)

// packTogether packs what older steps packed of each article by itself with that of others,
// a batch in each transaction.
func (c *Corpus) packTogether(ctx context.Context, step Step) error {
	n, err := c.waitingIn(ctx, packedAlone)
	if err != nil || n == 0 {
		return err
	}
	for done := 0; ; {
		var batch int
		if err := c.within(ctx, func(tx *sql.Tx) (err error) {
			batch, err = newWriter(tx, "").packAlone()
			return err
		}); err != nil || batch == 0 {
			return err
		}
		done += batch
		step(done, "older record")
	}
}

// packAlone packs a batch; it gives how many articles that were. It takes the table out
// where there are none.
func (w *writer) packAlone() (int, error) {
	last := int64(0)
	all, err := rowsOf(w, func(rows *sql.Rows) (packed []byte, err error) {
		if err = rows.Scan(&last, &packed); err == nil {
			w.packLater(last, leftAlone(packed))
		}
		return packed, err
	}, `SELECT article, json FROM packed_alone ORDER BY article LIMIT ?`, upgradeBatch)
	if err != nil {
		return 0, err
	}
	if len(all) == 0 {
		_, err = w.tx.Exec(`DROP TABLE packed_alone`)
		return 0, err
	}
	if err := w.exec(`DELETE FROM packed_alone WHERE article <= ?`, last); err != nil {
		return 0, err
	}
	return len(all), w.pack()
}

// leftAlone gives what is left of an article that was packed by itself; where that is
// damaged, as it is, for boctin check to tell.
func leftAlone(packed []byte) []byte {
	rest, _ := bytes.CutPrefix(packed, terseMark)
	r := &reader{left: rest}
	r.bytes(r.uint())
	left, err := unpacker.DecodeAll(r.left, slices.Clone(packed[:len(packed)-len(r.left)]))
	if err != nil || r.short {
		return packed
	}
	return left
}
