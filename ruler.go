package boctin

import (
	"math/bits"
	"unicode/utf8"
)

// rulerStep is how many bytes lie between two marks of a ruler.
const rulerStep = 256

// ruler translates between byte and code point offsets of one text. Its cost
// is one pass over the text, then at most rulerStep bytes a question.
type ruler struct {
	text  string
	marks []int // code points before byte i*rulerStep
}

func newRuler(text string) *ruler {
	r := &ruler{text: text, marks: make([]int, 0, len(text)/rulerStep+1)}
	points := 0
	for i := 0; i < len(text); i += rulerStep {
		r.marks = append(r.marks, points)
		points += begun(text[i:min(i+rulerStep, len(text))])
	}
	return r
}

// begun counts the code points that begin in s: the bytes that go on with none, eight at a time.
func begun(s string) (n int) {
	for ; len(s) >= 8; s = s[8:] {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		n += 8 - bits.OnesCount64(x>>7&^(x>>6)&0x0101010101010101)
	}
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// points gives the number of code points before byte offset b.
func (r *ruler) points(b int) int {
	if b <= 0 || len(r.marks) == 0 {
		return 0
	}
	b = min(b, len(r.text))
	i := min(b/rulerStep, len(r.marks)-1)
	return r.marks[i] + begun(r.text[i*rulerStep:b])
}

// bytes gives the byte offset of code point p, or the text's length past its end.
func (r *ruler) bytes(p int) int {
	lo, hi := 0, len(r.marks)
	for lo+1 < hi {
		if mid := (lo + hi) / 2; r.marks[mid] <= p {
			lo = mid
		} else {
			hi = mid
		}
	}
	if hi == 0 {
		return 0
	}
	left := p - r.marks[lo]
	for b := lo * rulerStep; b < len(r.text); b++ {
		if utf8.RuneStart(r.text[b]) {
			if left == 0 {
				return b
			}
			left--
		}
	}
	return len(r.text)
}
