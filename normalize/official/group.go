package official

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// mention is one place where the text names a person, with what it says there.
type mention struct {
	page     *page
	from, to int  // tokens
	name     name // its tokens
	ranks    []*lexicon.Rank
	honors   []*lexicon.Honorific
	offices  []office
	country  string // said beside the rank
	accused  bool
	private  bool
	weakName bool // only a comma or "và" before it: a name by its looks
	bare     bool // found again by the name alone
}

// scan finds the phrases about persons in a text, in order.
func (p *page) scan() []mention {
	var found []mention
	for i := 0; i < len(p.text.Tokens); {
		if !p.is(p.tok(i).ID, startsWord) {
			i++
			continue
		}
		first, ok := p.readItem(i)
		if !ok {
			i++
			continue
		}
		items, end := p.readGroup(first)
		if b, back := p.nameBefore(first); back {
			items = append(b, items...)
		}
		found = append(found, p.assign(items)...)
		i = max(end, i+1)
	}
	return found
}

// longestGroup bounds the items of one phrase, so that time stays linear.
const longestGroup = 400

// readGroup goes on from the first item as long as pieces follow one another,
// and gives the token behind the last.
func (p *page) readGroup(first item) ([]item, int) {
	items := []item{first}
	end := first.to
	for i := first.to; p.follows(i) && len(items) < longestGroup; {
		it, ok := p.nextItem(items, i)
		if !ok {
			break
		}
		if it.to == it.from {
			break
		}
		if it.kind != gapItem || it.gap != gapNone {
			items = append(items, it)
		}
		if it.kind != gapItem {
			end = it.to
		}
		i = it.to
	}
	return items, end
}

// nextItem reads the piece at token i, knowing what stands before it.
func (p *page) nextItem(items []item, i int) (item, bool) {
	last := items[len(items)-1]
	if p.is(p.tok(i).ID, startsWord) {
		if it, ok := p.readItem(i); ok {
			return it, true
		}
	}
	if last.kind != nameItem {
		m := expected
		if last.kind == gapItem {
			m = listed
		}
		if n, ok := p.readName(i, m); ok {
			return item{kind: nameItem, from: n.from, to: n.to, name: n}, true
		}
	}
	if last.kind == gapItem || last.kind == nameItem {
		if n := p.filler(i); n > 0 {
			return item{kind: gapItem, from: i, to: i + n}, true
		}
	}
	if it, ok := p.readGap(i); ok {
		return it, true
	}
	if last.kind == gapItem && last.gap == gapComma && len(items) > 1 {
		if n := p.unknownPost(i); n > 0 {
			return item{kind: gapItem, from: i, to: i + n}, true
		}
	}
	return item{}, false
}

// unknownPost passes over a post that the lexicon does not know, where one that
// it knows follows: A, Tổng kiểm soát X, Bí thư Đảng ủy Y.
func (p *page) unknownPost(i int) int {
	const most = 10
	if !p.capital(i) {
		return 0
	}
	for k := i + 1; p.follows(k) && k-i < most; k++ {
		if p.punct(k, ",") {
			if !p.has(k+1) || !p.is(p.tok(k+1).ID, startsWord) {
				return 0
			}
			it, ok := p.readItem(k + 1)
			if ok && it.kind == officeItem && !it.shared {
				return k - i
			}
			return 0
		}
		if _, n := p.stops.Longest(p.text, k); n > 0 || p.tok(k).Kind == viet.Punct {
			return 0
		}
	}
	return 0
}

// nameBefore reads the name that stands before a post in apposition: Nguyễn
// Văn A, Chủ tịch …; Nguyễn Văn A (SN 1970, nguyên Giám đốc …).
func (p *page) nameBefore(first item) ([]item, bool) {
	if first.kind == honorificItem || first.shared || first.from == 0 {
		return nil, false
	}
	i := first.from - 1
	gap, ok := p.readGap(i)
	if p.tok(i).ID != 0 && !ok {
		if w, n := p.words.Longest(p.text, max(i-1, 0)); n == 2 && w.kind == linkWord && link(w.index) == linkIs {
			i, ok = i-1, true
			gap = item{kind: gapItem, gap: gapIs}
		}
	}
	if !ok || gap.gap == gapAnd || gap.gap == gapWith || gap.gap == gapColon || gap.gap == gapSemi || gap.gap == gapClose || gap.gap == gapSuch {
		return nil, false
	}
	end := p.beforeFillers(i)
	n, ok := p.nameEnding(end)
	if !ok {
		return nil, false
	}
	gap.from, gap.to = end, first.from
	return []item{{kind: nameItem, from: n.from, to: n.to, name: n}, gap}, true
}

// beforeFillers goes back from the mark at token i over an age, a year of birth
// or the beginning of a parenthesis to the token behind the name.
func (p *page) beforeFillers(i int) int {
	const most = 30
	if p.punct(i, "(") {
		return i
	}
	for k := i - 1; k > 0 && i-k < most && p.tok(k).Sentence == p.tok(i).Sentence; k-- {
		switch {
		case p.punct(k, ")"):
			return i
		case p.punct(k, "("):
			return k
		case p.punct(k, ",") && p.filler(k+1) > 0 && k+1+p.filler(k+1) == i:
			return p.beforeFillers(k)
		}
	}
	return i
}

// nameEnding reads a full name that ends before token end.
func (p *page) nameEnding(end int) (name, bool) {
	from := end
	for from > 0 && end-from < longestName && p.capital(from-1) && !p.spotCovers(from-1) && (from == end || p.follows(from) && !p.dash(from)) {
		from--
	}
	for ; from < end-1; from++ {
		if n, ok := p.readName(from, listed); ok && n.to == end {
			return n, true
		}
	}
	return name{}, false
}
