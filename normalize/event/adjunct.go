package event

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
	if !l.has(j, isComma|isMark) || !l.has(j+1, isDate|isAt|isGoesOn) || l.has(k-1, isVerb|isWith|isOn|isOf|isPart) {
		return false
	}
	return l.has(l.pass(j+1, most, isDate|isAt|isPlace|isPlaceHead|isName|isBody|isNumber|isGoesOn), actsNext)
}

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
