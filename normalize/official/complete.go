package official

import (
	"sort"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
)

// complete finds the agency of a bare title.
func (h *house) complete(p *person, x *holding) {
	if x.office.place {
		h.completePlace(x)
		return
	}
	if x.agency < 0 && h.generic(x) {
		if a := h.nearest(x, p); a >= 0 {
			h.assign(x, a, p.country)
		}
		return
	}
	if x.agency >= 0 || x.name != "" || len(x.office.entry.Of) == 0 && !x.office.entry.Weak {
		return
	}
	if h.shares(x) {
		return
	}
	for _, other := range p.posts {
		if other != x && other.name != "" && strings.HasPrefix(other.title, x.title) {
			return // merged with that one
		}
	}
	if a := h.led(x); a >= 0 {
		h.assign(x, a, p.country)
		return
	}
	if a := h.beside(x); a >= 0 {
		h.assign(x, a, p.country)
		return
	}
	if o := h.behind(x); o != nil {
		x.name = o.body
		return
	}
	if x.leadsOn() {
		return
	}
	if o := h.unnamed(x, p.country); o != nil {
		if x.name = o.body; o.agency >= 0 {
			h.assign(x, o.agency, p.country)
		}
		return
	}
	if a := h.nearest(x, p); a >= 0 {
		h.assign(x, a, p.country)
		x.guessed = true
	}
}

// shares gives a bare title the agency of the post that kiêm joins to it: Phó Tư
// lệnh kiêm Tham mưu trưởng Quân khu 7.
func (h *house) shares(x *holding) bool {
	list := x.at.offices
	for i := range list {
		if &list[i] != x.office {
			continue
		}
		for i++; i < len(list) && list[i].also; i++ {
			o := &list[i]
			if o.agency >= 0 && h.fits(x.office, o.agency) {
				h.assign(x, o.agency, "")
				return true
			}
			if o.agency < 0 && o.body != "" && h.homes[x.office.entry].hold(phraseKey(o.body)) {
				x.name = o.body
				return true
			}
		}
		return false
	}
	return false
}

// led gives the agency that stands before "do" and its leader: Ban Nội chính do
// ông A làm trưởng ban.
func (h *house) led(x *holding) int {
	p, by := x.at.page, x.at.from-1
	if by < 1 || p.text.Word(by) != "do" {
		return -1
	}
	for _, s := range p.spots {
		if s.to == by && h.fits(x.office, s.agency) {
			return s.agency
		}
	}
	return -1
}

// leadsOn tells whether a bare Bộ trưởng is that of the post right behind it:
// Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ.
func (x *holding) leadsOn() bool {
	if x.title != "Bộ trưởng" {
		return false
	}
	for i := range x.at.offices {
		if o := &x.at.offices[i]; o.from == x.office.to+1 && !o.bare() && strings.HasPrefix(o.title, "Chủ nhiệm") {
			return true
		}
	}
	return false
}

// beside looks at the other posts of the same phrase: Phó Giám đốc, Thủ trưởng
// Cơ quan Cảnh sát điều tra Công an tỉnh A is deputy of Công an tỉnh A.
func (h *house) beside(x *holding) int {
	for i := range x.at.offices {
		o := &x.at.offices[i]
		for a := o.agency; a >= 0; a = h.parent(a) {
			if h.fits(x.office, a) {
				return a
			}
		}
	}
	return -1
}

// behind looks at the posts further on in the sentence: of several directors of
// one company the last alone may name it.
func (h *house) behind(x *holding) *office {
	if !x.office.entry.Weak {
		return nil
	}
	sentence := x.at.page.tok(x.office.from).Sentence
	var best *office
	for _, o := range h.private {
		if o.page == x.at.page && o.from > x.office.from && o.page.tok(o.from).Sentence == sentence && (best == nil || o.from < best.from) {
			best = o
		}
	}
	return best
}

func (h *house) parent(a int) int {
	up := h.agencies[a].Parent
	if up == "" || up == h.agencies[a].ID {
		return -1
	}
	for i := range h.agencies {
		if h.agencies[i].ID == up && i != a {
			return i
		}
	}
	return -1
}

// fits tells whether the title belongs to agencies of that name.
func (h *house) fits(o *office, agency int) bool { return h.homes[o.entry].hold(h.keys[agency]) }

// unnamed looks for the title with its agency where no person is named.
func (h *house) unnamed(x *holding, country string) *office {
	for _, o := range h.loose {
		if o.title == x.title && !o.bare() && !o.place && (o.agency < 0 || h.serves(o.agency, country)) {
			return o
		}
	}
	return nil
}

func (h *house) serves(agency int, country string) bool {
	return country == "" || h.agencies[agency].Country == country
}

// nearest gives the agency that fits and was named last before the post, or
// else first behind it.
func (h *house) nearest(x *holding, p *person) int {
	best, distance := -1, 0
	at := h.position(x.at.page.text.Field, x.at.page.tok(x.at.from).Start)
	for _, a := range h.fitting(x.office.entry) {
		if !h.serves(a, p.country) || h.heldByOther(x, a, p) || x.name != "" && !starts(h.agencies[a].Name, x.name) {
			continue
		}
		if best >= 0 && x.office.entry.Sole {
			return -1
		}
		if d := h.distance(a, at); best < 0 || d < distance {
			best, distance = a, d
		}
	}
	return best
}

// fitting gives the agencies that a title belongs to, looked for once a title.
func (h *house) fitting(post *lexicon.Post) []int {
	list, known := h.fit[post]
	if !known {
		for a := range h.agencies {
			if h.homes[post].hold(h.keys[a]) {
				list = append(list, a)
			}
		}
		h.fit[post] = list
	}
	return list
}

// distance is how far before a place an agency was named last; one named only
// behind is farther than any before.
func (h *house) distance(agency, at int) int {
	const behind = 1 << 40
	places := h.places[agency]
	if places == nil {
		for _, m := range h.agencies[agency].Mentions {
			places = append(places, h.position(m.Field, m.Start))
		}
		sort.Ints(places)
		h.places[agency] = places
	}
	i := sort.SearchInts(places, at+1)
	switch {
	case i > 0:
		return at - places[i-1]
	case len(places) > 0:
		return places[0] - at + behind
	}
	return 2 * behind
}

// heldByOther tells whether somebody else holds the title in the agency, and one
// alone can.
func (h *house) heldByOther(x *holding, agency int, p *person) bool {
	if x.office.entry.Many || strings.HasPrefix(x.title, "Phó") {
		return false
	}
	other := h.taken[x.title+"|"+h.agencies[agency].ID]
	return other != nil && other != p
}

// generic tells whether the text names only the kind of agency: Tỉnh ủy.
func (h *house) generic(x *holding) bool {
	if x.name == "" {
		return false
	}
	return contains(h.homes[x.office.entry].of, phraseKey(x.name))
}
