package stories

import (
	"database/sql"
	"errors"
	"slices"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/runs"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/neardup"
)

// Unprint takes an article out of its story.
func (w *Wordings) Unprint(article int64) error {
	if err := w.tx.Do(`DELETE FROM ungrouped WHERE article = ?`, article); err != nil {
		return err
	}
	var wording int64
	err := w.tx.Row(`SELECT wording FROM printings WHERE article = ?`, article).Scan(&wording)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		_, err = w.sketch(wording) // as long as somebody prints it
	}
	if err == nil {
		err = w.tx.Do(`DELETE FROM printings WHERE article = ?`, article)
	}
	if err != nil {
		return err
	}
	w.touched[wording] = true
	var left int
	if err := w.tx.Row(`SELECT COUNT(*) FROM printings WHERE wording = ?`, wording).Scan(&left); err != nil || left > 0 {
		return err
	}
	delete(w.touched, wording)
	return w.forget(wording)
}

// forget takes out a wording that nobody prints any more. A key that was one too
// common for that joins others again.
func (w *Wordings) forget(wording int64) error {
	s, err := w.sketch(wording)
	if err != nil {
		return err
	}
	beside, err := w.tx.IDs(`SELECT other FROM wordings_alike WHERE wording = ?`, wording)
	if err != nil {
		return err
	}
	for _, other := range beside {
		w.touched[other] = true
	}
	for _, text := range []string{
		`DELETE FROM wordings_alike WHERE other = ?1 AND wording IN (SELECT other FROM wordings_alike WHERE wording = ?1)`,
		`DELETE FROM wordings_alike WHERE wording = ?`,
	} {
		if err := w.tx.Do(text, wording); err != nil {
			return err
		}
	}
	keys := shortKeys(s)
	for _, key := range keys {
		w.carriers.drop(key, wording)
	}
	for _, key := range keys {
		list, err := w.carriers.of(key)
		if err == nil && (len(list) == neardup.Few || len(list) == neardup.Crowd) {
			err = w.revive(slices.Clone(list))
		}
		if err != nil {
			return err
		}
	}
	w.digests.drop(runs.KeyOf(DigestOf(s)), wording)
	delete(w.sketches, wording)
	return w.tx.Do(`DELETE FROM wordings WHERE id = ?`, wording)
}

// revive compares all that carry a key which says more than it did.
func (w *Wordings) revive(carriers []int64) error {
	for n, a := range carriers {
		s, err := w.sketch(a)
		if err != nil {
			return err
		}
		var alike []int64
		for _, b := range carriers[:n] {
			compared, err := w.compared(a, b)
			if err == nil && compared {
				alike, err = w.ifAlike(alike, s, b)
			}
			if err != nil {
				return err
			}
		}
		for _, b := range alike {
			if err := w.join(a, b); err != nil {
				return err
			}
		}
	}
	return nil
}

// part takes apart those that a key joined which says less than it did, where their
// other keys do not have them compared.
func (w *Wordings) part(carriers []int64) error {
	joined, err := w.joinedAmong(carriers)
	if err != nil {
		return err
	}
	for _, pair := range joined {
		a, b := pair[0], pair[1]
		compared, err := w.compared(a, b)
		if err != nil {
			return err
		}
		if compared {
			continue
		}
		if err := w.tx.Do(`DELETE FROM wordings_alike WHERE wording = ?1 AND other = ?2 OR wording = ?2 AND other = ?1`, a, b); err != nil {
			return err
		}
		w.touched[a], w.touched[b] = true, true
	}
	return nil
}

// joinedAmong gives the pairs of some wordings that are joined.
func (w *Wordings) joinedAmong(some []int64) (pairs [][2]int64, err error) {
	all, err := store.All(w.tx, func(rows *sql.Rows) (pair [2]int64, err error) {
		err = rows.Scan(&pair[0], &pair[1])
		return pair, err
	}, `SELECT l.wording, l.other FROM json_each(?) v CROSS JOIN wordings_alike l ON l.wording = v.value AND l.other > v.value`, column.Numbers(some))
	for _, pair := range all {
		if slices.Contains(some, pair[1]) {
			pairs = append(pairs, pair)
		}
	}
	return pairs, err
}
