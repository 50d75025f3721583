package event_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/event"
	"github.com/boctin/boctin/normalize/lexicon"
)

type corpusCase struct {
	Doc, Title, Text string
	Rule, Against    string
	Want             []string
}

func readCorpus(t testing.TB) []corpusCase {
	t.Helper()
	var file struct {
		Case []corpusCase `toml:"case"`
	}
	meta, err := toml.DecodeFile("corpus.toml", &file)
	if err != nil {
		t.Fatal(err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		t.Fatalf("corpus.toml: unknown keys %v", extra)
	}
	return file.Case
}

// told gives the events of a case as it writes them; wanted says which of the
// particulars it asks for.
func (h *house) told(c *corpusCase) []string {
	in := h.input(c)
	var out []string
	for i, e := range h.Find(in, true) {
		line := fmt.Sprintf("%s | %s | %s | %s", e.Kind, e.Date, e.Place, people(&in, &e))
		if i < len(c.Want) {
			line += particulars(&e, c.Want[i])
		} else if e.Status != boctin.Done {
			line += " | status=" + string(e.Status)
		}
		out = append(out, line)
	}
	return out
}

func people(in *event.Input, e *boctin.Event) string {
	var list []string
	for _, r := range e.Roles {
		for i := range in.Officials {
			if in.Officials[i].ID == r.ID {
				list = append(list, in.Officials[i].Name+" "+r.Role)
			}
		}
	}
	return strings.Join(list, ", ")
}

// particulars gives those that the wanted line has, and the status unless it is done.
func particulars(e *boctin.Event, want string) (out string) {
	slices.Sort(e.Agencies)
	all := map[string]string{"agencies": strings.Join(e.Agencies, ", "), "rank": e.Rank, "from-rank": e.FromRank, "measure": e.Measure, "name": e.Name, "status": string(e.Status)}
	for key, p := range map[string]*boctin.Post{"post": e.Post, "from-post": e.FromPost} {
		if p != nil {
			all[key] = p.Title + ", " + p.Agency
		}
	}
	asked := strings.Split(want, " | ")
	for _, x := range asked[min(4, len(asked)):] {
		key, _, _ := strings.Cut(x, "=")
		out += " | " + key + "=" + all[key]
	}
	if e.Status != boctin.Done && !strings.Contains(out, "status=") {
		out += " | status=" + string(e.Status)
	}
	return out
}

func (c *corpusCase) holds(h *house) bool { return slices.Equal(h.told(c), c.Want) }

func TestCorpus(t *testing.T) {
	h := newHouse(t)
	cases := readCorpus(t)
	negative := 0
	for i := range cases {
		c := &cases[i]
		if len(c.Want) == 0 {
			negative++
		}
		if got := h.told(c); !slices.Equal(got, c.Want) {
			t.Errorf("%s || %s\n got %q\nwant %q", c.Title, c.Text, got, c.Want)
		}
	}
	if len(cases) < 400 || negative < 150 {
		t.Errorf("%d cases, %d of them negative", len(cases), negative)
	}
}

// TestEveryRowHasItsCases refuses a rule or guard without a witness, a case that
// names it and fails without it, and without a counter-witness, one that looks alike.
func TestEveryRowHasItsCases(t *testing.T) {
	h := newHouse(t)
	cases := readCorpus(t)
	named := map[string]bool{}
	for _, row := range event.RowNames(h.Finder) {
		named[row] = true
		without := h.without(row)
		witness, counter := false, false
		for i := range cases {
			c := &cases[i]
			counter = counter || c.Against == row
			if c.Rule == row {
				witness = witness || !c.holds(without)
			}
		}
		if !witness {
			t.Errorf("%s: no case of corpus.toml names it and fails without it", row)
		}
		if !counter {
			t.Errorf("%s: no case of corpus.toml is against it", row)
		}
	}
	for _, c := range cases {
		if c.Rule != "" && !named[c.Rule] || c.Against != "" && !named[c.Against] {
			t.Errorf("%s: no row is named %s%s", c.Text, c.Rule, c.Against)
		}
	}
}

// TestEveryClauseListIsKnown holds the names of the lists against the classes.
func TestEveryClauseListIsKnown(t *testing.T) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name := range lex.Events.Clause {
		if !event.ListHasClass(name) {
			t.Errorf("events.toml: clause.%s has no class", name)
		}
	}
}
