package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/rule"
)

// ownRule gives how many of the pieces before a name, of which there are two or
// more, are not that person's. Every rule is asked, one behind the other.
type ownRule = func(t *Text, own []piece, n Name) int

// ownWhere is when such a rule is asked further.
type ownWhere struct {
	first  traits                // of the first piece
	behind small                 // what that stands behind
	cut    func(own []piece) int // where that person's pieces begin, 0 for nowhere
	rest   traits                // of the first of those
	never  traits                // likewise: it has none of them
}

func ownRules() rule.Table[ownRule] {
	return rule.Table[ownRule]{
		// thẩm phán hỏi, bị cáo A: the judge who asks is not the man in the dock
		// but: khi giữ chức Chủ tịch UBND tỉnh, bị cáo A: his own of before
		ownWhere{cut: accusedPart}.rule("own/accused", func(_ *Text, x, _ *piece, _ Name) bool { return !x.office.Former }),
		// về tổ chức, cán bộ, đồng chí A
		ownWhere{first: isCollective, cut: second}.rule("own/list", func(t *Text, x, _ *piece, _ Name) bool { return x.inList(t) }),
		// gồm 7 ủy viên, ông A: they are only counted
		ownWhere{first: isPost | isTallied, cut: second}.rule("own/tally", always),
		// bổ nhiệm 2 đồng chí Bộ trưởng, Thủ tướng A: likewise
		ownWhere{first: isTallied, cut: lastApposed, rest: isPost | isApposed, never: isShared}.rule("own/tally-of-comrades", always),
		// Chủ tịch Hội đồng Cố vấn của Quốc vương X, Chủ tịch Thượng viện A
		ownWhere{first: isPost | isCrown, cut: second, rest: isPost | isApposed, never: isCrown}.rule("own/crown", always),
		// có 2 Bộ trưởng, Thủ tướng A: the two are not named
		ownWhere{first: isCounted, cut: second, rest: isPost | isApposed, never: isShared}.rule("own/counted", always),
		// các Phó Chánh án, Thẩm phán mới được bổ nhiệm, Chủ tịch nước A: many are not named
		ownWhere{first: isPost | isShared, cut: lastApposed, rest: isPost | isRuler}.rule("own/many", func(_ *Text, x, next *piece, _ Name) bool {
			return !x.some(isMember|isCounted) && !x.office.Former && !next.is(isShared)
		}),
		// Theo quyết định của Thủ tướng, Bộ trưởng Bộ Y tế A
		// Thừa ủy quyền Giám đốc Công an tỉnh, Đại tá A, Phó Giám đốc
		// but: theo chỉ đạo của Tổng Bí thư, Chủ tịch nước A
		ownWhere{first: isPost, behind: authority, cut: belowCentral}.rule("own/authority", func(t *Text, x, next *piece, n Name) bool {
			return !x.leadsOn(next) || x.is(isRuler|isCentral)
		}),
		// Chủ tịch UBND tỉnh cho thôi giữ chức Giám đốc Sở X đối với ông A: who takes it away
		ownWhere{first: isPost, cut: conferredPart, never: isApposed}.rule("own/confers", func(_ *Text, x, _ *piece, _ Name) bool {
			return !x.some(isConferred) && !x.office.Former
		}),
		// Trong thời gian chờ kiện toàn chức danh Bí thư Thành ủy, đồng chí A, Phó Bí thư
		ownWhere{first: isPost, behind: vacant, cut: lastApposed}.rule("own/vacant", always),
		// Tại cuộc tiếp Tổng Thư ký Liên hợp quốc, Chủ tịch nước A
		ownWhere{first: isPost, behind: meets, cut: lastApposed}.rule("own/met", func(t *Text, x, next *piece, n Name) bool {
			return opening(t, x.from) && x.other(next, n)
		}),
		// Chất vấn Bộ trưởng Bộ Y tế, đại biểu A
		ownWhere{first: isPost, behind: asks, cut: lastApposed, rest: isPost | isElected}.rule("own/asked", always),
		// trước sự chứng kiến của Chủ tịch UBND tỉnh, ông A, Giám đốc Sở Du lịch
		ownWhere{first: isPost, behind: witnessed, cut: lastApposed, rest: isApposed, never: isPost}.rule("own/witness", func(t *Text, _, _ *piece, n Name) bool {
			next, _ := t.behindComma(n.To)
			return next.kind == postWord
		}),
		// … tới Nhà vua Nhật Bản, Thủ tướng A: nobody there is called so
		ownWhere{first: isForeign, cut: oursPart, rest: isOurs}.rule("own/another-state", func(t *Text, x, _ *piece, n Name) bool {
			return x.alien(t, n)
		}),
		// sau lời kêu gọi của tổng thống Mỹ, Thủ tướng Canada A: nobody leads two states
		ownWhere{first: isForeign, cut: lastApposed, rest: isPost, never: isEnvoy}.rule("own/two-states", func(_ *Text, x, next *piece, _ Name) bool {
			return Differ(x.office.Country, next.state()) && next.state() != lexicon.International
		}),
		// Theo một Phó Giám đốc Sở Y tế, ông A đã nghỉ: he who says so is not named
		// but: một cựu Thứ trưởng, ông A, nói
		ownWhere{first: isPost | isOne, cut: second, rest: isApposed, never: isPost}.rule("own/one", func(t *Text, _, _ *piece, n Name) bool {
			return !t.Is(n.To, reading.Comma)
		}),
		// con trai của Tổng thống, ông A; con gái cố Bí thư Tỉnh ủy, bà A
		ownWhere{first: isPost | isPossessed, cut: second, rest: isApposed, never: isPost}.rule("own/possessor", func(t *Text, x, _ *piece, _ Name) bool {
			return x.is(isBare) || t.ended(kin, x.from) || t.Is(x.from-1, reading.Of) && t.ended(kin, x.from-1)
		}),
		// phu nhân Thủ tướng Singapore, bà A
		ownWhere{cut: behindSpouse, rest: isApposed, never: isPost}.rule("own/spouse", always),
		// Báo cáo với Thủ tướng, Chủ tịch UBND tỉnh Hà Giang A
		ownWhere{first: isBare | isCentral, cut: second, rest: isApposed | isOfCouncil}.rule("own/central", always),
		// của Chủ nhiệm Ủy ban Kiểm tra Trung ương, Tổng Bí thư A
		ownWhere{first: isPost, cut: leadingPart}.rule("own/leads", func(_ *Text, x, _ *piece, _ Name) bool {
			return !x.some(isMember | isRuler)
		}),
		// chỉ đạo của Thủ tướng, Phó Thủ tướng A
		ownWhere{first: isPost | isRuler | isCentral, cut: lastApposed, rest: isRuler | isCentral}.rule("own/two-seats", func(_ *Text, x, _ *piece, _ Name) bool {
			return !x.office.Former
		}),
		// Tham dự có Thủ tướng, Bộ trưởng Bộ Nội vụ A: no minister of ours leads the Government
		ownWhere{first: isBare | isRuler | isCentral | isOurs, cut: lastApposed, rest: isCentral | isOurs}.rule("own/minister", func(_ *Text, x, next *piece, n Name) bool {
			return !x.office.Former && !x.leadsOn(next) && !n.Foreign
		}),
	}
}

func always(*Text, *piece, *piece, Name) bool { return true }

// spouseNamed tells whether a name behind the office of somebody's husband or wife is
// the spouse's own: no leader's, and no other name stands beside: bà B, phu nhân Tổng
// thống A; phu nhân Tổng thống A, bà B.
func (a *assigner) spouseNamed(x *piece, n Name) bool {
	t := a.text
	before := t.endedFrom(spouse, x.from) - 1
	next, _ := t.behindComma(n.To)
	if is := t.link(n.To, linkIs); is > 0 {
		next, _ = t.word(n.To + is) // phu nhân Thủ tướng A là | bà B
	}
	switch {
	case x.office.Former, t.LeaderState(NameKey(t.Written(n.From, n.To))) != "", t.Is(before, reading.Comma):
		return false
	}
	return !next.titles()
}

// rule makes a row: holds is asked of the first piece, that with which the person's
// own begin, and the name.
func (w ownWhere) rule(name string, holds func(t *Text, x, next *piece, n Name) bool) rule.Row[ownRule] {
	return rule.Of(name, func(t *Text, own []piece, n Name) int {
		x, cut := &own[0], w.cut(own)
		next := &own[cut]
		switch {
		case !x.is(w.first), !next.has(w.rest, w.never), !standsBehind(t, w.behind, x.from), !holds(t, x, next, n):
			return 0
		}
		return cut
	})
}

// standsBehind tells whether a phrase of that sort ends before token i, if one is
// asked for.
func standsBehind(t *Text, s small, i int) bool { return s == noSmall || t.ended(s, i) }

func second([]piece) int { return 1 }

// behindSpouse gives the piece behind the office of somebody's husband or wife, 0 if there is none.
func behindSpouse(own []piece) int {
	last := len(own) - 1
	return max(0, slices.IndexFunc(own[:last], func(x piece) bool { return x.is(isSpouse) })+1)
}

// accusedPart gives the piece behind a comma that calls the next person an accused.
func accusedPart(own []piece) int {
	return max(0, slices.IndexFunc(own, func(x piece) bool { return x.is(isApposed | isAccused) }))
}

// conferredPart gives the first piece that the sentence confers or takes away, 0 if there is none.
func conferredPart(own []piece) int {
	return max(0, slices.IndexFunc(own, func(x piece) bool { return x.is(isConferred) }))
}

// oursPart gives the piece behind a comma that names no other state, 0 if there is none.
func oursPart(own []piece) int {
	return max(0, slices.IndexFunc(own, func(x piece) bool { return x.has(isApposed|isOurs, isForeign) }))
}

// lastApposed gives the first of the pieces behind the last comma, 0 if there is none.
func lastApposed(own []piece) int {
	for i := len(own) - 1; i > 0; i-- {
		if own[i].is(isApposed) {
			return i
		}
	}
	return 0
}

// belowCentral gives the piece behind a comma where the posts begin of one who acts for
// somebody of the central power: thừa ủy quyền của Chủ tịch nước, Phó Bí thư Tỉnh ủy, Chủ
// tịch UBND tỉnh A; the last one behind a comma for others.
func belowCentral(own []piece) int {
	const central = isRuler | isCentral
	if own[0].some(central) {
		if i := slices.IndexFunc(own, func(x piece) bool { return x.is(isApposed) && (x.is(isMember) || !x.some(central)) }); i > 0 {
			return i
		}
	}
	return lastApposed(own)
}

// leadingPart gives the piece behind a comma that stands before what else its holder
// is, 0 if there is none.
func leadingPart(own []piece) int {
	return max(0, slices.IndexFunc(own, func(x piece) bool { return x.is(isApposed | isLeading) }))
}

// other tells whether the post of whom somebody meets cannot be that of the next
// piece: it is of another state, or of a body between states, or one of two posts
// that nobody holds together.
func (x *piece) other(next *piece, n Name) bool {
	t, state := x.office.Text, x.office.Country
	switch {
	case !x.office.Former && x.has(isRuler|isAbroad, isLeading) && next.has(isBare|isRuler, isLeading):
		return true // Chiêu đãi Tổng thống Hàn Quốc, Chủ tịch nước A
	case next.is(isUnsaid) && n.ofState(t, state):
		return false
	case next.is(isBare | isRuler):
		return true
	case !x.is(isAbroad):
		return false
	case next.is(isPost):
		return x.office.state() != next.office.state()
	case n.Foreign:
		return false
	}
	return next.is(isRank) || !t.lex.NamesLikeOurs(x.office.state()) // tiếp Đại sứ Nhật Bản, ông A: it is he
}

// opening tells whether no other person or body is named in the sentence before
// token i, so that what stands there leads up to its subject.
func opening(t *Text, i int) bool {
	const most = 10
	for k := range t.back(i, most) {
		if t.Looks(k, reading.Large|reading.Following) {
			return false
		}
	}
	return true
}

// alien tells whether a post is one of another state, whose people have no names such
// as that one.
func (x *piece) alien(t *Text, n Name) bool {
	if !t.surname(n.From) {
		return false
	}
	return !n.ofState(t, x.office.state())
}

// ofState tells whether a name that is written as ours are may be one of another
// state's people: Lý Hiển Long of Singapore, no Nguyễn.
func (n Name) ofState(t *Text, state string) bool {
	c := t.lex.Country(state)
	switch {
	case c == nil, t.Is(n.From, reading.OwnSurname):
		return false
	}
	return c.LikeOurs
}

// inList tells whether a piece is a word for many that stands between two commas,
// or before "và": cán bộ, nhân viên.
func (x *piece) inList(t *Text) bool {
	const mark = reading.Comma | reading.And
	switch {
	case x.office.Seat != nil: // A, đại biểu tỉnh B
		return false
	case !x.is(isBare): // cán bộ, chiến sĩ Đồn A
		return x.goesOnList(t)
	case x.is(isApposed):
		return true
	}
	return t.Is(x.from-1, mark) && t.Is(x.to, mark)
}

// goesOnList tells whether a word for many ends before the mark that stands before a piece:
// cán bộ.
func (x *piece) goesOnList(t *Text) bool {
	const longest = 3
	w, n := t.wordBefore(x.from-1, longest, postWord)
	if n == 0 {
		return false
	}
	entry, _ := t.Post(w.Mark)
	return entry.Collective
}

// otherRule tells whether a piece behind a name is somebody else's.
type otherRule = func(t *Text, m *Mention, x *piece) bool

type otherRow = rule.Row[otherRule]

// otherWhere is when such a rule is asked further.
type otherWhere struct {
	piece, never traits
	behind       small // what the person stands behind
	titled       bool  // a post stands before the name
}

// acts are the traits of who acts in the clause behind: a bare head of state or
// government before a word in small letters.
const acts = isApposed | isBare | isRuler | isOurs | isBeforeSmall

// actsAsMinister are those of a bare one of the Government there.
const actsAsMinister = isApposed | isBare | isCentral | isOurs | isBeforeSmall

func otherRules() rule.Table[otherRule] {
	return rule.Table[otherRule]{
		// A, cán bộ, đảng viên: a list goes on
		otherWhere{piece: isCollective}.rule("other/list", func(t *Text, _ *Mention, x *piece) bool { return x.inList(t) }),
		// Ông A: Chủ tịch UBND xã X phải từ chức
		otherWhere{piece: isPost | isBeforeSmall}.rule("other/spoken-of", func(t *Text, _ *Mention, x *piece) bool {
			return x.before == gapColon && !t.is(x.to, inCharge)
		}),
		// bà A, phu nhân Thủ tướng
		otherWhere{piece: isPost | isSpouse}.rule("other/spouse", whoever),
		// Vợ ông A là Giám đốc Sở X; but not em trai A là Giám đốc Sở X
		otherWhere{never: isShared}.rule("other/kin", ofKin),
		// A, các lãnh đạo Bộ
		otherWhere{piece: isShared}.rule("other/many", whoever),
		// Phó Thủ tướng A, Bộ trưởng các Bộ: Y tế, Tài chính
		otherWhere{piece: isApposed | isBare}.rule("other/of-each", func(t *Text, _ *Mention, x *piece) bool { return !x.office.Former && x.ofEach(t) }),
		// Tiếp Đại sứ Nhật Bản, ông A, Thủ tướng nhấn mạnh …
		otherWhere{piece: acts, behind: meets, titled: true}.rule("other/receives", whoever),
		// Tại cuộc gặp Thủ tướng A, Thủ tướng Vatican …
		otherWhere{piece: isApposed | isForeign, never: isEnvoy, titled: true}.rule("other/another-state", func(t *Text, m *Mention, x *piece) bool {
			return x.alien(t, m.Name)
		}),
		// Gọi điện cho ông Trump, tân Tổng thống Hàn Quốc …
		otherWhere{piece: isApposed | isForeign | isRuler}.rule("other/leader", func(t *Text, m *Mention, x *piece) bool {
			return Differ(t.leads(NameKey(t.Written(m.Name.From, m.Name.To))), x.office.state())
		}),
		// Theo lời mời của Phó Thủ tướng Slovakia A, Chủ tịch Quốc hội thăm …
		otherWhere{piece: isPost | isApposed | isOurs | isBeforeSmall, never: isForeign, behind: invites, titled: true}.rule("other/invited", func(_ *Text, m *Mention, _ *piece) bool {
			return Differ(m.state(), Home)
		}),
		// Ngoài ông A, Thủ tướng cũng …
		otherWhere{piece: acts, behind: fronting}.rule("other/acts-beside", whoever),
		// cửa hàng của Ivanka Trump, Thủ tướng tìm …
		otherWhere{piece: acts}.rule("other/foreign-possessor", func(t *Text, m *Mention, _ *piece) bool {
			return t.Is(m.Name.From-1, reading.Of)
		}),
		// Theo ông A, Bộ trưởng vẫn …
		otherWhere{piece: actsAsMinister, behind: fronting}.rule("other/minister-acts", whoever),
	}
}

// ofEach tells whether a title stands before bodies of one kind, each of which another leads.
func (x *piece) ofEach(t *Text) bool {
	w, n := t.word(x.to)
	if w.kind != manyWord {
		return false
	}
	_, head := t.bodies.Longest(t.Text, x.to+n)
	return head > 0
}

func whoever(*Text, *Mention, *piece) bool { return true }

func (w otherWhere) rule(name string, holds otherRule) rule.Row[otherRule] {
	return rule.Of(name, func(t *Text, m *Mention, x *piece) bool {
		switch {
		case !x.has(w.piece, w.never), w.titled && !m.postBefore(), !standsBehind(t, w.behind, m.From):
			return false
		}
		return holds(t, m, x)
	})
}
