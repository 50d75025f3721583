package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// anchor gives the point that a pointer counts from: the document date, or for
// "trước" and "sau" the date named just before in the same or last sentence.
func (s *scan) anchor(w way, at int) (edtf.Point, anchor) {
	if w.inText && s.last.Pinned() && s.Tokens[at].Sentence-s.Tokens[max(0, s.lastAt-1)].Sentence <= 1 {
		p := s.last
		p.Hour = edtf.NoHour
		return p, anchor{namedBefore, p}
	}
	if s.doc.Unit == edtf.None {
		s.doubt("date/no-document-date", at, at+1)
	}
	return s.doc, s.documentAnchor()
}

// yearOfText gives what "cùng năm" counts from: the date named just before, else the one of which the text told
// last, not the year of what it mentions by the way.
func yearOfText(s *scan, at int) (edtf.Point, anchor) {
	p, why := s.anchor(way{inText: true}, at)
	if why.kind == namedBefore || !s.frame.Pinned() {
		return p, why
	}
	return s.frame, anchor{namedBefore, s.frame}
}

// pointedDayMeaning means a day counted from the document's: hôm qua, sáng nay.
func pointedDayMeaning(s *scan, d *draft, m *found) bool {
	if s.is(m.from-1, wNumber, wCount) {
		return false // hai hôm nay trời rét
	}
	base := s.today
	m.anchor = anchor{namedBefore, base}
	if base.Unit == edtf.None {
		base, m.anchor = s.doc, s.documentAnchor()
	}
	if base.Unit != edtf.Day {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	return m.one(edtf.DayPoint(base.Serial() + edtf.Serial(d.n)))
}

// pointedInFigures means the day in figures of "hôm nay (10/1)"; a pointer that
// leads elsewhere is a doubt.
func pointedInFigures(s *scan, d *draft, m *found) bool {
	if !single(s, d, m) {
		return false
	}
	p := m.list[0].lo
	if !p.Pinned() {
		return true
	}
	today := p.Serial() - edtf.Serial(d.n)
	if s.doc.Unit == edtf.Day && today != s.doc.Serial() {
		m.doubt = "date/pointer-disagrees"
	}
	s.setToday(today)
	return true
}

// sameDay means a day counted from the one named before: cùng ngày, hôm sau.
func sameDay(s *scan, d *draft, m *found) bool {
	if s.counted(m.from) {
		return false // hai hôm sau thì
	}
	base, kind := s.lastDay, namedBefore
	if s.is(m.core, wSameDay) && s.heads(m.from) && s.mainDay.Pinned() && (s.spans || s.liesAhead(base) || byTheWay(s, m.from, base)) {
		base = s.mainDay
	}
	if base.Unit != edtf.Day && d.n <= 0 { // hôm sau is never the day after the document's
		base, kind = s.doc, fromDocument
	}
	if base.Unit != edtf.Day {
		s.doubt("date/no-date-before", m.from, m.to)
		return false
	}
	base.Hour = edtf.NoHour
	m.anchor = anchor{kind, base}
	if d.n == 0 {
		return m.one(base)
	}
	if base.Year == 0 {
		return false
	}
	return m.one(edtf.DayPoint(base.Serial() + edtf.Serial(d.n)))
}

// liesAhead tells whether a day is yet to come, and the one with which a sentence began last is not.
func (k *memory) liesAhead(day edtf.Point) bool {
	return day.Order() > k.doc.Order() && k.mainDay.Order() <= k.doc.Order()
}

// byTheWay tells whether a paragraph begins at token i and the day named last lies far from the one
// with which a sentence began last: Phường A được thành lập vào ngày 1/7/2025.
func byTheWay(s *scan, i int, day edtf.Point) bool {
	const far = 30 // days
	if s.fronted || !s.Is(i, reading.Newline|reading.Break) || !day.Pinned() {
		return false
	}
	apart := s.mainDay.Serial() - day.Serial()
	return max(apart, -apart) > far
}

func sameMonth(s *scan, _ *draft, m *found) bool {
	p, why := s.anchor(way{inText: true}, m.from)
	m.anchor = why
	return m.one(edtf.Point{Year: p.Year, Month: p.Month, Unit: edtf.Month, Hour: edtf.NoHour})
}

func sameYear(s *scan, _ *draft, m *found) bool {
	p, why := yearOfText(s, m.from)
	m.anchor = why
	if p.Year == 0 {
		return false
	}
	return m.one(edtf.YearPoint(p.Year))
}

// stageOfThatYear means the year that the text named before: cuối năm đó; but not that of "ngày cuối cùng năm".
func stageOfThatYear(s *scan, d *draft, m *found) bool {
	if s.is(m.to-2, wSameYear) {
		return false
	}
	return sameYear(s, d, m) && m.anchor.kind == namedBefore
}

func pointedYear(s *scan, d *draft, m *found) bool {
	if s.counted(m.from) && !s.is(m.from-1, wWhole) {
		return false
	}
	p, why := s.anchor(d.way, m.from)
	m.anchor = why
	if p.Year == 0 {
		return false
	}
	return m.one(edtf.YearPoint(p.Year + d.way.offset))
}

// nextYear means the year after the document's where "sang năm" opens a clause:
// "bước sang năm thứ ba" goes on to another.
func nextYear(s *scan, d *draft, m *found) bool {
	opens := s.Tok(m.from-1).Kind == viet.Punct || s.leadsPeriod(m.from) || s.follows(m.from, wFuture)
	if !opens || namesYear(&s.text, m.to) {
		return false
	}
	d.way = way{offset: 1}
	return pointedYear(s, d, m)
}

func pointedCentury(s *scan, d *draft, m *found) bool {
	m.anchor = s.documentAnchor()
	if s.doc.Year == 0 {
		return false
	}
	return m.one(edtf.Point{Year: (s.doc.Year/100 + d.way.offset) * 100, Unit: edtf.Century, Hour: edtf.NoHour})
}

func pointedQuarter(s *scan, d *draft, m *found) bool {
	p, why := s.anchor(d.way, m.from)
	if p.Unit == edtf.Year {
		p, why = s.doc, s.documentAnchor() // tăng so với năm 2024, giảm so với quý trước
	}
	q := 0
	switch {
	case p.Month >= edtf.FirstQuarter:
		q = p.Month - edtf.FirstQuarter
	case p.Unit == edtf.Day || p.Unit == edtf.Month:
		q = (p.Month - 1) / 3
	default:
		return false
	}
	n := p.Year*4 + q + d.way.offset
	m.anchor = why
	if s.Tok(m.from-1).Kind == viet.Word && !s.leadsPeriod(m.from) && !s.follows(m.from, wCompared) {
		return false // kim loại quý này
	}
	if s.counted(m.from) {
		return false
	}
	return m.one(edtf.Point{Year: floorDiv(n, 4), Month: edtf.FirstQuarter + floorMod(n, 4), Unit: edtf.Season, Hour: edtf.NoHour})
}

// leadsPeriod tells whether a preposition of time stands before token i.
func (x *text) leadsPeriod(i int) bool {
	return x.follows(i, wFrom, wUntil, wEvidence, wStageHead, wOf)
}

// week means Monday to Sunday.
func week(s *scan, d *draft, m *found) bool {
	if s.doc.Unit != edtf.Day {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	start := s.doc.Serial().Monday() + edtf.Serial(7*d.way.offset)
	m.anchor = s.documentAnchor()
	if s.counted(m.from) {
		return false
	}
	return m.interval(edtf.DayPoint(start), edtf.DayPoint(start+6))
}

// weekend means Saturday and Sunday.
func weekend(s *scan, d *draft, m *found) bool {
	if s.doc.Unit != edtf.Day {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	saturday := s.doc.Serial().Monday() + 5
	switch {
	case d.way.offset == 2, d.way.offset < 0:
		saturday += edtf.Serial(7 * d.way.offset)
	case s.isWord(m.to-1, "sau"):
		saturday += 7
	}
	m.anchor = s.documentAnchor()
	if s.counted(m.from) {
		return false
	}
	return m.interval(edtf.DayPoint(saturday), edtf.DayPoint(saturday+1))
}

// samePeriod means the year of "cùng kỳ năm trước": a part of a period has the
// value of the period. The year counts from the date named before.
func samePeriod(s *scan, d *draft, m *found) bool {
	if d.p[0].year != 0 {
		return single(s, d, m)
	}
	return pointedYear(s, d, m)
}

// stageUnit reads the bare unit of "từ đầu năm", "hồi cuối tháng".
var stageUnit = begins(rolesOf(wYear, wMonth, wWeek), func(s *scan, i int, d *draft) int {
	for _, u := range []struct {
		role role
		unit edtf.Unit
	}{{wYear, edtf.Year}, {wMonth, edtf.Month}, {wWeek, edtf.Day}} {
		if _, n := s.find(i, u.role, 1); n > 0 {
			d.of = u.unit
			return i + 1
		}
	}
	return fail
})

// stage means the year, month or week of the document: từ đầu năm.
func stage(s *scan, d *draft, m *found) bool {
	if _, next := s.pointer(m.to, wLast); next != fail {
		return false
	}
	if s.is(m.to, wFigure, wCount, wNumber, wMonthName) {
		return false
	}
	m.anchor = s.documentAnchor()
	switch {
	case d.of == edtf.Year && s.doc.Year != 0:
		return m.one(edtf.YearPoint(s.doc.Year))
	case d.of == edtf.Month:
		return m.one(edtf.MonthPoint(s.doc.Year, s.doc.Month))
	case d.of == edtf.Day:
		return week(s, d, m)
	}
	return false
}

// pointedMonth reads the "tháng này" of "ngày 3 tháng này", or "tới" alone.
func pointedMonth(k int) element {
	return begins(rolesOf(wMonth), func(s *scan, i int, d *draft) int {
		return s.monthPointer(i+1, &d.p[k])
	})
}

// soon reads the "tới" or "này" of "ngày 15 tới".
var soon = begins(rolesOf(wNext, wThis), func(s *scan, i int, _ *draft) int {
	_, next := s.pointer(i, wThis)
	if s.is(i, wUntil) && !s.closed(next) {
		return fail
	}
	return next
})

// justPast reads the "vừa qua" of "ngày 9 vừa qua".
var justPast = begins(rolesOf(wRecent), func(s *scan, i int, _ *draft) int {
	if !s.near(i) || !saidPast(&s.text, i) {
		return fail
	}
	return s.skip(i, wRecent)
})

// nextDayOfMonth means the first such day from the document date on.
func nextDayOfMonth(s *scan, d *draft, m *found) bool {
	if s.doc.Unit != edtf.Day {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	return m.one(nextOfNumber(s.doc, d.p[0].day))
}

// lastDayOfMonth means the last such day up to the document date: ngày 9 vừa qua.
func lastDayOfMonth(s *scan, d *draft, m *found) bool {
	if s.doc.Unit != edtf.Day {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	p := s.doc
	if p.Day, p.Hour = d.p[0].day, edtf.NoHour; p.Day > s.doc.Day {
		p.Year, p.Month = edtf.ShiftMonth(p.Year, p.Month, -1)
	}
	return m.one(p)
}

// nextOfNumber gives the first day of that number from another one on.
func nextOfNumber(base edtf.Point, day int) edtf.Point {
	p := base
	if p.Day, p.Hour = day, edtf.NoHour; day < base.Day {
		p.Year, p.Month = edtf.ShiftMonth(p.Year, p.Month, 1)
	}
	return p
}
