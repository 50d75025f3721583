package charset

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// stats is what one pass over bytes tells of them as UTF-8.
type stats struct {
	multi  int  // valid sequences of more than one byte
	broken int  // bytes outside of any valid sequence, a cut tail not counted
	cut    bool // the last sequence is not complete
	begun  int  // of the broken: bytes that begin a sequence of more that is not whole
	nuls   int
	doubts []int // where the quick check cannot say that it is normal form C, mostDoubts at most

	viet    int // letters that only Vietnamese text has: đ ơ ư and the toned
	latin   int // letters of Latin-1
	symbols int // signs of Latin-1 that stand in misread text, and C1 controls
}

// mostDoubts is how many places are looked at one by one; a text with so many is not in
// normal form C as a whole.
const mostDoubts = 64

const ascii8 = 0x8080808080808080

// scan reads bytes as UTF-8 in one pass.
func scan(b []byte) stats {
	s := stats{nuls: bytes.Count(b, []byte{0})}
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i += ascii(b[i:])
			continue
		}
		n, doubt := s.sequence(b[i:])
		if doubt {
			s.doubts = append(s.doubts, i)
		}
		i += n
	}
	return s
}

// ascii gives how many bytes of ASCII b begins with, which are one or more.
func ascii(b []byte) int {
	i := 0
	for ; i+32 <= len(b); i += 32 {
		q := b[i : i+32]
		if (binary.LittleEndian.Uint64(q)|binary.LittleEndian.Uint64(q[8:])|binary.LittleEndian.Uint64(q[16:])|binary.LittleEndian.Uint64(q[24:]))&ascii8 != 0 {
			break
		}
	}
	for ; i+8 <= len(b); i += 8 {
		if high := binary.LittleEndian.Uint64(b[i:]) & ascii8; high != 0 {
			return i + bits.TrailingZeros64(high)/8
		}
	}
	for i < len(b) && b[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// sequence counts the sequence that b begins with and gives its length, and whether
// it may not be in normal form C.
func (s *stats) sequence(b []byte) (length int, doubt bool) {
	if b[0]-0xC2 <= 0xCB-0xC2 && len(b) > 1 && b[1]&0xC0 == 0x80 {
		s.two(b[0], b[1])
		return 2, false
	}
	if b[0] == 0xE1 && len(b) > 2 && (b[1] == 0xBA || b[1] == 0xBB) && b[2]&0xC0 == 0x80 {
		s.multi++
		s.viet++
		return 3, false
	}
	r, n := utf8.DecodeRune(b)
	if n == 1 {
		if s.cut = !utf8.FullRune(b); s.cut {
			return len(b), false
		}
		s.broken++
		if b[0] >= 0xC2 && b[0] <= 0xF4 && b[1]&0xC0 == 0x80 {
			s.begun++
		}
		return 1, false
	}
	s.multi++
	return n, s.other(r, b)
}

// two counts a code point below U+0300: none of them breaks normal form C.
func (s *stats) two(lead, tail byte) {
	s.multi++
	switch {
	case lead == 0xC3:
		s.latin++
	case lead == 0xC2 && tail != 0xA0:
		s.symbols++
	case lead == 0xC4 && (tail == 0x90 || tail == 0x91), lead == 0xC6:
		s.viet++
	}
}

// other counts the rest, of which only a few kinds are common in pages:
// punctuation (U+2002 to U+206F) and ideographs need no look in the tables.
func (s *stats) other(r rune, b []byte) (doubt bool) {
	if r == 0x2122 || r == 0x20AC {
		s.symbols++
	}
	if 0x2002 <= r && r <= 0x206F || 0x4E00 <= r && r <= 0x9FFF || len(s.doubts) == mostDoubts {
		return false
	}
	p := norm.NFC.Properties(b)
	return !p.BoundaryBefore() || p.Decomposition() != nil
}

// utf8 tells whether the bytes can be nothing but UTF-8: in other encodings
// valid sequences come about by accident only.
func (s *stats) utf8() bool {
	return s.broken == 0 && (!s.cut || s.multi > 0) || s.multi >= 3 && s.multi >= 4*s.broken
}

// torn tells whether the bytes are UTF-8 that was damaged: a fourth of the broken
// bytes begin a sequence, which letters of a one-byte encoding hardly ever do.
func (s *stats) torn() bool { return s.begun > 0 && 4*s.begun >= s.broken }

// suspicious tells whether UTF-8 may hold text that was misread before.
func (s *stats) suspicious() bool {
	return s.symbols > s.viet/8+2 || s.latin > 8*s.viet+2
}

// composed gives a text in normal form C, itself where it is, by the places of doubt.
// Nothing composes with an ASCII character behind it: each place stands for itself from
// the one before it to the one behind.
func composed(b []byte, doubts []int) []byte {
	if len(doubts) == mostDoubts {
		return norm.NFC.Bytes(b)
	}
	var out []byte
	done := 0
	for _, at := range doubts {
		from, to := max(at, done), max(at, done)
		for from > done && b[from] >= utf8.RuneSelf {
			from--
		}
		for to < len(b) && b[to] >= utf8.RuneSelf {
			to++
		}
		if norm.NFC.IsNormal(b[from:to]) {
			continue
		}
		if out == nil {
			out = make([]byte, 0, len(b))
		}
		out = norm.NFC.Append(append(out, b[done:from]...), b[from:to]...)
		done = to
	}
	if out == nil {
		return b
	}
	return append(out, b[done:]...)
}

// mend drops NULs and a cut tail and puts U+FFFD for each broken byte.
func mend(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/16)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError:
			if !utf8.FullRune(b) {
				return out
			}
			out = utf8.AppendRune(out, utf8.RuneError)
		case r != 0:
			out = append(out, b[:n]...)
		}
		b = b[n:]
	}
	return out
}
