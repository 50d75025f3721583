package stories

import (
	"database/sql"
	"errors"
	"maps"
	"slices"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/neardup"
)

// mayBeAlike gives those of some wordings whose texts are to be compared with one:
// what their glimpses do not rule out.
func (w *Wordings) mayBeAlike(s *neardup.Sketch, some map[int64]neardup.Shared) (left []int64, err error) {
	ids := slices.Sorted(maps.Keys(some))
	if err := w.glimpse(ids); err != nil {
		return nil, err
	}
	for _, id := range ids {
		if s.MayBeAlike(w.glimpses[id]) {
			left = append(left, id)
		}
	}
	return left, nil
}

// mostGlimpses is how many are kept in memory, some 40 to 140 bytes each.
const mostGlimpses = 200_000

// glimpse reads the glimpses of wordings.
func (w *Wordings) glimpse(ids []int64) error {
	if len(w.glimpses) > mostGlimpses {
		clear(w.glimpses)
	}
	var unread []int64
	for _, id := range ids {
		if _, read := w.glimpses[id]; !read {
			unread = append(unread, id)
		}
	}
	if len(unread) == 0 {
		return nil
	}
	_, err := store.All(w.tx, func(rows *sql.Rows) (id int64, err error) {
		var g []byte
		err = rows.Scan(&id, &g)
		w.glimpses[id] = g
		return id, err
	}, `SELECT w.id, w.glimpse FROM json_each(?) j CROSS JOIN wordings w ON w.id = j.value`, column.Numbers(unread))
	return err
}

// GlimpseAll takes down the glimpses of all wordings, which older databases lack.
func (w *Wordings) GlimpseAll() error {
	for last := int64(0); ; {
		ids, err := w.tx.IDs(`SELECT id FROM wordings WHERE id > ? ORDER BY id LIMIT ?`, last, GroupBatch)
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			last = id
			s, err := w.sketch(id)
			if errors.Is(err, sql.ErrNoRows) { // nobody prints it, which boctin check tells
				continue
			}
			if err != nil {
				return err
			}
			if err := w.tx.Do(`UPDATE wordings SET glimpse = ? WHERE id = ?`, []byte(s.Glimpse()), id); err != nil {
				return err
			}
		}
	}
}
