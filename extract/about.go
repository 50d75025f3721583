package extract

import (
	"strings"
	"unicode"
)

// ours are the letters that no other language has together: ă, đ, ơ, ư and those
// with a tone mark.
var ours = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x102, Hi: 0x103, Stride: 1}, {Lo: 0x110, Hi: 0x111, Stride: 1}, {Lo: 0x1A0, Hi: 0x1A1, Stride: 1}, {Lo: 0x1AF, Hi: 0x1B0, Stride: 1}, {Lo: 0x1EA0, Hi: 0x1EF9, Stride: 1}}}

// language tells "vi" by the letters that no other language has together: the
// share of words with đ, ơ, ư or a tone mark.
func language(body, declared string) string {
	words, marked := 0, 0
	mark := false
	for i, c := range body {
		if i > 8000 {
			break
		}
		switch {
		case c <= ' ':
			words++
			if mark {
				marked++
			}
			mark = false
		case unicode.Is(ours, c):
			mark = true
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
