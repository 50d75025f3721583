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
		if h.fits(x.office, a) && (strings.HasSuffix(h.keys[a], place) || x.office.seat != nil && strings.HasSuffix(h.keys[a], " "+phraseKey(x.office.seat.Name))) {
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
	councils   map[string]string // full names by lookup key
	cells      map[string]bool   // party bodies of the agency that the next post names
}

func newSeats(c lexicon.Clauses) seats {
	s := seats{committees: c.Committees, types: map[string]string{}, councils: map[string]string{}, cells: map[string]bool{}}
	for kind, name := range c.Committees {
		s.types[phraseKey(name)] = kind
	}
	for short, full := range c.Councils {
		s.councils[phraseKey(short)] = full
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
	if name := h.besideSeat(x, cell, posts, true); name != "" {
		h.rename(x, name)
	} else if name := h.besideSeat(x, cell, posts, false); name != "" {
		h.rename(x, name)
	}
}

// besideSeat gives the full name of a body that its holder's next posts, or those
// before, imply.
func (h *house) besideSeat(x *holding, cell string, posts []*holding, behind bool) string {
	for _, y := range posts {
		if y.at != x.at || (y.office.from > x.office.from) != behind || y == x || y.name == "" || h.seats.cell(y.office.body+y.office.said) {
			continue
		}
		switch seat := h.seats.of(cell, y.name); {
		case seat != "":
			return seat
		case behind && h.seats.cell(cell):
			return cell + " " + y.name
		}
	}
	return ""
}

func (h *house) rename(x *holding, name string) {
	x.name, x.id = name, ""
	if x.agency = h.called(name, ""); x.agency >= 0 {
		x.id, x.name = h.agencies[x.agency].ID, h.agencies[x.agency].Name
	}
}

// of gives the full name of a body that the text names without its place, from
// the agency of the same place: Thành ủy beside Ủy ban nhân dân thành phố Hải
// Phòng.
func (s *seats) of(body, agency string) string {
	key := phraseKey(body)
	if council := s.councils[key]; council != "" {
		if place := s.place(agency); place != "" {
			return council + " " + place
		}
		return ""
	}
	if key == communeCommittee {
		if place := s.place(agency); s.committees[s.kind(place)] == "Đảng ủy "+s.kind(place) {
			return "Đảng ủy " + place
		}
		return ""
	}
	kind, known := s.types[key]
	if !known {
		return ""
	}
	_, place, ok := strings.Cut(agency, " "+kind+" ")
	if !ok {
		return ""
	}
	return s.committees[kind] + " " + place
}

// communeCommittee is what the party committee of every commune is called.
const communeCommittee = "đảng ủy"

// kind gives the word of level that a place begins with.
func (s *seats) kind(place string) string {
	for kind := range s.committees {
		if strings.HasPrefix(place, kind+" ") {
			return kind
		}
	}
	return ""
}

// place gives the place of a body with the word of its level, if the name ends
// with it: tỉnh Bến Tre for Đoàn đại biểu Quốc hội tỉnh Bến Tre.
func (s *seats) place(agency string) string {
	from := len(agency)
	for kind, committee := range s.committees {
		if i := strings.Index(agency, " "+kind+" "); i >= 0 {
			from = min(from, i+1)
		}
		if name, ok := strings.CutPrefix(agency, committee+" "); ok && kind != "" && !strings.HasPrefix(name, kind) {
			return kind + " " + name
		}
	}
	return agency[from:]
}

// cell tells whether a party body is named without what it leads.
func (s *seats) cell(name string) bool { return s.cells[phraseKey(name)] }
