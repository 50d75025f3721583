package plain

import (
	"regexp"
	"slices"
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// longestLetterhead is how many pieces an official document has down to its
// motto, the name of the agency and the rules between them included.
const longestLetterhead = 16

// cutLetterhead cuts the head of an official document: the agency, the state's
// name and motto, the number, and the kind of the document above its subject.
func (d *document) cutLetterhead() {
	motto := d.motto()
	if motto < 0 {
		return
	}
	d.official = true
	for i := range d.pieces[:motto+1] {
		if p := &d.pieces[i]; p.role == text {
			p.set(cut, "letterhead")
		}
	}
	for i := motto + 1; i < min(len(d.pieces), motto+8); i++ {
		p := &d.pieces[i]
		f := d.fold(p)
		switch {
		case p.role != text:
		case strings.HasPrefix(f, "so ") && d.signedBeside(p):
		case strings.HasPrefix(f, "so ") && strings.ContainsRune(p.text, '/') && lines.Count(p.text) <= 6:
			p.set(cut, "number of the document")
		case d.v.Document.Is(f) && d.isTitle(d.skip(i+1)):
			p.set(cut, "kind of document")
			return
		case p.real:
			return
		}
	}
}

// signedBeside reads the place and day of signing that stand in one line with the number of a
// document, as columns are copied: Số: 12/BC Hà Giang, ngày 5 tháng 3 năm 2024.
func (d *document) signedBeside(p *piece) bool {
	for at := range lines.Blanks(p.text) {
		if rest := p.text[at+1:]; strings.ContainsRune(p.text[:at], '/') && d.v.Letterhead(rest) {
			p.set(stamp, "place and day beside the number of the document")
			d.article.Stamps = append(d.article.Stamps, d.v.stamps().stampOf(rest))
			return true
		}
	}
	return false
}

// motto finds the line of the state's motto near the top, -1 if there is none.
func (d *document) motto() int {
	for i := range d.pieces[:min(len(d.pieces), longestLetterhead)] {
		p := &d.pieces[i]
		if p.real {
			return -1
		}
		if lines.IsMotto(d.fold(p)) {
			return i
		}
	}
	return -1
}

// placed tells the place in "Hà Nội, ngày 5 tháng 3 năm 2024".
func (v *vocabulary) placed(s, other, when string) bool {
	return strings.HasPrefix(s, other+", ") && v.Dated.Begins(lines.Lower(when)) > 0
}

// penName reads the last line of a text that can be nothing but a name: after a
// full paragraph, in capitals whatever its first syllable, or one syllable alone.
func (d *document) penName(i int) (sig lines.Signature, ok bool) {
	s := d.pieces[i].text
	switch {
	case d.ahead[i+1].next < len(d.pieces), !d.at(i - 1).real, !lines.Stopped(d.at(i - 1).text):
		return sig, false
	}
	for j := i + 1; j < len(d.pieces) && !d.pieces[j].listHead(); j++ {
		if d.pieces[j].role == text && !(tailReader{d}).closing(j) {
			return sig, false
		}
	}
	if sig, ok = capitals(d.v, s); ok && sig.Marked { // THÙY VÂN (tổng hợp)
		return sig, true
	}
	switch sig = d.v.Sign(s); {
	case len(sig.Authors) == 1 && d.v.ofOffice(s), len(sig.Authors) > 1 && (sig.Ranked || inCapitals(sig.Authors)):
		return sig, true
	}
	f := lines.Fold(s)
	switch {
	case d.v.NotName.Begins(lines.Lower(s)) > 0, d.v.section.Is(f), d.v.Document.Is(f), !lines.ShortName(s):
		return sig, false
	}
	return lines.Signature{Authors: []string{s}}, true
}

// inCapitals tells names that are all in capitals.
func inCapitals(names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return name != strings.ToUpper(name) })
}

// closing tells what may stand below who wrote: the source, tags, the office of the writer.
func (d tailReader) closing(i int) bool {
	p := &d.pieces[i]
	_, source := d.v.sourceOf(p.text)
	return source || d.tagList(p) != "" || lines.IsOffice(d.v.Words, p.text)
}

// ofOffice tells a rank before a name: Thượng úy Lan Anh - Công an xã.
func (v *vocabulary) ofOffice(s string) bool { return v.Degree.Begins(lines.Lower(s)) > 0 }

// signature reads piece i as a line that signs the article.
func (d *document) signature(i int) (lines.Signature, bool) {
	p := &d.pieces[i]
	if d.official { // who signs a document is no reporter
		return lines.Signature{}, false
	}
	if sig, ok := d.v.sign(p.text); ok {
		return sig, true
	}
	if lines.Count(p.text) <= 3 && lines.IsOutlet(p.text) && (d.v.Outlet.Is(lines.Lower(p.text)) || station(p.text)) {
		return lines.Signature{Source: p.text}, true
	}
	return d.penName(i)
}

// station tells the short name of a television: HGTV.
func station(s string) bool { return stationName.MatchString(s) }

var stationName = regexp.MustCompile(`^[A-Z]+TV$`)

// invites tells a last line that asks the reader on to something else.
func (d *document) invites(i int) bool {
	if !d.beckons(&d.pieces[i]) {
		return false
	}
	_, goes := d.resumes(i, 1)
	return !goes
}

// beckons tells a short line "Mời quý độc giả …".
func (d *document) beckons(p *piece) bool {
	return len(p.text) <= 250 && d.v.Invite.Begins(d.fold(p)) > 0
}

// cell reads "text |", a row with one cell: under a picture that is set as a
// table stands its caption so. A box with text has more sentences.
func (p *piece) cell() {
	t, ok := strings.CutSuffix(p.text, " |")
	if !ok || strings.Contains(t, "|") {
		return
	}
	p.text = t
	if captionSized(t) && !strings.HasSuffix(t, ":") {
		p.set(caption, "cell of a table alone")
	}
}
