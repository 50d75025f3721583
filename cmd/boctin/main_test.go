package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"boctin": main})
}

// TestScripts runs the program as a user types it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			repo, err := os.Getwd()
			env.Setenv("REPO", repo+"/../..")
			return err
		},
	})
}

func TestSuggest(t *testing.T) {
	for word, want := range map[string]string{"expalin": " (did you mean --explain?)", "out": " (did you mean --output?)", "zzz": ""} {
		if got := suggest(word, []string{"explain", "output", "date"}, "--"); got != want {
			t.Errorf("suggest(%q) is %q, want %q", word, got, want)
		}
	}
}
