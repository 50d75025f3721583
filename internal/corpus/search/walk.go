package search

import (
	"context"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/normalize/viet"
)

// walking is a look at articles themselves, the last published first: what many articles
// hold is found sooner so than by listing all that hold it.
type walking struct {
	columns string // title and body, or the title alone
	most    int    // articles that are looked at before the index is asked
}

var (
	inTitles = walking{`a.title, ''`, 4000}
	inTexts  = walking{`a.title, a.body`, 1000}
)

// walk adds the articles that fit a query, the last published first. Done tells whether
// it looked at all that pass the filter; else there may be more.
func (s *searcher) walk(ctx context.Context, q *query, how walking) (done bool, err error) {
	from, args, err := s.last(ctx)
	if err != nil {
		return false, err
	}
	rows, err := s.tx.QueryContext(ctx, `SELECT a.id, `+how.columns+` FROM `+from, args...)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	for range how.most {
		if !rows.Next() {
			return true, rows.Err()
		}
		var id int64
		var title, body string
		if err := rows.Scan(&id, &title, &body); err != nil {
			return false, err
		}
		if !q.mayFit(spaced(title), spaced(body)) {
			continue
		}
		if err := s.hit(ctx, q, id); err != nil || s.full() {
			return false, err
		}
	}
	return false, nil
}

// narrow is how many articles may pass a part of a filter for these alone to be looked at.
const narrow = 5000

// last gives the articles a that pass the filter, but for what they hold, as FROM and what
// follows: the last published first.
func (s *searcher) last(ctx context.Context) (from string, args []any, err error) {
	const order = ` ORDER BY a.published DESC, a.id DESC`
	least, at := narrow, -1
	for i, t := range s.where.Tests {
		var n int
		if t.IDs == "" {
			continue
		}
		if err := s.tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM (`+t.IDs+` LIMIT ?)`, append(slices.Clip(t.Args), least)...).Scan(&n); err != nil {
			return "", nil, err
		}
		if n < least {
			least, at = n, i
		}
	}
	parts := []string{`a.newest = 1`}
	if at >= 0 {
		args = append(args, s.where.Tests[at].Args...)
	}
	for i, t := range s.where.Tests {
		if i != at && t.Phrases == nil {
			parts, args = append(parts, t.Text), append(args, t.Args...)
		}
	}
	where := ` WHERE ` + strings.Join(parts, ` AND `) + order
	if at < 0 {
		return `article_rows a INDEXED BY articles_published` + where, args, nil
	}
	return `(SELECT a.id FROM (SELECT DISTINCT id FROM (` + s.where.Tests[at].IDs + `)) s CROSS JOIN article_rows a ON a.id = s.id` + where + ` LIMIT -1) s CROSS JOIN article_rows a ON a.id = s.id`, args, nil
}

// spaced gives the words of a text without marks, a blank around each.
func spaced(text string) string {
	folded := viet.Fold(text)
	var b strings.Builder
	b.Grow(len(folded) + 2)
	b.WriteByte(' ')
	inside := false
	for _, r := range folded {
		switch {
		case fold.IsWord(r):
			b.WriteRune(r)
		case inside:
			b.WriteByte(' ')
		}
		inside = fold.IsWord(r)
	}
	b.WriteByte(' ')
	return b.String()
}

// mayFit tells whether a title or a body, as spaced gives them, hold the words of a query,
// whatever their marks.
func (q *query) mayFit(title, body string) bool {
	return slices.ContainsFunc(q.alternatives, func(terms []term) bool {
		return !slices.ContainsFunc(terms, func(t term) bool { return !t.in(title, body) })
	})
}

func (t term) in(title, body string) bool {
	words := " " + strings.Join(t.words, " ") + " "
	return t.column != columns["body"] && strings.Contains(title, words) || t.column != columns["title"] && strings.Contains(body, words)
}
