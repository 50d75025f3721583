package agency

import (
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/internal/cases"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

type corpusCase struct {
	Title string   `toml:"title"`
	Text  string   `toml:"text"`
	Host  string   `toml:"host"` // of the page
	Want  []string `toml:"want"` // country and name, in order of mention

	Rule    string `toml:"rule"`     // the rows without which the case fails, with blanks between
	NotRule string `toml:"not_rule"` // the rows that must not hold, though they nearly do

	// Of the agencies of want, as far as a case says.
	Mentions []string `toml:"mentions"` // as written, with | between
	Kinds    []string `toml:"kinds"`
	Parents  []string `toml:"parents"` // ids, - for none
	IDs      []string `toml:"ids"`
}

// faults says what a case has otherwise than wanted, "" for nothing.
func (c *corpusCase) faults(found []*finding.Body) string {
	got, want := named(found), slices.Clone(c.Want)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		return "got " + strings.Join(got, "; ") + "\nwant " + strings.Join(want, "; ")
	}
	for i, name := range c.Want {
		b := found[slices.IndexFunc(found, func(b *finding.Body) bool { return b.Country+" "+b.Name == name })]
		for what, pair := range map[string][2]string{
			"mentions": {at(c.Mentions, i), c.written(b)}, "kind": {at(c.Kinds, i), b.Kind}, "parent": {at(c.Parents, i), b.Parent}, "id": {at(c.IDs, i), b.ID},
		} {
			if pair[0] != "" && strings.Trim(pair[0], "-") != pair[1] {
				return name + ": " + what + " " + pair[1] + ", want " + pair[0]
			}
		}
	}
	return ""
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// written gives the mentions of a body.
func (c *corpusCase) written(b *finding.Body) string {
	texts := []*viet.Text{viet.Tokens(c.Title), viet.Tokens(c.Text)}
	var out []string
	for _, m := range b.Mentions {
		out = append(out, texts[m.Text].Slice(m.From, m.To))
	}
	return strings.Join(out, "|")
}

// newFinder is built from the embedded lexicon.
func newFinder(t testing.TB) (*Finder, *reading.Words) {
	t.Helper()
	words := reading.New(cases.Lexicon(t))
	return New(words), words
}

func readCorpus(t testing.TB) []corpusCase { return cases.Read[corpusCase](t) }

// find is what a finder makes of a case.
func (c *corpusCase) find(f *Finder, v *reading.Words) []*finding.Body {
	found, _ := f.Find(&reading.Reading{Texts: []*reading.Text{v.Read("title", c.Title), v.Read("body", c.Text)}, Host: c.Host}, true)
	return found
}

func find(f *Finder, v *reading.Words, title, body string) ([]*finding.Body, []boctin.Issue) {
	return f.Find(&reading.Reading{Texts: []*reading.Text{v.Read("title", title), v.Read("body", body)}}, true)
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
		found := c.find(f, v)
		if fault := c.faults(found); fault != "" {
			t.Errorf("%q\n%s", c.Text, fault)
		}
		if len(c.Want) == 0 {
			negative++
		}
	}
	if len(cases) < 300 || negative*4 < len(cases) {
		t.Errorf("%d cases, %d of them negative: want 300 and a quarter", len(cases), negative)
	}
}
