package phrase

import "github.com/boctin/boctin/normalize/reading"

// terms reads for how long a post is held.
type terms struct{ *Text }

// read gives the tokens of khóa XIII, nhiệm kỳ 2020-2025, (giai đoạn 2007 - 2016) at
// token i.
func (r terms) read(i int) int {
	k := i
	if r.Is(k, reading.Opening|reading.Comma|reading.And) {
		k++
	}
	n := r.phrase(k, term)
	switch {
	case !r.Follows(i):
		return 0
	case n > 0, r.yearInBrackets(i):
		return r.figures(i, k+n)
	case r.yearOfOffice(i):
		return 1
	}
	return 0
}

// yearOfOffice tells whether a year alone stands at token i, before a name: Chủ tịch
// ASEAN 2024 A.
func (r terms) yearOfOffice(i int) bool {
	return r.Looks(i, reading.Figures, reading.Large|reading.Following) && r.year(i)
}

func (r terms) year(i int) bool { return len(r.Word(i)) == len("2016") }

// yearInBrackets tells whether a bracket opens at token i and a year stands behind it.
func (r terms) yearInBrackets(i int) bool {
	return r.Looks(i, reading.Opening, reading.Figures) && r.year(i+1)
}

// figures passes over numerals and the marks between them from token k on; a term
// began at token i.
func (r terms) figures(i, k int) int {
	start := k
	for r.Follows(k) && (r.numeral(k) || r.Is(k, reading.Sign) && r.numeral(k+1)) {
		k++
	}
	if k == start {
		return 0
	}
	if r.Is(i, reading.Opening) && r.Is(k, reading.Closing) {
		k++
	}
	return k - i
}

// numeral tells whether token i is a number, in figures or Roman.
func (r terms) numeral(i int) bool { return r.Is(i, reading.Figures) || roman(r.Word(i)) }
