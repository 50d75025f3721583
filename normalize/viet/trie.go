package viet

// Trie finds phrases of whole syllables in a text. Build it first, then share
// it read-only. A phrase never crosses an empty line.
type Trie[V any] struct {
	first  []int32 // by ID, the node under the root: most tokens begin no phrase
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
		next, ok := t.step(node, id)
		if !ok {
			next = t.grow(node, id)
		}
		node = next
	}
	was := t.values[node]
	t.values[node] = value[V]{v, true}
	return was.v, was.set
}

// step follows the edge from a node.
func (t *Trie[V]) step(node int32, id ID) (int32, bool) {
	if node == 0 {
		if int(id) >= len(t.first) {
			return 0, false
		}
		next := t.first[id]
		return next, next != 0
	}
	next, ok := t.edges[edge{node, id}]
	return next, ok
}

// grow adds an edge to a new node.
func (t *Trie[V]) grow(node int32, id ID) int32 {
	next := int32(len(t.values))
	t.values = append(t.values, value[V]{})
	if node != 0 {
		t.edges[edge{node, id}] = next
		return next
	}
	if int(id) >= len(t.first) {
		t.first = append(t.first, make([]int32, int(id)+1-len(t.first))...)
	}
	t.first[id] = next
	return next
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
		next, ok := t.step(node, tok.ID)
		if !ok {
			return
		}
		node = next
		if t.values[node].set {
			found(t.values[node].v, j-i+1)
		}
	}
}
