package agency

import (
	"slices"
	"strings"
	"unicode"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// sense is one thing that a phrase may mean: a body by one of its names.
type sense struct {
	body  int32
	exact bool    // an abbreviation: counts only in capitals as written
	post  bool    // counts only right after a title
	after viet.ID // the last syllable of that title, 0 for any
}

// body is an agency of the lexicon, or a family of them, made ready.
type body struct {
	*lexicon.Agency
	head   string
	slot   string
	levels [lexicon.CommuneLevel + 1]bool
	// implied is the level that the head itself says: Tỉnh ủy, Sở Y tế.
	implied levelWord
	bare    int32 // what it means with neither slot nor owner, -1 for nothing
	of      []int32
	// family is the first of the units of this head, itself for other bodies:
	// Ủy ban Kiểm tra of districts and provinces, and the one Trung ương.
	family  int32
	central bool     // the state's own of a family
	own     []string // its country alone
}

// words are the closed sets of words that the grammar looks at.
type words struct {
	comma, dot, colon, dash, ndash, open, close, apostrophe viet.ID
	cac, va, cua, thuoc, truc, nuoc, nay, ban, hai, do_     viet.ID
	cap, tai, giua, doan, kiem, ca, viet, nam, toan         viet.ID
}

type tables struct {
	bodies    []body
	names     *viet.Trie[[]sense]
	elided    map[string]*viet.Trie[[]sense] // by head word, phrases without it
	ellipses  *viet.Trie[string]             // title to head word
	titles    *viet.Trie[bool]
	fields    *viet.Trie[bool]
	heads     *viet.Trie[*lexicon.Head]
	abroad    *viet.Trie[*lexicon.Head] // heads of bodies of foreign regions
	regions   *viet.Trie[*lexicon.Region]
	toRegion  *viet.Trie[bool]   // small words between the two
	centrals  *viet.Trie[string] // quốc gia, Trung ương and how they are shortened, by the full word
	joining   *viet.Trie[bool]   // small words inside names
	after     *viet.Trie[bool]   // small words that follow names
	countries *viet.Trie[string]
	shorts    *viet.Trie[string] // one-syllable names, only behind an agency
	capitals  *viet.Trie[string]
	marks     *viet.Trie[string]
	persons   *viet.Trie[string] // persons whose country is known
	alien     *viet.Trie[bool]   // words that only begin like a country
	nots      *viet.Trie[bool]
	compounds *viet.Trie[bool]
	levels    *viet.Trie[levelWord]
	places    *viet.Trie[[]int32]
	link      map[viet.ID]bool // tokens of titles
	surname   map[viet.ID]bool
	starts    []bool // by syllable: something may begin here
	police    int32  // Công an {place}
	w         words
	lex       *lexicon.Lexicon
}

func build(lex *lexicon.Lexicon, v *viet.Vocabulary) *tables {
	t := &tables{
		names: viet.NewTrie[[]sense](), elided: map[string]*viet.Trie[[]sense]{}, ellipses: viet.NewTrie[string](),
		titles: viet.NewTrie[bool](), fields: viet.NewTrie[bool](), heads: viet.NewTrie[*lexicon.Head](),
		abroad: viet.NewTrie[*lexicon.Head](), regions: viet.NewTrie[*lexicon.Region](), toRegion: viet.NewTrie[bool](), centrals: viet.NewTrie[string](), joining: viet.NewTrie[bool](), after: viet.NewTrie[bool](),
		countries: viet.NewTrie[string](), shorts: viet.NewTrie[string](), capitals: viet.NewTrie[string](),
		marks: viet.NewTrie[string](), persons: viet.NewTrie[string](), alien: viet.NewTrie[bool](), nots: viet.NewTrie[bool](), compounds: viet.NewTrie[bool](), levels: viet.NewTrie[levelWord](),
		places: viet.NewTrie[[]int32](), link: map[viet.ID]bool{}, surname: map[viet.ID]bool{}, lex: lex,
	}
	t.addWords(v)
	t.addForms(v)
	t.addPosts(v)
	t.addCountries(v)
	t.addRegions(v)
	t.addPlaces(v)
	t.addAgencies(v)
	return t
}

// start marks that a phrase may begin with that syllable.
func (t *tables) start(ids []viet.ID) []viet.ID {
	if len(ids) > 0 {
		for int(ids[0]) >= len(t.starts) {
			t.starts = append(t.starts, make([]bool, 1+len(t.starts))...)
		}
		t.starts[ids[0]] = true
	}
	return ids
}

func (t *tables) begins(id viet.ID) bool { return int(id) < len(t.starts) && t.starts[id] }

func (t *tables) addWords(v *viet.Vocabulary) {
	one := func(s string) viet.ID { return v.Add(s)[0] }
	t.w = words{
		comma: one(","), dot: one("."), colon: one(":"), dash: one("-"), ndash: one("–"), open: one("("), close: one(")"), apostrophe: one("'"),
		cac: one("các"), va: one("và"), cua: one("của"), thuoc: one("thuộc"), truc: one("trực"), nuoc: one("nước"),
		nay: one("này"), ban: one("bạn"), hai: one("hai"), do_: one("do"), cap: one("cấp"), tai: one("tại"),
		giua: one("giữa"), doan: one("đoàn"), kiem: one("kiêm"), ca: one("cả"), viet: one("việt"), nam: one("nam"), toan: one("toàn"),
	}
}

func (t *tables) addForms(v *viet.Vocabulary) {
	f := &t.lex.Forms
	for i := range f.Heads {
		t.heads.Add(t.start(v.Add(f.Heads[i].Word)), &f.Heads[i])
	}
	for i := range f.Abroad {
		t.abroad.Add(t.start(v.Add(f.Abroad[i].Word)), &f.Abroad[i])
	}
	for _, s := range f.After {
		t.after.Add(v.Add(s), true)
	}
	for _, s := range f.Joining {
		t.joining.Add(v.Add(s), true)
	}
	for _, s := range f.ToRegion {
		t.toRegion.Add(v.Add(s), true)
	}
	for _, s := range f.Central {
		for _, short := range t.variants([]string{s}) {
			t.centrals.Add(v.Add(short), s)
		}
	}
	for _, s := range f.Fields {
		t.fields.Add(v.Add(s), true)
	}
	for _, m := range f.Marks {
		t.marks.Add(t.start(v.Add(m.Phrase)), m.Country)
	}
	for _, s := range f.NotAgencies {
		t.nots.Add(t.start(v.Add(s)), true)
	}
	for _, s := range f.Compounds {
		t.compounds.Add(v.Add(s), true)
	}
	for _, s := range f.NotCountries {
		t.alien.Add(v.Add(s), true)
	}
	for _, l := range levelWords {
		t.levels.Add(t.start(v.Add(l.word)), l)
	}
}

// addPosts learns the titles that stand before agencies, which of them swallow
// the agency's first word, and which only one state has.
func (t *tables) addPosts(v *viet.Vocabulary) {
	for _, p := range t.lex.Posts.List {
		for _, words := range p.Phrases() {
			t.addTitle(v, words, p)
			if p.Deputy {
				t.addTitle(v, "Phó "+words, p)
			}
		}
	}
	m := &t.lex.Posts.Marks
	for _, list := range [][]string{m.Former, m.Acting, m.Also, m.Suffixes} {
		for _, s := range list {
			for _, id := range v.Add(s) {
				t.link[id] = true
			}
		}
	}
	for _, p := range t.lex.Names.Persons {
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			t.persons.Add(v.Add(name), p.Country)
		}
	}
	for _, s := range t.lex.Names.Surnames {
		t.surname[v.Add(s)[0]] = true
	}
}

func (t *tables) addTitle(v *viet.Vocabulary, words string, p lexicon.Post) {
	ids := t.start(v.Add(words))
	t.titles.Add(ids, true)
	for _, id := range ids {
		t.link[id] = true
	}
	if p.Country != "" {
		t.marks.Add(ids, p.Country)
	}
	if p.Unit != "" && !strings.HasSuffix(strings.ToLower(words), strings.ToLower(p.Unit)) {
		t.ellipses.Add(ids, p.Unit)
		if t.elided[p.Unit] == nil {
			t.elided[p.Unit] = viet.NewTrie[[]sense]()
		}
	}
}

func (t *tables) addCountries(v *viet.Vocabulary) {
	for i := range t.lex.Countries {
		c := &t.lex.Countries[i]
		for _, name := range c.Names() {
			t.countries.Add(t.start(v.Add(name)), c.Code)
		}
		for _, name := range c.Short {
			t.shorts.Add(v.Add(name), c.Code)
		}
		for _, name := range c.Capitals {
			t.capitals.Add(t.start(v.Add(name)), c.Code)
		}
	}
}

// addRegions learns the regions of other countries; the capitals stand for
// themselves.
func (t *tables) addRegions(v *viet.Vocabulary) {
	for i := range t.lex.Countries {
		c := &t.lex.Countries[i]
		for _, name := range c.Capitals {
			if c.Code != home {
				t.regions.Add(v.Add(name), &lexicon.Region{Country: c.Code, Name: name})
			}
		}
	}
	for i := range t.lex.Regions {
		g := &t.lex.Regions[i]
		for _, name := range append([]string{g.Name}, g.Aliases...) {
			t.regions.Add(t.start(v.Add(name)), g)
		}
	}
}

func (t *tables) addPlaces(v *viet.Vocabulary) {
	for i := range t.lex.Places {
		p := &t.lex.Places[i]
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			ids := v.Add(name)
			if p.Level != lexicon.CommuneLevel {
				t.start(ids)
			}
			old, _ := t.places.Add(ids, nil)
			t.places.Add(ids, append(old, int32(i)))
		}
	}
}

func (t *tables) addAgencies(v *viet.Vocabulary) {
	index := map[string]int32{}
	for i := range t.lex.Agencies {
		a := &t.lex.Agencies[i]
		b := body{Agency: a, bare: -1, own: []string{a.Country}}
		b.head, b.slot = a.Slot()
		for _, l := range a.PlaceLevels() {
			b.levels[l] = true
		}
		b.implied = impliedLevel(&b)
		t.bodies = append(t.bodies, b)
		if _, known := index[a.Country+a.Name]; !known {
			index[a.Country+a.Name] = int32(i)
		}
	}
	t.police = index[home+policeFamily]
	t.addFamilies()
	owners := t.ownersByName()
	for i := range t.bodies {
		b := &t.bodies[i]
		if b.Bare != "" {
			b.bare = index[b.Country+b.Bare]
		}
		for _, j := range owners.of(b) {
			if !strings.HasPrefix(t.bodies[j].head, b.head+" ") {
				b.of = append(b.of, j)
			}
		}
		for _, name := range t.variants(append([]string{b.head}, b.Aliases...)) {
			t.addName(v, name, sense{body: int32(i), exact: isAbbreviation(name)})
		}
		for _, entry := range b.InPosts {
			t.addInPost(v, entry, int32(i))
		}
	}
}

// owners finds bodies by country and name, and by country and kind.
type owners map[string][]int32

func (t *tables) ownersByName() owners {
	o := owners{}
	for i := range t.bodies {
		b := &t.bodies[i]
		o[b.Country+b.Name] = append(o[b.Country+b.Name], int32(i))
		o[b.Country+b.Kind] = append(o[b.Country+b.Kind], int32(i))
	}
	return o
}

// of gives the bodies that a unit may be inside of, in the order of the lexicon.
func (o owners) of(b *body) []int32 {
	var found []int32
	for _, name := range b.Of {
		found = append(found, o[b.Country+name]...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// policeFamily is the body of every place that its units name by the place alone.
const policeFamily = "Công an {place}"

// addInPost adds "Trung ương" of "Ủy viên Trung ương", to be read after that
// title alone, or after any where none is given.
func (t *tables) addInPost(v *viet.Vocabulary, p lexicon.InPost, body int32) {
	s := sense{body: body, post: true}
	if ids := v.Add(p.Title); len(ids) > 0 {
		s.after = ids[len(ids)-1]
	}
	for _, name := range t.variants([]string{p.Words}) {
		s.exact = isAbbreviation(name)
		t.addName(v, name, s)
	}
}

// anyProvince stands for tỉnh and thành phố alike.
const anyProvince = "*"

// impliedLevel reads the level out of a head: Huyện ủy is a huyện's, and what
// only provinces have is a province's.
func impliedLevel(b *body) levelWord {
	first, _, _ := strings.Cut(strings.ToLower(b.head), " ")
	for _, l := range levelWords {
		if l.typ == first || first == "thành" && l.typ == "thành phố" || first == "thị" && l.typ == "thị xã" {
			return l
		}
	}
	if b.levels[lexicon.ProvinceLevel] && !b.levels[lexicon.DistrictLevel] && !b.levels[lexicon.CommuneLevel] && b.Kind == "department" {
		return levelWord{typ: anyProvince, level: lexicon.ProvinceLevel}
	}
	return levelWord{}
}

func (t *tables) addName(v *viet.Vocabulary, name string, s sense) {
	put(t.names, t.start(v.Add(name)), s)
	for head, trie := range t.elided {
		if rest, ok := strings.CutPrefix(name, head+" "); ok {
			put(trie, v.Add(rest), s)
		}
	}
}

func put(trie *viet.Trie[[]sense], ids []viet.ID, s sense) {
	old, _ := trie.Add(ids, nil)
	if !slices.ContainsFunc(old, func(o sense) bool { return o.body == s.body && o.after == s.after && o.post == s.post }) {
		old = append(old, s)
	}
	trie.Add(ids, old)
}

// variants adds to names what their abbreviations make of them.
func (t *tables) variants(names []string) []string {
	out := slices.Clone(names)
	for _, name := range names {
		if spaced := spacedCode(name); spaced != "" {
			out = append(out, spaced)
		}
	}
	for _, a := range t.lex.Forms.Abbreviations {
		for _, name := range out {
			if i := indexFold(name, a.Full); i >= 0 && len(out) < 64 {
				for _, short := range a.Short {
					out = append(out, name[:i]+short+name[i+len(a.Full):])
				}
			}
		}
	}
	return out
}

// spacedCode writes "PC 04" for a code of two letters and two figures, "" for
// other names.
func spacedCode(name string) string {
	n := len(name) - 4
	if n < 0 || n > 0 && name[n-1] != ' ' || name[n] != 'P' || name[n+1] < 'A' || name[n+1] > 'Z' || name[n+2] > '9' || name[n+3] > '9' {
		return ""
	}
	return name[:n+2] + " " + name[n+2:]
}

// indexFold finds whole words in a name, whatever their case; -1 if absent.
func indexFold(name, words string) int {
	if len(words) > len(name) {
		return -1
	}
	for i := 0; i+len(words) <= len(name); i++ {
		end := i + len(words)
		if (i == 0 || name[i-1] == ' ') && (end == len(name) || name[end] == ' ' || name[end] == ',') && strings.EqualFold(name[i:end], words) {
			return i
		}
	}
	return -1
}

// isAbbreviation tells whether the first word of a name is one: capitals, more
// than one, or a code such as C06.
func isAbbreviation(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	capitals := 0
	for _, r := range first {
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r):
			capitals++
		case unicode.IsLower(r):
			return false
		}
	}
	return capitals > 1
}
