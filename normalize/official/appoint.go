package official

import "github.com/boctin/boctin/normalize/viet"

// appointed gives the tokens of a clause of appointment that ends before the new
// post: [A,] được Thủ tướng tiếp nhận, bổ nhiệm giữ chức | Thứ trưởng ….
func (p *page) appointed(i int) int {
	const most = 36
	if _, n := p.passive.Longest(p.text, i); n == 0 {
		return 0
	}
	verb := false
	for k := i + 1; p.follows(k) && k-i < most; k++ {
		t := p.tok(k)
		switch {
		case t.Kind == viet.Punct && !p.punct(k, ",") && !p.punct(k, "-"):
			return 0
		case p.surnameStart(k) && !p.spotCovers(k) && p.nameRun(k) && k > i+1:
			return 0
		case t.Shape != viet.Lower:
			continue
		}
		if n := p.intoOffice(k); n > 0 && verb {
			return k + n - i
		}
		verb = verb || p.is(t.ID, isAppointed)
	}
	return 0
}

// intoOffice gives the tokens of "giữ chức vụ" or "giao" at token i, where a post
// follows them.
func (p *page) intoOffice(i int) int {
	w, n := p.words.Longest(p.text, i)
	if n == 0 && p.text.Word(i) == "giao" {
		next, _ := p.words.Longest(p.text, i+1)
		if p.follows(i+1) && next.kind == actingWord {
			return 1
		}
	}
	if w.kind != linkWord || link(w.index) != linkIs || n == 0 || !p.follows(i+n) {
		return 0
	}
	if next, m := p.words.Longest(p.text, i+n); m > 0 && (next.kind == postWord || next.kind == actingWord) {
		return n
	}
	return 0
}

// concerning gives the tokens of "đối với" between an office or a rank that is
// conferred or taken away and its holder: miễn nhiệm chức vụ Chủ tịch … đối với
// ông A; thăng hàm từ Thượng tá lên Đại tá cho ông A.
func (p *page) concerning(items []item, i int) int {
	first := conferred(items)
	if last := items[len(items)-1]; last.kind == rankItem {
		if !p.ended(p.promoted, last.from) {
			return 0
		}
	} else if last.kind != officeItem || !p.ended(p.conferred, items[first].from) {
		return 0
	}
	at := p.pastReason(i)
	_, n := p.concerned.Longest(p.text, at)
	if n == 0 || !p.follows(at+n) {
		return 0
	}
	n += at - i
	next, ok := p.readItem(i + n)
	if !ok || next.kind != honorificItem && next.kind != rankItem {
		colon := p.manyUpTo(i + n)
		if colon == 0 {
			return 0
		}
		n, next.shared = colon-i, true
	}
	ends := p.takenAway(items[first].from)
	for k := first; k < len(items); k++ {
		it := &items[k]
		it.office.former = it.office.former || ends
		it.shared, it.conferred = true, true
	}
	return n
}

// pastReason gives the token behind a reason in small letters at token i, i if
// there is none: để nhận nhiệm vụ mới | đối với ông A.
func (p *page) pastReason(i int) int {
	const most = 12
	if !p.is(p.tok(i).ID, isReason) {
		return i
	}
	for k := i + 1; p.follows(k) && k-i < most; k++ {
		if p.tok(k).Kind == viet.Word && p.tok(k).Shape != viet.Lower || p.tok(k).Kind == viet.Punct && !p.punct(k, "/") && !p.punct(k, "-") {
			return i
		}
		if _, n := p.concerned.Longest(p.text, k); n > 1 {
			return k
		}
	}
	return i
}

// manyUpTo gives the colon behind "hai sĩ quan quân đội" at token i, 0 if there
// is none.
func (p *page) manyUpTo(i int) int {
	const most = 10
	w, n := p.words.Longest(p.text, i)
	if n == 0 || w.kind != manyWord {
		if p.tok(i).Kind != viet.Number {
			return 0
		}
		n = 1
	}
	for k := i + n; p.follows(k) && k-i < most; k++ {
		if p.punct(k, ":") {
			return k
		}
		if p.tok(k).Kind != viet.Word || p.tok(k).Shape != viet.Lower {
			return 0
		}
	}
	return 0
}

// conferred gives the first of the offices at the end of the items that stand in
// one list.
func conferred(items []item) int {
	k := len(items) - 1
	for k > 1 && items[k-1].kind == gapItem && (items[k-1].gap == gapComma || items[k-1].gap == gapAnd || items[k-1].gap == gapAlso) && items[k-2].kind == officeItem {
		k -= 2
	}
	return k
}

// takenAway tells whether the office at token i is one that ends.
func (p *page) takenAway(i int) bool {
	const most = 6
	for k := i - 1; k > 0 && i-k <= most && p.follows(k); k-- {
		if p.is(p.tok(k).ID, isEnding) {
			return true
		}
	}
	return false
}
