package official

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// knowledge is what the finder knows besides the text, with its rules. It is
// read-only once built.
type knowledge struct {
	grammar  *phrase.Grammar
	lex      *lexicon.Lexicon
	lone     map[string]bool // first words of names that are whole with two
	seats    seats
	kinds    kinds
	agencies map[string]*lexicon.Agency // by the state and the lookup key of the name
	rules    rules
}

// rules are the rules by which persons and their posts are settled, each list in
// the order in which they are tried.
type rules struct {
	countries []countryRule // what state a person serves
	agencies  []agencyRule  // what body a bare title belongs to
	merges    []mergeRule   // which posts are one
	makes     []makesRule   // what makes an official of a person
	apart     []apartRule   // which mentions of one name are of two persons
	slips     []slipRule    // which names that differ in a letter are two
}

func newKnowledge(words *reading.Words) *knowledge {
	lex := words.Lexicon()
	k := &knowledge{
		grammar: phrase.New(words), lex: lex, lone: map[string]bool{}, seats: newSeats(lex.Clauses),
		kinds: newKinds(lex), agencies: make(map[string]*lexicon.Agency, len(lex.Agencies)),
		rules: rules{countryRules(), agencyRules(), mergeRules(), makesRules(), apartRules(), slipRules()},
	}
	for i := range lex.Agencies {
		a := &lex.Agencies[i]
		k.agencies[a.Country+" "+viet.PhraseKey(a.Name)] = a
	}
	for _, surname := range lex.Names.Frequent {
		k.lone[phrase.NameKey(surname)] = true
	}
	return k
}

// Rules names every rule by which officials are found.
func (f *Finder) Rules() []string {
	list := f.grammar.Rules()
	r := &f.rules
	for _, x := range r.countries {
		list = append(list, x.name)
	}
	for _, x := range r.agencies {
		list = append(list, x.name)
	}
	for _, x := range r.merges {
		list = append(list, x.name)
	}
	for _, x := range r.makes {
		list = append(list, x.name)
	}
	for _, x := range r.apart {
		list = append(list, x.name)
	}
	for _, x := range r.slips {
		list = append(list, x.name)
	}
	return list
}

// Without gives the finder without one rule: what a rule does is seen by leaving it
// out.
func (f *Finder) Without(rule string) *Finder {
	less := *f.knowledge
	less.grammar = f.grammar.Without(rule)
	r := &less.rules
	r.countries = slices.DeleteFunc(slices.Clone(r.countries), func(x countryRule) bool { return x.name == rule })
	r.agencies = slices.DeleteFunc(slices.Clone(r.agencies), func(x agencyRule) bool { return x.name == rule })
	r.merges = slices.DeleteFunc(slices.Clone(r.merges), func(x mergeRule) bool { return x.name == rule })
	r.makes = slices.DeleteFunc(slices.Clone(r.makes), func(x makesRule) bool { return x.name == rule })
	r.apart = slices.DeleteFunc(slices.Clone(r.apart), func(x apartRule) bool { return x.name == rule })
	r.slips = slices.DeleteFunc(slices.Clone(r.slips), func(x slipRule) bool { return x.name == rule })
	return &Finder{knowledge: &less, kept: f.kept}
}
