package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/extract/lines"
)

// menuCutter finds the article inside a page that was copied as a whole.
type menuCutter struct{ *document }

// Whole pages are copied as text too, with the menu of the site above the
// article and lists of other articles below it.

// menuLines is how many short lines before the article make a menu: an article
// saved alone has a section, a title, a time and a name there.
const menuLines = 7

// cutMenu finds the article inside a page copied as a whole and cuts what
// stands before its title. The bound of the body is kept for findEnd.
func (d menuCutter) cutMenu() {
	d.limit = len(d.pieces)
	from, to := d.core()
	short := 0
	for i := range d.pieces[:from] {
		if p := &d.pieces[i]; (p.role == text || p.furniture()) && lines.Count(p.text) <= 15 && !lines.Stopped(p.text) {
			short++
		}
	}
	if short < menuLines {
		return
	}
	d.limit = to
	name := d.titleAbove(from)
	begin := from
	if name >= 0 {
		d.pieces[name].set(title, "headline above the text")
		begin = name
	}
	when := d.stampAbove(begin)
	for i := range d.pieces[:begin] {
		if p := &d.pieces[i]; i != when && (p.role != address || i > 3) {
			p.set(cut, "menu")
		}
	}
}

// stampAbove reads the line of publication above a title, -1 if there is none
// near. The clock in the head of a site stands farther off.
func (d menuCutter) stampAbove(begin int) int {
	for i := begin - 1; i >= max(0, begin-8); i-- {
		p := &d.pieces[i]
		if p.rule == "stamp?" {
			d.stamp(p)
			return i
		}
		if p.role == text && d.mixedStamp(p) {
			return i
		}
	}
	return -1
}

// core gives the run of pieces in which sentences outweigh the rest most.
func (d menuCutter) core() (from, to int) {
	best, sum, begin := 0, 0, 0
	for i := range d.pieces {
		if sum <= 0 {
			sum, begin = 0, i
		}
		if sum += d.pieces[i].weight(); sum > best {
			best, from, to = sum, begin, i+1
		}
	}
	return from, to
}

// weight is in words: those of sentences count for the text, other lines
// against it.
func (p *piece) weight() int {
	switch {
	case p.role == text:
		return p.textWeight()
	case p.footer():
		return -40
	case p.furniture():
		return -12
	}
	return 0
}

func (p *piece) textWeight() int {
	n := lines.Count(p.text)
	switch {
	case p.rule == "stamp?":
		return 0
	case isTicker(p.text):
		return -8
	case p.real, n >= 35:
		return min(n, 60)
	case n >= 20:
		return 0
	case bullet(p.text) > 0, n >= 5 && lines.Ended(p.text):
		return n
	case p.heading:
		return 0
	}
	return -8
}

// isTicker tells a line of news in brief: "16:27 A headline".
func isTicker(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return isClock(word) && len(word) < len(s)
}

// names tells a line of reporters.
func (d menuCutter) names(s string) bool {
	sig, _ := d.v.sign(s)
	return len(sig.Authors) > 0
}

// titleAbove finds the headline above the article: the nearest line of some
// length that is no sentence. A lead without a full stop stands between them.
func (d menuCutter) titleAbove(from int) int {
	found := -1
	for i := from; i >= max(0, from-13); i-- {
		p := &d.pieces[i]
		n := lines.Count(p.text)
		switch r, _ := utf8.DecodeRuneInString(p.text); {
		case unicode.IsLower(r), p.role != text, p.rule == "stamp?", n < 5, n > 45, lines.Stopped(p.text), d.names(p.text), d.v.stamps().dated(p.text):
			continue
		}
		switch {
		case found < 0:
			found = i
		case found-i <= 4 && lines.Count(d.pieces[found].text) > 20 && n <= 25, found-i <= 3 && lines.Count(d.pieces[found].text) < min(n, 8):
			return i
		default:
			return found
		}
	}
	return found
}
