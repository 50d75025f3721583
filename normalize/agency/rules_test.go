package agency

import (
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/internal/cases"
)

// without gives the tables less the row of that name; found tells whether there
// is one.
func (r rules) without(name string) (less rules, found bool) {
	n := len(r.scan) + len(r.coin) + len(r.country) + len(r.refer)
	less = rules{
		slices.DeleteFunc(slices.Clone(r.scan), func(x scanRule) bool { return x.name == name }),
		r.begin,
		slices.DeleteFunc(slices.Clone(r.coin), func(x coinRule) bool { return x.name == name }),
		slices.DeleteFunc(slices.Clone(r.country), func(x countryRule) bool { return x.name == name }),
		slices.DeleteFunc(slices.Clone(r.refer), func(x referRule) bool { return x.name == name }),
	}
	return less, n > len(less.scan)+len(less.coin)+len(less.country)+len(less.refer)
}

// names lists the rows of every table.
func (r rules) names() (all []string) {
	for _, x := range r.scan {
		all = append(all, x.name)
	}
	for _, x := range r.coin {
		all = append(all, x.name)
	}
	for _, x := range r.country {
		all = append(all, x.name)
	}
	for _, x := range r.refer {
		all = append(all, x.name)
	}
	return all
}

// fired tells whether a rule is among the reasons of a finding.
func fired(found []*finding.Body, rule string) bool {
	for _, b := range found {
		for _, m := range b.Mentions {
			if slices.ContainsFunc(m.Reasons, func(r finding.Reason) bool { return r.Rule == rule }) {
				return true
			}
		}
	}
	return false
}

// TestEveryRuleHasItsCases holds that every rule has a witness, a case that goes
// wrong without it, and a counter-witness, one that looks alike.
func TestEveryRuleHasItsCases(t *testing.T) {
	f, v := newFinder(t)
	cases.Rules[corpusCase]{
		Names: f.rules.names(), Text: func(c *corpusCase) string { return c.Text },
		Witness: func(c *corpusCase) []string { return strings.Fields(c.Rule) },
		Counter: func(c *corpusCase) []string { return strings.Fields(c.NotRule) },
		Fails: func(c *corpusCase, without string) bool {
			less := *f
			less.rules, _ = f.rules.without(without)
			return c.faults(c.find(&less, v)) != ""
		},
		Holds: func(c *corpusCase, rule string) bool { return fired(c.find(f, v), rule) },
	}.Check(t, readCorpus(t))
}
