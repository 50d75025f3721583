package official

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
)

// holding is a post of one person, its body found.
type holding struct {
	office  *phrase.Office
	at      *phrase.Mention
	title   string
	former  bool
	acting  bool
	keyed   string // the title whose lookup key is key
	key     string
	text    string
	guessed bool            // the body is the nearest that fits, nothing more
	where   finding.Stretch // that names the body, or implies it
	held
}

// held is the body of a post.
type held struct {
	body int // index of the bodies of the article, -1 for none
	id   string
	name string
}

// settling settles the posts and countries of one article's persons.
type settling struct {
	*knowledge
	memory  *memory
	bodies  *bodies
	loose   []*phrase.Office   // posts that the text names without a person
	private []*phrase.Office   // posts in bodies that are none of state
	heads   []*phrase.Office   // posts that have deputies, in bodies of state
	aides   []*phrase.Office   // those of deputies there
	taken   map[[2]string]bool // a title in a body that somebody holds by the text's own words
	fit     map[*lexicon.Post][]int
	doubts  []doubt
}

func newSettling(k *knowledge, texts []*phrase.Text, list []*finding.Body, people []*person, memory *memory) *settling {
	s := &settling{knowledge: k, memory: memory, bodies: newBodies(list), taken: memory.taken, fit: memory.fit}
	loose := 0
	for _, t := range texts {
		loose += len(t.Loose)
	}
	s.loose = slices.Grow(s.loose, loose)
	for _, t := range texts {
		for k := range t.Loose {
			s.loose = append(s.loose, &t.Loose[k])
		}
	}
	for _, p := range people {
		for _, m := range p.mentions {
			s.sort(m)
		}
	}
	return s
}

// sort takes down the posts of a mention in bodies that are none of state, those that have deputies, and those of
// deputies.
func (s *settling) sort(m *phrase.Mention) {
	for i := range m.Offices {
		switch o := &m.Offices[i]; {
		case o.Private:
			s.private = append(s.private, o)
		case o.Agency < 0:
		case o.Deputy:
			s.aides = append(s.aides, o)
		default:
			s.heads = append(s.heads, o)
		}
	}
}

// hold makes the posts of a person of what its mentions say.
func (s *settling) hold(p *person) {
	p.posts = slices.Grow(p.posts, p.offices())
	for _, m := range p.mentions {
		for i := range m.Offices {
			o := &m.Offices[i]
			if o.Entry.Role && o.Bare() && !s.deputySeated(o) {
				continue
			}
			x := s.holding(p, m, o)
			p.posts = append(p.posts, x)
			if !x.former {
				s.taken[[2]string{x.title, x.id}] = true
			}
		}
	}
}

// deputySeated tells whether a deputy bears the title of a role of the day whose body, which one
// alone can be meant by, the article names before: Đoàn đại biểu Quốc hội tỉnh A …. Phó Trưởng đoàn B.
func (s *settling) deputySeated(o *phrase.Office) bool {
	if !o.Deputy || len(o.Entry.Of) == 0 {
		return false
	}
	at, homes := position(o.Text.Number, o.From), s.grammar.Homes(o.Entry)
	for b := range s.bodies.list {
		if homes.Hold(s.bodies.key(b)) && s.bodies.distance(b, at) <= at {
			return true
		}
	}
	return false
}

func (s *settling) holding(p *person, m *phrase.Mention, o *phrase.Office) *holding {
	x := s.memory.holdings.New()
	*x = holding{
		office: o, at: m, title: o.Title, held: held{body: o.Agency, name: o.Body}, former: o.Former, acting: o.Acting, text: m.Text.Written(o.From, o.To), where: named(o),
	}
	switch {
	case o.Agency >= 0:
		s.assign(x, o.Agency, p.country)
	case o.Body != "":
		x.name = s.expanded(o.Body)
		if b := s.bodies.called(x.name, p.country); b >= 0 {
			s.assign(x, b, p.country)
		}
	}
	return x
}

// finish completes the bare posts of a person, when the posts that the text
// spells out are known of all.
func (s *settling) finish(p *person) {
	for _, x := range p.posts {
		s.complete(p, x)
		if p.country == "" && s.bodies.state(x.body) == lexicon.International {
			p.country = lexicon.International // Hội nghị ASEAN họp. Tổng Thư ký A phát biểu
		}
	}
	for _, x := range p.posts {
		s.spell(x, p.posts)
	}
	p.posts = withoutRoles(s.merged(withoutCopies(p.posts)))
}

// named gives the words that name the body of a post, or imply it.
func named(o *phrase.Office) finding.Stretch {
	return finding.Stretch{Text: o.Text.Number, From: o.BodyFrom, To: o.BodyTo}
}

// withoutCopies leaves out the post of a counterpart where the text says the person's
// own.
func withoutCopies(posts []*holding) []*holding {
	if !slices.ContainsFunc(posts, func(x *holding) bool { return !x.office.Copied }) {
		return posts
	}
	return slices.DeleteFunc(posts, func(x *holding) bool { return x.office.Copied })
}

// withoutRoles leaves out what a person is only for the day, besides his posts: …, Phó Đồn
// trưởng, làm đội trưởng; các đại biểu: A, Chính ủy X.
func withoutRoles(posts []*holding) []*holding {
	if len(posts) < 2 {
		return posts
	}
	return slices.DeleteFunc(posts, func(x *holding) bool {
		around, from := x.at.Text.Around(), x.office.From
		switch {
		case !x.office.Entry.Weak, x.name != "" && !x.office.Bare():
			return false
		case x.office.Entry.Elected:
			return x.name == "" || around.GuestsAt(from) // Dự họp có các đại biểu: A, Phó Chủ tịch UBND tỉnh X
		}
		return x.name == "" && around.RoleAt(from)
	})
}

// expanded writes the short words of a body's name in full: Cơ quan CSĐT.
func (s *settling) expanded(name string) string {
	if strings.ToLower(name) == name {
		return name
	}
	padded := " " + name + " "
	for _, a := range s.lex.Forms.Abbreviations {
		for _, short := range a.Short {
			if strings.Contains(padded, short) {
				padded = strings.ReplaceAll(padded, " "+short+" ", " "+a.Full+" ")
			}
		}
	}
	return s.kinds.inFull(strings.TrimSpace(padded))
}

// assign gives a post its body, and that of the person's own state where the text
// leaves the state out.
func (s *settling) assign(x *holding, body int, country string) {
	b := s.bodies.list[body]
	x.held = held{body, b.ID, b.Name}
	switch {
	case country == phrase.Home && x.office.Country != "", !phrase.Differ(b.Country, country):
		return
	case phrase.Home != country && phrase.Home != b.Country: // neither is ours
		return
	}
	own := s.moved(x, body, country)
	if own < 0 {
		return
	}
	b = s.bodies.list[own]
	x.held = held{own, b.ID, b.Name}
	s.doubts = append(s.doubts, doubt{
		"official/agency-of-another-state", "the post is read as one of " + country + ", its holder's state, though the text names no state with the agency", x.at,
	})
}
