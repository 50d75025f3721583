package event

import "strings"

// settle gives a draft the day and the place that its sentence tells.
func (s *sentence) settle(d *draft) {
	if d.day == "" {
		d.day = s.dayOf(d)
	}
	if d.place == "" {
		d.place = s.placeOf(d)
	}
}

// dayOf gives the day of the sentence that is nearest to the trigger: before it,
// or else behind it. A visit has the days that stand behind it.
func (s *sentence) dayOf(d *draft) string {
	before, behind := "", ""
	for i := range s.items {
		if !s.has(i, isDate) || s.commemorates(i) {
			continue
		}
		if i > d.at && s.clauseBetween(d.at, i) {
			break
		}
		value := s.in.Dates[s.items[i].of].Value
		switch {
		case !isDay(value):
		case i < d.at:
			before = s.andDay(i, before, value)
		case behind == "":
			behind = value
		}
	}
	if before == "" || d.kind == "visit" && strings.Contains(behind, "/") {
		before, behind = behind, before
	}
	return before
}

// andDay joins two days that are named together, the second at item i: các ngày 15 và
// 16/7.
func (s *sentence) andDay(i int, before, value string) string {
	if before == "" || !s.has(i-1, isAnd) || !s.has(i-2, isDate) || strings.Contains(before+value, "/") {
		return value
	}
	return before + "/" + value
}

// clauseBetween tells whether another clause begins between two items: sau khi, khi,
// trước khi.
func (s *sentence) clauseBetween(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if s.has(k, isAfter) || s.has(k, isUnder) && s.items[k].to > s.items[k].from && strings.HasSuffix(s.text.Slice(s.items[k].from, s.items[k].to), "khi") {
			return true
		}
	}
	return false
}

// isDay tells whether a value is a day or an interval of days.
func isDay(value string) bool {
	first, _, _ := strings.Cut(value, "/")
	return len(first) >= len("2006-01-02") && first[4] == '-' && first[7] == '-'
}

// commemorates tells whether the day at item i belongs to something else: a feast,
// a birth, a term, a document.
func (s *sentence) commemorates(i int) bool {
	if strings.Contains(s.text.Slice(s.items[i].from, s.items[i].to), "dịp") {
		return true
	}
	for j := i - 1; j >= max(0, i-12); j-- {
		if s.has(j, isComma) {
			return false
		}
		if s.has(j, isOccasion) {
			return true
		}
	}
	return false
}

// placeOf gives the place that "tại" names: the last before the trigger, or else
// the first behind it.
func (s *sentence) placeOf(d *draft) string {
	before, behind := "", ""
	for i := range s.items {
		if !s.has(i, isAt) || s.word(i) == "từ" {
			continue
		}
		place, end := s.placeAt(i + 1)
		switch {
		case end == 0 || s.said(i):
		case i < d.at:
			before = place
		case behind == "":
			behind = place
		}
	}
	switch {
	case before != "":
		return before
	case behind != "":
		return behind
	}
	return s.visited(d)
}

// visited gives the place of a visit that the sentence tells before the trigger: trong
// khuôn khổ chuyến thăm Lào, A tiếp B.
func (s *sentence) visited(d *draft) string {
	for i := d.at - 1; i >= 0; i-- {
		if s.has(i, isVerb) && s.items[i].verb.Takes == "place" {
			if place, end := s.placeAt(s.skipsTo(i + 1)); end > 0 {
				return place
			}
		}
	}
	return ""
}

// said tells whether the place behind item i belongs to somebody: Đại sứ tại, người
// Việt Nam tại.
func (s *sentence) said(i int) bool {
	return s.has(i-1, isOffice|isPerson) && s.has(i+1, isPlace) && i > 1 && !s.has(i-1, isDate) && s.finite(i) && s.has(i-1, isOffice)
}

// placeAt reads a place that begins at item i: words of levels, then capitals. It
// gives the item behind it, 0 if there is none.
func (s *sentence) placeAt(i int) (string, int) {
	j, named := i, false
	for j < len(s.items) {
		x := &s.items[j]
		switch {
		case x.is(isNoun) && !x.is(isPlaceHead):
			return "", 0
		case x.is(isPlace | isName | isBody):
			named = true
		case x.is(isNumber) && j > i && s.has(j-1, isPlaceHead):
			named = true
		case x.is(isPlaceHead) || named && x.is(isNumber):
		case x.is(isMark) && (s.word(j) == "." || s.word(j) == "-") && j+1 < len(s.items) && s.has(j+1, isName|isPlace|isNumber):
		case x.is(isMark) && s.word(j) == "(" && named && s.has(j+1, isPlace|isName) && s.has(j+2, isMark):
			j += 2
		case x.is(isComma) && named && s.has(j+1, isPlaceHead|isPlace) && !s.has(j+2, isAux|isVerb|isReport):
		case x.is(isLower) && j > i && s.has(j-1, isPlaceHead) && s.has(j+1, isName|isPlace|isLower):
		default:
			return s.placeText(i, j, named)
		}
		j++
	}
	return s.placeText(i, j, named)
}

func (s *sentence) placeText(i, j int, named bool) (string, int) {
	if !named || j <= i || s.has(j, isMark) && s.word(j) == "“" {
		return "", 0
	}
	return s.text.Slice(s.items[i].from, s.items[j-1].to), j
}
