package dom

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/lines"
)

// Line is the text of a block.
func (t *Tree) Line(i int) string {
	line := t.Raw(i)
	if t.composed || lines.Composed(line) { // white space was folded as it was planted
		return line
	}
	return lines.Squeeze(line)
}

// Raw is the text of a block as it stands in the tree. Most blocks of an article are asked for, and some
// often, so that the page is made a string as one.
func (t *Tree) Raw(i int) string {
	if t.lines == "" {
		t.lines, t.composed = string(t.Text), !t.odd || lines.Composed(t.Text)
	}
	return t.lines[t.Blocks[i].T0:t.Blocks[i].T1]
}

// Bytes is the text of a block as it stands in the tree: not to be kept.
func (t *Tree) Bytes(i int) []byte { return t.Text[t.Blocks[i].T0:t.Blocks[i].T1] }

// Folded is a block in small letters without accents. Nearly all blocks are
// asked for, so that the page is folded as one.
func (t *Tree) Folded(i int) string {
	if t.ends == nil {
		t.fold()
	}
	return t.folded[t.ends[i]:t.ends[i+1]]
}

func (t *Tree) fold() {
	t.ends = make([]int, 1, len(t.Blocks)+1)
	t.scratch = t.scratch[:0]
	for i := range t.Blocks {
		t.scratch = lines.AppendFold(t.scratch, t.Bytes(i))
		t.ends = append(t.ends, len(t.scratch))
	}
	t.folded = string(t.scratch)
}

// LinkShare is the share of words in links.
func (b *Block) LinkShare() float64 {
	if b.Words == 0 {
		return 0
	}
	return float64(b.Linked) / float64(b.Words)
}

// AllItalic and AllBold tell how nearly all of a block is set.
func (b *Block) AllItalic() bool { return b.Italic*10 >= b.Bytes*8 }
func (b *Block) AllBold() bool   { return b.Bold*10 >= b.Bytes*8 }

// Share is the share of words in links of blocks [b0,b1).
func (t *Tree) Share(b0, b1 int) float64 {
	all, linked := t.WordsIn(b0, b1)
	if all == 0 {
		return 0
	}
	return float64(linked) / float64(all)
}

// Sentence tells whether a block ends as a sentence does.
func (t *Tree) Sentence(i int) bool { return lines.EndsSentence(t.Bytes(i)) }

// Above tells whether any element from e up to the root satisfies f.
func (t *Tree) Above(e int, f func(*Elem) bool) bool {
	for ; e >= 0; e = t.Elems[e].Parent {
		if f(&t.Elems[e]) {
			return true
		}
	}
	return false
}

// Whole gives the hints of the elements that hold no more than a block: its
// own, those inside that cover it, those around that hold nothing else.
func (t *Tree) Whole(i int) (all Hint) {
	b := &t.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		if x := &t.Elems[e]; x.T0 <= b.T0+2 && x.T1 >= b.T1-2 {
			all |= x.Hint
		}
	}
	for e := b.Elem; e >= 0; e = t.Elems[e].Parent {
		x := &t.Elems[e]
		if x.Count() > 1 {
			break
		}
		all |= x.Hint
	}
	return all
}

// Count is how many blocks an element holds.
func (e *Elem) Count() int { return e.B1 - e.B0 }

// Pictured tells whether an element holds a picture.
func (e *Elem) Pictured() bool { return e.I1 > e.I0 }

// Heading gives the level of the heading that a block is, 0 for none.
func (t *Tree) Heading(i int) int {
	for e := t.Blocks[i].Elem; e >= 0 && t.Elems[e].Count() == 1; e = t.Elems[e].Parent {
		if l := Level(t.Elems[e].Tag); l > 0 {
			return l
		}
	}
	return Level(t.Elems[t.Blocks[i].Elem].Tag)
}

// Level is that of a heading's tag, 0 for any other.
func Level(a atom.Atom) int {
	switch a {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5, atom.H6:
		return 5
	}
	return 0
}

// Make is the tag and class of the element that holds a block.
func (t *Tree) Make(i int) string { return t.Elems[t.Blocks[i].Elem].Make() }

// Make is the tag and class of an element.
func (e *Elem) Make() string { return e.Node.Data + "." + Attr(e.Node, "class") }

// Centred tells whether a block, or what holds it alone, is set in the middle.
func (t *Tree) Centred(i int) bool {
	for e, up := t.Blocks[i].Elem, 0; e > 0 && up < 3; e, up = t.Elems[e].Parent, up+1 {
		x := &t.Elems[e]
		switch align := x.align(); {
		case align == "center":
			return true
		case align != "", x.Count() > 3:
			return false
		}
	}
	return false
}

// align is how an element sets its text, "" if it does not say.
func (e *Elem) align() string {
	align, style := strings.ToLower(Attr(e.Node, "align")), Attr(e.Node, "style")
	switch {
	case e.Tag == atom.Center, align == "center", strings.Contains(style, "center"), strings.Contains(Attr(e.Node, "class"), "center"):
		return "center"
	case align == "left", align == "justify", strings.Contains(style, "text-align"):
		return "other"
	}
	return ""
}

// Right tells whether a block is set at the right margin.
func (t *Tree) Right(i int) bool {
	for e, up := t.Blocks[i].Elem, 0; e > 0 && up < 2; e, up = t.Elems[e].Parent, up+1 {
		n := t.Elems[e].Node
		style := Attr(n, "style")
		if strings.EqualFold(Attr(n, "align"), "right") || strings.Contains(style, "right") && strings.Contains(style, "text-align") || strings.Contains(Attr(n, "class"), "right") {
			return true
		}
	}
	return false
}

// ImageBefore tells whether a picture stands between a block and the one before
// it, or at its own head.
func (t *Tree) ImageBefore(i int) bool {
	lo, hi := 0, len(t.Images)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Images[mid].At < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < len(t.Images) && t.Images[lo].At == i; lo++ {
		if p := &t.Images[lo]; !p.Inside && p.Real() {
			return true
		}
	}
	return false
}

// Real leaves out icons and counters.
func (p *Picture) Real() bool {
	return !tiny(Attr(p.Node, "width")) && !tiny(Attr(p.Node, "height"))
}

// tiny tells a side of less than 60 pixels.
func tiny(side string) bool {
	return len(side) == 1 || len(side) == 2 && side < "60" && side[1] != '%'
}

// Source is the address of a picture, "" if it has none.
func (p *Picture) Source() string {
	for _, key := range []string{"data-src", "data-original", "data-lazy-src", "src", "data-image"} {
		if v := strings.TrimSpace(Attr(p.Node, key)); v != "" && !strings.HasPrefix(v, "data:") {
			return v
		}
	}
	return ""
}

// SameBox tells whether two blocks share a cell, figure or small container
// that has a picture and little else.
func (t *Tree) SameBox(a, b int) bool {
	for e := t.Blocks[a].Elem; e > 0; e = t.Elems[e].Parent {
		x := &t.Elems[e]
		if x.Count() > 3 {
			return false
		}
		if x.B0 <= a && b < x.B1 {
			return x.Pictured()
		}
	}
	return false
}

// InTable tells whether a block stands in a table or list.
func (t *Tree) InTable(i int) bool {
	for e, up := t.Blocks[i].Elem, 0; e > 0 && up < 3; e, up = t.Elems[e].Parent, up+1 {
		switch t.Elems[e].Tag {
		case atom.Td, atom.Th, atom.Li:
			return true
		}
	}
	return false
}
