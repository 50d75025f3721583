package identity

import (
	"strings"
)

// byPosts takes the post that speaks most for the two being one.
func (p *pair) byPosts() {
	var best postReason
	more := 0
	for _, x := range p.a.claims {
		for _, y := range p.b.claims {
			r := p.posts(x, y)
			if r.weight > 0 {
				more++
			}
			if r.weight > best.weight || r.weight == best.weight && r.what() < best.what() {
				best = r
			}
		}
	}
	p.say(best.rule, best.weight, best.what())
	if more > 1 {
		p.say("further-posts", min(1.5, 0.5*float64(more-1)), "")
	}
	if best.weight < 2 && p.relation == surname {
		p.surnameAlone()
	}
}

// postReason is what two posts say, in one or two words of them.
type postReason struct {
	rule       string
	weight     float64
	one, other string
}

func (r *postReason) what() string {
	if r.other == "" {
		return r.one
	}
	return r.one + ", " + r.other
}

// surnameAlone: a surname is nobody's whose post is known and another.
func (p *pair) surnameAlone() {
	for _, g := range []*group{p.a, p.b} {
		if g.hollow() {
			return
		}
	}
	p.say("surname-without-office", never, "")
}

// posts weighs two posts.
func (p *pair) posts(x, y *held) postReason {
	if sameBody(&x.claim, &y.claim) {
		return postReason{"same-body", p.inOneBody(x, y), x.title, x.body}
	}
	if p.guests && x.sameOffice(y) {
		return postReason{"office-of-another-state", 4.5, x.title, x.body} // the visitor took over the state of his host
	}
	if x.title == y.title {
		if w := p.oneTitle(x, y); w > 0 {
			return postReason{"same-title", w, x.title, ""}
		}
	}
	if x.title == y.title && !x.many && p.r.successors.follows(x, y) && wordsShared(x.body, y.body) >= 0.5 {
		return postReason{"office-of-the-successor", 2, x.title, y.body}
	}
	var best postReason
	if w := fewness(&x.claim, &y.claim); w > 0 {
		best = postReason{"few-of-that-height", w, x.title, y.title}
	}
	if kin(&x.claim, &y.claim) {
		w := 2.5
		if (x.level == nation) != (y.level == nation) {
			w = 1 // what all provinces have stands under one ministry
		}
		if w > best.weight {
			best = postReason{"body-and-its-part", w, x.body, y.body}
		}
	}
	return best
}

// inOneBody weighs two posts in one body: a seat is one person's.
func (p *pair) inOneBody(x, y *held) float64 {
	switch {
	case x.many || y.many:
		if x.title == y.title {
			return 2.5
		}
		return 1.5
	case x.title == y.title:
		return 6
	case x.level == nation && !x.high:
		return 2.5
	}
	return 3.5
}

// oneTitle weighs a title that both have, where one of them leaves the body open or
// writes it in other words.
func (p *pair) oneTitle(x, y *held) float64 {
	open := min(len(x.body), len(y.body)) == 0
	switch {
	case x.high && open:
		return 4
	case x.high && !p.a.ours:
		return 2 + 2*oneIf(x.body == y.body)
	case open:
		return 2 - 0.5*oneIf(x.body == y.body)
	case compatible(&x.claim, &y.claim):
		return 2.5 * oneIf(wordsShared(x.body, y.body) >= 0.5)
	}
	return 0
}

func oneIf(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}

// wordsShared is the share of the words of the shorter name that the longer has.
func wordsShared(a, b string) float64 {
	words := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" -/", r) })
	}
	x, y := words(a), words(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 3 {
		return 0
	}
	has := map[string]bool{}
	for _, w := range y {
		has[w] = true
	}
	n := 0
	for _, w := range x {
		if has[w] {
			n++
		}
	}
	return float64(n) / float64(len(x))
}
