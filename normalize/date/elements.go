package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

// told notes that a word of the pattern says it is a date.
var told = flag(func(d *draft) { d.told = true })

// dayWord reads ngày, hôm, or nothing.
var dayWord = opt(word(wDay, wHom), told)

// dayMonth reads d/m, d-m, d.m, "d tháng m", each perhaps with a year, into
// the k-th partial.
func dayMonth(k int) element {
	return reads(numberStarts, func(s *scan, i int, d *draft) int {
		if k == 0 && s.joinedBefore(i) {
			return fail
		}
		p := s.dayAt(i)
		d.p[k], d.told = p, d.told || p.style == 'w' && p.to != fail
		return p.to
	})
}

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
	day, i := s.figure(i, 2)
	if i == fail || day < 1 || day > 31 {
		return fail
	}
	sign, i := s.separator(i)
	if i == fail {
		return fail
	}
	month, i := s.figure(i, 2)
	if i == fail || month < 1 || month > 12 || day > edtf.MonthDays(0, month) {
		return fail
	}
	p.day, p.month, p.style = day, month, sign
	if next := s.numericYear(i, sign, p); next != fail {
		return next
	}
	if s.glued(i) && !s.clockAfterColon(i) {
		return fail
	}
	if next := s.yearWords(i, p); next != fail {
		return next
	}
	return i
}

// clockAfterColon allows "18/11: ..." glued to its text but no ratio.
func (s *scan) clockAfterColon(i int) bool {
	return s.t.Tokens[i].Kind == viet.Word && !s.f.words.may(&s.t.Tokens[i]).has(wUpper) && s.t.Tokens[i].End-s.t.Tokens[i].Start > 2
}

// separator reads / - or . between day and month. Only a slash may have white
// space beside it.
func (s *scan) separator(i int) (sign byte, next int) {
	if i+1 >= len(s.t.Tokens) || !s.isMark(i, "/-.") {
		return 0, fail
	}
	sign = s.t.Src[s.t.Tokens[i].Start]
	loose := s.t.Tokens[i].Gap != viet.Joined || s.t.Tokens[i+1].Gap != viet.Joined
	if loose && (sign != '/' || s.t.Tokens[i].Gap > viet.Space || s.t.Tokens[i+1].Gap > viet.Space) {
		return 0, fail
	}
	return sign, i + 1
}

// numericYear reads the year after d/m: the same sign, then four digits, or
// two where the sign is no hyphen.
func (s *scan) numericYear(i int, sign byte, p *partial) int {
	second, i := s.separator(i)
	if i == fail {
		return fail
	}
	if year, next := s.yearNumber(i); next != fail {
		p.year = year
		return next
	}
	year, next := s.figure(i, 2)
	if next == fail || second != sign || s.t.Tokens[i].End-s.t.Tokens[i].Start != 2 || s.glued(next) {
		return fail
	}
	p.year = s.century(year)
	return next
}

// century completes a year of two digits: at most ten years past the document.
func (s *scan) century(year int) int {
	const unknownDocument = 2026
	base := s.doc.Year
	if base == 0 {
		base = unknownDocument
	}
	year += base - base%100
	if year > base+10 {
		year -= 100
	}
	return year
}

// spelledDay reads "d tháng m" and the year after it.
func (s *scan) spelledDay(i int, p *partial) int {
	day, i := s.numeral(i, 2, 1, 31)
	if i == fail {
		return fail
	}
	_, n := s.find(i, wMonth, 1)
	if n == 0 {
		return fail
	}
	p.day, p.style = day, 'w'
	if next := s.monthAfter(i+n, p); !p.leadsMonth {
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
	if next == i+1 && i > 1 && s.is(i, wYear) && s.is(i-2, wDay) {
		return fail // ngày tháng năm sinh
	}
	p.month = month
	if p.day > edtf.MonthDays(0, month) {
		return fail
	}
	if year := s.monthYear(next, p); year != fail {
		return year
	}
	if s.glued(next) && s.isMark(next, "%/.,") {
		return fail
	}
	return next
}

// monthNumber reads 8, VIII, tám, Giêng.
func (s *scan) monthNumber(i int, p *partial) (month, next int) {
	if month, next = s.numeral(i, 2, 1, 12); next != fail {
		if _, after := s.yearNumber(next); after != fail && s.is(next-1, wYear) {
			return 0, fail // (chín) tháng năm 2023
		}
		return month, next
	}
	if month, next = s.roman(i, 12); next != fail {
		return month, next
	}
	month, n := s.find(i, wMonthName, 0)
	if n == 0 {
		return 0, fail
	}
	p.lunar = true
	return month, i + n
}

// monthYear reads the year of a month: /2024, -2024, .2024, năm 2024.
func (s *scan) monthYear(i int, p *partial) int {
	if i+1 < len(s.t.Tokens) && s.isMark(i, "/-.,") && s.t.Tokens[i].Gap <= viet.Space {
		if year, next := s.yearNumber(i + 1); next != fail {
			p.year = year
			return next
		}
	}
	if year, next := s.yearNumber(i); next != fail && s.t.Tokens[i].Gap == viet.Space && s.closed(next) {
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
	if i >= len(s.t.Tokens) || s.t.Tokens[i].Gap > viet.Line {
		return fail
	}
	if s.is(i, wOf) {
		i++
	}
	_, n := s.find(i, wYear, 1)
	if n == 0 {
		return fail
	}
	i += n
	if year, next := s.yearNumber(i); next != fail {
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

// pointer reads này 0, trước -1 or tới +1 after a unit of time. The lexicon
// marks the words that count from the date named before.
func (s *scan) pointer(i int, last role) (w way, next int) {
	if i >= len(s.t.Tokens) || s.t.Tokens[i].Gap > viet.Line {
		return way{}, fail
	}
	for _, r := range []struct {
		role   role
		offset int
	}{{wThis, 0}, {last, -1}, {wNext, 1}} {
		if v, n := s.find(i, r.role, 0); n > 0 {
			return way{r.offset, v == 1}, i + n
		}
	}
	return way{}, fail
}

// pointer is the element of the same name.
func pointer(last role) element {
	return reads(rolesOf(wThis, last, wNext), func(s *scan, i int, d *draft) int {
		w, next := s.pointer(i, last)
		d.way = w
		return next
	})
}

// monthPointer reads "này", "trước", "tới" after tháng.
func (s *scan) monthPointer(i int, p *partial) int {
	w, next := s.pointer(i, wLast)
	p.leadsMonth, p.way = next != fail, w
	return next
}

// dayNumber reads a bare day number into the k-th partial.
func dayNumber(k int) element {
	return reads(numberStarts, func(s *scan, i int, d *draft) int {
		if s.joinedBefore(i) {
			return fail
		}
		day, next := s.numeral(i, 2, 1, 31)
		if next != fail {
			d.p[k] = partial{day: day, unit: edtf.Day, from: i, to: next}
		}
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
		next := s.abbreviatedMonth(i, p)
		if _, n := s.find(i, wMonth, 0); n > 0 {
			next = s.monthAfter(i+n, p)
		} else if next == fail && wordless {
			if next = s.monthAfter(i, p); p.leadsMonth {
				next = fail // đến nay
			}
		}
		p.to = next
		return next
	})
}

// abbreviatedMonth reads T9/2013.
func (s *scan) abbreviatedMonth(i int, p *partial) int {
	tok := &s.t.Tokens[i]
	if tok.Kind != viet.Word || tok.End-tok.Start < 2 || tok.End-tok.Start > 3 || s.t.Src[tok.Start] != 'T' {
		return fail
	}
	month := 0
	for _, c := range []byte(s.t.Src[tok.Start+1 : tok.End]) {
		if c < '0' || c > '9' {
			return fail
		}
		month = month*10 + int(c-'0')
	}
	if month < 1 || month > 12 || i+2 >= len(s.t.Tokens) || !s.isMark(i+1, "/-.") {
		return fail
	}
	year, next := s.yearNumber(i + 2)
	p.month, p.year = month, year
	return next
}

// numericMonth reads 8/2024 without the word tháng.
func numericMonth(k int) element {
	return reads(rolesOf(wFigure), func(s *scan, i int, d *draft) int {
		month, next := s.figure(i, 2)
		if next == fail || month < 1 || month > 12 || s.joinedBefore(i) && k == 0 {
			return fail
		}
		_, next = s.separator(next)
		if next == fail || s.isMark(next-1, ".") {
			return fail
		}
		year, next := s.yearNumber(next)
		d.p[k] = partial{year: year, month: month, unit: edtf.Month, from: i, to: next}
		return next
	})
}

// year reads a year of four digits into the k-th partial.
func year(k int) element {
	return reads(rolesOf(wFigure), func(s *scan, i int, d *draft) int {
		if s.joinedBefore(i) && k == 0 {
			return fail
		}
		year, next := s.yearNumber(i)
		if next == fail {
			return fail
		}
		d.p[k] = partial{year: year, unit: edtf.Year, from: i, to: next}
		return next
	})
}

// items reads a list of numbers joined by commas and "và", each of which may
// repeat the head word; the last one is left to the element after it.
func items(low, high, digits int, head ...role) element {
	return reads(numberStarts, func(s *scan, i int, d *draft) int {
		for d.count < maxItems {
			if s.joinedBefore(i) && !s.isMark(i-1, ",") {
				return fail
			}
			n, next := s.numeral(i, digits, low, high)
			if next == fail {
				break
			}
			joint, after := s.joint(next, head)
			if _, more := s.numeral(after, digits, low, high); joint == 0 || more == fail {
				break
			}
			s.items[d.count] = item{n, i, next}
			d.count++
			i = after
		}
		if d.count == 0 {
			return fail
		}
		return i
	})
}

// joint reads "," and "và", then the head word if it is repeated.
func (s *scan) joint(i int, head []role) (n, next int) {
	for ; n < 2; n++ {
		_, length := s.find(i, wAnd, 0)
		if length == 0 || s.t.Tokens[i].Gap > viet.Line {
			break
		}
		i += length
	}
	if _, length := s.find(i, wPart, 0); n == 0 && length > 0 {
		return 1, i + length // đêm 27 rạng sáng 28/2
	}
	for _, r := range head {
		if _, length := s.find(i, r, 0); length > 0 && n > 0 {
			return n, i + length
		}
	}
	return n, i
}
