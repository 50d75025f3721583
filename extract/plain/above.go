package plain

import (
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
	{"number of a document", func(d headReader, a above) bool { return numbersDocument(a) && d.isTitle(a.next) }},
	{"part of a series", func(d headReader, a above) bool {
		return strings.HasSuffix(a.p.text, ":") && d.v.series.Is(strings.TrimRight(a.folded, " 0123456789")) && d.isTitle(a.next)
	}},
	{"number of a list", func(d headReader, a above) bool {
		return strings.Trim(a.folded, " 0123456789") == "" && d.isTitle(a.next)
	}},
	{"name of the site", func(d headReader, a above) bool { return namesHost(a.p.text) && d.isTitle(a.next) }},
	{"name of the site", func(d headReader, a above) bool {
		return d.namesSite(a) && d.isTitle(a.next) && (a.stamped || d.stampSoon(a.next))
	}},
}

// aboveTitle sets aside a line above the headline that is none: the source of the text, a
// number, the site.
func (d headReader) aboveTitle(i int) bool {
	a := above{&d.pieces[i], d.fold(&d.pieces[i]), d.skip(i + 1), false}
	for a.next < len(d.pieces) && (d.pieces[a.next].rule == "stamp?" || d.v.section.Is(d.fold(&d.pieces[a.next]))) {
		a.stamped = a.stamped || d.pieces[a.next].rule == "stamp?"
		a.next = d.skip(a.next + 1)
	}
	if a.next == len(d.pieces) || lines.Count(a.p.text) > longestSite || lines.Stopped(a.p.text) && !strings.HasSuffix(a.p.text, ":") && len(a.p.text) > len("00.") {
		return false
	}
	if sig, ok := d.v.sourceOf(a.p.text); ok && (lines.IsOutlet(sig.Source) || d.v.IsPaper(sig.Source)) {
		a.p.set(byline, "source above the text")
		d.signed(sig)
		return true
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

// numbersDocument tells "Số: 12/KH-UBND".
func numbersDocument(a above) bool {
	return strings.HasPrefix(a.folded, "so ") && strings.ContainsAny(a.p.text, ":/") && lines.HasDigit([]byte(a.p.text)) && lines.Count(a.p.text) <= 4
}

// namesHost tells the name of a domain by itself.
func namesHost(s string) bool {
	name, last, ok := strings.Cut(s, ".")
	return ok && name != "" && !strings.Contains(s, " ") && s == strings.ToLower(s) && lines.LettersOnly(last[strings.LastIndexByte(last, '.')+1:])
}

// namesSite tells the name of a portal or a paper: Báo Mẫu điện tử.
func (d headReader) namesSite(a above) bool {
	return d.v.Portal.Begins(a.folded) > 0 || d.v.Outlet.Begins(lines.Lower(a.p.text)) > 0 && d.v.IsPaper(a.p.text)
}

// readingTime tells how long a text takes to read, which browsers print above it: 4-5 phút.
func (v *vocabulary) isReadingTime(f string) bool {
	rest := strings.TrimLeft(f, " 0123456789")
	return rest != f && v.readingTime.Is(rest)
}
