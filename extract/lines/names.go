package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isPaper tells the name of a paper or an agency.
func (w *Words) isPaper(s string) bool {
	code, _, dashed := strings.Cut(s, "-") // VOV-Tây Nguyên
	switch {
	case w.Outlet.Equals(s), w.Paper.Equals(s), dashed && w.Outlet.Equals(code), ofStation(w, s):
		return true
	case !IsOutlet(s), w.IsName(w.WithoutDegree(s)): // ThS Hà Thị Mơ
		return false
	case w.Outlet.Opens(s):
		return true
	}
	return !w.NotName.Opens(s) // TRƯỞNG BAN
}

// ofStation tells the code of an agency before the name of its desk: VTV Digital.
func ofStation(w *Words, s string) bool {
	code, _, spaced := strings.Cut(s, " ")
	return spaced && letterCode(code) && w.Outlet.Equals(code)
}

// IsPaper tells the name of a paper or an agency, known or by its first word:
// "Báo Dân trí".
func (w *Words) IsPaper(s string) bool {
	f := Lower(s)
	n := w.Outlet.Begins(f)
	switch {
	case w.isPaper(s):
		return true
	case n == 0, Count(f) > 6, !UpperFirst(s):
		return false
	}
	return UpperFirst(WordsFrom(s, Count(f[:n])))
}

// LooseName tells words that may be a name or pen name: one to five, each with
// a capital, no figures.
func (w *Words) LooseName(s string) bool {
	words := strings.Fields(s)
	switch {
	case len(s) < 2, len(words) > 5, strings.ContainsAny(s, "0123456789@:?!\"“”%…{}<>[]"), w.NotName.Opens(s):
		return false
	}
	for _, word := range words {
		if !UpperFirst(word) || strings.HasSuffix(word, ",") {
			return false
		}
	}
	return len(words) > 0
}

// IsName tells words that look like the name of a person: two to four, each with
// one capital at its front, or initials before a last name.
func (w *Words) IsName(s string) bool {
	n := Count(s)
	if n > 5 || w.NotName.Opens(s) {
		return false
	}
	if !strings.ContainsFunc(s, unicode.IsLower) && !strings.Contains(s, ".") {
		return between(n, 2, 4) && LettersOnly(s) && w.Surname.Opens(s)
	}
	dotted := false
	for word := range strings.FieldsSeq(s) {
		if bare := strings.ReplaceAll(word, ".", ""); bare != word && len(word) <= 12 && !domain(word) {
			word, dotted = bare, true
		}
		if !nameWord(word, dotted) {
			return false
		}
	}
	return n >= 2 || dotted
}

// domain tells capitals with a dot that are no initials: VOV.VN.
func domain(word string) bool {
	first, _, _ := strings.Cut(word, ".")
	return utf8.RuneCountInString(first) > 2 && word == strings.ToUpper(word)
}

// IsFullName tells the name of a person in three words or more, with a surname that many
// have: what stands between the section and the day above an article.
func (w *Words) IsFullName(s string) bool {
	return Count(s) >= 3 && w.IsReporter(s) && w.Surname.Opens(s)
}

// nameWord tells one word of a name; of initials that are run together each
// may be a capital.
func nameWord(word string, initials bool) bool {
	for _, mark := range []string{"'", "’"} { // H'Bút, K’Sor
		if clan, rest, found := strings.Cut(word, mark); found && len(clan) == 1 {
			return UpperFirst(clan) && nameWord(rest, initials)
		}
	}
	for i, r := range word {
		if !unicode.IsLetter(r) || unicode.IsUpper(r) != (i == 0) && !(initials && i > 0) {
			return false
		}
	}
	return word != ""
}

// ShortName tells a line that can be nothing but a pen name where a text ends:
// words of capitals, or one syllable with a capital.
func ShortName(s string) bool {
	n := Count(s)
	if n > 4 || !LettersOnly(s) {
		return false
	}
	for word := range strings.FieldsSeq(s) {
		r := []rune(word)
		switch {
		case len(r) < 2, len(r) > 6, !unicode.IsUpper(r[0]), unicode.IsUpper(r[1]) != (n > 1):
			return false
		}
	}
	return utf8.RuneCountInString(s) >= 2
}

// lastName is what stands behind the last mark of a line of names, firstName before the first.
func lastName(s string) string { return strings.TrimSpace(s[strings.LastIndexAny(s, ",;/&|")+1:]) }
func firstName(s string) string {
	if i := strings.IndexAny(s, ",;/&|("); i >= 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}
