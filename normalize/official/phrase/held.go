package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/reading"
)

// whileHolding gives the tokens of what befell somebody, before the post that he held then: [A] bị
// bắt tạm giam về tội nhận hối lộ khi đang giữ chức | X; [A] khi đang giữ chức | X.
func (r clauses) whileHolding(i int) int {
	const most = 16
	if !r.is(i, suffers) {
		return r.holding(i)
	}
	for k := range r.ahead(i+1, most) {
		n := r.holding(k)
		next, _ := r.word(k)
		switch {
		case next.kind == formerWord && next.Value != 0 && r.phrase(k, while) == 0: // khai | khi giữ chức X
			return k - i
		case n > 0:
			return k + n - i
		case r.personAt(k):
			return 0
		}
	}
	return 0
}

// behindName tells whether a clause on the person named before may follow: A khi …, A, X, khi ….
func behindName(list []item) bool {
	last := &list[len(list)-1]
	return last.kind == nameItem || last.gap == gapComma && hasName(list)
}

// onOccasion gives the tokens of the clause that tells on what occasion something is done for the person
// named before, before the office that came to him: [gửi điện mừng A,] nhân dịp ông được bầu làm | X.
func (r clauses) onOccasion(i int) int {
	n := r.phrase(i, occasion)
	if n == 0 {
		return 0
	}
	_, m := r.pronounAt(i + n)
	n += m
	if into := r.appointed(i + n); into > 0 {
		return n + into
	}
	return 0
}

// holding gives the tokens of "khi đang giữ chức" at token i, where a post follows.
func (r clauses) holding(i int) int {
	n := r.phrase(i, while)
	if next, _ := r.word(i + n); next.kind != postWord {
		return 0
	}
	return n
}

// heldBefore reads "trước đó do" or "chức vụ trước đó do", where who follows is said to have held the
// office before it once.
func (r phrases) heldBefore(list []item, it *item) bool {
	n := r.phrase(it.from, officeWord)
	do, past := r.holder(it.from + n)
	if do == 0 || !past {
		return false
	}
	if it.replaces = hasName(list); it.replaces {
		return it.pass(n+do, gapWith)
	}
	it.earlier = true
	return it.pass(n+do, gapIs)
}

// thisPost reads "này" behind "giữ chức vụ", which stands for the post that was named last as one, in this
// sentence or the one before.
func (r phrases) thisPost(list []item, it *item) bool {
	last := &list[len(list)-1]
	if last.gap != gapIs || !hasName(list) {
		return false
	}
	return toldBefore(r, it)
}

// toldBefore makes the piece at "này" the post that was told last, if "chức vụ" stands before it.
func toldBefore(r phrases, it *item) bool {
	i, o := it.from, r.told
	from := min(r.endedFrom(conferring, i), r.endedFrom(officeWord, i))
	switch {
	case !r.Is(i, reading.This), o.Entry == nil, from == i, r.Tok(i).Sentence-r.Tok(o.From).Sentence > 1:
		return false
	}
	o.From, o.To, o.Former, o.Acting, o.Text = from, i+1, false, false, r.Text
	it.kind, it.to, it.office = officeItem, i+1, o
	return true
}

// withThisPost puts the post that "chức vụ này đối với" before a phrase means before its pieces.
func withThisPost(r phrases, list []item) []item {
	first := &list[0]
	at := r.endedFrom(concerning, first.from)
	it := item{from: at - 1, conferred: true}
	if at == first.from || first.kind == officeItem || !r.ended(officeWord, at-1) || !toldBefore(r, &it) {
		return list
	}
	it.office.Former = takenAway(r.Text, it.office.From+1)
	return slices.Concat([]item{it, {kind: gapItem, gap: gapIs}}, list)
}

// holder gives the tokens of "hiện do" at token i, where a person follows who is said to hold the office
// before it: Chức X hiện do ông A đảm nhiệm; past: or to have held it before.
func (r clauses) holder(i int) (n int, past bool) {
	do, ok := r.Longest(i, r.small[heldBy])
	if !ok {
		return 0, false
	}
	n = int(do.Len)
	if !r.carried(i + n) {
		return 0, false
	}
	return n, do.Value != 0
}

// holderBehind reads "do" before who holds an office now; those whom the clause names share one that several hold: Chức Phó
// Giám đốc hiện do ông A, bà B đảm nhiệm.
func holderBehind(r phrases, list []item, it *item) bool {
	last := &list[len(list)-1]
	n, _ := r.holder(it.from)
	if last.kind != officeItem || !it.pass(n, gapIs) {
		return false
	}
	last.shared = last.shared || last.office.Deputy || last.office.Entry.Many
	return true
}

// borneBy gives the tokens of "được" at token i, where a person follows who is said to hold the office before it:
// Chức X được ông A đảm nhận.
func borneBy(r phrases, i int) int {
	n := r.phrase(i, passive)
	if w, _ := r.word(i + n); !w.of(honorificWord, rankWord) || !r.carried(i+n) {
		return 0
	}
	return n
}

// carried tells whether the one who is named at token i, or the last of several, is said to hold an office: ông A, bà B
// đảm nhiệm; ông A, Phó Giám đốc, đảm nhiệm.
func (r clauses) carried(i int) bool {
	const most = 24
	for k := range r.ahead(i, most) {
		w, _ := r.behindComma(k)
		switch {
		case r.phrase(k, carries) > 0:
			return r.intoOffice(k) == 0
		case r.Is(k, reading.Halt), r.Is(k, reading.Comma) && !w.titles() && !carriesSoon(r, k+1):
			return false
		}
	}
	return false
}

// carriesSoon tells whether the verb of such a clause stands at token i, or an adverb before it: tạm thời | đảm nhận.
func carriesSoon(r clauses, i int) bool {
	const most = 3
	for k := range r.ahead(i, most) {
		if !r.Small(k) {
			return false
		}
		if r.phrase(k, carries) > 0 {
			return true
		}
	}
	return false
}

// worksAt gives the tokens of where somebody works, before what he is there: [A] công tác tại Sở X | với
// chức danh Y.
func (r clauses) worksAt(i int) int {
	const most = 20
	if head, n := r.bodies.Longest(r.Text.Text, i+r.phrase(i, works)); n > 0 && !head.state {
		return 0 // công tác tại Công ty X
	}
	return r.upTo(i, works, most, func(k int) bool { return r.intoOffice(k) > 1 })
}

// inCapacity gives the tokens of what somebody does, before in what capacity: [A] phát biểu | trên cương vị X.
func (r clauses) inCapacity(i int) int {
	const most = 8
	for k := range r.ahead(i, most) {
		switch {
		case !r.Small(k):
			return 0
		case r.is(k, capacity) && r.intoOffice(k) > 0:
			return k - i
		}
	}
	return 0
}

// fallsTo gives the tokens of "thuộc về" at token i, where a person follows to whom the office before comes.
func fallsTo(r phrases, i int) int {
	n := r.phrase(i, falls)
	if w, _ := r.word(i + n); n < 2 || !w.of(honorificWord, rankWord) {
		return 0
	}
	return n
}

// heldOnce gives the tokens of a clause that posts follow which somebody held: [A]
// từng giữ các chức vụ: | X, Y; đã đảm nhận nhiều vị trí như | X.
func (r clauses) heldOnce(i int) int {
	const most = 12
	n := r.phrase(i, once)
	if n > 0 {
		into := r.appointed(i + n)
		switch {
		case r.is(i, adverb), r.is(i, inTurn): // đã trở thành X, lần lượt là X và Y
		default:
			into = max(into, r.intoOffice(i+n)) // từng trở thành | X
		}
		if into > 0 {
			return n + into // từng được bổ nhiệm làm | X
		}
	}
	if (n == 0 || !r.is(i+n, holds)) && !r.is(i, lived) {
		return 0
	}
	many, past := false, i+1 // the token behind "các chức vụ"
	for k := range r.ahead(i+1, most) {
		if n := r.phrase(k, manyPosts); n > 0 {
			many, past = true, k+n
		}
		w, _ := r.word(k)
		switch {
		case !many && r.Is(k, reading.Sign|reading.Large):
			return 0
		case k >= past && w.kind == postWord: // các chức vụ | Trưởng phòng
			return k - i
		}
	}
	return 0
}

// trained gives the tokens of what somebody has learnt at token i, up to the mark before a clause of
// the offices that he held or came to: [A] có trình độ thạc sĩ luật|, từng giữ X.
func (r clauses) trained(i int) int {
	const most = 30
	return r.upTo(i, training, most, func(k int) bool {
		return r.Is(k, reading.Comma|reading.Semicolon) && max(r.appointed(k+1), r.heldOnce(k+1), r.adverbs(k+1), r.intoOffice(k+1)-1) > 0
	})
}

// heldFor reads how long the person named before held the office behind.
func (r phrases) heldFor(list []item, it *item) bool {
	if n := r.forYears(it.from); !it.pass(n, gapIs) || !hasName(list) {
		return false
	}
	it.left = list[len(list)-1].left || r.is(it.from, once)
	return true
}

// forYears gives the tokens of how long somebody held the office behind them: [A nghỉ hưu] sau bốn năm
// làm | X; [A] từng có bốn năm làm | X.
func (r clauses) forYears(i int) int {
	const most = 8
	n := r.phrase(i, forTime)
	if n == 0 {
		return 0
	}
	counted := false
	for k := range r.ahead(i+n, most) {
		if into := r.intoOffice(k); into > 0 && counted {
			return k + into - i
		}
		if r.Is(k, reading.Sign|reading.Large) {
			return 0
		}
		counted = counted || r.is(k, inFigures) || r.is(k, term)
	}
	return 0
}

// afterYears tells whether the sentence begins with how long somebody held the office at token i: Sau bốn năm làm | X, ông A.
func afterYears(r items, i int) bool {
	const most = 8
	for k := range r.back(i, most) {
		if r.is(k, forTime) && r.Opens(k) {
			return k+clauses{r}.forYears(k) == i
		}
	}
	return false
}

// replacing reads "thay" behind a person, before who held the post until then.
func (r phrases) replacing(list []item, it *item) bool {
	n := r.phrase(it.from, replaces)
	if n == 0 || !hasName(list) || !it.pass(n, gapWith) {
		return false
	}
	it.replaces = !otherPost(r.Text, list)
	return true
}

// otherPost tells whether the last post is one that its holder has or had besides, told in an aside:
// A, người giữ chức X từ năm 2011, sẽ thay B.
func otherPost(t *Text, list []item) bool {
	const most = 4 // tokens before the post
	for _, it := range slices.Backward(list) {
		if it.kind == officeItem {
			return precededBy(t, whom, it.from, most)
		}
	}
	return false
}
