package event

import (
	"slices"
	"strings"
)

// awaited tells whether the day at item k is a feast that somebody gets ready for: chuẩn bị đón
// Tết Nguyên đán.
func awaited(s *setting, k int) bool {
	if !s.has(k-1, isVerb|isPlanned) {
		return false
	}
	date := strings.ToLower(s.written(k, k+1))
	return slices.ContainsFunc(s.named, func(head string) bool { return strings.HasPrefix(date, head) })
}

// countedFrom tells whether the day at item k is that of something from which, or up to which, days are
// counted: 15 tháng tù, tính từ ngày bị bắt tạm giam 28/3/2022.
func countedFrom(l *line, k int) bool {
	const most, between = 4, isLower | isPassive | isVerb
	j := l.passBack(k, between)
	for j = max(j, k-most); j < k; j++ {
		if l.at(j).frame&otherDay != 0 {
			return true
		}
	}
	return false
}

// feast tells how a date is written that says why, or names an occasion.
func (w *words) feast(date string) bool {
	return slices.ContainsFunc(w.feasts, func(head string) bool { return startsWith(date, head) })
}

// startsWith tells whether a text begins with some words, in capitals or small letters.
func startsWith(text, words string) bool {
	return len(text) >= len(words) && strings.EqualFold(text[:len(words)], words)
}

// commemorates tells whether the day at item k belongs to something else: a feast,
// a birth, a term, a document.
func commemorates(s *setting, k int) bool {
	if s.words.feast(s.written(k, k+1)) {
		return true
	}
	for j := k - 1; j >= max(0, k-12); j-- {
		if s.has(j, isComma|isOccasion) {
			return s.has(j, isOccasion) && !s.travels(j, k)
		}
	}
	return false
}

// comesOf tells whether item k stands in the part of a sentence that says what its main clause
// comes of: Liên quan đến vụ ẩu đả ngày 16/3, Công an bắt A. A day right behind the comma is that
// of the main clause.
func comesOf(s *setting, d *draft, k int) bool {
	const most = 8
	open := s.pass(0, most, isDate|isComma|isAt|isPlace|isPlaceHead|isName)
	switch {
	case s.at(open).frame&concerns == 0, s.has(k-1, isComma):
		return false
	}
	return s.has(d.lo-1, isComma)
}

// travels tells whether a visit of a place is named between two items: nhân chuyến thăm
// Bangkok ngày 6/3.
func (s *setting) travels(i, j int) bool {
	return s.until(i, j-i, isPlace) >= 0 && slices.ContainsFunc(s.items[i:j], func(x item) bool { return x.frame&takesPlace != 0 })
}

// ofSuit tells whether the place behind item k is that of what a case is about: xét xử vụ án xảy
// ra | tại X.
func ofSuit(s *setting, d *draft, k int) bool {
	if !policing(d.kind) || k < d.at {
		return false
	}
	return slices.ContainsFunc(s.items[d.at:k], func(x item) bool { return x.frame&suit != 0 })
}

// longAfter tells whether item k stands before words that tell how long what the trigger tells was
// before: ngày 9/5, gần hai tháng sau khi A bị phế truất.
func longAfter(s *setting, d *draft, k int) bool {
	for j := d.at - 1; j > k && !s.has(j, isComma|isMark); j-- {
		if s.has(j, isAfter) {
			return s.at(j-1).frame&span != 0
		}
	}
	return false
}

// beforeLeaving tells whether the day at item k is that of what was done before what is only to come:
// Sau khi tới Kuwait ngày 11/7, A lên đường sang Doha.
func beforeLeaving(s *setting, d *draft, k int) bool {
	leaves := slices.ContainsFunc(s.items[min(k, d.at):d.at], func(x item) bool { return x.frame&departs != 0 })
	if !leaves && d.status != planned {
		return false
	}
	after := s.passBack(k, anything&^(isComma|isMark|isAfter)) - 1
	return s.has(after, isAfter) && s.until(k+1, d.at-k-1, isComma) >= 0
}

// sameOccasion tells whether a sentence opens with the occasion that was told before: Tại kỳ họp, trước đó
// tại kỳ họp này.
func sameOccasion(s *setting) bool {
	k := s.pass(0, 4, isLower|isVague|isComma)
	return s.runs(k, isAt, isNoun) && s.has(s.pass(k+2, 1, isVague), isComma)
}

// sameDay tells how a date is written that is another's.
func (w *words) sameDay(date string) bool {
	date = strings.ToLower(date)
	return slices.ContainsFunc(w.same, func(way string) bool { return strings.HasPrefix(date, way) || strings.HasSuffix(date, way) })
}

// followsUpon tells whether a draft without a day is told behind an occasion that was told before, of the same day: Sau lễ
// đón, A hội đàm với B.
func followsUpon(l *line, d *draft) bool {
	switch {
	case d.day != "", d.inherits, l.at(0).frame&upon == 0:
		return false
	}
	return l.runs(1, isNoun, isComma)
}
