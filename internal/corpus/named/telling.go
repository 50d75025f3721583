package named

import (
	"context"

	"github.com/boctin/boctin/internal/corpus/persons"
)

// Telling picks the appearances in the articles that pass a filter.
func (c *Names) Telling(ctx context.Context, f *Filter) (t persons.Telling, err error) {
	if f.None() {
		return t, nil
	}
	w, err := c.Condition(ctx, c.db, f)
	if err != nil {
		return t, err
	}
	t.Text, t.Args = w.Each("")
	t.Text = ` AND ` + t.Text
	return t, nil
}
