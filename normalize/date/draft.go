package date

import "github.com/boctin/boctin/normalize/edtf"

// partial is what a text says of one point: zero is unsaid.
type partial struct {
	year, month, day int
	unit             edtf.Unit
	style            byte // the sign between day and month, 'w' for words
	from, to         int  // tokens
	lunar            bool // in the lunar calendar
	leadsYear        bool // the year is told from an anchor's: năm ngoái
	leadsMonth       bool // the month is told from an anchor's: tháng trước
	way              way
}

// way is where a pointer word leads: offset units from the document date, or
// from the date named before if the word points back into the text.
type way struct {
	offset int
	inText bool
}

// item is one entry of a list: its number and its tokens.
type item struct {
	n        int
	from, to int
	month    int // of a day, 0 where a later one says it
	part     int
}

// draft collects what a pattern reads.
type draft struct {
	p        [2]partial
	count    int       // of the items that the scan holds
	n        int       // an amount, an offset in days, the index of a feast
	half     int       // 1 the first, 2 the last months of a year
	of       edtf.Unit // of an amount
	way      way
	weeks    bool // the pointer is to a week: thứ hai tuần trước
	part     int
	parts    [2]int // those of the ends of an interval
	clocks   [2]clock
	weekday  int // with hasDay
	hasDay   bool
	told     bool // words say that this is a date: ngày, tháng, năm
	about    bool
	numbered bool // a year of the sixty-year cycle is only told by its number
}

// The properties of a rule.
const (
	weak     = 1 << iota // figures alone: the words around must tell a date
	founding             // the day that a feast is of, not that of the text
	ofTet                // 30 Tết Giáp Thìn is a day of the year before
	daily                // a day: part of day, weekday and clock may stand before
)

// rule is one row of the grammar.
type rule struct {
	name    string
	pattern pattern
	meaning meaning
	kind    int
	needs   []need
}

// meaning turns a draft into findings; false if the text cannot mean that.
type meaning func(s *scan, d *draft, m *found) bool

// found is what a rule made of a stretch of tokens.
type found struct {
	rule     *rule
	from, to int // tokens
	core     int // the first token before words were added on the left
	list     []meant
	anchor   anchor
	part     int
	weekday  int // with hasDay
	hasDay   bool
	hour     int
	minute   int
	about    bool
	doubt    string // the rule of a doubt to note
	attached bool   // words of the day stand before or after
	yearTold bool   // its year is pointed to: tháng 3 năm ngoái
}

// meant is one value with its tokens.
type meant struct {
	from, to int
	lo, hi   edtf.Point
	interval bool
	part     int // of the day, where it is not that of the whole match
}

// spansYears tells whether a value is an interval that is not of one year: từ tháng 5 đến
// tháng 10/2023 is.
func (x *meant) spansYears() bool {
	return x.interval && (x.lo.Unit > edtf.Month || x.lo.Year != x.hi.Year)
}

func (m *found) one(p edtf.Point) bool {
	m.list = append(m.list, meant{lo: p})
	return p.Possible()
}

// ordered tells whether two points are possible and follow each other; where the year is
// open, the second may be that of the next one.
func ordered(first, second edtf.Point) bool {
	if !first.Possible() || !second.Possible() {
		return false
	}
	return second.Year == 0 || first.Order() < second.Order()
}

func (m *found) interval(lo, hi edtf.Point) bool {
	m.list = append(m.list, meant{lo: lo, hi: hi, interval: true})
	return ordered(lo, hi)
}
