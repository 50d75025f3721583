package official

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
)

// completePlace gives Chủ tịch Đà Nẵng the agency that the title means there.
func (h *house) completePlace(x *holding) {
	place := phraseKey(x.office.body)
	for _, cut := range []string{"tỉnh ", "thành phố ", "tp ", "tp. ", "tp.", "huyện ", "quận ", "xã ", "phường "} {
		place = strings.TrimPrefix(place, cut)
	}
	for a := range h.agencies {
		if h.fits(x.office, a) && strings.HasSuffix(h.keys[a], place) {
			h.assign(x, a, "")
			return
		}
	}
	if seat := x.office.seat; seat != nil {
		x.name = h.seats.name(x.title, seat)
	}
}

// seats are the bodies that lead a place.
type seats struct {
	committees map[string]string // by the type of the place
	types      map[string]string // by the lookup key of the committee
	cells      map[string]bool   // party bodies of the agency that the next post names
}

func newSeats(c lexicon.Clauses) seats {
	s := seats{committees: c.Committees, types: map[string]string{}, cells: map[string]bool{}}
	for kind, name := range c.Committees {
		s.types[phraseKey(name)] = kind
	}
	for _, cell := range c.Asides.Cells {
		s.cells[phraseKey(cell)] = true
	}
	return s
}

// name is that of the body that a party secretary or a chairman leads in a
// place; the place itself for other titles.
func (s *seats) name(title string, seat *lexicon.Place) string {
	switch {
	case strings.Contains(title, "Bí thư"):
		return s.committees[seat.Type] + " " + seat.Name
	case strings.Contains(title, "Chủ tịch"):
		return "Ủy ban nhân dân " + seat.Type + " " + seat.Name
	}
	return seat.Name
}

// spell writes the Ban cán sự đảng of a minister as that of his ministry, and the
// Tỉnh ủy of a chairman as that of his province, which the next post names.
func (h *house) spell(x *holding, posts []*holding) {
	cell := x.office.body + x.office.said
	if cell == "" {
		return
	}
	for _, y := range posts {
		if y.at != x.at || y.office.from <= x.office.from || y.name == "" || h.seats.cell(y.office.body+y.office.said) {
			continue
		}
		switch seat := h.seats.of(cell, y.name); {
		case h.seats.cell(cell):
			h.rename(x, cell+" "+y.name)
			return
		case seat != "" && x.agency < 0:
			h.rename(x, seat)
			return
		}
	}
}

func (h *house) rename(x *holding, name string) {
	x.name, x.id = name, ""
	if x.agency = h.called(name, ""); x.agency >= 0 {
		x.id, x.name = h.agencies[x.agency].ID, h.agencies[x.agency].Name
	}
}

// of gives the full name of a bare party committee from the agency of the same
// place: Thành ủy beside Ủy ban nhân dân thành phố Hải Phòng.
func (s *seats) of(committee, agency string) string {
	kind, known := s.types[phraseKey(committee)]
	if !known {
		return ""
	}
	_, place, ok := strings.Cut(agency, " "+kind+" ")
	if !ok {
		return ""
	}
	return s.committees[kind] + " " + place
}

// cell tells whether a party body is named without what it leads.
func (s *seats) cell(name string) bool { return s.cells[phraseKey(name)] }
