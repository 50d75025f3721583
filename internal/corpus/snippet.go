package corpus

import (
	"strings"
	"unicode"

	"github.com/boctin/boctin/normalize/viet"
)

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// around is how many code points of the text stand on either side of a hit.
const around = 70

// snippet cuts the text around the first of the words that stands in it, with
// the hit in brackets; without a hit it is the beginning of the text.
func snippet(body string, words []string, folded bool) string {
	text := []rune(strings.Join(strings.Fields(body), " "))
	start, end := -1, 0
	for _, w := range words {
		if i, j := locate(text, w, folded); i >= 0 && (start < 0 || i < start) {
			start, end = i, j
		}
	}
	if start < 0 {
		return cut(text, 0, 2*around)
	}
	return cut(text, start-around, start) + "[" + string(text[start:end]) + "]" + tail(text, end)
}

// locate finds words in a text as the index compares them: whole, one after
// the other, whatever stands between that is no letter.
func locate(text []rune, phrase string, folded bool) (start, end int) {
	want := strings.Fields(phrase)
	if folded {
		want = strings.Fields(viet.Fold(phrase))
	}
	type word struct{ from, to int }
	var last []word
	for i := 0; i < len(text); {
		if !isWord(text[i]) {
			i++
			continue
		}
		from := i
		for i < len(text) && isWord(text[i]) {
			i++
		}
		if last = append(last, word{from, i}); len(last) > len(want) {
			last = last[1:]
		}
		if len(last) < len(want) {
			continue
		}
		fits := true
		for k, w := range last {
			s := strings.ToLower(string(text[w.from:w.to]))
			if folded {
				s = viet.Fold(s)
			}
			if fits = s == want[k]; !fits {
				break
			}
		}
		if fits {
			return last[0].from, last[len(last)-1].to
		}
	}
	return -1, -1
}

// cut gives a part of the text, with an ellipsis before it where it is not the beginning.
func cut(text []rune, from, to int) string {
	to = min(to, len(text))
	if from <= 0 {
		return string(text[:to])
	}
	for from < to && text[from-1] != ' ' {
		from++
	}
	return "… " + string(text[from:to])
}

func tail(text []rune, from int) string {
	to := from + around
	if to >= len(text) {
		return string(text[from:])
	}
	for to > from && text[to] != ' ' {
		to--
	}
	return string(text[from:to]) + " …"
}
