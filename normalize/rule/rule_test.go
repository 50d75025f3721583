package rule_test

import (
	"slices"
	"testing"

	"github.com/boctin/boctin/normalize/rule"
)

type grammar struct {
	halves rule.Table[func(n int) (int, bool)]
	signs  rule.Table[func(n int) int]
}

func (g *grammar) tables() rule.Tables { return rule.Tables{&g.halves, &g.signs} }

func newGrammar() grammar {
	return grammar{
		halves: rule.Table[func(n int) (int, bool)]{rule.Of("even", func(n int) (int, bool) { return n / 2, n%2 == 0 })},
		signs:  rule.Table[func(n int) int]{rule.Of("positive", func(n int) int { return max(n, 0) }), rule.Of("never", func(int) int { return 0 })},
	}
}

// ask tries every rule of a grammar.
func (g *grammar) ask(n int) {
	for _, r := range g.halves {
		r.Do(n)
	}
	for _, r := range g.signs {
		r.Do(n)
	}
}

// TestCopiesAreTheirOwn holds that a rule that one copy lacks, or that is watched
// in it, is as it was in the others.
func TestCopiesAreTheirOwn(t *testing.T) {
	all := newGrammar()
	less, watched := all, all
	less.tables().Less("even")
	var seen []string
	watched.tables().Watch(func(name string) { seen = append(seen, name) })
	if got := less.tables().Names(); !slices.Equal(got, []string{"positive", "never"}) {
		t.Errorf("without even: %v", got)
	}
	if got := all.tables().Names(); !slices.Equal(got, []string{"even", "positive", "never"}) {
		t.Errorf("all: %v", got)
	}
	all.ask(2)
	watched.ask(3)
	watched.ask(-2)
	if !slices.Equal(seen, []string{"positive", "even"}) {
		t.Errorf("held: %v", seen)
	}
}
