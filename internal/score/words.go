package score

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// isSpace takes the information separators for white space too, as the
// reference scorer does.
func isSpace(r rune) bool { return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f }

// fold makes strings comparable: NFC, white space folded, case folded.
func fold(s string) string {
	s = strings.Join(strings.FieldsFunc(norm.NFC.String(s), isSpace), " ")
	return cases.Fold().String(s)
}

// words gives the runs of letters, digits and underscores of the folded text.
func words(s string) []string {
	return strings.FieldsFunc(fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// set is a set of folded strings.
type set map[string]bool

func foldedSet(list ...string) set {
	s := set{}
	for _, x := range list {
		s[fold(x)] = true
	}
	return s
}

// minus counts the members of s that are not in t.
func (s set) minus(t set) int {
	n := 0
	for x := range s {
		if !t[x] {
			n++
		}
	}
	return n
}

func (s set) equal(t set) bool { return s.minus(t) == 0 && t.minus(s) == 0 }

// holds tells whether the words of snippet stand in body in a row.
func holds(body, snippet []string) bool {
	for i := 0; i+len(snippet) <= len(body); i++ {
		if startsWith(body[i:], snippet) {
			return true
		}
	}
	return len(snippet) == 0
}

func startsWith(body, snippet []string) bool {
	if len(body) < len(snippet) {
		return false
	}
	for i, w := range snippet {
		if body[i] != w {
			return false
		}
	}
	return true
}

func endsWith(body, snippet []string) bool {
	return len(body) >= len(snippet) && startsWith(body[len(body)-len(snippet):], snippet)
}

// runWords is the length of the runs that bodies are compared by, in words.
const runWords = 4

// runs gives the runs of words in order; a shorter text is one run.
func runs(w []string) []string {
	if len(w) == 0 {
		return nil
	}
	var list []string
	for i := range max(1, len(w)-runWords+1) {
		list = append(list, strings.Join(w[i:min(i+runWords, len(w))], " "))
	}
	return list
}

// shingles counts the runs of words.
func shingles(w []string) map[string]int {
	counts := map[string]int{}
	for _, run := range runs(w) {
		counts[run]++
	}
	return counts
}
