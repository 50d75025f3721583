package date

import "github.com/boctin/boctin/normalize/edtf"

// tetDay is a day around the lunar new year as a text writes it: 29, 30 Tết, mùng 1.
type tetDay struct {
	item
	said  bool // Tết stands behind it
	first bool // mùng before it: one of the first ten of the month
}

// monthOfTet gives the month of a day of Tết: 30 Tết is the last day of the old year.
func monthOfTet(day int) int {
	const late = 22
	if day > late {
		return 12
	}
	return 1
}

// tetAt reads a day of Tết with the words before it; next is fail where none stands.
func (s *scan) tetAt(i int) (t tetDay, next int) {
	t.from = i
	part, n := s.find(i, wPart, 0)
	i = s.skip(i+n, wDay)
	day := s.skip(i, wNewMoon)
	if s.joinedBefore(day) {
		return t, fail
	}
	t.first = day > i
	t.n, next = s.numeral(day, 2, 1, 31)
	if next == fail {
		return t, fail
	}
	t.month, t.part = monthOfTet(t.n), part
	if n := s.lunarMonthAt(next); n > next {
		t.to = n
		return t, n
	}
	t.to = s.skip(next, wTet)
	t.said = t.to > next
	return t, t.to
}

// lunarMonthAt reads the last month of the lunar year behind a day, tháng Chạp, and gives the
// token behind it, i itself where there is none.
func (s *scan) lunarMonthAt(i int) int {
	if !s.is(i, wMonth) {
		return i
	}
	var p partial
	month, next := s.monthNumber(i+1, &p)
	if !p.lunar || month != 12 {
		return i
	}
	return next
}

func (t *tetDay) partial() partial {
	return partial{day: t.n, month: t.month, unit: edtf.Day, lunar: true, from: t.from, to: t.to}
}

// tetReach is within how many tokens Tết stands in a list of its days.
const tetReach = 32

// tetDays reads days around the lunar new year, one of which says Tết and those behind that
// mùng: mùng 1, mùng 2 và mùng 3 Tết; đêm 30 Tết và mùng 1.
var tetDays = begins(rolesOf(wDay, wPart, wNewMoon, wShort, wNumber), func(s *scan, i int, d *draft) int {
	last, said := fail, false
	for read := 0; read < maxItems; read++ {
		t, next := s.tetAt(i)
		if next == fail {
			break
		}
		s.items[read] = t.item
		said = said || t.said
		if t.said || said && t.first {
			d.p[0], d.count, last = t.partial(), read, next
		}
		_, after := s.joint(next, nil)
		if after == next {
			break
		}
		i = after
	}
	if d.count == 0 {
		return fail
	}
	return last
}).with(rolesOf(wTet), tetReach)

// tetEnds reads the ends of an interval of days of Tết: 27 đến 30 Tết, 28 Tết đến mùng 5.
var tetEnds = begins(rolesOf(wDay, wPart, wNewMoon, wShort, wNumber), func(s *scan, i int, d *draft) int {
	lo, next := s.tetAt(i)
	until := s.skip(next, wUntil)
	if next == fail || until == next {
		return fail
	}
	hi, next := s.tetAt(until)
	if next == fail || !hi.said && !(lo.said && hi.first) {
		return fail
	}
	d.p[0], d.p[1], d.parts = lo.partial(), hi.partial(), [2]int{lo.part, hi.part}
	return next
}).with(rolesOf(wTet), tetReach)

// tetBetween means từ 28 Tết đến mùng 5; the year behind them is that of the new one.
func tetBetween(s *scan, d *draft, m *found) bool {
	d.p[1].year = d.p[0].year
	return lunarBetween(s, d, m)
}
