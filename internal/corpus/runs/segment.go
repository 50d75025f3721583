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

// KeyOf gives the first 32 bits of a digest of 64, by which what it is of is found.
func KeyOf(digest int64) uint32 { return uint32(uint64(digest) >> 32) }

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
	for g.key = 0; done < len(keys); done++ {
		g.skipTo(keys[done])
		if len(g.left) == 0 || g.short {
			return done
		}
		at := *g
		if at.next() && at.key == keys[done] {
			out[done] = append(out[done], at.signed...)
			g.left, g.key = at.left, at.key
		}
		g.signed, g.short = at.signed, at.short
	}
	return done
}

// skipTo skips the groups of keys before one without reading their numbers: of a long run most
// are in between.
func (g *groups) skipTo(key uint32) {
	left, at := g.left, 0
	for at < len(left) {
		head, end := uvarint(left, at)
		next := g.key + uint32(head>>1)
		if next >= key {
			break
		}
		count := uint64(1)
		if head&1 == 1 {
			count, end = uvarint(left, end)
			g.short = g.short || count == 0
		}
		for ; count > 0 && end < len(left); end++ {
			if left[end] < 0x80 { // the last byte of a number
				count--
			}
		}
		g.short = g.short || count > 0
		g.key, at = next, end
	}
	g.left = left[at:]
}

// uvarint reads a number, and tells where it ends.
func uvarint(from []byte, at int) (n uint64, end int) {
	for shift := 0; at < len(from); shift += 7 {
		b := from[at]
		at++
		if n |= uint64(b&0x7f) << shift; b < 0x80 {
			break
		}
	}
	return n, at
}

// err tells that a segment ended before its time.
func (g *groups) err(id int64) error {
	if !g.short {
		return nil
	}
	return fmt.Errorf("segment %d of run %d ends before its time", uint32(id), id>>32)
}

// settle sorts signed numbers and takes out those that are gone, and all but one of such as are
// there several times.
func settle(signed []int64) []int64 {
	if len(signed) < 2 {
		return signed
	}
	slices.Sort(signed)
	out := signed[:0]
	for _, n := range slices.Compact(signed) {
		if last := len(out) - 1; n&1 == 1 && last >= 0 && out[last] == n-1 {
			out = out[:last]
			continue
		}
		out = append(out, n)
	}
	return out
}
