package date

import (
	"fmt"
	"slices"
	"testing"

	"github.com/boctin/boctin/normalize/reading"
)

// TestEveryRuleHasItsCases holds that each row of the grammar has a witness in
// corpus.toml, a case that fails without it, and a counter-witness, a text that
// begins as it does and that it must leave alone.
func TestEveryRuleHasItsCases(t *testing.T) {
	f, words := testFinder(t)
	cases := readCorpus(t)
	known := map[string]bool{}
	for i := range f.rules {
		r := &f.rules[i]
		known[r.name] = true
		without := newFinder(f.words, f.feasts, slices.Delete(slices.Clone(f.rules), i, i+1))
		if !slices.ContainsFunc(cases, func(c corpusCase) bool {
			return slices.Contains(c.Shows, r.name) && fmt.Sprint(c.found(without, words)) != fmt.Sprint(c.Want)
		}) {
			t.Errorf("%s: no case of corpus.toml that shows it fails without it: write one with shows = [%q]", r.name, r.name)
		}
		if !slices.ContainsFunc(cases, func(c corpusCase) bool {
			return slices.Contains(c.Refuses, r.name) && c.looksLike(f, r, words) && !c.uses(f, r, words)
		}) {
			t.Errorf("%s: no case of corpus.toml that only looks like it: write one with refuses = [%q]", r.name, r.name)
		}
	}
	for _, c := range cases {
		for _, name := range append(c.Shows, c.Refuses...) {
			if !known[name] {
				t.Errorf("%s: no rule is named %s", c.Text, name)
			}
		}
	}
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
	s.read(c.texts(words)[0])
	for i := range s.Tokens {
		if s.roles[i].meets(r.pattern.starts()) {
			return true
		}
	}
	return false
}
