package reading

import "sync"

// layout is what begins where the phrases stand, worked out when the first text is read.
type layout struct {
	once      *sync.Once
	work      func() // what is to be done once
	done      bool
	laid      []laid // by phrase
	laidMarks []Mark
	groups    []group
	tables    []func() // fill those of the finders
}

// laid is what begins where a phrase stands: the marks of the phrase and of all those that it
// begins with, n of layout.laidMarks from at on, the shortest first.
type laid struct {
	kinds  Kinds
	groups Bits // those of which it has a kind
	at, n  int32
}

// ready works it out unless that was done.
func (l *layout) ready() { l.once.Do(l.work) }

// outdate has it worked out anew.
func (l *layout) outdate() {
	if l.once == nil || l.done {
		l.once, l.done = new(sync.Once), false
	}
}

// lay works out what begins where each phrase of the words stands.
func (l *layout) lay(w *Words) {
	l.laid, l.laidMarks = make([]laid, len(w.phrases)), make([]Mark, 0, 2*len(w.marks))
	w.trie.Each(func(phrase, begins int32) {
		x, from := &l.laid[phrase], int32(len(l.laidMarks))
		*x = l.laid[begins]
		l.laidMarks = append(append(l.laidMarks, l.starting(begins)...), w.marksOf(&w.phrases[phrase])...)
		x.at, x.n = from, int32(len(l.laidMarks))-from
		x.kinds.join(&w.phrases[phrase].kinds)
		x.groups = l.groupsOf(&x.kinds)
	})
	for _, fill := range l.tables {
		fill()
	}
	l.done = true
}

// starting gives the marks that begin where a phrase stands.
func (l *layout) starting(phrase int32) []Mark {
	x := &l.laid[phrase]
	return l.laidMarks[x.at : x.at+x.n]
}

// group is the kinds that a finder asks for together.
type group struct {
	kinds Kinds
	bit   Bits
}

// groupsOf gives the groups of which some kinds are.
func (l *layout) groupsOf(kinds *Kinds) (groups Bits) {
	for k := range l.groups {
		if g := &l.groups[k]; kinds.meet(&g.kinds) {
			groups |= g.bit
		}
	}
	return groups
}

// Group gives a property of its own to tokens at which a mark of one of the kinds starts.
func (l *layout) Group(kinds Kinds) Bits {
	bit := firstGroup << len(l.groups)
	if bit == 0 {
		panic("no room for another group of kinds")
	}
	l.groups = append(l.groups, group{kinds, bit})
	l.outdate()
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
	w.outdate()
	return t
}

// At gives what stands for the marks that start at token i; where there is no token, for none.
func (t *Table[V]) At(x *Text, i int) *V {
	if uint(i) >= uint(len(x.starts)) {
		return &t.values[0]
	}
	return &t.values[x.starts[i].phrase]
}
