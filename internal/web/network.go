package web

import (
	"cmp"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/web/chart"
	"github.com/boctin/boctin/internal/web/words"
)

// networkView is who met whom in a period.
type networkView struct {
	events.Network
	Of    string         `json:"of,omitempty"` // id of one, whose network it is
	From  string         `json:"from,omitempty"`
	To    string         `json:"to,omitempty"`
	Named string         `json:"name,omitempty"`
	Most  int            `json:"-"`
	Org   bool           `json:"-"` // of agencies
	Draw  *chart.Network `json:"-"`
	Lines []line         `json:"-"`
}

// line is a tie in the table.
type line struct {
	A, B        events.Knot
	Events      int
	First, Last string
	Href        string // of the events
}

// The knots that are shown, unasked and at most.
const (
	someKnots = 36
	mostKnots = 120
)

func network(r *Request) (View, error) {
	v := &networkView{Of: r.arg("id"), From: r.arg("from"), To: r.arg("to"), Org: r.arg("of") == "agencies", Most: someKnots}
	if n, err := strconv.Atoi(r.arg("n")); err == nil {
		v.Most = min(max(n, 2), mostKnots)
	}
	for _, day := range []string{v.From, v.To} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return nil, &Fault{Status: http.StatusBadRequest, Key: "fault.day", Args: []any{day}}
		}
	}
	if err := v.whose(r); err != nil {
		return nil, err
	}
	if err := v.period(r); err != nil {
		return nil, err
	}
	if err := v.ask(r); err != nil {
		return nil, err
	}
	if len(v.Knots) == 0 && v.Of != "" && r.arg("from")+r.arg("to") == "" {
		v.From, v.To = "", "" // the last events of this one lie further back
		if err := v.ask(r); err != nil {
			return nil, err
		}
	}
	v.draw()
	return v, nil
}

// ask asks the corpus for the network of the period.
func (v *networkView) ask(r *Request) error {
	n, err := r.Corpus.Events.Network(r.Context(), events.Netting{Agencies: v.Org, Of: v.Of, From: v.From, To: v.To, Most: v.Most})
	if err == nil {
		v.Network = *n
	}
	return err
}

// whose finds the one whose network is asked for, by id or by a name that one bears.
func (v *networkView) whose(r *Request) error {
	asked := cmp.Or(v.Of, r.arg("name"))
	if asked == "" {
		return nil
	}
	if v.Org {
		found, err := r.Corpus.Agencies.Bodies(r.Context(), asked, "")
		if len(found) > 0 {
			v.Of, v.Named = found[0].ID, found[0].Name
		}
		return err
	}
	found, err := r.Corpus.Officials.Bearers(r.Context(), asked)
	switch {
	case err != nil:
		return err
	case len(found) > 1:
		return redirect("/person?name=" + url.QueryEscape(asked))
	case len(found) == 1:
		v.Of, v.Named = found[0].ID, found[0].Name
	}
	return nil
}

// The events that a network of all, and of one, is made of where no day is given: the
// last, of a year at most.
const (
	eventsOfAll = 4000
	eventsOfOne = 8000
)

// period takes the last year that anything is told of, where no day is given; less where
// that is too much to be drawn at once.
func (v *networkView) period(r *Request) error {
	if v.From+v.To != "" {
		return nil
	}
	many := eventsOfAll
	if v.Of != "" {
		many = eventsOfOne
	}
	first, last, err := r.Corpus.Events.LastEvents(r.Context(), many)
	end, wrong := time.Parse(time.DateOnly, last)
	if err != nil || wrong != nil {
		return err
	}
	v.From, v.To = max(first, end.AddDate(-1, 0, 1).Format(time.DateOnly)), last
	return nil
}

// draw finds places for the picture, and lists the ties for the table.
func (v *networkView) draw() {
	number := map[string]int{}
	v.Draw = &chart.Network{Width: 960, Height: 640}
	for i, k := range v.Knots {
		number[k.ID] = i
		v.Draw.Knots = append(v.Draw.Knots, chart.Knot{ID: k.ID, Name: v.written(&k)})
	}
	for _, t := range v.Ties {
		a, b := v.Knots[number[t.A]], v.Knots[number[t.B]]
		v.Draw.Ties = append(v.Draw.Ties, chart.Tie{A: number[t.A], B: number[t.B], Weight: t.Events})
		v.Lines = append(v.Lines, line{a, b, t.Events, t.First, t.Last, v.between(a.ID, b.ID)})
	}
	if len(v.Knots) > 0 {
		v.Draw.Place()
	}
}

// written is the name of a knot in the picture: bodies of several states bear one name.
func (v *networkView) written(k *events.Knot) string {
	if !v.Org || k.Country == "" || k.Country == "VN" {
		return k.Name
	}
	return k.Name + " (" + k.Country + ")"
}

// between is where the events are in which two took part.
func (v *networkView) between(a, b string) string {
	who := "official"
	if v.Org {
		who = "agency"
	}
	q := url.Values{who: {a, b}, "kind": events.Gatherings}
	if v.From != "" {
		q.Set("from", v.From)
	}
	if v.To != "" {
		q.Set("to", v.To)
	}
	return "/events?" + q.Encode()
}

// Href is the screen of a knot.
func (v *networkView) Href(id string) string {
	if v.Org {
		return agencyHref(id)
	}
	return personHref(id)
}

func (v *networkView) Title(w *words.Words) string {
	if v.Named != "" {
		return v.Named + " · " + w.Say("screen.network")
	}
	return w.Say("screen.network")
}

func (v *networkView) Table() Table {
	t := Table{Head: []string{"a", "a_name", "b", "b_name", "events", "first_day", "last_day"}}
	for _, l := range v.Lines {
		t.Rows = append(t.Rows, []string{l.A.ID, l.A.Name, l.B.ID, l.B.Name, strconv.Itoa(l.Events), l.First, l.Last})
	}
	return t
}
