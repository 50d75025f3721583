package event

// unknownMany are the words of those whom nobody names yet: ba quan chức quốc phòng cao cấp.
const unknownMany = isLower | isNumber | isGroup | isSeveral | isName | isOffice | isPost

// thoseAre reads "Các bị can bị khởi tố, bắt giam gồm: A, B", "Người bị bắt là A", "Ba quan chức từ chức gồm A, B": the
// ones who suffer what the verb at item k tells are named behind it.
func thoseAre(s *sentence, k int) []*draft {
	v, j := s.items[k].verb, namedBehind(&s.line, k)
	if j < 0 || v.Kind == "appointment" {
		return nil
	}
	lo, x := unnamedBefore(s, k), s.after(j)
	switch {
	case lo < 0, len(x.people) == 0, s.has(x.hi, actsNext):
		return nil
	}
	d := s.draft(v.Kind, lo, k, x.hi, told(v, ""))
	d.add("subject", &side{people: x.people})
	return []*draft{d}
}

// formerly tells whether item k is "người" with what says that it was so before: người từng; but not những người.
func formerly(l *line, k int) bool {
	x := l.at(k)
	switch {
	case x.frame&relative == 0, x.to == x.from+1:
		return false
	}
	one := l.longest(l.text, x.from, 1)
	return !one.is(isSeveral)
}

// namedBehind gives the item behind which those are named whom the verb at item k strikes, who are many or "người": -1
// where none is.
func namedBehind(l *line, k int) int {
	const near = 10
	j := l.until(k+1, near, isPerson|isReport|isWish|isMark|isPassive|isDenied|isPart)
	for i := k + 1; i < j; i++ {
		if l.items[i].frame&among != 0 {
			return l.pass(i+1, 1, isColon) - 1
		}
	}
	is := l.passBack(j, isOffice) - 1
	if l.runs(is, isPost) && l.has(j, isPerson) && l.at(is).verb == nil {
		return is
	}
	return -1
}

// unnamedBefore gives the item at which the clause begins whose verb at item k tells what those suffer who stand before it
// without a name, -1 where nobody does.
func unnamedBefore(s *sentence, k int) int {
	p := s.passBack(k, isVerb|isComma|isAnd|isAux|isPassive)
	lo := s.passBack(p, unknownMany)
	switch {
	case lo == p, !opensClause(&s.line, lo), formerly(&s.line, p-1):
		return -1
	case s.items[k].frame&(endured|takesCase) == endured, s.until(p, k-p, isPassive) >= 0:
		return lo
	}
	return -1
}
