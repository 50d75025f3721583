package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// abroadReach bounds the words between the head and the region of a name:
// Tòa án Quận Trung tâm Seoul.
const abroadReach = 7

// abroadAt reads a body of another country's region: Sở Cảnh sát Los Angeles,
// Công an tỉnh Vân Nam (Trung Quốc).
func (r *reader) abroadAt(i int) *node {
	head, n := r.abroad.Longest(r.x, i)
	switch {
	case n == 0, !capitalised(r.x, i), head.Common && r.x.Opens(i) && !(head.Force && forceOf(r, i+n)):
		return nil
	}
	for j := i + n; j <= i+n+abroadReach; {
		if !r.x.Looks(j, reading.Spaced|reading.Letters) {
			return r.underRegion(i, j, head)
		}
		if g, m := r.regionAt(j); m > 0 {
			d := r.far(i, j+m, head, g)
			d.made = r.regionName(i, j, g, head.Typed && j == i+n)
			r.insideCountry(d)
			return d
		}
		step := r.leadsToRegion(j)
		if step == 0 {
			return nil
		}
		j += step
	}
	return nil
}

// forceOf tells whether a region abroad, or the word of a state and it, stands at token i, and behind a bare
// one what is said of the force there: Cảnh sát London | đã bắt, but not Cảnh sát Osaka | nổi tiếng nghiêm.
func forceOf(r *reader, i int) bool {
	at := i
	state, _ := r.x.Longest(i, r.states)
	_, level := r.levelAt(i)
	at += max(int(state.Len), level)
	_, n := r.regionAt(at)
	return n > 0 && (at > i || r.closes(at+n))
}

// far makes a node of a body in a foreign region.
func (r *reader) far(i, end int, head *lexicon.Head, g *lexicon.Region) *node {
	d := r.made(i, end, head.Kind, "")
	d.country, d.read, d.entry = g.Country, readAbroad, reading.Entry{File: "forms.toml", Key: head.Word}
	return d
}

// underRegion reads a body of a place that lies in a foreign region: Cục Công
// an thành phố Phổ Nhĩ, tỉnh Vân Nam.
func (r *reader) underRegion(i, j int, head *lexicon.Head) *node {
	switch {
	case !r.x.Is(j, reading.Comma|reading.Opening), !r.x.Is(j-1, reading.Large):
		return nil
	}
	_, n := r.levelAt(j + 1)
	g, m := r.regionAt(j + 1 + n)
	if m == 0 {
		return nil
	}
	d := r.far(i, j, head, g)
	d.made = r.fullLevels(r.x.Slice(i, j))
	return d
}

// fullLevels writes short words of level in full.
func (w *words) fullLevels(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		k := slices.IndexFunc(w.levels, func(l levelWord) bool { return l.Word == strings.TrimSuffix(word, ".") })
		if k >= 0 {
			words[i] = w.levels[k].Type
		}
	}
	return strings.Join(words, " ")
}

// leadsToRegion gives the number of words at token i that may stand between a
// head and the region: one with a capital that begins no place of Vietnam, or
// some of the closed set; 0 for others.
func (r *reader) leadsToRegion(i int) int {
	if m, ok := r.x.Longest(i, r.toRegion); ok {
		return int(m.Len)
	}
	if r.x.Is(i, reading.Surname) || !r.x.Capital(i) {
		return 0
	}
	return 1
}

// regionName gives the name as written, the region in its usual spelling and,
// if wanted, behind the word of its level.
func (r *reader) regionName(i, at int, g *lexicon.Region, typed bool) string {
	name := r.fullLevels(r.x.Slice(i, at))
	if typed {
		name += " " + g.Type
	}
	return name + " " + g.Name
}

// insideCountry reads the country behind a region: ", Trung Quốc" or "(Lào)".
func (r *reader) insideCountry(d *node) {
	i := d.to
	if r.x.Is(i, reading.Comma|reading.Of|reading.Opening) {
		i++
	}
	code, n := r.countryBehind(i)
	end := i + n
	if code != d.country {
		return
	}
	if r.x.Is(d.to, reading.Opening) {
		if !r.x.Is(end, reading.Closing) {
			return
		}
		end++
	}
	d.to = end
}

// onlyAbroad tells whether a body is one that only other states have: Thượng viện.
func onlyAbroad(w *words, d *node) bool {
	return !slices.ContainsFunc(d.bodies, func(s sense) bool { return w.bodies[s.body].Country == home })
}

// ofGovernor gives a party committee that names no place the region abroad of the governor behind
// the comma: Bí thư Tỉnh ủy | , Tỉnh trưởng tỉnh Champasak.
func (s *slot) ofGovernor() bool {
	d := s.d
	if s.b.Kind != "party-committee" || !s.x.Is(d.to, reading.Comma) {
		return false
	}
	title, named := s.x.Longest(d.to+1, reading.Title)
	if post, _ := s.Post(title); !named || !post.Abroad {
		return false
	}
	at := d.to + 1 + int(title.Len)
	_, n := s.levelAt(at)
	g, m := s.regionAt(at + n)
	if m == 0 {
		return false
	}
	d.made, d.kind, d.country = s.b.head+" "+g.Name, s.b.Kind, g.Country
	d.body, d.bodies, d.read = -1, nil, readPlaceAbroad
	return true
}
