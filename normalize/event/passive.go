package event

// passiveBy reads A được B tiếp, A bị B khởi tố.
func passiveBy(s *sentence, k int) []*draft {
	x := s.before(s.passBack(k, isDecision)) // A được B | trao quyết định thăng hàm
	if !x.acts() || !s.has(x.lo-1, isPassive) {
		return nil
	}
	y := s.before(x.lo - 1)
	shared := y.empty()
	if shared {
		y = suffererBefore(s, y.lo)
	}
	switch {
	case s.at(s.passBack(y.lo, isOn|isGroup)-1).frame&takesCase != 0:
		return nil // Quyết định khởi tố đối với A được B phê chuẩn
	case !y.empty():
	case s.items[k].frame&takesPost != 0:
		return became(s, k, &x)
	default:
		return nil
	}
	d := s.suffered(k, &y)
	if shared && d.postless() {
		return nil
	}
	d.add(s.items[k].verb.Subject, &x)
	return s.whole(d)
}

// suffererBefore gives who suffers something else before the bracket or connective before item k: A (vừa | được B
// thăng hàm); A được B bổ nhiệm làm X và | được C thăng hàm.
func suffererBefore(s *sentence, k int) side {
	if s.opensBracket(k-1) && s.has(k-2, isPerson) {
		return side{lo: k, hi: k + 1, people: []int{s.items[k-2].of}}
	}
	if first := s.pass(0, 4, fronting); s.has(k-1, isAfter) && s.has(first, isPerson) && s.until(first+1, k-first-1, isPerson|isComma|isMark|isReport) < 0 {
		return side{lo: k, hi: k + 1, people: []int{s.items[first].of}} // A bị dẫn độ sau khi | bị bắt
	}
	v := s.passBack(s.sharedVerb(k)+1, isVerb)
	y := s.before(v)
	switch {
	case v < 0:
		return nowhere(k)
	case s.has(y.lo-1, isPassive):
		return s.before(y.lo - 1)
	case y.suffers():
		return y
	}
	return nowhere(k)
}

// became reads "A trở thành Thủ tướng, sau khi được Tổng thống B bổ nhiệm": the office stands before
// the verb at item k, and x is who gives it.
func became(s *sentence, k int, x *side) []*draft {
	const far = 14 // items
	if !s.has(x.lo-2, isAfter) {
		return nil
	}
	j := x.lo - 3
	for lo := max(0, j-far); j >= lo && s.items[j].frame&becomes == 0; j-- {
	}
	if s.at(j).frame&becomes == 0 {
		return nil
	}
	y := s.before(j)
	post := s.pass(j+1, 2, isLower)
	if y.status != "" || !s.has(post, isOffice) || len(y.people) == 0 {
		return nil
	}
	d := s.draft(s.items[k].verb.Kind, y.lo, k, k+1, "")
	d.add(s.items[k].verb.Object, &y)
	d.bodies, d.post = nil, s.postAt(post)
	d.add(s.items[k].verb.Subject, x)
	s.appointedFrom(d, &y)
	s.addAgency(d)
	return []*draft{d}
}

// passive reads A được bầu giữ chức, A bị bắt.
func passive(s *sentence, k int) []*draft {
	x, v := s.before(k), s.items[k].verb
	if by := bySomebody(&s.line, x.lo, v.Kind); x.empty() && by >= 0 {
		x = s.before(by) // A bị | công an Pháp bắt
	}
	if x.empty() {
		x = s.suffersToo(k, x)
	}
	if x.empty() && x.suffers() {
		x.people = suffererBefore(s, x.lo).people
	}
	switch {
	case x.empty() && len(x.people) == 0, !x.suffers(), v.Reach && !s.imprisons(k):
		return nil
	}
	d := s.suffered(k, &x)
	if d.postless() && !seated(s, d, k) {
		return nil
	}
	return s.whole(d)
}

// bySomebody gives the item behind the "bị" before those who act without a name before item k: A bị | một tòa án ở Paris
// kết án; -1 if nobody does.
func bySomebody(l *line, k int, kind string) int {
	const most = 8
	for j, known := k, false; j > max(0, k-most); j-- {
		switch x := &l.items[j-1]; {
		case known && x.is(isPassive):
			return j
		case !x.is(ofNameless):
			return -1
		case x.frame&nameless[kind] != 0:
			known = true
		}
	}
	return -1
}

// seated tells whether the verb at item k gives a seat in a body, and adds that: A được bầu
// vào Ban Bí thư.
func seated(s *sentence, d *draft, k int) bool {
	if !s.runs(k+1, isPost, isBody) {
		return false
	}
	d.bodies = appendNew(d.bodies, s.items[k+2].of)
	return true
}

// suffersToo gives who suffers what the verb at item k tells, where he stands before another
// verb: bị khởi tố, tạm giam; được chỉ định, phân công giữ chức; thôi giữ chức X để điều động.
func (s *sentence) suffersToo(k int, x side) side {
	v := s.sharedVerb(x.lo)
	if !s.has(v, isVerb) {
		return x
	}
	y := s.before(v)
	by := y.lo
	if y.empty() {
		by = bySomebody(&s.line, y.lo, s.items[v].verb.Kind) // A bị | cảnh sát khởi tố và bắt
	}
	if s.has(by-1, isPassive) && y.aux&isPassive == 0 {
		y = s.before(by) // A được | B điều động, giao quyền Giám đốc
	}
	switch both := s.items[v].frame & s.items[k].frame; {
	case both&takesCase != 0, both&takesPost != 0 && v == x.lo-2, y.suffers() && v == x.lo-2:
		y.aux |= x.aux & isPassive // ra tòa và bị tuyên phạt; bị luận tội và phế truất
	case s.items[v].frame&endured != 0 && s.has(x.lo-1, isPurpose):
		y.aux |= isPassive
	default:
		return x
	}
	return y
}

// suffered makes the event of a passive verb at item k whose subject is x.
func (s *sentence) suffered(k int, x *side) *draft {
	v := s.items[k].verb
	d := s.draft(v.Kind, x.lo, k, k+1, told(v, x.status))
	d.add(v.Object, x)
	if v.Kind != "award" || len(x.people) > 0 {
		d.bodies = nil
	}
	s.takes(d, k)
	s.appointedFrom(d, x)
	s.addAgency(d)
	d.listed = s.decided(x) && !s.dated()
	return d
}

// whole keeps a passive event whose subject is known, or for which a body acts.
func (s *sentence) whole(d *draft) []*draft {
	if len(d.args) > 0 || policing(d.kind) || d.kind == "award" && len(d.bodies) > 0 {
		return []*draft{d}
	}
	return nil
}

// policing tells whether private persons suffer events of that kind.
func policing(kind string) bool {
	switch kind {
	case "arrest", "prosecution", "trial", "sentence":
		return true
	}
	return false
}
