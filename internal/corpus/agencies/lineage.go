package agencies

import (
	"context"
	"database/sql"

	"github.com/boctin/boctin/internal/identity"
)

// Lineage is which bodies one took the place of, and which took its own.
type Lineage struct {
	SucceededBy *identity.Successor  `json:"succeeded_by,omitempty"`
	Succeeds    []identity.Successor `json:"succeeds,omitempty"` // of this corpus, with the day on which it took their place
}

// lineages tells the lineage of some bodies. A successor whose name is made of the old
// one is told only where the corpus knows it.
func (c *Agencies) lineages(ctx context.Context, bodies []Body) error {
	r := c.resolvers.Successors()
	known, succeeds := map[string]bool{}, map[string][]identity.Successor{}
	err := c.db.Each(ctx, `SELECT id, name FROM agencies WHERE id <> '' ORDER BY id`, nil, func(rows *sql.Rows) error {
		var id, name string
		if err := rows.Scan(&id, &name); err != nil {
			return err
		}
		known[id] = true
		if next, found := r.Successor(id, name); found {
			succeeds[next.ID] = append(succeeds[next.ID], identity.Successor{ID: id, Name: name, On: next.On})
		}
		return nil
	})
	for i := range bodies {
		b := &bodies[i]
		b.Succeeds = succeeds[b.ID]
		if next, found := r.Successor(b.ID, b.Name); found && (!next.Made || known[next.ID]) {
			b.SucceededBy = &next
		}
	}
	return err
}
