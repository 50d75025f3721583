package identity

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// Resolver tells which appearances are one person. It is read-only once made.
type Resolver struct {
	provinces map[string]string // folded name to that of the province it is part of today or was then
	surnames  map[string]int    // Vietnamese surnames, folded, to their place in the list: the most frequent first
	syllables map[string]bool   // of Vietnamese names, folded
	states    map[string]bool   // words of names of states, that stand glued before a name
	ranks     map[string]int    // by folded name, the highest first
	sexes     sexes
	leaders   leaders
	successors
	streets streets
	judged  Judgements
	moved   map[string]string // blocks that judgements join to others
}

// New makes a resolver of the words of a lexicon.
func New(lex *lexicon.Lexicon, judged Judgements) *Resolver {
	r := &Resolver{
		provinces: map[string]string{}, surnames: map[string]int{}, syllables: map[string]bool{},
		states: map[string]bool{}, ranks: map[string]int{}, judged: judged,
	}
	for _, p := range lex.Places {
		if p.Level == lexicon.ProvinceLevel {
			for _, name := range append([]string{p.Name}, p.Aliases...) {
				r.provinces[viet.Fold(name)] = viet.Fold(p.Name)
			}
		}
	}
	for i, s := range slices.Concat(lex.Names.Surnames, lex.Names.Rare) {
		for _, f := range foldings(s) {
			if _, known := r.surnames[f]; !known {
				r.surnames[f] = i
			}
			r.syllables[f] = true
		}
	}
	for _, s := range lex.Names.Given {
		for _, f := range foldings(s) {
			r.syllables[f] = true
		}
	}
	for i, rank := range lex.Ranks {
		for _, name := range append([]string{rank.Name}, rank.Aliases...) {
			r.ranks[viet.Fold(name)] = i + 1
		}
	}
	for i := range lex.Countries {
		for _, name := range lex.Countries[i].Names() {
			for _, word := range strings.Fields(viet.Fold(name)) {
				r.states[word] = true
			}
		}
	}
	r.sexes = newSexes(lex)
	r.leaders = newLeaders(lex)
	r.successors = newSuccessors(lex)
	r.streets = newStreets(&lex.Names, r.sexes)
	r.oneBlock()
	return r
}

// oneBlock puts those who are judged to be one into one block.
func (r *Resolver) oneBlock() {
	r.moved = map[string]string{}
	for _, e := range r.judged.list {
		for i := range e.Persons {
			if a, b := r.root(e.Persons[0].block(r)), r.root(e.Persons[i].block(r)); e.same && a != b {
				r.moved[max(a, b)] = min(a, b)
			}
		}
	}
}

// root gives the block that a block is joined to.
func (r *Resolver) root(block string) string {
	for {
		to, moved := r.moved[block]
		if !moved {
			return block
		}
		block = to
	}
}

// shape is what every Vietnamese syllable has without its marks: at most one of these
// beginnings, vowels and endings.
var shape = regexp.MustCompile(`^(?:[bcdghklmnrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?` +
	`(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|ieu|o[aeio]|oa[ioy]|oeo|u[aeiouy]|uay|uo[iu]|uy[aeu]|ye|yeu)(?:[cmnpt]|ch|ng|nh)?$`)

// ours tells that a name is written as Vietnamese writes names of its own and of
// its Chinese neighbours: two to five syllables, the first one a surname. Syllables that
// no list of names has make it so where the name bears marks: Trần Văn Khuôn. No name
// with letters of another language is.
func (r *Resolver) ours(name string) bool {
	return viet.Latin(name) == name && r.written(name, viet.Fold(name) != strings.ToLower(name))
}

// written is ours of a name of which is known whether it bears marks.
func (r *Resolver) written(name string, marked bool) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 5 || strings.ContainsAny(name, "-.") {
		return false
	}
	for i, w := range words {
		f := viet.Fold(w)
		if _, known := r.surnames[f]; i == 0 && !known || !r.syllables[f] && !(marked && shape.MatchString(f)) || !unicode.IsUpper([]rune(w)[0]) {
			return false
		}
	}
	return true
}

// bare takes words of a state's name off the front: Arabia Saudi Salman bin Abdulaziz.
func (r *Resolver) bare(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && r.states[viet.Fold(words[0])] && !r.ours(strings.Join(words, " ")) {
		if _, surname := r.surnames[viet.Fold(words[0])]; surname {
			break
		}
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// Block gives the key of those among whom an appearance may have others of its
// person: those of one Vietnamese name, or the foreigners of one state.
func (r *Resolver) Block(a *Appearance) string {
	name, country := a.Name, a.Country
	if l := r.leaders.of(r, a); l != nil {
		name, country = l.Name, l.Country
	}
	block := strings.ToLower(country)
	switch {
	case r.ours(name):
		block = "=" + viet.Slug(oneVowel(strings.ToLower(name)))
	case country == "":
		block = "xx"
	}
	return r.root(block)
}
