package event

import (
	"slices"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// placeReader reads the words of a place, one item after the other.
type placeReader struct {
	*line
	from, to int  // items so far
	named    bool // a name is among them
}

// placeAt reads a place that begins at item k: words of levels, then capitals. It
// gives the item behind it, 0 if there is none.
func (l *line) placeAt(k int) (string, int) {
	p := placeReader{line: l, from: k, to: k}
	if !p.read() || !p.named || p.opensName() || p.cutShort() {
		return "", 0
	}
	return l.written(k, p.to), p.to
}

// placesAt is placeAt where one visit may lead to several: thăm Algeria và Nam Phi.
func (l *line) placesAt(k int) (string, int) {
	place, end := l.placeAt(k)
	if place == "" || !l.runs(end, isAnd, isPlace|isPlaceHead) {
		return place, end
	}
	if _, last := l.placeAt(end + 1); last > 0 {
		return l.written(k, last), last
	}
	return place, end
}

// read takes the items that go on with the place, and tells whether it may be one.
func (p *placeReader) read() bool {
	for p.to < len(p.items) {
		n := p.part()
		if n <= 0 {
			return n == 0
		}
		p.named = p.named || p.has(p.to, isPlace|isName|isBody|isNumber)
		p.to += n
	}
	return true
}

// opensName tells whether a name in quotation marks follows.
func (p *placeReader) opensName() bool { return p.word(p.to) == "“" }

// cutShort tells whether what was read ends with the first syllable of other words: Tổng |
// công ty, Thành | đoàn.
func (p *placeReader) cutShort() bool {
	if p.to == p.from+1 && p.syllable(p.from) && p.has(p.to, isLower|isGroup) {
		return true
	}
	last := p.at(p.to - 1)
	if last.is(isPlain) || last.frame&memorial != 0 {
		return p.has(p.to, isLower|isSeveral|isUnder) // Khu lưu niệm | các anh hùng
	}
	m, ok := p.text.Longest(last.from, reading.Field) // Phòng Tài | chính, Cung Văn | hóa
	return ok && p.has(p.to, isLower) && last.from+int(m.Len) > last.to
}

// part gives the number of items that go on with the place: 0 where it ends, -1 where it
// was none.
func (p *placeReader) part() int {
	j := p.to
	x := p.at(j)
	switch {
	case x.is(isPlaceHead | isPlace | isName | isBody), p.honours(j):
		return 1
	case p.namedFor(j):
		return 1
	case x.is(isNoun):
		return -1
	case x.is(isNumber):
		return one(p.named || p.has(j-1, isPlaceHead))
	case x.is(isLower | isSeveral):
		return p.words(j)
	case x.is(isMark):
		return p.mark(j)
	case x.is(isComma):
		return one(p.has(j+1, isPlaceHead|isPlace) && !p.has(j+2, isAux|isVerb|isReport))
	}
	return 0
}

// words gives the number of small words at item j with which the name goes on: cảng quốc
// tế Cam Ranh, khu di tích quốc gia đặc biệt Kim Liên.
func (p *placeReader) words(j int) int {
	end := p.pass(j, 5, isLower)
	switch {
	case p.at(j-1).frame&memorial != 0 && capital(p.text, p.at(j-1).from):
		end = p.pass(j, 5, isLower|isSeveral)
		return (end - j) * one(p.has(end, isName|isPlace|isPlaceHead))
	case !p.has(p.from, isPlaceHead), slices.ContainsFunc(p.items[j:end], func(x item) bool { return x.frame&does != 0 }):
		return 0
	case p.has(end, isPlace) && slices.ContainsFunc(p.items[j:end], func(x item) bool { return x.is(isPlain) }):
		return 0 // đại học | hàng đầu Phần Lan
	case p.has(end, isName|isPlace), p.syllable(j-1) && end-j < 4 && p.closes(end):
		return end - j
	}
	return 0
}

// syllable tells whether item j is one syllable with a capital, which a small one goes on
// with: Dinh Độc | lập, Học viện Hành | chính.
func (p *placeReader) syllable(j int) bool {
	x := p.at(j)
	return x.is(isName) && (x.to == x.from+1 || x.frame&fields != 0)
}

// honours tells whether a person or a rank or office stands at item j, in the name of a place that
// is for him: Tượng đài | Chủ tịch A.
func (p *placeReader) honours(j int) bool {
	x, y := p.at(j-1), p.at(j)
	switch {
	case j == p.from, !capital(p.text, p.at(p.from).from):
		return false
	case x.frame&memorial != 0:
		return y.is(isPerson|isOffice|isRank) || y.is(isPlain) && capital(p.text, y.from)
	}
	return x.is(isOffice|isRank) && y.is(isPerson)
}

// namedFor tells whether the name of a place goes on at item j with a day or a word that tells else of former times: Quảng
// trường | 23 tháng 3, Bảo tàng | Lịch sử Quân sự; but not Hội trường | sáng 5/3.
func (p *placeReader) namedFor(j int) bool {
	switch {
	case j == p.from:
		return false
	case namesPlace(p.line, j):
		return true
	}
	return p.runs(j-1, isPlaceHead, isBackground) && capital(p.text, p.at(j).from)
}

// namesPlace tells whether the day at item k is in the name of a place: Quảng trường | 23 tháng 3.
func namesPlace(l *line, k int) bool {
	if !l.runs(k-1, isPlaceHead, isDate) || !capital(l.text, l.at(k-1).from) {
		return false
	}
	return l.text.Tokens[l.at(k).from].Kind == viet.Number
}

// closes tells whether the line ends at item j, or a comma, a mark or "của" stands there.
func (p *placeReader) closes(j int) bool {
	return j >= len(p.items) || p.has(j, isComma|isMark) || p.at(j).classes&(isOf|isUnder) == isOf|isUnder
}

func one(goes bool) int {
	if goes {
		return 1
	}
	return 0
}

// mark reads a mark inside a place: TP. Huế, Hà Nội (Việt Nam).
func (p *placeReader) mark(j int) int {
	switch p.word(j) {
	case ".", "-", "'", "’":
		return one(p.has(j+1, isName|isPlace|isNumber))
	case "(":
		return 3 * one(p.runs(j+1, isPlace|isName, isMark))
	}
	return 0
}
