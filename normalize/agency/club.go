package agency

import "github.com/boctin/boctin/normalize/reading"

// longestClub bounds the words of club, player or match before the name of a club.
const longestClub = 4

// club asks whether a name is that of a sports club.
type club struct{ *scanner }

// named tells whether the name of a body of a place is here a sports club's: CLB Công an
// Hà Nội, thủ môn của Công an Hà Nội, Công an Hà Nội thua Nam Định.
func (r club) named(d *node) bool {
	if d.place.Name == "" {
		return false
	}
	i := d.from
	if r.x.Is(i-1, reading.Of) {
		i--
	}
	return r.behind(i, r.clubs) || r.besideRival(d) || (r.plays(d) || r.meets(d)) && r.ofMatch(d)
}

// besideRival tells whether a club that nothing else is named like stands beside the name of a body,
// one word between: Công an Hà Nội và Thể Công.
func (r club) besideRival(d *node) bool {
	return r.x.Has(d.to+1, r.rivals) && r.x.Is(d.to+1, reading.Large) || r.behind(d.from-1, r.rivals)
}

// meets tells whether a place stands behind a word of what clubs do to each other, and that behind
// the name of a body: Công an Hà Nội gặp Nam Định.
func (r club) meets(d *node) bool {
	for i := d.to; i <= d.to+1; i++ {
		if m, ok := r.x.Longest(i, r.faces); ok {
			at := i + int(m.Len)
			_, end := r.barePlace(at, provinceLevel)
			return end > at
		}
	}
	return false
}

// behind tells whether a phrase of a kind ends just before token i.
func (r club) behind(i int, kind reading.Kind) bool {
	_, ok := r.endsBefore(i, longestClub, kind)
	return ok
}

// plays tells whether a word of what clubs do to each other stands beside the name of a
// body, behind it perhaps with a word of time before: vừa thắng.
func (r club) plays(d *node) bool {
	return r.x.Has(d.to, r.matches) || r.x.Has(d.to+1, r.matches) || r.behind(d.from, r.matches)
}

// matchReach is how far from the name of a club a word of sport tells a match, in tokens.
const matchReach = 24

// ofMatch tells whether the sentence around a body speaks of a match.
func (r club) ofMatch(d *node) bool {
	for i := max(0, d.from-matchReach); i < min(len(r.x.Tokens), d.to+matchReach); i++ {
		if r.x.Has(i, r.sporting) && sameSentence(r.x, i, d.from) {
			return true
		}
	}
	return false
}
