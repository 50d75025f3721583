package event

import (
	"cmp"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// withCompany lets a person have those who are only counted beside him: A cùng 11 người; or a
// delegation that commas set off: A, Chủ tịch X, cùng đoàn công tác, đã đến.
func (l *joiner) withCompany(k int) (item, int) {
	x := l.items[k]
	if j := l.pass(k+1, 1, isComma); l.runs(j, isAnd, isGroup, isComma, actsNext) {
		x.takeBodies(&l.items[j+1])
		x.to = l.items[j+2].to
		return x, j + 3
	}
	if end := cmp.Or(unknownCompany(l.line, k), officesBeside(l.line, k)); end > 0 {
		x.to = l.items[end-1].to
		return x, end
	}
	if !l.runs(k+1, isAnd, isNumber, isLower|isGroup) {
		return x, k + 1
	}
	end := l.pass(k+3, 4, isLower|isGroup)
	if !l.has(end, actsNext) {
		return x, k + 1
	}
	x.to = l.items[end-1].to
	return x, end
}

// unknownCompany gives the item behind those who come with the person at item k, where nothing here knows all of them and a
// word says that what follows has happened: A, Thứ trưởng X, cùng lãnh đạo các Cục nghiệp vụ | đã thăm; 0 where nobody does.
func unknownCompany(l *line, k int) int {
	const most, named = 16, isGroup | isBody | isOffice | isPlace | isPlaceHead | isAnd | isComma | isSeveral | isOf
	j := l.pass(k+1, 1, isComma)
	if !l.runs(j, isAnd, isGroup|isSeveral) {
		return 0
	}
	end := l.pass(j+1, most, named|isLower|isName|isUnder|isNumber)
	unknown := l.pass(j+1, end, named) < end
	switch {
	case !unknown && !l.has(end-1, isComma), l.at(end).frame&past == 0, !l.has(end+1, isVerb|isPart):
		return 0
	}
	return end
}

// officesBeside gives the item behind those who come with the person at item k and whom the text tells by
// their office alone: A và các Phó Chủ tịch X | dự; 0 where nobody does.
func officesBeside(l *line, k int) int {
	const most, named = 10, isOffice | isBody | isPlace | isPlaceHead | isName | isLower | isAnd | isSeveral | isOf
	j := l.pass(k+2, 2, isSeveral|isGroup)
	switch end := l.pass(j, most, named); {
	case !l.has(k+1, isAnd), j == k+2, !l.has(j, isOffice), !l.has(end, actsNext):
		return 0
	default:
		return end
	}
}

// withState lets a person have the state that he serves, where it is told behind him: A, B | của Anh | từ chức.
func (l *joiner) withState(k int) (item, int) {
	x := l.items[k]
	end := l.pass(k+2, 2, isPlaceHead|isPlace)
	if !l.has(k+1, isOf) || end == k+2 || !l.has(end, actsNext) {
		return x, k + 1
	}
	x.to = l.items[end-1].to
	return x, end
}

// withClient lets a person have the one for whom he acts: A đã thay mặt Chủ tịch nước B | trao; or, between
// commas, A, thay mặt B, | trao.
func (l *joiner) withClient(k int) (item, int) {
	x, j := l.items[k], k+1
	if !l.has(j, isBehalf) {
		j = l.pass(j, 1, isAux|isComma)
	}
	if !l.runs(j, isBehalf, isPerson|isBody|isOffice|isGroup) {
		return x, k + 1
	}
	end := l.pass(j+2, 1, isComma)
	if !l.has(end, actsNext|isDecision) {
		return x, k + 1
	}
	if l.has(j+1, isBody) {
		x.takeBodies(&l.items[j+1])
	}
	x.to = l.items[end-1].to
	return x, end
}

// withStop lets a person have the stop behind a name that is cut short: Ferdinand Marcos Jr. và B.
func withStop(l *line, k int) (item, int) {
	x, y := l.items[k], l.at(k+1)
	switch {
	case !y.is(isMark), l.word(k+1) != ".", l.text.Tokens[y.from].Gap != viet.Joined, !l.has(k+2, isAnd|actsNext|isComma):
		return x, k + 1
	}
	x.to = y.to
	return x, k + 2
}

// seenAt gives the item of the bracket that closes what says where in a picture the person at item k stands: A (thứ hai
// từ trái) | tiếp B; 0 where nothing does.
func seenAt(l *line, k int) int {
	const most = 5
	switch end := l.pass(k+2, most, isLower|isNumber|isFrom); {
	case !l.has(k, isPerson), !l.opensBracket(k + 1), end == k+2, !l.has(end, isMark), !l.text.Is(l.at(end).from, reading.Closing):
		return 0
	default:
		return end
	}
}

// delegations reads a sentence that only says who led which delegation.
func delegations(s *sentence, k int) []*draft {
	if k > 0 || !s.items[k].role {
		return nil
	}
	d := s.draft("", k, k, len(s.items), "")
	d.loose = true
	for j := range s.items {
		switch x := &s.items[j]; {
		case x.role:
			d.addOne("attendee", x.of)
		case x.is(isVerb | isPart | isReport | isWish | isPerson):
			return nil
		}
	}
	return []*draft{d}
}
