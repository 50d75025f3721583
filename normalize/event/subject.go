package event

import (
	"cmp"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// skippedBefore are the words between a subject and its verb.
const skippedBefore = isAux | isLight | isPlanned | isDenied | isPostponed | isDate | isPassive

// skipBefore gives where the words between a subject and its verb, which end before item j,
// begin, and takes down what they say.
func skipBefore(l *line, j int, x *side) int {
	for {
		switch k := placedBefore(l, j); {
		case k < j:
			j = k
		case l.has(j-1, skippedBefore) && !l.has(j-1, isPerson|isBody), l.runs(j-2, isPerson, isGoesOn):
			j-- // A sau đó gặp B
			x.aux |= l.items[j].classes
			x.leaves |= l.items[j].frame & (departs | ends)
			x.status = statusOf(&l.items[j], x.status)
		default:
			return j
		}
	}
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

// withCompany lets a side have whoever comes with it: A sẽ cùng | đoàn đại biểu | thăm Lào; A đã
// cùng | B | ký.
func withCompany(s *sides, x *side) {
	switch {
	case !s.has(x.lo-1, isAnd), !s.has(x.lo-2, skippedBefore), !s.has(x.lo-1, isWith) && x.empty():
		return // A thăm X ngày 5/6 và | gặp B
	}
	j := skipBefore(&s.line, x.lo-1, x)
	for n := s.memberBefore(j, 0); n < j; n = s.memberBefore(n, s.joint(n-1, n)) {
		x.lo, j = n, n
	}
}

// beforeUnknown gives who has done what no word here tells of, up to the connective before the empty side x of a verb, and
// what that tells, too: Công an huyện đã bao vây, khống chế và | bắt giữ A; x where nobody has.
func beforeUnknown(s *sides, x side, v *lexicon.Verb) side {
	const most, unknown = 14, isLower | isName | isNumber | isComma | isAnd | isPlaceHead | isPlace | isAt
	if v == nil || !s.has(x.lo-1, isAnd|isComma) {
		return x
	}
	k := x.lo - 1
	for lo := k - most; k > lo && s.has(k-1, unknown) && s.at(k-1).frame&past == 0; k-- {
	}
	if k == x.lo-1 {
		return x
	}
	y := s.before(k)
	switch {
	case y.suffers():
		return x
	case s.at(k-1).frame&past != 0:
	case y.lo != k-1, !s.has(k-1, isBody), !s.only(k-1, fronting), !policing(v.Kind):
		return x // without "đã" only what police do, at the head of the sentence
	}
	y.status, y.aux = cmp.Or(x.status, y.status), y.aux|x.aux
	return y
}

// closesClause tells whether the first of a side is the object of a clause of time with which the line opens, and that a comma
// closes: Sau khi Quốc hội bãi nhiệm A, | B được bầu làm X.
func closesClause(l *line, x *side) bool {
	open := l.pass(0, 4, isDate|isComma)
	switch {
	case !l.has(open, isAfter|isWhen), !l.has(x.lo-1, isVerb), !l.has(x.lo, isPerson):
		return false
	}
	return l.has(x.lo+1, isComma) && l.until(open, x.lo-open, isComma) < 0 && x.lo+2 < x.hi
}

// ofSpouse tells whether the person at item k is named to say whose wife or husband somebody is.
func ofSpouse(l *line, k int) bool {
	p := l.longest(l.text, l.items[k].from, l.items[k].to-l.items[k].from)
	return (l.at(k-1).sense|p.word.sense)&spouse != 0
}

// saidWhen gives who said at length what stands before "khi" at item k, where nobody else is named: A đề nghị Hàn Quốc mở cửa
// thị trường | khi tiếp B chiều 5/6; -1 if nobody did.
func saidWhen(l *line, k int) int {
	const few = 6 // items
	first := l.pass(0, few, fronting)
	switch said := l.pass(first+1, 2, isAux); {
	case !l.has(k, isWhen), !l.has(first, isPerson), !l.has(said, isReport|isWish), l.until(first+1, k-first-1, isPerson|isMark|isComma|isVerb) >= 0:
		return -1
	}
	return l.items[first].of
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

// listGoesOn tells whether a semicolon at item k parts two persons of a list that a word for
// many begins: đối với các đồng chí: A, Giám đốc X; B, Giám đốc Y.
func (s *sides) listGoesOn(k int) bool { return s.semicolon(k) && listStart(s, k-1) >= 0 }

// listBefore gives where such a list begins, with nothing but days and places before it, whose last
// member is at item j, with those of whom they are: Đoàn X gồm | các đồng chí A, Giám đốc X; | B, Giám đốc Y; j where there
// is none.
func listBefore(s *sides, j int) int {
	k := j
	if s.has(j, isPerson) && s.semicolon(j-1) {
		if k := semicolonList(s, j); k >= 0 {
			return k
		}
		k = listStart(s, j-2)
	}
	of := s.passBack(k, isColon) - 2
	if s.at(of+1).frame&among == 0 || !s.has(of, isBody|isGroup) {
		of = k
	}
	of = s.passBack(of, isNumber)
	if k < 0 || !s.only(of, fronting) {
		return j
	}
	return of
}

// semicolonList gives where the sentence begins with persons whom semicolons part, the last of them at item j: A, Chủ
// tịch X; | B, Chủ tịch Y đồng chủ trì; -1 where it does not.
func semicolonList(s *sides, j int) int {
	k := s.pass(s.passBack(j-1, isPerson|isComma|isAnd|isMark), 2, isComma)
	if !s.has(k, isPerson) || !s.only(k, fronting|isLower) {
		return -1
	}
	for i := k; i < j; i++ {
		if s.has(i, isMark) && !s.semicolon(i) {
			return -1
		}
	}
	return k
}

// listStart gives where the list of persons that a word for many opens, and that goes on at item k,
// begins; -1 where none does.
func listStart(s *sides, k int) int {
	for ; s.has(k, isPerson|isComma|isAnd) || s.semicolon(k); k-- {
		if s.has(k, isPerson) && opensMany(s, k) {
			return k
		}
	}
	switch {
	case s.has(k, isGroup):
		return k
	case s.at(s.passBack(k+1, isColon)-1).frame&among != 0:
		return k + 1 // gồm: | A; B
	}
	return -1
}

// opensMany tells whether the person at item k is named behind a word for many: các đồng chí A.
func opensMany(s *sides, k int) bool {
	x := &s.items[k]
	p := s.longest(s.text, x.from, x.to-x.from)
	return p.is(isGroup)
}

// ofFronted tells whether the member at item j belongs to a phrase before the clause, which a comma
// ends: nhận lời mời của | A, B thăm; nhân dịp dự Hội nghị cấp cao | ASEAN, B gặp C.
func ofFronted(s *sides, j int) bool {
	switch x := s.at(j - 1); {
	case x.is(isBehalf):
		return s.has(j, isPerson|isOffice)
	case x.is(isInvitation | isOccasion | isPlaceHead | isOf | isAt | isAlongside):
		return true
	case x.is(isOn):
		return !x.is(isWith) || j == 1 // đối với | A, B tổ chức; Với | A, B quyết định
	}
	if s.runs(j-1, isUnder, isBody, isComma) && s.only(j-1, fronting) {
		return true // theo Bộ X, A đã gặp B
	}
	return s.runs(j-1, isNoun, isBody) || s.runs(j-1, isPost, isOffice)
}

// givingVerb gives the verb that put into his office the one of whom the verb at item k tells which office it is, or k:
// Thủ tướng | bổ nhiệm A giữ chức X và bổ nhiệm B.
func givingVerb(l *line, k int) int {
	if !takesOwn(l.at(k)) || !l.runs(k-2, isVerb, isPerson) || takesOwn(l.at(k-2)) {
		return k
	}
	return k - 2
}

// takesOwn tells whether an item is a verb that tells which office somebody takes or leaves himself: giữ chức.
func takesOwn(x *item) bool { return x.frame&(endured|takesPost) == endured|takesPost }

// chairedAt gives the body whose session the verb at item v says that somebody chairs, where that of item k
// tells what was decided there: A chủ trì họp Ban Bí thư để xem xét, | kỷ luật B.
func chairedAt(s *sides, v, k int) side {
	if s.has(v, isNoun) && s.has(v-1, isPart) {
		v-- // chủ trì | họp
	}
	if s.items[v].frame&chairs == 0 || !s.has(k, isVerb) || !announces(s.items[k].verb.Kind) {
		return nowhere(k)
	}
	j := s.until(v+1, k-v-1, isBody)
	if j < 0 {
		return nowhere(k)
	}
	return side{lo: j, hi: j + 1, bodies: s.items[j].bodies}
}

func statusOf(x *item, old string) string {
	switch {
	case x.is(isDenied):
		return denied
	case x.is(isPostponed):
		return postponed
	case old != "", !x.is(isPlanned):
		return old
	}
	return planned
}

// comesNext tells whether who holds the office of item k is put into one behind it: bãi nhiệm Chủ tịch
// và bầu | A giữ chức Chủ tịch.
func comesNext(l *line, of, k int) bool {
	for j := k + 2; j < len(l.items); j++ {
		if x := &l.items[j]; x.is(isPerson) && x.of == of {
			return l.has(j-1, isVerb) && l.items[j-1].verb.Kind == "appointment"
		}
	}
	return false
}
