package date

// fail is what an element gives where it does not fit.
const fail = -1

// maxItems bounds a list of days, months or years: what is longer is a table
// of figures. It keeps the time of a scan linear.
const maxItems = 12

// element is one step of a pattern. It gives the token after what it read.
type element struct {
	starts   roles // what its first token may be
	needs    roles // one of these stands in it, if any is named
	strict   bool  // nothing else than starts begins it, wherever it stands
	optional bool
	match    func(s *scan, i int, d *draft) int
}

type pattern []element

// starts gives the roles that the first token of the pattern may have.
func (p pattern) starts() (set roles) {
	for _, e := range p {
		set = set.with(e.starts)
		if !e.optional {
			break
		}
	}
	return set
}

// needs gives, for each element that cannot be left out and is known by its words, the
// roles one of which it must have.
func (p pattern) needs() (sets []roles) {
	for _, e := range p {
		if !e.optional && e.needs != (roles{}) {
			sets = append(sets, e.needs)
		}
	}
	return sets
}

func (p pattern) match(s *scan, i int, d *draft) int {
	for k := range p {
		e := &p[k]
		next := fail
		if !e.strict || i < len(s.roles) && e.starts.meets(s.roles[i]) {
			next = e.match(s, i, d)
		}
		if next == fail && !e.optional {
			return fail
		}
		if next != fail {
			i = next
		}
	}
	return i
}

// word reads the longest phrase of any of the roles.
func word(list ...role) element {
	return phrase(rolesOf(list...), func(s *scan, i int, _ *draft) int {
		longest := 0
		for _, r := range list {
			longest = max(longest, s.skip(i, r)-i)
		}
		return i + longest
	})
}

// phrase makes an element of a function that reads a phrase of one of the roles.
func phrase(of roles, match func(s *scan, i int, d *draft) int) element {
	return element{starts: of, needs: of, strict: true, match: match}
}

// syllable reads a phrase of the role that is one token.
func syllable(r role) element {
	return phrase(rolesOf(r), func(s *scan, i int, _ *draft) int {
		if _, n := s.find(i, r, 1); n == 0 {
			return fail
		}
		return i + 1
	})
}

// value reads a phrase of the role and hands its figure over.
func value(r role, set func(d *draft, v int)) element {
	return phrase(rolesOf(r), func(s *scan, i int, d *draft) int {
		v, n := s.find(i, r, 0)
		set(d, v)
		return i + n
	})
}

// opt reads the elements if all of them fit, else nothing.
func opt(es ...element) element {
	p := pattern(es)
	return element{starts: p.starts(), strict: p[0].strict && !p[0].optional, optional: true, match: func(s *scan, i int, d *draft) int {
		kept := *d
		next := p.match(s, i, d)
		if next == fail {
			*d = kept
		}
		return next
	}}
}

// alt reads the first of the patterns that fits.
func alt(ps ...pattern) element {
	var starts roles
	strict := true
	for _, p := range ps {
		starts = starts.with(p.starts())
		strict = strict && p[0].strict && !p[0].optional
	}
	var needs roles
	if strict {
		needs = starts
	}
	return element{starts: starts, needs: needs, strict: strict, match: func(s *scan, i int, d *draft) int {
		kept := *d
		for _, p := range ps {
			if next := p.match(s, i, d); next != fail {
				return next
			}
			*d = kept
		}
		return fail
	}}
}

// mark reads one of the punctuation marks.
func mark(marks string) element {
	return element{match: func(s *scan, i int, _ *draft) int {
		if s.isMark(i, marks) {
			return i + 1
		}
		return fail
	}}
}

// flag reads nothing and notes that the pattern came this way.
func flag(set func(d *draft)) element {
	return element{optional: true, match: func(_ *scan, i int, d *draft) int {
		set(d)
		return i
	}}
}

// parens reads the elements, in parentheses or not.
func parens(es ...element) element {
	p := pattern(es)
	return element{starts: p.starts(), needs: p[0].needs, match: func(s *scan, i int, d *draft) int {
		if !s.isMark(i, "(") {
			return p.match(s, i, d)
		}
		next := p.match(s, i+1, d)
		if !s.isMark(next, ")") {
			return fail
		}
		return next + 1
	}}
}

// reads makes an element of a function of the scan; starts says what its first
// token may be.
func reads(starts roles, match func(s *scan, i int, d *draft) int) element {
	return element{starts: starts, match: func(s *scan, i int, d *draft) int {
		if i >= len(s.Tokens) && starts != (roles{}) {
			return fail
		}
		return match(s, i, d)
	}}
}
