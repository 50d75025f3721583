package extract

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/byline"
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/view"
)

// boxCutter sets aside what stands inside the article and is none of it.
type boxCutter struct{ *view.View }

// cutBoxes sets aside whole elements of the article's range that are other
// things: related links, shares, tags, comments, teasers.
func (r boxCutter) cutBoxes(b0, b1 int) {
	total := r.Weight[b1] - r.Weight[b0]
	for e := 1; e < len(r.Elems); {
		x := &r.Elems[e]
		next := x.Last
		switch rule := ""; {
		case x.Inline, x.B0 < b0, x.B0 >= b1:
			next = e + 1
		case r.Has(layout.Keep, e):
			r.keep(x)
		default:
			if rule = r.boxRule(e, total); rule == "" {
				next = e + 1
			}
			r.CutRange(x.B0, x.B1, rule)
		}
		e = next
	}
}

func (r boxCutter) keep(x *dom.Elem) {
	for i := x.B0; i < x.B1; i++ {
		r.Blocks[i].Keep = true
	}
}

// box is an element of the article's range, with what its rows ask of it.
type box struct {
	e     int
	x     *dom.Elem
	words int
	share float64 // of words in links
	total float64 // good text of the whole range
}

// boxRule names the rule by which an element is no part of the article, "" if
// there is none. total is the good text of the whole range.
func (r boxCutter) boxRule(e int, total float64) string {
	x := &r.Elems[e]
	all, _ := r.WordsIn(x.B0, x.B1)
	c := box{e, x, all, r.Share(x.B0, x.B1), total}
	for _, row := range boxRows {
		if row.holds(r, c) {
			return row.rule
		}
	}
	return ""
}

// boxRows are tried in this order; a row without a rule keeps the element.
var boxRows = []struct {
	rule  string
	holds func(r boxCutter, c box) bool
}{
	{"profile: drop", func(r boxCutter, c box) bool { return drops(r.View, c) }},
	{"", func(r boxCutter, c box) bool { return r.pointedAt(c.e) }},
	{"terms of use", func(r boxCutter, c box) bool { return r.Terms(c.x) }},
	{"", func(r boxCutter, c box) bool { return r.Good(c.e) > 0.5*c.total }},
	{"hidden", func(_ boxCutter, c box) bool { return c.x.Hidden }},
	{"furniture", func(_ boxCutter, c box) bool { return c.x.Is(atom.Nav, atom.Footer, atom.Form) }},
	{"comments", func(r boxCutter, c box) bool { return r.Comments(c.e) }},
	{"tags", func(_ boxCutter, c box) bool { return c.x.Hint&dom.HintTags != 0 }},
	{"links", func(r boxCutter, c box) bool { return c.share >= 0.66 && c.words >= 3 && !r.linkedText(c.x) }},
	{"hidden by class", func(_ boxCutter, c box) bool { return c.x.Hint&dom.HintHidden != 0 && c.words < 60 }},
	{"furniture by name", func(r boxCutter, c box) bool { return c.x.Hint&dom.HintJunk != 0 && r.looksJunk(c) }},
	{"about the author", func(r boxCutter, c box) bool { return c.x.Hint&dom.HintAuthor != 0 && r.small(c) && r.atEnd(c) }},
	{"headed as related", func(r boxCutter, c box) bool { return c.x.Count() > 1 && r.headed(c.x.B0) }},
	{"facts about the page", func(r boxCutter, c box) bool { return c.x.Is(atom.Table, atom.Dl) && r.facts(c) }},
	{"about the author", func(r boxCutter, c box) bool {
		return byline.Card(r.View, c.x) != "" && (r.atEnd(c) || !r.TextIn(r.B0, c.x.B0))
	}},
	{"calendar", func(r boxCutter, c box) bool { return r.calendar(c) }},
	{"teaser", func(r boxCutter, c box) bool { return c.x.Tag == atom.Table && tableTeases(r.View, c.x) }},
	{"", func(_ boxCutter, c box) bool { return c.x.Is(atom.P, atom.Td, atom.Tr, atom.Table, atom.Tbody) }},
	{"box with a form", func(r boxCutter, c box) bool { return c.x.Count() <= mostInCard && asksForAddress(r.View, c) }},
	{"teaser", func(r boxCutter, c box) bool { return r.Teases(c.x) || endsInMore(r.View, c) }},
	{"row of teasers", func(r boxCutter, c box) bool { return r.teasers(c) }},
}

// drops tells a box that the profile points at as none of the text. One that holds most of it, few words of it
// links, lacks its end tag, and the article goes on inside.
func drops(r *view.View, c box) bool {
	switch {
	case !r.Has(layout.Drop, c.e):
		return false
	case c.share >= fewLinks, c.x.Count() < fewestSwallowed:
		return true
	}
	return r.Good(c.e) <= 0.5*c.total
}

// fewestSwallowed is how many blocks an article has that such a box swallows.
const fewestSwallowed = 4

// fewLinks is the share of words in links that text has.
const fewLinks = 0.2

// facts tells a small table or list above or below the text whose cells say when the page was published, by
// whom and how often it was read.
func (r boxCutter) facts(c box) bool {
	if c.x.Count() > mostFacts || r.TextIn(r.B0, c.x.B1) && r.TextIn(c.x.B0, r.B1) {
		return false
	}
	if c.x.Count() == 2 && byline.BesideTime(r.View, c.x.B0) {
		return true
	}
	known, labels := 0, 0
	for i := c.x.B0; i < c.x.B1; i++ {
		switch {
		case factLabel(r.View, i):
			labels++
			known++
		case r.TimeAlone(i), i+1 < c.x.B1 && r.TimeAlone(i+1):
			known++
		}
	}
	return labels > 0 && known > 1 && known*2 >= c.x.Count()-1
}

// factLabel tells the label of what is told of a page: Người viết, Ngày đăng, Lượt xem.
func factLabel(r *view.View, i int) bool {
	f := r.Folded(i)
	switch {
	case r.Known.Posted.Is(f), r.Known.Modified.Is(f), r.Known.Counter.Is(f):
		return true
	}
	return r.Known.By.Equals(strings.TrimRight(r.Line(i), " :"))
}

// mostFacts is how many cells such a table has.
const mostFacts = 12

// calendar tells the sheet of a month: its days, one after another, a block each, and hardly more.
func (r boxCutter) calendar(c box) bool {
	n := c.x.Count()
	if n < shortestMonth || n > longestMonth || c.words > 2*n {
		return false
	}
	day := 0
	for i := c.x.B0; i < c.x.B1; i++ {
		if string(r.Bytes(i)) == strconv.Itoa(day+1) {
			day++
		}
	}
	return day >= shortestMonth
}

// How many blocks the sheet of a month has: its days, and with them those of the months about it,
// the names of the days of the week and some buttons.
const (
	shortestMonth = 28
	longestMonth  = 60
)

// pointedAt tells whether the profile names an element as a part of the article.
func (r boxCutter) pointedAt(e int) bool {
	return r.Found.Points(e, layout.Caption, layout.Lead, layout.Body, layout.Title)
}

func (r boxCutter) small(c box) bool { return r.Good(c.e) < 0.25*c.total }

// atEnd tells whether hardly any text of the article follows a box.
func (r boxCutter) atEnd(c box) bool {
	return r.Weight[max(r.B1, c.x.B1)]-r.Weight[c.x.B1] < 0.1*c.total
}

// linkedText tells whether an element holds nothing but sentences of the text
// that are links as a whole, which close with a full stop, as headlines do not, or a source that is one.
func (r boxCutter) linkedText(x *dom.Elem) bool {
	return x.Count() == 1 && (r.linkedSentence(x.B0) || view.LinkedSource(r.View, x.B0))
}

// shortestSentence in words: a shorter line that is a link is a headline.
const shortestSentence = 10

func (r boxCutter) linkedSentence(i int) bool {
	b := &r.Blocks[i]
	return b.Words >= shortestSentence && r.Text[b.T1-1] == '.' && (r.TextIn(r.B0, i) || b.Words >= longParagraph && r.amongLike(i))
}

// longParagraph in words: no headline is as long.
const longParagraph = 20

// amongLike tells whether a paragraph that is no link stands right beside a block or one
// further, set as it is.
func (r boxCutter) amongLike(i int) bool {
	e := &r.Elems[r.Blocks[i].Elem]
	for j := max(r.B0, i-2); j < min(r.B1, i+3); j++ {
		x := &r.Elems[r.Blocks[j].Elem]
		if x.Tag == atom.P && x.Parent == e.Parent && x.Make() == e.Make() && r.Prose(j) {
			return true
		}
	}
	return false
}

// longestAdvert is how many words a box of furniture has under a head that says so:
// Quảng cáo.
const longestAdvert = 60

// looksJunk asks an element with a name of furniture for a second sign: links, few
// words, or no sentence and no picture.
func (r boxCutter) looksJunk(c box) bool {
	if c.x.Count() == 1 && r.Under(r.Blocks[c.x.B0].Elem, atom.Figcaption) {
		return false
	}
	if c.share >= 0.25 || c.words < 12 || c.words <= longestAdvert && r.Known.Widget.Is(r.Folded(c.x.B0)) {
		return true
	}
	if asksForAddress(r.View, c) {
		return true
	}
	for i := c.x.B0; i < c.x.B1; i++ {
		if r.Sentence(i) && !r.ends(i, '?') {
			return false
		}
	}
	return !c.x.Pictured()
}

// asksForAddress tells a box of few words with a form inside.
func asksForAddress(r *view.View, c box) bool {
	for e := c.e + 1; e < c.x.Last && c.words <= longestAdvert; e++ {
		if r.Elems[e].Is(atom.Form, atom.Input) {
			return true
		}
	}
	return false
}

func (r boxCutter) ends(i int, mark byte) bool { return r.Text[r.Blocks[i].T1-1] == mark }

// headed tells whether a block is the head of a box of other articles.
func (r boxCutter) headed(i int) bool {
	f := bodyFinder(r).uncounted(i)
	return r.Known.Related.Is(f) || r.Known.End.Is(f)
}

// tableTeases tells a table with a picture and a headline that is a link.
func tableTeases(r *view.View, x *dom.Elem) bool {
	switch {
	case x.Count() < 2, !x.Pictured():
		return false
	}
	return r.Teases(x)
}

// endsInMore tells a small box of a head, a few words and a link to read on: Xem chi tiết.
func endsInMore(r *view.View, c box) bool {
	first, last := c.x.B0, c.x.B1-1
	switch n := c.x.Count(); {
	case n < 2, n > mostInCard, c.words > longestCard, !r.Blocks[last].AllLinks(), !r.Known.More.Is(r.Folded(last)):
		return false
	}
	return r.Heading(first) > 0 || r.Blocks[first].AllBold()
}

// How many blocks and words such a box has.
const (
	mostInCard  = 4
	longestCard = 90
)

// teasers tells a row of headlines that are links, each with a picture or a few
// words, that is nearly all of a box.
func (r boxCutter) teasers(c box) bool {
	alike, covered := 0, 0
	for e := c.e + 1; e < c.x.Last; e = r.Elems[e].Last {
		if y := &r.Elems[e]; r.Teaser(y) {
			words, _ := r.WordsIn(y.B0, y.B1)
			alike++
			covered += words
		}
	}
	return alike >= 2 && covered*10 >= c.words*7
}

// cutLines sets aside single blocks: heads of related boxes with the links
// under them, furniture, and all that follows an end of the article.
func (r boxCutter) cutLines(b0, b1 int) {
	total := r.Weight[b1] - r.Weight[b0]
	for i := b0; i < b1; i++ {
		b := &r.Blocks[i]
		switch b.Cut {
		case "", "tags", "comments":
		default:
			continue
		}
		if r.Weight[b1]-r.Weight[i] < 0.4*total && r.closes(i) {
			r.CutRange(i, b1, "after the end")
			return
		}
		if !b.Keep {
			i = r.cutLine(i, b1)
		}
	}
}

// closes tells whether nothing of the article follows a block.
func (r boxCutter) closes(i int) bool {
	b := &r.Blocks[i]
	f := bodyFinder(r).uncounted(i)
	switch {
	case b.Cut == "comments", r.Imprint(i), r.Known.Terms.Is(f), r.Known.End.Is(f):
		return true
	case b.Words <= longestColophon && r.Known.Colophon.Begins(f) > 0:
		return true
	case r.namesSite(i), ofReaders(r.View, i):
		return true
	case r.Known.Gate.Begins(f) > 0:
		return b.Words <= longestFurniture
	case i+1 < r.B1 && r.Imprint(i+1):
		return headsImprint(r.View, i)
	case r.Known.End.Begins(f) == 0:
		return false
	}
	return b.Linked > 0 && bytes.IndexByte(r.Bytes(i), ':') >= 0
}

// headsImprint tells the name of a paper or of whose it is, in a box with its address and licence.
func headsImprint(r *view.View, i int) bool {
	switch {
	case r.Blocks[i].Words > longestColophon, r.Sentence(i), r.Elems[r.Blocks[i].Elem].Parent != r.Elems[r.Blocks[i+1].Elem].Parent:
		return false
	}
	return !r.TextIn(i+1, r.B1)
}

// longestColophon is how many words a line has in which the site speaks of itself.
const longestColophon = 20

// longestFurniture is how many words a line has that is judged by its words.
const longestFurniture = 40

// cutLine judges one block and gives the last block that it judged.
func (r boxCutter) cutLine(i, b1 int) int {
	b := &r.Blocks[i]
	if b.Words > longestFurniture {
		return i
	}
	l := line{i, b, r.Folded(i), r.Bytes(i), r.Raw(i)}
	for _, row := range lineRows {
		if row.holds(r, l) {
			b.Cut = row.rule
			if r.namesVideo(i, b1) {
				i++
				r.CutRange(i, i+1, row.rule)
			}
			return i
		}
	}
	if r.Known.Related.Is(l.folded) {
		b.Cut = "related head"
		for i+1 < b1 && r.listed(i+1) {
			i++
			r.CutRange(i, i+1, "under a related head")
		}
	}
	return i
}

// listed tells what stands under the head of other articles: links, list items
// without an end of sentence, what was cut before.
func (r boxCutter) listed(i int) bool {
	b := &r.Blocks[i]
	switch {
	case b.Cut != "", b.MostlyLinks():
		return true
	}
	return r.Elems[b.Elem].Tag == atom.Li && !r.Sentence(i)
}
