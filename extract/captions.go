package extract

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
)

// captionFinder finds what is printed under pictures.
type captionFinder struct{ *view }

// find marks the blocks that are printed under pictures. A figcaption
// or a name says it outright; else a credit mark, or that the line follows a
// picture and is set unlike the body: in italics, centred, in its own class.
func (r captionFinder) find(b0, b1 int) {
	s := r.style(b0, b1)
	for i := b0; i < b1; i++ {
		b := &r.Blocks[i]
		if b.Cut != "" || b.Role != dom.RoleNone || b.Words > 120 || b.Words < 12 && r.Whole(i)&(dom.HintAuthor|dom.HintSource) != 0 && r.Whole(i)&dom.HintCaption == 0 {
			continue
		}
		if rule := r.captionRule(i, b0, s); rule != "" {
			b.Role, b.Cut = dom.RoleCaption, rule
		}
	}
}

// bodyStyle is how most of the body's text is set, to tell captions by
// contrast.
type bodyStyle struct {
	italic, centred float64 // shares of good blocks
	class           string  // of the most good blocks
}

func (r captionFinder) style(b0, b1 int) bodyStyle {
	var s bodyStyle
	n := 0.0
	classes := map[string]int{}
	for i := b0; i < b1; i++ {
		b := &r.Blocks[i]
		if b.Cut != "" || b.Words < 20 || r.ImageBefore(i) {
			continue
		}
		n++
		if b.AllItalic() {
			s.italic++
		}
		if r.Centred(i) {
			s.centred++
		}
		classes[r.Make(i)]++
	}
	if n > 0 {
		s.italic, s.centred = s.italic/n, s.centred/n
	}
	best := 0
	for c, k := range classes {
		if k > best || k == best && c < s.class {
			best, s.class = k, c
		}
	}
	return s
}

func (r captionFinder) captionRule(i, b0 int, s bodyStyle) string {
	b := &r.Blocks[i]
	if r.captionElem(i) {
		return "caption by tag or name"
	}
	after := r.afterImage(i, b0)
	credit := r.creditMark(i)
	if credit == creditAlone || credit != creditNone && (after || b.Words < 40 && (r.Centred(i) || b.AllItalic())) {
		return "caption by credit mark"
	}
	if !after {
		return ""
	}
	if r.figureTable(i) {
		return "caption in a picture's table"
	}
	if b.Words > 70 || r.Heading(i) > 0 || r.Whole(i)&dom.HintTitle != 0 {
		return ""
	}
	switch {
	case b.AllItalic() && s.italic < 0.4:
		return "caption in italics under a picture"
	case r.Centred(i) && s.centred < 0.4 && !b.AllBold():
		return "caption centred under a picture"
	case s.class != "" && r.Make(i) != s.class && b.Words < 50 && !b.AllBold() && r.Elems[b.Elem].Tag == atom.P && strings.HasPrefix(s.class, "p."):
		return "caption in a class of its own"
	case b.Words < 30 && !b.AllBold() && !r.Sentence(i) && b.Words > 2:
		return "short line under a picture"
	}
	return ""
}

// afterImage tells whether a block is the first text after a picture, or the
// second after a caption in the same element.
func (r captionFinder) afterImage(i, b0 int) bool {
	if r.ImageBefore(i) {
		return true
	}
	p := i - 1
	return p >= b0 && r.Blocks[p].Role == dom.RoleCaption && r.ImageBefore(p) && (r.Blocks[i].Br || r.SameBox(p, i))
}

// captionElem tells whether a block stands in a figcaption or in an element
// named as a caption, near a picture.
func (r *view) captionElem(i int) bool {
	b := &r.Blocks[i]
	if r.Whole(i)&dom.HintCaption != 0 {
		return true
	}
	for e := b.Elem; e > 0; e = r.Elems[e].Parent {
		x := &r.Elems[e]
		if x.Tag == atom.Figcaption || r.has(layout.Caption, e) {
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

// figureTable tells whether a block stands in a table or box that is nothing
// but a picture and its words.
func (r *view) figureTable(i int) bool {
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

type creditKind int

const (
	creditNone  creditKind = iota
	creditEnd              // a caption that closes with its credit
	creditAlone            // a line that is nothing but a credit
)

// creditMark looks for (Ảnh: …), Ảnh: … or Nguồn: … in a line.
func (r captionFinder) creditMark(i int) creditKind {
	b := &r.Blocks[i]
	if b.Words > 90 || !r.mayCredit(b) {
		return creditNone
	}
	_, credit, alone := r.w.SplitCredit(r.Line(i))
	switch {
	case credit == "":
		return creditNone
	case alone && b.Words < 12:
		return creditAlone
	}
	return creditEnd
}

// mayCredit is a cheap test for what every credit has: a bracket or colon near
// the end, or the word for a picture.
func (r captionFinder) mayCredit(b *dom.Block) bool {
	tail := r.Text[max(b.T0, b.T1-120):b.T1]
	return bytes.IndexByte(tail, ':') >= 0 || bytes.IndexByte(tail, ')') >= 0 || bytes.Contains(tail, []byte("nh ")) || bytes.Contains(tail, []byte("\u00a9")) || bytes.Contains(tail, []byte("nh h")) || b.Words < 6
}
