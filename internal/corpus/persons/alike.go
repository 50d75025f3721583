package persons

import (
	"cmp"
	"encoding/base32"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/corpus/pack"
	"github.com/boctin/boctin/internal/identity"
)

// Who is named often is named in few ways. Appearances of a block that say the same, each in
// an article that names nobody else of the block, are kept and compared as one, so that to
// settle a block costs as much as there are ways, and hardly more the more articles there are.

// alike tells whether two say the same: of a name that a person of people.toml bears, in one
// year.
func (w *Blocks) alike(x, y *Seen) bool {
	switch {
	case x.Official != y.Official, x.Manner != y.Manner, x.Name != y.Name, x.Country != y.Country:
		return false
	case x.local != y.local, x.aliases != y.aliases, x.forms != y.forms, !slices.Equal(x.Offices, y.Offices):
		return false
	}
	return x.Published[:min(4, len(x.Published))] == y.Published[:min(4, len(y.Published))] || !w.Who.Dated(x.Country, x.Name)
}

// member is one of several appearances that say the same.
type member struct {
	id     int64
	minute int64  // of Unix: when its article was published
	mark   uint32 // the letters of identity.Mark
}

// earlier tells the order of identity.Appearance.Compare among those that say the same.
func (m member) earlier(o member) bool {
	if m.minute != o.minute {
		return m.minute < o.minute
	}
	return markText(m.mark) < markText(o.mark)
}

var marks = base32.StdEncoding.WithPadding(base32.NoPadding)

// markLetters reads the letters of a mark.
func markLetters(mark string) (letters uint32, is bool) {
	if len(mark) != identity.MarkLength || mark[0] != 'x' || strings.ToLower(mark) != mark {
		return 0, false
	}
	bytes, err := marks.DecodeString(strings.ToUpper(mark[1:]) + "AA")
	if err != nil {
		return 0, false
	}
	return binary.BigEndian.Uint32(bytes), true
}

// markText is the opposite of markLetters.
func markText(letters uint32) string {
	return "x" + strings.ToLower(marks.EncodeToString(binary.BigEndian.AppendUint32(nil, letters))[:identity.MarkLength-1])
}

// member tells what a single appearance is as one of several, where it can be one: where
// its article tells the minute.
func (x *Seen) member() (m member, can bool) {
	minute, plain := minuteOf(x.Published)
	letters, marked := markLetters(x.Mark)
	return member{x.ID, minute, letters}, plain && marked
}

// ids are those of the appearances for which one stands, the smallest first.
func (x *Seen) ids() []int64 {
	if x.More == 0 {
		return []int64{x.ID}
	}
	var ids []int64
	for _, m := range x.members() {
		ids = append(ids, m.id)
	}
	return ids
}

// members are those for which one stands, in the order of their ids.
func (x *Seen) members() []member {
	if x.More == 0 {
		m, _ := x.member()
		return []member{m}
	}
	r := &pack.Reader{Left: x.packed}
	all := make([]member, 1+x.More)
	var last member
	for i := range all {
		last = member{last.id + r.Int(), last.minute + r.Int(), last.mark}
		if letters := r.Bytes(4); len(letters) == 4 {
			last.mark = binary.BigEndian.Uint32(letters)
		}
		all[i] = last
	}
	return all
}

// standFor has one stand for some, sorted by their ids: it is the earliest of them.
func (x *Seen) standFor(all []member) {
	x.packed = nil
	var last member
	first, until := all[0], all[0].minute
	for _, m := range all {
		x.packed = binary.AppendVarint(binary.AppendVarint(x.packed, m.id-last.id), m.minute-last.minute)
		x.packed = binary.BigEndian.AppendUint32(x.packed, m.mark)
		last, until = m, max(until, m.minute)
		if m.earlier(first) {
			first = m
		}
	}
	x.single(first)
	x.first, x.last, x.More, x.Until = all[0].id, last.id, len(all)-1, minuteText(until)
}

// single makes one of several stand for itself alone.
func (x *Seen) single(m member) {
	x.ID, x.Published, x.Mark, x.Article = m.id, minuteText(m.minute), markText(m.mark), column.ArticleOf(m.id)
	x.first, x.last, x.More, x.Until = m.id, m.id, 0, ""
}

// apart gives each of those for which one stands by itself.
func (x *Seen) apart() []*Seen {
	if x.More == 0 {
		return []*Seen{x}
	}
	var all []*Seen
	for _, m := range x.members() {
		one := *x
		one.packed, one.loose = nil, true
		one.single(m)
		all = append(all, &one)
	}
	return all
}

// beside tells whether one of those for which one stands is in an article of some
// appearances, whose ids are sorted.
func (x *Seen) beside(some []int64) bool {
	if len(some) == 0 || some[len(some)-1]>>column.ArticleBits < x.first>>column.ArticleBits || some[0]>>column.ArticleBits > x.last>>column.ArticleBits {
		return false
	}
	return slices.ContainsFunc(x.ids(), func(id int64) bool {
		at, _ := slices.BinarySearch(some, id>>column.ArticleBits<<column.ArticleBits)
		return at < len(some) && some[at]>>column.ArticleBits == id>>column.ArticleBits
	})
}

// has tells the id of that one of those for which one stands which bears a mark.
func (x *Seen) has(mark string) (id int64, is bool) {
	if x.More == 0 {
		return x.ID, x.Mark == mark
	}
	letters, is := markLetters(mark)
	if !is {
		return 0, false
	}
	for _, m := range x.members() {
		if m.mark == letters {
			return m.id, true
		}
	}
	return 0, false
}

// Marked gives the id of the appearance that bears a mark.
func Marked(all []*Seen, mark string) (id int64, is bool) {
	for _, x := range all {
		if id, is = x.has(mark); is {
			return id, true
		}
	}
	return 0, false
}

// together has those of a block that say the same stand as one, where it is known who is who:
// those that came, each with whoever stood there, since these were put together before.
func (w *Blocks) together(all []*Seen) []*Seen {
	if w.Who == nil || !slices.ContainsFunc(all, func(x *Seen) bool { return x.loose }) {
		return all
	}
	p := gathering{Blocks: w, inArticle: map[int64]int{}, by: map[[2]int64][]*Seen{}, joined: map[*Seen][]member{}}
	for _, x := range all {
		if x.More == 0 {
			p.inArticle[x.ID>>column.ArticleBits]++
		}
	}
	for _, loose := range []bool{false, true} {
		for _, x := range all {
			if x.loose == loose {
				p.take(x)
			}
		}
	}
	for x, members := range p.joined {
		x.join(members)
	}
	sortSeen(p.out)
	return p.out
}

// gathering puts together those of a block that say the same.
type gathering struct {
	*Blocks
	inArticle map[int64]int        // how many each article names that stand by themselves
	by        map[[2]int64][]*Seen // of an official and a manner
	joined    map[*Seen][]member   // those for whom one is to stand, too
	out       []*Seen
}

// take takes one, which stands by itself or is joined to another.
func (p *gathering) take(x *Seen) {
	key := [2]int64{x.Official, x.Manner}
	if x.loose && p.mayJoin(x) {
		if i := slices.IndexFunc(p.by[key], func(o *Seen) bool { return p.alike(o, x) && p.mayJoin(o) }); i >= 0 {
			o := p.by[key][i]
			p.joined[o] = append(p.joined[o], x.members()...)
			return
		}
	}
	p.by[key], p.out = append(p.by[key], x), append(p.out, x)
}

// mayJoin tells whether one may stand for others, or another for it: where its article tells
// the minute, and names nobody else of the block.
func (p *gathering) mayJoin(x *Seen) bool {
	if x.More > 0 {
		return true
	}
	_, can := x.member()
	return can && p.inArticle[x.ID>>column.ArticleBits] == 1
}

// join has one stand for others, too.
func (x *Seen) join(others []member) {
	all := append(x.members(), others...)
	slices.SortFunc(all, func(a, b member) int { return cmp.Compare(a.id, b.id) })
	x.standFor(all)
}

// sortSeen sorts by the smallest id for which each stands.
func sortSeen(all []*Seen) {
	slices.SortFunc(all, func(a, b *Seen) int { return cmp.Compare(a.first, b.first) })
}

// countSeen counts the appearances for which some stand.
func countSeen(all []*Seen) (n int) {
	for _, x := range all {
		n += 1 + x.More
	}
	return n
}
