package event

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/reading"
)

// Input is what the finders before have found in the texts of an article.
type Input struct {
	Year      string // of publication, "" if unknown
	Day       string // likewise
	Texts     []*reading.Text
	Dates     []boctin.Date
	Agencies  []boctin.Agency
	Officials []boctin.Official
}

// mark is a finding at its tokens; of is its index in the list of its kind.
type mark struct {
	from, to int
	kind     classes
	of       int
	inner    int // of a body that is named inside that of another, -1 for none
}

// marks gives the findings in each text, in order, in the memory of others; of those
// that overlap, the one that begins first, persons before bodies.
func (in *Input) marks(all [][]mark) [][]mark {
	at := map[string]int{}
	for i, t := range in.Texts {
		if at[t.Field] = i; i == len(all) {
			all = append(all, nil)
		}
		all[i] = all[i][:0]
	}
	add := func(kind classes, of int, span boctin.Span) {
		i := at[span.Field]
		from, to := tokensAt(in.Texts[i], span)
		all[i] = append(all[i], mark{from, to, kind, of, -1})
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
	for i := range in.Texts {
		all[i] = apart(all[i])
	}
	return all
}

// apart puts marks in order and leaves out those that begin inside another, but for the first of
// the bodies inside one.
func apart(list []mark) []mark {
	slices.SortStableFunc(list, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.kind, b.kind), cmp.Compare(b.to, a.to))
	})
	kept := list[:0]
	for _, m := range list {
		n := len(kept)
		switch {
		case n == 0, m.from >= kept[n-1].to:
			kept = append(kept, m)
		case m.kind == isBody && kept[n-1].inner < 0:
			kept[n-1].inner = m.of
		}
	}
	return kept
}

// hold notes the officials by the title of a post.
func (in *Input) hold(all map[string][]int) {
	for i := range in.Officials {
		for _, p := range in.Officials[i].Posts {
			if list := all[p.Title]; len(list) == 0 || list[len(list)-1] != i {
				all[p.Title] = append(list, i)
			}
		}
	}
}

// tokensAt gives the tokens that a span covers.
func tokensAt(t *reading.Text, span boctin.Span) (from, to int) {
	from = t.TokenAt(span.Start)
	for to = from; to < len(t.Tokens) && t.Tokens[to].End <= span.End; to++ {
	}
	return from, to
}
