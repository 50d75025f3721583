package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
)

func newVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var since string
	var first bool
	cmd := &cobra.Command{
		Use:   "new --corpus DIR --since DATE",
		Short: "List the articles that were stored, or stored anew, since a day",
		Long: `List the articles that came into the corpus since the beginning of a day, local
time, whenever they were published; one that changed since then is marked. With
--no-duplicates, those are left out that print the text of an earlier one.`,
		Example: `  boctin new --corpus news --since 2025-08-17
  boctin new --corpus news --since 2025-08-17 --no-duplicates --json`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			day, err := time.ParseInLocation(time.DateOnly, since, time.Local)
			if err != nil {
				return misused("--since %q is no day: write it as 2025-08-17", since)
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				ask := c.Since
				if first {
					ask = c.SinceFirst
				}
				pieces, err := ask(ctx, day.UTC().Format(storedTime))
				if err == nil && len(pieces) == 0 {
					a.talk.say("nothing was stored since %s", since)
				}
				for _, p := range pieces {
					if err := q.piece(p); err != nil {
						return err
					}
				}
				return err
			})
		},
	}
	q.flags(cmd)
	cmd.Flags().StringVar(&since, "since", "", "the first day, `YYYY-MM-DD`")
	cmd.Flags().BoolVar(&first, "no-duplicates", false, "of articles that print one text, only the earliest")
	return cmd
}

// storedTime is how the time is written at which an article was stored.
const storedTime = "2006-01-02T15:04:05.000Z"

func (q *asking) piece(p corpus.Piece) error {
	if q.json {
		return q.line(p)
	}
	changed := ""
	if p.Version > 1 {
		changed = fmt.Sprintf(" (version %d)", p.Version)
	}
	_, err := fmt.Fprintf(q.out, "%s  %s%s\n    %s\n", dated(p.Published), p.Title, changed, p.URL)
	return err
}
