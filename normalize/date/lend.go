package date

import "github.com/boctin/boctin/normalize/edtf"

// written is a date whose year stands in the text; where the document has no
// date it lends that year to its neighbours.
type written struct {
	text, at int
	point    edtf.Point // of no unit where it only parts what stands before it from what comes after
}

// lends gives what a finding may lend: a day or month, the last of days in a interval
// that is short. A bare year lends nothing: it tells another time.
func (x *meant) lends() edtf.Point {
	p := x.lo
	if x.interval {
		p = x.hi
	}
	if p.Unit > edtf.Month || x.interval && (p.Unit != edtf.Day || p.Year-x.lo.Year > 1) {
		return edtf.Point{}
	}
	p.Hour = edtf.NoHour
	return p
}

// lenders are the dates of an article that lend their years.
type lenders []written

// aheadCost is how much nearer, in tokens, a year behind must stand than one
// before.
const aheadCost = 2

// farAhead is how far behind a date, in tokens, the one that lends it a year is told as
// background: the news stands first, and is not older than that.
const farAhead = 24

// lender gives the date that lends its year to what stands at a token: the
// nearest of the text, else the first of the article; and whether it is told far behind.
func (l lenders) lender(text, at int) (best edtf.Point, far bool) {
	nearest := 0
	for _, w := range l {
		distance := at - w.at
		if distance < 0 {
			distance = -distance * aheadCost
		}
		if w.text == text && (nearest == 0 || distance < nearest) {
			best, nearest, far = w.point, max(distance, 1), w.at-at > farAhead
		}
	}
	if nearest == 0 {
		return l[0].point, false
	}
	return best, far
}

// commemorates tells whether a date stands in brackets behind what it is the
// day of: Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944).
func (m *found) commemorates(x tokens) bool {
	return m.rule.kind&founding != 0 || m.from == m.core && x.inParentheses(m.from, m.to)
}

// documentReach is how far behind the name of a document its own day stands, in
// tokens: Nghị định số 15 ngày 14/1/2013.
const documentReach = 8

// ofDocument tells whether the date at token i is that of a document.
func (x *text) ofDocument(i int) bool {
	for k := x.behind(i, documentReach, wDocument); k < i; k++ {
		if x.isMark(k, ",;") {
			return false
		}
		if k == i-1 {
			return true
		}
	}
	return false
}
