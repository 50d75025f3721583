package date

import (
	"github.com/boctin/boctin/normalize/edtf"
)

// accepts tells a date in figures from a score, a fraction, a code or a count.
func (s *scan) accepts(d *draft, m *found) bool {
	if d.told || m.attached {
		return true
	}
	counts := countedAt(s, m.to)
	if ruledOut(&s.text, m.core) && (counts || !roughDay(s, &d.p[0], m.core)) {
		return false
	}
	if d.said() {
		return !counts
	}
	p := d.p[0]
	if p.style == 0 {
		p = d.p[1]
	}
	if m.alone(&s.text) {
		return p.style != '.'
	}
	return !listedName(&s.text, m.core) && s.tells(p, m, counts)
}

// ruledOut tells whether a word before token i makes a number of what follows that is no date: phòng 12/6,
// but not dự phòng 12/6, Hải Phòng 12/6.
func ruledOut(x *text, i int) bool {
	_, start := x.before(i, wNotBefore)
	if start == i || x.follows(i, wEvidence) || ofNamedDay(x, i) {
		return false
	}
	return start < i-1 || !x.Capital(start) || !x.Capital(start-1) || !x.near(start)
}

// roughDay tells whether a word for about stands before token i, and the figures there are no
// fraction: khoảng 20/12, but not khoảng 1/3 số hộ.
func roughDay(s *scan, p *partial, i int) bool {
	const mostMonths = 12
	return p.style == '/' && p.day > mostMonths && !alwaysOpen(*p) && s.follows(i, wAbout)
}

// countedAt tells whether what is counted stands at token i, or behind a second figure there: từ 2/3 | đến
// 3/4 diện tích.
func countedAt(s *scan, i int) bool {
	if to := s.skip(i, wUntil); to > i {
		if second := s.dayAt(to); second.to > to {
			i = second.to
		}
	}
	return s.is(i, wNotAfter) && s.near(i)
}

// tells tells whether a day and month without a year is a date by its sign and
// what stands around it; counts is true where things that are counted follow.
func (s *scan) tells(p partial, m *found, counts bool) bool {
	afterDate := s.floor == m.core-1 && s.is(s.floor, wAnd)
	told := afterDate || s.follows(m.core, wEvidence) || ofNamedDay(&s.text, m.core)
	slash, likely := p.style == '/', p.day > p.month
	switch {
	case slash && likely:
		return told || !counts && !alwaysOpen(p)
	case !slash && p.day < scoreBelow && p.month < scoreBelow && s.scores(m.core):
		return false
	case s.inParentheses(m.from, m.to):
		return slash || !s.scores(m.from-1)
	}
	return told && !counts && (slash || likely || s.closed(m.to) || s.is(m.to, wRecent, wNext))
}

// ofNamedDay tells whether the name of a day stands before token i, "Ngày" with a capital and a word with one behind it:
// Ngày Pháp luật 9/11.
func ofNamedDay(x *text, i int) bool {
	const longest = 6 // tokens of the name
	for k := i - 2; k >= max(0, i-longest) && x.Tokens[k].Sentence == x.Tokens[i].Sentence; k-- {
		if x.is(k, wDay) {
			return x.Capital(k) && x.Capital(k+1)
		}
	}
	return false
}

// scoreBelow is more than either side of a game mostly has in its score.
const scoreBelow = 10

// said tells whether a draft has more than the figures of a day and month.
func (d *draft) said() bool {
	return d.p[0].unit != edtf.Day && d.p[1].unit != edtf.Day || d.p[0].year+d.p[1].year != 0
}

// alwaysOpen knows 24/7, which is every hour.
func alwaysOpen(p partial) bool { return p.day == 24 && p.month == 7 }

// listedName tells whether a list of names that a word like "chợ" or "đường"
// heads stands before token i: các chợ Vọng Đông, 19/12.
func listedName(x *text, i int) bool {
	k := i
	for x.is(k-1, wAnd) {
		k--
	}
	if k == i {
		return false
	}
	for names := 0; names < longestNames; names++ {
		if x.follows(k, wNotBefore) {
			return names > 0
		}
		if !x.Capital(k-1) && !x.is(k-1, wAnd) {
			return false
		}
		k--
	}
	return false
}

// longestNames bounds a list of names before a date, in tokens.
const longestNames = 16

// alone tells whether a match is all that the text says.
func (m *found) alone(x *text) bool { return m.core == 0 && m.to == len(x.Tokens) }

// scoreReach is how far before a bracket a word of sport tells that it holds a
// score or a formation, in tokens.
const scoreReach = 12

// scores tells whether a score or a word of sport stands before token i in its
// sentence.
func (x *text) scores(i int) bool {
	if x.is(i-1, wFigure) {
		return true
	}
	return x.behind(i, scoreReach, wScore) < i
}

// inParentheses tells whether a stretch fills a pair of parentheses.
func (x tokens) inParentheses(from, to int) bool { return x.isMark(from-1, "(") && x.isMark(to, "),;") }
