// Package agency finds the bodies of state and party that a text names, under
// their canonical name and with the country they serve.
package agency

import (
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// Finder finds agencies. It is read-only and safe to share between goroutines.
type Finder struct {
	*tables
}

// New builds a finder from the lexicon; it adds its words to the vocabulary.
func New(lex *lexicon.Lexicon, words *viet.Vocabulary) *Finder {
	return &Finder{tables: build(lex, words)}
}

// Find gives the agencies of the texts, the first named first, and its doubts.
// With explain, each mention says the rule behind it.
func (f *Finder) Find(texts []*viet.Text, explain bool) ([]boctin.Agency, []boctin.Issue) {
	var out findings
	for n, x := range texts {
		r := reader{tables: f.tables, x: x, n: n}
		r.scan(&out)
	}
	if len(out.nodes) == 0 {
		return nil, nil
	}
	a := &article{tables: f.tables, texts: texts, findings: out}
	a.settle()
	return a.list(explain), a.issues
}
