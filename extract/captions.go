package extract

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"
)

// findCaptions marks the blocks that are printed under pictures. A figcaption
// or a name says it outright; else a credit mark, or that the line follows a
// picture and is set unlike the body: in italics, centred, in its own class.
func (r *reader) findCaptions(b0, b1 int) {
	s := r.style(b0, b1)
	for i := b0; i < b1; i++ {
		b := &r.blocks[i]
		if b.cut != "" || b.role != roleNone || b.words > 120 || b.words < 12 && r.whole(i)&(hintAuthor|hintSource) != 0 && r.whole(i)&hintCaption == 0 {
			continue
		}
		if rule := r.captionRule(i, b0, s); rule != "" {
			b.role, b.cut = roleCaption, rule
		}
	}
}

// bodyStyle is how most of the body's text is set, to tell captions by
// contrast.
type bodyStyle struct {
	italic, centred float64 // shares of good blocks
	class           string  // of the most good blocks
}

func (r *reader) style(b0, b1 int) bodyStyle {
	var s bodyStyle
	n := 0.0
	classes := map[string]int{}
	for i := b0; i < b1; i++ {
		b := &r.blocks[i]
		if b.cut != "" || b.words < 20 || r.image(i) {
			continue
		}
		n++
		if b.allItalic() {
			s.italic++
		}
		if r.centred(i) {
			s.centred++
		}
		classes[r.make(i)]++
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

func (b *block) allItalic() bool { return b.italic*10 >= b.bytes*8 }
func (b *block) allBold() bool   { return b.bold*10 >= b.bytes*8 }

// make is the tag and class of the element that holds a block.
func (r *reader) make(i int) string {
	n := r.elems[r.blocks[i].elem].node
	return n.Data + "." + attr(n, "class")
}

// centred tells whether a block, or what holds it alone, is set in the middle.
func (r *reader) centred(i int) bool {
	for e, up := r.blocks[i].elem, 0; e > 0 && up < 3; e, up = r.elems[e].parent, up+1 {
		x := &r.elems[e]
		if x.tag == atom.Center || strings.EqualFold(attr(x.node, "align"), "center") || strings.Contains(attr(x.node, "style"), "center") || strings.Contains(attr(x.node, "class"), "center") {
			return true
		}
		if strings.Contains(attr(x.node, "style"), "text-align") || strings.EqualFold(attr(x.node, "align"), "left") || strings.EqualFold(attr(x.node, "align"), "justify") || x.b1-x.b0 > 3 {
			return false
		}
	}
	return false
}

// image tells whether a picture stands between a block and the one before it,
// or at its own head.
func (r *reader) image(i int) bool {
	lo, hi := 0, len(r.images)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.images[mid].at < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < len(r.images) && r.images[lo].at == i; lo++ {
		if !r.images[lo].inside && r.real(&r.images[lo]) {
			return true
		}
	}
	return false
}

// real leaves out icons and counters.
func (r *reader) real(p *picture) bool {
	w, h := attr(p.node, "width"), attr(p.node, "height")
	return !(len(w) == 1 || len(h) == 1 || len(w) == 2 && w < "60" && w[1] != '%' || len(h) == 2 && h < "60" && h[1] != '%')
}

func (r *reader) captionRule(i, b0 int, s bodyStyle) string {
	b := &r.blocks[i]
	if r.captionElem(i) {
		return "caption by tag or name"
	}
	after := r.afterImage(i, b0)
	credit := r.creditMark(i)
	if credit == creditAlone || credit != creditNone && (after || b.words < 40 && (r.centred(i) || b.allItalic())) {
		return "caption by credit mark"
	}
	if !after {
		return ""
	}
	if r.figureTable(i) {
		return "caption in a picture's table"
	}
	if b.words > 70 || r.heading(i) > 0 || r.whole(i)&hintTitle != 0 {
		return ""
	}
	switch {
	case b.allItalic() && s.italic < 0.4:
		return "caption in italics under a picture"
	case r.centred(i) && s.centred < 0.4 && !b.allBold():
		return "caption centred under a picture"
	case s.class != "" && r.make(i) != s.class && b.words < 50 && !b.allBold() && r.elems[b.elem].tag == atom.P && strings.HasPrefix(s.class, "p."):
		return "caption in a class of its own"
	case b.words < 30 && !b.allBold() && !r.sentence(i) && b.words > 2:
		return "short line under a picture"
	}
	return ""
}

// afterImage tells whether a block is the first text after a picture, or the
// second after a caption in the same element.
func (r *reader) afterImage(i, b0 int) bool {
	if r.image(i) {
		return true
	}
	p := i - 1
	return p >= b0 && r.blocks[p].role == roleCaption && r.image(p) && (r.blocks[i].br || r.sameBox(p, i))
}

// sameBox tells whether two blocks share a cell, figure or small container
// with nothing else.
func (r *reader) sameBox(a, b int) bool {
	for e := r.blocks[a].elem; e > 0; e = r.elems[e].parent {
		x := &r.elems[e]
		if x.b1-x.b0 > 3 {
			return false
		}
		if x.b0 <= a && b < x.b1 {
			return x.i1 > x.i0
		}
	}
	return false
}

// captionElem tells whether a block stands in a figcaption or in an element
// named as a caption, near a picture.
func (r *reader) captionElem(i int) bool {
	b := &r.blocks[i]
	if r.whole(i)&hintCaption != 0 {
		return true
	}
	for e := b.elem; e > 0; e = r.elems[e].parent {
		x := &r.elems[e]
		if x.tag == atom.Figcaption || r.hasPart(partCaption, e) {
			return true
		}
		if x.hint&hintCaption != 0 && x.b1-x.b0 <= 3 {
			return true
		}
		if x.tag == atom.Figure && x.i1 > x.i0 && x.b1-x.b0 <= 3 {
			return true
		}
		if x.b1-x.b0 > 4 {
			return false
		}
	}
	return false
}

// figureTable tells whether a block stands in a table or box that is nothing
// but a picture and its words.
func (r *reader) figureTable(i int) bool {
	for e := r.blocks[i].elem; e > 0; e = r.elems[e].parent {
		x := &r.elems[e]
		n := x.b1 - x.b0
		words, _ := r.wordsIn(x.b0, x.b1)
		if n > 3 || words > 110 {
			return false
		}
		if x.tag == atom.Table && x.i1 > x.i0 {
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
func (r *reader) creditMark(i int) creditKind {
	b := &r.blocks[i]
	if b.words > 90 || !r.mayCredit(b) {
		return creditNone
	}
	_, credit, alone := r.x.splitCredit(r.line(i))
	switch {
	case credit == "":
		return creditNone
	case alone && b.words < 12:
		return creditAlone
	}
	return creditEnd
}

// mayCredit is a cheap test for what every credit has: a bracket or colon near
// the end, or the word for a picture.
func (r *reader) mayCredit(b *block) bool {
	tail := r.text[max(b.t0, b.t1-120):b.t1]
	return bytes.IndexByte(tail, ':') >= 0 || bytes.IndexByte(tail, ')') >= 0 || bytes.Contains(tail, []byte("nh ")) || bytes.Contains(tail, []byte("\u00a9")) || bytes.Contains(tail, []byte("nh h")) || b.words < 6
}

// splitCredit parts a caption from the credit that closes it. alone says that
// nothing else stood in the line.
func (x *Extractor) splitCredit(line string) (caption, credit string, alone bool) {
	text := strings.TrimRight(line, " .")
	inside := text
	if strings.HasSuffix(text, ")") {
		if open := strings.LastIndexByte(text, '('); open >= 0 {
			inside = text[open+1 : len(text)-1]
			if c := x.creditOf(inside); c != "" {
				return strings.TrimSpace(text[:open]), c, open == 0
			}
		}
	}
	for _, start := range sentenceStarts(inside) {
		if c := x.creditOf(inside[start:]); c != "" {
			return strings.TrimRight(strings.TrimSpace(inside[:start]), " -–—|/"), c, start == 0
		}
	}
	return line, "", false
}

// creditOf reads "Ảnh: Phạm Kiên/TTXVN" or a credit phrase that stands alone.
func (x *Extractor) creditOf(s string) string {
	s = strings.TrimSpace(s)
	if strings.Count(s, " ") > 8 {
		return ""
	}
	if rest, ok := strings.CutPrefix(s, "©"); ok {
		if _, after, found := strings.Cut(rest, ":"); found {
			rest = after
		}
		return strings.TrimSpace(rest)
	}
	head, name, colon := strings.Cut(s, ":")
	f := accented(head)
	if colon && x.phrases.credit.begins(f) == len(f) && f != "" {
		return strings.TrimSpace(name)
	}
	if n := x.phrases.credit.begins(accented(s)); n > 0 && n == len(accented(s)) && strings.Contains(accented(s), " ") {
		return s
	}
	return ""
}

// sentenceStarts gives the places where a credit may begin: the start, and
// after a full stop, a dash, a bar or a capital that follows a space.
func sentenceStarts(s string) []int {
	starts := []int{0}
	for i := 1; i < len(s)-1; i++ {
		if s[i] == ' ' && (strings.IndexByte(".-|/)!?,;", s[i-1]) >= 0 || hasPrefixAny([]byte(s[max(0, i-3):i]), "–", "—", "”") || hasPrefixAny([]byte(s[i+1:]), "Ảnh", "Nguồn", "ẢNH", "Photo", "Đồ h", "Clip", "©")) {
			starts = append(starts, i+1)
		}
	}
	return starts
}
