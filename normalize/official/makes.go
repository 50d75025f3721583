package official

import (
	"slices"

	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/rule"
)

// makesRule tells whether something that the article says makes an official of a
// person.
type makesRule = func(s *settling, p *person) bool

func makesRules() rule.Table[makesRule] {
	return rule.Table[makesRule]{
		rule.Of("official/rank", func(_ *settling, p *person) bool { return p.any(ranked) && !p.any(coaches) }),
		// đồng chí A
		rule.Of("official/honorific", func(_ *settling, p *person) bool { return p.any(calledOfficial) }),
		// Đoàn đại biểu Lào do Hội trưởng A
		rule.Of("official/leads-delegation", func(_ *settling, p *person) bool { return p.any(leadsAbroad) }),
		// Bộ trưởng A, Giám đốc Sở Y tế A
		rule.Of("official/post", func(s *settling, p *person) bool { return slices.ContainsFunc(p.posts, s.counts) }),
		// Chủ tịch Hồ Chí Minh: everybody knows which one is meant
		rule.Of("official/leader", func(s *settling, p *person) bool {
			return s.grammar.LeaderState(p.key) != "" && p.any(called)
		}),
	}
}

// coaches tells whether a mention calls somebody a general as papers call a coach: Tướng A lo
// lắng trước trận gặp B.
func coaches(m *phrase.Mention) bool {
	if len(m.Ranks) == 0 || !m.Ranks[0].Vague {
		return false
	}
	return m.Text.Around().Sporting(m.From)
}

// officials gives those whom a rule makes one.
func (s *settling) officials(people []*person) (list []*person) {
	for _, p := range people {
		if slices.ContainsFunc(s.rules.makes, func(r rule.Row[makesRule]) bool { return r.Do(s, p) }) {
			list = append(list, p)
		}
	}
	return list
}

// called tells whether an honorific or a post comes with the name.
func called(m *phrase.Mention) bool { return len(m.Honors)+len(m.Offices) > 0 }

// leadsAbroad tells whether a person with a post leads a delegation of another
// state.
func leadsAbroad(m *phrase.Mention) bool {
	if len(m.Offices) == 0 || m.Offices[0].Private {
		return false
	}
	return phrase.Differ(m.Text.Around().Delegation(m.From), phrase.Home)
}

// counts tells whether a post makes its holder an official.
func (s *settling) counts(x *holding) bool {
	o := x.office
	switch {
	case o.Private && x.body < 0:
		return false
	case !o.Entry.Weak, o.State, o.Country != "":
		return true
	case x.body < 0:
		return false
	}
	return !x.guessed || o.Entry.Elected || s.likely(x)
}

// likely tells whether the nearest body that fits a title, named before, is that
// of its holder: the title names its kind (Đội trưởng), or touches the name in an
// article that knows no private directors.
func (s *settling) likely(x *holding) bool {
	at := s.bodies.at(x.at)
	if s.bodies.distance(x.body, at) > at {
		return false
	}
	return x.office.Entry.Unit != "" || beforeFirms(s, x) && (x.at.Touches(x.office) || s.beside(x))
}

// beforeFirms tells whether the article knows no private directors, or only behind the sentence of a title that names
// its body.
func beforeFirms(s *settling, x *holding) bool {
	if len(s.private) == 0 {
		return true
	}
	before := func(o *phrase.Office) bool {
		return o.Text != x.office.Text || o.From < x.office.From || o.SameSentence(x.office)
	}
	return s.bodies.inSentence(x.body, x.office) && !slices.ContainsFunc(s.private, before)
}

// beside tells whether the body of a title that is set off behind the name of its holder is named
// in that sentence or the one before: Sở Y tế A họp; ông B, Giám đốc, chủ trì.
func (s *settling) beside(x *holding) bool {
	t, back := x.at.Text, s.bodies.distance(x.body, s.bodies.at(x.at))
	switch {
	case x.office.From < x.at.Name.From: // Sở Y tế A có các Phó Giám đốc gồm bà B, ông C
		return s.bodies.inSentence(x.body, x.office)
	case back > x.at.From:
		return false
	}
	return t.Tok(x.office.From).Sentence-t.Tok(x.at.From-back).Sentence <= 1
}
