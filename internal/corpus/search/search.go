// Package search looks for words and phrases in the articles of a corpus.
package search

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/named"
	"github.com/boctin/boctin/internal/corpus/store"
)

// Texts are the titles and bodies of articles.
type Texts struct {
	db    *store.DB
	names *named.Names
}

// Of gives the texts of a database.
func Of(db *store.DB, names *named.Names) *Texts { return &Texts{db, names} }

// Hit is one article that a search found.
type Hit struct {
	URL       string `json:"url"`
	Site      string `json:"site"`
	Published string `json:"published,omitempty"`
	Title     string `json:"title"`
	Snippet   string `json:"snippet"`
}

// Searching says what is looked for.
type Searching struct {
	Query  string
	Filter named.Filter
	Newest bool // the last published first, else those that fit best
	Limit  int
}

// Searched is what was found.
type Searched struct {
	Hits    []Hit
	Instead string // what was searched where nothing holds all that was asked for
}

// common is how many articles may hold what is looked for before how well they
// fit is no longer weighed: those that have it in the title come first then, and
// the last published.
const common = 3000

// mostTitled is how many articles with it in the title, the last stored, are looked at.
const mostTitled = "20000"

// Find finds articles: those that hold the words one after the other first, then
// those that hold all of them; where there is none, those that hold some. A word
// without marks stands for any marks.
func (c *Texts) Find(ctx context.Context, o Searching) (out Searched, err error) {
	q := parseQuery(o.Query)
	if len(q.alternatives) == 0 {
		return out, nil
	}
	err = c.db.Reading(ctx, func(tx *store.Tx) error {
		cond, err := c.names.Condition(ctx, tx, &o.Filter)
		if err != nil {
			return err
		}
		out, err = newSearcher(tx, o, cond).search(ctx, &q)
		return err
	})
	return out, err
}

// search looks for the words of a plain query one after the other, and for all of a query.
func (s *searcher) search(ctx context.Context, q *query) (out Searched, err error) {
	if q.plain && len(q.positive()) > 1 {
		phrase := q.phrase()
		if err := s.add(ctx, &phrase); err != nil {
			return out, err
		}
	}
	if !s.full() {
		if err := s.add(ctx, q); err != nil {
			return out, err
		}
	}
	if len(s.hits) == 0 {
		out.Instead, err = s.instead(ctx, q)
	}
	out.Hits = s.hits
	return out, err
}

type searcher struct {
	tx     *store.Tx
	o      Searching
	where  *named.Where
	places []term // one of which an article must hold
	seen   map[int64]bool
	hits   []Hit
}

func newSearcher(tx *store.Tx, o Searching, w *named.Where) *searcher {
	s := &searcher{tx: tx, o: o, where: w, seen: map[int64]bool{}}
	for _, words := range w.Places() {
		s.places = append(s.places, term{words: words})
	}
	return s
}

func (s *searcher) full() bool { return len(s.hits) >= s.o.Limit }

// instead searches what is left without the terms that no article holds or,
// where each is held by some, for any of them.
func (s *searcher) instead(ctx context.Context, q *query) (string, error) {
	terms := q.positive()
	if len(terms) < 2 {
		return "", nil
	}
	var held []term
	for _, t := range terms {
		alone := newSearcher(s.tx, Searching{Limit: 1, Newest: true}, s.where)
		if err := alone.add(ctx, &query{alternatives: [][]term{{t}}}); err != nil {
			return "", err
		}
		if alone.full() {
			held = append(held, t)
		}
	}
	both, any := query{alternatives: [][]term{held}, not: q.not}, q.either(held)
	for _, try := range []struct {
		query
		sep string
	}{{both, " "}, {any, " OR "}} {
		if len(held) == 0 || len(held) == len(terms) && try.sep == " " {
			continue
		}
		if err := s.add(ctx, &try.query); err != nil || len(s.hits) > 0 {
			return inWords(held, try.sep), err
		}
	}
	return "", nil
}

func inWords(terms []term, sep string) string {
	var all []string
	for _, t := range terms {
		text := cmp.Or(t.key, strings.Join(t.words, " "))
		if len(t.words) > 1 {
			text = `"` + text + `"`
		}
		all = append(all, text)
	}
	return strings.Join(all, sep)
}

// add adds the articles that fit a query, as far as the limit allows: the best first, of
// many those that have it in the title and then the others, the last published first.
func (s *searcher) add(ctx context.Context, q *query) error {
	var n int
	if err := s.tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)`, q.match(), common).Scan(&n); err != nil {
		return err
	}
	const newest = `a.published DESC, a.id DESC`
	switch {
	case n < common && s.o.Newest:
		return s.indexed(ctx, q, byWords, q.match(), newest)
	case n < common:
		return s.indexed(ctx, q, byWords, q.match(), `bm25(search, 1.0, 8.0), `+newest)
	}
	if !s.o.Newest {
		if done, err := s.walk(ctx, q, inTitles); err != nil || s.full() {
			return err
		} else if !done {
			if err := s.indexed(ctx, q, days+` ORDER BY rowid DESC LIMIT `+mostTitled+`)`, q.titled(), newest); err != nil || s.full() {
				return err
			}
		}
	}
	done, err := s.walk(ctx, q, inTexts)
	if err != nil || done || s.full() {
		return err
	}
	return s.indexed(ctx, q, days+`)`, q.match(), newest)
}

// How the articles of the full-text index are looked through: as it gives them, and by
// their days, which ends early where many fit.
const (
	byWords = `search CROSS JOIN article_rows a ON a.id = search.rowid WHERE search MATCH ?`
	days    = `article_rows a INDEXED BY articles_published WHERE a.id IN (SELECT rowid FROM search WHERE search MATCH ?`
)

// indexed adds the articles that the full-text index gives for a query, in an order.
func (s *searcher) indexed(ctx context.Context, q *query, from, match, order string) error {
	where, args := s.where.Text(), s.where.Args
	if from == byWords {
		where, args = s.where.Each(q.match())
	}
	if marks := q.marks(); marks != "" {
		where, args = where+` AND a.id IN (SELECT rowid FROM marked WHERE marked MATCH ?)`, append(slices.Clip(args), marks)
	}
	for most := s.o.Limit; ; most *= 8 {
		ids, err := s.rows(ctx, `SELECT a.id FROM `+from+` AND `+where+` ORDER BY `+order+` LIMIT ?`, append(append([]any{match}, args...), most))
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := s.hit(ctx, q, id); err != nil || s.full() {
				return err
			}
		}
		if len(ids) < most {
			return nil
		}
	}
}

func (s *searcher) rows(ctx context.Context, text string, args []any) (ids []int64, err error) {
	return ids, store.Each(ctx, s.tx, text, args, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
}

// hit adds one article, if it holds the words with their marks.
func (s *searcher) hit(ctx context.Context, q *query, id int64) error {
	if s.seen[id] {
		return nil
	}
	s.seen[id] = true
	var h Hit
	var body string
	if err := s.tx.QueryRowContext(ctx, `SELECT url, (SELECT host FROM sites WHERE n = site), COALESCE(published, ''), title, body FROM article_rows WHERE id = ?`, id).
		Scan(&h.URL, &h.Site, &h.Published, &h.Title, &body); err != nil {
		return err
	}
	title, text := newPassage(h.Title), newPassage(body)
	if !q.fits(title, text) || !near(s.places, title, text) {
		return nil
	}
	h.Snippet = text.snippet(q.positive())
	s.hits = append(s.hits, h)
	return nil
}

// fits tells whether an article holds the words of a query with their marks, and none of
// those that it must not hold, whatever their marks.
func (q *query) fits(title, body *passage) bool {
	return slices.ContainsFunc(q.alternatives, func(terms []term) bool { return holds(title, body, terms) }) &&
		!slices.ContainsFunc(q.not, func(t term) bool { return holds(title, body, []term{{column: t.column, words: t.words}}) })
}

// near tells whether an article holds one of some places, where there are any.
func near(places []term, title, body *passage) bool {
	return len(places) == 0 || slices.ContainsFunc(places, func(t term) bool { return holds(title, body, []term{t}) })
}

// holds tells whether an article holds all of some terms with their marks.
func holds(title, body *passage, terms []term) bool {
	return !slices.ContainsFunc(terms, func(t term) bool {
		inTitle := t.column != columns["body"] && len(title.find(t)) > 0
		return !inTitle && (t.column == columns["title"] || len(body.find(t)) == 0)
	})
}

// String is the query in words, for tests.
func (q query) String() string { return fmt.Sprintf("%s | %s", q.match(), q.marks()) }
