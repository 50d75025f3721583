package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/internal/identity"
)

// why tells of those who bear a name what makes each of them one person, and what
// keeps them apart.
func (q *asking) why(ctx context.Context, c *corpus.Corpus, name string) error {
	if err := q.judged(c); err != nil {
		return err
	}
	people, err := c.Officials.Why(ctx, name)
	if err != nil {
		return q.nobody(err)
	}
	for i := range people {
		if q.json {
			err = q.line(&people[i])
		} else {
			q.tellWhy(&people[i])
		}
		if err != nil {
			return err
		}
	}
	return err
}

// judged has the corpus judge as its files say, so that what is told is what was done.
func (q *asking) judged(c *corpus.Corpus) error {
	words, err := loadLexicon("")
	if err != nil {
		return err
	}
	return identify(c, words, "")
}

func (q *asking) tellWhy(w *officials.Why) {
	fmt.Fprintf(q.out, "%s (%s)\n", w.Name, w.ID)
	for _, j := range w.Joins {
		fmt.Fprintf(q.out, "  %+5.1f  %s\n         with %s\n         %s\n", j.Weight, told(j.A), told(j.B), weighed(j.Reasons))
	}
	for _, a := range w.Apart {
		fmt.Fprintf(q.out, "  not    %s (%s), %+.1f\n         %s\n", a.Name, a.ID, a.Weight, weighed(a.Reasons))
	}
}

// told is an appearance on one line.
func told(a officials.Appearing) string {
	posts := make([]string, len(a.Posts))
	for i, p := range a.Posts {
		posts[i] = strings.TrimSpace(p.Title + " " + p.AgencyName)
	}
	return strings.TrimRight(fmt.Sprintf("%s %s, %s", dated(a.Published), a.Name, strings.Join(posts, "; ")), ", ")
}

func weighed(reasons []identity.Reason) string {
	var parts []string
	for _, r := range reasons {
		parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s %+.1f %s", r.Rule, r.Weight, r.What)))
	}
	return strings.Join(parts, " | ")
}

// doubts lists the joins and splits that are least certain.
func (q *asking) doubts(ctx context.Context, c *corpus.Corpus) error {
	if err := q.judged(c); err != nil {
		return err
	}
	doubts, err := c.Officials.Doubts(ctx, 40)
	for i := range doubts {
		d := &doubts[i]
		if q.json {
			if err := q.line(d); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(q.out, "%-8s %+5.1f  %s: %s\n         %s: %s\n         %s\n", d.Kind, d.Weight, d.AID, told(d.A), d.BID, told(d.B), weighed(d.Reasons))
	}
	return err
}
