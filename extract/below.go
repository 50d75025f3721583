package extract

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// What a line says of that which stands below it.

// namesVideo tells an invitation with a colon and, below it and the whole text, the name of what is
// to be seen.
func (r boxCutter) namesVideo(i, b1 int) bool {
	switch {
	case i+1 == b1, !r.ends(i, ':'), r.Known.Invite.Begins(r.Folded(i)) == 0:
		return false
	case !r.Blocks[i+1].Within(shortestHeadline, longestFurniture), r.Sentence(i + 1), r.TextIn(i+1, b1):
		return false
	}
	return len(r.Known.Sign(r.Line(i+1)).Authors) == 0
}

// shortestHeadline is how many words the headline of another article or of a video has.
const shortestHeadline = 4

// atFoot tells a few words of those that pages print below a text, where nothing of it follows.
func atFoot(r *view.View, l line) bool {
	switch {
	case l.b.Words > longestFoot, r.Known.Foot.Begins(l.folded) == 0:
		return false
	case r.CaptionElem(l.i), r.Elems[l.b.Elem].Is(atom.Li, atom.Td, atom.Th):
		return false
	}
	return !r.Sentence(l.i) && !r.TextIn(l.i+1, r.B1)
}

// longestFoot is how many words such a line has.
const longestFoot = 10

// headsLinks tells a few words in bold or with a colon, no name of a writer, above two headlines that are links.
func headsLinks(r boxCutter, l line) bool {
	switch {
	case l.b.Words > longestHead, l.i+2 >= r.B1, r.Sentence(l.i) && !r.ends(l.i, '?'):
		return false
	}
	switch {
	case l.b.AllBold(), r.Heading(l.i) > 0, r.ends(l.i, ':'):
	default:
		return false
	}
	for i := l.i + 1; i <= l.i+2; i++ {
		if !r.Blocks[i].LinkedHeadline() || r.linkedSentence(i) {
			return false
		}
	}
	return !r.Known.Sign(r.Line(l.i)).Named
}

// longestHead is how many words such a line has.
const longestHead = 8

// leadsToText tells a label with a colon and no figure right above a paragraph: Trả lời:
func (r boxCutter) leadsToText(l line) bool {
	if l.i+1 == len(r.Blocks) || lines.HasDigit(l.text) {
		return false
	}
	return r.ends(l.i, ':') && r.Prose(l.i+1)
}

// ofReaders tells the name of a reader with the time of a comment: a sentence stands below it, and another such
// line soon.
func ofReaders(r *view.View, i int) bool {
	if !namedTime(r, i) || i+1 >= r.B1 || !r.Sentence(i+1) {
		return false
	}
	for j := i + 2; j < min(r.B1, i+betweenReaders); j++ {
		if r.Make(j) == r.Make(i) && namedTime(r, j) {
			return true
		}
	}
	return false
}

// betweenReaders is how many blocks apart two such lines stand.
const betweenReaders = 8

// namedTime tells a name and, behind a dash or the like, a day with its hour: Lan Anh - 15/05/2025 14:02.
func namedTime(r *view.View, i int) bool {
	if r.Blocks[i].Words > longestReader || !lines.HasClock(r.Bytes(i)) || !r.PrintsDate(i) {
		return false
	}
	name, when, _ := strings.Cut(lines.Parted.Replace(r.Line(i)), "|")
	return r.Known.IsReporter(strings.TrimSpace(name)) && r.Known.IsStamp(when, lines.Fold(when))
}

// longestReader is how many words such a line has.
const longestReader = 9

// announced tells whether the block before leads to this one: with a colon, or by
// its last words.
func (r boxCutter) announced(i int) bool {
	for i--; i >= r.B0; i-- {
		if r.Blocks[i].Cut == "" {
			return r.ends(i, ':') || r.Known.Announce.Ends(r.Folded(i))
		}
	}
	return false
}

// onlyFigures tells a line of nothing but figures and blanks.
func onlyFigures(line []byte) bool { return strings.Trim(string(line), " 0123456789") == "" }

// longestSiteName is how many words a line has that is nothing but the name of a site or paper.
const longestSiteName = 16

// namesSite tells the name of the site or of a paper below the text, in another box than the last
// paragraph, where nothing of the text follows.
func (r boxCutter) namesSite(i int) bool {
	switch {
	case i == 0, r.Blocks[i].Words > longestSiteName, r.Elems[r.Blocks[i].Elem].Parent == r.Elems[r.Blocks[i-1].Elem].Parent:
		return false
	case r.Sentence(i), r.tellsAddress(i):
		return false
	}
	return r.SiteTitle(r.Line(i)) && !r.TextIn(i+1, r.B1)
}

// tellsAddress tells words of the text that hold an address: Nộp hồ sơ tại dichvucong.gov.vn. Two beside
// it may name whose it is.
func (r boxCutter) tellsAddress(i int) bool {
	if r.Blocks[i].Words <= 3 || bytes.IndexByte(r.Bytes(i), '.') < 0 {
		return false
	}
	return !r.Known.Outlet.Opens(r.Line(i)) && r.Known.Portal.Begins(r.Folded(i)) == 0
}
