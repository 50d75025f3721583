package agency

import "github.com/boctin/boctin/normalize/reading"

// longestClub bounds the words of club, player or coach before the name of a club.
const longestClub = 3

// ofClub tells whether the name of a body of a place is here a sports club's: CLB Công an
// Hà Nội, thủ môn của Công an Hà Nội.
func (r *scanner) ofClub(d *node) bool {
	if d.place.Name == "" {
		return false
	}
	i := d.from
	if r.x.Is(i-1, reading.Of) {
		i--
	}
	for j := max(0, i-longestClub); j < i; j++ {
		if m, ok := r.x.Longest(j, r.clubs); ok && j+int(m.Len) == i {
			return true
		}
	}
	return false
}
