package event

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// setting reads when and where in a line.
type setting struct{ sides }

// settle gives a draft the day and the place that its sentence tells.
func (s *setting) settle(d *draft) {
	if d.listed {
		d.day = s.dayTold()
	}
	if d.day == "" {
		d.day = s.dayOf(d)
		d.founds = d.founds || (d.held || d.chaired) && d.day != ""
	}
	if d.place == "" {
		d.place = cmp.Or(s.placeOf(d), s.dateline())
	}
	switch {
	case d.day != "":
	case s.has(0, isGoesOn), sameOccasion(s):
		d.day = s.dayTold()
	case occurs(d.kind):
		s.settleBefore(d)
		if d.chaired && d.day == "" {
			d.day = sessionBefore(s, d)
		}
		d.founds = d.founds || d.chaired && d.day != ""
		if followsUpon(&s.line, d) {
			d.day = s.dayTold()
		}
	}
	if d.day == "" {
		s.settleDecided(d)
	}
	if d.status == done && s.foreseen(d) {
		d.status = planned // ngày 15/10 tới, A hội đàm với B
	}
}

// occurs tells whether an event of the kind is told over several sentences: the first
// says when and where.
func occurs(kind string) bool {
	switch kind {
	case "signing", "award", "visit":
		return true
	}
	return gathers(kind)
}

// settleBefore gives a draft the day with which the sentence before it in its paragraph
// opens, and its place.
func (s *setting) settleBefore(d *draft) {
	if s.index == 0 || s.text.Tok(s.items[0].from).Gap == viet.Paragraph || earlier(&s.line) {
		return // Trước đó, A gặp B
	}
	before := &setting{sides{s.lines[s.index-1]}}
	k := before.until(0, 3, isDate)
	if k < 0 {
		return
	}
	if d.day = before.daysFrom(k); d.day != "" {
		d.place = cmp.Or(d.place, before.placeOf(&draft{at: len(before.items)}))
	}
}

// lead tells whether the sentence is the first below the title.
func (s *setting) lead() bool { return s.number > 0 && s.index == 0 }

// dateline gives the place with which the text begins: Hà Nội, 17/9 -; HÀ NỘI
// (Sputnik) -.
func (s *setting) dateline() string {
	if !s.lead() {
		return ""
	}
	place, end := s.placeAt(0)
	if k := s.until(end, 4, isMark); k >= 0 && s.text.Is(s.items[k].from, reading.Dash|reading.Opening) {
		return place
	}
	return ""
}

// found is a value before and one behind a trigger.
type found struct{ before, behind string }

// first gives the one before the trigger, or else the one behind it.
func (f *found) first() string { return cmp.Or(f.before, f.behind) }

// dayOf gives the day of the sentence that is nearest to the trigger: before it,
// or else behind it. A visit has the days that stand behind it.
func (s *setting) dayOf(d *draft) string {
	var f found
	for i := s.dateFrom(0); i >= 0; i = s.dateFrom(i + 1) {
		value := s.dayAt(i)
		switch {
		case s.clauseBetween(d.at, i):
			return f.dayFor(d)
		case value == "", s.ofSomebody(d, i), s.ofPaper(i) && occurs(d.kind), f.before != "" && bracketed(s, i), (d.said || d.retold) && s.until(i, d.at-i, isReport) >= 0:
		case i < d.at && (d.apart || comesOf(s, d, i) || longAfter(s, d, i) || beforeLeaving(s, d, i)), followsOn(s, d, i):
		case i < d.at:
			f.before = cmp.Or(s.andDay(i, f.before, value), value)
		default:
			f.behind = cmp.Or(s.andDay(i, f.behind, value), f.behind, value)
		}
	}
	return f.dayFor(d)
}

// ofSomebody tells whether the day at item k is told of somebody who is named before it, and the
// trigger is not: A, người từ trần hồi 5h30 ngày 2/6, được an táng.
func (s *setting) ofSomebody(d *draft, k int) bool {
	for j := k - 1; j >= 0 && !s.has(j, isComma|isMark); j-- {
		switch x := &s.items[j]; {
		case x.frame&relative != 0 && s.has(j-1, isComma):
			return d.at < j || d.at > k
		case x.frame&(reason|concerns) != 0 && d.at < j:
			return d.kind == "award" || !occurs(d.kind) // khen thưởng A vì phá vụ trộm đêm 5/9
		}
	}
	return false
}

// ofPaper tells whether the day at item k is that of a paper with its number: Kết luận số 24
// ngày 5/6/2012.
func (s *setting) ofPaper(k int) bool {
	x := s.at(k - 1)
	return x.is(isNumber) && s.text.Is(x.from-1, reading.NumberOf) || x.is(isDecision|isDocument) && x.to-x.from > 2 && s.text.Is(x.to-1, reading.Figures)
}

// bracketed tells whether item k stands in brackets: ngày 1/4 giờ địa phương (0h ngày 2/4
// giờ Hà Nội).
func bracketed(s *setting, k int) bool {
	for k--; k >= 0 && !s.has(k, isComma); k-- {
		if s.has(k, isMark) {
			return s.opensBracket(k)
		}
	}
	return false
}

// inBracket tells whether item k stands in brackets, behind whatever else: bầu A (sinh năm
// 1975, quê ở xã B).
func (s *setting) inBracket(k int) bool {
	for k--; k >= 0; k-- {
		switch {
		case s.opensBracket(k):
			return true
		case s.text.Is(s.items[k].from, reading.Closing):
			return false
		}
	}
	return false
}

func (f *found) dayFor(d *draft) string {
	if d.kind == "visit" && !d.fronted && isRange(f.behind) {
		return f.behind
	}
	return f.first()
}

// dateFrom gives the first date from item k on, -1 if there is none.
func (s *setting) dateFrom(k int) int { return s.until(k, len(s.items), isDate) }

// dayAt gives the day at item k, "" where it is none or belongs to something else.
func (s *setting) dayAt(k int) string {
	value := s.in.Dates[s.items[k].of].Value
	if s.sameDay(s.written(k, k+1)) {
		if value = cmp.Or(s.dayNamed(k), value); s.in.Day != "" && day(value) > s.in.Day {
			return "" // the day of a feast to come
		}
	}
	if namesPlace(&s.line, k) || !isDay(value) || isAge(value) || countedFrom(&s.line, k) || commemorates(s, k) || awaited(s, k) {
		return ""
	}
	return value
}

// dayNamed gives the last day that the text names before item k for what happened: none of
// a document or feast.
func (s *setting) dayNamed(k int) string {
	for left := 400; k > 0 && left > 0; k, left = k-1, left-1 {
		if !s.has(k-1, isDate) || s.has(k-2, isDecision|isDocument) {
			continue
		}
		if value := s.dayAt(k - 1); value != "" && !s.byTheWay(k-1, day(value)) {
			return day(value)
		}
	}
	if s.index == 0 {
		return ""
	}
	before := &setting{sides{s.lines[s.index-1]}}
	return before.dayNamed(len(before.items))
}

// byTheWay tells whether the day at item k is named of something that came before what is
// told, or is yet to come: A hội đàm với B, người nhậm chức ngày 5/9/2024. One with which a
// sentence opens is that of its event.
func (s *setting) byTheWay(k int, value string) bool {
	if s.opens(k) {
		return false
	}
	told := s.lastDay()
	return value < told || told <= s.in.Day && value > s.in.Day
}

// lastDay gives the day of the event that was told last with one, "" if none did.
func (s *setting) lastDay() string {
	for i := len(s.told) - 1; i >= 0; i-- {
		if d := s.told[i]; d.day != "" {
			return day(d.day)
		}
	}
	return ""
}

// clauseBetween tells whether another clause begins between two items: sau khi, khi,
// trước khi.
// A comma may close that clause before a place and a day: thăm A, bị thương khi làm nhiệm vụ, | tại X ngày 5/6.
func (s *setting) clauseBetween(i, j int) bool {
	clause := s.until(i+1, j-i-1, isAfter|isWhen)
	if clause < 0 {
		return false
	}
	comma := s.passBack(j, isPlace|isPlaceHead|isName|isNumber|isBody|isMark) - 2
	return comma < clause || !s.runs(comma, isComma, isAt)
}

// followsOn tells whether item k stands in the clause of what came after a step of a case or a
// career: Sau khi A bị khởi tố, B điều hành từ 12/5.
func followsOn(s *setting, d *draft, k int) bool {
	if occurs(d.kind) || !s.has(0, isAfter) || s.until(0, d.at, isComma) >= 0 {
		return false
	}
	return s.until(d.at, k-d.at, isComma) >= 0
}

// dated tells whether the line names a day for what happened.
func (s *setting) dated() bool {
	for i := s.dateFrom(0); i >= 0; i = s.dateFrom(i + 1) {
		if s.dayAt(i) != "" {
			return true
		}
	}
	return false
}

// foreseen tells whether a draft has a day that is yet to come when the text is published,
// and no word says that it has happened.
func (s *setting) foreseen(d *draft) bool {
	switch {
	case !occurs(d.kind), !isDay(d.day), len(s.in.Day) != len("2006-01-02"), d.day[:len(s.in.Day)] <= s.in.Day:
		return false
	}
	spoke := slices.ContainsFunc(d.args, func(x arg) bool { return x.role == "speaker" })
	return !spoke && !slices.ContainsFunc(s.items[min(d.lo, d.at):d.at], func(x item) bool { return x.frame&past != 0 })
}

// placeOf gives the place that "tại" names: the last before the trigger, or else
// the first behind it.
func (s *setting) placeOf(d *draft) string {
	var f found
	read := 0 // up to this item
	for i := range s.items {
		if s.has(i, isFrom) || !s.has(i, isAt) || i < read {
			continue
		}
		place, end := s.placeWithin(i + 1)
		read = end
		switch {
		case end == 0, s.belongs(i), i < d.at && s.earlier(i), s.discussed(d, i), s.inBracket(i), ofSuit(s, d, i):
		case i < d.at:
			f.before = place
		default:
			f.behind = cmp.Or(f.behind, place)
		}
	}
	if d.apart {
		return f.behind
	}
	return cmp.Or(f.first(), s.visited(d))
}

// placeWithin reads a place at item k with the one that it lies in: Cung Quốc gia ở Thủ đô
// Santo Domingo.
func (s *setting) placeWithin(k int) (string, int) {
	place, end := s.placeAt(k)
	if place == "" || s.has(k, isPlace) || !s.has(end, isAt) {
		return place, end
	}
	if _, outer := s.placeAt(end + 1); outer > 0 {
		return s.written(k, outer), outer
	}
	return place, end
}

// visited gives the place of a visit that the sentence tells before the trigger: trong
// khuôn khổ chuyến thăm Lào, A tiếp B.
func (s *setting) visited(d *draft) string {
	for i := d.at - 1; i >= 0; i-- {
		if s.items[i].frame&takesPlace == 0 {
			continue
		}
		if place, end := s.placeAt(s.skipsTo(i + 1)); end > 0 {
			return place
		}
	}
	return ""
}

// earlier tells whether the place behind item k is that of what came before: sau lễ đón
// tại sân bay, A đã tiếp B.
func (s *setting) earlier(k int) bool {
	for k--; k >= 0 && !s.has(k, isComma); k-- {
		if s.has(k, isAfter) {
			return true
		}
	}
	return false
}

// discussed tells whether the place behind item k is what a meeting or call was about: điện
// đàm về tình hình ở Syria.
func (s *setting) discussed(d *draft, k int) bool {
	if talksOf(d.kind) == 0 {
		return false
	}
	for k--; k > d.at && !s.has(k, isComma); k-- {
		if s.items[k].frame&about != 0 {
			return true
		}
	}
	return false
}

// belongs tells whether the place behind item k belongs to somebody: Đại sứ tại; Hội Cựu sinh
// viên Campuchia tại Việt Nam.
func (s *setting) belongs(k int) bool {
	if !s.has(k+1, isPlace) || s.has(k+1, isPlaceHead) {
		return false
	}
	return s.has(k-1, isOffice) || s.items[k+1].frame&home != 0 && s.has(k-1, isLower|isName|isBody|isPlace)
}

// dayTold gives the day of what the page told last, or else the day that it named last.
func (s *setting) dayTold() string {
	for i := len(s.told) - 1; i >= 0; i-- {
		if d := s.told[i]; d.page == s.number && d.status == done && d.day != "" {
			return d.day
		}
	}
	return s.dayBefore()
}

// dayBefore gives the day that the text before the sentence named last, near by.
func (s *setting) dayBefore() string {
	for i, left := s.index-1, 60; i >= 0 && left > 0; i-- {
		list := s.lines[i].items
		for k := len(list) - 1; k >= max(0, len(list)-left); k-- {
			if value := s.valueOf(&list[k]); isDay(value) {
				return value
			}
		}
		left -= len(list)
	}
	return ""
}

// valueOf gives the value of an item that is a date, else "".
func (a *article) valueOf(x *item) string {
	if !x.is(isDate) {
		return ""
	}
	return a.in.Dates[x.of].Value
}
