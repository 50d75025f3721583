package date

import "slices"

// fail is what an element gives where it does not fit.
const fail = -1

// maxItems bounds a list of days, months or years: what is longer is a table
// of figures. It keeps the time of a scan linear.
const maxItems = 12

// element is one step of a pattern. It gives the token after what it read.
type element struct {
	starts   roles  // what its first token may be
	needs    []need // what stands in it in any case
	most     func(l *lengths) int
	strict   bool // nothing else than starts begins it, wherever it stands
	optional bool
	clean    bool // it leaves the draft alone where it does not fit
	match    func(s *scan, i int, d *draft) int
}

// need is a set of roles one of which stands less than so many tokens on from where something
// begins.
type need struct {
	of     roles
	within int
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

// needs gives what stands in the pattern in any case.
func (p pattern) needs(l *lengths) (list []need) {
	at := 0
	for _, e := range p {
		if !e.optional {
			list = append(list, e.needed(at)...)
		}
		at += e.most(l)
	}
	return list
}

// needed gives what stands in an element that begins at most so many tokens on.
func (e element) needed(at int) (list []need) {
	for _, n := range e.needs {
		list = append(list, need{n.of, at + n.within})
	}
	return list
}

// most gives how many tokens a pattern has at most.
func (p pattern) most(l *lengths) (n int) {
	for _, e := range p {
		n += e.most(l)
	}
	return n
}

// clean tells whether a pattern leaves the draft alone where it does not fit: only its first
// element may not.
func (p pattern) clean() bool {
	for k, e := range p {
		if k == 0 && !e.clean || k > 0 && !e.optional {
			return false
		}
	}
	return true
}

func (p pattern) match(s *scan, i int, d *draft) int {
	for k := range p {
		e := &p[k]
		next := fail
		if !e.strict || s.begins(i, e.starts) {
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

// begins tells whether token i has one of the roles.
func (x *sheet) begins(i int, set roles) bool {
	return uint(i) < uint(len(x.roles)) && x.roles[i].meets(set)
}

// word reads the longest phrase of any of the roles.
func word(list ...role) element {
	return begins(rolesOf(list...), func(s *scan, i int, _ *draft) int {
		longest := 0
		for _, r := range list {
			longest = max(longest, s.skip(i, r)-i)
		}
		return i + longest
	}).alone()
}

// unless keeps an element from where something holds.
func (e element) unless(holds func(s *scan, i int) bool) element {
	match := e.match
	e.match = func(s *scan, i int, d *draft) int {
		if holds(s, i) {
			return fail
		}
		return match(s, i, d)
	}
	return e
}

// alone lets an element be a phrase and nothing else.
func (e element) alone() element {
	e.clean, e.most = true, func(l *lengths) int { return l.of(e.starts) }
	return e
}

// upTo lets an element have so many tokens at most.
func (e element) upTo(tokens int) element {
	e.most = func(*lengths) int { return tokens }
	return e
}

// with lets an element have one of some roles among so many of its first tokens.
func (e element) with(of roles, within int) element {
	e.needs = append(slices.Clone(e.needs), need{of, within})
	return e
}

// syllable reads a phrase of the role that is one token.
func syllable(r role) element {
	return begins(rolesOf(r), func(s *scan, i int, _ *draft) int {
		if _, n := s.find(i, r, 1); n == 0 {
			return fail
		}
		return i + 1
	}).alone()
}

// value reads a phrase of the role and hands its figure over.
func value(r role, set func(d *draft, v int)) element {
	return begins(rolesOf(r), func(s *scan, i int, d *draft) int {
		v, n := s.find(i, r, 0)
		set(d, v)
		return i + n
	}).alone()
}

// opt reads the elements if all of them fit, else nothing.
func opt(es ...element) element {
	p := pattern(es)
	e := element{starts: p.starts(), most: p.most, strict: p[0].strict && !p[0].optional, optional: true, match: p.match}
	if p.clean() {
		return e
	}
	e.match = func(s *scan, i int, d *draft) int {
		kept := *d
		next := p.match(s, i, d)
		if next == fail {
			*d = kept
		}
		return next
	}
	return e
}

// alt reads the first of the patterns that fits.
func alt(ps ...pattern) element {
	e := element{strict: true}
	for _, p := range ps {
		e.starts = e.starts.with(p.starts())
		e.strict = e.strict && p[0].strict && !p[0].optional
	}
	if e.strict {
		e.needs = []need{{e.starts, 1}}
	}
	e.most = func(l *lengths) (n int) {
		for _, p := range ps {
			n = max(n, p.most(l))
		}
		return n
	}
	e.match = func(s *scan, i int, d *draft) int {
		for _, p := range ps {
			if p[0].strict && !p[0].optional && !s.begins(i, p[0].starts) {
				continue
			}
			kept := *d
			if next := p.match(s, i, d); next != fail {
				return next
			}
			*d = kept
		}
		return fail
	}
	return e
}

// mark reads one of the punctuation marks.
func mark(marks string) element {
	return element{clean: true, match: func(s *scan, i int, _ *draft) int {
		if s.isMark(i, marks) {
			return i + 1
		}
		return fail
	}}.upTo(1)
}

// flag reads nothing and notes that the pattern came this way.
func flag(set func(d *draft)) element {
	return element{optional: true, match: func(_ *scan, i int, d *draft) int {
		set(d)
		return i
	}}.upTo(0)
}

// parens reads the elements, in parentheses or not.
func parens(es ...element) element {
	p := pattern(es)
	return element{
		starts: p.starts(), most: func(l *lengths) int { return p.most(l) + len("()") },
		match: func(s *scan, i int, d *draft) int {
			if !s.isMark(i, "(") {
				return p.match(s, i, d)
			}
			next := p.match(s, i+1, d)
			if !s.isMark(next, ")") {
				return fail
			}
			return next + 1
		},
	}
}

// reads makes an element of a function of the scan; starts says what its first
// token may be.
func reads(starts roles, match func(s *scan, i int, d *draft) int) element {
	return element{starts: starts, most: unbounded, match: func(s *scan, i int, d *draft) int {
		if i >= len(s.Tokens) && starts != (roles{}) {
			return fail
		}
		return match(s, i, d)
	}}
}

// begins makes an element of a function of the scan that reads nothing where no token of
// one of the roles stands first.
func begins(starts roles, match func(s *scan, i int, d *draft) int) element {
	return element{starts: starts, needs: []need{{starts, 1}}, most: unbounded, strict: true, match: match}
}

// unbounded is more tokens than an element has.
func unbounded(*lengths) int { return reach }
