package event

import "slices"

// sentence is one sentence of a page, as items.
type sentence struct {
	*page
	first int // in the page
	items []item
}

// side is who stands on one side of a verb: items lo to hi-1.
type side struct {
	people  []int // indices of officials
	bodies  []int
	places  []string // codes of states that offices without a name serve
	offices []int    // items that are a title without a name
	both    bool     // hai bên
	lo, hi  int
	status  string // that an auxiliary between it and the verb gives
	passive int    // the item by which the verb is passive, -1
	aux     classes
}

// empty tells whether nobody is there.
func (x *side) empty() bool { return x.lo >= x.hi }

// named tells whether an official or a body is there.
func (x *side) named() bool { return len(x.people)+len(x.bodies) > 0 || x.both }

func (s *sentence) word(k int) string { return s.text.Word(s.items[k].from) }

// has tells whether item k is there and is one of the classes.
func (s *sentence) has(k int, c classes) bool { return k >= 0 && k < len(s.items) && s.items[k].is(c) }

// skippedBefore are the words between a subject and its verb.
const skippedBefore = isAux | isLight | isPlanned | isDenied | isPostponed | isDate

// before gives who stands before item k, with nothing but auxiliaries between.
func (s *sentence) before(k int) side {
	x := side{passive: -1}
	j := k
	for s.has(j-1, skippedBefore|isPassive) && !s.has(j-1, isPerson|isBody) {
		j--
		x.aux |= s.items[j].classes
		if s.items[j].is(isPassive) {
			x.passive = j
		}
		x.status = statusOf(&s.items[j], x.status)
	}
	x.lo, x.hi = j, j
	for x.lo > 0 {
		n := s.memberBefore(x.lo, x.lo == x.hi)
		if n == x.lo {
			break
		}
		x.lo = n
	}
	if s.has(x.lo-1, isInvitation|isOccasion) {
		x.lo = s.behindComma(x.lo, x.hi)
	}
	s.fill(&x)
	return x
}

// behindComma gives the item behind the first comma of a side, which ends a fronted
// phrase: nhận lời mời của A, B thăm.
func (s *sentence) behindComma(lo, hi int) int {
	for k := lo; k < hi; k++ {
		if s.has(k, isComma) {
			return k + 1
		}
	}
	return lo
}

// memberBefore gives the first item of the member that ends before item j, with
// the connective behind it, or j.
func (s *sentence) memberBefore(j int, first bool) int {
	k := j - 1
	if !first {
		if !s.has(k, isAnd|isComma|isWith) {
			return j
		}
		for s.has(k, isAnd|isComma) {
			k--
		}
	}
	if s.has(k, isPerson|isBody|isOffice|isGroup|isBoth) {
		return k
	}
	return j
}

// after gives who stands right behind item k.
func (s *sentence) after(k int) side {
	x := side{passive: -1}
	j := k + 1
	for s.has(j, isAux|isAnd) && !s.has(j, isPerson|isBody|isGroup) {
		j++
	}
	x.lo, x.hi = j, j
	for x.hi < len(s.items) {
		n := s.memberAfter(x.hi, x.lo == x.hi)
		if n == x.hi {
			break
		}
		x.hi = n
	}
	s.fill(&x)
	if x.empty() {
		s.stranger(&x)
	}
	return x
}

// stranger reads somebody who is nobody's official but has an office: bà A, Phó Chủ
// tịch Ngân hàng B; Giáo sư C, Hiệu trưởng.
func (s *sentence) stranger(x *side) {
	for j := x.lo; j < min(len(s.items), x.lo+7); j++ {
		if j > x.lo && s.has(j, isComma|isMark) && s.has(j-1, isName) && j+1 < len(s.items) && s.has(j+1, isOffice) {
			x.hi = j + 2
			x.offices = append(x.offices, j+1)
			x.bodies = append(x.bodies, s.items[j+1].bodies...)
			return
		}
		if !s.has(j, isName|isLower) {
			return
		}
	}
}

// memberAfter gives the item behind the member that begins at item j, or j.
func (s *sentence) memberAfter(j int, first bool) int {
	k := j
	if !first {
		if !s.has(k, isAnd|isComma|isWith) {
			return j
		}
		for s.has(k, isAnd|isComma|isWith) {
			k++
		}
	}
	if s.has(k, isPerson|isBody|isOffice|isGroup) && !s.startsClause(k) {
		return k + 1
	}
	return j
}

// startsClause tells whether the member at item k acts itself: a verb follows.
func (s *sentence) startsClause(k int) bool {
	return s.has(k-1, isComma) && s.has(k+1, isAux|isPlanned|isReport|isWish|isPart|isVerb|isPassive|isLight) && !s.has(k+1, isAnd|isPost|isLead)
}

// fill reads the members of a side.
func (s *sentence) fill(x *side) {
	for k := x.lo; k < x.hi; k++ {
		y := &s.items[k]
		switch {
		case y.is(isPerson):
			x.people = appendNew(x.people, y.of)
			x.status = statusOf(y, x.status)
		case y.is(isOffice):
			s.fillOffice(x, k)
		case y.is(isBoth):
			x.both = true
		}
		if !y.is(isPerson) || y.role {
			for _, b := range y.bodies {
				x.bodies = appendNew(x.bodies, b)
			}
		}
	}
}

// fillOffice adds the official whom a title without a name means, or the title.
func (s *sentence) fillOffice(x *side, k int) {
	if of, ok := s.holder(&s.items[k]); ok {
		x.people = appendNew(x.people, of)
		return
	}
	x.offices = append(x.offices, k)
	if code := s.items[k].state(); code != "" {
		x.places = append(x.places, code)
	}
}

// holder gives the only official who holds the office that item x names; where very
// many hold one of that title, nobody is meant by it.
func (a *article) holder(x *item) (int, bool) {
	found := -1
	for _, i := range a.holders[x.name][:min(len(a.holders[x.name]), mostHolders)] {
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
	if x.state() != "" && o.Country != x.state() {
		return false
	}
	for _, p := range o.Posts {
		if p.Title == x.name && (len(x.bodies) == 0 || a.isAgency(x.bodies, p.Agency)) {
			return true
		}
	}
	return false
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

func statusOf(x *item, old string) string {
	switch {
	case x.is(isDenied):
		return denied
	case x.is(isPostponed):
		return postponed
	case x.is(isPlanned) && old == "":
		return planned
	}
	return old
}
