package date

import "github.com/boctin/boctin/normalize/edtf"

// memory is what the document and the text before say of time.
type memory struct {
	doc      edtf.Point // of no unit if unknown
	lastDay  edtf.Point // the day named last in this text
	mainDay  edtf.Point // the one with which a sentence began last
	spans    bool       // lastDay is the end of an interval
	fronted  bool       // a comma stands behind lastDay: what follows is of it
	last     edtf.Point // the day, month or year named last
	lastHi   edtf.Point // its end, if it is an interval
	frame    edtf.Point // the day, month, or year that begins a sentence, named last
	lastFrom int        // where it begins
	lastAt   int        // the token after it
	today    edtf.Point // that a pointer with its day in figures tells: hôm nay (18/5)
	stated   edtf.Point // the date with a year of its own named last
	statedAt int
	era      era   // with which the last sentence began
	since    bool  // từ before it: it goes on
	works    int32 // one more than the sentence that told the days of work last
}

// remember keeps a finding as what later words may count from.
func (k *memory) remember(x *meant) {
	k.last, k.lastHi, k.lastAt = x.lo, x.hi, x.to
	if x.lo.Unit != edtf.Day {
		return
	}
	k.lastDay, k.spans = x.lo, x.interval
	if x.hi.Unit == edtf.Day {
		k.lastDay = x.hi
	}
}

// todayReach is how many days a text may be older than its document date.
const todayReach = 3

// setToday notes the day that the text calls today, if it is near the document.
func (k *memory) setToday(day edtf.Serial) {
	if k.doc.Unit == edtf.Day && max(day-k.doc.Serial(), k.doc.Serial()-day) > todayReach {
		return
	}
	k.today = edtf.DayPoint(day)
}

// lastOf gives the date named last that an amount of the unit counts from.
func (k *memory) lastOf(of edtf.Unit) edtf.Point {
	if of == edtf.Day {
		return k.lastDay
	}
	return k.last
}

// documentAnchor is the document date as an anchor.
func (k *memory) documentAnchor() anchor { return anchor{fromDocument, k.doc} }

// century completes a year of two digits: at most ten years past the document.
func (k *memory) century(year int) int {
	const unknownDocument = 2026
	base := k.doc.Year
	if base == 0 {
		base = unknownDocument
	}
	year += base - base%100
	if year > base+10 {
		year -= 100
	}
	return year
}
