package date

import "github.com/boctin/boctin/normalize/viet"

// accepts tells a date in figures from a score, a fraction, a code or a count.
func (s *scan) accepts(d *draft, m *found) bool {
	if d.told || m.from < m.core {
		return true
	}
	if _, n := s.f.words.find(s.t, m.to, wNotAfter, 0); n > 0 && s.t.Tokens[m.to].Gap <= viet.Line {
		return false
	}
	if _, start := s.f.words.before(s.t, m.from, wNotBefore); start < m.from {
		return false
	}
	if d.p[0].unit != unitDay && d.p[1].unit != unitDay || d.p[0].year != 0 || d.p[1].year != 0 {
		return true
	}
	if _, start := s.f.words.before(s.t, m.from, wEvidence); start < m.from {
		return true
	}
	return s.looksLikeDay(d, m)
}

// looksLikeDay judges a bare d/m with no word before it that tells.
func (s *scan) looksLikeDay(d *draft, m *found) bool {
	p := d.p[0]
	if p.style == 0 {
		p = d.p[1]
	}
	if p.style != '/' {
		return s.inParentheses(m)
	}
	around := p.day == 24 && p.month == 7 || p.day <= p.month && !s.inParentheses(m)
	return !around
}

// inParentheses tells whether a match fills a pair of parentheses.
func (s *scan) inParentheses(m *found) bool {
	return m.from > 0 && m.to < len(s.t.Tokens) && s.isMark(m.from-1, "(") && s.isMark(m.to, "),;")
}

// recurring tells whether a match is a day of every year.
func (s *scan) recurring(m *found) bool {
	i := m.to
	return i < len(s.t.Tokens) && s.f.words.is(s.t, i, wRecurring)
}
