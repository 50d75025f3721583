package identity

import (
	"math"
	"slices"
)

// byPlace weighs the places that the bodies serve.
func (p *pair) byPlace() {
	for l := commune; l <= province; l++ {
		a, b := p.a.placesAt(l), p.b.placesAt(l)
		if len(a)*len(b) == 0 {
			continue
		}
		if i := slices.IndexFunc(a, func(x spot) bool { return slices.ContainsFunc(b, x.same) }); i >= 0 {
			p.samePlace(l, a[i].place)
			return
		}
		p.otherPlace(l)
		return
	}
}

// spot is a place with its province, "" where that is not known.
type spot struct{ place, province string }

// same tells whether two are one: several provinces have a commune of one name.
func (s spot) same(o spot) bool { return s.place == o.place && !differ(s.province, o.province) }

// placesAt gives the places of the bodies whose own level that is or lies below.
func (g *group) placesAt(l level) []spot {
	if g.places == nil {
		g.places = &[nation][]spot{}
		for _, c := range g.claims {
			for l := max(c.level, commune); noLevel < c.level && l <= province; l++ {
				if place := c.places[l]; place != "" {
					g.places[l] = append(g.places[l], spot{place, c.places[province]})
				}
			}
		}
	}
	return g.places[l]
}

// What one place and another weigh, by its level.
var (
	inPlace   = [nation]float64{commune: 4.5, district: 4, province: 2.5}
	elsewhere = [nation]float64{commune: -4.5, district: -3.5, province: -3}
)

func (p *pair) samePlace(l level, place string) {
	if lowest(p.a) == l && lowest(p.b) == l {
		p.say("same-place", inPlace[l], place)
		return
	}
	p.say("place-inside", 1, place)
}

func (p *pair) otherPlace(l level) {
	if l == province && !p.interleave() && anyPosts(p.a, p.b, p.r.successors.follows) {
		p.say("place-succeeds", 1.5, "")
		return
	}
	w := elsewhere[l]
	if l == province && p.transferable() {
		w = -1
	}
	p.say("other-place", w, "")
}

// anyPosts tells whether something holds of a post of one and a post of the other.
func anyPosts(a, b *group, holds func(x, y *held) bool) bool {
	return slices.ContainsFunc(a.claims, func(x *held) bool {
		return slices.ContainsFunc(b.claims, func(y *held) bool { return holds(x, y) })
	})
}

// follows tells whether one of two posts is of a province that became part of the other's,
// the one held before that day and the other after it.
func (s *successors) follows(x, y *held) bool { return s.follow(x, y) || s.follow(y, x) }

func (s *successors) follow(old, later *held) bool {
	j, ended := s.merged[old.places[province]]
	return ended && j.into == later.places[province] && later.first >= j.day && (old.former || 0 < old.last && old.last <= j.day)
}

// transferable tells whether both are of those whom the Party, or in time the police, sends from
// one province to another, one after the other.
func (p *pair) transferable() bool {
	both := func(sent func(*held) bool) bool {
		return slices.ContainsFunc(p.a.claims, sent) && slices.ContainsFunc(p.b.claims, sent)
	}
	return !p.interleave() && (both((*held).elite) || p.between() > policeMove && both((*held).headsPolice))
}

func (h *held) headsPolice() bool { return h.height == below && h.service == police }

// policeMove is how many days lie at least between heads of the police of two provinces who are
// one; of a move within them an article would tell.
const policeMove = 60

func lowest(g *group) level {
	low := noLevel
	for _, c := range g.claims {
		low = earlier(low, c.level)
	}
	return low
}

func highest(g *group) level {
	top := noLevel
	for _, c := range g.claims {
		if !c.many || c.level != nation {
			top = max(top, c.level)
		}
	}
	return top
}

// byHeight: a commune's chairman is no minister.
func (p *pair) byHeight() {
	a, b := highest(p.a), highest(p.b)
	if a*b == noLevel {
		return
	}
	gap := math.Abs(float64(a - b))
	if gap > 0 {
		p.say("other-height", -0.5-1.25*(gap-1), "")
	}
}
