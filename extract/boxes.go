package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
)

// boxCutter sets aside what stands inside the article and is none of it.
type boxCutter struct{ *view }

// cutBoxes sets aside whole elements of the article's range that are other
// things: related links, shares, tags, comments, teasers.
func (r boxCutter) cutBoxes(b0, b1 int) {
	total := r.weight[b1] - r.weight[b0]
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
		if r.has(layout.Keep, e) {
			for i := x.B0; i < x.B1; i++ {
				r.Blocks[i].Keep = true
			}
			e = x.Last
			continue
		}
		if rule := r.boxRule(e, total); rule != "" {
			r.cutRange(x.B0, x.B1, rule)
			e = x.Last
			continue
		}
		e++
	}
}

// boxRule names the rule by which an element is no part of the article, "" if
// there is none. total is the good text of the whole range.
func (r boxCutter) boxRule(e int, total float64) string {
	x := &r.Elems[e]
	all, _ := r.WordsIn(x.B0, x.B1)
	share := r.Share(x.B0, x.B1)
	switch {
	case r.has(layout.Drop, e):
		return "profile: drop"
	case r.has(layout.Caption, e) || r.has(layout.Lead, e) || r.has(layout.Body, e) || r.has(layout.Title, e):
		return ""
	case r.good(e) > 0.5*total && total > 0:
		return ""
	case x.Hidden:
		return "hidden"
	case x.Tag == atom.Nav || x.Tag == atom.Footer || x.Tag == atom.Form && share > 0.3:
		return "furniture"
	case x.Hint&dom.HintComment != 0 && x.Hint&dom.HintContent == 0:
		return "comments"
	case x.Hint&dom.HintTags != 0 && (share > 0.3 || all < 30):
		return "tags"
	case share >= 0.66 && all >= 3:
		return "links"
	case x.Hint&dom.HintHidden != 0 && all < 60:
		return "hidden by class"
	case x.Hint&dom.HintJunk != 0 && r.looksJunk(x, all, share):
		return "furniture by name"
	case (x.Hint&dom.HintAuthor != 0 || x.Tag == atom.Aside) && x.B1-x.B0 <= 6 && r.good(e) < 0.25*total && r.weight[max(r.b1, x.B1)]-r.weight[x.B1] < 0.1*total && total > 0:
		return "about the author"
	case x.B1-x.B0 > 1 && r.headed(x.B0) && share > 0.25:
		return "headed as related"
	}
	if rule := r.cards(e, all); rule != "" {
		return rule
	}
	return ""
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
	return r.w.Related.Is(f) || r.w.End.Is(f)
}

// cards finds teasers: a headline that is a link, with or without a picture
// and a few words, alone or in a row of the same make.
func (r boxCutter) cards(e, all int) string {
	x := &r.Elems[e]
	if x.Tag == atom.P || x.Tag == atom.Td || x.Tag == atom.Tr || x.Tag == atom.Table || x.Tag == atom.Tbody || x.B1-x.B0 < 2 && x.I0 == x.I1 {
		return ""
	}
	if r.teaser(x) && all < 90 {
		return "teaser"
	}
	alike, covered := 0, 0
	for c := e + 1; c < x.Last; c = r.Elems[c].Last {
		y := &r.Elems[c]
		if y.B0 == y.B1 || y.Inline {
			continue
		}
		n, _ := r.WordsIn(y.B0, y.B1)
		if r.teaser(y) {
			alike++
			covered += n
		}
	}
	if alike >= 2 && covered*10 >= all*7 {
		return "row of teasers"
	}
	return ""
}

// teaser tells whether an element opens with a headline that is a link.
func (r *view) teaser(x *dom.Elem) bool {
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

// cutLines sets aside single blocks: heads of related boxes with the links
// under them, furniture, and all that follows an end of the article.
func (r boxCutter) cutLines(b0, b1 int) {
	total := r.weight[b1] - r.weight[b0]
	for i := b0; i < b1; i++ {
		b := &r.Blocks[i]
		if b.Cut != "" && b.Cut != "tags" && b.Cut != "comments" {
			continue
		}
		if r.weight[b1]-r.weight[i] < 0.4*total && r.ends(i) {
			r.cutRange(i, b1, "after the end")
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
	if b.Cut == "comments" || r.imprint(i) {
		return true
	}
	if b.Words > 8 && b.Cut == "" {
		return false
	}
	f := strings.TrimRight(r.Folded(i), " 0123456789")
	n := r.w.End.Begins(f)
	return n == len(f) && n > 0 || n > 0 && n < len(f) && strings.Contains(string(r.Text[b.T0:b.T1]), ":") && b.Linked > 0
}

// cutLine judges one block and gives the last block that it judged.
func (r boxCutter) cutLine(i, b1 int) int {
	b := &r.Blocks[i]
	if b.Words > 40 {
		return i
	}
	text := r.Text[b.T0:b.T1]
	if b.Linked*2 > b.Words && (lines.HasPrefixAny(text, ">>", "»", "►", "▶", "->", "=>", "- ", "•", "* ", "+ ") || b.LinkShare() > 0.8 && b.Words >= 3) {
		b.Cut = "link line"
		return i
	}
	f := r.Folded(i)
	n := r.w.Related.Begins(f)
	switch {
	case r.w.Widget.Is(f), f == "" && b.Bytes < 12, b.Words == 1 && lines.HasPrefixAny(text, "http://", "https://", "www."):
		b.Cut = "furniture line"
	case r.w.Invite.Begins(f) > 0:
		b.Cut = "invitation to read on"
	case lines.HasPrefixAny(text, ">>", "»»", "&gt;&gt;"):
		b.Cut = "related line"
	case n > 0 && n < len(f) && b.Linked > 0 && b.LinkShare() > 0.3:
		b.Cut = "related line"
	case n > 0 && n < len(f) && b.Words < 30 && colonAfter(string(text), strings.Count(f[:n], " ")+1) && strings.Count(f[:n], " ") > 0:
		b.Cut = "related line"
	case n == len(f) && n > 0:
		b.Cut = "related head"
		for i+1 < b1 && (r.Blocks[i+1].Cut != "" || r.Blocks[i+1].LinkShare() > 0.5 || r.bullet(i+1)) {
			i++
			r.cutRange(i, i+1, "under a related head")
		}
	}
	return i
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
