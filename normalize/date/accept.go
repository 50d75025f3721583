package date

import (
	"github.com/boctin/boctin/normalize/edtf"
)

// accepts tells a date in figures from a score, a fraction, a code or a count.
func (s *scan) accepts(d *draft, m *found) bool {
	if d.told || m.attached {
		return true
	}
	if s.follows(m.core, wNotBefore) {
		return false
	}
	counts := s.is(m.to, wNotAfter) && s.near(m.to)
	if d.said() {
		return !counts
	}
	p := d.p[0]
	if p.style == 0 {
		p = d.p[1]
	}
	if m.core == 0 && m.to == len(s.Tokens) { // all that the text says
		return p.style != '.'
	}
	told := s.follows(m.core, wEvidence) || s.goesOn(m.core)
	switch {
	case p.style == '/' && p.day > p.month:
		return told || !counts && !alwaysOpen(p)
	case s.inParentheses(m.from, m.to):
		return true
	case p.style == '/' || p.day > p.month:
		return told && !counts
	}
	return told && !counts && s.closed(m.to)
}

// said tells whether a draft has more than the figures of a day and month.
func (d *draft) said() bool {
	return d.p[0].unit != edtf.Day && d.p[1].unit != edtf.Day || d.p[0].year+d.p[1].year != 0
}

// alwaysOpen knows 24/7, which is every hour.
func alwaysOpen(p partial) bool { return p.day == 24 && p.month == 7 }

// goesOn tells whether a date and "và" stand before token i.
func (s *scan) goesOn(i int) bool { return s.floor > 0 && s.floor == i-1 && s.is(s.floor, wAnd) }

// inParentheses tells whether a stretch fills a pair of parentheses.
func (x *text) inParentheses(from, to int) bool { return x.isMark(from-1, "(") && x.isMark(to, "),;") }
