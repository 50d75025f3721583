package official

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/viet"
)

// person is everybody the text names in one way or another.
type person struct {
	name     string
	key      string   // lookup key of the name
	words    []string // those of its syllables
	foreign  bool
	caps     bool // seen only in capitals
	aliases  []string
	mentions []*mention
	country  string
	posts    []*holding
}

// personKey is the lookup key of a name as it is written.
func personKey(s string) string {
	s = oneApostrophe(s)
	key := make([]byte, 0, len(s))
	for word := range strings.FieldsFuncSeq(s, partsName) {
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = viet.AppendKey(key, word)
	}
	return string(key)
}

// partsName tells what stands between the words of a name.
func partsName(r rune) bool {
	return r == ' ' || r == '-' || r == '.' || r == '\u00a0' || r == '\n' || r == '\t' || r == '–' || r == '—'
}

// oneApostrophe writes K’Sor and K`Sor as K'Sor.
func oneApostrophe(s string) string {
	if !strings.ContainsAny(s, "’‘`") {
		return s
	}
	return strings.NewReplacer("’", "'", "‘", "'", "`", "'").Replace(s)
}

// phraseKey is the lookup key of a phrase, word by word.
func phraseKey(s string) string { return viet.PhraseKey(s) }

func nameWords(s string) []string { return strings.Fields(personKey(s)) }

// crowd holds the persons of one article.
type crowd struct {
	*tables
	people []*person
	byKey  map[string][]*person
	byWord map[string][]*person // by each word of the name, once
	doubts []doubt
}

// gather makes persons of mentions: the full names first, then the lines in
// capitals, then what is only a part of a name.
func gather(t *tables, mentions []*mention) *crowd {
	c := &crowd{tables: t, byKey: map[string][]*person{}, byWord: map[string][]*person{}}
	for _, m := range mentions {
		if m.name.words() > 1 && !m.name.caps {
			c.join(m)
		}
	}
	for _, m := range mentions {
		if m.name.caps {
			c.joinCaps(m)
		}
	}
	c.joinParts()
	for _, m := range mentions {
		if m.name.words() == 1 && !m.name.caps {
			c.joinPart(m)
		}
	}
	c.joinSlips()
	return c
}

// join gives a mention to the person of its full name.
func (c *crowd) join(m *mention) {
	text := m.page.written(m.name.from, m.name.to)
	key := personKey(text)
	for _, p := range c.byKey[key] {
		if !c.differs(p, m) {
			p.add(m)
			return
		}
	}
	c.found(text, key, m)
}

func (c *crowd) found(text, key string, m *mention) *person {
	p := &person{name: text, key: key, words: strings.Fields(key), foreign: m.name.foreign, caps: m.name.caps}
	if p.caps {
		p.name = titled(text)
	}
	p.add(m)
	if len(c.byKey[key]) > 0 {
		c.doubt("official/namesakes", m, "the same name in two posts that one person does not hold: kept apart")
	}
	c.people = append(c.people, p)
	alone := []*person{p}
	add(c.byKey, key, alone)
	for i, w := range p.words {
		if !contains(p.words[:i], w) {
			add(c.byWord, w, alone)
		}
	}
	return p
}

// add adds one person to a list, which it may begin.
func add(lists map[string][]*person, key string, alone []*person) {
	if list := lists[key]; len(list) > 0 {
		alone = append(list, alone[0])
	}
	lists[key] = alone
}

func (p *person) add(m *mention) {
	p.mentions = append(p.mentions, m)
	p.foreign = p.foreign || m.name.foreign
}

// differs tells whether a mention of the same name is of somebody else: another
// state, or the same title in another agency of the same kind.
func (c *crowd) differs(p *person, m *mention) bool {
	for _, other := range p.mentions {
		if sameOffice(other, m) {
			return false
		}
	}
	for _, other := range p.mentions {
		if a, b := said(other), said(m); a != "" && b != "" && a != b {
			return true
		}
		for i := range other.offices {
			for j := range m.offices {
				if rival(&other.offices[i], &m.offices[j], m.page) && !shareRank(other, m) {
					return true
				}
			}
		}
	}
	return false
}

// sameOffice tells whether both are said to hold one post in one agency.
func sameOffice(a, b *mention) bool {
	for _, x := range a.offices {
		for _, y := range b.offices {
			if x.title == y.title && x.agency >= 0 && x.agency == y.agency {
				return true
			}
		}
	}
	return false
}

// said gives the state that a mention names beside the person, if it names one.
func said(m *mention) string {
	if m.country != "" {
		return m.country
	}
	for _, o := range m.offices {
		if o.country != "" {
			return o.country
		}
	}
	return ""
}

// rival tells whether two posts are held by two persons.
func rival(a, b *office, p *page) bool {
	if a.agency < 0 || b.agency < 0 || a.agency == b.agency || a.title != b.title || a.former || b.former || a.abridges(b) {
		return false
	}
	if strings.HasPrefix(a.title, "Ủy viên") || a.entry.Weak && len(a.entry.Of) == 0 {
		return false
	}
	x, y := p.agencies[a.agency], p.agencies[b.agency]
	return kindOf(x.Name) == kindOf(y.Name) && x.Parent != y.ID && y.Parent != x.ID
}

// kindOf is the first word of an agency's name: Sở, Bộ, Ủy.
func kindOf(name string) string {
	for word := range strings.FieldsSeq(name) {
		return viet.Key(word)
	}
	return ""
}

// head is the first two words of an agency's name.
func head(name string) string {
	words := strings.Fields(phraseKey(name))
	return strings.Join(words[:min(2, len(words))], " ")
}

func shareRank(a, b *mention) bool {
	for _, x := range a.ranks {
		for _, y := range b.ranks {
			if x == y {
				return true
			}
		}
	}
	return false
}

// joinCaps gives a mention in capitals to the person whose name stands there, or
// makes a new one of it.
func (c *crowd) joinCaps(m *mention) {
	var best *person
	for _, p := range c.byWord[viet.Key(m.page.text.Word(m.name.from))] {
		if len(p.words) > 1 && m.page.spells(m.name.from, p.words) && (best == nil || len(p.words) > len(best.words)) {
			best = p
		}
	}
	if best == nil {
		c.join(m)
		return
	}
	m.name.to = m.name.from + len(best.words)
	m.to = m.name.to
	best.add(m)
}

// spells tells whether the words of a name stand at token i.
func (p *page) spells(i int, words []string) bool {
	for k, w := range words {
		if !p.has(i+k) || viet.Key(p.text.Word(i+k)) != w {
			return false
		}
	}
	return true
}

// joinParts gives Quang Dũng to Nguyễn Quang Dũng.
func (c *crowd) joinParts() {
	kept := c.people[:0]
	for _, p := range c.people {
		whole := c.whole(p)
		if whole == nil {
			kept = append(kept, p)
			continue
		}
		for _, m := range p.mentions {
			whole.add(m)
		}
		p.words = nil // gone
	}
	c.people = kept
}

// whole gives the person whose longer name ends with this one's two syllables.
func (c *crowd) whole(part *person) *person {
	if len(part.words) != 2 || c.is(c.vocab.ID(part.words[0]), isFrequent) {
		return nil
	}
	for _, p := range c.byWord[part.words[1]] {
		n := len(p.words)
		if p != part && n > 2 && p.words[n-2] == part.words[0] && p.words[n-1] == part.words[1] {
			return p
		}
	}
	return nil
}

// joinPart gives ông Lâm, ông Quách or Tổng thống Rouhani to the person named in
// full that it most likely means.
func (c *crowd) joinPart(m *mention) {
	word := viet.Key(m.page.text.Word(m.name.from))
	var best *person
	score := 0
	for _, p := range c.byWord[word] {
		if s := c.fits(p, m, word); s > score {
			best, score = p, s
		}
	}
	if best != nil {
		best.add(m)
		return
	}
	if c.standsAlone(m) {
		text := m.page.text.Word(m.name.from)
		c.found(text, personKey(text), m)
	}
}

// fits scores how well a single syllable names a person: 0 not at all.
func (c *crowd) fits(p *person, m *mention, word string) int {
	n := len(p.words)
	if n == 0 {
		return 0
	}
	s := 0
	switch {
	case n == 1 && p.words[0] == word, p.words[n-1] == word:
		s = 10
	case p.foreign && contains(p.words, word):
		s = 8
	case p.words[0] == word && !p.foreign:
		s = 4
	default:
		return 0
	}
	for _, other := range p.mentions {
		if shareTitle(other, m) || shareRank(other, m) {
			s += 5
			break
		}
	}
	if before(p.mentions[0], m) {
		s += 3
	}
	return s
}

func shareTitle(a, b *mention) bool {
	for _, x := range a.offices {
		for _, y := range b.offices {
			if x.title == y.title {
				return true
			}
		}
	}
	return false
}

func before(a, b *mention) bool { return inReadingOrder(a, b) < 0 }

func inReadingOrder(a, b *mention) int {
	return cmp.Or(cmp.Compare(a.page.number, b.page.number), cmp.Compare(a.from, b.from))
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// standsAlone tells whether a single syllable may be all the text says of a
// person: behind a rank, or a foreign name behind a post.
func (c *crowd) standsAlone(m *mention) bool {
	foreign := m.page.foreign(m.name.from)
	if len(m.ranks) > 0 {
		return foreign || c.is(m.page.tok(m.name.from).ID, isGiven|isSurname)
	}
	for _, o := range m.offices {
		if !o.entry.Weak && foreign {
			return true
		}
	}
	return false
}

// sortMentions puts mentions in reading order.
func sortMentions(list []*mention) {
	slices.SortStableFunc(list, inReadingOrder)
}

// titled writes a name in capitals as names are written.
func titled(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		r := []rune(w)
		words[i] = string(r[:1]) + strings.ToLower(string(r[1:]))
	}
	return strings.Join(words, " ")
}
