package event

// takesPart reads "A chủ trì phiên họp", "A dự Lễ trao giải", "Bộ Tư pháp tổ chức
// hội nghị", "A dự và phát biểu".
func takesPart(s *sentence, k int) []*draft {
	part := s.items[k].part
	x := s.subject(k)
	if x.empty() && part.Role == "attendee" {
		return s.attended(k)
	}
	if x.passive >= 0 || !x.named() {
		return nil
	}
	n := s.nounAfter(k)
	if n < 0 {
		return s.goesOn(k, &x)
	}
	if part.Role == "host" && len(x.bodies) == 0 {
		return nil
	}
	d := s.occasion(n, x.lo, k, x.status)
	if part.Role == "host" {
		x.people = nil
	}
	if s.items[n].noun.Guest {
		return s.received(d, n, &x)
	}
	d.add(part.Role, &x)
	return []*draft{d}
}

// received reads "A chủ trì lễ đón B".
func (s *sentence) received(d *draft, n int, x *side) []*draft {
	y := s.after(n)
	if len(y.people)+len(y.offices) == 0 {
		d.add("host", x)
		d.loose = false
		return []*draft{d}
	}
	d.add("host", x)
	d.add("guest", &y)
	d.loose, d.strangers = false, len(y.offices) > 0
	d.to = s.items[y.hi-1].to
	return []*draft{d}
}

// attended reads "Tham dự buổi lễ có A, B".
func (s *sentence) attended(k int) []*draft {
	n := s.nounAfter(k)
	if n < 0 || !s.opens(k) {
		return nil
	}
	j := n + 1
	for j < min(len(s.items), n+10) && !s.has(j, isLight) {
		if s.has(j, isComma|isPerson|isReport) {
			return nil
		}
		j++
	}
	d := s.occasion(n, k, k, "")
	for ; j < len(s.items); j++ {
		if s.has(j, isPerson) && !s.has(j+1, isReport) {
			d.addOne("attendee", s.items[j].of)
		}
	}
	if len(d.args) == 0 {
		return nil
	}
	d.loose, d.founds, d.day = true, true, s.dayBefore()
	return []*draft{d}
}

// dayBefore gives the day that the text before the sentence named last, near by.
func (s *sentence) dayBefore() string {
	for k := s.first - 1; k >= max(0, s.first-60); k-- {
		if x := &s.page.items[k]; x.is(isDate) {
			if value := s.in.Dates[x.of].Value; isDay(value) {
				return value
			}
		}
	}
	return ""
}

// nounAfter gives the occasion behind item k, -1.
func (s *sentence) nounAfter(k int) int {
	for j := k + 1; j < min(len(s.items), k+5); j++ {
		if s.has(j, isNoun) {
			return j
		}
		if s.has(j, isComma|isPerson|isReport|isWish|isBy) {
			return -1
		}
	}
	return -1
}

// goesOn reads "A dự và phát biểu", "Bộ Chính trị họp": the occasion was named
// before, or is the verb itself.
func (s *sentence) goesOn(k int, x *side) []*draft {
	part := s.items[k].part
	d := s.draft("conference", x.lo, k, k+1, x.status)
	d.add(part.Role, x)
	d.loose = !part.Alone
	if part.Role == "host" && (d.loose || len(x.bodies) == 0) {
		return nil
	}
	return []*draft{d}
}

// occasion makes the event of the noun at item n, told by a clause that begins at
// item lo.
func (s *sentence) occasion(n, lo, k int, status string) *draft {
	end := s.phraseEnd(n)
	d := s.draft(s.items[n].noun.Kind, lo, k, end, status)
	d.name = s.text.Slice(s.items[n].from, s.items[end-1].to)
	bare := true
	for j := n; j < end; j++ {
		for _, b := range s.items[j].bodies {
			d.bodies = appendNew(d.bodies, b)
		}
		if s.has(j, isNoun) && !s.has(j, isVague) {
			continue
		}
		bare = bare && s.has(j, isVague|isAux)
	}
	d.loose = bare
	if bare {
		d.name = ""
	}
	return d
}

// underChair reads "dưới sự chủ trì của A, Bộ Chính trị họp".
func underChair(s *sentence, k int) []*draft {
	if s.items[k].part.Role != "chair" || k < 2 || s.word(k-1) != "sự" || !s.has(k+1, isUnder) {
		return nil
	}
	x := s.after(k + 1)
	if len(x.people) == 0 {
		return nil
	}
	d := s.draft("conference", k-2, k, x.hi, "")
	d.bodies = nil
	d.add("chair", &side{people: x.people})
	for j := range s.items {
		if s.has(j, isNoun) && s.items[j].noun.Kind != "meeting" {
			d.name = s.nameFrom(j)
			break
		}
	}
	for j := x.hi; j < len(s.items); j++ {
		if s.has(j, isBody) {
			d.bodies = appendNew(d.bodies, s.items[j].of)
			break
		}
	}
	d.lo = 0
	d.loose = d.name == "" && len(d.bodies) == 0
	return []*draft{d}
}

// chairedBy reads "Hội nghị … do A chủ trì".
func chairedBy(s *sentence, k int) []*draft {
	role := s.items[k].part.Role
	x := s.before(k)
	if role != "chair" && role != "host" || x.empty() || !s.has(x.lo-1, isBy) {
		return nil
	}
	for n := x.lo - 1; n >= 0; n-- {
		if s.has(n, isNoun) {
			d := s.occasion(n, n, k, x.status)
			d.add(role, &x)
			d.loose = false
			d.to = s.items[k].to
			return []*draft{d}
		}
	}
	return nil
}

// takesPlace reads "Lễ trao giải … đã diễn ra tại …", "đã diễn ra Đối thoại giữa …".
func takesPlace(s *sentence, k int) []*draft {
	end := s.phraseEnd(k)
	at := s.happensAt(k, end)
	if at < 0 {
		return nil
	}
	d := s.occasion(k, min(k, at), k, "")
	d.lo = min(k, at)
	for j := end; j < at; j++ {
		for _, b := range s.items[j].bodies {
			d.bodies = appendNew(d.bodies, b)
		}
	}
	for j := k; j < len(s.items); j++ {
		if s.has(j, isPerson) && s.has(j-1, isBy) {
			d.addOne("chair", s.items[j].of)
		}
	}
	return []*draft{d}
}

// happensAt gives the item that says that the occasion at items k to end took place.
func (s *sentence) happensAt(k, end int) int {
	for j := end; j < min(len(s.items), end+14); j++ {
		if s.has(j, isHappens) {
			return j
		}
		if s.has(j, isReport|isVerb) && !s.has(j, isPart) {
			break
		}
	}
	for j := k - 1; j >= max(0, k-3); j-- {
		if s.has(j, isHappens) {
			return j
		}
	}
	return -1
}

// speechAt reads "Phát biểu tại Hội nghị, A nhấn mạnh" and "Phát biểu của A tại Lễ".
func speechAt(s *sentence, k int) []*draft {
	n := s.nounAfter(k)
	if n < 0 {
		return speechOf(s, k)
	}
	for j := n; j+1 < len(s.items); j++ {
		if s.has(j, isComma) && s.has(j+1, isPerson) {
			d := s.occasion(n, k, k, "")
			d.addOne("speaker", s.items[j+1].of)
			d.loose = true
			return []*draft{d}
		}
	}
	return nil
}

// speechOf reads "Phát biểu của A tại Lễ khai mạc".
func speechOf(s *sentence, k int) []*draft {
	j := k + 1
	for s.has(j, isLower|isUnder) && j < k+4 {
		j++
	}
	if !s.has(j, isPerson) || !s.has(j+1, isAt) {
		return nil
	}
	n := s.nounAfter(j)
	if n < 0 {
		return nil
	}
	d := s.occasion(n, k, k, "")
	d.addOne("speaker", s.items[j].of)
	return []*draft{d}
}

// alongside reads "Cùng dự có A, B".
func alongside(s *sentence, k int) []*draft {
	d := s.draft("", k, k, len(s.items), "")
	d.loose = true
	for j := k + 1; j < len(s.items); j++ {
		if s.has(j, isReport|isWish) {
			return nil
		}
		if s.has(j, isPerson) {
			d.addOne("attendee", s.items[j].of)
		}
	}
	if len(d.args) == 0 {
		return nil
	}
	return []*draft{d}
}

// delegations reads a sentence that only says who led which delegation.
func delegations(s *sentence, k int) []*draft {
	if k > 0 || !s.items[k].role {
		return nil
	}
	d := s.draft("", k, k, len(s.items), "")
	d.loose = true
	for j := range s.items {
		switch x := &s.items[j]; {
		case x.is(isPerson) && x.role:
			d.addOne("attendee", x.of)
		case x.is(isVerb | isPart | isReport | isWish | isPerson):
			return nil
		}
	}
	if len(d.args) < 2 {
		return nil
	}
	return []*draft{d}
}
