package lines

import (
	"strings"
	"time"
)

// DateOrder is in which order a date is written, where its figures tell.
type DateOrder int

// What the figures of a date tell of their order.
const (
	AnyOrder DateOrder = iota
	DayFirst
	MonthFirst
)

// Order tells in which order the first date of a line is written.
func Order(s []byte) DateOrder {
	for i := figure(s, 0); i < len(s); i = figure(s, i+1) {
		a, b, q, found := twoFigures(s, i)
		if !found {
			continue
		}
		c, _ := number(s, q+1)
		if !between(c, 1991, 2099) {
			continue
		}
		switch {
		case between(a, 1, 12) && between(b, 1, 12) && a != b:
			if order := orderByWeekday(beforeDate(s, i), a, b, c); order != AnyOrder {
				return order
			}
		case between(a, 13, 31) && between(b, 1, 12):
			return DayFirst
		case between(a, 1, 12) && between(b, 13, 31):
			return MonthFirst
		}
	}
	return AnyOrder
}

// weekdays are the words of the days of the week, folded: English ones, and what stands behind thứ and chủ.
var weekdays = map[string]time.Weekday{
	"mon": time.Monday, "tue": time.Tuesday, "wed": time.Wednesday, "thu": time.Thursday, "fri": time.Friday, "sat": time.Saturday, "sun": time.Sunday,
	"thu hai": time.Monday, "thu ba": time.Tuesday, "thu tu": time.Wednesday, "thu nam": time.Thursday, "thu sau": time.Friday, "thu bay": time.Saturday, "chu nhat": time.Sunday,
	"thu 2": time.Monday, "thu 3": time.Tuesday, "thu 4": time.Wednesday, "thu 5": time.Thursday, "thu 6": time.Friday, "thu 7": time.Saturday,
}

// weekdayBefore reads the day of the week that a text ends with. A short English one must stand at its head or
// behind "on": Thu is a name, too.
func weekdayBefore(text string) (day time.Weekday, known bool) {
	words := strings.Fields(Fold(text))
	n := len(words)
	if n > 1 {
		if day, known = weekdays[words[n-2]+" "+words[n-1]]; known {
			return day, true
		}
	}
	if n == 1 || n > 1 && words[n-2] == "on" {
		day, known = weekdays[words[n-1][:min(3, len(words[n-1]))]]
	}
	return day, known
}

// orderByWeekday tells in which order a date of two small figures is written by the day of the week before it:
// Mon, 06/03/2024 is the third of June.
func orderByWeekday(before string, a, b, year int) DateOrder {
	want, known := weekdayBefore(before)
	falls := func(day, month int) bool {
		return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Weekday() == want
	}
	switch dayFirst := falls(a, b); {
	case !known, dayFirst == falls(b, a):
		return AnyOrder
	case dayFirst:
		return DayFirst
	}
	return MonthFirst
}

// beforeDate is what stands before a date, as far as its day of the week is looked for, an x in the place of all
// that stands before that.
func beforeDate(s []byte, i int) string {
	from := max(0, i-longestWeekday)
	if from == 0 {
		return string(s[:i])
	}
	_, rest, _ := strings.Cut(string(s[from:i]), " ")
	return "x " + rest
}

// longestWeekday is how many bytes before a date its day of the week is looked for.
const longestWeekday = 24
