package identity

import (
	"slices"
)

// byRank: a rank of police or army against a civil post, and ranks that fall.
func (p *pair) byRank() {
	switch ranked := min(len(p.a.ranks), 1) + min(len(p.b.ranks), 1); ranked {
	case 1:
		p.rankAlone()
	case 2:
		p.ranks()
	}
}

func (p *pair) rankAlone() {
	civil, ranked := p.a, p.b
	if len(p.a.ranks) > 0 {
		civil, ranked = p.b, p.a
	}
	switch {
	case civil.service() != noService:
	case ranked.service() == noService && len(ranked.claims) > 0: // one who went over into a civil post keeps his rank
	case slices.ContainsFunc(civil.claims, (*held).office):
		p.say("rank-and-civil-post", -3, "")
	}
}

// office tells whether a post is one of a known body of state, or one of the highest.
func (h *held) office() bool {
	switch {
	case h.many, !h.state:
		return false
	}
	return h.high || h.body != ""
}

func (p *pair) ranks() {
	for _, r := range rankRules {
		if anyRanks(p, r.holds) {
			p.say(r.name, r.weight, "")
			return
		}
	}
}

// rankRules are what ranks of two groups may tell; the first that holds of any two
// decides.
var rankRules = []struct {
	name   string
	weight float64
	holds  func(p *pair, x, y rankSeen) bool
}{
	{"police-and-army", -3, func(_ *pair, x, y rankSeen) bool { return x.service*y.service != noService && x.service != y.service }},
	{"rank-falls", -4, func(_ *pair, x, y rankSeen) bool {
		if x.day > y.day {
			x, y = y, x
		}
		return y.day-x.day > 7 && y.rank > x.rank
	}},
	{"generals-of-one-service", 4, func(p *pair, x, y rankSeen) bool {
		return x.general && y.general && x.service != noService && !p.interleave()
	}},
	{"same-rank", 1, func(_ *pair, x, y rankSeen) bool { return x.rank == y.rank }},
}

func anyRanks(p *pair, holds func(p *pair, x, y rankSeen) bool) bool {
	for _, x := range p.a.ranks {
		for _, y := range p.b.ranks {
			if holds(p, x, y) {
				return true
			}
		}
	}
	return false
}
