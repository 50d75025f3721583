package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// line is a block of few words, with what its rows ask of it.
type line struct {
	i      int
	b      *dom.Block
	folded string
	text   []byte
	words  string // the same
}

// lineRows judge one block by its words, in this order; a row without a rule leaves
// it to the text.
var lineRows = []struct {
	rule  string
	holds func(r boxCutter, l line) bool
}{
	{"link line", func(r boxCutter, l line) bool { return l.b.AllLinks() && l.b.Words >= 3 && !r.linkedSentence(l.i) }},
	{"link line", func(r boxCutter, l line) bool {
		return l.b.MostlyLinks() && lines.HasPrefixAny(l.text, bullets...) && !r.linkedSentence(l.i)
	}},
	{"furniture line", func(r boxCutter, l line) bool {
		if l.b.Words == 1 { // Nghe, not Nghé
			return r.Known.Button.Equals(l.words)
		}
		return r.Known.Widget.Is(l.folded)
	}},
	{"furniture line", func(r boxCutter, l line) bool { return r.buttons(l.words) }},
	{"furniture line", func(r boxCutter, l line) bool { return r.reactions(l) }},
	{"furniture line", func(r boxCutter, l line) bool {
		return l.b.Within(3, longestReactions) && r.Known.Widget.Covers(l.folded)
	}},
	{"furniture line", func(r boxCutter, l line) bool {
		return r.Known.Counter.Is(strings.Trim(l.folded, " 0123456789")) && !r.leadsToText(l)
	}},
	{"furniture line", func(_ boxCutter, l line) bool {
		return l.folded == "" && (l.b.Bytes < 12 || lines.IsRule(l.words))
	}},
	{"attached file", func(_ boxCutter, l line) bool {
		return l.b.Linked > 0 && l.b.Words <= longestFile && lines.NamesFile(l.words)
	}},
	{"label of a time", func(r boxCutter, l line) bool { return r.Known.Posted.Is(l.folded) }},
	{"label of a time", func(r boxCutter, l line) bool { return r.Known.Modified.Is(l.folded) }},
	{"day of the print-out", func(r boxCutter, l line) bool {
		return r.Known.Printed.Begins(l.folded) > 0 && l.b.Words <= longestAddress && r.PrintsDate(l.i)
	}},
	{"number of a picture", func(r boxCutter, l line) bool { return lines.IsCount(l.words) && !r.InTable(l.i) }},
	{"counters", func(r boxCutter, l line) bool { return l.b.Words == 2 && onlyFigures(l.text) && !r.InTable(l.i) }},
	{"address alone", func(r boxCutter, l line) bool { return lines.IsURL(l.words) && !r.announced(l.i) }},
	{"address of the page", func(r boxCutter, l line) bool {
		return l.b.Words <= longestAddress && r.ownAddress(l.words) && !r.TextIn(l.i+1, r.B1)
	}},
	{"tags in words", func(r boxCutter, l line) bool {
		n := r.Known.TagLabel.Begins(l.folded)
		return n > 0 && colonAfter(l.words, lines.Count(l.folded[:n])) && !r.Sentence(l.i)
	}},
	{"foot of the text", func(r boxCutter, l line) bool { return atFoot(r.View, l) }},
	{"head of links", func(r boxCutter, l line) bool { return headsLinks(r, l) }},
	{"how long ago", func(r boxCutter, l line) bool {
		return strings.HasSuffix(l.folded, " truoc") && r.Known.IsStamp(l.words, l.folded)
	}},
	{"invitation to read on", func(r boxCutter, l line) bool { return r.Known.Invite.Begins(l.folded) > 0 && !r.showsPictures(l.i) }},
	{"invitation to read on", func(r boxCutter, l line) bool { return l.b.Linked > 0 && r.orders(l.folded) }},
	{"where the paper may be followed", func(r boxCutter, l line) bool { return r.Known.AsksToFollow(l.words, l.folded) }},
	{"related line", func(r boxCutter, l line) bool { return l.b.Linked >= shortestHeadline && gluedTeaser(r.View, l.b) }},
	{"related line", func(_ boxCutter, l line) bool { return lines.HasPrefixAny(l.text, ">>", "»»", "&gt;&gt;") }},
	{"related line", func(r boxCutter, l line) bool { return r.leadsAway(l) }},
}

// longestFile is how many words a line has that names an attached file and its size.
const longestFile = 8

// longestAddress is how many words a line has that gives the page's own address, or the day of its print-out.
const longestAddress = 6

// ownAddress tells the address of a page behind a label that names no source: URL: https://….
func (r boxCutter) ownAddress(line string) bool {
	label, address, found := strings.Cut(line, ": ")
	return found && lines.IsURL(address) && !r.Known.Source.Equals(label)
}

// bullets are how a list of links marks its items.
var bullets = []string{">>", "»", "►", "▶", "->", "=>", "- ", "•", "* ", "+ "}

// gluedTeaser tells a headline that is a link and, with nothing between, an element that begins with a
// capital: a style sheet draws the two below one another.
func gluedTeaser(r *view.View, b *dom.Block) bool {
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		switch {
		case x.T0 > b.T0:
			return false
		case x.Tag != atom.A || x.Last >= b.E1:
		default:
			next := &r.Elems[x.Last]
			return next.T0 == x.T1 && lines.UpperFirst(string(r.Text[next.T0:next.T1]))
		}
	}
	return false
}

// leadsAway tells a line that names another article behind "Xem thêm": a link, or
// words behind a colon.
func (r boxCutter) leadsAway(l line) bool {
	n := r.Known.Related.Begins(l.folded)
	if n == 0 || n == len(l.folded) {
		return false
	}
	return l.b.LinkShare() > 0.3 || colonAfter(l.words, lines.Count(l.folded[:n]))
}

// buttons tells a row of words of furniture between bars: Gửi cho bạn bè | In trang.
func (r boxCutter) buttons(line string) bool {
	if !strings.Contains(line, "|") {
		return false
	}
	for part := range strings.SplitSeq(line, "|") {
		if f := lines.Fold(part); f != "" && !r.Known.Widget.Is(f) {
			return false
		}
	}
	return true
}

// reactions tells a row of elements that count what readers felt, or bid them share: <span>Thích
// 12</span><span>Buồn 0</span>; or of tags with their sign.
func (r boxCutter) reactions(l line) bool {
	if l.b.Words > longestReactions || l.b.E1-l.b.E0 < 2 {
		return false
	}
	pieces := view.Pieces(r.View, l.i)
	for _, p := range pieces {
		whole := lines.Fold(p.Text)
		f := strings.Trim(whole, " 0123456789")
		switch {
		case strings.HasPrefix(p.Text, "#"), f == "", r.Known.Widget.Is(whole), r.Known.Reaction.Is(f), r.Known.Widget.Is(f), r.Known.Counter.Is(f):
		default:
			return false
		}
	}
	return len(pieces) > 1
}

// longestReactions is how many words such a row has.
const longestReactions = 16

// showsPictures tells a line with a colon right before a picture: it leads to
// it, not to another article.
func (r boxCutter) showsPictures(i int) bool { return r.ends(i, ':') && r.PictureAfter(i) }

// orders tells a line that bids the reader do something "tại đây".
func (r boxCutter) orders(f string) bool {
	return r.Known.Order.Begins(f) > 0 && strings.Contains(f+" ", " day ")
}

// colonAfter tells whether a colon stands right after the first n words.
func colonAfter(s string, n int) bool {
	for i := 1; i < len(s); i++ {
		if s[i] != ' ' {
			continue
		}
		if n--; n == 0 {
			return strings.Contains(s[i-1:min(i+2, len(s))], ":")
		}
	}
	return false
}
