package phrase

import "github.com/boctin/boctin/normalize/reading"

// gaps are the gaps that punctuation makes.
var gaps = []struct {
	mark reading.Bits
	gap  gap
}{
	{reading.Comma, gapComma}, {reading.Opening, gapOpen}, {reading.Closing, gapClose}, {reading.Semicolon, gapSemi}, {reading.Colon, gapColon},
}

// linkGaps are the gaps that connectives make.
var linkGaps = map[link]gap{linkAnd: gapAnd, linkWith: gapWith, linkSuch: gapSuch, linkIs: gapIs, linkAll: gapAll, linkLeft: gapIs, linkThen: gapNone}

// gap reads the punctuation or connective at token i.
func (r items) gap(i int) (item, bool) {
	it := item{kind: gapItem, from: i, to: i + 1}
	if r.Is(i, reading.Sign) {
		it.gap = r.markGap(i)
		return it, it.gap != gapNone
	}
	w, n := r.word(i)
	if r.Capital(i + n - 1) {
		w, n = r.wordUnder(i, n) // giữ chức | Vụ trưởng
	}
	it.to = i + n
	if w.kind == alsoWord {
		it.gap = gapAlso
		return it, true
	}
	known := false
	if w.kind == linkWord {
		it.gap, known = linkGaps[link(w.Value)]
	}
	it.onward, it.earlier = r.phrase(i, onward) == n, r.phrase(i, earlier) == n
	it.left = w.isLink(linkLeft) || w.isLink(linkIs) && r.ofFormerly(i)
	switch {
	case w.isLink(linkThen):
		return r.then(it)
	case w.isLink(linkAll) && n == 1:
		return r.all(it)
	}
	return it, known
}

// ofFormerly tells whether the sentence of token i opens with a word for what was
// before: Trước khi nghỉ hưu, ông A là ….
func (r items) ofFormerly(i int) bool {
	const most = 20
	first := i
	for k := range r.back(i, most) {
		first = k
	}
	return r.is(first, formerly)
}

// markGap gives the gap that a punctuation mark makes, gapNone for none.
func (r items) markGap(i int) gap {
	for _, row := range gaps {
		if r.Is(i, row.mark) {
			return row.gap
		}
	}
	if r.Is(i, reading.LongDash) || r.Is(i, reading.Hyphen) {
		return gapDash
	}
	return gapNone
}

// then reads "ngày đó là" between a post and the name of its holder, and passes
// over "đương nhiệm" by itself.
func (r items) then(it item) (item, bool) {
	if n := r.link(it.to, linkIs); n > 0 {
		it.to, it.gap = it.to+n, gapIs
	}
	return it, true
}

// all reads "trúng cử chức vụ" or a clause of appointment behind đều.
func (r items) all(it item) (item, bool) {
	n := max(r.link(it.to, linkIs), r.appointed(it.to))
	it.to += n
	return it, n > 0
}
