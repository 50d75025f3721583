package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/normalize/lexicon"
)

func eventsVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var f events.Filter
	cmd := &cobra.Command{
		Use:   "events --corpus DIR",
		Short: "What happened: who met, visited, appointed, promoted or arrested whom, when and where",
		Long: `List the events that the articles of a corpus tell, the earliest first: day, kind,
place, who took part and in which role, and the article. An event that several
articles tell stands once, with all of them. Names may be typed without marks, or
be ids such as vn/bo-cong-an; where a flag is given twice, both must have taken part.

Kinds: ` + strings.Join(lexicon.EventKinds, ", ") + `.`,
		Example: `  boctin events --corpus news --agency "Bộ Công an" --country CN
  boctin events --corpus news --kind appointment --from 2025-08-01 --to 2025-08-31
  boctin events --corpus news --official "Lương Tam Quang" --json`,
		RunE: func(cmd *cobra.Command, words []string) error {
			if err := misfiltered(&f, words); err != nil {
				return err
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				list, err := c.Events.Find(ctx, f)
				if err != nil {
					return q.nobody(err)
				}
				if len(list) == 0 {
					a.talk.say("no event is like that")
				}
				for i := range list {
					if err := q.event(&list[i]); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	q.flags(cmd)
	flags := cmd.Flags()
	flags.StringSliceVar(&f.Kinds, "kind", nil, "only of this `KIND`")
	flags.StringArrayVar(&f.Officials, "official", nil, "only with this official, by `NAME` or id")
	flags.StringArrayVar(&f.Agencies, "agency", nil, "only with this agency, by `NAME` or id")
	flags.StringVar(&f.Country, "country", "", "only with one who serves this country, `CODE` as VN, CN, INT")
	flags.StringVar(&f.From, "from", "", "only on this day or after, `YYYY-MM-DD`")
	flags.StringVar(&f.To, "to", "", "only on this day or before, `YYYY-MM-DD`")
	flags.StringVar(&f.Place, "place", "", "only where the place is named like `PLACE`")
	return cmd
}

// misfiltered finds fault with the flags.
func misfiltered(f *events.Filter, words []string) error {
	if len(words) > 0 {
		return misused(`boctin events takes no %q: name an official with --official, an agency with --agency`, words[0])
	}
	if err := miskinded(f.Kinds); err != nil {
		return err
	}
	if err := uncoded(f.Country); err != nil {
		return err
	}
	return misdated(f.From, f.To)
}

// event prints one event, for the eye: a line with day, kind and place, then who took
// part, then the articles.
func (q *asking) event(e *events.Event) error {
	if q.json {
		return q.line(e)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s", dated(e.Date), e.Kind)
	if e.Status != "done" {
		fmt.Fprintf(&b, " (%s)", e.Status)
	}
	for _, x := range []struct{ before, what string }{{", ", e.Place}, {": ", e.Name}, {": ", e.Title}, {": ", e.Rank}, {": ", e.Measure}} {
		if x.what != "" {
			b.WriteString(x.before + x.what)
		}
	}
	b.WriteByte('\n')
	for _, o := range e.Officials {
		fmt.Fprintf(&b, "  %-9s  %s (%s)\n", orDash(o.Role), o.Name, o.ID)
	}
	for _, g := range e.Agencies {
		fmt.Fprintf(&b, "  %-9s  %s (%s)\n", "agency", g.Name, g.ID)
	}
	if n := len(e.Articles); n > 1 {
		fmt.Fprintf(&b, "  %s\n", pipeline.Count(uint64(n), "article"))
	}
	for _, t := range e.Articles {
		fmt.Fprintf(&b, "        %s  %s\n        %s\n", dated(t.Published), t.Title, t.URL)
	}
	_, err := io.WriteString(q.out, b.String())
	return err
}
