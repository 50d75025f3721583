package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/byline"
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// cutHead sets aside what stands between headline and body and is neither lead
// nor text: section, date, names, shares.
func (r writer) cutHead(first int) {
	for i := first; i < r.B1; i++ {
		switch b := &r.Blocks[i]; {
		case !b.Fresh():
		case i < r.B0:
			r.cutAbove(i)
		case r.Prose(i):
			r.cutBelowLead(i)
			return
		case b.Words < 14 && r.aside(i) && !r.timesEntry(i):
			b.Cut = "line before the body"
		}
	}
}

// cutBelowLead sets aside who wrote, in a line behind a label, and when, where they stand right
// below the first paragraph, in a box with it or not.
func (r writer) cutBelowLead(first int) {
	end := min(r.B1, first+1+belowLead)
	for i := first + 1; i < end; i++ {
		if !r.TimeAlone(i) {
			continue
		}
		for j := first + 1; j < i; j++ {
			if b := &r.Blocks[j]; b.Fresh() && r.Known.Sign(r.Line(j)).Labelled {
				b.Cut = "line before the body"
			}
		}
		return
	}
}

// belowLead is how many blocks below the first paragraph such lines stand.
const belowLead = 3

// cutAbove judges a block above the body.
func (r writer) cutAbove(i int) {
	b := &r.Blocks[i]
	switch {
	case r.Dead[b.Elem]:
		b.Cut = "between headline and body"
	case r.CaptionElem(i), r.leadPicture(i), r.belowPicture(i):
		b.Role, b.Cut = dom.RoleCaption, "caption by tag or name"
	case !r.Prose(i):
		b.Cut = "between headline and body"
	}
}

// asideNames are what the lines before the first paragraph are named that are
// no text.
const asideNames = dom.HintDate | dom.HintAuthor | dom.HintSection | dom.HintSource | dom.HintTags

// aside tells whether a short line before the first paragraph is no sub-head.
func (r writer) aside(i int) bool {
	dated := lines.HasDate(r.Bytes(i))
	switch {
	case r.Heading(i) > 0 && !dated:
		return false
	case lines.IsMailLine(r.Known.Words, r.Line(i)), r.Known.Sign(r.Line(i)).Labelled, r.Whole(i)&asideNames != 0, r.Blocks[i].MostlyLinks(), r.besideTime(i), inAuthorBox(r, i), view.Ago(r.View, i), byline.Opens(r.View, i):
		return true
	}
	return dated && lines.HasClock(r.Bytes(i)) && (!r.Sentence(i) || r.Known.IsStamp(r.Line(i), r.Folded(i)))
}

// inAuthorBox tells a block of a small box that is named as the author's, without a sentence: a name, and what
// the writer is below it.
func inAuthorBox(r writer, i int) bool {
	box := &r.Elems[r.Blocks[i].Elem]
	if box.Count() > partsOfAuthor || box.Hint&dom.HintAuthor == 0 {
		return false
	}
	for j := box.B0; j < box.B1; j++ {
		if r.Sentence(j) {
			return false
		}
	}
	return true
}

// partsOfAuthor is how many blocks such a box has.
const partsOfAuthor = 3

// timesEntry tells an hour alone that is the first of several set alike, as above each entry of a
// report by the minute.
func (r writer) timesEntry(i int) bool {
	if !r.hourAlone(i) {
		return false
	}
	for j := i + 2; j < min(r.B1, i+entryBlocks); j++ {
		if r.hourAlone(j) && r.Make(j) == r.Make(i) {
			return r.TextIn(i+1, j)
		}
	}
	return false
}

// hourAlone tells a word or two with an hour and no day.
func (r writer) hourAlone(i int) bool {
	return r.Blocks[i].Words <= 2 && lines.HasClock(r.Bytes(i)) && !lines.HasDate(r.Bytes(i))
}

// entryBlocks is how many blocks an entry of a report by the minute has at most.
const entryBlocks = 12

// besideTime tells a few words beside a time of publication in a small box without a sentence.
func (r writer) besideTime(i int) bool {
	if r.signsBesideTime(i) {
		return true
	}
	box := &r.Elems[r.Elems[r.Blocks[i].Elem].Parent]
	switch {
	case r.Blocks[i].Words > longestAside, box.Count() > partsOfTime, r.Sentence(i), r.Elems[r.Blocks[i].Elem].Is(atom.Td, atom.Th):
		return false
	}
	timed := false
	for j := box.B0; j < box.B1; j++ {
		if r.Sentence(j) {
			return false
		}
		timed = timed || view.TimeLine(r.View, j)
	}
	return timed
}

// signsBesideTime tells a line that signs or names a source, right above or below one that is nothing but a
// time, in the same box as this.
func (r writer) signsBesideTime(i int) bool {
	b := &r.Blocks[i]
	switch {
	case b.Words > longestSigned, r.InTable(i), b.Linked > 0 && !byline.Titled(r.View, i):
		return false
	}
	for j := max(i-1, 0); j <= min(i+1, len(r.Blocks)-1); j++ {
		switch {
		case j == i, r.Elems[r.Blocks[j].Elem].Parent != r.Elems[b.Elem].Parent, !view.TimeLine(r.View, j):
			continue
		}
		return byline.Signs(r.View, i)
	}
	return false
}

// longestSigned is how many words a line has that signs, with an office.
const longestSigned = 13

// longestAside is how many words stand beside the time of publication: who wrote, with an office.
const longestAside = 8

// partsOfTime is how many blocks a line of publication has that is set as a box.
const partsOfTime = 6

// leadPicture tells the words under the picture between headline and body: one
// line without links in a small box that has a picture above it.
func (r writer) leadPicture(i int) bool {
	switch b := &r.Blocks[i]; {
	case b.Words > 60, b.Linked > 0, !r.ImageBefore(i), r.Known.IsStamp(r.Line(i), r.Folded(i)):
		return false
	case r.labelled(i), view.TimePart(r.View, i), countsUp(r.View, i): // the face of who wrote, the mark of a paper beside the time
		return false
	}
	for _, x := range r.Around(i, 4) {
		if x.Count() > 2 {
			return false
		}
		if x.Pictured() {
			return true
		}
	}
	return false
}

// countsUp tells a label with a figure behind its colon: Bài viết: 7.
func countsUp(r *view.View, i int) bool {
	label, figure, found := strings.Cut(r.Line(i), ": ")
	return found && lines.Count(label) <= longestLabel && onlyFigures([]byte(figure))
}

// belowPicture tells a line in a box of its own right below one that is nothing but a picture, between headline
// and body.
func (r writer) belowPicture(i int) bool {
	b := &r.Blocks[i]
	switch {
	case !b.Within(shortestHeadline, longestPlain), b.Linked > 0, !r.ImageBefore(i), r.Sentence(i), r.PrintsDate(i), r.labelled(i):
		return false
	case r.Known.Sign(r.Line(i)).Named, r.Whole(i)&asideNames != 0, r.Heading(i) > 0:
		return false
	}
	box := b.Elem
	for r.Elems[r.Elems[box].Parent].Count() == 1 {
		box = r.Elems[box].Parent
	}
	above := box - 1
	for r.Elems[above].Parent > r.Elems[box].Parent {
		above = r.Elems[above].Parent
	}
	x := &r.Elems[above]
	switch {
	case x.Parent != r.Elems[box].Parent, x.Inline:
		return false
	}
	return x.Count() == 0 && x.Pictured()
}

// labelled tells a line behind one that is the label of a name: Người viết.
func (r writer) labelled(i int) bool {
	return i > 0 && r.Blocks[i-1].Words <= longestLabel && r.Known.By.Equals(strings.TrimRight(r.Line(i-1), " :"))
}

// longestLabel is how many words the label of a name has.
const longestLabel = 5

// cutLastHeads sets aside sub-heads at the end under which nothing was kept, neither text nor
// picture.
func (r writer) cutLastHeads(first int) {
	for i := r.B1 - 1; i >= first; i-- {
		switch b := &r.Blocks[i]; {
		case b.Role == dom.RoleCaption, r.PictureAfter(i):
			return
		case b.Cut != "":
		case r.Heading(i) < 2, b.Words > longestLastHead, r.Sentence(i), b.Keep, !r.TextIn(first, i):
			return
		default:
			b.Cut = "head of nothing below"
		}
	}
}

// longestLastHead is how many words such a sub-head has.
const longestLastHead = 12
