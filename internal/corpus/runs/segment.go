package runs

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Entry tells that a key carries a number, or that it carries it no more.
type Entry struct {
	Key    uint32
	Number int64
	Gone   bool
}

// signed is a number with a last bit that tells whether it is gone.
func (e Entry) signed() int64 {
	if e.Gone {
		return e.Number<<1 | 1
	}
	return e.Number << 1
}

// segmentBytes is about how long a segment becomes at most: one stands on a page of the
// database, of 16 KiB. The numbers of one key stand in one segment, however many.
const segmentBytes = 15 << 10

// appendGroup writes a key, as far as it lies behind the one before, and its numbers,
// which are signed and rise.
func appendGroup(to []byte, behind uint32, signed []int64) []byte {
	if head := uint64(behind) << 1; len(signed) == 1 {
		to = binary.AppendUvarint(to, head)
	} else {
		to = binary.AppendUvarint(binary.AppendUvarint(to, head|1), uint64(len(signed)))
	}
	before := int64(0)
	for _, n := range signed {
		to = binary.AppendUvarint(to, uint64(n-before))
		before = n
	}
	return to
}

// groups reads a segment.
type groups struct {
	left   []byte
	key    uint32
	signed []int64 // until the next group is read
	short  bool
}

// next reads the next group; it tells false at the end.
func (g *groups) next() bool {
	if g.short || len(g.left) == 0 {
		return false
	}
	head, count := g.uint(), uint64(1)
	if head&1 == 1 {
		count = g.uint()
	}
	if g.short = g.short || count > uint64(len(g.left)); g.short {
		return false
	}
	g.key += uint32(head >> 1)
	g.signed = slices.Grow(g.signed[:0], int(count))
	before := int64(0)
	for range count {
		before += int64(g.uint())
		g.signed = append(g.signed, before)
	}
	return !g.short
}

func (g *groups) uint() uint64 {
	if len(g.left) > 2 {
		switch b := g.left; {
		case b[0] < 0x80:
			g.left = b[1:]
			return uint64(b[0])
		case b[1] < 0x80:
			g.left = b[2:]
			return uint64(b[0]&0x7f) | uint64(b[1])<<7
		case b[2] < 0x80:
			g.left = b[3:]
			return uint64(b[0]&0x7f) | uint64(b[1]&0x7f)<<7 | uint64(b[2])<<14
		}
	}
	n, size := binary.Uvarint(g.left)
	if size <= 0 {
		g.short = true
		return 0
	}
	g.left = g.left[size:]
	return n
}

// find adds to each of some keys, which rise, what the segment has of it, and tells how many do
// not stand behind it.
func (g *groups) find(keys []uint32, out [][]int64) (done int) {
	for g.key = 0; done < len(keys) && g.next(); {
		for done < len(keys) && keys[done] < g.key {
			done++
		}
		if done < len(keys) && keys[done] == g.key {
			out[done] = append(out[done], g.signed...)
			done++
		}
	}
	return done
}

// err tells that a segment ended before its time.
func (g *groups) err(id int64) error {
	if !g.short {
		return nil
	}
	return fmt.Errorf("segment %d of run %d ends before its time", uint32(id), id>>32)
}

// settle sorts signed numbers and takes out those that are gone.
func settle(signed []int64) []int64 {
	if len(signed) < 2 {
		return signed
	}
	slices.Sort(signed)
	out := signed[:0]
	for _, n := range signed {
		if last := len(out) - 1; n&1 == 1 && last >= 0 && out[last] == n-1 {
			out = out[:last]
			continue
		}
		out = append(out, n)
	}
	return out
}
