package event

// skippedBefore are the words between a subject and its verb.
const skippedBefore = isAux | isLight | isPlanned | isDenied | isPostponed | isDate | isPassive

// skipBefore gives where the words between a subject and its verb, which end before item j,
// begin, and takes down what they say.
func skipBefore(l *line, j int, x *side) int {
	for l.has(j-1, skippedBefore) && !l.has(j-1, isPerson|isBody) {
		j--
		x.aux |= l.items[j].classes
		x.leaves |= l.items[j].frame & (departs | ends)
		x.status = statusOf(&l.items[j], x.status)
	}
	return j
}

// leaving gives the item where it is told before item j which place somebody leaves, or j:
// A | rời Hà Nội lên đường thăm Lào.
func leaving(l *line, j int) int {
	k := j
	if l.has(k-1, isMove) {
		k-- // đi
	}
	to := k
	for l.has(k-1, isPlace|isPlaceHead) {
		k--
	}
	if k == to || !l.has(k-1, isMove) || l.has(k-1, isVerb) {
		return j
	}
	return k - 1
}

// invitedBefore tells whether the sentence opens with an invitation and nothing but those
// who invite is named up to item k: nhận lời mời của A, B và C, D thăm.
func invitedBefore(l *line, k int) bool {
	i := l.until(0, 3, isInvitation)
	return i >= 0 && l.until(i+1, k-i, isVerb|isPart|isReport|isWish) < 0
}
