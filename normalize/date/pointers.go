package date

import "github.com/boctin/boctin/normalize/viet"

// ahead, back: how far an anchor named before reaches, in tokens.
const anchorReach = 60

// documentAnchor names the document date for an explanation.
func (s *scan) documentAnchor() string { return "document date " + s.doc.String() }

// anchor gives the point that a pointer counts from: the document date, or for
// "trước" and "sau" the date named just before in the same or last sentence.
func (s *scan) anchor(w way, at int) (point, string) {
	near := s.last.pinned() && at-s.lastAt <= anchorReach && s.t.Tokens[at].Sentence-s.t.Tokens[max(0, s.lastAt-1)].Sentence <= 1
	if w.inText && near {
		p := s.last
		p.hour = noHour
		return p, "date named before " + p.String()
	}
	if s.doc.unit == noUnit {
		s.doubt("date/no-document-date", at, at+1)
	}
	return s.doc, s.documentAnchor()
}

// counted tells whether a number or "nhiều" before makes a unit a duration.
func (s *scan) counted(m *found) bool {
	if m.from == 0 {
		return false
	}
	prev := &s.t.Tokens[m.from-1]
	set := s.f.words.may(prev)
	if prev.Kind == viet.Number || set.has(wCount) {
		return s.t.Tokens[m.from].Gap <= viet.Line
	}
	return set.has(wNumber) && !set.has(wYear) && s.t.Tokens[m.from].Gap <= viet.Line
}

// pointedDayMeaning means a day counted from the document's: hôm qua, sáng nay.
func pointedDayMeaning(s *scan, d *draft, m *found) bool {
	if d.part != 0 {
		m.part = d.part
	}
	if s.doc.unit != unitDay {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	return m.one(dayPoint(s.doc.serial() + serial(d.n)))
}

// sameDay means a day counted from the one named before: cùng ngày, hôm sau.
func sameDay(s *scan, d *draft, m *found) bool {
	base, why := s.lastDay, "date named before "
	if base.unit != unitDay {
		base, why = s.doc, "document date "
	}
	if base.unit != unitDay {
		s.doubt("date/no-date-before", m.from, m.to)
		return false
	}
	base.hour = noHour
	m.anchor = why + base.String()
	if d.n == 0 {
		return m.one(base)
	}
	return base.year != 0 && m.one(dayPoint(base.serial()+serial(d.n)))
}

func sameMonth(s *scan, _ *draft, m *found) bool {
	p, why := s.anchor(way{inText: true}, m.from)
	m.anchor = why
	return p.month != 0 && p.unit <= unitMonth && m.one(point{year: p.year, month: p.month, unit: unitMonth, hour: noHour})
}

func sameYear(s *scan, _ *draft, m *found) bool {
	p, why := s.anchor(way{inText: true}, m.from)
	m.anchor = why
	return p.year != 0 && m.one(yearPoint(p.year))
}

func pointedYear(s *scan, d *draft, m *found) bool {
	if s.counted(m) {
		return false
	}
	p, why := s.anchor(d.way, m.from)
	m.anchor = why
	return p.year != 0 && m.one(yearPoint(p.year+d.way.offset))
}

func pointedCentury(s *scan, d *draft, m *found) bool {
	m.anchor = s.documentAnchor()
	return s.doc.year != 0 && m.one(point{year: (s.doc.year/100 + d.way.offset) * 100, unit: unitCentury, hour: noHour})
}

func pointedQuarter(s *scan, d *draft, m *found) bool {
	p, why := s.anchor(d.way, m.from)
	q := 0
	switch {
	case p.unit == unitSeason && p.month >= firstQuarter:
		q = p.month - firstQuarter
	case p.unit == unitDay || p.unit == unitMonth:
		q = (p.month - 1) / 3
	default:
		return false
	}
	n := p.year*4 + q + d.way.offset
	m.anchor = why
	if m.from > 0 && m.from == m.core && s.t.Tokens[m.from-1].Kind == viet.Word && !s.leadsPeriod(m.from) {
		return false // kim loại quý này
	}
	return !s.counted(m) && m.one(point{year: floorDiv(n, 4), month: firstQuarter + floorMod(n, 4), unit: unitSeason, hour: noHour})
}

// leadsPeriod tells whether a preposition of time stands before token i.
func (s *scan) leadsPeriod(i int) bool {
	for _, r := range []role{wFrom, wUntil, wEvidence, wStageHead, wOf} {
		if _, start := s.f.words.before(s.t, i, r); start < i {
			return true
		}
	}
	return false
}

// week means Monday to Sunday.
func week(s *scan, d *draft, m *found) bool {
	if s.doc.unit != unitDay {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	start := s.doc.serial().monday() + serial(7*d.way.offset)
	m.anchor = s.documentAnchor()
	return !s.counted(m) && m.interval(dayPoint(start), dayPoint(start+6))
}

// weekend means Saturday and Sunday.
func weekend(s *scan, d *draft, m *found) bool {
	if s.doc.unit != unitDay {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	saturday := s.doc.serial().monday() + 5
	switch {
	case d.way.offset < 0:
		saturday -= 7
	case d.way.offset > 0 && s.isWord(m.to-1, "sau"):
		saturday += 7
	}
	m.anchor = s.documentAnchor()
	return !s.counted(m) && m.interval(dayPoint(saturday), dayPoint(saturday+1))
}

func (s *scan) isWord(i int, key string) bool { return viet.Key(s.t.Word(i)) == key }

// weekdayPointed reads "thứ Hai tuần trước", "Chủ nhật tới", "thứ Sáu vừa qua".
var weekdayPointed = reads(rolesOf(wWeekday), func(s *scan, i int, d *draft) int {
	v, n := s.f.words.find(s.t, i, wWeekday, 0)
	if n == 0 {
		return fail
	}
	i += n
	d.weekday, d.hasDay = v, true
	last := role(wRecent)
	if _, n := s.f.words.find(s.t, i, wWeek, 0); n > 0 {
		i += n
		d.weeks, last = true, wLast
	}
	w, next := s.pointer(i, last)
	d.way = w
	return next
})

// weekdayOfWeek means the day of the week that is pointed to.
func weekdayOfWeek(s *scan, d *draft, m *found) bool {
	if s.doc.unit != unitDay {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	day := s.doc.serial()
	inWeek := day.monday() + serial((d.weekday+6)%7)
	switch {
	case d.weeks:
		inWeek += serial(7 * d.way.offset)
	case d.way.offset < 0:
		inWeek = day - 1 - serial(floorMod((day-1).weekday()-d.weekday, 7))
	case d.way.offset > 0:
		inWeek = day + 1 + serial(floorMod(d.weekday-(day+1).weekday(), 7))
	case inWeek < day:
		inWeek += 7
	}
	return m.one(dayPoint(inWeek))
}

// bareWeekday means the weekday nearest to the document date, the past first;
// "thứ hai" alone is also "second", so a word or a capital must tell.
func bareWeekday(s *scan, d *draft, m *found) bool {
	if !s.tellsWeekday(d, m) {
		return false
	}
	if s.doc.unit != unitDay {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	day := s.doc.serial()
	m.anchor = s.documentAnchor()
	if s.tense(m.from, m.to) == future {
		return m.one(dayPoint(day + serial(floorMod(d.weekday-day.weekday(), 7))))
	}
	return m.one(dayPoint(day - serial(floorMod(day.weekday()-d.weekday, 7))))
}

func (s *scan) tellsWeekday(d *draft, m *found) bool {
	if _, start := s.f.words.before(s.t, m.core, wCount); start < m.core || s.ordinal(m.core) {
		return false
	}
	if m.core == 0 && m.to == len(s.t.Tokens) {
		return true
	}
	second := &s.t.Tokens[m.core+1]
	capital := second.Shape == viet.Title && second.Kind == viet.Word && d.weekday != 0
	if _, start := s.f.words.before(s.t, m.core, wHom); start < m.core {
		m.from = start
		return true
	}
	if _, start := s.f.words.before(s.t, m.core, wDay); start < m.core {
		if m.core-start > 1 {
			return false // 2 ngày thứ Bảy
		}
		m.from = min(m.from, start)
		return capital || d.weekday == 0
	}
	if m.from < m.core {
		return m.part != 6 || capital || second.Kind == viet.Number || d.weekday == 0
	}
	_, at := s.f.words.before(s.t, m.core, wAt)
	return capital && (m.core == 0 || s.t.Tokens[m.core].Shape == viet.Lower) || at < m.core && d.weekday == 0
}

// ordinal tells whether "lần", "hạng" or the like before makes it "second".
func (s *scan) ordinal(i int) bool {
	_, start := s.f.words.before(s.t, i, wAnniversary)
	return start < i
}

// samePeriod means the period named before in another year: cùng kỳ năm trước.
func samePeriod(s *scan, d *draft, m *found) bool {
	base, why := s.anchor(way{inText: true}, m.from)
	year := d.p[0].year
	if year == 0 {
		from, _ := s.anchor(d.way, m.from)
		if from.year == 0 {
			return false
		}
		year = from.year + d.way.offset
	}
	m.anchor = why
	if base.unit != unitMonth && base.unit != unitSeason || s.last.unit == noUnit {
		return m.one(yearPoint(year))
	}
	if s.lastHi.unit != unitMonth {
		base.year = year
		return m.one(base)
	}
	hi := s.lastHi
	base.year, hi.year = year-(hi.year-base.year), year
	return m.interval(base, hi)
}

// stageUnit reads the bare unit of "từ đầu năm", "hồi cuối tháng".
var stageUnit = reads(rolesOf(wYear, wMonth, wWeek), func(s *scan, i int, d *draft) int {
	for _, u := range []struct {
		role role
		unit unit
	}{{wYear, unitYear}, {wMonth, unitMonth}, {wWeek, unitDay}} {
		if _, n := s.f.words.find(s.t, i, u.role, 1); n > 0 {
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
	if m.to < len(s.t.Tokens) && (s.t.Tokens[m.to].Kind == viet.Number || s.f.words.may(&s.t.Tokens[m.to]).has(wCount)) {
		return false
	}
	m.anchor = s.documentAnchor()
	switch {
	case d.of == unitYear && s.doc.year != 0:
		return m.one(yearPoint(s.doc.year))
	case d.of == unitMonth && s.doc.month != 0:
		return m.one(monthPoint(s.doc.year, s.doc.month))
	case d.of == unitDay && s.doc.unit == unitDay:
		return week(s, d, m)
	}
	return false
}

// amount reads "3 ngày", "hai tuần", "một tháng".
var amount = reads(numberStarts, func(s *scan, i int, d *draft) int {
	n, next := s.numeral(i, 3, 1, 300)
	if next == fail || s.joinedBefore(i) {
		return fail
	}
	for _, u := range []struct {
		role role
		unit unit
		n    int
	}{{wDay, unitDay, 1}, {wWeek, unitDay, 7}, {wMonth, unitMonth, 1}, {wYear, unitYear, 1}} {
		if _, length := s.f.words.find(s.t, next, u.role, 1); length > 0 {
			d.n, d.of = n*u.n, u.unit
			d.p[0].from = n
			return next + 1
		}
	}
	return fail
})

// ends looks whether the phrase ends here: "3 ngày trước khi" does not.
var ends = reads(roles{}, func(s *scan, i int, _ *draft) int {
	if i >= len(s.t.Tokens) || s.t.Tokens[i].Kind == viet.Punct || s.t.Tokens[i].Gap > viet.Line || s.f.words.is(s.t, i, wAfterAgo) {
		return i
	}
	return fail
})

// ago means an amount of time before the document date.
func ago(s *scan, d *draft, m *found) bool {
	m.about = d.about
	if m.rule.name == "date/before-now" {
		d.n = s.amountOf(m)
	}
	if s.vague(m) {
		return false
	}
	if s.doc.unit == noUnit {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	return s.shifted(s.doc, -d.n, d.of, m)
}

// vague tells whether "hơn", "vài" before makes an amount no date.
func (s *scan) vague(m *found) bool {
	_, count := s.f.words.before(s.t, m.core, wCount)
	_, roughly := s.f.words.before(s.t, m.core, wRoughly)
	return count < m.core || roughly < m.core
}

// ahead means an amount of days or weeks after the document date.
func ahead(s *scan, d *draft, m *found) bool {
	_, left := s.f.words.before(s.t, m.core, wLeft)
	if s.vague(m) || left < m.core || d.of != unitDay {
		return false
	}
	if s.doc.unit != unitDay {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	m.anchor = s.documentAnchor()
	return s.shifted(s.doc, d.n, d.of, m)
}

// laterHead reads "trước đó" or "sau đó" before an amount.
var laterHead = reads(rolesOf(wLater), func(s *scan, i int, d *draft) int {
	v, n := s.f.words.find(s.t, i, wLater, 2)
	if n == 0 {
		return fail
	}
	d.half = v
	return i + n
})

// laterBy means "trước đó 3 ngày".
func laterBy(s *scan, d *draft, m *found) bool {
	base := s.lastDay
	if d.of != unitDay {
		base = s.last
	}
	if !base.pinned() || s.lastHi.unit != noUnit {
		return false
	}
	m.anchor = "date named before " + base.String()
	return s.shifted(base, d.half*d.n, d.of, m)
}

// amountOf reads again the number that a later value of the pattern overwrote.
func (s *scan) amountOf(m *found) int {
	var d draft
	amount.match(s, m.from, &d)
	return d.n
}

// later means an amount of time after or before the date named before.
func later(s *scan, d *draft, m *found) bool {
	sign := d.n
	if s.vague(m) {
		return false
	}
	base := s.lastDay
	if d.of != unitDay {
		base = s.last
	}
	if !base.pinned() || s.lastHi.unit != noUnit {
		return false
	}
	m.anchor = "date named before " + base.String()
	return s.shifted(base, sign*s.amountOf(m), d.of, m)
}

// shifted moves a point by days, months or years; a point that is vaguer than
// the unit cannot be moved.
func (s *scan) shifted(base point, by int, of unit, m *found) bool {
	switch {
	case of == unitDay && base.unit == unitDay:
		return m.one(dayPoint(base.serial() + serial(by)))
	case of == unitMonth && (base.unit == unitDay || base.unit == unitMonth):
		year, month := shiftMonth(base.year, base.month, by)
		return m.one(monthPoint(year, month))
	case of == unitYear && base.unit <= unitYear:
		return m.one(yearPoint(base.year + by))
	}
	return false
}

// pointedMonth reads the "tháng này" of "ngày 3 tháng này", or "tới" alone.
func pointedMonth(k int) element {
	return reads(rolesOf(wMonth), func(s *scan, i int, d *draft) int {
		_, n := s.f.words.find(s.t, i, wMonth, 1)
		if n == 0 {
			return fail
		}
		return s.monthPointer(i+1, &d.p[k])
	})
}

// soon reads the "tới" or "này" of "ngày 15 tới".
var soon = reads(rolesOf(wNext, wThis), func(s *scan, i int, _ *draft) int {
	w, next := s.pointer(i, wThis)
	if next == fail || w.inText || s.f.words.is(s.t, i, wUntil) && !s.closed(next) {
		return fail
	}
	return next
})

// nextDayOfMonth means the first such day from the document date on.
func nextDayOfMonth(s *scan, d *draft, m *found) bool {
	if s.doc.unit != unitDay {
		s.doubt("date/no-document-date", m.from, m.to)
		return false
	}
	p := s.doc
	p.day, p.hour = d.p[0].day, noHour
	if p.day < s.doc.day {
		p.year, p.month = shiftMonth(p.year, p.month, 1)
	}
	m.anchor = s.documentAnchor()
	return m.one(p)
}

// dayOfSameMonth means a day of the month named before.
func dayOfSameMonth(s *scan, d *draft, m *found) bool {
	p, why := s.anchor(way{inText: true}, m.from)
	if p.unit != unitDay && p.unit != unitMonth {
		return false
	}
	p.day, p.unit, p.hour = d.p[0].day, unitDay, noHour
	m.anchor = why
	return m.one(p)
}
