package articles

import (
	"context"
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/pipeline"
)

// Tried is an article that other words, rules or labels would read otherwise.
type Tried struct {
	*Article
	Differences []Difference
}

// Try reads articles with two readers, and tells take of each article what the second
// finds otherwise; nothing is stored. It stops where take gives an error.
func (c *Articles) Try(ctx context.Context, rows []int64, before, after pipeline.Stage, take func(Tried) error) error {
	for part := range slices.Chunk(rows, tryBatch) {
		all, err := c.ByRow(ctx, part)
		if err != nil {
			return err
		}
		for _, a := range all {
			if err := ctx.Err(); err != nil {
				return err
			}
			t, err := a.try(before, after)
			if err == nil {
				err = take(t)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// tryBatch is how many articles are held at a time: take is told after each.
const tryBatch = 20

func (a *Article) try(before, after pipeline.Stage) (Tried, error) {
	line, err := (&boctin.Record{Article: *a.printed}).AppendJSON(nil)
	if err != nil {
		return Tried{}, err
	}
	was, err := before(&boctin.Page{URL: a.URL, Body: line})
	if err != nil {
		return Tried{}, err
	}
	is, err := after(&boctin.Page{URL: a.URL, Body: line})
	return Tried{a, Differences(&was, &is)}, err
}
