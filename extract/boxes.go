package extract

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// cutBoxes sets aside whole elements of the article's range that are other
// things: related links, shares, tags, comments, teasers.
func (r *reader) cutBoxes(b0, b1 int) {
	total := r.weight[b1] - r.weight[b0]
	for e := 1; e < len(r.elems); {
		x := &r.elems[e]
		if x.b1 <= b0 || x.b0 >= b1 {
			e = x.last
			continue
		}
		if x.inline || x.b0 == x.b1 || x.b0 < b0 || x.b1 > b1 {
			e++
			continue
		}
		if r.hasPart(partKeep, e) {
			for i := x.b0; i < x.b1; i++ {
				r.blocks[i].keep = true
			}
			e = x.last
			continue
		}
		if rule := r.boxRule(e, total); rule != "" {
			r.cutRange(x.b0, x.b1, rule)
			e = x.last
			continue
		}
		e++
	}
}

func (r *reader) cutRange(b0, b1 int, rule string) {
	for i := b0; i < b1; i++ {
		if r.blocks[i].cut == "" {
			r.blocks[i].cut = rule
		}
	}
}

// boxRule names the rule by which an element is no part of the article, "" if
// there is none. total is the good text of the whole range.
func (r *reader) boxRule(e int, total float64) string {
	x := &r.elems[e]
	all, _ := r.wordsIn(x.b0, x.b1)
	share := r.share(x.b0, x.b1)
	switch {
	case r.hasPart(partDrop, e):
		return "profile: drop"
	case r.hasPart(partCaption, e) || r.hasPart(partLead, e) || r.hasPart(partBody, e) || r.hasPart(partTitle, e):
		return ""
	case r.good(e) > 0.5*total && total > 0:
		return ""
	case x.hidden:
		return "hidden"
	case x.tag == atom.Nav || x.tag == atom.Footer || x.tag == atom.Form && share > 0.3:
		return "furniture"
	case x.hint&hintComment != 0 && x.hint&hintContent == 0:
		return "comments"
	case x.hint&hintTags != 0 && (share > 0.3 || all < 30):
		return "tags"
	case share >= 0.66 && all >= 3:
		return "links"
	case x.hint&hintHidden != 0 && all < 60:
		return "hidden by class"
	case x.hint&hintJunk != 0 && r.looksJunk(x, all, share):
		return "furniture by name"
	case (x.hint&hintAuthor != 0 || x.tag == atom.Aside) && x.b1-x.b0 <= 6 && r.good(e) < 0.25*total && r.weight[max(r.b1, x.b1)]-r.weight[x.b1] < 0.1*total && total > 0:
		return "about the author"
	case x.b1-x.b0 > 1 && r.headed(x.b0) && share > 0.25:
		return "headed as related"
	}
	if rule := r.cards(e, all); rule != "" {
		return rule
	}
	return ""
}

// looksJunk asks an element with a name of furniture for a second sign.
func (r *reader) looksJunk(x *elem, all int, share float64) bool {
	if share >= 0.25 || all < 12 || r.headed(x.b0) {
		return true
	}
	for i := x.b0; i < x.b1; i++ {
		if r.sentence(i) && r.text[r.blocks[i].t1-1] != '?' {
			return false
		}
	}
	return all < 60 && x.i1 == x.i0
}

// headed tells whether a block is the head of a box of other articles.
func (r *reader) headed(i int) bool {
	b := &r.blocks[i]
	if b.words > 9 {
		return false
	}
	f := strings.TrimRight(r.folded(i), " 0123456789")
	return r.x.phrases.related.is(f) || r.x.phrases.end.is(f)
}

// cards finds teasers: a headline that is a link, with or without a picture
// and a few words, alone or in a row of the same make.
func (r *reader) cards(e, all int) string {
	x := &r.elems[e]
	if x.tag == atom.P || x.tag == atom.Td || x.tag == atom.Tr || x.tag == atom.Table || x.tag == atom.Tbody || x.b1-x.b0 < 2 && x.i0 == x.i1 {
		return ""
	}
	if r.teaser(x) && all < 90 {
		return "teaser"
	}
	alike, covered := 0, 0
	for c := e + 1; c < x.last; c = r.elems[c].last {
		y := &r.elems[c]
		if y.b0 == y.b1 || y.inline {
			continue
		}
		n, _ := r.wordsIn(y.b0, y.b1)
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
func (r *reader) teaser(x *elem) bool {
	if x.tag == atom.P || x.b1-x.b0 > 6 {
		return false
	}
	for i := x.b0; i < x.b1; i++ {
		b := &r.blocks[i]
		if b.words >= 4 {
			return b.linkShare() > 0.8 && (x.b1-x.b0 > 1 || x.i1 > x.i0)
		}
	}
	return false
}

// cutLines sets aside single blocks: heads of related boxes with the links
// under them, furniture, and all that follows an end of the article.
func (r *reader) cutLines(b0, b1 int) {
	total := r.weight[b1] - r.weight[b0]
	for i := b0; i < b1; i++ {
		b := &r.blocks[i]
		if b.cut != "" && b.cut != "tags" && b.cut != "comments" {
			continue
		}
		if r.weight[b1]-r.weight[i] < 0.4*total && r.ends(i) {
			r.cutRange(i, b1, "after the end")
			return
		}
		if b.cut == "" && !b.keep {
			i = r.cutLine(i, b1)
		}
	}
}

// ends tells whether nothing of the article follows a block.
func (r *reader) ends(i int) bool {
	b := &r.blocks[i]
	if b.cut == "comments" || r.imprint(i) {
		return true
	}
	if b.words > 8 && b.cut == "" {
		return false
	}
	f := strings.TrimRight(r.folded(i), " 0123456789")
	n := r.x.phrases.end.begins(f)
	return n == len(f) && n > 0 || n > 0 && n < len(f) && strings.Contains(string(r.text[b.t0:b.t1]), ":") && b.linked > 0
}

// cutLine judges one block and gives the last block that it judged.
func (r *reader) cutLine(i, b1 int) int {
	b := &r.blocks[i]
	if b.words > 40 {
		return i
	}
	text := r.text[b.t0:b.t1]
	if b.linked*2 > b.words && (hasPrefixAny(text, ">>", "»", "►", "▶", "->", "=>", "- ", "•", "* ", "+ ") || b.linkShare() > 0.8 && b.words >= 3) {
		b.cut = "link line"
		return i
	}
	f := r.folded(i)
	n := r.x.phrases.related.begins(f)
	switch {
	case r.x.phrases.widget.is(f), f == "" && b.bytes < 12, b.words == 1 && hasPrefixAny(text, "http://", "https://", "www."):
		b.cut = "furniture line"
	case r.x.phrases.invite.begins(f) > 0:
		b.cut = "invitation to read on"
	case hasPrefixAny(text, ">>", "»»", "&gt;&gt;"):
		b.cut = "related line"
	case n > 0 && n < len(f) && b.linked > 0 && b.linkShare() > 0.3:
		b.cut = "related line"
	case n > 0 && n < len(f) && b.words < 30 && colonAfter(string(text), strings.Count(f[:n], " ")+1) && strings.Count(f[:n], " ") > 0:
		b.cut = "related line"
	case n == len(f) && n > 0:
		b.cut = "related head"
		for i+1 < b1 && (r.blocks[i+1].cut != "" || r.blocks[i+1].linkShare() > 0.5 || r.bullet(i+1)) {
			i++
			r.cutRange(i, i+1, "under a related head")
		}
	}
	return i
}

// bullet tells whether a block is a list item without an end of sentence, as
// headlines are listed.
func (r *reader) bullet(i int) bool {
	return r.elems[r.blocks[i].elem].tag == atom.Li && !r.sentence(i) && r.blocks[i].words < 30
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

func hasPrefixAny(s []byte, prefixes ...string) bool {
	for _, p := range prefixes {
		if len(s) >= len(p) && string(s[:len(p)]) == p {
			return true
		}
	}
	return false
}
