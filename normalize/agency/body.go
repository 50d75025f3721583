package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// body is an agency of the lexicon, or a family of them, made ready.
type body struct {
	*lexicon.Agency
	entry  reading.Entry
	head   string
	slot   string
	levels levels
	// implied is the level that the head itself says: Tỉnh ủy, Sở Y tế.
	implied *levelWord
	of      []int32
	// family is the first of the units of this head, itself for other bodies:
	// Ủy ban Kiểm tra of districts and provinces, and the one Trung ương.
	family  int32
	central bool // the state's own of a family
	board   bool // a Ban
	zone    bool // of several districts: behind its number its province may stand
	inside  bool // named as those are that others have: Ban Quản lý dự án
	// suffixed tells that the name begins as titles may end: behind one it is no
	// body of itself, Phó Thủ tướng Thường trực Chính phủ.
	suffixed bool
	own      []string // its country alone
}

// plain tells whether a body is one by its name alone.
func (b *body) plain() bool { return b.slot == "" && len(b.of) == 0 }

// ofPlace tells whether a body is one of those that places have.
func (b *body) ofPlace() bool { return b.slot == "place" || b.slot == "at" }

// addRoles files what bodies are to others: the party committees of bodies that places
// have, and the ministries above those whose units name them by the place alone.
func (t *words) addRoles(index map[string]int32) {
	t.parties, t.ministries = map[int32]int32{}, map[string]bool{}
	for i := range t.bodies {
		b := &t.bodies[i]
		for _, whose := range b.PartyOf {
			t.parties[index[b.Country+whose]] = int32(i)
		}
		if b.ByPlace {
			t.ministries[b.Parent] = true
		}
	}
}

func (t *words) addAgencies() {
	index := map[string]int32{}
	suffixes := make([]string, len(t.lex.Posts.Marks.Suffixes))
	for i, suffix := range t.lex.Posts.Marks.Suffixes {
		suffixes[i] = viet.PhraseKey(suffix) + " "
	}
	for i := range t.lex.Agencies {
		a := &t.lex.Agencies[i]
		t.bodies = append(t.bodies, t.newBody(a, i, suffixes))
		if _, known := index[a.Country+a.Name]; !known {
			index[a.Country+a.Name] = int32(i)
		}
	}
	t.addRoles(index)
	t.addFamilies()
	t.seats = map[string]int32{}
	for _, s := range t.forms.Seats {
		t.seats[s.Title+" "+s.Type] = index[home+s.Body]
	}
	owners := t.owners()
	names := make([][]string, len(t.bodies))
	for i := range t.bodies {
		b := &t.bodies[i]
		b.of = t.ownersOf(b, owners)
		names[i] = t.variants(append([]string{b.head}, b.Aliases...))
		for _, name := range names[i] {
			t.addName(name, t.Add(name), sense{body: int32(i), exact: isAbbreviation(name)}, b.entry)
		}
		addCounted(t, int32(i))
		for _, p := range b.InPosts {
			t.addInPost(p, int32(i))
		}
	}
	for i, list := range names {
		t.addSpellings(list, int32(i))
	}
}

// addCounted adds the abbreviations of bodies that are counted with the number in one word: QK7.
func addCounted(t *words, i int32) {
	b := &t.bodies[i]
	if b.slot != "number" {
		return
	}
	for _, alias := range b.Aliases {
		if !isAbbreviation(alias) || strings.Contains(alias, " ") {
			continue
		}
		for _, n := range figures[1:] {
			name := alias + string(n)
			t.addName(name, t.Add(name), sense{body: i, exact: true, count: string(n)}, b.entry)
		}
	}
}

// addSpellings adds the names of a body as others write them, where no entry claims
// what they write.
func (t *words) addSpellings(names []string, body int32) {
	for _, name := range names {
		for _, other := range t.spellings(name) {
			if !t.names.HasTokens(other) {
				t.addName(name, other, sense{body: body, exact: isAbbreviation(name)}, t.bodies[body].entry)
			}
		}
	}
}

func (t *words) newBody(a *lexicon.Agency, i int, suffixes []string) body {
	b := body{Agency: a, own: []string{a.Country}, entry: reading.Entry{File: t.lex.AgencyFile(i), Key: a.Name}}
	b.head, b.slot = a.Slot()
	b.board = strings.HasPrefix(b.head, "Ban ")
	b.inside = b.board && slices.ContainsFunc(t.forms.Heads, func(h lexicon.Head) bool { return h.Unit && strings.HasPrefix(b.head, h.Word) })
	b.zone = slices.ContainsFunc(t.forms.Zones, func(word string) bool { return strings.HasSuffix(b.head, " "+word) })
	b.suffixed = beginsWithAny(viet.PhraseKey(b.head)+" ", suffixes)
	for _, l := range a.PlaceLevels() {
		b.levels[l] = true
	}
	b.implied = t.impliedLevel(&b)
	return b
}

// owner is what a unit says of the bodies that it may be of: their state, and a
// name or a kind.
type owner struct{ country, called string }

// owners files the bodies by their names and kinds.
func (t *words) owners() map[owner][]int32 {
	index := map[owner][]int32{}
	for i := range t.bodies {
		b := &t.bodies[i]
		for _, called := range []string{b.Name, b.Kind} {
			index[owner{b.Country, called}] = append(index[owner{b.Country, called}], int32(i))
		}
	}
	return index
}

// beginsWithAny tells whether a key begins with one of some others.
func beginsWithAny(key string, others []string) bool {
	return slices.ContainsFunc(others, func(o string) bool { return strings.HasPrefix(key, o) })
}

// ownersOf lists the bodies that a unit may be of.
func (t *words) ownersOf(b *body, owners map[owner][]int32) (of []int32) {
	for _, called := range b.Of {
		for _, j := range owners[owner{b.Country, called}] {
			if o := &t.bodies[j]; !strings.HasPrefix(o.head, b.head+" ") && !sisters(b, o, called) {
				of = append(of, j)
			}
		}
	}
	slices.Sort(of)
	return slices.Compact(of)
}

// sisters tells whether two bodies are units of one kind of body and of that kind themselves, so that
// neither is the other's: Ban Pháp chế and Ban Đô thị of a council.
func sisters(a, b *body, kind string) bool {
	return a.Kind == kind && b.Kind == kind && slices.Contains(b.Of, kind)
}

// impliedLevel reads the level out of a head: Huyện ủy is a huyện's, and what
// only provinces have is a province's.
func (t *words) impliedLevel(b *body) *levelWord {
	first, _, _ := strings.Cut(strings.ToLower(b.head), " ")
	for i := range t.levels {
		if l := &t.levels[i]; l.Type == first || slices.Contains(l.Heads, first) {
			return l
		}
	}
	if b.Kind == "department" && b.levels == (levels{lexicon.ProvinceLevel: true}) {
		return anyProvince
	}
	return nil
}

// addInPost adds "Trung ương" of "Ủy viên Trung ương", to be read after that
// title alone, or after any where none is given.
func (t *words) addInPost(p lexicon.InPost, body int32) {
	s := sense{body: body, post: true}
	if ids := t.Add(p.Title); len(ids) > 0 {
		s.after = ids[len(ids)-1]
	}
	for _, name := range t.variants([]string{p.Words}) {
		s.exact = isAbbreviation(name)
		t.addName(name, t.Add(name), s, t.bodies[body].entry)
	}
}

// addFamilies tells which bodies one short form may point back to.
func (t *words) addFamilies() {
	first := map[string]int32{}
	for i := range t.bodies {
		b := &t.bodies[i]
		if b.family = int32(i); len(b.Of) == 0 {
			continue
		}
		key := b.Country + b.head
		if _, known := first[key]; !known {
			first[key] = int32(i)
		}
		b.family = first[key]
	}
	for i := range t.bodies {
		b := &t.bodies[i]
		for _, word := range t.forms.Central {
			head, found := strings.CutSuffix(b.head, " "+word)
			if unit, known := first[b.Country+head]; found && known {
				b.family, b.central = unit, true
			}
		}
	}
}
