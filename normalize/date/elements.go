package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

// told notes that a word of the pattern says it is a date.
var told = flag(func(d *draft) { d.told = true })

// dayWord reads ngày, hôm, or nothing.
var dayWord = opt(word(wDay, wHom), told)

// oneDayWord reads ngày, hôm, or nothing, but no number of days: UBND quận 2 ngày 7-2.
var oneDayWord = opt(word(wDay, wHom).unless(func(s *scan, i int) bool { return s.is(i, wNumber, wFigure) && !s.follows(i, wPart) }), told)

// yearWord reads năm, sinh năm and the like, but not the second half of another word:
// tuyển | sinh năm 2017.
func yearWord(list ...role) element {
	return word(list...).unless(func(s *scan, i int) bool { return s.is(i, wBorn) && s.unborn(i) })
}

// dayMonth reads d/m, d-m, d.m, "d tháng m", each perhaps with a year, into
// the k-th partial.
func dayMonth(k int) element {
	return begins(shortStarts, func(s *scan, i int, d *draft) int {
		if k == 0 && s.joinedBefore(i) {
			return fail
		}
		p := s.dayAt(i)
		d.p[k], d.told = p, d.told || p.style == 'w'
		return p.to
	}).with(rolesOf(wSign, wMonth), longestNumber+2) // ngày 15, tháng Giêng
}

// dayNumber reads a bare day number into the k-th partial.
func dayNumber(k int) element {
	return begins(shortStarts, func(s *scan, i int, d *draft) int {
		if s.joinedBefore(i) {
			return fail
		}
		day, next := s.numeral(i, 2, 1, 31)
		if next != fail {
			d.p[k] = partial{day: day, unit: edtf.Day, from: i, to: next}
		}
		return next
	}).upTo(longestNumber)
}

// pointer reads này, trước, tới after a unit of time.
func pointer(last role) element {
	return begins(rolesOf(wThis, last, wNext), func(s *scan, i int, d *draft) int {
		w, next := s.pointer(i, last)
		d.way = w
		return next
	})
}

// month reads the word tháng and its month into the k-th partial; the word may
// be left out for the second month of a range.
func month(k int, wordless bool) element {
	starts := rolesOf(wMonth, wCode)
	if wordless {
		starts = starts.with(rolesOf(wFigure, wNumber, wMonthName))
	}
	return reads(starts, func(s *scan, i int, d *draft) int {
		p := &d.p[k]
		p.from, p.unit = i, edtf.Month
		p.to = monthAt(s, i, p, wordless)
		return p.to
	})
}

func monthAt(s *scan, i int, p *partial, wordless bool) int {
	if s.is(i, wMonth) {
		return s.monthAfter(s.skip(i, wMonth), p)
	}
	next := s.abbreviatedMonth(i, p)
	if next != fail || !wordless {
		return next
	}
	if next = s.monthAfter(i, p); p.leadsMonth {
		return fail // đến nay
	}
	return next
}

// abbreviatedMonth reads T9/2013.
func (x tokens) abbreviatedMonth(i int, p *partial) int {
	word := x.Word(i)
	if word[0] != 'T' || !number(word[1:], 1, 12) || !x.isMark(i+1, "/-.") {
		return fail
	}
	year, next := x.yearNumber(i + 2)
	p.month, p.year = digitsOf(word[1:]), year
	return next
}

// numericMonth reads 8/2024 without the word tháng.
func numericMonth(k int) element {
	return begins(rolesOf(wShort), func(s *scan, i int, d *draft) int {
		month, next := s.figure(i, 2)
		if s.joinedBefore(i) && k == 0 {
			return fail
		}
		sign, next := s.separator(next)
		if sign == '.' {
			return fail
		}
		year, next := s.yearNumber(next)
		d.p[k] = partial{year: year, month: month, unit: edtf.Month, from: i, to: next}
		return next
	}).upTo(3).with(rolesOf(wSign), 2)
}

// year reads a year of four digits into the k-th partial.
func year(k int) element {
	return begins(rolesOf(wLong), func(s *scan, i int, d *draft) int {
		if s.joinedBefore(i) && k == 0 {
			return fail
		}
		year, next := s.yearNumber(i)
		d.p[k] = partial{year: year, unit: edtf.Year, from: i, to: next}
		return next
	}).upTo(1)
}

// items reads a list of numbers joined by commas and "và", each of which may
// repeat the head word; the last one is left to the element after it.
func items(low, high, digits int, head ...role) element {
	return begins(numberStarts, func(s *scan, i int, d *draft) int {
		for d.count < maxItems {
			if s.joinedBefore(i) && !s.isMark(i-1, ",") {
				return fail
			}
			n, next := s.numeral(i, digits, low, high)
			joint, after := s.joint(next, head)
			if _, more := s.numeral(after, digits, low, high); joint == 0 || more == fail {
				break
			}
			s.items[d.count] = item{n: n, from: i, to: next}
			d.count++
			i = after
		}
		if d.count == 0 {
			return fail
		}
		return i
	})
}

// isoDay reads 2020-11-24 or 2020/11/24.
var isoDay = begins(rolesOf(wLong), func(s *scan, i int, d *draft) int {
	year, next := s.figure(i, 4)
	if year < textYears.low || s.joinedBefore(i) {
		return fail
	}
	sign, next := s.separator(next)
	if sign == '.' {
		return fail
	}
	month, next := s.figure(next, 2)
	second, next := s.separator(next)
	if second != sign {
		return fail
	}
	day, next := s.figure(next, 2)
	p := edtf.Point{Year: year, Month: month, Day: day, Unit: edtf.Day}
	if !p.Possible() || s.glued(next) && !s.isoClock(next) {
		return fail
	}
	d.p[0] = partial{year: year, month: month, day: day, unit: edtf.Day, from: i, to: next}
	return next
}).with(rolesOf(wSign), 2)

// isoClock allows the T of 2020-11-24T08:00.
func (x tokens) isoClock(i int) bool { return x.Src[x.Tokens[i].Start] == 'T' }

// dayAt reads the day and month at token i, and their year. Several rules in a
// row ask for the same.
func (s *scan) dayAt(i int) partial {
	if s.day.unit == edtf.None || s.day.from != i {
		p := partial{from: i, unit: edtf.Day}
		if p.to = s.numericDay(i, &p); p.to == fail {
			p.to = s.spelledDay(i, &p)
		}
		s.day = p
	}
	return s.day
}

// numericDay reads 24/11, 24-11, 24.11 with or without a year in digits.
func (s *scan) numericDay(i int, p *partial) int {
	head := i - 1
	day, i := s.figure(i, 2)
	if s.dashes(i) {
		return s.dashedDay(head, day, i+1, p)
	}
	sign, i := s.separator(i)
	if i == fail {
		return fail
	}
	month, i := s.figure(i, 2)
	said := edtf.Point{Month: month, Day: day, Unit: edtf.Day}
	if !said.Possible() {
		return fail
	}
	if sign != '/' && s.goesOnWith(i, sign) {
		return fail // 4-3-3
	}
	p.day, p.month, p.style = day, month, sign
	if next := s.numericYear(i, sign, p); next != fail {
		return next
	}
	if s.glued(i) && !s.beginsText(i) {
		return fail
	}
	if next := s.yearWords(i, p); next != fail {
		return next
	}
	return i
}

// goesOnWith tells whether the sign and a figure too short for a year follow.
func (x tokens) goesOnWith(i int, sign byte) bool {
	second, next := x.separator(i)
	_, after := x.figure(next, 1)
	return second == sign && after != fail
}

// beginsText allows "18/11: ..." glued to its text but no ratio.
func (x tokens) beginsText(i int) bool {
	return x.Tok(i).Kind == viet.Word && !x.letters(i) && x.length(i) > len("km")
}

// numericYear reads the year after d/m: the same sign, then four digits, or
// two where the sign is no hyphen.
func (s *scan) numericYear(i int, sign byte, p *partial) int {
	second, i := s.separator(i)
	if year, next := s.yearNumber(i); next != fail {
		p.year = year
		return next
	}
	year, next := s.figure(i, 2)
	if next == fail || second != sign || s.length(i) != len("24") || s.glued(next) {
		return fail
	}
	p.year = s.century(year)
	return next
}

// spelledDay reads "d tháng m" and the year after it.
func (s *scan) spelledDay(i int, p *partial) int {
	headed := s.is(i-1, wDay)
	day, i := s.numeral(i, 2, 1, 31)
	if i == fail {
		return fail
	}
	if headed && s.isMark(i, ",") {
		i++ // ngày 15, tháng Giêng
	}
	if _, n := s.find(i, wMonth, 1); n == 0 {
		return fail
	}
	p.day, p.style = day, 'w'
	if next := s.monthAfter(i+1, p); !p.leadsMonth {
		return next
	}
	return fail
}

// monthAfter reads the month after the word tháng: a number, a name, "này",
// "trước"; then the year.
func (s *scan) monthAfter(i int, p *partial) int {
	month, next := s.monthNumber(i, p)
	if next == fail {
		return s.monthPointer(i, p)
	}
	if next == i+1 && s.is(i, wYear) && s.is(i-2, wDay) {
		return fail // ngày tháng năm sinh
	}
	p.month = month
	if year := s.monthYear(next, p); year != fail {
		return year
	}
	if s.glued(next) && s.isMark(next, "%/.,") {
		return fail
	}
	return next
}

// monthNumber reads 8, VIII, tám, Giêng.
func (x *text) monthNumber(i int, p *partial) (month, next int) {
	if month, next = x.numeral(i, 2, 1, 12); next != fail {
		if _, after := x.yearNumber(next); after != fail && x.is(next-1, wYear) {
			return 0, fail // (chín) tháng năm 2023
		}
		return month, next
	}
	if month, next = x.roman(i, 12); next != fail {
		return month, next
	}
	month, n := x.find(i, wMonthName, 0)
	if n == 0 {
		return 0, fail
	}
	p.lunar = true
	return month, i + n
}

// monthPointer reads "này", "trước", "tới" after tháng.
func (x *text) monthPointer(i int, p *partial) int {
	w, next := x.pointer(i, wLast)
	p.leadsMonth, p.way = next != fail, w
	return next
}

// monthYear reads the year of a month: /2024, -2024, .2024, năm 2024.
func (s *scan) monthYear(i int, p *partial) int {
	if s.isMark(i, "/-.,") && s.Tokens[i].Gap <= viet.Space {
		if year, next := s.yearNumber(i + 1); next != fail {
			p.year = year
			return next
		}
	}
	if year, next := s.yearNumber(i); next != fail && s.Tokens[i].Gap == viet.Space && s.closed(next) {
		p.year = year
		return next
	}
	return s.yearWords(i, p)
}

// yearWords reads năm 2024, năm ngoái, năm Giáp Thìn, with or without a comma.
func (s *scan) yearWords(i int, p *partial) int {
	if s.isMark(i, ",(") {
		i++
	}
	if !s.near(i) {
		return fail
	}
	if s.is(i, wOf) {
		i++
	}
	if next := p.yearPhrase(&s.text, i); next != fail {
		return next
	}
	if _, n := s.find(i, wYear, 1); n == 0 {
		return fail
	}
	i++
	if year, next := s.yearNumber(i); next != fail {
		p.year = year
		return next
	}
	if year, next := s.spelledYear(i); year >= textYears.low {
		p.year = year
		return next
	}
	if year, next := s.animalYear(i); next != fail {
		p.year, p.lunar = year, true
		return next
	}
	way, next := s.pointer(i, wLast)
	p.leadsYear, p.way = next != fail, way
	return next
}

// yearPhrase reads "cùng năm" or "sang năm" behind a day or month.
func (p *partial) yearPhrase(x *text, i int) int {
	switch {
	case x.is(i, wThatYear):
		p.leadsYear, p.way = true, way{inText: true}
		return x.skip(i, wThatYear)
	case x.is(i, wNextYear):
		next := x.skip(i, wNextYear)
		if namesYear(x, next) {
			return fail
		}
		p.leadsYear, p.way = true, way{offset: 1}
		return next
	}
	return fail
}

// namesYear tells whether what follows says which year "sang năm" goes on to: sang năm
// thứ ba, sang năm 2026, sang năm tới.
func namesYear(x *text, i int) bool {
	if x.is(i, wFigure, wNumber, wOrdinal, wStem) {
		return true
	}
	_, next := x.pointer(i, wLast)
	return next != fail
}
