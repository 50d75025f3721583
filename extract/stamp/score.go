package stamp

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// place is where a candidate stands.
type place int

const (
	anywhere place = iota
	above
	inBody
	below
)

// candidate is a block that may be the line of publication, with what its rows
// ask of it.
type candidate struct {
	i     int
	b     *dom.Block
	line  []byte
	place place
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
	switch {
	case b.Words > longestStampLine, b.Role == dom.RoleCaption && !r.timedHead(i), b.Role == dom.RoleTitle, !r.PrintsDate(i):
		return 0
	}
	c := r.candidate(i, b)
	if !c.given && r.noStamp(c) {
		return 0
	}
	score := 10.0
	for _, row := range stampPoints {
		if row.holds(r, c) {
			score += row.points
		}
	}
	return score + nearness(r, c)
}

// timedHead tells a block between the headline and the text with a <time> inside, which is no caption of the face
// beside it.
func (r Finder) timedHead(i int) bool {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1 && r.Title < i && i < r.B0; e++ {
		if r.Elems[e].Tag == atom.Time {
			return true
		}
	}
	return false
}

func (r Finder) candidate(i int, b *dom.Block) candidate {
	anchor := r.Title
	if anchor < 0 {
		anchor = r.B0
	}
	c := candidate{i: i, b: b, line: r.Bytes(i), place: r.place(i), given: r.InPart(layout.Date, b), hint: r.Whole(i), from: i - anchor}
	for _, x := range r.Around(i, 3) {
		if x.Count() > 4 {
			break
		}
		c.hint |= x.Hint
		if x.Tag == atom.Time {
			c.hint |= dom.HintDate
		}
	}
	f := r.Folded(i)
	switch {
	case c.hint&dom.HintDate != 0, r.labelled(i), r.Known.IsStamp(string(c.line), f):
		c.bare = true
	}
	return c
}

func (r Finder) place(i int) place {
	switch {
	case i < r.B0:
		return above
	case i < r.B1:
		return inBody
	}
	return below
}

func (r Finder) noStamp(c candidate) bool {
	for _, row := range noStamp {
		if (row.place == anywhere || row.place == c.place) && row.holds(r, c) {
			return true
		}
	}
	return false
}

// otherDay is what a label says of the day in a block, open where another part of the line has that of publication.
func otherDay(r Finder, i int) view.DayKind {
	kind := r.DayOf(i)
	if kind != view.DayOpen && len(r.Known.Times(r.Line(i))) > 0 {
		return view.DayOpen
	}
	return kind
}

// dayOfSource tells a line below the first paragraph that gives the day of the paper which the text is from.
func dayOfSource(r Finder, i int) bool {
	return i > r.B0 && lines.DayOfSource(r.Known.Words, r.Line(i))
}

// noStamp says what no line of publication is, where no profile points at it.
var noStamp = []struct {
	name  string
	place place
	holds func(r Finder, c candidate) bool
}{
	{"day of signing", anywhere, func(r Finder, c candidate) bool { return c.i > 0 && c.i == r.Head.Signed }},
	{"below the first post of a thread", anywhere, func(r Finder, c candidate) bool {
		return r.Thread.First > 0 && c.i >= r.Elems[r.Thread.Second].B0
	}},
	{"labelled as another day", anywhere, func(r Finder, c candidate) bool { return otherDay(r, c.i) != view.DayOpen }},
	{"clock that says so", anywhere, func(r Finder, c candidate) bool { return r.Known.Today.Begins(r.Folded(c.i)) > 0 }},
	{"span of days", anywhere, func(r Finder, c candidate) bool {
		return lines.Dates(c.line) > 1 && len(r.Known.Times(string(c.line))) == 0 && !c.bare
	}},
	{"number of an issue", anywhere, func(r Finder, c candidate) bool {
		if !lines.NumbersIssue(r.Folded(c.i)) {
			return false
		}
		name := strings.TrimRight(r.Known.UntilDate(string(c.line)), " -|")
		return !r.Known.IsFullName(name) // whose last word reads so without its accent
	}},
	{"licence of the paper", anywhere, func(_ Finder, c candidate) bool { return bytes.Contains(c.line, []byte("/GP")) }},
	{"clock in the head of the site", above, func(r Finder, c candidate) bool { return r.menuBetween(c.i, c.i-c.from) }},
	{"more than a stamp", inBody, func(r Finder, c candidate) bool { return c.b.Cut == "" && c.b.Words > r.StampWords(c.i) }},
	{"sentence of the text", inBody, func(r Finder, c candidate) bool { return !c.bare && r.Sentence(c.i) }},
	{"sub-head or line among the text", inBody, func(r Finder, c candidate) bool {
		switch {
		case c.hint&dom.HintDate != 0, c.behindLead(), r.signedBelowLead(c):
			return false
		case c.bare && r.Blocks[max(0, c.i-1)].Cut == "line before the body": // who wrote
			return false
		case c.bare, view.TimePart(r.View, c.i):
			return r.amongText(c.i) && !r.onlyLeadAbove(c.i)
		}
		return r.amongText(c.i)
	}},
	{"in a table of days", inBody, func(r Finder, c candidate) bool {
		switch {
		case c.hint&dom.HintDate != 0, r.labelled(c.i), r.labelled(max(0, c.i-1)), !r.InTable(c.i):
			return false
		}
		return r.oneOfSeveral(c.i, r.B0)
	}},
	{"imprint of the paper", below, func(r Finder, c candidate) bool { return r.Imprint(c.i) }},
	{"below another headline", below, func(r Finder, c candidate) bool { return r.headlineLink(c.i - 1) }},
	{"above another headline", below, func(r Finder, c candidate) bool { return r.headlineLink(c.i + 1) }},
	{"more than a time, beside or below", below, func(_ Finder, c candidate) bool { return !c.bare }},
	{"one of several of its make", below, func(r Finder, c candidate) bool { return r.oneOfSeveral(c.i, r.B1) }},
	{"in a box beside or below", below, func(r Finder, c candidate) bool { return r.inBox(c) }},
}

// stampPoints weigh a candidate.
var stampPoints = []struct {
	name   string
	points float64
	holds  func(r Finder, c candidate) bool
}{
	{"the profile points at it", 100, func(_ Finder, c candidate) bool { return c.given }},
	{"named as a date", 12, func(_ Finder, c candidate) bool { return c.hint&dom.HintDate != 0 }},
	{"labelled as of publication", 4, func(r Finder, c candidate) bool { return r.Known.Posted.Begins(r.Folded(c.i)) > 0 }},
	{"of a change", -3, func(r Finder, c candidate) bool { return r.changed(c.i) }},
	{"with an hour", 6, func(_ Finder, c candidate) bool { return lines.HasClock(c.line) }},
	{"links or other articles", -12, func(_ Finder, c candidate) bool { return c.linked() }},
	{"hidden, aside or in the foot", -15, func(r Finder, c candidate) bool { return r.Above(c.b.Elem, r.marginal) }},
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
	case c.i > r.B1, c.from < -6:
		return -8
	}
	return -4
}

func within(v, low, high int) bool { return low <= v && v <= high }

func (c candidate) linked() bool {
	switch c.b.Cut {
	case "teaser", "row of teasers", "links":
		return true
	}
	return c.hint&dom.HintComment != 0 || c.b.Words > 5 && c.b.MostlyLinks()
}

// marginal tells an element that is hidden, aside, in the foot, or of comments.
func (r Finder) marginal(e *dom.Elem) bool {
	switch e.Tag {
	case atom.Aside:
		return true
	case atom.Footer:
		return !view.OwnFoot(r.View, e)
	}
	return e.Hidden || e.Hint&dom.HintComment != 0
}

// behindLead tells a time with its hour that stands second below the headline, so that
// one paragraph alone is above it.
func (c candidate) behindLead() bool {
	return c.bare && c.from == 2 && lines.HasClock(c.line)
}

// signedBelowLead tells a line second below the headline that says who wrote, behind a label, and when.
func (r Finder) signedBelowLead(c candidate) bool {
	switch {
	case c.from != 2, !r.Known.Labelled(string(c.line)) && !r.Known.By.Opens(string(c.line)):
		return false
	}
	return view.TimePart(r.View, c.i)
}

// onlyLeadAbove tells whether nothing but the lead stands between the beginning of the body and a
// block.
func (r Finder) onlyLeadAbove(i int) bool {
	for j := r.B0; j < i; j++ {
		if r.Blocks[j].Fresh() && r.Paragraph(j) {
			return false
		}
	}
	return true
}

// amongText tells whether paragraphs of the body stand before and behind a
// block.
func (r Finder) amongText(i int) bool { return r.TextIn(r.B0, i) && r.TextIn(i+1, r.B1) }

// inBox tells whether a block below the body stands in a box of its own, under
// a head: the newest comments, what is read most.
func (r Finder) inBox(c candidate) bool {
	switch {
	case c.hint&dom.HintComment != 0:
		return true
	case c.i < r.B1+2 && r.labelled(c.i): // <div class="post-footer">Đăng lúc …
		return false
	case c.i == r.B1 && c.hint&dom.HintDate != 0 && lines.HasClock(c.line):
		return false
	case r.Dead[c.b.Elem]:
		return true
	}
	return r.Above(c.b.Elem, func(e *dom.Elem) bool { return e.B0 >= r.B1 && e.Named(dom.HintJunk|dom.HintComment) })
}

// listReach is how many blocks apart the dates of a list stand.
const listReach = 6

// labelled tells a line that says at its head that it is of publication or of a change.
func (r Finder) labelled(i int) bool {
	f := r.Folded(i)
	if i >= r.B1 && r.Blocks[i].Words <= longestChange { // cho/dem.txt, sửa đổi lần cuối …
		return r.Known.Posted.Begins(f) > 0 || r.Known.Modified.Within(f)
	}
	return r.Known.Posted.Begins(f) > 0 || r.Known.Modified.Begins(f) > 0
}

// longestChange is how many words a line below the text has that says when it was changed.
const longestChange = 14

// oneOfSeveral tells a date of a list of documents or articles: from a block on another is set
// as it is.
func (r Finder) oneOfSeveral(i, from int) bool {
	for j := max(from, i-listReach); j < min(len(r.Blocks), i+listReach+1); j++ {
		if j != i && r.Blocks[j].Words == r.Blocks[i].Words && r.Make(j) == r.Make(i) && r.PrintsDate(j) && otherDay(r, j) == view.DayOpen {
			return true
		}
	}
	return false
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
	return i < len(r.Blocks) && r.Blocks[i].LinkedHeadline()
}

// isMenu tells an element that is marked as a menu, the path of sections left out.
func isMenu(e *dom.Elem) bool {
	switch {
	case e.Hint&dom.HintSection != 0:
		return false
	case e.Tag == atom.Nav:
		return true
	}
	return e.Hint&dom.HintNotBody != 0
}

// menuBetween tells whether a menu stands between a block and the headline
// below it that is drawn: three links or more, two where it is marked as one.
func (r Finder) menuBetween(i, title int) bool {
	links, fewest := 0, 3
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
		if r.Above(b.Elem, isMenu) {
			fewest = 2
		}
	}
	return links >= fewest
}
