package phrase

import (
	"strings"

	"github.com/boctin/boctin/normalize/reading"
)

// several reads like bodies in a row, each of which another leads, where the names follow:
// Giám đốc các Sở Y tế và Xây dựng lần lượt là A và B; Chủ tịch UBND các xã A và B là.
func (r bodyReader) several() bool {
	i := r.at
	if w, n := r.word(i); w.kind == manyWord {
		i += n
	}
	s, ok := r.Body(i)
	if !ok {
		s, ok = r.spots.over(r.o.From, r.title) // Trưởng | Công an các xã A và B
	}
	if !ok {
		return false
	}
	o, last := *r.o, gapNone
	o.take(r.Text, s)
	for first := s.Body; last != gapAnd; {
		if !r.Is(o.To, reading.Comma|reading.And) {
			return false
		}
		it := item{from: o.To}
		items{r.posts}.gap(&it)
		s, ok = r.Body(o.To + 1)
		switch {
		case !ok, !r.alike(first, s.Body):
			return false
		}
		last = it.gap
		o.join(r.Text, s)
	}
	if r.namesFollow(o.To) > 0 {
		*r.o = o
	}
	return len(r.o.others) > 0
}

// alike tells whether two bodies are of one kind, or the council and the committee of a place.
func (r posts) alike(a, b int) bool {
	x, y := r.Bodies[a], r.Bodies[b]
	return x.Kind == y.Kind || r.council(x.Name) && r.council(y.Name)
}

// council tells whether the name of a body begins as that of a People's Council or Committee.
func (g *Grammar) council(name string) bool {
	for _, c := range g.lex.Clauses.Councils {
		if strings.HasPrefix(name, c) {
			return true
		}
	}
	return false
}

// namesFollow gives the tokens of "là" or "lần lượt" at token i, or behind a comma.
func (r posts) namesFollow(i int) int {
	if r.Is(i, reading.Comma) {
		i++
	}
	return r.link(i, linkIs) + r.phrase(i, inTurn)
}

// numberOfUnit reads a body of which the title has swallowed all but the number that tells it
// apart: Trưởng phòng 6.
func (r bodyReader) numberOfUnit() bool {
	o, i := r.o, r.at
	switch {
	case o.Entry.Unit == "", !r.Is(i, reading.Figures), r.Small(i + 1):
		return false
	}
	o.Body, o.To, o.State = o.Entry.Unit+" "+r.Word(i), i+1, true
	return true
}
