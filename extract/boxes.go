package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
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
		if x.B1 <= b0 || x.B0 >= b1 {
			e = x.Last
			continue
		}
		if x.Inline || x.B0 == x.B1 || x.B0 < b0 || x.B1 > b1 {
			e++
			continue
		}
		if r.Has(layout.Keep, e) {
			for i := x.B0; i < x.B1; i++ {
				r.Blocks[i].Keep = true
			}
			e = x.Last
			continue
		}
		if rule := r.boxRule(e, total); rule != "" {
			r.CutRange(x.B0, x.B1, rule)
			e = x.Last
			continue
		}
		e++
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
	return r.cards(e, all)
}

// boxRows are tried in this order; a row without a rule keeps the element.
var boxRows = []struct {
	rule  string
	holds func(r boxCutter, c box) bool
}{
	{"profile: drop", func(r boxCutter, c box) bool { return r.Has(layout.Drop, c.e) }},
	{"", func(r boxCutter, c box) bool { return r.pointedAt(c.e) }},
	{"terms of use", func(r boxCutter, c box) bool { return r.Terms(c.x) }},
	{"", func(r boxCutter, c box) bool { return r.Good(c.e) > 0.5*c.total && c.total > 0 }},
	{"hidden", func(_ boxCutter, c box) bool { return c.x.Hidden }},
	{"furniture", func(_ boxCutter, c box) bool {
		return c.x.Tag == atom.Nav || c.x.Tag == atom.Footer || c.x.Tag == atom.Form && c.share > 0.3
	}},
	{"comments", func(r boxCutter, c box) bool { return r.Comments(c.e) && c.named(dom.HintComment) }},
	{"tags", func(_ boxCutter, c box) bool { return c.x.Hint&dom.HintTags != 0 && (c.share > 0.3 || c.words < 30) }},
	{"links", func(r boxCutter, c box) bool { return c.share >= 0.66 && c.words >= 3 && !r.linkedText(c.x) }},
	{"hidden by class", func(_ boxCutter, c box) bool { return c.x.Hint&dom.HintHidden != 0 && c.words < 60 }},
	{"furniture by name", func(r boxCutter, c box) bool {
		return c.x.Hint&dom.HintJunk != 0 && r.looksJunk(c.x, c.words, c.share)
	}},
	{"about the author", func(r boxCutter, c box) bool {
		return (c.x.Hint&dom.HintAuthor != 0 || c.x.Tag == atom.Aside) && r.small(c) && r.atEnd(c)
	}},
	{"headed as related", func(r boxCutter, c box) bool { return c.x.Count() > 1 && c.share > 0.25 && r.headed(c.x.B0) }},
}

// named tells a box whose names say one thing and do not say that it is text.
func (c box) named(h dom.Hint) bool { return c.x.Hint&h != 0 && c.x.Hint&dom.HintContent == 0 }

// pointedAt tells whether the profile names an element as a part of the article.
func (r boxCutter) pointedAt(e int) bool {
	return r.Has(layout.Caption, e) || r.Has(layout.Lead, e) || r.Has(layout.Body, e) || r.Has(layout.Title, e)
}

func (r boxCutter) small(c box) bool {
	return c.x.Count() <= 6 && c.total > 0 && r.Good(c.e) < 0.25*c.total
}

// atEnd tells whether hardly any text of the article follows a box.
func (r boxCutter) atEnd(c box) bool {
	return r.Weight[max(r.B1, c.x.B1)]-r.Weight[c.x.B1] < 0.1*c.total
}

// linkedText tells whether an element holds nothing but sentences of the text
// that are links as a whole: they close with a full stop, as headlines do not.
func (r boxCutter) linkedText(x *dom.Elem) bool {
	if x.Count() != 1 || x.Pictured() {
		return false
	}
	return r.linkedSentence(x.B0)
}

// shortestSentence in words: a shorter line that is a link is a headline.
const shortestSentence = 10

func (r boxCutter) linkedSentence(i int) bool {
	b := &r.Blocks[i]
	return b.Words >= shortestSentence && r.Text[b.T1-1] == '.' && r.Known.Related.Begins(r.Folded(i)) == 0 && r.TextIn(r.B0, i)
}

// looksJunk asks an element with a name of furniture for a second sign.
func (r boxCutter) looksJunk(x *dom.Elem, all int, share float64) bool {
	if share >= 0.25 || all < 12 || r.headed(x.B0) {
		return true
	}
	for i := x.B0; i < x.B1; i++ {
		if r.Sentence(i) && r.Text[r.Blocks[i].T1-1] != '?' {
			return false
		}
	}
	return all < 60 && x.I1 == x.I0
}

// headed tells whether a block is the head of a box of other articles.
func (r boxCutter) headed(i int) bool {
	b := &r.Blocks[i]
	if b.Words > 9 {
		return false
	}
	f := strings.TrimRight(r.Folded(i), " 0123456789")
	return r.Known.Related.Is(f) || r.Known.End.Is(f)
}

// cards finds teasers: a headline that is a link, with or without a picture
// and a few words, alone or in a row of the same make.
func (r boxCutter) cards(e, all int) string {
	x := &r.Elems[e]
	if x.Tag == atom.P || x.Tag == atom.Td || x.Tag == atom.Tr || x.Tag == atom.Table || x.Tag == atom.Tbody || x.B1-x.B0 < 2 && x.I0 == x.I1 {
		return ""
	}
	if r.Describes(x) {
		return ""
	}
	if r.Teaser(x) && all < 90 {
		return "teaser"
	}
	alike, covered := 0, 0
	for c := e + 1; c < x.Last; c = r.Elems[c].Last {
		y := &r.Elems[c]
		if y.B0 == y.B1 || y.Inline {
			continue
		}
		n, _ := r.WordsIn(y.B0, y.B1)
		if r.Teaser(y) {
			alike++
			covered += n
		}
	}
	if alike >= 2 && covered*10 >= all*7 {
		return "row of teasers"
	}
	return ""
}

// cutLines sets aside single blocks: heads of related boxes with the links
// under them, furniture, and all that follows an end of the article.
func (r boxCutter) cutLines(b0, b1 int) {
	total := r.Weight[b1] - r.Weight[b0]
	for i := b0; i < b1; i++ {
		b := &r.Blocks[i]
		if b.Cut != "" && b.Cut != "tags" && b.Cut != "comments" {
			continue
		}
		if r.Weight[b1]-r.Weight[i] < 0.4*total && r.ends(i) {
			r.CutRange(i, b1, "after the end")
			return
		}
		if b.Cut == "" && !b.Keep {
			i = r.cutLine(i, b1)
		}
	}
}

// ends tells whether nothing of the article follows a block.
func (r boxCutter) ends(i int) bool {
	b := &r.Blocks[i]
	if b.Cut == "comments" || r.Imprint(i) {
		return true
	}
	if b.Words > 8 && b.Cut == "" {
		return false
	}
	f := strings.TrimRight(r.Folded(i), " 0123456789")
	if r.Known.Terms.Is(f) {
		return true
	}
	n := r.Known.End.Begins(f)
	return n == len(f) && n > 0 || n > 0 && n < len(f) && strings.Contains(string(r.Text[b.T0:b.T1]), ":") && b.Linked > 0
}

// cutLine judges one block and gives the last block that it judged.
func (r boxCutter) cutLine(i, b1 int) int {
	b := &r.Blocks[i]
	if b.Words > 40 {
		return i
	}
	text := r.Text[b.T0:b.T1]
	if b.Linked*2 > b.Words && !r.linkedSentence(i) && (lines.HasPrefixAny(text, ">>", "»", "►", "▶", "->", "=>", "- ", "•", "* ", "+ ") || b.LinkShare() > 0.8 && b.Words >= 3) {
		b.Cut = "link line"
		return i
	}
	f := r.Folded(i)
	if rule := r.lineRule(i, f, text); rule != "" {
		b.Cut = rule
		return i
	}
	if n := r.Known.Related.Begins(f); n == len(f) && n > 0 {
		b.Cut = "related head"
		for i+1 < b1 && (r.Blocks[i+1].Cut != "" || r.Blocks[i+1].LinkShare() > 0.5 || r.bullet(i+1)) {
			i++
			r.CutRange(i, i+1, "under a related head")
		}
	}
	return i
}

// lineRule names the rule by which a block is no part of the article.
func (r boxCutter) lineRule(i int, f string, text []byte) string {
	for _, row := range lineRows {
		if row.holds(r, i, f, text) {
			return row.rule
		}
	}
	return ""
}

// lineRows judge one block by its words; f is the block folded.
var lineRows = []struct {
	rule  string
	holds func(r boxCutter, i int, f string, text []byte) bool
}{
	{"furniture line", func(r boxCutter, _ int, f string, _ []byte) bool {
		return r.Known.Widget.Is(f) || r.Known.Counter.Is(strings.Trim(f, " 0123456789"))
	}},
	{"furniture line", func(r boxCutter, i int, f string, _ []byte) bool { return f == "" && r.Blocks[i].Bytes < 12 }},
	{"label of a time", func(r boxCutter, _ int, f string, _ []byte) bool {
		return r.Known.Posted.Is(f) || r.Known.Modified.Is(f)
	}},
	{"number of a picture", func(r boxCutter, i int, _ string, text []byte) bool { return lines.IsCount(text) && !r.InTable(i) }},
	{"address alone", func(r boxCutter, i int, _ string, text []byte) bool {
		return r.Blocks[i].Words == 1 && lines.HasPrefixAny(text, "http://", "https://", "www.") && !r.announced(i)
	}},
	{"how long ago", func(r boxCutter, i int, f string, text []byte) bool {
		return r.Blocks[i].Words <= 5 && strings.HasSuffix(f, " truoc") && r.Known.IsStamp(string(text), f)
	}},
	{"invitation to read on", func(r boxCutter, i int, f string, _ []byte) bool {
		return r.Known.Invite.Begins(f) > 0 && !r.showsPictures(i) || r.orders(i, f)
	}},
	{"related line", func(_ boxCutter, _ int, _ string, text []byte) bool {
		return lines.HasPrefixAny(text, ">>", "»»", "&gt;&gt;")
	}},
	{"related line", func(r boxCutter, i int, f string, text []byte) bool {
		b, n := &r.Blocks[i], r.Known.Related.Begins(f)
		if n == 0 || n == len(f) {
			return false
		}
		spaces := strings.Count(f[:n], " ")
		return b.LinkShare() > 0.3 || b.Words < 30 && spaces > 0 && colonAfter(string(text), spaces+1)
	}},
}

// announced tells whether the block before leads to this one with a colon.
func (r boxCutter) announced(i int) bool {
	for i--; i >= r.B0; i-- {
		if b := &r.Blocks[i]; b.Cut == "" {
			return r.Text[b.T1-1] == ':'
		}
	}
	return false
}

// showsPictures tells a line with a colon right before a picture: it leads to
// it, not to another article.
func (r boxCutter) showsPictures(i int) bool {
	return r.Text[r.Blocks[i].T1-1] == ':' && r.Blocks[i].Linked == 0 && r.PictureAfter(i)
}

// orders tells a line that bids the reader do something behind a link: "Gửi bài
// viết tại đây".
func (r boxCutter) orders(i int, f string) bool {
	b := &r.Blocks[i]
	if b.Linked == 0 || b.Linked > 4 || r.Known.Order.Begins(f) == 0 {
		return false
	}
	return strings.Contains(f+" ", "tai day ") || strings.HasSuffix(f, " day")
}

// bullet tells whether a block is a list item without an end of sentence, as
// headlines are listed.
func (r boxCutter) bullet(i int) bool {
	return r.Elems[r.Blocks[i].Elem].Tag == atom.Li && !r.Sentence(i) && r.Blocks[i].Words < 30
}

// colonAfter tells whether a colon stands right after the first n words.
func colonAfter(s string, n int) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == ' ' {
			n--
			if n == 0 {
				return s[i-1] == ':' || i+1 < len(s) && s[i+1] == ':'
			}
		}
	}
	return false
}
