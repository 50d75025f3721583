package event

import "strings"

// andDay gives the span of days that are named together, the last at item k: các ngày 15 và 16/7; các ngày
// 3, 5 và 7/6; "" where it is named alone.
func (s *setting) andDay(k int, before, value string) string {
	first, _, _ := strings.Cut(before, "/")
	switch {
	case before == "", isRange(value), first >= value, !s.runs(k-2, isDate, isAnd|isComma):
		return ""
	case s.has(k-1, isComma) && !oneFigure(s.written(k-2, k-1)):
		return ""
	}
	return first + "/" + value
}

// daysFrom gives the day at item k, or the span of days that are named together from there on.
func (s *setting) daysFrom(k int) string {
	value := s.dayAt(k)
	for s.runs(k, isDate, isAnd|isComma, isDate) {
		k += 2
		span := s.andDay(k, value, s.dayAt(k))
		if span == "" {
			break
		}
		value = span
	}
	return value
}

// oneFigure tells whether a date is written as a figure alone: các ngày 3.
func oneFigure(date string) bool {
	return len(strings.FieldsFunc(date, func(r rune) bool { return r < '0' || r > '9' })) == 1
}

// isDay tells whether a value is a day or an interval of days.
func isDay(value string) bool {
	first, _, _ := strings.Cut(value, "/")
	return len(first) >= len("2006-01-02")
}

// isAge tells whether a value spans years: (30/4/1975 - 30/4/2025).
func isAge(value string) bool {
	from, to, _ := strings.Cut(value, "/")
	return len(to) > 4 && from[:3] != to[:3]
}

func isRange(value string) bool { return strings.Contains(value, "/") }
