package official

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// piece is a rank, honorific or post that waits for its person, with the gap
// before it.
type piece struct {
	item
	before gap
}

// assigner gives the pieces of one phrase to the persons it names.
type assigner struct {
	page    *page
	out     []mention
	pending []piece // since the last name
	shared  []piece // what các, hai, như and the colon hand on
	left    int     // how many may still share, -1 for all
	gap     gap     // before the next piece
	list    bool    // names stand one behind the other
	all     bool    // đều là: the posts behind are those of all
	gone    bool    // the post behind was given up
}

func (p *page) assign(items []item) []mention {
	a := &assigner{page: p, left: -1, pending: p.scratch.pending[:0]}
	for _, it := range items {
		switch it.kind {
		case gapItem:
			a.pass(it)
		case nameItem:
			a.named(it.name)
			a.gap = gapNone
		default:
			it.office.former = it.office.former || a.gone
			a.pending = append(a.pending, piece{it, a.gap})
			a.gap = gapNone
		}
	}
	if len(a.out) == 0 {
		p.keepLoose(a.pending)
	}
	a.flush()
	p.scratch.pending = a.pending
	return a.out
}

// keepLoose remembers posts that the text names without a person.
func (p *page) keepLoose(pieces []piece) {
	for _, x := range pieces {
		if x.kind == officeItem && !x.office.bare() {
			p.loose = append(p.loose, x.office)
		}
	}
}

// pass takes note of a gap.
func (a *assigner) pass(it item) {
	a.gap = it.gap
	a.gone = it.left || a.gone && it.gap == gapComma && len(a.pending) > 0
	a.all = a.all || it.gap == gapAll || it.gap == gapIs && a.list && len(a.pending) == 0
	if it.gap == gapSemi {
		a.sharePair()
	}
	switch it.gap {
	case gapAnd, gapWith, gapSemi:
		a.flush()
		if it.gap != gapAnd && it.gap != gapSemi || a.left == 0 {
			a.shared = nil
		}
	case gapColon, gapSuch:
		if len(a.out) > 0 && !a.opensNew(a.pending) && !anyShared(a.pending) {
			a.flush()
			return
		}
		a.share(a.pending)
	case gapClose:
		a.flush()
	}
}

// sharePair gives the second of two names before a semicolon the posts before the
// first: nguyên Tổng Bí thư A, B; ….
func (a *assigner) sharePair() {
	n := len(a.out)
	if n < 2 || len(a.pending) > 0 {
		return
	}
	first, second := &a.out[n-2], &a.out[n-1]
	if !second.weakName || second.after != gapComma || len(second.offices) > 0 {
		return
	}
	for _, o := range first.offices {
		if o.from > first.name.to {
			return
		}
	}
	if len(first.offices) > 0 {
		second.offices = append(second.offices, first.offices...)
		second.weakName = false
	}
}

// anyShared tells whether các or hai stands before one of the pieces.
func anyShared(pieces []piece) bool {
	for _, x := range pieces {
		if x.shared {
			return true
		}
	}
	return false
}

// share hands the pieces on to all names that follow.
func (a *assigner) share(pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	a.shared, a.left, a.pending, a.list = slices.Clone(pieces), -1, a.pending[:0], true
	for _, x := range pieces {
		if x.count > 0 {
			a.left = x.count
		}
	}
}

// flush gives the pieces behind the last name to that person.
func (a *assigner) flush() {
	if len(a.out) > 0 && !a.opensNew(a.pending) {
		last := &a.out[len(a.out)-1]
		for _, x := range a.pending {
			if x.shared || a.page.otherActs(last, x) {
				continue // các lãnh đạo are others
			}
			last.take(x)
			a.giveAll(x)
		}
	}
	a.pending = a.pending[:0]
}

// otherActs tells whether a bare head of state or government behind a comma is
// somebody else: Ngoài ông A, Thủ tướng cũng ….
func (p *page) otherActs(m *mention, x piece) bool {
	if x.kind != officeItem || x.before != gapComma || !x.office.bare() || len(x.office.entry.Of) > 0 || x.office.entry.Weak || x.office.country != "" && x.office.country != home {
		return false
	}
	return p.follows(x.to) && p.tok(x.to).Shape == viet.Lower && p.tok(x.to).Kind == viet.Word && p.ended(p.fronting, m.from)
}

// giveAll hands a post on to those named just before in the same breath: A và B,
// Phó Chủ tịch …; A, B - đều là ….
func (a *assigner) giveAll(x piece) {
	if x.kind != officeItem {
		return
	}
	for i := len(a.out) - 2; i >= 0; i-- {
		m := &a.out[i]
		joined := a.out[i+1].after == gapAnd || a.out[i+1].after == gapComma && (a.all || x.before == gapDash)
		if !joined || !a.all && !a.out[len(a.out)-1].weakName || len(m.offices) > 0 && !m.given {
			return
		}
		m.take(x)
		m.given = true
	}
}

// opensNew tells whether the pieces cannot belong to the person before them.
func (a *assigner) opensNew(pieces []piece) bool {
	return len(pieces) > 0 && (pieces[0].before == gapAnd || pieces[0].before == gapWith || pieces[0].before == gapSemi)
}

// named takes the next name: what of the pending pieces touches it is its own,
// what stands before a comma belongs to the person before.
func (a *assigner) named(n name) {
	own := a.pending
	if len(a.out) > 0 && !a.opensNew(a.pending) {
		cut := a.cut()
		own = a.pending[cut:]
		a.pending = a.pending[:cut]
		a.flush()
	}
	own = withoutSuperior(a.page.withoutSigner(withoutTally(fromAccused(own))))
	m := mention{page: a.page, from: n.from, to: n.to, name: n, after: a.gap}
	if len(own) > 0 {
		m.after = own[0].before
	}
	m.weakName = len(own) == 0
	m.dashed = len(own) > 0 && own[len(own)-1].kind == officeItem && a.gap == gapDash
	m.country = ""
	var handed []piece
	for i, x := range own {
		if i == 0 && a.gap != gapIs || x.before == gapIs {
			m.from = x.from
		}
		if x.shared {
			handed = append(handed, x)
		}
		m.take(x)
	}
	a.all = false
	if anyConferred(own) {
		a.shared = nil
	}
	a.takeShared(&m, own)
	if len(handed) > 0 {
		a.share(handed)
		a.spend()
	}
	a.pending = a.pending[:0]
	a.out = append(a.out, m)
}

// anyConferred tells whether one of the pieces is conferred on the next person, so
// that what was conferred before is not.
func anyConferred(own []piece) bool {
	for _, x := range own {
		if x.conferred {
			return true
		}
	}
	return false
}

// fromAccused cuts off what stands before a comma and bị cáo: the judge who asks
// is not the man in the dock.
func fromAccused(own []piece) []piece {
	for i, x := range own {
		if i > 0 && x.before == gapComma && x.kind == honorificItem && x.honor.Kind == lexicon.AccusedHonorific {
			return own[i:]
		}
	}
	return own
}

// withoutTally cuts off those who are only counted: gồm 7 ủy viên, ông A.
func withoutTally(own []piece) []piece {
	if len(own) > 1 && own[0].tally && own[1].before == gapComma {
		return own[1:]
	}
	return own
}

// withoutSigner cuts off whose decision the sentence begins with: Theo quyết
// định của Thủ tướng, ông A.
func (p *page) withoutSigner(own []piece) []piece {
	if len(own) < 2 || own[0].kind != officeItem || own[1].before != gapComma {
		return own
	}
	o := &own[0].office
	if own[1].kind == officeItem {
		if next := own[1].office.entry; o.bare() && (len(next.Of) > 0 || !own[1].office.bare()) && p.ended(p.authority, o.from) {
			return own[1:]
		}
		return own
	}
	if o.bare() && (o.country == "" || o.country == home) && p.has(o.from-1) && p.text.Word(o.from-1) == "của" {
		return own[1:]
	}
	return own
}

// withoutSuperior cuts off a member of the Government to whom the head of a
// province, named behind the comma, reports.
func withoutSuperior(own []piece) []piece {
	if len(own) < 2 || own[0].kind != officeItem || !own[0].office.bare() || own[1].before != gapComma || own[1].kind != officeItem {
		return own
	}
	next := own[1].office
	local := strings.HasPrefix(next.said, "UBND") || strings.HasPrefix(next.said, "HĐND") || strings.Contains(viet.Key(next.said), "nhân dân")
	if local && own[0].office.entry.Central {
		return own[1:]
	}
	return own
}

// takeShared gives a person of a list what the list shares. Who is called ông in
// a list of bare names stands outside it.
func (a *assigner) takeShared(m *mention, own []piece) {
	if len(a.shared) == 0 || a.left == 0 || !a.list {
		return
	}
	first := a.shared[0]
	if first.kind == officeItem && (len(m.offices) > 0 && !first.membership() || !first.shared && len(m.honors) > 0) {
		a.list = false
		return
	}
	for _, x := range a.shared {
		m.take(x)
	}
	m.weakName = false
	a.spend()
}

// membership tells whether who shares the post may hold another besides: các Ủy
// viên Trung ương Đảng: Bộ trưởng Bộ Y tế A; ….
func (x piece) membership() bool {
	return x.shared && (x.conferred || x.office.entry.Title == "Ủy viên")
}

func (a *assigner) spend() {
	if a.left > 0 {
		a.left--
	}
}

// cut gives where the pieces of the next person begin: behind the last comma,
// or earlier where a run of posts with one name at its end begins.
func (a *assigner) cut() int {
	n := len(a.pending)
	if n > 0 && a.gap == gapDash && a.out[len(a.out)-1].dashed {
		return 0 // Trưởng ban X - A, Trưởng ban Y - B
	}
	if n == 0 || a.gap == gapComma || a.gap == gapOpen || a.gap == gapDash {
		return n
	}
	k := n - 1
	for k > 0 && (a.pending[k].before == gapNone || a.pending[k].joinsPost() && a.pending[k-1].kind == officeItem) {
		k--
	}
	if k > 0 && a.out[len(a.out)-1].titled() && a.partyRun(k) {
		return 0
	}
	return k
}

// joinsPost tells whether a dash or kiêm joins a post to the one before it:
// Thường trực Ban Bí thư - Trưởng Ban Tổ chức Trung ương A.
func (x piece) joinsPost() bool {
	return x.kind == officeItem && (x.before == gapDash || x.before == gapAlso)
}

// partyRun tells whether the posts before piece k are the party posts that lead
// a run: …, Ủy viên Bộ Chính trị, Bí thư Thành ủy B.
func (a *assigner) partyRun(k int) bool {
	for _, x := range a.pending[:k] {
		if x.kind != officeItem || x.office.entry.Title != "Ủy viên" {
			return false
		}
	}
	return true
}

// titled tells whether a post stands before the name.
func (m *mention) titled() bool {
	for _, o := range m.offices {
		if o.from < m.name.from {
			return true
		}
	}
	return false
}

// take gives the person a piece.
func (m *mention) take(x piece) {
	switch x.kind {
	case rankItem:
		m.ranks = append(m.ranks, x.rank)
		if x.country != "" {
			m.country = x.country
		}
	case honorificItem:
		if x.country != "" {
			m.country = x.country
		}
		m.accused = m.accused || x.honor.Kind == lexicon.AccusedHonorific
		m.private = m.private || x.honor.Kind == lexicon.PrivateHonorific
		if x.honor.Kind == lexicon.OfficeHonorific || x.honor.Kind == lexicon.PoliteHonorific {
			m.honors = append(m.honors, x.honor)
		}
	case officeItem:
		x.office.also = x.before == gapAlso
		m.offices = append(m.offices, x.office)
	}
}
