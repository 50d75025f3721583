package event

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// settleBack gives what the sentence before told as decided or given, and without a day, the day and the place that this
// one tells, which opens with the decision or the occasion: A được thăng hàm. Quyết định do Thủ tướng ký ngày 7/3.
func settleBack(s *sentence) {
	last := toldBefore(&s.line)
	switch {
	case last == nil, last.day != "", !last.isDecided():
		return
	}
	day, place := cmp.Or(decisionDay(&s.setting), madeDay(&s.setting), verdictDay(s, last)), ""
	if day == "" && !policing(last.kind) {
		day, place = occasionDay(&s.setting)
	}
	if day == "" {
		return
	}
	first := slices.IndexFunc(s.told, func(d *draft) bool { return d.page == last.page && d.line == last.line })
	main := s.told[first].kind
	for _, d := range s.told[first:] {
		switch {
		case d.day != "", d.status != done, !decidedWith(main, d.kind):
		default:
			d.day, d.place = day, cmp.Or(d.place, place)
		}
	}
}

// decidedWith tells whether the decision of the main clause, which told an event of the one kind, may be that of the other:
// bị khởi tố, bắt tạm giam; but not cách chức do đã bị Ban Bí thư kỷ luật.
func decidedWith(main, kind string) bool {
	if policing(main) {
		return policing(kind)
	}
	return main == kind
}

// goesOnWith tells whether the line opens with a word of decision or an occasion.
func goesOnWith(l *line) bool { return l.has(l.pass(0, 6, fronting), isDecision|isNoun) }

// decisionDay gives the day on which the decision was made with which the line opens: Quyết định (bổ nhiệm) được Bộ trưởng
// ký ngày 7/3; Nghị quyết có hiệu lực từ ngày 10/3; "" where none did.
func decisionDay(s *setting) string {
	const far = 14 // items
	k := s.until(1, far, isDate)
	how := s.pass(1, far, isVague|isVerb)
	switch {
	case (s.at(0).sense|s.at(how).sense)&(papers|enacted) == 0 && !s.has(how, isBy|isPassive|isLight):
		return "" // Quyết định thành lập Sở được ký ngày 5/6
	case !s.has(0, isDecision) && s.at(0).sense&papers == 0, !makes(s.at(k - 1)):
		return ""
	case s.until(1, k-1, isPlanned|isDenied|isPostponed|isReport|isWish|isMark|isWhen|isAfter) >= 0:
		return ""
	}
	return pastDay(s, k)
}

// madeDay gives the day on which somebody made the decision, of whom no other clause tells: Bộ trưởng ký quyết định ngày 10/9;
// Tỉnh ủy trao quyết định cho ông sáng 17/9; "" where nobody did.
func madeDay(s *setting) string {
	const few, near = 10, 4 // items
	k := s.until(0, few, isDecision|isVerb|isPart|isReport|isMark)
	papers := k + 1
	for s.has(papers, isDecision) {
		papers++
	}
	end := s.pass(papers, near, isVague|isOn|isPerson)
	end = s.pass(end, 1, isLower)
	switch {
	case !s.decisionAt(k) && papers == k+1, !s.has(end, isDate), s.passBack(end, isLower) < papers && s.at(end-1).frame&himself == 0:
		return ""
	case s.until(0, k, isPlanned|isDenied|isPostponed|isWish|isWhen|isAfter|isPassive) >= 0, !s.has(s.passBack(k, isAux)-1, members):
		return ""
	}
	return pastDay(s, end)
}

// verdictDay gives the day on which the judges pronounced the sentence that was told before, or their session ended: HĐXX tuyên
// án chiều 16/9; Phiên phúc thẩm kết thúc ngày 12/3.
func verdictDay(s *sentence, last *draft) string {
	const few = 8 // items
	open := s.pass(0, few, fronting)
	switch {
	case last.kind != "sentence", s.at(open).frame&(judges|session) == 0:
		return ""
	}
	k := s.until(open, few, isVerb|isAux|isHappens|isPerson|isMark)
	end := s.pass(k+1, 2, isLower)
	switch {
	case s.has(k, isVerb) && s.items[k].verb.Kind == "sentence", s.at(k).frame&ends != 0, s.has(k, isHappens):
		if s.has(end, isDate) {
			return pastDay(&s.setting, end)
		}
	}
	return ""
}

// makes tells whether an item is what is done with a decision on the day behind it.
func makes(x *item) bool {
	switch {
	case x.sense&enacted != 0, x.frame&takesDocument != 0:
		return true
	}
	return x.is(isDecision | isHappens) // thông qua tại kỳ họp diễn ra ngày 24/3
}

// pastDay gives the day at item k that is not yet to come when the text is published, else "".
func pastDay(s *setting, k int) string {
	if k < 0 {
		return ""
	}
	value := s.dayAt(k)
	if s.in.Day != "" && day(value) > s.in.Day {
		return ""
	}
	return value
}

// occasionDay gives the day and the place of the occasion with which the line opens, where that was to give or decide what
// was told before: Buổi lễ diễn ra chiều 12/3 tại X; Hội nghị công bố được tổ chức sáng 13/3.
func occasionDay(s *setting) (day, place string) {
	const few = 6 // items
	n := s.pass(0, few, fronting)
	end, k := s.pass(n+1, few, isVague|isDecision|isVerb|isAux|isTerm|isNumber), s.dateFrom(0)
	if s.runs(end, isOf, isBody) {
		end += 2 // Kỳ họp của Ban Bí thư diễn ra
	}
	switch {
	case s.at(n).sense&settles == 0, !s.has(end, isHappens|isPassive|isBy|isDate|isAt) && s.at(end).frame&presides == 0:
		return "", ""
	case s.until(n, k-n, isPlanned|isDenied|isPostponed|isReport|isWish) >= 0:
		return "", ""
	}
	return pastDay(s, k), s.placeOf(&draft{at: n, lo: n})
}

// datedNext tells whether the sentence behind this one opens with the decision or the occasion of what this one tells, and
// with its day: A nhận quyết định điều động làm X. Lễ công bố diễn ra sáng 13/3.
func datedNext(s *sentence) bool {
	if s.index+1 >= len(s.lines) {
		return false
	}
	next := &setting{sides{s.lines[s.index+1]}}
	if !goesOnWith(&next.line) {
		return false
	}
	day, _ := occasionDay(next)
	return cmp.Or(day, decisionDay(next)) != ""
}

// decidesItself tells whether the line opens with the session, told before, that decides: Đại hội đã bầu A làm X.
func decidesItself(l *line, before *draft) bool {
	if before.kind != "conference" || l.at(0).sense&settles == 0 {
		return false
	}
	return l.has(l.pass(1, 3, isVague|isAux), isVerb)
}

// holdsSince tells whether the day from which somebody holds an office opens the sentence or stands behind the office, in
// the year of the text: Từ ngày 10/3, A giữ chức Giám đốc X; A giữ chức Giám đốc X từ ngày 10/3.
func holdsSince(s *sentence, k int) bool {
	i := s.dateFrom(0)
	switch {
	case i < 0, s.in.Year == "", s.dateFrom(i+1) >= 0:
		return false
	case i > k && s.until(k+1, i-k-1, isComma|isMark|isVerb|isReport) >= 0, i < k && !s.opens(i):
		return false
	}
	value, p := s.dayAt(i), s.longest(s.text, s.items[i].from, 1)
	switch {
	case !p.is(isFrom), isRange(value):
		return false
	}
	return strings.HasPrefix(value, s.in.Year)
}

// prizeAt tells whether what is awarded stands at item k, whatever the capitals: Lễ trao | Huân chương.
func prizeAt(l *line, k int) bool {
	if k >= len(l.items) {
		return false
	}
	p := l.longest(l.text, l.items[k].from, math.MaxInt)
	return p.word.sense&prize != 0
}

// awardTo reads "Bằng khen của Thủ tướng được trao cho A".
func awardTo(s *sentence, k int) []*draft {
	const few, far = 6, 8 // items
	n, give := s.pass(0, few, fronting), k+1
	for give < k+far && s.at(give).sense&bestows == 0 {
		give++
	}
	to := s.pass(give+1, 2, isOn)
	switch {
	case !prizeAt(&s.line, n), s.at(give).sense&bestows == 0, !s.has(to-1, isOn), s.until(n, k-n, isVerb|isReport|isMark|isPassive) >= 0:
		return nil
	}
	whom, by := s.after(to-1), s.before(give)
	if !whom.named() {
		return nil
	}
	d := s.draft("award", n, k, whom.hi, statusOf(s.at(k), by.status))
	d.add("subject", &whom)
	d.add("by", &side{people: by.people, bodies: by.bodies})
	return []*draft{d}
}

// awards makes an award of the ceremony, the noun at item n, at which one is told to have been given, where it names who got
// it: Lễ trao Huân chương cho A diễn ra.
func awards(s *sentence, d *draft, n int) {
	given := slices.ContainsFunc(d.args, func(x arg) bool { return x.role == "attendee" })
	switch {
	case d.kind != "ceremony", !given, !prizeAt(&s.line, n+1) && !prizeAt(&s.line, n+2):
		return
	}
	d.kind, d.name = "award", ""
	for i := range d.args {
		if x := &d.args[i]; x.role == "attendee" {
			x.role = "subject"
		} else {
			x.role = "by"
		}
	}
}

// sessionBefore gives the day of the occasion without a name that somebody chairs, where the sentence before told what was
// done there: A được bầu làm X tại kỳ họp sáng 18/11. B chủ trì kỳ họp.
func sessionBefore(s *setting, d *draft) string {
	n := s.until(d.at, len(s.items), isNoun)
	switch {
	case s.index == 0, n < 0, !d.loose:
		return ""
	}
	before := &setting{sides{s.lines[s.index-1]}}
	for k := range before.items {
		if before.runs(k, isAt, isNoun, isDate) && strings.EqualFold(before.written(k+1, k+2), s.written(n, n+1)) {
			return before.dayAt(k + 2)
		}
	}
	return ""
}

// awardsHim reads "Nhà nước Lào trao tặng A Huân chương Tự do", where what is awarded stands behind the name.
func awardsHim(s *sentence, k int) []*draft {
	if s.items[k].sense&bestows == 0 {
		return nil
	}
	to := s.pass(k+1, 1, isOn)
	whom := s.after(to - 1)
	prized := s.pass(whom.hi, 1, isComma)
	by := s.before(s.passBack(k, isDecision))
	switch {
	case len(whom.people) == 0, !prizeAt(&s.line, prized), by.suffers():
		return nil
	}
	d := s.draft("award", by.lo, k, prized+1, by.status)
	d.add("subject", &side{people: whom.people})
	d.add("by", &by)
	return []*draft{d}
}
