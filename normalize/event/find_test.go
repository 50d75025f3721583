package event_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/event"
	"github.com/boctin/boctin/normalize/internal/cases"
)

type corpusCase struct {
	Doc, Title, Text string
	Rule, Against    string
	Want             []string
}

func readCorpus(t testing.TB) []corpusCase { return cases.Read[corpusCase](t) }

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

// TestEveryRowHasItsCases holds that every rule and guard has a witness, a case that
// names it and fails without it, and a counter-witness, one that looks alike.
func TestEveryRowHasItsCases(t *testing.T) {
	h := newHouse(t)
	all := readCorpus(t)
	wrong := map[string]bool{}
	for i := range all {
		wrong[all[i].Title+all[i].Text] = !all[i].holds(h)
	}
	cases.Rules[corpusCase]{
		Names: event.RowNames(h.Finder), Text: func(c *corpusCase) string { return c.Text },
		Witness: func(c *corpusCase) []string { return strings.Fields(c.Rule) },
		Counter: func(c *corpusCase) []string { return strings.Fields(c.Against) },
		Fails:   func(c *corpusCase, without string) bool { return !c.holds(h.without(without)) },
		Holds:   func(c *corpusCase, _ string) bool { return wrong[c.Title+c.Text] },
		Some:    true,
	}.Check(t, all)
}

// TestEveryClauseListIsKnown holds the names of the lists against the classes.
func TestEveryClauseListIsKnown(t *testing.T) {
	lex := cases.Lexicon(t)
	for name := range lex.Events.Clause {
		if name != event.Hanging && !event.ListHasClass(name) {
			t.Errorf("events.toml: clause.%s has no class", name)
		}
	}
}
