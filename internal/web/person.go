package web

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/events"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/internal/corpus/store"
	"github.com/boctin/boctin/internal/web/chart"
	"github.com/boctin/boctin/internal/web/words"
)

// bearersView is a list of officials or agencies to choose from.
type bearersView struct {
	Asked string             `json:"asked,omitempty"` // the name they bear; empty: those of most articles
	List  []officials.Bearer `json:"list"`
	Kind  string             `json:"-"` // official or agency
}

func (v *bearersView) Title(w *words.Words) string {
	return w.Of("screen", v.Screen())
}

func (v *bearersView) Table() Table {
	t := Table{Head: []string{"id", "name", "country", "articles", "first_seen", "last_seen", "post"}}
	for _, b := range v.List {
		t.Rows = append(t.Rows, []string{b.ID, b.Name, b.Country, strconv.Itoa(b.Articles), b.First, b.Last, b.Post})
	}
	return t
}

// Screen is the screen that the list belongs to.
func (v *bearersView) Screen() string {
	if v.Kind == "agency" {
		return "agency"
	}
	return "person"
}

// Dated tells whether the days are known on which they were first and last seen.
func (v *bearersView) Dated() bool {
	return slices.ContainsFunc(v.List, func(b officials.Bearer) bool { return b.First != "" })
}

// Look is the template of such a list.
func (v *bearersView) Look() string { return "bearers" }

// Href leads to one of the list.
func (v *bearersView) Href(id string) string {
	if v.Kind == "agency" {
		return agencyHref(id)
	}
	return personHref(id)
}

// personView is all that a corpus says of one official.
type personView struct {
	officials.Person
	Events []events.Event    `json:"events,omitempty"` // the last first
	Latest []articles.Piece  `json:"latest,omitempty"`
	Joins  []officials.Joint `json:"joins,omitempty"`
	Apart  []officials.Split `json:"apart,omitempty"`
	Asked  bool              `json:"-"` // whether the evidence was looked for

	Career *chart.Timeline   `json:"-"`
	Forms  []Form            `json:"-"`
	Fixes  map[string][]Form `json:"-"` // by the id of a namesake, or the number of a post
	More   string            `json:"-"` // address that shows the evidence
}

// The most that is shown of a person, and of how many articles the evidence is shown
// unasked.
const (
	mostBearers  = 80
	mostEvents   = 60
	mostTurns    = 100 // tellings of what happened to him
	mostLatest   = 20
	mostEvidence = 120
)

func person(r *Request) (View, error) {
	id, name := r.arg("id"), r.arg("name")
	if id == "" && name == "" {
		all, err := r.Corpus.Officials.Prominent(r.Context(), mostBearers)
		return &bearersView{List: all, Kind: "official"}, err
	}
	var unknown *store.Unknown
	if id != "" {
		if v, err := r.person(id); !errors.As(err, &unknown) {
			return v, err
		}
	}
	found, err := r.Corpus.Officials.Bearers(r.Context(), cmp.Or(id, name))
	switch {
	case err != nil:
		return nil, err
	case len(found) == 1:
		return nil, redirect(personHref(found[0].ID))
	}
	return &bearersView{Asked: cmp.Or(name, id), List: found, Kind: "official"}, nil
}

func (r *Request) person(id string) (View, error) {
	p, err := r.Corpus.Officials.Person(r.Context(), id)
	if err != nil {
		return nil, err
	}
	v := &personView{Person: *p}
	if v.Latest, err = r.Corpus.Officials.Naming(r.Context(), p, mostLatest); err != nil {
		return nil, err
	}
	all, err := r.Corpus.Events.Find(r.Context(), events.Filter{Officials: []string{id}, Most: mostTurns})
	if err != nil {
		return nil, err
	}
	v.Events = slices.DeleteFunc(all, func(e events.Event) bool {
		return !slices.ContainsFunc(e.Officials, func(o events.Attendance) bool { return o.ID == id })
	})
	lastFirst(v.Events)
	v.Career = chart.NewTimeline(v.rows(r.Words), 960)
	v.Events = v.Events[:min(len(v.Events), mostEvents)]
	v.More = with(r.URL, "why", "1")
	if p.Appearances <= mostEvidence || r.arg("why") != "" {
		if err := v.evidence(r); err != nil {
			return nil, err
		}
	}
	v.fixes(r)
	return v, nil
}

// evidence tells what makes one person of his appearances, and what keeps others apart.
func (v *personView) evidence(r *Request) error {
	v.Asked = true
	all, err := r.Corpus.Officials.Why(r.Context(), v.ID)
	for _, w := range all {
		if w.ID == v.ID {
			v.Joins, v.Apart = w.Joins, w.Apart
		}
	}
	return err
}

// fixes asks for the forms beside the person, his posts and his namesakes.
func (v *personView) fixes(r *Request) {
	v.Forms = r.corrections(Finding{Kind: "person", ID: v.ID, Name: v.Name})
	v.Fixes = map[string][]Form{}
	for _, x := range v.Apart {
		v.Fixes[x.ID] = r.corrections(Finding{Kind: "namesake", ID: v.ID, Other: x.ID, Name: x.Name})
	}
	for i, h := range v.Posts {
		s := h.Sources[len(h.Sources)-1]
		v.Fixes[strconv.Itoa(i)] = r.corrections(Finding{Kind: "post", URL: s.URL, ID: v.ID, Name: strings.TrimSpace(s.Said.Title + " " + s.Said.AgencyName)})
	}
}

// personal are the kinds of event that stand on the time line of a career.
var personal = []string{"appointment", "departure", "promotion", "discipline", "award", "arrest", "prosecution", "trial", "sentence"}

// rows are the lines of the career: posts, ranks, and what happened to him.
func (v *personView) rows(w *words.Words) []chart.Row {
	var posts, ranks, turns []chart.Span
	for _, h := range v.Posts {
		label, class := strings.TrimSpace(h.Title+" "+h.AgencyName), "held"
		if h.Former {
			class = "former"
		}
		posts = append(posts, chart.Span{Label: label, Title: label + ", " + day(h.First) + " – " + day(h.Last), Class: class, From: h.First, To: h.Last})
	}
	for _, k := range v.Ranks {
		ranks = append(ranks, chart.Span{Label: k.Rank, Title: k.Rank + ", " + day(k.First) + " – " + day(k.Last), Class: "rank", From: k.First, To: k.Last})
	}
	for _, e := range v.Events {
		if slices.Contains(personal, e.Kind) {
			turns = append(turns, chart.Span{Label: w.Of("event", e.Kind), Title: e.Date + " " + w.Of("event", e.Kind), Class: "turn", From: e.Date})
		}
	}
	return []chart.Row{{Label: w.Say("person.posts"), Spans: posts[:min(len(posts), 40)]}, {Label: w.Say("person.ranks"), Spans: ranks}, {Label: w.Say("person.turns"), Spans: turns[:min(len(turns), 40)]}}
}

func (v *personView) Title(*words.Words) string { return v.Name }

func (v *personView) Table() Table {
	t := Table{Head: []string{"id", "name", "title", "agency", "agency_name", "former", "acting", "first_seen", "last_seen", "articles", "url", "sentence"}}
	for _, h := range v.Posts {
		s := h.Sources[len(h.Sources)-1]
		t.Rows = append(t.Rows, []string{v.ID, v.Name, h.Title, h.Agency, h.AgencyName, strconv.FormatBool(h.Former), strconv.FormatBool(h.Acting), h.First, h.Last,
			strconv.Itoa(h.Articles), s.URL, s.Sentence})
	}
	return t
}
