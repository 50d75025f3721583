package neardup

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// Glimpse is what is kept of a text so that most texts which share a key with it are
// known not to be alike without being read: how long it is, and a bit for each of its
// runs. Other runs may have the same bit, so it says of too many that they may be alike
// and of none wrongly that it is not.
type Glimpse []byte

// bitsPerRun is how many bits there are at least for each run.
const bitsPerRun = 3

// Glimpse gives some 5 bytes and three bits for each run, 5 to 105 in all.
func (s *Sketch) Glimpse() Glimpse { return s.glimpse((bitsPerRun*len(s.runs.hashes) + 7) / 8) }

// Has tells whether a glimpse is that of the text, of however many bits.
func (s *Sketch) Has(g Glimpse) bool {
	_, _, _, set := g.parts()
	return (len(set) > 0 || len(s.runs.hashes) == 0) && bytes.Equal(g, s.glimpse(len(set)))
}

// glimpse gives one whose set has so many bytes.
func (s *Sketch) glimpse(room int) Glimpse {
	n := len(s.runs.hashes)
	g := binary.AppendUvarint(nil, uint64(s.size))
	g = binary.AppendUvarint(g, uint64(n))
	g = binary.AppendUvarint(g, 1<<32-s.runs.limit)
	if n == 0 {
		return g
	}
	set := make([]byte, room)
	for _, h := range s.runs.hashes {
		at := bitOf(uint64(h), s.runs.limit, set)
		set[at/8] |= 1 << (at % 8)
	}
	return append(g, set...)
}

// bitOf gives the bit of a run: the smaller its hash, the earlier.
func bitOf(hash, limit uint64, set []byte) int { return int(hash * uint64(8*len(set)) / limit) }

// MayBeAlike tells whether the text of a glimpse, which is another wording, may be alike
// to that of a sketch. What is no glimpse may be anything.
func (s *Sketch) MayBeAlike(g Glimpse) bool {
	size, runs, all, set := g.parts()
	if len(set) == 0 || all == 0 {
		return true
	}
	limit := min(all, s.runs.limit)
	n, both := 0, 0
	for _, h := range s.runs.hashes {
		if uint64(h) >= limit {
			break
		}
		n++
		at := bitOf(uint64(h), all, set)
		both += int(set[at/8] >> (at % 8) & 1)
	}
	if size <= s.size { // the runs of the shorter count, or as many as have bits below the limit
		if all > limit {
			runs = max(1, ones(set, bitOf(limit, all, set)))
		}
		n = min(n, runs)
	}
	return share(min(size, s.size), max(size, s.size), 0) >= leastRatio && share(both, n, 0) >= leastSimilar
}

// ones counts the bits of a set before one.
func ones(set []byte, before int) (n int) {
	for _, b := range set[:before/8] {
		n += bits.OnesCount8(b)
	}
	return n
}

// parts reads a glimpse; there is no set in what is none.
func (g Glimpse) parts() (size, runs int, limit uint64, set []byte) {
	var numbers [3]uint64
	for i := range numbers {
		n, length := binary.Uvarint(g)
		if length <= 0 {
			return 0, 0, 0, nil
		}
		numbers[i], g = n, g[length:]
	}
	return int(numbers[0]), int(numbers[1]), 1<<32 - numbers[2], g
}
