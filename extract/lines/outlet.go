package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unprefix takes the name of the paper off the head of a lead: "(Dân trí) - ",
// "TTO - ". site is what the page calls its site. A place stays.
func (w *Words) Unprefix(line, site string) string {
	if rest, ok := strings.CutPrefix(line, "("); ok {
		name, after, ok := strings.Cut(rest, ")")
		if ok && len(name) < 40 && w.paper(name, site, true) && TrimDash(after) != "" {
			return TrimDash(after)
		}
		return line
	}
	for _, dash := range []string{"-", "–", "—", ":", "|"} {
		name, after, ok := strings.Cut(line, dash)
		if ok && len(name) < 30 && w.paper(name, site, false) && len(after) > 20 {
			return TrimDash(after)
		}
	}
	return line
}

// TrimDash takes off what parts a prefix from its line.
func TrimDash(s string) string { return strings.TrimLeft(s, " -–—:|.") }

// paper tells whether words are the short name of a paper.
func (w *Words) paper(name, site string, bracketed bool) bool {
	name = strings.TrimSpace(name)
	f := Lower(name)
	switch {
	case f == "" || strings.Count(f, " ") > 4:
		return false
	case w.Outlet.Is(f) || strings.HasSuffix(name, ".vn") || strings.HasSuffix(name, ".com"):
		return true
	case bracketed && w.Outlet.Begins(f) > 0:
		return true
	}
	return letterCode(name) && (bracketed || len(name) >= 3) && !places[name]
}

// places are capitals that stand before a lead as a place.
var places = map[string]bool{"TPHCM": true, "TP": true, "TP.HCM": true, "HCM": true, "TP HCM": true, "VN": true, "USD": true, "VND": true, "GDP": true, "TP.": true}

// letterCode tells whether a name is one word of capitals, as TTO or NLĐO.
func letterCode(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 2 && n <= 8 && !strings.ContainsAny(s, " 0123456789") && !strings.ContainsFunc(s, unicode.IsLower)
}

// IsOutlet tells the name of an agency by its capitals: TTXVN, VOV.VN,
// TTXVN/Vietnam+.
func IsOutlet(s string) bool {
	upper, n := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	if n < 2 || Count(s) > 4 {
		return false
	}
	return upper*2 >= n || strings.ContainsAny(s, ".+") && Capitals(s) == 1
}
