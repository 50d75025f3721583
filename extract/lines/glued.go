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
	at = behindSentence(w, s)
	if at < 0 {
		return -1, sig
	}
	name := unbracketed(s[at:])
	if source := gluedSource(w, name); source.Source != "" {
		return at, source
	}
	sig = w.Sign(name)
	if !UpperFirst(sig.Source) { // Lan Anh (từ Tokyo)
		sig.Source = ""
	}
	switch {
	case len(sig.Authors) == 0:
		if w.AfterSource(name) != name || !w.isPaper(sig.Source) {
			return -1, sig
		}
	case sig.Labelled:
	case w.Place.Equals(name), slices.ContainsFunc(sig.Authors, func(name string) bool { return noGluedName(w, name) }):
		return -1, sig
	}
	return at, sig
}

// unbracketed is what stands in the brackets that a name behind a text is set in.
func unbracketed(name string) string {
	inside, open := strings.CutPrefix(name, "(")
	inside, closed := strings.CutSuffix(inside, ")")
	if !open || !closed || strings.IndexByte(inside, ')') >= 0 {
		return name
	}
	return inside
}

// gluedSource reads the name of a paper, alone or behind "Theo".
func gluedSource(w *Words, name string) Signature {
	switch f := Lower(name); {
	case w.Outlet.Is(f), w.Paper.Is(f):
		return Signature{Source: name}
	case Count(name) > longestGluedSource:
		return Signature{}
	}
	if quoted, ok := w.Quoted(name); ok && w.isPaper(quoted.Source) {
		return quoted
	}
	return Signature{}
}

// noGluedName tells what is no name of a person in two words or more: capitals throughout need no
// surname here.
func noGluedName(w *Words, name string) bool {
	switch {
	case w.teamOf(name) != "", initials(name), Count(name) > 1 && w.IsReporter(name):
		return false
	case Count(name) < 2, !LettersOnly(name):
		return true
	}
	return name != strings.ToUpper(name)
}

// How many words stand glued to a sentence: two names, or a label and one; and the name of a
// paper behind "Theo".
const (
	longestGlued       = 8
	longestGluedSource = 6
)

// behindSentence is where a text goes on behind its last sentence with a few words that are none,
// -1 where it does not.
func behindSentence(w *Words, s string) int {
	if Ended(s) {
		return -1
	}
	for end, tries := len(s), 0; end > 0 && tries < 4; tries++ {
		at := lastStop(s[:end])
		if at <= 0 {
			return -1
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		rest := strings.TrimLeft(s[at+n:], " \"-–—/|*")
		if Count(rest) > longestGlued {
			return -1
		}
		if closesSentence(w, s, at) && glues(s[at+n:], rest) {
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

// closesSentence tells whether the mark at a byte closes a sentence: no initial, no degree and no
// other short form stands before it, and what is glued to it follows a small letter.
func closesSentence(w *Words, s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	word := s[strings.LastIndexByte(s[:at], ' ')+1 : at]
	f := Lower(word)
	switch {
	case !UpperFirst(word):
		return true
	case unicode.IsUpper(before) && !strings.HasPrefix(s[at+1:], " "), w.Degree.Is(f), w.Level.Is(f):
		return false
	}
	return utf8.RuneCountInString(word) > longestShort || strings.ContainsAny(Fold(word), "aeiouy") && len(word) > 1
}

// longestShort is how many letters a short form without a vowel has: Tr., Kh., ThS.
const longestShort = 3

// glues tells whether what stands behind a mark may sign: it begins with a capital, or with theo,
// and without a space before it with one capital alone, as no domain does.
func glues(behind, rest string) bool {
	if UpperFirst(unbracketed(rest)) {
		return true
	}
	return behind != rest && strings.HasPrefix(rest, "theo ")
}
