package stories

import (
	"github.com/boctin/boctin/internal/corpus/runs"
	"github.com/boctin/boctin/internal/corpus/store"
)

// PackKeys makes a run of the keys of all wordings, which older databases keep in a table with
// a row for each.
func PackKeys(tx *store.Tx) error {
	if old, err := tx.Number(`SELECT COUNT(*) FROM sqlite_master WHERE name = 'wording_keys'`); err != nil || old == 0 {
		return err
	}
	s, err := tx.Statement(`SELECT key, wording FROM wording_keys ORDER BY key, wording`)
	if err != nil {
		return err
	}
	rows, err := s.Query()
	if err != nil {
		return err
	}
	if err := keysOf.In(tx).AddSorted(func(yield func(runs.Entry, error) bool) {
		defer rows.Close()
		for rows.Next() {
			var e runs.Entry
			if err := rows.Scan(&e.Key, &e.Number); !yield(e, err) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(runs.Entry{}, err)
		}
	}); err != nil {
		return err
	}
	return tx.Do(`DROP TABLE wording_keys`)
}

// PackDigests makes a run of the digests of all wordings, which older databases keep in an index.
func PackDigests(tx *store.Tx) error {
	return digestsOf.In(tx).AddQuery(`SELECT digest, id FROM wordings`)
}
