package official

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/reading"
)

// countryRule gives the state that a person serves; the first rule that knows
// decides, even for none.
type countryRule struct {
	name  string
	gives func(s *settling, p *person) (country string, known bool)
}

func countryRules() []countryRule {
	return []countryRule{
		// Thủ tướng Phạm Minh Chính, whatever state is named around
		{"country/leader-in-office", func(s *settling, p *person) (string, bool) { return known(s.inOffice(p)) }},
		// Tổng thống Mỹ A
		{"country/said", func(s *settling, p *person) (string, bool) { return known(s.said(p)) }},
		// Vladimir Putin
		{"country/leader", func(s *settling, p *person) (string, bool) {
			if s.served(p) == lexicon.International {
				return "", false // Chủ tịch Hội đồng châu Âu Donald Tusk
			}
			return known(s.grammar.LeaderState(p.key))
		}},
		// ông Vladimir V. Putin
		{"country/leader-by-last-name", func(s *settling, p *person) (string, bool) {
			if served := s.served(p); !p.foreign || served != "" && served != phrase.Home {
				return "", false // Bộ trưởng Kinh tế Saudi Arabia Faisal Al-Ibrahim
			}
			return known(s.grammar.LeaderState(p.last()))
		}},
		// Đại tá A của Interpol: a force of his own state gave the rank
		{"country/force", func(s *settling, p *person) (string, bool) {
			return phrase.Home, s.served(p) == "INT" && p.any(ranked) && !s.abroad(p)
		}},
		// Tới thăm Bộ Nội vụ Hungary, Bộ trưởng Bộ Công an Nguyễn Văn A: nobody there is
		// called so
		{"country/our-name", func(s *settling, p *person) (string, bool) {
			return phrase.Home, s.ourName(p) && s.noneCalledSo(p, s.served(p))
		}},
		// A, Tư lệnh Tổng đội Biên cương
		{"country/of-bodies", func(s *settling, p *person) (string, bool) {
			country := s.served(p)
			return country, country != "" && (country != phrase.Home || !s.abroad(p))
		}},
		// Đoàn đại biểu Bộ Công an Trung Quốc do đồng chí A
		{"country/delegation", func(_ *settling, p *person) (string, bool) {
			for _, m := range p.mentions {
				if c := m.Text.Around().Delegation(m.From); c != "" {
					return c, true
				}
			}
			return "", false
		}},
		// … Pháp. Ngoại trưởng Jean Dupont …
		{"country/nearest-state", func(_ *settling, p *person) (string, bool) {
			if !p.foreign && !p.any(calledAbroad) {
				return "", false
			}
			return nearestState(p), true
		}},
	}
}

func known(country string) (string, bool) { return country, country != "" }

// settleCountry finds the state that a person serves, ours if no rule knows.
func (s *settling) settleCountry(p *person) {
	for i := range s.rules.countries {
		if country, ok := s.rules.countries[i].gives(s, p); ok {
			p.country = country
			return
		}
	}
	p.country = phrase.Home
}

// abroad tells whether the name, or what the person is called, is that of another
// state's.
func (s *settling) abroad(p *person) bool { return p.foreign || p.any(calledAbroad) }

// ourName tells whether a name is built as those of our own people are: three
// syllables or more, the first a surname.
func (s *settling) ourName(p *person) bool {
	return len(p.words) > 2 && !p.foreign && !p.any(calledAbroad) && p.mentions[0].Text.Around().Surname(p.mentions[0].Name.From)
}

// inOffice gives the state of a leader to whom the text gives a title that he is
// known under.
func (s *settling) inOffice(p *person) string {
	for _, m := range p.mentions {
		for i := range m.Offices {
			o := &m.Offices[i]
			state := s.grammar.InOffice(p.key, o.Title)
			if state != "" && (o.Agency < 0 || s.bodies.list[o.Agency].Country != lexicon.International) {
				return state
			}
		}
	}
	return ""
}

// noneCalledSo tells whether nobody of a state has such a name: they write theirs
// otherwise, or only our own people bear the surname.
func (s *settling) noneCalledSo(p *person, state string) bool {
	if state == lexicon.International {
		return false
	}
	m := p.mentions[0]
	return m.Text.Is(m.Name.From, reading.OwnSurname) || !s.lex.NamesLikeOurs(state)
}

// said gives the state named beside the person, the first said, and doubts where
// another is said later.
func (s *settling) said(p *person) string {
	country := ""
	for _, m := range p.mentions {
		switch c := m.Said(); {
		case country == "":
			country = c
		case c != "" && c != country:
			s.doubts = append(s.doubts, doubt{"official/two-countries", "said of " + country + " before, of " + c + " here", m})
		}
	}
	return country
}

// served gives the state of the bodies of a person's posts, another than ours
// before ours.
func (s *settling) served(p *person) string {
	country := ""
	for _, m := range p.mentions {
		for i := range m.Offices {
			a := m.Offices[i].Agency
			if a >= 0 && (country == "" || country == phrase.Home) {
				country = s.bodies.list[a].Country
			}
		}
	}
	return country
}

// nearestState gives the state named last before a person, or else first behind
// within the sentence, or else in the headline.
func nearestState(p *person) string {
	const back, ahead = 150, 40 // tokens
	for _, m := range p.mentions {
		if c := m.Text.Around().StateBefore(m.From, back); c != "" {
			return c
		}
	}
	for _, m := range p.mentions {
		if c := m.Text.Around().StateBehind(m.Name.To, ahead); c != "" {
			return c
		}
	}
	return p.mentions[0].Text.Around().StateOfHeadline()
}

// elsewhere tells whether a body that the text names without its place was taken
// for one of ours, though the person serves another state: Bí thư Tỉnh ủy, Tỉnh
// trưởng tỉnh Hủa Phăn.
func (s *settling) elsewhere(o *phrase.Office, country string) bool {
	switch country {
	case "", phrase.Home, "INT":
		return false
	}
	return s.bodies.list[o.Agency].Country == phrase.Home && s.seats.ofEveryPlace(o.Said)
}
