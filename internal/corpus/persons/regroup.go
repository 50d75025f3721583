package persons

import (
	"context"
	"slices"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/identity"
)

// Regrouping is persons who would be others by another resolver.
type Regrouping struct {
	Before  []string `json:"before"` // ids of persons, as they are
	After   []string `json:"after"`  // ids of the persons that they would be
	Moved   int      `json:"moved"`  // appearances that would be another person's
	Example string   `json:"example,omitempty"`
}

// Regroup tells which persons of the blocks of some ids would be others if with told who
// is who; nothing is stored.
func (p *Persons) Regroup(ctx context.Context, ids []string, with *identity.Resolver) (out Regrouping, err error) {
	err = p.db.Reading(ctx, func(tx *store.Tx) error {
		w := p.In(tx)
		blocks, err := w.tx.IDs(`SELECT DISTINCT `+BlockOf+` FROM appearance_rows x JOIN officials o ON o.n = x.official WHERE o.n IN `+Numbered+` ORDER BY 1`, column.List(ids))
		if err != nil {
			return err
		}
		var all []*Seen
		for _, block := range blocks {
			part, err := w.appearances(block)
			if err != nil {
				return err
			}
			all = append(all, part...)
		}
		if err := w.identify(all); err != nil {
			return err
		}
		out = regrouped(all, with)
		return nil
	})
	return out, err
}

// identify gives appearances the ids of their officials.
func (w *Blocks) identify(all []*Seen) error {
	ids := map[int64]string{}
	for _, s := range all {
		if ids[s.Official] == "" {
			var id string
			if err := w.tx.Row(`SELECT id FROM officials WHERE n = ?`, s.Official).Scan(&id); err != nil {
				return err
			}
			ids[s.Official] = id
		}
		s.bearer = ids[s.Official]
	}
	return nil
}

// regrouped settles appearances, block by block of another resolver, and compares.
func regrouped(all []*Seen, with *identity.Resolver) (out Regrouping) {
	blocks := map[string][]*Seen{}
	var order []string
	for _, s := range all {
		block := with.Block(&s.Appearance)
		if blocks[block] == nil {
			order = append(order, block)
		}
		blocks[block] = append(blocks[block], s)
	}
	for _, block := range order {
		members := blocks[block]
		list := make([]*identity.Appearance, len(members))
		for i, s := range members {
			list[i] = &s.Appearance
		}
		for _, p := range with.Settle(list) {
			out.compare(&p, members)
		}
	}
	slices.Sort(out.Before)
	slices.Sort(out.After)
	out.Before, out.After = slices.Compact(out.Before), slices.Compact(out.After)
	return out
}

func (r *Regrouping) compare(p *identity.Person, members []*Seen) {
	for _, i := range p.Members {
		if members[i].bearer == p.ID {
			continue
		}
		r.Moved++
		r.Before, r.After = append(r.Before, members[i].bearer), append(r.After, p.ID)
		if r.Example == "" {
			r.Example = members[i].Article
		}
	}
}
