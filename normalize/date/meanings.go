package date

// single means one point: a day, a month, a year.
func single(s *scan, d *draft, m *found) bool {
	p, anchor := s.resolve(d.p[0], m)
	m.anchor = anchor
	m.list = append(m.list, finding{lo: p})
	return p.possible()
}

// between means an interval; what the start leaves out, the end says.
func between(s *scan, d *draft, m *found) bool {
	start, end := d.p[0], d.p[1]
	if start.unit != end.unit && start.unit != unitDay {
		return false
	}
	hi, anchor := s.resolve(end, m)
	lo := s.startOf(start, end, hi, m)
	if !hi.possible() || !lo.possible() || hi.year != 0 && lo.order() >= hi.order() {
		return false
	}
	m.anchor = anchor
	m.list = append(m.list, finding{lo: lo, hi: hi, interval: true})
	return true
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

// listOfDays means each day of a list; the last one says month and year.
func listOfDays(s *scan, d *draft, m *found) bool {
	if !d.told && !m.evidence {
		return false
	}
	last, anchor := s.resolve(d.p[0], m)
	if !last.possible() || last.unit != unitDay {
		return false
	}
	m.anchor = anchor
	for _, it := range d.items[:d.count] {
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

// listOfMonths means each month of a list.
func listOfMonths(s *scan, d *draft, m *found) bool {
	last, anchor := s.resolve(d.p[0], m)
	if last.unit != unitMonth {
		return false
	}
	m.anchor = anchor
	for _, it := range d.items[:d.count] {
		p := last
		p.month = it.n
		m.list = append(m.list, finding{from: it.from, to: it.to, lo: p})
	}
	m.list = append(m.list, finding{from: d.p[0].from, to: d.p[0].to, lo: last})
	return true
}

// listOfYears means each year of a list.
func listOfYears(_ *scan, d *draft, m *found) bool {
	for _, it := range d.items[:d.count] {
		m.list = append(m.list, finding{from: it.from, to: it.to, lo: yearPoint(it.n)})
	}
	m.list = append(m.list, finding{from: d.p[0].from, to: d.p[0].to, lo: yearPoint(d.p[0].year)})
	return true
}

// relativeDay means a day counted from the document's: hôm qua, sáng nay.
func relativeDay(s *scan, d *draft, m *found) bool {
	m.part = d.part
	if s.doc.unit != unitDay {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = "document date " + s.doc.String()
	m.list = append(m.list, finding{lo: dayPoint(s.doc.serial() + serial(d.n))})
	return true
}

// sameDay means a day counted from the one named before: cùng ngày, hôm sau.
func sameDay(s *scan, d *draft, m *found) bool {
	base, why := s.lastDay, "date named before "
	if base.unit != unitDay {
		base, why = s.doc, "document date "
	}
	if base.unit != unitDay || base.year == 0 {
		if base.unit != unitDay {
			s.doubt("date/no-date-before", m.from, m.to)
		} else if d.n == 0 {
			m.list = append(m.list, finding{lo: base})
			return true
		}
		return false
	}
	base.hour = noHour
	m.anchor = why + base.String()
	m.list = append(m.list, finding{lo: dayPoint(base.serial() + serial(d.n))})
	return true
}

// pointed reads này, trước, sau after a unit.
func pointed(of unit, last role) element {
	return reads(rolesOf(wThis, last, wNext), func(s *scan, i int, d *draft) int {
		offset, next := s.pointer(i, last)
		d.of, d.n = of, offset
		return next
	})
}

// pointedUnit means a month, year, week or quarter told from an anchor.
func pointedUnit(s *scan, d *draft, m *found) bool {
	if s.doc.unit == noUnit {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = "document date " + s.doc.String()
	m.list = append(m.list, finding{lo: yearPoint(s.doc.year + d.n)})
	return true
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
