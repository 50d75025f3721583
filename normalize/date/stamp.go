package date

import (
	"strings"
	"time"

	"github.com/boctin/boctin/normalize/edtf"
)

// stampParser reads one stamp of publication.
type stampParser struct {
	text
	dayFirst bool
	c        clockTime
	evening  bool // PM, chiều, tối
	morning  bool // AM, sáng
}

// stamp begins to read a stamp, of which nothing is known yet.
func (w words) stamp(line string) *stampParser {
	p := &stampParser{text: text{words: w}}
	p.text.read(w.all.Read("", line), sheet{})
	p.c.hour = edtf.NoHour
	return p
}

// moment looks for a day, a clock and a zone anywhere in the stamp.
func (p *stampParser) moment() (clockTime, bool) {
	c := p.rest()
	return c, c.sane()
}

// rest reads what the stamp still leaves open.
func (p *stampParser) rest() clockTime {
	for i := 0; i < len(p.Tokens); {
		i += max(1, p.step(i))
	}
	p.halfDay()
	return p.c
}

// step reads what starts at token i and gives its length, 0 if it is nothing.
func (p *stampParser) step(i int) int {
	if p.c.year == 0 {
		for _, read := range []func(int) int{p.compactDay, p.isoDay, p.numericDay, p.spelledDay, p.monthFirst, p.englishDay, p.numericMonth} {
			if n := read(i); n > 0 {
				return n
			}
		}
	}
	if p.c.hour == edtf.NoHour {
		if n := p.clockAt(i); n > 0 {
			return n
		}
	}
	return p.word(i)
}

// num gives the number at token i, -1 if it is none or too long.
func (p *stampParser) num(i, digits int) int {
	v, next := p.figure(i, digits)
	if next == fail {
		return -1
	}
	return v
}

func (p *stampParser) set(year, month, day int) bool {
	c := clockTime{year: year, month: month, day: day}
	if !c.sane() {
		return false
	}
	p.c.year, p.c.month, p.c.day = year, month, day
	return true
}

// isoDay reads 2026-03-07, 2026/03/07, 2026.03.07 and 2026-03.
func (p *stampParser) isoDay(i int) int {
	year := p.num(i, 4)
	if !p.isMark(i+1, "-/.") {
		return 0
	}
	if p.isMark(i+3, "-/.") && p.set(year, p.num(i+2, 2), p.num(i+4, 2)) {
		return 5
	}
	if p.isMark(i+1, ".") {
		return 0
	}
	if p.set(year, p.num(i+2, 2), 0) {
		return 3
	}
	return 0
}

// compactDay reads 20260307.
func (p *stampParser) compactDay(i int) int {
	v := p.num(i, 8)
	if !p.set(v/10000, v/100%100, v%100) {
		return 0
	}
	return 1
}

// numericDay reads 07/03/2026, 07-03-2026, 24/12/12.
func (p *stampParser) numericDay(i int) int {
	if !p.isMark(i+1, "/-.") || !p.isMark(i+3, "/-.") {
		return 0
	}
	day, month, year := p.num(i, 2), p.num(i+2, 2), p.num(i+4, 4)
	if year >= 0 && p.length(i+4) == 2 {
		year += 2000
	}
	if !p.dayFirst && p.isMark(i+1, "/") && p.american(i+5) {
		day, month = month, day
	}
	if p.set(year, month, day) || p.set(year, day, month) {
		return 5
	}
	return 0
}

// american tells whether AM or PM follows: the mark of month-first software.
func (p *stampParser) american(i int) bool {
	for ; i < len(p.Tokens); i++ {
		if half, n := p.find(i, wMeridiem, 0); n > 0 && half <= inCapitals {
			return true
		}
	}
	return false
}

// month reads the "3", "Ba" or "Mười Hai" after "Tháng" and gives the token after it.
func (p *stampParser) month(i int) (month, next int) {
	if !p.is(i, wMonth, wMonthShort) {
		return 0, i
	}
	if month, next = p.numeral(i+1, 2, 1, 12); next != fail {
		return month, next
	}
	month, n := p.find(i+1, wNumber, 1) // mười năm 2026
	return month, i + 1 + n
}

// monthFirst reads "Tháng Ba 7, 2026".
func (p *stampParser) monthFirst(i int) int {
	month, next := p.month(i)
	if !p.set(p.num(next+2, 4), month, p.num(next, 2)) {
		return 0
	}
	return next + 3 - i
}

// spelledDay reads "ngày 5 tháng 3 năm 2026", "5 Tháng Ba, 2026", "17 thg 4, 2022", "20 Th4 2022",
// "20-Th4-2022".
func (p *stampParser) spelledDay(i int) int {
	day := p.num(i, 2)
	if day < 1 {
		return 0
	}
	month, next := p.month(p.behindDay(i))
	for p.is(next, wYear) || p.isMark(next, ",/-") {
		next++
	}
	if p.set(p.num(next, 4), month, day) {
		return next + 1 - i
	}
	return 0
}

// behindDay is the token behind the number of a day and the mark that may follow it.
func (p *stampParser) behindDay(i int) int {
	if p.isMark(i+1, "/-") {
		return i + 2
	}
	return i + 1
}

// englishDay reads "05 Oct 2026", "05 Oct, 2026", "05-Oct-2026", "Oct 5, 2026", "Oct 5th, 2026".
func (p *stampParser) englishDay(i int) int {
	at := p.behindOrdinal(p.behindDay(i))
	if month := p.englishMonth(at); month > 0 {
		next := at + 1
		if p.isMark(next, ",/-") {
			next++
		}
		if p.set(p.num(next, 4), month, p.num(i, 2)) {
			return next + 1 - i
		}
	}
	if month := p.englishMonth(i); month > 0 {
		next := p.behindOrdinal(i + 2)
		if p.isMark(next, ",") {
			next++
		}
		if p.set(p.num(next, 4), month, p.num(i+1, 2)) {
			return next + 1 - i
		}
	}
	return 0
}

// behindOrdinal is the token behind what English puts after the number of a day: 5th, 2nd.
func (p *stampParser) behindOrdinal(i int) int {
	switch tok := p.Tok(i); p.Src[tok.Start:tok.End] {
	case "st", "nd", "rd", "th":
		return i + 1
	}
	return i
}

func (p *stampParser) englishMonth(i int) int {
	if p.length(i) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		if word, name := p.Word(i), m.String(); len(word) <= len(name) && strings.EqualFold(name[:len(word)], word) {
			return int(m)
		}
	}
	return 0
}

// numericMonth reads 01/2024 where there is no day.
func (p *stampParser) numericMonth(i int) int {
	if p.isMark(i-1, "/-.") || !p.isMark(i+1, "/-") || p.isMark(i+3, "/-") || !p.set(p.num(i+2, 4), p.num(i, 2), 0) {
		return 0
	}
	return 3
}

// clockAt reads 08:36, 00:05:30, 8h36, 8 giờ 36 and the T of ISO before it.
func (p *stampParser) clockAt(i int) int {
	n := 0
	hour := p.num(i, 2)
	if hour < 0 {
		if n := p.compactClock(i); n > 0 {
			return n
		}
		hour = p.afterT(i)
	}
	if hour < 0 || hour > 24 || !p.isMark(i+1, ":") && !p.is(i+1, wHour) {
		return 0
	}
	p.c.hour, p.c.minute, n = hour%24, 0, 2
	if minute := p.num(i+2, 2); minute >= 0 && minute < 60 {
		p.c.minute, n = minute, 3
	}
	if p.isMark(i+n, ":") {
		n += 2
	}
	if p.isMark(i+n, ".") && p.joined(i+n+1) {
		n += 2
	}
	if p.zoned(i + n) {
		n += p.zone(i + n)
	}
	return n
}

// afterT reads the T08 of an ISO time, which is one token.
func (p *stampParser) afterT(i int) int {
	word := p.Word(i)
	if len(word) != 3 || word[0] != 'T' {
		return -1
	}
	return int(word[1]-'0')*10 + int(word[2]-'0')
}

// compactClock reads the T0806 or T080600 of an ISO time in the basic format.
func (p *stampParser) compactClock(i int) int {
	word := p.Word(i)
	if len(word) != 5 && len(word) != 7 || word[0] != 'T' {
		return 0
	}
	clock := clockTime{hour: int(word[1]-'0')*10 + int(word[2]-'0'), minute: int(word[3]-'0')*10 + int(word[4]-'0')}
	if clock.hour > 23 {
		return 0
	}
	p.c.hour, p.c.minute = clock.hour, clock.minute
	if p.zoned(i + 1) {
		return 1 + p.zone(i+1)
	}
	return 1
}

// zoned tells whether a zone may start at token i.
func (p *stampParser) zoned(i int) bool { return p.isMark(i, "+-") || p.isWord(i, "z") }

// zone reads +07:00, +0700, +7, Z.
func (p *stampParser) zone(i int) int {
	if p.isWord(i, "z") {
		p.c.zoned = true
		return 1
	}
	sign := 1
	if p.isMark(i, "-") {
		sign = -1
	}
	v := p.num(i+1, 4)
	if v < 0 || p.isMark(i+2, "/-") && p.joined(i+2) || !p.joined(i+1) {
		return 0
	}
	n, minutes := 2, v*60
	switch {
	case v >= 100:
		minutes = v/100*60 + v%100
	case p.isMark(i+2, ":") && p.num(i+3, 2) >= 0:
		minutes, n = minutes+p.num(i+3, 2), 4
	}
	if minutes > 14*60 {
		return 0
	}
	p.c.zoned, p.c.offset = true, sign*minutes*60
	return n
}

// word reads GMT+7, UTC, AM, PM, sáng, chiều, tối.
func (p *stampParser) word(i int) int {
	half, _ := p.find(i, wMeridiem, 0)
	part, _ := p.find(i, wPart, 0)
	switch {
	case p.isWord(i, "gmt"), p.isWord(i, "utc"):
		p.c.zoned, p.c.offset = true, 0
		if p.isMark(i+1, "+-") {
			return 1 + p.zone(i+1)
		}
	case half > 0:
		p.says(pastNoon(half), !pastNoon(half))
	case part > 0:
		p.says(part > noon, part < noon)
	}
	return 1
}

// says notes that a word tells the hours after noon, or those before.
func (p *stampParser) says(evening, morning bool) {
	if evening {
		p.evening = true
	}
	if morning {
		p.morning = true
	}
}

// halfDay makes 01:39 PM 13:39, and 00:01 AM and 13:39 PM what they say.
func (p *stampParser) halfDay() {
	switch {
	case p.evening && p.c.hour >= 1 && p.c.hour < 12:
		p.c.hour += 12
	case p.morning && p.c.hour == 12:
		p.c.hour = 0
	}
}
