package event

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/viet"
)

// Input is what the finders before have found in the texts of an article.
type Input struct {
	Texts     []*viet.Text
	Dates     []boctin.Date
	Agencies  []boctin.Agency
	Officials []boctin.Official
}

// mark is a finding at its tokens; of is its index in the list of its kind.
type mark struct {
	from, to int
	kind     classes
	of       int
}

// marks gives the findings in a text, in order; of those that overlap, the one
// that begins first, persons before bodies.
func (in *Input) marks(t *viet.Text) []mark {
	var list []mark
	add := func(kind classes, of int, span boctin.Span) {
		if span.Field == t.Field {
			from, to := tokensAt(t, span)
			list = append(list, mark{from, to, kind, of})
		}
	}
	for i := range in.Officials {
		for _, m := range in.Officials[i].Mentions {
			add(isPerson, i, m.Span)
		}
	}
	for i := range in.Agencies {
		for _, m := range in.Agencies[i].Mentions {
			add(isBody, i, m.Span)
		}
	}
	for i := range in.Dates {
		add(isDate, i, in.Dates[i].Span)
	}
	slices.SortStableFunc(list, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.kind, b.kind), cmp.Compare(b.to, a.to))
	})
	end := 0
	return slices.DeleteFunc(list, func(m mark) bool {
		if m.from < end || m.to <= m.from {
			return true
		}
		end = m.to
		return false
	})
}

// tokensAt gives the tokens that a span covers.
func tokensAt(t *viet.Text, span boctin.Span) (from, to int) {
	from, _ = slices.BinarySearchFunc(t.Tokens, span.Start, func(tok viet.Token, at int) int { return cmp.Compare(tok.Start, at) })
	for to = from; to < len(t.Tokens) && t.Tokens[to].End <= span.End; to++ {
	}
	return from, to
}
