package phrase

import "github.com/boctin/boctin/normalize/reading"

// gaps are the gaps that punctuation makes.
var gaps = []struct {
	mark reading.Bits
	gap  gap
}{
	{reading.Comma, gapComma}, {reading.Opening, gapOpen}, {reading.Closing, gapClose}, {reading.Semicolon, gapSemi}, {reading.Colon, gapColon},
}

// noGap is what a connective makes that parts no pieces.
const noGap = gap(1<<8 - 1)

// linkGaps are the gaps that connectives make.
var linkGaps = [...]gap{
	linkAnd: gapAnd, linkWith: gapWith, linkSuch: gapSuch, linkIs: gapIs, linkOf: noGap, linkAt: noGap, linkAll: gapAll, linkThen: gapNone, linkLeft: gapIs,
}

// gap reads the punctuation or connective at token it.from; where it is none that parts
// pieces, the piece says but how many tokens it has.
func (r items) gap(it *item) bool {
	i := it.from
	it.kind, it.to = gapItem, i+1
	if r.Is(i, reading.Sign) {
		it.gap = r.markGap(i)
		return it.gap != gapNone
	}
	w, n := jointAt(r.Text, i)
	it.to = i + n
	switch w.kind {
	case alsoWord:
		it.gap = gapAlso
		return true
	case linkWord:
		return r.linkGap(it, w)
	}
	return false
}

// linkGap reads the connective of which the piece consists.
func (r items) linkGap(it *item, w word) bool {
	i, n := it.from, it.to-it.from
	switch l, g := link(w.Value), linkGaps[w.Value]; {
	case g == noGap:
		return false
	case l == linkThen:
		r.then(it)
	case l == linkAll && n == 1:
		it.gap = g
		if !r.all(it) {
			return false
		}
	default:
		it.gap = g
	}
	it.onward, it.earlier = r.phrase(i, onward) == n, r.phrase(i, earlier) == n
	it.left = w.isLink(linkLeft) || w.isLink(linkIs) && r.ofFormerly(i)
	return true
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
	switch {
	case !r.Is(i, reading.LongDash|reading.Hyphen):
		return gapNone
	case r.Is(i, reading.Break|reading.Newline): // before a row of a list
		return gapSemi
	}
	return gapDash
}

// then reads "ngày đó là" between a post and the name of its holder, and passes
// over "đương nhiệm" by itself.
func (r items) then(it *item) {
	if n := r.link(it.to, linkIs); n > 0 {
		it.to, it.gap = it.to+n, gapIs
	}
}

// all reads "trúng cử chức vụ" or a clause of appointment behind đều.
func (r items) all(it *item) bool {
	n := max(r.link(it.to, linkIs), clauses{r}.appointed(it.to))
	it.to += n
	return n > 0
}

// bracketed gives the tokens of what stands in brackets at token i between a post and the name of its holder, and names
// nobody: Giám đốc Sở X | (từ 2018 đến 2022) A, Bộ trưởng Tài chính Đức | (thuộc đảng X) A.
func bracketed(r phrases, i int) int {
	const most = 10
	if !r.Is(i, reading.Opening) {
		return 0
	}
	for k := range r.ahead(i+1, most) {
		switch _, named := r.names.read(k+1, listed); {
		case r.Is(k, reading.Closing) && named:
			return k + 1 - i
		case r.Is(k, reading.Closing), r.titleAt(k), r.surnameStart(k):
			return 0
		}
	}
	return 0
}
