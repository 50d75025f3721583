package date

import "github.com/boctin/boctin/normalize/viet"

// amount reads "3 ngày", "hai tuần", "một tháng".
var amount = reads(numberStarts, func(s *scan, i int, d *draft) int {
	n, next := s.numeral(i, 3, 1, 300)
	if next == fail || s.joinedBefore(i) {
		return fail
	}
	for _, u := range []struct {
		role role
		unit unit
		n    int
	}{{wDay, unitDay, 1}, {wWeek, unitDay, 7}, {wMonth, unitMonth, 1}, {wYear, unitYear, 1}} {
		if _, length := s.find(next, u.role, 1); length > 0 {
			d.n, d.of = n*u.n, u.unit
			d.p[0].from = n
			return next + 1
		}
	}
	return fail
})

// ends looks whether the phrase ends here: "3 ngày trước khi" does not.
var ends = reads(roles{}, func(s *scan, i int, _ *draft) int {
	if i >= len(s.t.Tokens) || s.t.Tokens[i].Kind == viet.Punct || s.t.Tokens[i].Gap > viet.Line || s.is(i, wAfterAgo) {
		return i
	}
	return fail
})

// ago means an amount of time before the document date.
func ago(s *scan, d *draft, m *found) bool {
	m.about = d.about
	if m.rule.name == "date/before-now" {
		d.n = s.amountOf(m)
	}
	if s.vague(m) {
		return false
	}
	if s.doc.unit == noUnit {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	return s.shifted(s.doc, -d.n, d.of, m)
}

// restated tells whether the day itself follows: "trước đó 3 ngày, hôm 5.3".
func (s *scan) restated(i int) bool {
	if !s.isMark(i, ",(") {
		return false
	}
	_, n := s.find(i+1, wHom, 0)
	if n == 0 {
		_, n = s.find(i+1, wDay, 0)
	}
	_, next := s.figure(i+1+n, 2)
	return next != fail && s.isMark(next, "/-.")
}

// vague tells whether "hơn", "vài" before makes an amount no date.
func (s *scan) vague(m *found) bool {
	if s.restated(m.to) {
		return true
	}
	_, count := s.before(m.core, wCount)
	_, roughly := s.before(m.core, wRoughly)
	return count < m.core || roughly < m.core
}

// ahead means an amount of days or weeks after the document date.
func ahead(s *scan, d *draft, m *found) bool {
	_, left := s.before(m.core, wLeft)
	if s.vague(m) || left < m.core || d.of != unitDay {
		return false
	}
	if s.doc.unit != unitDay {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	return s.shifted(s.doc, d.n, d.of, m)
}

// laterHead reads "trước đó" or "sau đó" before an amount.
var laterHead = reads(rolesOf(wLater), func(s *scan, i int, d *draft) int {
	v, n := s.find(i, wLater, 2)
	if n == 0 {
		return fail
	}
	d.half = v
	return i + n
})

// laterBy means "trước đó 3 ngày".
func laterBy(s *scan, d *draft, m *found) bool {
	base := s.lastDay
	if d.of != unitDay {
		base = s.last
	}
	if s.restated(m.to) || !base.pinned() || s.lastHi.unit != noUnit {
		return false
	}
	m.anchor = anchor{namedBefore, base}
	return s.shifted(base, d.half*d.n, d.of, m)
}

// amountOf reads again the number that a later value of the pattern overwrote.
func (s *scan) amountOf(m *found) int {
	var d draft
	amount.match(s, m.from, &d)
	return d.n
}

// later means an amount of time after or before the date named before.
func later(s *scan, d *draft, m *found) bool {
	sign := d.n
	if s.vague(m) {
		return false
	}
	base := s.lastDay
	if d.of != unitDay {
		base = s.last
	}
	m.anchor = anchor{namedBefore, base}
	if s.last.unit == noUnit && s.doc.unit != noUnit {
		base, m.anchor = s.doc, s.documentAnchor()
	}
	if !base.pinned() || s.lastHi.unit != noUnit {
		return false
	}
	return s.shifted(base, sign*s.amountOf(m), d.of, m)
}

// shifted moves a point by days, months or years; a point that is vaguer than
// the unit cannot be moved.
func (s *scan) shifted(base point, by int, of unit, m *found) bool {
	switch {
	case of == unitDay && base.unit == unitDay:
		return m.one(dayPoint(base.serial() + serial(by)))
	case of == unitMonth && (base.unit == unitDay || base.unit == unitMonth):
		year, month := shiftMonth(base.year, base.month, by)
		return m.one(monthPoint(year, month))
	case of == unitYear && base.unit <= unitYear:
		return m.one(yearPoint(base.year + by))
	}
	return false
}
