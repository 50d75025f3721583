package lines

import (
	"strings"
	"unicode/utf8"
)

// SplitCredit parts a caption from the credit of a picture that closes it.
// alone says that nothing else stood in the line.
func (w *Words) SplitCredit(line string) (caption, credit string, alone bool) {
	if label, _, labelled := strings.Cut(line, ":"); labelled && w.Label.Equals(label) || behindPhoto(w, line) != line {
		return line, "", false // "Tin, ảnh: Lan Anh"
	}
	text := strings.TrimRight(line, " .")
	inside := text
	if strings.HasSuffix(text, ")") && strings.Contains(text, "(") {
		open := strings.LastIndexByte(text, '(')
		inside = text[open+1 : len(text)-1]
		if c := w.CreditOf(inside); c != "" {
			return strings.TrimSpace(text[:open]), c, open == 0
		}
	}
	for _, start := range w.creditStarts(inside) {
		if c := w.CreditOf(inside[start:]); c != "" {
			return strings.TrimRight(strings.TrimSpace(inside[:start]), " -–—|/"), c, start == 0
		}
	}
	return line, "", false
}

// CreditOf reads "Ảnh: Phạm Kiên/TTXVN" or a credit phrase that stands alone.
func (w *Words) CreditOf(s string) string {
	s = strings.TrimSpace(s)
	if Count(s) > longestCredit {
		return ""
	}
	if rest, ok := strings.CutPrefix(s, "©"); ok {
		if _, after, found := strings.Cut(rest, ":"); found {
			rest = after
		}
		return strings.TrimSpace(rest)
	}
	head, name, colon := strings.Cut(s, ":")
	if colon && w.Credit.Equals(head) {
		return strings.TrimSpace(name)
	}
	if w.Credit.Equals(s) && Count(Lower(s)) > 1 {
		return s
	}
	return ""
}

// longestCredit is how many words a credit has.
const longestCredit = 9

// creditStarts gives the places where a credit may begin: the start, and after
// a full stop, a dash, a bar, or before a word that opens one.
func (w *Words) creditStarts(s string) []int {
	starts := []int{0}
	for i := max(1, lastWords(s, longestCredit)); i < len(s)-1; i++ {
		if s[i] == ' ' && (parts(s[:i]) || w.opensCredit(s[i+1:])) {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// lastWords gives the place before the last n words of a line, 0 where it has no
// more.
func lastWords(s string, n int) int {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		at = strings.LastIndexByte(s[:at], ' ')
	}
	return max(at, 0)
}

// parts tells whether a text ends in a mark that parts a credit from it.
func parts(s string) bool {
	switch last, _ := utf8.DecodeLastRuneInString(s); last {
	case '.', '-', '|', '/', ')', '!', '?', ',', ';', '–', '—', '”':
		return true
	}
	return false
}

// opensCredit tells words that begin as a credit does: Ảnh, Đồ họa.
func (w *Words) opensCredit(s string) bool {
	return strings.HasPrefix(s, "©") || UpperFirst(s) && w.Credit.Opens(s)
}
