package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

// half reads đầu or cuối in "6 tháng đầu năm".
var half = value(wOpening, func(d *draft, v int) { d.half = v })

// monthCount reads "6 tháng", "chín tháng".
var monthCount = begins(shortStarts, func(s *scan, i int, d *draft) int {
	n, next := s.numeral(i, 2, 1, 12)
	_, length := s.find(next, wMonth, 1)
	if length == 0 {
		return fail
	}
	d.n = n
	return next + 1
}).upTo(longestNumber+1).with(rolesOf(wMonth), longestNumber+1)

// quarterCount reads "ba quý", as so many months.
var quarterCount = begins(shortStarts, func(s *scan, i int, d *draft) int {
	const months = 3
	n, next := s.numeral(i, 1, 1, 4)
	if _, length := s.find(next, wQuarter, 1); length == 0 {
		return fail
	}
	d.n = n * months
	return next + 1
}).upTo(longestNumber+1).with(rolesOf(wQuarter), longestNumber+1)

// behindLeap tells whether a month is only said to be that which the year has twice: năm nay
// nhuận tháng Sáu.
func behindLeap(s *scan, i int) bool { return s.follows(i, wLeap) }

// yearOf reads the year that a period belongs to: 2023, năm 2023, /2023, nay.
func yearOf(k int) element {
	return reads(rolesOf(wYear, wFigure, wThis, wLast, wNext), func(s *scan, i int, d *draft) int {
		p := &d.p[k]
		if next := s.monthYear(i, p); next != fail {
			return next
		}
		if year, next := s.yearNumber(i); next != fail {
			p.year = year
			return next
		}
		w, next := s.pointer(i, wLast)
		p.leadsYear, p.way = next != fail, w
		return next
	})
}

// quarter reads "quý I/2024", "quý 3 năm ngoái", and without the word the last
// one of a list.
func quarter(k int) element {
	return reads(rolesOf(wQuarter), func(s *scan, i int, d *draft) int {
		p := &d.p[k]
		p.from, p.unit = i, edtf.Season
		q, next := s.quarterNumber(s.skip(i, wQuarter))
		if next == fail {
			return fail
		}
		p.month = edtf.FirstQuarter - 1 + q
		if year := s.monthYear(next, p); year != fail {
			next = year
		} else if s.glued(next) {
			return fail
		}
		p.to = next
		return next
	})
}

// quarterCode reads Q1/2024, whose Q1 is one token.
var quarterCode = reads(rolesOf(wCode), func(s *scan, i int, d *draft) int {
	code := s.Word(i)
	if code[0] != 'Q' || !number(code[1:], 1, 4) || !s.isMark(i+1, "/-") {
		return fail
	}
	year, next := s.yearNumber(i + 2)
	d.p[0] = partial{year: year, month: edtf.FirstQuarter - 1 + digitsOf(code[1:]), unit: edtf.Season, from: i, to: next}
	return next
})

func (x *text) quarterNumber(i int) (q, next int) {
	if q, next = x.roman(i, 4); next != fail {
		return q, next
	}
	return x.numeral(i, 1, 1, 4)
}

// quarterItems reads the "I và" of "quý I và II/2024".
var quarterItems = reads(roles{}, func(s *scan, i int, d *draft) int {
	for d.count < 3 {
		q, next := s.quarterNumber(i)
		joint, after := s.joint(next, nil)
		if joint == 0 {
			break
		}
		s.items[d.count] = item{n: edtf.FirstQuarter - 1 + q, from: i, to: next}
		d.count++
		i = after
	}
	if d.count == 0 {
		return fail
	}
	return i
})

// decade reads the 1990 or 90 of "những năm 90", and the century after it.
var decade = begins(rolesOf(wFigure), func(s *scan, i int, d *draft) int {
	n, next := s.figure(i, 4)
	if n%10 != 0 || s.glued(next) {
		return fail
	}
	if n < 100 {
		n, next = decadeOfCentury(s, n, next)
	}
	if !textYears.has(n) {
		return fail
	}
	d.p[0] = partial{year: n, unit: edtf.Decade}
	return next
})

// decadeOfCentury completes "90" by "(của) thế kỷ XX"; without it the last
// century is meant, but for the first decades of this one.
func decadeOfCentury(s *scan, n, next int) (year, after int) {
	i := next
	if s.is(i, wOf) {
		i++
	}
	if _, length := s.find(i, wCentury, 0); length > 0 {
		if c, end := s.centuryNumber(i + length); end != fail {
			return (c-1)*100 + n, end
		}
		if w, end := s.pointer(i+length, wLast); end != fail {
			return (s.doc.Year/100+w.offset)*100 + n, end
		}
	}
	return 1900 + n, next
}

// century reads XX, 20, "thứ 19" after thế kỷ.
var century = centuryInto(0)

// centuryTo reads the century that ends a range, its head repeated or not.
var centuryTo = reads(rolesOf(wCentury, wUpper, wFigure), func(s *scan, i int, d *draft) int {
	_, n := s.find(i, wCentury, 0)
	return centuryInto(1).match(s, i+n, d)
})

func centuryInto(k int) element {
	return reads(rolesOf(wUpper, wFigure), func(s *scan, i int, d *draft) int {
		c, next := s.centuryNumber(i)
		if s.is(next, wBeforeEra) {
			return fail
		}
		d.p[k] = partial{year: (c - 1) * 100, unit: edtf.Century}
		return next
	})
}

func (x *text) centuryNumber(i int) (c, next int) {
	if c, next = x.roman(i, 22); next == fail {
		if c, next = x.figure(i, 2); !centuries.has(c) || x.glued(next) {
			return 0, fail
		}
	}
	return c, next
}

// seasonYears reads the 2019/20 of "mùa giải 2019/20".
var seasonYears = begins(rolesOf(wLong), func(s *scan, i int, d *draft) int {
	first, next := s.figure(i, 4)
	if !textYears.has(first) {
		return fail
	}
	_, next = s.separator(next)
	second, after := s.figure(next, 4)
	if second < 100 {
		second += first - first%100
	}
	d.told = true
	d.p[0] = partial{year: first, unit: edtf.Year, from: i, to: next}
	d.p[1] = partial{year: second, unit: edtf.Year, from: next, to: after}
	return after
})

// shortYear reads the 68 of "năm 68" where nothing follows that it could count.
var shortYear = begins(rolesOf(wShort), func(s *scan, i int, d *draft) int {
	next := shortYearInto(0).match(s, i, d)
	if next == fail || !s.closed(next) || s.isMark(next, "-/%") || s.counted(i-1) {
		return fail
	}
	return next
}).upTo(1)

// lastShortYear reads the 72 of "từ năm 68 đến năm 72", where the first has told what it is.
var lastShortYear = shortYearInto(1)

func shortYearInto(k int) element {
	return begins(rolesOf(wShort), func(s *scan, i int, d *draft) int {
		n, next := s.figure(i, 2)
		if !shortYears.has(n) || s.glued(next) {
			return fail
		}
		d.p[k] = partial{year: 1900 + n, unit: edtf.Year, from: i, to: next}
		return next
	}).upTo(1)
}

// spelledYear reads the year in words of "năm một chín sáu tám".
var spelledYear = begins(rolesOf(wNumber, wZero, wHundred, wThousand), func(s *scan, i int, d *draft) int {
	year, next := s.spelledYear(i)
	d.p[0] = partial{year: year, unit: edtf.Year, from: i, to: next}
	return next
})

// born reads SN1984, which is one token.
var born = reads(rolesOf(wCode), func(s *scan, i int, d *draft) int {
	word := s.Word(i)
	if word[:2] != "SN" || !number(word[2:], 1900, textYears.high) {
		return fail
	}
	year := 0
	for _, c := range []byte(word[2:]) {
		year = year*10 + int(c-'0')
	}
	d.p[0] = partial{year: year, unit: edtf.Year, from: i, to: i + 1}
	return i + 1
})

// monthsOfYear means the first or last months of a year as an interval.
func monthsOfYear(s *scan, d *draft, m *found) bool {
	unsaid := d.p[0].year == 0 && !d.p[0].leadsYear
	if unsaid && d.half == 0 {
		return false
	}
	d.p[0].unit = edtf.Year
	y, anchor := s.resolve(d.p[0], m)
	if unsaid {
		y.Year, anchor = s.doc.Year, s.documentAnchor()
	}
	if y.Year == 0 {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = anchor
	if d.half == 2 {
		return m.interval(edtf.MonthPoint(y.Year, 13-d.n), edtf.MonthPoint(y.Year, 12))
	}
	if d.n == 1 {
		return m.one(edtf.MonthPoint(y.Year, 1))
	}
	return m.interval(edtf.MonthPoint(y.Year, 1), edtf.MonthPoint(y.Year, d.n))
}

// edgeDay means the first or the last day of a month or year: ngày cuối cùng của năm 2025; not
// those of several (3 ngày cuối cùng, những ngày đầu tiên), or of another year: năm học, năm Giáp Thìn.
func edgeDay(s *scan, d *draft, m *found) bool {
	p := &d.p[0]
	if p.lunar || s.is(m.core-1, wFigure, wNumber, wCount) {
		return false
	}
	if p.unit != edtf.Month {
		p.unit = edtf.Year
		if p.year == 0 && !p.leadsYear && !s.closed(m.to) {
			return false
		}
		p.leadsYear = p.year == 0
	}
	of, anchor := s.resolve(*p, m)
	if of.Year == 0 {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = anchor
	first, last, _ := of.Days()
	if d.half == 1 {
		return m.one(edtf.DayPoint(first))
	}
	return m.one(edtf.DayPoint(last))
}

// quarterOfStage means the first or the last quarter of a year: quý đầu năm 2025.
func quarterOfStage(s *scan, d *draft, m *found) bool {
	const last = 3 // behind the first
	d.n = 3
	if !monthsOfYear(s, d, m) {
		return false
	}
	q := m.list[0].lo
	m.list = m.list[:0]
	q.Unit, q.Month = edtf.Season, edtf.FirstQuarter
	if d.half == 2 {
		q.Month += last
	}
	return m.one(q)
}

func season(s *scan, d *draft, m *found) bool {
	d.p[0].unit = edtf.Season
	d.p[0].month = d.n
	return single(s, d, m)
}

// bareYear accepts four digits as a year where a preposition stands before
// them and nothing that they could count after them: "đến 2030,".
func bareYear(s *scan, d *draft, m *found) bool {
	if !bareYears.has(d.p[0].year) || !standsAsYear(s, m) {
		return false
	}
	return single(s, d, m)
}

func standsAsYear(s *scan, m *found) bool {
	switch {
	case m.alone(&s.text), s.Opens(m.core) && s.isMark(m.to, ":"): // 1994: xuất ngũ
		return true
	case s.follows(m.core, wStage): // cuối 2015
		return !s.is(m.to, wNotAfter, wMeasure) && !s.is(s.skip(m.to, wAnd), wFigure)
	case s.isMark(m.from-1, "("):
		return s.isMark(m.to, ")")
	case s.isMark(m.from-1, "-"), s.isMark(m.to, "-%$/"), s.is(m.to, wFigure): // Hwasong-2004
		return false
	case s.Tok(m.to).Kind == viet.Word && !s.is(m.to, wUntil, wAnd, wFuture):
		return false
	}
	return s.follows(m.from, wFrom, wUntil, wYearHead)
}

// listOf means each month, quarter or year of a list; the last one says what
// the others leave out.
func listOf(s *scan, d *draft, m *found) bool {
	last, anchor := s.resolve(d.p[0], m)
	if s.is(m.to, wMonth) || countsOn(s, d, m.to) {
		return false // tháng 9 và chín tháng năm 2023; tháng 3, hai bên
	}
	m.anchor = anchor
	for _, it := range s.items[:d.count] {
		p := last
		if p.Unit == edtf.Year {
			p.Year = it.n
		} else {
			p.Month = it.n
		}
		m.list = append(m.list, meant{from: it.from, to: it.to, lo: p})
	}
	m.list = append(m.list, meant{from: d.p[0].from, to: d.p[0].to, lo: last})
	return last.Possible()
}

// countsOn tells whether the last number of a list, without a year or a word before it, counts what stands
// at token i: tháng 3, hai | bên ký; quý I, 3 | dự án; tháng 3, 12 | xã.
func countsOn(s *scan, d *draft, i int) bool {
	last, before := &d.p[0], &s.items[d.count-1]
	switch {
	case last.year != 0 || last.leadsYear, s.is(last.from, wMonth, wQuarter), s.halts(i):
		return false
	case s.is(i, wNotAfter), s.is(last.from, wNumber) && !s.Capital(last.from), s.Tok(last.from).Kind != s.Tok(before.from).Kind:
		return true
	}
	return d.count == 1 && last.month != before.n+1 && s.isMark(last.from-1, ",")
}
