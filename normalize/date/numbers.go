package date

import (
	"strconv"

	"github.com/boctin/boctin/normalize/viet"
)

var numberStarts = rolesOf(wFigure, wNumber)

// figure reads digits, at most the given number of them.
func (s *scan) figure(i, digits int) (v, next int) {
	if i < 0 || i >= len(s.t.Tokens) {
		return 0, fail
	}
	tok := &s.t.Tokens[i]
	if tok.Kind != viet.Number || tok.End-tok.Start > digits {
		return 0, fail
	}
	for _, c := range []byte(s.t.Src[tok.Start:tok.End]) {
		v = v*10 + int(c-'0')
	}
	return v, i + 1
}

// spelled reads a number up to 99 in words: hai mươi mốt, mười hai, chín.
func (s *scan) spelled(i int) (v, next int) {
	v, n := s.find(i, wNumber, 1)
	if n == 0 {
		return 0, fail
	}
	i++
	unit, n := s.find(i, wNumber, 1)
	if n == 0 || s.t.Tokens[i].Gap > viet.Line {
		return v, i
	}
	switch {
	case v == 10 && unit < 10:
		return v + unit, i + 1
	case v < 10 && unit == 10:
		v, i = v*10, i+1
		if unit, n = s.find(i, wNumber, 1); n > 0 && unit < 10 {
			return v + unit, i + 1
		}
	}
	return v, i
}

// numeral reads a number in digits or words within limits.
func (s *scan) numeral(i, digits, low, high int) (v, next int) {
	if v, next = s.figure(i, digits); next == fail {
		v, next = s.spelled(i)
	}
	if next == fail || v < low || v > high {
		return 0, fail
	}
	return v, next
}

// roman reads a Roman number written in capitals.
func (s *scan) roman(i, high int) (v, next int) {
	if i < 0 || i >= len(s.t.Tokens) || s.t.Tokens[i].Kind != viet.Word || s.t.Tokens[i].End-s.t.Tokens[i].Start > 6 {
		return 0, fail
	}
	previous := 0
	for _, c := range []byte(s.t.Word(i)) {
		d := romanDigit(c)
		if d == 0 {
			return 0, fail
		}
		if previous < d {
			v -= 2 * previous
		}
		v, previous = v+d, d
	}
	if v < 1 || v > high {
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

// The years that a text means when it writes four digits.
const (
	firstYear = 1000
	lastYear  = 2199
)

// yearNumber reads a year of four digits.
func (s *scan) yearNumber(i int) (v, next int) {
	v, next = s.figure(i, 4)
	if next == fail || v < firstYear || v > lastYear || s.glued(next) {
		return 0, fail
	}
	return v, next
}

// glued tells whether the token at i goes on the number before it: a decimal,
// a code, a fraction.
func (s *scan) glued(i int) bool {
	if i >= len(s.t.Tokens) || s.t.Tokens[i].Gap != viet.Joined {
		return false
	}
	if s.t.Tokens[i].Kind == viet.Word {
		return true
	}
	if s.isMark(i, "%°$") {
		return true
	}
	if !s.isMark(i, "/.,:") || i+1 >= len(s.t.Tokens) || s.t.Tokens[i+1].Gap != viet.Joined {
		return false
	}
	return s.t.Tokens[i+1].Kind == viet.Number || s.isMark(i, "/") && s.t.Tokens[i+1].Kind == viet.Word
}

// joinedBefore tells whether token i goes on something before it that makes
// it part of a code: a number, a sign, a letter.
func (s *scan) joinedBefore(i int) bool {
	if i <= 0 || i >= len(s.t.Tokens) || s.t.Tokens[i].Gap != viet.Joined {
		return false
	}
	switch prev := &s.t.Tokens[i-1]; prev.Kind {
	case viet.Number:
		return true
	case viet.Word:
		return s.f.words.may(prev).has(wUpper)
	}
	if s.isMark(i-1, "$#@_+=") {
		return true
	}
	if !s.isMark(i-1, "/.,:-") || i == 1 || s.t.Tokens[i-1].Gap != viet.Joined {
		return false
	}
	return s.t.Tokens[i-2].Kind == viet.Number || s.isMark(i-1, "/-.") && s.t.Tokens[i-2].Kind == viet.Word && s.f.words.may(&s.t.Tokens[i-2]).has(wUpper)
}

// number tells whether s is digits alone that make a number within limits.
func number(s string, low, high int) bool {
	n, err := strconv.Atoi(s)
	return err == nil && allDigits(s) && n >= low && n <= high
}

func allDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
