package phrase

import (
	"cmp"
	"slices"
	"sort"

	"github.com/boctin/boctin/normalize/reading"
)

// BareNames finds names that stand without a rank, post or honorific, by their first
// words as the text writes them and the others as lookup keys: word by word, however
// many names begin alike.
type BareNames[V any] struct {
	names  []bareName[V] // in order, once they are asked for
	sorted bool
	begin  uint64 // traces of the first words
}

// Clear takes the names out and keeps their memory.
func (b *BareNames[V]) Clear() {
	clear(b.names)
	*b = BareNames[V]{names: b.names[:0]}
}

// bareName is a name: its first word as the text writes it, the others as lookup keys.
type bareName[V any] struct {
	first string
	rest  []string
	value V
}

// word gives the k-th word of a name, "" behind its last.
func (x *bareName[V]) word(k int) string {
	switch {
	case k == 0:
		return x.first
	case k <= len(x.rest):
		return x.rest[k-1]
	}
	return ""
}

// inOrder compares two names word by word.
func inOrder[V any](x, y bareName[V]) int {
	if c := cmp.Compare(x.first, y.first); c != 0 {
		return c
	}
	return slices.Compare(x.rest, y.rest)
}

// Add lets a name be found: its first word as the text writes it, the others as
// lookup keys. The first value that a name is given stands.
func (b *BareNames[V]) Add(first string, rest []string, value V) {
	b.names = append(b.names, bareName[V]{first, rest, value})
	b.begin |= traceOf(first)
	b.sorted = false
}

// traceOf spreads words over the bits of a number: one that is not there spares the search.
func traceOf(word string) uint64 {
	n := len(word)
	if n == 0 {
		return 0
	}
	return 1 << ((int(word[n-1]) + 7*int(word[0]) + 5*n) & 63)
}

// At gives the value of the longest known name at token i that is no piece of a
// longer one, and its tokens; 0 if none stands there. Of two as long, the one added first.
func (b *BareNames[V]) At(r Around, i int) (value V, tokens int) {
	word := r.Word(i)
	if b.begin&traceOf(word) == 0 {
		return value, 0
	}
	if !b.sorted {
		slices.SortStableFunc(b.names, inOrder[V])
		b.names = slices.CompactFunc(b.names, func(x, y bareName[V]) bool { return inOrder(x, y) == 0 })
		b.sorted = true
	}
	bareNames[V]{b.names, 0}.goingOn(word).along(r, i+1, func(v V, k int) {
		if !r.inLongerName(i, k) {
			value, tokens = v, k-i
		}
	})
	return value, tokens
}

// bareNames are names that begin with the same words, so many, in order.
type bareNames[V any] struct {
	names []bareName[V]
	words int
}

// goingOn gives those that go on with a word.
func (b bareNames[V]) goingOn(word string) bareNames[V] {
	if word == "" {
		return bareNames[V]{}
	}
	from := sort.Search(len(b.names), func(k int) bool { return b.names[k].word(b.words) >= word })
	rest := b.names[from:]
	to := sort.Search(len(rest), func(k int) bool { return rest[k].word(b.words) > word })
	return bareNames[V]{rest[:to], b.words + 1}
}

// along tells take of the names whose words stand from token k on, and the token behind
// each; marks and initials between the words are passed over.
func (b bareNames[V]) along(r Around, k int, take func(v V, k int)) {
	if len(b.names) == 0 {
		return
	}
	if first := &b.names[0]; first.word(b.words) == "" { // all of a name: it stands before the longer ones
		if take(first.value, k); len(b.names) == 1 {
			return
		}
	}
	if r.Is(k, reading.Hyphen|reading.Stop) {
		k++
	}
	if r.Follows(k) {
		b.goingOn(r.Key(k)).along(r, k+1, take)
	}
	if n := r.initial(k); n > 0 { // Donald J. Trump
		b.goingOn(r.Key(k+n)).along(r, k+n+1, take)
	}
}

// initial gives the tokens of an initial at token i.
func (r Around) initial(i int) int {
	switch {
	case !r.single(i):
		return 0
	case r.Is(i+1, reading.Stop):
		return 2
	}
	return 1
}
