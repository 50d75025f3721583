package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/internal/pipeline"
)

func whoVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var why, doubts bool
	var on string
	var f filterFlags
	cmd := &cobra.Command{
		Use:   "who --corpus DIR [--why] NAME | --doubts",
		Short: "What a corpus says of an official: ranks, posts, first and last seen",
		Long: `Print the ranks and posts of an official with the days of the first and last
article that give them, and the sentence. Namesakes are listed one by one.
NAME is found however it is written: without marks, in capitals, with the tone
mark in the other place, with a rank or honorific in front, in another spelling that
articles have (Pu-tin); or be an id such as vn/to-lam: one that was printed once
leads to its person for good. With --on, the posts of that day; with --from, --site,
--agency and their like, as far as those articles say. Articles that print the whole
name and give no post are counted, and the latest listed: it may be a namesake's.

--why lists the evidence that holds the appearances of a person together, each with
its weight, and what keeps his namesakes apart. --doubts lists the joins and splits of
the whole corpus that are least certain. Where they are wrong, write it down in
judgements.toml of the corpus or of an overlay (docs/data-files.md).`,
		Example: `  boctin who --corpus news "Lương Tam Quang"
  boctin who --corpus news luong tam quang --json
  boctin who --corpus news "Lương Tam Quang" --on 2023-05-01
  boctin who --corpus news "Lương Tam Quang" --from 2024-06-01 --site bocongan.gov.vn
  boctin who --corpus news --why nguyen van hung
  boctin who --corpus news --doubts`,
		RunE: func(cmd *cobra.Command, words []string) error {
			if doubts {
				return q.with(cmd, q.doubts)
			}
			if len(words) == 0 {
				return misused(`boctin who needs a name: boctin who --corpus DIR "Lương Tam Quang"`)
			}
			day, err := onDay(on)
			if err == nil {
				err = f.check()
			}
			if err != nil {
				return err
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				name := strings.Join(words, " ")
				if why {
					return q.why(ctx, c, name)
				}
				people, err := c.Officials.WhoIn(ctx, name, f.Filter)
				if err != nil {
					return q.nobody(err)
				}
				if len(people) == 0 {
					a.talk.say("no article that fits names %s", name)
				}
				for i := range people {
					if day != "" {
						people[i].On(day)
					}
					if err := q.person(&people[i]); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&why, "why", false, "the evidence that makes one person of his appearances, and that keeps namesakes apart")
	cmd.Flags().BoolVar(&doubts, "doubts", false, "the least certain joins and splits of the corpus")
	q.flags(cmd)
	f.add(cmd)
	cmd.Flags().StringVar(&on, "on", "", "the posts held on a day, `DATE` as 2025-08-17, 2025-08 or 2025")
	return cmd
}

func onDay(on string) (officials.Day, error) {
	if on == "" {
		return "", nil
	}
	day, err := officials.ParseDay(on)
	if err != nil {
		return "", misused("--on %v", err)
	}
	return day, nil
}

func (q *asking) person(p *officials.Person) error {
	if q.json {
		return q.line(p)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s) in %s, %s\n", p.Name, p.ID, orDash(p.Country), pipeline.Count(uint64(p.Appearances), "article"), period(p.First, p.Last))
	if len(p.Aliases) > 0 {
		fmt.Fprintf(&b, "  also written %s\n", strings.Join(p.Aliases, ", "))
	}
	for _, r := range p.Ranks {
		fmt.Fprintf(&b, "  rank  %s, %s\n", r.Rank, period(r.First, r.Last))
	}
	for i := range p.Posts {
		held(&b, &p.Posts[i])
	}
	for _, o := range p.Beside {
		fmt.Fprintf(&b, "  named with %s (%s), %s\n", o.Name, o.ID, pipeline.Count(uint64(o.Articles), "article"))
	}
	if p.Alone != nil {
		alone(&b, p.Alone)
	}
	_, err := io.WriteString(q.out, b.String())
	return err
}

// mostAlone is how many articles that print a name alone are listed.
const mostAlone = 3

// alone prints the articles in which the name stands without a post.
func alone(b *strings.Builder, a *officials.Alone) {
	more := ""
	if a.More {
		more = " or more"
	}
	fmt.Fprintf(b, "  the name alone, without a post, perhaps a namesake's, in %s%s\n", pipeline.Count(uint64(a.Articles), "article"), more)
	for _, p := range a.Latest[:min(mostAlone, len(a.Latest))] {
		fmt.Fprintf(b, "        %s  %s\n          %s\n", dated(p.Published), p.Title, p.URL)
	}
}

func held(b *strings.Builder, h *officials.Held) {
	what := h.Title
	if h.AgencyName != "" {
		what += ", " + h.AgencyName
	}
	if h.Former {
		what += " (former)"
	}
	if h.Acting {
		what += " (acting)"
	}
	if h.Presumed {
		what += " (presumed: last seen before that day)"
	}
	fmt.Fprintf(b, "  post  %s, %s, %s\n", what, pipeline.Count(uint64(h.Articles), "article"), period(h.First, h.Last))
	for _, s := range h.Sources {
		fmt.Fprintf(b, "        %s  %s\n          %s\n", dated(s.Published), s.Sentence, s.URL)
	}
}

// period gives the days of the first and last article.
func period(first, last string) string {
	switch {
	case first == "" && last == "":
		return "no day known"
	case dated(first) == dated(last):
		return dated(first)
	}
	return strings.TrimSpace(dated(first)) + " to " + dated(last)
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
