package phrase

import "github.com/boctin/boctin/normalize/reading"

// before reads the name that stands before a post in apposition: Nguyễn Văn A,
// Chủ tịch …; Nguyễn Văn A (SN 1970, nguyên Giám đốc …).
func (r phrases) before(first item) ([]item, bool) {
	if first.kind == honorificItem {
		return nil, false
	}
	gap, i, ok := r.gapBefore(first.from)
	if !ok {
		return nil, false
	}
	end := r.beforeFillers(i)
	n, ok := backward{r.names}.nameEnding(end)
	if !ok {
		end = r.beforeAddress(i)
		n, ok = backward{r.names}.nameEnding(end)
	}
	if !ok {
		end = r.beforeParenthesis(i)
		n, ok = backward{r.names}.nameEnding(end)
	}
	if !ok {
		return nil, false
	}
	if (Around{r.names}).NamesPlace(n.From, false) {
		return nil, false
	}
	if gap.gap == gapColon {
		if !(rows{r}).told(n, first) {
			return nil, false
		}
		gap.gap = gapComma
	}
	gap.from, gap.to = end, first.from
	list := []item{{kind: nameItem, from: n.From, to: n.To, name: n}, gap}
	if gap.gap.of(gapAll, gapDash) {
		list = append(r.listBefore(n.From), list...)
	}
	return list, true
}

// gapBefore reads the comma, the dash or là before token i and gives where it
// begins.
func (r phrases) gapBefore(i int) (item, int, bool) {
	const longest = 5
	for _, end := range [...]int{i, r.endedFrom(whom, i)} { // cương vị | X; A, người | từng giữ chức X
		for n := longest; n > 0; n-- {
			it := item{from: end - n}
			if r.gap(&it); it.to != end {
				continue
			}
			start := r.endedFrom(whom, end-n) // A, người | giữ chức X
			if r.Is(start-1, reading.Comma|reading.LongDash) {
				start--
			}
			if it.gap.of(gapComma, gapDash, gapOpen, gapIs, gapAll, gapColon) {
				return it, start, true
			}
			break
		}
	}
	return item{}, 0, false
}

// listBefore reads the names that stand before the one at token i in a list.
func (r phrases) listBefore(i int) []item {
	const most = 12
	var list []item
	for len(list) < most {
		gap := item{from: i - 1}
		r.gap(&gap)
		n, ok := backward{r.names}.nameEnding(i - 1)
		if !ok || !gap.gap.of(gapComma, gapAnd) {
			break
		}
		list = append([]item{{kind: nameItem, from: n.From, to: n.To, name: n}, gap}, list...)
		i = n.From
	}
	return list
}

// beforeAddress goes back from the mark at token i over an address and what
// stands in parentheses before it to the token behind the name: A (SN 1960), trú
// tại xã B (nguyên …).
func (r phrases) beforeAddress(i int) int {
	const most = 40
	for k := range r.back(i, most) {
		switch {
		case r.titleAt(k):
			return i
		case r.is(k, resides) && r.Is(k-1, reading.Comma):
			return r.beforeParenthesis(r.beforeFillers(k - 1))
		}
	}
	return i
}

// beforeParenthesis goes back over (SN 1960) before token i.
func (r phrases) beforeParenthesis(i int) int {
	const most = 30
	if !r.Is(i-1, reading.Closing) {
		return i
	}
	for k := range r.back(i-1, most) {
		if r.Is(k, reading.Opening) {
			return k
		}
	}
	return i
}

// beforeFillers goes back from the mark at token i over an age, a year of birth
// or the beginning of a parenthesis to the token behind the name.
func (r phrases) beforeFillers(i int) int {
	const most = 30
	for k := range r.back(i, most) {
		switch {
		case r.Is(k, reading.Closing):
			return i
		case r.Is(k, reading.Opening):
			return k
		case r.Is(k, reading.Comma) && k+1+r.filler(k+1) == i:
			return r.beforeFillers(k)
		}
	}
	return i
}
