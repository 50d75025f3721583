package official

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/rule"
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

// rules are the rules by which persons and their posts are settled.
type rules struct {
	countries rule.Table[countryRule] // what state a person serves
	agencies  rule.Table[agencyRule]  // what body a bare title belongs to
	merges    rule.Table[mergeRule]   // which posts are one
	makes     rule.Table[makesRule]   // what makes an official of a person
	apart     rule.Table[apartRule]   // which mentions of one name are of two persons
	slips     rule.Table[slipRule]    // which names that differ in a letter are two
}

func newKnowledge(words *reading.Words) *knowledge {
	lex := words.Lexicon()
	k := &knowledge{
		grammar: phrase.New(words), lex: lex, lone: map[string]bool{}, seats: newSeats(lex),
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

// Rules gives the tables of the rules by which officials are found.
func (f *Finder) Rules() rule.Tables {
	r := &f.rules
	return append(f.grammar.Rules(), &r.countries, &r.agencies, &r.merges, &r.makes, &r.apart, &r.slips)
}

// Copy gives a finder whose rules may be changed: what a rule does is seen by
// leaving it out.
func (f *Finder) Copy() *Finder {
	other := *f.knowledge
	other.grammar = f.grammar.Copy()
	return &Finder{knowledge: &other, kept: f.kept}
}
