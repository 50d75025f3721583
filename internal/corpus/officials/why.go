package officials

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// Appearing is an appearance as it is shown for a reason.
type Appearing struct {
	URL       string           `json:"url"`
	Published string           `json:"published,omitempty"`
	Name      string           `json:"name"`
	Posts     []persons.Office `json:"posts,omitempty"`
}

// Why is what makes one person of his appearances, and what keeps others apart.
type Why struct {
	ID    string  `json:"id"`
	Name  string  `json:"name"`
	Joins []Joint `json:"joins,omitempty"` // in the order made
	Apart []Split `json:"apart,omitempty"` // the nearest first
}

// Joint is two groups of appearances that were taken for one person, each shown by
// one of its appearances.
type Joint struct {
	Weight  float64           `json:"weight"`
	A       Appearing         `json:"a"`
	B       Appearing         `json:"b"`
	Reasons []identity.Reason `json:"reasons"`
}

// Split is a person of a like name who was kept apart.
type Split struct {
	ID      string            `json:"id"`
	Name    string            `json:"name"`
	Weight  float64           `json:"weight"`
	Reasons []identity.Reason `json:"reasons"`
}

// Doubt is a join or split that was decided by little.
type Doubt struct {
	Kind    string            `json:"kind"` // joined or apart
	Weight  float64           `json:"weight"`
	AID     string            `json:"a_id"`
	A       Appearing         `json:"a"`
	BID     string            `json:"b_id"`
	B       Appearing         `json:"b"`
	Reasons []identity.Reason `json:"reasons"`
}

// mostApart is how many namesakes Why shows of each person.
const mostApart = 10

// Why settles the blocks anew of those who bear a name, or have an id, and tells the
// evidence.
func (c *Officials) Why(ctx context.Context, name string) (all []Why, err error) {
	err = c.db.Reading(ctx, func(tx *store.Tx) error {
		ids, err := c.names.Officials(ctx, tx, name)
		if err != nil {
			return err
		}
		w := c.persons.In(tx)
		blocks, err := tx.IDs(`SELECT DISTINCT `+persons.BlockOf+` FROM appearance_rows x JOIN officials o ON o.n = x.official WHERE o.n IN `+persons.Numbered+` ORDER BY 1`, column.List(ids))
		if err != nil {
			return err
		}
		for _, block := range blocks {
			found, err := why(w, block, ids)
			if err != nil {
				return err
			}
			all = append(all, found...)
		}
		return nil
	})
	return all, err
}

// why tells of those of a block that have one of the ids.
func why(w *persons.Blocks, block int64, ids []string) ([]Why, error) {
	list, people, err := w.Settled(block)
	if err != nil {
		return nil, err
	}
	var all []Why
	apart := w.Who.KeptApart(people, math.Inf(1))
	for i := range people {
		p := &people[i]
		if !slices.Contains(ids, p.ID) {
			continue
		}
		y := Why{ID: p.ID, Name: p.Name}
		for _, j := range p.Joins {
			y.Joins = append(y.Joins, Joint{j.Weight, appearing(list[j.A]), appearing(list[j.B]), j.Reasons})
		}
		for _, x := range apart {
			if (x.A == i || x.B == i) && len(y.Apart) < mostApart {
				other := &people[x.A+x.B-i]
				y.Apart = append(y.Apart, Split{other.ID, other.Name, x.Weight, x.Reasons})
			}
		}
		all = append(all, y)
	}
	return all, nil
}

func appearing(a *identity.Appearance) Appearing {
	x := Appearing{URL: a.Article, Published: a.Published, Name: a.Name}
	for _, p := range a.Posts {
		x.Posts = append(x.Posts, persons.Office{Title: p.Title, Agency: p.Agency, AgencyName: p.AgencyName, Former: p.Former, Acting: p.Acting})
	}
	return x
}

// Doubts gives the joins and splits of the corpus that were decided by least.
func (c *Officials) Doubts(ctx context.Context, most int) (all []Doubt, err error) {
	err = c.db.Reading(ctx, func(tx *store.Tx) error {
		w := c.persons.In(tx)
		blocks, err := tx.IDs(`SELECT block FROM blocks WHERE number > 1 ORDER BY block`)
		if err != nil {
			return err
		}
		for _, block := range blocks {
			if err := ctx.Err(); err != nil {
				return err
			}
			found, err := doubts(w, block)
			if err != nil {
				return err
			}
			all = append(all, found...)
			if len(all) > 4*most {
				all = leastCertain(all, most)
			}
		}
		return nil
	})
	return leastCertain(all, most), err
}

func leastCertain(all []Doubt, most int) []Doubt {
	slices.SortStableFunc(all, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(identity.Doubt(a.Weight), identity.Doubt(b.Weight)), strings.Compare(a.AID, b.AID))
	})
	return all[:min(most, len(all))]
}

func doubts(w *persons.Blocks, block int64) ([]Doubt, error) {
	list, people, err := w.Settled(block)
	if err != nil {
		return nil, err
	}
	var all []Doubt
	for i := range people {
		for _, j := range people[i].Joins {
			if identity.Doubt(j.Weight) < identity.Doubtful {
				all = append(all, Doubt{"joined", j.Weight, people[i].ID, appearing(list[j.A]), people[i].ID, appearing(list[j.B]), j.Reasons})
			}
		}
	}
	for _, x := range w.Who.KeptApart(people, identity.Doubtful) {
		a, b := &people[x.A], &people[x.B]
		all = append(all, Doubt{"apart", x.Weight, a.ID, appearing(list[a.Members[0]]), b.ID, appearing(list[b.Members[0]]), x.Reasons})
	}
	return all, nil
}
