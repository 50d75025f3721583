package event

import (
	"slices"

	"github.com/boctin/boctin/normalize/reading"
)

// When and where something happens may be told between who acts and what he does.

// beforeDay makes one day of the small word before it: vào sáng 5/6, trong ngày 5/6, từ sáng 5/6.
func (l *joiner) beforeDay(k int) (item, int) {
	x := l.items[k]
	if !l.has(k+1, isDate) || x.to > x.from+1 && !x.is(isAt) {
		return x, k + 1
	}
	y := l.items[k+1]
	y.from = x.from
	return y, k + 2
}

// whenNext tells whether behind the mark at item j, which closes an aside of the person at item k, who is
// nobody's object, it is told when or where before what he does or suffers: A, Giám đốc X, | tối 5/6 tại Y | bị bắt.
func (l *joiner) whenNext(k, j int) bool {
	const most = 8 // items
	if !l.has(j, isComma|isMark) || !l.has(j+1, isDate|isAt|isGoesOn) || suffersAt(l.line, k) {
		return false
	}
	return l.has(l.pass(j+1, most, isDate|isAt|isPlace|isPlaceHead|isName|isBody|isNumber|isGoesOn), actsNext)
}

// suffersAt tells whether the person at item k is somebody's object, or belongs to what stands before him.
func suffersAt(l *line, k int) bool { return l.has(k-1, isVerb|isWith|isOn|isOf|isPart) }

// placedBefore gives the item where it is told before item j where something happens, or j: A | tại Hà Nội
// gặp B.
func placedBefore(l *line, j int) int {
	const most = 8 // items
	if !l.has(j-1, isPlace|isName|isBody|isNumber) {
		return j
	}
	k := j - 2
	for ; k > j-most && !l.has(k, isAt|isComma|isVerb|isPerson); k-- {
	}
	if !l.has(k, isAt) || !l.has(k-1, isPerson|skippedBefore) {
		return j // Ủy ban X tại Y
	}
	if _, end := l.placeAt(k + 1); end != j {
		return j
	}
	return k
}

// framedBefore gives the item at which it begins to be told within what somebody did what the verb at item k tells, where
// that ends before item j and a comma or "đã" closes it: A | trong khuôn khổ chuyến thăm B đã gặp C; A, nhân dịp dự Hội
// nghị, gặp C; j where nothing is.
func framedBefore(l *line, j, k int) int {
	const most = 16 // items
	end := l.passBack(j, isComma)
	if end == j && !slices.ContainsFunc(l.items[j:k], func(x item) bool { return x.frame&past != 0 }) {
		return j
	}
	for i := end - 1; i > max(0, j-most) && withinFrame(&l.items[i]); i-- {
		if who := l.passBack(i, isComma); l.has(i, isUnder|isOccasion) && l.has(who-1, isPerson) && !suffersAt(l, who-1) {
			return who
		}
	}
	return j
}

// withinFrame tells whether an item may stand in a phrase that tells within what something was done: another's deed may not.
func withinFrame(x *item) bool {
	if x.is(isVerb) {
		return x.frame&(takesPlace|talks) != 0
	}
	return !x.is(isPerson | isComma | isMark | isReport | isWish | isWhen | isAfter | isPassive | isDenied | isPlanned)
}

// withClock lets a day have the bracket behind it that tells by whose clock, or which day it was elsewhere: trưa 16/10 (giờ
// Washington); tối 4/12 (rạng sáng 5/12 giờ Hà Nội).
func (l *joiner) withClock(k int) (item, int) {
	const most = 6
	x := l.items[k]
	end := l.pass(k+2, most, isDate|isUnder|isLower|isPlace|isPlaceHead|isName|isAux)
	switch {
	case !l.opensBracket(k + 1), end == k+2, !l.has(end, isMark), !l.text.Is(l.at(end).from, reading.Closing):
		return x, k + 1
	}
	x.to = l.items[end].to
	return x, end + 1
}
