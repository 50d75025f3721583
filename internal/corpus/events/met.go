package events

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/persons"
)

// Gatherings are the kinds of event at which those who take part meet.
var Gatherings = []string{"meeting", "call", "visit", "signing", "conference", "ceremony"}

// Meeting is two officials who took part in one event.
type Meeting struct {
	Day       string `json:"date,omitempty"` // EDTF
	Place     string `json:"place,omitempty"`
	Kind      string `json:"kind"`
	Status    string `json:"status,omitempty"`
	ID        string `json:"official"`
	Name      string `json:"name"`
	Role      string `json:"role,omitempty"`
	Other     string `json:"other"`
	OtherName string `json:"other_name"`
	OtherRole string `json:"other_role,omitempty"`
	Articles  int    `json:"articles"`
	URL       string `json:"url"`  // of the first article that tells it
	Text      string `json:"text"` // the clause that does
}

// Met tells take of the pairs of officials who took part in one event, the earliest
// first; of one official alone where a name is given, who then stands first.
func (c *Events) Met(ctx context.Context, f Filter, name string, take func(Meeting) error) error {
	var of []string
	if name != "" {
		var err error
		if of, err = c.names.Officials(ctx, c.db, name); err != nil {
			return c.db.Stopped(ctx, err)
		}
		f.Officials = append(slices.Clip(f.Officials), of[0])
		if len(of) > 1 {
			f.Officials = append(f.Officials[:len(f.Officials)-1], name)
		}
	}
	if len(f.Kinds) == 0 {
		f.Kinds = Gatherings
	}
	events, err := c.Find(ctx, f)
	if err != nil {
		return err
	}
	for i := range events {
		if err := pairs(&events[i], of, take); err != nil {
			return err
		}
	}
	return nil
}

// pairs tells take of every two officials of an event, one of whom is among of
// where that is not empty.
func pairs(e *Event, of []string, take func(Meeting) error) error {
	for i, a := range e.Officials {
		for _, b := range e.Officials[i+1:] {
			x, y := a, b
			switch {
			case len(of) == 0 || slices.Contains(of, a.ID):
			case slices.Contains(of, b.ID):
				x, y = b, a
			default:
				continue
			}
			first := e.Articles[0]
			if err := take(Meeting{Day: e.Date, Place: e.Place, Kind: e.Kind, Status: string(e.Status), ID: x.ID, Name: x.Name, Role: x.Role,
				Other: y.ID, OtherName: y.Name, OtherRole: y.Role, Articles: len(e.Articles), URL: first.URL, Text: first.Text}); err != nil {
				return err
			}
		}
	}
	return nil
}

// Pair is two officials named in the same articles of one month.
type Pair struct {
	Month     string `json:"month"` // of publication; empty where it is not known
	ID        string `json:"official"`
	Name      string `json:"name"`
	Other     string `json:"other"`
	OtherName string `json:"other_name"`
	Articles  int    `json:"articles"`
	URL       string `json:"url"` // of one of them
}

// monthOf is the month of publication, of one that is known as far.
const monthOf = `CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]*' AND published NOT GLOB '*[~?%X]*' THEN substr(published, 1, 7) END`

// NamedTogether tells take of the officials that are named in the same articles,
// month by month, those of most articles first. Name, where it is given, is that
// of one of the two; a name that nobody bears gives an *Unknown.
func (c *Events) NamedTogether(ctx context.Context, f named.Filter, name string, take func(Pair) error) error {
	m := &meeting{take: take, names: map[string]string{}, pairs: map[[2]string]*Pair{}}
	w, err := c.names.Condition(ctx, c.db, &f)
	if err != nil {
		return c.db.Stopped(ctx, err)
	}
	if name != "" {
		ids, err := c.names.Officials(ctx, c.db, name)
		if err != nil {
			return c.db.Stopped(ctx, err)
		}
		m.of = map[string]bool{}
		for _, id := range ids {
			m.of[id] = true
		}
		w.Add(`a.id IN (SELECT id >> 20 FROM appearance_rows WHERE official IN `+persons.Numbered+`)`, column.List(ids))
	}
	if err := c.db.Each(ctx, `SELECT COALESCE(a.month, ''), a.id, a.url, o.id, o.name FROM (SELECT *, `+monthOf+` AS month FROM article_rows) a CROSS JOIN appearance_rows x ON x.id BETWEEN a.id << 20 AND a.id << 20 | 1048575
		CROSS JOIN officials o ON o.n = x.official WHERE `+w.Text()+` ORDER BY a.month, a.id, o.id`, w.Args, m.row); err != nil {
		return err
	}
	m.article()
	return m.end()
}

// meeting counts the pairs of one month at a time.
type meeting struct {
	take   func(Pair) error
	of     map[string]bool // only pairs of these, where it is not nil
	names  map[string]string
	month  string
	last   int64 // article
	url    string
	inside []string // officials of it, in rising order
	pairs  map[[2]string]*Pair
}

func (m *meeting) row(rows *sql.Rows) error {
	var month, url, official, name string
	var article int64
	if err := rows.Scan(&month, &article, &url, &official, &name); err != nil {
		return err
	}
	if article != m.last {
		m.article()
		if month != m.month {
			if err := m.end(); err != nil {
				return err
			}
		}
		m.month, m.last, m.url = month, article, url
	}
	if n := len(m.inside); n == 0 || m.inside[n-1] != official {
		m.inside = append(m.inside, official)
		m.names[official] = name
	}
	return nil
}

// article counts the pairs of the article that was read.
func (m *meeting) article() {
	for i, a := range m.inside {
		for _, b := range m.inside[i+1:] {
			if m.of == nil || m.of[a] {
				m.count(a, b)
			}
			if m.of != nil && m.of[b] {
				m.count(b, a)
			}
		}
	}
	m.inside = m.inside[:0]
}

func (m *meeting) count(a, b string) {
	p := m.pairs[[2]string{a, b}]
	if p == nil {
		p = &Pair{Month: m.month, ID: a, Other: b, URL: m.url}
		m.pairs[[2]string{a, b}] = p
	}
	p.Articles++
	p.URL = min(p.URL, m.url)
}

// end hands on the pairs of a month.
func (m *meeting) end() error {
	all := make([]*Pair, 0, len(m.pairs))
	for _, p := range m.pairs {
		p.Name, p.OtherName = m.names[p.ID], m.names[p.Other]
		all = append(all, p)
	}
	clear(m.pairs)
	clear(m.names)
	slices.SortFunc(all, func(a, b *Pair) int {
		return cmp.Or(b.Articles-a.Articles, cmp.Compare(a.Name, b.Name), cmp.Compare(a.OtherName, b.OtherName), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Other, b.Other))
	})
	for _, p := range all {
		if err := m.take(*p); err != nil {
			return err
		}
	}
	return nil
}
