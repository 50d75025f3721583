package identity

import (
	"fmt"
)

// Reason is one piece of evidence for or against two being one person. Weights
// add up; they are logarithms of odds (of base two, about).
type Reason struct {
	Rule   string  `json:"rule"`
	Weight float64 `json:"weight"`
	What   string  `json:"what,omitempty"`
}

// never keeps two apart whatever else speaks for them.
const never = -100

// pair is two groups being compared.
type pair struct {
	r        *Resolver
	a, b     *group
	relation relation // of foreign names
	guests   bool     // both bear names like ours and serve two states
	reasons  []Reason
}

// reasonsRoom is how many reasons most comparisons give at most.
const reasonsRoom = 4

func (p *pair) say(rule string, weight float64, what string) {
	if weight != 0 {
		p.reasons = append(p.reasons, Reason{rule, weight, what})
	}
}

func (p *pair) total() (sum float64) {
	for _, r := range p.reasons {
		sum += r.Weight
	}
	return sum
}

// rules are the pieces of evidence in the order in which they are looked at; one
// that speaks with never ends the comparison.
var rules = []func(p *pair){
	(*pair).judged, (*pair).known, (*pair).byName, (*pair).byCountry, (*pair).bySex, (*pair).byBirth, (*pair).together,
	(*pair).byPosts, (*pair).byPlace, (*pair).byHeight, (*pair).byRank, (*pair).bySeats,
}

func (r *Resolver) compare(a, b *group) *pair {
	return r.compareIn(&pair{reasons: make([]Reason, 0, reasonsRoom)}, a, b)
}

// compareIn is compare in a pair that nobody needs any more.
func (r *Resolver) compareIn(p *pair, a, b *group) *pair {
	*p = pair{r: r, a: a, b: b, guests: a.ours && b.ours && a.country != b.country, reasons: p.reasons[:0]}
	for _, rule := range rules {
		rule(p)
		if n := len(p.reasons); n > 0 && p.reasons[n-1].Weight == never {
			break
		}
	}
	return p
}

// known: two persons of people.toml are two.
func (p *pair) known() {
	a, b := p.a.leader, p.b.leader
	switch {
	case a == nil || b == nil:
	case a == b:
		p.say("known-person", 20, a.Name)
	default:
		p.say("known-persons", never, a.Name+", "+b.Name)
	}
}

// byName weighs how the names agree. A Vietnamese name of three frequent words is
// borne by thousands, a rare one or a foreign one by few.
func (p *pair) byName() {
	if p.a.ours && p.b.ours {
		p.say("frequent-name", p.r.prior(&p.a.head), p.a.head.written)
		if p.a.head.written != p.b.head.written {
			p.say("tone-marks", -5, p.a.head.written+", "+p.b.head.written)
		}
		return
	}
	p.relation = relate(&p.a.head, &p.b.head)
	what := p.a.head.written + ", " + p.b.head.written
	switch p.relation {
	case unrelated:
		if !p.oneLeader() {
			p.say("other-name", never, what)
		}
	case surname:
		p.say("surname-alone", -1.5, what)
	case part:
		p.say("shorter-name", 2, what)
	case readaloud:
		p.say("name-read-aloud", 0.25, what) // not enough without a post
	case alike:
		p.say("name-spelt-otherwise", 1.5, what)
	case same:
		w := 4.0
		if len(p.a.head.tokens) == 1 {
			w = -0.5
		}
		p.say("same-name", w, what)
	}
}

// oneLeader tells whether people.toml knows both as one person.
func (p *pair) oneLeader() bool { return p.a.leader != nil && p.a.leader == p.b.leader }

// prior weighs a Vietnamese name alone.
func (r *Resolver) prior(n *name) float64 {
	w := -1.5
	switch at := r.surnames[n.tokens[0]]; {
	case at == 0:
	case at < 12:
		w += 0.5
	case at < 30:
		w += 1
	default:
		w += 1.75
	}
	if len(n.tokens) > 3 {
		w++
	}
	return w
}

// byCountry: a Vietnamese name that an article gives to a state whose people bear
// no such names says little.
func (p *pair) byCountry() {
	a, b := p.a.country, p.b.country
	w := -5.0
	switch {
	case a == b, a == "", b == "":
		return
	case !p.a.ours:
	case !sinic[a] && !sinic[b]:
		w = -0.5
	case p.officeAbroad():
		w = -1
	}
	p.say("other-country", w, a+", "+b)
}

// officeAbroad holds where both hold one office, but for the state: an article gave
// the visitor to the state of his host.
func (p *pair) officeAbroad() bool {
	for _, x := range p.a.claims {
		for _, y := range p.b.claims {
			if !x.many && x.sameOffice(y) {
				return true
			}
		}
	}
	return false
}

// sameOffice holds for one title in bodies of one name.
func (h *held) sameOffice(o *held) bool {
	return h.slug != "" && h.title == o.title && h.slug == o.slug
}

// sinic states have names that Vietnamese writes like its own.
var sinic = map[string]bool{"CN": true, "TW": true, "HK": true, "KR": true, "KP": true, "SG": true, "JP": true}

func (p *pair) bySex() {
	if p.a.men*p.b.men < 0 {
		w := -5.0
		if !p.a.ours {
			w = -2
		}
		p.say("man-and-woman", w, "")
	}
}

func (p *pair) byBirth() {
	if p.a.born*p.b.born == 0 {
		return
	}
	if d := p.a.born - p.b.born; d*d > 1 {
		p.say("born-otherwise", -6, fmt.Sprint(p.a.born, ", ", p.b.born))
		return
	}
	p.say("born-alike", 3, fmt.Sprint(p.a.born))
}

// together: whom one article keeps apart are two.
func (p *pair) together() {
	few, many := &p.a.articles, &p.b.articles
	if len(few.list) > len(many.list) {
		few, many = many, few
	}
	for _, article := range few.list {
		if !many.has(article) {
			continue
		}
		w := -8.0
		if p.oneSeat() {
			w = -1 // the article writes one person in two ways
		}
		p.say("named-side-by-side", w, "")
		return
	}
}

// oneSeat tells that both hold an office that one person holds at a time.
func (p *pair) oneSeat() bool { return anyPosts(p.a, p.b, (*held).seats) }

// seats tells whether two posts are one that one person holds at a time, the body of a
// high one left open by either.
func (h *held) seats(o *held) bool {
	switch {
	case h.title != o.title, h.many:
		return false
	case min(len(h.body), len(o.body)) == 0:
		return h.high
	}
	return sameBody(&h.claim, &o.claim)
}
