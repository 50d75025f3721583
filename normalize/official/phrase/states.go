package phrase

import "github.com/boctin/boctin/normalize/reading"

// states looks for the names of states before a token.
type states struct{ *Text }

// threeSyllables tells whether three words with capitals stand at token i, behind the name of a
// state whose people's names are built as ours are: Đại sứ Triều Tiên Cho Sang Ho.
func (r states) threeSyllables(i int) bool {
	if !r.Looks(i, reading.Large, reading.Large, reading.Large) {
		return false
	}
	code := r.before(i)
	return code != "" && code != Home && r.lex.NamesLikeOurs(code)
}

// pair tells whether two words with capitals stand at token i, and no third: Cảnh Sảng.
func (r states) pair(i int) bool {
	return r.Looks(i, reading.FirstLarge, reading.FirstLarge|reading.Following) && !r.Capital(i+2)
}

// foreignBefore tells whether the name of another state ends before token i.
func (r states) foreignBefore(i int) bool {
	code := r.before(i)
	return code != "" && code != Home
}

// before gives the state whose name ends before token i.
func (r states) before(i int) string {
	code, _ := r.State(r.from(i))
	return code
}

// from gives the token where the name of a state begins that ends before token i, -1 for none.
func (r states) from(i int) int {
	const longest = 9 // tokens: Ê-xtô-ni-a has seven
	for n := 1; n <= longest; n++ {
		if _, k := r.State(i - n); k == n {
			return i - n
		}
	}
	return -1
}
