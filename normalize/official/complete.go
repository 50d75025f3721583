package official

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/rule"
	"github.com/boctin/boctin/normalize/viet"
)

// lookup is a post whose text names no body in full.
type lookup struct {
	*settling
	p *person
	x *holding
}

// agencyRule finds the body of such a post; it tells whether no further rule need
// be asked.
type agencyRule = func(l lookup) bool

func agencyRules() rule.Table[agencyRule] {
	return rule.Table[agencyRule]{
		// Chủ tịch Đà Nẵng
		rule.Of("agency/of-place", lookup.ofPlace),
		// HĐND tỉnh A bầu B làm Chủ tịch tỉnh
		rule.Of("agency/of-level", lookup.ofLevel),
		// Xã A: Bí thư B, Chủ tịch UBND C
		rule.Of("agency/of-heading", lookup.ofHeading),
		// Chính ủy Vùng, where the article names Vùng 4 Hải quân
		rule.Of("agency/kind-alone", func(l lookup) bool {
			if l.x.body >= 0 || !l.generic() {
				return false
			}
			return l.take(l.nearestOf(l.ofKind()))
		}),
		// Bí thư Đảng ủy, where UBND phường A is named
		rule.Of("agency/committee-of-ward", lookup.committeeOfWard),
		// Trưởng ban Tổ chức, where Tỉnh ủy A is named beside
		rule.Of("agency/office-of-committee", lookup.officeOfCommittee),
		// Điều tra viên A (Đội B Công an tỉnh C)
		rule.Of("agency/in-brackets", lookup.inBrackets),
		// Thứ trưởng A của Bộ B
		rule.Of("agency/of-behind", lookup.ofBehind),
		// Phó Giám đốc Trung tâm, behind Trung tâm Y tế huyện A
		rule.Of("agency/kind-before", func(l lookup) bool { return l.take(l.ofKindBefore()) }),
		rule.Of("agency/known", func(l lookup) bool { return l.x.name != "" && !l.x.office.Back || l.x.office.Entry.Ruler() }),
		// Phó Tư lệnh kiêm Tham mưu trưởng Quân khu 7
		rule.Of("agency/also", lookup.shares),
		// Chủ tịch …, Chủ tịch UBND tỉnh A: it is that one
		rule.Of("agency/fuller-post", func(l lookup) bool { return slices.ContainsFunc(l.p.posts, l.x.within) }),
		// miễn nhiệm Bộ trưởng Quốc phòng A, bổ nhiệm ông B, Thứ trưởng Bộ Công an, làm Bộ trưởng
		rule.Of("agency/vacated", lookup.vacated),
		// Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh A
		rule.Of("agency/beside", func(l lookup) bool { return l.take(l.beside()) }),
		// A, Trưởng phòng Quản lý đô thị, … Phó Trưởng phòng
		rule.Of("agency/unit-beside", func(l lookup) bool {
			l.x.name = l.unitBeside()
			return l.x.name != ""
		}),
		// Phó Chính ủy, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy Bộ đội Biên phòng tỉnh A
		rule.Of("agency/named-beside", func(l lookup) bool {
			l.x.name = l.namedBeside()
			return l.x.name != ""
		}),
		// Bí thư, Chủ tịch HĐND phường A
		rule.Of("agency/committee-beside", func(l lookup) bool {
			l.x.name = l.committeeBeside()
			return l.x.name != ""
		}),
		// Chủ tịch Quốc hội Lào A, Phó Chủ tịch B
		rule.Of("agency/deputy-beside", lookup.deputyBeside),
		// A, nguyên Chủ tịch, và B, nguyên Phó Chủ tịch UBND huyện C
		rule.Of("agency/deputy-behind", deputyBehind),
		// A, Phó Giám đốc và B, Giám đốc Công ty C
		rule.Of("agency/company-behind", func(l lookup) bool {
			o := l.behind()
			if o != nil {
				l.x.name = o.Body
			}
			return o != nil
		}),
		// Phó Chính ủy giữ chức Chính ủy Hải đoàn 28: he leaves it for that one
		rule.Of("agency/left-for", func(l lookup) bool { return slices.ContainsFunc(l.x.at.Offices, l.x.leftFor) }),
		// Chủ tịch Hồ Chí Minh
		rule.Of("agency/of-state", func(l lookup) bool {
			return l.x.office.Entry.OfState && l.grammar.LeaderState(l.p.key) != ""
		}),
		// Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ A
		rule.Of("agency/leads-on", func(l lookup) bool { return slices.ContainsFunc(l.x.at.Offices, l.x.leadsOn) }),
		// A, Phó Chủ tịch UBND tỉnh, là Trưởng ban: of no office of the party
		rule.Of("agency/beside-government", lookup.besideGovernment),
		// Giám đốc Sở Y tế Hà Nội; where nobody is named with it
		rule.Of("agency/post-without-person", func(l lookup) bool {
			o := l.unnamed()
			if o != nil {
				l.x.name, l.x.where = o.Body, named(o)
				l.take(o.Agency)
			}
			return o != nil
		}),
		// Bí thư, Chủ tịch Hội đồng thành viên Tập đoàn A: of the party there
		rule.Of("agency/beside-company", func(l lookup) bool { return slices.ContainsFunc(l.x.at.Offices, l.x.beforeCompany) }),
		rule.Of("agency/nearest", func(l lookup) bool {
			l.x.guessed = !l.x.ofEach() && l.take(l.nearest())
			return l.x.guessed
		}),
		// Ban Chấp hành Đảng bộ phường A họp; Bí thư B
		rule.Of("agency/of-organisation", ofOrganisation),
		// đại biểu A (đoàn B)
		rule.Of("agency/delegated", lookup.delegated),
		// đại biểu A (Đoàn đại biểu Quốc hội tỉnh B)
		rule.Of("agency/within", func(l lookup) bool {
			l.x.guessed = l.take(l.nearestOf(l.parts()))
			return l.x.guessed
		}),
	}
}

// complete finds the body of a bare title.
func (s *settling) complete(p *person, x *holding) {
	l := lookup{s, p, x}
	for _, r := range s.rules.agencies {
		if r.Do(l) {
			return
		}
	}
}

// take gives the post its body, if there is one.
func (l lookup) take(body int) bool {
	if body < 0 {
		return false
	}
	l.assign(l.x, body, l.p.country)
	return true
}

// generic tells whether the text names only the kind of body: Tỉnh ủy.
func (l lookup) generic() bool {
	return slices.Contains(l.homes(l.x).Of, viet.PhraseKey(l.x.name))
}

// ofKind gives the bodies of the kind that the post names: Đảng ủy xã A for Đảng ủy, no Thành ủy.
func (l lookup) ofKind() []int {
	return slices.DeleteFunc(slices.Clone(l.fitting(l.x)), func(b int) bool { return !l.ofSort(b) })
}

// ofSort tells whether a body, or a short way of writing its name, begins with the kind that the
// post names: Bộ Tư lệnh Vùng 4 Hải quân, which is Vùng 4 Hải quân.
func (l lookup) ofSort(body int) bool {
	if beginsWith(l.bodies.key(body), l.x.name) {
		return true
	}
	entry := l.bodies.list[body].Entry
	return entry != nil && slices.ContainsFunc(entry.Aliases, func(alias string) bool {
		return beginsWith(viet.PhraseKey(alias), l.x.name)
	})
}

// ofKindBefore gives the body named last before a post that names but the kind of its body.
func (l lookup) ofKindBefore() int {
	if l.x.body >= 0 || l.kinds[viet.PhraseKey(l.x.name)].kind == "" && !l.x.office.Private {
		return -1
	}
	at := position(l.x.office.Text.Number, l.x.office.From)
	best, nearest := -1, at
	for b := range l.bodies.list {
		if d := l.bodies.distance(b, at); d < nearest && beginsWith(l.bodies.key(b), l.x.name) {
			best, nearest = b, d
		}
	}
	return best
}

// within tells whether another post of the same person says the title and more.
func (x *holding) within(y *holding) bool {
	return y != x && y.name != "" && strings.HasPrefix(y.title, x.title)
}

// ofEach tells whether a post is said of several of whom each holds it in another body.
func (x *holding) ofEach() bool {
	o := x.office
	return o.Plural && !o.Deputy && !o.Entry.Many
}

// leftFor tells whether a later post of the same phrase is the one of that title to which
// its holder comes.
func (x *holding) leftFor(o phrase.Office) bool {
	return o.Entry == x.office.Entry && o.From > x.office.To && x.office.SameSentence(&o)
}

// shares gives a bare title the body of the post that kiêm joins to it.
func (l lookup) shares() bool {
	x := l.x
	at := slices.IndexFunc(x.at.Offices, func(o phrase.Office) bool { return o.From == x.office.From })
	for _, o := range x.at.Offices[at+1:] {
		if !o.Also {
			return false
		}
		if o.Agency >= 0 && l.fits(x, o.Agency) {
			l.assign(x, o.Agency, "")
			return true
		}
	}
	return false
}

// beside looks at the other posts of the same phrase, and what their bodies are
// part of; not at one that another sentence tells: A, Phó Chủ tịch, nói. Trước đó ông là Chủ tịch UBND huyện B.
func (l lookup) beside() int {
	for i := range l.x.at.Offices {
		if !l.x.office.SameSentence(&l.x.at.Offices[i]) {
			continue
		}
		for b := l.x.at.Offices[i].Agency; b >= 0; b = l.bodies.parent(b) {
			if l.fits(l.x, b) {
				return b
			}
		}
	}
	return -1
}

// besideGovernment gives a bare title the body named last that is no office of a party committee,
// where its holder has a post in the government of a place or the state beside it: no two such
// offices are held together.
func (l lookup) besideGovernment() bool {
	list := l.fitting(l.x)
	office := func(b int) bool { return l.bodies.list[b].Kind == "party-office" }
	if !slices.ContainsFunc(list, office) || !slices.ContainsFunc(l.x.at.Offices, l.governs) {
		return false
	}
	l.x.guessed = l.take(l.nearestOf(slices.DeleteFunc(slices.Clone(list), office)))
	return true
}

// governs tells whether a post is one in the government of a place or of the state.
func (l lookup) governs(o phrase.Office) bool {
	if o.Agency < 0 {
		return false
	}
	switch l.bodies.list[o.Agency].Kind {
	case "executive", "ministry", "government":
		return true
	}
	return false
}

// committeeBeside gives the party committee, if the title is one of it, of the place whose
// council or people's committee the first post of the phrase with a body names.
func (l lookup) committeeBeside() string {
	if beside := l.x.office.Beside(); beside != "" {
		return l.committeeOf(l.expanded(beside))
	}
	for _, y := range l.p.posts {
		if y.at == l.x.at && y.name != "" {
			return l.committeeOf(y.name)
		}
	}
	return ""
}

// committeeOf gives the party committee of the place of a body, if the title is one of it.
func (l lookup) committeeOf(body string) string {
	committee := l.seats.committee(l.seats.place(body))
	if !l.homes(l.x).Hold(viet.PhraseKey(committee)) {
		return ""
	}
	return committee
}

// behind looks at the posts further on in the sentence: of several directors of
// one company the last alone may name it.
func (l lookup) behind() *phrase.Office {
	if !l.x.office.Entry.Weak {
		return nil
	}
	if i := slices.IndexFunc(l.private, l.x.office.Precedes); i >= 0 {
		return l.private[i]
	}
	return nil
}

// deputyBeside gives a bare deputy, who has no post in a company, the body of the one above him
// who was named last in the sentence.
func (l lookup) deputyBeside() bool {
	above, deputy := strings.CutPrefix(l.x.title, lexicon.Deputy+" ")
	if !deputy || slices.ContainsFunc(l.x.at.Offices, func(o phrase.Office) bool { return o.Private }) {
		return false
	}
	for _, o := range slices.Backward(l.heads) {
		if o.Precedes(l.x.office) && oneTitle(above, o.Title) && o.Entry.Unit == l.x.office.Entry.Unit {
			l.assign(l.x, o.Agency, "")
			return true
		}
	}
	return false
}

// vacated gives a bare title to which somebody comes the body of the same one that the sentence took away
// from another before.
func (l lookup) vacated() bool {
	x := l.x
	for _, o := range slices.Backward(l.heads) {
		if o.Entry == x.office.Entry && o.Precedes(x.office) && o.From < x.at.From && x.office.From > x.at.Name.From && o.Text.Around().TakenAway(o.From) {
			l.assign(x, o.Agency, "")
			return true
		}
	}
	return false
}

// unnamed looks for the title with its body where no person is named.
func (l lookup) unnamed() *phrase.Office {
	if l.x.ofEach() {
		return nil // các bộ trưởng A, B
	}
	for _, o := range l.loose {
		switch {
		case o.Place, o.Title != l.x.title, o.Agency >= 0 && !l.bodies.serves(o.Agency, l.p.country):
		default:
			return o
		}
	}
	return nil
}

// nearest gives the body that fits and was named last before the post, or else
// first behind it.
func (l lookup) nearest() int { return l.nearestOf(l.fitting(l.x)) }

func (l lookup) nearestOf(bodies []int) int {
	best, distance := -1, 0
	at := l.bodies.at(l.x.at)
	for _, b := range bodies {
		if !l.free(b) {
			continue
		}
		if best >= 0 && l.x.office.Entry.Sole {
			return -1
		}
		if d := l.bodies.distance(b, at); best < 0 || d < distance {
			best, distance = b, d
		}
	}
	return best
}

// free tells whether a body may be that of the post: one of the person's state, in which
// nobody holds the title, if one alone can.
func (l lookup) free(body int) bool {
	switch {
	case !l.bodies.serves(body, l.p.country):
		return false
	case l.x.office.Entry.Many, strings.HasPrefix(l.x.title, lexicon.Deputy):
		return true
	}
	return !l.taken[[2]string{l.x.title, l.bodies.list[body].ID}]
}

// parts gives the parts of a title's bodies that stand for them.
func (l lookup) parts() (list []int) {
	for _, part := range l.x.office.Entry.Within {
		for b := range l.bodies.list {
			if beginsWith(l.bodies.key(b), part) {
				list = append(list, b)
			}
		}
	}
	return list
}

func (s *settling) homes(x *holding) phrase.Homes { return s.grammar.Homes(x.office.Entry) }

// fits tells whether the title belongs to bodies of that name.
func (s *settling) fits(x *holding, body int) bool { return s.homes(x).Hold(s.bodies.key(body)) }

// beginsWith tells whether the name behind a key begins with some words.
func beginsWith(key, words string) bool {
	return strings.HasPrefix(key, viet.PhraseKey(words)+" ")
}

// fitting gives the bodies that a title belongs to, looked for once a title.
func (s *settling) fitting(x *holding) []int {
	post := x.office.Entry
	list, known := s.fit[post]
	if !known {
		for b := range s.bodies.list {
			if s.fits(x, b) {
				list = append(list, b)
			}
		}
		s.fit[post] = list
	}
	return list
}
