package date

import (
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// numberStarts are the roles with which a number begins, shortStarts one of at most two figures.
var (
	numberStarts = rolesOf(wFigure, wNumber)
	shortStarts  = rolesOf(wShort, wNumber)
)

// longestNumber is the tokens of a number in words: hai mươi mốt.
const longestNumber = 3

// numeral reads a number in digits or words within limits.
func (x *text) numeral(i, digits, low, high int) (v, next int) {
	if v, next = x.figure(i, digits); next == fail {
		v, next = x.spelled(i)
	}
	if limits := (span{low, high}); !limits.has(v) {
		return 0, fail
	}
	return v, next
}

// figure reads digits, at most the given number of them.
func (x tokens) figure(i, digits int) (v, next int) {
	if x.Tok(i).Kind != viet.Number || x.length(i) > digits {
		return 0, fail
	}
	return digitsOf(x.Word(i)), i + 1
}

func digitsOf(s string) (v int) {
	for _, c := range []byte(s) {
		v = v*10 + int(c-'0')
	}
	return v
}

// spelled reads a number up to 99 in words: hai mươi mốt, mười hai, chín.
func (x *text) spelled(i int) (v, next int) {
	v, n := x.find(i, wNumber, 1)
	if n == 0 {
		return 0, fail
	}
	i++
	unit, n := x.find(i, wNumber, 1)
	if n == 0 || !x.near(i) {
		return v, i
	}
	switch {
	case v == 10 && unit < 10:
		return v + unit, i + 1
	case v < 10 && unit == 10:
		v, i = v*10, i+1
		if unit, n = x.find(i, wNumber, 1); n > 0 && unit < 10 {
			return v + unit, i + 1
		}
	}
	return v, i
}

// spelledYear reads the year in words after "năm": một chín sáu tám, hai không
// hai mốt, một nghìn chín trăm bảy mươi lăm, and without its century bốn lăm.
func (x *text) spelledYear(i int) (year, next int) {
	if year, next = x.thousands(i); next != fail {
		return year, next
	}
	for next = i; next < len(x.Tokens) && x.near(next); next++ {
		digit, n := x.find(next, wNumber, 1)
		switch {
		case n > 0 && digit < 10:
			year = year*10 + digit
		case x.is(next, wZero):
			year *= 10
		case n == 0 && !x.is(next, wHundred) && !x.is(next, wThousand):
			return yearInWords(x, year, next-i, next)
		}
	}
	return yearInWords(x, year, next-i, next)
}

// thousands reads a year of this century by its places: hai nghìn lẻ tám, hai nghìn
// không trăm mười chín.
func (x *text) thousands(i int) (year, next int) {
	const century = 20
	thousand, _ := x.find(i, wNumber, 1)
	next = i + 2
	if thousand*10 != century || !x.is(i+1, wThousand) {
		return 0, fail
	}
	if x.is(next, wZero) && x.is(next+1, wHundred) {
		next += 2
	}
	if x.is(next, wZero) {
		next++
	}
	said := next > i+2 // no thousand of things
	rest, next := x.spelled(next)
	if next == fail || !said && !x.closed(next) {
		return 0, fail
	}
	return thousand*1000 + rest, next
}

// yearInWords takes the digits of a year that was read from so many words; a year
// of two digits is of the last century and stands where nothing is counted.
func yearInWords(x *text, digits, words, next int) (year, after int) {
	switch {
	case textYears.has(digits):
		return digits, next
	case shortYears.has(digits) && (x.closed(next) || x.Has(next, reading.Honorific)):
		return 1900 + digits, next
	}
	return 0, fail
}

// romanBytes is the length of the longest Roman number that is read, XXVIII.
const romanBytes = 6

// roman reads a Roman number written in capitals.
func (x tokens) roman(i, high int) (v, next int) {
	if x.length(i) > romanBytes {
		return 0, fail
	}
	previous := 0
	for _, c := range []byte(x.Word(i)) {
		d := romanDigit(c)
		if d == 0 {
			return 0, fail
		}
		if previous < d {
			v -= 2 * previous
		}
		v, previous = v+d, d
	}
	if !(span{1, high}).has(v) {
		return 0, fail
	}
	return v, i + 1
}

func romanDigit(c byte) int {
	switch c {
	case 'I':
		return 1
	case 'V':
		return 5
	case 'X':
		return 10
	}
	return 0
}

// yearNumber reads a year of four digits.
func (x tokens) yearNumber(i int) (v, next int) {
	v, next = x.figure(i, 4)
	if !textYears.has(v) || x.glued(next) {
		return 0, fail
	}
	return v, next
}

// number tells whether s is digits alone that make a number within limits.
func number(s string, low, high int) bool {
	const digits = 9 // that fit an int anywhere
	return len(s) <= digits && allDigits(s) && span{low, high}.has(digitsOf(s))
}

func allDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
