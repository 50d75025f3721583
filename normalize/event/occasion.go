package event

import "slices"

// gathering is an occasion of which the word at one item tells: a part in it, a speech, or
// the occasion itself.
type gathering struct {
	*sentence
	k int // the item
}

// takesPart reads "A chủ trì phiên họp", "A dự Lễ trao giải", "Bộ Tư pháp tổ chức
// hội nghị", "A dự và phát biểu".
func takesPart(s *sentence, k int) []*draft {
	part, g := s.items[k].part, gathering{s, k}
	x := g.taker()
	if x.empty() && part.Role != "host" && part.Role != "speaker" {
		return g.attended()
	}
	if x.suffers() || !x.named() || x.status == postponed {
		return nil // A hủy dự Hội nghị
	}
	n := s.nounAfter(k)
	switch {
	case n < 0:
		return g.goesOn(&x)
	case s.at(k+1).frame&hasWith != 0 && s.until(k+2, n-k-2, isWith) >= 0:
		return nil // A chủ trì | làm việc với Tiểu ban Văn kiện Đại hội X
	case part.Role == "host" && len(x.bodies) == 0:
		return g.heldWith(n, &x)
	}
	d := s.occasion(n, x.lo, k, x.status)
	d.apart = x.leaves != 0
	if x.leaves&departs != 0 {
		d.status = planned
	}
	if part.Role == "host" {
		d.mass = mass(&s.sides, &x)
		alone(&s.sides, &x)
	}
	if s.items[n].noun.Guest && part.Role != "attendee" {
		return s.received(d, n, &x)
	}
	d.add(part.Role, &x)
	g.alsoThere(d, n)
	return []*draft{d}
}

// mass tells whether only a mass organisation, which is none of the state, is there.
func mass(s *sides, x *side) bool {
	return !slices.ContainsFunc(x.bodies, func(b int) bool { return s.in.Agencies[b].Kind != "mass" })
}

// bodyBehind gives the body with which the main clause begins behind a part that
// opens the sentence: Họp phiên toàn thể sáng 30/10, Quốc hội nghe báo cáo.
func (g gathering) bodyBehind() side {
	j := g.until(g.k+1, 12, isComma)
	if !g.opens(g.k) || !g.runs(j, isComma, isBody) {
		return nowhere(g.k)
	}
	return side{lo: g.k, hi: g.k + 1, bodies: g.items[j+1].bodies}
}

// received reads "A chủ trì lễ đón B".
func (s *sentence) received(d *draft, n int, x *side) []*draft {
	y, bare := s.after(n), d.loose
	d.add("host", x)
	d.loose = false
	if bare && y.empty() {
		d.loose, d.founds, d.speech = true, true, true // A chủ trì lễ đón: of the one that was told
	}
	if len(y.people)+len(y.offices) > 0 {
		d.add("guest", &y)
		d.strangers, d.to = len(y.offices) > 0, s.items[y.hi-1].to
	}
	return []*draft{d}
}

// attended reads "Tham dự buổi lễ có A, B".
func (g gathering) attended() []*draft {
	n := g.nounAfter(g.k)
	if n < 0 || !g.opens(g.k) {
		return nil
	}
	if of := g.speaker(n+1, 30, isReport|isWish); of >= 0 {
		return g.attendedBy(n, of)
	}
	if g.has(g.until(n+1, 9, isComma|isPerson|isReport|isLight), isComma|isPerson|isReport) {
		return nil
	}
	d := g.occasion(n, g.k, g.k, "")
	if !g.attend(d, n+1) {
		return nil
	}
	d.loose, d.founds, d.day = true, true, g.dayTold()
	return []*draft{d}
}

// goesOn reads "A dự và phát biểu", "Bộ Chính trị họp": the occasion was named
// before, or is the verb itself.
func (g gathering) goesOn(x *side) []*draft {
	part := g.items[g.k].part
	d := g.draft("conference", x.lo, g.k, g.k+1, x.status)
	d.add(part.Role, x)
	d.loose, d.mass = !part.Alone, part.Named
	switch {
	case len(x.people) == 0 && g.items[g.k].frame&concludes != 0, g.withAfter(g.k+1) >= 0 && g.at(g.k+1).frame&hasWith != 0:
		return nil // Ủy ban Kiểm tra kết luận; A chủ trì | làm việc với B
	case part.Role != "host":
	case d.loose, len(x.bodies) == 0 && !g.has(g.k+1, isWith):
		return nil
	case len(x.people) > 0:
		d.args[0].role = "chair" // A họp với các bộ
	}
	return []*draft{d}
}

// attendedBy reads "Dự Hội nghị, sáng 5/3, A đề nghị": the lead tells it for the first time.
func (g gathering) attendedBy(n, of int) []*draft {
	d := g.occasion(n, g.k, g.k, "")
	d.founds, d.loose = g.lead(), true
	d.addOne(g.items[g.k].part.Role, g.items[of].of)
	return []*draft{d}
}

// atOccasion reads "Tại phiên họp sáng 26/7, A giao …" and "A tại cuộc họp hôm 6-2": with
// a day of its own the occasion is told, whoever speaks there took part.
func atOccasion(s *sentence, k int) []*draft {
	if !s.has(k-1, isAt) && !within(s, k) || undergoes(&s.line, k-2) {
		return nil
	}
	end := s.phraseEnd(k)
	of := s.speaker(end, 8, anything)
	switch {
	case s.has(k-2, isPerson):
		of = k - 2
	case s.reporter(k-1) >= 0:
		return gathering{s, k}.reportedAt(s.reporter(k - 1))
	case !s.opens(k - 1):
		return gathering{s, k}.spokeAt()
	}
	switch {
	case of < 0:
		return gathering{s, k}.sessionOf(end)
	case s.until(end, max(of, end+3)-end, isDate) >= 0:
	case s.until(0, k, isDate) < 0 && !sameOccasion(&s.setting), actsOtherwise(s, of):
		return nil
	}
	d := s.occasion(k, k, k, "")
	d.loose = true
	d.addOne("attendee", s.items[of].of)
	if of > k {
		y := s.after(of - 1)
		d.add("attendee", &side{people: y.people}) // tại hội nghị, A và B đã phát biểu
	}
	return []*draft{d}
}

// actsOtherwise tells whether what the person at item k does or suffers is an event by itself: tại
// Hội nghị, A được bầu làm Chủ tịch.
func actsOtherwise(s *sentence, k int) bool {
	return s.has(s.pass(k+1, 3, isAux|isComma), isPart|isVerb|isPassive|isLight|isMove|isDecision)
}

// reporter gives the person who says something right before item k: A phát biểu giải
// trình | tại phiên thảo luận; -1 if nobody does.
func (l *line) reporter(k int) int {
	j := k
	for j > max(0, k-9) && l.has(j-1, isLower|isReport|isWish|isVague|isSpeech|isComma|isAux) {
		j--
	}
	if l.has(j-1, isPerson) && l.until(j, k-j, isReport|isSpeech) >= 0 {
		return j - 1
	}
	return -1
}

// reportedAt makes the occasion at which the person at item of spoke.
func (g gathering) reportedAt(of int) []*draft {
	d := g.occasion(g.k, of, g.k, "")
	d.loose = true
	d.addOne("speaker", g.items[of].of)
	d.speech = true
	return []*draft{d}
}

// attend adds the persons from item k on, but those who speak; it tells whether there is
// one.
func (s *sentence) attend(d *draft, k int) bool {
	for j := k; j < len(s.items); j++ {
		if s.has(j, isPerson) && !s.has(j+1, isReport) {
			d.addOne("attendee", s.items[j].of)
		}
	}
	return len(d.args) > 0
}

// occasion makes the event of the noun at item n, told by a clause that begins at
// item lo.
func (s *sentence) occasion(n, lo, k int, status string) *draft {
	end := s.phraseEnd(n)
	d := s.draft(s.items[n].noun.Kind, lo, k, end, status)
	d.name = s.name(n, end)
	bare := true
	for j := n; j < end; j++ {
		for _, b := range s.items[j].bodies {
			d.bodies = appendNew(d.bodies, b)
		}
		if s.has(j, isNoun) {
			continue
		}
		bare = bare && s.has(j, isVague|isAux)
	}
	d.frames = s.until(n, end-n, isDecision) >= 0
	d.loose, d.held = bare, d.kind == "conference" || d.kind == "ceremony"
	if bare {
		d.name = ""
	}
	return d
}

// underChair reads "dưới sự chủ trì của A, Bộ Chính trị họp".
func underChair(s *sentence, k int) []*draft {
	x := s.after(k + 1)
	if len(x.people) == 0 || !s.runs(k-2, anything, isNominal, isPart, isUnder) {
		return nil
	}
	d := s.draft("conference", k-2, k, x.hi, "")
	d.bodies = nil
	d.add("chair", &side{people: x.people})
	if j := slices.IndexFunc(s.items, func(x item) bool { return x.is(isNoun) && x.noun.Kind != "meeting" }); j >= 0 {
		d.name = s.nameFrom(j)
		if !s.items[j].noun.Capital {
			d.kind = s.items[j].noun.Kind // Lễ bàn giao diễn ra dưới sự chủ trì của A
		}
	}
	if j := s.until(x.hi, len(s.items), isBody); j >= 0 {
		d.bodies = append(d.bodies, s.items[j].of)
	}
	d.lo, d.loose = 0, d.name == "" && len(d.bodies) == 0
	return []*draft{d}
}

// chairedBy reads "Hội nghị … do A chủ trì".
func chairedBy(s *sentence, k int) []*draft {
	role, x := s.items[k].part.Role, s.before(k)
	if !s.has(x.lo-1, isBy) {
		return nil
	}
	for n := x.lo - 1; n >= 0; n-- {
		if s.has(n, isNoun) {
			n = s.passBack(n+1, isNoun) // hội nghị | gặp mặt
			d := s.occasion(n, n, k, x.status)
			d.add(role, &x)
			d.loose = false
			d.to = s.items[k].to
			return []*draft{d}
		}
	}
	return nil
}

// chairIs reads "Chủ tọa phiên thảo luận là A".
func chairIs(s *sentence, k int) []*draft {
	n := s.nounAfter(k)
	if n < 0 {
		return nil
	}
	j := s.phraseEnd(n)
	if !s.runs(j-1, isPost, isPerson) {
		return nil
	}
	d := s.occasion(n, 0, k, "")
	d.name, d.loose, d.founds = "", true, true
	d.addOne(s.items[k].part.Role, s.items[j].of)
	return []*draft{d}
}

// happening reads "Lễ trao giải … đã diễn ra tại …", "đã diễn ra Đối thoại giữa …".
func happening(s *sentence, k int) []*draft {
	end := s.phraseEnd(k)
	at := gathering{s, k}.happensAt(end)
	if at < 0 || s.has(k-1, isSeveral) {
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
		switch {
		case s.runs(j-1, isBy, isPerson):
			d.addOne("chair", s.items[j].of)
		case j < at && honours(s, d, j):
		case j < at && d.kind == "signing" && s.has(j, isBetween):
			y := s.after(j)
			d.add("signer", &side{people: y.people}) // Lễ ký giữa A và B diễn ra
		}
	}
	awards(s, d, k)
	if y := s.after(k); s.items[k].noun.Guest && (at < k || y.hi <= at) {
		d.add("guest", &y) // Lễ đón A được tổ chức; diễn ra lễ đón A
	}
	return []*draft{d}
}

// headlineGuest reads a headline without a verb: Lễ đón chính thức A thăm Việt Nam.
func headlineGuest(s *sentence, k int) []*draft {
	y := s.after(k)
	if !s.headline() || k > 0 || len(y.people) == 0 {
		return nil
	}
	d := s.occasion(k, k, k, y.status)
	d.loose, d.half, d.to = false, true, s.items[y.hi-1].to
	d.add("guest", &y)
	return []*draft{d}
}

// happensAt gives the item that says that the occasion, which ends before item end, took
// place, behind it or right before it; -1 if none does.
func (g gathering) happensAt(end int) int {
	for j := end; j < min(len(g.items), end+24); j++ {
		if g.has(j, isHappens) {
			return j
		}
		if g.has(j, isReport|isVerb) {
			break
		}
	}
	lo := max(0, g.k-3)
	return g.until(lo, g.k-lo, isHappens)
}

// alongside reads "Cùng dự có A, B".
func alongside(s *sentence, k int) []*draft {
	d := s.draft("", k, k, len(s.items), "")
	d.loose = true
	if s.items[k].frame&presence != 0 {
		x := present(&s.sides, k)
		if d := builtWith(s, k, &x); d != nil {
			return []*draft{d}
		}
		if s.until(0, k, isNoun|isPart) < 0 {
			return nil // xây trụ sở với sự tham gia của A
		}
		d.add("attendee", &side{people: x.people})
		return []*draft{d}
	}
	for j := k + 1; j < len(s.items); j++ {
		if s.has(j, isReport|isWish) {
			return nil
		}
		if s.has(j, isPerson) {
			d.addOne("attendee", s.items[j].of)
		}
	}
	return []*draft{d}
}

// present gives those who stand behind the words at item k that say that they were there, but who
// acts behind a comma: trước sự chứng kiến của A, | B và C ký.
func present(s *sides, k int) side {
	x := s.after(k)
	if !s.has(x.hi, actsNext|isReport|isWish) {
		return x
	}
	y := nowhere(x.lo)
	if comma := s.until(x.lo, x.hi-x.lo, isComma); comma > x.lo {
		y.hi = comma
		s.fill(&y)
	}
	return y
}
