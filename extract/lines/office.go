package lines

import "strings"

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
	words, rest, place := strings.Fields(s)[Count(f[:n]):], strings.TrimPrefix(f[n:], " "), 0
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
		words, rest = words[level:], WordsFrom(rest, level)
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
