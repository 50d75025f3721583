package event

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
	case x.suffers(), !x.named(), signer && doc < 0:
		return nil
	}
	d := s.draft(v.Kind, x.lo, k, max(doc+1, k+1), x.status)
	d.add(v.Subject, &x)
	if signer {
		g.others(d)
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

// with gives the preposition behind the verb, or behind the document: ký bản ghi nhớ hợp tác |
// với B; -1 if there is none.
func (g signing) with() int {
	if j := g.withAfter(g.k); j >= 0 || g.doc < 0 {
		return j
	}
	return g.withAfter(g.doc)
}

// withStranger tells whether a body signs with somebody whom nothing knows, on a day that the
// sentence names: Công an tỉnh A ký quy chế phối hợp với Công ty B.
func (g signing) withStranger(x *side) bool {
	with := g.with()
	switch {
	case len(x.bodies) == 0, len(x.people) > 0, !g.dated():
		return false
	case with >= 0 && g.has(with+1, isName|isPlaceHead):
		return true
	}
	return x.hi < g.passBack(g.k, isAux) || g.runs(x.lo-2, isName, isAnd|isComma)
}
