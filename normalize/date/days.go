package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/reading"
)

// dayOfContext means a day whose month the text has named, or the document's: Ngày 8/10
// … sáng ngày 9. Its part, clock or weekday, or a preposition, tells it from a day of a
// journey.
func dayOfContext(s *scan, d *draft, m *found) bool {
	due := s.follows(m.from, wDue)
	if !m.attached && !((due || s.follows(m.from, wUntil, wFrom)) && (s.halts(m.to) || untilDay(&s.text, m.to, d.p[0].day))) && !daysOn(s, d, m) {
		return false
	}
	if s.is(m.to, wMonth, wTet, wLunar) {
		return false
	}
	base, why := s.anchor(way{inText: true}, m.from)
	if base.Unit != edtf.Day {
		return false
	}
	m.anchor = why
	tense := evenly
	if why.kind == fromDocument {
		tense = s.tense(m.from, m.to)
	}
	if due {
		return m.one(nextOfNumber(base, d.p[0].day))
	}
	return m.one(nearestDay(base, d.p[0].day, tense, m))
}

// untilDay tells whether a span from a day goes on at token i to a later one told by its number
// alone, and ends there: từ ngày 10 | đến ngày 13.
func untilDay(x *text, i, from int) bool {
	day := x.skip(i, wUntil)
	if day == i || !x.is(day, wDay) {
		return false
	}
	last, next := x.figure(day+1, 2)
	return next != fail && last > from && x.halts(next)
}

// daysOn tells whether a number is that of a day soon after the one that its sentence named, behind
// a mark, or right behind that: ngày 12/9, học sinh nghỉ; ngày 13 học bù; từ đêm nay đến ngày 13 mưa.
func daysOn(s *scan, d *draft, m *found) bool {
	const soon = 7 // days
	day := d.p[0].day
	if s.last.Unit != edtf.Day || day <= s.last.Day || day > s.last.Day+soon {
		return false
	}
	if s.Tok(s.lastAt-1).Sentence != s.Tok(m.from).Sentence {
		return opensWithDay(s, m)
	}
	_, until := s.before(m.from, wUntil)
	return s.isMark(m.from-1, ";,") || until < m.from && s.lastAt == until || s.follows(m.from, wAt) && s.halts(m.to)
}

// opensWithDay tells whether a day by its number alone, and a comma, begin the sentence behind one that begins with a day and
// is not of a journey: Ngày 10/11, ông đến Hà Nội. Ngày 13, ông về nước.
func opensWithDay(s *scan, m *found) bool {
	return s.Opens(m.core) && s.Is(m.to, reading.Comma) && s.mainDay.Pinned() && s.mainDay.Order() == s.last.Order()
}

// dayByPart means a day soon after the one named before, told by its part and number alone:
// Ngày 14/8, thuyền mất tích. Đến rạng sáng 17, ngư dân vớt được phao.
func dayByPart(s *scan, d *draft, m *found) bool {
	const soon = 7 // days
	if !s.halts(m.to) || s.is(m.to+1, wFigure, wNumber) {
		return false // tối 7, 8 người
	}
	p, why := s.anchor(way{inText: true}, m.from)
	last := p.Day
	m.anchor, p.Day = why, d.p[0].day
	if why.kind != namedBefore || p.Unit != edtf.Day || p.Day <= last || p.Day > last+soon {
		return false
	}
	return m.one(p)
}

// nearestDay gives the day of that number that lies nearest to another one, of the months
// around it.
func nearestDay(base edtf.Point, day int, tense tense, m *found) edtf.Point {
	p, _ := nearest(base, tense, m, -1, 1, func(shift int) edtf.Point {
		p := edtf.Point{Day: day, Unit: edtf.Day, Hour: edtf.NoHour}
		p.Year, p.Month = edtf.ShiftMonth(base.Year, base.Month, shift)
		return p
	})
	return p
}

// dayOfSameMonth means a day of the month named before.
func dayOfSameMonth(s *scan, d *draft, m *found) bool {
	p, why := s.anchor(way{inText: true}, m.from)
	p.Day, p.Unit, p.Hour = d.p[0].day, edtf.Day, edtf.NoHour
	m.anchor = why
	return m.one(p)
}
