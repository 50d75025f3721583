package official_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/boctin/boctin/normalize/agency"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/internal/cases"
	"github.com/boctin/boctin/normalize/official"
	"github.com/boctin/boctin/normalize/reading"
)

// shownBy writes what a finder finds in an article whose agencies are known.
func shownBy(f *official.Finder, r *reading.Reading, bodies []*finding.Body) string {
	found, _, _ := f.Find(r, bodies, false)
	var list []string
	for _, o := range found {
		list = append(list, fmt.Sprintf("%s | %d %s", show(o), len(o.Mentions), strings.Join(o.Aliases, ", ")))
		for _, p := range o.Posts {
			list = append(list, p.Text)
		}
	}
	return strings.Join(list, "\n")
}

// TestEveryRuleHasItsCases holds that every rule has a witness, a case that goes
// wrong without it, and a counter-witness, one that looks alike.
func TestEveryRuleHasItsCases(t *testing.T) {
	words := reading.New(load(t))
	f, bodies := official.New(words), agency.New(words)
	shown := func(f *official.Finder, e *example) string {
		a := article(*e)
		r := words.Of(&a)
		found, _ := bodies.Find(r, false)
		return shownBy(f, r, found)
	}
	held := map[string]bool{}
	watched := f.Copy()
	watched.Rules().Watch(func(rule string) { held[rule] = true })
	cases.Rules[example]{
		Names: f.Rules().Names(), Text: func(e *example) string { return e.Text },
		Witness: func(e *example) []string { return e.Witness },
		Counter: func(e *example) []string { return e.Against },
		Fails: func(e *example, without string) bool {
			less := f.Copy()
			less.Rules().Less(without)
			return shown(less, e) != shown(f, e)
		},
		Holds: func(e *example, rule string) bool {
			clear(held)
			shown(watched, e)
			return held[rule]
		},
	}.Check(t, corpus(t))
}
