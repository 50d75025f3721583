package date

import "math/bits"

// set is a set of members, a bit each: two words, not an array, which the compiler would keep in memory.
type set[M ~int | ~uint8] struct{ low, high uint64 }

// mostMembers is how many members a set has room for.
const mostMembers = 128

func (s *set[M]) add(m M) {
	if m < mostMembers/2 {
		s.low |= 1 << m
	} else {
		s.high |= 1 << (m - mostMembers/2)
	}
}

func (s set[M]) has(m M) bool {
	if m < mostMembers/2 {
		return s.low>>m&1 != 0
	}
	return s.high>>(m-mostMembers/2)&1 != 0
}

// pop takes the first member out of a set that has one.
func (s *set[M]) pop() (m M) {
	if s.low != 0 {
		m, s.low = M(bits.TrailingZeros64(s.low)), s.low&(s.low-1)
		return m
	}
	m, s.high = M(bits.TrailingZeros64(s.high)), s.high&(s.high-1)
	return mostMembers/2 + m
}

func (s set[M]) meets(other set[M]) bool { return s.low&other.low|s.high&other.high != 0 }

func (s set[M]) with(other set[M]) set[M] { return set[M]{s.low | other.low, s.high | other.high} }
