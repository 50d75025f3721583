package official

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// agencyRule finds the body of a post whose text names none in full; it tells
// whether no further rule need be asked.
type agencyRule struct {
	name  string
	finds func(s *settling, p *person, x *holding) bool
}

func agencyRules() []agencyRule {
	return []agencyRule{
		// Chủ tịch Đà Nẵng
		{"agency/of-place", func(s *settling, _ *person, x *holding) bool {
			if x.office.Place {
				s.completePlace(x)
			}
			return x.office.Place
		}},
		// Bí thư Tỉnh ủy, where the article names Tỉnh ủy A
		{"agency/kind-alone", func(s *settling, p *person, x *holding) bool {
			return x.body < 0 && s.generic(x) && s.assignTo(x, s.nearest(x, p), p.country)
		}},
		{"agency/known", func(_ *settling, _ *person, x *holding) bool {
			return x.name != "" || len(x.office.Entry.Of) == 0 && !x.office.Entry.Weak
		}},
		// Phó Tư lệnh kiêm Tham mưu trưởng Quân khu 7
		{"agency/also", func(s *settling, _ *person, x *holding) bool { return s.shares(x) }},
		// Chủ tịch …, Chủ tịch UBND tỉnh A: it is that one
		{"agency/fuller-post", func(_ *settling, p *person, x *holding) bool {
			return slices.ContainsFunc(p.posts, func(y *holding) bool { return y.name != "" && strings.HasPrefix(y.title, x.title) })
		}},
		// Ban Nội chính do ông A làm trưởng ban
		{"agency/led", func(s *settling, p *person, x *holding) bool { return s.assignTo(x, s.led(x), p.country) }},
		// Phó Giám đốc, Thủ trưởng Cơ quan Cảnh sát điều tra Công an tỉnh A
		{"agency/beside", func(s *settling, p *person, x *holding) bool { return s.assignTo(x, s.beside(x), p.country) }},
		// A, Phó Giám đốc và B, Giám đốc Công ty C
		{"agency/company-behind", func(s *settling, _ *person, x *holding) bool {
			o := s.behind(x)
			if o != nil {
				x.name = o.Body
			}
			return o != nil
		}},
		// Phó Chính ủy giữ chức Chính ủy Hải đoàn 28: he leaves it for that one
		{"agency/left-for", func(_ *settling, _ *person, x *holding) bool {
			return slices.ContainsFunc(x.at.Offices, func(o phrase.Office) bool { return o.Into && o.From > x.office.To && o.Entry == x.office.Entry })
		}},
		// Chủ tịch Hồ Chí Minh
		{"agency/of-state", func(s *settling, p *person, x *holding) bool {
			return x.office.Entry.OfState && s.grammar.LeaderState(p.key) != ""
		}},
		// Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ A
		{"agency/leads-on", func(_ *settling, _ *person, x *holding) bool { return x.leadsOn() }},
		// Giám đốc Sở Y tế Hà Nội; where nobody is named with it
		{"agency/post-without-person", func(s *settling, p *person, x *holding) bool {
			o := s.unnamed(x, p.country)
			if o != nil {
				x.name, x.where = o.Body, named(o)
				s.assignTo(x, o.Agency, p.country)
			}
			return o != nil
		}},
		{"agency/nearest", func(s *settling, p *person, x *holding) bool {
			x.guessed = s.assignTo(x, s.nearest(x, p), p.country)
			return x.guessed
		}},
		// đại biểu A (Đoàn đại biểu Quốc hội tỉnh B)
		{"agency/within", func(s *settling, p *person, x *holding) bool {
			x.guessed = s.assignTo(x, s.nearestOf(s.within(x), x, p), p.country)
			return x.guessed
		}},
	}
}

// complete finds the body of a bare title.
func (s *settling) complete(p *person, x *holding) {
	for i := range s.rules.agencies {
		if s.rules.agencies[i].finds(s, p, x) {
			return
		}
	}
}

// assignTo gives a post its body if there is one.
func (s *settling) assignTo(x *holding, body int, country string) bool {
	if body < 0 {
		return false
	}
	s.assign(x, body, country)
	return true
}

// generic tells whether the text names only the kind of body: Tỉnh ủy.
func (s *settling) generic(x *holding) bool {
	return x.name != "" && slices.Contains(s.homes(x).Of, viet.PhraseKey(x.name))
}

func (s *settling) homes(x *holding) phrase.Homes { return s.grammar.Homes(x.office.Entry) }

// fits tells whether the title belongs to bodies of that name.
func (s *settling) fits(x *holding, body int) bool { return s.homes(x).Hold(s.bodies.keys[body]) }

// shares gives a bare title the body of the post that kiêm joins to it.
func (s *settling) shares(x *holding) bool {
	at := slices.IndexFunc(x.at.Offices, func(o phrase.Office) bool { return o.From == x.office.From })
	for _, o := range x.at.Offices[at+1:] {
		if !o.Also {
			return false
		}
		if o.Agency >= 0 && s.fits(x, o.Agency) {
			s.assign(x, o.Agency, "")
			return true
		}
	}
	return false
}

// led gives the body that stands before "do" and its leader.
func (s *settling) led(x *holding) int {
	for _, spot := range x.at.Text.Around().LedBy(x.at.From) {
		if s.fits(x, spot.Body) {
			return spot.Body
		}
	}
	return -1
}

// leadsOn tells whether a bare Bộ trưởng is that of another post of the same phrase.
func (x *holding) leadsOn() bool {
	return slices.ContainsFunc(x.at.Offices, func(o phrase.Office) bool {
		return !o.Bare() && !o.Deputy && slices.Contains(x.office.Entry.LeadsOn, o.Entry.Title)
	})
}

// beside looks at the other posts of the same phrase, and what their bodies are
// part of.
func (s *settling) beside(x *holding) int {
	for i := range x.at.Offices {
		for b := x.at.Offices[i].Agency; b >= 0; b = s.bodies.parent(b) {
			if s.fits(x, b) {
				return b
			}
		}
	}
	return -1
}

// behind looks at the posts further on in the sentence: of several directors of
// one company the last alone may name it.
func (s *settling) behind(x *holding) (best *phrase.Office) {
	if !x.office.Entry.Weak {
		return nil
	}
	for _, o := range s.private {
		if o.Text != x.at.Text || o.From <= x.office.From || o.Text.Tok(o.From).Sentence != o.Text.Tok(x.office.From).Sentence {
			continue
		}
		if best == nil || o.From < best.From {
			best = o
		}
	}
	return best
}

// unnamed looks for the title with its body where no person is named.
func (s *settling) unnamed(x *holding, country string) *phrase.Office {
	for _, o := range s.loose {
		if o.Title == x.title && !o.Place && (o.Agency < 0 || s.bodies.serves(o.Agency, country)) {
			return o
		}
	}
	return nil
}

// nearest gives the body that fits and was named last before the post, or else
// first behind it.
func (s *settling) nearest(x *holding, p *person) int { return s.nearestOf(s.fitting(x), x, p) }

func (s *settling) nearestOf(bodies []int, x *holding, p *person) int {
	best, distance := -1, 0
	at := s.bodies.at(x.at)
	for _, b := range bodies {
		if !s.bodies.serves(b, p.country) || s.heldByOther(x, b, p) || !beginsWith(s.bodies.keys[b], x.name) {
			continue
		}
		if best >= 0 && x.office.Entry.Sole {
			return -1
		}
		if d := s.bodies.distance(b, at); best < 0 || d < distance {
			best, distance = b, d
		}
	}
	return best
}

// beginsWith tells whether the name behind a key begins with some words, if any.
func beginsWith(key, words string) bool {
	return words == "" || strings.HasPrefix(key, viet.PhraseKey(words)+" ")
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

// within gives the parts of a title's bodies that stand for them.
func (s *settling) within(x *holding) (list []int) {
	for _, part := range x.office.Entry.Within {
		for b := range s.bodies.list {
			if beginsWith(s.bodies.keys[b], part) {
				list = append(list, b)
			}
		}
	}
	return list
}

// heldByOther tells whether somebody else holds the title in the body, and one
// alone can.
func (s *settling) heldByOther(x *holding, body int, p *person) bool {
	if x.office.Entry.Many || strings.HasPrefix(x.title, reading.Deputy) {
		return false
	}
	other := s.taken[[2]string{x.title, s.bodies.list[body].ID}]
	return other != nil && other != p
}
