package viet

import (
	"testing"
	"unicode"
)

func TestLettersAsUnicode(t *testing.T) {
	for r := rune(0); r <= 0x2ffff; r++ {
		if isLetter(r) != unicode.IsLetter(r) || isUpper(r) != unicode.IsUpper(r) || isMark(r) != unicode.Is(unicode.Mn, r) || lower(r) != unicode.ToLower(r) ||
			isSpace(r) != (unicode.IsSpace(r) || r == 0x200b || r == 0xfeff) {
			t.Errorf("%U %c: letter %v upper %v lower %c", r, r, isLetter(r), isUpper(r), lower(r))
		}
	}
}
