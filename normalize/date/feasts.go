package date

import (
	"cmp"
	"fmt"

	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// monthOf reads "tháng Bảy" or "/7" after a lunar day.
var monthOf = reads(rolesOf(wMonth), func(s *scan, i int, d *draft) int {
	if _, n := s.find(i, wMonth, 1); n == 0 && !s.isMark(i, "/-") {
		return fail
	}
	p := &d.p[0]
	if month, next := s.monthNumber(i+1, p); next != fail {
		p.month = month
		return next
	}
	return s.monthPointer(i+1, p)
})

// lunarYear reads "Giáp Thìn", "năm Giáp Thìn 2024", "2024" after a feast.
var lunarYear = reads(rolesOf(wYear, wFigure, wStem, wTet, wNextYear), func(s *scan, i int, d *draft) int {
	i = s.skip(i, wTet)
	if s.isMark(i, ",") {
		i++
	}
	if !s.near(i) {
		return fail
	}
	if next := d.p[0].yearPhrase(&s.text, i); next != fail {
		return next
	}
	_, said := s.find(i, wYear, 1)
	i += min(said, 1)
	p := &d.p[0]
	year, next := s.animalYear(i)
	if next != fail {
		p.year, p.lunar = year, true
		i = next
		if s.isMark(i, "-(") {
			i++
		}
	}
	if year, after := s.yearNumber(i); after != fail {
		p.year, d.numbered = year, next == fail
		if s.isMark(after, ")") && s.isMark(i-1, "(") {
			after++
		}
		return after
	}
	if next == fail {
		w, after := s.pointer(i, wLast)
		if said == 0 && w.offset != 0 {
			return fail // rằm tháng Tám vừa rồi
		}
		if s.doc.Year != 0 {
			p.year = s.doc.Year + w.offset
		}
		return after
	}
	return next
})

// ofCycle reads the year of the sixty-year cycle right behind a day of the lunar calendar: 23-9 | Ất Tỵ.
var ofCycle = begins(rolesOf(wStem), func(s *scan, i int, d *draft) int {
	year, next := s.animalYear(i)
	if next != fail {
		d.p[0].year, d.p[0].lunar = year, true
	}
	return next
})

// cycleYear reads "Giáp Thìn" or "Nguyên đán 2024" after Tết, năm, xuân.
var cycleYear = reads(rolesOf(wYear, wFigure, wStem), func(s *scan, i int, d *draft) int {
	next := lunarYear.match(s, i, d)
	if s.isMark(next, "-/") || s.is(next-1, wThis, wLast, wNext, wMore) {
		return fail
	}
	return next
})

// lunarDate means a day of the lunar calendar. "mùng 2 tháng 9" without a word
// of the moon is what people call a solar day.
func lunarDate(s *scan, d *draft, m *found) bool {
	p := d.p[0]
	switch {
	case p.leadsMonth:
		if s.doc.Unit != edtf.Day {
			s.doubt("date/no-document-date", m.from, m.to)
			return false
		}
		now := lunarOf(s.doc.Serial())
		p.year, p.month = edtf.ShiftMonth(now.year, now.month, p.way.offset)
	case p.month == 0:
		if !s.moon.aroundTet(s.doc) {
			return false
		}
		p.month = 1
	case !s.f.lunarFeast(p.day, p.month):
		return single(s, d, m)
	}
	return m.one(lunarPoint(s, p, m))
}

// lunarPoint converts a lunar day; a year left out is the one nearest to the
// document date.
func lunarPoint(s *scan, p partial, m *found) edtf.Point {
	year := p.year
	if p.leadsYear {
		year = s.doc.Year + p.way.offset
	}
	if p.month == 12 && p.year != 0 && m.rule.kind&ofTet != 0 {
		year-- // 30 Tết Giáp Thìn is the last day of the year before
	}
	if year != 0 {
		m.anchor = lunarAnchor(year, p)
		day, ok := solarOf(year, p.month, p.day)
		return pointOf(day, ok)
	}
	if s.doc.Unit == edtf.None {
		s.doubt("date/no-document-date", m.from, m.to)
		return edtf.Point{}
	}
	base, tense := s.doc, s.tense(m.from, m.to)
	switch {
	case m.saysOf(s):
		base, tense = s.lastDay, evenly // 22/2 (mùng 6 tháng Giêng)
	case goesOnTo(s, m.from):
		base, tense = s.lastDay, future // 28 tháng Chạp đến mùng 5 tháng Giêng
	case s.lastDay.Pinned() && s.lastDay.Order() > s.doc.Order() && s.Tokens[m.from].Sentence == s.Tokens[s.lastAt-1].Sentence:
		base, tense = s.lastDay, evenly // đi ngày 25 tháng Chạp, về ngày mùng 6 Tết
	case s.is(m.to, wNext):
		tense = future // rằm tháng Chạp tới
	}
	best, year := nearest(base, tense, m, base.Year-2, base.Year+1, func(year int) edtf.Point {
		day, ok := s.moon.solarOf(year, p.month, p.day)
		return pointOf(day, ok)
	})
	m.anchor = lunarAnchor(year, p)
	return best
}

// goesOnTo tells whether token i stands behind the day named last and "đến".
func goesOnTo(s *scan, i int) bool {
	_, until := s.before(i, wUntil)
	return until < i && until == s.lastAt && s.lastDay.Pinned()
}

// pointOf gives the point of a day, an impossible one where there is none.
func pointOf(day edtf.Serial, ok bool) edtf.Point {
	if !ok {
		return edtf.Point{}
	}
	return edtf.DayPoint(day)
}

// solarOf is the function of that name, with a memory for one article.
func (l *moon) solarOf(year, month, day int) (edtf.Serial, bool) {
	key := lunarDay{year: year, month: month, day: day}
	if c, ok := (*l)[key]; ok {
		return c.day, c.ok
	}
	d, ok := solarOf(year, month, day)
	if *l == nil {
		*l = moon{}
	}
	(*l)[key] = converted{d, ok}
	return d, ok
}

// moon remembers the lunar days that an article asked for.
type moon map[lunarDay]converted

// converted is a lunar day in the solar calendar; not ok if there is none.
type converted struct {
	day edtf.Serial
	ok  bool
}

// solarOf converts a lunar day; the 30th of a month of 29 days is the 29th,
// because people call the last day of the year "30 Tết" in any year.
func solarOf(year, month, day int) (edtf.Serial, bool) {
	if s, ok := (lunarDay{year: year, month: month, day: day}).solar(); ok {
		return s, true
	}
	if day != 30 || month != 12 {
		return 0, false
	}
	return lunarDay{year: year, month: month, day: 29}.solar()
}

func lunarAnchor(year int, p partial) anchor {
	return anchor{fromLunar, edtf.Point{Year: year, Month: p.month, Day: p.day, Unit: edtf.Day, Hour: edtf.NoHour}}
}

// How many days before and after the lunar new year "mùng 3" needs no month.
const (
	beforeTet = 7
	afterTet  = 20
)

func (l *moon) aroundTet(doc edtf.Point) bool {
	tet, _ := l.solarOf(doc.Year, 1, 1)
	gap := int(doc.Serial() - tet)
	return gap <= afterTet && gap >= -beforeTet
}

// lunarFeast tells whether a day and month name a lunar feast: 10/3, 5/5.
func (f *Finder) lunarFeast(day, month int) bool {
	for _, f := range f.feasts {
		if f.Lunar == fmt.Sprintf("%d/%d", day, month) {
			return true
		}
	}
	return false
}

// lunarBetween means "từ mùng 1 đến mùng 3 Tết".
func lunarBetween(s *scan, d *draft, m *found) bool {
	first, last := d.p[0], d.p[1]
	if last.month == 0 { // mùng 1 đến mùng 3 Tết
		last.month, last.year = 1, first.year
	}
	if first.month == 0 {
		first.month = last.month
	}
	first.year, first.unit = max(first.year, last.year), edtf.Day
	hi, lo := lunarPoint(s, last, m), lunarPoint(s, first, m)
	return m.interval(lo, hi)
}

// lunarToFullMoon means "từ mùng 1 đến rằm tháng Bảy".
func lunarToFullMoon(s *scan, d *draft, m *found) bool {
	first := d.p[0]
	first.day = d.p[1].day
	lo, hi := lunarPoint(s, first, m), lunarPoint(s, d.p[0], m)
	return m.interval(lo, hi)
}

// eve means the last day of the lunar year.
func eve(s *scan, d *draft, m *found) bool {
	if m.from == m.core && !s.is(m.core, wPart) && !s.follows(m.from, wNamedHead) {
		return false
	}
	p := partial{day: 30, month: 12, unit: edtf.Day, year: d.p[0].year}
	if p.year != 0 {
		p.year--
	}
	return m.one(lunarPoint(s, p, m))
}

// feastDay gives the day and month of a feast, in the calendar that it is of.
func feastDay(f *lexicon.Feast) (day, month int) {
	if f.Lunar != "" {
		_, _ = fmt.Sscanf(f.Lunar, "%d/%d", &day, &month)
	} else {
		_, _ = fmt.Sscanf(f.Date, "%d-%d", &month, &day)
	}
	return day, month
}

// eveOfFeast means the day before a feast of the sun's calendar: đêm giao thừa Tết Dương lịch 2026.
func eveOfFeast(s *scan, d *draft, m *found) bool {
	f := s.f.feasts[d.n]
	if f.Lunar != "" || f.Year != 0 {
		return false
	}
	p := partial{unit: edtf.Day, year: d.p[0].year, leadsYear: d.p[0].leadsYear, way: d.p[0].way}
	p.day, p.month = feastDay(&f)
	d.p[0] = p
	if !single(s, d, m) || !m.list[0].lo.Pinned() {
		return false
	}
	m.list[0].lo = edtf.DayPoint(m.list[0].lo.Serial() - 1)
	return true
}

// tetYear is the value of the words of Tết that name its year, and no day of it: xuân.
const tetYear = 1

// animalYear means the year of "năm Giáp Thìn", the first day of "Tết Giáp Thìn".
func animalYear(s *scan, d *draft, m *found) bool {
	if v, n := s.find(m.core, wTet, 0); n > 0 && v != tetYear && !d.numbered {
		day, ok := solarOf(d.p[0].year, 1, 1)
		m.anchor = lunarAnchor(d.p[0].year, partial{day: 1, month: 1})
		return m.one(pointOf(day, ok))
	}
	m.anchor = anchor{}
	return m.one(edtf.YearPoint(d.p[0].year))
}

// abroadReach is how far behind a feast the country that keeps it stands, in
// tokens: Quốc khánh nước Cộng hòa Hồi giáo Iran.
const abroadReach = 6

// abroad tells whether names that lead to another country follow at token i.
func (x tokens) abroad(i int, others []bool) bool {
	for k := i; k < i+abroadReach && x.near(k) && (x.Capital(k) || x.Is(k, reading.Nation|reading.Of)); k++ {
		if m, ok := x.Longest(k, reading.Country); ok {
			return others[m.Value]
		}
	}
	return false
}

// feastInFigures means the day behind a feast, by the moon where that is its own: Giỗ Tổ 10/3.
func feastInFigures(s *scan, d *draft, m *found) bool {
	p := &d.p[0]
	p.lunar = p.lunar || s.f.feasts[d.n].Lunar == fmt.Sprintf("%d/%d", p.day, p.month)
	return single(s, d, m)
}

// feast means a named day where a word before it says that a day is meant.
func feast(s *scan, d *draft, m *found) bool {
	f := s.f.feasts[d.n]
	head := m.alone(&s.text)
	if _, start := s.before(m.from, wNamedHead); start < m.from {
		m.from, head = start, true
	}
	if s.is(m.from-1, wYear) || f.Year != 0 && d.p[0].year != 0 {
		return false // 80 năm Quốc khánh; khủng bố 11/9/2001
	}
	pointed := s.is(m.to-2, wYear)
	if !head && !f.Alone && d.p[0].year == 0 && !pointed || s.tokens.abroad(m.to, s.words.abroad) {
		return false
	}
	if d.p[0].year == 0 && m.saysOf(s) {
		m.anchor = anchor{namedBefore, s.lastDay}
		return m.one(s.lastDay)
	}
	var p partial
	p.day, p.month = feastDay(&f)
	p.unit, p.year = edtf.Day, cmp.Or(d.p[0].year, f.Year)
	p.leadsYear, p.way = d.p[0].leadsYear && (s.doc.Year != 0 || d.p[0].way.offset != 0), d.p[0].way
	ofFeast := func(p partial) bool {
		m.list = m.list[:0]
		if f.Lunar == "" {
			d.p[0] = p
			return single(s, d, m)
		}
		return m.one(lunarPoint(s, p, m))
	}
	return ofFeast(p) && (!longGone(s, &p, m) || ofFeast(p))
}

// longGone tells whether a feast "of this year" lies so far behind the document that the one to come is meant, and makes it
// that of next year: Tết Dương lịch năm nay, in December.
func longGone(s *scan, p *partial, m *found) bool {
	const most = 300 // days
	day := m.list[0].lo
	if !p.leadsYear || p.way != (way{}) || s.doc.Unit != edtf.Day || s.doc.Serial()-day.Serial() <= most {
		return false
	}
	p.year, p.leadsYear = day.Year+1, false
	return true
}

// lunarPointed means the day of the lunar calendar that came last or comes next: hôm 15 âm lịch vừa
// rồi, rằm tới.
func lunarPointed(s *scan, d *draft, m *found) bool {
	if s.doc.Unit != edtf.Day {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	now := lunarOf(s.doc.Serial())
	p := partial{year: now.year, month: now.month, day: d.p[0].day}
	switch {
	case d.way.offset < 0 && now.day < p.day:
		p.year, p.month = edtf.ShiftMonth(now.year, now.month, -1)
	case d.way.offset >= 0 && now.day > p.day:
		p.year, p.month = edtf.ShiftMonth(now.year, now.month, 1)
	}
	return m.one(lunarPoint(s, p, m))
}
