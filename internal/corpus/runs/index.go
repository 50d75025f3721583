package runs

import (
	"database/sql"
	"fmt"
	"slices"

	"github.com/boctin/boctin/internal/corpus/store"
)

// Index is a set of runs in memory, 12 bytes an entry, for who looks up one key after the
// other. It is safe for concurrent use.
type Index struct{ runs []listed }

// listed is a run in memory, in the order of its keys.
type listed struct {
	keys   []uint32
	signed []int64
}

// Load reads the whole set.
func (s Set) Load() (*Index, error) {
	all, err := s.list()
	if err != nil {
		return nil, err
	}
	x := &Index{}
	for _, r := range all {
		one := listed{make([]uint32, 0, r.entries), make([]int64, 0, r.entries)}
		_, err := store.All(s.tx, func(rows *sql.Rows) (id int64, err error) {
			g := &groups{}
			if err := rows.Scan(&id, (*sql.RawBytes)(&g.left)); err != nil {
				return id, err
			}
			for g.next() {
				for _, n := range g.signed {
					one.keys, one.signed = append(one.keys, g.key), append(one.signed, n)
				}
			}
			return id, g.err(id)
		}, s.run, r.id)
		if err != nil {
			return nil, fmt.Errorf("run %d: %w", r.id, err)
		}
		x.runs = append(x.runs, one)
	}
	return x, nil
}

// Of gives the numbers of a key, which rise.
func (x *Index) Of(key uint32) []int64 {
	var signed []int64
	for _, r := range x.runs {
		at, _ := slices.BinarySearch(r.keys, key)
		for ; at < len(r.keys) && r.keys[at] == key; at++ {
			signed = append(signed, r.signed[at])
		}
	}
	return numbers(settle(signed))
}
