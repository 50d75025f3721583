package viet

import "math/bits"

// Trie finds phrases of whole syllables in a text, and gives for each the number
// above 0 that stands for it. Build it first, then share it read-only. A phrase
// never crosses an empty line.
type Trie struct {
	roots []node  // by ID: the paths of one syllable
	nodes []node  // the longer ones; the first is none
	above []int32 // by node: the one it was grown from; of a root, what does not of its ID
	later edges   // from a node to all nodes behind it but the first
}

// node is the end of a path. Its first edge is kept here; most have no other.
type node struct {
	kin   uint32 // what the IDs of its edges leave, as trace gives it
	id    ID
	next  int32
	value int32 // of the phrase that ends here, 0 for none
}

// trace spreads the IDs over the bits of a word: a bit that is not there spares
// the search for an edge.
func trace(id ID) uint32 { return 1 << (uint32(id) * 0x9e3779b1 >> 27) }

// NewTrie gives an empty trie with room for so many paths of more than one syllable, of which two
// thirds have one before them.
func NewTrie(room int) *Trie {
	return &Trie{nodes: make([]node, 1, room+1), above: make([]int32, 1, room+1), later: edges{slots: make([]edge, 1<<max(10, bits.Len(uint(room/2))))}}
}

// At gives where the number of a phrase is kept, 0 at first; what is put in there for an
// empty phrase is lost.
func (t *Trie) At(phrase []ID) *int32 {
	if len(phrase) == 0 {
		return new(int32)
	}
	for int(phrase[0]) >= len(t.roots) {
		t.roots = append(t.roots, make([]node, 64)...)
	}
	n, at := &t.roots[phrase[0]], ^int32(phrase[0])
	for _, id := range phrase[1:] {
		next := t.step(n, id)
		if next == 0 {
			next = t.grow(n, at, id)
		}
		n, at = &t.nodes[next], next
	}
	return &n.value
}

// Get gives the number of a phrase, 0 if it has none.
func (t *Trie) Get(phrase []ID) int {
	if len(phrase) == 0 {
		return 0
	}
	n := t.root(phrase[0])
	for _, id := range phrase[1:] {
		next := t.step(n, id)
		if next == 0 {
			return 0
		}
		n = &t.nodes[next]
	}
	return int(n.value)
}

// Longest gives the number of the longest phrase that starts at token i, 0 if there is none.
func (t *Trie) Longest(text *Text, i int) (longest int32) {
	tokens := text.Tokens[i:]
	n := t.root(tokens[0].ID)
	longest = n.value
	for k := 1; k < len(tokens) && n.kin&trace(tokens[k].ID) != 0 && tokens[k].Gap != Paragraph; k++ {
		next := t.step(n, tokens[k].ID)
		if next == 0 {
			break
		}
		if n = &t.nodes[next]; n.value != 0 {
			longest = n.value
		}
	}
	return longest
}

// Each calls found for every phrase, with the longest other one that it begins with, 0 for
// none, of which it was called before.
func (t *Trie) Each(found func(phrase, begins int32)) {
	for i := range t.roots {
		if v := t.roots[i].value; v != 0 {
			found(v, 0)
		}
	}
	longest := make([]int32, len(t.nodes)) // on the path to each node
	for k := 1; k < len(t.nodes); k++ {
		up := t.above[k]
		if up < 0 {
			longest[k] = t.roots[^up].value
		} else {
			longest[k] = longest[up]
		}
		if v := t.nodes[k].value; v != 0 {
			found(v, longest[k])
			longest[k] = v
		}
	}
}

// root gives the node of a syllable, an empty one if no phrase begins with it.
func (t *Trie) root(id ID) *node {
	if int(id) >= len(t.roots) {
		return &t.nodes[0]
	}
	return &t.roots[id]
}

// step follows the edge from a node, 0 if there is none.
func (t *Trie) step(n *node, id ID) (next int32) {
	switch {
	case n.kin&trace(id) == 0:
		return 0
	case n.id == id:
		return n.next
	}
	return t.later.slot(n.next, id).next
}

// grow adds an edge from a node, which stands at a place, to a new one.
func (t *Trie) grow(n *node, at int32, id ID) (next int32) {
	next = int32(len(t.nodes))
	if n.kin == 0 {
		n.id, n.next = id, next
	} else {
		t.later.add(edge{n.next, id, next})
	}
	n.kin |= trace(id)
	t.nodes, t.above = append(t.nodes, node{}), append(t.above, at)
	return next
}

// edges is a table of edges: open addressing; a power of two, at most three quarters full, since a
// page walks all over it and the caches hold little.
type edges struct {
	slots []edge
	used  int
}

// edge leads by a syllable to a node that is a sibling of another, the first.
type edge struct {
	first int32
	id    ID
	next  int32 // 0 where the slot is empty
}

// slot gives the slot of an edge, an empty one if there is no such edge.
func (e *edges) slot(first int32, id ID) *edge {
	mask := uint64(len(e.slots) - 1)
	for i := mix(uint64(first), uint64(id)) & mask; ; i = (i + 1) & mask {
		if s := &e.slots[i]; s.next == 0 || s.first == first && s.id == id {
			return s
		}
	}
}

func (e *edges) add(x edge) {
	if 4*e.used >= 3*len(e.slots) {
		old := e.slots
		e.slots, e.used = make([]edge, 2*len(old)), 0
		for _, x := range old {
			if x.next != 0 {
				e.add(x)
			}
		}
	}
	*e.slot(x.first, x.id) = x
	e.used++
}
