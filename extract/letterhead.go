package extract

import (
	"bytes"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
)

// letterheadFinder reads the head of an official document.
type letterheadFinder struct{ *view }

// longestLetterhead is how many blocks an official document has down to its
// motto, the name of the agency and the rules between included.
const longestLetterhead = 16

// letterhead is what was found of the head of an official document.
type letterhead struct {
	motto  int // block, 0 if the page prints no document
	signed int // block with place and day of signing, 0 if none
}

// cut sets the head of an official document aside: agency, the name
// and motto of the state, number, place and day of signing. What stands below
// is the document; where the page prints no headline, its subject is one.
func (r letterheadFinder) cut(first int) {
	motto := r.motto(first)
	if motto < 0 {
		return
	}
	r.head.motto = motto
	for i := max(0, r.b0-longestLetterhead, first-longestLetterhead); i <= motto; i++ {
		if b := &r.Blocks[i]; b.Cut == "" && b.Role == dom.RoleNone && b.Words <= 20 && (i >= first || r.letterline(i)) {
			b.Cut = "letterhead"
		}
	}
	for i := motto + 1; i < min(r.b1, motto+10); i++ {
		b := &r.Blocks[i]
		f := r.Folded(i)
		switch {
		case b.Cut != "":
		case f == "" && b.Bytes < 60:
			b.Cut = "rule"
		case strings.HasPrefix(f, "so ") && b.Words <= 6 && bytes.IndexByte(r.Text[b.T0:b.T1], '/') >= 0:
			b.Cut = "number of the document"
		case b.Words <= 14 && strings.Contains(f, " ngay ") && lines.HasWordDate(r.Folded(i)) && !r.Sentence(i):
			b.Cut, r.head.signed = "place and day", i
		case r.w.Document.Is(f):
			r.subject(i)
			return
		case b.Words >= 12 && r.Sentence(i):
			return
		}
	}
}

// motto finds the line of the state's motto at the head of the body, -1 if
// there is none. An article that quotes it has text above.
func (r letterheadFinder) motto(first int) int {
	for i, seen := max(0, min(first, r.b0)-2), 0; i < r.b1 && seen < longestLetterhead; i++ {
		b := &r.Blocks[i]
		if b.Cut != "" || b.Role == dom.RoleTitle {
			continue
		}
		seen++
		if b.Words >= 12 && r.Sentence(i) {
			return -1
		}
		if b.Words <= 20 && strings.HasSuffix(r.Folded(i), "doc lap tu do hanh phuc") {
			return i
		}
	}
	return -1
}

// letterline tells a line of capitals, as the name of an agency is printed.
func (r letterheadFinder) letterline(i int) bool {
	line := r.Line(i)
	return line == strings.ToUpper(line) && r.Folded(i) != "" || r.Folded(i) == ""
}

// subject reads the kind of document at block i and its subject below. Where a
// headline says the subject, both are said again; where none is printed, the
// subject is the headline.
func (r letterheadFinder) subject(i int) {
	next := i + 1
	for next < r.b1 && (r.Blocks[next].Cut != "" || r.Folded(next) == "") {
		next++
	}
	if next >= r.b1 || r.Blocks[next].Words < 4 || r.Blocks[next].Words > 60 || r.Sentence(next) {
		return
	}
	if b := &r.Blocks[next]; r.title < 0 || r.title > r.head.motto-longestLetterhead && r.Blocks[r.title].Cut == "letterhead" || r.siteTitle(r.titleText) || r.letterline(r.title) {
		r.titleText = r.Line(next)
		b.Role, r.Blocks[i].Cut, b.Cut = dom.RoleTitle, "kind of document", "headline"
	}
}

// signed gives the day of signing, which counts where the page tells no
// other.
func (r stampFinder) signed(all []boctin.Stamp) []boctin.Stamp {
	if i := r.head.signed; i > 0 {
		all = appendStamp(all, boctin.Stamp{Text: lines.ShortStamp(r.Line(i)), From: boctin.FromText})
	}
	for i := range r.Blocks {
		if b := &r.Blocks[i]; b.Words <= 8 && (lines.HasDate(r.Text[b.T0:b.T1]) || b.Words > 3 && lines.HasDigit(r.Text[b.T0:b.T1]) && lines.HasWordDate(r.Folded(i))) && r.dayOf(i) == dayIssued {
			all = appendStamp(all, boctin.Stamp{Text: lines.ShortStamp(r.Line(i)), From: boctin.FromText})
		}
	}
	return all
}

type dayKind int

const (
	dayOpen   dayKind = iota // nothing says what happened that day
	dayIssued                // the document was signed or issued
	dayOther                 // it takes effect, a time limit ends
)

// dayOf tells what a label says of the day in a block: at its own head, or in
// the cell before.
func (r *view) dayOf(i int) dayKind {
	for _, j := range []int{i, i - 1} {
		if j < 0 || j < i && (r.Blocks[j].Words > 6 || lines.HasDate(r.Bytes(j))) {
			break
		}
		f := r.Folded(j)
		switch {
		case r.w.Issued.Begins(f) > 0:
			return dayIssued
		case r.w.OtherDay.Begins(f) > 0:
			return dayOther
		}
	}
	return dayOpen
}
