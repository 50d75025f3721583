package view

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
)

// DayKind is what a label says of a day.
type DayKind int

// What a label says of a day.
const (
	DayOpen   DayKind = iota // nothing says what happened that day
	DayIssued                // the document was signed or issued
	DayOther                 // it takes effect, a time limit ends
)

// Imprint tells whether a block is the paper's own address, licence or
// copyright line.
func (r *View) Imprint(i int) bool {
	b := &r.Blocks[i]
	text := r.Text[b.T0:b.T1]
	if b.Words > 80 || bytes.IndexByte(text, ':') < 0 && !lines.HasDigit(text) && !bytes.Contains(text, []byte("\u00a9")) {
		return false
	}
	if lines.HasPrefixAny(text, "\u00a9", "\u00ae") || r.Known.Imprint.Begins(r.Folded(i)) > 0 {
		return true
	}
	return bytes.Contains(text, []byte("/GP-")) && bytes.Contains(text, []byte("phép"))
}

// PlainWeight judges a block by itself: the words of sentences outside links.
func (r *View) PlainWeight(i int) float64 {
	b := &r.Blocks[i]
	share := b.LinkShare()
	if b.Words < 6 || share > 0.5 {
		return 0
	}
	w := float64(b.Words) * (1 - share)
	if !r.Sentence(i) {
		w *= 0.3
	}
	return w
}

// Teaser tells whether an element opens with a headline that is a link.
func (r *View) Teaser(x *dom.Elem) bool {
	if x.Tag == atom.P || x.B1-x.B0 > 6 {
		return false
	}
	for i := x.B0; i < x.B1; i++ {
		b := &r.Blocks[i]
		if b.Words >= 4 {
			return b.LinkShare() > 0.8 && (x.B1-x.B0 > 1 || x.I1 > x.I0)
		}
	}
	return false
}

// longestTeaser is how many words a teaser has.
const longestTeaser = 90

// Teases tells a small element that is the teaser of another article.
func (r *View) Teases(x *dom.Elem) bool {
	words, _ := r.WordsIn(x.B0, x.B1)
	return words < longestTeaser && r.Teaser(x) && !r.Describes(x)
}

// LeadNamed tells whether the element about a block is named as the lead and
// holds little else.
func (r *View) LeadNamed(i int) bool {
	for e, up := r.Blocks[i].Elem, 0; e > 0 && up < 4; e, up = r.Elems[e].Parent, up+1 {
		x := &r.Elems[e]
		if x.B1-x.B0 > 5 {
			break
		}
		if x.Hint&dom.HintLead != 0 && x.Hint&dom.HintContent == 0 {
			return true
		}
	}
	return r.Whole(i)&dom.HintLead != 0
}

// CaptionElem tells whether a block stands in a figcaption or in an element
// named as a caption, near a picture.
func (r *View) CaptionElem(i int) bool {
	b := &r.Blocks[i]
	if r.Whole(i)&dom.HintCaption != 0 {
		return true
	}
	for e := b.Elem; e > 0; e = r.Elems[e].Parent {
		x := &r.Elems[e]
		if x.Tag == atom.Figcaption || r.Has(layout.Caption, e) {
			return true
		}
		if x.Hint&dom.HintCaption != 0 && x.B1-x.B0 <= 3 {
			return true
		}
		if x.Tag == atom.Figure && x.I1 > x.I0 && x.B1-x.B0 <= 3 {
			return true
		}
		if x.B1-x.B0 > 4 {
			return false
		}
	}
	return false
}

// FigureTable tells whether a block stands in a table or box that is nothing
// but a picture and its words.
func (r *View) FigureTable(i int) bool {
	for e := r.Blocks[i].Elem; e > 0; e = r.Elems[e].Parent {
		x := &r.Elems[e]
		n := x.B1 - x.B0
		words, _ := r.WordsIn(x.B0, x.B1)
		if n > 3 || words > 110 {
			return false
		}
		if x.Tag == atom.Table && x.I1 > x.I0 {
			return true
		}
	}
	return false
}

// Dated tells whether the page gives a time of publication: in its metadata, or
// printed below the headline with no link between.
func (r *View) Dated() bool {
	if len(r.Meta.Published) > 0 {
		return true
	}
	for i := max(0, r.Title-3); r.Title >= 0 && i < min(r.Title+6, len(r.Blocks)); i++ {
		b := &r.Blocks[i]
		if b.Role == dom.RoleDate {
			return true
		}
		if i > r.Title && b.LinkShare() > 0.8 && b.Words >= 4 {
			return false
		}
	}
	return false
}

// StampWords is how many words a line of publication may have that stands in the
// body: with bars it may say more.
func (r *View) StampWords(b *dom.Block) int {
	return 14 + 4*bytes.Count(r.Text[b.T0:b.T1], []byte("|"))
}

// DayOf tells what a label says of the day in a block: at its own head, or in
// the cell before.
func (r *View) DayOf(i int) DayKind {
	for _, j := range []int{i, i - 1} {
		if j < 0 || j < i && (r.Blocks[j].Words > 6 || lines.HasDate(r.Bytes(j))) {
			break
		}
		f := r.Folded(j)
		switch {
		case r.Known.Issued.Begins(f) > 0:
			return DayIssued
		case r.Known.OtherDay.Begins(f) > 0:
			return DayOther
		}
	}
	return DayOpen
}
