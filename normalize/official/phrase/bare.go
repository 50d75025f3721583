package phrase

import (
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// BareNames finds names that stand without a rank, post or honorific. The zero
// value knows none.
type BareNames[V any] struct {
	next  map[string]*BareNames[V]
	known bool
	value V
}

// Add lets a name be found: its first word as the text writes it, the others as
// lookup keys. The first value that a name is given stands.
func (b *BareNames[V]) Add(first string, rest []string, value V) {
	b = b.step(first)
	for _, word := range rest {
		b = b.step(word)
	}
	if !b.known {
		b.known, b.value = true, value
	}
}

func (b *BareNames[V]) step(word string) *BareNames[V] {
	if b.next == nil {
		b.next = map[string]*BareNames[V]{}
	}
	if b.next[word] == nil {
		b.next[word] = new(BareNames[V])
	}
	return b.next[word]
}

// Empty tells whether no name is known.
func (b *BareNames[V]) Empty() bool { return b.next == nil }

// Begins tells whether a known name begins with a word as the text writes it.
func (b *BareNames[V]) Begins(word string) bool { return b.next[word] != nil }

// initial gives the tokens of an initial at token i, inside a foreign name.
func (r Around) initial(i int) int {
	switch {
	case !r.single(i), !r.Foreign(i - 1):
		return 0
	case r.Is(i+1, reading.Stop):
		return 2
	}
	return 1
}

// At gives the value of the longest known name at token i that is no piece of a
// longer one, marks between its words passed over, and its tokens; 0 if none
// stands there.
func (b *BareNames[V]) At(r Around, i int) (value V, tokens int) {
	k := i + 1
	for b = b.next[r.Word(i)]; b != nil; k++ {
		if b.known && !r.inLongerName(i, k) {
			value, tokens = b.value, k-i
		}
		if r.Is(k, reading.Hyphen|reading.Stop) {
			k++
		}
		if b.next[viet.Key(r.Word(k))] == nil {
			k += r.initial(k) // Donald J. Trump
		}
		if !r.Follows(k) {
			break
		}
		b = b.next[viet.Key(r.Word(k))]
	}
	return value, tokens
}
