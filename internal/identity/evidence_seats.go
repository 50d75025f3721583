package identity

// bySeats: whoever heads one body does not head another at the same time.
func (p *pair) bySeats() {
	for _, x := range p.a.claims {
		for _, y := range p.b.claims {
			if p.exclude(x, y) {
				p.say("two-seats-at-once", -3, x.title+", "+x.body+"; "+y.title+", "+y.body)
				return
			}
		}
	}
}

// exclude tells whether two posts are the chairs of two bodies, held by turns within the
// same days.
func (p *pair) exclude(x, y *held) bool {
	switch {
	case x.title != y.title, !x.chair(), !y.chair():
		return false
	case sameBody(&x.claim, &y.claim), kin(&x.claim, &y.claim):
		return false
	case x.elite() != y.elite():
		return x.high && x.overlaps(y)
	}
	return x.overlaps(y)
}

// chair tells whether a claim is to head a listed body of the whole state today.
func (c *claim) chair() bool {
	switch {
	case c.many, c.former, !c.head, c.level != nation:
		return false
	}
	return c.listed
}

// overlaps tells whether the days of two posts lie between one another.
func (h *held) overlaps(o *held) bool { return h.first < o.last && o.first < h.last }

// interleave tells whether the days of two groups lie between one another.
func (p *pair) interleave() bool {
	first, last := days(p.a)
	from, to := days(p.b)
	return first < to && from < last
}

// between counts the days between the last one of a group and the first one of the other.
func (p *pair) between() int {
	first, last := days(p.a)
	from, to := days(p.b)
	return max(from-last, first-to)
}

func days(g *group) (first, last int) {
	for _, c := range g.claims {
		if c.former {
			continue
		}
		first, last = earlier(first, c.first), max(last, c.last)
	}
	return first, last
}
