package event

import "github.com/boctin/boctin/normalize/reading"

// skippedBefore are the words between a subject and its verb.
const skippedBefore = isAux | isLight | isPlanned | isDenied | isPostponed | isDate | isPassive

// skipBefore gives where the words between a subject and its verb, which end before item j,
// begin, and takes down what they say.
func skipBefore(l *line, j int, x *side) int {
	for l.has(j-1, skippedBefore) && !l.has(j-1, isPerson|isBody) || l.runs(j-2, isPerson, isGoesOn) {
		j-- // A sau đó gặp B
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

// withCompany lets a side that is only a delegation have whoever comes with it: A sẽ cùng | đoàn
// đại biểu | thăm Lào.
func withCompany(s *sides, x *side) {
	if !s.has(x.lo-1, isAnd) || !s.has(x.lo-2, skippedBefore) || s.until(x.lo, x.hi-x.lo, members&^isGroup) >= 0 {
		return
	}
	j := skipBefore(&s.line, x.lo-1, x)
	for n := s.memberBefore(j, 0); n < j; n = s.memberBefore(n, s.joint(n-1, n)) {
		x.lo, j = n, n
	}
}

// sameBefore gives the verb before a semicolon at item j-1 that is the one behind it again: cách chức
// X đối với A, bố trí làm Y; | cách chức Z đối với B; -1 if there is none.
func sameBefore(l *line, j int) int {
	const far = 60 // items
	if !l.text.Is(l.at(j-1).from, reading.Semicolon) || !l.has(j, isVerb) {
		return -1
	}
	for i := j - 2; i >= max(0, j-far); i-- {
		if l.has(i, isVerb) && l.items[i].word == l.items[j].word {
			return i
		}
	}
	return -1
}
