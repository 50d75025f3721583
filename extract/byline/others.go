package byline

import (
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// ofOther tells a block below the text or above the headline in a box about other articles: right below the
// headline of one, or in the box that the head of such opens.
func ofOther(r *view.View, i int) bool {
	for _, x := range r.Around(i, othersAbove) {
		switch {
		case x.Spans(r.Title), x.B0 < r.B1 && x.B1 > r.B0:
			return false
		case x.B0 == i:
			if i+1 < x.B1 && r.Blocks[i+1].LinkedHeadline() && inRow(r, x) {
				return true
			}
		case headsOthers(r, x, i):
			return true
		case x.Count() > partsOfCard, !shared(r, i-1, i):
			continue
		case r.Blocks[i-1].LinkedHeadline(), r.Heading(x.B0) > 0 && r.Blocks[i-1].AllLinks() && r.Blocks[i-1].Words > 1: // Sách hay
			return true
		}
	}
	return false
}

// inRow tells a box right before or behind another of its make: cards of articles, or of persons.
func inRow(r *view.View, x *dom.Elem) bool {
	for e := x.Parent + 1; e < r.Elems[x.Parent].Last; e = r.Elems[e].Last {
		sibling := &r.Elems[e]
		switch {
		case sibling.B1 != x.B0 && sibling.B0 != x.B1, sibling.Pictured() != x.Pictured():
		case sibling.Count() > 1 && sibling.Count() <= partsOfCard && sibling.Make() == x.Make():
			return true
		}
	}
	return false
}

// headsOther tells a block apart from the article that is the headline of another, or the head of such.
func headsOther(r *view.View, i int) bool {
	if r.Title <= i && i < r.B1 {
		return false
	}
	return r.Blocks[i].Linked >= longestUnnamed || r.Known.Related.Is(r.Folded(i))
}

// greets tells a line of the page's head that says more than a name and the time: Xin chào, lan_anh.
func (r ownHead) greets(i int, name string) bool {
	line := r.Line(i)
	switch {
	case line == name, r.Known.By.Opens(line):
		return false
	}
	return !r.PrintsDate(i)
}

// aboveTitled reads a full name above a line that says what that person is, in a box of the two right above the
// time: Lò Thị Mai / Nguyên cán bộ kiểm lâm.
func aboveTitled(r besideTime, i int) []string {
	name := i - 2
	switch {
	case name <= r.Title, i > r.B0, !view.TimeLine(r.View, i), r.Blocks[i-1].Words > longestTitle, r.Sentence(i - 1):
		return nil
	}
	sig := r.Known.Sign(r.Line(name))
	switch {
	case sig.Ranked && r.office(i-1):
		return sig.Authors
	case !r.Known.IsFullName(r.Line(name)):
		return nil
	}
	for _, x := range r.Around(name, 3) {
		if x.B0 == name && x.B1 == i {
			return sig.Authors
		}
	}
	return nil
}

// putUpBelow tells a line below the text that says who put it up: Được đăng bởi <a>Lan Anh</a> vào lúc 9:00.
func putUpBelow(r Finder, i int) bool { return i >= r.B1 && besideTime{r}.behindBy(i) != "" }

// namedSection tells words that are all of an element of a block which is named as the section's.
func namedSection(r *view.View, i int, words string) bool {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		if x.Hint&dom.HintSection != 0 && lines.Squeeze(string(r.Text[x.T0:x.T1])) == words {
			return true
		}
	}
	return false
}

// othersAbove is how many elements up from a name such a box is looked for.
const othersAbove = 6

// headsOthers tells a box that opens with the head of other articles, which no box of its own parts from block i.
func headsOthers(r *view.View, x *dom.Elem, i int) bool {
	return r.Known.Related.Is(r.Folded(x.B0)) && shared(r, x.B0, i)
}

// shared tells whether the smallest box that block j has with others holds block i, too.
func shared(r *view.View, j, i int) bool {
	for _, own := range r.Around(j, othersAbove) {
		if own.Count() > 1 {
			return own.Spans(i)
		}
	}
	return false
}
