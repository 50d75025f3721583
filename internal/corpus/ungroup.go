package corpus

import (
	"database/sql"
	"errors"
	"slices"

	"github.com/boctin/boctin/internal/neardup"
)

// unprint takes an article out of its story.
func (w *writer) unprint(article int64) error {
	if err := w.exec(`DELETE FROM ungrouped WHERE article = ?`, article); err != nil {
		return err
	}
	var wording int64
	err := w.row(`SELECT wording FROM printings WHERE article = ?`, article).Scan(&wording)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		_, err = w.sketch(wording) // as long as somebody prints it
	}
	if err == nil {
		err = w.exec(`DELETE FROM printings WHERE article = ?`, article)
	}
	if err != nil {
		return err
	}
	w.touched[wording] = true
	var left int
	if err := w.row(`SELECT COUNT(*) FROM printings WHERE wording = ?`, wording).Scan(&left); err != nil || left > 0 {
		return err
	}
	delete(w.touched, wording)
	return w.forget(wording)
}

// forget takes out a wording that nobody prints any more. A key that was one too
// common for that joins others again.
func (w *writer) forget(wording int64) error {
	s, err := w.sketch(wording)
	if err != nil {
		return err
	}
	beside, err := w.ids(`SELECT other FROM wordings_alike WHERE wording = ?`, wording)
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
		if err := w.exec(text, wording); err != nil {
			return err
		}
	}
	for _, key := range shortKeys(s) {
		if err := w.exec(`DELETE FROM wording_keys WHERE key = ? AND wording = ?`, key, wording); err != nil {
			return err
		}
		carriers, err := w.carriersOf(key)
		if err == nil && len(carriers) == neardup.Crowd {
			err = w.revive(carriers)
		}
		if err != nil {
			return err
		}
	}
	delete(w.sketches, wording)
	return w.exec(`DELETE FROM wordings WHERE id = ?`, wording)
}

// revive compares all that carry a key which is no longer too common.
func (w *writer) revive(carriers []int64) error {
	for n, a := range carriers {
		s, err := w.sketch(a)
		if err != nil {
			return err
		}
		var alike []int64
		for _, b := range carriers[:n] {
			if alike, err = w.ifAlike(alike, s, b); err != nil {
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

// part takes apart those that a key joined which has become too common, and no
// other key joins.
func (w *writer) part(carriers []int64) error {
	for n, a := range carriers {
		for _, b := range carriers[:n] {
			var joined int
			if err := w.row(`SELECT COUNT(*) FROM wordings_alike WHERE wording = ? AND other = ?`, a, b).Scan(&joined); err != nil {
				return err
			}
			if joined == 0 {
				continue
			}
			still, err := w.shareKey(a, b)
			if err != nil {
				return err
			}
			if still {
				continue
			}
			if err := w.exec(`DELETE FROM wordings_alike WHERE wording = ?1 AND other = ?2 OR wording = ?2 AND other = ?1`, a, b); err != nil {
				return err
			}
			w.touched[a], w.touched[b] = true, true
		}
	}
	return nil
}

// shareKey tells whether two wordings share a key that no crowd carries.
func (w *writer) shareKey(a, b int64) (bool, error) {
	x, err := w.sketch(a)
	if err != nil {
		return false, err
	}
	y, err := w.sketch(b)
	if err != nil {
		return false, err
	}
	other := shortKeys(y)
	for _, key := range shortKeys(x) {
		if _, shared := slices.BinarySearch(other, key); !shared {
			continue
		}
		carriers, err := w.carriersOf(key)
		if err != nil || len(carriers) <= neardup.Crowd {
			return err == nil, err
		}
	}
	return false, nil
}
