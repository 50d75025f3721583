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
	after    gap  // before the words about this person
	given    bool // shares the post of one named behind
	weakName bool // only a comma or "và" before it: a name by its looks
	bare     bool // found again by the name alone
	dashed   bool // a dash stands between the posts and the name
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
// and gives the token behind the last. The items are good until the next call.
func (p *page) readGroup(first item) ([]item, int) {
	items := append(p.scratch.items[:0], first)
	defer func() { p.scratch.items = items }()
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
	if last.shared && last.kind != nameItem {
		if n := p.upToSuch(i, last.count > 1); n > 0 {
			return item{kind: gapItem, from: i, to: i + n, gap: gapSuch}, true
		}
	}
	if last.kind != nameItem {
		m := expected
		if last.kind == gapItem || last.kind == officeItem && !last.office.bare() || last.kind == honorificItem && last.honor.Kind == lexicon.PrivateHonorific {
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
	if n := p.concerning(items, i); n > 0 {
		return item{kind: gapItem, from: i, to: i + n}, true
	}
	if n := p.appointed(i); n > 0 {
		return item{kind: gapItem, from: i, to: i + n, gap: gapIs}, true
	}
	if it, ok := p.readGap(i); ok {
		return it, true
	}
	if last.kind == gapItem && (last.gap == gapComma || last.gap == gapDash) && len(items) > 1 {
		if n := p.unknownPost(i); n > 0 {
			return item{kind: gapItem, from: i, to: i + n}, true
		}
	}
	return item{}, false
}

// upToSuch gives the tokens up to "gồm" behind a post of many, up to "là" behind
// a counted one: các kiểm sát viên tại phiên tòa gồm; hai cựu thứ trưởng bị xử là.
func (p *page) upToSuch(i int, counted bool) int {
	const most = 14
	for k := i; p.follows(k) && k-i < most && p.tok(k).Kind != viet.Punct && (!p.capital(k) || counted && p.field(k)); k++ {
		if w := p.text.Word(k); w == "gồm" || w == "là" && k > i && counted && p.has(k+1) && (p.capital(k+1) || p.is(p.tok(k+1).ID, startsWord)) {
			return k + 1 - i
		}
	}
	return 0
}

// field tells whether token i begins, behind và, what a second body is for: hai cựu
// Bộ trưởng Ngoại giao và Quốc phòng là.
func (p *page) field(i int) bool {
	if i == 0 || p.text.Word(i-1) != "và" {
		return false
	}
	_, n := p.fields.Longest(p.text, i)
	return n > 0
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
	gap, i, ok := p.gapBefore(first.from)
	if !ok {
		return nil, false
	}
	end := p.beforeFillers(i)
	n, ok := p.nameEnding(end)
	if !ok {
		end = p.beforeAddress(i)
		n, ok = p.nameEnding(end)
	}
	if !ok {
		return nil, false
	}
	gap.from, gap.to = end, first.from
	items := []item{{kind: nameItem, from: n.from, to: n.to, name: n}, gap}
	if gap.gap == gapAll || gap.gap == gapDash {
		items = append(p.listBefore(n.from), items...)
	}
	return items, true
}

// gapBefore reads the comma, the dash or là before token i and gives where it
// begins.
func (p *page) gapBefore(i int) (item, int, bool) {
	for n := 5; n > 0; n-- {
		if i-n < 0 {
			continue
		}
		it, ok := p.readGap(i - n)
		if !ok || it.to != i {
			continue
		}
		start := i - n
		switch it.gap {
		case gapComma, gapDash, gapOpen, gapIs, gapAll:
		default:
			return item{}, 0, false
		}
		if it.gap >= gapIs && start > 0 && (p.punct(start-1, ",") || p.dash(start-1)) {
			start--
		}
		return it, start, true
	}
	return item{}, 0, false
}

// listBefore reads the names that stand before the one at token i in a list.
func (p *page) listBefore(i int) []item {
	const most = 6
	var items []item
	for len(items) < 2*most && i > 1 {
		gap, ok := p.readGap(i - 1)
		if !ok || gap.gap != gapComma && gap.gap != gapAnd {
			break
		}
		n, ok := p.nameEnding(i - 1)
		if !ok {
			break
		}
		items = append([]item{{kind: nameItem, from: n.from, to: n.to, name: n}, gap}, items...)
		i = n.from
	}
	return items
}

// beforeAddress goes back from the mark at token i over an address and what
// stands in parentheses before it to the token behind the name: A (SN 1960), trú
// tại xã B (nguyên …).
func (p *page) beforeAddress(i int) int {
	const most = 40
	for k := i - 1; k > 1 && i-k < most; k-- {
		switch word := p.text.Word(k); {
		case word == ";" || word == ":" || p.titleAt(k):
			return i
		case word == "trú" || word == "ngụ" || word == "quê":
			if !p.punct(k-1, ",") && !p.punct(k-1, "(") {
				continue
			}
			return p.beforeParenthesis(p.beforeFillers(k - 1))
		}
	}
	return i
}

// beforeParenthesis goes back over (SN 1960) before token i.
func (p *page) beforeParenthesis(i int) int {
	const most = 12
	if !p.punct(i-1, ")") {
		return i
	}
	for k := i - 2; k > 0 && i-k < most; k-- {
		if p.punct(k, "(") {
			return k
		}
	}
	return i
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
