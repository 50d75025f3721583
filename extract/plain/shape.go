package plain

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/extract/lines"
)

// bullet gives the length of the mark of a list's item, 0 if there is none.
func bullet(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-+*•–●▪■○", r) && len(s) > n && s[n] == ' ' {
		return n + 1
	}
	return len(listNumber.FindString(s))
}

// listNumber is the number or letter of a list's item: "12. ", "a) ".
var listNumber = regexp.MustCompile(`^(?:\d{1,3}|[a-h]\d{0,2})[.)/] `)

// gluedTeaser tells a headline and a lead run together: a sentence begins after
// a word in small letters with nothing between.
func (v *vocabulary) gluedTeaser(s string) bool {
	for i := range lines.Blanks(s) {
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		if unicode.IsLower(before) && unicode.IsUpper(after) && v.opener.Begins(lines.Lower(s[i+1:min(len(s), i+16)])) > 0 && lines.Capitals(s[:i]) < 0.6 {
			return true
		}
	}
	return false
}

// isClock tells "00:00", "0:00 / 3:21" and the like.
func isClock(s string) bool {
	colon := false
	for _, r := range s {
		if r == ':' {
			colon = true
		}
		if !unicode.IsDigit(r) && !strings.ContainsRune(":/ -", r) {
			return false
		}
	}
	return colon && len(s) <= 20
}

// isCount tells a few figures alone: how often a page was read, liked, answered.
func isCount(s string) bool { return len(s) <= 7 && strings.Trim(s, "0123456789.,K") == "" }

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
	return v.picture.Is(lines.Lower(s))
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
		if f[i] > '9' {
			letters = true
		}
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
