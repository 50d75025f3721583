package date

import (
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// clock is a time of day that a text writes.
type clock struct {
	hour, minute int
	next         int // the token behind it, fail where none was read
}

// clock reads a time of day: 15h30, 15 giờ 30 phút, 15:30, 15 giờ.
func (x *text) clock(i int) clock {
	hour, next := x.figure(i, 2)
	if hour > 24 {
		return clock{next: fail}
	}
	if x.isMark(next, ":") {
		if x.length(next+1) == 1 {
			return clock{next: fail} // a score: 4:1
		}
		minute, next := x.minute(next + 1)
		return clock{hour, minute, x.seconds(next)}.half(x)
	}
	if minute, after := x.mergedHour(next); after != fail {
		return clock{hour, minute, after}
	}
	if !x.is(next, wHour) {
		return clock{next: fail}
	}
	next = x.skip(next, wHour)
	if c := aroundHour(x, hour, next); c.next != fail {
		return c
	}
	minute, after := x.minute(next)
	if after == fail || x.isMark(after, "/") { // 4h 3/3
		return clock{hour, 0, next}.half(x)
	}
	return clock{hour, minute, x.skip(after, wMinute)}.half(x)
}

// aroundHour reads the words behind an hour that say how far from it the clock is: 5 giờ kém
// 15 (phút), 3 giờ rưỡi.
func aroundHour(x *text, hour, i int) clock {
	const sixty, thirty = 60, 30
	switch {
	case x.is(i, wHalfPast):
		return clock{hour, thirty, x.skip(i, wHalfPast)}
	case !x.is(i, wShortOf) || hour == 0:
		return clock{next: fail}
	}
	minute, after := x.minute(x.skip(i, wShortOf))
	if after == fail || minute == 0 {
		return clock{next: fail}
	}
	return clock{hour - 1, sixty - minute, x.skip(after, wMinute)}
}

// clockOf reads the clock of one end of an interval and its part of the day: 23h
// đêm ngày 2.
func clockOf(k int) element {
	return begins(rolesOf(wShort), func(s *scan, i int, d *draft) int {
		c := s.clock(i)
		part, n := s.find(c.next, wPart, 0)
		c.hour, c.next = hourOf(c.hour, part), c.next+n
		d.clocks[k], d.parts[k] = c, part
		return c.next
	})
}

// seconds gives the token after the :05 of 1:30:05.
func (x tokens) seconds(i int) int {
	if !x.isMark(i, ":") {
		return i
	}
	if _, next := x.minute(i + 1); next != fail {
		return next
	}
	return i
}

// The values of the words that say which half of the day a clock is in.
const (
	afterNoon  = 2
	inCapitals = 2 // more, for the Vietnamese abbreviations SA and CH
)

// half reads AM, PM, SA or CH after a clock: 09:05 PM is 21:05, 12:40 SA 0:40.
func (c clock) half(x *text) clock {
	half, n := x.find(c.next, wMeridiem, 0)
	if n == 0 || half > inCapitals && x.Tok(c.next).Shape != viet.Upper {
		return c
	}
	c.hour, c.next = c.hour%12, c.next+n // 15:30 PM, too
	if pastNoon(half) {
		c.hour += 12
	}
	return c
}

func pastNoon(half int) bool { return half == afterNoon || half == afterNoon+inCapitals }

func (x tokens) minute(i int) (minute, next int) {
	minute, next = x.figure(i, 2)
	if minute > 59 {
		return 0, fail
	}
	return minute, next
}

// mergedHour reads the H30 of 15H30, which is one token.
func (x tokens) mergedHour(i int) (minute, next int) {
	if x.length(i) != len("H30") {
		return 0, fail
	}
	word := x.Word(i)
	if word[0] != 'H' && word[0] != 'G' || !number(word[1:], 0, 59) {
		return 0, fail
	}
	return digitsOf(word[1:]), i + 1
}

// aloneZone is the value of a zone that needs no "giờ" before it.
const aloneZone = 1

// clockAbroad tells whether the clock of the day before token i is that of another zone:
// then only the day is sure. 20 giờ ngày 5/2 giờ GMT; 15h ngày 9/5 (theo giờ Moskva).
func (x *text) clockAbroad(i int) bool {
	if x.isMark(i, "(,") {
		i++
	}
	for x.isWord(i, "theo") {
		i++
	}
	head := x.skip(i, wHour)
	zone, n := x.find(head, wZone, 0)
	if n > 0 {
		return (head > i || zone == aloneZone) && !x.isMark(head+n, "+") // GMT+7
	}
	return head > i && (x.tokens.abroad(head, x.words.abroad) || x.Has(head, reading.Region))
}

// minuted tells whether a colon or an h joined to the number makes a clock.
func (x tokens) minuted(i int) bool {
	return x.joined(i + 2)
}
