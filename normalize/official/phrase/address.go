package phrase

import "github.com/boctin/boctin/normalize/reading"

// upToMark gives the tokens of an address, or of another aside up to the next
// comma: capitals, numbers and the words of levels, no verb.
func (r items) upToMark(i int) int {
	const most = 30
	last := 0
	for k := range r.ahead(i+1, most) {
		switch {
		case r.Is(k, reading.Closing|reading.Semicolon):
			return k - i
		case r.Is(k, reading.Comma), r.Is(k, reading.Opening) && r.postIn(k+1):
			last = k - i
		case last > 0 && r.Small(k) && !r.is(k, inAddress), r.titleAt(k), r.otherAt(k):
			return last
		}
	}
	return last
}

// postIn tells whether a post stands at token i, or behind one word there: (nguyên Chủ tịch X).
func (r items) postIn(i int) bool { return r.titleAt(i) || r.Small(i) && r.titleAt(i+1) }
