package event

import "slices"

// meeting is a meeting or call that the verb or noun at one item tells.
type meeting struct {
	*sentence
	k int // the item
}

// meetsObject reads A tiếp B.
func meetsObject(s *sentence, k int) []*draft {
	v, m := s.items[k].verb, meeting{s, k}
	x := m.who()
	if !s.begun(k, &x) {
		return nil
	}
	y := s.after(k)
	if !s.counterpart(&y) {
		return nil
	}
	return m.of(&x, &y, v.Subject, v.Object)
}

// who gives who stands before the verb, or who says of himself on which day: A cho biết đã gặp
// B hôm 6/10; A ngày 9/6 cho biết ông vừa điện đàm với B.
func (m meeting) who() side {
	x := m.subject(m.k)
	switch {
	case !x.empty():
		return x
	case m.at(x.lo-1).frame&chairs != 0:
		return m.before(x.lo - 1) // A chủ trì | làm việc với B
	case x.lo == m.k:
		return x
	}
	j, known := x.lo, m.dateFrom(m.k) >= 0
	if m.at(j-1).frame&himself != 0 {
		j, known = j-1, m.happened(j, m.k)
	}
	p := m.passBack(j-1, isDate) - 1
	if !known || !m.has(j-1, isReport) || !m.has(p, isPerson) {
		return x
	}
	return side{lo: p, hi: p + 1, people: []int{m.items[p].of}, status: x.status}
}

// happened tells whether a word among items lo to hi-1 says that it has happened.
func (s *sentence) happened(lo, hi int) bool {
	return slices.ContainsFunc(s.items[lo:max(lo, hi)], func(x item) bool { return x.frame&past != 0 })
}

// of makes the event of two sides.
func (m meeting) of(x, y *side, subject, object string) []*draft {
	if !x.known() || errandFor(&m.line, m.k) {
		return nil
	}
	d := m.draft(m.talksAs(), x.lo, m.k, y.hi, x.status)
	d.add(subject, x)
	d.add(object, y)
	d.retold = m.until(x.hi, m.k-x.hi, isReport) >= 0
	d.strangers = len(x.offices) > 0 || m.strange(y)
	if d.size() < 2 && !d.strangers {
		return nil
	}
	return []*draft{d}
}

// talksAs gives the kind of the talks: a call where what they were held in is
// one. A và B trao đổi về Syria trong cuộc điện đàm; trong cuộc điện đàm, A và B thảo luận.
func (m meeting) talksAs() string {
	v := m.items[m.k].verb
	for _, n := range []int{m.until(0, m.k, isNoun), m.until(0, m.k, isVerb), m.sooner(m.k, 12, isNoun, isComma|isReport|isVerb)} {
		if m.callAt(n) && (n > m.k || m.opens(n-1) || m.runs(n-2, isComma, isAt|isUnder)) {
			return "call"
		}
	}
	return v.Kind
}

// callAt tells whether item n is a call in which something was said.
func (m meeting) callAt(n int) bool {
	if m.has(n, isNoun) {
		return m.items[n].noun.Kind == "call"
	}
	return n > 0 && m.has(n-1, isUnder) && m.items[n].verb.Kind == "call" // qua điện đàm
}

// meetsWith reads A hội đàm với B, A có buổi làm việc với B.
func meetsWith(s *sentence, k int) []*draft {
	v, m, j := s.items[k].verb, meeting{s, k}, s.withAfter(k)
	if j < 0 {
		return nil
	}
	x, y := m.who(), s.after(j)
	if !x.acts() || talkedFor(&s.line, k) {
		return nil
	}
	if y.empty() {
		return m.withPlace(j+1, &x)
	}
	if !s.counterpart(&y) {
		return nil
	}
	if s.has(k-1, isPart) {
		return m.of(&x, &y, s.items[k-1].part.Role, v.With) // A chủ trì làm việc với B
	}
	return m.of(&x, &y, v.Subject, v.With)
}

// withPlace reads "A làm việc với Quận 9": those who govern the place.
func (m meeting) withPlace(j int, x *side) []*draft {
	place, end := m.placeAt(j)
	if !x.named() || m.until(j, end-j, isPlace|isPlaceHead) < 0 || m.toldVisit(x, place) {
		return nil
	}
	d := m.draft(m.items[m.k].verb.Kind, x.lo, m.k, end, x.status)
	d.add(m.items[m.k].verb.Subject, x)
	d.place, d.strangers = place, true
	return []*draft{d}
}

// toldVisit tells whether the sentence told right before that those of a side visited a place: A đi
// kiểm tra và | làm việc với tỉnh B.
func (m meeting) toldVisit(x *side, place string) bool {
	if len(m.told) == 0 || len(x.people) == 0 {
		return false
	}
	d := m.told[len(m.told)-1]
	return d.kind == "visit" && d.page == m.number && d.line == m.index && d.place == place && d.has(x.people[0])
}

// metTogether reads A và B hội đàm.
func metTogether(s *sentence, k int) []*draft {
	v, m := s.items[k].verb, meeting{s, k}
	x, y := s.subject(k), nowhere(k+1)
	switch {
	case x.suffers(), talkedFor(&s.line, k):
		return nil
	case v.Alone && m.officiates(&x):
		return m.withOthers(&x)
	case v.Alone, !m.two(&x), s.withAfter(k) >= 0 || s.has(k+1, isOffice|isGroup):
		return nil
	}
	return m.of(&x, &y, v.Subject, v.With)
}

// talkedFor tells whether the verb at item k says what talks before it were for: điện đàm để | thảo luận.
func talkedFor(l *line, k int) bool {
	j := l.passBack(k, isAux) - 1
	return l.has(j, isPurpose) && l.at(j-1).frame&talks != 0
}

// officiates tells whether those of the side x do themselves what a verb says for which nobody need stand behind it. Of a
// ceremony bodies do what they hold, and persons not what stands behind a comma, or what they decide: Bộ X tổ chức
// khánh thành; but A kiểm tra cao tốc, khánh thành ngày 5/6; A ký quyết định khởi công.
func (m meeting) officiates(x *side) bool {
	at := m.before(m.k)
	switch {
	case m.items[m.k].verb.Kind != "ceremony":
		return len(x.people) > 0
	case m.has(m.k-1, isPart):
		return len(x.bodies) > 0
	case len(x.people) == 0:
		return false
	case at.empty():
		return m.has(at.lo-1, isAnd)
	}
	return !slices.ContainsFunc(m.items[x.hi:m.k], func(y item) bool { return y.is(isDecision | isLight) })
}

// two tells whether a side is of two who may meet: officials, or on a day that the sentence names
// bodies of two states.
func (m meeting) two(x *side) bool {
	if len(x.people) > 0 || len(x.bodies) != 2 {
		return len(x.people) > 1
	}
	return m.dated() && m.in.Agencies[x.bodies[0]].Country != m.in.Agencies[x.bodies[1]].Country
}

// withOthers reads "A tiếp xúc cử tri": who is met stands in the verb.
func (m meeting) withOthers(x *side) []*draft {
	d := m.draft(m.items[m.k].verb.Kind, x.lo, m.k, m.k+1, x.status)
	d.add(m.items[m.k].verb.Subject, x)
	d.strangers = true
	if d.kind == "meeting" && m.has(m.k+1, isPlaceHead|isPlace) {
		d.place, _ = m.placeAt(m.k + 1) // tiếp xúc cử tri quận Ba Đình
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
	case i < 0 && s.datedBehind(&y):
		i = s.quoted(k - 1)
		lo = i
	case s.has(k-2, isSpeech):
		lo = k - 2 // Phát biểu trong cuộc gặp B, A khẳng định
	}
	if i < 0 || len(y.people) == 0 && !((s.unnamed(&y) || y.named()) && s.datedBehind(&y)) {
		return nil
	}
	d := s.draft(s.items[k].noun.Kind, lo, k, y.hi, "")
	d.strangers = s.unnamed(&y) || len(y.people) == 0
	if s.has(lo-1, isOf) {
		d.lo = 0
	}
	d.add("attendee", &y)
	d.addOne("attendee", s.items[i].of)
	if len(d.args) < 2 && !d.strangers {
		return nil
	}
	return []*draft{d}
}

// datedBehind tells whether the day of what is told stands right behind a side.
func (s *sentence) datedBehind(y *side) bool {
	j := s.until(y.hi, 4, isDate)
	return j >= 0 && s.dayAt(j) != ""
}

// atTalks reads "Tại hội đàm, A và B nhất trí": of what was told before, but in the lead.
func atTalks(s *sentence, k int) []*draft {
	j := s.until(k+1, 6, isComma)
	if !s.has(k-1, isAt|isUnder) || !s.opens(k-1) || s.pass(k+1, 6, isLower|isDate|isAux) != j {
		return nil
	}
	x := s.before(s.pass(j+1, 8, isPerson|isAnd|isWith))
	if len(x.people) != 2 {
		return nil
	}
	d := s.draft(s.items[k].noun.Kind, k, k, x.hi, x.status)
	d.add("attendee", &x)
	d.loose, d.founds = true, s.lead() && foreign(&s.sides, &x)
	return []*draft{d}
}

// foreign tells whether the first two of a side serve different states.
func foreign(s *sides, x *side) bool {
	return s.in.Officials[x.people[0]].Country != s.in.Officials[x.people[1]].Country
}

// quoted gives the person whose words are told right before item k: A tuyên bố như vậy |
// trong cuộc gặp; khẳng định của A | trong buổi tiếp; -1 if there is none.
func (l *line) quoted(k int) int {
	if l.runs(k-3, isReport, isOf, isPerson) {
		return k - 1
	}
	return l.reporter(k)
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
	for i := k - 1; i >= 0; i-- {
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
	return meeting{s, k}.frontedBy(k, s.items[k].verb.Object)
}

// frontedWith reads "Làm việc với B, A đề nghị …".
func frontedWith(s *sentence, k int) []*draft {
	j := s.withAfter(k)
	if j < 0 {
		return nil
	}
	return meeting{s, k}.frontedBy(j, s.items[k].verb.With)
}

// frontedBy reads a meeting that opens a sentence with its verb, the other side behind
// item j, and whoever speaks then.
func (m meeting) frontedBy(j int, role string) []*draft {
	if !m.opens(m.k) {
		return nil
	}
	y := m.after(j)
	of := m.speaker(y.hi, len(m.items), isReport|isWish|isAux|isVerb|isPart)
	if of < 0 || !m.counterpart(&y) {
		return nil
	}
	x := side{lo: m.k, hi: m.k, people: []int{m.items[of].of}}
	return m.of(&x, &y, m.items[m.k].verb.Subject, role)
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
		return meeting{s, k}.together(kind)
	}
	return meeting{s, k}.betweenAt(kind, j)
}

// together reads "A và B tiến hành vòng đàm phán".
func (m meeting) together(kind string) []*draft {
	if !m.runs(m.k-1, isLight|isPart, isNoun) {
		return nil
	}
	x := m.subject(m.k)
	if len(x.people) < 2 {
		return nil
	}
	d := m.draft(kind, x.lo, m.k, m.phraseEnd(m.k), x.status)
	d.add("attendee", &x)
	return []*draft{d}
}

// betweenAt reads the two sides behind item j.
func (m meeting) betweenAt(kind string, j int) []*draft {
	y := m.after(j)
	if y.size()+len(y.offices) < 2 {
		return nil
	}
	if m.mayBe(y.hi) {
		return nil
	}
	d := m.draft(kind, m.k, m.k, y.hi, "")
	d.add("attendee", &y)
	d.loose, d.pair = !m.happens(y.hi) && !m.onDay(j, &y), true
	d.strangers = len(y.offices) > 0
	return []*draft{d}
}

// onDay tells whether the day of talks stands before the "giữa" at item j, or right behind the two
// sides: cuộc gặp giữa A và B ngày 15/6; cuộc hội đàm hôm 8/6 giữa A và B.
func (m meeting) onDay(j int, y *side) bool {
	if m.datedBehind(y) {
		return true
	}
	k := m.until(m.k, j-m.k, isDate)
	return k >= 0 && m.dayAt(k) != ""
}

// happens tells whether the occasion that ends before item hi is said to take place.
func (m meeting) happens(hi int) bool {
	lo := max(0, m.k-3)
	switch {
	case m.has(m.k-1, isLight|isPart), m.at(hi).is(isAux) && m.at(hi+1).frame&ends != 0:
		return true // cuộc điện đàm giữa A và B đã kết thúc
	}
	return m.until(lo, hi+6-lo, isHappens) >= 0
}

// mayBe tells whether the occasion that ends before item hi is only said to be possible: cuộc gặp giữa A và B | có thể diễn ra.
func (m meeting) mayBe(hi int) bool {
	const few = 6
	at := m.until(hi, few, isHappens|isMark)
	return m.has(at, isHappens) && m.until(hi, at-hi, isWish|isDenied) >= 0
}

// errandFor tells whether the talks of the verb at item k are only what somebody is on the way for: bay tới Riyadh | để gặp B.
func errandFor(l *line, k int) bool {
	p := l.passBack(k, isAux) - 1
	return l.has(p, isPurpose) && slices.ContainsFunc(l.items[:p], onTheWay)
}

// onTheWay tells whether an item tells a journey, not that somebody is where it leads.
func onTheWay(x item) bool { return x.frame&(trip|departs) != 0 || x.verb != nil && x.verb.Journey }
