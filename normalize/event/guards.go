package event

import (
	"cmp"
	"slices"
	"strings"
)

// guard is one reason why what looks like an event is none.
type guard struct {
	name string
	hits func(s *sentence, d *draft) bool
}

// guards are asked of every draft.
func guards() []guard {
	return []guard{
		{"event/denied", isDeniedEvent},
		{"event/said", isSaid},
		{"event/subordinate", isSubordinate},
		{"event/occasion", isOccasionOnly},
		{"event/quoted", isQuoted},
		{"event/history", isHistory},
		{"event/long-ago", isLongAgo},
		{"event/general", isInGeneral},
	}
}

// against gives the first guard that speaks against the draft.
func (s *sentence) against(d *draft) string {
	for i := range s.guards {
		if s.guards[i].hits(s, d) {
			return s.guards[i].name
		}
	}
	return ""
}

func isDeniedEvent(s *sentence, d *draft) bool { return d.status == denied }

// announces are the kinds that police and press offices tell: behind "cho biết"
// they are news all the same.
func announces(kind string) bool {
	switch kind {
	case "appointment", "departure", "discipline", "award":
		return true
	}
	return policing(kind)
}

// isSaid: a verb of saying or wishing governs the clause. A đề nghị B tiếp C.
func isSaid(s *sentence, d *draft) bool {
	if s.has(d.lo, isWhen) {
		return false
	}
	if d.kind == "discipline" && proposed(&s.line, d.at) || policing(d.kind) && s.at(d.lo-1).frame&orders != 0 {
		return true
	}
	heard, ended, announced, near := isReport|isWish, classes(0), announces(d.kind), true
	if announced {
		heard = isWish
	}
	for i := d.lo - 1; i >= 0; i-- {
		near = near && !s.has(i, isComma|isMark)
		if s.semicolon(i) {
			ended = isPurpose // A thôi giữ chức X để nhận nhiệm vụ mới; B được bổ nhiệm
		}
		switch {
		case s.has(i, isAfter), s.has(i, isWhen) && s.timed(d):
			return false
		case !s.has(i, heard), s.has(i, ended), announced && s.has(i, isDecision|isPart), released(s, d, i):
		case near, s.finite(i):
			return true
		}
	}
	return false
}

// proposed tells whether the verb at item k hangs on "bị đề nghị": A bị đề nghị kỷ luật khiển trách.
func proposed(l *line, k int) bool {
	for k--; k >= 0 && !l.has(k, isComma|isMark); k-- {
		if l.has(k, isVerb) && l.at(k).verb.Reach {
			return true
		}
	}
	return false
}

// released tells whether a body tells of a visit behind the word of saying at item i, of the
// occasion that stands right behind it, or of talks that were held on a day: Điện Kremlin cho biết trong
// cuộc điện đàm với B, A nói; Điện Kremlin cho biết A và B đã điện đàm ngày 12/3.
func released(s *sentence, d *draft, i int) bool {
	if !s.runs(i-1, isBody, isReport) {
		return false
	}
	if talksOf(d.kind) != 0 && s.happened(d.lo, d.at) {
		return !d.strangers && s.dateFrom(0) >= 0
	}
	return d.kind == "visit" || s.has(d.lo, isNoun) && s.pass(i+1, 2, isComma|isAt|isUnder) == d.lo
}

// isSubordinate: the clause hangs on a word before it. Việc A thăm B; khi A gặp B.
func isSubordinate(s *sentence, d *draft) bool {
	x := s.at(d.lo - 1)
	if hangs, told := hangsAs(s, d, x); told {
		return hangs
	}
	switch {
	case x.is(isAt):
		return false // Sáng 6/9, tại Bộ Quốc phòng đã tổ chức Lễ
	case x.is(isPost) && d.kind == "sentence":
		return false // Các đồng phạm là A, cựu Giám đốc, bị tuyên phạt
	case x.frame&whereas != 0 && opensClause(&s.line, d.lo-1):
		return !d.isDecided() // A thôi giữ chức X, còn B được bổ nhiệm
	case s.has(d.lo, isNoun|isAlongside), d.kind == "promotion", x.frame&judges != 0, x.verb != nil && x.verb.Bare:
		return false // … thi hành kỷ luật | cảnh cáo ông A
	case x.is(isWhen) && !x.is(isAhead) && s.timed(d):
		return false
	case x.is(isAhead) && d.status == planned:
		return false
	case d.kind == "visit" && x.is(isVerb):
		return x.verb.Kind != "meeting"
	}
	return x.is(isUnder | isLower | isPlain | isOffice | isVerb)
}

// hangsAs tells whether the clause hangs on another as its own beginning, or what it tells, says it; told is false where
// they say nothing.
func hangsAs(s *sentence, d *draft, x *item) (hangs, told bool) {
	switch {
	case s.has(d.lo, isWhen):
		return !s.timed(d), true
	case x.is(isPerson) && s.has(d.lo, isPerson) && d.isDecided():
		return true, true // giữ chức X thay | B, người đã được bầu làm Y
	case s.at(0).frame&upon != 0 && takesOwn(x) && s.until(0, d.lo, isComma|isMark) < 0:
		return false, true // Sau ba năm giữ chức X, A được bổ nhiệm
	case s.has(d.at-2, isSeveral) && s.at(d.at-1).frame&form != 0 && len(d.args) == 0:
		return true, true // đưa ra các hình thức | kỷ luật
	}
	return false, announcedBehind(&s.line, d.at) >= 0 // Việc bổ nhiệm A được công bố
}

// opensClause tells whether item k is the first of the line or of a clause behind a comma.
func opensClause(l *line, k int) bool { return k == 0 || l.has(k-1, isComma|isMark) }

// timed tells whether a clause behind "khi" has a day of its own: khi đến New Delhi tối 4/12.
func (s *setting) timed(d *draft) bool {
	if before := s.passBack(d.lo-1, isComma) - 1; s.has(before, isDate) && s.dayAt(before) != "" {
		return true // ngày 12/11, khi A gặp B
	}
	k := s.until(d.at, len(s.items), isDate|isMark)
	for ; s.opensBracket(k); k = s.until(k+1, len(s.items), isDate|isMark) {
		if k = s.until(k+1, len(s.items), isMark); k < 0 {
			return false // the bracket does not close
		}
	}
	return s.has(k, isDate) && s.dayAt(k) != ""
}

// isOccasionOnly: it is why something else is done. Nhân dịp A thăm B; A hội kiến B trong khuôn
// khổ chuyến thăm C, dự Hội nghị.
func isOccasionOnly(s *sentence, d *draft) bool {
	if d.kind != "visit" && undergoes(&s.line, d.lo) && s.onTrip(d.lo, d.at) {
		return true
	}
	for i := d.lo - 1; i >= 0; i-- {
		if s.has(i, isComma|isOccasion) || s.semicolon(i) {
			return s.has(i, isOccasion)
		}
	}
	return false
}

// onTrip tells whether an occasion or a visit as a noun is named between two items.
func (s *sentence) onTrip(lo, hi int) bool {
	return slices.ContainsFunc(s.items[lo:max(lo, hi)], func(x item) bool { return x.frame&trip != 0 })
}

// isQuoted: the trigger stands between quotation marks that opened before the clause.
func isQuoted(s *sentence, d *draft) bool {
	open := false
	for i := range d.at {
		switch s.word(i) {
		case "“", "«":
			open = true
		case "”", "»":
			open = false
		case "\"":
			open = !open
		}
	}
	return open
}

// isHistory: words before it tell of former times.
func isHistory(s *sentence, d *draft) bool {
	k := s.until(0, d.at, isBackground)
	if k == 0 && s.has(1, isDate) {
		return !strings.HasPrefix(s.dayAt(1), cmp.Or(s.in.Year, "-")) // Kể từ ngày 15/9, A thôi giữ chức X
	}
	return k >= 0
}

// isLongAgo: only a year or month before that of the text is named. Năm 2020, Bộ Công an
// khởi tố.
func isLongAgo(s *sentence, d *draft) bool {
	if s.dayOf(d) != "" {
		return false
	}
	end := d.at
	if next := s.pass(d.at+1, 1, isFrom); d.isDecided() && s.has(next, isDate) {
		end = next + 1 // A nghỉ hưu từ năm 2022
	}
	return slices.ContainsFunc(s.items[:end], func(x item) bool {
		value := s.valueOf(&x)
		year, _, _ := strings.Cut(value, "-")
		return len(year) == 4 && year < s.in.Year && !isAge(value)
	})
}

// isInGeneral: it is so by rule or custom.
func isInGeneral(s *sentence, d *draft) bool { return s.until(0, d.at, isGeneral) >= 0 }
