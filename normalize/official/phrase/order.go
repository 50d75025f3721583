package phrase

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// order puts the pieces of a phrase into the order in which they are given to persons, where
// the text has another: each of several posts beside its own holder, and the post to which
// somebody comes before the one whom he replaces.
func (r phrases) order(list []item) []item {
	for i := range list {
		switch it := &list[i]; {
		case it.replaces:
			return r.comesFirst(list, i)
		case len(it.office.others) == 1 && oneHolder(list[i+1:]):
			return r.order(slices.Concat(list[:i], it.each(), list[i+1:]))
		case takesAway(list, i):
			return list[i:]
		case it.kind == nameItem:
			if dealt := dealBeside(r, list, i); dealt != nil {
				return dealt
			}
		case it.shared && it.office.Deputy:
			if led := leadFirst(r, list, i); led != nil {
				return led
			}
		case it.gap.of(gapEach, gapIs):
			if dealt := r.deal(list, i); dealt != nil {
				return dealt
			}
			joinPosts(list[:i], list[i:])
		}
	}
	return list
}

// takesAway tells whether posts of whom the phrase does not name stand before piece i, and behind it one that they take
// from its holder: Chủ tịch UBND tỉnh | cho thôi chức X A.
func takesAway(list []item, i int) bool {
	switch {
	case i == 0, !list[i].left, rowOf(list[:i], officeItem).end < i:
		return false
	}
	return !slices.ContainsFunc(list[i:], func(it item) bool { return it.conferred })
}

// oneHolder tells whether one person alone is named behind a post of two bodies: Chủ tịch HĐND
// và UBND xã X là ông A.
func oneHolder(behind []item) bool {
	is := slices.IndexFunc(behind, func(it item) bool { return it.kind == nameItem })
	if is < 0 || slices.ContainsFunc(behind[:is], func(it item) bool { return it.kind == officeItem || !it.gap.of(gapNone, gapIs) }) {
		return false
	}
	return rowOf(behind[is:], nameItem).end == 1
}

// joinPosts makes those before "là" the posts of the one person who is named behind it: Bí thư
// Đảng ủy và Chủ tịch UBND xã X là ông A.
func joinPosts(posts, behind []item) {
	if rowOf(posts, officeItem).end < len(posts) || behind[0].gap != gapIs || !oneHolder(behind) {
		return
	}
	for k := range posts {
		if posts[k].gap == gapAnd {
			posts[k].gap = gapComma
		}
	}
}

// each gives a post of two bodies as one of each.
func (it *item) each() []item {
	first := *it
	first.shared, first.count, first.office.others = false, 0, nil
	second := first
	second.office.lend(&it.office.others[0])
	return []item{first, {kind: gapItem, gap: gapComma}, second}
}

// comesFirst puts "làm X" before the "thay" of piece i: A thay ông B làm X; but not where A
// has his new post already, or it is B's: A làm X, thay ông B được điều động làm Y.
func (r phrases) comesFirst(list []item, i int) []item {
	is := i + 1 + rowOf(list[i+1:], nameItem).end
	if is >= len(list) || list[is].gap != gapIs || givesPost(list[:i]) || r.is(list[is].from, passive) {
		return list
	}
	end := is + 1 + rowOf(list[is+1:], officeItem).end
	return slices.Concat(list[:i], list[is:end], list[i:is], list[end:])
}

// givesPost tells whether a post follows "là" or a clause of appointment among the pieces.
func givesPost(list []item) bool {
	for k := 1; k < len(list); k++ {
		if list[k-1].gap == gapIs {
			return true
		}
	}
	return false
}

// deal puts each of several posts beside the one of several persons who answers to it on
// the other side of "lần lượt là" or "là" at piece i, nil where they do not answer to one
// another.
func (r phrases) deal(list []item, i int) []item {
	before, behind := list[:i], list[i+1:]
	if n := len(before); before[n-1].gap == gapComma {
		before = before[:n-1]
	}
	titles, names := rowOf(before, officeItem), rowOf(behind, nameItem)
	if titles.end == len(before) && titles.answers(names) {
		r.lendBodies(titles.parts)
		return interleave(titles, names, gapIs, behind)
	}
	names = rowOf(before, nameItem)
	titles = rowOf(behind, officeItem)
	if names.end == len(before) && names.answers(titles) {
		r.lendBodies(titles.parts)
		return interleave(names, titles, gapComma, behind)
	}
	return nil
}

// dealBeside puts a title and that of its deputy, who alone names the body, each beside one of two who are named right
// behind: nguyên Giám đốc và Phó Giám đốc Sở X A, B.
func dealBeside(r phrases, list []item, i int) []item {
	if i < 3 || list[1].gap != gapAnd {
		return nil // most phrases
	}
	titles := rowOf(list[:i], officeItem)
	if titles.end < i {
		return nil // another is named before
	}
	names := rowOf(list[i:], nameItem)
	if !titles.answers(names) {
		return nil
	}
	if !ofDeputy(titles) {
		return nil
	}
	first, last := officeOf(titles.parts[0]), officeOf(titles.parts[1])
	last.Former = last.Former || first.Former
	r.lendBodies(titles.parts)
	return interleave(titles, names, gapNone, list[i:])
}

// ofDeputy tells whether the second of two posts is that of the deputy of who holds the first.
func ofDeputy(titles row) bool {
	if len(titles.parts) != 2 {
		return false
	}
	return officeOf(titles.parts[1]).Title == lexicon.Deputy+" "+officeOf(titles.parts[0]).Title
}

// leadFirst puts a title beside the first of three or more who are named behind the post of its deputies, which is
// piece i: Chủ tịch và các Phó Chủ tịch UBND tỉnh X: A, B, C.
func leadFirst(r phrases, list []item, i int) []item {
	titles := rowOf(list[:i+1], officeItem)
	from := i + 2 // of the first name
	switch {
	case i != 2, !ofDeputy(titles), from+2 >= len(list), !list[i+1].gap.of(gapColon, gapSuch):
		return nil
	case list[from].kind == honorificItem && list[from+1].gap == gapColon: // gồm các đồng chí: A
		from += 2
	}
	names := rowOf(list[from:], nameItem)
	if len(names.parts) < 2 {
		return nil
	}
	r.lendBodies(titles.parts)
	first := from + len(names.parts[0])
	return slices.Concat(titles.parts[0], list[from:first+1], titles.parts[1], list[i+1:from], list[first+1:])
}

// answers tells whether each part of a row has one of another's beside it.
func (r row) answers(other row) bool { return len(r.parts) > 1 && len(r.parts) == len(other.parts) }

// row is a list of pieces, parted by commas and "và".
type row struct {
	parts [][]item
	end   int // of the pieces that it is made of
}

// rowOf gives the row with which some pieces begin; each part ends with a piece of that kind,
// and holds none of a later one.
func rowOf(list []item, last itemKind) (r row) {
	from := 0
	for k := 0; k < len(list) && list[k].kind <= last; k++ {
		if list[k].kind < last {
			continue
		}
		r.parts, r.end = append(r.parts, list[from:k+1]), k+1
		for k+1 < len(list) && list[k+1].gap.of(gapComma, gapAnd) {
			k++
		}
		from = k + 1
	}
	return r
}

// interleave puts the parts of two rows one beside the other, before what follows the second.
func interleave(a, b row, between gap, behind []item) (list []item) {
	for k := range a.parts {
		if k > 0 {
			list = append(list, item{kind: gapItem, gap: gapAnd})
		}
		list = append(append(list, a.parts[k]...), item{kind: gapItem, gap: between})
		list = append(list, b.parts[k]...)
	}
	return append(list, behind[b.end:]...)
}

// lendBodies gives the bare ones of several posts the body of the one behind: Chủ tịch và
// Phó Chủ tịch UBND xã A lần lượt là; others the place that one names: Chủ tịch HĐND và Chủ
// tịch UBND xã A lần lượt là.
func (r phrases) lendBodies(titles [][]item) {
	for k := len(titles) - 2; k >= 0; k-- {
		o, next := officeOf(titles[k]), officeOf(titles[k+1])
		if o.Bare() && r.Homes(o.Entry).Hold(viet.PhraseKey(next.body())) {
			o.lend(next)
			continue
		}
		o.beside = cmp.Or(next.beside, next.body())
	}
}

// officeOf gives the post with which a part ends.
func officeOf(part []item) *Office { return &part[len(part)-1].office }
