package phrase

import "github.com/boctin/boctin/normalize/reading"

// adverbs gives the tokens of the adverbs and times at token i, where what says that an office is
// somebody's follows: [A] tiếp tục | được bầu làm X; [A] từ năm 2020 | giữ chức X.
func (r clauses) adverbs(i int) int {
	const most = 12
	k := i
	for n := r.adverbAt(k); n > 0 && k-i < most; n = r.adverbAt(k) {
		k += n
	}
	w, n := r.word(k)
	switch {
	case k == i, r.link(i, linkIs) > 0, r.heldOnce(i) > 0: // đã giữ các chức vụ X, Y
		return 0
	case w.isLink(linkLeft), r.appointed(k) > 0, w.isLink(linkIs) && r.holdsAt(k+n):
		return k - i
	}
	return 0
}

// adverbAt gives the tokens of an adverb or of a time at token i: từ ngày 5/6.
func (r clauses) adverbAt(i int) int {
	if n := r.phrase(i, adverb); n > 0 || !r.is(i, timeWord) {
		return n
	}
	const most = 8
	for k := range r.ahead(i, most) {
		if !r.is(k, timeWord) && !r.Is(k, reading.Figures|reading.Slash|reading.Hyphen) {
			return k - i
		}
	}
	return 0
}

// holdsAt tells whether an office stands at token i.
func (r clauses) holdsAt(i int) bool {
	w, _ := r.word(i)
	return w.of(postWord, actingWord)
}
