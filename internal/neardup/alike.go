package neardup

import (
	"bytes"
	"cmp"
	"slices"
)

// Likeness says how far two texts are one, in shares from 0 to 1.
type Likeness struct {
	Contained float64 // of the runs of words of the shorter text, those that the longer has
	Agreed    float64 // of the places that both fill with a number or name, those filled alike; 1 where there is none
	Ratio     float64 // of the length of the longer, that of the shorter
}

// Similar puts the likeness into one figure from 0 to 1: a report cut short has a
// high one, and a notice after the same template with other names a low one.
func (l Likeness) Similar() float64 { return l.Contained * l.Agreed }

// Alike tells whether two articles print one text: most of the shorter one
// stands in the longer, with the same numbers and names, and the longer one is
// no round-up of many.
func (l Likeness) Alike() bool { return l.Ratio >= leastRatio && l.Similar() >= leastSimilar }

// Alike tells whether two texts are one. It is symmetric.
func Alike(a, b *Sketch) bool {
	if a.Wording == b.Wording {
		return true
	}
	a, b = shorter(a, b)
	return ratio(a, b) >= leastRatio && contained(a.runs, b.runs, leastSimilar) >= leastSimilar && Compare(a, b).Alike()
}

// shorter puts the shorter text first.
func shorter(a, b *Sketch) (*Sketch, *Sketch) {
	if cmp.Or(cmp.Compare(a.size, b.size), bytes.Compare(a.Wording[:], b.Wording[:])) > 0 {
		return b, a
	}
	return a, b
}

func ratio(a, b *Sketch) float64 { return share(min(a.size, b.size), max(a.size, b.size), 0) }

// Compare says how far two texts are one. Those too short to be sketched have
// nothing in common but their wording.
func Compare(a, b *Sketch) Likeness {
	if a.Wording == b.Wording {
		return Likeness{1, 1, 1}
	}
	a, b = shorter(a, b)
	if len(a.Keys) == 0 {
		return Likeness{}
	}
	return Likeness{contained(a.runs, b.runs, 0), agreed(a.fills, b.fills), ratio(a, b)}
}

// contained is the share of the first that the second has, as far as both
// samples reach. It gives 0 as soon as the share cannot come up to least.
func contained(a, b sample32, least float64) float64 {
	n, _ := slices.BinarySearchFunc(a.hashes, min(a.limit, b.limit), func(h uint32, limit uint64) int { return cmp.Compare(uint64(h), limit) })
	j, both, spare := 0, 0, n-int(least*float64(n))
	for _, h := range a.hashes[:n] {
		for j < len(b.hashes) && b.hashes[j] < h {
			j++
		}
		if j < len(b.hashes) && b.hashes[j] == h {
			both++
		} else if spare--; spare < 0 {
			return 0
		}
	}
	return share(both, n, 0)
}

// agreed compares the values of the places that both texts have.
func agreed(a, b fillings) float64 {
	limit := min(a.limit, b.limit)
	i, j, n, both := 0, 0, 0, 0
	for i < len(a.list) && j < len(b.list) {
		p, q := a.list[i].place, b.list[j].place
		switch {
		case uint64(p) >= limit || uint64(q) >= limit:
			return share(both, n, 1)
		case p < q:
			i++
		case q < p:
			j++
		default:
			x, y := place(a.list[i:]), place(b.list[j:])
			n += min(len(x), len(y))
			both += common(x, y)
			i, j = i+len(x), j+len(y)
		}
	}
	return share(both, n, 1)
}

// place gives the fillings of the first place.
func place(list []filling) []filling {
	n := 1
	for n < len(list) && list[n].place == list[0].place {
		n++
	}
	return list[:n]
}

func common(x, y []filling) (n int) {
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].value < y[j].value:
			i++
		case x[i].value > y[j].value:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

func share(part, whole int, none float64) float64 {
	if whole == 0 {
		return none
	}
	return float64(part) / float64(whole)
}
