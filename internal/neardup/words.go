package neardup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/viet"
)

// word is a syllable or a number of a text.
type word struct {
	hash  uint64 // of it without case and marks
	fact  bool   // begins with a capital or a digit
	digit bool
	opens bool // begins a sentence
}

// split takes a text apart. A number loses its leading zeros: 05/8 is 5/8.
func split(text string) []word {
	words := make([]word, 0, len(text)/6)
	folded := strings.Map(viet.FoldRune, text) // rune for rune
	var w word
	inside, stopped, opens := false, false, true
	for _, r := range text {
		f, size := utf8.DecodeRuneInString(folded)
		folded = folded[size:]
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inside {
				if len(words) == maxWords {
					return words
				}
				digit := unicode.IsDigit(r)
				w = word{hash: offset64, fact: digit || unicode.IsUpper(r), digit: digit, opens: opens}
				inside, stopped, opens = true, false, false
			}
			if f != '0' || w.hash != offset64 {
				w.hash = (w.hash ^ uint64(f)) * prime64
			}
		default:
			if inside {
				words = append(words, w)
				inside = false
			}
			stopped = stopped || r == '.' || r == '!' || r == '?' || r == ':'
			opens = opens || r == '\n' || stopped && unicode.IsSpace(r)
		}
	}
	if inside {
		words = append(words, w)
	}
	return words
}

// FNV-1a, over runes.
const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

// hashOf hashes words one after the other.
func hashOf(words []word) uint64 {
	h := uint64(offset64)
	for _, w := range words {
		h = mix(h ^ w.hash)
	}
	return h
}

// mix spreads a hash over all its bits (the finalizer of SplitMix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}
