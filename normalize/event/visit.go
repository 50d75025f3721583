package event

import (
	"cmp"
	"slices"
)

// visit is a visit that the verb at one item tells.
type visit struct {
	*sentence
	k int // the item
}

// visits reads "A thăm Nhật Bản", "A bắt đầu chuyến thăm chính thức Việt Nam".
func visits(s *sentence, k int) []*draft {
	v, t := s.items[k].verb, visit{s, k}
	if v.Reach && !reaches(&s.line, k+1) {
		return nil
	}
	x := t.visitor()
	if len(x.people) == 0 || v.Reach && t.comesHome(&x) || meetsFor(t) {
		return nil
	}
	d := s.draft(v.Kind, x.lo, k, k+1, x.status)
	place, end := s.placesAt(s.skipsTo(k + 1))
	if s.at(k+1).frame&gateway != 0 {
		place, end = s.placeWithin(k + 1)
	}
	if v.Placed && t.unplaced(d, place) {
		return nil // viếng đồng chí A
	}
	d.place, d.work, d.reach, d.fronted, d.over = place, v.Work, v.Reach, x.lo == k, x.leaves&ends != 0
	if end > 0 {
		d.to = s.items[end-1].to
		d.land = s.landAt(s.skipsTo(k+1), max(end, landedIn(&s.line, k+1)+1))
	}
	t.leaveHosts(&x, d)
	d.add(v.Subject, &x)
	t.invited(d)
	list := []*draft{d}
	if m := t.alsoMeets(&x); m != nil {
		list = append(list, m)
	}
	return list
}

// meetsFor tells whether the verb says what for somebody has met somebody, as the sentence told: A làm việc với B để | kiểm tra.
func meetsFor(t visit) bool {
	last := len(t.told) - 1
	if !t.has(t.before(t.k).lo-1, isPurpose) || last < 0 {
		return false
	}
	d := t.told[last]
	return talksOf(d.kind) != 0 && d.page == t.number && d.line == t.index
}

// unplaced tells whether no place stands behind the verb, and behind no "tại": đặt vòng hoa tại X; thắp
// hương viếng các liệt sĩ tại X; but of somebody who died viếng A tại nhà riêng is no visit.
func (t visit) unplaced(d *draft, place string) bool {
	to := t.skipsTo(t.k + 1)
	switch {
	case place != "":
		return !t.has(to, isPlace|isPlaceHead) && !t.has(to-1, isAt)
	case t.headline(), t.has(t.k+1, members|isName|isOf|isComma|isAnd|isMark|isMove):
		return true
	}
	return t.until(0, len(t.items), isAt) < 0 || t.placeOf(d) == ""
}

// comesHome tells whether somebody comes to the capital of his own state.
func (t visit) comesHome(x *side) bool {
	y := t.at(t.k + 1)
	if j := landedIn(&t.line, t.k+1); j >= 0 {
		return t.items[j].state() == t.in.Officials[x.people[0]].Country
	}
	return y.is(isPlaceHead) && y.is(isPlace) && y.state() == t.in.Officials[x.people[0]].Country
}

// visitOf reads "Chuyến thăm Việt Nam của A diễn ra; đã được hoãn; bắt đầu ngày 10/6".
func visitOf(s *sentence, k int) []*draft {
	place, end := s.placeAt(k + 1)
	if s.at(k-1).frame&trip == 0 || !s.has(end, isUnder) {
		return nil
	}
	x := s.after(end)
	j := s.until(x.hi, 8, isHappens|isPostponed|isDenied|isReport|isWish)
	switch {
	case s.has(j, isHappens|isPostponed):
	case s.runs(x.hi, isAux, isDate):
		j = x.hi
	default:
		return nil
	}
	d := s.draft(s.items[k].verb.Kind, k-1, k, j+1, "")
	for i := x.hi; i < len(s.items); i++ {
		if status := statusOf(&s.items[i], d.status); s.has(i, isPlanned|isPostponed) {
			d.status = status
		}
	}
	d.add(s.items[k].verb.Subject, &x)
	d.place, d.land = place, s.landAt(k+1, end)
	return []*draft{d}
}

// reaches tells whether a place that somebody comes to stands at item k: a state or its
// capital, or a place to be inspected.
func reaches(l *line, k int) bool {
	switch {
	case l.has(k, isPlace):
		return true
	case !l.has(k, isPlaceHead):
		return false
	case l.has(k+1, isPlace):
		return true // tới thủ đô | Viêng Chăn
	}
	return landedIn(l, k) >= 0 || l.until(k+1, 16, isInspects) >= 0
}

// landedIn gives the item of the state or city of the airport at item k: sân bay Wattay, Thủ đô | Viêng Chăn; -1 where
// none is, or it is another place.
func landedIn(l *line, k int) int {
	const near = 9
	if l.at(k).frame&gateway == 0 {
		return -1
	}
	return l.sooner(k, near, isPlace, isVerb|isPart|isLight|isPerson|isMark)
}

// visitor gives who stands before the verb: the verb of motion and the place that
// was reached may stand between.
func (t visit) visitor() side {
	x := t.subject(t.k)
	if !x.empty() {
		return x
	}
	if t.has(x.lo-1, isOccasion) {
		return t.guestOf(t.before(x.lo - 1))
	}
	if y := t.namedBehind(); !y.empty() {
		return y
	}
	for j := t.k - 1; j >= max(0, t.k-12); j-- {
		if t.has(j, isMove) {
			y := t.before(j)
			y.status = cmp.Or(x.status, y.status)
			return y
		}
		if t.has(j, isReport|isWish|isUnder|isVerb) && !t.has(j, isPlaceHead|isAt|isAux) {
			return x
		}
	}
	return x
}

// guestOf leaves out a side of the state that is visited: A hội kiến Thủ tướng Thái Lan B nhân
// chuyến thăm Bangkok.
func (t visit) guestOf(x side) side {
	from := t.skipsTo(t.k + 1)
	_, end := t.placeAt(from)
	if land := t.landAt(from, end); len(x.people) > 0 && t.in.Officials[x.people[0]].Country == land {
		if t.items[t.k].verb.Work {
			return t.before(x.lo - 1) // where they met
		}
		return nowhere(t.k)
	}
	return x
}

// namedBehind gives the one of whom a fronted clause speaks: Thăm Quảng Ninh, A đề
// nghị.
func (t visit) namedBehind() side {
	x := nowhere(t.k)
	if !t.opens(t.passBack(t.k, isLight)) {
		return x
	}
	if j := t.speaker(t.k+1, 9, isReport|isWish|isAux|isPart|isVerb|isMove); j >= 0 {
		x.people, x.hi = []int{t.items[j].of}, t.k+1
	}
	return x
}

// leaveHosts takes those of the state that is visited from a row of persons behind an invitation,
// where the last is of another: theo lời mời của A, B, C sẽ thăm Việt Nam.
func (t visit) leaveHosts(x *side, d *draft) {
	n := len(x.people)
	if n < 2 || d.land == "" || t.until(0, t.k, isInvitation) < 0 || t.in.Officials[x.people[n-1]].Country == d.land {
		return
	}
	var guests, hosts []int
	for _, of := range x.people {
		if t.in.Officials[of].Country == d.land {
			hosts = append(hosts, of)
		} else {
			guests = append(guests, of)
		}
	}
	x.people = guests
	d.add("host", &side{people: hosts})
}

// invited adds who invited the visitor.
func (t visit) invited(d *draft) {
	j := t.until(0, len(t.items), isInvitation)
	if j < 0 || j < t.k && t.onTrip(0, j) {
		return // trong chuyến thăm Lào theo lời mời của A, B thăm tỉnh C
	}
	y := t.after(t.pass(j+1, len(t.items), isLower) - 1)
	if len(y.people) == 0 {
		return
	}
	d.add("host", &y)
	if j > t.k {
		d.to = t.items[y.hi-1].to
	}
}

// alsoMeets reads the second half of "thăm và làm việc với Tỉnh ủy".
func (t visit) alsoMeets(x *side) *draft {
	j := t.k + 1
	if !t.has(j, isWith) {
		return nil
	}
	y := t.after(j)
	if !y.named() {
		return nil
	}
	d := t.draft("meeting", x.lo, t.k, y.hi, x.status)
	d.add("guest", x)
	d.add("host", &y)
	return d
}

// landAt gives the state that the place at items lo to hi-1 names.
func (s *sentence) landAt(lo, hi int) string {
	if j := s.until(lo, hi-lo, isPlace); j >= 0 {
		return s.items[j].state()
	}
	return ""
}

// onVisit gives the item behind somebody of whom it is said before item j where he is: A đang ở
// thăm Lào | đã gặp B; j where nobody is.
func (s *sides) onVisit(j int) int {
	k := j
	if s.has(k-1, isComma) {
		k--
	}
	if !s.has(k-1, isPlace) {
		return j
	}
	v := s.passBack(k, isPlace|isPlaceHead) - 1
	who := s.passBack(v, isAux|isAt)
	if s.has(who-1, isComma) {
		who--
	}
	switch {
	case s.at(v).frame&takesPlace == 0, !s.has(who-1, isPerson):
		return j
	case k == j:
		return who // A đã đến Lào | dự Lễ kỷ niệm
	case who >= v, slices.ContainsFunc(s.items[who:v], func(x item) bool { return x.frame&past != 0 }):
		return j // A đã đến Lào, dự Lễ kỷ niệm
	}
	return who
}

// ofVisit tells whether the days of a draft are those of a visit by somebody else than the one
// who acts in it: Từ ngày 10 đến 12/6, A thăm Lào. B đã tiếp A.
func ofVisit(s *sentence, d *draft) bool {
	if !isRange(d.day) || !gathers(d.kind) || len(d.args) == 0 {
		return false
	}
	return slices.ContainsFunc(s.told, func(v *draft) bool {
		return v.kind == "visit" && v.page == d.page && v.day == d.day && !v.has(d.args[0].of)
	})
}
