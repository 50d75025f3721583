package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// Successor is the body that took another's place.
type Successor struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	On   string `json:"on"` // the day, 2025-07-01
	Made bool   `json:"-"`  // the name is made of the old one: whether there is such a body is not known
}

// successors knows which bodies took the place of which.
type successors struct {
	agencies  map[string]Successor // by id
	provinces []merger             // the longest name first
	merged    map[string]merged    // by the folded name of the old province
	ended     []string             // folded words of offices of ministries that are no more: so giao thong van tai
	seats     map[string]string    // party committees by the type of the place
}

// merger is a province that became part of another.
type merger struct {
	from, into finding.Place
	on         string
}

func newSuccessors(lex *lexicon.Lexicon) successors {
	s := successors{agencies: map[string]Successor{}, merged: map[string]merged{}, seats: lex.Clauses.Committees}
	for i := range lex.Agencies {
		a := &lex.Agencies[i]
		if a.On == "" {
			continue
		}
		s.agencies[viet.CountryID(a.Country, a.Name)] = Successor{ID: viet.CountryID(a.Country, a.Into), Name: a.Into, On: a.On}
		for ministry, office := range lex.Clauses.Offices {
			if field, of := strings.CutPrefix(a.Name, ministry+" "); of {
				s.ended = append(s.ended, viet.Fold(office+" "+field))
			}
		}
	}
	for i := range lex.Places {
		p := &lex.Places[i]
		if p.On == "" || p.Into == "" {
			continue // before all provinces are looked through, for each of thousands of places
		}
		into := lex.Province(p.Into)
		if into < 0 {
			continue
		}
		to := &lex.Places[into]
		s.provinces = append(s.provinces, merger{placed(p), placed(to), p.On})
		s.merged[viet.Fold(p.Name)] = merged{viet.Fold(to.Name), dayOf(p.On)}
	}
	slices.SortFunc(s.provinces, func(a, b merger) int { return cmp.Compare(len(b.from.Name), len(a.from.Name)) })
	return s
}

// merged is the province that another became part of, folded, and the day.
type merged struct {
	into string
	day  int
}

// today gives the province that a province is part of.
func (s *successors) today(province string) string {
	if m, ended := s.merged[province]; ended {
		return m.into
	}
	return province
}

func placed(p *lexicon.Place) finding.Place {
	return finding.Place{Type: p.Type, Name: p.Name, Person: p.Person}
}

// Successor gives the body that took the place of a Vietnamese one: as the lexicon says,
// or the same body of the province that its province became part of. A body below a
// province has none, nor has the office of a ministry that ended before.
func (r *Resolver) Successor(id, name string) (Successor, bool) {
	s := &r.successors
	if next, known := s.agencies[id]; known {
		return next, true
	}
	home := strings.ToLower(lexicon.Home)
	if id != viet.CountryID(home, name) || s.endedBefore(name) {
		return Successor{}, false
	}
	for i := range s.provinces {
		if next := s.provinces[i].of(name, s.seats); next != "" {
			return Successor{viet.CountryID(home, next), next, s.provinces[i].on, true}, true
		}
	}
	return Successor{}, false
}

// endedBefore tells whether a body is the office in a province of a ministry that is
// no more.
func (s *successors) endedBefore(name string) bool {
	folded := viet.Fold(name) + " "
	return slices.ContainsFunc(s.ended, func(office string) bool { return strings.HasPrefix(folded, office+" ") })
}

// of gives the name of a body of the old province as that of the new one, "" where the
// name does not end with the old one's.
func (m *merger) of(name string, seats map[string]string) string {
	if head, full := strings.CutSuffix(name, " "+m.from.Full()); full {
		return head + " " + m.into.Full()
	}
	head, bare := strings.CutSuffix(name, " "+m.from.Bare())
	if !bare {
		return ""
	}
	if head == seats[m.from.Type] {
		head = seats[m.into.Type]
	}
	return head + " " + m.into.Bare()
}
