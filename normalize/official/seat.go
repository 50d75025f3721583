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
		x.name = seatName(x.title, seat)
	}
}

// seatName is the name of the body that a party secretary or a chairman leads in
// a place; the place itself for other titles.
func seatName(title string, seat *lexicon.Place) string {
	switch {
	case strings.Contains(title, "Bí thư"):
		return committees[seat.Type] + " " + seat.Name
	case strings.Contains(title, "Chủ tịch"):
		return "Ủy ban nhân dân " + seat.Type + " " + seat.Name
	}
	return seat.Name
}

// committees names the party committee of each type of place.
var committees = map[string]string{
	"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "quận": "Quận ủy", "huyện": "Huyện ủy", "thị xã": "Thị ủy",
	"xã": "Đảng ủy xã", "phường": "Đảng ủy phường", "thị trấn": "Đảng ủy thị trấn", "đặc khu": "Đảng ủy đặc khu",
}

// spell writes the Ban cán sự đảng of a minister as that of his ministry, and the
// Tỉnh ủy of a chairman as that of his province, which the next post names.
func (h *house) spell(x *holding, posts []*holding) {
	cell := x.office.body + x.office.said
	if cell == "" {
		return
	}
	for _, y := range posts {
		if y.at != x.at || y.office.from <= x.office.from || y.name == "" || partyCell(y.office.body+y.office.said) {
			continue
		}
		switch seat := seatOf(cell, y.name); {
		case partyCell(cell):
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

// seatOf gives the full name of a bare party committee from the agency of the
// same place: Thành ủy beside Ủy ban nhân dân thành phố Hải Phòng.
func seatOf(committee, agency string) string {
	kind, known := committeeTypes[phraseKey(committee)]
	if !known {
		return ""
	}
	_, place, ok := strings.Cut(agency, " "+kind+" ")
	if !ok {
		return ""
	}
	return committees[kind] + " " + place
}

// committeeTypes gives the type of place by the lookup key of its committee.
var committeeTypes = byCommittee(committees)

func byCommittee(committees map[string]string) map[string]string {
	types := map[string]string{}
	for kind, name := range committees {
		types[phraseKey(name)] = kind
	}
	return types
}

// partyCell tells whether a party body is named without what it leads.
func partyCell(name string) bool {
	switch phraseKey(name) {
	case "ban cán sự đảng", "đảng ủy", "ban thường vụ đảng ủy", "đảng đoàn":
		return true
	}
	return false
}
