package byline

import (
	"bytes"
	"slices"
	"strings"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/view"
)

// Card is the name at the head of a small box with a face and a few words about who wrote, "" for any other
// box: it stands beside the time of publication, or the name is set as a head and the text above does not tell
// of that person.
func Card(r *view.View, x *dom.Elem) string {
	i, n := x.B0, x.Count()
	switch {
	case n < 2, n > partsOfCard, !x.Pictured(), inRow(r, x), x.Spans(r.Title), r.Blocks[i].Words > longestUser+1, !r.Sentence(i + 1):
		return ""
	}
	name := r.Line(i)
	switch {
	case !r.Known.IsReporter(name), timed(r, i, x.B1): // of a reader, with a comment
		return ""
	case headed(r, i) && !toldOf(r, name, i), besideTimeBox(r, x) && (besideTime{Finder{r}}).namesPerson(name):
		return name
	}
	return ""
}

// partsOfCard is how many blocks such a box has.
const partsOfCard = 4

// timed tells whether one of the blocks [from,to) prints a time.
func timed(r *view.View, from, to int) bool {
	for i := from; i < to; i++ {
		if r.PrintsDate(i) || view.Ago(r, i) {
			return true
		}
	}
	return false
}

// headed tells a block that is set as the head of its box.
func headed(r *view.View, i int) bool { return r.Heading(i) > 0 || r.Blocks[i].AllBold() }

// CutAbout sets aside the last few blocks of a text below a head that ends in the name of who wrote: Về Lan Anh.
func CutAbout(r *view.View, b1 int, authors []string) {
	for i := max(r.B0, b1-partsOfCard); i < b1 && len(authors) > 0; i++ {
		switch b := &r.Blocks[i]; {
		case !b.Fresh(), b.Words > longestBelow, !headed(r, i), !endsIn(r.Line(i), authors), !r.TextIn(r.B0, i):
			continue
		}
		r.CutRange(i, b1, "about the author")
		return
	}
}

func endsIn(line string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(line, name) })
}

// toldOf tells whether a name stands in the text above a block.
func toldOf(r *view.View, name string, i int) bool {
	return i < r.B0 || bytes.Contains(r.Text[r.Blocks[r.B0].T0:r.Blocks[i].T0], []byte(name))
}

// besideTimeBox tells a box right below or above a time of publication.
func besideTimeBox(r *view.View, x *dom.Elem) bool {
	if x.B0 > 0 && view.TimeLine(r, x.B0-1) {
		return true
	}
	return x.B1 < len(r.Blocks) && view.TimeLine(r, x.B1)
}

// aboveTitle is the name in a small box with a face that ends where the headline begins, "" where there is none.
func aboveTitle(r Finder) string {
	for i := max(0, r.Title-partsOfCard); i < r.Title; i++ {
		for _, x := range r.Around(i, 3) {
			switch {
			case x.B0 != i, x.B1 != r.Title, !x.Pictured(), timed(r.View, i, r.Title):
				continue
			}
			return fullName(r, i)
		}
	}
	return ""
}

// fullName is the full name of a person in a block, with what he is behind it, "" for any other.
func fullName(r Finder, i int) string {
	for _, name := range append(parted{r}.sideBySide(i), r.Known.WithoutDegree(r.Line(i))) {
		if r.Known.IsFullName(name) {
			return name
		}
	}
	return ""
}

// card reads the name in the box about who wrote: above the headline, in the head, at the end of the text or
// right below it.
func card(r Finder, first, b1 int) []string {
	if name := aboveTitle(r); name != "" {
		return []string{name}
	}
	for i := first; i < min(len(r.Blocks), b1+belowText); i++ {
		if i == first+belowText {
			i = max(i, b1-partsOfCard)
		}
		for _, x := range r.Around(i, 3) {
			if x.B0 != i {
				break
			}
			if name := Card(r.View, x); name != "" && !r.Dead[r.Blocks[i].Elem] {
				return []string{name}
			}
		}
	}
	return nil
}

// belowText is how many blocks below the headline or the text that box begins.
const belowText = 4
