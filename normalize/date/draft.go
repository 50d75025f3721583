package date

// partial is what a text says of one point: zero is unsaid.
type partial struct {
	year, month, day int
	unit             unit
	style            byte // the sign between day and month, 'w' for words
	from, to         int  // tokens
	lunar            bool
	leadsYear        bool // the year is told from the document's: năm ngoái
	leadsMonth       bool // the month is told from the document's: tháng trước
	offset           int  // in years or months, with leadsYear or leadsMonth
	animal           bool // a year of the sixty-year cycle, in year
}

// item is one entry of a list: its number and its tokens.
type item struct {
	n        int
	from, to int
}

// draft collects what a pattern reads.
type draft struct {
	p        [2]partial
	items    [maxItems]item
	count    int // of items
	n, value int
	spelled  bool
	told     bool // words say that this is a date: ngày, tháng, năm
	weekday  int  // with hasDay
	hasDay   bool
	part     int
	of       unit
	recent   bool
	ahead    bool
}

// rule is one row of the grammar. Weak rules need a word before or after them
// that tells a date from a figure.
type rule struct {
	name    string
	pattern pattern
	meaning meaning
	weak    bool
}

// meaning turns a draft into findings; false if the text cannot mean that.
type meaning func(s *scan, d *draft, m *found) bool

// found is what a rule made of a stretch of tokens.
type found struct {
	rule     *rule
	from, to int // tokens
	core     int // the first token before words were added on the left
	list     []finding
	anchor   string
	part     int
	weekday  int
	hasDay   bool
	hour     int
	minute   int
	evidence bool
	about    bool
}

// finding is one value with its tokens, relative to the whole text.
type finding struct {
	from, to int
	lo, hi   point
	interval bool
}
