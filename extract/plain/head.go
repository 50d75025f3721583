package plain

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// headReader reads what stands before the first paragraph.
type headReader struct{ *document }

// readHead reads what stands before the first paragraph, and the lead.
func (d headReader) readHead() {
	d.readKeys()
	i := d.findTitle()
	d.repeats()
	blockReader{d}.cutHeadBlock(i)
	first, stamped := -1, d.stamped()
	for ; i < len(d.pieces); i++ {
		if d.pieces[i].role != text {
			continue
		}
		if d.readStamp(&d.pieces[i]) {
			stamped = true
			if first >= 0 {
				d.aboveStamp(first)
				first = -1
			}
			continue
		}
		beside := d.ofHead
		if first >= 0 {
			beside = d.headByline
		}
		if beside(i, stamped) {
			continue
		}
		if first >= 0 || stamped || !d.stampSoon(i) && !d.datedBelow(i) {
			break
		}
		first = i
	}
	if d.belowKicker(i) {
		i++
	}
	d.start = min(i, len(d.pieces))
	d.markLead()
}

// readStamp reads a line of publication.
func (d headReader) readStamp(p *piece) bool {
	if p.rule != "stamp?" {
		return d.mixedStamp(p) || blockReader{d}.timeAndButton(p)
	}
	d.stamp(p)
	return true
}

// ofHead reads what else stands between headline and text: names, the outlet,
// the section.
func (d headReader) ofHead(i int, stamped bool) bool {
	p := &d.pieces[i]
	switch {
	case !p.real && d.headByline(i, stamped):
	case d.hasTitle() && d.outletAlone(p.text):
		p.set(cut, "name of the outlet")
	case d.v.section.Is(d.fold(p)):
		p.set(section, "name of a section")
	case d.v.isReadingTime(d.fold(p)):
		p.set(cut, "how long it takes to read")
	case lines.IsMail(p.text):
		p.set(cut, "address of the writer")
	case d.hasTitle() && isCount(p.text):
		p.set(cut, "counter")
	case d.officeAbove(i), stamped && lines.IsOffice(d.v.Words, p.text):
		p.set(cut, "office that publishes")
	default:
		return false
	}
	return true
}

// officeAbove tells the name of an office between headline and line of publication.
func (d headReader) officeAbove(i int) bool {
	s := d.pieces[i].text
	switch {
	case d.at(d.skip(i+1)).rule != "stamp?", lines.Count(s) > longestSite, lines.Stopped(s):
		return false
	}
	return d.hasTitle() && d.v.NotName.Begins(lines.Lower(s)) > 0 && !d.stamped()
}

// outletAlone tells one word that names an agency and no team.
func (d headReader) outletAlone(s string) bool {
	return lines.Count(s) == 1 && lines.IsOutlet(s) && !d.v.Team.Is(lines.Lower(s))
}

// belowKicker takes the line below the line of publication for the headline
// where the one above was the name of a column: a few words in capitals.
func (d headReader) belowKicker(i int) bool {
	switch {
	case !d.stamped(), !d.isTitle(i), d.pieces[i].real:
		return false
	}
	words := lines.Count(d.pieces[i].text)
	for j := range d.pieces[:i] {
		q := &d.pieces[j]
		if q.role == title && lines.Count(q.text) < min(words, longestCrumb+1) && d.column(q.text) {
			q.set(section, "name of a column")
			d.pieces[i].set(title, "headline below the line of publication")
			return true
		}
	}
	return false
}

// column tells whether a line may be the name of a column: it stands in capitals, or names
// sections with a dash between them: Quốc phòng - An ninh.
func (d headReader) column(s string) bool {
	if s == strings.ToUpper(s) {
		return true
	}
	return namesSections(&d.v.section, s)
}

// namesSections tells the names of two sections or more with a dash between them.
func namesSections(section *lines.Phrases, s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-–/|", r) })
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !section.Is(lines.Fold(strings.TrimSpace(part))) })
}

// aboveStamp reads the line between title and line of publication: a lead, or
// the title itself if what was taken for it is a word of the menu.
func (d headReader) aboveStamp(i int) {
	p := &d.pieces[i]
	for j := range d.pieces[:i] {
		q := &d.pieces[j]
		if q.role == title && !lines.Stopped(p.text) && lines.Count(q.text) <= 4 && lines.Count(p.text) > 4 {
			q.set(cut, "menu")
			p.set(title, "headline above the line of publication")
			return
		}
	}
	p.set(lead, "stands before the line of publication")
}

// pathToTitle tells whether a path that begins at home ends with a headline: more words
// than the name of a section has.
func (d headReader) pathToTitle(s string) bool {
	_, ok := d.v.behindHome(s)
	last := s[strings.LastIndexAny(s, steps)+1:]
	return ok && lines.Count(last) > longestCrumb
}

// isPath tells a path of sections: by its marks, or by its first step.
func (d headReader) isPath(s string) bool {
	if strings.Contains(s, " > ") || strings.Contains(s, " » ") {
		return true
	}
	rest, ok := d.v.behindHome(s)
	return ok && strings.HasPrefix(rest, " / ")
}

// findTitle sets the title and gives the index of the piece after it.
func (d headReader) findTitle() int {
	for i := range d.pieces {
		p := &d.pieces[i]
		switch {
		case p.role == title:
			return i + 1
		case p.rule == "stamp?":
			d.stamp(p)
			continue
		case p.role != text:
			continue
		case d.isPath(p.text) && !d.pathToTitle(p.text):
			p.set(cut, "path of sections")
			continue
		case d.v.section.Is(d.fold(p)):
			p.set(section, "name of a section")
			continue
		case d.v.stamps().filesTitle(p.text) && d.isTitle(d.skip(i+1)):
			_, name, _ := strings.Cut(p.text, ":")
			p.text = strings.TrimSpace(name)
			p.set(section, "section behind its label")
			continue
		case d.isTitle(d.skip(i+1)) && namesSections(&d.v.section, p.text):
			p.set(section, "name of a column")
			continue
		case d.at(i+1).role == credit, d.officeWithTime(i), d.aboveTitle(i):
			continue
		case d.isTitle(d.skip(i+1)) && d.mixedStamp(p): // Cảnh báo | 07:58 18/04/2026
			continue
		case blockReader{d}.nameAbove(i):
			continue
		case lines.Count(p.text) == 1 && lines.IsOutlet(p.text) && d.isTitle(d.skip(i+1)):
			p.set(cut, "name of the outlet")
			continue
		case d.isTitle(i):
			p.set(title, "first line, no sentence")
			return i + 1
		}
		return blockReader{d}.titleAboveTime(i)
	}
	return len(d.pieces)
}

func (d *document) isTitle(i int) bool {
	p := d.at(i)
	switch n := lines.Count(p.text); {
	case n < 2, n > 45, bullet(p.text) > 0, d.v.IsName(p.text), strings.HasSuffix(p.text, ":"), d.v.Sign(p.text).Labelled:
		return false
	case p.heading, d.ruled(i):
		return true
	}
	return !lines.Stopped(p.text) && d.textSoon(i)
}

// ruled tells a line between two rules.
func (d *document) ruled(i int) bool {
	return d.at(i-1).rule == "rule" && d.at(i+1).rule == "rule"
}

// textSoon tells whether text of the article, or a caption, stands a few lines
// below a piece.
func (d *document) textSoon(i int) bool {
	for j := i + 1; j < min(len(d.pieces), i+12); j++ {
		q := &d.pieces[j]
		n := lines.Count(q.text)
		switch {
		case q.real, q.role == caption:
			return true
		case q.role != text, n < 6:
		case n >= 12, lines.Stopped(q.text):
			return true
		}
	}
	return false
}

// repeats cuts the title where it stands once more.
func (d headReader) repeats() {
	name := ""
	for i := range d.pieces {
		switch p := &d.pieces[i]; {
		case p.role == title:
			name = p.text
		case p.role == text && p.text == name:
			p.set(cut, "title repeated")
		}
	}
}

func (d *document) signed(sig lines.Signature) {
	for _, name := range sig.Authors {
		if len(sig.Authors) > 1 && d.v.Byline.Equals(name) { // CTV
			continue
		}
		if len(d.article.Authors) < 12 && !slices.Contains(d.article.Authors, name) {
			d.article.Authors = append(d.article.Authors, name)
		}
	}
	d.article.Credit = cmp.Or(d.article.Credit, sig.Source)
}

// headByline reads a byline between the title and the body. Bare names need the
// line of publication beside them.
func (d headReader) headByline(i int, stamped bool) bool {
	p := &d.pieces[i]
	sig, ok := d.v.sign(p.text)
	if timed := stamped || d.stampSoon(i); timed && !ok {
		sig, ok = capitals(d.v, p.text)
	}
	switch {
	case !ok:
		return false
	case len(sig.Authors) == 0:
		return d.hasTitle() && d.sourceBelowTitle(i, sig)
	case stamped, strings.ContainsAny(p.text, ":("), d.stampSoon(i), d.datedBelow(i), d.underTitle(i):
	default:
		return false
	}
	p.set(byline, "names in the head")
	d.signed(sig)
	return true
}

// underTitle tells a name of a person right between title and text.
func (d headReader) underTitle(i int) bool {
	above, below := i-1, d.skip(i+1)
	if d.v.isReadingTime(d.fold(d.at(below))) {
		below = d.skip(below + 1)
	}
	for d.at(above).role == cut {
		above--
	}
	if d.at(above).role != title || !d.at(below).real {
		return false
	}
	s := d.pieces[i].text
	return lines.Count(s) >= 2 && d.v.IsReporter(s) && d.v.Surname.Begins(lines.Lower(s)) > 0
}

// sourceBelowTitle reads "Theo Lan Anh (NLĐ)" between title and text.
func (d headReader) sourceBelowTitle(i int, sig lines.Signature) bool {
	p := &d.pieces[i]
	name, inside, bracket := strings.Cut(strings.TrimSuffix(sig.Source, ")"), " (")
	reporter := bracket && lines.IsOutlet(inside) && d.v.IsName(name)
	switch {
	case d.v.Labelled(p.text) && (lines.Count(p.text) <= longestSite || lines.IsOffice(d.v.Words, sig.Source)): // Nguồn: X
	case lines.Count(p.text) > 7:
		return false
	case !reporter && !d.v.IsPaper(sig.Source):
		return false
	}
	p.set(byline, "source in the head")
	d.signed(sig)
	return true
}

// skip gives the first piece from i on that is text.
func (d *document) skip(i int) int {
	for i < len(d.pieces) && d.pieces[i].role != text {
		i++
	}
	return i
}

const aboveHeading = "alone above a sub-heading"

// markLead takes the first paragraph as lead where the text shows it as one: set
// off as a whole, or alone above the first sub-heading of an article without title.
func (d headReader) markLead() {
	i := d.skip(d.start)
	if i >= len(d.pieces) || d.hasLead() {
		return
	}
	p := &d.pieces[i]
	if p.strong && p.real {
		p.set(lead, "set off as a whole")
		return
	}
	next := d.skip(i + 1)
	if d.hasTitle() || !p.real {
		return
	}
	if q := d.at(next); !q.real && !lines.Ended(q.text) && lines.Count(q.text) <= 20 && d.goesOn(next) {
		p.set(lead, aboveHeading)
	}
}

// goesOn tells whether a paragraph stands below piece i.
func (d headReader) goesOn(i int) bool {
	for j := d.skip(i + 1); j < len(d.pieces); j = d.skip(j + 1) {
		if d.pieces[j].real {
			return true
		}
	}
	return false
}

func (d headReader) hasLead() bool { return d.has(lead) }

func (d headReader) hasTitle() bool { return titled(d.document) }

// has tells whether a piece has a role.
func (d headReader) has(r role) bool {
	for i := range d.pieces {
		if d.pieces[i].role == r {
			return true
		}
	}
	return false
}
