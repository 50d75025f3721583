package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

// accepts tells a date in figures from a score, a fraction, a code or a count.
func (s *scan) accepts(d *draft, m *found) bool {
	if d.told || m.attached {
		return true
	}
	if _, start := s.before(m.core, wNotBefore); start < m.core {
		return false
	}
	counts := s.is(m.to, wNotAfter) && s.t.Tokens[m.to].Gap <= viet.Line
	if d.p[0].unit != edtf.Day && d.p[1].unit != edtf.Day || d.p[0].year != 0 || d.p[1].year != 0 {
		return !counts
	}
	p := d.p[0]
	if p.style == 0 {
		p = d.p[1]
	}
	if s.whole(m) {
		return p.style != '.'
	}
	told := s.evidence(m)
	if p.style == '/' && p.day > p.month {
		return told || !counts && (p.day != 24 || p.month != 7)
	}
	if s.inParentheses(m) {
		return true
	}
	return told && !counts && (p.style == '/' || p.day > p.month || s.closed(m.to))
}

// evidence tells whether a preposition of time, or a date and "và", stands
// before a match.
func (s *scan) evidence(m *found) bool {
	if _, start := s.before(m.core, wEvidence); start < m.core {
		return true
	}
	return s.floor > 0 && s.floor == m.core-1 && s.is(s.floor, wAnd)
}

// whole tells whether a match is all that the text says.
func (s *scan) whole(m *found) bool { return m.core == 0 && m.to == len(s.t.Tokens) }

// closed tells whether nothing that could be counted follows.
func (s *scan) closed(i int) bool {
	return i >= len(s.t.Tokens) || s.t.Tokens[i].Kind == viet.Punct || s.t.Tokens[i].Gap > viet.Line || s.is(i, wUntil)
}

// inParentheses tells whether a match fills a pair of parentheses.
func (s *scan) inParentheses(m *found) bool {
	return m.from > 0 && m.to < len(s.t.Tokens) && s.isMark(m.from-1, "(") && s.isMark(m.to, "),;")
}

// recurring tells whether a match is a day of every year.
func (s *scan) recurring(m *found) bool {
	i := m.to
	return i < len(s.t.Tokens) && s.is(i, wRecurring)
}
