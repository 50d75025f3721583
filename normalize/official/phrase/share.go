package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/reading"
)

// open hands what stands before a colon or "gồm" on to the names that follow, but
// to the last name what is its own.
func (a *assigner) open() {
	begins := func(x piece) bool { return x.is(isShared) || x.before == gapSemi } // …; Chủ tịch UBND xã: C
	if len(a.out) > 0 && !slices.ContainsFunc(a.pending, begins) {
		nextRow(a)
		return
	}
	if a.list && a.opened == len(a.out) && !slices.ContainsFunc(a.shared, ownPost) {
		a.share(slices.Concat(a.shared, a.pending)) // các Phó Giám đốc gồm các ông:; lên Thiếu tướng, gồm:
		return
	}
	a.share(a.pending)
}

// nextRow gives the pieces before a colon to the person named last, but for the post that opens the next row of
// such a list: Chủ tịch UBND xã X: Ông A, Phó Chủ tịch: Bà B.
func nextRow(a *assigner) {
	var row []piece
	if last := a.lastPending(); rowEnds(a, last) {
		row = append(row, *last)
		a.pending = a.pending[:len(a.pending)-1]
	}
	a.flush()
	if len(row) > 0 {
		a.share(row)
	}
}

// rowEnds tells whether a post behind a comma stands in a list whose names have each a post before a colon.
func rowEnds(a *assigner, x *piece) bool {
	switch {
	case x == nil, x.before != gapComma, !x.is(isPost), !a.list:
		return false
	}
	return slices.ContainsFunc(a.shared, ownPost)
}

// ownPost tells whether a piece is a post that only one holds.
func ownPost(x piece) bool { return x.is(isPost) && !x.is(isShared) }

// pluralise has the first names behind "gồm" share a post that several hold, though it is written
// as that of one: Phó Giám đốc Sở X gồm ông A và ông B.
func (a *assigner) pluralise() {
	last := a.lastPending()
	if last == nil || len(a.out) > 0 && last.before != gapSemi || !last.is(isPost) {
		return
	}
	if last.ofSeveral() {
		last.traits |= isShared
	}
}

// dropSole lets go of the office of one person who is not named, with whom others are: Cùng đi với Chủ tịch nước có ông A.
func dropSole(a *assigner) {
	switch last := a.lastPending(); {
	case last == nil:
	case last.has(isPost|isRuler|isBare, isShared|isApposed):
		a.pending = a.pending[:0]
	}
}

// ofSeveral tells whether several hold a post at a time.
func (x *piece) ofSeveral() bool { return x.office.Deputy || x.office.Entry.Many }

// share hands the pieces on to all names that follow.
func (a *assigner) share(pieces []piece) {
	a.shared, a.many, a.pending, a.list, a.opened = slices.Clone(pieces), -1, a.pending[:0], true, len(a.out)
	for i := range pieces {
		if n := pieces[i].count; n > 0 {
			a.many = n
		}
	}
}

// takeShared gives a person of a list what the list shares. Who is called ông in
// a list of bare names stands outside it.
func (a *assigner) takeShared(m *Mention) {
	switch {
	case len(a.shared) == 0, a.many == 0, !a.list:
		return
	case a.outside(m):
		a.shared = slices.DeleteFunc(a.shared, func(x piece) bool { return x.is(isPost) })
		if a.list = len(a.shared) > 0; !a.list { // gồm các đồng chí: Bộ trưởng A
			return
		}
	}
	for _, x := range a.shared {
		if k := len(x.office.others) - a.many; k >= 0 && a.many > 0 {
			x.office.lend(&x.office.others[k])
		}
		m.take(&x)
	}
	m.Weak = false
	a.spend()
}

// outside tells whether a person of a list has a post of his own, or is called ông
// where the others are not. Who shares a membership, or what is conferred, may hold
// another post besides: các Ủy viên Trung ương Đảng: Bộ trưởng Bộ Y tế A; ….
func (a *assigner) outside(m *Mention) bool {
	first := &a.shared[0]
	switch {
	case setApart(a, m):
		return true
	case !first.is(isPost):
		return false
	case !first.is(isShared):
		return len(m.Offices)+len(m.Honors) > 0 && !holdsIt(a, m)
	case first.some(isConferred | isMember):
		return false
	}
	return len(m.Offices) > 0
}

// setApart tells whether a person is called ông where the first of the list is not, and has a post of his own behind
// the name: các Thứ trưởng: A, B; ông C, Cục trưởng X.
func setApart(a *assigner, m *Mention) bool {
	if a.opened >= len(a.out) || !bare(a, a.out[a.opened]) || bare(a, m) || len(m.Honors) == 0 {
		return false
	}
	if !a.text.Is(m.From-1, reading.Comma|reading.Semicolon) || !a.text.Is(m.Name.To, reading.Comma|reading.Hyphen|reading.LongDash|reading.Opening) {
		return false
	}
	own, _ := a.text.word(m.Name.To + 1)
	return own.kind == postWord
}

// bare tells whether the name of a person stands right behind a mark: các đồng chí: | A.
func bare(a *assigner, m *Mention) bool {
	return a.text.Is(m.Name.From-1, reading.Colon|reading.Comma|reading.Semicolon)
}

// holdsIt tells whether a person behind a colon holds the one post before it, as in a row of a list: his name ends
// the line, or what he is follows: Chủ tịch UBND xã X: Ông A.; but not Chủ tịch UBND xã X: Ông A chưa nộp hồ sơ.
func holdsIt(a *assigner, m *Mention) bool {
	ends := reading.Halt
	switch several := a.shared[0].ofSeveral(); {
	case len(m.Offices) > 0:
		return false
	case several:
		ends |= reading.And
	case m.after != gapColon:
		return false
	}
	if m.after == gapColon {
		ends |= reading.Comma
	}
	return a.text.Opens(m.Name.To) || a.text.Is(m.Name.To, ends)
}

func (a *assigner) spend() {
	if a.many > 0 {
		a.many--
	}
}

// sharePair gives the second of two names before a semicolon the posts before the
// first: nguyên Tổng Bí thư A, B; ….
func (a *assigner) sharePair() {
	n := len(a.out)
	if n < 2 || len(a.pending) > 0 {
		return
	}
	first, second := a.out[n-2], a.out[n-1]
	if second.Weak && second.after != gapSemi && len(second.Offices) == 0 { // not: A (Giám đốc X); B (Giám đốc Y); …
		second.Offices = append(second.Offices, first.Offices...)
		second.Weak = false
	}
}

// breath gives how many persons are named last in one breath, joined by commas and
// "và".
func (a *assigner) breath() int {
	n := 1
	for i := len(a.out) - 1; i > 0 && a.out[i].after.of(gapAnd, gapComma); i-- {
		n++
	}
	return n
}

// shareBack gives a post to as many of the last persons as share it, or to each in his own body: A và B, hai
// Phó Giám đốc Sở Y tế; A và B làm Giám đốc các Sở Y tế và Xây dựng.
func (a *assigner) shareBack(x *piece) {
	first, own := len(a.out)-x.count, *x
	for k, m := range a.out[first:] {
		if k > 0 && k <= len(x.office.others) {
			own.office.lend(&x.office.others[k-1])
		}
		m.take(&own)
	}
}

// giveAll hands a post on to those named just before in the same breath: A và B,
// Phó Chủ tịch …; A, B - đều là …; ông A và bà B được bổ nhiệm làm Phó Giám đốc.
func (a *assigner) giveAll(x *piece) {
	if !x.is(isPost) {
		return
	}
	last, given := len(a.out)-1, x.before == gapIs && x.ofSeveral()
	if !a.all && !given && !a.out[last].Weak {
		return
	}
	each := given && comeToNew(a, x)
	for i := last - 1; i >= 0 && a.joined(i, given || x.before == gapDash, each); i-- {
		a.out[i].take(x)
	}
}

// joined tells whether the i-th person is named in one breath with the next, who
// holds the post behind, and has none of his own; or has, where each comes to a new one.
func (a *assigner) joined(i int, listed, each bool) bool {
	m := a.out[i]
	if len(m.Offices) > 0 && (!each || m.given) {
		return false
	}
	switch a.out[i+1].after {
	case gapAnd:
		return true
	case gapComma:
		return a.all || listed
	}
	return false
}

// comeToNew tells whether those named before come to a post together: bổ nhiệm | X A và ông B, Y, giữ chức Z; ông A, X
// và ông B, Y được HĐND tỉnh bầu giữ chức Z.
func comeToNew(a *assigner, x *piece) bool {
	const most = 8 // tokens of the clause
	first, last := a.out[0], a.out[len(a.out)-1]
	switch {
	case a.text.ended(conferring, first.From):
		return true
	case first.postBefore(), len(last.Offices) < 2:
		return false
	}
	return precededBy(a.text, passive, x.from, most)
}

// pendingBehind gives what stands before the first of the pieces that wait for a person, gapNone where none waits.
func pendingBehind(a *assigner) gap {
	if len(a.pending) == 0 {
		return gapNone
	}
	return a.pending[0].before
}

// joinAnd lets posts behind "và" be his of whom a clause says what he is, where nobody is named with them:
// A từng giữ các chức vụ X và Y.
func joinAnd(a *assigner) {
	if !a.said || pendingBehind(a) != gapAnd {
		return
	}
	x, last := &a.pending[0], a.lastOffice()
	switch end := a.lastPending().to; {
	case !x.has(isPost, isBare|isShared|isBeforeSmall), last == nil:
	case last.Agency < 0 && last.Body != "": // Chủ tịch Hội đồng Nguyên thủ và Người đứng đầu Chính phủ: of one body
	case a.text.Is(end, reading.Comma) && a.text.Capital(end+1): // và Thứ trưởng Bộ X, Y và Z Trần Văn B: its name goes on
	default:
		x.before, x.office.Former = gapComma, x.office.Former || last.Former
	}
}

// partSemi keeps posts behind a semicolon with which nobody is named until the next one.
func partSemi(a *assigner) {
	if pendingBehind(a) == gapSemi {
		a.parted = append(a.parted, a.pending...)
	}
}

// joinSemi lets posts behind semicolons be those of the person named last where an office to which he comes
// follows: A - Ủy viên X; Bí thư Y; Chính ủy Z được chỉ định giữ chức T.
func joinSemi(a *assigner) {
	if len(a.out) == 0 || pendingBehind(a) != gapSemi {
		return
	}
	a.pending = slices.Concat(a.parted, a.pending)
	a.pending[0].before, a.parted = gapComma, nil
}
