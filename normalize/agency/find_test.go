package agency

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

type corpusCase struct {
	Title string   `toml:"title"`
	Text  string   `toml:"text"`
	Want  []string `toml:"want"` // country and name, in order of mention
}

// newFinder is built from the embedded lexicon.
func newFinder(t testing.TB) (*Finder, *reading.Words) {
	t.Helper()
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	words := reading.New(lex)
	return New(words), words
}

func readCorpus(t testing.TB) []corpusCase {
	t.Helper()
	var in struct {
		Case []corpusCase `toml:"case"`
	}
	data, err := os.ReadFile("corpus.toml")
	if err != nil {
		t.Fatal(err)
	}
	meta, err := toml.Decode(string(data), &in)
	if err != nil {
		t.Fatal(err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		t.Fatalf("corpus.toml: unknown keys %v", extra)
	}
	return in.Case
}

func find(f *Finder, v *reading.Words, title, body string) ([]*finding.Body, []boctin.Issue) {
	return f.Find([]*reading.Text{v.Read("title", title), v.Read("body", body)}, true)
}

func named(found []*finding.Body) []string {
	var out []string
	for _, a := range found {
		out = append(out, a.Country+" "+a.Name)
	}
	return out
}

func TestCorpus(t *testing.T) {
	f, v := newFinder(t)
	cases := readCorpus(t)
	negative := 0
	for _, c := range cases {
		found, _ := find(f, v, c.Title, c.Text)
		got, want := named(found), slices.Clone(c.Want)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q\n got %s\nwant %s", c.Text, strings.Join(got, "; "), strings.Join(want, "; "))
		}
		if len(c.Want) == 0 {
			negative++
		}
	}
	if len(cases) < 300 || negative*4 < len(cases) {
		t.Errorf("%d cases, %d of them negative: want 300 and a quarter", len(cases), negative)
	}
}
