package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
)

func searchVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var limit int
	cmd := &cobra.Command{
		Use:   "search --corpus DIR QUERY",
		Short: "Find the articles of a corpus that hold some words",
		Long: `Find articles that hold the words one after the other or, where too few do, all
of them; the last published come first. Words typed without marks find those
with marks: dai ta finds đại tá.`,
		Example: `  boctin search --corpus news dai ta
  boctin search --corpus news "Công an tỉnh Nghệ An" --limit 5
  boctin search --corpus news ma tuy --json`,
		RunE: func(cmd *cobra.Command, words []string) error {
			if len(words) == 0 || limit < 1 {
				return misused("boctin search needs words to look for, and --limit at least 1: boctin search --corpus DIR dai ta")
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				hits, err := c.Search(ctx, strings.Join(words, " "), limit)
				if err == nil && len(hits) == 0 {
					a.talk.say("no article holds these words")
				}
				for _, h := range hits {
					if err := q.hit(h); err != nil {
						return err
					}
				}
				return err
			})
		},
	}
	q.flags(cmd)
	cmd.Flags().IntVar(&limit, "limit", 20, "print `N` articles at most")
	return cmd
}

func (q *asking) hit(h corpus.Hit) error {
	if q.json {
		return q.line(h)
	}
	_, err := fmt.Fprintf(q.out, "%s  %s\n    %s\n    %s\n", dated(h.Published), h.Title, h.Snippet, h.URL)
	return err
}

// dated gives the day of a time, or a dash where it is not known.
func dated(t string) string {
	if t == "" {
		return "-         "
	}
	return t[:min(len(t), len("2025-08-17"))]
}
