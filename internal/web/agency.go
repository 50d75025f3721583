package web

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/boctin/boctin/internal/corpus/agencies"
	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/internal/web/chart"
	"github.com/boctin/boctin/internal/web/words"
)

// agencyView is all that a corpus says of one agency.
type agencyView struct {
	agencies.Body
	Left int               `json:"holders_left_out,omitempty"`
	Met  []met             `json:"met,omitempty"`
	From string            `json:"met_from,omitempty"` // the first day of the events that were counted; of all, where it is empty
	Bars *chart.Timeline   `json:"-"`
	Now  []agencies.Holder `json:"-"`
	Was  []agencies.Holder `json:"-"`
	Form []Form            `json:"-"`
}

// met is another agency that took part in the same events.
type met struct {
	events.Knot
	Events int    `json:"events"`
	First  string `json:"first_day,omitempty"`
	Last   string `json:"last_day,omitempty"`
}

// The most that is shown of an agency.
const (
	mostHolders = 40
	mostTitles  = 10
	mostMet     = 30
	lastMet     = 2000 // events
)

func agency(r *Request) (View, error) {
	id, name := r.arg("id"), r.arg("name")
	if id == "" && name == "" {
		all, err := r.Corpus.Agencies.ProminentAgencies(r.Context(), mostBearers)
		return &bearersView{List: all, Kind: "agency"}, err
	}
	found, err := r.Corpus.Agencies.Named(r.Context(), cmp.Or(id, name), r.arg("country"))
	switch {
	case err != nil:
		return nil, err
	case len(found) == 1 && found[0].ID != id:
		return nil, redirect(agencyHref(found[0].ID))
	case len(found) == 1:
		return r.agency(&found[0])
	}
	v := &bearersView{Asked: cmp.Or(name, id), Kind: "agency"}
	for _, b := range found {
		v.List = append(v.List, officials.Bearer{ID: b.ID, Name: b.Name, Country: b.Country, Articles: b.Articles, First: b.First, Last: b.Last})
	}
	return v, nil
}

func (r *Request) agency(b *agencies.Body) (View, error) {
	v := &agencyView{Body: *b}
	v.Bars = chart.NewTimeline(succession(b.Holders), 960)
	for _, h := range b.Holders {
		list := &v.Now
		if h.Standing() != agencies.Present {
			list = &v.Was
		}
		if len(*list) < mostHolders {
			*list = append(*list, h)
		}
	}
	v.Left = len(b.Holders) - len(v.Now) - len(v.Was)
	v.Body.Holders = slices.Concat(v.Now, v.Was)
	if err := r.Corpus.Agencies.Source(r.Context(), &v.Body); err != nil {
		return nil, err
	}
	v.Now, v.Was = v.Body.Holders[:len(v.Now)], v.Body.Holders[len(v.Now):]
	v.Form = r.corrections(Finding{Kind: "agency", ID: v.ID, Name: v.Name})
	return v, v.meetings(r)
}

// meetings finds whom the agency met most, of late where it took part in very many events.
func (v *agencyView) meetings(r *Request) (err error) {
	if v.From, err = r.Corpus.Events.BeginOf(r.Context(), v.ID, lastMet); err != nil {
		return err
	}
	n, err := r.Corpus.Events.Network(r.Context(), events.Netting{Agencies: true, Of: v.ID, Most: mostMet + 1, Star: true, From: v.From})
	if err != nil {
		return err
	}
	knots := map[string]events.Knot{}
	for _, k := range n.Knots {
		knots[k.ID] = k
	}
	for _, t := range n.Ties {
		other := t.A
		if t.A == v.ID {
			other = t.B
		}
		if t.A == v.ID || t.B == v.ID {
			v.Met = append(v.Met, met{knots[other], t.Events, t.First, t.Last})
		}
	}
	return nil
}

// succession is a row for each title, that of most articles first, with its holders one
// after the other.
func succession(all []agencies.Holder) []chart.Row {
	weight := map[string]int{}
	var titles []string
	for _, h := range all {
		if weight[h.Title] == 0 {
			titles = append(titles, h.Title)
		}
		weight[h.Title] += h.Articles
	}
	slices.SortStableFunc(titles, func(a, b string) int { return weight[b] - weight[a] })
	var rows []chart.Row
	for _, title := range titles[:min(len(titles), mostTitles)] {
		row := chart.Row{Label: title}
		for _, h := range all {
			if h.Title == title && len(row.Spans) < mostTitles {
				row.Spans = append(row.Spans, holding(&h))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func holding(h *agencies.Holder) chart.Span {
	class := "held"
	if h.Former {
		class = "former"
	}
	return chart.Span{Label: h.Name, Title: h.Name + ", " + h.Title + ", " + day(h.First) + " – " + day(h.Last), Class: class, From: h.First, To: h.Last}
}

func (v *agencyView) Title(*words.Words) string { return v.Name }

func (v *agencyView) Table() Table {
	t := Table{Head: []string{"id", "name", "title", "former", "acting", "first_seen", "last_seen", "articles", "url", "sentence"}}
	for _, h := range v.Holders {
		t.Rows = append(t.Rows, []string{h.ID, h.Name, h.Title, strconv.FormatBool(h.Former), strconv.FormatBool(h.Acting), h.First, h.Last, strconv.Itoa(h.Articles), h.Source.URL, h.Source.Sentence})
	}
	return t
}
