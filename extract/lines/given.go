package lines

import "strings"

// teamOf reads reporters without a name of their own, with their desk:
// "Nhóm PV", "Nhóm PV Văn hóa", "PV". It gives "" for anything else.
func (w *Words) teamOf(s string) string {
	if w.Team.Equals(s) {
		return s // Tổ biên tập
	}
	if s = w.withoutGiven(s); !w.Team.mayBegin(s) {
		return ""
	}
	f := Lower(s)
	n := w.Team.Begins(f)
	if n == 0 {
		return ""
	}
	if n == len(f) {
		return s
	}
	desk := behindPhrase(s, f[:n])
	switch {
	case Count(desk) > 4, !UpperFirst(desk), strings.ContainsAny(desk, ":.,/"):
		return ""
	case w.IsFullName(desk): // Nhóm PV Lò Lan Anh
		return ""
	case Count(f[:n]) > 1 && !w.Byline.Is(f[:n]):
		return s
	case w.IsName(desk), inCapitals(w, desk):
		return ""
	}
	return s
}

// inCapitals tells words of capitals that may be a pen name: no section of a paper is called so.
func inCapitals(w *Words, s string) bool {
	switch {
	case s != strings.ToUpper(s), !between(Count(s), 2, 4), w.NotName.Opens(s):
		return false
	}
	return LettersOnly(s)
}

// withoutGiven takes off what the writer did: "Lan Anh tổng hợp".
func (w *Words) withoutGiven(s string) string {
	for at := range Blanks(s) {
		if tail := s[at+1:]; !UpperFirst(tail) && w.Given.Equals(tail) {
			return s[:at]
		}
	}
	return s
}

// longestDegree is how many words a rank or degree has before a name.
const longestDegree = 3

// WithoutDegree takes off the ranks and degrees before the name of a writer: PGS.TS, Thượng úy QNCN.
func (w *Words) WithoutDegree(s string) string {
	if !w.Degree.mayBegin(s) {
		return s
	}
	words := strings.Fields(s)
	for n := min(longestDegree, len(words)-1); n > 0; n-- {
		degree, rest := strings.TrimSuffix(strings.Join(words[:n], " "), "."), strings.Join(words[n:], " ")
		if !w.Degree.Equals(degree) {
			continue
		}
		if bare := w.WithoutDegree(rest); bare != rest || w.IsName(rest) {
			return bare
		}
	}
	return s
}
