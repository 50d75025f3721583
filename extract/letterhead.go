package extract

import (
	"bytes"
	"strings"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// letterheadFinder reads the head of an official document.
type letterheadFinder struct{ *view.View }

// longestLetterhead is how many blocks an official document has down to its
// motto, the name of the agency and the rules between included.
const longestLetterhead = 16

// cut sets the head of an official document aside: agency, the name
// and motto of the state, number, place and day of signing. What stands below
// is the document; where the page prints no headline, its subject is one.
func (r letterheadFinder) cut(first int) {
	motto := r.motto(first)
	if motto < 0 {
		return
	}
	r.Head.Motto = motto
	for i := first; i <= motto; i++ {
		if b := &r.Blocks[i]; b.Words <= 20 {
			b.Cut = "letterhead"
		}
	}
	for i := motto + 1; i < min(r.B1, motto+10) && r.below(i); i++ {
	}
}

// below reads a line below the motto; it is false where the head has ended.
func (r letterheadFinder) below(i int) bool {
	b := &r.Blocks[i]
	f := r.Folded(i)
	switch {
	case b.Cut != "":
	case f == "" && b.Bytes < 60:
		b.Cut = "rule"
	case strings.HasPrefix(f, "so ") && b.Words <= 6 && bytes.IndexByte(r.Bytes(i), '/') >= 0:
		b.Cut = "number of the document"
	case b.Words <= 14 && strings.Contains(f, " ngay ") && lines.HasWordDate(f) && !r.Sentence(i):
		b.Cut, r.Head.Signed = "place and day", i
	case r.Known.Document.Is(f):
		r.subject(i)
		return false
	case r.Paragraph(i):
		return false
	}
	return true
}

// motto finds the line of the state's motto at the head of the body, -1 if
// there is none. An article that quotes it has text above.
func (r letterheadFinder) motto(first int) int {
	seen := 0
	for i := max(0, min(first, r.B0)-2); i < r.B1; i++ {
		switch b := &r.Blocks[i]; {
		case b.Cut != "", b.Role == dom.RoleTitle:
			continue
		case seen == longestLetterhead, r.Paragraph(i):
			return -1
		case lines.IsMotto(r.Folded(i)):
			return i
		}
		seen++
	}
	return -1
}

// letterline tells a line of capitals, as the name of an agency is printed.
func (r letterheadFinder) letterline(i int) bool {
	line := r.Line(i)
	return line == strings.ToUpper(line)
}

// subject reads the kind of document at block i and its subject below. Where a
// headline says the subject, both are said again; where none is printed, the
// subject is the headline.
func (r letterheadFinder) subject(i int) {
	next := i + 1
	for next < r.B1 && (r.Blocks[next].Cut != "" || r.Folded(next) == "") {
		next++
	}
	if next >= r.B1 || !r.Blocks[next].Within(4, 60) || r.Sentence(next) {
		return
	}
	if b := &r.Blocks[next]; !r.titled() {
		r.TitleText = r.Line(next)
		b.Role, r.Blocks[i].Cut, b.Cut = dom.RoleTitle, "kind of document", "headline"
	}
}

// titled tells whether the page prints a headline that is neither a line of the
// letterhead nor the name of the site.
func (r letterheadFinder) titled() bool {
	return r.Title >= 0 && !r.letterline(r.Title)
}
