package event

// signs reads "A và B ký Bản ghi nhớ", "hai bên ký kết Kế hoạch hợp tác giữa Bộ X và Bộ Y",
// "A chứng kiến lễ ký".
func signs(s *sentence, k int) []*draft {
	v, x, doc := s.items[k].verb, s.subject(k), s.documentAfter(k)
	signer := v.Subject == "signer"
	switch {
	case x.suffers(), !x.named(), signer && doc < 0:
		return nil
	}
	d := s.draft(v.Kind, x.lo, k, max(doc+1, k+1), x.status)
	d.add(v.Subject, &x)
	if j := s.signedWith(k, doc); signer && j >= 0 {
		y := s.after(j)
		d.add(v.With, &y)
	}
	if j := s.sooner(doc, 12, isBetween, isReport|isVerb|isComma); signer && j >= 0 {
		y := s.after(j)
		d.add(v.With, &y)
	}
	if signer && d.size() < 2 {
		return nil
	}
	if doc >= 0 {
		d.name = s.nameFrom(doc)
	}
	d.inherits = true
	return []*draft{d}
}

// signedWith gives the preposition behind the verb at item k, or behind the document at item
// doc: ký bản ghi nhớ hợp tác | với B; -1 if there is none.
func (s *sentence) signedWith(k, doc int) int {
	if j := s.withAfter(k); j >= 0 || doc < 0 {
		return j
	}
	return s.withAfter(doc)
}
