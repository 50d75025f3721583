package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isRule tells a line of dashes or the like.
func isRule(s string) bool {
	if len(s) < 3 {
		return false
	}
	for _, r := range s {
		if !strings.ContainsRune("-=_*~—–─━•.·# ", r) {
			return false
		}
	}
	return true
}

func isURL(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")) && !strings.Contains(s, " ")
}

// bullet gives the length of the mark of a list's item, 0 if there is none.
func bullet(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-+*•–●▪■○", r) && len(s) > n && s[n] == ' ' {
		return n + 1
	}
	digits := 0
	for digits < len(s) && digits < 3 && (s[digits] >= '0' && s[digits] <= '9' || digits == 0 && s[0] >= 'a' && s[0] <= 'h') {
		digits++
	}
	if digits > 0 && digits+1 < len(s) && (s[digits] == '.' || s[digits] == ')' || s[digits] == '/') && s[digits+1] == ' ' {
		return digits + 2
	}
	return 0
}

// closers may stand after the mark that ends a sentence.
const closers = "\"”’')]»* "

func words(s string) int {
	if s == "" {
		return 0
	}
	return strings.Count(s, " ") + 1
}

// ended tells whether text ends as a sentence of the body does, a question and
// a colon before a list included.
func ended(s string) bool {
	s = strings.TrimRight(s, closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;", r) || strings.HasSuffix(s, "./")
}

// stopped tells whether text ends in a full stop: a headline does not.
func stopped(s string) bool {
	t := strings.TrimRight(s, closers)
	return strings.HasSuffix(t, ".") && !strings.HasSuffix(t, "...") || strings.HasSuffix(t, "./")
}

// closed tells the mark that ends an article: "./.".
func closed(s string) bool { return strings.HasSuffix(strings.TrimRight(s, closers), "./.") }

// sentences counts the sentences of a line.
func sentences(s string) int {
	n := 1
	for i := 0; ; {
		j := strings.IndexAny(s[i:], ".!?…")
		if j < 0 {
			return n
		}
		i += j
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
		rest := strings.TrimLeft(s[i:], "\"”’')]»")
		if r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest, " ")); len(rest) > 1 && rest[0] == ' ' && (unicode.IsUpper(r) || strings.ContainsRune("\"“‘(", r)) {
			n++
		}
	}
}

// isReal tells a paragraph of the body by its shape: a sentence of some length.
func isReal(s string) bool {
	return words(s) >= 12 && ended(s)
}

// gluedTeaser tells a headline and a lead run together: a sentence begins after
// a word in small letters with nothing between.
func (v *vocabulary) gluedTeaser(s string) bool {
	for i := strings.IndexByte(s, ' '); i >= 0 && i+1 < len(s); {
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		if unicode.IsLower(before) && unicode.IsUpper(after) && v.opener.begins(v.folder.lower(s[i+1:min(len(s), i+16)])) > 0 && capitals(s[:i]) < 0.6 {
			return true
		}
		next := strings.IndexByte(s[i+1:], ' ')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// capitals is the share of words that begin with a capital.
func capitals(s string) float64 {
	n, up := 0, 0
	for w := range strings.FieldsSeq(s) {
		n++
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"“‘")); unicode.IsUpper(r) {
			up++
		}
	}
	return float64(up) / float64(max(n, 1))
}

// isStamp tells a line that prints a time and nothing else: a date, or a date
// and an hour, or "3 giờ trước".
func (v *vocabulary) isStamp(s string) bool { return v.isStampFolded(s, v.folder.fold(s)) }

func (v *vocabulary) isStampFolded(s, f string) bool {
	if len(s) > 90 || words(s) > 14 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	figures, year := 0, false
	for w := range strings.SplitSeq(f, " ") {
		digits := strings.Trim(w, "abcdefghijklmnopqrstuvwxyz")
		for letters := range strings.FieldsFuncSeq(w, func(r rune) bool { return r >= '0' && r <= '9' }) {
			if !v.stamp.is(letters) && !(letters == "truoc" && figures == 1) {
				return false
			}
		}
		if digits != "" {
			figures++
			year = year || len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20")
		}
	}
	return figures >= 2 && year && figures <= 9 || figures >= 3 && strings.Count(s, "/")+strings.Count(s, "-") >= 2 || figures == 1 && strings.HasSuffix(f, " truoc")
}

// isClock tells "00:00", "0:00 / 3:21" and the like.
func isClock(s string) bool {
	colon := false
	for _, r := range s {
		colon = colon || r == ':'
		if !unicode.IsDigit(r) && !strings.ContainsRune(":/ -", r) {
			return false
		}
	}
	return colon && len(s) <= 20
}

// isImage tells the name or address of a picture.
func (v *vocabulary) isImage(s string) bool {
	if strings.HasPrefix(s, "![") && strings.HasSuffix(s, ")") {
		return true
	}
	if strings.Count(s, " ") > 3 || len(s) > 400 {
		return false
	}
	s = strings.ToLower(strings.Trim(s, "[]<>() "))
	s, _, _ = strings.Cut(s, "?")
	for _, ext := range v.image {
		if strings.HasSuffix(s, ext) {
			return true
		}
	}
	return s == "image" || s == "ảnh" || s == "hình ảnh"
}

// isWidget tells a line that is nothing but furniture, words glued or not.
func (v *vocabulary) isWidget(s, f string) bool {
	if isClock(s) {
		return true
	}
	if len(s) > 80 {
		return false
	}
	f = strings.ReplaceAll(f, " ", "")
	if f == "" {
		return len(s) <= 8
	}
	return v.chain(f)
}

// chain tells whether a line without spaces is made of widget words alone,
// counters between them allowed.
func (v *vocabulary) chain(f string) bool {
	reach := make([]bool, len(f)+1)
	reach[0] = true
	letters := false
	for i := 0; i < len(f); i++ {
		letters = letters || f[i] > '9'
		if !reach[i] {
			continue
		}
		if f[i] <= '9' {
			reach[i+1] = true
		}
		for n := i + 1; n <= len(f) && n-i <= v.longestGlued; n++ {
			reach[n] = reach[n] || v.glued[f[i:n]]
		}
	}
	return letters && reach[len(f)]
}
