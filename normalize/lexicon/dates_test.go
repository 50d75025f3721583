package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestDatesFaults(t *testing.T) {
	for text, want := range map[string]string{
		"[[word]]\nrole = \"dag\"\nwords = [\"ngày\"]":                        `dates.toml: word[0].role: "dag" is not known`,
		"[[word]]\nrole = \"day\"\nwords = []":                                "dates.toml: word[0].words: is empty",
		"[[feast]]\nname = \"X\"\nwords = [\"x\"]":                            `dates.toml: feast[0] "X": write either date`,
		"[[feast]]\nname = \"X\"\ndate = \"13-40\"\nwords = [\"x\"]":          `dates.toml: feast[0] "X": "13-40" is no day of the year`,
		"[[feast]]\nname = \"X\"\nlunar = \"1/1\"\nwords = [\"\"]":            `dates.toml: feast[0] "X": words: is empty or holds an empty phrase`,
		"[[feast]]\nname = \"Mây\"\nremove = true":                            `feast[0] "Mây": remove: there is no feast`,
		"[[feast]]\nname = \"X\"\ndate = \"00-10\"\nwords = [\"x\"]":          `"00-10" is no day of the year`,
		"[[feast]]\nname = \"X\"\ndate = \"13-10\"\nwords = [\"x\"]":          `"13-10" is no day of the year`,
		"[[feast]]\nname = \"X\"\nlunar = \"0/3\"\nwords = [\"x\"]":           `"0/3" is no day of the year`,
		"[[feast]]\nname = \"X\"\nlunar = \"32/3\"\nwords = [\"x\"]":          `"32/3" is no day of the year`,
		"[[feast]]\nname = \"X\"\nlunar = \"rằm\"\nwords = [\"x\"]":           `"rằm" is no day of the year`,
		"[[feast]]\nwords = [\"x\"]\ndate = \"01-01\"":                        "name is missing",
		"[[feast]]\nname = \"X\"\nday = 3\ndate = \"01-01\"\nwords = [\"x\"]": "unknown key",
	} {
		_, err := Load(fstest.MapFS{"dates.toml": {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestDatesOverlay(t *testing.T) {
	l, err := Load(fstest.MapFS{"dates.toml": {Data: []byte("[[feast]]\nname = \"Quốc khánh\"\ndate = \"07-14\"\nwords = [\"quốc khánh pháp\"]\n[[word]]\nrole = \"hom\"\nwords = [\"bửa\"]")}})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range l.Dates.Feasts {
		if f.Name == "Quốc khánh" {
			n++
			if f.Date != "07-14" {
				t.Errorf("the feast keeps %s", f.Date)
			}
		}
	}
	last := l.Dates.Words[len(l.Dates.Words)-1]
	if n != 1 || last.Role != "hom" {
		t.Errorf("%d feasts of the name, last word %+v", n, last)
	}
}

func TestDatesUseEveryRole(t *testing.T) {
	l, err := Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, w := range l.Dates.Words {
		used[w.Role] = true
	}
	for _, role := range DateRoles() {
		if !used[role] {
			t.Errorf("role %q has no words", role)
		}
	}
}
