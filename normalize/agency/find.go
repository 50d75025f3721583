// Package agency finds the bodies of state and party that a text names, under
// their canonical name and with the country they serve.
package agency

import (
	"sync"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/reading"
)

// Finder finds agencies. It is read-only and safe to share between goroutines.
type Finder struct {
	*words
	rules
	kept *sync.Pool // of *article, for its memory
}

// rules are the tables of the grammar, each in the order in which it is tried.
type rules struct {
	scan    []scanRule
	begin   *reading.Table[scanSet] // those of the scan by what starts at a token
	coin    []coinRule
	country []countryRule
	refer   []referRule
}

// New builds a finder; it adds its phrases to the words.
func New(w *reading.Words) *Finder {
	known := newWords(w)
	scan := scanRules(known)
	return &Finder{words: known, rules: rules{scan, beginnings(w, scan), coinRules(), countryRules(), referRules()}, kept: &sync.Pool{New: newArticle}}
}

// Find gives the agencies of the texts, the first named first, and its doubts.
// With explain, each mention says the rules and the entry behind it.
func (f *Finder) Find(r *reading.Reading, explain bool) ([]*finding.Body, []boctin.Issue) {
	return f.Into(new(finding.Memory), r, explain)
}

// Into is Find with the agencies in memory that is given.
func (f *Finder) Into(bodies *finding.Memory, r *reading.Reading, explain bool) ([]*finding.Body, []boctin.Issue) {
	a := f.article(r)
	defer f.leave(a)
	s := scanner{out: &a.findings, reader: reader{room: &a.room}}
	for n, x := range r.Texts {
		s.reader = reader{namer: namer{gazetteer{f.words, x}}, rules: &f.rules, room: s.room, n: n, ends: s.ends[:0]}
		s.shorts = s.shortForms()
		s.scan()
	}
	if len(a.nodes) == 0 {
		return nil, nil
	}
	a.settle()
	return a.list(bodies, explain), a.issues
}
