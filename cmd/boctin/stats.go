package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

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
	if f.Count == 1 {
		f.What = ofOne(f.What)
	}
	_, err := fmt.Fprintf(q.out, "%9d %s%s\n", f.Count, f.What, f.Note)
	return err
}

// ofOne writes what is counted of a single one: older version, story that more than one article prints.
func ofOne(what string) string {
	words := strings.Split(what, " ")
	i := slices.IndexFunc(words, func(w string) bool { return strings.HasSuffix(w, "s") })
	if i >= 0 {
		word := strings.TrimSuffix(words[i], "s")
		if stem, ok := strings.CutSuffix(word, "ie"); ok {
			word = stem + "y"
		}
		words[i] = word
	}
	return strings.Join(words, " ")
}
