package event

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/reading"
)

// side is who stands on one side of a verb: items lo to hi-1.
type side struct {
	people  []int // indices of officials
	bodies  []int
	offices []int // items that are a title without a name
	both    bool  // hai bên
	lo, hi  int
	status  string // that an auxiliary between it and the verb gives
	aux     classes
	leaves  frame // departs, ends: the day before is not that of what the verb tells
}

// empty tells whether nobody is there.
func (x *side) empty() bool { return x.lo >= x.hi }

// named tells whether an official or a body is there.
func (x *side) named() bool { return x.size() > 0 || x.both }

// known tells whether an official, a body or a title is there.
func (x *side) known() bool { return x.named() || len(x.offices) > 0 }

// size is the number of officials and bodies.
func (x *side) size() int { return len(x.people) + len(x.bodies) }

// suffers tells whether the side stands before a passive.
func (x *side) suffers() bool { return x.aux&isPassive != 0 }

// acts tells whether somebody stands before an active verb.
func (x *side) acts() bool { return !x.empty() && !x.suffers() }

// nowhere is a side where nobody stands.
func nowhere(k int) side { return side{lo: k, hi: k} }

// sides reads who stands where in a line.
type sides struct{ line }

// members are what a side is made of.
const members = isPerson | isBody | isOffice | isGroup | isBoth

// before gives who stands before item k, with nothing but auxiliaries between.
func (s *sides) before(k int) side {
	x := side{}
	j := skipBefore(&s.line, k, &x)
	if left := leaving(&s.line, j); left < j {
		j = skipBefore(&s.line, left, &x)
	}
	switch {
	case s.runs(j-4, isPerson, isComma, isDate, isComma):
		j -= 3 // A, chiều 28/6, đã chủ trì
	case s.runs(j-5, isPerson, isComma, isAnd, isPerson, isComma):
		j-- // A, cùng với B, đã tiếp
	case s.at(j-1).frame&relative != 0 && s.runs(j-3, isPerson, isComma):
		x.lo, x.hi = j-3, j-2 // A và B, người vừa | được bổ nhiệm
		s.fill(&x)
		return x
	}
	j = framedBefore(&s.line, s.onVisit(j), k)
	x.lo, x.hi = j, j
	for n := s.memberBefore(j, 0); n < x.lo; n = s.memberBefore(n, s.joint(n-1, n)) {
		x.lo = n
	}
	x.lo = listBefore(s, x.lo)
	withCompany(s, &x)
	if ofFronted(s, x.lo) {
		x.lo = s.behindComma(x.lo, x.hi)
	}
	if s.leftAt(x.lo) && s.has(x.lo+1, joints) && x.lo+2 < x.hi {
		x.lo += 2 // A thôi giữ chức X, B được bổ nhiệm
	}
	if closesClause(&s.line, &x) {
		x.lo = s.behindComma(x.lo, x.hi)
	}
	for s.has(x.lo-1, isComma) && invitedBefore(&s.line, x.lo-1) && s.until(x.lo, x.hi-x.lo, isComma) >= 0 {
		x.lo = s.behindComma(x.lo, x.hi)
	}
	s.fill(&x)
	return x
}

// leftAt tells whether item k is the office that the verb before it gives up or takes.
func (s *sides) leftAt(k int) bool {
	return s.runs(k-1, isVerb, isOffice) && takesOwn(&s.items[k-1])
}

// joints are what stands between the members of a side.
const joints = isAnd | isComma | isWith

// joint gives what must stand between the members at items i and j: nothing between
// "các đồng chí" and the first of them, "đại diện" and the body.
func (s *sides) joint(i, j int) classes {
	if s.has(i, isGroup) && s.has(j, isPerson|isBody) {
		return 0
	}
	return joints
}

// behindComma gives the item behind the first comma of a side, which ends a fronted
// phrase: nhận lời mời của A, B thăm; tại Văn phòng Chính phủ, A tiếp B.
func (s *sides) behindComma(lo, hi int) int {
	if k := s.until(lo, hi-lo, isComma); k >= 0 {
		return k + 1
	}
	return lo
}

// memberBefore gives the item of the member that ends before item j, with a joint
// between, or j.
func (s *sides) memberBefore(j int, joint classes) int {
	k := j - 1
	if joint != 0 {
		if !s.has(k, joint) {
			return j
		}
		for s.has(k, joint) {
			k--
		}
	}
	if s.has(k, members) {
		return k
	}
	return j
}

// after gives who stands right behind item k.
func (s *sides) after(k int) side {
	j := k + 1
	for s.has(j, isAux|isAnd) && !s.has(j, isPerson|isBody|isGroup) {
		j++
	}
	if s.runs(j, isSeveral, isOffice) && s.at(j+1).frame&crowd == 0 {
		return side{lo: j + 1, hi: j + 2, offices: []int{j + 1}} // tiếp các | Đại sứ Cuba, Lào: not he who holds the office
	}
	x := nowhere(j)
	for n := s.memberAfter(j, 0); n > x.hi; n = s.memberAfter(n, s.joint(n-1, n)) {
		x.hi = n
	}
	s.fill(&x)
	if x.empty() {
		s.stranger(&x)
	}
	return x
}

// memberAfter gives the item behind the member that begins at item j, with a joint
// before it, or j.
func (s *sides) memberAfter(j int, joint classes) int {
	k := j
	for s.has(k, joint) || s.listGoesOn(k) {
		k++
	}
	if k > j && s.at(k).frame&standing != 0 && s.has(k+1, isBody) {
		k++ // và Thường trực | Tỉnh ủy A
	}
	switch {
	case joint != 0 && k == j, !s.has(k, members&^isBoth), s.startsClause(k):
		return j
	}
	return k + 1
}

// startsClause tells whether the member at item k acts itself: a verb follows.
func (s *sides) startsClause(k int) bool {
	return s.runs(k-1, isComma, members, isAux|isPlanned|isReport|isWish|isPart|isVerb|isPassive|isLight) && !s.has(k+1, isAnd|isPost|isLead)
}

// stranger reads somebody who is nobody's official but has an office: bà A, Phó Chủ
// tịch Ngân hàng B; Giáo sư C, Hiệu trưởng.
func (s *sides) stranger(x *side) {
	j := s.pass(x.lo, 7, isName|isLower)
	if !s.runs(j-1, isName, isComma|isMark, isOffice) {
		return
	}
	x.hi = j + 2
	x.offices = append(x.offices, j+1)
	x.bodies = append(x.bodies, s.items[j+1].bodies...)
}

// fill reads the members of a side.
func (s *sides) fill(x *side) {
	for k := x.lo; k < x.hi; k++ {
		y := &s.items[k]
		switch {
		case y.is(isPerson) && ofSpouse(&s.line, k): // Phu nhân Thủ tướng A
		case y.is(isPerson):
			x.people = appendNew(x.people, y.of)
			x.status = statusOf(y, x.status)
		case y.is(isOffice):
			s.fillOffice(x, k)
		case y.is(isBoth):
			x.both = true
		}
		if y.role || !y.is(isPerson) {
			for _, b := range y.bodies {
				x.bodies = appendNew(x.bodies, b)
			}
		}
	}
}

// fillOffice adds the official whom a title without a name means, or the title.
func (s *sides) fillOffice(x *side, k int) {
	y := &s.items[k]
	many := y.frame&crowd != 0 && s.has(k+1, actsNext) // đại biểu HĐND tỉnh | đã bầu
	if of, ok := s.holder(y); ok && !many && !comesNext(&s.line, of, k) {
		x.people = appendNew(x.people, of)
		return
	}
	x.offices = append(x.offices, k)
}

// subject gives who stands before the verb at item k, or before the verb whose
// subject it shares: A đến thăm và làm việc với B.
func (s *sides) subject(k int) side {
	x := s.before(k)
	if !x.empty() || x.suffers() {
		return x
	}
	if of := s.quotedWhen(x.lo - 1); of >= 0 {
		return side{lo: x.lo - 1, hi: x.lo, people: []int{of}}
	}
	v := s.sharedVerb(x.lo)
	if v < 0 {
		return beforeUnknown(s, x, s.at(k).verb)
	}
	if s.items[v].frame&endured != 0 && s.has(x.lo-1, isPurpose) {
		return x // A thôi giữ chức X để điều động làm Y
	}
	y := s.givenBy(v)
	if by := chairedAt(s, v, k); !by.empty() {
		return by
	}
	y.status, y.aux, y.leaves = cmp.Or(x.status, y.status), y.aux&^isPassive, y.leaves|x.leaves
	return y
}

// quotedWhen gives who said something when he did what stands behind "khi" at item k: lời
// của A khi thăm; A nói khi thăm; -1 if nobody is.
func (s *sides) quotedWhen(k int) int {
	switch {
	case s.runs(k-2, isOf, isPerson, isWhen):
		return s.items[k-1].of
	case s.runs(k-2, isPerson, isReport, isWhen):
		return s.items[k-2].of
	}
	return saidWhen(&s.line, k)
}

// sharedVerb gives the verb before the connective at item j-1, or before the "sau đó" behind it,
// -1 if none is; what is no event may stand there too: A cải tổ nội các, | cách chức B.
func (s *sides) sharedVerb(j int) int {
	if s.has(j-1, isGoesOn) {
		j--
	}
	if !s.has(j-1, isAnd|isComma|isPurpose) && !s.semicolon(j-1) {
		return -1
	}
	if i := sameBefore(&s.line, j); i >= 0 {
		return i
	}
	for i := beforeReason(s, j-2); i >= 0; i-- {
		switch {
		case s.items[i].frame&duty != 0 && s.pass(i+1, j, isLower|isComma|isAnd) >= j:
			return -1 // công tác kiểm tra, kỷ luật
		case s.has(i, isVerb|isPart|isMove|isLight), s.items[i].frame&reshuffle != 0:
			return givingVerb(&s.line, i)
		case s.has(i, isReport|isWish), s.runs(i, isBy, members), s.has(i, isMark) && !s.text.Is(s.items[i].from, reading.Dash|reading.Semicolon):
			return -1
		}
	}
	return -1
}

// beforeReason gives the item before a reason that ends with item i, i itself where none does:
// miễn nhiệm A | do chuyển công tác, bầu B.
func beforeReason(s *sides, i int) int {
	for k := i; k >= 0 && !s.has(k, members|isComma|isMark); k-- {
		if s.has(k, isBy) {
			return k - 1
		}
	}
	return i
}

// counterpart tells whether a side can be one of a meeting: an official, a body,
// or an office of somebody whom the text does not name.
func (s *sides) counterpart(y *side) bool {
	switch {
	case y.named(), s.unnamed(y):
		return true
	}
	return len(y.offices) > 0
}

// unnamed tells whether a side is leaders of a place.
func (s *sides) unnamed(y *side) bool { return s.has(y.lo, isLeaders) }

// strange tells whether somebody of the side is nobody whom the text names.
func (s *sides) strange(y *side) bool { return len(y.offices) > 0 || s.unnamed(y) }

// decides are the words between who decides and what is decided.
const decides = isDecision | isLight | isAux | isNoun | isPart | isUnder | isPlanned | isDate | isLower | isVerb | isNumber

// decider gives who decided what begins at item k: only words of decision stand
// between.
func (s *sides) decider(k int) side {
	j := k
	for (s.has(j-1, decides) && !s.has(j-1, isPlain|isWish|isReport) || listsDecided(&s.line, j-1)) && k-j < 12 {
		j--
	}
	x := s.before(j)
	if !x.known() {
		x = maker(s, j, k)
	}
	if j == k || !x.known() {
		return nowhere(k)
	}
	return x
}

// maker gives whom the words of decision at items lo to hi-1 name: theo Nghị quyết của
// Ủy ban Thường vụ Quốc hội.
func maker(s *sides, lo, hi int) side {
	for k := lo; k < hi; k++ {
		if len(s.items[k].bodies) > 0 {
			return side{lo: k, hi: k + 1, bodies: s.items[k].bodies}
		}
	}
	return nowhere(hi)
}

// givenBy gives who acts, right before the verb or before words of decision.
func (s *sides) givenBy(k int) side {
	x := s.subject(k)
	if !x.empty() {
		return x
	}
	if y := s.decider(k); !y.empty() {
		return y
	}
	if j := announcedBehind(&s.line, k); j >= 0 {
		y := s.before(j)
		y.aux &^= isPassive
		return y
	}
	return x
}

// holder gives the only official who holds the office that item x names; where very
// many hold one of that title, nobody is meant by it.
func (a *article) holder(x *item) (int, bool) {
	found := -1
	for _, i := range a.memory.holders[x.name][:min(len(a.memory.holders[x.name]), mostHolders)] {
		if !a.holds(i, x) {
			continue
		}
		if found >= 0 {
			return 0, false
		}
		found = i
	}
	return found, found >= 0
}

const mostHolders = 50

func (a *article) holds(i int, x *item) bool {
	o := &a.in.Officials[i]
	if code := x.state(); code != "" && o.Country != code {
		return false
	}
	return slices.ContainsFunc(o.Posts, func(p boctin.Post) bool {
		return p.Title == x.name && (len(x.bodies) == 0 || a.isAgency(x.bodies, p.Agency))
	})
}

func (a *article) isAgency(bodies []int, id string) bool {
	return slices.ContainsFunc(bodies, func(b int) bool { return a.in.Agencies[b].ID == id })
}

func appendNew(list []int, x int) []int {
	if slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}

// semicolon tells whether one stands at item k: what follows has the subject before it.
func (s *sides) semicolon(k int) bool {
	return s.has(k, isMark) && s.text.Is(s.items[k].from, reading.Semicolon)
}
