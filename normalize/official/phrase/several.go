package phrase

import (
	"strings"

	"github.com/boctin/boctin/normalize/reading"
)

// several reads like bodies in a row, each of which another leads, where the names follow or precede:
// Giám đốc các Sở Y tế và Xây dựng lần lượt là A và B; A và B làm Thứ trưởng các bộ: Y tế và Xây dựng.
func (r bodyReader) several() bool {
	s, each := r.firstOfSeveral()
	if s.To == 0 {
		return false
	}
	o, last := *r.o, gapNone
	o.take(r.Text, s)
	for first := s.Body; last != gapAnd; {
		it := item{from: o.To}
		s, ok := r.Body(o.To + 1)
		switch {
		case r.Is(o.To, reading.Comma|reading.And) && ok && r.alike(first, s.Body):
			items{r.posts}.gap(&it)
			last = it.gap
			o.join(r.Text, s)
			continue
		case !each:
			return false
		}
		break
	}
	before, _ := r.wordBefore(o.From, longestLink, linkWord)
	if len(o.others) == 0 || !before.isLink(linkIs) && r.namesFollow(o.To) == 0 {
		return false
	}
	*r.o = o
	return true
}

// firstOfSeveral gives the first of such bodies, none where no body is named; each: a word for many stands before it,
// so that the last one may stand behind a comma.
func (r bodyReader) firstOfSeveral() (s Spot, each bool) {
	i := r.at
	w, n := r.word(i)
	if each = w.kind == manyWord; each {
		i += n
	}
	for _, k := range []int{i, pastColon(r.Text, i)} {
		if s, ok := r.Body(k); ok {
			return s, each
		}
	}
	s, _ = r.spots.over(r.o.From, r.title) // Trưởng | Công an các xã A và B
	return s, each
}

// longestLink is how many tokens a link has before the title that several come to.
const longestLink = 5

// pastColon gives the token behind the colon that sets off a list of bodies, token i where none does: các | bộ: Y tế.
func pastColon(r *Text, i int) int {
	const most = 2 // words before it
	for k := i; k <= i+most; k++ {
		if r.Is(k, reading.Colon) {
			return k + 1
		}
	}
	return i
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
