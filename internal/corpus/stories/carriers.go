package stories

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/boctin/boctin/internal/neardup"
)

// carriers are the wordings that carry keys, as far as a transaction met them.
type carriers struct {
	w     *Wordings
	known map[int64][]int64 // of a key, all of them, or uncounted for more
}

// uncounted is how many carriers of a key are read at most: no bound that matters is
// crossed when one of so many goes.
const uncounted = neardup.Crowd + 2

// of gives the carriers of a key; of a crowd, some.
func (c *carriers) of(key int64) ([]int64, error) {
	if list, known := c.known[key]; known {
		return list, nil
	}
	err := c.load([]int64{key})
	return c.known[key], err
}

// load reads the carriers of keys; one query for all of them costs little more than
// one for one.
func (c *carriers) load(keys []int64) error {
	keys = slices.DeleteFunc(keys, func(k int64) bool { return c.known[k] != nil })
	raw, err := json.Marshal(keys)
	if err != nil || len(keys) == 0 {
		return err
	}
	s, err := c.w.tx.Statement(`SELECT k.value, (SELECT group_concat(wording) FROM (SELECT wording FROM wording_keys WHERE key = k.value LIMIT ?2)) FROM json_each(?1) k`)
	if err != nil {
		return err
	}
	rows, err := s.Query(string(raw), uncounted)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key int64
		var joined sql.NullString
		if err := rows.Scan(&key, &joined); err != nil {
			return err
		}
		if c.known[key], err = numbers(joined.String); err != nil {
			return err
		}
	}
	return rows.Err()
}

// numbers reads numbers with commas between.
func numbers(joined string) (out []int64, err error) {
	for part := range strings.SplitSeq(joined, ",") {
		if part == "" {
			continue
		}
		n, err := strconv.ParseInt(part, 10, 64)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// add takes down that wordings carry a key.
func (c *carriers) add(key int64, wordings []int64) {
	if list := c.known[key]; len(list) < uncounted {
		c.known[key] = append(list, wordings...)
	}
}

// drop takes down that a wording carries a key no more.
func (c *carriers) drop(key, wording int64) {
	if list := c.known[key]; len(list) >= uncounted {
		delete(c.known, key)
	} else {
		c.known[key] = slices.DeleteFunc(list, func(n int64) bool { return n == wording })
	}
}

// carry stores the keys of new wordings. Those whom a key joined that is now more
// frequent than it was are taken apart where no other keys speak for them.
func (w *Wordings) carry(fresh []int64) error {
	of := map[int64][]int64{}
	for _, id := range fresh {
		s, err := w.sketch(id)
		if err != nil {
			return err
		}
		for _, key := range shortKeys(s) {
			of[key] = append(of[key], id)
		}
	}
	keys := make([]int64, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys) // the pages of the table are written one after the other
	if err := w.carriers.load(slices.Clone(keys)); err != nil {
		return err
	}
	var rows []any
	var passed [][]int64
	for _, key := range keys {
		before := w.carriers.known[key]
		w.carriers.add(key, of[key])
		if crosses(len(before), len(before)+len(of[key])) {
			passed = append(passed, slices.Clone(before))
		}
		for _, id := range of[key] {
			rows = append(rows, key, id)
		}
	}
	if err := w.tx.InsertRows(`INSERT OR IGNORE INTO wording_keys VALUES `, 2, rows); err != nil {
		return err
	}
	for _, list := range passed {
		if err := w.part(list); err != nil {
			return err
		}
	}
	return nil
}

// crosses tells whether a key that so many carried says less now.
func crosses(before, now int) bool {
	return before > 1 && (before <= neardup.Few && now > neardup.Few || before <= neardup.Crowd && now > neardup.Crowd)
}

// compared tells whether two wordings are to be compared.
func (w *Wordings) compared(a, b int64) (bool, error) {
	x, err := w.sketch(a)
	if err != nil {
		return false, err
	}
	y, err := w.sketch(b)
	if err != nil {
		return false, err
	}
	var both neardup.Shared
	other := shortKeys(y)
	for _, key := range shortKeys(x) {
		if _, shared := slices.BinarySearchFunc(other, key, cmp.Compare[int64]); !shared {
			continue
		}
		list, err := w.carriers.of(key)
		if err != nil {
			return false, err
		}
		both.Add(len(list))
	}
	return both.Compared(), nil
}
