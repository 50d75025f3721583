package date

import (
	"fmt"
	"slices"
	"testing"

	"github.com/boctin/boctin/normalize/internal/cases"
	"github.com/boctin/boctin/normalize/reading"
)

// TestEveryRuleHasItsCases holds that each row of the grammar has a witness in
// corpus.toml, a case that fails without it, and a counter-witness, a text that
// begins as it does and that it must leave alone.
func TestEveryRuleHasItsCases(t *testing.T) {
	f, words := testFinder(t)
	byName := map[string]int{}
	var names []string
	for i := range f.rules {
		byName[f.rules[i].name] = i
		names = append(names, f.rules[i].name)
	}
	cases.Rules[corpusCase]{
		Names: names, Text: func(c *corpusCase) string { return c.Text },
		Witness: func(c *corpusCase) []string { return c.Shows },
		Counter: func(c *corpusCase) []string { return c.Refuses },
		Fails: func(c *corpusCase, without string) bool {
			i := byName[without]
			less := newFinder(f.words, f.feasts, slices.Delete(slices.Clone(f.rules), i, i+1))
			return fmt.Sprint(c.found(less, words)) != fmt.Sprint(c.Want)
		},
		Holds: func(c *corpusCase, rule string) bool {
			r := &f.rules[byName[rule]]
			return !c.looksLike(f, r, words) || c.uses(f, r, words)
		},
	}.Check(t, readCorpus(t))
}

func (c *corpusCase) texts(words *reading.Words) []*reading.Text {
	return []*reading.Text{words.Read("body", c.Text)}
}

// found gives the dates of a case as corpus.toml writes them.
func (c *corpusCase) found(f *Finder, words *reading.Words) []string {
	texts := c.texts(words)
	dates, _ := f.Find(texts, published(c.Doc), false)
	var out []string
	for _, d := range dates {
		out = append(out, d.Value.String()+" "+d.Written(texts))
	}
	return out
}

func (c *corpusCase) uses(f *Finder, r *rule, words *reading.Words) bool {
	dates, _ := f.Find(c.texts(words), published(c.Doc), true)
	for _, d := range dates {
		if d.Reasons[0].Rule == r.name {
			return true
		}
	}
	return false
}

// looksLike tells whether a word that begins a rule stands somewhere in a case.
func (c *corpusCase) looksLike(f *Finder, r *rule, words *reading.Words) bool {
	s := &scan{f: f, text: text{words: f.words}, memory: memory{doc: documentDate(published(c.Doc))}}
	s.read(c.texts(words)[0], sheet{})
	for i := range s.Tokens {
		if s.roles[i].meets(r.pattern.starts()) {
			return true
		}
	}
	return false
}
