package date

import "github.com/boctin/boctin/normalize/edtf"

// resolve completes what a text says of a point from the document date and the
// dates named before, and says what it leaned on.
func (s *scan) resolve(p partial, m *found) (edtf.Point, anchor) {
	out := edtf.Point{Year: p.year, Month: p.month, Day: p.day, Unit: p.unit, Hour: edtf.NoHour}
	switch {
	case p.leadsMonth:
		base, why := s.anchor(p.way, m.from)
		if base.Unit != edtf.Day && base.Unit != edtf.Month {
			base, why = s.doc, s.documentAnchor()
		}
		if base.Month == 0 {
			s.doubt("date/no-document-date", m.from, m.to)
			return edtf.Point{}, anchor{}
		}
		out.Year, out.Month = edtf.ShiftMonth(base.Year, base.Month, p.way.offset)
		return out, why
	case p.way.inText && p.way.offset == 0: // ngày 8/5 cùng năm
		base, why := yearOfText(s, m.from)
		if out.Year = base.Year; out.Year == 0 {
			return out, anchor{kind: noAnchor}
		}
		m.yearTold = true
		return out, why
	case p.way.inText && (s.last.Unit <= edtf.Month || pastYear(s)): // ngày 4/3 năm sau
		base, why := s.anchor(p.way, m.from)
		if base.Year == 0 {
			return out, anchor{kind: noAnchor}
		}
		out.Year = base.Year + p.way.offset
		return out, why
	case p.leadsYear:
		if s.doc.Year == 0 {
			return out, anchor{kind: noAnchor}
		}
		out.Year, m.yearTold = s.doc.Year+p.way.offset, p.unit <= edtf.Month
		return out, s.documentAnchor()
	case p.year != 0 || p.unit >= edtf.Year:
		return out, anchor{}
	}
	return s.missingYear(out, m)
}

// missingYear gives a day or month the year nearest to the document date. The
// past is preferred unless the sentence speaks of the future; a weekday that
// is named must agree.
func (s *scan) missingYear(p edtf.Point, m *found) (edtf.Point, anchor) {
	if year := s.sentenceYear(p, m); year != 0 {
		p.Year = year
		return p, anchor{yearBefore, edtf.YearPoint(year)}
	}
	if year := yearOfStory(s, p, m); year != 0 {
		p.Year = year
		return p, anchor{namedBefore, s.lastDay}
	}
	base, why, tense, background := s.doc, fromDocument, s.tense(m.from, m.to), false
	s.borrows = s.borrows || base.Unit == edtf.None
	if len(s.lent) > 0 {
		why, tense = namedBefore, evenly
		base, background = s.lent.lender(s.number, m.from)
	}
	if m.saysOf(s) {
		base, why, tense = s.lastDay, namedBefore, evenly // mồng 1 Tết rơi vào ngày 17/2
	}
	if base.Unit == edtf.None {
		return p, anchor{kind: noAnchor}
	}
	if told, n := s.find(m.to, wNext, 0); n > 0 && told == 0 {
		tense = future // ngày 20/3 tới
		if s.closed(m.to + n) {
			tense = toCome
		}
	}
	if tense == noTense && s.is(m.from, wHom) || s.background(m.from) {
		tense = past // hôm 7/11; Kế hoạch 02-KH/TW ngày 19/6
	}
	_, p.Year = nearest(base, tense, m, base.Year-1, base.Year+1, func(year int) edtf.Point {
		p.Year = year
		return p
	})
	if tense == noTense && toldSince(s, p, m.from) {
		p.Year = base.Year
	}
	if year := saidBefore(s, p, m); year != 0 && tense != toCome {
		p.Year = year
		return p, anchor{namedBefore, edtf.YearPoint(year)}
	}
	if background && p.Middle() < base.Middle() {
		p.Year = 0
		return p, anchor{kind: noAnchor}
	}
	return p, anchor{why, base}
}

// saidPast tells whether words of two syllables at token i say that a date is just past: vừa qua, vừa rồi, not the
// qua of "qua đời".
func saidPast(x *text, i int) bool {
	_, n := x.find(i, wRecent, 0)
	return n > 1
}

// The weights of the missing year: a day away from the document date costs one
// in the past; the other way and another calendar year cost more.
const (
	costAhead       = 4 // halves of a day, where the sentence has no tense
	costAheadFuture = 1
	costAheadPast   = 40
	costBack        = 2
	costOtherYear   = 3 // halves
	wrongWeekday    = 1 << 20
	longPast        = 1 << 10 // of a day to come, more than a week ago
)

// nearest gives the one of several points that is likeliest, seen from another, and its number;
// none, and 0, where all are impossible.
func nearest(base edtf.Point, tense tense, m *found, first, last int, candidate func(k int) edtf.Point) (best edtf.Point, at int) {
	least := -1
	for k := first; k <= last; k++ {
		p := candidate(k)
		if c := cost(base, p, tense, m); c >= 0 && (least < 0 || c < least) {
			best, at, least = p, k, c
		}
	}
	return best, at
}

// cost weighs a point; less than 0 is impossible.
func cost(base, p edtf.Point, tense tense, m *found) int {
	if !p.Possible() {
		return -1
	}
	days := int(p.Middle() - base.Middle())
	cost := -days * costBack
	if days > 0 {
		cost = days * [...]int{costAhead, costAheadFuture, costAheadPast, costBack, costAheadFuture}[tense]
	}
	if tense == toCome && days < -daysOfWeek {
		cost += longPast
	}
	if p.Year != base.Year {
		cost = cost * costOtherYear / 2
	}
	if m.hasDay && p.Serial().Weekday() != m.weekday {
		cost += wrongWeekday
	}
	return cost
}

// tense is what the sentence around a date speaks of.
type tense int

const (
	noTense tense = iota
	future
	past
	evenly // told from another date of the text: neither side is likelier
	toCome // the day itself is said to come: 15/4 tới
)

// tenseReach bounds how far from a date its tense is looked for, in tokens.
const tenseReach = 16

// tense looks for words of the future and the past around tokens from..to.
func (x *text) tense(from, to int) tense {
	around := inSentence(x, from, max(0, from-tenseReach), from).with(inSentence(x, from, to, min(len(x.Tokens), to+tenseReach)))
	switch {
	case around.has(wFuture):
		return future
	case around.has(wPast):
		return past
	}
	return noTense
}

// inSentence gives the roles of those of tokens from..to that stand in the sentence of token i.
func inSentence(x *text, i, from, to int) (set roles) {
	sentence := x.Tokens[i].Sentence
	for k := from; k < to; k++ {
		if x.Tokens[k].Sentence == sentence {
			set = set.with(x.roles[k])
		}
	}
	return set
}

// toldSince tells whether a day or month of next year, that no word says is to come, is rather the one of this
// year behind the date that was named shortly before: Đầu năm nay … Ngày 12/3, in December.
func toldSince(s *scan, p edtf.Point, at int) bool {
	const most = 40 // tokens between the two
	if s.doc.Unit != edtf.Day || p.Year != s.doc.Year+1 || s.last.Year != s.doc.Year || at-s.lastAt > most {
		return false
	}
	p.Year = s.doc.Year
	return p.Possible() && p.Middle() <= s.doc.Middle() && (s.last.Unit == edtf.Year || p.Order() > s.last.Order())
}

// statedReach is how far a year that is written reaches on, in tokens.
const statedReach = 14

// sentenceYear gives the year that a date just before in the same sentence
// states if that is not the document's own: "tháng 3/2015 … đến tháng 6". What
// would go back in time or lies ahead is told from the document date instead.
func (s *scan) sentenceYear(p edtf.Point, m *found) int {
	at := m.from
	if s.last.Unit == edtf.Year && fronts(&s.text, s.lastFrom) && clauseBehind(&s.text, s.lastAt, at) {
		return s.last.Year // Năm 1945, ngày 2/9; riêng năm 2026, huyện họp ngày 5/6
	}
	if saidPast(&s.text, m.to) {
		return 0 // nghỉ hưu tháng 10/1990, mất hôm 9/11 vừa qua
	}
	if year := s.era.year(s, p, m); year != 0 {
		return year
	}
	if at-s.statedAt > statedReach || s.Tokens[s.statedAt].Sentence != s.Tokens[at].Sentence {
		return 0
	}
	ahead := s.doc.Unit != edtf.None && s.stated.Year > s.doc.Year
	if s.doc.Unit != edtf.None && s.stated.Year == s.doc.Year || s.since && !s.follows(at, wUntil) {
		return 0 // bị truy nã từ tháng 8/2023, bị bắt tối 5/9
	}
	p.Year = s.stated.Year
	tense := s.tense(m.from, m.to)
	if p.Middle() < s.stated.Middle() || !ahead && tense == future || ahead && tense == past {
		return 0
	}
	return s.stated.Year
}

// fronts tells whether the date at token i opens its sentence, or stands behind the word that does:
// năm 2026; riêng năm 2026; but not so với năm 2025.
func fronts(x *text, i int) bool {
	return x.Opens(i) || x.Opens(i-1) && !x.follows(i, wFrom, wUntil, wCompared, wAgo, wAgoHead, wAfterAgo, wLater)
}

// clauseBehind tells whether a comma stands at token from, and the words up to token to are of
// one clause behind it.
func clauseBehind(x *text, from, to int) bool {
	if to-from > statedReach || !x.isMark(from, ",") || x.Tokens[from].Sentence != x.Tokens[to].Sentence {
		return false
	}
	for from++; from < to; from++ {
		if x.isMark(from, ",;:") {
			return false
		}
	}
	return true
}
