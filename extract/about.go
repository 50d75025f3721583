package extract

import (
	"strings"
	"unicode/utf8"
)

// ours tells the letters that no other language has together: ă, đ, ơ, ư and those
// with a tone mark.
func ours(c rune) bool {
	switch c {
	case 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0: // ă đ ơ ư and their capitals
		return true
	}
	return 0x1EA0 <= c && c <= 0x1EF9
}

// longestSample is how many bytes of a text its language is told by.
const longestSample = 8000

// plainlyOurs tells a text of which a letter of U+1EA0 to U+1EF9 stands in every fourth word: a syllable has
// one at most. Counting their first byte takes a fraction of the time of a look at each word.
func plainlyOurs(text string) bool {
	first := strings.IndexByte(text, 0xE1)
	if first < 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[first:])
	return ours(r) && 4*strings.Count(text, "\xe1") > strings.Count(text, " ")+strings.Count(text, "\n")
}

// language tells "vi" by the letters that no other language has together: the
// share of words with đ, ơ, ư or a tone mark.
func language(body, declared string) string {
	sample := body[:min(len(body), longestSample)]
	if plainlyOurs(sample) {
		return "vi"
	}
	words, marked := 0, 0
	mark := false
	for i := range len(sample) {
		switch c := sample[i]; c {
		case 0xC4, 0xC6, 0xE1: // our letters begin with one of these bytes
			if !mark {
				r, _ := utf8.DecodeRuneInString(sample[i:])
				mark = ours(r)
			}
		default:
			if c > ' ' {
				continue
			}
			words++
			if mark {
				marked++
			}
			mark = false
		}
	}
	switch {
	case words == 0:
		return ""
	case marked*100/words >= 20:
		return "vi"
	}
	declared, _, _ = strings.Cut(strings.ToLower(declared), "-")
	if declared == "vi" || len(declared) != 2 {
		return ""
	}
	return declared
}
