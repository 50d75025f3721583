package official

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// wordKind says what a phrase of the lexicon is to the grammar.
type wordKind uint8

const (
	noWord wordKind = iota
	rankWord
	honorificWord
	postWord
	formerWord
	actingWord
	manyWord
	alsoWord
	linkWord
)

// word is the meaning of a phrase: index counts within the list of its kind,
// for linkWord it is a link, for manyWord how many share (0: all who follow).
type word struct {
	kind   wordKind
	deputy bool
	index  int
}

// link is a connective between a post and a name, or between two persons.
type link int

const (
	linkAnd  link = iota // và, cùng: another person, or another post of one title
	linkWith             // với: another person, who shares nothing
	linkSuch             // như, gồm: the names of those who share follow
	linkIs               // là: the name follows its post, or the post its name
	linkOf               // của, thuộc: the agency follows
	linkAt               // tại: the state an envoy is accredited to follows
	linkBy               // do: the delegation's head follows
	linkAll              // đều là: the post of all persons just named
	linkThen             // ngày đó, khi đó: between a post and là
	linkLeft             // thôi giữ chức: the post given up follows its holder
)

// The marks of a syllable, one bit each.
const (
	startsWord uint32 = 1 << iota // begins a phrase of words
	isSurname
	isRare // a surname that is also an ordinary word
	isGiven
	isParticle
	isNever
	startsBody
	isMiddle
	isFrequent  // a surname with which a name of two syllables is whole
	isAppointed // begins a verb of appointment
	isEnding    // stands before an office that ends
	startsAside // trú, quê
	startsBirth // sinh, SN
	isLevel     // a word of an address
	isReason    // begins a reason before "đối với"
	isLed       // somebody leads it: đoàn
	isFunction  // begins what a unit is for: Cảnh sát
	isInside    // in a phrase whose end is no post
)

// tables is the lexicon as the scanner wants it. It is read-only once built.
type tables struct {
	lex       *lexicon.Lexicon
	words     *viet.Trie[word]
	suffixes  *viet.Trie[string]
	bodies    *viet.Trie[bool] // whether the body is one of state
	stops     *viet.Trie[bool] // words that no name of a body holds
	keeps     *viet.Trie[bool] // what only begins like one of them
	countries *viet.Trie[string]
	unstates  *viet.Trie[bool]   // what only begins like a state: Pháp chế
	fields    *viet.Trie[bool]   // what bodies are for: ngân sách
	capitals  *viet.Trie[string] // seats of government abroad
	places    *viet.Trie[*lexicon.Place]
	lands     *viet.Trie[string] // provinces and cities abroad, with the word of their level or without
	after     *viet.Trie[bool]   // whether even behind a rank or post
	passive   *viet.Trie[bool]   // where a clause of appointment begins
	conferred *viet.Trie[bool]   // chức vụ: before an office
	concerned *viet.Trie[bool]   // đối với: between an office and its holder
	promoted  *viet.Trie[bool]   // lên: before a rank that is conferred
	authority *viet.Trie[bool]   // ủy quyền của: before the office of a superior
	fronting  *viet.Trie[bool]   // ngoài ông A, …: somebody else acts
	regions   *viet.Trie[bool]   // Thái Bình Dương: capitals that hold together
	inside    *viet.Trie[bool]   // phrases whose end is no post
	marks     []uint32           // by viet.ID
	seats     seats
	persons   map[string]string
	homes     map[*lexicon.Post]homes
	vocab     *viet.Vocabulary
}

func newTables(lex *lexicon.Lexicon, vocab *viet.Vocabulary) *tables {
	t := &tables{
		lex: lex, vocab: vocab, words: viet.NewTrie[word](), suffixes: viet.NewTrie[string](), bodies: viet.NewTrie[bool](),
		stops: viet.NewTrie[bool](), keeps: viet.NewTrie[bool](), countries: viet.NewTrie[string](), unstates: viet.NewTrie[bool](), fields: viet.NewTrie[bool](), capitals: viet.NewTrie[string](), places: viet.NewTrie[*lexicon.Place](), lands: viet.NewTrie[string](), after: viet.NewTrie[bool](),
		passive: viet.NewTrie[bool](), conferred: viet.NewTrie[bool](), concerned: viet.NewTrie[bool](), inside: viet.NewTrie[bool](),
		promoted: viet.NewTrie[bool](), authority: viet.NewTrie[bool](), fronting: viet.NewTrie[bool](), regions: viet.NewTrie[bool](),
		persons: map[string]string{}, homes: map[*lexicon.Post]homes{}, seats: newSeats(lex.Clauses),
	}
	t.addClauses()
	t.addMarks(lex.Posts.Marks)
	t.addTitles()
	t.addBodies()
	t.addPlaces()
	t.addNames()
	return t
}

func (t *tables) mark(id viet.ID, bit uint32) {
	for int(id) >= len(t.marks) {
		t.marks = append(t.marks, make([]uint32, int(id)+1024)...)
	}
	t.marks[id] |= bit
}

// is tells whether the syllable bears the mark.
func (t *tables) is(id viet.ID, bit uint32) bool {
	return id != 0 && int(id) < len(t.marks) && t.marks[id]&bit != 0
}

func (t *tables) add(phrase string, w word) {
	ids := t.vocab.Add(phrase)
	if len(ids) == 0 {
		return
	}
	if w.kind != linkWord && w.kind != alsoWord {
		t.mark(ids[0], startsWord)
	}
	t.words.Add(ids, w)
}

func (t *tables) addMarks(m lexicon.Marks) {
	for kind, phrases := range map[wordKind][]string{formerWord: m.Former, actingWord: m.Acting, manyWord: m.Many, alsoWord: m.Also} {
		for _, p := range phrases {
			t.add(p, word{kind: kind})
		}
	}
	for p, n := range m.Count {
		t.add(p, word{kind: manyWord, index: n})
	}
	for _, s := range m.Suffixes {
		t.suffixes.Add(t.vocab.Add(s), s)
	}
}

func (t *tables) addTitles() {
	for i, h := range t.lex.Honorifics {
		for _, p := range append([]string{h.Name}, h.Aliases...) {
			t.add(p, word{kind: honorificWord, index: i})
		}
	}
	for i, r := range t.lex.Ranks {
		for _, p := range append([]string{r.Name}, r.Aliases...) {
			t.add(p, word{kind: rankWord, index: i})
		}
	}
	for i, p := range t.lex.Posts.List {
		t.homes[&t.lex.Posts.List[i]] = newHomes(&p)
		for _, phrase := range p.Phrases() {
			t.add(phrase, word{kind: postWord, index: i})
			if p.Deputy {
				t.add("Phó "+phrase, word{kind: postWord, index: i, deputy: true})
			}
		}
	}
}

func (t *tables) addBodies() {
	b := t.lex.Posts.Bodies
	for _, p := range b.Other {
		t.addBody(p, false)
	}
	for _, p := range b.State {
		t.addBody(p, true)
	}
	for _, p := range b.Functions {
		t.mark(t.vocab.Add(p)[0], isFunction)
	}
	for _, p := range b.Keeps {
		t.keeps.Add(t.vocab.Add(p), true)
	}
	for _, p := range b.Stops {
		t.stops.Add(t.vocab.Add(p), true)
	}
}

func (t *tables) addBody(phrase string, state bool) {
	if ids := t.vocab.Add(phrase); len(ids) > 0 {
		t.mark(ids[0], startsBody)
		t.bodies.Add(ids, state)
	}
}

func (t *tables) addPlaces() {
	for i := range t.lex.Countries {
		c := &t.lex.Countries[i]
		for _, name := range c.Names() {
			t.countries.Add(t.vocab.Add(name), c.Code)
			t.countries.Add(t.vocab.Add("nước "+name), c.Code)
		}
		for _, city := range c.Capitals {
			if c.Code != home {
				t.capitals.Add(t.vocab.Add(city), c.Code)
				t.capitals.Add(t.vocab.Add("thủ đô "+city), c.Code)
			}
		}
	}
	for _, w := range t.lex.Forms.NotCountries {
		t.unstates.Add(t.vocab.Add(w), true)
	}
	for _, w := range t.lex.Forms.Fields {
		t.fields.Add(t.vocab.Add(w), true)
	}
	ours := map[string]bool{}
	for i := range t.lex.Places {
		ours[phraseKey(t.lex.Places[i].Name)] = true
	}
	for _, r := range t.lex.Regions {
		for _, name := range append([]string{r.Name}, r.Aliases...) {
			if ours[phraseKey(name)] {
				continue // Trường Sa
			}
			for _, level := range []string{"", "tỉnh", "thành phố", "bang"} {
				t.lands.Add(t.vocab.Add(strings.TrimSpace(level+" "+name)), r.Country)
			}
		}
	}
	for i := len(t.lex.Places) - 1; i >= 0; i-- { // provinces stand first and win
		p := &t.lex.Places[i]
		if p.Level > lexicon.DistrictLevel {
			continue
		}
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			t.places.Add(t.vocab.Add(name), p)
		}
	}
}

func (t *tables) addNames() {
	n := t.lex.Names
	for bit, list := range map[uint32][]string{isSurname: n.Surnames, isRare | isSurname: n.Rare, isGiven: n.Given, isParticle: n.Particles, isNever: n.Never, isMiddle: n.Middle, isFrequent: n.Frequent} {
		for _, w := range list {
			for _, id := range t.vocab.Add(w) {
				t.mark(id, bit)
			}
		}
	}
	for _, p := range n.BareAfter {
		t.after.Add(t.vocab.Add(p), false)
	}
	for _, p := range n.After {
		t.after.Add(t.vocab.Add(p), true)
	}
	for _, p := range n.Persons {
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			t.persons[personKey(name)] = p.Country
		}
		if words := nameWords(p.Name); !syllable(words[len(words)-1]) {
			t.addLast(words[len(words)-1], p.Country)
		}
	}
}

// addLast lets Putin alone tell the state, unless leaders of two states bear the
// name.
func (t *tables) addLast(last, country string) {
	if old, known := t.persons[last]; known && old != country {
		country = ""
	}
	t.persons[last] = country
}
