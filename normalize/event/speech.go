package event

import "slices"

// speechAt reads "Phát biểu tại Hội nghị, A nhấn mạnh" and "Phát biểu của A tại Lễ".
func speechAt(s *sentence, k int) []*draft {
	n := s.nounAfter(k)
	switch {
	case n < 0 && s.opens(k) && s.runs(k+1, isComma, isPerson):
		return gathering{s, k}.speaks(k + 2)
	case n < 0:
		return speechOf(s, k)
	}
	j := s.speaker(n, len(s.items), anything)
	if j < 0 {
		return nil
	}
	d := s.occasion(n, k, k, "")
	d.addOne(gathering{s, k}.speechRole(), s.items[j].of)
	d.loose, d.speech = true, true
	return []*draft{d}
}

// speechRole is what the speech makes of whoever gives it: who opens or closes a
// session with it chairs.
func (g gathering) speechRole() string {
	if part := g.items[g.k].part; part != nil {
		return part.Role
	}
	return "speaker"
}

// speaks reads "Phát biểu khai mạc, A nói": at what was told before.
func (g gathering) speaks(of int) []*draft {
	d := g.draft("", g.k, g.k, of+1, "")
	d.loose, d.speech = true, true
	d.addOne(g.speechRole(), g.items[of].of)
	return []*draft{d}
}

// speechOf reads "Phát biểu của A tại Lễ khai mạc".
func speechOf(s *sentence, k int) []*draft {
	j := s.pass(k+1, 3, isLower|isUnder)
	n := s.nounAfter(j)
	if n < 0 || !s.runs(j, isPerson, isAt) {
		return nil
	}
	d := s.occasion(n, k, k, "")
	d.addOne(gathering{s, k}.speechRole(), s.items[j].of)
	return []*draft{d}
}

// heldWith reads "A tiến hành hội nghị trực tuyến với B" and "Đoàn đại biểu X do A làm Trưởng đoàn tổ chức lễ dâng hương", where
// persons hold the occasion of the noun at item n.
func (g gathering) heldWith(n int, x *side) []*draft {
	y := g.after(g.withAfter(n))
	if !led(&g.sides, x) && (len(y.people) == 0 || !g.has(y.lo-1, isWith)) {
		return nil
	}
	d := g.occasion(n, x.lo, g.k, x.status)
	d.add("attendee", x)
	d.add("attendee", &y)
	return []*draft{d}
}

// honours adds those to a ceremony to whom something is given at it, where they begin at item j: Lễ trao Huân chương cho | A.
func honours(s *sentence, d *draft, j int) bool {
	if d.kind != "ceremony" || !s.runs(j-1, isOn, isPerson) {
		return false
	}
	y := s.after(j - 1)
	d.add("attendee", &side{people: y.people})
	return true
}

// spokeAt reads "Ngày 5/6, Ủy ban X cho ý kiến tại phiên họp": what nothing here knows was done there, by who opens the
// sentence with its day.
func (g gathering) spokeAt() []*draft {
	const few, unknown = 6, isLower | isOn | isUnder | isName | isNumber | isDecision
	b := g.pass(0, few, fronting)
	switch {
	case !g.has(b, isPerson|isBody), g.pass(b+1, g.k, unknown|isAux) < g.k-1, !g.dated():
		return nil
	case g.items[g.k].frame&talks != 0, slices.ContainsFunc(g.items[b:g.k-1], func(x item) bool { return x.is(isOf|isDenied) || x.is(isUnder) && !x.is(isOn) }):
		return nil
	case g.has(b, isBody) && g.items[g.k].noun.Kind != "conference":
		return nil
	}
	x := g.before(b + 1)
	d := g.occasion(g.k, b, g.k, x.status)
	d.loose = true
	d.add("attendee", &x)
	return []*draft{d}
}

// builtWith reads "Dự án được khởi công ngày 16/11 với sự có mặt của A", where item k says who was there.
func builtWith(s *sentence, k int, x *side) *draft {
	const far = 12 // items
	v := s.until(max(0, k-far), far, isVerb)
	switch {
	case v < 0, v > k, len(x.people) == 0, !s.has(v-1, isPassive):
		return nil
	case s.items[v].verb.Kind != "ceremony", !s.dated(), s.until(v+1, k-v-1, ^(isDate|isComma|isAt|isPlace|isPlaceHead|isName|isNumber|isLower)) >= 0:
		return nil
	}
	d := s.draft("ceremony", v, v, x.hi, statusOf(s.at(v-1), ""))
	d.add("attendee", &side{people: x.people})
	return d
}

// within tells whether the line opens with "trong" before the conference at item k: Trong phiên họp ngày 5/6, A giao.
func within(s *sentence, k int) bool {
	if k != 1 || s.at(0).sense&inside == 0 {
		return false
	}
	return s.items[k].noun.Kind == "conference"
}

// sessionOf reads "Tại phiên họp sáng 26/7, Ủy ban X cho ý kiến", where the phrase that ends before item end has a day.
func (g gathering) sessionOf(end int) []*draft {
	const far = 8 // items
	j := g.until(end, far, isComma)
	day := g.until(g.k, j-g.k, isDate)
	switch {
	case day < 0, !g.runs(j, isComma, isBody, isAux|isLower|isReport|isWish|isDecision|isOn), g.dayAt(day) == "":
		return nil
	}
	d := g.occasion(g.k, g.k, g.k, "")
	if d.kind != "conference" {
		return nil
	}
	d.loose = true
	d.bodies = appendNew(d.bodies, g.items[j+1].of)
	return []*draft{d}
}

// led tells whether somebody of a side leads a delegation.
func led(s *sides, x *side) bool {
	return slices.ContainsFunc(s.items[x.lo:x.hi], func(y item) bool { return y.role })
}

// alone leaves of who holds an occasion the bodies alone, unless they are a delegation
// that somebody leads.
func alone(s *sides, x *side) {
	if !led(s, x) {
		x.people = nil
	}
}

// taker gives who takes part in an occasion, or holds it.
func (g gathering) taker() side {
	x, part := g.subject(g.k), g.items[g.k].part
	if x.empty() && part.Alone {
		x = g.bodyBehind()
	}
	if x.empty() && part.Role == "host" {
		x = g.partner(x.lo) // Bộ X phối hợp với Học viện Y | tổ chức hội thảo
	}
	return x
}

// alsoThere adds who else was at the occasion of item n: who is honoured, and whom its chair received or met.
func (g gathering) alsoThere(d *draft, n int) {
	s := g.sentence
	for j := n; j < len(s.items) && !honours(s, d, j) && !s.has(j, isComma|isMark|isReport|isVerb); {
		j++
	}
	if s.items[g.k].part.Role == "host" {
		awards(s, d, n)
	}
	d.chaired = s.items[g.k].frame&chairs != 0
	if s.items[n].frame&talks == 0 {
		return
	}
	y := s.after(n)
	d.add("attendee", &side{people: y.people}) // A chủ trì buổi tiếp B
	if j := s.withAfter(n); j >= 0 {
		y := s.after(j)
		d.add("attendee", &y)
	}
}
