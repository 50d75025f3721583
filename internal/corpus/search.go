package corpus

import (
	"context"
	"database/sql"
	"strings"

	"github.com/boctin/boctin/normalize/viet"
)

// Hit is one article that a search found.
type Hit struct {
	URL       string `json:"url"`
	Site      string `json:"site"`
	Published string `json:"published,omitempty"`
	Title     string `json:"title"`
	Snippet   string `json:"snippet"`
}

// recent is how many hits, the last stored first, are put in order of their date.
const recent = 1000

// Search finds articles that hold the words of a query one after the other or,
// where too few do, all of them anywhere; the last published come first. A
// query without marks finds words with any marks.
func (c *Corpus) Search(ctx context.Context, query string, limit int) ([]Hit, error) {
	words := searchWords(query)
	if len(words) == 0 {
		return nil, nil
	}
	columns := "{title body}"
	folded := viet.Fold(query) == strings.ToLower(query)
	if folded {
		columns = "{title_folded body_folded}"
	}
	s := searcher{c: c, folded: folded, limit: limit, seen: map[string]bool{}}
	if err := s.add(ctx, columns+` : "`+strings.Join(words, " ")+`"`, []string{strings.Join(words, " ")}); err != nil {
		return nil, err
	}
	if len(words) > 1 && len(s.hits) < limit {
		if err := s.add(ctx, columns+` : ("`+strings.Join(words, `" AND "`)+`")`, words); err != nil {
			return nil, err
		}
	}
	return s.hits, nil
}

// searchWords takes a query apart as the index does, so that no sign in it is syntax.
func searchWords(query string) []string {
	return strings.FieldsFunc(strings.ToLower(query), func(r rune) bool { return !isWord(r) })
}

type searcher struct {
	c      *Corpus
	folded bool
	limit  int
	seen   map[string]bool
	hits   []Hit
}

func (s *searcher) add(ctx context.Context, match string, words []string) error {
	return s.c.each(ctx, `SELECT url, site, COALESCE(published, ''), title, body FROM articles WHERE id IN (
		SELECT a.id FROM (SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) s JOIN articles a ON a.id = s.id
		ORDER BY a.published DESC, a.id DESC LIMIT ?) ORDER BY published DESC, id DESC`,
		[]any{match, recent, s.limit}, func(rows *sql.Rows) error {
			var h Hit
			var body string
			if err := rows.Scan(&h.URL, &h.Site, &h.Published, &h.Title, &body); err != nil {
				return err
			}
			if s.seen[h.URL] || len(s.hits) >= s.limit {
				return nil
			}
			s.seen[h.URL] = true
			h.Snippet = snippet(body, words, s.folded)
			s.hits = append(s.hits, h)
			return nil
		})
}
