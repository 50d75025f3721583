package extract

import (
	"strings"
)

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
		case c == ' ' || c == '\n':
			words++
			if mark {
				marked++
			}
			mark = false
		case c == 'đ' || c == 'Đ' || c == 'ơ' || c == 'ư' || c == 'Ơ' || c == 'Ư' || c == 'ă' || c >= 0x1EA0 && c <= 0x1EF9:
			mark = true
		}
	}
	switch {
	case words > 0 && marked*100/words >= 20:
		return "vi"
	case words == 0:
		return ""
	}
	declared, _, _ = strings.Cut(strings.ToLower(declared), "-")
	if declared == "vi" || len(declared) != 2 {
		return ""
	}
	return declared
}
