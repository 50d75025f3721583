package lines

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Count is the number of words of a line with single spaces.
func Count(s string) int {
	if s == "" {
		return 0
	}
	return strings.Count(s, " ") + 1
}

// closers may stand after the mark that ends a sentence.
const closers = "\"”’')]»* "

// Ended tells whether text ends as a sentence of the body does, a question and
// a colon before a list included.
func Ended(s string) bool {
	s = strings.TrimRight(withoutNote(s), closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;", r) || strings.HasSuffix(s, "./")
}

// withoutNote takes the number of a note off the end of a text: …của huyện.[12]
func withoutNote(s string) string {
	open := strings.LastIndexByte(s, '[')
	if open < 0 || !strings.HasSuffix(s, "]") || !figures(s[open+1:len(s)-1]) {
		return s
	}
	return s[:open]
}

// Stopped tells whether text ends in a full stop: a headline does not.
func Stopped(s string) bool {
	t := strings.TrimRight(withoutNote(s), closers)
	if strings.HasSuffix(t, "...") {
		return false
	}
	return strings.HasSuffix(t, ".") || strings.HasSuffix(t, "./")
}

// Closed tells the mark that ends an article: "./.".
func Closed(s string) bool { return strings.HasSuffix(strings.TrimRight(s, closers), "./.") }

// Sentences counts the sentences of a line.
func Sentences(s string) int {
	n := 1
	for i := 0; i < len(s); {
		size := stopAt(s, i)
		i += max(size, 1)
		if size == 0 {
			continue
		}
		rest, gap := strings.CutPrefix(strings.TrimLeft(s[i:], "\"”’')]»"), " ")
		if r, _ := utf8.DecodeRuneInString(rest); gap && (unicode.IsUpper(r) || strings.ContainsRune("\"“‘(", r)) {
			n++
		}
	}
	return n
}

// stopAt gives the length in bytes of the mark at s[i] that may end a sentence, 0 if
// there is none.
func stopAt(s string, i int) int {
	switch c := s[i]; {
	case strings.IndexByte(".!?", c) >= 0:
		return 1
	case strings.HasPrefix(s[i:], "…"):
		return len("…")
	}
	return 0
}

// IsReal tells a paragraph of the body by its shape: a sentence of some length.
func IsReal(s string) bool { return Count(s) >= 12 && Ended(s) }

// Capitals is the share of words that begin with a capital.
func Capitals(s string) float64 {
	n, up := 0, 0
	for w := range strings.FieldsSeq(s) {
		n++
		if UpperFirst(strings.TrimLeft(w, "(\"“‘")) {
			up++
		}
	}
	return float64(up) / float64(max(n, 1))
}

// UpperFirst tells whether a text begins with a capital.
func UpperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// BeginsSentence tells whether a text begins with a capital or a figure,
// quotation marks aside.
func BeginsSentence(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“‘(*"))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// IsCount tells which of how many, "2/15", and nothing else.
func IsCount(s string) bool {
	n, of, _ := strings.Cut(s, "/")
	return figures(strings.TrimSpace(n)) && figures(strings.TrimSpace(of))
}

// figures tells one to three figures.
func figures(s string) bool {
	return between(len(s), 1, 3) && strings.Trim(s, "0123456789") == ""
}

// Blanks gives where the blanks of a line stand.
func Blanks(s string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range len(s) {
			if s[i] == ' ' && !yield(i) {
				return
			}
		}
	}
}

// IsRule tells a line of dashes or the like.
func IsRule(s string) bool {
	if len(s) < 3 {
		return false
	}
	for _, r := range s {
		if !strings.ContainsRune("-=_*~—–─━•.·…# ", r) {
			return false
		}
	}
	return true
}

// IsMotto tells the state's motto in a folded line, alone or behind other lines of a letterhead.
func IsMotto(f string) bool {
	return strings.HasSuffix(f, "doc lap tu do hanh phuc") && Count(f) <= 20
}

// LettersOnly tells a line of letters and spaces.
func LettersOnly(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r != ' ' && !unicode.IsLetter(r) })
}

// IsURL tells an address that stands alone.
func IsURL(s string) bool {
	return !strings.Contains(s, " ") && HasPrefixAny([]byte(s), "http://", "https://", "www.")
}

// NamesFile tells a line with the name of a file, as documents are attached.
func NamesFile(s string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(s)) {
		switch word = strings.Trim(word, "()[],;"); word[strings.LastIndexByte(word, '.')+1:] {
		case "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "rar":
			return strings.Contains(word, ".")
		}
	}
	return false
}

// Hashtags tells a line of two tags or more and nothing else: #a #b.
func Hashtags(s string) bool {
	n := 0
	for word := range strings.FieldsSeq(s) {
		if len(word) < 2 || word[0] != '#' {
			return false
		}
		n++
	}
	return n > 1
}

// IsMail tells an e-mail address that stands alone.
func IsMail(s string) bool {
	name, host, _ := strings.Cut(strings.Trim(s, "()[]<>., "), "@")
	switch {
	case name == "", strings.Contains(s, " "):
		return false
	}
	return strings.Contains(host, ".")
}

// IsPhone tells the telephone number of a writer, folded, with what it is labelled or alone.
func (w *Words) IsPhone(f string) bool {
	number := strings.TrimSpace(f[w.Phone.Begins(f):])
	return number != "" && strings.Trim(number, " 0123456789") == "" && between(len(strings.ReplaceAll(number, " ", "")), 8, 12)
}

// HasPrefixAny tells whether a text begins with one of the prefixes.
func HasPrefixAny(s []byte, prefixes ...string) bool {
	for _, p := range prefixes {
		if len(s) >= len(p) && string(s[:len(p)]) == p {
			return true
		}
	}
	return false
}

// EndsSentence is Ended for the bytes of a block, a lone bracket and the French
// quotation mark aside.
func EndsSentence(s []byte) bool {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRune(s)
		switch {
		case strings.ContainsRune(".!?;:…", r):
			return true
		case strings.ContainsRune("\"') ]*”’»", r):
			s = s[:len(s)-size]
		default:
			return false
		}
	}
	return false
}
