package event

import (
	"cmp"
	"slices"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
)

// officeOf reads "A giữ chức Chủ tịch", "A thôi giữ chức Bí thư", "A từ chức".
func officeOf(s *sentence, k int) []*draft {
	x := s.before(k)
	if !s.holdsOffice(k, &x) {
		return nil
	}
	d := s.draft(s.items[k].verb.Kind, x.lo, k, k+1, told(s.items[k].verb, x.status))
	d.add(s.items[k].verb.Subject, &x)
	d.bodies, d.listed = nil, s.listed(&x) || s.decided(&x) || s.elected(k, &x)
	s.takes(d, k)
	s.appointedFrom(d, &x)
	s.leavesPost(d, &x)
	s.addAgency(d)
	return []*draft{d}
}

// holdsOffice tells whether the side before the verb at item k takes or leaves an
// office: what one holds long since is told so too, but not in headlines.
func (s *sentence) holdsOffice(k int, x *side) bool {
	v := s.items[k].verb
	switch {
	case s.headline():
		return x.known() && (!v.Reach || s.has(k+1, isOffice))
	case len(x.people) == 0:
		return false
	}
	return v.Kind != "appointment" || v.Enters && hasEntered(s, k, x) || s.listed(x) || s.decided(x) || installed(s, k, x) || besidesAppointed(s, x) || holdsSince(s, k)
}

// hasEntered tells whether somebody took office as the verb at item k tells, on a day or just now: A vừa nhận quyết định bổ
// nhiệm làm X.
func hasEntered(s *sentence, k int, x *side) bool {
	switch {
	case s.dated(), s.elected(k, x), datedNext(s):
		return true
	case !s.happened(x.hi, k), !s.only(x.lo, fronting):
		return false
	}
	return s.postBehind(k) >= 0
}

// elected tells whether somebody took office, as a word before the verb at item k says, at what the
// sentence before told with its day: HĐND tổ chức kỳ họp ngày 5/6. A đã trúng cử chức Chủ tịch.
func (s *sentence) elected(k int, x *side) bool {
	if len(s.told) == 0 || x.lo > 0 || !s.happened(x.hi, k) {
		return false
	}
	d := s.told[len(s.told)-1]
	return d.page == s.number && d.line == s.index-1 && d.kind == "conference" && d.day != ""
}

// decided tells whether a decision opens the sentence, "theo quyết định, …", or the
// one before: "công bố quyết định. Theo đó, …".
func (s *sentence) decided(x *side) bool {
	switch {
	case s.runs(0, isUnder, isDecision):
		return x.lo <= 4
	case x.lo > 2, s.index == 0:
		return false
	}
	return s.has(0, isGoesOn) && tellsDecision(&s.lines[s.index-1])
}

// tellsDecision tells whether a line tells of a decision in so many words, or that somebody is
// appointed: vừa bổ nhiệm ba lãnh đạo.
func tellsDecision(l *line) bool {
	for k := range l.items {
		if l.decisionAt(k) || appoints(l, k) {
			return true
		}
	}
	return false
}

// appoints tells whether somebody appoints at item k, where no "làm" or "giữ" stands.
func appoints(l *line, k int) bool {
	if !l.has(k, isVerb) || !l.finite(k) {
		return false
	}
	return l.items[k].verb.Kind == "appointment" && !l.items[k].verb.Reach
}

// listed tells whether the side goes on with a list of those appointed: the sentence
// begins with it, and the one before told an appointment.
func (s *sentence) listed(x *side) bool {
	if x.lo > 0 || len(s.told) == 0 {
		return false
	}
	d := s.told[len(s.told)-1]
	return d.kind == "appointment" && d.page == s.number && s.index-d.line <= 2
}

// takesOffice reads "Bộ Chính trị đồng ý để A thôi giữ chức", where a body decides.
func takesOffice(s *sentence, k int) []*draft {
	x := s.before(k)
	by := s.decider(x.lo)
	if len(x.people) == 0 || by.empty() {
		return nil
	}
	d := s.draft(s.items[k].verb.Kind, by.lo, k, k+1, cmp.Or(x.status, by.status))
	d.add(s.items[k].verb.Subject, &x)
	d.bodies = nil
	s.addDecider(d, &by)
	s.takes(d, k)
	s.appointedFrom(d, &x)
	s.addAgency(d)
	return []*draft{d}
}

// officeLeft reads "công bố quyết định nghỉ hưu đối với A".
func officeLeft(s *sentence, k int) []*draft {
	if !s.has(k-1, isDecision) || !s.has(k+1, isOn|isPost|isOffice|isComma) {
		return nil
	}
	by, whom := s.decider(k), s.sufferer(k)
	if by.empty() {
		by = sitting(&s.line, s.passBack(k, isDecision|isAux))
	}
	if by.empty() && !s.begins(k) || len(whom.people) == 0 {
		return nil
	}
	d := s.draft(s.items[k].verb.Kind, by.lo, k, whom.hi, by.status)
	d.add(s.items[k].verb.Subject, &whom)
	d.bodies = nil
	s.addDecider(d, &by)
	s.takes(d, k)
	if d.kind == "appointment" && d.post == nil {
		return nil // được đưa về làm chuyên viên
	}
	s.addAgency(d)
	return []*draft{d}
}

// officeGiven reads "HĐND bầu A giữ chức Chủ tịch", "miễn nhiệm chức vụ đối với A".
func officeGiven(s *sentence, k int) []*draft {
	v, x := s.items[k].verb, s.givenBy(k)
	if x.empty() && s.happened(x.lo, k) {
		x = s.announced(x)
	}
	if x.empty() {
		x = sitting(&s.line, x.lo)
	}
	goesOn := x.empty() && s.listed(&x) // Bổ nhiệm A. Điều động B
	notice := s.only(k, isAux) && !goesOn && !s.headline()
	if !goesOn && !notice && !s.begun(k, &x) && !s.decided(&x) {
		return nil
	}
	whom := s.struckBy(k, &x)
	if leftBefore(s, v, &whom) {
		whom.people = nil
	}
	if v.Charge && s.at(whom.hi).frame&charge == 0 && !s.acting(k+1) {
		return nil
	}
	d := s.draft(v.Kind, min(x.lo, whom.lo), k, max(whom.hi, k+1), x.status)
	s.takes(d, k)
	if d.post == nil && len(whom.people) > 0 {
		d.post = postOfLast(s, whom.hi)
	}
	if givesNone(s, d, v, &whom, notice) {
		return nil
	}
	d.add(v.Object, &whom)
	if d.post == nil {
		d.post = s.postOf(&whom)
	}
	s.appointedFrom(d, &whom)
	d.bodies, d.listed = nil, goesOn
	s.addDecider(d, &x)
	s.addAgency(d)
	if d.size() == 0 {
		return nil
	}
	return append([]*draft{d}, append(s.apart(d, &whom), s.others(d, &whom)...)...)
}

// announced gives for whom somebody speaks who says what they have done, or him who speaks for no body:
// Thủ tướng A thông báo đã bổ nhiệm B.
func (s *sides) announced(x side) side {
	y := s.reported(x)
	if y.size() == 0 && !y.empty() {
		status := y.status
		y = s.before(y.hi)
		y.status = status
	}
	return y
}

// chosenIs reads "Người được chọn thay thế là A", "Người được bổ nhiệm làm Bộ trưởng Bộ X là A".
func chosenIs(s *sentence, k int) []*draft {
	const far = 14 // items
	j, who := s.until(k+1, far, isPerson), s.at(k-2)
	switch is := s.passBack(j, isOffice); {
	case j < 0, s.items[k].verb.Kind != "appointment", !s.has(k-1, isPassive), who.frame&relative == 0, formerly(&s.line, k-2), !s.only(k-2, fronting):
		return nil
	case !s.has(is-1, isPost), s.until(k+1, is-k-1, isComma|isMark|isReport|isWish) >= 0:
		return nil
	}
	d := s.draft("appointment", k-2, k, j+1, statusOf(s.at(k-1), ""))
	d.addOne(s.items[k].verb.Object, s.items[j].of)
	if first := s.postBehind(k); first >= 0 && first < j-1 {
		d.post = s.postAt(first)
	}
	if d.post == nil && !slices.ContainsFunc(s.items[k:j], func(x item) bool { return x.frame&succeeds != 0 }) {
		return nil // Người được chọn năm ngoái là A
	}
	s.addAgency(d)
	return []*draft{d}
}

// givesNone tells whether a verb of offices gives none: no office and nobody is told, or what
// somebody is to do. With nobody before it, both must be: Bổ nhiệm A làm Tư lệnh.
func givesNone(s *sentence, d *draft, v *lexicon.Verb, whom *side, notice bool) bool {
	switch nobody := len(whom.people) == 0; {
	case notice:
		return nobody || d.post == nil && (v.Kind != "departure" || s.postOf(whom) == nil)
	case v.Task && nobody:
		return true // cử 2 cán bộ điều tra đến hiện trường
	case d.post != nil, v.Alone:
		return false
	default:
		return nobody || v.Task || v.Kind == "appointment" && toldOtherwise(s, d.at, whom)
	}
}

// postOfLast gives the office that the sentence told last, where words behind item k say that it
// is the same: bầu B giữ chức vụ này.
func postOfLast(s *sentence, k int) *boctin.Post {
	const most = 14
	for j := k; j < min(len(s.items), k+most); j++ {
		switch x := &s.items[j]; {
		case x.frame&(sameOffice|succeeds) != 0:
			if last := s.lastTold(); last != nil {
				return last.post
			}
			return nil
		case x.is(isVerb | isReport | isMark):
			return nil
		}
	}
	return nil
}

// toldOtherwise tells whether an appointment at item k is none: what somebody is only sent for, or words that say something
// else before him.
func toldOtherwise(s *sentence, k int, whom *side) bool {
	return sentOn(&s.line, whom.hi) || wordsBetween(&s.line, k, whom.lo)
}

// wordsBetween tells whether words that say something else part the verb at item k from whom item
// j names: điều động 50 chiến sĩ hỗ trợ A; but bổ nhiệm đối với A.
func wordsBetween(l *line, k, j int) bool {
	const few = 2
	return l.until(k+1, j-k-1, isAnd|isComma|isMark|isVerb|isDecision) < 0 && l.items[j].from-l.items[k].to > few
}

// sentOn tells whether what stands from item k on only says what somebody is to do: phân công
// Bộ trưởng A thay mặt Chính phủ trả lời.
func sentOn(l *line, k int) bool {
	const most = 24 // items of an apposition
	for ; k < min(len(l.items), k+most); k++ {
		switch x := &l.items[k]; {
		case x.frame&charge != 0:
			return false
		case x.frame&(errand|chairs) != 0, x.is(isReport | isWish | isSpeech):
			return true
		case x.is(isPart | isPost | isMove | isVerb | isMark):
			return false
		}
	}
	return false
}

// apart takes out of a draft those behind the first who have an office of their own: … chức
// Chủ tịch HĐND đối với A và Chủ tịch UBND đối với B.
func (s *sentence) apart(d *draft, whom *side) (list []*draft) {
	for k := s.until(whom.lo, whom.hi-whom.lo, isPerson) + 1; k > 0 && k < whom.hi; k++ {
		one := side{lo: k, hi: k + 1}
		post := s.postOf(&one)
		if post == nil {
			continue
		}
		e := *d
		e.post, e.fromPost, e.bodies = post, nil, slices.Clone(d.bodies)
		e.args = slices.DeleteFunc(slices.Clone(d.args), func(x arg) bool { return x.role == d.args[0].role && x.of != s.items[k].of })
		d.args = slices.DeleteFunc(d.args, func(x arg) bool { return x.of == s.items[k].of })
		list = append(list, &e)
	}
	return list
}

// begun tells whether somebody acts before the verb at item k, or a headline leaves out
// who does.
func (s *sentence) begun(k int, x *side) bool {
	if s.has(k+1, isOf) && s.items[k].verb.Bare {
		return false // kỷ luật của Đảng
	}
	return x.acts() || s.begins(k) || punishes(s, k) || announcedBehind(&s.line, k) >= 0
}

// punishes tells whether a sentence begins with the verb of a discipline at item k and names whom
// it strikes, as what a committee has decided is listed: Thi hành kỷ luật cảnh cáo đối với ông A.
func punishes(s *sentence, k int) bool {
	return s.items[k].frame&takesMeasure != 0 && s.only(k, isDate|isComma|isAux|isDecision|isVerb|isLower) && len(s.sufferer(k).people) > 0
}

// rankGiven reads "Chủ tịch nước trao quyết định thăng cấp bậc hàm Thượng tướng
// đối với A".
func rankGiven(s *sentence, k int) []*draft {
	list := given(s, k)
	if len(list) > 0 && list[0].rank == "" && (len(list[0].args) == 0 || !s.decidedOn(k)) {
		return nil
	}
	return list
}

// decidedOn tells whether it is a decision that the verb at item k tells of: trao quyết định về việc | thăng cấp bậc hàm
// cấp tướng cho 9 sĩ quan.
func (s *sentence) decidedOn(k int) bool {
	first := s.passBack(k, isUnder|isLower)
	return s.has(first, isDecision) || s.has(first-1, isDecision)
}

// given reads a verb whose subject gives something to somebody: "Ban Bí thư quyết định
// khai trừ Đảng đối với A", "A trao Huân chương Hồ Chí Minh tặng B".
func given(s *sentence, k int) []*draft {
	v, x := s.items[k].verb, s.givenBy(k)
	if x.empty() && s.happened(x.lo, k) {
		x = s.reported(x)
	}
	if !s.begun(k, &x) {
		return nil
	}
	whom := s.struckBy(k, &x)
	d := s.draft(v.Kind, min(x.lo, whom.lo), k, max(k+1, whom.hi), x.status)
	d.add(v.Object, &whom)
	d.add(v.Subject, &x)
	s.takes(d, k)
	if d.size() == 0 {
		return nil
	}
	return []*draft{d}
}

// receives reads "Bộ Tư lệnh đón nhận Huân chương", "A nhận kỷ luật khiển trách".
func receives(s *sentence, k int) []*draft {
	x := s.before(k)
	if !x.named() {
		return nil
	}
	d := s.draft(s.items[k].verb.Kind, x.lo, k, k+1, x.status)
	d.add(s.items[k].verb.Subject, &x)
	s.takes(d, k)
	return []*draft{d}
}

// officeToo reads the second half of "A được phân công làm X, thôi giữ chức Y": it is of him
// whom the first was of.
func officeToo(s *sentence, k int) []*draft {
	v, x := s.items[k].verb, s.before(k)
	first := s.lastTold()
	if !x.empty() || !s.has(x.lo-1, isComma|isAnd) || first == nil {
		return nil
	}
	d := s.draft(v.Kind, x.lo, k, k+1, x.status)
	for _, y := range first.args {
		if y.role == "appointee" || y.role == "subject" {
			d.addOne(cmp.Or(v.Object, v.Subject), y.of)
		}
	}
	s.takes(d, k)
	if d.kind == first.kind || d.post == nil {
		return nil
	}
	d.bodies, d.day, d.place = nil, first.day, first.place
	s.addAgency(d)
	return []*draft{d}
}

// lastTold gives what the sentence told last, if it was of offices.
func (s *sentence) lastTold() *draft {
	if len(s.told) == 0 {
		return nil
	}
	d := s.told[len(s.told)-1]
	if d.page != s.number || d.line != s.index || d.kind != "appointment" && d.kind != "departure" {
		return nil
	}
	return d
}
