package phrase

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// piece is a rank, honorific or post that waits for its person, with the gap
// before it.
type piece struct {
	item
	before gap
}

// assigner gives the pieces of one phrase to the persons it names.
type assigner struct {
	text    *Text
	out     []Mention
	pending []piece // since the last name
	shared  []piece // what các, hai, như and the colon hand on
	many    int     // how many may still share, -1 for all
	gap     gap     // before the next piece
	list    bool    // names stand one behind the other
	all     bool    // đều là: the posts behind are those of all
	gone    bool    // the post behind was given up
	left    *Office // that the next person held before the one named last
	bracket bool    // a bracket was opened behind the last name
}

// assign makes mentions of the items of one phrase.
func (r phrases) assign(list []item) []Mention {
	a := &assigner{text: r.Text, many: -1, pending: r.memory.pending[:0]}
	for _, it := range list {
		switch it.kind {
		case gapItem:
			a.pass(it)
		case nameItem:
			a.named(it.name)
			a.gap = gapNone
		default:
			it.office.Former = it.office.Former || a.gone
			a.pending = append(a.pending, piece{it, a.gap})
			a.gap = gapNone
		}
	}
	if len(a.out) == 0 {
		r.keepLoose(a.pending)
	}
	a.flush()
	r.memory.pending = a.pending
	return a.out
}

// keepLoose remembers posts that the text names without a person.
func (r phrases) keepLoose(pieces []piece) {
	for i := range pieces {
		if x := &pieces[i]; x.kind == officeItem && x.shared {
			r.Plural = append(r.Plural, x.office)
		}
		if x := &pieces[i]; x.kind == officeItem && !x.bare() {
			r.Loose = append(r.Loose, x.office)
		}
	}
}

// pass takes note of a gap.
func (a *assigner) pass(it item) {
	a.gap = it.gap
	a.gone = it.left || a.gone && it.gap.of(gapNone, gapComma, gapColon, gapSemi, gapAnd, gapAlso)
	a.all = a.all || it.gap == gapAll || it.gap == gapIs && a.list
	if a.asComma(it.gap) {
		a.gap = gapComma
		return
	}
	switch it.gap {
	case gapSemi:
		a.sharePair()
		fallthrough
	case gapAnd:
		a.flush()
		if a.many == 0 {
			a.shared = nil
		}
	case gapWith:
		a.flush()
		a.shared = nil
		if it.replaces {
			a.left = a.lastOffice()
		}
	case gapColon, gapSuch:
		a.open()
	case gapOpen:
		a.bracket = len(a.out) > 0 && len(a.pending) == 0
	case gapClose:
		if a.bracket && len(a.pending) > 0 {
			a.pending[0].before = gapComma // (cựu Thứ trưởng X và cựu Chủ tịch Y)
		}
		a.flush()
	}
}

// asComma tells whether a gap parts posts of one person: bổ nhiệm chức vụ X và thăng
// hàm Y đối với ông A; từng giữ các chức vụ: X; Y.
func (a *assigner) asComma(g gap) bool {
	switch g {
	case gapAnd:
		return len(a.pending) > 0 && a.pending[len(a.pending)-1].conferred
	case gapSemi:
		return a.gone
	}
	return false
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

// open hands what stands before a colon or "gồm" on to the names that follow, but
// to the last name what is its own.
func (a *assigner) open() {
	if len(a.out) > 0 && !slices.ContainsFunc(a.pending, func(x piece) bool { return x.shared }) {
		a.flush()
		return
	}
	a.share(a.pending)
}

// sharePair gives the second of two names before a semicolon the posts before the
// first: nguyên Tổng Bí thư A, B; ….
func (a *assigner) sharePair() {
	n := len(a.out)
	if n < 2 || len(a.pending) > 0 {
		return
	}
	first, second := &a.out[n-2], &a.out[n-1]
	if second.Weak && first.postBefore() {
		second.Offices = append(second.Offices, first.Offices...)
		second.Weak = false
	}
}

// share hands the pieces on to all names that follow.
func (a *assigner) share(pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	a.shared, a.many, a.pending, a.list = slices.Clone(pieces), -1, a.pending[:0], true
	for i := range pieces {
		if n := pieces[i].count; n > 0 {
			a.many = n
		}
	}
}

// flush gives the pieces behind the last name to that person.
func (a *assigner) flush() {
	if last := a.before(); last != nil {
		for i := range a.pending {
			switch x := a.pending[i]; {
			case x.shared && x.count > 1 && a.breath() == x.count:
				a.shareBack(x)
			case !a.ofOthers(last, &x):
				last.take(x)
				a.giveAll(x)
			}
		}
	}
	a.pending = a.pending[:0]
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

// shareBack gives a post to as many of the last persons as share it: A và B, hai
// Phó Giám đốc Sở Y tế.
func (a *assigner) shareBack(x piece) {
	for i := len(a.out) - x.count; i < len(a.out); i++ {
		a.out[i].take(x)
	}
}

// ofOthers tells whether a piece behind a name is somebody else's.
func (a *assigner) ofOthers(m *Mention, x *piece) bool {
	for i := range a.text.rules.others {
		if a.text.rules.others[i].holds(a.text, m, x) {
			return true
		}
	}
	return false
}

// giveAll hands a post on to those named just before in the same breath: A và B,
// Phó Chủ tịch …; A, B - đều là ….
func (a *assigner) giveAll(x piece) {
	last := len(a.out) - 1
	if x.kind != officeItem || !a.all && !a.out[last].Weak {
		return
	}
	for i := last - 1; i >= 0 && a.joined(i, x); i-- {
		a.out[i].take(x)
		a.out[i].given = true
	}
}

// joined tells whether the i-th person is named in one breath with the next, who
// holds the post behind, and has none of his own.
func (a *assigner) joined(i int, x piece) bool {
	if len(a.out[i].Offices) > 0 && !a.out[i].given {
		return false
	}
	next := a.out[i+1].after
	return next == gapAnd || next == gapComma && (a.all || x.before == gapDash)
}

// before gives the person named last, nil where there is none to whom the pieces
// behind could belong.
func (a *assigner) before() *Mention {
	switch {
	case len(a.out) == 0, len(a.pending) > 0 && a.pending[0].before.of(gapAnd, gapWith, gapSemi):
		return nil
	}
	return &a.out[len(a.out)-1]
}

// named takes the next name: what of the pending pieces touches it is its own,
// what stands before a comma belongs to the person before.
func (a *assigner) named(n Name) {
	own := a.own(n)
	a.gone = a.gone && len(a.out) == 0
	m := Mention{Text: a.text, From: n.From, To: n.To, Name: n, after: a.gap, Weak: len(own) == 0}
	if len(own) > 0 {
		m.after = own[0].before
		m.dashed = a.gap == gapDash
	}
	var handed []piece
	for i, x := range own {
		if i == 0 && a.gap != gapIs || x.before == gapIs {
			m.From = x.from
		}
		if x.shared {
			handed = append(handed, x)
		}
		if x.conferred {
			a.shared = nil // what was conferred before is not this one's
		}
		m.take(x)
	}
	if a.left != nil && len(m.Offices) == 0 {
		held := *a.left
		held.Former, held.Acting = true, false
		held.Title = strings.TrimPrefix(held.Title, a.text.acting+" ")
		m.Offices, m.Weak = append(m.Offices, held), false
	}
	a.left, a.all, a.bracket = nil, false, false
	a.takeShared(&m)
	if len(handed) > 0 {
		a.share(handed)
		a.spend()
	}
	a.pending = a.pending[:0]
	a.out = append(a.out, m)
}

// own gives the pieces of the next name; the person before gets the others.
func (a *assigner) own(n Name) []piece {
	own := a.pending
	if last := a.before(); last != nil {
		cut := a.cut(last)
		own, a.pending = a.pending[cut:], a.pending[:cut]
		a.flush()
	}
	if a.gap == gapIs && len(own) == 1 && own[0].possesses(a.text) {
		return nil
	}
	for i := range a.text.rules.own {
		if len(own) > 1 {
			own = own[a.text.rules.own[i].drops(a.text, own, n):]
		}
	}
	return own
}

// takeShared gives a person of a list what the list shares. Who is called ông in
// a list of bare names stands outside it.
func (a *assigner) takeShared(m *Mention) {
	switch {
	case len(a.shared) == 0, a.many == 0, !a.list:
		return
	case a.outside(m):
		a.list = false
		return
	}
	for _, x := range a.shared {
		m.take(x)
	}
	m.Weak = false
	a.spend()
}

// outside tells whether a person of a list has a post of his own, or is called ông
// where the others are not.
func (a *assigner) outside(m *Mention) bool {
	first := &a.shared[0]
	switch {
	case first.kind != officeItem:
		return false
	case len(m.Offices) > 0 && !first.membership():
		return true
	}
	return !first.shared && len(m.Honors) > 0
}

// membership tells whether who shares the post may hold another besides: các Ủy
// viên Trung ương Đảng: Bộ trưởng Bộ Y tế A; ….
func (x *piece) membership() bool {
	return x.shared && (x.conferred || x.office.Entry.Member)
}

func (a *assigner) spend() {
	if a.many > 0 {
		a.many--
	}
}

// cut gives where the pieces of the next person begin: behind the last comma,
// or earlier where a run of posts with one name at its end begins.
func (a *assigner) cut(last *Mention) int {
	n := len(a.pending)
	switch {
	case a.gap == gapDash && last.dashed:
		return 0 // Trưởng ban X - A, Trưởng ban Y - B
	case n == 0, a.gap.of(gapComma, gapOpen, gapDash):
		return n
	}
	k := n - 1
	for k > 0 && (a.pending[k].joinsPost() || a.pending[k-1].leadsOn(&a.pending[k]) || a.ofNext(last, k)) {
		k--
	}
	if last.postBefore() && a.partyRun(k) {
		return 0
	}
	return k
}

// ofNext tells whether the posts before and behind a comma are of one state, and the
// person before them is of another: Chủ tịch nước Việt Nam A, Tổng Bí thư Đảng Cộng
// sản Trung Quốc, Chủ tịch nước Trung Quốc B.
func (a *assigner) ofNext(last *Mention, k int) bool {
	before, state := last.state(), a.pending[k-1].state()
	if before == "" || state == "" || before == state {
		return false
	}
	return state == a.pending[k].state() && last.postBefore()
}

// state gives the state that a post is one of: the one said, or that of its body.
func (x *piece) state() string {
	if x.kind != officeItem {
		return ""
	}
	return x.office.state()
}

// possesses tells whether "của" stands before a post, so that the one named with
// "là" is somebody else: luật sư của Tổng thống là A.
func (x *piece) possesses(t *Text) bool {
	return x.kind == officeItem && t.Is(x.office.From-1, reading.Of)
}

// leadsOn tells whether a bare title is that of the post behind the comma: Bộ
// trưởng, Chủ nhiệm Văn phòng Chính phủ.
func (x *piece) leadsOn(next *piece) bool {
	return x.bare() && next.kind == officeItem && slices.Contains(x.office.Entry.LeadsOn, next.office.Entry.Title)
}

// joinsPost tells whether nothing parts a piece from the one before it, or a dash
// or kiêm joins a post to it: Thường trực Ban Bí thư - Trưởng Ban Tổ chức Trung
// ương A.
func (x *piece) joinsPost() bool {
	return x.before == gapNone || x.kind == officeItem && x.before.of(gapDash, gapAlso)
}

// partyRun tells whether the posts before piece k are the party posts that lead
// a run: …, Ủy viên Bộ Chính trị, Bí thư Thành ủy B.
func (a *assigner) partyRun(k int) bool {
	return !slices.ContainsFunc(a.pending[:k], func(x piece) bool { return x.kind != officeItem || !x.office.Entry.Member })
}

// honorsAccused tells whether a piece calls the next person an accused.
func (x *piece) honorsAccused() bool { return x.honors(lexicon.AccusedHonorific) }
