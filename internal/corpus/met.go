package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
)

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

// NamedTogether tells take of the officials that are named in the same articles,
// month by month, those of most articles first. Name, where it is given, is that
// of one of the two; a name that nobody bears gives an *Unknown.
func (c *Corpus) NamedTogether(ctx context.Context, f Filter, name string, take func(Pair) error) error {
	m := &meeting{take: take, names: map[string]string{}, pairs: map[[2]string]*Pair{}}
	w, err := c.condition(ctx, c.db, &f)
	if err != nil {
		return c.stopped(ctx, err)
	}
	if name != "" {
		ids, err := c.officialsNamed(ctx, c.db, name)
		if err != nil {
			return c.stopped(ctx, err)
		}
		m.of = map[string]bool{}
		for _, id := range ids {
			m.of[id] = true
		}
		w.add(`a.id IN (SELECT article FROM appearances WHERE official IN (SELECT value FROM json_each(?)))`, list(ids))
	}
	if err := c.each(ctx, `SELECT COALESCE(a.month, ''), a.id, a.url, x.official, o.name FROM articles a CROSS JOIN appearances x ON x.article = a.id
		CROSS JOIN officials o ON o.id = x.official WHERE `+w.text()+` ORDER BY a.month, a.id, x.official`, w.args, m.row); err != nil {
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
