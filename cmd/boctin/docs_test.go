package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/boctin/boctin/normalize/lexicon"
)

// papers are what a newcomer reads.
func papers(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "..", "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, name := range append(names, filepath.Join("..", "..", "README.md"), filepath.Join("..", "..", "CONTRIBUTING.md")) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(name)] = string(text)
	}
	return all
}

// code is what a paper has a reader type: fenced lines, or words between two marks.
var code = regexp.MustCompile("(?ms)^```.*?^```|`[^`\n]+`")

var comment = regexp.MustCompile(`(?m)\s#\s.*$`)

// typed is a command of ours in it.
var typed = regexp.MustCompile("(?m)(?:^|[ `])(?:bin/)?boctin ([a-z]+)((?: +(?:\"[^\"\n]*\"|'[^'\n]*'|[^\\s\"'`|>#&;]+))*)")

// TestCommandsOfThePapers holds that every command in the papers and in the examples of the help
// names a verb that there is, with flags that it has.
func TestCommandsOfThePapers(t *testing.T) {
	all := papers(t)
	for name, text := range all {
		all[name] = comment.ReplaceAllString(strings.Join(code.FindAllString(text, -1), "\n"), "")
	}
	for _, verb := range verbs {
		cmd := verb(&app{})
		all[cmd.Name()+" --help"] = cmd.Example
	}
	seen := 0
	for name, text := range all {
		for _, m := range typed.FindAllStringSubmatch(text, -1) {
			seen++
			if err := takes(m[1], strings.Fields(m[2])); err != "" {
				t.Errorf("%s: %s: %s", name, strings.TrimSpace(m[0]), err)
			}
		}
	}
	if seen < 100 {
		t.Errorf("%d commands", seen)
	}
}

// takes tells what a verb cannot take of some words; "" if nothing.
func takes(verb string, words []string) string {
	for _, make := range verbs {
		cmd := make(&app{})
		if cmd.Name() != verb {
			continue
		}
		for _, w := range words {
			flag, _, _ := strings.Cut(w, "=")
			long, isLong := strings.CutPrefix(flag, "--")
			switch {
			case isLong && long != "help" && cmd.Flags().Lookup(long) == nil:
				return "no flag " + flag
			case !isLong && len(flag) == 2 && flag[0] == '-' && flag != "-h" && cmd.Flags().ShorthandLookup(flag[1:]) == nil:
				return "no flag " + flag
			}
		}
		return ""
	}
	return "no verb " + verb
}

// TestWordsOfThePapers holds that the files which a paper has a reader write are taken.
func TestWordsOfThePapers(t *testing.T) {
	written := regexp.MustCompile(`(?ms)^cat > \w+/(lexicon/[\w.]+) <<'TOML'\n(.*?)^TOML$`)
	seen := 0
	for name, text := range papers(t) {
		for _, m := range written.FindAllStringSubmatch(text, -1) {
			seen++
			file := strings.TrimPrefix(m[1], "lexicon/")
			if _, err := lexicon.Load(fstest.MapFS{file: {Data: []byte(m[2])}}); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if seen == 0 {
		t.Error("no paper has a file to write")
	}
}
