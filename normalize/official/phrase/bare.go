package phrase

import "github.com/boctin/boctin/normalize/reading"

// BareNames finds names that stand without a rank, post or honorific, by their first
// words as the text writes them.
type BareNames[V any] map[string][]bareName[V]

// bareName is a name with what it stands for.
type bareName[V any] struct {
	rest  []string // behind the first word, as lookup keys
	value V
}

// Add lets a name be found: its first word as the text writes it, the others as
// lookup keys. The first value that a name is given stands.
func (b BareNames[V]) Add(first string, rest []string, value V) {
	b[first] = append(b[first], bareName[V]{rest, value})
}

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
// longer one, and its tokens; 0 if none stands there.
func (b BareNames[V]) At(r Around, i int) (value V, tokens int) {
	for _, x := range b[r.Word(i)] {
		if k := r.along(i+1, x.rest); k > i+tokens && !r.inLongerName(i, k) {
			value, tokens = x.value, k-i
		}
	}
	return value, tokens
}

// along gives the token behind words that stand from token k on, marks and initials
// between them passed over; 0 where other words do.
func (r Around) along(k int, words []string) int {
	for _, word := range words {
		if r.Is(k, reading.Hyphen|reading.Stop) {
			k++
		}
		if r.Key(k) != word {
			k += r.initial(k) // Donald J. Trump
		}
		if !r.Follows(k) || r.Key(k) != word {
			return 0
		}
		k++
	}
	return k
}
