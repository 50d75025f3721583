package date

// single means one point: a day, a month, a year.
func single(s *scan, d *draft, m *found) bool {
	if d.p[0].lunar && d.p[0].unit == unitDay && !d.p[0].leadsMonth {
		day, anchor, ok := s.lunarDay(d.p[0], m)
		m.anchor = anchor
		return ok && m.one(day)
	}
	p, anchor := s.resolve(d.p[0], m)
	m.anchor = anchor
	if p.unit == unitMonth && d.p[0].year == 0 && !d.p[0].leadsMonth && s.monthlyFigure(m) {
		return false
	}
	if p.unit == unitMonth && (d.p[0].lunar || d.p[0].leadsMonth) {
		return s.specialMonth(d.p[0], p, m)
	}
	return m.one(p)
}

// monthlyFigure tells "mỗi tháng 7 triệu đồng" and "Cách mạng tháng Tám" from
// a month.
func (s *scan) monthlyFigure(m *found) bool {
	if _, start := s.before(m.from, wMonthly); start < m.from {
		return true
	}
	return s.is(m.to, wMeasure) || s.isMark(m.to, "%")
}

// specialMonth means a lunar month, from its first to its last day, or a month
// that is pointed to: "3 tháng trước" is none.
func (s *scan) specialMonth(p partial, out point, m *found) bool {
	if p.leadsMonth {
		return !s.counted(m) && m.one(out)
	}
	if out.year == 0 {
		return false
	}
	first, ok := solarOf(out.year, out.month, 1)
	if !ok {
		return false
	}
	last, ok := lunarDay{year: out.year, month: out.month, day: 30}.solar()
	if !ok {
		last, _ = lunarDay{year: out.year, month: out.month, day: 29}.solar()
	}
	return m.interval(dayPoint(first), dayPoint(last))
}

// between means an interval; what the start leaves out, the end says.
func between(s *scan, d *draft, m *found) bool {
	start, end := d.p[0], d.p[1]
	if start.unit != end.unit || start.unit == unitYear && !d.told && (start.year < 1800 || end.year > 2100) {
		return false
	}
	if end.lunar && end.unit == unitDay {
		return lunarBetween(s, d, m)
	}
	hi, anchor := s.resolve(end, m)
	lo := s.startOf(start, end, hi, m)
	if !hi.possible() || !lo.possible() || hi.year != 0 && lo.order() >= hi.order() {
		return false
	}
	m.anchor = anchor
	return m.interval(lo, hi)
}

// startOf resolves the start of an interval from its end.
func (s *scan) startOf(start, end partial, hi point, m *found) point {
	if start.month == 0 && start.unit == unitDay {
		start.month = hi.month
		if start.day > end.day {
			start.month = floorMod(hi.month-2, 12) + 1
		}
	}
	if start.year == 0 && !start.leadsYear && hi.year != 0 {
		start.year = hi.year
		if start.month > hi.month || start.month == hi.month && start.day > hi.day {
			start.year--
		}
	}
	if start.year == 0 && hi.year == 0 {
		return point{month: start.month, day: start.day, unit: start.unit, hour: noHour}
	}
	lo, _ := s.resolve(start, m)
	return lo
}

// order sorts points of one unit.
func (p point) order() int { return (p.year*100+p.month)*100 + p.day }

// daysToDay means an interval whose end names only the day.
func daysToDay(s *scan, d *draft, m *found) bool {
	if s.isMark(m.to, "/-.") || s.is(m.to, wMonth) {
		return false
	}
	lo, anchor := s.resolve(d.p[0], m)
	hi := lo
	hi.day = d.p[1].day
	if hi.day <= lo.day && lo.year != 0 {
		hi.year, hi.month = shiftMonth(lo.year, lo.month, 1)
	}
	m.anchor = anchor
	return m.interval(lo, hi)
}

// listOfDays means each day of a list; the last one says month and year.
func listOfDays(s *scan, d *draft, m *found) bool {
	if !d.told && !m.attached {
		return false
	}
	last, anchor := s.resolve(d.p[0], m)
	if !last.possible() || last.unit != unitDay {
		return false
	}
	m.anchor = anchor
	for _, it := range s.items[:d.count] {
		p := last
		p.day = it.n
		if p.day > last.day && d.count == 1 && p.day-last.day > 20 {
			p = monthsBefore(last, it.n)
		}
		if !p.possible() {
			return false
		}
		m.list = append(m.list, finding{from: it.from, to: it.to, lo: p})
	}
	m.list = append(m.list, finding{from: d.p[0].from, to: d.p[0].to, lo: last})
	return true
}

// daysListed means two days of which the last one says the year of both.
func daysListed(s *scan, d *draft, m *found) bool {
	first, second := d.p[0], d.p[1]
	if first.year != 0 || second.year == 0 {
		return false
	}
	last, _ := s.resolve(second, m)
	first.year = last.year
	lo, _ := s.resolve(first, m)
	m.anchor = anchor{}
	m.list = append(m.list, finding{from: first.from, to: first.to, lo: lo}, finding{from: second.from, to: second.to, lo: last})
	return lo.possible() && last.possible() && lo.order() < last.order()
}

// monthsBefore gives a day of the month before a point.
func monthsBefore(p point, day int) point {
	p.month--
	if p.month == 0 {
		p.month = 12
		if p.year != 0 {
			p.year--
		}
	}
	p.day = day
	return p
}

// isoDay reads 2020-11-24 or 2020/11/24.
var isoDay = reads(rolesOf(wFigure), func(s *scan, i int, d *draft) int {
	year, next := s.figure(i, 4)
	if next == fail || year < firstYear || s.joinedBefore(i) {
		return fail
	}
	sign, next := s.separator(next)
	if next == fail || sign == '.' {
		return fail
	}
	month, next := s.figure(next, 2)
	if next == fail || month < 1 || month > 12 {
		return fail
	}
	second, next := s.separator(next)
	if next == fail || second != sign {
		return fail
	}
	day, next := s.figure(next, 2)
	if next == fail || day < 1 || day > monthDays(year, month) || s.glued(next) && !s.isoClock(next) {
		return fail
	}
	d.p[0] = partial{year: year, month: month, day: day, unit: unitDay, from: i, to: next}
	return next
})

// isoClock allows the T of 2020-11-24T08:00.
func (s *scan) isoClock(i int) bool { return s.t.Src[s.t.Tokens[i].Start] == 'T' }
