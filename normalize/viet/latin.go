package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// otherLatin are letters of other languages that bear no mark which could be taken off.
var otherLatin = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'ð': "d", 'þ': "th", 'ı': "i", 'ħ': "h", 'ŧ': "t", 'ŋ': "ng", 'ĸ': "k", 'ə': "e", 'ƶ': "z", 'ƙ': "k", 'ɓ': "b", 'ɗ': "d",
}

// Latin writes the letters that Vietnamese lacks with those that a keyboard has, in lower
// case: Plenković is Plenkovic, Straße Strasse. Its own letters stay, and other scripts.
func Latin(s string) string {
	at := strings.IndexFunc(s, foreign)
	if at < 0 {
		return s
	}
	dst := append(make([]byte, 0, len(s)+1), s[:at]...)
	for _, r := range s[at:] {
		if foreign(r) {
			dst = append(dst, plainLatin(r)...)
		} else {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return string(dst)
}

// foreign tells whether a character may be a Latin letter that Vietnamese lacks.
func foreign(r rune) bool {
	return r >= 'À' && FoldRune(r) >= utf8.RuneSelf && unicode.Is(unicode.Latin, r)
}

// plainLatin is a Latin letter without its marks; itself where none is known.
func plainLatin(r rune) string {
	r = lower(r)
	if r < utf8.RuneSelf {
		return string(r)
	}
	if plain, is := otherLatin[r]; is {
		return plain
	}
	var buf [utf8.UTFMax]byte
	marked := norm.NFD.PropertiesString(string(utf8.AppendRune(buf[:0], r))).Decomposition()
	base, _ := utf8.DecodeRune(marked)
	if len(marked) == 0 || base == r {
		return string(r)
	}
	return plainLatin(base) // ǿ is ø with a mark
}
