package date

import (
	"github.com/boctin/boctin/normalize/edtf"
	"github.com/boctin/boctin/normalize/reading"
)

// era is the time of a past year with which a sentence begins, and with which those behind it
// go on: Năm 2019, ông nhậm chức. Ngày 12/3, ông ký quyết định; năm ngoái, tháng 8 năm ngoái likewise.
type era struct {
	point edtf.Point
	at    int // token of the date that told of it last
}

// eraFresh is how near to the document, in days, a day without its year is that of the news.
const eraFresh = 31

// note keeps a date that begins its sentence as what those behind it may go on from: one of a year that is
// said, or that was told from such a one. Any other ends it.
func (e *era) note(s *scan, m *found, x *meant) {
	if !s.heads(m.from) || s.follows(m.from, wCompared) {
		return
	}
	told := m.anchor.kind == asWritten && x.lo.Year != 0 || m.anchor.kind == yearBefore || m.yearTold || x.lo.Unit == edtf.Year
	if *e = (era{}); told && !x.interval && x.lo.Year < s.doc.Year && s.isMark(x.to, ",") {
		*e = era{point: x.lo, at: m.from}
	}
}

// year gives the year of a day or month that begins the next sentence of the paragraph, 0 where it may be
// the document's own.
func (e *era) year(s *scan, p edtf.Point, m *found) int {
	switch {
	case e.point.Unit == edtf.None, s.Tokens[m.from].Sentence-s.Tokens[e.at].Sentence != 1:
		return 0
	case !s.heads(m.from), s.ofNews(p), s.is(m.to, wNext), s.tense(m.from, m.to) == future, paragraphBetween(&s.text, e.at, m.from):
		return 0
	}
	if p.Year = e.point.Year; e.point.Unit <= edtf.Month && p.Order() < e.point.Order() {
		return 0
	}
	return p.Year
}

// ofNews tells whether a day or month without its year lies so near to the document that the news is of it.
func (k *memory) ofNews(p edtf.Point) bool {
	for p.Year = k.doc.Year - 1; p.Year <= k.doc.Year+1; p.Year++ {
		if !p.Possible() {
			continue
		}
		if apart := p.Middle() - k.doc.Middle(); max(apart, -apart) <= eraFresh {
			return true
		}
	}
	return false
}

// paragraphBetween tells whether a paragraph begins between two tokens.
func paragraphBetween(x *text, i, j int) bool {
	for i++; i <= j; i++ {
		if x.Is(i, reading.Newline|reading.Break) {
			return true
		}
	}
	return false
}

// saidBefore gives the year with which the text named the same day before, where nothing new is told of that day: it lies far
// from the document, and no word before it in the sentence tells of another year. It is 0 otherwise.
func saidBefore(s *scan, p edtf.Point, m *found) int {
	const (
		most = 40 // dates that are looked through
		far  = 60 // days
	)
	if p.Unit != edtf.Day || s.doc.Unit != edtf.Day || !p.Possible() {
		return 0
	}
	if apart := p.Serial() - s.doc.Serial(); max(apart, -apart) <= far {
		return 0
	}
	for _, w := range s.years[max(0, len(s.years)-most):] {
		if w.text != s.number || w.point.Unit != edtf.Day || w.point.Month != p.Month || w.point.Day != p.Day {
			continue
		}
		if inSentence(&s.text, m.from, max(0, m.from-tenseReach), m.to).meets(otherYear) {
			return 0
		}
		return w.point.Year
	}
	return 0
}

// yearOfStory gives the year with which a day or month follows soon upon the one told last, in its sentence or the next one,
// where the text tells of another time than that of its news: Tối 30/12/2024, xe rời bến. Đến ngày 2/1, còn ba người nằm
// viện. What is to come may stand before it too. It is 0 otherwise.
func yearOfStory(s *scan, p edtf.Point, m *found) int {
	const (
		days   = 7  // behind a day that is past
		months = 92 // days, behind a month that is past
		later  = 31 // days on either side of one of a year to come
	)
	base, first, last := s.lastOf(p.Unit), edtf.Serial(0), edtf.Serial(days)
	sentences := s.Tokens[m.from].Sentence - s.Tokens[max(0, s.lastAt-1)].Sentence
	switch {
	case p.Unit > edtf.Month, base.Unit != p.Unit, !base.Pinned(), s.doc.Unit == edtf.None, base.Year == s.doc.Year:
		return 0
	case sentences > 1, s.ofNews(p), saidPast(&s.text, m.to), s.follows(s.lastFrom, wCompared):
		return 0
	case base.Year > s.doc.Year && sentences > 0 && s.tense(m.from, m.to) == past:
		return 0 // có hiệu lực từ 1/1/2026. Ngày 20/1, luật đã được bàn
	case base.Year > s.doc.Year:
		first, last = -later, later
	case p.Unit == edtf.Month:
		last = months
	}
	for p.Year = base.Year; p.Year <= base.Year+1; p.Year++ {
		if apart := p.Middle() - base.Middle(); p.Possible() && first <= apart && apart <= last {
			return p.Year
		}
	}
	return 0
}

// otherYear are words that tell of a day that comes back.
var otherYear = rolesOf(wFuture, wNext, wLater, wAnniversary, wRecurring, wThis)

// pastYear tells whether the date named last is a past year with which its sentence begins: Năm 2020, ông nghỉ. Tháng 3 năm
// sau, ông mất.
func pastYear(s *scan) bool {
	return s.last.Unit == edtf.Year && s.last.Year < s.doc.Year && s.heads(s.lastFrom)
}
