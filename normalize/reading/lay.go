package reading

// laid is what begins where a phrase stands: the marks of the phrase and of all those that it
// begins with, n of Words.laidMarks from at on, the shortest first.
type laid struct {
	kinds  Kinds
	groups Bits // those of which it has a kind
	at, n  int32
}

// lay works out once for each phrase what begins where it stands. It is done when the first
// text is read; what is registered later is laid anew.
func (w *Words) lay() {
	w.laid, w.laidMarks = make([]laid, len(w.phrases)), make([]Mark, 0, 2*len(w.marks))
	w.trie.Each(func(phrase, begins int32) {
		x, from := &w.laid[phrase], int32(len(w.laidMarks))
		*x = w.laid[begins]
		w.laidMarks = append(append(w.laidMarks, w.starting(begins)...), w.marksOf(&w.phrases[phrase])...)
		x.at, x.n = from, int32(len(w.laidMarks))-from
		x.kinds.join(&w.phrases[phrase].kinds)
		for k := range w.groups {
			if g := &w.groups[k]; x.kinds.meet(&g.kinds) {
				x.groups |= g.bit
			}
		}
	})
	for _, fill := range w.tables {
		fill()
	}
}

// starting gives the marks that begin where a phrase stands.
func (w *Words) starting(phrase int32) []Mark {
	x := &w.laid[phrase]
	return w.laidMarks[x.at : x.at+x.n]
}

// group is the kinds that a finder asks for together.
type group struct {
	kinds Kinds
	bit   Bits
}

// Group gives a property of its own to tokens at which a mark of one of the kinds starts.
func (w *Words) Group(kinds Kinds) Bits {
	bit := firstGroup << len(w.groups)
	if bit == 0 {
		panic("no room for another group of kinds")
	}
	w.groups = append(w.groups, group{kinds, bit})
	return bit
}

// Table is what a finder keeps of the marks that start at a token, worked out once for each
// phrase.
type Table[V any] struct{ values []V }

// NewTable gives the table of what a function makes of marks, of none too.
func NewTable[V any](w *Words, of func(marks []Mark) V) *Table[V] {
	t := &Table[V]{}
	w.tables = append(w.tables, func() {
		t.values = make([]V, len(w.laid))
		for k := range t.values {
			t.values[k] = of(w.starting(int32(k)))
		}
	})
	return t
}

// At gives what stands for the marks that start at token i; where there is no token, for none.
func (t *Table[V]) At(x *Text, i int) *V {
	if uint(i) >= uint(len(x.starts)) {
		return &t.values[0]
	}
	return &t.values[x.starts[i].phrase]
}
