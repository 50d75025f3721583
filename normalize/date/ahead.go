package date

import "slices"

// blocks are the roles of each stretch of blockOf tokens, all those of its tokens together.
type blocks []roles

// No rule reads more than reach tokens: a list has at most maxItems items of five tokens.
const (
	blockOf = 32
	reach   = 96
)

// forTokens gives empty ones for so many tokens, in the memory of another text's.
func (b blocks) forTokens(tokens int) blocks {
	n := tokens/blockOf + 1
	b = slices.Grow(b[:0], n)[:n]
	clear(b)
	return b
}

// near is how many tokens on from the first the words of a rule are told apart by where they
// stand.
const near = 16

// window is the roles of a token and of those behind it, up to each of the next; the last
// are those of reach tokens at least.
type window [near + 1]roles

// look sets the window at token i of a text.
func (w *window) look(x *sheet, i int) {
	set, behind := roles{}, x.roles[i:]
	for k := range near {
		if k < len(behind) {
			set = set.with(behind[k])
		}
		w[k] = set
	}
	w[near] = x.blocks.ahead(i)
}

// holds tells whether all that a rule has in any case stands ahead.
func (w *window) holds(needs []need) bool {
	for k := range needs {
		if n := &needs[k]; !w[n.within].meets(n.of) {
			return false
		}
	}
	return true
}

// inWindow gives the needs of a rule by their place in the window; one of the first token alone
// is met where the rule is tried.
func inWindow(needs []need) (list []need) {
	for _, n := range needs {
		if n.within > 1 {
			list = append(list, need{n.of, min(n.within-1, near)})
		}
	}
	return list
}

// ahead gives the roles of the tokens from i on, of reach tokens at least.
func (b blocks) ahead(i int) (set roles) {
	first := i / blockOf
	for _, block := range b[first:min(len(b), first+reach/blockOf+1)] {
		set = set.with(block)
	}
	return set
}
