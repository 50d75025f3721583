package event

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
)

// nameless are those of whom one acts without a name, by the kind of the event: HĐXX tuyên
// phạt A, cảnh sát Pháp bắt A.
var nameless = map[string]frame{"sentence": judges, "trial": judges, "arrest": police | judges, "prosecution": police, "discipline": competent, "appointment": competent, "departure": competent}

// authority gives who acts without a name before the verb at item k, an empty side if nobody
// does; an office without one, as a judge or an investigator, pronounces
// sentences and arrests alone.
func (s *sentence) authority(k int, x side) side {
	kind := s.items[k].verb.Kind
	j := namelessBefore(&s.line, k, kind)
	if j < 0 {
		j = namelessBefore(&s.line, s.sharedVerb(x.lo), kind) // cơ quan chức năng khởi tố và | bắt A
	}
	switch {
	case j >= 0:
		return side{lo: s.passBack(j, isSeveral), hi: j + 1, offices: []int{j}, status: x.status}
	case len(x.offices) > 0 && nameless[kind]&judges != 0:
		x.lo = s.passBack(x.lo, isSeveral)
		return x
	}
	return nowhere(k)
}

// ofNameless are the words of the name that those have who act without one that the text knows: tòa án tiểu hình
// tại Pháp.
const ofNameless = isLower | isName | isPlace | isPlaceHead | isAt | isOf

// namelessBefore gives the item of those who act without a name before the verb at item k: right before it, or at
// the head of the sentence with more words of them and a day between: cảnh sát Pháp ngày 5/6 | bắt A; -1 if
// nobody does.
func namelessBefore(l *line, k int, kind string) int {
	const most = 12
	j := k
	for l.has(j-1, skippedBefore|isPlace) {
		j--
	}
	if said := l.passBack(j, isReport|isNominal); l.at(said-1).frame&nameless[kind] != 0 {
		return said - 1 // cảnh sát cho biết đã bắt A
	}
	for lo := max(0, k-most); j > lo && l.has(j-1, ofNameless|skippedBefore|isComma|isPost); j-- {
		if l.items[j-1].frame&nameless[kind] != 0 && l.only(j-1, fronting|isSeveral|isName) {
			return j - 1
		}
	}
	return -1
}

// spoken gives for whom the one before the word of saying at item k speaks: Trưởng Công an
// huyện cho biết đã bắt.
func (s *sides) spoken(k int) side {
	x := s.before(k)
	for _, of := range x.people {
		for _, p := range s.in.Officials[of].Posts {
			if b := s.seat(&p); b >= 0 {
				x.bodies = appendNew(x.bodies, b)
			}
		}
	}
	x.people = nil
	return x
}

// reported gives for whom somebody speaks right before the empty side of a verb, who says what
// they have done: Công an huyện cho biết, đã bắt.
func (s *sides) reported(x side) side {
	j := x.lo - 1
	if s.has(j, isComma|isNominal) {
		j-- // Công an xác nhận việc bắt A
	}
	if !s.has(j, isReport) {
		return x
	}
	y := s.spoken(j)
	y.status = x.status
	return y
}

// partner gives who acts together with somebody before item k whom nothing names: Công an
// xã phối hợp với lực lượng dân quân bắt giữ.
func (s *sides) partner(k int) side {
	for j := k - 1; j >= max(0, k-12); j-- {
		switch x := &s.items[j]; {
		case x.is(isWith):
			if x.to-x.from > 1 {
				return s.before(j)
			}
			return nowhere(k)
		case !x.is(isName | isLower | isAnd | isPlaceHead | isPlace | isNumber | isGroup):
			return nowhere(k)
		}
	}
	return nowhere(k)
}

// stranger are the items of the name of a company, a school, a body that nothing knows.
const stranger = isName | isLower | isPlace | isPlaceHead | isNumber

// besideStranger gives who stands before "và" and somebody whom nothing knows, right before
// item k: Công an tỉnh A và Công ty B | ký.
func (s *sides) besideStranger(k int) side {
	const most = 12
	j := s.passBack(k, isAux)
	for lo := j - most; j > lo && s.has(j-1, stranger); j-- {
	}
	if !s.runs(j-1, isAnd, isName) {
		return nowhere(k)
	}
	return s.before(j - 1)
}

// imprisons tells whether a term of prison stands right behind item k: lĩnh 7 năm tù.
func (s *sentence) imprisons(k int) bool {
	j := s.until(k+1, 6, isComma|isPerson)
	if j < 0 {
		j = k + 7
	}
	return slices.ContainsFunc(s.items[k+1:min(len(s.items), j)], func(x item) bool { return x.frame&prison != 0 })
}

// addFellows adds to those who are sentenced the others of their list, each with a term of
// his own: tuyên phạt A 19 năm tù về tội X; B, cựu Giám đốc, 25 năm tù.
func addFellows(s *sentence, whom *side) {
	for end := s.termBehind(whom.hi); end >= 0; {
		and := s.until(end, 8, isComma|isMark|isAnd)
		k := s.until(max(and, 0), 5, isPerson|isReport|isVerb)
		if and < 0 || !s.has(k, isPerson) {
			return
		}
		if end = s.termBehind(k + 1); end >= 0 {
			whom.people = appendNew(whom.people, s.items[k].of)
		}
	}
}

// termBehind gives the item behind the term of prison that stands from item k on, -1 where
// somebody or something else stands before it.
func (l *line) termBehind(k int) int {
	const most = 10
	for j := k; j < min(len(l.items), k+most); j++ {
		switch x := &l.items[j]; {
		case x.frame&prison != 0:
			return j + 1
		case x.is(isPerson | isReport | isVerb):
			return -1
		}
	}
	return -1
}

// seizes tells whether things stand behind item k, counted perhaps: bắt giữ 2 tàu cá.
func seizes(s *sentence, k int) bool {
	return s.at(s.pass(k+1, 4, isNumber|isAux|isSeveral)).frame&goods != 0
}

// told is the status of an event that its verb tells, where the words before it do not deny it.
func told(v *lexicon.Verb, before string) string {
	switch {
	case before == denied:
	case v.Planned:
		return planned
	case v.Postponed:
		return postponed
	}
	return before
}

// ofCase reads what police, prosecutors and courts do.
func ofCase(s *sentence, k int) []*draft {
	v, x := s.items[k].verb, s.subject(k)
	status := x.status
	switch {
	case v.Reach && !s.imprisons(k) && s.termBehind(max(s.after(k).hi, k+1)) < 0, seizes(s, k), annulled(&x, v.Kind):
		return nil
	}
	if x.empty() {
		x = s.reported(x)
	}
	if x.empty() {
		x = s.partner(x.lo)
	}
	if x.empty() {
		x = s.besideStranger(k)
	}
	whom := s.struckBy(k, &x)
	if !x.named() && len(whom.people) > 0 {
		x = s.authority(k, x)
	}
	if d := carriedOut(s, k, &whom); d != nil {
		return []*draft{d}
	}
	if d := atTrial(s, k, &whom); d != nil {
		return []*draft{d}
	}
	if x.suffers() || !x.known() || v.Kind == "sentence" && fines(&s.sides, &x) || v.Kind == "arrest" && len(whom.people) == 0 && governs(&s.sides, &x) {
		return nil
	}
	if v.Kind == "sentence" {
		addFellows(s, &whom)
	}
	d := s.draft(v.Kind, x.lo, k, k+1, told(v, cmp.Or(x.status, status)))
	d.add(v.Object, &side{people: whom.people})
	if v.Subject == "subject" {
		x.bodies = nil // of the accused, not those that act
	}
	d.add(v.Subject, &x)
	d.loose = v.Reach && v.Kind == "trial" && s.index > 0 // what is asked in a trial told before
	return []*draft{d}
}

// fines tells whether those who act are bodies of which none is a court: Thanh tra Sở Xây
// dựng xử phạt.
func fines(s *sides, x *side) bool {
	return len(x.bodies) > 0 && !slices.ContainsFunc(x.bodies, func(b int) bool { return s.in.Agencies[b].Kind == "court" })
}

// arresting are the kinds of bodies whose officers may arrest somebody whom the text does not name.
var arresting = []string{"police", "army", "procuracy", "court", "department"}

// governs tells whether those who act are persons alone of whom none has a post in a body that
// arrests: Chủ tịch UBND tỉnh khen thưởng ban chuyên án đã bắt 3 đối tượng.
func governs(s *sides, x *side) bool {
	if len(x.bodies) > 0 || len(x.offices) > 0 {
		return false
	}
	for _, of := range x.people {
		for _, p := range s.in.Officials[of].Posts {
			if b := s.seat(&p); b >= 0 && slices.Contains(arresting, s.in.Agencies[b].Kind) {
				return false
			}
		}
	}
	return true
}

// annulled tells whether what police or prosecutors decided is taken back: hủy bỏ quyết định tạm giữ A.
func annulled(x *side, kind string) bool {
	switch kind {
	case "arrest", "prosecution":
		return x.status == postponed
	}
	return false
}

// atTrial reads "Phiên tòa xét xử A mở sáng 10/6", "Phiên tòa xét xử A, dự kiến mở 10/6, bị hoãn".
func atTrial(s *sentence, k int, whom *side) *draft {
	const near = 9
	if s.at(k-1).frame&session == 0 || len(whom.people) == 0 {
		return nil
	}
	if s.until(whom.hi, near, isHappens|isPart|isPostponed) < 0 && !s.runs(whom.hi, isAux, isDate|isComma|isMark|isAt) {
		return nil
	}
	status := ""
	for i := whom.hi; i < min(len(s.items), whom.hi+near) && !s.has(i, isVerb); i++ {
		status = statusOf(&s.items[i], status)
	}
	d := s.draft("trial", k-1, k, whom.hi, status)
	d.add("subject", &side{people: whom.people})
	return d
}

// brought reads "Tòa án đưa A cùng đồng phạm ra xét xử".
func brought(s *sentence, k int) []*draft {
	const most = 40
	j := k - 1
	for ; j >= max(0, k-most) && s.items[j].frame&brings == 0; j-- {
	}
	if s.at(j).frame&brings == 0 {
		return nil
	}
	x, whom := s.subject(j), s.after(j)
	if !x.named() {
		return nil
	}
	d := s.draft(s.items[k].verb.Kind, x.lo, k, k+1, x.status)
	d.add("subject", &side{people: whom.people})
	d.add("by", &x)
	return []*draft{d}
}
