// Package agency finds the bodies of state and party that a text names, under
// their canonical name and with the country they serve.
package agency

import (
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/reading"
)

// Finder finds agencies. It is read-only and safe to share between goroutines.
type Finder struct {
	*words
	rules
}

// rules are the tables of the grammar, each in the order in which it is tried.
type rules struct {
	scan    []scanRule
	coin    []coinRule
	country []countryRule
	refer   []referRule
}

// New builds a finder; it adds its phrases to the words.
func New(w *reading.Words) *Finder {
	return &Finder{words: newWords(w), rules: rules{scanRules(), coinRules(), countryRules(), referRules()}}
}

// Find gives the agencies of the texts, the first named first, and its doubts.
// With explain, each mention says the rules and the entry behind it.
func (f *Finder) Find(r *reading.Reading, explain bool) ([]*finding.Body, []boctin.Issue) {
	out := findings{sports: map[string]bool{}}
	var room room
	for n, x := range r.Texts {
		s := scanner{reader{namer: namer{gazetteer{f.words, x}}, rules: &f.rules, room: &room, n: n}, &out}
		s.shorts = s.shortForms()
		s.scan()
	}
	if len(out.nodes) == 0 {
		return nil, nil
	}
	a := newArticle(f, r, out)
	a.settle()
	return a.list(explain), a.issues
}
