package phrase

import "github.com/boctin/boctin/normalize/reading"

// cityAbroad reads a place abroad that no list holds, by the word of its level: up to a mark,
// or to the two words of a name.
func (r bodyReader) cityAbroad() bool {
	const ofName = 2 // words
	i := r.at
	k := i + max(r.level(i), r.phrase(i, levelAbroad))
	if !r.Small(i) || !r.nameAbroad(k) || len(r.o.Entry.Of) > 0 && !r.provinceAbroad(i) {
		return false
	}
	n := r.capitals(k)
	if next, _ := r.behindComma(k + n); !r.Is(k+n, reading.Sign) || n > ofName && next.kind == postWord {
		n -= ofName // Thị trưởng thành phố X A, Thống đốc bang Y B
	}
	if n > 0 {
		r.o.To = k + n
	}
	return n > 0
}

// provinceAbroad tells whether the word of a province stands at token i before a name that none of
// ours has: Thống đốc tỉnh Kaluga A, though a bank has one, too.
func (r bodyReader) provinceAbroad(i int) bool {
	_, ours := r.Text.place(i + r.level(i))
	return r.ofProvince(i) && ours == 0
}

// regionOf reads a province abroad with its state behind: tỉnh Nagano (Nhật Bản).
func (r bodyReader) regionOf(i int) (code string, n int) {
	k := i + 1 + r.capitals(i+1)
	code, m := r.State(k + 1)
	switch {
	case !r.is(i, inAddress), !r.Is(k, reading.Opening|reading.Comma), m == 0:
		return "", 0
	}
	n = k + 1 + m - i
	if r.Is(k, reading.Opening) && r.Is(i+n, reading.Closing) {
		n++
	}
	return code, n
}
