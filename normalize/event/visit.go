package event

// visits reads "A thăm Nhật Bản", "A bắt đầu chuyến thăm chính thức Việt Nam".
func visits(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if v.Takes != "place" || v.Reach && !s.has(k+1, isPlace) {
		return nil
	}
	x := s.visitor(k)
	if len(x.people) == 0 || x.passive >= 0 {
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

// landAt gives the state that the place at items i to end names.
func (s *sentence) landAt(i, end int) string {
	for ; i < end; i++ {
		if s.has(i, isPlace) {
			return s.items[i].state()
		}
	}
	return ""
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
			y.status = statusOr(x.status, y.status)
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
	x := side{lo: k, hi: k, passive: -1}
	if !s.opens(k) {
		return x
	}
	for j := k + 1; j+2 < min(len(s.items), k+12); j++ {
		if s.has(j, isComma) && s.has(j+1, isPerson) && s.has(j+2, isReport|isWish|isAux|isPart|isVerb) {
			x.people = []int{s.items[j+1].of}
			x.hi = k + 1
			return x
		}
	}
	return x
}

func statusOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// skipsTo gives the item from which the place of a visit is read: small words
// such as "và làm việc tại" before it are passed over.
func (s *sentence) skipsTo(k int) int {
	for j := k; j < min(len(s.items), k+5); j++ {
		if s.has(j, isPlace|isPlaceHead|isBody|isName) {
			return j
		}
		if !s.has(j, isAt|isAnd|isMove|isVerb|isAux) {
			return k
		}
	}
	return k
}

// invited adds who invited the visitor.
func (s *sentence) invited(d *draft, k int) {
	for j := range s.items {
		if !s.has(j, isInvitation) {
			continue
		}
		for s.has(j+1, isLower) {
			j++
		}
		if y := s.after(j); len(y.people) > 0 {
			d.add("host", &y)
			if j > k {
				d.to = s.items[y.hi-1].to
			}
		}
		return
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

// signs reads "A và B ký Bản ghi nhớ", "A chứng kiến lễ ký".
func signs(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if v.Takes != "document" {
		return nil
	}
	x := s.subject(k)
	doc := s.documentAfter(k)
	if x.empty() || x.passive >= 0 || !x.named() || doc < 0 && v.Subject == "signer" {
		return nil
	}
	d := s.draft(v.Kind, x.lo, k, max(doc+1, k+1), x.status)
	d.add(v.Subject, &x)
	if j := s.withAfter(k); j >= 0 && v.With != "" {
		y := s.after(j)
		d.add(v.With, &y)
	}
	if len(d.args)+len(d.bodies) < 2 && v.Subject == "signer" {
		return nil
	}
	if doc >= 0 {
		d.name = s.nameFrom(doc)
	}
	d.inherits = true
	return []*draft{d}
}

// documentAfter gives the item of a treaty or memorandum behind the verb, -1.
func (s *sentence) documentAfter(k int) int {
	for j := k + 1; j < min(len(s.items), k+7); j++ {
		if s.has(j, isDocument) {
			return j
		}
		if s.has(j, isComma|isReport|isDecision) {
			return -1
		}
	}
	return -1
}

// nameFrom gives the name that begins at item k: to the end of its phrase.
func (s *sentence) nameFrom(k int) string {
	return s.text.Slice(s.items[k].from, s.items[s.phraseEnd(k)-1].to)
}

// phraseEnd gives the item behind the noun phrase that begins at item k.
func (s *sentence) phraseEnd(k int) int {
	j := k + 1
	for j < len(s.items) {
		x := &s.items[j]
		if x.is(isComma|isMark|isBy|isHappens|isReport|isPassive|isAt|isAlongside|isDate|isPerson|isDenied|isPlanned|isLight) || x.is(isPart|isAux) && !x.is(isLower|isUnder|isWish) && j > k+1 {
			break
		}
		j++
	}
	for j > k+1 && s.has(j-1, isAt|isAnd|isAux|isBy) {
		j--
	}
	return j
}
