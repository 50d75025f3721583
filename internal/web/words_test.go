package web

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/web/words"
	"github.com/boctin/boctin/normalize/lexicon"
)

// key is how a template or a screen names its words: whole keys, as "page.skip".
var key = regexp.MustCompile(`(?:say|count [.$\w]+|Say\(|counted\(w, \w+,|Key:|Word:) ?"([a-z]+\.[a-z_]+)"`)

// TestKeys holds that every key that templates and screens name has words.
func TestKeys(t *testing.T) {
	w, err := words.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	err = filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); err != nil || ext != ".go" && ext != ".html" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		raw, err := os.ReadFile(path)
		for _, m := range key.FindAllStringSubmatch(string(raw), -1) {
			n++
			if !w.Has(m[1]) && !w.Has(m[1]+"_one") {
				t.Errorf("%s names %s: no words have that key", path, m[1])
			}
		}
		return err
	})
	if err != nil || n < 60 {
		t.Errorf("%d keys, %v", n, err)
	}
}

// TestNames holds that what data names has words: kinds of event, roles, screens.
func TestNames(t *testing.T) {
	w, err := words.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	has := func(group string, names ...string) {
		for _, name := range names {
			if !w.Has(group + "." + name) {
				t.Errorf("%s.%s has no words", group, name)
			}
		}
	}
	has("event", lexicon.EventKinds...)
	has("role", lexicon.EventRoles...)
	has("status", "done", "planned", "postponed", "denied")
	for _, route := range routes {
		has("screen", route.Name)
	}
	for _, m := range matters {
		has("today", m.name)
	}
	if len(lexicon.EventKinds) != len(eventKinds) {
		t.Errorf("kinds %v, the lexicon has %v", eventKinds, lexicon.EventKinds)
	}
}
