package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

// amount reads "3 ngày", "hai tuần", "một tháng".
var amount = reads(numberStarts, func(s *scan, i int, d *draft) int {
	n, next := s.numeral(i, 3, 1, 300)
	if next == fail || s.joinedBefore(i) {
		return fail
	}
	for _, u := range []struct {
		role role
		unit edtf.Unit
		n    int
	}{{wDay, edtf.Day, 1}, {wWeek, edtf.Day, 7}, {wMonth, edtf.Month, 1}, {wYear, edtf.Year, 1}} {
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
	if s.doc.Unit == edtf.None {
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
	if s.vague(m) || left < m.core || d.of != edtf.Day {
		return false
	}
	if s.doc.Unit != edtf.Day {
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
	if d.of != edtf.Day {
		base = s.last
	}
	if s.restated(m.to) || !base.Pinned() || s.lastHi.Unit != edtf.None {
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
	if d.of != edtf.Day {
		base = s.last
	}
	m.anchor = anchor{namedBefore, base}
	if s.last.Unit == edtf.None && s.doc.Unit != edtf.None {
		base, m.anchor = s.doc, s.documentAnchor()
	}
	if !base.Pinned() || s.lastHi.Unit != edtf.None {
		return false
	}
	return s.shifted(base, sign*s.amountOf(m), d.of, m)
}

// shifted moves a point by days, months or years; a point that is vaguer than
// the unit cannot be moved.
func (s *scan) shifted(base edtf.Point, by int, of edtf.Unit, m *found) bool {
	switch {
	case of == edtf.Day && base.Unit == edtf.Day:
		return m.one(edtf.DayPoint(base.Serial() + edtf.Serial(by)))
	case of == edtf.Month && (base.Unit == edtf.Day || base.Unit == edtf.Month):
		year, month := edtf.ShiftMonth(base.Year, base.Month, by)
		return m.one(edtf.MonthPoint(year, month))
	case of == edtf.Year && base.Unit <= edtf.Year:
		return m.one(edtf.YearPoint(base.Year + by))
	}
	return false
}
