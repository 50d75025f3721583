// Package view is one page while it is read, and what its finders ask of it in
// common.
package view

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/meta"
)

// View is one page while it is read: what it prints, what it says of itself,
// what the site's profile points at, and what the finders have settled so far.
// Nothing of it is kept for the next page.
type View struct {
	*dom.Tree
	Known *lines.Page
	Meta  *meta.Data
	Found *layout.Found // what the site's profile points at

	Title     int // block, -1 if the page prints none
	TitleText string
	Best      int // element that holds the body
	B0, B1    int // blocks of the body
	Stop      int // block that ends the article: readers' comments, another article
	Head      Letterhead
	Thread    Thread
	Described int       // block below the headline that is the page's description, -1 if none
	Dead      []bool    // elements that are furniture, with all inside
	Weight    []float64 // weight[i] is the sum of the good words before block i
}

// Letterhead is what was found of the head of an official document.
type Letterhead struct {
	Motto  int // block, 0 if the page prints no document
	Signed int // block with place and day of signing, 0 if none
}

// Thread is a forum's: its first post is the article, who wrote it the author.
type Thread struct {
	First, Second int // elements, 0 if the page is none
	Poster        string
}

// Good is the weight of the text inside an element.
func (r *View) Good(e int) float64 {
	x := &r.Elems[e]
	return r.Weight[x.B1] - r.Weight[x.B0]
}

// Has tells whether the profile points at an element.
func (r *View) Has(p layout.Part, e int) bool { return r.Found.Has(p, e) }

// HasAny tells whether an element stands in what the profile points at.
func (r *View) HasAny(p layout.Part, e int) bool {
	for _, x := range r.Found.Parts[p] {
		if r.Holds(x, e) {
			return true
		}
	}
	return false
}

// InPart tells whether a block holds, or stands in, what the profile points at.
func (r *View) InPart(p layout.Part, b *dom.Block) bool {
	for _, e := range r.Found.Parts[p] {
		x := &r.Elems[e]
		if x.T0 <= b.T0 && b.T1 <= x.T1 {
			return true
		}
		if b.T0 <= x.T0 && x.T0 < x.T1 && x.T1 <= b.T1 {
			return true
		}
	}
	return false
}

// CutRange sets blocks aside that no rule before has.
func (r *View) CutRange(b0, b1 int, rule string) {
	for i := b0; i < b1; i++ {
		if r.Blocks[i].Cut == "" {
			r.Blocks[i].Cut = rule
		}
	}
}

// TextIn tells whether a paragraph of the text stands among blocks [from,to).
func (r *View) TextIn(from, to int) bool {
	for j := from; j < to; j++ {
		if b := &r.Blocks[j]; b.Cut == "" && b.Role != dom.RoleCaption && r.Paragraph(j) {
			return true
		}
	}
	return false
}

// PictureAfter tells whether a picture stands between a block and the next.
func (r *View) PictureAfter(i int) bool { return r.ImageBefore(i + 1) }

// Terms tells a box of the site's terms of use: by its name or its head.
func (r *View) Terms(x *dom.Elem) bool {
	switch {
	case x.Inline, x.Count() == 0, x.Spans(r.Title):
		return false
	case x.Named(dom.HintLegal):
		return true
	}
	return x.Count() > 1 && r.Known.Terms.Is(r.Folded(x.B0))
}

// Describes tells a small element that holds the page's description.
func (r *View) Describes(e *dom.Elem) bool { return e.Spans(r.Described) }

// InFirst tells whether an element is the first post of a thread, about it or
// inside it.
func (r *View) InFirst(e int) bool {
	return r.Thread.First > 0 && (r.Holds(e, r.Thread.First) || r.Holds(r.Thread.First, e))
}

// OwnFoot tells the foot of the article itself, where some name who wrote it and when: it stands
// in the <article> of the headline or of the text.
func OwnFoot(r *View, e *dom.Elem) bool {
	if e.Tag != atom.Footer || e.Parent < 0 {
		return false
	}
	up := &r.Elems[e.Parent]
	return up.Tag == atom.Article && (up.Spans(r.Title) || up.Spans(r.B0))
}

// Comments tells an element of readers' comments. Among entries of the same make
// one may be named a comment, as in a report by the minute: then it is none; nor is what is
// the whole of an element named as the text.
func (r *View) Comments(e int) bool {
	x := &r.Elems[e]
	if x.Hint&dom.HintComment == 0 || r.InFirst(e) || wholeText(r, e) {
		return false
	}
	kind, _, more := strings.Cut(dom.Attr(x.Node, "class"), " ")
	if !more || x.Parent < 0 {
		return true
	}
	for c := x.Parent + 1; c < r.Elems[x.Parent].Last; c = r.Elems[c].Last {
		other, _, _ := strings.Cut(dom.Attr(r.Elems[c].Node, "class"), " ")
		if other == kind && r.Elems[c].Hint&dom.HintComment == 0 {
			return false
		}
	}
	return true
}

// mostInReport is how many blocks a report by the minute has at most.
const mostInReport = 1000

// wholeText tells whether an element stands in one that is named as the text, below the headline, in
// which no text stands but in elements that are named comments.
func wholeText(r *View, e int) bool {
	for up := r.Elems[e].Parent; up > 0; up = r.Elems[up].Parent {
		x := &r.Elems[up]
		switch {
		case x.B0 <= r.Title, x.Count() > mostInReport:
			return false
		case x.Hint&(dom.HintContent|dom.HintComment) == dom.HintContent:
			return onlyComments(r, up)
		}
	}
	return false
}

// onlyComments tells whether all text of an element stands in elements inside it that are named comments.
func onlyComments(r *View, e int) bool {
	for i := r.Elems[e].B0; i < r.Elems[e].B1; i++ {
		if r.Weight[i+1] == r.Weight[i] {
			continue
		}
		at := r.Blocks[i].Elem
		for at != e && r.Elems[at].Hint&dom.HintComment == 0 {
			at = r.Elems[at].Parent
		}
		if at == e {
			return false
		}
	}
	return true
}
