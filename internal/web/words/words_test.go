package words

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func load(t *testing.T, lang string) *Words {
	t.Helper()
	w, err := Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var filled = regexp.MustCompile(`%[sd]`)

// ownEnglish are the groups whose keys stand for themselves in English: what the program
// says elsewhere too.
var ownEnglish = []string{"reason", "issue", "evidence", "check"}

// TestLanguages holds that all languages say the same: the same keys, filled in with
// the same values, in NFC.
func TestLanguages(t *testing.T) {
	first := load(t, Languages[0])
	for _, lang := range Languages[1:] {
		w := load(t, lang)
		for _, key := range slices.Concat(first.Keys(), w.Keys()) {
			if group, _, _ := strings.Cut(key, "."); slices.Contains(ownEnglish, group) {
				continue
			}
			if !first.Has(key) || !w.Has(key) {
				t.Errorf("%s is not in both languages", key)
			}
			a, b := filled.FindAllString(first.Say(key), -1), filled.FindAllString(w.Say(key), -1)
			if !slices.Equal(a, b) {
				t.Errorf("%s takes %v in %s and %v in %s", key, a, first.Lang, b, lang)
			}
			for _, text := range []string{first.Say(key), w.Say(key)} {
				if !norm.NFC.IsNormalString(text) || strings.TrimSpace(text) != text {
					t.Errorf("%s: %q is not NFC without white space around it", key, text)
				}
			}
		}
	}
	if len(first.Keys()) < 100 {
		t.Errorf("only %d keys", len(first.Keys()))
	}
}

func TestSay(t *testing.T) {
	w := load(t, "en")
	for got, want := range map[string]string{
		w.Say("page.version", 2):      "version 2",
		w.Say("no.such"):              "no.such",
		w.Of("event", "meeting"):      "meeting",
		w.Of("event", "no such kind"): "no such kind",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if _, err := Load("fr"); err == nil {
		t.Error("there are words in French")
	}
}
