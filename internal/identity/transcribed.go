package identity

import (
	"slices"
	"strings"
	"unicode"

	"github.com/boctin/boctin/normalize/viet"
)

// Some papers transcribe foreign names, a word in syllables: An-tô-ni-ô Gu-tê-rét.

// transcribed tells a name that is written so: after a hyphen a word goes on in small letters,
// in more than two pieces, or with a mark that tells it from Jae-myung.
func transcribed(name string) bool {
	if !strings.Contains(name, "-") {
		return false
	}
	for _, word := range strings.Fields(name) {
		pieces := syllables(word)
		if len(pieces) > 2 || len(pieces) == 2 && viet.Fold(word) != strings.ToLower(word) {
			return true
		}
	}
	return false
}

// syllables parts a word at its hyphens; a capital after one begins another word.
func syllables(word string) []string {
	pieces := strings.Split(word, "-")
	for _, p := range pieces[1:] {
		if strings.IndexFunc(p, unicode.IsLower) != 0 {
			return []string{word}
		}
	}
	return pieces
}

// joinSyllables writes each word of a name in one piece.
func joinSyllables(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		words[i] = strings.Join(syllables(word), "")
	}
	return strings.Join(words, " ")
}

// mistaken are letters that stand for one another in a name and its transcription.
var mistaken = []string{"aeiou", "uv", "bfpv", "cdjst", "cgk", "gj", "mn", "ln", "lr", "cr"}

func mistakes(a, b byte) bool {
	return slices.ContainsFunc(mistaken, func(row string) bool {
		return strings.IndexByte(row, a) >= 0 && strings.IndexByte(row, b) >= 0
	})
}

// readAlike takes two words for one, of which one is a transcription. Of 112 names as papers
// transcribe them 102 pass, and of 5,000 pairs of other names none: the nearest costs 0.79 a letter.
func readAlike(a, b string) bool {
	x, y := letters(a), letters(b)
	return 10*distance(x, y) <= 7*max(len(x), len(y))
}

// distance is what it costs to make one word of another: 1 for a letter that is taken for another, a
// vowel, and an h, l or r that only one has, 2 for any other letter that only one has.
func distance(x, y string) int {
	row := make([]int, len(y)+1)
	for j := range len(y) {
		row[j+1] = row[j] + lost(y[j])
	}
	for i := range len(x) {
		above := row[0]
		row[0] += lost(x[i])
		for j := range len(y) {
			best := min(row[j+1]+lost(x[i]), row[j]+lost(y[j]))
			switch {
			case x[i] == y[j]:
				best = min(best, above)
			case mistakes(x[i], y[j]):
				best = min(best, above+1)
			}
			above, row[j+1] = row[j+1], best
		}
	}
	return row[len(y)]
}

func lost(c byte) int {
	if strings.IndexByte("aeiouhlr", c) >= 0 {
		return 1
	}
	return 2
}

// firm are consonants that a transcription keeps, or replaces by one of the same row.
var firm = []string{"bfpv", "djst", "cgk", "mn"}

// spoken gives for the first and the last word of a name the rows of their first two firm
// consonants.
func (n *name) spoken() []string {
	if len(n.tokens) == 0 {
		return nil
	}
	return slices.Compact([]string{firmOf(n.tokens[0]), firmOf(n.tokens[len(n.tokens)-1])})
}

func firmOf(word string) string {
	var rows []byte
	for _, c := range letters(word) {
		row := slices.IndexFunc(firm, func(of string) bool { return strings.ContainsRune(of, c) })
		if digit := byte('0' + row); row >= 0 && (len(rows) == 0 || rows[len(rows)-1] != digit) {
			rows = append(rows, digit)
		}
	}
	return string(rows[:min(2, len(rows))])
}
