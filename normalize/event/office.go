package event

import (
	"strings"

	"github.com/boctin/boctin"
)

// officeOf reads "A giữ chức Chủ tịch", "A thôi giữ chức Bí thư", "A từ chức".
func officeOf(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if !v.Passive || v.Takes != "post" {
		return nil
	}
	x := s.before(k)
	headline := s.number == 0
	if v.Reach && (!headline || !s.has(k+1, isOffice)) {
		return nil
	}
	if x.aux&isLight != 0 || len(x.people) == 0 && (len(x.offices) == 0 || !headline) {
		return nil
	}
	if v.Kind == "appointment" && x.passive < 0 && !headline {
		return nil
	}
	d := s.draft(v.Kind, x.lo, k, k+1, x.status)
	d.add(v.Subject, &x)
	d.bodies = nil
	s.takes(d, k)
	if d.post != nil {
		s.addAgency(d, d.post.Agency)
	}
	return []*draft{d}
}

// takesOffice reads "Bộ Chính trị đồng ý để A thôi giữ chức", where a body decides.
func takesOffice(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if !v.Passive || v.Takes != "post" {
		return nil
	}
	x := s.before(k)
	by := s.decider(x.lo)
	if len(x.people) == 0 || by.empty() {
		return nil
	}
	d := s.draft(v.Kind, by.lo, k, k+1, statusOr(x.status, by.status))
	d.add(v.Subject, &x)
	d.bodies = nil
	s.addDecider(d, &by)
	s.takes(d, k)
	if d.post != nil {
		s.addAgency(d, d.post.Agency)
	}
	return []*draft{d}
}

// decider gives who decided what begins at item k: only words of decision stand
// between.
func (s *sentence) decider(k int) side {
	j := k
	for j > 0 && s.has(j-1, isDecision|isLight|isAux|isNoun|isPart|isUnder|isPlanned|isDate|isLower|isVerb|isNumber) && !s.has(j-1, isPlain|isWish|isReport) && k-j < 12 {
		j--
	}
	if j == k {
		return side{lo: k, hi: k, passive: -1}
	}
	x := s.before(j)
	if !x.named() && len(x.offices) == 0 {
		return side{lo: k, hi: k, passive: -1}
	}
	return x
}

func (s *sentence) addDecider(d *draft, by *side) {
	role := "by"
	if d.kind == "appointment" {
		role = "appointer"
	}
	if len(by.people) > 0 && len(by.bodies) > 0 {
		by.people = by.people[:1]
	}
	d.add(role, by)
}

// officeGiven reads "HĐND bầu A giữ chức Chủ tịch", "miễn nhiệm chức vụ đối với A".
func officeGiven(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if v.Passive || v.Takes != "post" {
		return nil
	}
	x := s.givenBy(k)
	if x.passive >= 0 {
		return nil
	}
	whom := s.sufferer(k)
	d := s.draft(v.Kind, x.lo, k, max(whom.hi, k+1), x.status)
	s.takes(d, k)
	if len(whom.people) == 0 && d.post == nil && !v.Alone || x.empty() && !s.begins(k) {
		return nil
	}
	d.add(v.Object, &whom)
	if d.post == nil {
		d.post = s.postOf(&whom)
	}
	d.bodies = nil
	s.addDecider(d, &x)
	if d.post != nil && d.post.Agency != "" {
		s.addAgency(d, d.post.Agency)
	}
	if len(d.args)+len(d.bodies) == 0 {
		return nil
	}
	return append([]*draft{d}, s.others(d, &whom)...)
}

// givenBy gives who acts, right before the verb or before words of decision.
func (s *sentence) givenBy(k int) side {
	x := s.subject(k)
	if x.empty() {
		if y := s.decider(k); !y.empty() {
			return y
		}
	}
	return x
}

func (s *sentence) addAgency(d *draft, id string) {
	for i := range s.in.Agencies {
		if s.in.Agencies[i].ID == id {
			d.bodies = appendNew(d.bodies, i)
		}
	}
}

// sufferer gives whom the verb at item k strikes: right behind it, or behind
// "đối với", "cho".
func (s *sentence) sufferer(k int) side {
	x := s.after(k)
	if len(x.people) > 0 {
		return x
	}
	for j := k + 1; j < min(len(s.items), k+16); j++ {
		if s.has(j, isReport|isMark) && !s.has(j, isOn|isTo) {
			break
		}
		if s.has(j, isOn|isTo) {
			for s.has(j+1, isLower|isNumber) {
				j++
			}
			if y := s.after(j); len(y.people) > 0 {
				return y
			}
		}
		if s.has(j, isPerson) && s.has(j-1, isOffice|isPost|isLower|isRank|isRankWord) {
			y := s.after(j - 1)
			return y
		}
	}
	x.people = nil
	return x
}

// others reads the rest of a list: "… chức Chủ tịch HĐND đối với A và Chủ tịch UBND
// đối với B".
func (s *sentence) others(d *draft, whom *side) []*draft {
	if whom.empty() || !s.has(whom.hi, isAnd|isComma) && !s.has(whom.hi-1, isOffice) {
		return nil
	}
	for j := whom.hi - 1; j < min(len(s.items), whom.hi+4); j++ {
		if s.has(j, isOffice) && s.has(j+1, isOn) {
			y := s.after(j + 1)
			if len(y.people) == 0 {
				return nil
			}
			e := *d
			e.args, e.bodies, e.post = nil, nil, s.postAt(j)
			e.args = append(e.args, arg{y.people[0], d.args[0].role})
			e.bodies = append(e.bodies, d.bodies...)
			return []*draft{&e}
		}
	}
	return nil
}

// takes reads what a verb of office, rank or measure is about.
func (s *sentence) takes(d *draft, k int) {
	switch s.items[k].verb.Takes {
	case "post":
		s.takesPost(d, k)
	case "rank":
		s.takesRank(d, k)
	case "measure":
		d.measure = s.measure(k)
	}
}

// takesPost reads the office behind the verb at item k.
func (s *sentence) takesPost(d *draft, k int) {
	for j := k + 1; j < min(len(s.items), k+14); j++ {
		if s.has(j, isReport|isMark|isVerb) && !s.has(j, isPost) {
			return
		}
		if s.has(j, isOffice) && (s.has(j-1, isPost|isVerb|isAux|isLower|isNumber|isComma) || j == k+1) {
			d.post = s.postAt(j)
			d.to = max(d.to, s.items[j].to)
			return
		}
	}
}

// postOf gives the office that stands before the name of the first of a side.
func (s *sentence) postOf(x *side) *boctin.Post {
	for k := x.lo; k < x.hi; k++ {
		if !s.has(k, isPerson) {
			continue
		}
		written := s.text.Slice(s.items[k].from, s.items[k].to)
		for _, p := range s.in.Officials[s.items[k].of].Posts {
			if p.Text != "" && strings.HasPrefix(written, p.Text) {
				return &boctin.Post{Title: p.Title, Agency: p.Agency, AgencyName: p.AgencyName, Text: p.Text}
			}
		}
		return nil
	}
	return nil
}

// postAt gives the office at item j.
func (s *sentence) postAt(j int) *boctin.Post {
	x := &s.items[j]
	post := &boctin.Post{Title: x.name, Text: s.text.Slice(x.from, x.to)}
	if len(x.bodies) > 0 {
		a := &s.in.Agencies[x.bodies[0]]
		post.Agency, post.AgencyName = a.ID, a.Name
	}
	return post
}

// rankGiven reads "Chủ tịch nước trao quyết định thăng cấp bậc hàm Thượng tướng
// đối với A".
func rankGiven(s *sentence, k int) []*draft {
	if s.items[k].verb.Takes != "rank" {
		return nil
	}
	d := s.givenTo(k)
	if d == nil || d.rank == "" && len(d.args) < 2 {
		return nil
	}
	return []*draft{d}
}

// givenTo makes the event of a verb whose subject gives something to somebody.
func (s *sentence) givenTo(k int) *draft {
	v := s.items[k].verb
	x := s.givenBy(k)
	if x.passive >= 0 || x.empty() && !s.begins(k) {
		return nil
	}
	whom := s.sufferer(k)
	d := s.draft(v.Kind, x.lo, k, max(k+1, whom.hi), x.status)
	d.add(v.Object, &whom)
	d.add(v.Subject, &x)
	s.takes(d, k)
	if len(d.args)+len(d.bodies) == 0 {
		return nil
	}
	return d
}

// takesRank reads "từ Đại tá lên Thiếu tướng".
func (s *sentence) takesRank(d *draft, k int) {
	for j := k + 1; j < min(len(s.items), k+8); j++ {
		if s.has(j, isPerson) && d.rank == "" {
			d.rank = s.rankBefore(j)
		}
		if !s.has(j, isRank) {
			continue
		}
		if s.has(j-1, isRankWord) && s.word(j-1) == "từ" {
			d.fromRank = s.items[j].name
			continue
		}
		if d.rank == "" {
			d.rank = s.items[j].name
		}
	}
}

// rankBefore gives the rank that stands before the name at item j: "lên Thượng tướng
// cho đồng chí A".
func (s *sentence) rankBefore(j int) string {
	written := s.text.Slice(s.items[j].from, s.items[j].to)
	for _, r := range s.in.Officials[s.items[j].of].Ranks {
		if strings.HasPrefix(written, r) {
			return r
		}
	}
	return ""
}

// disciplined reads "Ban Bí thư quyết định khai trừ Đảng đối với A".
func disciplined(s *sentence, k int) []*draft {
	if s.items[k].verb.Takes != "measure" {
		return nil
	}
	if d := s.givenTo(k); d != nil {
		return []*draft{d}
	}
	return nil
}

// measure is the discipline itself, as written.
func (s *sentence) measure(k int) string {
	text := s.text.Slice(s.items[k].from, s.items[k].to)
	for _, general := range []string{"kỷ luật", "thi hành", "xem xét"} {
		if len(text) >= len(general) && text[:len(general)] == general {
			return ""
		}
	}
	return text
}

// awarded reads "A trao Huân chương Hồ Chí Minh tặng B".
func awarded(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if v.Takes != "award" {
		return nil
	}
	if v.Passive {
		x := s.before(k)
		if !x.named() {
			return nil
		}
		d := s.draft(v.Kind, x.lo, k, k+1, x.status)
		d.add(v.Subject, &x)
		return []*draft{d}
	}
	if d := s.givenTo(k); d != nil {
		return []*draft{d}
	}
	return nil
}

// ofCase reads what police, prosecutors and courts do.
func ofCase(s *sentence, k int) []*draft {
	v := s.items[k].verb
	if v.Takes != "case" {
		return nil
	}
	x := s.subject(k)
	if x.empty() && s.has(x.lo-1, isReport) {
		x = s.before(x.lo - 1)
	}
	if x.passive >= 0 || !x.named() {
		return nil
	}
	whom := s.sufferer(k)
	d := s.draft(v.Kind, x.lo, k, k+1, x.status)
	if v.Planned {
		d.status = planned
	}
	d.add(v.Object, &side{people: whom.people})
	d.add(v.Subject, &x)
	return []*draft{d}
}
