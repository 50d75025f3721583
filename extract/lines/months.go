package lines

import "strings"

// ClockedDay tells a few words with an hour and the number of a month, as messages bear: 12 tháng 3
// lúc 19:02.
func ClockedDay(s []byte, f string) bool {
	return Count(f) <= longestStampWords && HasClock(s) && strings.Contains(f, " thang ")
}

// NumbersIssue tells the number of an issue before its month, folded: so 12 thang 6 2026.
func NumbersIssue(f string) bool {
	_, rest, _ := strings.Cut(f, "so ")
	number, month, _ := strings.Cut(rest, " ")
	return figures(number) && strings.HasPrefix(month, "thang ")
}
