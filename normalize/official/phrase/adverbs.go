package phrase

import "github.com/boctin/boctin/normalize/reading"

// adverbs gives the tokens of the adverbs at token i, where what says that an office is
// somebody's follows: [A] tiếp tục | được bầu làm X.
func (r clauses) adverbs(i int) int {
	k := i
	for n := r.phrase(k, adverb); n > 0; n = r.phrase(k, adverb) {
		k += n
	}
	w, n := r.word(k)
	switch {
	case k == i, r.link(i, linkIs) > 0:
		return 0
	case w.isLink(linkLeft), r.appointed(k) > 0, w.isLink(linkIs) && r.holdsAt(k+n):
		return k - i
	}
	return 0
}

// holdsAt tells whether an office stands at token i.
func (r clauses) holdsAt(i int) bool {
	w, _ := r.word(i)
	return w.of(postWord, actingWord)
}

// time gives the tokens of a time at token i, where a clause of appointment follows: [A] năm
// 2020 | được bổ nhiệm làm X.
func (r clauses) time(i int) int {
	const most = 8
	if !r.is(i, timeWord) {
		return 0
	}
	for k := range r.ahead(i, most) {
		switch {
		case r.is(k, timeWord), r.Is(k, reading.Figures|reading.Slash|reading.Hyphen):
		case r.appointed(k) > 0:
			return k - i
		default:
			return 0
		}
	}
	return 0
}
