package reading

import "github.com/boctin/boctin/normalize/viet"

// Phrases are the phrases of one kind, each with what its finder keeps of it.
type Phrases[V any] struct {
	Kind   Kind
	words  *Words
	values []V
}

// NewPhrases gives an empty list under a kind of its own.
func NewPhrases[V any](w *Words, name string) *Phrases[V] {
	return &Phrases[V]{Kind: w.Kind(name), words: w}
}

// Add keeps a value with a phrase, in the place of the one that stood there.
func (p *Phrases[V]) Add(phrase string, v V, from Entry) {
	p.words.Register(p.Kind, phrase, len(p.values), from)
	p.values = append(p.values, v)
}

// AtTokens gives where the value of a phrase is kept that is given in tokens, the zero
// value at first.
func (p *Phrases[V]) AtTokens(phrase []viet.ID, from Entry) *V {
	m, fresh := p.words.mark(p.Kind, phrase)
	if fresh {
		m.Value = int32(len(p.values))
		p.values = append(p.values, *new(V))
	}
	m.entry = p.words.entry(from)
	return &p.values[m.Value]
}

// HasTokens tells whether it holds a phrase that is given in tokens.
func (p *Phrases[V]) HasTokens(phrase []viet.ID) bool {
	_, ok := p.words.registered(p.Kind, phrase)
	return ok
}

// Get gives the value of a phrase.
func (p *Phrases[V]) Get(phrase string) (v V, ok bool) {
	at, ok := p.words.Registered(p.Kind, phrase)
	if ok {
		v = p.values[at]
	}
	return v, ok
}

// Of gives the value behind a mark of the kind.
func (p *Phrases[V]) Of(m Mark) V { return p.values[m.Value] }

// Longest gives the value of the longest phrase that starts at token i and the
// number of its tokens, 0 if there is none.
func (p *Phrases[V]) Longest(t *Text, i int) (v V, n int) {
	if m, ok := t.Longest(i, p.Kind); ok {
		return p.values[m.Value], int(m.Len)
	}
	return v, 0
}

// Each calls found for every phrase that starts at token i, the shortest first.
func (p *Phrases[V]) Each(t *Text, i int, found func(v V, n int)) {
	t.Each(i, p.Kind, func(m Mark) { found(p.values[m.Value], int(m.Len)) })
}
