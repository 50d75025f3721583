package stories

import (
	"cmp"
	"maps"
	"slices"

	"github.com/boctin/boctin/internal/corpus/runs"
	"github.com/boctin/boctin/internal/neardup"
)

// keysOf are the wordings of each key, digestsOf those of the first 32 bits of each digest.
var (
	keysOf    = runs.Named("wording_key")
	digestsOf = runs.Named("wording_digest")
)

// carriers are the wordings that carry keys, as far as a transaction met them.
type carriers struct {
	set     runs.Set
	known   map[uint32][]int64      // of a key, all of them, or uncounted for more
	waiting map[uint32][]runs.Entry // of a key, what is still to be stored
}

func carriersIn(set runs.Set) carriers {
	return carriers{set, map[uint32][]int64{}, map[uint32][]runs.Entry{}}
}

// uncounted is how many carriers of a key are kept at most: no bound that matters is
// crossed when one of so many goes.
const uncounted = neardup.Crowd + 2

// of gives the carriers of a key; of a crowd, some.
func (c *carriers) of(key uint32) ([]int64, error) {
	if list, known := c.known[key]; known {
		return list, nil
	}
	err := c.load([]uint32{key})
	return c.known[key], err
}

// load reads the carriers of keys.
func (c *carriers) load(keys []uint32) error {
	var unknown []uint32
	for _, key := range keys {
		if _, known := c.known[key]; !known {
			unknown = append(unknown, key)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	slices.Sort(unknown)
	lists, err := c.set.Of(slices.Compact(unknown))
	for i, list := range lists {
		key := unknown[i]
		list = changed(list, c.waiting[key])
		c.known[key] = list[:min(len(list), uncounted)]
	}
	return err
}

// changed gives the carriers of a key after what waits to be stored of it.
func changed(list []int64, waiting []runs.Entry) []int64 {
	for _, e := range waiting {
		if e.Gone {
			list = slices.DeleteFunc(list, func(n int64) bool { return n == e.Number })
		} else {
			list = append(list, e.Number)
		}
	}
	return list
}

// add takes down that wordings carry a key.
func (c *carriers) add(key uint32, wordings []int64) {
	for _, n := range wordings {
		c.take(runs.Entry{Key: key, Number: n})
	}
}

// drop takes down that a wording carries a key no more.
func (c *carriers) drop(key uint32, wording int64) {
	c.take(runs.Entry{Key: key, Number: wording, Gone: true})
}

// take has an entry wait to be stored.
func (c *carriers) take(e runs.Entry) {
	c.waiting[e.Key] = append(c.waiting[e.Key], e)
	list, known := c.known[e.Key]
	switch {
	case !known:
	case len(list) < uncounted:
		c.known[e.Key] = changed(list, []runs.Entry{e})
	case e.Gone:
		delete(c.known, e.Key)
	}
}

// store stores what waits.
func (c *carriers) store() error {
	var all []runs.Entry
	for _, list := range c.waiting {
		all = append(all, list...)
	}
	clear(c.waiting)
	if len(all) == 0 {
		return nil
	}
	return c.set.Add(all)
}

// carry takes down the keys of new wordings. Those whom a key joined that is now more
// frequent than it was are taken apart where no other keys speak for them.
func (w *Wordings) carry(fresh []int64) error {
	of := map[uint32][]int64{}
	for _, id := range fresh {
		s, err := w.sketch(id)
		if err != nil {
			return err
		}
		for _, key := range shortKeys(s) {
			of[key] = append(of[key], id)
		}
	}
	keys := slices.Sorted(maps.Keys(of))
	if err := w.carriers.load(keys); err != nil {
		return err
	}
	var passed [][]int64
	for _, key := range keys {
		before := w.carriers.known[key]
		if crosses(len(before), len(before)+len(of[key])) {
			passed = append(passed, slices.Clone(before))
		}
		w.carriers.add(key, of[key])
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
		if _, shared := slices.BinarySearchFunc(other, key, cmp.Compare[uint32]); !shared {
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
