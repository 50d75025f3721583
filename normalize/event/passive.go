package event

// passiveBy reads A được B tiếp, A bị B khởi tố.
func passiveBy(s *sentence, k int) []*draft {
	x := s.before(k)
	if !x.acts() || !s.has(x.lo-1, isPassive) {
		return nil
	}
	y := s.before(x.lo - 1)
	if y.empty() {
		return nil
	}
	d := s.suffered(k, &y)
	d.add(s.items[k].verb.Subject, &x)
	return s.whole(d)
}

// passive reads A được bầu giữ chức, A bị bắt.
func passive(s *sentence, k int) []*draft {
	x := s.before(k)
	if v := s.sharedVerb(x.lo); x.empty() && s.has(v, isVerb) && s.items[v].frame&s.items[k].frame&takesCase != 0 {
		x = s.before(v) // bị khởi tố, tạm giam
	}
	if x.empty() || !x.suffers() {
		return nil
	}
	d := s.suffered(k, &x)
	if d.kind == "appointment" && d.post == nil {
		return nil
	}
	return s.whole(d)
}

// suffered makes the event of a passive verb at item k whose subject is x.
func (s *sentence) suffered(k int, x *side) *draft {
	v := s.items[k].verb
	d := s.draft(v.Kind, x.lo, k, k+1, x.status)
	d.add(v.Object, x)
	d.bodies = nil
	s.takes(d, k)
	s.appointedFrom(d, x)
	return d
}

// whole keeps a passive event whose subject is known, or for which a body acts.
func (s *sentence) whole(d *draft) []*draft {
	if len(d.args) > 0 || policing(d.kind) && len(d.bodies) > 0 {
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
