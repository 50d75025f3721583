package phrase

import (
	"slices"
	"strings"
)

// assigner gives the pieces of one phrase to the persons it names.
type assigner struct {
	text    *Text
	out     []*Mention
	pending []piece // since the last name
	shared  []piece // what các, hai, như and the colon hand on
	many    int     // how many may still share, -1 for all
	gap     gap     // before the next piece
	list    bool    // names stand one behind the other
	opened  int     // how many were named before the list
	all     bool    // đều là: the posts behind are those of all
	gone    bool    // the post behind was given up
	semi    bool    // behind a semicolon since
	said    bool    // a clause says what the person named last is, or came to be
	parted  []piece // behind semicolons since the last name, with no name of their own
	during  bool    // those behind were held at the time told of, if they are the same person's
	then    bool    // the post of whom is named first was held at the time told of
	left    *Office // that the next person held before the one named last
}

// assign makes mentions of the items of one phrase. They are good until the next call.
func (r phrases) assign(list []item) []*Mention {
	a := &assigner{text: r.Text, many: -1, pending: r.memory.pending[:0], out: r.memory.named[:0]}
	list = r.order(list)
	for i := range list {
		switch it := &list[i]; it.kind {
		case gapItem:
			a.pass(it)
		case nameItem:
			a.named(it.name)
			a.gap = gapNone
		default:
			a.during = a.during || it.during
			former := it.office.Former
			a.said = a.said || former && a.gap == gapNone                         // A từng là X
			it.office.Former = former || a.gone || a.gap == gapAlso && a.former() // cựu X kiêm Y
			a.pending = append(a.pending, piece{item: *it, before: a.gap})
			x := a.lastPending()
			x.markAll(r.Text)
			x.mark(isDuring, a.during)
			x.mark(isGone, a.semi && !former)
			a.gap = gapNone
		}
	}
	if len(a.out) == 0 {
		r.keepLoose(a.pending)
	}
	a.flush()
	r.memory.pending, r.memory.named = a.pending, a.out
	return a.out
}

// keepLoose remembers posts that the text names without a person.
func (r phrases) keepLoose(pieces []piece) {
	for i := range pieces {
		x := &pieces[i]
		if x.is(isPost | isShared) {
			r.Plural = append(r.Plural, x.office)
		}
		if x.has(isPost, isBare) {
			r.Loose = append(r.Loose, x.office)
		}
	}
}

// pass takes note of a gap.
func (a *assigner) pass(it *item) {
	if it.onward {
		if a.former() {
			a.gone = true
		}
		if it.gap == gapNone {
			return
		}
	}
	if it.earlier {
		it.left = a.earlier()
		if it.gap == gapNone {
			a.gone = it.left
			return
		}
	}
	a.gap = it.gap
	if !it.gap.of(gapNone, gapComma, gapColon, gapSemi, gapAnd, gapAlso) {
		a.gone, a.during = it.left, false
	}
	if a.partsPosts(it.gap) {
		a.gap, a.semi = gapComma, a.semi || it.gap == gapSemi
		return
	}
	a.cross(it)
}

// cross does what a gap asks for, whatever the times of the posts beside it.
func (a *assigner) cross(it *item) {
	switch it.gap {
	case gapAll:
		a.all = true
	case gapIs:
		a.said = true
		joinSemi(a)
		if a.list {
			a.all = true
		}
	case gapSemi:
		a.sharePair()
		partSemi(a)
		a.flush()
	case gapAnd:
		a.flush()
	case gapWith:
		a.flush()
		a.shared = nil
		if last := a.lastOffice(); it.replaces && last != nil && !last.Former {
			a.left = last
		}
	case gapSuch: // Phó Giám đốc Sở X gồm ông A và ông B
		a.pluralise()
		dropSole(a)
		a.open()
	case gapColon, gapEach:
		a.open()
	case gapClose:
		a.closeBracket()
	}
}

// earlier lets the post before "khi đó" be of the time told of: Bộ trưởng khi đó là A. It tells
// whether there is none, so that it is the next: A, khi đó là Bộ trưởng.
func (a *assigner) earlier() bool {
	last := a.lastPending()
	if last == nil {
		return true
	}
	last.office.Former, a.then = true, true
	return false
}

// partsPosts tells whether a gap parts posts of one person, as a comma does: bổ nhiệm
// chức vụ X và thăng hàm Y đối với ông A; từng giữ các chức vụ: X; Y.
func (a *assigner) partsPosts(g gap) bool {
	switch g {
	case gapAnd:
		last := a.lastPending()
		return last != nil && last.is(isConferred)
	case gapSemi:
		return a.gone
	}
	return false
}

// closeBracket gives (cựu Thứ trưởng X và cựu Chủ tịch Y) to the person before.
func (a *assigner) closeBracket() {
	if len(a.pending) > 0 {
		a.pending[0].before = gapComma
		a.pending[0].traits |= isApposed
	}
	a.flush()
}

// lastPending gives the piece read last that waits for its person, nil where there is none.
func (a *assigner) lastPending() *piece {
	if len(a.pending) == 0 {
		return nil
	}
	return &a.pending[len(a.pending)-1]
}

// former tells whether the post read last is one that its holder has left.
func (a *assigner) former() bool {
	if last := a.lastPending(); last != nil {
		return last.office.Former
	}
	o := a.lastOffice()
	return o != nil && o.Former
}

// lastOffice gives the post of the person named last, nil where there is none.
func (a *assigner) lastOffice() *Office {
	if len(a.out) == 0 {
		return nil
	}
	list := a.out[len(a.out)-1].Offices
	if len(list) == 0 {
		return nil
	}
	return &list[len(list)-1]
}

// flush gives the pieces behind the last name to that person.
func (a *assigner) flush() {
	joinAnd(a)
	if last := a.before(); last != nil {
		for i := range a.pending {
			x := &a.pending[i]
			if last = takes(a.text, x, last); last == nil {
				break
			}
			switch {
			case a.breath() == x.count:
				a.shareBack(x)
			case !a.ofOthers(last, x):
				x.office.Former = x.office.Former || x.is(isDuring)
				last.take(x)
				last.given = last.given || x.before == gapIs
				a.giveAll(x)
			}
		}
	}
	a.pending = a.pending[:0]
}

// before gives the person named last, nil where there is none to whom the pieces
// behind could belong.
func (a *assigner) before() *Mention {
	switch {
	case len(a.out) == 0, pendingBehind(a).of(gapAnd, gapWith, gapSemi):
		return nil
	}
	return a.out[len(a.out)-1]
}

// ofOthers tells whether a piece behind a name is somebody else's.
func (a *assigner) ofOthers(m *Mention, x *piece) bool {
	return slices.ContainsFunc(a.text.rules.others, func(r otherRow) bool { return r.Do(a.text, m, x) })
}

// named takes the next name: what of the pending pieces touches it is its own,
// what stands before a comma belongs to the person before.
func (a *assigner) named(n Name) {
	own := a.own(n)
	a.gone, a.during, a.semi, a.said, a.parted = false, false, false, false, nil
	m := Keep(Mention{Text: a.text, From: n.From, To: n.To, Name: n, after: a.gap, Weak: len(own) == 0})
	if len(own) > 0 {
		m.after, m.dashed = own[0].before, beforeName(own, a.gap) == gapDash
		if a.gap != gapIs {
			m.From = own[0].from
		}
	}
	var handed []piece
	for k := range own {
		x := &own[k]
		if x.is(isGone) {
			x.office.Former = false // A từ chức; Thủ tướng B: another's
		}
		if k+1 < len(own) && own[k+1].is(isApposed) { // trong thời gian làm X, Y, ông A
			x.office.Former = x.office.Former || x.is(isDuring)
		}
		if x.before == gapAnd && a.gap == gapIs {
			x.office.Former = x.office.Former || a.then // … ngày đó là A và Chủ tịch UBND tỉnh là B
		}
		if x.before == gapIs || k > 0 && x.is(isConferred) && x.from > own[k-1].to+1 {
			m.From = x.from // cách chức X và xóa tư cách | Y đối với ông A
		}
		if x.is(isShared) {
			x.office.Former = x.office.Former || beforeName(own, a.gap) == gapIs && takenAway(a.text, x.from) // miễn nhiệm 2 Ủy viên X là ông A và ông B
			handed = append(handed, *x)
		}
		if x.is(isConferred) {
			a.shared = nil // what was conferred before is not this one's
		}
		m.take(x)
	}
	a.takeLeft(m)
	a.left, a.all = nil, false
	a.takeShared(m)
	if len(handed) > 0 {
		if !slices.ContainsFunc(handed, func(x piece) bool { return x.is(isPost) }) {
			handed = append(slices.Clone(a.shared), handed...) // các nguyên Ủy viên X như các ông A, B
		}
		a.share(handed)
		a.spend()
	}
	a.pending = a.pending[:0]
	a.out = append(a.out, m)
}

// takeLeft gives whom somebody replaces the post that was his.
func (a *assigner) takeLeft(m *Mention) {
	if a.left == nil || len(m.Offices) > 0 {
		return
	}
	held := *a.left
	held.Former, held.Acting = true, false
	held.Title = strings.TrimPrefix(held.Title, a.text.acting+" ")
	m.hold(&held)
	m.Weak = false
}

// own gives the pieces of the next name; the person before gets the others.
func (a *assigner) own(n Name) []piece {
	own := a.pending
	if last := a.before(); last != nil {
		cut := a.cut(last)
		own, a.pending = a.pending[cut:], a.pending[:cut]
		a.flush()
	}
	if len(own) == 1 && a.gap == gapIs && own[0].is(isPost|isPossessed) {
		return nil // luật sư của Tổng thống là A
	}
	if last := len(own) - 1; last >= 0 && own[last].is(isSpouse) && a.spouseNamed(&own[last], n) {
		return own[:last] // phu nhân Tổng thống Pháp A
	}
	for _, r := range a.text.rules.own {
		if len(own) > 1 {
			own = own[r.Do(a.text, own, n):]
		}
	}
	return own
}

// cut gives where the pieces of the next person begin: behind the last comma,
// or earlier where a run of posts with one name at its end begins.
func (a *assigner) cut(last *Mention) int {
	n := len(a.pending)
	switch {
	case last.dashed && beforeName(a.pending, a.gap) == gapDash:
		return 0 // Trưởng ban X - A, Trưởng ban Y - ông B
	case n == 0, a.gap.of(gapComma, gapOpen, gapDash):
		return n
	}
	k := n - 1
	for k > 0 && a.goesOn(last, k) {
		k--
	}
	if last.postBefore() && a.partyRun(k) {
		return 0
	}
	return k
}

// beforeName gives what stands before the next name, or before the honorific that stands with it.
func beforeName(pieces []piece, g gap) gap {
	if last := len(pieces) - 1; last > 0 && g == gapNone {
		return pieces[last].before
	}
	return g
}

// goesOn tells whether the piece before pending piece k is of the same person.
func (a *assigner) goesOn(last *Mention, k int) bool {
	x, next := &a.pending[k-1], &a.pending[k]
	switch {
	case x.is(isAide) && next.kind == honorificItem && next.before == gapNone:
		return false // A, Trợ lý đồng chí B
	case x.is(isSpouse):
		return true // bà A, Phu nhân Tổng Bí thư, Chủ tịch nước B
	case next.conferredAlone(x): // A, Chủ tịch UBND tỉnh, cho thôi giữ chức X đối với ông B
		return x.office.Former
	case next.joinsOn(), x.leadsOn(next) && (!x.is(isRuler) || last.postBefore()): // Tổng Bí thư A, Phó Thủ tướng, Bộ trưởng Ngoại giao B
		return true
	case next.before == gapIs && a.text.kinFrom(last) < last.From:
		return false // Vợ ông A, Giám đốc Sở X, là bà B
	case next.before == gapIs && x.has(isPost, isPossessed): // A làm chủ tọa, Giám đốc Sở X là ông B
		return true
	case last.holdsBeside(x): // Bí thư Tỉnh ủy A, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND B
		return true
	case next.is(isPost) && x.state() != next.state():
		return false
	}
	// Chủ tịch nước Việt Nam A, Tổng Bí thư Đảng Cộng sản Trung Quốc, Chủ tịch nước
	// Trung Quốc B; Chủ tịch Quốc hội A, Chủ tịch Thượng viện Úc, bà B
	return Differ(a.stateBefore(last, k-1), x.state())
}

// stateBefore gives the state of the post before pending piece k: one behind the name
// of the last person, or that person's own before it.
func (a *assigner) stateBefore(last *Mention, k int) string {
	switch {
	case last.postBefore():
		return last.state()
	case k > 0:
		return a.pending[k-1].state()
	}
	return ""
}

// partyRun tells whether the posts before piece k are the party posts that lead
// a run: …, Ủy viên Bộ Chính trị, Bí thư Thành ủy B; …, Bí thư Đảng ủy, Chủ tịch HĐND xã B.
func (a *assigner) partyRun(k int) bool {
	lead := isMember
	if a.pending[k].is(isOfCouncil) {
		lead |= isOfCommittee
	}
	return !slices.ContainsFunc(a.pending[:k], func(x piece) bool { return !x.some(lead) })
}
