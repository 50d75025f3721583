package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/pipeline"
)

func duplicatesVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var since string
	var f filterFlags
	cmd := &cobra.Command{
		Use:   "duplicates --corpus DIR [URL]",
		Short: "The stories that more than one article prints, each with its earliest",
		Long: `List the texts that more than one article prints: the same agency report under
another headline, cut at the end, with a paragraph of the paper's own. The earliest
article comes first. Notices after one template with other names and numbers, and
later reports on the same event, are stories of their own. Of one URL, the story
that it prints; with --since, those that an article stored since then belongs to; with
--from, --site, --agency and their like, those to which an article belongs that fits.`,
		Example: `  boctin duplicates --corpus news
  boctin duplicates --corpus news --since 2025-08-17 --json
  boctin new --corpus news --since 2025-08-17 --no-duplicates`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return misused("boctin duplicates takes one URL, not %d", len(args))
			}
			if err := f.check(); err != nil {
				return err
			}
			stored := ""
			if since != "" {
				day, err := time.ParseInLocation(time.DateOnly, since, time.Local)
				if err != nil {
					return misused("--since %q is no day: write it as 2025-08-17", since)
				}
				stored = day.UTC().Format(storedTime)
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				none := true
				err := c.Articles.StoriesIn(ctx, f.Filter, strings.Join(args, ""), stored, func(s articles.Story) error {
					none = false
					return q.story(&s)
				})
				switch url := strings.Join(args, ""); {
				case err != nil || !none:
					return q.nobody(err)
				case url == "":
					a.talk.say("no text is printed by more than one article")
				default:
					if _, err := c.Articles.Article(ctx, url); err != nil {
						return q.nobody(err)
					}
					a.talk.say("no other article prints the text of %s", url)
				}
				return nil
			})
		},
	}
	q.flags(cmd)
	f.add(cmd)
	cmd.Flags().StringVar(&since, "since", "", "only stories with an article stored since the day `YYYY-MM-DD`")
	return cmd
}

func (q *asking) story(s *articles.Story) error {
	if q.json {
		return q.line(s)
	}
	var b strings.Builder
	first := &s.Articles[0]
	fmt.Fprintf(&b, "%s  %s (%s, %s)\n", dated(first.Published), first.Title, pipeline.Count(uint64(s.Count), "article"), pipeline.Count(uint64(s.Sites), "site"))
	for i := range s.Articles {
		fmt.Fprintf(&b, "    %s  %s\n", dated(s.Articles[i].Published), s.Articles[i].URL)
	}
	_, err := io.WriteString(q.out, b.String())
	return err
}
