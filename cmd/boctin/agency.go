package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/agencies"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/internal/pipeline"
)

func agencyVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var ask agencyQuestion
	cmd := &cobra.Command{
		Use:   "agency --corpus DIR NAME",
		Short: "What a corpus says of an agency: who holds and held which post, what is above and below it",
		Long: `Print the agencies of a name: what is above and below each, who holds which post
in it and who held it before, one line a holder with the articles that say so and
the best of them, and the latest articles that name it; which body it took the place
of, and which took its own. Whom articles without a day alone give a post stands apart.
NAME is found however it is written: without marks, in capitals, abbreviated (BCA,
C06, UBND TP.HCM), or as an id such as vn/bo-cong-an; where none bears the name, those
whose name holds it.

With --title, those who held it one after the other: since and until when, by an
appointment or departure that is told or the first and last article that gives the
post, with its address; and how long nobody is known to have held it. With --on, who held what on
that day. Who was last seen in a post of one holder before another was first seen in it
counts as a former one.`,
		Example: `  boctin agency --corpus news BCA
  boctin agency --corpus news "Công an tỉnh Nghệ An" --title "Giám đốc"
  boctin agency --corpus news "Bộ An ninh Quốc gia" --country CN --on 2024-05-01 --json`,
		RunE: func(cmd *cobra.Command, words []string) error {
			if len(words) == 0 {
				return misused(`boctin agency needs a name: boctin agency --corpus DIR "Bộ Công an"`)
			}
			day, err := onDay(ask.on)
			if err != nil {
				return err
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				return q.agencies(ctx, c, strings.Join(words, " "), ask, day)
			})
		},
	}
	q.flags(cmd)
	cmd.Flags().StringVar(&ask.country, "country", "", "only of this country, `CODE` as VN, CN, INT")
	cmd.Flags().StringVar(&ask.title, "title", "", "only who held this `TITLE`, one after the other")
	cmd.Flags().StringVar(&ask.on, "on", "", "only who held a post on a day, `DATE` as 2025-08-17, 2025-08 or 2025")
	cmd.Flags().IntVar(&ask.most, "limit", 15, "print `N` present and N former holders at most")
	return cmd
}

// agencyQuestion is what is asked of an agency.
type agencyQuestion struct {
	country, title, on string
	most               int
}

// bounded tells whether holders are printed with the articles that bound their time.
func (a *agencyQuestion) bounded() bool { return a.title != "" && a.on == "" }

func (q *asking) agencies(ctx context.Context, c *corpus.Corpus, name string, ask agencyQuestion, day officials.Day) error {
	bodies, err := c.Agencies.Named(ctx, name, ask.country)
	if err != nil {
		return q.nobody(err)
	}
	if len(bodies) == 0 {
		q.app.talk.say("no agency is named %s%s", name, inCountry(ask.country))
	}
	if ask.title != "" {
		bodies = withTitle(bodies, ask.title)
	}
	for i := range bodies {
		b := &bodies[i]
		if ask.title != "" {
			if err := c.Agencies.Succession(ctx, b); err != nil {
				return err
			}
		}
		if day != "" {
			b.On(day)
		}
		left := 0
		if ask.title == "" {
			left = b.Shorten(ask.most)
		}
		if !ask.bounded() || q.json {
			if err := c.Agencies.Source(ctx, b); err != nil {
				return err
			}
		}
		if err := q.body(b, ask, left); err != nil {
			return err
		}
	}
	return nil
}

// withTitle gives the bodies that have holders of a title, with these alone; where none
// has, the first.
func withTitle(bodies []agencies.Body, title string) []agencies.Body {
	for i := range bodies {
		bodies[i].Titled(title)
	}
	with := slices.DeleteFunc(slices.Clone(bodies), func(b agencies.Body) bool { return len(b.Holders) == 0 })
	if len(with) == 0 {
		return bodies[:min(1, len(bodies))]
	}
	return with
}

func inCountry(country string) string {
	if country == "" {
		return ""
	}
	return " in " + strings.ToUpper(country)
}

func (q *asking) body(g *agencies.Body, ask agencyQuestion, left int) error {
	if q.json {
		return q.line(g)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s) in %s, %s\n", g.Name, g.ID, orDash(g.Country), pipeline.Count(uint64(g.Articles), "article"), period(g.First, g.Last))
	if ask.title == "" && ask.on == "" {
		around(&b, g)
	}
	said := ""
	for i := range g.Holders {
		h := &g.Holders[i]
		heading := headings[h.Standing()]
		if ask.title == "" && ask.on == "" && heading != said {
			fmt.Fprintln(&b, heading)
			said = heading
		}
		if ask.bounded() {
			tenure(&b, h)
			continue
		}
		holder(&b, h)
	}
	if len(g.Holders) == 0 && ask.title+ask.on != "" {
		fmt.Fprintln(&b, "  nobody, as far as the articles say")
	}
	if left > 0 && ask.title == "" {
		fmt.Fprintf(&b, "  and %s more: --limit shows them\n", pipeline.Count(uint64(left), "holder"))
	}
	if ask.title == "" && ask.on == "" {
		for _, p := range g.Latest {
			fmt.Fprintf(&b, "  %s  %s\n        %s\n", dated(p.Published), p.Title, p.URL)
		}
	}
	_, err := io.WriteString(q.out, b.String())
	return err
}

// headings stand over the holders of each standing.
var headings = map[agencies.Standing]string{agencies.Present: "  now", agencies.OfNoDay: "  in articles without a day", agencies.Before: "  before"}

// mostBelow is how many agencies below one are printed.
const mostBelow = 6

// around prints how an agency is written, and what is above and below it.
func around(b *strings.Builder, g *agencies.Body) {
	switch {
	case g.Above != nil:
		fmt.Fprintf(b, "  under %s (%s)\n", g.Above.Name, g.Above.ID)
	case g.Parent != "":
		fmt.Fprintf(b, "  under %s\n", g.Parent)
	}
	for i, u := range g.Below {
		if i == mostBelow {
			fmt.Fprintf(b, "  above %d more: --json lists them\n", len(g.Below)-i)
			break
		}
		fmt.Fprintf(b, "  above %s (%s), %s\n", u.Name, u.ID, pipeline.Count(uint64(u.Articles), "article"))
	}
	if next := g.SucceededBy; next != nil {
		fmt.Fprintf(b, "  succeeded on %s by %s (%s)\n", next.On, next.Name, next.ID)
	}
	for _, old := range g.Succeeds {
		fmt.Fprintf(b, "  succeeds since %s %s (%s)\n", old.On, old.Name, old.ID)
	}
	if len(g.Written) > 0 {
		fmt.Fprintf(b, "  written %s\n", strings.Join(g.Written, ", "))
	}
}

func holder(b *strings.Builder, h *agencies.Holder) {
	title := h.Title
	if h.Acting {
		title += " (acting)"
	}
	if h.Presumed {
		title += " (presumed)"
	}
	fmt.Fprintf(b, "    %s: %s (%s), %s, %s, as %s\n", title, h.Name, h.ID, pipeline.Count(uint64(h.Articles), "article"), period(h.First, h.Last), h.Source.URL)
}

// longGap is from how many days on it is said that nobody is known to have held a post.
const longGap = 31

// tenure prints one of those who held a post one after the other.
func tenure(b *strings.Builder, h *agencies.Holder) {
	if h.Gap >= longGap {
		fmt.Fprintf(b, "    nobody is known for %s\n", pipeline.Count(uint64(h.Gap), "day"))
	}
	title := h.Title
	if h.Acting {
		title += " (acting)"
	}
	fmt.Fprintf(b, "    %s: %s (%s), %s\n", title, h.Name, h.ID, pipeline.Count(uint64(h.Articles), "article"))
	bound(b, "from ", h.From)
	if h.From != nil && h.To != nil && h.To.Source.URL == h.From.Source.URL && h.To.By == "last seen" {
		return
	}
	bound(b, "until", h.To)
}

func bound(b *strings.Builder, which string, of *agencies.Bound) {
	if of != nil {
		fmt.Fprintf(b, "        %s %s  %s, %s\n", which, of.Day, of.By, of.Source.URL)
	}
}
