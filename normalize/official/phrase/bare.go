package phrase

import "github.com/boctin/boctin/normalize/reading"

// BareNames finds names that stand without a rank, post or honorific, by their first
// words as the text writes them and the others as lookup keys: word by word, however
// many names begin alike.
type BareNames[V any] struct {
	first map[string]*bareName[V]
}

// bareName is the names that begin with some words.
type bareName[V any] struct {
	whole bool // these words are a name
	value V
	next  map[string]*bareName[V]
}

// Add lets a name be found: its first word as the text writes it, the others as
// lookup keys. The first value that a name is given stands.
func (b *BareNames[V]) Add(first string, rest []string, value V) {
	at := behind(&b.first, first)
	for _, word := range rest {
		at = behind(&at.next, word)
	}
	if !at.whole {
		at.whole, at.value = true, value
	}
}

// behind gives the names that go on with a word, and makes them where there are none.
func behind[V any](next *map[string]*bareName[V], word string) *bareName[V] {
	if *next == nil {
		*next = map[string]*bareName[V]{}
	}
	at := (*next)[word]
	if at == nil {
		at = &bareName[V]{}
		(*next)[word] = at
	}
	return at
}

// At gives the value of the longest known name at token i that is no piece of a
// longer one, and its tokens; 0 if none stands there. Of two as long, the one added first.
func (b *BareNames[V]) At(r Around, i int) (value V, tokens int) {
	begun := b.first[r.Word(i)]
	if begun == nil {
		return value, 0
	}
	begun.along(r, i+1, func(x *bareName[V], k int) {
		if !r.inLongerName(i, k) {
			value, tokens = x.value, k-i
		}
	})
	return value, tokens
}

// along tells take of the names whose words stand from token k on, and the token behind
// each; marks and initials between the words are passed over.
func (x *bareName[V]) along(r Around, k int, take func(x *bareName[V], k int)) {
	if x.whole {
		take(x, k)
	}
	if r.Is(k, reading.Hyphen|reading.Stop) {
		k++
	}
	if next := x.next[r.Key(k)]; next != nil && r.Follows(k) {
		next.along(r, k+1, take)
	}
	if n := r.initial(k); n > 0 && x.next[r.Key(k+n)] != nil { // Donald J. Trump
		x.next[r.Key(k+n)].along(r, k+n+1, take)
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
