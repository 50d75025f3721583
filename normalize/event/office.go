package event

import (
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/reading"
)

// office reads the posts, ranks and measures that a verb of a line is about.
type office struct{ setting }

// takes reads what a verb of office, rank or measure is about.
func (s *office) takes(d *draft, k int) {
	switch s.items[k].verb.Takes {
	case "post":
		s.takesPost(d, k)
	case "rank":
		s.takesRank(d, k)
	case "measure":
		d.measure = s.measure(k)
	}
}

// beforePost are what may stand between a verb and the office that it gives.
const beforePost = isPost | isVerb | isAux | isLower | isNumber | isComma

// takesPost reads the office behind the verb at item k.
func (s *office) takesPost(d *draft, k int) {
	if j := s.postBehind(k); j >= 0 {
		d.post = s.postAt(j)
		d.to = max(d.to, s.items[j].to)
	}
}

// postBehind gives the office that a verb at item k gives or takes: the one behind "giữ
// chức", "làm", or else the first; -1 if there is none.
func (s *office) postBehind(k int) int {
	first := -1
	end := k + 14
	for j := k + 1; j < min(len(s.items), end); j++ {
		switch {
		case s.opensBracket(j):
			closes := s.closesBracket(j)
			end, j = end+closes-j, closes // bổ nhiệm A (55 tuổi, quê B) giữ chức
		case s.at(j).frame&crowd != 0, s.has(j, isPost), s.has(j, isMove):
		case j == k+2 && s.runs(k+1, isAnd, isVerb): // miễn nhiệm và bầu Ủy viên
		case s.text.Is(s.items[j].from, reading.Dash): // Trung tâm Giáo dục - Dạy nghề
		case s.has(j, isReport|isMark|isVerb), s.at(j).frame&vacant != 0:
			return first
		case s.runs(j-1, isPost, isOffice):
			return j
		case first < 0 && s.runs(j-1, beforePost, isOffice) && !heldBefore(&s.line, j):
			first = j
		}
	}
	return first
}

// heldBefore tells whether the office at item j is one that somebody held: nguyên Giám đốc.
func heldBefore(l *line, j int) bool {
	x := l.at(j)
	p := l.longest(l.text, x.from, x.to-x.from)
	return p.is(isHolding)
}

// closesBracket gives the item that closes the bracket that opens at item k, k where none does.
func (s *office) closesBracket(k int) int {
	const most = 60
	for j := k + 1; j < min(len(s.items), k+most); j++ {
		if s.text.Is(s.items[j].from, reading.Closing) {
			return j
		}
	}
	return k
}

// postOf gives the office that stands before the name of the first of a side.
func (s *office) postOf(x *side) *boctin.Post {
	k := s.until(x.lo, x.hi-x.lo, isPerson)
	if k < 0 {
		return nil
	}
	written, posts := s.written(k, k+1), s.in.Officials[s.items[k].of].Posts
	i := slices.IndexFunc(posts, func(p boctin.Post) bool { return p.Text != "" && strings.HasPrefix(written, p.Text) })
	if i < 0 {
		return nil
	}
	p := &posts[i]
	return &boctin.Post{Title: p.Title, Agency: p.Agency, AgencyName: p.AgencyName, Text: p.Text}
}

// acting tells whether somebody stands at item k behind an office that he holds for the time
// being: giao | quyền Giám đốc Sở Xây dựng cho ông A.
func (s *office) acting(k int) bool {
	if !s.has(k, isPerson) {
		return false
	}
	p := s.postOf(&side{lo: k, hi: k + 1})
	return p != nil && slices.ContainsFunc(s.in.Officials[s.items[k].of].Posts, func(o boctin.Post) bool { return o.Acting && o.Text == p.Text })
}

// postAt gives the office at item j, as an official has it where it stands: Phó Bí thư thường trực Tỉnh ủy; Trưởng
// ban Chỉ đạo X.
func (s *office) postAt(j int) *boctin.Post {
	x := &s.items[j]
	post := &boctin.Post{Title: x.name, Text: s.written(j, j+1)}
	if p := s.heldAs(j, len(post.Text)); p != nil {
		post.Title = p.Title
		if len(x.bodies) == 0 && p.AgencyName != "" {
			post.Agency, post.AgencyName, post.Text = p.Agency, p.AgencyName, p.Text
		}
	}
	if len(x.bodies) > 0 {
		a := &s.in.Agencies[x.bodies[0]]
		post.Agency, post.AgencyName = a.ID, a.Name
	}
	return post
}

// heldAs gives the post of an official that is written from item j on, in no fewer bytes than least; nil where none is.
func (s *office) heldAs(j, least int) *boctin.Post {
	const most = 40 // tokens
	from := s.items[j].from
	written := s.text.Slice(from, min(from+most, len(s.text.Tokens)))
	for i := range s.in.Officials {
		posts := s.in.Officials[i].Posts
		for k := range posts {
			if len(posts[k].Text) >= least && strings.HasPrefix(written, posts[k].Text) {
				return &posts[k]
			}
		}
	}
	return nil
}

// fromPost gives the post that stands with the name of the first of a side, where it is
// not the one that he gets: Đại tá A, Phó Giám đốc, được bổ nhiệm giữ chức Giám đốc.
func (s *office) fromPost(d *draft, x *side) *boctin.Post {
	k := s.until(x.lo, x.hi-x.lo, isPerson)
	if k < 0 || d.post == nil {
		return nil
	}
	written := s.written(k, k+1)
	for _, p := range s.in.Officials[s.items[k].of].Posts {
		if p.Text != "" && p.Agency != "" && !s.given(d.post, &p) && strings.Contains(written, p.Text) {
			return &boctin.Post{Title: p.Title, Agency: p.Agency, AgencyName: p.AgencyName, Text: p.Text}
		}
	}
	return nil
}

// leavesPost gives a departure the office that stands with the name of the only one who leaves, where the verb does not say
// which: Ông A, Phó Giám đốc Sở Y tế, nghỉ hưu; but not that of a seat besides, or of one who had left before.
func (s *office) leavesPost(d *draft, x *side) {
	k := s.until(x.lo, x.hi-x.lo, isPerson)
	switch {
	case k < 0, len(x.people) > 1, d.kind != "departure", d.post != nil:
		return
	}
	written := s.written(k, k+1)
	for _, p := range s.in.Officials[s.items[k].of].Posts {
		switch {
		case p.Text == "", p.Former, s.seats[p.Title], !strings.Contains(written, p.Text):
		default:
			d.post = &boctin.Post{Title: p.Title, Agency: p.Agency, AgencyName: p.AgencyName, Text: p.Text}
			return
		}
	}
}

// appointedFrom gives an appointment the post from which somebody comes.
func (s *office) appointedFrom(d *draft, x *side) {
	if d.kind == "appointment" {
		d.fromPost = s.fromPost(d, x)
	}
}

// postless tells whether a draft is of an appointment to no office.
func (d *draft) postless() bool { return d.kind == "appointment" && d.post == nil }

// given tells whether a post is the one that is given, or of a committee that one sits in
// besides.
func (s *office) given(post, p *boctin.Post) bool {
	return p.Title == post.Title && p.Agency == post.Agency || s.seats[p.Title]
}

// addAgency adds the agency of a post.
func (s *office) addAgency(d *draft) {
	if d.post == nil {
		return
	}
	for i := range s.in.Agencies {
		if s.in.Agencies[i].ID == d.post.Agency {
			d.bodies = appendNew(d.bodies, i)
		}
	}
}

// addDecider adds who appointed or dismissed.
func (s *office) addDecider(d *draft, by *side) {
	role := "by"
	if d.kind == "appointment" {
		role = "appointer"
	}
	if len(by.people) > 0 && len(by.bodies) > 0 {
		by.people = by.people[:1]
	}
	d.add(role, by)
}

// others reads the rest of a list: "… chức Chủ tịch HĐND đối với A và Chủ tịch UBND
// đối với B".
func (s *office) others(d *draft, whom *side) []*draft {
	if whom.empty() {
		return nil
	}
	for j := whom.hi - 1; j < min(len(s.items), whom.hi+4); j++ {
		if !s.runs(j, isOffice, isOn) {
			continue
		}
		y := s.after(j + 1)
		if len(y.people) == 0 {
			return nil
		}
		e := *d
		e.args, e.bodies, e.post = []arg{{y.people[0], d.args[0].role}}, slices.Clone(d.bodies), s.postAt(j)
		return []*draft{&e}
	}
	return nil
}

// takesRank reads "từ Đại tá lên Thiếu tướng".
func (s *office) takesRank(d *draft, k int) {
	for j := k + 1; j < min(len(s.items), k+8); j++ {
		switch {
		case j == k+1 && s.has(j, isOffice):
			d.rank = s.items[j].name // phong hàm Đại sứ
		case s.has(j, isPerson) && d.rank == "":
			d.rank = s.rankBefore(j)
		case !s.has(j, isRank):
		case s.has(j-1, isFrom):
			d.fromRank = s.items[j].name
		case d.rank == "":
			d.rank = s.items[j].name
		}
	}
}

// rankBefore gives the rank that stands before the name at item j: "lên Thượng tướng
// cho đồng chí A".
func (s *office) rankBefore(j int) string {
	written, ranks := s.written(j, j+1), s.in.Officials[s.items[j].of].Ranks
	if i := slices.IndexFunc(ranks, func(r string) bool { return startsWith(written, r) }); i >= 0 {
		return ranks[i]
	}
	return ""
}

// measure is the discipline itself, as written: the verb, or what stands right behind it
// or behind "bằng hình thức".
func (s *office) measure(k int) string {
	switch {
	case !s.items[k].verb.Bare:
		return s.written(k, k+1)
	case s.has(k+1, isVerb):
		return s.measureAt(k + 1)
	}
	for j := k + 1; j < min(len(s.items), k+24); j++ {
		if s.items[j].frame&form != 0 {
			return s.measureAt(j + 1)
		}
	}
	return ""
}

// measureAt gives the measure at item j: hình thức (kỷ luật) cảnh cáo, cách chức.
func (s *office) measureAt(j int) string {
	for s.has(j, isVerb) && s.items[j].verb.Bare {
		j++
	}
	if s.at(j).frame&(takesMeasure|takesPost) == 0 {
		return ""
	}
	return s.written(j, j+1)
}
