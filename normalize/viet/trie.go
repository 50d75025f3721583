package viet

// Trie finds phrases of whole syllables in a text. Build it first, then share
// it read-only. A phrase never crosses an empty line.
type Trie[V any] struct {
	begins []uint64 // a bit for each ID: most tokens begin no phrase
	first  []int32  // by ID, the node under the root
	edges  map[edge]int32
	nodes  []node[V]
}

type edge struct {
	node int32
	id   ID
}

// node is the end of a path. Its first edge is kept here; most have no other.
type node[V any] struct {
	kin   uint64 // what the IDs of its edges leave, as trace gives it
	id    ID
	next  int32
	set   bool
	value V
}

// trace spreads the IDs over the bits of a word: a bit that is not there spares
// the search for an edge.
func trace(id ID) uint64 { return 1 << (uint32(id) * 0x9e3779b1 >> 26) }

// NewTrie gives an empty trie.
func NewTrie[V any]() *Trie[V] {
	return &Trie[V]{edges: map[edge]int32{}, nodes: make([]node[V], 1)}
}

// Add stores a value under a phrase and gives the value that stood there
// before, if there was one. An empty phrase is not stored.
func (t *Trie[V]) Add(phrase []ID, v V) (old V, replaced bool) {
	if len(phrase) == 0 {
		return old, false
	}
	at := t.grown(phrase[0])
	for _, id := range phrase[1:] {
		next := t.step(at, id)
		if next == 0 {
			next = t.grow(at, id)
		}
		at = next
	}
	n := &t.nodes[at]
	old, replaced = n.value, n.set
	n.value, n.set = v, true
	return old, replaced
}

// Get gives the value of a phrase.
func (t *Trie[V]) Get(phrase []ID) (v V, ok bool) {
	if len(phrase) == 0 || !t.Begins(phrase[0]) {
		return v, false
	}
	at := t.first[phrase[0]]
	for _, id := range phrase[1:] {
		if at = t.step(at, id); at == 0 {
			return v, false
		}
	}
	return t.nodes[at].value, t.nodes[at].set
}

// Begins tells whether a phrase begins with the syllable.
func (t *Trie[V]) Begins(id ID) bool {
	return int(id>>6) < len(t.begins) && t.begins[id>>6]&(1<<(id&63)) != 0
}

// step follows the edge from a node, 0 if there is none.
func (t *Trie[V]) step(at int32, id ID) int32 {
	n := &t.nodes[at]
	switch {
	case n.kin&trace(id) == 0:
		return 0
	case n.id == id:
		return n.next
	}
	return t.edges[edge{at, id}]
}

// grow adds an edge to a new node.
func (t *Trie[V]) grow(at int32, id ID) int32 {
	next := int32(len(t.nodes))
	t.nodes = append(t.nodes, node[V]{})
	n := &t.nodes[at]
	if n.kin == 0 {
		n.id, n.next = id, next
	} else {
		t.edges[edge{at, id}] = next
	}
	n.kin |= trace(id)
	return next
}

// grown gives the node under the root, a new one if need be.
func (t *Trie[V]) grown(id ID) int32 {
	for int(id) >= len(t.first) {
		t.first = append(t.first, make([]int32, 64)...)
		t.begins = append(t.begins, 0)
	}
	if t.first[id] == 0 {
		t.first[id] = int32(len(t.nodes))
		t.nodes = append(t.nodes, node[V]{})
		t.begins[id>>6] |= 1 << (id & 63)
	}
	return t.first[id]
}

// Longest gives the value of the longest phrase that starts at token i and the
// number of its tokens, 0 if there is none.
func (t *Trie[V]) Longest(text *Text, i int) (v V, n int) {
	at, best := t.at(text, i), int32(0)
	for j := i; at != 0; at = t.after(at, text, j) {
		j++
		if t.nodes[at].set {
			best, n = at, j-i
		}
	}
	if best != 0 {
		v = t.nodes[best].value
	}
	return v, n
}

// Each calls found for every phrase that starts at token i, the shortest first.
func (t *Trie[V]) Each(text *Text, i int, found func(v V, n int)) {
	at := t.at(text, i)
	for j := i; at != 0; at = t.after(at, text, j) {
		j++
		if n := &t.nodes[at]; n.set {
			found(n.value, j-i)
		}
	}
}

// at gives the node of token i under the root, 0 if no phrase begins there.
func (t *Trie[V]) at(text *Text, i int) int32 {
	if i >= len(text.Tokens) {
		return 0
	}
	if id := text.Tokens[i].ID; t.Begins(id) {
		return t.first[id]
	}
	return 0
}

// after follows the edge from a node to token i, 0 if there is none.
func (t *Trie[V]) after(at int32, text *Text, i int) int32 {
	if i >= len(text.Tokens) {
		return 0
	}
	tok := &text.Tokens[i]
	if tok.ID == 0 || tok.Gap == Paragraph {
		return 0
	}
	return t.step(at, tok.ID)
}
