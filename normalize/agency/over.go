package agency

import (
	"github.com/boctin/boctin/normalize/viet"
)

// The words before and behind a short form in brackets that a name may have.
const (
	beforeShort = 7
	behindShort = 24
)

// over reads the name at token i over a short form that stands in its middle:
// Ủy ban Kiểm tra (UBKT) Trung ương. D is what is read up to there, kept unless
// the name goes on behind the brackets.
func (r *reader) over(i int, d *node) *node {
	toks := r.x.Tokens
	k := i + 1
	for k < len(toks) && k <= i+beforeShort && toks[k].Kind == viet.Word && toks[k].Gap != viet.Paragraph {
		k++
	}
	if !r.shortBehind(k) || k+3 >= len(toks) || toks[k+3].Gap != viet.Space || d != nil && d.to > k+3 {
		return d
	}
	from := max(0, i-2)
	end := min(len(toks), k+3+behindShort)
	cut := make([]viet.Token, 0, end-from)
	cut = append(append(cut, toks[from:k]...), toks[k+3:end]...)
	x := *r.x
	x.Tokens = cut
	sub := reader{tables: r.tables, x: &x, n: r.n, cut: true}
	for _, e := range r.ends {
		sub.ends = append(sub.ends, e-from)
	}
	whole := sub.agencyAt(i-from, 0)
	if whole == nil || whole.to <= k-from || whole.made != "" {
		return d
	}
	for o := whole; o != nil; o = o.owner {
		o.from, o.to = shifted(o.from, from, k), shifted(o.to-1, from, k)+1
	}
	return whole
}

// shifted gives the token of the whole text for one of the cut text.
func shifted(i, from, k int) int {
	if i+from >= k {
		return i + from + 3
	}
	return i + from
}
