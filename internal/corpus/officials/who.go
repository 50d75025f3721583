// Package officials tells what a corpus says of its officials: posts and ranks with the articles
// that give them, who is named beside whom, and what makes one person of his appearances.
package officials

import (
	"cmp"
	"context"
	"slices"

	"github.com/boctin/boctin/internal/corpus/articles"
	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/persons"
	"github.com/boctin/boctin/internal/corpus/store"
)

// Officials are those whom the articles of a corpus name.
type Officials struct {
	db        *store.DB
	names     *named.Names
	persons   *persons.Persons
	resolvers *persons.Resolvers
	articles  *articles.Articles
}

// Of gives the officials of a database, found by their names, with what tells them apart.
func Of(db *store.DB, n *named.Names, p *persons.Persons, r *persons.Resolvers, a *articles.Articles) *Officials {
	return &Officials{db, n, p, r, a}
}

// Person is what a corpus says of one official.
type Person struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Country     string   `json:"country,omitempty"`
	Aliases     []string `json:"aliases,omitempty"`
	Appearances int      `json:"appearances"` // articles
	First       string   `json:"first_seen,omitempty"`
	Last        string   `json:"last_seen,omitempty"`
	Ranks       []Rank   `json:"ranks,omitempty"`
	Posts       []Held   `json:"posts,omitempty"`
	Beside      []Beside `json:"named_with,omitempty"` // those most often named in the same articles, of the last 2,000
	Alone       *Alone   `json:"named_alone,omitempty"`

	last []int64 // his appearances in the articles published last, the last first
}

// Rank is a rank with the days of the first and last article that gives it.
type Rank struct {
	Rank     string `json:"rank"`
	First    string `json:"first_seen,omitempty"`
	Last     string `json:"last_seen,omitempty"`
	Articles int    `json:"articles"`
}

// Held is a post with its evidence: one, whether articles name its body or not (see sameOffices).
type Held struct {
	persons.Office
	First    string   `json:"first_seen,omitempty"`
	Last     string   `json:"last_seen,omitempty"`
	Articles int      `json:"articles"`
	Presumed bool     `json:"presumed,omitempty"` // of a day: last seen before it
	Sources  []Source `json:"sources"`            // the first and the last
}

// Source is the sentence of an article; Start and End are code points.
type Source struct {
	URL       string `json:"url"`
	Published string `json:"published,omitempty"`
	Sentence  string `json:"sentence"`
	Field     string `json:"field"`
	Start     int    `json:"start"`
	End       int    `json:"end"`

	Said persons.Office `json:"-"` // the post as that article gives it

	appearance int64 // that gives it
}

// Beside is another official named in the same articles.
type Beside struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Articles int    `json:"articles"`
}

// Who gives every official of a name, however it is written, or of an id, the
// most often named first; a person of people.toml is found by all his names. Where
// nobody bears it the error is an *Unknown.
func (c *Officials) Who(ctx context.Context, name string) ([]Person, error) {
	return c.WhoIn(ctx, name, named.Filter{})
}

// WhoIn is Who, as far as the articles that pass the filter say.
func (c *Officials) WhoIn(ctx context.Context, name string, f named.Filter) (people []Person, err error) {
	ids, err := c.names.Officials(ctx, c.db, name)
	if err != nil {
		return nil, c.db.Stopped(ctx, err)
	}
	in, err := c.names.Telling(ctx, &f)
	if err != nil {
		return nil, c.db.Stopped(ctx, err)
	}
	all, err := c.persons.Borne(ctx, ids, in)
	for _, b := range all {
		p := Person{ID: b.ID, Name: b.Name, Country: b.Country}
		if err == nil {
			err = c.fill(ctx, &p, b)
		}
		if err == nil && in.Text == "" {
			err = c.alone(ctx, &p, b)
		}
		people = append(people, p)
	}
	return people, err
}

// On keeps of a person the posts of one day: those that articles give him before
// and after it, and of those seen before it alone the last, which is presumed.
func (p *Person) On(day Day) {
	var held, before []Held
	for _, h := range p.Posts {
		switch {
		case h.Former || h.First == "" || !day.After(h.First):
		case day.Before(h.Last):
			held = append(held, h)
		default:
			h.Presumed = true
			before = append(before, h)
		}
	}
	if len(held) == 0 && len(before) > 0 {
		slices.SortStableFunc(before, func(a, b Held) int { return cmp.Compare(b.Last, a.Last) })
		held = before[:1]
	}
	p.Posts, p.Ranks, p.Beside = held, nil, nil
}
