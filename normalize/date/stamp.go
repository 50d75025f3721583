package date

import (
	"slices"
	"strings"
	"time"

	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/viet"
)

// stampParser reads one stamp of publication.
type stampParser struct {
	t        *viet.Text
	dayFirst bool
	c        clockTime
	evening  bool // PM, chiều, tối
	morning  bool // AM, sáng
}

// read looks for a day, a clock and a zone anywhere in the stamp.
func (p *stampParser) read() (clockTime, bool) {
	p.c.hour = edtf.NoHour
	c := p.readClock()
	return c, c.sane()
}

// readClock reads what the stamp still leaves open.
func (p *stampParser) readClock() clockTime {
	for i := 0; i < len(p.t.Tokens); {
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
		if n := p.clock(i); n > 0 {
			return n
		}
	}
	return p.word(i)
}

// num gives the number at token i, -1 if it is none or too long.
func (p *stampParser) num(i, digits int) int {
	if i >= len(p.t.Tokens) || p.t.Tokens[i].Kind != viet.Number || p.t.Tokens[i].End-p.t.Tokens[i].Start > digits {
		return -1
	}
	v := 0
	for _, c := range []byte(p.t.Word(i)) {
		v = v*10 + int(c-'0')
	}
	return v
}

func (p *stampParser) is(i int, words ...string) bool {
	if i >= len(p.t.Tokens) {
		return false
	}
	key := viet.Key(p.t.Word(i))
	for _, w := range words {
		if key == w {
			return true
		}
	}
	return false
}

func (p *stampParser) set(year, month, day int) bool {
	c := clockTime{year: year, month: month, day: day}
	if day < 0 || !c.sane() {
		return false
	}
	p.c.year, p.c.month, p.c.day = year, month, day
	return true
}

// isoDay reads 2026-03-07, 2026/03/07 and 2026-03.
func (p *stampParser) isoDay(i int) int {
	year := p.num(i, 4)
	if year < 1990 || !p.is(i+1, "-", "/") {
		return 0
	}
	if p.is(i+3, "-", "/") && p.set(year, p.num(i+2, 2), p.num(i+4, 2)) {
		return 5
	}
	if p.set(year, p.num(i+2, 2), 0) {
		return 3
	}
	return 0
}

// compactDay reads 20260307.
func (p *stampParser) compactDay(i int) int {
	v := p.num(i, 8)
	if v < 19900101 || !p.set(v/10000, v/100%100, v%100) {
		return 0
	}
	return 1
}

// numericDay reads 07/03/2026, 07-03-2026, 24/12/12.
func (p *stampParser) numericDay(i int) int {
	if !p.is(i+1, "/", "-", ".") || !p.is(i+3, "/", "-", ".") {
		return 0
	}
	day, month, year := p.num(i, 2), p.num(i+2, 2), p.num(i+4, 4)
	if year >= 0 && year < 100 && p.t.Tokens[i+4].End-p.t.Tokens[i+4].Start == 2 {
		year += 2000
	}
	if !p.dayFirst && p.is(i+1, "/") && p.american(i+5) {
		day, month = month, day
	}
	if p.set(year, month, day) || p.set(year, day, month) {
		return 5
	}
	return 0
}

// american tells whether AM or PM follows: the mark of month-first software.
func (p *stampParser) american(i int) bool {
	for ; i < len(p.t.Tokens); i++ {
		if p.is(i, "am", "pm") {
			return true
		}
	}
	return false
}

// monthNames are the months in words, as WordPress prints them.
var monthNames = []string{"một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"}

// vietnameseMonth reads the "3" or "Ba" after "Tháng" and gives the token after it.
func (p *stampParser) vietnameseMonth(i int) (month, next int) {
	if month = p.num(i, 2); month > 0 {
		return month, i + 1
	}
	for m, name := range monthNames {
		if !p.is(i, name) {
			continue
		}
		if m == 9 && p.is(i+1, "một", "hai") {
			return 11 + slices.Index(monthNames, viet.Key(p.t.Word(i+1))), i + 2
		}
		return m + 1, i + 1
	}
	return 0, i
}

// shortMonth reads "Th4" and gives the token after it.
func (p *stampParser) shortMonth(i int) (month, next int) {
	if month = p.num(i+1, 2); !p.is(i, "th") || month < 1 || p.t.Tokens[i+1].Gap != viet.Joined {
		return 0, i
	}
	return month, i + 2
}

// monthFirst reads "Tháng Ba 7, 2026".
func (p *stampParser) monthFirst(i int) int {
	if !p.is(i, "tháng") {
		return 0
	}
	month, next := p.vietnameseMonth(i + 1)
	if !p.is(next+1, ",") || !p.set(p.num(next+2, 4), month, p.num(next, 2)) {
		return 0
	}
	return next + 3 - i
}

// spelledDay reads "ngày 5 tháng 3 năm 2026", "5 Tháng Ba, 2026", "17 thg 4, 2022", "20 Th4 2022".
func (p *stampParser) spelledDay(i int) int {
	day := p.num(i, 2)
	if day < 1 {
		return 0
	}
	month, next := p.shortMonth(i + 1)
	if p.is(i+1, "tháng", "thg") {
		month, next = p.vietnameseMonth(i + 2)
	}
	if month == 0 {
		return 0
	}
	for next < len(p.t.Tokens) && p.is(next, "năm", ",", "/", "-") {
		next++
	}
	if p.set(p.num(next, 4), month, day) {
		return next + 1 - i
	}
	return 0
}

// englishDay reads "05 Oct 2026", "05 Oct, 2026", "Oct 5, 2026".
func (p *stampParser) englishDay(i int) int {
	if month := p.englishMonth(i + 1); month > 0 {
		next := i + 2
		if p.is(next, ",") {
			next++
		}
		if p.set(p.num(next, 4), month, p.num(i, 2)) {
			return next + 1 - i
		}
	}
	if month := p.englishMonth(i); month > 0 {
		next := i + 2
		if p.is(next, ",") {
			next++
		}
		if p.set(p.num(next, 4), month, p.num(i+1, 2)) {
			return next + 1 - i
		}
	}
	return 0
}

func (p *stampParser) englishMonth(i int) int {
	if i >= len(p.t.Tokens) || p.t.Tokens[i].Kind != viet.Word || p.t.Tokens[i].End-p.t.Tokens[i].Start < 3 {
		return 0
	}
	word := strings.ToLower(p.t.Word(i))
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); strings.HasPrefix(name, word) {
			return int(m)
		}
	}
	return 0
}

// numericMonth reads 01/2024 where there is no day.
func (p *stampParser) numericMonth(i int) int {
	if i > 0 && p.is(i-1, "/", "-", ".") || !p.is(i+1, "/", "-") || p.is(i+3, "/", "-") || !p.set(p.num(i+2, 4), p.num(i, 2), 0) {
		return 0
	}
	return 3
}

// clock reads 08:36, 00:05:30, 8h36, 8 giờ 36 and the T of ISO before it.
func (p *stampParser) clock(i int) int {
	n := 0
	hour := p.num(i, 2)
	if hour < 0 {
		if n := p.compactClock(i); n > 0 {
			return n
		}
		hour = p.afterT(i)
	}
	if hour < 0 || hour > 24 || !p.is(i+1, ":", "h", "giờ", "g") {
		return 0
	}
	p.c.hour, p.c.minute, n = hour%24, 0, 2
	if minute := p.num(i+2, 2); minute >= 0 && minute < 60 {
		p.c.minute, n = minute, 3
	}
	if p.is(i+n, ":") && p.num(i+n+1, 2) >= 0 {
		n += 2
	}
	if p.is(i+n, ".") && p.num(i+n+1, 9) >= 0 {
		n += 2
	}
	if p.is(i+n, "+", "-", "z") {
		n += p.zone(i + n)
	}
	return n
}

// afterT reads the T08 of an ISO time, which is one token.
func (p *stampParser) afterT(i int) int {
	word := p.t.Word(i)
	if len(word) != 3 || word[0] != 'T' || !number(word[1:], 0, 24) {
		return -1
	}
	return int(word[1]-'0')*10 + int(word[2]-'0')
}

// compactClock reads the T0806 or T080600 of an ISO time in the basic format.
func (p *stampParser) compactClock(i int) int {
	word := p.t.Word(i)
	if len(word) != 5 && len(word) != 7 || word[0] != 'T' || !allDigits(word[1:]) {
		return 0
	}
	clock := clockTime{hour: int(word[1]-'0')*10 + int(word[2]-'0'), minute: int(word[3]-'0')*10 + int(word[4]-'0')}
	if clock.hour > 23 || clock.minute > 59 {
		return 0
	}
	p.c.hour, p.c.minute = clock.hour, clock.minute
	if p.is(i+1, "+", "-", "z") {
		return 1 + p.zone(i+1)
	}
	return 1
}

// zone reads +07:00, +0700, +7, Z.
func (p *stampParser) zone(i int) int {
	if p.is(i, "z") {
		p.c.zoned = true
		return 1
	}
	sign := 1
	if p.is(i, "-") {
		sign = -1
	}
	v := p.num(i+1, 4)
	if v < 0 || p.is(i+2, "/", "-") || p.t.Tokens[i+1].Gap != viet.Joined {
		return 0
	}
	n, minutes := 2, v*60
	switch {
	case v >= 100:
		minutes = v/100*60 + v%100
	case p.is(i+2, ":") && p.num(i+3, 2) >= 0:
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
	switch {
	case p.is(i, "gmt", "utc"):
		p.c.zoned, p.c.offset = true, 0
		if p.is(i+1, "+", "-") {
			return 1 + p.zone(i+1)
		}
	case p.is(i, "pm", "ch", "chiều", "tối", "đêm"):
		p.evening = true
	case p.is(i, "am", "sa", "sáng"):
		p.morning = true
	}
	return 1
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
