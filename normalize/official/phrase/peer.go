package phrase

import "github.com/boctin/boctin/normalize/reading"

// peer reads who is called the counterpart of another.
type peer struct{ items }

// read reads who holds the same post in another state as the one named last:
// Thủ tướng A hội đàm với người đồng cấp Thái Lan B.
func (r peer) read(i, n int) (item, bool) {
	code, m := r.State(i + n)
	to := i + n + m
	o := r.last
	if ahead, ok := r.postAhead(to); ok && !o.inSentence(r.Text, i) {
		o = ahead
	}
	_, ours := r.Text.place(to)
	switch {
	case o.Entry == nil, ours > 0, !r.Capital(to) && !r.namedNext(to):
		return item{}, false // Giám đốc Sở X tỉnh Y A và người đồng cấp tỉnh Z B: of another body
	}
	if o.Agency >= 0 {
		o.Body = r.Bodies[o.Agency].Name
	}
	o.From, o.To, o.Country, o.Former, o.Acting = i, to, code, false, false
	o.BodyFrom, o.BodyTo = i, to
	o.Title, o.Agency, o.Said, o.Copied = o.Entry.Title, -1, "", true
	return item{kind: officeItem, from: i, to: to, office: o}, true
}

// postAhead gives the post of who is named behind the counterpart at token i: sau hội đàm với
// người đồng cấp Áo | A, Ngoại trưởng Nga B.
func (r peer) postAhead(i int) (Office, bool) {
	last := r.last
	defer func() { r.last = last }()
	n, named := r.names.read(i, expected)
	if !named || !r.Is(n.To, reading.Comma) {
		return Office{}, false
	}
	it, _ := r.items.read(n.To + 1)
	for next := it; next.kind == officeItem && r.Is(it.to, reading.Comma); next, _ = r.items.read(it.to + 1) {
		it = next // Phó Thủ tướng, | Bộ trưởng Bộ Ngoại giao B
	}
	if it.kind != officeItem {
		return Office{}, false
	}
	_, named = r.names.read(it.to, behindBody)
	return it.office, named
}

// inSentence tells whether a post stands in the sentence of a token.
func (o *Office) inSentence(t *Text, i int) bool {
	return o.Text == t && t.Tok(o.From).Sentence == t.Tok(i).Sentence
}

// namedNext tells whether "là" or a comma stands at token i, and a rank or an
// honorific behind it: người đồng cấp Lào, Thượng tướng A.
func (r peer) namedNext(i int) bool {
	n := r.link(i, linkIs)
	if r.Is(i, reading.Comma) {
		n = 1
	}
	w, _ := r.word(i + n)
	return w.of(rankWord, honorificWord)
}
