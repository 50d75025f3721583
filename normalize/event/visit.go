package event

import "cmp"

// visits reads "A thăm Nhật Bản", "A bắt đầu chuyến thăm chính thức Việt Nam".
func visits(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if v.Reach && !s.reaches(k+1) {
		return nil
	}
	x := s.visitor(k)
	if len(x.people) == 0 || x.suffers() {
		return nil
	}
	d := s.draft(v.Kind, x.lo, k, k+1, x.status)
	d.add(v.Subject, &x)
	place, end := s.placeAt(s.skipsTo(k + 1))
	d.place, d.work, d.reach = place, v.Work, v.Reach
	if end > 0 {
		d.to = s.items[end-1].to
		d.land = s.landAt(s.skipsTo(k+1), end)
	}
	s.invited(d, k)
	list := []*draft{d}
	if m := s.alsoMeets(k, &x); m != nil {
		list = append(list, m)
	}
	return list
}

// visitOf reads "Chuyến thăm Việt Nam của A diễn ra; đã được hoãn".
func visitOf(s *sentence, k int) []*draft {
	place, end := s.placeAt(k + 1)
	if end == 0 || s.at(k-1).frame&trip == 0 || !s.has(end, isUnder) {
		return nil
	}
	x := s.after(end)
	j := s.until(x.hi, 8, isHappens|isPostponed|isDenied|isReport|isWish)
	if len(x.people) == 0 || !s.has(j, isHappens|isPostponed) {
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
func (s *sentence) reaches(k int) bool {
	return s.has(k, isPlace) || s.has(k, isPlaceHead) && s.until(k+1, 16, isInspects) >= 0
}

// visitor gives who stands before a visit: the verb of motion and the place that
// was reached may stand between.
func (s *sentence) visitor(k int) side {
	x := s.subject(k)
	if !x.empty() {
		return x
	}
	if s.has(x.lo-1, isOccasion) {
		return s.before(x.lo - 1)
	}
	if y := s.namedBehind(k); !y.empty() {
		return y
	}
	for j := k - 1; j >= max(0, k-12); j-- {
		if s.has(j, isMove) {
			y := s.before(j)
			y.status = cmp.Or(x.status, y.status)
			return y
		}
		if s.has(j, isReport|isWish|isUnder|isVerb) && !s.has(j, isPlaceHead|isAt|isAux) {
			return x
		}
	}
	return x
}

// namedBehind gives the one of whom a fronted clause speaks: Thăm Quảng Ninh, A đề
// nghị.
func (s *sentence) namedBehind(k int) side {
	x := nowhere(k)
	if !s.opens(k) {
		return x
	}
	if j := s.speaker(k+1, 9, isReport|isWish|isAux|isPart|isVerb); j >= 0 {
		x.people, x.hi = []int{s.items[j].of}, k+1
	}
	return x
}

// invited adds who invited the visitor.
func (s *sentence) invited(d *draft, k int) {
	j := s.until(0, len(s.items), isInvitation)
	if j < 0 {
		return
	}
	y := s.after(s.pass(j+1, len(s.items), isLower) - 1)
	if len(y.people) == 0 {
		return
	}
	d.add("host", &y)
	if j > k {
		d.to = s.items[y.hi-1].to
	}
}

// alsoMeets reads the second half of "thăm và làm việc với Tỉnh ủy".
func (s *sentence) alsoMeets(k int, x *side) *draft {
	j := k + 1
	if !s.has(j, isWith) {
		return nil
	}
	y := s.after(j)
	if !y.named() {
		return nil
	}
	d := s.draft("meeting", x.lo, k, y.hi, x.status)
	d.add("guest", x)
	d.add("host", &y)
	return d
}
