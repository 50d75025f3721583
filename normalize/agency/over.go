package agency

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// The words before and behind a short form in brackets that a name may have.
const (
	beforeShort = 12
	behindShort = 24
)

// over reads the name at token i over a short form that stands in its middle:
// Ủy ban Kiểm tra (UBKT) Trung ương. D is what is read up to there, kept unless
// the name goes on behind the brackets.
func (r *reader) over(i int, d *node) *node {
	if !r.shortAhead(i) {
		return d
	}
	k := r.shorts[0]
	if d != nil && d.made == "" && d.to > k+3 {
		return d
	}
	from, end := max(0, i-2), min(len(r.x.Tokens), k+3+behindShort)
	r.x.CutInto(&r.room.cut, from, k, k+3, end)
	sub := reader{namer: namer{gazetteer{r.words, &r.room.cut}}, rules: r.rules, room: r.room, n: r.n}
	for _, e := range r.ends {
		sub.ends = append(sub.ends, e-from)
	}
	whole := sub.agencyAt(i-from, 0)
	if whole == nil || whole.to <= k-from || whole.body < 0 && whole.made != "" {
		return d
	}
	for o := whole; o != nil; o = o.owner {
		o.from, o.to = shifted(o.from, from, k), shifted(o.to-1, from, k)+1
	}
	return whole
}

// shortForms gives the tokens at which a short form in brackets stands that a name may
// go on behind.
func (r *namer) shortForms() (list []int) {
	for k := range r.x.With(reading.Opening) {
		if (r.shortBehind(k) || r.codeBehind(k)) && r.x.Is(k+3, reading.Spaced|reading.Comma) {
			list = append(list, k)
		}
	}
	return list
}

// codeBehind tells whether "(C01)" follows: one word of letters and figures.
func (r *namer) codeBehind(i int) bool {
	return r.x.Looks(i, reading.Opening|reading.Spaced, reading.Large, reading.Closing) && isCode(r.x.Word(i+1))
}

// shortAhead tells whether the first of the short forms stands behind token i with
// nothing but words before it. Those at i and before are done with.
func (r *reader) shortAhead(i int) bool {
	for len(r.shorts) > 0 && r.shorts[0] <= i {
		r.shorts = r.shorts[1:]
	}
	if len(r.shorts) == 0 || r.shorts[0] > i+1+beforeShort {
		return false
	}
	for k := i + 1; k < r.shorts[0]; k++ {
		if !r.x.Is(k, reading.Letters) {
			return false
		}
	}
	return true
}

// shifted gives the token of the whole text for one of the cut text.
func shifted(i, from, k int) int {
	if i+from >= k {
		return i + from + 3
	}
	return i + from
}

// knownShort reads a name behind which a short form in brackets stands that is known as one of a body with the same head,
// and is that body: Trung tâm An toàn không gian mạng quốc gia (NCSC).
func knownShort(f *form) *node {
	k := f.first()
	for k < f.first()+maxName && f.x.Is(k, reading.Letters) {
		k++
	}
	if !f.shortBehind(k) {
		return nil
	}
	for i := f.first(); i < k; i++ {
		if field, _ := f.x.Longest(i, reading.Field); field.Len > 1 {
			i += int(field.Len) - 1
		} else if f.closes(i) {
			return nil
		}
	}
	return ofShort(f, k)
}

// ofShort gives the body of the short form in brackets at token k, nil for one of another head.
func ofShort(f *form, k int) *node {
	const brackets = 3 // tokens with the word between them
	senses, n := f.names.Longest(f.x, k+1)
	if n != 1 || !senses[0].exact {
		return nil
	}
	if b := &f.bodies[senses[0].body]; !b.plain() || b.Country == lexicon.International {
		return nil
	}
	d := f.listed(f.i, k+brackets-f.i, senses)
	if !headedBy(f, d) {
		return nil
	}
	return d
}

// headedBy tells whether the name of a listed body begins with the head of a form, so that it is none of which the form has a
// unit.
func headedBy(f *form, d *node) bool {
	return d.body >= 0 && strings.HasPrefix(f.bodies[d.body].Name, f.Word+" ")
}
