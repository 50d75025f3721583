package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/search"
)

func searchVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var o search.Searching
	var f filterFlags
	cmd := &cobra.Command{
		Use:   "search --corpus DIR QUERY",
		Short: "Find the articles of a corpus that hold some words",
		Long: `Find articles that hold all words of QUERY; those that hold them one after the
other come first. Words typed without marks find those with marks: dai ta finds
đại tá.

  "công an xã"    these words, one after the other
  ma túy OR cờ bạc  one or the other
  -đua            none of those that hold it
  title:"họp báo" only in the title; body: only in the text

Where no article holds all of it, some of it is searched instead, and said so.`,
		Example: `  boctin search --corpus news dai ta
  boctin search --corpus news '"Công an tỉnh Nghệ An" -bóng đá' --from 2025-01-01 --newest
  boctin search --corpus news 'title:ma túy OR title:cờ bạc' --agency BCA --json`,
		RunE: func(cmd *cobra.Command, words []string) error {
			if len(words) == 0 || o.Limit < 1 {
				return misused("boctin search needs words to look for, and --limit at least 1: boctin search --corpus DIR dai ta")
			}
			if err := f.check(); err != nil {
				return err
			}
			if o.Query, o.Filter = strings.Join(words, " "), f.Filter; !search.Holds(o.Query) {
				return misused("%q names no word to look for: boctin search --corpus DIR dai ta", o.Query)
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error { return q.search(ctx, c, o) })
		},
	}
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if _, word, is := strings.Cut(err.Error(), "unknown shorthand flag: "); is {
			_, word, _ = strings.Cut(word, " in ")
			return misused("%s is no flag; where no article may hold it, it stands within one pair of quotation marks with the other words: boctin search --corpus DIR 'ma túy -đua'", word)
		}
		return flagError(cmd, err)
	})
	q.flags(cmd)
	f.add(cmd)
	cmd.Flags().IntVar(&o.Limit, "limit", 20, "print `N` articles at most")
	cmd.Flags().BoolVar(&o.Newest, "newest", false, "the last published first, not those that fit best")
	return cmd
}

func (q *asking) search(ctx context.Context, c *corpus.Corpus, o search.Searching) error {
	found, err := c.Search.Find(ctx, o)
	if err != nil {
		return q.nobody(err)
	}
	switch {
	case len(found.Hits) == 0 && !o.Filter.None():
		q.app.talk.say("no article that the flags let through holds these words")
	case len(found.Hits) == 0:
		q.app.talk.say("no article holds these words")
	case found.Instead != "":
		q.app.talk.say("no article holds all of this; searched instead: %s", found.Instead)
	}
	for _, h := range found.Hits {
		if err := q.hit(h); err != nil {
			return err
		}
	}
	return nil
}

func (q *asking) hit(h search.Hit) error {
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
