package extract

import (
	"bytes"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
)

// headlike judges a block before the body as a headline by its looks alone.
func (r titleFinder) headlike(i int) int {
	b, names := &r.Blocks[i], r.Whole(i)
	if r.noHeadline(i, names) {
		return 0
	}
	score := 0
	if names&dom.HintTitle != 0 {
		score += 3
	}
	if h := r.Heading(i); h > 0 {
		score += 5 - h
	}
	if b.AllBold() {
		score += 2
	}
	if !r.Sentence(i) {
		score += 2
	}
	if names&(dom.HintLead|dom.HintDate|dom.HintSection) != 0 {
		score -= 3
	}
	if r.timeBehind(i) {
		score++
	}
	if r.saysTitle(i) {
		score += 4
	}
	if i+1 < len(r.Blocks) && r.Blocks[i+1].LinkedHeadline() { // the head of a list
		score -= 3
	}
	return score
}

// saysTitle tells a block that says what the page calls itself, and no name that heads all pages.
func (r titleFinder) saysTitle(i int) bool {
	return !r.Sentence(i) && r.agreement(i, r.foldedTitles()) == 1 && !r.ofAllPages(r.Line(i))
}

// timeBehind tells whether the time of publication stands right behind a block.
func (r titleFinder) timeBehind(i int) bool {
	next := i + 1
	if next == len(r.Blocks) || !lines.HasDigit(r.Bytes(next)) {
		return false
	}
	return r.TimeAlone(next) || r.Timed(next) || r.datesPage(next)
}

// noHeadline tells a block before the body that is something else, whatever its looks.
func (r titleFinder) noHeadline(i int, names dom.Hint) bool {
	b, f := &r.Blocks[i], r.Folded(i)
	switch {
	case b.Words < 4, b.LinkShare() > 0.5 && !linksItself(r, i, names), r.Dead[b.Elem] && names&dom.HintTitle == 0, judge(r).readMore(i):
		return true
	case lines.HasDate(r.Bytes(i)), lines.ClockedDay(r.Bytes(i), f), bytes.IndexByte(r.Bytes(i), '@') >= 0:
		return true
	case r.Known.Related.Is(f), r.SiteTitle(r.Line(i)), lines.IsMotto(f), r.Known.MailTo.Begins(f) > 0 && bytes.IndexByte(r.Bytes(i), ':') >= 0:
		return true
	}
	return (b.Words <= 9 || lines.HasClock(r.Bytes(i))) && lines.HasMonthName(f)
}

// linksItself tells a heading above the time that is named as a headline and is a link, as no other of its make
// is: to the page itself.
func linksItself(r titleFinder, i int, names dom.Hint) bool {
	switch {
	case names&dom.HintTitle == 0, r.Heading(i) == 0, !r.timeBehind(i):
		return false
	}
	for j := range r.Blocks {
		if j != i && r.Make(j) == r.Make(i) {
			return false
		}
	}
	return true
}

// aboveMenu tells a few words right above the menu of a site: its name.
func (r titleFinder) aboveMenu(i int) bool {
	if r.Blocks[i].Words > longestSection {
		return false
	}
	links := 0
	for j := i + 1; j < min(len(r.Blocks), i+1+menuReach) && r.Blocks[j].AllLinks(); j++ {
		for e := r.Blocks[j].E0; e < r.Blocks[j].E1; e++ {
			if r.Elems[e].LinkOf(longestButton) {
				links++
			}
		}
	}
	return links >= fewestInMenu
}

// How many links a menu has, and how many blocks of it are looked at.
const (
	fewestInMenu = 3
	menuReach    = 6
)
