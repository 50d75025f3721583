package web

import (
	"net/url"
	"time"

	"github.com/boctin/boctin/internal/corpus/events"
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
func newCalendar(u *url.URL, from, to time.Time, counts []events.DayCount) *calendar {
	if from.Year() != to.Year() || from.Month() != to.Month() {
		return nil
	}
	first := from.AddDate(0, 0, 1-from.Day())
	c := &calendar{Month: first.Format("2006-01")}
	days := map[string][]events.DayCount{}
	for _, n := range counts {
		days[n.Day] = append(days[n.Day], n)
	}
	week := make([]date, (int(first.Weekday())+6)%7, 7)
	for d := first; d.Month() == first.Month(); d = d.AddDate(0, 0, 1) {
		week = append(week, newDate(u, d.Format(time.DateOnly), d.Day(), days[d.Format(time.DateOnly)]))
		if len(week) == 7 {
			c.Weeks, week = append(c.Weeks, week), nil
		}
	}
	if len(week) > 0 {
		c.Weeks = append(c.Weeks, append(week, make([]date, 7-len(week))...))
	}
	return c
}

func newDate(u *url.URL, day string, n int, counts []events.DayCount) date {
	out := date{N: n}
	for _, c := range counts {
		out.Kinds = append(out.Kinds, kindCount{Kind: c.Kind, N: c.N})
		out.All += c.N
	}
	if out.All > 0 {
		q := u.Query()
		q.Del("format")
		q.Del("lang")
		q.Set("from", day)
		q.Set("to", day)
		out.Href = u.EscapedPath() + "?" + q.Encode()
	}
	return out
}
