package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/pipeline"
)

func metVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var month string
	var f filterFlags
	cmd := &cobra.Command{
		Use:   "met --corpus DIR [NAME]",
		Short: "Who is named beside whom, month by month",
		Long: `List the officials that are named in the same articles, by the month of
publication: of one NAME, typed with marks or without, or of all. Whether they
met, the article says, whose address is printed.`,
		Example: `  boctin met --corpus news --month 2025-08
  boctin met --corpus news "Lương Tam Quang"`,
		RunE: func(cmd *cobra.Command, words []string) error {
			if month != "" && !regexp.MustCompile(`^\d{4}-\d\d$`).MatchString(month) {
				return misused("--month %s is no month: write it as 2025-08", month)
			}
			if err := f.check(); err != nil {
				return err
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				none := true
				f.Month = month
				err := c.NamedTogether(ctx, f.Filter, strings.Join(words, " "), func(p corpus.Pair) error {
					none = false
					return q.pair(p)
				})
				if errors.Is(err, corpus.ErrNobody) {
					return q.nobody(err)
				}
				if err == nil && none {
					a.talk.say("no article names two officials%s", ofMonth(month))
				}
				return err
			})
		},
	}
	q.flags(cmd)
	f.add(cmd)
	cmd.Flags().StringVar(&month, "month", "", "only of this month, `YYYY-MM`")
	return cmd
}

func ofMonth(month string) string {
	if month == "" {
		return ""
	}
	return " in " + month
}

func (q *asking) pair(p corpus.Pair) error {
	if q.json {
		return q.line(p)
	}
	_, err := fmt.Fprintf(q.out, "%-7s  %s, %s: %s, as %s\n", orDash(p.Month), p.Name, p.OtherName, pipeline.Count(uint64(p.Articles), "article"), p.URL)
	return err
}
