package lines

import (
	"slices"
	"strings"
)

// IsOffice tells the name of a body with that of its place and nothing else: Công an xã A, UBND
// huyện B. A line of capitals says less, so its place must be short.
func IsOffice(w *Words, s string) bool {
	if len(s) > longestOffice || !w.Office.mayBegin(s) {
		return false
	}
	f := Lower(s)
	n := w.Office.Begins(f)
	if n == 0 {
		return false
	}
	most := longestPlace
	if s == strings.ToUpper(s) {
		most = shortPlace
	}
	words := strings.Fields(s)
	words = words[min(len(words), Count(f[:n])):] // HĐND-UBND is one word of the line, two when folded
	rest, place := strings.TrimPrefix(f[n:], " "), 0
	for len(words) > 0 {
		level := Count(rest[:w.Level.Begins(rest)])
		switch {
		case level > 0:
			place = 0
		case place == most, !UpperFirst(words[0]):
			return false
		default:
			level, place = 1, place+1
		}
		words, rest = words[min(len(words), level):], WordsFrom(rest, level)
	}
	return true
}

// longestOffice is how long the name of a body is, in bytes.
const longestOffice = 80

// How many words a place has in the name of a body, and in one of capitals.
const (
	longestPlace = 4
	shortPlace   = 3
)

// serves tells the office of a writer, which is no source: Văn phòng Tây Bắc, PX03.
func (s *signing) serves(inside string) bool {
	switch {
	case unitCode(inside):
		return true
	case s.w.Outlet.Opens(inside), IsOffice(s.w, inside):
		return false
	}
	return s.w.NotName.Opens(inside)
}

// unitCode tells the code of a unit of the police: capitals, then a figure behind a nought.
func unitCode(s string) bool {
	letters, number, _ := strings.Cut(s, "0")
	switch {
	case !between(len(letters), 1, 2), len(number) != 1, letters != strings.ToUpper(letters):
		return false
	}
	return isDigit(number[0])
}

// servedPaper is the paper whose reporter a bracket names, "PV TTXVN tại Berlin", "" for any other.
func (s *signing) servedPaper(inside string) string {
	if !s.w.Byline.Opens(inside) {
		return ""
	}
	words := strings.Fields(inside)[1:]
	if i := slices.IndexFunc(words, s.w.isPaper); i >= 0 {
		return words[i]
	}
	return ""
}

// cutOffice takes off the office that the writer serves in, whose name may hold what parts names: Lan
// Anh – Văn phòng HĐND và UBND xã.
func (s *signing) cutOffice() {
	for _, dash := range []string{" - ", " – "} {
		if name, office, found := strings.Cut(s.rest, dash); found && IsOffice(s.w, office) {
			s.rest = name
		}
	}
}

// ofBody tells the name of a body behind a label: Tin, ảnh: Đội Tham mưu - Công an huyện Mẫu.
func (s *signing) ofBody() bool {
	switch {
	case !s.sig.Labelled, s.w.Credit.Opens(s.rest), s.w.Place.Opens(s.rest):
		return false
	}
	unit, body, _ := strings.Cut(s.rest, " - ")
	return IsOffice(s.w, s.rest) || IsOffice(s.w, body) && s.w.NotName.Opens(unit)
}

// ofPapers tells two papers with a stroke between: TTXVN/Vietnam+.
func (s *signing) ofPapers() bool {
	first, second, found := strings.Cut(s.rest, "/")
	switch {
	case !found, s.w.teamOf(first) != "", !s.w.isPaper(first):
		return false
	}
	return s.w.isPaper(second)
}

// describes tells some words without a figure that begin with a capital, behind the name of one who wrote: Tổ
// trưởng tổ Ngữ văn.
func (s *signing) describes(part string) bool {
	switch {
	case len(s.sig.Authors) != 1, !between(Count(part), 2, 8), HasDigit([]byte(part)):
		return false
	case s.sig.Labelled, s.sig.Ranked:
		return UpperFirst(part)
	}
	return false
}

// isPerson tells the name of a person; behind a label or before a bracket capitals need no surname.
func (s *signing) isPerson(name string) bool {
	switch {
	case s.w.IsName(name), s.quoted:
		return true
	}
	return s.sig.Marked && inCapitals(s.w, name)
}
