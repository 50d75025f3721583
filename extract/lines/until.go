package lines

import "strings"

// UntilDate cuts a line before its first figure, as in "Bình Minh - 08:12" and
// "Bình Minh Lượt xem: 8".
func (w *Words) UntilDate(line string) string {
	i := strings.IndexAny(line, "0123456789")
	if i <= 0 {
		return line
	}
	line = withoutMonth(line[:i], line)
	for at := 0; at < len(line); at++ {
		if at > 0 && line[at-1] != ' ' {
			continue
		}
		rest := line[at:]
		if w.DayWord.Opens(rest) || at > 0 && w.Counter.opensFolded(rest) { // lúc, not Lục
			return line[:at]
		}
	}
	return line
}

// withoutMonth cuts an English month and weekday off the end of head, as in
// "By Mai Lan, Thursday, October 5, 2023" and "Oct 5".
func withoutMonth(head, line string) string {
	cut := strings.TrimRight(head, " ,.")
	at := strings.LastIndexByte(cut, ' ') + 1
	rest := line[len(cut):]
	if !isMonth(strings.ToLower(cut[at:])) || !HasMonthName(Lower(cut[at:]+rest)) && !figures(strings.TrimSpace(rest)) {
		return head
	}
	cut = strings.TrimRight(cut[:at], " ,.")
	if at = strings.LastIndexByte(cut, ' ') + 1; strings.HasSuffix(cut, "day") {
		cut = cut[:at]
	}
	return cut
}
