package agency

import (
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin/normalize/finding"
)

// without gives the tables less the row of that name; found tells whether there
// is one.
func (r rules) without(name string) (less rules, found bool) {
	n := len(r.scan) + len(r.coin) + len(r.country) + len(r.refer)
	less = rules{
		slices.DeleteFunc(slices.Clone(r.scan), func(x scanRule) bool { return x.name == name }),
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

// TestEveryRuleHasItsCases refuses a row that no case names: each needs a witness,
// which fails without it, and a case that looks alike and where it does not hold.
func TestEveryRuleHasItsCases(t *testing.T) {
	f, v := newFinder(t)
	witness, counter := map[string][]corpusCase{}, map[string][]corpusCase{}
	known := f.rules.names()
	for _, c := range readCorpus(t) {
		for _, name := range strings.Fields(c.Rule + " " + c.NotRule) {
			if !slices.Contains(known, name) {
				t.Errorf("%q names rule %s, which is none", c.Text, name)
			}
		}
		for _, name := range strings.Fields(c.Rule) {
			witness[name] = append(witness[name], c)
		}
		for _, name := range strings.Fields(c.NotRule) {
			counter[name] = append(counter[name], c)
		}
	}
	for _, name := range known {
		if len(witness[name]) == 0 || len(counter[name]) == 0 {
			t.Errorf("rule %s has %d witnesses and %d counter-witnesses: add a case with rule, and one with not_rule", name, len(witness[name]), len(counter[name]))
		}
		less := *f
		less.rules, _ = f.rules.without(name)
		for _, c := range witness[name] {
			if c.faults(c.find(&less, v)) == "" {
				t.Errorf("%q holds without rule %s", c.Text, name)
			}
		}
		for _, c := range counter[name] {
			if fired(c.find(f, v), name) {
				t.Errorf("%q: rule %s holds", c.Text, name)
			}
		}
	}
}
