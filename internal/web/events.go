package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/web/chart"
	"github.com/boctin/boctin/internal/web/words"
)

// eventsView is what happened in a period.
type eventsView struct {
	Asked  events.Filter  `json:"filter"`
	Events []events.Event `json:"events"` // the earliest first; the last ones, where no first day is asked for

	Filter   filterForm     `json:"-"`
	More     []string       `json:"-"` // officials and agencies besides those of the filter, as "official=vn/a"
	Shown    []events.Event `json:"-"`
	Calendar *calendar      `json:"-"`
	Map      *chart.Map     `json:"-"`
	Kinds    []kindCount    `json:"-"`
	All      int            `json:"-"` // of the period, as far as they were counted
	Before   string         `json:"-"` // addresses of the months around
	After    string         `json:"-"`
}

// kindCount is how many events are of a kind.
type kindCount struct {
	Kind string
	N    int
	Href string
}

// The events that a page shows, and of how many tellings they are made.
const (
	mostShown    = 200
	mostTellings = 200
)

func eventsPage(r *Request) (View, error) {
	form, err := r.filterForm()
	if err != nil {
		return nil, err
	}
	q := r.URL.Query()
	v := &eventsView{Filter: form, Asked: events.Filter{Kinds: filled(q["kind"]), Officials: filled(q["official"]), Agencies: filled(q["agency"]),
		Country: form.Country, From: form.From, To: form.To, Place: form.Place, Sites: given(form.Site)}}
	if err := v.period(r); err != nil {
		return nil, err
	}
	if err := v.count(r); err != nil {
		return nil, err
	}
	if r.arg("format") == "" || v.Asked.From == "" {
		v.Asked.Most = mostTellings
	}
	if v.Events, err = r.Corpus.Events.Find(r.Context(), v.Asked); err != nil {
		return nil, err
	}
	v.Map = r.server.o.Atlas.draw(r.URL, v.Events)
	v.Shown = slices.Clone(v.Events)
	lastFirst(v.Shown)
	v.Shown = v.Shown[:min(len(v.Shown), mostShown)]
	v.All = max(v.All, len(v.Events))
	return v, nil
}

// days is the longest period of which the events are counted.
const days = 366

// count counts the events of a period of a year or less, by kind and by day.
func (v *eventsView) count(r *Request) error {
	from, err := time.Parse(time.DateOnly, v.Asked.From)
	to, err2 := time.Parse(time.DateOnly, v.Asked.To)
	if err != nil || err2 != nil || to.Sub(from) > days*24*time.Hour || v.Asked.Place != "" {
		return nil
	}
	counts, err := r.Corpus.Events.EventCounts(r.Context(), v.Asked)
	if err != nil {
		return err
	}
	n := map[string]int{}
	for _, c := range counts {
		n[c.Kind] += c.N
		v.All += c.N
	}
	for _, kind := range eventKinds {
		if n[kind] > 0 {
			v.Kinds = append(v.Kinds, kindCount{kind, n[kind], with(r.URL, "kind", kind)})
		}
	}
	v.Calendar = newCalendar(r.URL, from, to, counts)
	return nil
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
		_, last, err := r.Corpus.Events.LastEvents(r.Context(), 1)
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

func attending(list []events.Attendance) string {
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
