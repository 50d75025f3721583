package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// suffix reads what stands behind the name of a body: its country, where it sits.
type suffix struct {
	*namer
	d *node
}

// readCountry reads the country behind an agency.
func (r *namer) readCountry(d *node) { suffix{r, d}.country() }

// country reads Trung Quốc, của Lào, nước này, hai nước, (Mỹ).
func (r suffix) country() {
	d := r.d
	if d.country = r.within(); d.country == "" {
		d.country = r.behindEpithet()
	}
	if d.country != "" {
		return
	}
	i := d.to
	bracket := r.x.Is(i, reading.Opening)
	if r.x.Is(i, reading.Of|reading.Opening) {
		i++
	}
	switch {
	case r.ofThis(i) > 0:
		d.this, d.to = true, i+r.ofThis(i)
		return
	case r.x.Is(i, reading.Nation):
		i++
	case r.x.Is(i, reading.Two) && r.x.Is(i+1, reading.Nation):
		d.both, d.to = true, i+2
		return
	}
	if r.memberState() {
		return
	}
	code, n := r.countryBehind(i)
	if n == 0 && !bracket {
		code, n = r.ruledFrom(i)
	}
	if n == 0 || bracket && !r.x.Is(i+n, reading.Closing) {
		return
	}
	d.country, d.to = code, i+n
	if bracket {
		d.to++
	}
	r.seat()
}

// ofThis gives the length of words at token i that point to the state named last: nước này, nước chủ nhà.
func (r suffix) ofThis(i int) int {
	if r.x.Is(i, reading.Nation) && r.x.Is(i+1, reading.This|reading.Friendly) {
		return 2
	}
	m, _ := r.x.Longest(i, r.hostStates)
	return int(m.Len)
}

// ofTwoStates tells whether a committee is named with two states, and is of neither: Ủy ban Hợp tác Việt Nam - Nhật Bản.
func ofTwoStates(r *scanner, d *node) bool {
	if d.country == "" || !r.x.Is(d.to, reading.Dash) || !strings.HasSuffix(r.kindOf(d), "committee") {
		return false
	}
	_, n := r.countryBehind(d.to + 1)
	return n > 0 || r.x.Has(d.to+1, reading.ShortCountry)
}

// behindEpithet gives the state behind what is said of a body by which it rules: Chính phủ | lâm thời | Bangladesh,
// Quốc hội | khóa mới | của Lào.
func (r suffix) behindEpithet() string {
	m, ok := r.x.Longest(r.d.to, r.epithets)
	if !ok || r.d.body < 0 || !slices.Contains(ofRulers, r.kindOf(r.d)) {
		return ""
	}
	i := r.d.to + int(m.Len)
	if r.x.Is(i, reading.Of|reading.At|reading.In) {
		i++
	}
	code, _ := r.countryBehind(i)
	return code
}

// ruledFrom reads the seat of a government behind a body by which a state rules: Chính phủ Kiev.
func (r suffix) ruledFrom(i int) (code string, n int) {
	if r.d.body < 0 || r.x.Is(i, reading.Break) || !slices.Contains(ofRulers, r.kindOf(r.d)) {
		return "", 0
	}
	return r.capitalAt(i)
}

// memberState reads the state of a federation behind the name of a body that every state
// has, which is then a body of that one: Bộ Tài chính bang Hessen.
func (r suffix) memberState() bool {
	d := r.d
	if r.county() {
		return true
	}
	m, ok := r.x.Longest(d.to, r.states)
	at := d.to + int(m.Len)
	region, named := r.x.Longest(at, reading.Region)
	if !ok || !named {
		return false
	}
	g, name := r.Words.Region(region), d.made
	if d.body >= 0 {
		name, d.kind = r.bodies[d.body].Name, r.bodies[d.body].Kind
	}
	d.made = name + " " + r.x.Slice(d.to, at) + " " + g.Name
	d.country, d.to, d.body, d.bodies, d.read = g.Country, at+int(region.Len), -1, nil, readPlaceAbroad
	return true
}

// county reads the county behind the name of a body that every other state has, which is then a body there: Văn phòng Công tố
// quận Cook.
func (r suffix) county() bool {
	d := r.d
	if d.body < 0 || r.bodies[d.body].Country != lexicon.AnyCountry || !r.x.Has(d.to, r.counties) {
		return false
	}
	end := r.capitals(d.to + 1)
	if p := r.placeAt(d.to, anyLevel); end == d.to+1 || p.found() && p.Place.Index >= 0 {
		return false
	}
	b := &r.bodies[d.body]
	d.made, d.kind, d.abroad = b.Name+" "+strings.ToLower(r.x.Word(d.to))+" "+r.x.Slice(d.to+1, end), b.Kind, true
	d.to, d.body, d.bodies, d.read = end, -1, nil, readPlaceAbroad
	return true
}

// within gives the country that a name ends with, if it is one of those that
// have such a body: Cảnh sát biển Việt Nam.
func (r suffix) within() string {
	d := r.d
	for i := max(d.from+1, d.to-3); i < d.to; i++ {
		code, n := r.countryBehind(i)
		if i+n != d.to {
			continue
		}
		for _, s := range d.bodies {
			if r.bodies[s.body].Country == code {
				return code
			}
		}
	}
	return ""
}

// seat reads where an embassy sits: "Đại sứ quán Lào tại Việt Nam".
func (r suffix) seat() {
	d := r.d
	if d.body < 0 || r.bodies[d.body].Kind != "embassy" {
		return
	}
	name := r.x.Slice(d.from, d.to)
	if end := r.seatAt(d.to + 1); r.x.Is(d.to, reading.At|reading.In) && end > d.to+1 {
		d.seat, d.to = r.forms.Small.At[0]+" "+r.hostState(end), end
		name += " " + d.seat
	}
	d.made = r.bodies[d.body].spelled(name)
}

// hostState gives where an embassy sits, in the words up to a token; it writes our state for
// its capital: Đại sứ quán Lào ở Hà Nội is the one tại Việt Nam.
func (r suffix) hostState(end int) string {
	d := r.d
	switch s := r.placeAt(d.to+1, provinceLevel); {
	case s.end != end, !s.found():
		return r.x.Slice(d.to+1, end)
	case s.Place.Index < 0:
		return s.Place.Name
	case r.lex.Places[s.Place.Index].Capital:
		return r.lex.Country(home).Name
	default:
		return s.Place.Bare() // TP.HCM, TP Đà Nẵng
	}
}

// spelled writes a name that begins with another name of the body with its own: Sứ quán
// Lào is Đại sứ quán Lào.
func (b *body) spelled(name string) string {
	for _, alias := range append([]string{b.Name}, b.Aliases...) {
		if strings.HasPrefix(strings.ToLower(name), strings.ToLower(alias)) {
			return b.Name + name[len(alias):]
		}
	}
	return name
}

// seatAt gives the end of a country, city or organisation at token i: Lào, Vương
// quốc Thái Lan, Genève, EU.
func (r *namer) seatAt(i int) int {
	realm, _ := r.x.Longest(i, r.realms)
	at := i + int(realm.Len)
	if _, n := r.countryBehind(at); n > 0 {
		return at + n
	}
	senses, n := r.names.Longest(r.x, i)
	switch {
	case n == 0:
		return max(i, r.capitals(i), r.placeAt(i, provinceLevel).end)
	case r.bodies[senses[0].body].Country == lexicon.International:
		return i + n
	}
	return i
}
