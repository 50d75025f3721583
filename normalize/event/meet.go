package event

// subject gives who stands before the verb at item k, or before the verb whose
// subject it shares: A đến thăm và làm việc với B.
func (s *sentence) subject(k int) side {
	x := s.before(k)
	if !x.empty() || x.passive >= 0 {
		return x
	}
	if v := s.sharedVerb(x.lo); v >= 0 {
		y := s.subject(v)
		y.status, y.passive = statusOr(x.status, y.status), -1
		return y
	}
	return x
}

// sharedVerb gives the verb before the connective at item j-1, -1 if none is.
func (s *sentence) sharedVerb(j int) int {
	purpose := s.has(j-1, isWish) && s.word(j-1) == "để"
	if !s.has(j-1, isAnd|isComma) && !purpose {
		return -1
	}
	for i := j - 2; i >= 0; i-- {
		switch {
		case s.has(i, isVerb|isPart|isMove):
			return i
		case s.has(i, isReport|isWish|isBy), s.has(i, isMark) && s.word(i) != "-" && s.word(i) != "–":
			return -1
		}
	}
	return -1
}

// meetsObject reads A tiếp B.
func meetsObject(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if v.Object == "" || v.Takes != "" {
		return nil
	}
	x := s.subject(k)
	if x.passive >= 0 || x.empty() && !s.begins(k) {
		return nil
	}
	y := s.after(k)
	if !s.counterpart(&y, k+1) {
		return nil
	}
	return s.meeting(k, &x, &y, v.Subject, v.Object)
}

// begins tells whether a headline begins with the verb at item k, or with a place
// that acts: An Giang bầu Chủ tịch tỉnh.
func (s *sentence) begins(k int) bool {
	if s.number > 0 {
		return false
	}
	for j := range k {
		if !s.has(j, isPlace|isPlaceHead|isAnd|isVerb|isAux) {
			return false
		}
	}
	return true
}

// counterpart tells whether a side can be one of a meeting: an official, a body,
// or an office of somebody whom the text does not name.
func (s *sentence) counterpart(y *side, k int) bool {
	return y.named() || s.has(y.lo, isLeaders) && y.hi > y.lo || len(y.offices) > 0 && !s.many(y.lo)
}

// many tells whether item k is one of several unnamed: các Bộ trưởng.
func (s *sentence) many(k int) bool {
	return k > 0 && s.has(k-1, isLower|isGroup) && (s.word(k-1) == "các" || s.word(k-1) == "những")
}

// meeting makes the event of two sides.
func (s *sentence) meeting(k int, x, y *side, subject, object string) []*draft {
	if !x.named() && len(x.offices) == 0 {
		return nil
	}
	d := s.draft(s.items[k].verb.Kind, x.lo, k, y.hi, x.status)
	d.add(subject, x)
	d.add(object, y)
	d.strangers = len(y.offices) > 0 || len(x.offices) > 0 || s.has(y.lo, isLeaders)
	if len(d.args)+len(d.bodies) < 2 && !d.strangers {
		return nil
	}
	return []*draft{d}
}

// meetsWith reads A hội đàm với B, A có buổi làm việc với B.
func meetsWith(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if v.With == "" || v.Takes != "" {
		return nil
	}
	j := s.withAfter(k)
	if j < 0 {
		return nil
	}
	x, y := s.subject(k), s.after(j)
	if x.passive >= 0 || x.empty() {
		return nil
	}
	if place, end := s.placeAt(j + 1); end > 0 && y.empty() {
		return s.withPlace(k, end, &x, place)
	}
	if !s.counterpart(&y, j+1) {
		return nil
	}
	return s.meeting(k, &x, &y, v.Subject, v.With)
}

// withPlace reads "A làm việc với Quận 9": those who govern the place.
func (s *sentence) withPlace(k, end int, x *side, place string) []*draft {
	if !x.named() {
		return nil
	}
	d := s.draft(s.items[k].verb.Kind, x.lo, k, end, x.status)
	d.add(s.items[k].verb.Subject, x)
	d.place, d.strangers = place, true
	return []*draft{d}
}

// withAfter gives the preposition behind the verb at item k, at most a few small
// words off.
func (s *sentence) withAfter(k int) int {
	for j := k + 1; j < min(len(s.items), k+5); j++ {
		switch {
		case s.has(j, isWith) || s.has(j, isAnd) && s.word(j) == "cùng":
			return j
		case !s.has(j, isLower|isAux|isVerb|isDate|isNoun) || s.has(j, isComma):
			return -1
		}
	}
	return -1
}

// metTogether reads A và B hội đàm.
func metTogether(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if !v.Mutual || v.Takes != "" {
		return nil
	}
	x := s.subject(k)
	if v.Alone && len(x.people) > 0 && x.passive < 0 {
		return s.withOthers(k, &x)
	}
	if x.passive >= 0 || len(x.people) < 2 || s.withAfter(k) >= 0 || s.has(k+1, isOffice|isGroup) {
		return nil
	}
	return s.meeting(k, &x, &side{lo: k + 1, hi: k + 1}, v.Subject, v.With)
}

// withOthers reads "A tiếp xúc cử tri": who is met stands in the verb.
func (s *sentence) withOthers(k int, x *side) []*draft {
	d := s.draft(s.items[k].verb.Kind, x.lo, k, k+1, x.status)
	d.add(s.items[k].verb.Subject, x)
	d.strangers = true
	return []*draft{d}
}

// atMeeting reads "Tại buổi tiếp B, A khẳng định": whoever speaks there took part.
func atMeeting(s *sentence, k int) []*draft {
	n := s.items[k].noun
	if n.Kind != "meeting" && n.Kind != "call" || !s.has(k-1, isAt|isUnder) {
		return nil
	}
	j := k
	if w := s.withAfter(k); w >= 0 {
		j = w
	}
	y := s.after(j)
	if len(y.people) == 0 {
		return nil
	}
	for i := y.hi; i+2 < min(len(s.items), y.hi+10); i++ {
		if s.has(i, isComma) && s.has(i+1, isPerson) && s.has(i+2, isReport|isWish|isAux) {
			d := s.draft(n.Kind, k, k, y.hi, "")
			d.add("attendee", &y)
			d.addOne("attendee", s.items[i+1].of)
			if len(d.args) > 1 {
				return []*draft{d}
			}
		}
	}
	return nil
}

// fronted reads "Tiếp B đang thăm Việt Nam, A đề nghị …".
func fronted(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if v.Object == "" || v.Takes != "" || v.Mutual || !s.opens(k) {
		return nil
	}
	y := s.after(k)
	if !y.named() {
		return nil
	}
	for j := y.hi; j+2 < len(s.items); j++ {
		if s.has(j, isComma) && s.has(j+1, isPerson) && s.has(j+2, isReport|isWish|isAux|isVerb|isPart) {
			x := side{lo: k, hi: k, passive: -1, people: []int{s.items[j+1].of}}
			return s.meeting(k, &x, &y, v.Subject, v.Object)
		}
	}
	return nil
}

// opens tells whether nothing but days and places stands before item k.
func (s *sentence) opens(k int) bool {
	for j := range k {
		if !s.has(j, isDate|isComma|isAt|isPlace|isPlaceHead|isName|isBody|isMark|isAux) {
			return false
		}
	}
	return true
}

// passiveBy reads A được B tiếp, A bị B khởi tố.
func passiveBy(s *sentence, k int) []*draft {
	x := s.before(k)
	if x.passive >= 0 || x.empty() || !s.has(x.lo-1, isPassive) {
		return nil
	}
	v := s.items[k].verb
	y := s.before(x.lo - 1)
	if y.empty() || v.Object == "" {
		return nil
	}
	d := s.suffered(k, &y)
	d.add(v.Subject, &x)
	return s.whole(d, &y)
}

// passive reads A được bầu giữ chức, A bị bắt.
func passive(s *sentence, k int) []*draft {
	x, v := s.before(k), s.items[k].verb
	if x.passive < 0 || x.empty() || v.Object == "" || v.Takes == "" {
		return nil
	}
	d := s.suffered(k, &x)
	if d.kind == "appointment" && d.post == nil {
		return nil
	}
	return s.whole(d, &x)
}

// suffered makes the event of a passive verb at item k whose subject is x.
func (s *sentence) suffered(k int, x *side) *draft {
	v := s.items[k].verb
	d := s.draft(v.Kind, x.lo, k, k+1, x.status)
	d.add(v.Object, x)
	d.bodies = nil
	if v.Takes != "" {
		s.takes(d, k)
	}
	return d
}

// whole keeps a passive event whose subject is known, or for which a body acts.
func (s *sentence) whole(d *draft, x *side) []*draft {
	if len(d.args) == 0 && (len(d.bodies) == 0 || !policing(d.kind)) {
		return nil
	}
	return []*draft{d}
}

// policing tells whether private persons suffer events of that kind.
func policing(kind string) bool {
	switch kind {
	case "arrest", "prosecution", "trial", "sentence":
		return true
	}
	return false
}

// between reads "cuộc gặp giữa A và B".
func between(s *sentence, k int) []*draft {
	x := &s.items[k]
	kind := ""
	switch {
	case x.is(isNoun):
		kind = x.noun.Kind
	case x.verb.Mutual && x.verb.Takes == "":
		kind = x.verb.Kind
	}
	if kind != "meeting" && kind != "call" {
		return nil
	}
	for j := k + 1; j < min(len(s.items), k+8); j++ {
		if s.has(j, isComma|isAux|isPassive) {
			return nil
		}
		if s.has(j, isBetween) {
			return s.betweenAt(kind, k, j)
		}
	}
	return nil
}

func (s *sentence) betweenAt(kind string, k, j int) []*draft {
	y := s.after(j)
	if len(y.people)+len(y.bodies)+len(y.offices) < 2 || len(y.people)+len(y.bodies) == 0 {
		return nil
	}
	d := s.draft(kind, k, k, y.hi, "")
	d.add("attendee", &y)
	d.loose = !s.happens(k, y.hi)
	d.strangers = len(y.offices) > 0
	return []*draft{d}
}

// happens tells whether the occasion at items k to hi is said to take place.
func (s *sentence) happens(k, hi int) bool {
	for j := max(0, k-3); j < min(len(s.items), hi+6); j++ {
		if s.has(j, isHappens) {
			return true
		}
	}
	return s.has(k-1, isLight|isPart)
}
