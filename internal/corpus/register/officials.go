package register

import (
	"database/sql"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// Official is an official with what his appearances are taken for where they do not
// say otherwise: the name that he was first written by, and the block.
type Official struct {
	N, Block int64
	Written  string
}

// Official gives an official who may be settled under another id later.
func (w *Numbers) Official(id, name string, block int64) (Official, error) {
	return store.Remember(w.officials, id, func() (b Official, err error) {
		state, slug, mark := Parts(id)
		err = w.tx.Row(`SELECT n, COALESCE(written, name), block FROM officials WHERE slug = ? AND state = ? AND mark = ?`, slug, state, mark).Scan(&b.N, &b.Written, &b.Block)
		if errors.Is(err, sql.ErrNoRows) {
			b.Written, b.Block = name, block
			b.N, err = w.tx.Insert(`INSERT INTO officials (slug, state, mark, name, block) VALUES (?,?,?,?,?)`, slug, state, mark, name, block)
		}
		return b, err
	})
}

// Forget forgets officials, by their numbers, who are about to be taken out.
func (w *Numbers) Forget(gone []int64) {
	maps.DeleteFunc(w.officials, func(_ string, b Official) bool { return slices.Contains(gone, b.N) })
}

// Parts takes the id of an official apart.
func Parts(id string) (state, slug, mark string) {
	base, mark, _ := identity.CutMark(id)
	state, slug, _ = strings.Cut(base, "/")
	return state, slug, mark
}
