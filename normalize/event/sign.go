package event

import "slices"

// signing is what the verb at one item tells of those who sign.
type signing struct {
	*sentence
	k, doc int // the items of the verb and of the document
}

// signs reads "A và B ký Bản ghi nhớ", "hai bên ký kết Kế hoạch hợp tác giữa Bộ X và Bộ Y",
// "A chứng kiến lễ ký".
func signs(s *sentence, k int) []*draft {
	v, doc := s.items[k].verb, documentAfter(&s.line, k)
	g, signer := signing{s, k, doc}, v.Subject == "signer"
	x := s.subject(k)
	if signer && x.empty() {
		x = s.besideStranger(k)
	}
	switch {
	case x.suffers(), !x.named(), signer && doc < 0, s.has(s.passBack(k, isAux)-1, isPurpose):
		return nil
	}
	d := s.draft(v.Kind, x.lo, k, max(doc+1, k+1), x.status)
	d.add(v.Subject, &x)
	if signer {
		g.others(d)
	}
	if signer && x.both && d.size() == 0 {
		g.whoMet(d, &x)
	}
	if signer && d.size() < 2 && !g.withStranger(&x) {
		return nil
	}
	if doc >= 0 {
		d.name = s.nameFrom(doc)
	}
	d.inherits = true
	return []*draft{d}
}

// signedBy reads "Thỏa thuận được A và B ký kết".
func signedBy(s *sentence, k int) []*draft {
	const near = 12 // items of the name of a document
	x := s.before(k)
	if x.suffers() && s.has(k+1, isBetween) {
		status := x.status
		x = s.after(k + 1) // Thỏa thuận được ký giữa | A và B
		x.lo, x.status = s.passBack(k, isPassive)+1, status
	}
	if !x.acts() || !s.has(x.lo-1, isPassive|isBy) {
		return nil
	}
	doc := x.lo - 2
	for lo := doc - near; doc > lo && !s.has(doc, isDocument|isComma|isVerb|isReport); {
		doc--
	}
	if !s.has(doc, isDocument) || x.size() < 2 && !s.dated() {
		return nil
	}
	end := s.passBack(x.lo-1, isAux|isPlanned|isDate)
	for i := end; i < x.lo; i++ {
		x.status = statusOf(&s.items[i], x.status) // dự kiến được A ký
	}
	d := s.draft(s.items[k].verb.Kind, doc, k, k+1, x.status)
	d.add(s.items[k].verb.Subject, &x)
	d.name = s.name(doc, end)
	return []*draft{d}
}

// others adds those who sign with somebody: behind "với", behind "giữa".
func (g signing) others(d *draft) {
	v := g.items[g.k].verb
	if j := g.with(); j >= 0 {
		y := g.after(j)
		d.add(v.With, &y)
	}
	if j := g.sooner(g.doc, 12, isBetween, isReport|isVerb|isComma); j >= 0 {
		y := g.after(j)
		d.add(v.With, &y)
	}
}

// whoMet adds those of whom the text told shortly before that they met: A hội đàm với B. Kết thúc
// hội đàm, hai bên ký. Of "hai bên" nobody says who signed: they were there, for their bodies.
func (g signing) whoMet(d *draft, x *side) {
	const soon = 3 // sentences
	met := g.lastMeeting()
	switch {
	case met == nil || g.index-met.line > soon || met.size() < 2:
		return
	case len(met.args) == 0:
		d.add("", &side{bodies: met.bodies})
		return
	case len(met.args) < 2:
		return
	}
	role := g.items[g.k].verb.Subject
	if slices.ContainsFunc(g.items[x.lo:x.hi], func(y item) bool { return y.frame&parties != 0 }) {
		role = "attendee"
	}
	for _, y := range met.args {
		d.addOne(role, y.of)
	}
}

// lastMeeting gives the meeting that the page told last, nil where it told something else last.
func (s *sentence) lastMeeting() *draft {
	if len(s.told) == 0 {
		return nil
	}
	d := s.told[len(s.told)-1]
	if d.page != s.number || talksOf(d.kind) == 0 || d.loose {
		return nil
	}
	return d
}

// with gives the preposition behind the verb, or behind the document: ký bản ghi nhớ hợp tác |
// với B; -1 if there is none.
func (g signing) with() int {
	if j := g.withAfter(g.k); j >= 0 || g.doc < 0 {
		return j
	}
	return g.withAfter(g.doc)
}

// withStranger tells whether a body, or somebody together with a title without a name, signs with somebody whom nothing knows, on a day that the
// sentence names: Công an tỉnh A ký quy chế phối hợp với Công ty B.
func (g signing) withStranger(x *side) bool {
	with := g.with()
	switch {
	case len(x.people) > 0 && len(x.offices) > 0:
		return g.dated() // A và đại diện từ Qatar ký
	case len(x.bodies) == 0, len(x.people) > 0, !g.dated():
		return false
	case with >= 0 && g.has(with+1, isName|isPlaceHead):
		return true
	}
	return x.hi < g.passBack(g.k, isAux) || g.runs(x.lo-2, isName, isAnd|isComma)
}
