package agency

import "slices"

// stats counts what an article says of countries.
type stats struct {
	named      map[string]int
	home       int
	foreign    string                    // the one named most
	province   int32                     // the one that most places lie in, -1 if none stands out
	provinceAt int                       // index of the first place in it, -1 if there is none
	explicit   map[int32]map[string]bool // countries said of a body by name
	made       map[string]string         // country said of a name made by form
	bare       map[int32]int             // how often a body is named without a country
	proper     []string                  // names made of a head and words with capitals
	police     bool                      // it names police otherwise than by a code, or a court or procuracy
}

// clear makes the counts those of no article.
func (s *stats) clear() {
	clear(s.named)
	clear(s.explicit)
	clear(s.made)
	clear(s.bare)
	*s = stats{named: s.named, explicit: s.explicit, made: s.made, bare: s.bare}
}

// count sums up what the findings say.
func (a *article) count() {
	a.stats.countries(a.nations)
	a.stats.places(a.spots)
	for _, d := range a.nodes {
		if d.body < 0 {
			a.countMade(d)
		} else {
			a.countListed(d)
		}
	}
}

// countries counts which country is named how often.
func (s *stats) countries(nations []sighting) {
	for i := range nations {
		code := nations[i].code
		s.named[code]++
		if code != home && s.named[code] > s.named[s.foreign] {
			s.foreign = code
		}
	}
	s.home = s.named[home]
}

// speaksOf tells whether the article names one country more often than all others together.
func (s *stats) speaksOf(code string) bool { return s.share(code) > 0.5 }

// share gives the part that one country has of all namings of countries.
func (s *stats) share(code string) float64 {
	all := 0
	for _, n := range s.named {
		all += n
	}
	return float64(s.named[code]) / float64(max(all, 1))
}

// places counts the places of Vietnam, and finds the province in which twice as
// many lie as in any other.
func (s *stats) places(spots []sighting) {
	count := map[int32]int{}
	for i := range spots {
		p := &spots[i].place
		if p.Index >= 0 {
			s.home++ // quận Yongsan is no place of Vietnam
		}
		if p.Province >= 0 {
			count[p.Province]++
		}
	}
	s.province, s.provinceAt = -1, -1
	first, second := 0, 0
	for p, n := range count {
		if n > first {
			s.province, first, second = p, n, first
		} else {
			second = max(second, n)
		}
	}
	if first < 2*second {
		s.province = -1
		return
	}
	for i := range spots {
		if spots[i].place.Province == s.province {
			s.provinceAt = i
			return
		}
	}
}

func (a *article) countMade(d *node) {
	if d.country != "" {
		a.stats.made[a.slug(d.made)] = d.country
	}
	if d.proper {
		a.stats.proper = append(a.stats.proper, d.made)
	}
}

func (a *article) countListed(d *node) {
	s := &a.stats
	s.police = s.police || (a.ofPolice(d.body) || slices.Contains(ofJustice, a.bodies[d.body].Kind)) && !a.isCode(d)
	if a.homes(d)[0] == home && !d.vague() { // none but ours: those of other countries stand before
		s.home++
	}
	code := d.country
	if d.this {
		code = a.nations.before(d).lastForeign()
	}
	if code == "" {
		s.bare[d.body]++
		return
	}
	if s.explicit[d.body] == nil {
		s.explicit[d.body] = map[string]bool{}
	}
	s.explicit[d.body][code] = true
}

// ofPolice tells whether a body is the ministry of police, or one of its own.
func (w *words) ofPolice(body int32) bool {
	b := &w.bodies[body]
	return b.Kind == "police" || w.ministries[b.Name] || w.ministries[b.Parent]
}

// isCode tells whether a node begins with a letter and figures: C03, which is also a
// block of school subjects or a room.
func (a *article) isCode(d *node) bool { return isCode(a.text(d).Word(d.from)) }
