package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/fold"
	"github.com/boctin/boctin/normalize/viet"
)

// term is a word or phrase that is looked for.
type term struct {
	column string   // title_folded, body_folded, or empty for both
	words  []string // without marks
	key    string   // with marks; empty where it was typed without
}

// query is what is looked for: all terms of one of the alternatives, and none of not.
type query struct {
	alternatives [][]term
	not          []term
	plain        bool // words alone, which are also looked for one after the other
}

// columns are the fields that a term may be looked for in.
var columns = map[string]string{"title": "title_folded", "body": "body_folded", "text": "body_folded"}

// parseQuery reads words, "phrases", -words, title:words, and OR between what
// stands before and behind it. No other sign means anything.
func parseQuery(text string) query {
	q := query{plain: true}
	var now []term
	for text = fold.NameOf(text).Text; text != ""; text = strings.TrimSpace(text) {
		var p piece
		if p, text = cutPiece(text); p.word == "OR" && !p.quoted {
			q.alternatives, now, q.plain = q.alternative(now), nil, false
			continue
		}
		t, ok := p.term()
		switch {
		case ok && p.not:
			q.not, q.plain = append(q.not, t), false
		case ok:
			now = append(now, t)
			q.plain = q.plain && !p.quoted && t.column == ""
		}
	}
	q.alternatives = q.alternative(now)
	return q
}

// Holds tells whether a query names a word that articles are to hold.
func Holds(query string) bool { return len(parseQuery(query).alternatives) > 0 }

func (q *query) alternative(terms []term) [][]term {
	if len(terms) == 0 {
		return q.alternatives
	}
	return append(q.alternatives, terms)
}

// piece is a word of a query as it stands, or what stands in quotation marks.
type piece struct {
	not, quoted  bool
	column, word string
}

func cutPiece(text string) (p piece, rest string) {
	text, p.not = strings.CutPrefix(text, "-")
	if name, after, ok := strings.Cut(text, ":"); ok && columns[strings.ToLower(name)] != "" {
		p.column, text = columns[strings.ToLower(name)], after
	}
	if after, ok := strings.CutPrefix(text, `"`); ok {
		p.quoted = true
		p.word, rest, _ = strings.Cut(after, `"`)
		return p, rest
	}
	p.word, rest, _ = strings.Cut(text, " ")
	return p, rest
}

func (p piece) term() (t term, ok bool) {
	t = term{column: p.column, words: fold.Words(viet.Fold(p.word))}
	if key := fold.Key(p.word); key != strings.Join(t.words, " ") {
		t.key = key
	}
	return t, len(t.words) > 0
}

// match is the term as FTS5 reads it.
func (t term) match() string {
	m := `"` + strings.Join(t.words, " ") + `"`
	if t.column != "" {
		return t.column + " : " + m
	}
	return m
}

// match is the query as FTS5 reads it.
func (q query) match() string { return q.matching("") }

// titled is the query for articles that have the words in the title.
func (q query) titled() string { return q.matching("title_folded : ") }

func (q query) matching(column string) string {
	var all []string
	for _, terms := range q.alternatives {
		all = append(all, "("+matches(terms, " AND ")+")")
	}
	m := strings.Join(all, " OR ")
	if column != "" {
		m = column + "(" + m + ")"
	}
	if len(q.not) > 0 {
		m = "(" + m + ") NOT (" + matches(q.not, " OR ") + ")"
	}
	return m
}

func matches(terms []term, sep string) string {
	var all []string
	for _, t := range terms {
		all = append(all, t.match())
	}
	return strings.Join(all, sep)
}

// marks are the words with marks that an article must hold, as FTS5 reads them;
// empty where there are none.
func (q query) marks() string {
	if len(q.alternatives) != 1 {
		return ""
	}
	var all []string
	for _, t := range q.alternatives[0] {
		for _, w := range strings.Fields(fold.Marked(t.key)) {
			all = append(all, `"`+w+`"`)
		}
	}
	return strings.Join(all, " AND ")
}

// positive gives all terms that are looked for.
func (q query) positive() []term { return slices.Concat(q.alternatives...) }

// phrase is the words of a plain query one after the other.
func (q query) phrase() query {
	var t term
	var keys []string
	marked := false
	for _, one := range q.positive() {
		t.words = append(t.words, one.words...)
		marked = marked || one.key != ""
		keys = append(keys, cmp.Or(one.key, strings.Join(one.words, " ")))
	}
	if marked {
		t.key = strings.Join(keys, " ")
	}
	return query{alternatives: [][]term{{t}}}
}

// either is the query for articles that hold one of some terms.
func (q query) either(terms []term) query {
	out := query{not: q.not}
	for _, t := range terms {
		out.alternatives = append(out.alternatives, []term{t})
	}
	return out
}
