package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

// weekdayPointed reads "thứ Hai tuần trước", "Chủ nhật tới", "thứ Sáu vừa qua".
var weekdayPointed = begins(rolesOf(wWeekday), func(s *scan, i int, d *draft) int {
	v, n := s.find(i, wWeekday, 0)
	i += n
	d.weekday, d.hasDay = v, true
	last := role(wRecent)
	if s.is(i, wWeek) {
		i = s.skip(i, wWeek)
		d.weeks, last = true, wLast
	}
	w, next := s.pointer(i, last)
	d.way = w
	return next
})

// namedDay reads a day with its weekday before it into the k-th partial: thứ Năm (1/1),
// thứ Năm, ngày 1/1.
func namedDay(k int) element {
	day := pattern{word(wWeekday), told, opt(mark(",")), parens(dayWord, dayMonth(k))}
	return alt(day)
}

// weekdayItems reads the "thứ hai, thứ tư và" before the last weekday of a list.
var weekdayItems = reads(rolesOf(wWeekday), func(s *scan, i int, d *draft) int {
	for d.count < daysOfWeek {
		v, n := s.find(i, wWeekday, 0)
		_, next := s.joint(i+n, nil)
		if !s.is(next, wWeekday) {
			break
		}
		s.items[d.count] = item{n: v, from: i, to: i + n}
		d.count++
		i = next
	}
	if d.count == 0 {
		return fail
	}
	return i
})

const daysOfWeek = 7

// listOfWeekdays means each weekday of a list whose last one says the week: thứ hai, thứ tư
// và thứ sáu tuần này.
func listOfWeekdays(s *scan, d *draft, m *found) bool {
	if !weekdayOfWeek(s, d, m) {
		return false
	}
	last := m.list[0]
	m.list, m.hasDay = m.list[:0], false
	for _, it := range s.items[:d.count] {
		m.list = append(m.list, meant{from: it.from, to: it.to, lo: edtf.DayPoint(s.weekdayAt(it.n, d))})
	}
	last.from, last.to = s.items[d.count-1].to, m.to
	for !s.is(last.from, wWeekday) {
		last.from++
	}
	m.list = append(m.list, last)
	return true
}

// weekdaysBetween means từ thứ Hai đến thứ Năm tuần sau.
func weekdaysBetween(s *scan, d *draft, m *found) bool {
	if !weekdayOfWeek(s, d, m) {
		return false
	}
	hi := m.list[0].lo
	lo := s.weekdayAt(d.n, d)
	if lo >= hi.Serial() {
		lo -= daysOfWeek
	}
	m.list = m.list[:0]
	return m.interval(edtf.DayPoint(lo), hi)
}

// weekdayToDay means từ thứ Sáu tuần này đến ngày 20/6, từ thứ Năm đến ngày 13: the weekday next to the document date where the span ends
// no sooner, else the last one before its end.
func weekdayToDay(s *scan, d *draft, m *found) bool {
	if s.doc.Unit != edtf.Day || goesOn(&s.text, m.to) {
		return false
	}
	m.hasDay = false // that is of the first day
	hi, why := spanEnd(s, d.p[1], m)
	if hi.Unit != edtf.Day || !hi.Pinned() || !hi.Possible() {
		return false
	}
	m.anchor = why
	if d.hasDay {
		return m.interval(edtf.DayPoint(s.weekdayAt(d.weekday, d)), hi)
	}
	next := s.doc.Serial() + edtf.Serial(floorMod(d.n-s.doc.Serial().Weekday(), daysOfWeek))
	if next >= hi.Serial() {
		next = hi.Serial() - 1 - edtf.Serial(floorMod(hi.Serial().Weekday()-1-d.n, daysOfWeek))
	}
	return m.interval(edtf.DayPoint(next), hi)
}

// spanEnd gives the day with which a span ends, by its number alone the one nearest to the document date.
func spanEnd(s *scan, p partial, m *found) (edtf.Point, anchor) {
	if p.month == 0 {
		return nearestDay(s.doc, p.day, s.tense(m.from, m.to), m), s.documentAnchor()
	}
	return s.resolve(p, m)
}

// weekdayOfWeek means the day of the week that is pointed to.
func weekdayOfWeek(s *scan, d *draft, m *found) bool {
	if counts(s, m) {
		return false // kỳ họp thứ 3 vừa qua
	}
	if s.doc.Unit != edtf.Day {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	return m.one(edtf.DayPoint(s.weekdayAt(d.weekday, d)))
}

// weekdayAt gives the day of a weekday as the pointer of a draft leads to it.
func (s *scan) weekdayAt(weekday int, d *draft) edtf.Serial {
	day := s.doc.Serial()
	inWeek := day.Monday() + edtf.Serial((weekday+6)%7)
	switch {
	case d.weeks:
		inWeek += edtf.Serial(7 * d.way.offset)
	case d.way.offset < 0:
		inWeek = day - 1 - edtf.Serial(floorMod((day-1).Weekday()-weekday, 7))
	case d.way.offset > 0:
		inWeek = day + 1 + edtf.Serial(floorMod(weekday-(day+1).Weekday(), 7))
	case inWeek < day:
		inWeek += 7
	}
	return inWeek
}

// bareWeekday means the weekday nearest to the document date, the past first;
// "thứ hai" alone is also "second", so a word or a capital must tell.
func bareWeekday(s *scan, d *draft, m *found) bool {
	if worksWeek(s, d, m) || opensThen(s, m) || !tellsWeekday(s, d, m) || everyWeek(s, m) || m.saysOf(s) {
		return false
	}
	if s.doc.Unit != edtf.Day {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	day := s.doc.Serial()
	m.anchor = s.documentAnchor()
	if next := m.dayAhead(s); next.Pinned() { // bão vào thứ Bảy (14/6), suy yếu trong ngày Chủ nhật
		m.anchor = anchor{namedBefore, next}
		return m.one(edtf.DayPoint(next.Serial() + edtf.Serial(floorMod(d.weekday-next.Serial().Weekday(), 7))))
	}
	if !s.is(m.from, wHom) && s.tense(m.from, m.to) == future {
		return m.one(edtf.DayPoint(day + edtf.Serial(floorMod(d.weekday-day.Weekday(), 7))))
	}
	return m.one(edtf.DayPoint(day - edtf.Serial(floorMod(day.Weekday()-d.weekday, 7))))
}

// worksWeek tells whether a weekday is an end of the days of work, or stands behind them in their
// sentence: mở cửa từ thứ Hai đến thứ Sáu; sáng thứ Bảy.
func worksWeek(s *scan, d *draft, m *found) bool {
	const monday, friday = 1, 5
	until := s.skip(m.to, wUntil)
	if last, n := s.find(until, wWeekday, 0); n > 0 && until > m.to && d.weekday == monday && (last >= friday || last == 0) {
		s.works = s.Tok(m.from).Sentence + 1
	}
	return s.works == s.Tok(m.from).Sentence+1
}

// opensThen tells whether the hours at which something is open every day stand before a weekday in its
// sentence: mở cửa 8h-22h, thứ Bảy đến 23h.
func opensThen(s *scan, m *found) bool {
	const most = 24 // tokens between them
	hours := false
	for k := m.core - 1; k >= max(0, m.core-most) && s.Tok(k).Sentence == s.Tok(m.core).Sentence; k-- {
		hours = hours || s.is(k, wUntil) && s.clock(s.skip(k, wUntil)).next != fail
		if hours && s.is(k, wOpenHours) {
			return true
		}
	}
	return false
}

// dayAhead gives the day yet to come that the sentence of what is found named last, of no unit where it
// named none, or something else since.
func (m *found) dayAhead(s *scan) edtf.Point {
	switch {
	case s.last.Unit != edtf.Day, !s.liesAhead(s.last), s.Tok(s.lastAt-1).Sentence != s.Tok(m.from).Sentence:
		return edtf.Point{}
	}
	return s.last
}

// saysOf tells whether what is found says of the date before it what day it is: 20/10 rơi
// vào thứ Hai, 26/4 là ngày Giỗ Tổ, 20/6 (thứ Sáu).
func (m *found) saysOf(s *scan) bool {
	if s.inParentheses(m.from, m.to) && m.from-1 == s.floor && s.lastDay.Pinned() {
		return true
	}
	_, start := s.before(m.from, wFallsOn)
	if start == m.from || !s.lastDay.Pinned() {
		return false
	}
	if s.isMark(start-1, ",") {
		start--
	}
	return start == s.floor
}

// weekReach is how far behind a weekday "hằng tuần" is looked for, in tokens.
const weekReach = 5

// everyWeek tells whether a weekday comes back every week.
func everyWeek(s *scan, m *found) bool {
	if s.follows(s.listFrom(m.from), wCount) {
		return true
	}
	for i := m.to; i < min(m.to+weekReach, len(s.Tokens)); i++ {
		if s.is(i, wRecurring) {
			return true
		}
	}
	return false
}

// listFrom gives where the weekdays begin that stand in a row before token i: các tối thứ Năm và thứ Sáu.
func (x *text) listFrom(i int) int {
	for x.is(i-1, wAnd) || x.isMark(i-1, ",") {
		_, at := x.before(i-1, wWeekday)
		if at == i-1 {
			break
		}
		_, i = x.before(at, wPart)
	}
	return i
}

// weekdayInFigures means the day whose weekday stands before it, unless that counts:
// hội nghị lần thứ năm, ngày 10/5.
func weekdayInFigures(s *scan, d *draft, m *found) bool {
	if counts(s, m) {
		return false
	}
	return single(s, d, m)
}

// counts tells whether a weekday is a number in a row: lần thứ hai, kỳ họp thứ Ba.
func counts(s *scan, m *found) bool {
	return s.follows(m.core, wCount, wAnniversary) || s.follows(m.core+1, wAnniversary)
}

func tellsWeekday(s *scan, d *draft, m *found) bool {
	if counts(s, m) {
		return false
	}
	if m.alone(&s.text) {
		return true
	}
	second, sunday := &s.Tokens[m.core+1], d.weekday == 0
	named := sunday || second.Shape == viet.Title
	if _, start := s.before(m.core, wHom); start < m.core {
		m.from = start
		return true
	}
	if _, start := s.before(m.core, wDay); start < m.core {
		if m.core-start > 1 {
			return false // 2 ngày thứ Bảy
		}
		m.from = min(m.from, start)
		return named
	}
	if m.from < m.core {
		return named || m.part != night || second.Kind == viet.Number
	}
	return named && (!sunday || s.follows(m.core, wAt))
}
