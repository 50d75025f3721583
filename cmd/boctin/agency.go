package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/pipeline"
)

func agencyVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var country string
	cmd := &cobra.Command{
		Use:   "agency --corpus DIR NAME",
		Short: "What a corpus says of an agency: who held which post, the latest articles",
		Long: `Print the agencies of a name, each with who held which post in it and the latest
articles that name it; where none bears the name, those whose name holds it.
NAME may be typed without marks, or be an id such as vn/bo-cong-an.`,
		Example: `  boctin agency --corpus news "Bộ Công an"
  boctin agency --corpus news "Bộ An ninh Quốc gia" --country CN --json`,
		RunE: func(cmd *cobra.Command, words []string) error {
			if len(words) == 0 {
				return misused(`boctin agency needs a name: boctin agency --corpus DIR "Bộ Công an"`)
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				bodies, err := c.Agencies(ctx, strings.Join(words, " "), country)
				if err == nil && len(bodies) == 0 {
					a.talk.say("no agency is named %s%s", strings.Join(words, " "), inCountry(country))
				}
				for i := range bodies {
					if err := q.body(&bodies[i]); err != nil {
						return err
					}
				}
				return err
			})
		},
	}
	q.flags(cmd)
	cmd.Flags().StringVar(&country, "country", "", "only of this country, `CODE` as VN, CN, INT")
	return cmd
}

func inCountry(country string) string {
	if country == "" {
		return ""
	}
	return " in " + strings.ToUpper(country)
}

func (q *asking) body(g *corpus.Body) error {
	if q.json {
		return q.line(g)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s) in %s, %s\n", g.Name, g.ID, orDash(g.Country), pipeline.Count(uint64(g.Articles), "article"), period(g.First, g.Last))
	if g.Parent != "" {
		fmt.Fprintf(&b, "  under %s\n", g.Parent)
	}
	fmt.Fprintf(&b, "  written %s\n", strings.Join(g.Written, ", "))
	for _, h := range g.Holders {
		title := h.Title
		if h.Former {
			title += " (former)"
		}
		fmt.Fprintf(&b, "  %s: %s (%s), %s\n        %s\n", title, h.Name, h.ID, period(h.First, h.Last), h.URL)
	}
	for _, p := range g.Latest {
		fmt.Fprintf(&b, "  %s  %s\n        %s\n", dated(p.Published), p.Title, p.URL)
	}
	_, err := io.WriteString(q.out, b.String())
	return err
}
