// Package cases is what the tests of the finders have in common: the lexicon, the
// cases of their corpus.toml, and that every rule has cases of its own.
package cases

import (
	"slices"
	"sync"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/boctin/boctin/normalize/lexicon"
)

var load = sync.OnceValues(func() (*lexicon.Lexicon, error) { return lexicon.Load(nil) })

// Lexicon gives the built-in lexicon.
func Lexicon(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// Read gives the cases of the corpus.toml beside the test.
func Read[C any](t testing.TB) []C {
	t.Helper()
	var file struct {
		Case []C `toml:"case"`
	}
	meta, err := toml.DecodeFile("corpus.toml", &file)
	if err != nil {
		t.Fatal(err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		t.Fatalf("corpus.toml: unknown keys %v", extra)
	}
	return file.Case
}

// Rules says how the rules of a finder are tried on its cases.
type Rules[C any] struct {
	Names   []string
	Text    func(c *C) string               // that a case is told by
	Witness func(c *C) []string             // the rules without which it goes wrong
	Counter func(c *C) []string             // the rules that must not hold in it, though it looks like it
	Fails   func(c *C, without string) bool // it goes wrong without the rule
	Holds   func(c *C, rule string) bool    // the rule holds in it
	Some    bool                            // it is enough that one of a rule's witnesses fails
}

// Check refuses a rule that no case names as its witness, and none as its
// counter-witness, and cases that are not what they say.
func (r Rules[C]) Check(t *testing.T, all []C) {
	t.Helper()
	witness, counter := map[string]bool{}, map[string]bool{}
	for i := range all {
		c := &all[i]
		for _, rule := range r.Witness(c) {
			fails := r.known(t, c, rule) && r.Fails(c, rule)
			witness[rule] = witness[rule] || fails
			if !fails && !r.Some {
				t.Errorf("%s: it holds without rule %s", r.Text(c), rule)
			}
		}
		for _, rule := range r.Counter(c) {
			counter[rule] = true
			if r.known(t, c, rule) && r.Holds(c, rule) {
				t.Errorf("%s: rule %s holds", r.Text(c), rule)
			}
		}
	}
	for _, rule := range r.Names {
		if !witness[rule] {
			t.Errorf("rule %s has no witness: add a case to corpus.toml that names it and fails without it", rule)
		}
		if !counter[rule] {
			t.Errorf("rule %s has no counter-witness: add a case to corpus.toml that looks alike, where it must not hold", rule)
		}
	}
}

func (r Rules[C]) known(t *testing.T, c *C, rule string) bool {
	t.Helper()
	known := slices.Contains(r.Names, rule)
	if !known {
		t.Errorf("%s: there is no rule %s", r.Text(c), rule)
	}
	return known
}
