package date

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin/normalize/edtf"
)

// listedDays reads two or more days of which a later one says the month: ngày
// 24, 25 và 26/11; các ngày 31/8, 1 và 2/9; sáng 9 và chiều 10/6; thứ năm (5) và
// thứ sáu (6) tháng 6. The last day that has a month ends the list.
var listedDays = reads(rolesOf(wDay, wHom, wNewMoon, wPart, wWeekday, wShort, wNumber), func(s *scan, i int, d *draft) int {
	last, read := fail, 0
	if !mayList(&s.text, i) {
		return fail
	}
	tight := false
	for read < maxItems {
		p, it, next := listedDay(s, i, tight)
		if next == fail {
			break
		}
		if read == 0 && it.from > i {
			d.told = true // kỳ họp thứ 9, chiều 20/6
		}
		s.items[read] = it
		read++
		if it.month != 0 {
			d.p[0], d.count, last = p, read-1, next
		}
		if p.year != 0 {
			break // ngày 10 và 12/6/2025; ngày 5 và 7/6
		}
		i = nextListed(&s.text, next, it.part)
		if tight = i == fail && d.told && s.isMark(next, ","); tight {
			i = next + 1 // ngày 24,25-4
		}
	}
	if !inherits(s.items[:d.count]) {
		return fail
	}
	if end := ofMoon.match(s, last, d); end > last {
		d.p[0].lunar, last = true, end
	}
	return last
})

// mayList tells whether a list of days may begin at token i: behind a bare number something must
// stand that makes a day of it, or goes on.
func mayList(x *text, i int) bool {
	if x.begins(i, listHeads) {
		return true
	}
	_, next := x.numeral(i, 2, 1, 31)
	return x.isMark(next, ",") || x.begins(next, rolesOf(wSign, wMonth, wAnd, wUntil, wPart))
}

// ofMoon reads "âm lịch" behind a day.
var ofMoon = opt(parens(word(wLunar)))

// inherits tells whether one of the first items of a list leaves its month to
// a later one; else they are dates of their own.
func inherits(list []item) bool {
	return slices.ContainsFunc(list, func(it item) bool { return it.month == 0 })
}

// listHeads are what may stand before a day of a list.
var listHeads = rolesOf(wPart, wWeekday, wDay, wWeekend, wHom, wNewMoon)

// listedDay reads one day of a list with the words before it; the partial is
// filled where its month follows; tight ones stand behind a comma without a blank.
func listedDay(s *scan, i int, tight bool) (p partial, it item, next int) {
	start := i
	if s.begins(i, listHeads) {
		it.part, _ = s.find(i, wPart, 0)
		for _, r := range []role{wPart, wWeekday, wDay, wWeekend, wHom, wNewMoon} {
			i = s.skip(i, r)
		}
	}
	bracket := s.isMark(i, "(")
	switch {
	case bracket:
		i = s.skip(i+1, wDay) // thứ ba (ngày 7) và thứ năm (ngày 9/5)
	case i > start && s.isMark(i, ",:"):
		i++ // trong hai ngày, 30 và 31/7
	}
	if s.joinedBefore(i) && !bracket && !tight {
		return p, it, fail
	}
	p = s.dayAt(i)
	if next = p.to; next == fail {
		p = partial{from: i, unit: edtf.Day}
		p.day, next = s.numeral(i, 2, 1, 31)
		p.to = next
	}
	it.n, it.month, it.from, it.to = p.day, p.month, i, next
	if !bracket {
		return p, it, next
	}
	if !s.isMark(next, ")") {
		return p, it, next // hai ngày (30 và 31/7)
	}
	next++
	if _, n := s.find(next, wMonth, 1); n > 0 && p.month == 0 {
		if next = s.monthAfter(next+1, &p); p.leadsMonth {
			return p, it, fail
		}
	}
	it.month, p.to = p.month, next
	return p, it, next
}

// nextListed gives the token at which the next day of a list begins: after
// "," and "và", or where a night goes on to the next dawn.
func nextListed(x *text, i, part int) int {
	joined, next := x.joint(i, nil)
	until := x.skip(next, wUntil)
	if joined > 0 && until == next {
		return next
	}
	later, n := x.find(until, wPart, 0)
	if n > 0 && (until == i || overnight(part, later)) {
		return until // đêm 6, đến rạng sáng 7/6
	}
	return fail
}

// overnight tells whether the second part of the day follows on the first.
func overnight(first, second int) bool { return first >= evening && second == dawn }

// monthGap is how many days a day of a list may be larger than the next one
// and still be of the same month.
const monthGap = 20

// listOfDays means each day of a list; what one leaves out, the next one says.
func listOfDays(s *scan, d *draft, m *found) bool {
	switch {
	case d.p[0].lunar: // các ngày mùng 4, mùng 5 và mùng 6 tháng Giêng
		return listOfLunarDays(s, d, m)
	case !d.told && !m.attached && !s.inParentheses(m.from, m.to):
		return false
	}
	m.hasDay = false // thứ Bảy, Chủ nhật 11 và 12/10: the weekday is the first day's, not the last's
	last, anchor := s.resolve(d.p[0], m)
	m.anchor = anchor
	m.list = make([]meant, d.count, d.count+1)
	next := last
	for k := d.count - 1; k >= 0; k-- {
		it := &s.items[k]
		next = beforeInList(it, next)
		if !next.Possible() {
			return false
		}
		m.list[k] = meant{from: it.from, to: it.to, lo: next, part: it.part}
	}
	m.list = append(m.list, meant{from: d.p[0].from, to: d.p[0].to, lo: last, part: s.items[d.count].part})
	return last.Possible() && last.Unit == edtf.Day
}

// beforeInList completes a day of a list from the one after it.
func beforeInList(it *item, next edtf.Point) edtf.Point {
	p := next
	p.Day = it.n
	switch {
	case it.month != 0:
		p.Month = it.month
	case p.Day-next.Day > monthGap:
		_, p.Month = edtf.ShiftMonth(p.Year, p.Month, -1)
	}
	if p.Year != 0 && p.Month-next.Month > monthsApart {
		p.Year--
	}
	return p
}

// monthsApart is how many months later in the year a day of a list may be than the next one and not be of the
// year before: các ngày 5, 7/6 và 28/5, but 30, 31/12 và 1/1.
const monthsApart = 6

// clocksBetween means the two days of từ 23h ngày 2 đến 4h 3/3, each with its clock.
func clocksBetween(s *scan, d *draft, m *found) bool {
	last, why := s.resolve(d.p[1], m)
	first := beforeInList(&item{n: d.p[0].day}, last)
	if !first.Possible() || !last.Possible() || first.Order() >= last.Order() {
		return false
	}
	m.anchor = why
	for k, p := range []edtf.Point{first, last} {
		if c := d.clocks[k]; c.hour <= lastHour {
			p.Hour, p.Minute = c.hour, c.minute
		}
		m.list = append(m.list, meant{from: d.p[k].from, to: d.p[k].to, lo: p, part: d.parts[k]})
	}
	return true
}

// partOf reads the part of the day before one end of an interval: từ sáng 9 đến
// chiều 11/6.
func partOf(k int) element {
	return opt(value(wPart, func(d *draft, v int) { d.parts[k], d.told = v, true }))
}

// daysOfNamedMonth means days of the month that was named before: "Ngày 14/6 …
// từ ngày 18 đến ngày 20".
func daysOfNamedMonth(s *scan, d *draft, m *found) bool {
	switch {
	case s.last.Month == 0, s.last.Unit > edtf.Month, !s.closed(m.to), s.glued(m.to), s.isMark(m.to, "/-"):
		return false
	}
	p, why := s.anchor(way{inText: true}, m.from)
	if why.kind != namedBefore {
		return false
	}
	lo, hi := p, p
	lo.Day, lo.Unit = d.p[0].day, edtf.Day
	hi.Day, hi.Unit = d.p[1].day, edtf.Day
	m.anchor = why
	return lo.Day < hi.Day && m.interval(lo, hi)
}

// listOfLunarDays means each of mùng 1, mùng 2 và mùng 3 Tết.
func listOfLunarDays(s *scan, d *draft, m *found) bool {
	month := d.p[0].month
	m.list = make([]meant, d.count+1)
	for k := d.count; k >= 0; k-- {
		p := d.p[0]
		if p.unit, p.to = edtf.Day, m.to; k < d.count {
			it := &s.items[k]
			month = cmp.Or(it.month, month)
			p.day, p.month, p.from, p.to = it.n, month, it.from, it.to
		}
		day := lunarPoint(s, p, m)
		if !day.Possible() {
			return false
		}
		m.list[k] = meant{from: p.from, to: p.to, lo: day, part: s.items[k].part}
	}
	return true
}
