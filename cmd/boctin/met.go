package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/pipeline"
)

func metVerb(a *app) *cobra.Command {
	q := &asking{app: a}
	var month string
	var named bool
	var f filterFlags
	cmd := &cobra.Command{
		Use:   "met --corpus DIR [NAME]",
		Short: "Who met whom, when and where; or who is named beside whom",
		Long: `List the pairs of officials who took part in one event (a meeting, call, visit,
signing, conference or ceremony): of one NAME, however it is written, or of all; with
day, place and the article that tells it. --from and --to are days of the event,
--official and --agency have taken part.

With --named, the officials that are named in the same articles, by the month of
publication; whether they met, the article says. The flags then pick articles, as those
of boctin search do.`,
		Example: `  boctin met --corpus news "Lương Tam Quang" --country CN
  boctin met --corpus news --from 2025-08-01 --to 2025-08-31
  boctin met --corpus news --named --month 2025-08`,
		RunE: func(cmd *cobra.Command, words []string) error {
			if _, err := time.Parse("2006-01", month); month != "" && err != nil {
				return misused("--month %s is no month: write it as 2025-08", month)
			}
			if err := f.check(); err != nil {
				return err
			}
			f.Month = month
			ask := q.named
			if !named {
				ask = q.met
				if err := miskinded(f.Kinds); err != nil {
					return err
				}
			}
			return q.with(cmd, func(ctx context.Context, c *corpus.Corpus) error {
				n, err := ask(ctx, c, f.Filter, strings.Join(words, " "))
				if errors.Is(err, store.ErrNobody) {
					return q.nobody(err)
				}
				switch {
				case err == nil && n == 0 && named:
					a.talk.say("no article names two officials%s", ofMonth(month))
				case err == nil && n == 0:
					a.talk.say("nobody met%s, as far as the articles say; --named tells who is named beside whom", ofMonth(month))
				}
				return err
			})
		},
	}
	q.flags(cmd)
	f.add(cmd)
	for flag, usage := range map[string]string{
		"from": "events on `DATE` or later, YYYY-MM-DD", "to": "events on `DATE` or earlier", "site": "events that `HOST` tells", "kind": "events of the `KIND`, as meeting",
		"official": "events in which the official `NAME` took part, however it is written, or an id such as vn/to-lam", "agency": "events in which the agency `NAME` took part, or an id such as vn/bo-cong-an",
		"country": "events with one who serves a country, `CODE` as VN, CN, INT", "place": "events whose place is named like `PLACE`",
	} {
		cmd.Flags().Lookup(flag).Usage = usage
	}
	cmd.Flags().StringVar(&month, "month", "", "only of this month, `YYYY-MM`")
	cmd.Flags().BoolVar(&named, "named", false, "whoever is named in one article")
	return cmd
}

// met prints who met; it tells how many pairs there are.
func (q *asking) met(ctx context.Context, c *corpus.Corpus, f named.Filter, name string) (n int, err error) {
	e := events.Filter{Kinds: f.Kinds, Officials: f.Officials, Agencies: f.Agencies, From: f.From, To: f.To, Sites: f.Sites,
		Country: strings.Join(f.Countries, ""), Place: strings.Join(f.Places, "")}
	if len(f.Countries) > 1 || len(f.Places) > 1 {
		return 0, misused("boctin met takes one --country and one --place")
	}
	if f.Month != "" {
		e.From, e.To = f.Month+"-01", f.Month+"-31"
	}
	err = c.Events.Met(ctx, e, name, func(m events.Meeting) error {
		n++
		return q.meeting(&m)
	})
	return n, err
}

// named prints who is named beside whom; it tells how many pairs there are.
func (q *asking) named(ctx context.Context, c *corpus.Corpus, f named.Filter, name string) (n int, err error) {
	err = c.Events.NamedTogether(ctx, f, name, func(p events.Pair) error {
		n++
		return q.pair(p)
	})
	return n, err
}

func (q *asking) meeting(m *events.Meeting) error {
	if q.json {
		return q.line(m)
	}
	where, state := "", ""
	if m.Place != "" {
		where = ", " + m.Place
	}
	if m.Status != "" && m.Status != "done" {
		state = " (" + m.Status + ")"
	}
	_, err := fmt.Fprintf(q.out, "%s  %s, %s: %s%s%s, as %s\n    %s\n", dated(m.Day), m.Name, m.OtherName, m.Kind, state, where, m.URL, m.Text)
	return err
}

func ofMonth(month string) string {
	if month == "" {
		return ""
	}
	return " in " + month
}

func (q *asking) pair(p events.Pair) error {
	if q.json {
		return q.line(p)
	}
	_, err := fmt.Fprintf(q.out, "%-7s  %s, %s: %s, as %s\n", orDash(p.Month), p.Name, p.OtherName, pipeline.Count(uint64(p.Articles), "article"), p.URL)
	return err
}
