package official

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// gathering makes persons of the mentions of one article.
type gathering struct {
	*knowledge
	memory *memory
	people []*person
	byKey  map[string][]*person
	byWord map[string][]*person // by each word of the name, once; none before one was asked for
	doubts []doubt
}

// gather makes persons of mentions: the full names first, then the lines in
// capitals, then what is only a part of a name.
func (f *Finder) gather(mentions []*phrase.Mention, memory *memory) ([]*person, []doubt) {
	g := &gathering{knowledge: f.knowledge, memory: memory, byKey: memory.byKey}
	for _, m := range mentions {
		if m.Name.Words() > 1 && !m.Name.Caps {
			g.join(m)
		}
	}
	for _, m := range mentions {
		if m.Name.Caps {
			g.joinCaps(m)
		}
	}
	g.joinParts()
	for _, m := range mentions {
		if m.Name.Words() == 1 {
			g.joinPart(m)
		}
	}
	g.joinSlips()
	return g.people, g.doubts
}

// join gives a mention to the person of its full name.
func (g *gathering) join(m *phrase.Mention) {
	text := m.Text.Written(m.Name.From, m.Name.To)
	key := phrase.NameKey(text)
	for _, p := range g.byKey[key] {
		if !g.apart(p, m) {
			p.add(m)
			return
		}
	}
	g.found(text, key, m)
}

func (g *gathering) found(text, key string, m *phrase.Mention) {
	p := g.memory.people.New()
	*p = person{name: text, key: key, words: strings.Split(key, " "), foreign: m.Name.Foreign}
	if m.Name.Caps {
		p.name = titled(text)
	}
	p.add(m)
	if len(g.byKey[key]) > 0 {
		g.doubts = append(g.doubts, doubt{"official/namesakes", "the same name in two posts that one person does not hold: kept apart", m})
	}
	g.people = append(g.people, p)
	add(g.byKey, key, []*person{p})
	if g.byWord != nil {
		g.index(p)
	}
}

// index notes a person under each word of the name.
func (g *gathering) index(p *person) {
	alone := []*person{p}
	for i, w := range p.words {
		if !slices.Contains(p.words[:i], w) {
			add(g.byWord, w, alone)
		}
	}
}

// bearers gives the persons whose name has a word, in the order in which they were found.
func (g *gathering) bearers(word string) []*person {
	if g.byWord == nil {
		g.byWord = g.memory.byWord
		for _, p := range g.people {
			g.index(p)
		}
	}
	return g.byWord[word]
}

// add adds one person to a list, which it may begin.
func add(lists map[string][]*person, key string, alone []*person) {
	if list := lists[key]; len(list) > 0 {
		alone = append(list, alone[0])
	}
	lists[key] = alone
}

// joinCaps gives a mention in capitals to the person whose name stands there, or
// makes a new one of it.
func (g *gathering) joinCaps(m *phrase.Mention) {
	for _, p := range g.bearers(m.Text.Key(m.Name.From)) {
		if m.Text.Spells(m.Name.From, p.words) {
			m.Name.To = m.Name.From + len(p.words)
			m.To = m.Name.To
			p.add(m)
			return
		}
	}
	g.join(m)
}

// joinParts gives Quang Dũng to Nguyễn Quang Dũng.
func (g *gathering) joinParts() {
	kept := g.people[:0]
	for _, p := range g.people {
		whole := g.whole(p)
		if whole == nil {
			kept = append(kept, p)
			continue
		}
		for _, m := range p.mentions {
			whole.add(m)
		}
		p.words = nil // gone
	}
	g.people = kept
}

// whole gives the person whose longer name ends with this one's two syllables.
func (g *gathering) whole(part *person) *person {
	if len(part.words) != 2 || g.lone[part.words[0]] {
		return nil
	}
	for _, p := range g.bearers(part.words[1]) {
		if n := len(p.words); n > 2 && slices.Equal(p.words[n-2:], part.words) {
			return p
		}
	}
	return nil
}

// joinPart gives ông Lâm, ông Quách or Tổng thống Rouhani to the person named in
// full that it most likely means.
func (g *gathering) joinPart(m *phrase.Mention) {
	word := m.Text.Key(m.Name.From)
	var best *person
	score := 0
	for _, p := range g.bearers(word) {
		if s := likeness(p, m, word); s > score && !g.ofLeader(p, word) && !succeeds(p, m) && !g.sonOf(p, m) {
			best, score = p, s
		}
	}
	if best != nil {
		best.add(m)
		return
	}
	if standsAlone(m) || g.leaderCalled(m, word) {
		text := m.Text.Word(m.Name.From)
		g.found(text, phrase.NameKey(text), m)
	}
}

// ofLeader tells whether a single word is how a leader is called whom everybody knows,
// and a foreigner of that name has no post of his own: Tổng thống Trump, Eric Trump.
func (g *gathering) ofLeader(p *person, word string) bool {
	switch {
	case g.grammar.LeaderState(word) == "", p.any(func(m *phrase.Mention) bool { return len(m.Offices) > 0 }):
		return false
	}
	return g.grammar.LeaderState(p.key) == ""
}

// succeeds tells whether a mention calls somebody king whom a person is to follow: Quốc vương
// Salman, Thái tử Mohammed bin Salman.
func succeeds(p *person, m *phrase.Mention) bool {
	return slices.ContainsFunc(m.Offices, throne) && p.any(func(other *phrase.Mention) bool {
		return slices.ContainsFunc(other.Offices, func(o phrase.Office) bool { return o.Entry.Heir })
	})
}

// sonOf tells whether a mention calls somebody king by the name of whose son another is, of
// whom the text does not say that he reigns: Vua Salman, Mohammed bin Salman.
func (g *gathering) sonOf(p *person, m *phrase.Mention) bool {
	reigns := func(other *phrase.Mention) bool { return slices.ContainsFunc(other.Offices, throne) }
	return reigns(m) && !p.any(reigns) && p.any(func(other *phrase.Mention) bool {
		return other.Text.Is(other.Name.To-2, reading.NameParticle)
	})
}

func throne(o phrase.Office) bool { return o.Entry.Throne }

// likeness scores how well a single syllable names a person, 0 for not at all: by
// the last word, by any of a foreign name, by the surname; with a title or a rank
// of that person.
func likeness(p *person, m *phrase.Mention, word string) int {
	const last, any, surname, sameTitle = 10, 8, 4, 5
	s := 0
	switch {
	case len(p.words) == 0:
		return 0
	case p.last() == word:
		s = last
	case p.foreign:
		s = any
	case p.words[0] == word:
		s = surname
	default:
		return 0
	}
	if p.any(func(other *phrase.Mention) bool { return shareTitle(other, m) || shareRank(other, m) }) {
		s += sameTitle
	}
	return s
}

// leaderCalled tells whether a mention calls somebody ông or bà whom everybody knows
// by the last name.
func (g *gathering) leaderCalled(m *phrase.Mention, word string) bool {
	return len(m.Honors) > 0 && g.grammar.LeaderState(word) != ""
}

// standsAlone tells whether a single syllable may be all the text says of a
// person: behind a rank, or a foreign name behind a post.
func standsAlone(m *phrase.Mention) bool {
	if _, state := m.Text.State(m.Name.From); state > 0 {
		return false // Tướng Mỹ
	}
	foreign := m.Text.Foreign(m.Name.From)
	if ranked(m) {
		return foreign || m.Text.Around().OfName(m.Name.From)
	}
	return foreign && slices.ContainsFunc(m.Offices, func(o phrase.Office) bool { return !o.Entry.Weak })
}

// kindOf is the first word of a body's name: Sở, Bộ, Ủy.
func kindOf(name string) string {
	for word := range strings.FieldsSeq(name) {
		return viet.Key(word)
	}
	return ""
}
