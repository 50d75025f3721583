package event

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// installed tells whether the sentence before told that decisions were handed over, and this one only which office one
// who has another gets: trao quyết định cho 23 Giám đốc. A, Phó Giám đốc X, | giữ chức Giám đốc Y.
func installed(s *sentence, k int, x *side) bool {
	switch {
	case x.lo > 0, x.hi != 1, len(s.items[0].bodies) == 0, !s.has(k+1, isOffice), !goesOnUndated(&s.line):
		return false
	}
	before := &s.lines[s.index-1]
	for i := range before.items {
		if before.decisionAt(i) {
			return true
		}
	}
	return false
}

// announcedBehind gives the item of the word of decision with which the sentence goes on that begins with a decision and the
// verb at item k, behind a passive: Quyết định bổ nhiệm A làm X được Thủ tướng | ký ngày 5/6; -1 where it does not.
func announcedBehind(l *line, k int) int {
	const most = 24
	if !l.has(k-1, isDecision|isNominal) || !l.only(k-1, fronting) {
		return -1
	}
	passive := l.until(k+1, most, isPassive|isMark|isReport|isDenied)
	if !l.has(passive, isPassive) {
		return -1
	}
	j := l.until(passive+1, 5, isDecision|isGranted|isVerb|isMark|isReport)
	if l.has(j, isDecision|isGranted) || l.at(j).frame&takesDocument != 0 {
		return j
	}
	return -1
}

// besidesAppointed tells whether the sentence goes on with another whom the same decision puts into an office: bổ nhiệm A
// giữ chức X và B | giữ chức Y.
func besidesAppointed(s *sentence, x *side) bool {
	last := s.lastTold()
	if last == nil || last.kind != "appointment" || x.hi-x.lo > 1 {
		return false
	}
	return s.has(x.lo-1, isAnd|isComma) || s.semicolon(x.lo-1)
}

// leftBefore tells whether an office is named to which somebody is appointed, and not he who held it, whom the text has
// told to leave: miễn nhiệm Chủ tịch Quốc hội A. Quốc hội bầu | Chủ tịch Quốc hội.
func leftBefore(s *sentence, v *lexicon.Verb, whom *side) bool {
	if v.Kind != "appointment" || s.until(whom.lo, whom.hi-whom.lo, isPerson) >= 0 {
		return false
	}
	office := s.at(whom.lo).name
	return slices.ContainsFunc(s.told, func(d *draft) bool {
		switch {
		case d.kind != "departure", d.post == nil, d.post.Title != office:
			return false
		}
		return slices.ContainsFunc(whom.people, d.has)
	})
}

// sitting gives the session before item k that decides, where nobody says whose it is: Kỳ họp đã miễn nhiệm A; nowhere where
// none does.
func sitting(l *line, k int) side {
	j := l.passBack(k, isVague|isTerm|isNumber|isLower) - 1
	if !l.has(j, isNoun) || l.items[j].noun.Kind != "conference" || !l.only(j, fronting&^isAt) {
		return nowhere(k)
	}
	return side{lo: j, hi: k}
}

// carriedOut reads "Lệnh bắt tạm giam A được thi hành", "Quyết định khởi tố A được Viện kiểm sát phê chuẩn".
func carriedOut(s *sentence, k int, whom *side) *draft {
	const near = 6
	passive := s.until(whom.hi, near, isPassive|isVerb|isMark|isReport)
	switch {
	case len(whom.people) == 0, !s.has(passive, isPassive), !s.only(k, fronting|isDecision|isNominal):
		return nil
	case s.until(whom.hi, near, isPostponed|isDenied) >= 0:
		return nil // Lệnh bắt A bị hủy, chưa được thi hành
	}
	by := s.before(max(passive+1, s.until(passive+1, near, isVerb|isDecision|isGranted)))
	d := s.draft(s.items[k].verb.Kind, k, k, passive+1, told(s.items[k].verb, statusOf(s.at(passive), "")))
	d.add("subject", &side{people: whom.people})
	d.add("by", &by)
	return d
}

// petition reads "Đơn từ chức của A được Thủ tướng chấp thuận".
func petition(s *sentence, k int) []*draft {
	const near = 6 // items
	x := s.after(k + 1)
	passive := s.until(x.hi, near, isPassive)
	if !s.has(k+1, isOf) || len(x.people) != 1 || passive < 0 {
		return nil
	}
	granted := s.until(passive, near, isGranted)
	if granted < 0 {
		return nil
	}
	status := ""
	for i := x.hi; i < granted; i++ {
		status = statusOf(&s.items[i], status)
	}
	d := s.draft("departure", k, k, granted+1, status)
	d.add("subject", &side{people: x.people})
	d.post = s.postOf(&x)
	by := s.before(granted)
	s.addDecider(d, &by)
	s.addAgency(d)
	return []*draft{d}
}

// settleDecided gives what is decided about an office the day on which the sentence before it in its paragraph told what
// else was decided, or of the decisions: Sáng 1/3, Bộ X công bố quyết định. Bộ trưởng bổ nhiệm A; but not Trước
// đó, Bộ trưởng bổ nhiệm A.
func (s *setting) settleDecided(d *draft) {
	switch {
	case d.status != done, !ofOffice(d.kind), !goesOnUndated(&s.line), earlier(&s.line):
		return
	}
	switch last := toldBefore(&s.line); {
	case last == nil:
	case last.kind == d.kind, decidesItself(&s.line, last):
		d.day = last.day
		return
	}
	before := &setting{sides{s.lines[s.index-1]}}
	if k := before.until(0, 3, isDate); k >= 0 && tellsDecision(&before.line) {
		d.day = before.dayAt(k)
	}
}

// ofOffice tells whether events of the kind give or take an office.
func ofOffice(kind string) bool {
	switch kind {
	case "appointment", "departure":
		return true
	}
	return false
}

// goesOnUndated tells whether the line goes on with the paragraph of the one before, and names no date.
func goesOnUndated(l *line) bool {
	switch {
	case l.index == 0, l.text.Tok(l.items[0].from).Gap == viet.Paragraph:
		return false
	}
	return l.until(0, len(l.items), isDate) < 0
}

// toldBefore gives the last event that the line before told, nil where it told none.
func toldBefore(l *line) *draft {
	if len(l.told) == 0 {
		return nil
	}
	last := l.told[len(l.told)-1]
	if last.page != l.number || last.line != l.index-1 {
		return nil
	}
	return last
}

// listsDecided tells whether a colon at item k opens the list of what is decided: quyết định thi hành kỷ luật: | Cảnh cáo
// A; khiển trách B.
func listsDecided(l *line, k int) bool {
	return l.has(k, isColon) && (l.at(k-1).frame&takesMeasure != 0 || l.has(k-1, isDecision)) && l.has(k+1, isVerb)
}
