package date

import (
	"cmp"

	"github.com/boctin/boctin/normalize/edtf"
)

// single means one point: a day, a month, a year.
func single(s *scan, d *draft, m *found) bool {
	if d.p[0].lunar && d.p[0].unit == edtf.Day && !d.p[0].leadsMonth {
		return m.one(lunarPoint(s, d.p[0], m))
	}
	p, anchor := s.resolve(d.p[0], m)
	m.anchor = anchor
	if p.Unit == edtf.Year && s.is(m.to, wMeasure) {
		return false // tầm nhìn 2000 m
	}
	if programme(s, m) {
		return false
	}
	if p.Unit == edtf.Month && d.p[0].year == 0 && !d.p[0].leadsMonth && monthlyFigure(s, m) {
		return false
	}
	if d.p[0].lunar || d.p[0].leadsMonth {
		return specialMonth(s, d.p[0], p, m)
	}
	return m.one(p)
}

// programme tells whether a year is part of a programme's name, by the capital of what
// stands before it: Tầm nhìn 2030 của Saudi Arabia, chương trình Tầm nhìn 2030.
func programme(s *scan, m *found) bool {
	if !s.is(m.core, wProgramme) || !s.Capital(m.core) {
		return false
	}
	return !s.Opens(m.core) || s.is(m.to, wOf)
}

// monthlyFigure tells "mỗi tháng 7 triệu đồng" and "Cách mạng tháng Tám" from
// a month.
func monthlyFigure(s *scan, m *found) bool {
	return s.follows(m.from, wMonthly) || s.is(m.to, wMeasure) || s.isMark(m.to, "%")
}

// specialMonth means a lunar month, from its first to its last day, or a month
// that is pointed to: "3 tháng trước" is none.
func specialMonth(s *scan, p partial, out edtf.Point, m *found) bool {
	if p.leadsMonth {
		if s.counted(m.from) {
			return false
		}
		return m.one(out)
	}
	return m.lunarMonth(lunarDay{year: out.Year, month: out.Month})
}

// leapMonth means the month that the lunar calendar has twice that year: tháng 6 nhuận
// năm 2025. Years that have none such speak of another thing.
func leapMonth(s *scan, d *draft, m *found) bool {
	d.p[0].unit = edtf.Month
	p, _ := s.resolve(d.p[0], m)
	m.anchor = lunarAnchor(p.Year, partial{month: p.Month})
	return m.lunarMonth(lunarDay{year: p.Year, month: p.Month, leap: true})
}

// lunarMonth means a month of the lunar calendar, from its first to its last day.
func (m *found) lunarMonth(of lunarDay) bool { return m.lunarMonths(of, of) }

// lunarMonths means the first to the last day of months of the lunar calendar.
func (m *found) lunarMonths(from, to lunarDay) bool {
	from.day = 1
	first, ok := from.solar()
	if !ok {
		return false
	}
	to.day = 30
	last, ok := to.solar()
	if !ok {
		to.day--
		last, _ = to.solar()
	}
	return m.interval(edtf.DayPoint(first), edtf.DayPoint(last))
}

// between means an interval; what the start leaves out, the end says.
func between(s *scan, d *draft, m *found) bool {
	if d.p[1].lunar {
		d.p[1].year = cmp.Or(d.p[1].year, d.p[0].year) // 8-10/3 âm lịch năm 2024
	}
	start, end := d.p[0], d.p[1]
	if start.unit != end.unit || start.unit == edtf.Year && !d.told && (start.year < 1800 || end.year > 2100) {
		return false
	}
	if overnight(d.parts[0], d.parts[1]) || end.style == '-' && s.isMark(start.to, "-") && s.joined(start.to) {
		return false // two days of a list; 3-4-3
	}
	if end.lunar && end.unit == edtf.Day {
		return lunarBetween(s, d, m)
	}
	hi, anchor := s.resolve(end, m)
	lo := startOf(s, start, end, hi, m)
	if end.unit == edtf.Month && (start.lunar || end.lunar) {
		return m.lunarMonths(lunarDay{year: lo.Year, month: lo.Month}, lunarDay{year: hi.Year, month: hi.Month})
	}
	if hi.Year != 0 && lo.Order() >= hi.Order() {
		return false
	}
	m.anchor = anchor
	return m.interval(lo, hi)
}

// startOf resolves the start of an interval from its end.
func startOf(s *scan, start, end partial, hi edtf.Point, m *found) edtf.Point {
	if start.month == 0 {
		start.month = hi.Month
		if start.day > end.day {
			start.month = floorMod(hi.Month-2, 12) + 1
		}
	}
	if start.year == 0 && !start.leadsYear && hi.Year != 0 {
		start.year = hi.Year
		if start.month > hi.Month || start.month == hi.Month && start.day > hi.Day {
			start.year--
		}
	}
	if start.year == 0 && hi.Year == 0 {
		return edtf.Point{Month: start.month, Day: start.day, Unit: start.unit, Hour: edtf.NoHour}
	}
	lo, _ := s.resolve(start, m)
	return lo
}

// daysToDay means an interval whose end names only the day.
func daysToDay(s *scan, d *draft, m *found) bool {
	if goesOn(&s.text, m.to) {
		return false
	}
	lo, anchor := s.resolve(d.p[0], m)
	hi := lo
	hi.Day = d.p[1].day
	if hi.Day <= lo.Day && lo.Year != 0 {
		hi.Year, hi.Month = edtf.ShiftMonth(lo.Year, lo.Month, 1)
	}
	m.anchor = anchor
	return m.interval(lo, hi)
}

// goesOn tells whether the month of a day stands behind its number at token i.
func goesOn(x *text, i int) bool {
	return x.isMark(i, "/-") || x.isMark(i, ".") && x.glued(i) || x.is(i, wMonth)
}

// daysListed means two days of which the last one says the year of both.
func daysListed(s *scan, d *draft, m *found) bool {
	first, second := d.p[0], d.p[1]
	if first.year != 0 || second.year == 0 {
		return false
	}
	last, _ := s.resolve(second, m)
	first.year = last.Year
	lo, _ := s.resolve(first, m)
	m.anchor = anchor{}
	m.list = append(m.list, meant{from: first.from, to: first.to, lo: lo}, meant{from: second.from, to: second.to, lo: last})
	return lo.Possible() && last.Possible() && lo.Order() < last.Order()
}
