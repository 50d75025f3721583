package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

// amount reads "3 ngày", "hai tuần", "một tháng".
var amount = begins(numberStarts, func(s *scan, i int, d *draft) int {
	n, next := s.numeral(i, 3, 1, 300)
	if !s.near(next) {
		return fail // 12, and on the next line Tháng trước
	}
	if years := withoutYear(&s.text, n, i, next); years > 0 {
		d.n, d.of, d.p[0].from = years, edtf.Year, years
		return next
	}
	for _, u := range []struct {
		role role
		unit edtf.Unit
		n    int
	}{{wDay, edtf.Day, 1}, {wHom, edtf.Day, 1}, {wWeek, edtf.Day, 7}, {wMonth, edtf.Month, 1}, {wYear, edtf.Year, 1}} {
		if _, length := s.find(next, u.role, 1); length > 0 {
			d.n, d.of = n*u.n, u.unit
			d.p[0].from = n
			return next + 1
		}
	}
	return fail
}).upTo(longestNumber+1).with(rolesOf(wDay, wHom, wWeek, wMonth, wYear), longestNumber+1)

// withoutYear gives the number of years of "mười năm trước", which reads as fifteen up to a word
// that points; 0 where the number does not end so.
func withoutYear(x *text, n, i, next int) int {
	const five = 5
	if next-i < 2 || !x.is(next-1, wYear) || !x.is(next, wAgo, wLater, wMore) {
		return 0
	}
	return n - five
}

// ends looks whether the phrase ends here: "3 ngày trước khi" does not.
var ends = reads(roles{}, func(s *scan, i int, _ *draft) int {
	if s.Tok(i).Kind == viet.Punct || !s.near(i) || s.is(i, wAfterAgo) {
		return i
	}
	return fail
})

// endsLater looks whether a phrase such as "ba ngày sau" ends here; with "sau đó" it ends anywhere.
var endsLater = reads(roles{}, func(s *scan, i int, d *draft) int {
	if _, n := s.find(i-2, wLater, 2); n > 0 {
		return i
	}
	return ends.match(s, i, d)
})

// ago means an amount of time before the document date.
func ago(s *scan, d *draft, m *found) bool {
	m.about = m.about || d.about
	if m.rule.name == "date/before-now" {
		d.n = amountOf(s, m)
	}
	if vague(s, m) {
		return false
	}
	if s.doc.Unit == edtf.None {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	return m.shifted(s.doc, -d.n, d.of)
}

// vague tells whether "hơn", "vài" before makes an amount no date.
func vague(s *scan, m *found) bool {
	return s.restated(m.to) || s.restated(s.skip(m.to-1, wLater)) || s.follows(m.core, wCount, wRoughly) // ba ngày trước | đó (7/11)
}

// ahead means an amount of days or weeks after the document date.
func ahead(s *scan, d *draft, m *found) bool {
	if vague(s, m) || s.follows(m.core, wLeft) || d.of != edtf.Day {
		return false
	}
	if s.doc.Unit != edtf.Day {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	return m.shifted(s.doc, d.n, d.of)
}

// laterHead reads "trước đó" or "sau đó" before an amount.
var laterHead = reads(rolesOf(wLater), func(s *scan, i int, d *draft) int {
	v, n := s.find(i, wLater, 2)
	d.half = v
	return i + n
})

// laterBy means "trước đó 3 ngày".
func laterBy(s *scan, d *draft, m *found) bool {
	base := s.lastOf(d.of)
	if s.restated(m.to) || !base.Pinned() || s.lastHi.Unit != edtf.None {
		return false
	}
	m.anchor = anchor{namedBefore, base}
	return m.shifted(base, d.half*d.n, d.of)
}

// amountOf reads again the number that a later value of the pattern overwrote.
func amountOf(s *scan, m *found) int {
	var d draft
	amount.match(s, m.core, &d)
	return d.n
}

// later means an amount of time after or before the date named before.
func later(s *scan, d *draft, m *found) bool {
	ofYears := d.of == edtf.Year && s.isMark(m.to, ",") // Một năm sau, ngày 5/11: the year alone
	if !ofYears && s.restated(m.to) || s.follows(m.core, wCount, wRoughly) {
		return false
	}
	base := s.lastOf(d.of)
	m.anchor = anchor{namedBefore, base}
	if s.last.Unit == edtf.None {
		base, m.anchor = s.doc, s.documentAnchor()
	}
	if !base.Pinned() || s.lastHi.Unit != edtf.None {
		return false
	}
	return m.shifted(base, d.n*amountOf(s, m), d.of)
}

// shifted moves a point by days, months or years; a point that is vaguer than
// the unit cannot be moved.
func (m *found) shifted(base edtf.Point, by int, of edtf.Unit) bool {
	switch {
	case of == edtf.Day && base.Unit == edtf.Day:
		return m.one(edtf.DayPoint(base.Serial() + edtf.Serial(by)))
	case of == edtf.Month && (base.Unit == edtf.Day || base.Unit == edtf.Month):
		year, month := edtf.ShiftMonth(base.Year, base.Month, by)
		return m.one(edtf.MonthPoint(year, month))
	case of == edtf.Year:
		return m.one(edtf.YearPoint(base.Year + by))
	}
	return false
}
