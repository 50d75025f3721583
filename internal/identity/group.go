package identity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// group is appearances that are taken for one person so far.
type group struct {
	members  []int // of the block, in its order
	count    int   // of the appearances for which they stand
	names    []written
	head     name // the whole name that most of them bear
	as       headed
	ours     bool
	claims   []*held
	places   *[nation][]spot // of the claims; nil where they are still to be told
	ranks    []rankSeen
	men      int // he, less she
	country  string
	articles articles
	born     int
	leader   *lexicon.Leader
	key      string // what tells it from other groups, whatever the order
	joins    []Join
	sides    []string // of judgements, see there
	gone     bool
	into     *group
}

// written is a name and how many appearances bear it.
type written struct {
	name   string
	number int
}

// held is a claim with the days of its first and last article, 0 for unknown.
type held struct {
	claim
	first, last int
}

type rankSeen struct {
	rank, service, day int
	general            bool
}

// groups puts the appearances of a block into the smallest groups: those that say
// the same. The order of the block does not matter.
func (r *Resolver) groups(block []*Appearance, claims Claims) []*group {
	of := map[string]*group{}
	var keys []string
	names := map[string]spelling{}
	for i, a := range block {
		n, known := names[a.Name]
		if !known {
			n = r.leaders.spell(r, a.Name)
			n.native = r.ours(a.Name)
			names[a.Name] = n
		}
		sides, leader := r.judged.sides(a), r.leaders.spelt(&n, a)
		key := signature(a, n.key, leader, r.sexes.of(a.Honorifics)) + strings.Join(sides, " ")
		g := of[key]
		if g == nil {
			g = r.newGroup(a, n.native, key, leader, claims)
			g.sides = sides
			of[key] = g
			keys = append(keys, key)
		}
		g.men += r.sexes.of(a.Honorifics) * a.number()
		g.see(a, n.bare, i)
	}
	slices.Sort(keys)
	all, heads := make([]*group, len(keys)), map[headed]name{}
	for i, key := range keys {
		all[i] = of[key]
		all[i].settleName(heads)
	}
	return all
}

// signatureRoom is how many bytes most signatures take at most.
const signatureRoom = 192

// signature is what an appearance says, whose name is compared by a key, but for its day,
// and of which leader, who had the post in its year: two of one article are two.
func signature(a *Appearance, name string, leader *lexicon.Leader, sex int) string {
	var b strings.Builder
	b.Grow(signatureRoom)
	write := func(parts ...string) {
		for _, s := range parts {
			b.WriteString(s)
		}
	}
	write(name)
	if leader != nil {
		write("=", leader.Name)
	}
	write("|", a.Country, "|", strings.Join(a.Ranks, ","), "|", strconv.Itoa(sex))
	for i := range a.Posts {
		p := &a.Posts[i]
		write("|", p.Title, "@", p.Agency, "@", p.AgencyName, "@", p.Place)
		if p.Former {
			write("-")
		}
	}
	if digit := a.Local[max(0, len(a.Local)-1):]; strings.Contains(a.Local, "-") && digit >= "0" && digit <= "9" {
		write("|", Mark(a))
	}
	return b.String()
}

// newGroup makes a group of an appearance; claims are those of posts that were read.
func (r *Resolver) newGroup(a *Appearance, native bool, key string, leader *lexicon.Leader, claims Claims) *group {
	g := &group{key: key, country: a.Country, leader: leader}
	g.ours = native && (g.leader == nil || r.ours(g.leader.Name))
	if g.leader != nil {
		g.country = g.leader.Country
	}
	for i := range a.Posts {
		c, read := claims[a.Posts[i]]
		if !read {
			c = r.claimOf(&a.Posts[i])
			claims[a.Posts[i]] = c
		}
		if c.title != "" {
			g.claims = append(g.claims, &held{claim: c})
		}
	}
	for _, rank := range a.Ranks {
		if n := r.ranks[viet.Fold(rank)]; n > 0 {
			g.ranks = append(g.ranks, rankSeen{rank: n, service: g.service(), general: n < r.ranks[colonel]})
		}
	}
	return g
}

// colonel is the highest rank below a general's.
const colonel = "dai ta"

// Services that have ranks.
const (
	noService = iota
	police
	army
)

// services tell by words of a body, or of the one above it, whose ranks its people bear.
var services = []struct {
	service int
	words   []string
	above   bool // also of the body above
}{
	{police, []string{"cong-an"}, true},
	{police, []string{"canh-sat"}, false},
	{army, []string{"quan-su", "quan-khu", "quoc-phong", "bien-phong", "quan su", "quan doi"}, false},
}

// serviceOf reads from the body whose ranks those of a claim bear.
func serviceOf(c *claim) int {
	for _, s := range services {
		if bodyHasAny(c, s.words...) || s.above && strings.Contains(c.parent, s.words[0]) {
			return s.service
		}
	}
	return noService
}

// service tells by the bodies which ranks a person bears.
func (g *group) service() int {
	for _, c := range g.claims {
		if c.service != noService {
			return c.service
		}
	}
	return noService
}

func (g *group) see(a *Appearance, name string, i int) {
	g.members, g.count = append(g.members, i), g.count+a.number()
	g.bear(name, a.number())
	g.articles.add(a.Article)
	g.born = earlier(g.born, a.Born)
	day, last := dayOf(a.Published), dayOf(cmp.Or(a.Until, a.Published))
	for _, c := range g.claims {
		c.see(day, last)
	}
	for k := range g.ranks {
		g.ranks[k].day = cmp.Or(min(g.ranks[k].day, day), day, g.ranks[k].day)
	}
}

// bear takes down that some appearances more bear a name.
func (g *group) bear(name string, number int) {
	i := slices.IndexFunc(g.names, func(w written) bool { return w.name == name })
	if i < 0 {
		g.names = append(g.names, written{name, number})
		return
	}
	g.names[i].number += number
}

func (h *held) see(first, last int) {
	h.first, h.last = earlier(h.first, first), max(h.last, last)
}

// earlier gives the smaller of two that are known, 0 standing for unknown.
func earlier[T int | level](a, b T) T {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// headed is what the head of a group is read from.
type headed struct {
	name    string
	foreign bool
}

// What a whole name weighs more than any number of bearers of a single word, and one in
// its own spelling more than one that is read aloud.
const (
	wholeName   = 1 << 20
	ownSpelling = 1 << 21
)

// settleName finds the whole name that most members bear; read are names that were read,
// or nil.
func (g *group) settleName(read map[headed]name) {
	best, most := "", -1
	for _, w := range g.names {
		mass := w.number
		if strings.ContainsAny(w.name, " ") {
			mass += wholeName
			if !transcribed(w.name) {
				mass += ownSpelling
			}
		}
		if mass > most || mass == most && w.name < best {
			best, most = w.name, mass
		}
	}
	as := headed{best, !g.ours}
	if as == g.as {
		return
	}
	head, known := read[as]
	if !known {
		head = parseName(best, as.foreign)
		if read != nil {
			read[as] = head
		}
	}
	g.head, g.as = head, as
}

// absorb takes what another group holds.
func (g *group) absorb(o *group) {
	g.places = nil
	g.members, g.count = append(g.members, o.members...), g.count+o.count
	for _, w := range o.names {
		g.bear(w.name, w.number)
	}
	for _, c := range o.claims {
		i := slices.IndexFunc(g.claims, func(h *held) bool { return h.claim == c.claim })
		if i < 0 {
			g.claims = append(g.claims, &held{c.claim, c.first, c.last})
			continue
		}
		g.claims[i].see(c.first, c.last)
	}
	g.ranks = append(g.ranks, o.ranks...)
	slices.SortFunc(g.ranks, func(a, b rankSeen) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.rank, b.rank)) })
	g.ranks = slices.Compact(g.ranks)
	g.men += o.men
	for _, article := range o.articles.list {
		g.articles.add(article)
	}
	g.born = earlier(g.born, o.born)
	if o.count > g.count-o.count && o.country != "" || g.country == "" {
		g.country = o.country
	}
	if g.leader == nil {
		g.leader = o.leader
	}
	g.key = min(g.key, o.key)
	g.joins = append(g.joins, o.joins...)
	g.sides = append(g.sides, o.sides...)
	g.ours = g.ours || o.ours
	o.gone = true
	g.settleName(nil)
}

// sexes are those of who bears an honorific: 1 for a man, -1 for a woman.
type sexes map[string]int

func newSexes(lex *lexicon.Lexicon) sexes {
	s := sexes{}
	for _, h := range lex.Honorifics {
		switch h.Sex {
		case lexicon.Female:
			s[h.Name] = -1
		case lexicon.Male:
			s[h.Name] = 1
		}
	}
	return s
}

// of gives the sex that most of the honorifics of a person tell, 0 if none does.
func (s sexes) of(honorifics []string) int {
	n := 0
	for _, h := range honorifics {
		n += s[h]
	}
	return max(-1, min(1, n))
}

// dayOf counts days; it is right about which of two days is the earlier, and about
// spans to a few days. An open month or day is its first.
func dayOf(published string) int {
	number := func(from, to int) int {
		if len(published) < to {
			return 0
		}
		n, err := strconv.Atoi(published[from:to])
		if err != nil {
			return 0
		}
		return n
	}
	year := number(0, 4)
	if year == 0 {
		return 0
	}
	return year*365 + max(number(5, 7)-1, 0)*30 + max(number(8, 10)-1, 0)
}
