package identity

import (
	"fmt"
	"math"
	"strings"
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
	reasons  []Reason
}

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
	p := &pair{r: r, a: a, b: b}
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
		if p.a.leader == nil || p.a.leader != p.b.leader {
			p.say("other-name", never, what)
		}
	case surname:
		p.say("surname-alone", -1.5, what)
	case part:
		p.say("shorter-name", 2, what)
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
	if a == b || a == "" || b == "" {
		return
	}
	switch {
	case p.a.ours && !sinic[a] && !sinic[b]:
		p.say("other-country", -0.5, a+", "+b)
	case p.a.ours && p.officeAbroad():
		p.say("other-country", -1, a+", "+b)
	default:
		p.say("other-country", -5, a+", "+b)
	}
}

// officeAbroad holds where both hold one office, but for the state: an article gave
// the visitor to the state of his host.
func (p *pair) officeAbroad() bool {
	for _, x := range p.a.claims {
		for _, y := range p.b.claims {
			if x.title == y.title && x.slug == y.slug && x.slug != "" && !x.many {
				return true
			}
		}
	}
	return false
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
	if p.a.born == 0 || p.b.born == 0 {
		return
	}
	if d := p.a.born - p.b.born; d < -1 || d > 1 {
		p.say("born-otherwise", -6, fmt.Sprint(p.a.born, ", ", p.b.born))
		return
	}
	p.say("born-alike", 3, fmt.Sprint(p.a.born))
}

// together: whom one article keeps apart are two.
func (p *pair) together() {
	few, many := p.a.articles, p.b.articles
	if len(few) > len(many) {
		few, many = many, few
	}
	for article := range few {
		if !many[article] {
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
func (p *pair) oneSeat() bool {
	for _, x := range p.a.claims {
		for _, y := range p.b.claims {
			if x.title == y.title && !x.many && (x.body != "" && sameBody(&x.claim, &y.claim) || x.high && (x.body == "" || y.body == "")) {
				return true
			}
		}
	}
	return false
}

// byPosts takes the post that speaks most for the two being one.
func (p *pair) byPosts() {
	var best Reason
	more := 0
	for _, x := range p.a.claims {
		for _, y := range p.b.claims {
			r := p.posts(x, y)
			if r.Weight > 0 {
				more++
			}
			if r.Weight > best.Weight || r.Weight == best.Weight && r.What < best.What {
				best = r
			}
		}
	}
	p.say(best.Rule, best.Weight, best.What)
	if more > 1 {
		p.say("further-posts", min(1.5, 0.5*float64(more-1)), "")
	}
	if p.relation == surname && best.Weight < 2 && !p.a.hollow() && !p.b.hollow() {
		p.say("surname-without-office", never, "")
	}
}

// posts weighs two posts.
func (p *pair) posts(x, y *held) Reason {
	what := x.title + ", " + x.body
	if sameBody(&x.claim, &y.claim) {
		return Reason{"same-body", p.inOneBody(x, y), what}
	}
	if x.title == y.title && p.a.ours && p.b.ours && p.a.country != p.b.country && x.slug == y.slug && x.slug != "" {
		return Reason{"office-of-another-state", 4.5, what} // the visitor took over the state of his host
	}
	if x.title == y.title {
		if w := p.oneTitle(x, y); w > 0 {
			return Reason{"same-title", w, x.title}
		}
	}
	best := Reason{"few-of-that-height", fewness(&x.claim, &y.claim), x.title + ", " + y.title}
	if kin(&x.claim, &y.claim) {
		w := 2.5
		if (x.level == nation) != (y.level == nation) {
			w = 1 // what all provinces have stands under one ministry
		}
		if w > best.Weight {
			best = Reason{"body-and-its-part", w, x.body + ", " + y.body}
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
	open := x.body == "" || y.body == ""
	switch {
	case open && x.high:
		return 4
	case !p.a.ours && x.high && x.body == y.body:
		return 4
	case x.high && !p.a.ours:
		return 2
	case open && x.body == y.body:
		return 1.5
	case open:
		return 2
	case wordsShared(x.body, y.body) >= 0.5 && compatible(&x.claim, &y.claim):
		return 2.5
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

// fewness weighs that both are among the few who lead state and party: a name is
// seldom borne by two of some two hundred, or of the thousand below them.
func fewness(a, b *claim) float64 {
	switch min(rankOf(a), rankOf(b)) {
	case leading:
		return 3.5
	case below:
		return 1.75
	}
	return 0
}

// How high a post stands in the state.
const (
	ordinary = iota
	below
	leading
)

// leadingHeads are bodies whose heads are leading, those below them below.
var leadingHeads = []string{"trung-uong", "vn/quoc-hoi", "toi-cao", "vn/kiem-toan-nha-nuoc", "vn/thanh-tra-chinh-phu"}

func rankOf(c *claim) int {
	switch {
	case c.many:
		if strings.Contains(c.body, "ban-chap-hanh-trung-uong") || strings.Contains(c.body, "bo-chinh-tri") {
			return leading
		}
		return ordinary
	case c.high:
		return leading
	case c.level == province:
		return inProvince(c)
	case c.title == "thu truong":
		return below
	case c.level == nation && (inLeadingBody(c) || c.parent == "vn/quoc-hoi"):
		if c.head || c.body == "vn/quoc-hoi" {
			return leading
		}
		return below
	}
	return ordinary
}

func inProvince(c *claim) int {
	party := strings.Contains(c.body, "tinh-uy") || strings.Contains(c.body, "thanh-uy")
	switch {
	case c.title == "bi thu" && party:
		return leading
	case c.title == "pho bi thu" && party, c.title == "chu tich" && strings.Contains(c.body, "uy-ban-nhan-dan"):
		return below
	}
	return ordinary
}

func inLeadingBody(c *claim) bool {
	for _, part := range leadingHeads {
		if strings.Contains(c.body, part) {
			return true
		}
	}
	return false
}

func elite(c *claim) bool { return rankOf(c) == leading }

// byPlace weighs the places that the bodies serve.
func (p *pair) byPlace() {
	for l := commune; l <= province; l++ {
		a, b := placesAt(p.a, l), placesAt(p.b, l)
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		for place := range a {
			if b[place] {
				p.samePlace(l, place)
				return
			}
		}
		p.otherPlace(l)
		return
	}
}

// placesAt gives the places of the bodies whose own level that is.
func placesAt(g *group, l level) map[string]bool {
	places := map[string]bool{}
	for _, c := range g.claims {
		if c.level <= l && c.level != noLevel && c.places[l] != "" {
			places[c.places[l]] = true
		}
	}
	return places
}

func (p *pair) samePlace(l level, place string) {
	if lowest(p.a) == l && lowest(p.b) == l {
		p.say("same-place", map[level]float64{commune: 4.5, district: 4, province: 2.5}[l], place)
		return
	}
	p.say("place-inside", 1, place)
}

func (p *pair) otherPlace(l level) {
	w := map[level]float64{commune: -4.5, district: -3.5, province: -3}[l]
	if l == province && eliteGroup(p.a) && eliteGroup(p.b) && !p.interleave() {
		w = -1
	}
	p.say("other-place", w, "")
}

func eliteGroup(g *group) bool {
	for _, c := range g.claims {
		if elite(&c.claim) {
			return true
		}
	}
	return false
}

func lowest(g *group) level {
	low := noLevel
	for _, c := range g.claims {
		if c.level != noLevel && (low == noLevel || c.level < low) {
			low = c.level
		}
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
	if a == noLevel || b == noLevel {
		return
	}
	gap := math.Abs(float64(a - b))
	if gap > 0 {
		p.say("other-height", -0.5-1.25*(gap-1), "")
	}
}

// byRank: a rank of police or army against a civil post, and ranks that fall.
func (p *pair) byRank() {
	a, b := p.a.ranks, p.b.ranks
	switch {
	case len(a) == 0 && len(b) == 0:
	case len(a) == 0 || len(b) == 0:
		p.rankAlone()
	default:
		p.ranks()
	}
}

func (p *pair) rankAlone() {
	civil, ranked := p.a, p.b
	if len(p.a.ranks) > 0 {
		civil, ranked = p.b, p.a
	}
	if civil.service() != noService || ranked.service() == noService && len(ranked.claims) > 0 {
		return // one who went over into a civil post keeps his rank
	}
	for _, c := range civil.claims {
		if !c.many && c.state && (c.body != "" || c.high) {
			p.say("rank-and-civil-post", -3, "")
			return
		}
	}
}

func (p *pair) ranks() {
	fallen, alike := false, false
	for _, x := range p.a.ranks {
		for _, y := range p.b.ranks {
			alike = alike || x.rank == y.rank
			early, late := x, y
			if early.day > late.day {
				early, late = late, early
			}
			fallen = fallen || late.day-early.day > 7 && late.rank > early.rank
			if x.service != noService && y.service != noService && x.service != y.service {
				p.say("police-and-army", -3, "")
				return
			}
		}
	}
	switch {
	case fallen:
		p.say("rank-falls", -4, "")
	case alike:
		p.say("same-rank", 1, "")
	}
}

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

func (p *pair) exclude(x, y *held) bool {
	if x.many || y.many || x.former || y.former || x.body == "" || y.body == "" || sameBody(&x.claim, &y.claim) || kin(&x.claim, &y.claim) {
		return false
	}
	if x.level != nation || y.level != nation || !x.head || !y.head || elite(&x.claim) != elite(&y.claim) && !x.high {
		return false
	}
	return x.first < y.last && y.first < x.last && strings.Contains(x.body, "/") && strings.Contains(y.body, "/") && x.title == y.title
}

// interleave tells whether the days of two groups lie between one another.
func (p *pair) interleave() bool {
	first, last := days(p.a)
	from, to := days(p.b)
	return first < to && from < last
}

func days(g *group) (first, last int) {
	for _, c := range g.claims {
		if c.former {
			continue
		}
		if c.first > 0 && (first == 0 || c.first < first) {
			first = c.first
		}
		last = max(last, c.last)
	}
	return first, last
}
