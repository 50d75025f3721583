package phrase

import (
	"strings"
	"unicode"

	"github.com/boctin/boctin/normalize/viet"
)

// The parts of Vietnamese syllables, the longer onsets first: closed nuclei may
// stand before a coda, open ones end the syllable.
var (
	onsets = []string{"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"}
	codas  = []string{"ch", "ng", "nh", "c", "m", "n", "p", "t"}
	closed = set("a ă â e ê i o ô ơ u ư y iê oa oă oe uâ uê uô ươ uy uyê yê")
	open   = set("ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ui uơ ưa ưi ưu iêu oai oay oeo uây uôi uya ươi ươu yêu uyu oao")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}

// Syllable tells whether a word is built as Vietnamese syllables are.
func Syllable(word string) bool {
	s := plain(word)
	if rhyme(s) {
		return true
	}
	for _, o := range onsets {
		if rest, ok := strings.CutPrefix(s, o); ok && rhyme(rest) {
			return true
		}
	}
	return false
}

func rhyme(s string) bool {
	if closed[s] || open[s] {
		return true
	}
	for _, c := range codas {
		if rest, ok := strings.CutSuffix(s, c); ok && closed[rest] {
			return true
		}
	}
	return false
}

// plain lowers a word and takes its tone off, the marks of vowels stay.
func plain(word string) string {
	return strings.Map(func(r rune) rune { return viet.Untoned(unicode.ToLower(r)) }, word)
}

// toned are the letters that Unicode has for the tones of Vietnamese.
var toned = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x1ea0, Hi: 0x1ef9, Stride: 1}}}

// ownLetters tells whether a word has letters that Vietnamese alone writes, as
// the names of the highlands do: Kđăm, Rơ, Kpă.
func ownLetters(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return unicode.Is(toned, r) || strings.ContainsRune("đăơưĐĂƠƯ", viet.Untoned(r))
	})
}

func roman(s string) bool { return s != "" && strings.Trim(s, "IVX") == "" }
