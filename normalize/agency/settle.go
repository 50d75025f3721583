package agency

import (
	"iter"
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/arena"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// article settles what the nodes of one article mean.
type article struct {
	*words
	*rules
	findings
	room     room
	entities arena.Arena[entity]
	texts    []*reading.Text
	stats    stats
	byID     map[string]*entity
	plain    map[plainName]*entity
	slugs    map[string]string
	bare     map[int32]bool          // bodies taken for Vietnam's where no country is named
	have     map[int32]owners        // by unit: the bodies that can have it
	teams    map[string]*entity      // numbered teams named with the body they are of
	last     map[int32][]*node       // settled nodes with slot or owner filled, by family
	codes    []string                // of countries, those of all nodes
	claim    claim                   // the one that is decided
	inFull   map[ofPlaceInFull]*node // once asked for
	host     int32                   // the province after which the site is named, -1 for none
	only     *int32                  // the one province of whose bodies the article speaks, once asked for

	issues []boctin.Issue
}

func newArticle() any {
	return &article{
		byID: map[string]*entity{}, plain: map[plainName]*entity{}, slugs: map[string]string{}, bare: map[int32]bool{}, have: map[int32]owners{}, teams: map[string]*entity{}, last: map[int32][]*node{},
		stats: stats{named: map[string]int{}, explicit: map[int32]map[string]bool{}, made: map[string]string{}, bare: map[int32]int{}},
	}
}

// article gives that of a reading, in the memory of another one.
func (f *Finder) article(r *reading.Reading) *article {
	a := f.kept.Get().(*article)
	a.words, a.rules, a.texts, a.host = f.words, &f.rules, r.Texts, f.hostProvince(r.Host)
	return a
}

// keptNodes is how many nodes and sightings an article may have whose memory the next one uses.
const keptNodes = 1 << 10

// leave leaves the memory of an article to the next.
func (f *Finder) leave(a *article) {
	if max(len(a.nodes), len(a.nations), len(a.spots), len(a.signs)) > keptNodes {
		return
	}
	clear(a.byID)
	clear(a.plain)
	clear(a.slugs)
	clear(a.bare)
	clear(a.have)
	clear(a.teams)
	clear(a.last)
	a.stats.clear()
	a.findings.clear()
	a.room.clear()
	a.entities.Clear()
	*a = article{findings: a.findings, room: a.room, entities: a.entities, stats: a.stats, byID: a.byID, plain: a.plain, slugs: a.slugs, bare: a.bare, have: a.have, teams: a.teams, last: a.last, codes: a.codes[:0]}
	f.kept.Put(a)
}

// settle goes over the nodes twice: full names first, then the short ones that
// point back to them, or forward where a headline says less than the text.
func (a *article) settle() {
	a.leaveOutClubs()
	for i, d := range a.nodes {
		for o := d; o != nil; o = o.owner {
			o.index = i
		}
	}
	a.joinPlaces()
	joinZones(a)
	a.joinSeats()
	joinUnits(a.words, a.nodes)
	joinLonger(a.words, a.nodes)
	a.count()
	for _, d := range a.nodes {
		if !d.open() {
			a.full(d)
		}
	}
	for _, d := range a.nodes {
		if o := d.top(); o != d && o.open() {
			a.refer(o) // a unit before it may be of it, too: Phòng A và Phòng B thuộc Công an tỉnh
		}
	}
	for _, d := range a.nodes {
		if d.open() {
			a.refer(d)
		}
	}
	(&aboves{a}).name()
}

// leaveOutClubs takes out the nodes whose words name a sports club in the article.
func (a *article) leaveOutClubs() {
	if len(a.sports) == 0 {
		return
	}
	a.nodes = slices.DeleteFunc(a.nodes, func(d *node) bool {
		return a.sports[a.text(d).Slice(d.from, d.to)]
	})
}

// full settles a node that says all but perhaps its country.
func (a *article) full(d *node) []*entity {
	if d.done {
		return d.settled
	}
	var owner *entity
	if d.owner != nil {
		list := a.full(d.owner)
		if len(list) == 0 {
			return nil
		}
		owner = list[0]
	}
	out := a.team(d)
	if out == nil {
		for _, code := range a.countriesOf(d, owner) {
			if code != "" {
				out = append(out, a.entity(d, code, owner))
			}
		}
		a.remember(d, owner, out)
	}
	d.settled, d.done = out, true
	return out
}

// remember keeps what short forms may point back to.
func (a *article) remember(d *node, owner *entity, out []*entity) {
	if d.short {
		a.teams[a.slug(d.made)] = out[0]
	}
	if d.body < 0 {
		return
	}
	if b := &a.bodies[d.body]; d.filled() || b.central {
		a.last[b.family] = append(a.last[b.family], d)
	}
}

// filled tells whether the place, name or owner is said.
func (d *node) filled() bool { return d.place.Name != "" || d.owner != nil || d.made != "" }

// team gives the numbered team of that name which the article named before with
// the body it is of.
func (a *article) team(d *node) []*entity {
	if d.owner != nil || len(a.teams) == 0 {
		return nil
	}
	if e := a.teams[a.slug(d.made)]; e != nil {
		return []*entity{e}
	}
	return nil
}

// slug is the name in an id, worked out once a name.
func (a *article) slug(name string) string {
	s, known := a.slugs[name]
	if !known {
		s = viet.Slug(name)
		a.slugs[name] = s
	}
	return s
}

// text gives the text of a node.
func (a *article) text(d *node) *reading.Text { return a.texts[d.text] }

// next gives the node behind a node of the article or one that it is part of, nil for
// the last of its text.
func (a *article) next(d *node) *node {
	i := d.index
	if i+1 >= len(a.nodes) || a.nodes[i+1].text != d.text {
		return nil
	}
	return a.nodes[i+1]
}

// earlier goes over the nodes shortly before a node in its text, the nearest first.
func (a *article) earlier(d *node) iter.Seq[*node] {
	return func(yield func(*node) bool) {
		for i := d.index - 1; i >= max(0, d.index-near) && a.nodes[i].text == d.text && yield(a.nodes[i]); i-- {
		}
	}
}

// inOrder compares two nodes by where they stand.
func inOrder(o, d *node) int {
	if o.text != d.text {
		return o.text - d.text
	}
	return o.from - d.from
}

// longestParagraph bounds how far back, in tokens, a paragraph is looked through.
const longestParagraph = 200

// sameParagraph tells whether no empty line lies between two tokens.
func sameParagraph(x *reading.Text, i, j int) bool {
	if j-i > longestParagraph {
		return false
	}
	for k := i + 1; k <= j; k++ {
		if x.Is(k, reading.Break) {
			return false
		}
	}
	return true
}

func sameSentence(x *reading.Text, i, j int) bool { return x.Tok(i).Sentence == x.Tok(j).Sentence }

// doubt notes that a country was not said.
func (a *article) doubt(d *node, why string) {
	span := finding.Stretch{Text: d.text, From: d.from, To: d.to}.Span(a.texts)
	a.issues = append(a.issues, boctin.Issue{Rule: "agency/country", Text: a.text(d).Slice(d.from, d.to), Why: why, Span: &span})
}
