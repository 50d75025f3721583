package extract

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
)

// bodyFinder finds the element that holds the article.
type bodyFinder struct{ *view }

// find chooses the element that holds the article: down from the root,
// always into the child with nearly all of the good text, furniture set aside.
func (r bodyFinder) find() {
	threadFinder{r.view}.find()
	r.weigh()
	r.best = 0
	if parts := r.found.Parts[layout.Body]; len(parts) > 0 {
		r.fixedBody(parts)
		return
	}
	for {
		child := r.heaviest(r.best)
		if child < 0 || r.good(child) < 0.78*r.good(r.best) || r.Elems[child].Inline {
			break
		}
		r.best = child
	}
	for e := &r.Elems[r.best]; e.Parent > 0 && (e.Tag == atom.P || e.B1-e.B0 == 1); e = &r.Elems[r.best] {
		r.best = e.Parent
	}
	e := &r.Elems[r.best]
	r.b0, r.b1 = e.B0, e.B1
	if r.title >= r.b0 && r.title < r.b1 {
		r.b0 = r.title + 1
	}
	r.widen()
	if r.stop > r.b0 && r.stop < r.b1 {
		r.b1 = r.stop
	}
}

// fixedBody takes the body that a profile points at: one element, or the
// several that hold a fair part of the text; what stands between is set aside.
func (r bodyFinder) fixedBody(parts []int) {
	heavy := parts[0]
	for _, e := range parts {
		if r.good(e) > r.good(heavy) {
			heavy = e
		}
	}
	r.best, r.b0 = heavy, -1
	for _, e := range parts {
		x := &r.Elems[e]
		if r.good(e) < 0.2*r.good(heavy) || r.b0 >= 0 && x.B0 < r.b1 {
			continue
		}
		if r.b0 < 0 {
			r.b0 = x.B0
		} else {
			r.cutRange(r.b1, x.B0, "between parts of the body")
		}
		r.b1 = x.B1
	}
	if r.title >= r.b0 && r.title < r.b1 {
		r.b0 = r.title + 1
	}
}

// heaviest is the child element with the most good text, -1 if there is none.
func (r bodyFinder) heaviest(e int) int {
	best := -1
	for c := e + 1; c < r.Elems[e].Last; c = r.Elems[c].Last {
		if r.good(c) > 0 && (best < 0 || r.good(c) > r.good(best)) {
			best = c
		}
	}
	return best
}

// weigh gives each block its weight as article text.
func (r bodyFinder) weigh() {
	r.weight = make([]float64, len(r.Blocks)+1)
	seen := map[uint64]bool{}
	single := make([]float64, len(r.Blocks))
	for i := range r.Blocks {
		single[i] = r.plainWeight(i)
		if single[i] >= 12 && r.again(i, seen) || r.imprint(i) {
			single[i] = 0
		}
		r.weight[i+1] = r.weight[i] + single[i]
	}
	r.bury()
	r.stop = r.findStop(single)
	for i := range r.Blocks {
		w := 0.0
		if !r.dead[r.Blocks[i].Elem] {
			w = single[i]
		}
		switch {
		case r.thread.first > 0 && i >= r.Elems[r.thread.second].B0:
			w = 0
		case i >= r.stop:
			w *= 0.1
		}
		if i < r.title {
			w *= 0.2
		}
		r.weight[i+1] = r.weight[i] + w
	}
}

// findStop finds where the article has ended: at the head of the readers'
// comments, or at the headline of another article that was loaded below.
func (r bodyFinder) findStop(single []float64) int {
	if r.title < 0 {
		return len(r.Blocks)
	}
	head := &r.Elems[r.Blocks[r.title].Elem]
	before := 0.0
	for i := r.title + 1; i < len(r.Blocks); i++ {
		b := &r.Blocks[i]
		if before >= 60 && b.Words <= 8 && r.w.End.Is(strings.TrimRight(r.Folded(i), " 0123456789")) {
			return i
		}
		e := &r.Elems[b.Elem]
		if before >= 60 && head.Tag == atom.H1 && e.Tag == atom.H1 && b.Words > 3 && dom.Attr(e.Node, "class") == dom.Attr(head.Node, "class") && !r.sameLine(i, r.title) {
			return i
		}
		if !r.dead[b.Elem] {
			before += single[i]
		}
	}
	return len(r.Blocks)
}

func (r bodyFinder) sameLine(i, j int) bool { return r.Folded(i) == r.Folded(j) }

// again tells whether the same text stood on the page before: of an article
// that is printed twice, one copy counts.
func (r bodyFinder) again(i int, seen map[uint64]bool) bool {
	sum := uint64(14695981039346656037) // FNV-1a
	for _, c := range r.Bytes(i) {
		sum = (sum ^ uint64(c)) * 1099511628211
	}
	was := seen[sum]
	seen[sum] = true
	return was
}

// imprint tells whether a block is the paper's own address, licence or
// copyright line.
func (r *view) imprint(i int) bool {
	b := &r.Blocks[i]
	text := r.Text[b.T0:b.T1]
	if b.Words > 80 || bytes.IndexByte(text, ':') < 0 && !lines.HasDigit(text) && !bytes.Contains(text, []byte("\u00a9")) {
		return false
	}
	head := string(text[:min(len(text), 60)])
	return lines.HasPrefixAny(text, "\u00a9", "\u00ae") || bytes.Contains(text, []byte("/GP-")) && bytes.Contains(text, []byte("phép")) || r.w.Imprint.Begins(lines.Fold(head)) > 0
}

// plainWeight judges a block by itself: the words of sentences outside links.
func (r *view) plainWeight(i int) float64 {
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

// bury marks as dead the elements that are furniture by tag or name and hold
// no more of the page's text than furniture may.
func (r bodyFinder) bury() {
	r.dead = make([]bool, len(r.Elems))
	r.described = r.description()
	total := r.weight[len(r.Blocks)]
	for i := range r.Elems {
		e := &r.Elems[i]
		if e.Parent >= 0 && r.dead[e.Parent] {
			r.dead[i] = true
			continue
		}
		if e.B0 == e.B1 || r.title >= e.B0 && r.title < e.B1 {
			continue
		}
		share := 0.0
		if total > 0 {
			share = r.good(i) / total
		}
		r.dead[i] = (share < r.furniture(i, e) || share < 0.3 && r.teaser(e) && !r.describes(e) && r.Tree.Words[e.B1]-r.Tree.Words[e.B0] < 90) && !r.has(layout.Keep, i) && !r.has(layout.Body, i)
	}
}

// describedWithin is how many blocks below the headline the lead may stand.
const describedWithin = 25

// description finds the block below the headline that is, word for word, what the
// page says of itself: a lead, even in a box that looks like a teaser.
func (r bodyFinder) description() int {
	for _, d := range r.meta.Descriptions {
		f := lines.Fold(d)
		if len(f) < 40 {
			continue
		}
		for i := r.title + 1; i < min(r.title+describedWithin, len(r.Blocks)); i++ {
			if r.title >= 0 && r.Blocks[i].LinkShare() < 0.5 && r.Folded(i) == f {
				return i
			}
		}
	}
	return -1
}

// describes tells a small element that holds the page's description.
func (r *view) describes(e *dom.Elem) bool {
	return r.described >= e.B0 && r.described < e.B1
}

// furniture is the share of the page's text that an element may hold and still
// be set aside for what its tag and names say; 0 for an element that says
// nothing.
func (r bodyFinder) furniture(i int, e *dom.Elem) float64 {
	switch e.Tag {
	case atom.Footer, atom.Dialog:
		return 0.95
	case atom.Nav, atom.Menu:
		return 0.6
	case atom.Aside:
		return 0.4
	case atom.Header:
		if r.title >= 0 && e.B0 == r.title+1 { // of the article
			return 0
		}
		return 0.2
	}
	switch {
	case e.Hidden:
		return 0.6
	case r.comments(i):
		return 0.75
	case r.terms(e):
		return 0.75
	case e.Hint&dom.HintNotBody != 0 && e.Hint&dom.HintContent == 0:
		return 0.75
	case e.Hint&dom.HintJunk != 0 && e.Hint&dom.HintContent == 0 && !e.Inline:
		if r.Share(e.B0, e.B1) > 0.3 {
			return 0.5
		}
		return 0.15
	}
	return 0
}

// widen takes in the parts of a body that was cut in pieces: what follows the
// body beside it, is text without links, and does not look like other boxes.
func (r bodyFinder) widen() {
	for up := r.best; up > 0; up = r.Elems[up].Parent {
		parent := r.Elems[up].Parent
		if parent < 0 || r.title >= r.Elems[up].B0 && r.title < r.Elems[up].B1 {
			return
		}
		for c := r.Elems[up].Last; c < r.Elems[parent].Last; c = r.Elems[c].Last {
			e := &r.Elems[c]
			if e.B0 == e.B1 {
				continue
			}
			if !r.continues(c, up) {
				return
			}
			r.b1 = e.B1
		}
	}
}

// continues tells whether an element goes on with the text of the one before.
func (r bodyFinder) continues(c, before int) bool {
	e, b := &r.Elems[c], &r.Elems[before]
	if r.dead[c] || r.good(c) < 12 || r.Share(e.B0, e.B1) > 0.15 || e.Hint&(dom.HintTags|dom.HintComment|dom.HintAuthor) != 0 {
		return false
	}
	return e.Tag == atom.P || e.Tag == b.Tag && (e.Hint&dom.HintContent != 0 || dom.Attr(e.Node, "class") == dom.Attr(b.Node, "class"))
}
