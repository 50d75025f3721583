package stamp

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// candidate is a block that may be the line of publication, with what its rows
// ask of it.
type candidate struct {
	i     int
	b     *dom.Block
	line  []byte
	given bool     // the profile points at it
	hint  dom.Hint // of the block and the small elements about it
	bare  bool     // it holds a time and hardly more, or says of itself what it is
	from  int      // blocks from the headline: negative above it
}

// longestStampLine is how many words a line of publication may have.
const longestStampLine = 26

// stampScore judges a block as the line of publication; 0 is none.
func (r Finder) stampScore(i int) float64 {
	b := &r.Blocks[i]
	if b.Words > longestStampLine || b.Words == 0 || b.Role == dom.RoleCaption || b.Role == dom.RoleTitle {
		return 0
	}
	line := r.Bytes(i)
	if !lines.HasDigit(line) || !lines.HasDate(line) && !lines.HasWordDate(r.Folded(i)) {
		return 0
	}
	c := r.candidate(i, b, line)
	if !c.given {
		for _, row := range noStamp {
			if row.holds(r, c) {
				return 0
			}
		}
	}
	score := 10.0
	for _, row := range stampPoints {
		if row.holds(r, c) {
			score += row.points
		}
	}
	return score + nearness(r, c)
}

func (r Finder) candidate(i int, b *dom.Block, line []byte) candidate {
	anchor := r.Title
	if anchor < 0 {
		anchor = r.B0
	}
	c := candidate{i: i, b: b, line: line, given: r.InPart(layout.Date, b), hint: r.Whole(i), from: i - anchor}
	for e, up := b.Elem, 0; e > 0 && up < 3; e, up = r.Elems[e].Parent, up+1 {
		if x := &r.Elems[e]; x.Count() <= 4 {
			c.hint |= x.Hint
			if x.Tag == atom.Time {
				c.hint |= dom.HintDate
			}
		}
	}
	f := r.Folded(i)
	c.bare = c.hint&dom.HintDate != 0 || r.Known.Posted.Begins(f) > 0 || r.Known.Modified.Begins(f) > 0 || r.Known.IsStamp(string(line), f)
	return c
}

// noStamp says what no line of publication is, where no profile points at it.
var noStamp = []struct {
	name  string
	holds func(r Finder, c candidate) bool
}{
	{"more than a stamp, in the body", func(r Finder, c candidate) bool {
		return c.b.Cut == "" && r.inBody(c.i) && c.b.Words > r.StampWords(c.b)
	}},
	{"licence of the paper", func(r Finder, c candidate) bool {
		return bytes.Contains(c.line, []byte("/GP")) || c.i >= r.B1 && r.Imprint(c.i)
	}},
	{"day of signing", func(r Finder, c candidate) bool { return c.i == r.Head.Signed && c.i > 0 }},
	{"labelled as another day", func(r Finder, c candidate) bool { return r.DayOf(c.i) != view.DayOpen }},
	{"sentence of the text", func(r Finder, c candidate) bool { return !c.bare && r.inBody(c.i) && r.Sentence(c.i) }},
	{"sub-head or line among the text", func(r Finder, c candidate) bool {
		return c.hint&dom.HintDate == 0 && r.inBody(c.i) && r.amongText(c.i)
	}},
	{"of another article", func(r Finder, c candidate) bool {
		return c.i >= r.B1 && (r.headlineLink(c.i-1) || r.headlineLink(c.i+1))
	}},
	{"in a box beside or below", func(r Finder, c candidate) bool { return c.i >= r.B1 && (!c.bare || r.inBox(c)) }},
	{"clock in the head of the site", func(r Finder, c candidate) bool {
		return c.from < 0 && r.menuBetween(c.i, c.i-c.from)
	}},
}

// stampPoints weigh a candidate.
var stampPoints = []struct {
	name   string
	points float64
	holds  func(r Finder, c candidate) bool
}{
	{"the profile points at it", 100, func(_ Finder, c candidate) bool { return c.given }},
	{"named as a date", 12, func(_ Finder, c candidate) bool { return c.hint&dom.HintDate != 0 }},
	{"of a change", -3, func(r Finder, c candidate) bool { return r.changed(c.i) }},
	{"of today", -20, func(r Finder, c candidate) bool { return r.Known.Today.Begins(r.Folded(c.i)) > 0 }},
	{"with an hour", 6, func(_ Finder, c candidate) bool { return lines.HasClock(c.line) }},
	{"links or other articles", -12, func(_ Finder, c candidate) bool { return c.linked() }},
	{"hidden, aside or in the foot", -15, func(r Finder, c candidate) bool { return r.Above(c.b.Elem, marginal) }},
}

// nearness weighs how far a candidate stands from the headline and the body.
func nearness(r Finder, c candidate) float64 {
	switch {
	case within(c.from, 0, 8):
		return 16 - float64(c.from)
	case within(c.from, -6, -1):
		return 12 + float64(c.from)
	case within(c.i-r.B1, 0, 3):
		return 4
	case c.i > r.B1 || c.from < -6:
		return -8
	}
	return -4
}

func within(v, low, high int) bool { return low <= v && v <= high }

func (c candidate) linked() bool {
	if c.hint&dom.HintComment != 0 || c.b.LinkShare() > 0.5 && c.b.Words > 5 {
		return true
	}
	return c.b.Cut == "teaser" || c.b.Cut == "row of teasers" || c.b.Cut == "links"
}

// marginal tells an element that is hidden, aside, in the foot, or of comments.
func marginal(e *dom.Elem) bool {
	return e.Hidden || e.Tag == atom.Footer || e.Tag == atom.Aside || e.Hint&dom.HintComment != 0
}

func (r Finder) inBody(i int) bool { return i >= r.B0 && i < r.B1 }

// amongText tells whether paragraphs of the body stand before and behind a
// block.
func (r Finder) amongText(i int) bool { return r.TextIn(r.B0, i) && r.TextIn(i+1, r.B1) }

// inBox tells whether a block below the body stands in a box of its own, under
// a head: the newest comments, what is read most.
func (r Finder) inBox(c candidate) bool {
	return r.Dead[c.b.Elem] || c.hint&dom.HintComment != 0 || r.Above(c.b.Elem, func(e *dom.Elem) bool {
		return e.Hint&(dom.HintJunk|dom.HintComment) != 0 && e.Hint&dom.HintContent == 0 && e.B0 >= r.B1
	})
}

// changed tells whether a line with a date says that it is that of a change.
func (r Finder) changed(i int) bool {
	if r.Known.Modified.Begins(r.Folded(i)) > 0 {
		return true
	}
	return r.Above(r.Blocks[i].Elem, func(e *dom.Elem) bool { return e.Hint&dom.HintModified != 0 && e.Count() <= 3 })
}

// headlineLink tells whether a block is the headline of another article.
func (r Finder) headlineLink(i int) bool {
	return i >= 0 && i < len(r.Blocks) && r.Blocks[i].Words >= 4 && r.Blocks[i].LinkShare() > 0.8
}

// menuBetween tells whether a menu stands between a block and the headline
// below it that is drawn: three links or more.
func (r Finder) menuBetween(i, title int) bool {
	links := 0
	for j := i + 1; j < title; j++ {
		b := &r.Blocks[j]
		if b.LinkShare() <= 0.9 || r.Elems[b.Elem].Hidden {
			continue
		}
		for e := b.E0; e < b.E1; e++ {
			if r.Elems[e].Tag == atom.A {
				links++
			}
		}
	}
	return links >= 3
}
