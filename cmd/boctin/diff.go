package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/pipeline"
)

func diffVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	cmd := &cobra.Command{
		Use:   "diff --corpus DIR",
		Short: "What the last renormalize changed in the findings",
		Long: `List the findings that the last boctin renormalize added (+), removed (-) or
changed (~), article by article, so that a change of the lexicon can be reviewed
like one of code.`,
		Example: `  boctin diff --corpus news
  boctin diff --corpus news --json`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				n, last := 0, ""
				ran, err := c.Articles.Changes(ctx, func(x articles.Change) error {
					n++
					head := x.URL != last
					last = x.URL
					return q.change(x, head)
				})
				switch {
				case err != nil:
					return err
				case !ran:
					a.talk.say("nothing was renormalized yet: boctin renormalize --corpus %s --data DIR", q.dir)
				default:
					a.talk.note("%s", pipeline.Count(uint64(n), "difference"))
				}
				return nil
			})
		},
	}
	q.flags(cmd)
	return cmd
}

// change prints one difference, below its article.
func (q *asking) change(x articles.Change, head bool) error {
	if q.json {
		return q.line(x)
	}
	if head {
		if _, err := fmt.Fprintf(q.out, "%s  %s\n    %s\n", dated(x.Published), x.Title, x.URL); err != nil {
			return err
		}
	}
	var err error
	switch x.What {
	case "added":
		_, err = fmt.Fprintf(q.out, "  + %s %s: %s\n", x.Kind, x.Key, x.After)
	case "removed":
		_, err = fmt.Fprintf(q.out, "  - %s %s: %s\n", x.Kind, x.Key, x.Before)
	default:
		_, err = fmt.Fprintf(q.out, "  ~ %s %s: %s\n      now %s\n", x.Kind, x.Key, x.Before, x.After)
	}
	return err
}
