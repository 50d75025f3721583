package extract

import (
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/meta"
)

// view is one page while it is read: what it prints, what it says of itself,
// what the site's profile points at, and what the finders have settled so far.
// Nothing of it is kept for the next page.
type view struct {
	*dom.Tree
	w     *lines.Words
	meta  *meta.Data
	found *layout.Found // what the site's profile points at

	title     int // block, -1 if the page prints none
	titleText string
	best      int // element that holds the body
	b0, b1    int // blocks of the body
	stop      int // block that ends the article: readers' comments, another article
	head      letterhead
	thread    thread
	described int       // block below the headline that is the page's description, -1 if none
	dead      []bool    // elements that are furniture, with all inside
	weight    []float64 // weight[i] is the sum of the good words before block i
}

// good is the weight of the text inside an element.
func (r *view) good(e int) float64 {
	x := &r.Elems[e]
	return r.weight[x.B1] - r.weight[x.B0]
}

// has tells whether the profile points at an element.
func (r *view) has(p layout.Part, e int) bool { return r.found.Has(p, e) }

// inPart tells whether a block holds, or stands in, what the profile points at.
func (r *view) inPart(p layout.Part, b *dom.Block) bool {
	for _, e := range r.found.Parts[p] {
		x := &r.Elems[e]
		if x.T0 <= b.T0 && x.T1 >= b.T1 || x.T0 >= b.T0 && x.T1 <= b.T1 && x.T1 > x.T0 {
			return true
		}
	}
	return false
}

// cutRange sets blocks aside that no rule before has.
func (r *view) cutRange(b0, b1 int, rule string) {
	for i := b0; i < b1; i++ {
		if r.Blocks[i].Cut == "" {
			r.Blocks[i].Cut = rule
		}
	}
}

// textIn tells whether a paragraph of the text stands among blocks [from,to).
func (r *view) textIn(from, to int) bool {
	for j := from; j < to; j++ {
		if b := &r.Blocks[j]; b.Cut == "" && b.Words >= 12 && b.Role != dom.RoleCaption && r.Sentence(j) {
			return true
		}
	}
	return false
}

// pictureAfter tells whether a picture stands between a block and the next.
func (r *view) pictureAfter(i int) bool {
	for p := range r.Images {
		if r.Images[p].At == i+1 && !r.Images[p].Inside && r.Images[p].Real() {
			return true
		}
	}
	return false
}

// terms tells a box of the site's terms of use: by its name or its head.
func (r *view) terms(x *dom.Elem) bool {
	if x.Inline || x.Count() == 0 || r.title >= x.B0 && r.title < x.B1 {
		return false
	}
	return x.Hint&dom.HintLegal != 0 && x.Hint&dom.HintContent == 0 || x.Count() > 1 && r.Blocks[x.B0].Words <= 6 && r.w.Terms.Is(r.Folded(x.B0))
}
