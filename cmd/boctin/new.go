package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/events"
)

func newVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var since string
	var first bool
	var f filterFlags
	kinds := map[string]*bool{"appointments": new(bool), "discipline": new(bool), "arrests": new(bool)}
	cmd := &cobra.Command{
		Use:   "new --corpus DIR --since DATE",
		Short: "List the articles that were stored, or stored anew, since a day",
		Long: `List the articles that came into the corpus since the beginning of a day, local
time, whenever they were published; one that changed since then is marked. With
--no-duplicates, those are left out that print the text of an earlier one.

With --appointments, --discipline or --arrests, list instead what these articles
tell of that, month by month: an event that several tell stands once. --from, --site,
--agency and their like pick among the articles, or the events.`,
		Example: `  boctin new --corpus news --since 2025-08-17
  boctin new --corpus news --since 2025-08-17 --no-duplicates --json`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if since == "" {
				return misused("say since which day: --since 2025-08-17")
			}
			day, err := time.ParseInLocation(time.DateOnly, since, time.Local)
			if err != nil {
				return misused("--since %q is no day: write it as 2025-08-17", since)
			}
			if err := f.check(); err != nil {
				return err
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				if told := eventsOf(kinds); len(told) > 0 {
					return q.told(ctx, c, events.Filter{Kinds: told, Stored: day.UTC().Format(storedTime), Officials: f.Officials, Agencies: f.Agencies, Sites: f.Sites,
						From: f.From, To: f.To, Country: strings.Join(f.Countries, ""), Place: strings.Join(f.Places, "")})
				}
				ask := c.Articles.Since
				if first {
					ask = c.Articles.SinceFirst
				}
				pieces, err := ask(ctx, day.UTC().Format(storedTime), f.Filter)
				if err != nil {
					return q.nobody(err)
				}
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
	f.add(cmd)
	cmd.Flags().StringVar(&since, "since", "", "the first day, `YYYY-MM-DD`")
	cmd.Flags().BoolVar(kinds["appointments"], "appointments", false, "who was appointed, promoted, or left a post")
	cmd.Flags().BoolVar(kinds["discipline"], "discipline", false, "who was disciplined")
	cmd.Flags().BoolVar(kinds["arrests"], "arrests", false, "who was arrested or prosecuted")
	cmd.Flags().BoolVar(&first, "no-duplicates", false, "of articles that print one text, only the earliest")
	return cmd
}

// toldOf are the kinds of event behind each flag.
var toldOf = map[string][]string{"appointments": {"appointment", "departure", "promotion"}, "discipline": {"discipline"}, "arrests": {"arrest", "prosecution"}}

func eventsOf(flags map[string]*bool) (kinds []string) {
	for flag, set := range flags {
		if *set {
			kinds = append(kinds, toldOf[flag]...)
		}
	}
	return kinds
}

// told prints events month by month.
func (q *asking) told(ctx context.Context, c *corpus.Corpus, f events.Filter) error {
	events, err := c.Events.Find(ctx, f)
	if err != nil {
		return q.nobody(err)
	}
	if len(events) == 0 {
		q.app.talk.say("the articles tell of none")
	}
	month := ""
	for i := range events {
		if now := monthOf(events[i].Date); now != month && !q.json {
			month = now
			fmt.Fprintln(q.out, month)
		}
		if err := q.event(&events[i]); err != nil {
			return err
		}
	}
	return nil
}

func monthOf(date string) string {
	if len(date) < len("2025-08") {
		return "no month known"
	}
	return date[:len("2025-08")]
}

// storedTime is how the time is written at which an article was stored.
const storedTime = "2006-01-02T15:04:05.000Z"

func (q *asking) piece(p articles.Piece) error {
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
