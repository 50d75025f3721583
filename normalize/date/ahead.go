package date

import "slices"

// blocks are the roles of each stretch of blockOf tokens, all those of its tokens together.
type blocks []roles

// No rule reads more than reach tokens: a list has at most maxItems items of five tokens.
const (
	blockOf = 32
	reach   = 96
)

// of gives those of a text, in the memory of another's.
func (b blocks) of(tokens []roles) blocks {
	n := len(tokens)/blockOf + 1
	b = slices.Grow(b[:0], n)[:n]
	clear(b)
	for i, r := range tokens {
		b[i/blockOf] = b[i/blockOf].with(r)
	}
	return b
}

// ahead gives the roles of the tokens from i on, of reach tokens at least.
func (b blocks) ahead(i int) (set roles) {
	first := i / blockOf
	for _, block := range b[first:min(len(b), first+reach/blockOf+1)] {
		set = set.with(block)
	}
	return set
}
