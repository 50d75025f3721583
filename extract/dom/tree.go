// Package dom lays a parsed page flat: elements and blocks of text in document
// order, and what names and mark-up say of them.
package dom

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Tree is a page laid flat: elements, blocks of text and images, each in
// document order, so that what an element holds is a range of each.
type Tree struct {
	Text   []byte // of all blocks, white space folded, one \n after each
	Elems  []Elem
	Blocks []Block
	Images []Picture
	Words  []int // words[i] stand before block i
	Linked []int // words in links before block i

	lines    string // Text, see Line
	odd      bool   // some of it, as it came, was not told to be NFC at a glance
	composed bool   // all of it is NFC
	folded   string // all blocks, see Folded
	ends     []int  // of the blocks in folded, from 0 on
	scratch  []byte
}

// Elem is an element with the ranges of what stands inside.
type Elem struct {
	Node   *html.Node
	Parent int
	Last   int // one past the last element inside
	T0, T1 int // bytes of tree.Text
	B0, B1 int // blocks
	I0, I1 int // images
	Tag    atom.Atom
	Hint   Hint
	Hidden bool
	Inline bool
}

// Block is a paragraph as the browser draws it: text between two breaks.
type Block struct {
	T0, T1 int
	Elem   int // innermost block element that holds it
	E0, E1 int // elements that begin inside: inline ones
	Words  int
	Linked int // words inside links
	Bold   int // bytes in bold, of t1-t0 without spaces
	Italic int
	Bytes  int  // without spaces
	Br     bool // follows the block before it by a <br> alone
	Cut    string
	Keep   bool // the profile says so
	Role   Role
}

// Role is what a block is in the article.
type Role uint8

const (
	RoleNone Role = iota
	RoleTitle
	RoleLead
	RoleBody
	RoleCaption
	RoleByline
	RoleSource
	RoleDate
)

// Picture is an image; at is the block that it stands in or before.
type Picture struct {
	Elem   int
	At     int
	Inside bool // block at had text before it
	Node   *html.Node
}

// mostElems is how large a tree may be whose memory is kept.
const mostElems = 50_000

// Reset empties a tree for the next page; it is false where the memory is too
// much to be kept.
func (t *Tree) Reset() bool {
	if cap(t.Elems) > mostElems {
		return false
	}
	clear(t.Elems)
	clear(t.Images)
	clear(t.Blocks)
	*t = Tree{Text: t.Text[:0], Elems: t.Elems[:0], Blocks: t.Blocks[:0], Images: t.Images[:0], scratch: t.scratch[:0]}
	return true
}

// WordsIn counts the words of blocks [b0,b1), and of them those in links.
func (t *Tree) WordsIn(b0, b1 int) (all, linked int) {
	return t.Words[b1] - t.Words[b0], t.Linked[b1] - t.Linked[b0]
}

// Unlink has blocks [b0,b1) count as text without links.
func (t *Tree) Unlink(b0, b1 int) {
	for i := b0; i < b1; i++ {
		t.Blocks[i].Linked = 0
	}
	for i := b0; i < len(t.Blocks); i++ {
		t.Linked[i+1] = t.Linked[i] + t.Blocks[i].Linked
	}
}

// Show has an element, with all inside, count as one that is drawn.
func (t *Tree) Show(e int) {
	for i := e; i < t.Elems[e].Last; i++ {
		t.Elems[i].Hidden = false
		t.Elems[i].Hint &^= HintHidden
	}
}

// Holds tells whether element a is b or around it.
func (t *Tree) Holds(a, b int) bool { return a <= b && b < t.Elems[a].Last }
