package main

import (
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/boctin/boctin/internal/demosite"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"boctin": main})
}

// TestScripts runs the program as a user types it.
func TestScripts(t *testing.T) {
	site := httptest.NewServer(demosite.Handler())
	t.Cleanup(site.Close) // the scripts run in parallel, after this function
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			repo, err := os.Getwd()
			env.Setenv("SITE", site.URL)
			env.Setenv("REPO", repo+"/../..")
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"mkfifo": mkfifo, "waitfor": waitFor},
	})
}

// waitFor waits for files that a program in the background is to make.
func waitFor(ts *testscript.TestScript, _ bool, names []string) {
	for _, name := range names {
		for begun := time.Now(); ; time.Sleep(10 * time.Millisecond) {
			if _, err := os.Stat(ts.MkAbs(name)); err == nil {
				break
			}
			if time.Since(begun) > 5*time.Minute {
				ts.Fatalf("%s did not appear", name)
			}
		}
	}
}

func mkfifo(ts *testscript.TestScript, _ bool, names []string) {
	for _, name := range names {
		ts.Check(exec.Command("mkfifo", ts.MkAbs(name)).Run())
	}
}

func TestSuggest(t *testing.T) {
	for word, want := range map[string]string{"expalin": " (did you mean --explain?)", "out": " (did you mean --output?)", "zzz": ""} {
		if got := suggest(word, []string{"explain", "output", "date"}, "--"); got != want {
			t.Errorf("suggest(%q) is %q, want %q", word, got, want)
		}
	}
}
