// Package automaton tells whether a text is made of characters of some kinds, one shift a
// byte.
package automaton

// Rows is a finite automaton over bytes: for each byte the state that it leads to from each
// state, six bits a state. A row is there before the state is known, so that a byte costs one
// shift, whatever it is: the letters of Vietnamese text are of one, two and three bytes as it
// comes, which no branch predicts.
type Rows [256]uint64

// Bits is how many bits a state takes: state n is told by n*Bits.
const Bits = 6

// Most is how many states an automaton has at most.
const Most = 64 / Bits

// New builds an automaton of so many states, Most at most; next gives the state that a byte
// leads to.
func New(states int, next func(state int, c byte) int) *Rows {
	var r Rows
	for c := range r {
		for state := range states {
			r[c] |= uint64(Bits*next(state, byte(c))) << (Bits * state)
		}
	}
	return &r
}

// Step gives the bits of the state that a byte leads to, of which the lowest six tell it.
func (r *Rows) Step(state uint64, c byte) uint64 { return r[c] >> (state & 63) }

// Whole tells whether a state is state 0.
func Whole(state uint64) bool { return state&63 == 0 }

// Accepts tells whether a text leads from state 0 to state 0. Of a longer text both halves are gone over at
// once, parted behind a letter of ASCII, where a text that is accepted is in state 0.
func Accepts[Text string | []byte](r *Rows, s Text) bool {
	middle := len(s)
	if middle >= longText {
		middle = behindLetter(s)
	}
	first, second := s[:middle], s[middle:]
	both := min(len(first), len(second))
	x, y := uint64(0), uint64(0)
	for i := range both {
		x, y = r.Step(x, first[i]), r.Step(y, second[i])
	}
	for i := both; i < len(first); i++ {
		x = r.Step(x, first[i])
	}
	for i := both; i < len(second); i++ {
		y = r.Step(y, second[i])
	}
	return Whole(x | y)
}

// longText is how long a text is of which halves are made, in bytes.
const longText = 64

// behindLetter gives the first place behind a letter of ASCII in the second half of a text, else its end.
func behindLetter[Text string | []byte](s Text) int {
	for i := len(s) / 2; i < len(s); i++ {
		if c := s[i] | 0x20; 'a' <= c && c <= 'z' {
			return i + 1
		}
	}
	return len(s)
}
