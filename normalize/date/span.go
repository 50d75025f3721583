package date

// span is a range of numbers, both ends in it.
type span struct{ low, high int }

func (r span) has(n int) bool { return n >= r.low && n <= r.high }

// The ranges of what is read.
var (
	textYears  = span{1000, 2199} // a text means when it writes four digits
	bareYears  = span{1900, 2100} // without a word that says so
	webYears   = span{1990, 2100} // of a page on the Web
	urlYears   = span{2000, 2100} // Vietnamese news sites write into URLs
	pathYears  = span{2000, 2040} // as six digits of a path: more is a number
	centuries  = span{1, 22}
	shortYears = span{30, 99} // of the last century, as people still say: năm 45
)
