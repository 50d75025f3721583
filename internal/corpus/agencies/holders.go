package agencies

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/internal/corpus/officials"
	"github.com/boctin/boctin/normalize/viet"
)

// Holder is an official who holds or held a post of an agency.
type Holder struct {
	ID       string           `json:"id"`
	Name     string           `json:"name"`
	Title    string           `json:"title"`
	Acting   bool             `json:"acting,omitempty"`
	Former   bool             `json:"former,omitempty"`   // articles call him a former one, last of all, or name a later holder
	Undated  bool             `json:"undated,omitempty"`  // no article that gives him the post has a day: whether he holds it is not known
	Presumed bool             `json:"presumed,omitempty"` // of a day: last seen before it, and nobody else by then
	First    string           `json:"first_seen,omitempty"`
	Last     string           `json:"last_seen,omitempty"`
	Articles int              `json:"articles"`
	From     *Bound           `json:"from,omitempty"` // of one title: since when, and until when
	To       *Bound           `json:"to,omitempty"`
	Gap      int              `json:"days_unknown,omitempty"` // before him, in which nobody is known to have held it
	Source   officials.Source `json:"source"`                 // the last sentence that gives title and agency, or the title

	n      int64   // officials.n
	former []int64 // articles that call him a former one
}

// deputies are how the titles of deputies begin, without marks: several hold them.
var deputies = [...]string{"pho ", "thu truong"}

// shared are the other titles, without marks, that several hold in an agency at a time:
// who has one does not take the place of another.
var shared = [...]string{"uy vien", "thanh vien", "can bo", "tro ly", "thu ky", "chuyen vien", "dai bieu", "chien si", "dieu tra vien", "kiem sat vien", "tham phan"}

// alone tells whether one at a time holds a title.
func alone(title string) bool {
	return !begins(title, deputies[:]) && !begins(title, shared[:])
}

// begins tells whether a title begins with one of some words without marks.
func begins(title string, words []string) bool {
	folded := viet.Fold(title)
	return slices.ContainsFunc(words, func(s string) bool { return strings.HasPrefix(folded, s) })
}

// holders gives those who hold or held a post of an agency, with the articles that
// give it: the present ones first, then those of no known day; those of most articles
// first.
func (c *Agencies) holders(ctx context.Context, agency string) (out []Holder, err error) {
	err = c.db.Each(ctx, `SELECT n, official, name, title, MAX(acting), COALESCE(MIN(CASE former WHEN 0 THEN first_seen END), ''), COALESCE(MAX(CASE former WHEN 0 THEN last_seen END), ''),
			COALESCE(MAX(CASE former WHEN 1 THEN last_seen END), ''), SUM(former = 0), SUM(articles)
		FROM (SELECT o.n, o.id AS official, o.name, h.title, h.acting, h.former, r.first_seen, COALESCE(r.last_seen, r.first_seen) AS last_seen, r.articles
			FROM offices h JOIN held_rows r ON r.office = h.n JOIN officials o ON o.n = r.official WHERE h.agency = (SELECT n FROM agencies WHERE id = ?)) GROUP BY n, title`, []any{agency}, func(rows *sql.Rows) error {
		var h Holder
		var former string
		var present int
		err := rows.Scan(&h.n, &h.ID, &h.Name, &h.Title, &h.Acting, &h.First, &h.Last, &former, &present, &h.Articles)
		h.Former = present == 0 || former > h.Last
		h.Undated = !h.Former && h.First == ""
		out = append(out, h)
		return err
	})
	if err != nil {
		return nil, err
	}
	succeed(out)
	rise(out)
	if err := c.leave(ctx, agency, out); err != nil {
		return nil, err
	}
	slices.SortFunc(out, func(a, b Holder) int {
		return cmp.Or(cmp.Compare(a.Standing(), b.Standing()), b.Articles-a.Articles, cmp.Compare(b.Last, a.Last), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Title, b.Title))
	})
	return out, nil
}

// Standing says whether a holder is in office.
type Standing int

// The standings, in the order in which holders are listed.
const (
	Present Standing = iota
	OfNoDay          // whether he is still in office is not known
	Before
)

// Standing says whether a holder is in office.
func (h *Holder) Standing() Standing {
	switch {
	case h.Former:
		return Before
	case h.Undated:
		return OfNoDay
	}
	return Present
}

// Shorten keeps so many holders of each standing and tells how many it leaves out.
func (b *Body) Shorten(most int) (left int) {
	all, kept := len(b.Holders), map[Standing]int{}
	b.Holders = slices.DeleteFunc(b.Holders, func(h Holder) bool {
		kept[h.Standing()]++
		return kept[h.Standing()] > most
	})
	return all - len(b.Holders)
}

// succeed marks as former who was last seen in a post before another was first
// seen in it, where one at a time holds it.
func succeed(all []Holder) {
	last := map[string][2]*Holder{} // of each title, who was first seen last, and the last before him who is another
	for i := range all {
		h := &all[i]
		two := last[h.Title]
		switch {
		case two[0] == nil || h.First > two[0].First && h.ID != two[0].ID:
			two[0], two[1] = h, two[0]
		case h.ID == two[0].ID:
			if h.First > two[0].First {
				two[0] = h
			}
		case two[1] == nil || h.First > two[1].First:
			two[1] = h
		}
		last[h.Title] = two
	}
	for i := range all {
		h := &all[i]
		if h.Former || h.Last == "" || !alone(h.Title) {
			continue
		}
		for _, o := range last[h.Title] {
			h.Former = h.Former || o != nil && o.ID != h.ID && o.First > h.Last
		}
	}
}

// rise marks as former the deputies who head the agency since they were last called so.
func rise(all []Holder) {
	heads := map[string]string{} // since when somebody heads it, by his id
	for _, h := range all {
		if since, ok := heads[h.ID]; alone(h.Title) && h.First != "" && (!ok || h.First < since) {
			heads[h.ID] = h.First
		}
	}
	for i := range all {
		h := &all[i]
		since, heads := heads[h.ID]
		h.Former = h.Former || begins(h.Title, deputies[:]) && heads && since >= h.Last
	}
}

// leave marks as former who is told to have left the post since the day that he was last
// seen in it.
func (c *Agencies) leave(ctx context.Context, agency string, all []Holder) error {
	type post struct {
		official int64
		title    string
	}
	left := map[post]string{}
	err := c.db.Each(ctx, `SELECT p.official, e.title, MAX(e.first_day) FROM event_rows e CROSS JOIN event_officials p ON p.event = e.id
		WHERE e.kind = 'departure' AND e.agency = ? AND p.role = 'subject' AND e.status = 'done' AND e.first_day IS NOT NULL GROUP BY p.official, e.title`, []any{agency}, func(rows *sql.Rows) error {
		var p post
		var day string
		err := rows.Scan(&p.official, &p.title, &day)
		left[p] = day
		return err
	})
	for i := range all {
		h := &all[i]
		day := left[post{h.n, h.Title}]
		h.Former = h.Former || day != "" && day >= h.Last[:min(len(h.Last), len(day))]
	}
	return err
}

// sourceOf is how many of the articles stored last that give somebody a post are looked
// through for the sentence that is shown.
const sourceOf = 8

// Source fills in the sentences behind the holders that are shown.
func (c *Agencies) Source(ctx context.Context, b *Body) error {
	g, err := c.giving(ctx, b.ID)
	if err != nil {
		return err
	}
	defer g.close()
	var all []given
	ends := make([]int, len(b.Holders)) // of what is given to each
	for i := range b.Holders {
		h := &b.Holders[i]
		some, err := g.of(h.n, h.Title, sourceOf)
		if err != nil {
			return err
		}
		all = append(all, calling(some, h.Former)...)
		ends[i] = len(all)
	}
	sources, err := g.sources(all)
	from := 0
	for i, end := range ends {
		if from < end {
			b.Holders[i].Source = sources[best(all[from:end], sources[from:end])+from]
		}
		from = end
	}
	return err
}

// calling keeps the posts that call their holder a former one or not, as is asked for,
// where there are such.
func calling(all []given, former bool) []given {
	so := func(x given) bool { return x.office.former == former }
	if slices.ContainsFunc(all, so) {
		return slices.DeleteFunc(all, func(x given) bool { return !so(x) })
	}
	return all
}

// best tells which sentence is shown of those that give a post: of the last article, and
// one that prints the agency, where there is such.
func best(all []given, sources []officials.Source) (first int) {
	rank := func(i int) int { return min(1, strings.Count(sources[i].Sentence, all[i].office.agency)) }
	for i := range sources {
		if cmp.Or(rank(i)-rank(first), cmp.Compare(sources[i].Published, sources[first].Published), cmp.Compare(all[i].appearance>>column.ArticleBits, all[first].appearance>>column.ArticleBits)) > 0 {
			first = i
		}
	}
	return first
}

// Titled keeps the holders of one title, typed with marks or without, one after
// the other.
func (b *Body) Titled(title string) {
	n := fold.NameOf(title)
	b.Holders = slices.DeleteFunc(b.Holders, func(h Holder) bool { return fold.Plain(h.Title) != n.Folded || !n.Fits(h.Title) })
	slices.SortFunc(b.Holders, func(x, y Holder) int {
		return cmp.Or(cmp.Compare(cmp.Or(x.First, x.Last), cmp.Or(y.First, y.Last)), cmp.Compare(x.ID, y.ID))
	})
}

// On keeps the holders of one day: those who were seen in the post before and
// after it, and who was seen last before it, where nobody else was by then.
func (b *Body) On(day officials.Day) {
	var held []Holder
	for _, h := range b.Holders {
		if h.First == "" || !day.After(h.First) {
			continue
		}
		h.Presumed = !day.Before(h.Last)
		followed := slices.ContainsFunc(b.Holders, func(o Holder) bool {
			return o.ID != h.ID && o.Title == h.Title && alone(h.Title) && o.First > h.Last && day.After(o.First)
		})
		if !h.Presumed || !followed && alone(h.Title) {
			held = append(held, h)
		}
	}
	b.Holders = held
}
