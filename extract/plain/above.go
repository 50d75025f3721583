package plain

import (
	"regexp"
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// above is a line that may stand above the headline, with what its rows ask of it.
type above struct {
	p       *piece
	folded  string
	next    int  // the next piece that is text, and no section or time
	stamped bool // a time stands between
}

// aboveRows tell what stands above a headline and is none; the first that holds is taken.
var aboveRows = []struct {
	rule  string
	holds func(d headReader, a above) bool
}{
	{"number of a document", func(_ headReader, a above) bool { return documentNumber.MatchString(a.folded) }},
	{"part of a series", func(d headReader, a above) bool { return d.v.series.Is(strings.TrimRight(a.folded, " 0123456789")) }},
	{"number of a list", func(_ headReader, a above) bool { return strings.Trim(a.folded, " 0123456789") == "" }},
	{"name of the site", func(_ headReader, a above) bool { return hostName.MatchString(a.p.text) }},
	{"name of the site", func(d headReader, a above) bool { return d.namesSite(a) && d.timed(a) }},
	{"body that publishes", func(d headReader, a above) bool { return lines.IsOffice(d.v.Words, a.p.text) && d.timed(a) }},
}

// documentNumber fits "Số: 12/KH-UBND", folded.
var documentNumber = regexp.MustCompile(`^so \d+(?: \S+){0,3}$`)

// hostName fits the name of a domain by itself.
var hostName = regexp.MustCompile(`^(?:[a-z0-9-]+\.)+[a-z]{2,}$`)

// aboveTitle sets aside a line above the headline that is none: the source of the text, a
// number, the site.
func (d headReader) aboveTitle(i int) bool {
	a := above{&d.pieces[i], d.fold(&d.pieces[i]), d.skip(i + 1), false}
	for d.passes(d.at(a.next)) {
		a.stamped = a.stamped || d.at(a.next).rule == "stamp?"
		a.next = d.skip(a.next + 1)
	}
	if a.next == len(d.pieces) || lines.Count(a.p.text) > longestSite {
		return false
	}
	if sig, ok := d.v.sourceOf(a.p.text); ok && d.v.IsPaper(sig.Source) && !lines.Stopped(a.p.text) {
		a.p.set(byline, "source above the text")
		d.signed(sig)
		return true
	}
	if !d.isTitle(a.next) {
		return false
	}
	for _, row := range aboveRows {
		if row.holds(d, a) {
			a.p.set(cut, row.rule)
			return true
		}
	}
	return false
}

// longestSite is how many words the name of a site has.
const longestSite = 8

// passes tells what may stand between such a line and the headline: a time, a section, one behind its label.
func (d headReader) passes(p *piece) bool {
	return p.rule == "stamp?" || d.v.section.Is(d.fold(p)) || d.v.stamps().filesTitle(p.text)
}

// filesTitle tells the section behind its label, as portals print it above a headline: Chuyên mục: Nghề xưa.
func (v stamps) filesTitle(s string) bool {
	return lines.Count(s) <= longestSite && !lines.Ended(s) && v.filed(s)
}

// namesSite tells the name of a portal or a paper: Báo Mẫu điện tử.
func (d headReader) namesSite(a above) bool {
	if d.v.Portal.Begins(a.folded) > 0 {
		return true
	}
	return d.v.Outlet.Begins(lines.Lower(a.p.text)) > 0 && d.v.IsPaper(a.p.text)
}

// officeWithTime reads the body that publishes and the time beside it above a headline:
// Công an xã A, [13/08/2021 22:05].
func (d headReader) officeWithTime(i int) bool {
	p := &d.pieces[i]
	when, other, ok := d.v.stamps().splitStamp(p.text)
	if !ok || !lines.IsOffice(d.v.Words, strings.Trim(other, " ,")) || !d.isTitle(d.skip(i+1)) {
		return false
	}
	d.mixed(p, other, when)
	return true
}

// timed tells whether a time stands between a line and the headline, or soon below that.
func (d headReader) timed(a above) bool {
	return a.stamped || d.stampSoon(a.next) || d.datedBelow(a.next)
}

// datedBelow tells whether a line of publication with something beside it is the next
// text behind a piece.
func (d *document) datedBelow(i int) bool {
	return d.v.stamps().dated(d.at(d.skip(i + 1)).text)
}

// isReadingTime tells how long a text takes to read, which browsers print above it: 4-5 phút.
func (v *vocabulary) isReadingTime(f string) bool {
	rest := strings.TrimLeft(f, " 0123456789")
	return rest != f && v.readingTime.Is(rest)
}
