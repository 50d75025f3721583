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

// Accepts tells whether a text leads from state 0 to state 0.
func Accepts[Text string | []byte](r *Rows, s Text) bool {
	state := uint64(0)
	for i := range len(s) {
		state = r.Step(state, s[i])
	}
	return Whole(state)
}
