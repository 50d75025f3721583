package tomlform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/lexicon"
)

// TestBuiltInWords holds the lexicon to the one form: boctin check --write normalize.
func TestBuiltInWords(t *testing.T) {
	inForm(t, 30, "../../normalize/lexicon/*.toml", func(file string) Order {
		return func(table string) []string { return lexicon.Keys(filepath.Base(file), table) }
	})
}

// TestBuiltInSites holds the sites and what is common to all pages to it: boctin check --write extract.
func TestBuiltInSites(t *testing.T) {
	keys := func(string) Order { return nil }
	inForm(t, 50, "../../extract/sites/*.toml", keys)
	inForm(t, 5, "../../extract/sites/families/*.toml", keys)
}

// inForm holds so many files at least to the form, with the order of the keys of each.
func inForm(t *testing.T, least int, glob string, order func(file string) Order) {
	t.Helper()
	files, err := filepath.Glob(glob)
	if err != nil || len(files) < least {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, err := Format(string(data), order(file))
		if err != nil {
			t.Errorf("%s: %v", file, err)
		} else if text != string(data) {
			t.Errorf("%s is not in the one form: boctin check --write on its directory", file)
		}
		for i, line := range strings.Split(text, "\n") {
			if utf8.RuneCountInString(line) > 160 {
				t.Errorf("%s:%d: over 160 code points: write less in one entry", file, i+1)
			}
		}
	}
}
