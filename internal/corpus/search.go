package corpus

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
)

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
	Filter Filter
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

// Search finds articles: those that hold the words one after the other first, then
// those that hold all of them; where there is none, those that hold some. A word
// without marks stands for any marks.
func (c *Corpus) Search(ctx context.Context, o Searching) (out Searched, err error) {
	q := parseQuery(o.Query)
	if len(q.alternatives) == 0 {
		return out, nil
	}
	cond, err := c.condition(ctx, c.db, &o.Filter)
	if err != nil {
		return out, c.stopped(ctx, err)
	}
	s := &searcher{c: c, o: o, where: cond, seen: map[int64]bool{}}
	if q.plain && len(q.positive()) > 1 {
		phrase := q.phrase()
		if err := s.add(ctx, &phrase); err != nil {
			return out, err
		}
	}
	if len(s.hits) < o.Limit {
		if err := s.add(ctx, &q); err != nil {
			return out, err
		}
	}
	if len(s.hits) == 0 {
		out.Instead, err = s.instead(ctx, &q)
	}
	out.Hits = s.hits
	return out, err
}

type searcher struct {
	c     *Corpus
	o     Searching
	where *where
	seen  map[int64]bool
	hits  []Hit
}

// instead searches what is left without the terms that no article holds or,
// where each is held by some, for any of them.
func (s *searcher) instead(ctx context.Context, q *query) (string, error) {
	terms := q.positive()
	if len(terms) < 2 {
		return "", nil
	}
	var held []term
	for _, t := range terms {
		ids, err := s.candidates(ctx, &query{alternatives: [][]term{{t}}}, 1)
		if err != nil {
			return "", err
		}
		if len(ids) > 0 {
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

// add adds the articles that fit a query, as far as the limit allows.
func (s *searcher) add(ctx context.Context, q *query) error {
	for most := s.o.Limit; ; most *= 8 {
		ids, err := s.candidates(ctx, q, most)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if len(s.hits) >= s.o.Limit {
				return nil
			}
			if s.seen[id] {
				continue
			}
			s.seen[id] = true
			if err := s.hit(ctx, q, id); err != nil {
				return err
			}
		}
		if len(ids) < most {
			return nil
		}
	}
}

// candidates gives the articles that hold the words of a query, marks or none, the
// best first.
func (s *searcher) candidates(ctx context.Context, q *query, most int) (ids []int64, err error) {
	where, args := s.where.text(), s.where.args
	if marks := q.marks(); marks != "" {
		where += ` AND a.id IN (SELECT rowid FROM marked WHERE marked MATCH ?)`
		args = append(args[:len(args):len(args)], marks)
	}
	ask := func(from, match, order string) error {
		return s.c.each(ctx, `SELECT a.id FROM `+from+` AND `+where+` ORDER BY `+order+` LIMIT ?`,
			append(append([]any{match}, args...), most), func(rows *sql.Rows) error {
				var id int64
				err := rows.Scan(&id)
				ids = append(ids, id)
				return err
			})
	}
	var n int
	if err := s.c.db.QueryRowContext(ctx, `SELECT COUNT(*) FROM (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)`, q.match(), common).Scan(&n); err != nil {
		return nil, s.c.stopped(ctx, err)
	}
	const newest = `a.published DESC, a.id DESC`
	const byWords = `search CROSS JOIN article_rows a ON a.id = search.rowid WHERE search MATCH ?`
	const days = `article_rows a INDEXED BY articles_published WHERE a.id IN (SELECT rowid FROM search WHERE search MATCH ?` // ends early, where many fit
	const byDay, byTitle = days + `)`, days + ` ORDER BY rowid DESC LIMIT ` + mostTitled + `)`
	switch {
	case n < common && s.o.Newest:
		return ids, ask(byWords, q.match(), newest)
	case n < common:
		return ids, ask(byWords, q.match(), `bm25(search, 1.0, 8.0), `+newest)
	case s.o.Newest:
		return ids, ask(byDay, q.match(), newest)
	}
	if err := ask(byTitle, `title_folded : (`+q.match()+`)`, newest); err != nil || len(ids) >= most {
		return ids, err
	}
	return ids, ask(byDay, q.match(), newest)
}

// hit adds one article, if it holds the words with their marks.
func (s *searcher) hit(ctx context.Context, q *query, id int64) error {
	var h Hit
	var body string
	if err := s.c.db.QueryRowContext(ctx, `SELECT url, (SELECT host FROM sites WHERE n = site), COALESCE(published, ''), title, body FROM article_rows WHERE id = ?`, id).
		Scan(&h.URL, &h.Site, &h.Published, &h.Title, &body); err != nil {
		return s.c.stopped(ctx, err)
	}
	title, text := newPassage(h.Title), newPassage(body)
	if !slices.ContainsFunc(q.alternatives, func(terms []term) bool { return holds(title, text, terms) }) {
		return nil
	}
	h.Snippet = text.snippet(q.positive())
	s.hits = append(s.hits, h)
	return nil
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
