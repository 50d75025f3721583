package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
)

// Captions that nothing but their place tells.

// boxAmongText tells the only words of a box with a picture that stands among paragraphs in no such box.
func (r captionFinder) boxAmongText(c under) bool {
	for e, x := range r.Around(c.i, 5) {
		switch {
		case x.Count() > 1:
			return false
		case x.Is(atom.P, atom.Td, atom.Li), !x.Pictured():
		default:
			return r.freeText(r.uncut(x.B0-1, -1), e, c.i) && r.freeText(r.uncut(x.B1, 1), e, c.i)
		}
	}
	return false
}

// uncut is the next block from one on, up or down, that was not set aside.
func (r captionFinder) uncut(i, step int) int {
	for ; i >= r.B0 && i < r.B1; i += step {
		if r.Blocks[i].Cut == "" {
			break
		}
	}
	return i
}

// freeText tells a sentence of the text beside a box with a picture and a line, in no such box and not set as
// these are.
func (r captionFinder) freeText(i, box, line int) bool {
	switch {
	case i < r.B0, i >= r.B1:
		return false
	case !r.Blocks[i].Fresh(), !r.Sentence(i):
		return false
	}
	e := r.Elems[box].Parent
	at := r.Blocks[i].Elem
	for at != e && r.Elems[at].Parent != e && r.Elems[r.Elems[at].Parent].Count() == 1 {
		at = r.Elems[at].Parent
	}
	switch {
	case at == e:
		return true
	case r.Elems[at].Pictured(), r.Elems[at].Parent != e:
		return false
	}
	alike := r.Make(i) == r.Make(line)
	return !alike || r.Elems[at].Make() != r.Elems[box].Make()
}

// ownMake tells a line with a class of its own that no block has but below a picture.
func (r captionFinder) ownMake(c under) bool {
	class := r.Make(c.i)
	if strings.HasSuffix(class, ".") {
		return false
	}
	for j := r.B0; j < r.B1; j++ {
		if r.Make(j) == class && !r.ImageBefore(j) {
			return false
		}
	}
	return true
}

// inSmall tells a block all of whose words stand in small letters.
func (r captionFinder) inSmall(b *dom.Block) bool {
	for e := b.E0; e < b.E1; e++ {
		if x := &r.Elems[e]; x.Tag == atom.Small {
			return x.T0 <= b.T0 && x.T1 >= b.T1
		}
	}
	return false
}

// smallHeading tells a line of the smallest headings right below a picture, where all of its make stand below
// pictures.
func (r captionFinder) smallHeading(i int) bool {
	if r.Heading(i) < smallest || !r.ImageBefore(i) {
		return false
	}
	for j := r.B0; j < r.B1; j++ {
		if r.Heading(j) == r.Heading(i) && !r.ImageBefore(j) {
			return false
		}
	}
	return true
}

// smallest is the level of headings that no sub-head is set in.
const smallest = 5

// opensText tells a sentence as long as leads are, set in italics above all other text and in no box with the
// picture over it.
func (r captionFinder) opensText(c under) bool {
	switch {
	case c.b.Words < shortLead, c.credit != creditNone, !r.Sentence(c.i), r.Centred(c.i), r.TextIn(r.Title+1, c.i):
		return false
	}
	return !r.boxOf(c.i, func(*dom.Elem) bool { return true })
}

// mostInRow is how many pictures stand in a row of a table.
const mostInRow = 6

// belowRow tells a cell of a row of words right below a row of nothing but pictures, two at
// least and one for each cell.
func (r captionFinder) belowRow(i int) bool {
	e := r.Blocks[i].Elem
	for e > 0 && r.Elems[e].Count() == 1 && r.Elems[e].Tag != atom.Td {
		e = r.Elems[e].Parent
	}
	if r.Elems[e].Tag != atom.Td || r.Blocks[i].Words > longestUnmarked {
		return false
	}
	row := &r.Elems[r.Elems[e].Parent]
	if row.Pictured() || row.Count() < 2 || row.Count() > mostInRow {
		return false
	}
	above := 0
	for p := row.I0 - 1; p >= 0 && above < row.Count() && r.Images[p].At == row.B0 && r.Holds(row.Parent, r.Images[p].Elem); p-- {
		above++
	}
	return above == row.Count()
}
