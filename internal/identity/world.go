package identity

import (
	"slices"
	"strings"

	"github.com/boctin/boctin"
)

// Event is one event of the world with the articles that tell it; before Together, what
// one article tells of it.
type Event struct {
	Kind      string        `json:"kind"`
	Name      string        `json:"name,omitempty"`
	Status    boctin.Status `json:"status"`
	Date      string        `json:"date,omitempty"` // EDTF
	Place     string        `json:"place,omitempty"`
	Officials []Attendance  `json:"officials,omitempty"`
	Agencies  []Attendance  `json:"agencies,omitempty"` // by id
	Title     string        `json:"title,omitempty"`    // of the post that is given or given up
	Rank      string        `json:"rank,omitempty"`
	FromRank  string        `json:"from_rank,omitempty"`
	Measure   string        `json:"measure,omitempty"`
	Articles  []Telling     `json:"articles"`

	Asked bool `json:"-"` // an article that was asked for tells it
}

// Attendance is an official or agency in an event.
type Attendance struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Country string `json:"country,omitempty"`
	Role    string `json:"role,omitempty"`
}

// Telling is an article that tells an event, and the clause by which it does.
type Telling struct {
	URL       string `json:"url"`
	Published string `json:"published,omitempty"`
	Title     string `json:"title"`
	Text      string `json:"text"`
}

// Together makes one of the events that are one, by GroupEvents: what the first does not
// say is taken from the next. The result is in the order of its first tellings.
func Together(told []*Event) (all []*Event) {
	seen := make([]*Happening, len(told))
	for i, e := range told {
		seen[i] = &Happening{Kind: e.Kind, Name: e.Name, Day: e.Day(), Officials: idsOf(e.Officials), Agencies: idsOf(e.Agencies)}
	}
	GroupEvents(seen)
	groups := map[int]*Event{}
	for i, e := range told {
		if g := groups[seen[i].Group]; g != nil {
			g.join(e)
			continue
		}
		groups[seen[i].Group] = e
		all = append(all, e)
	}
	for _, e := range all {
		slices.SortFunc(e.Agencies, func(a, b Attendance) int { return strings.Compare(a.ID, b.ID) })
	}
	return all
}

// Day is the first of an event, 2025-08-17; empty where none is known.
func (e *Event) Day() string {
	first, _ := Days(e.Date)
	return first
}

func idsOf(list []Attendance) []string {
	ids := make([]string, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	return ids
}

// join adds what another article tells of the event.
func (e *Event) join(o *Event) {
	e.Asked = e.Asked || o.Asked
	e.Articles = append(e.Articles, o.Articles...)
	e.Officials = joined(e.Officials, o.Officials)
	e.Agencies = joined(e.Agencies, o.Agencies)
	for _, x := range []struct{ into, from *string }{{&e.Name, &o.Name}, {&e.Place, &o.Place}, {&e.Title, &o.Title}, {&e.Rank, &o.Rank}, {&e.FromRank, &o.FromRank}, {&e.Measure, &o.Measure}} {
		if *x.into == "" {
			*x.into = *x.from
		}
	}
	if o.Status == boctin.Done {
		e.Status = o.Status
	}
}

func joined(list, more []Attendance) []Attendance {
	for _, x := range more {
		if !slices.ContainsFunc(list, func(y Attendance) bool { return y.ID == x.ID }) {
			list = append(list, x)
		}
	}
	return list
}

// Days gives the first and last day of an EDTF value, empty where it is no day.
func Days(value string) (first, last string) {
	first, last, between := strings.Cut(value, "/")
	if !between {
		last = first
	}
	return WholeDay(first), WholeDay(last)
}

// WholeDay gives the day of an EDTF value that is one without doubt, else "".
func WholeDay(s string) string {
	const day = "2006-01-02"
	if len(s) < len(day) || strings.ContainsAny(s[:len(day)], "X~?") || s[4] != '-' || s[7] != '-' {
		return ""
	}
	return s[:len(day)]
}
