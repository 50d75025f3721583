package extract

import (
	"hash/maphash"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// bodyFinder finds the element that holds the article.
type bodyFinder struct{ *view.View }

// find chooses the element that holds the article: down from the root,
// always into the child with nearly all of the good text, furniture set aside.
func (r bodyFinder) find() {
	threadFinder(r).find()
	r.weigh()
	if r.linkedText() {
		r.weigh()
	}
	r.Best = 0
	if parts := r.Found.Parts[layout.Body]; len(parts) > 0 {
		r.fixedBody(parts)
		return
	}
	for {
		child := r.heaviest(r.Best)
		if child < 0 || r.Good(child) < 0.78*r.Good(r.Best) || r.Elems[child].Inline {
			break
		}
		r.Best = child
	}
	for e := &r.Elems[r.Best]; e.Parent > 0 && (e.Tag == atom.P || e.Count() == 1); e = &r.Elems[r.Best] {
		r.Best = e.Parent
	}
	e := &r.Elems[r.Best]
	r.B0, r.B1 = e.B0, e.B1
	r.belowTitle()
	r.widen()
	if r.Stop > r.B0 {
		r.B1 = min(r.B1, r.Stop)
	}
}

// belowTitle has the body begin below a headline inside it, or end above one that closes it.
func (r bodyFinder) belowTitle() {
	switch {
	case r.Title < r.B0, r.Title >= r.B1:
	case r.closesText():
		r.B1 = r.Title
	default:
		r.B0 = r.Title + 1
	}
}

// closesText tells a headline set below its text: an article stands above it in the body,
// and no block below.
func (r bodyFinder) closesText() bool {
	return r.Title+1 == r.B1 && r.Weight[r.Title]-r.Weight[r.B0] >= aboveTitle*enoughBefore
}

// aboveTitle is what text above the headline weighs against text below it.
const aboveTitle = 0.2

// fixedBody takes the body that a profile points at: one element, or the
// several that hold a fair part of the text; what stands between is set aside.
func (r bodyFinder) fixedBody(parts []int) {
	heavy := parts[0]
	for _, e := range parts {
		if r.Good(e) > r.Good(heavy) {
			heavy = e
		}
	}
	r.Best, r.B0, r.B1 = heavy, -1, -1
	for _, e := range parts {
		x := &r.Elems[e]
		if r.Good(e) < 0.2*r.Good(heavy) || x.B0 < r.B1 {
			continue
		}
		if r.B0 < 0 {
			r.B0 = x.B0
		} else {
			r.CutRange(r.B1, x.B0, "between parts of the body")
		}
		r.B1 = x.B1
	}
	r.belowTitle()
}

// heaviest is the child element with the most good text, -1 if there is none.
func (r bodyFinder) heaviest(e int) int {
	best, most := -1, 0.0
	for c := e + 1; c < r.Elems[e].Last; c = r.Elems[c].Last {
		if good := r.Good(c); good > most {
			best, most = c, good
		}
	}
	return best
}

// weigh gives each block its weight as article text.
func (r bodyFinder) weigh() {
	r.Weight = make([]float64, len(r.Blocks)+1)
	seen := copies{maphash.MakeSeed(), make(map[uint64]struct{}, len(r.Blocks))}
	single := make([]float64, len(r.Blocks))
	for i := range r.Blocks {
		single[i] = r.PlainWeight(i)
		if seen.again(r.Bytes(i)) || r.Imprint(i) {
			single[i] = 0
		}
		r.Weight[i+1] = r.Weight[i] + single[i]
	}
	r.bury()
	r.Stop = r.findStop(single)
	answers := len(r.Blocks) // of a thread
	if r.Thread.First > 0 {
		answers = r.Elems[r.Thread.Second].B0
	}
	for i := range r.Blocks {
		w := 0.0
		if !r.Dead[r.Blocks[i].Elem] {
			w = single[i]
		}
		switch {
		case i >= answers:
			w = 0
		case i >= r.Stop:
			w *= 0.1
		}
		if i < r.Title {
			w *= aboveTitle
		}
		r.Weight[i+1] = r.Weight[i] + w
	}
}

// linkedText finds paragraphs in a row that are links as wholes and outweigh all other text
// below the headline, as converters make them of a whole article, and has them count as no
// links.
func (r bodyFinder) linkedText() bool {
	below := r.Title + 1
	rest := r.Weight[len(r.Blocks)] - r.Weight[below]
	if _, linked := r.WordsIn(below, len(r.Blocks)); below == 0 || linked < enoughBefore || float64(linked) <= rest {
		return false
	}
	for i := below; i < len(r.Blocks); i++ {
		end, words := i, 0
		for end < len(r.Blocks) && r.linkedParagraph(end) && r.alike(i, end) {
			words += r.Blocks[end].Words
			end++
		}
		if end-i >= fewestLinked && float64(words) > rest {
			r.Unlink(i, end)
			return true
		}
		i = max(i, end-1)
	}
	return false
}

// fewestLinked is how many paragraphs in a row are links where they are the text: teasers
// have headlines between.
const fewestLinked = 3

// linkedParagraph tells a paragraph that is a link and a sentence longer than headlines are.
func (r bodyFinder) linkedParagraph(i int) bool {
	b := &r.Blocks[i]
	return b.Words >= shortestSentence && b.AllLinks() && r.Elems[b.Elem].Is(atom.P, atom.Div) && r.Sentence(i)
}

// alike tells whether two blocks stand in the same box and are set alike.
func (r bodyFinder) alike(i, j int) bool {
	a, b := &r.Elems[r.Blocks[i].Elem], &r.Elems[r.Blocks[j].Elem]
	return i == j || a.Parent == b.Parent && a.Make() == b.Make()
}

// enoughBefore is how much good text stands before the end of an article.
const enoughBefore = 60

// findStop finds where the article has ended: at the head of the readers'
// comments, or at the headline of another article that was loaded below.
func (r bodyFinder) findStop(single []float64) int {
	if r.Title < 0 {
		return len(r.Blocks)
	}
	before := 0.0
	for i := r.Title + 1; i < len(r.Blocks); i++ {
		switch {
		case before >= enoughBefore && (r.endsText(i) || r.anotherHeadline(i)):
			return i
		case !r.Dead[r.Blocks[i].Elem]:
			before += single[i]
		}
	}
	return len(r.Blocks)
}

// endsText tells a head after which nothing of the article follows. One of other articles may stand in its middle:
// then the text goes on as it was set before.
func (r bodyFinder) endsText(i int) bool {
	f := r.uncounted(i)
	switch {
	case !r.Known.End.Is(f):
		return false
	case !r.Known.Related.Is(f):
		return true
	}
	for last := i - 1; last > r.Title; last-- {
		if r.Prose(last) {
			return !r.goesOnAs(last, i)
		}
	}
	return true
}

// goesOnAs tells a paragraph soon behind a block that is set as the last one before it.
func (r bodyFinder) goesOnAs(last, i int) bool {
	for j := i + 1; j < min(len(r.Blocks), i+1+longestRelated); j++ {
		switch {
		case !r.Prose(j):
		case r.alike(last, j):
			return true
		}
	}
	return false
}

// longestRelated is how many blocks a box of other articles in the text has.
const longestRelated = 12

// uncounted is a folded block without the number that closes it: "Bình luận (5)".
func (r bodyFinder) uncounted(i int) string { return strings.TrimRight(r.Folded(i), " 0123456789") }

// anotherHeadline tells a main heading of the same make that says something else.
func (r bodyFinder) anotherHeadline(i int) bool {
	return r.Elems[r.Blocks[i].Elem].Tag == atom.H1 && r.Make(i) == r.Make(r.Title) && r.Folded(i) != r.Folded(r.Title)
}

// copies knows the texts of a page by their hashes.
type copies struct {
	seed maphash.Seed
	seen map[uint64]struct{}
}

// again tells whether the same text stood on the page before: of an article
// that is printed twice, one copy counts.
func (c copies) again(text []byte) bool {
	before := len(c.seen)
	c.seen[maphash.Bytes(c.seed, text)] = struct{}{}
	return len(c.seen) == before
}

// bury marks as dead the elements that are furniture by tag or name and hold
// no more of the page's text than furniture may.
func (r bodyFinder) bury() {
	r.Dead = make([]bool, len(r.Elems))
	r.Described = r.description()
	total := max(r.Weight[len(r.Blocks)], 1)
	for i := 1; i < len(r.Elems); i++ {
		e := &r.Elems[i]
		share := r.Good(i) / total
		if (e.Hidden || e.Hint&dom.HintHidden != 0) && r.foldsOut(i) {
			r.Show(i)
		}
		switch {
		case r.Dead[e.Parent]:
			r.Dead[i] = true
		case e.Count() == 0, e.Spans(r.Title), r.Has(layout.Keep, i), r.Has(layout.Body, i):
		case share < 0.3:
			r.Dead[i] = share < r.furniture(i, e) || r.Teases(e)
		default:
			r.Dead[i] = share < r.furniture(i, e)
		}
	}
}

// foldsOut tells a hidden element that the button or link right behind it shows: Đọc tiếp.
func (r bodyFinder) foldsOut(i int) bool {
	e := &r.Elems[i]
	if e.Last >= len(r.Elems) || r.Elems[e.Last].Parent != e.Parent {
		return false
	}
	next := &r.Elems[e.Last]
	text := r.Text[next.T0:next.T1]
	for n := next.Node; len(text) == 0 && n != nil; n = n.FirstChild {
		text = []byte(n.Data)
		if n.Type != html.TextNode {
			text = nil
		}
	}
	return len(text) < longestButton && r.Known.More.Is(lines.Fold(string(text)))
}

// longestButton is how long the words of a button are, in bytes.
const longestButton = 40

// describedWithin is how many blocks below the headline the lead may stand.
const describedWithin = 25

// description finds the block below the headline that is, word for word, what the
// page says of itself: a lead, even in a box that looks like a teaser.
func (r bodyFinder) description() int {
	for _, d := range r.Meta.Descriptions {
		f := lines.Fold(d)
		if len(f) < 40 {
			continue
		}
		for i := r.Title + 1; i < min(r.Title+describedWithin, len(r.Blocks)); i++ {
			if r.Folded(i) == f {
				return i
			}
		}
	}
	return -1
}

// furniture is the share of the page's text that an element may hold and still
// be set aside for what its tag and names say; 0 for an element that says
// nothing.
func (r bodyFinder) furniture(i int, e *dom.Elem) float64 {
	switch e.Tag {
	case atom.Footer, atom.Dialog:
		return 0.95
	case atom.Nav, atom.Menu, atom.Marquee:
		return 0.6
	case atom.Aside:
		return 0.4
	case atom.Header:
		if r.Title >= 0 && e.B0 == r.Title+1 { // of the article
			return 0
		}
		return 0.2
	}
	switch {
	case e.Hidden:
		return 0.6
	case r.Comments(i), r.Terms(e), e.Named(dom.HintNotBody):
		return 0.75
	case !e.Named(dom.HintJunk), e.Inline:
		return 0
	case r.Share(e.B0, e.B1) > 0.3:
		return 0.5
	}
	return 0.15
}

// widen takes in the parts of a body that was cut in pieces: what follows the
// body beside it, is text without links, and does not look like other boxes.
func (r bodyFinder) widen() {
	for up := r.Best; up > 0; up = r.Elems[up].Parent {
		if r.Elems[up].Spans(r.Title) {
			return
		}
		parent := r.Elems[up].Parent
		for c := r.Elems[up].Last; c < r.Elems[parent].Last; c = r.Elems[c].Last {
			e := &r.Elems[c]
			if e.B0 == e.B1 {
				continue
			}
			if !r.continues(c, up) {
				return
			}
			r.B1 = e.B1
		}
	}
}

// continues tells whether an element goes on with the text of the one before.
func (r bodyFinder) continues(c, before int) bool {
	e := &r.Elems[c]
	switch {
	case r.Good(c) < 12, e.Hint&(dom.HintTags|dom.HintComment|dom.HintAuthor) != 0:
		return false
	case e.Tag == atom.P:
		return true
	case e.Tag != r.Elems[before].Tag:
		return false
	}
	return e.Hint&dom.HintContent != 0 || e.Make() == r.Elems[before].Make()
}
