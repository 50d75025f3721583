package identity

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
	"strings"
)

// enough is the weight from which two groups are taken for one person.
const enough = 0.5

// Doubtful is how far from the threshold a weight is no longer doubtful.
const Doubtful = 1.5

// Doubt tells how far a weight is from the one that decides.
func Doubt(weight float64) float64 { return math.Abs(weight - enough) }

// Person is somebody of the corpus: which appearances of the block are his, and why.
type Person struct {
	ID      string
	Name    string // as most write it, or as people.toml does
	Country string
	Members []int  // of the block, the earliest article first
	Joins   []Join // in the order made
	group   *group
}

// Join is two groups that were taken for one person.
type Join struct {
	Weight  float64
	Reasons []Reason
	A, B    int // a member of each
}

// Apart is two persons of like names that were kept apart.
type Apart struct {
	A, B    int // of the persons
	Weight  float64
	Reasons []Reason
}

// Settle parts the appearances of a block into persons, the one of the earliest
// article first. What comes out does not depend on the order of the block.
func (r *Resolver) Settle(block []*Appearance) []Person { return r.SettleWith(Claims{}, block) }

// SettleWith is Settle of one of many blocks, which often name the same posts: claims are
// those that were read.
func (r *Resolver) SettleWith(claims Claims, block []*Appearance) []Person {
	groups := r.groups(block, claims)
	groups = r.joinSeats(groups)
	r.joinBest(groups)
	r.joinBare(groups)
	var people []Person
	for _, g := range groups {
		if !g.gone {
			people = append(people, r.person(g, block))
		}
	}
	slices.SortFunc(people, func(a, b Person) int { return block[a.Members[0]].Compare(block[b.Members[0]]) })
	giveIDs(people, block)
	return people
}

func (r *Resolver) person(g *group, block []*Appearance) Person {
	slices.SortFunc(g.members, func(a, b int) int { return block[a].Compare(block[b]) })
	p := Person{Name: g.as.name, Country: g.country, Members: g.members, Joins: g.joins, group: g}
	if g.leader != nil {
		p.Name, p.Country = g.leader.Name, g.leader.Country
		return p
	}
	p.Name = r.bare(p.Name)
	countries := map[string]int{}
	for _, i := range g.members {
		countries[block[i].Country] += block[i].number()
	}
	most := 0
	for c, k := range countries {
		if c != "" && (k > most || k == most && c < p.Country) {
			p.Country, most = c, k
		}
	}
	return p
}

// joinSeats joins at once those of one name who hold one seat, and those of one
// person of people.toml: most of a large block.
func (r *Resolver) joinSeats(groups []*group) []*group {
	first := map[string]*group{}
	for _, g := range groups {
		for _, key := range seats(g) {
			root := first[key]
			if root == nil {
				first[key] = g
				continue
			}
			for root.gone {
				root = root.into
			}
			if root == g {
				continue
			}
			if p := r.compare(root, g); p.total() >= enough {
				root.join(g, p)
				g.into = root
				break
			}
		}
	}
	return slices.DeleteFunc(groups, func(g *group) bool { return g.gone })
}

// seats are what only one of the name can be: a leader, or the head or a deputy of
// a body.
func seats(g *group) []string {
	if g.leader != nil {
		return []string{"leader " + g.leader.Country + g.leader.Name}
	}
	var keys []string
	for _, c := range g.claims {
		if !c.many && c.listed {
			keys = append(keys, g.head.written+" "+c.title+"@"+c.body)
		}
	}
	return keys
}

func (g *group) join(o *group, p *pair) {
	a, b := g.members[0], o.members[0]
	g.absorb(o)
	g.joins = append(g.joins, Join{p.total(), p.reasons, a, b})
}

// candidate is a pair that may be joined.
type candidate struct {
	weight float64
	a, b   int
	ages   [2]int
	pair   *pair
}

type queue []candidate

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return cmp.Or(-cmp.Compare(q[i].weight, q[j].weight), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(candidate)) }
func (q *queue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

// joinBest joins the pair that most speaks for, then the next, until nothing
// speaks enough.
func (r *Resolver) joinBest(groups []*group) {
	near := neighbours(groups)
	ages := make([]int, len(groups))
	var q queue
	spare := &pair{}
	try := func(i, j int) {
		i, j = min(i, j), max(i, j)
		if i == j || groups[i].settled() || groups[j].settled() {
			return
		}
		if p := r.compareIn(spare, groups[i], groups[j]); p.total() >= enough {
			heap.Push(&q, candidate{p.total() + p.mass(), i, j, [2]int{ages[i], ages[j]}, p})
			spare = &pair{}
		}
	}
	for i := range groups {
		for _, j := range near.of(i) {
			if i < j {
				try(i, j)
			}
		}
	}
	for q.Len() > 0 {
		c := heap.Pop(&q).(candidate)
		if groups[c.a].gone || groups[c.b].gone || ages[c.a] != c.ages[0] || ages[c.b] != c.ages[1] {
			continue
		}
		groups[c.a].join(groups[c.b], c.pair)
		ages[c.a]++
		near.merge(c.a, c.b)
		for _, j := range near.of(c.a) {
			try(c.a, j)
		}
	}
}

// mass breaks ties: a surname alone is the one who is named most.
func (p *pair) mass() float64 {
	return float64(min(p.a.count, 500)+min(p.b.count, 500)) / 1000
}

// hollow tells that no post is known, and so hardly more than the name.
func (g *group) hollow() bool { return g.leader == nil && len(g.claims) == 0 && len(g.sides) == 0 }

// settled tells whether a group is joined to another, or left for joinBare.
func (g *group) settled() bool { return g.gone || g.hollow() }

// joinBare gives those of whom no post is known to the person of that name whom
// least speaks against; where that are several, to the one who is named most by far.
// Else they are one of their own.
func (r *Resolver) joinBare(groups []*group) {
	near := neighbours(groups)
	for i, g := range groups {
		if g.gone || !g.hollow() {
			continue
		}
		var fit []*pair
		for _, j := range near.of(i) {
			o := groups[j]
			if i == j || o.gone || o.hollow() && j > i {
				continue
			}
			if p := r.compare(o, g); p.total() > bareLeast {
				fit = append(fit, p)
			}
		}
		if p := outstanding(fit); p != nil {
			p.say("named-most", enough-min(p.total(), 0), "")
			p.a.join(g, p)
		}
	}
}

// bareLeast is more than what the most frequent name weighs alone: nothing may
// speak against.
const bareLeast = -2.5

// outstanding gives the pair whose first has twice the appearances of every other
// one for whom as much speaks.
func outstanding(fit []*pair) *pair {
	slices.SortStableFunc(fit, func(a, b *pair) int {
		return cmp.Or(cmp.Compare(b.total(), a.total()), cmp.Compare(b.a.count, a.a.count), strings.Compare(a.a.key, b.a.key))
	})
	for i, p := range fit {
		if i > 0 && fit[0].total()-p.total() < 0.75 && fit[0].a.count < 2*p.a.count {
			return nil
		}
	}
	if len(fit) == 0 {
		return nil
	}
	return fit[0]
}

// KeptApart tells which persons of a block were kept apart, and by what: those
// whose evidence for and against came nearest to a join first. Those are left out who
// are further than least from the weight that decides; persons whose names have
// nothing to do with one another are not compared.
func (r *Resolver) KeptApart(people []Person, least float64) []Apart {
	groups := make([]*group, len(people))
	for i := range people {
		groups[i] = people[i].group
	}
	near := neighbours(groups)
	var all []Apart
	for i := range people {
		for _, j := range near.of(i) {
			if j >= i {
				break
			}
			p := r.compare(groups[j], groups[i])
			if w := p.total(); Doubt(w) < least && !(len(p.reasons) > 0 && p.reasons[0].Rule == "other-name") {
				all = append(all, Apart{j, i, w, p.reasons})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Apart) int { return cmp.Compare(b.Weight, a.Weight) })
	return all
}
