// Package runs keeps which numbers carry which keys, of 32 bits each, where keys come in no
// order: in a table with a row for each, whatever is added writes to nearly every page once the
// table is large. Here what a transaction adds is a run of its own, sorted, in segments of the
// size of a page, and runs of about one size are merged, as in a log-structured merge tree
// (O'Neil and others, 1996): an entry is written a few times in all. What is taken out is an
// entry, too, until it meets the other.
package runs

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"math/bits"
	"slices"

	"github.com/boctin/boctin/internal/corpus/store"
)

// Tables are the two tables of a set of runs, NAME_runs (run, entries) and NAME_segments
// (id, entries): the number of a segment is that of its run and, behind 32 bits, its first
// key, 0 for the first of a run.
type Tables struct {
	runs, addRun, dropRun, lastRun string
	run, segment, segments         string
	addSegment, dropSegments       string
}

// Named gives the tables of a set.
func Named(name string) *Tables {
	runs, segments := name+"_runs", name+"_segments"
	return &Tables{
		runs:         `SELECT run, entries FROM ` + runs + ` ORDER BY run`,
		addRun:       `INSERT INTO ` + runs + ` VALUES (?, ?)`,
		dropRun:      `DELETE FROM ` + runs + ` WHERE run = ?`,
		lastRun:      `SELECT COALESCE(MAX(run), 0) FROM ` + runs,
		run:          `SELECT id, entries FROM ` + segments + ` WHERE id BETWEEN ?1 << 32 AND (?1 << 32) + 4294967295 ORDER BY id`,
		segment:      `SELECT id, entries FROM ` + segments + ` WHERE id >= (SELECT id FROM ` + segments + ` WHERE id BETWEEN ?1 << 32 AND (?1 << 32) + ?2 ORDER BY id DESC LIMIT 1) AND id < ?3 ORDER BY id`,
		segments:     `SELECT id, entries FROM ` + segments + ` WHERE id > ? AND id < ? ORDER BY id LIMIT 1`,
		addSegment:   `INSERT OR FAIL INTO ` + segments + ` VALUES `,
		dropSegments: `DELETE FROM ` + segments + ` WHERE id BETWEEN ?1 << 32 AND (?1 << 32) + 4294967295`,
	}
}

// Set is a set of runs in one transaction.
type Set struct {
	*Tables
	tx *store.Tx
}

// In gives the set of a transaction.
func (t *Tables) In(tx *store.Tx) Set { return Set{t, tx} }

// run is one run.
type run struct {
	id      int64
	entries int
}

func (s Set) list() ([]run, error) {
	return store.All(s.tx, func(rows *sql.Rows) (r run, err error) {
		err = rows.Scan(&r.id, &r.entries)
		return r, err
	}, s.runs)
}

// Of gives the numbers of each of some keys, which rise; the numbers rise, too.
func (s Set) Of(keys []uint32) ([][]int64, error) {
	runs, err := s.list()
	out := make([][]int64, len(keys))
	for _, r := range runs {
		if err == nil {
			err = s.look(r.id, keys, out)
		}
	}
	for i, signed := range out {
		out[i] = numbers(settle(signed))
	}
	return out, err
}

// numbers takes the numbers out of signed ones.
func numbers(signed []int64) []int64 {
	for i := range signed {
		signed[i] >>= 1
	}
	return signed
}

// look adds to each key what a run has of it.
func (s Set) look(run int64, keys []uint32, out [][]int64) error {
	for i := 0; i < len(keys); {
		n, err := s.lookFrom(run, keys[i:], out[i:])
		if err != nil {
			return fmt.Errorf("run %d: %w", run, err)
		}
		i += n
	}
	return nil
}

// lookFrom looks up keys in the segment that the first may stand in, and in those behind it as
// long as they have one; it tells how many keys it is through with.
func (s Set) lookFrom(run int64, keys []uint32, out [][]int64) (done int, err error) {
	q, err := s.tx.Statement(s.segment)
	if err != nil {
		return 0, err
	}
	rows, err := q.Query(run, int64(keys[0]), (run+1)<<32)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	g := &groups{}
	for segments := 0; rows.Next(); segments++ {
		var id int64
		if err := rows.Scan(&id, (*sql.RawBytes)(&g.left)); err != nil {
			return 0, err
		}
		n := g.find(keys[done:], out[done:])
		if err := g.err(id); err != nil {
			return 0, err
		}
		if done += n; done == len(keys) || n == 0 && segments > 0 {
			return done, nil
		}
	}
	return len(keys), rows.Err() // the rest stands behind the last segment
}

// Add stores entries, which it sorts. What is there already stays, and what is gone must be there
// once.
func (s Set) Add(entries []Entry) error {
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.signed(), b.signed()))
	})
	return s.AddSorted(func(yield func(Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	})
}

// AddQuery stores what a query gives: the digests, and the number of each.
func (s Set) AddQuery(text string) error {
	all, err := store.All(s.tx, func(rows *sql.Rows) (e Entry, err error) {
		var digest int64
		err = rows.Scan(&digest, &e.Number)
		e.Key = KeyOf(digest)
		return e, err
	}, text)
	if err != nil || len(all) == 0 {
		return err
	}
	return s.Add(all)
}

// AddSorted stores entries that come by their keys and numbers.
func (s Set) AddSorted(entries iter.Seq2[Entry, error]) error {
	w, err := s.writer()
	if err != nil {
		return err
	}
	var key uint32
	var signed []int64
	for e, err := range entries {
		if err == nil && e.Key != key {
			err = w.write(key, settle(signed))
			key, signed = e.Key, signed[:0]
		}
		if err != nil {
			return err
		}
		signed = append(signed, e.signed())
	}
	if err := cmp.Or(w.write(key, settle(signed)), w.end()); err != nil {
		return err
	}
	return s.tidy()
}

// fan is how many runs of about one size are merged into one.
const fan = 4

// level is equal for runs of about one size: of the next there are four times as many entries.
func (r run) level() int { return bits.Len(uint(r.entries)) / 2 }

// tidy merges runs until there are less than fan of each size.
func (s Set) tidy() error {
	for {
		runs, err := s.list()
		if err != nil {
			return err
		}
		levels := map[int][]run{}
		for _, r := range runs {
			levels[r.level()] = append(levels[r.level()], r)
		}
		some := false
		for _, list := range levels {
			if len(list) < fan {
				continue
			}
			if some, err = true, s.merge(list); err != nil {
				return err
			}
		}
		if !some {
			return nil
		}
	}
}

// merge makes one run of several.
func (s Set) merge(runs []run) error {
	w, err := s.writer()
	if err != nil {
		return err
	}
	if err := s.each(runs, w.write); err != nil {
		return err
	}
	for _, r := range runs {
		if err := errors.Join(s.tx.Do(s.dropSegments, r.id), s.tx.Do(s.dropRun, r.id)); err != nil {
			return err
		}
	}
	return w.end()
}

// each gives take the keys of some runs, in rising order, with what they say of each.
func (s Set) each(runs []run, take func(key uint32, signed []int64) error) error {
	var open []*cursor
	for _, r := range runs {
		open = append(open, &cursor{set: s, at: r.id<<32 - 1, end: (r.id + 1) << 32})
	}
	open, err := advance(open, 0) // where all stand that were not read yet
	var signed []int64
	for err == nil && len(open) > 0 {
		key := slices.MinFunc(open, func(a, b *cursor) int { return cmp.Compare(a.key, b.key) }).key
		signed = signed[:0]
		for _, c := range open {
			if c.key == key {
				signed = append(signed, c.signed...)
			}
		}
		if err = take(key, settle(signed)); err == nil {
			open, err = advance(open, key)
		}
	}
	return err
}

// advance moves those on that stand at a key; who is at the end goes.
func advance(open []*cursor, key uint32) (_ []*cursor, err error) {
	open = slices.DeleteFunc(open, func(c *cursor) bool {
		if err != nil || c.key != key {
			return false
		}
		var more bool
		more, err = c.next()
		return !more
	})
	return open, err
}

// Each gives take every key, in rising order, with its numbers, which hold until the next.
func (s Set) Each(take func(key uint32, numbers []int64) error) error {
	runs, err := s.list()
	if err != nil {
		return err
	}
	return s.each(runs, func(key uint32, signed []int64) error {
		if len(signed) == 0 {
			return nil
		}
		return take(key, numbers(signed))
	})
}

// cursor reads the groups of a run one after the other.
type cursor struct {
	groups
	set     Set
	at, end int64 // the segment that is read, and before which one the run ends
}

func (c *cursor) next() (bool, error) {
	for !c.groups.next() {
		if err := c.err(c.at); err != nil {
			return false, err
		}
		c.groups.key = 0
		err := c.set.tx.Row(c.set.segments, c.at, c.end).Scan(&c.at, &c.left)
		if errors.Is(err, sql.ErrNoRows) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
	return true, nil
}

// writer writes a run.
type writer struct {
	set     Set
	run     run
	segment []byte
	first   int64 // key of the segment, as in its number
	last    uint32
}

func (s Set) writer() (*writer, error) {
	last, err := s.tx.Number(s.lastRun)
	return &writer{set: s, run: run{id: last + 1}}, err
}

func (w *writer) write(key uint32, signed []int64) error {
	if len(signed) == 0 {
		return nil
	}
	if len(w.segment) >= segmentBytes {
		if err := w.flush(); err != nil {
			return err
		}
		w.first, w.last = int64(key), 0
	}
	w.segment = appendGroup(w.segment, key-w.last, signed)
	w.last = key
	w.run.entries += len(signed)
	return nil
}

// flush writes the segment.
func (w *writer) flush() error {
	if len(w.segment) == 0 {
		return nil
	}
	err := w.set.tx.InsertRows(w.set.addSegment, 2, []any{w.run.id<<32 | w.first, w.segment})
	w.segment = w.segment[:0]
	return err
}

// end writes what is left, and takes the run down.
func (w *writer) end() error {
	if w.run.entries == 0 {
		return nil
	}
	return errors.Join(w.flush(), w.set.tx.Do(w.set.addRun, w.run.id, w.run.entries))
}
