package byline

import (
	"bytes"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/view"
)

// Card is the name at the head of a small box with a face and a few words about who wrote, "" for any other
// box: the text does not tell of that person.
func Card(r *view.View, x *dom.Elem) string {
	i, n := x.B0, x.Count()
	switch {
	case n < 2, n > partsOfCard, !x.Pictured(), x.Spans(r.Title), r.Blocks[i].Words > longestUser+1, !headed(r, i), !r.Sentence(i + 1):
		return ""
	}
	name := r.Line(i)
	if r.Known.IsReporter(name) && !toldOf(r, name, i) {
		return name
	}
	return ""
}

// headed tells a block that is set as the head of its box.
func headed(r *view.View, i int) bool { return r.Heading(i) > 0 || r.Blocks[i].AllBold() }

// partsOfCard is how many blocks such a box has.
const partsOfCard = 4

// toldOf tells whether a name stands in the text above a block.
func toldOf(r *view.View, name string, i int) bool {
	return bytes.Contains(r.Text[r.Blocks[r.B0].T0:r.Blocks[i].T0], []byte(name))
}

// card reads the name in the box about who wrote, at the end of the text or right below it.
func card(r Finder, b1 int) []string {
	for i := max(r.B0, b1-partsOfCard); i < min(len(r.Blocks), b1+belowText); i++ {
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

// belowText is how many blocks below the text that box begins.
const belowText = 4
