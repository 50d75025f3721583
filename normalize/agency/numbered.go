package agency

import "github.com/boctin/boctin/normalize/reading"

// number reads the number of "Quân khu {number}", in figures, also Roman, and
// whose it is where the name has levels: Ban Chỉ đạo 158 tỉnh Bến Tre.
func (s *slot) number(depth int) bool {
	d := s.d
	if d.made != "" {
		return true // QK7
	}
	if !s.figure(d.to) {
		return false
	}
	if s.countsAt(d.to + 1) {
		d.generic = true
		return false
	}
	d.made = s.x.Word(d.to)
	d.to++
	if s.ofState(depth) {
		return true
	}
	if word, n := s.centrals.Longest(s.x, d.to); n > 0 {
		d.made, d.to = d.made+" "+word, d.to+n
		return true
	}
	if p := s.placeAt(d.to, s.b.levels); p.found() {
		d.place = p.Place
		d.to = s.above(p.end, &d.place)
		d.made += " " + d.place.Full()
	}
	return true
}

// ofState makes the unit of another state's army of a number behind which that state stands: Quân khu 2
// (của) Thái Lan.
func (s *slot) ofState(depth int) bool {
	d, at := s.d, s.d.to
	if s.b.Kind != "army" {
		return false
	}
	if s.x.Is(at, reading.Of) {
		at++
	}
	code, n := s.countryBehind(at)
	end := at + n
	if n == 0 {
		code, end = s.armyBehind(at, depth), d.to
	}
	if !foreign(code) {
		return false
	}
	s.abroadIn(code, d.made)
	d.to, d.read = end, readUnitAbroad
	return true
}

// armyBehind gives the other state whose army is named at token i, which a unit may be of: Quân khu 2 của | Quân đội Hoàng
// gia Thái Lan.
func (s *slot) armyBehind(i, depth int) string {
	if s.x.Is(i, reading.Under) {
		i++
	}
	if !capitalised(s.x, i) {
		return ""
	}
	owner := s.agencyAt(i, depth+1)
	if owner == nil || s.kindOf(owner) != "army" {
		return ""
	}
	return owner.country
}

// countsAt tells whether a number before token i counts what stands there: Ban chỉ đạo 25 người, Ban chỉ
// đạo 10 tỉnh, thành phố.
func (s *slot) countsAt(i int) bool {
	if s.x.Has(i, s.members) {
		return true
	}
	_, n := s.levelAt(i)
	return n > 0 && s.anyOf(i+n)
}
