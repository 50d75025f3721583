package extract

import (
	"bytes"
	"strings"

	"github.com/boctin/boctin"
)

// longestLetterhead is how many blocks an official document has down to its
// motto, the name of the agency and the rules between included.
const longestLetterhead = 16

// letterhead is what was found of the head of an official document.
type letterhead struct {
	motto  int // block, 0 if the page prints no document
	signed int // block with place and day of signing, 0 if none
}

// cutLetterhead sets the head of an official document aside: agency, the name
// and motto of the state, number, place and day of signing. What stands below
// is the document; where the page prints no headline, its subject is one.
func (r *reader) cutLetterhead(first int) {
	motto := r.motto(first)
	if motto < 0 {
		return
	}
	r.head.motto = motto
	for i := max(0, r.b0-longestLetterhead, first-longestLetterhead); i <= motto; i++ {
		if b := &r.blocks[i]; b.cut == "" && b.role == roleNone && b.words <= 20 && (i >= first || r.letterline(i)) {
			b.cut = "letterhead"
		}
	}
	for i := motto + 1; i < min(r.b1, motto+10); i++ {
		b := &r.blocks[i]
		f := r.folded(i)
		switch {
		case b.cut != "":
		case f == "" && b.bytes < 60:
			b.cut = "rule"
		case strings.HasPrefix(f, "so ") && b.words <= 6 && bytes.IndexByte(r.text[b.t0:b.t1], '/') >= 0:
			b.cut = "number of the document"
		case b.words <= 14 && strings.Contains(f, " ngay ") && hasWordDate(r, i) && !r.sentence(i):
			b.cut, r.head.signed = "place and day", i
		case r.x.phrases.document.is(f):
			r.subject(i)
			return
		case b.words >= 12 && r.sentence(i):
			return
		}
	}
}

// motto finds the line of the state's motto at the head of the body, -1 if
// there is none. An article that quotes it has text above.
func (r *reader) motto(first int) int {
	for i, seen := max(0, min(first, r.b0)-2), 0; i < r.b1 && seen < longestLetterhead; i++ {
		b := &r.blocks[i]
		if b.cut != "" || b.role == roleTitle {
			continue
		}
		seen++
		if b.words >= 12 && r.sentence(i) {
			return -1
		}
		if b.words <= 20 && strings.HasSuffix(r.folded(i), "doc lap tu do hanh phuc") {
			return i
		}
	}
	return -1
}

// letterline tells a line of capitals, as the name of an agency is printed.
func (r *reader) letterline(i int) bool {
	line := r.line(i)
	return line == strings.ToUpper(line) && r.folded(i) != "" || r.folded(i) == ""
}

// subject reads the kind of document at block i and its subject below. Where a
// headline says the subject, both are said again; where none is printed, the
// subject is the headline.
func (r *reader) subject(i int) {
	next := i + 1
	for next < r.b1 && (r.blocks[next].cut != "" || r.folded(next) == "") {
		next++
	}
	if next >= r.b1 || r.blocks[next].words < 4 || r.blocks[next].words > 60 || r.sentence(next) {
		return
	}
	if b := &r.blocks[next]; r.title < 0 || r.title > r.head.motto-longestLetterhead && r.blocks[r.title].cut == "letterhead" || r.siteTitle(r.titleText) || r.letterline(r.title) {
		r.titleText = r.line(next)
		b.role, r.blocks[i].cut, b.cut = roleTitle, "kind of document", "headline"
	}
}

// signedStamp gives the day of signing, which counts where the page tells no
// other.
func (r *reader) signedStamp(all []boctin.Stamp) []boctin.Stamp {
	if i := r.head.signed; i > 0 {
		all = appendStamp(all, boctin.Stamp{Text: stampText(r.line(i)), From: boctin.FromText})
	}
	for i := range r.blocks {
		if b := &r.blocks[i]; b.words <= 8 && (hasDate(r.text[b.t0:b.t1]) || b.words > 3 && hasDigit(r.text[b.t0:b.t1]) && hasWordDate(r, i)) && r.dayOf(i) == dayIssued {
			all = appendStamp(all, boctin.Stamp{Text: stampText(r.line(i)), From: boctin.FromText})
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
func (r *reader) dayOf(i int) dayKind {
	for _, j := range []int{i, i - 1} {
		if j < 0 || j < i && (r.blocks[j].words > 6 || hasDate(r.text[r.blocks[j].t0:r.blocks[j].t1])) {
			break
		}
		f := r.folded(j)
		switch {
		case r.x.phrases.issued.begins(f) > 0:
			return dayIssued
		case r.x.phrases.otherDay.begins(f) > 0:
			return dayOther
		}
	}
	return dayOpen
}
