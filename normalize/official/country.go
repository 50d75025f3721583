package official

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/rule"
)

// service is a person whose state is asked for.
type service struct {
	*settling
	p *person
}

// countryRule gives the state that a person serves; the first rule that knows
// decides, even for none.
type countryRule = func(s service) (country string, known bool)

func countryRules() rule.Table[countryRule] {
	return rule.Table[countryRule]{
		// Thủ tướng Phạm Minh Chính, whatever state is named around
		rule.Of("country/leader-in-office", func(s service) (string, bool) { return known(s.inOffice()) }),
		// Tổng thống Mỹ A
		rule.Of("country/said", func(s service) (string, bool) { return known(s.said()) }),
		// Vladimir Putin
		rule.Of("country/leader", func(s service) (string, bool) {
			if s.served() == lexicon.International {
				return "", false // Chủ tịch Hội đồng châu Âu Donald Tusk
			}
			return known(s.grammar.LeaderState(s.p.key))
		}),
		// ông Vladimir V. Putin
		rule.Of("country/leader-by-last-name", func(s service) (string, bool) {
			if s.servesOther() {
				return "", false // Bộ trưởng Kinh tế Saudi Arabia Faisal Al-Ibrahim
			}
			return known(s.grammar.LeaderState(s.p.last()))
		}),
		// Đại tá A của Interpol: a force of his own state gave the rank
		rule.Of("country/force", func(s service) (string, bool) {
			if s.served() != lexicon.International || s.abroad() {
				return "", false
			}
			return phrase.Home, s.p.any(ranked)
		}),
		// A, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Cựu chiến binh Trung Quốc
		rule.Of("country/named-with-body", func(s service) (string, bool) { return known(s.named()) }),
		// Tới thăm Bộ Nội vụ Hungary, Bộ trưởng Bộ Công an Nguyễn Văn A: nobody there is
		// called so
		rule.Of("country/our-name", func(s service) (string, bool) {
			return phrase.Home, s.ourName() && s.noneCalledSo(s.served())
		}),
		// A, Tư lệnh Tổng đội Biên cương
		rule.Of("country/of-bodies", func(s service) (string, bool) {
			country := s.served()
			if country == phrase.Home {
				return country, !s.abroad() || s.servesPlace()
			}
			return known(country)
		}),
		// Đoàn đại biểu Bộ Công an Trung Quốc do đồng chí A
		rule.Of("country/delegation", func(s service) (string, bool) {
			return known(s.first(func(m *phrase.Mention) string { return m.Text.Around().Delegation(m.From) }))
		}),
		// … Pháp. Ngoại trưởng Jean Dupont …
		rule.Of("country/nearest-state", func(s service) (string, bool) {
			if !s.abroad() {
				return "", false
			}
			return s.nearestState(), true
		}),
	}
}

func known(country string) (string, bool) { return country, country != "" }

// settleCountry finds the state that a person serves, ours if no rule knows.
func (s *settling) settleCountry(p *person) {
	for _, r := range s.rules.countries {
		if country, ok := r.Do(service{s, p}); ok {
			p.country = country
			return
		}
	}
	p.country = phrase.Home
}

// abroad tells whether the name, or what the person is called, is that of another
// state's.
func (s service) abroad() bool { return s.p.foreign || s.p.any(calledAbroad) || s.p.any(heldAbroad) }

// ourName tells whether a name is built as those of our own people are: three
// syllables or more, the first a surname.
func (s service) ourName() bool {
	if len(s.p.words) < 3 || s.abroad() {
		return false
	}
	m := s.p.mentions[0]
	return m.Text.Around().Surname(m.Name.From)
}

// inOffice gives the state of a leader to whom the text gives a title that he is
// known under.
func (s service) inOffice() string {
	return s.first(func(m *phrase.Mention) string {
		for i := range m.Offices {
			if state := s.grammar.InOffice(s.p.key, m.Offices[i].Title); state != "" {
				return state
			}
		}
		return ""
	})
}

// noneCalledSo tells whether nobody of a state has such a name: they write theirs
// otherwise, or only our own people bear the surname.
func (s service) noneCalledSo(state string) bool {
	if state == lexicon.International {
		return false
	}
	m := s.p.mentions[0]
	return m.Text.Is(m.Name.From, reading.OwnSurname) || !s.lex.NamesLikeOurs(state)
}

// said gives the state named beside the person, the first said, and doubts where
// another is said later.
func (s service) said() string {
	country := s.first((*phrase.Mention).Said)
	for _, m := range s.p.mentions {
		if c := m.Said(); phrase.Differ(country, c) {
			s.doubts = append(s.doubts, doubt{"official/two-countries", "said of " + country + " before, of " + c + " here", m})
		}
	}
	return country
}

// first gives the first that the mentions of a person say of something, "" for
// nothing.
func (s service) first(says func(m *phrase.Mention) string) string {
	for _, m := range s.p.mentions {
		if said := says(m); said != "" {
			return said
		}
	}
	return ""
}

// served gives the state of the bodies of a person's posts, another than ours
// before ours, and a body between states last: Thứ trưởng Bộ Ngoại giao, Trưởng SOM ASEAN.
func (s service) served() string {
	country := ""
	for _, m := range s.p.mentions {
		for i := range m.Offices {
			switch state := s.bodies.state(m.Offices[i].Agency); state {
			case "":
			case phrase.Home:
				country = state
			case lexicon.International:
				if country == "" {
					country = state
				}
			default:
				return state
			}
		}
	}
	return country
}

// servesPlace tells whether a body of a person's posts is one of a place of ours.
func (s service) servesPlace() bool {
	return s.p.any(func(m *phrase.Mention) bool {
		return slices.ContainsFunc(m.Offices, func(o phrase.Office) bool {
			return o.Agency >= 0 && s.bodies.list[o.Agency].Country == phrase.Home && s.bodies.list[o.Agency].Place.Name != ""
		})
	})
}

// named gives the state with which the name of a body of a person's posts ends, if none of
// them is ours.
func (s service) named() string {
	if s.served() == phrase.Home {
		return ""
	}
	return s.first(func(m *phrase.Mention) string {
		for i := range m.Offices {
			if state := m.Offices[i].Named(); state != "" {
				return state
			}
		}
		return ""
	})
}

// servesOther tells whether the bodies of a person's posts are another state's.
func (s service) servesOther() bool {
	switch s.served() {
	case "", phrase.Home:
		return false
	}
	return true
}

// nearestState gives the state named last before a person, or else first behind
// within the sentence, or else in the headline.
func (s service) nearestState() string {
	const back, ahead = 150, 40 // tokens
	if c := s.first(func(m *phrase.Mention) string { return m.Text.Around().StateBefore(m.From, back) }); c != "" {
		return c
	}
	if c := s.first(func(m *phrase.Mention) string { return m.Text.Around().StateBehind(m.Name.To, ahead) }); c != "" {
		return c
	}
	return s.p.mentions[0].Text.Around().StateOfHeadline()
}
