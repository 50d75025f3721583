package dom

import (
	"iter"
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/lines"
)

// Fresh tells a block that nobody has judged yet.
func (b *Block) Fresh() bool { return b.Cut == "" && b.Role == RoleNone }

// Kept tells a block of the article's text, its lead included.
func (b *Block) Kept() bool {
	return b.Cut == "" && (b.Role == RoleBody || b.Role == RoleLead)
}

// Linked blocks: most of the words, or as good as all of them, are links.
func (b *Block) MostlyLinks() bool { return b.LinkShare() > 0.5 }
func (b *Block) AllLinks() bool    { return b.LinkShare() > 0.8 }

// LinkedHeadline tells the headline of another article: a link of some words.
func (b *Block) LinkedHeadline() bool { return b.Words >= 4 && b.AllLinks() }

// Within tells whether a block has so many words.
func (b *Block) Within(fewest, most int) bool { return b.Words >= fewest && b.Words <= most }

// Paragraph tells a block that is a sentence of some length.
func (t *Tree) Paragraph(i int) bool { return t.Blocks[i].Words >= 12 && t.Sentence(i) }

// Prose tells a paragraph that is no list of links.
func (t *Tree) Prose(i int) bool { return t.Blocks[i].LinkShare() < 0.4 && t.Paragraph(i) }

// Named tells an element whose names say one thing and do not say that it is text.
func (e *Elem) Named(h Hint) bool { return e.Hint&h != 0 && e.Hint&HintContent == 0 }

// LinkOf tells a link with a text of at most so many bytes.
func (e *Elem) LinkOf(most int) bool {
	n := e.T1 - e.T0
	return e.Tag == atom.A && n > 0 && n <= most
}

// Is tells whether an element has one of the tags.
func (e *Elem) Is(tags ...atom.Atom) bool { return slices.Contains(tags, e.Tag) }

// Spans tells whether a block stands in an element.
func (e *Elem) Spans(i int) bool { return e.B0 <= i && i < e.B1 }

// Around gives the elements about a block from the innermost on, at most so many,
// without the root.
func (t *Tree) Around(i, most int) iter.Seq2[int, *Elem] {
	return func(yield func(int, *Elem) bool) {
		for e := t.Blocks[i].Elem; e > 0 && most > 0; e = t.Elems[e].Parent {
			if !yield(e, &t.Elems[e]) {
				return
			}
			most--
		}
	}
}

// PrintsDate tells a block that prints a date, in figures or in words.
func (t *Tree) PrintsDate(i int) bool {
	line := t.Bytes(i)
	if !lines.HasDigit(line) {
		return false
	}
	return lines.HasDate(line) || lines.HasWordDate(t.Folded(i)) || t.Blocks[i].Within(shortestParted, longestParted) && lines.PartDated(line)
}

// How many words a line of publication has that is made of parts; in a shorter one its day is
// found without.
const (
	shortestParted = 8
	longestParted  = 26
)

// longestTimed is how many words a line has that tells when a thread began, or a text was
// published.
const longestTimed = 14

// Timed tells a line with a day and its hour that is no sentence.
func (t *Tree) Timed(i int) bool {
	if t.Blocks[i].Words > longestTimed || t.Sentence(i) || !lines.HasClock(t.Bytes(i)) {
		return false
	}
	return t.PrintsDate(i) || lines.HasMonthName(t.Folded(i))
}

// Under tells whether an element is, or stands in, one of the tags.
func (t *Tree) Under(e int, tags ...atom.Atom) bool {
	return t.Above(e, func(x *Elem) bool { return x.Is(tags...) })
}
