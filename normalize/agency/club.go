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
	return r.behind(i, r.clubs) || r.plays(d) && r.ofMatch(d)
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
