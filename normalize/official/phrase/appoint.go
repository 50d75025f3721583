package phrase

import (
	"slices"

	"github.com/boctin/boctin/normalize/reading"
)

// clauses reads the clauses that say how somebody came to an office, held it or left it.
type clauses struct{ items }

// appointed gives the tokens of a clause of appointment that ends before the new
// post: [A,] được Thủ tướng tiếp nhận, bổ nhiệm giữ chức | Thứ trưởng ….
func (r clauses) appointed(i int) int {
	const most = 36
	verb := r.is(i, enters)
	if !verb && !r.is(i, passive) {
		return 0
	}
	for k := range r.ahead(i+1, most) {
		if r.personAt(k) {
			return 0
		}
		if r.is(k, appoints) {
			verb = true
		}
		if n := max(r.intoOffice(k), r.officeWord(k)); n > 0 && verb {
			return k + n - i
		}
	}
	return 0
}

// officeWord gives the tokens of "chức vụ" at token i, where a post follows.
func (r clauses) officeWord(i int) int {
	n := r.phrase(i, officeWord)
	if beginsTitle(r.Text, i, n) {
		n-- // giữ chức | Vụ trưởng
	}
	if next, _ := r.word(i + n); n == 0 || r.Is(i-1, reading.Sign) || !next.of(postWord, actingWord) {
		return 0
	}
	return n
}

// movedFrom gives the tokens of a clause that ends before the post from which somebody is moved:
// [A] được Bộ trưởng điều động từ | X đến giữ chức Y; bị giáng chức từ | X xuống Y.
func (r clauses) movedFrom(i int) int {
	const most = 16
	if n := r.phrase(i, comesFrom); n > 0 && r.Is(i-1, reading.Comma) && !r.is(i, whence) {
		return r.leavesFor(i, n) // A, từ X, được điều động làm Y
	}
	if !r.is(i, passive) && !r.is(i, whence) {
		return 0
	}
	for k := range r.ahead(i, most) {
		n := r.phrase(k, whence)
		switch next, _ := r.word(k + n + r.phrase(k+n, conferring)); {
		case n > 0 && next.kind == postWord:
			return k + n + r.phrase(k+n, conferring) - i
		case r.personAt(k):
			return 0
		}
	}
	return 0
}

// leavesFor gives the n tokens of "từ" at token i before a post, where a clause of appointment follows behind a comma.
func (r clauses) leavesFor(i, n int) int {
	const most = 24
	w, m := r.word(i + n)
	if w.kind != postWord {
		return 0
	}
	for k := range r.ahead(i+n+m, most) {
		if r.Is(k, reading.Comma) && r.appointed(k+1) > 0 {
			return n
		}
	}
	return 0
}

// leavesSeat gives the tokens of a seat that is given up, where an office is named next:
// [A] thôi tham gia Ban Chấp hành Đảng bộ tỉnh, | thôi giữ chức Bí thư.
func (r clauses) leavesSeat(i int) int {
	const most = 36
	return r.upTo(i, leaves, most, func(k int) bool {
		w, _ := r.word(k)
		return w.isLink(linkLeft) || r.intoOffice(k) > 0
	})
}

// upTo gives the tokens of a clause that begins with a phrase at token i, up to the first of most tokens
// behind it at which it ends; 0 where it does not, or a person is named before.
func (r clauses) upTo(i int, opens small, most int, ends func(k int) bool) int {
	n := r.phrase(i, opens)
	if n == 0 {
		return 0
	}
	for k := range r.ahead(i+n, most) {
		switch {
		case ends(k):
			return k - i
		case r.personAt(k):
			return 0
		}
	}
	return 0
}

// personAt tells whether a name begins at token i that is no part of a body's and no place's.
func (r clauses) personAt(i int) bool {
	if !r.surnameStart(i) {
		return false
	}
	_, place := r.Text.place(i)
	return r.capitals(i) > place && !r.InBody(i)
}

// ofHim gives the tokens of "người" or "người vừa" where it opens a clause about the office
// of him who is named before: A, người vừa | được bầu làm X.
func (r clauses) ofHim(i int) int {
	n := r.phrase(i, whom)
	if n == 0 {
		return 0
	}
	w, _ := r.word(i + n)
	switch {
	case w.kind == formerWord, w.isLink(linkIs), w.isLink(linkLeft), r.appointed(i+n) > 0, r.heldOnce(i+n) > 0:
		return n
	}
	return 0
}

// promoted gives the tokens of a clause of promotion that ends before the new rank:
// [A] được thăng cấp bậc hàm từ Đại tá lên | Thiếu tướng.
func (r clauses) promoted(i int) int {
	const most = 16
	if !r.is(i, passive) {
		return 0
	}
	verb, end, past := false, 0, 0
	for k := range r.ahead(i+1, most) {
		if r.is(k, promotes) {
			verb = true
		}
		switch w, n := r.word(k); {
		case r.Is(k, reading.Sign), w.kind == postWord && verb: // được Chủ tịch nước | thăng hàm
			return end
		case w.kind == rankWord && verb && k >= past:
			end, past = k-i, k+n
		}
	}
	return end
}

// appoints gives the tokens of "bổ nhiệm chức vụ" at token i, where a post follows.
func (r clauses) appoints(i int) int {
	if !r.is(i, appoints) {
		return 0
	}
	n := r.phrase(i, conferring)
	n += r.phrase(i+n, conferring)
	n += r.link(i+n, linkIs)
	if next, _ := r.word(i + n); next.kind != postWord {
		return 0
	}
	return n
}

// intoOffice gives the tokens of "giữ chức vụ", or of "giao" or "giữ" before "quyền",
// at token i, where a post follows them.
func (r clauses) intoOffice(i int) int {
	n := r.link(i, linkIs)
	if also, m := r.word(i); also.kind == alsoWord {
		n = m // giao | kiêm nhiệm X
	}
	next, _ := r.word(i + max(n, 1))
	switch {
	case charge{r.posts}.actsFor(i) > 0:
		return 1
	case next.of(postWord, actingWord):
		return n
	}
	return 0
}

// each gives the tokens of a link that deals out posts among those who are named: lần lượt
// là, lần lượt được bổ nhiệm làm, lần lượt thuộc về.
func (r clauses) each(i int) int {
	n := r.phrase(i, inTurn)
	if n == 0 {
		return 0
	}
	at := i + n
	more := max(r.link(at, linkIs), r.phrase(at, falls), r.appointed(at))
	if more == 0 {
		return 0
	}
	return n + more
}

// concerning gives the tokens of "đối với" between an office or a rank that is
// conferred or taken away and its holder: miễn nhiệm chức vụ Chủ tịch … đối với
// ông A; thăng hàm từ Thượng tá lên Đại tá cho ông A.
func (r clauses) concerning(list []item, i int) int {
	return conferral{r.items, list, firstInList(list)}.concerning(i)
}

// conferral is the pieces of a phrase, the last of which the sentence may confer or take
// away.
type conferral struct {
	items
	list  []item
	first int // of the offices at its end that stand in one list
}

// concerning gives the tokens of "đối với" at token i, and marks what is conferred.
func (r conferral) concerning(i int) int {
	list, first := r.list, r.first
	if !r.confers() {
		return 0
	}
	at := r.pastReason(i)
	n := r.phrase(at, concerning)
	if n == 0 {
		return 0
	}
	n += at - i
	next, ok := r.read(i + n)
	if !ok {
		colon := r.manyUpTo(i + n)
		if colon == 0 {
			return 0
		}
		n, next.shared = colon-i, true
	}
	ends := takenAway(r.Text, list[first].from) || slices.ContainsFunc(list[:first], func(x item) bool { return x.office.Former })
	for k := range first { // miễn nhiệm chức vụ X, cho thôi làm nhiệm vụ Y đối với ông A
		if list[k].kind == officeItem && takenAway(r.Text, list[k].from) {
			list[k].office.Former = true
		}
	}
	r.mark(ends)
	return n
}

// mark notes of the offices at the end that they are conferred, or taken away as the first is or is not.
func (r conferral) mark(ends bool) {
	before := r.list[r.first].from
	for k := r.first; k < len(r.list); k++ {
		it := &r.list[k]
		ends = r.endsAt(ends, before, it.from)
		it.office.Former = it.office.Former || ends
		it.shared, it.conferred, before = true, true, it.to
	}
}

// endsAt tells whether an office is taken away, as the one before it in the list is or is not,
// where a verb among tokens i to j, which part them, says otherwise: bầu X và miễn nhiệm | Y.
func (r conferral) endsAt(ends bool, i, j int) bool {
	for k := i; k < j; k++ {
		if r.is(k, ending) || r.is(k, appoints) {
			return r.is(k, ending)
		}
	}
	return ends
}

// confers tells whether the words before the last items say that these are
// conferred or taken away.
func (r conferral) confers() bool {
	list, first := r.list, r.first
	switch last := list[len(list)-1]; last.kind {
	case rankItem:
		return r.ended(promoted, last.from)
	case officeItem:
		return r.ended(conferring, list[first].from) || r.ended(conferring, last.from) || slices.ContainsFunc(list[:first], func(x item) bool { return x.conferred })
	}
	return false
}

// pastReason gives the token behind a reason at token i, i if
// there is none: để nhận nhiệm vụ mới | đối với ông A.
func (r posts) pastReason(i int) int {
	const most = 12
	if r.Is(i, reading.Opening) {
		return r.pastBracket(i, most) // (tính từ ngày 3/5)
	}
	if !r.is(i, reason) {
		return i
	}
	for k := range r.ahead(i+1, most) {
		if r.Is(k, reading.Sign) && !r.Is(k, reading.Slash) {
			return i
		}
		if n := r.phrase(k, concerning); n > 1 || n > 0 && r.titleAt(k+n) {
			return k
		}
	}
	return i
}

// pastBracket gives the token behind the bracket that token i opens, i if it does
// not close within so many tokens.
func (r posts) pastBracket(i, most int) int {
	for k := range r.ahead(i+1, most) {
		if r.Is(k, reading.Closing) {
			return k + 1
		}
	}
	return i
}

// manyUpTo gives the colon behind "hai sĩ quan quân đội" at token i, 0 if there
// is none.
func (r conferral) manyUpTo(i int) int {
	const most = 10
	for k := range r.ahead(i, most) {
		if r.Is(k, reading.Colon) {
			return k
		}
	}
	return 0
}

// firstInList gives the first of the offices at the end of the items that stand in
// one list.
func firstInList(list []item) int {
	k := len(list) - 1
	for k > 1 && list[k-1].gap.of(gapComma, gapAnd, gapAlso) {
		k -= 2
	}
	return k
}

// leavesToo gives the tokens of words at token i that take away the next office of a list whose
// first is taken away or conferred: cách chức X và | xóa tư cách | Y đối với ông A.
func (r items) leavesToo(list []item, i int) int {
	end := len(list) - 1 // of the offices before
	if end == 0 || !r.is(i, ending) || !list[end].gap.of(gapComma, gapAnd) {
		return 0
	}
	if first := list[firstInList(list[:end])].from; !takenAway(r.Text, first) && !r.ended(conferring, first) {
		return 0
	}
	n := max(r.phrase(i, conferring), 1)
	n += r.link(i+n, linkIs)
	n += r.phrase(i+n, conferring)
	if next, _ := r.word(i + n); next.kind != postWord {
		return 0
	}
	return n
}

// takenAway tells whether the office at token i is one that ends: miễn nhiệm chức vụ | X.
func takenAway(t *Text, i int) bool { return precededBy(t, ending, i, 6) }

// precededBy tells whether a word of that sort stands among so many tokens before token i.
func precededBy(t *Text, s small, i, most int) bool {
	for k := range t.back(i, most) {
		if t.is(k, s) {
			return true
		}
	}
	return false
}
