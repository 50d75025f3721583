package web

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
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

// TestVietnameseReasons holds that Vietnamese has words for every reason with which a correction
// is refused and for every piece of evidence about persons, with the same values, and
// for nothing else.
func TestVietnameseReasons(t *testing.T) {
	w, err := words.Load("vi")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	for group, from := range map[string]struct {
		dir  string
		call *regexp.Regexp
	}{
		"reason":   {"../review", regexp.MustCompile(`refused\([\w."]+, ("(?:[^"\\]|\\.)*")`)},
		"evidence": {"../identity", regexp.MustCompile(`(?:say\(|Reason\{|(?m)^	\{)("[a-z-]+"), `)},
	} {
		for _, text := range quoted(t, from.dir, from.call) {
			said[group+"."+text] = true
			verbs := func(s string) []string { return regexp.MustCompile(`%[a-z]`).FindAllString(s, -1) }
			if got := w.Of(group, text); got == text || !slices.Equal(verbs(got), verbs(text)) {
				t.Errorf("%s %q has no words in Vietnamese with the same values: %q", group, text, got)
			}
		}
	}
	for _, key := range w.Keys() {
		if group, _, _ := strings.Cut(key, "."); (group == "reason" || group == "evidence") && !said[key] {
			t.Errorf("%s is said nowhere", key)
		}
	}
}

// TestVietnameseFaults holds that Vietnamese has words for all that boctin check says of
// files of words, sites and judgements, and for nothing else.
func TestVietnameseFaults(t *testing.T) {
	w, err := words.Load("vi")
	if err != nil {
		t.Fatal(err)
	}
	others := regexp.MustCompile(`%w$|(: |^)%s$`) // a file and a key, and what is wrong in other words
	sample := strings.NewReplacer("%q", `"xy"`, "%d", "7", "%s", "xy", "%v", "xy", "%w", "xy")
	var said []string
	for _, dir := range []string{"../../normalize/lexicon", "../../extract/sites", "../identity"} {
		said = append(said, quoted(t, dir, regexp.MustCompile(`Errorf\(("(?:[^"\\]|\\.)*")`))...)
	}
	said = append(said, quoted(t, "../../extract/sites", regexp.MustCompile(`\.fault\(\w+, (?:"[\w.]*"|[\w.()]+|fmt\.Sprintf\([^)]*\)), ("(?:[^"\\]|\\.)*")`))...)
	for _, format := range said {
		line := "mine/a.toml: " + sample.Replace(format)
		if got := w.Fault(line); got == line && !others.MatchString(format) {
			t.Errorf("%q has no words in Vietnamese", format)
		}
	}
	for _, key := range w.Keys() {
		format, is := strings.CutPrefix(key, "check.")
		if is && !slices.ContainsFunc(said, func(s string) bool { return strings.HasSuffix(s, format) }) {
			t.Errorf("boctin check never says %q", format)
		}
	}
}

// quoted are the first groups of an expression in the sources of a package, unquoted.
func quoted(t *testing.T, dir string, call *regexp.Regexp) (texts []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatal(dir, err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil || strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, m := range call.FindAllStringSubmatch(string(raw), -1) {
			text, err := strconv.Unquote(m[1])
			if err != nil {
				t.Fatal(file, m[1], err)
			}
			texts = append(texts, text)
		}
	}
	return texts
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
