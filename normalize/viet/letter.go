package viet

import (
	"unicode"
	"unicode/utf8"
)

// The letters of Vietnamese stand in a few blocks where case is arithmetic;
// the tables of package unicode answer for the rest.

// isLetter is unicode.IsLetter.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	if vowelBlock(r) {
		return true
	}
	return unicode.IsLetter(r)
}

// isUpper is unicode.IsUpper.
func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	if vowelBlock(r) {
		return r&1 == 0
	}
	return unicode.IsUpper(r)
}

// lower is unicode.ToLower.
func lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case vowelBlock(r):
		return r | 1
	case 'à' <= r && r <= 'ý', r == 'đ', r == 'ơ', r == 'ư', r == 'ă':
		return r
	}
	return unicode.ToLower(r)
}

// vowelBlock tells the vowels with two marks: Ạ to ỹ, capitals even.
func vowelBlock(r rune) bool { return 'Ạ' <= r && r <= 'ỹ' }

// isMark tells combining marks; none lies before U+0300.
func isMark(r rune) bool { return r >= '\u0300' && unicode.Is(unicode.Mn, r) }
