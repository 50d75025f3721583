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
		if weekdayWord(line[at:]) {
			return line[:at]
		}
		if f := Fold(line[at:]); w.DayWord.Begins(f) > 0 || at > 0 && w.Counter.Begins(f) > 0 {
			return line[:at]
		}
	}
	return line
}

// weekdayWord tells the "Thứ" of "Thứ 2, 6/10", which stands right before the figure.
func weekdayWord(s string) bool { return Lower(strings.TrimSpace(s)) == "thứ" }

// withoutMonth cuts an English month and weekday off the end of head, as in
// "By Mai Lan, Thursday, October 5, 2023".
func withoutMonth(head, line string) string {
	cut := strings.TrimRight(head, " ,.")
	at := strings.LastIndexByte(cut, ' ') + 1
	if !isMonth(strings.ToLower(cut[at:])) || !HasMonthName(Lower(cut[at:]+line[len(cut):])) {
		return head
	}
	cut = strings.TrimRight(cut[:at], " ,.")
	if at = strings.LastIndexByte(cut, ' ') + 1; strings.HasSuffix(cut, "day") {
		cut = cut[:at]
	}
	return cut
}
