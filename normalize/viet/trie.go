package viet

// Trie finds phrases of whole syllables in a text. Build it first, then share
// it read-only. A phrase never crosses an empty line.
type Trie[V any] struct {
	edges  map[edge]int32
	values []value[V] // by node
}

type edge struct {
	node int32
	id   ID
}

type value[V any] struct {
	v   V
	set bool
}

// NewTrie gives an empty trie.
func NewTrie[V any]() *Trie[V] {
	return &Trie[V]{edges: map[edge]int32{}, values: make([]value[V], 1)}
}

// Add stores a value under a phrase and gives the value that stood there
// before, if there was one. An empty phrase is not stored.
func (t *Trie[V]) Add(phrase []ID, v V) (old V, replaced bool) {
	if len(phrase) == 0 {
		return old, false
	}
	node := int32(0)
	for _, id := range phrase {
		next, ok := t.edges[edge{node, id}]
		if !ok {
			next = int32(len(t.values))
			t.edges[edge{node, id}] = next
			t.values = append(t.values, value[V]{})
		}
		node = next
	}
	was := t.values[node]
	t.values[node] = value[V]{v, true}
	return was.v, was.set
}

// Longest gives the value of the longest phrase that starts at token i and the
// number of its tokens, 0 if there is none.
func (t *Trie[V]) Longest(text *Text, i int) (v V, n int) {
	t.Each(text, i, func(found V, length int) { v, n = found, length })
	return v, n
}

// Each calls found for every phrase that starts at token i, the shortest first.
func (t *Trie[V]) Each(text *Text, i int, found func(v V, n int)) {
	node := int32(0)
	for j := i; j < len(text.Tokens); j++ {
		tok := &text.Tokens[j]
		if tok.ID == 0 || j > i && tok.Gap == Paragraph {
			return
		}
		next, ok := t.edges[edge{node, tok.ID}]
		if !ok {
			return
		}
		node = next
		if t.values[node].set {
			found(t.values[node].v, j-i+1)
		}
	}
}
