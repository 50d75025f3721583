package official_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/agency"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/official"
	"github.com/boctin/boctin/normalize/reading"
)

// shownBy writes what a finder finds in an article whose agencies are known.
func shownBy(f *official.Finder, words *reading.Words, a *boctin.Article, bodies []*finding.Body) string {
	found, _, _ := f.Find(words.Of(a), bodies, false)
	var list []string
	for _, o := range found {
		list = append(list, show(o))
	}
	return strings.Join(list, "\n")
}

// unwitnessed are the rules without a case of their own yet; none may be added.
var unwitnessed = []string{
	"agency/kind-alone",
	"agency/known",
	"agency/fuller-post",
	"agency/led",
	"agency/beside",
	"agency/company-behind",
	"agency/post-without-person",
	"apart/two-states",
	"slip/one-accused",
	"slip/listed",
	"body/sea",
	"body/state",
	"body/place-with-level",
	"body/title",
	"body/level",
	"body/behind-level",
	"body/capital",
	"phrase/filler",
	"post/nothing-follows",
	"post/nothing-behind-of",
	"post/unknown-body",
	"above/code",
	"above/level",
	"above/rest-of-name",
}

// TestRules holds that every rule has a witness, a case that goes wrong without it.
func TestRules(t *testing.T) {
	words := reading.New(load(t))
	f, bodies := official.New(words), agency.New(words)
	cases := corpus(t)
	rules := f.Rules().Names()
	for _, rule := range rules {
		without := f.Copy()
		without.Rules().Less(rule)
		witness := false
		for _, e := range cases {
			if !slices.Contains(e.Witness, rule) {
				continue
			}
			witness = true
			a := article(e)
			found, _ := bodies.Find(words.Of(&a), false)
			if shownBy(f, words, &a, found) == shownBy(without, words, &a, found) {
				t.Errorf("%s: its witness reads the same without it: %s", rule, e.Text)
			}
		}
		if witness == slices.Contains(unwitnessed, rule) {
			t.Errorf("%s: a case of corpus.toml names it as witness: %t; take it out of unwitnessed, or write the case", rule, witness)
		}
	}
	for _, e := range cases {
		for _, rule := range e.Witness {
			if !slices.Contains(rules, rule) {
				t.Errorf("corpus.toml: there is no rule %s", rule)
			}
		}
	}
}
