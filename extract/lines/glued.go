package lines

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Glued finds who wrote behind the last sentence of a text, where nothing but a space parts them,
// or not even that: "… đã được sửa xong. Lan Anh". at is where the name begins, -1 if there is none.
func Glued(w *Words, s string) (at int, sig Signature) {
	at = behindSentence(s)
	if at < 0 {
		return -1, sig
	}
	name := s[at:]
	if quoted, ok := w.Quoted(name); ok && Count(name) <= longestGluedSource && w.isPaper(quoted.Source) {
		return at, quoted
	}
	sig = w.Sign(name)
	switch {
	case sig.Source != "" && !UpperFirst(sig.Source): // Lan Anh (từ Tokyo)
		sig.Source = ""
	}
	switch {
	case len(sig.Authors) == 0 && w.isPaper(sig.Source) && w.AfterSource(name) == name, sig.Labelled && len(sig.Authors) > 0:
		return at, sig
	case len(sig.Authors) == 0, w.Place.Is(Lower(name)), slices.ContainsFunc(sig.Authors, func(name string) bool { return noGluedName(w, name) }):
		return -1, sig
	}
	return at, sig
}

// noGluedName tells what is no name of a person in two words or more: capitals throughout need no
// surname here.
func noGluedName(w *Words, name string) bool {
	if Count(name) < 2 || w.teamOf(name) != "" {
		return w.teamOf(name) == ""
	}
	capitals := name == strings.ToUpper(name) && LettersOnly(name)
	return !capitals && !w.IsReporter(name)
}

// How many words stand glued to a sentence: two names, or a label and one; and the name of a
// paper behind "Theo".
const (
	longestGlued       = 8
	longestGluedSource = 6
)

// behindSentence is where a text goes on behind its last sentence with a few words that are none,
// -1 where it does not. A stop behind a capital, or behind a word of few letters with one, is that
// of a name or of a short form.
func behindSentence(s string) int {
	if Ended(s) {
		return -1
	}
	for end, tries := len(s), 0; end > 0 && tries < 4; tries++ {
		at := lastStop(s[:end])
		if at <= 0 {
			return -1
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		rest := strings.TrimLeft(s[at+n:], " \"-–")
		if Count(rest) > longestGlued {
			return -1
		}
		if closesSentence(s, at) && glues(s[at+n:], rest) {
			return len(s) - len(rest)
		}
		end = at
	}
	return -1
}

// lastStop is the last mark in a text that may close a sentence.
func lastStop(s string) int {
	return max(strings.LastIndexAny(s, ".!?\""), strings.LastIndex(s, "”"), strings.LastIndex(s, "…"))
}

// closesSentence tells whether the mark at a byte closes a sentence: no short form or initial stands
// before it.
func closesSentence(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	word := s[strings.LastIndexByte(s[:at], ' ')+1 : at]
	return !unicode.IsUpper(before) && !(UpperFirst(word) && utf8.RuneCountInString(word) <= shortestBefore)
}

// shortestBefore is how many letters a short form with a capital has: Tr., Kh., TS.
const shortestBefore = 3

// glues tells whether what stands behind a mark may sign: it begins with a capital, or with theo,
// and without a space before it with one capital alone, as no domain does.
func glues(behind, rest string) bool {
	if behind == rest && !UpperFirst(rest) {
		return false
	}
	return UpperFirst(rest) || strings.HasPrefix(rest, "theo ")
}
