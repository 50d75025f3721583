package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/figures"
)

func statsVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	cmd := &cobra.Command{
		Use:     "stats --corpus DIR",
		Short:   "Count what a corpus holds",
		Example: `  boctin stats --corpus news`,
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				figures, err := c.Figures.Stats(ctx)
				for _, f := range figures {
					if err := q.figure(f); err != nil {
						return err
					}
				}
				return err
			})
		},
	}
	q.flags(cmd)
	return cmd
}

func (q *asking) figure(f figures.Figure) error {
	if q.json {
		return q.line(f)
	}
	if f.Note != "" {
		f.Note = ", " + f.Note
	}
	_, err := fmt.Fprintf(q.out, "%9d %s%s\n", f.Count, f.What, f.Note)
	return err
}
