package runs

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/boctin/boctin/internal/corpus/store"
)

var tested = Named("tested")

// made opens a database with the tables of a set.
func made(t *testing.T) *store.DB {
	t.Helper()
	db, err := store.Make(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	for _, text := range []string{
		`CREATE TABLE tested_runs (run INTEGER PRIMARY KEY, entries INTEGER NOT NULL) STRICT`,
		`CREATE TABLE tested_segments (id INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT`,
	} {
		if _, err := db.Exec(text); err != nil {
			t.Fatal(err)
		}
	}
	return db
}

func within(t *testing.T, db *store.DB, do func(Set) error) {
	t.Helper()
	if err := db.Within(context.Background(), func(tx *store.Tx) error { return do(tested.In(tx)) }); err != nil {
		t.Fatal(err)
	}
}

// TestSet holds a set against a map, while entries come and go in batches of any size: keys of
// one number and of thousands, the least and the greatest, and such as nobody carries.
func TestSet(t *testing.T) {
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 1))
		db := made(t)
		want := map[uint32]map[int64]bool{}
		number := int64(0)
		key := func() uint32 {
			switch r.IntN(12) {
			case 0:
				return 0
			case 1:
				return 1<<32 - 1
			case 2, 3:
				return 1 << 31
			default:
				return r.Uint32N(9_000) << (r.IntN(3) * 9)
			}
		}
		for round := range 40 {
			var entries []Entry
			for range 1 + r.IntN(1<<r.IntN(13)) {
				number++
				e := Entry{Key: key(), Number: number}
				if entries = append(entries, e); want[e.Key] == nil {
					want[e.Key] = map[int64]bool{}
				}
				want[e.Key][e.Number] = true
			}
			for k, has := range want {
				for n := range has {
					if r.IntN(20) == 0 {
						entries = append(entries, Entry{Key: k, Number: n, Gone: true})
						delete(has, n)
					}
				}
			}
			within(t, db, func(s Set) error { return s.Add(entries) })
			if round%4 == 3 {
				same(t, db, want, []uint32{0, key(), key(), key(), 1<<32 - 1})
			}
		}
		fewRuns(t, db, want)
	}
}

// same holds that a set says of all keys, and of some, what is wanted.
func same(t *testing.T, db *store.DB, want map[uint32]map[int64]bool, some []uint32) {
	t.Helper()
	within(t, db, func(s Set) error {
		slices.Sort(some)
		for _, keys := range [][]uint32{slices.Sorted(maps.Keys(want)), slices.Compact(some)} {
			got, err := s.Of(keys)
			if err != nil {
				return err
			}
			for i, k := range keys {
				if numbers := slices.Sorted(maps.Keys(want[k])); !slices.Equal(got[i], numbers) {
					return fmt.Errorf("key %d: %d, want %d", k, got[i], numbers)
				}
			}
		}
		left := 0
		for _, has := range want {
			if len(has) > 0 {
				left++
			}
		}
		err := s.Each(func(key uint32, numbers []int64) error {
			if left--; !slices.Equal(numbers, slices.Sorted(maps.Keys(want[key]))) {
				return fmt.Errorf("each: key %d: %d", key, numbers)
			}
			return nil
		})
		if err == nil && left != 0 {
			err = fmt.Errorf("each: %d keys are missing", left)
		}
		return err
	})
}

// fewRuns holds that runs are merged: there are less than fan of a size, and where all are one,
// there is nothing in it that took anything out.
func fewRuns(t *testing.T, db *store.DB, want map[uint32]map[int64]bool) {
	t.Helper()
	within(t, db, func(s Set) error {
		runs, err := s.list()
		if err != nil {
			return err
		}
		levels := map[int]int{}
		for _, r := range runs {
			if levels[r.level()]++; levels[r.level()] >= fan {
				return fmt.Errorf("runs %v", runs)
			}
		}
		if err := s.merge(runs); err != nil {
			return err
		}
		all := 0
		for _, has := range want {
			all += len(has)
		}
		if runs, err = s.list(); err == nil && (len(runs) != 1 || runs[0].entries != all) {
			err = fmt.Errorf("merged into %v of %d entries", runs, all)
		}
		return err
	})
	same(t, db, want, nil)
}

// TestBroken holds that what is no segment is told, and not read for ever.
func TestBroken(t *testing.T) {
	for _, broken := range [][]byte{{0x80}, {3}, {3, 0xff, 0xff, 0xff, 0xff, 0x0f}, {1, 2, 2}, {2, 0x80}} {
		g := groups{left: broken}
		for g.next() {
		}
		if g.err(7<<32) == nil {
			t.Errorf("%x is read as a segment", broken)
		}
		g = groups{left: broken}
		if g.find([]uint32{1<<32 - 1}, make([][]int64, 1)); g.err(7<<32) == nil {
			t.Errorf("%x is skipped as a segment", broken)
		}
	}
}

// TestNothing holds that what comes and goes at once leaves nothing.
func TestNothing(t *testing.T) {
	db := made(t)
	within(t, db, func(s Set) error { return s.Add([]Entry{{7, 1, false}, {7, 1, true}}) })
	within(t, db, func(s Set) error {
		runs, err := s.list()
		if err == nil && len(runs) > 0 {
			err = fmt.Errorf("runs %v", runs)
		}
		return err
	})
}
