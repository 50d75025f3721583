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
	files, err := filepath.Glob("../../normalize/lexicon/*.toml")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, err := Format(string(data), func(table string) []string { return lexicon.Keys(filepath.Base(file), table) })
		if err != nil {
			t.Errorf("%s: %v", file, err)
		} else if text != string(data) {
			t.Errorf("%s is not in the one form: boctin check --write normalize", file)
		}
		for i, line := range strings.Split(text, "\n") {
			if utf8.RuneCountInString(line) > 160 {
				t.Errorf("%s:%d: over 160 code points: write less in one entry", file, i+1)
			}
		}
	}
}
