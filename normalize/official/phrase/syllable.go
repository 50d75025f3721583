package phrase

import (
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// onsets are those of Vietnamese syllables, none before a bare rhyme.
var onsets = []string{"", "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"}

// rhymes are what may stand behind an onset: open nuclei, which end the syllable, and
// closed ones, with a coda or without.
var rhymes = func() map[string]bool {
	all := map[string]bool{}
	for open := range strings.FieldsSeq("ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ui uơ ưa ưi ưu iêu oai oay oeo uây uôi uya ươi ươu yêu uyu oao") {
		all[open] = true
	}
	for closed := range strings.FieldsSeq("a ă â e ê i o ô ơ u ư y iê oa oă oe uâ uê uô ươ uy uyê yê") {
		for _, coda := range []string{"", "ch", "ng", "nh", "c", "m", "n", "p", "t"} {
			all[closed+coda] = true
		}
	}
	return all
}()

// Syllable tells whether a word is built as Vietnamese syllables are.
func Syllable(word string) bool {
	var buf [32]byte // any syllable fits
	s := viet.AppendUntoned(buf[:0], word)
	for _, onset := range onsets {
		if n := len(onset); n <= len(s) && string(s[:n]) == onset && rhymes[string(s[n:])] {
			return true
		}
	}
	return false
}

// transliterated tells whether token i begins a foreign name that is written in syllables:
// Xa-lừm-xay.
func transliterated(r *Text, i int) bool {
	return r.Looks(i, reading.Large, reading.Hyphen|reading.Joined, reading.Small|reading.Joined)
}

// inSyllables tells whether token i begins a foreign name of which the first or the second word is
// written so: Xa-lừm-xay, Khuôn Xu-đa-ri.
func inSyllables(r *Text, i int) bool {
	return transliterated(r, i) || transliterated(r, i+1) && r.Capital(i)
}

// ownLetters tells whether a word has letters that Vietnamese alone writes, as
// the names of the highlands do: Kđăm, Rơ, Kpă.
func ownLetters(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		const first, last = 0x1ea0, 0x1ef9 // of the letters that Unicode has for Vietnamese
		switch {
		case r < utf8.RuneSelf:
			return false
		case first <= r && r <= last:
			return true
		}
		return strings.ContainsRune("đăơưĐĂƠƯ", r)
	})
}

func roman(s string) bool { return s != "" && strings.Trim(s, "IVX") == "" }

// coded tells whether a word holds figures, as those of units do: C06.
func coded(w string) bool {
	for i := range len(w) {
		if '0' <= w[i] && w[i] <= '9' {
			return true
		}
	}
	return false
}

// titleEnds tells whether a title stands behind the words of a name that were read; one in capitals behind a surname alone
// is a name itself: Đinh | Công Sứ.
func titleEnds(r names, n Name) bool {
	if !r.titleAt(n.To) {
		return false
	}
	_, words := r.word(n.To)
	return n.Words() > 1 || !r.surname(n.From) || r.capitals(n.To) < words
}

// ofMedicine tells whether a letter stands at token i before a place, as in the name of a school: Đại học | Y Hà Nội.
func ofMedicine(r names, i int) bool {
	_, n := r.Text.place(i + 1)
	return n > 1 && r.single(i)
}
