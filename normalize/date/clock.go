package date

import "github.com/boctin/boctin/normalize/viet"

// clock reads a time of day: 15h30, 15 giờ 30 phút, 15:30, 15 giờ.
func (x *text) clock(i int) (hour, minute, next int) {
	hour, next = x.figure(i, 2)
	if next == fail || hour > 24 {
		return 0, 0, fail
	}
	if x.isMark(next, ":") && x.joined(next) {
		minute, next = x.minute(next + 1)
		return hour, minute, next
	}
	if minute, after := x.mergedHour(next); after != fail {
		return hour, minute, after
	}
	if !x.is(next, wHour) {
		return 0, 0, fail
	}
	next = x.skip(next, wHour)
	minute, after := x.minute(next)
	if after == fail {
		return hour, 0, next
	}
	return hour, minute, x.skip(after, wMinute)
}

func (x *text) minute(i int) (minute, next int) {
	minute, next = x.figure(i, 2)
	if minute > 59 {
		return 0, fail
	}
	return minute, next
}

// mergedHour reads the H30 of 15H30, which is one token.
func (x *text) mergedHour(i int) (minute, next int) {
	if !x.joined(i) || x.length(i) != len("H30") {
		return 0, fail
	}
	word := x.Word(i)
	if word[0] != 'H' && word[0] != 'G' || !number(word[1:], 0, 59) {
		return 0, fail
	}
	return digitsOf(word[1:]), i + 1
}

// minuted tells whether a colon or an h joined to the number makes a clock.
func (x *text) minuted(i int) bool {
	return x.joined(i+1) && x.joined(i+2) && x.Tokens[i+2].Kind == viet.Number
}
