package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/boctin/boctin/internal/corpus"
	"github.com/boctin/boctin/internal/web/words"
)

// eventsView is what happened in a period.
type eventsView struct {
	Asked  corpus.EventFilter `json:"filter"`
	Events []corpus.Event     `json:"events"` // the earliest first

	Filter   filterForm     `json:"-"`
	More     []string       `json:"-"` // officials and agencies besides those of the filter, as "official=vn/a"
	Shown    []corpus.Event `json:"-"`
	Calendar *calendar      `json:"-"`
	Kinds    []kindCount    `json:"-"`
	Last     bool           `json:"-"` // the last alone, as no first day is asked for
	Before   string         `json:"-"` // addresses of the months around
	After    string         `json:"-"`
}

// kindCount is how many events are of a kind.
type kindCount struct {
	Kind string
	N    int
	Href string
}

// The events that a page shows, and of how many tellings they are made where no first
// day is asked for.
const (
	mostShown    = 200
	mostTellings = 300
)

func events(r *Request) (View, error) {
	form, err := r.filterForm()
	if err != nil {
		return nil, err
	}
	q := r.URL.Query()
	v := &eventsView{Filter: form, Asked: corpus.EventFilter{Kinds: filled(q["kind"]), Officials: filled(q["official"]), Agencies: filled(q["agency"]),
		Country: form.Country, From: form.From, To: form.To, Place: form.Place, Sites: given(form.Site)}}
	if err := v.period(r); err != nil {
		return nil, err
	}
	if v.Asked.From == "" {
		v.Asked.Most = mostTellings
		v.Last = true
	}
	if v.Events, err = r.Corpus.Events(r.Context(), v.Asked); err != nil {
		return nil, err
	}
	v.count(r)
	v.Calendar = newCalendar(r.URL, v.Asked.From, v.Asked.To, v.Events)
	v.Shown = v.Events[:min(len(v.Events), mostShown)]
	if v.Last {
		v.Shown = slices.Clone(v.Events[max(len(v.Events)-mostShown, 0):])
		lastFirst(v.Shown)
	}
	return v, nil
}

func filled(values []string) (out []string) {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// period takes a month where no day and nobody is asked for: the last that anything is
// told of.
func (v *eventsView) period(r *Request) error {
	a := &v.Asked
	if a.From+a.To == "" && len(a.Officials)+len(a.Agencies) == 0 && a.Place == "" {
		_, last, err := r.Corpus.LastEvents(r.Context(), 1)
		if err != nil {
			return err
		}
		month, err := time.Parse("2006-01", last[:min(7, len(last))])
		if err != nil {
			return nil // nothing is told of
		}
		a.From, a.To = monthOf(month)
	}
	v.Filter.From, v.Filter.To = a.From, a.To
	begin, err := time.Parse(time.DateOnly, a.From)
	if err == nil && a.To != "" {
		before, after := begin.AddDate(0, 0, 1-begin.Day()).AddDate(0, -1, 0), begin.AddDate(0, 0, 1-begin.Day()).AddDate(0, 1, 0)
		v.Before, v.After = between(r, before), between(r, after)
	}
	if a.From != "" && a.To != "" && a.To < a.From {
		return &Fault{Status: http.StatusBadRequest, Key: "fault.period", Args: []any{a.To, a.From}}
	}
	return nil
}

// monthOf gives the first and the last day of a month.
func monthOf(t time.Time) (from, to string) {
	t = t.AddDate(0, 0, 1-t.Day())
	return t.Format(time.DateOnly), t.AddDate(0, 1, -1).Format(time.DateOnly)
}

// between is this address for another month.
func between(r *Request, month time.Time) string {
	from, to := monthOf(month)
	u := *r.URL
	q := u.Query()
	q.Set("from", from)
	q.Set("to", to)
	u.RawQuery = q.Encode()
	return with(&u, "lang", "")
}

// count counts the kinds that there are.
func (v *eventsView) count(r *Request) {
	n := map[string]int{}
	for _, e := range v.Events {
		n[e.Kind]++
	}
	for _, kind := range eventKinds {
		if n[kind] > 0 {
			v.Kinds = append(v.Kinds, kindCount{kind, n[kind], with(r.URL, "kind", kind)})
		}
	}
}

func (v *eventsView) Title(w *words.Words) string {
	return strings.TrimSpace(w.Say("screen.events") + " " + v.Asked.From)
}

func (v *eventsView) Table() Table {
	t := Table{Head: []string{"date", "kind", "status", "name", "place", "officials", "agencies", "title", "rank", "measure", "articles", "url", "text"}}
	for _, e := range v.Events {
		t.Rows = append(t.Rows, []string{e.Date, e.Kind, string(e.Status), e.Name, e.Place, attending(e.Officials), attending(e.Agencies), e.Title, e.Rank, e.Measure,
			strconv.Itoa(len(e.Articles)), e.Articles[0].URL, e.Articles[0].Text})
	}
	return t
}

func attending(list []corpus.Attendance) string {
	var names []string
	for _, a := range list {
		name := a.Name
		if a.Role != "" {
			name += " (" + a.Role + ")"
		}
		names = append(names, name)
	}
	return strings.Join(names, "; ")
}

// eventDays gives the days on which events began, sorted.
func eventDays(events []corpus.Event) map[string][]corpus.Event {
	days := map[string][]corpus.Event{}
	for _, e := range events {
		if d := day(e.Date); len(d) == len("2025-08-17") {
			days[d] = append(days[d], e)
		}
	}
	for _, list := range days {
		slices.SortStableFunc(list, func(a, b corpus.Event) int { return strings.Compare(a.Kind, b.Kind) })
	}
	return days
}
