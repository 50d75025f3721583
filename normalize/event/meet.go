package event

// meetsObject reads A tiếp B.
func meetsObject(s *sentence, k int) []*draft {
	v := s.items[k].verb
	x := s.whoMeets(k)
	if !s.begun(k, &x) {
		return nil
	}
	y := s.after(k)
	if !s.counterpart(&y) {
		return nil
	}
	return s.meeting(k, &x, &y, v.Subject, v.Object)
}

// whoMeets gives who stands before the verb at item k, or who says of himself on which day: A
// cho biết đã gặp B hôm 6/10.
func (s *sentence) whoMeets(k int) side {
	x := s.subject(k)
	switch {
	case !x.empty(), x.suffers(), x.lo == k, !s.runs(x.lo-2, isPerson, isReport), s.dateFrom(k) < 0:
		return x
	}
	return side{lo: x.lo - 2, hi: x.lo - 1, people: []int{s.items[x.lo-2].of}, status: x.status}
}

// meeting makes the event of two sides.
func (s *sentence) meeting(k int, x, y *side, subject, object string) []*draft {
	if !x.known() {
		return nil
	}
	d := s.draft(s.talksAs(k), x.lo, k, y.hi, x.status)
	d.add(subject, x)
	d.add(object, y)
	d.retold = s.until(x.hi, k-x.hi, isReport) >= 0
	d.strangers = len(x.offices) > 0 || s.strange(y)
	if d.size() < 2 && !d.strangers {
		return nil
	}
	return []*draft{d}
}

// talksAs gives the kind of the talks at item k: a call where what they were held in is
// one. A và B trao đổi về Syria trong cuộc điện đàm; trong cuộc điện đàm, A và B thảo luận.
func (s *sentence) talksAs(k int) string {
	v := s.items[k].verb
	if !v.Mutual {
		return v.Kind
	}
	for _, n := range []int{s.until(0, k, isNoun), s.sooner(k, 12, isNoun, isComma|isReport|isVerb)} {
		if s.callAt(n) && (n > k || s.opens(n-1)) {
			return "call"
		}
	}
	return v.Kind
}

// callAt tells whether item n is a call in which something was said.
func (s *sentence) callAt(n int) bool {
	return s.has(n, isNoun) && s.items[n].noun.Kind == "call" && s.has(n-1, isAt|isUnder)
}

// meetsWith reads A hội đàm với B, A có buổi làm việc với B.
func meetsWith(s *sentence, k int) []*draft {
	v, j := s.items[k].verb, s.withAfter(k)
	if j < 0 {
		return nil
	}
	x, y := s.whoMeets(k), s.after(j)
	if !x.acts() {
		return nil
	}
	if y.empty() {
		return s.withPlace(k, j+1, &x)
	}
	if !s.counterpart(&y) {
		return nil
	}
	return s.meeting(k, &x, &y, v.Subject, v.With)
}

// withPlace reads "A làm việc với Quận 9": those who govern the place.
func (s *sentence) withPlace(k, j int, x *side) []*draft {
	place, end := s.placeAt(j)
	if end == 0 || !x.named() || s.until(j, end-j, isPlace|isPlaceHead) < 0 {
		return nil
	}
	d := s.draft(s.items[k].verb.Kind, x.lo, k, end, x.status)
	d.add(s.items[k].verb.Subject, x)
	d.place, d.strangers = place, true
	return []*draft{d}
}

// metTogether reads A và B hội đàm.
func metTogether(s *sentence, k int) []*draft {
	v := s.items[k].verb
	x, y := s.subject(k), nowhere(k+1)
	switch {
	case x.suffers() || len(x.people) == 0:
		return nil
	case v.Alone:
		return s.withOthers(k, &x)
	case len(x.people) < 2 || s.withAfter(k) >= 0 || s.has(k+1, isOffice|isGroup):
		return nil
	}
	return s.meeting(k, &x, &y, v.Subject, v.With)
}

// withOthers reads "A tiếp xúc cử tri": who is met stands in the verb.
func (s *sentence) withOthers(k int, x *side) []*draft {
	d := s.draft(s.items[k].verb.Kind, x.lo, k, k+1, x.status)
	d.add(s.items[k].verb.Subject, x)
	d.strangers = true
	if s.has(k+1, isPlaceHead|isPlace) {
		d.place, _ = s.placeAt(k + 1) // tiếp xúc cử tri quận Ba Đình
	}
	return []*draft{d}
}

// atMeeting reads "Tại buổi tiếp B, A khẳng định" and "A tuyên bố trong cuộc gặp với B ngày
// 5/12": whoever speaks there took part.
func atMeeting(s *sentence, k int) []*draft {
	if !s.has(k-1, isAt|isUnder|isSpeech) {
		return nil
	}
	y, lo := s.after(max(k, s.withAfter(k))), k
	i := s.speaker(y.hi, 8, isReport|isWish|isAux)
	switch {
	case i < 0 && s.until(y.hi, 4, isDate) >= 0:
		i = s.quoted(k - 1)
		lo = i
	case s.has(k-2, isSpeech) && s.opens(k-2):
		lo = k - 2 // Phát biểu trong cuộc gặp B, A khẳng định
	}
	if len(y.people) == 0 || i < 0 {
		return nil
	}
	d := s.draft(s.items[k].noun.Kind, lo, k, y.hi, "")
	if s.has(lo-1, isOf) {
		d.lo = 0
	}
	d.add("attendee", &y)
	d.addOne("attendee", s.items[i].of)
	if len(d.args) < 2 {
		return nil
	}
	return []*draft{d}
}

// quoted gives the person whose words are told right before item k: A tuyên bố như vậy |
// trong cuộc gặp; khẳng định của A | trong buổi tiếp; -1 if there is none.
func (s *sentence) quoted(k int) int {
	if s.runs(k-3, isReport, isOf, isPerson) {
		return k - 1
	}
	return s.reporter(k)
}

// recalled reads "A và B đã trao đổi … trong cuộc điện đàm cuối ngày 10/6": it tells no
// event, but of which day the one is that the text told of them.
func recalled(s *sentence, k int) []*draft {
	j := s.until(k+1, 6, isDate)
	if !s.has(k-1, isAt|isUnder) || s.pass(k+1, 6, isLower|isAux|isAt|isPost|isPlace|isPlaceHead) != j {
		return nil
	}
	d := s.draft(s.items[k].noun.Kind, k, k, j+1, "")
	d.loose, d.dates, d.day = true, true, s.dayAt(j)
	both := false
	for i := k - 1; i >= 0 && !s.has(i, isReport); i-- {
		if s.has(i, isPerson) {
			d.addOne("attendee", s.items[i].of)
		}
		both = both || s.has(i, isBoth)
	}
	if len(d.args) < 2 && !both {
		return nil
	}
	return []*draft{d}
}

// fronted reads "Tiếp B đang thăm Việt Nam, A đề nghị …".
func fronted(s *sentence, k int) []*draft {
	return s.frontedBy(k, k, s.items[k].verb.Object)
}

// frontedWith reads "Làm việc với B, A đề nghị …".
func frontedWith(s *sentence, k int) []*draft {
	j := s.withAfter(k)
	if j < 0 {
		return nil
	}
	return s.frontedBy(k, j, s.items[k].verb.With)
}

// frontedBy reads a meeting that opens a sentence with the verb at item k, the other
// side behind item j, and whoever speaks then.
func (s *sentence) frontedBy(k, j int, role string) []*draft {
	if !s.opens(k) {
		return nil
	}
	y := s.after(j)
	of := s.speaker(y.hi, len(s.items), isReport|isWish|isAux|isVerb|isPart)
	if of < 0 || !s.counterpart(&y) {
		return nil
	}
	x := side{lo: k, hi: k, people: []int{s.items[of].of}}
	return s.meeting(k, &x, &y, s.items[k].verb.Subject, role)
}

// between reads "cuộc gặp giữa A và B".
func between(s *sentence, k int) []*draft {
	x := &s.items[k]
	kind := ""
	if x.is(isNoun) {
		kind = x.noun.Kind
	} else {
		kind = x.verb.Kind
	}
	j := s.sooner(k, 7, isBetween, isComma|isAux|isPassive)
	if j < 0 {
		return s.together(kind, k)
	}
	return s.betweenAt(kind, k, j)
}

// together reads "A và B tiến hành vòng đàm phán".
func (s *sentence) together(kind string, k int) []*draft {
	if !s.runs(k-1, isLight|isPart, isNoun) {
		return nil
	}
	x := s.subject(k)
	if len(x.people) < 2 || x.suffers() {
		return nil
	}
	d := s.draft(kind, x.lo, k, s.phraseEnd(k), x.status)
	d.add("attendee", &x)
	return []*draft{d}
}

func (s *sentence) betweenAt(kind string, k, j int) []*draft {
	y := s.after(j)
	if y.size() == 0 || y.size()+len(y.offices) < 2 {
		return nil
	}
	d := s.draft(kind, k, k, y.hi, "")
	d.add("attendee", &y)
	d.loose, d.pair = !s.happens(k, y.hi), true
	d.strangers = len(y.offices) > 0
	return []*draft{d}
}

// happens tells whether the occasion at items k to hi is said to take place.
func (s *sentence) happens(k, hi int) bool {
	lo := max(0, k-3)
	return s.has(k-1, isLight|isPart) || s.until(lo, hi+6-lo, isHappens) >= 0
}
