package web

import (
	"net/url"
	"time"

	"github.com/boctin/boctin/internal/corpus"
)

// calendar is one month, in weeks that begin on Monday.
type calendar struct {
	Month string // 2025-08
	Weeks [][]date
}

// date is a day of a calendar; one of another month has no number.
type date struct {
	N     int
	Href  string
	Kinds []kindCount
	All   int
}

// newCalendar lays out the month that a period lies in; nil where it lies in several.
func newCalendar(u *url.URL, from, to string, events []corpus.Event) *calendar {
	first, err := time.Parse(time.DateOnly, from)
	last, err2 := time.Parse(time.DateOnly, to)
	if err != nil || err2 != nil || first.Year() != last.Year() || first.Month() != last.Month() {
		return nil
	}
	first = first.AddDate(0, 0, 1-first.Day())
	c := &calendar{Month: first.Format("2006-01")}
	days := eventDays(events)
	week := make([]date, (int(first.Weekday())+6)%7, 7)
	for d := first; d.Month() == first.Month(); d = d.AddDate(0, 0, 1) {
		week = append(week, newDate(u, d, days[d.Format(time.DateOnly)]))
		if len(week) == 7 {
			c.Weeks, week = append(c.Weeks, week), nil
		}
	}
	if len(week) > 0 {
		c.Weeks = append(c.Weeks, append(week, make([]date, 7-len(week))...))
	}
	return c
}

func newDate(u *url.URL, d time.Time, events []corpus.Event) date {
	out := date{N: d.Day(), All: len(events)}
	if len(events) == 0 {
		return out
	}
	q := u.Query()
	q.Del("format")
	q.Del("lang")
	q.Set("from", d.Format(time.DateOnly))
	q.Set("to", d.Format(time.DateOnly))
	out.Href = u.EscapedPath() + "?" + q.Encode()
	for _, e := range events {
		if n := len(out.Kinds); n > 0 && out.Kinds[n-1].Kind == e.Kind {
			out.Kinds[n-1].N++
		} else {
			out.Kinds = append(out.Kinds, kindCount{Kind: e.Kind, N: 1})
		}
	}
	return out
}
