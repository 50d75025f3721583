package event

import (
	"cmp"
	"strings"

	"github.com/boctin/boctin/normalize/reading"
)

// aside gives the item behind a post that begins at item j: as the person is known to
// have it, or as its words tell; 0 if none begins there.
func (l *joiner) aside(of, j int) int {
	if l.at(j+1).frame&age != 0 {
		return j + 2 // A, 57 tuổi, Phó Chủ tịch
	}
	if l.at(j).frame&otherDay != 0 && l.has(j+1, isDate) {
		return j + 2 // A (sinh ngày 3/5/1970)
	}
	if l.opensBracket(j-1) && len(l.valueOf(l.at(j))) == len("1970") && l.has(j+1, isMark) {
		return j + 1 // A (sinh năm 1970)
	}
	if end := cmp.Or(relativeEnd(l.line, j), abodeEnd(l.line, j)); end > 0 {
		return end
	}
	if l.opensBracket(j-1) && l.has(j, isBy) {
		return reasonEnd(l.line, j)
	}
	end := l.postOf(of, j)
	if l.has(j, isOffice) {
		end = max(end, l.asideEnd(j))
	}
	if end == 0 {
		return 0
	}
	return l.bygoneEnd(end)
}

// lifeEnd gives the item that closes the bracket behind the person at item k in which it is told who he is: A
// | (sinh năm 1970, trú phường 5, nguyên Giám đốc X); k where none does.
func (l *joiner) lifeEnd(k int) int {
	const most = 40
	if !l.has(k, isPerson) || !l.opensBracket(k+1) {
		return k
	}
	end := l.until(k+2, most, isMark|isPerson|isVerb|isReport|isColon)
	if end < 0 || !l.text.Is(l.items[end].from, reading.Closing) || l.until(k+2, end-k-2, ^(isDate|isComma|isLower)) < 0 {
		return k
	}
	return end
}

// termEnd gives the item behind the term of a body that is told from item j on, before what the body does: HĐND tỉnh A khóa
// X, | nhiệm kỳ 2021-2026, | đã bầu; j where none is.
func termEnd(l *line, j int) int {
	term := l.pass(j, 1, isComma)
	if pastBehind(l, j) {
		return term // Công an quận A, Hà Nội, | vừa triệt phá
	}
	if l.has(j-2, isTerm) && l.runs(j, isComma, isPart) {
		return term // Quốc hội khóa XV, | họp
	}
	if !l.has(term, isDate) {
		return j
	}
	end := l.pass(term+1, 1, isComma)
	p := l.longestOf(l.text.At(l.items[term].from), l.items[term].to-l.items[term].from)
	if !p.is(isTerm) || !l.has(end, actsNext) {
		return j
	}
	return end
}

// pastBehind tells whether a comma at item j closes the place of the body before it, where a comma opened it, and a word says
// that what follows has happened.
func pastBehind(l *line, j int) bool {
	if !l.runs(j, isComma, isAux, isVerb|isPart) || l.at(j+1).frame&past == 0 {
		return false
	}
	for i := l.items[j-1].from; i < l.items[j-1].to; i++ {
		if l.text.Is(i, reading.Comma) {
			return true
		}
	}
	return false
}

// chargeEnd gives the semicolon or comma before which it is told of somebody of a list what he is in charge of, as item j
// begins to say: A, Phó Trưởng phòng, | phụ trách Đội 3; B; j where it is not.
func chargeEnd(l *line, j int) int {
	const most = 10
	start := l.pass(j, 1, isComma)
	if x := l.at(start); x.frame&charge == 0 || x.is(isPart) {
		return j // do A điều hành, B nói
	}
	end := l.until(start+1, most, isMark|isVerb|isPart|isPerson)
	person := l.passBack(end, isComma|isAnd)
	switch {
	case end < 0:
		return j
	case l.text.Is(l.items[end].from, reading.Semicolon):
		return end
	case l.has(end, isPerson) && l.has(person, isComma):
		return person
	}
	return j
}

// relativeEnd gives the item behind whose relative somebody is, as item j says: A, | con trai của
// Tổng thống B; 0 if it says none.
func relativeEnd(l *line, j int) int {
	if l.at(j).frame&kin == 0 {
		return 0
	}
	j = l.pass(j+1, 2, isLower|isNumber)
	if l.has(j, isOf) {
		j++
	}
	if !l.has(j, isPerson) {
		return 0
	}
	return j + 1
}

// abodeEnd gives the item behind where somebody lives, as item j says: A, | trú tại phường B, tỉnh C, Chủ tịch UBND xã
// D; 0 if it says none.
func abodeEnd(l *line, j int) int {
	const most, named = 8, isPlaceHead | isPlace | isName | isNumber
	if l.at(j).sense&abode == 0 {
		return 0
	}
	end := l.pass(j+1, most, named)
	for l.runs(end, isComma, isPlaceHead|isPlace) {
		end = l.pass(end+2, most, named)
	}
	if end == j+1 {
		return 0
	}
	return end
}

// reasonEnd gives the item that closes the bracket in which item j opens a reason: miễn nhiệm A (do
// nghỉ hưu); 0 where none does near by.
func reasonEnd(l *line, j int) int {
	const most = 8
	end := l.until(j, most, isMark)
	if end < 0 || !l.text.Is(l.items[end].from, reading.Closing) {
		return 0
	}
	return end
}

// bygoneEnd gives the item behind the words for a place that is no more, and behind what it lay
// in, at item j: Chủ tịch UBND huyện A | (cũ), tỉnh B | bị tuyên phạt; j if there are none.
func (l *joiner) bygoneEnd(j int) int {
	end := j
	switch {
	case l.at(j+1).frame&bygone != 0:
		end = min(j+3, len(l.items))
	case l.at(j-1).frame&bygone == 0:
		return j
	}
	if p := l.pass(end+1, 5, isPlaceHead|isPlace|isName); l.has(end, isComma) {
		return p
	}
	return end
}

// postOf gives the item behind the longest post of an official that is written at item j.
func (l *joiner) postOf(of, j int) int {
	if j >= len(l.items) || l.has(j, isPerson) {
		return 0
	}
	start, longest := l.text.Tokens[l.items[j].from].Start, 0
	for _, p := range l.in.Officials[of].Posts {
		if len(p.Text) > longest && strings.HasPrefix(l.text.Src[start:], p.Text) {
			longest = len(p.Text)
		}
	}
	if longest == 0 {
		return 0
	}
	for j < len(l.items) && l.text.Tokens[l.items[j].from].Start < start+longest {
		j++
	}
	return j
}

// endsAside is what does not stand in a post.
const endsAside = isComma | isMark | isVerb | isPart | isAux | isLight | isPassive | isReport | isPlanned | isPerson | isDate | isAlongside | isLead | isWish | isDenied | isHappens |
	isBackground | isDecision | isOccasion

// asideEnd gives the item behind a post that begins at item j.
func (l *joiner) asideEnd(j int) int {
	for j++; j < len(l.items); j++ {
		x := &l.items[j]
		switch {
		case x.is(isLower | isOffice), l.text.Is(x.from, reading.Dash) && l.has(j+1, isName):
		case x.is(endsAside), x.is(isAnd) && !l.has(j+1, isOffice|isBody|isName|isLower):
			return j
		}
	}
	return j
}
