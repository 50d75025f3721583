package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unprefix takes the name of the paper off the head of a lead: "(Dân trí) - ",
// "TTO - ". site is what the page calls its site. A place stays.
func (w *Words) Unprefix(line, site string) string {
	if rest := strings.TrimLeft(line, "(["); rest != line {
		name, after := cutAny(rest, ")]")
		after = TrimDash(after)
		switch {
		case after == "", len(name) >= 40, !w.bracketed(strings.TrimSpace(name), site):
			return line
		}
		return after
	}
	for _, dash := range []string{"-", "–", "—", ":", "|"} {
		name, after, _ := strings.Cut(line, dash)
		switch {
		case len(name) >= 30, len(after) <= 20:
		case w.prefix(strings.TrimSpace(name), site, TrimDash(after)):
			return TrimDash(after)
		}
	}
	return line
}

// cutAny parts a line at the first of some marks.
func cutAny(s, marks string) (before, after string) {
	i := strings.IndexAny(s, marks)
	if i < 0 {
		return s, ""
	}
	return s[:i], s[i+1:]
}

// TrimDash takes off what parts a prefix from its line.
func TrimDash(s string) string { return strings.TrimLeft(s, " -–—:|.") }

// paper tells the short name of a paper by itself.
func (w *Words) paper(name, site string) bool {
	f := Lower(name)
	if f == "" {
		return false
	}
	switch strings.ToLower(name[strings.LastIndexByte(name, '.')+1:]) {
	case "vn", "com", "net":
		return strings.Contains(name, ".")
	}
	return w.Outlet.Covers(f) || calledSo(&w.Outlet, Lower(site), f) // QĐND Online
}

// calledSo tells what a site is called, with its kind or without: Báo Vùng Cao, Vùng Cao.
func calledSo(kinds *Phrases, site, name string) bool {
	rest, ok := strings.CutSuffix(site, name)
	return ok && (rest == "" || kinds.Is(strings.TrimRight(rest, " ")))
}

// bracketed tells the name of a paper in brackets.
func (w *Words) bracketed(name, site string) bool {
	f := Lower(name)
	switch {
	case w.paper(name, site), w.Paper.Is(f), w.Outlet.Begins(f) > 0, w.Portal.Begins(Fold(name)) > 0:
		return true
	}
	return letterCode(strings.TrimRight(name, "0123456789")) && !places[name] // VOV2, VTV1
}

// prefix tells the name of a paper before a dash; a sentence must follow the
// name of one that is made of common words.
func (w *Words) prefix(name, site, after string) bool {
	switch {
	case w.paper(name, site):
		return true
	case letterCode(name):
		return len(name) >= 3 && !places[name]
	case codeOnline(w, name):
		return true
	case !UpperFirst(after):
		return false
	}
	return w.Paper.Equals(name) || Coined(name)
}

// codeOnline tells the short name of a paper before what all are called: QĐVC Online.
func codeOnline(w *Words, name string) bool {
	code, kind, _ := strings.Cut(name, " ")
	return w.Outlet.Equals(kind) && letterCode(code) && !places[code]
}

// Coined tells one word with a capital inside, as papers on the Web are named:
// VietTimes, VnExpress.
func Coined(s string) bool {
	if len(s) < 5 {
		return false
	}
	for i, r := range s {
		if r >= utf8.RuneSelf || !unicode.IsLetter(r) {
			return false
		}
		if i > 1 && unicode.IsUpper(r) {
			return UpperFirst(s) && s != strings.ToUpper(s)
		}
	}
	return false
}

// places are capitals that stand before a lead as a place.
var places = map[string]bool{"TPHCM": true, "TP": true, "TP.HCM": true, "HCM": true, "TP HCM": true, "VN": true, "USD": true, "VND": true, "GDP": true, "TP.": true}

// letterCode tells whether a name is one word of capitals, as TTO or NLĐO.
func letterCode(s string) bool {
	n := utf8.RuneCountInString(s)
	return between(n, 2, 8) && !strings.ContainsAny(s, " 0123456789") && !strings.ContainsFunc(s, unicode.IsLower)
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
