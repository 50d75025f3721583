package agency

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// sighting is a country or place that a text names.
type sighting struct {
	text, token int
	code        string // of a country, "" for a place
	place       site
}

// findings is what a scan over all texts brings, in reading order.
type findings struct {
	nodes   []*node
	nations []sighting
	spots   []sighting
	signs   []sighting // posts that only one state has
}

// scan reads a text from left to right, each token once but for the words that
// an agency's name is tried on.
func (r *reader) scan(out *findings) {
	for i := 0; i < len(r.x.Tokens); {
		id := r.x.Tokens[i].ID
		if id == 0 || !r.begins(id) {
			i++
			continue
		}
		i = r.step(i, out)
	}
}

// step reads what begins at token i and gives the token to go on from.
func (r *reader) step(i int, out *findings) int {
	if _, n := r.nots.Longest(r.x, i); n > 0 {
		if d := r.agencyAt(i, 0); d == nil || d.to <= i+n {
			return i + n
		}
	}
	if code, n := r.marks.Longest(r.x, i); n > 0 && capitalised(r.x, i) {
		out.signs = append(out.signs, sighting{text: r.n, token: i, code: code})
	}
	if list := r.ministries(i); list != nil {
		out.nodes = append(out.nodes, list...)
		return list[len(list)-1].to
	}
	if list := r.several(i); list != nil {
		out.nodes = append(out.nodes, list...)
		return list[len(list)-1].to
	}
	if d := r.inner(r.agencyAt(i, 0)); d != nil {
		r.found(d, out)
		return max(r.shortForm(d, out), out.nodes[len(out.nodes)-1].to)
	}
	if end := r.elidedAt(i, out); end > i {
		return end
	}
	first := true
	r.titles.Each(r.x, i, func(_ bool, n int) {
		if first {
			r.ends, first = r.ends[:0], false
		}
		r.ends = append(r.ends, i+n)
	})
	return r.sight(i, out)
}

// inner gives the agency that a common word leads up to, if the common word says
// nothing else: Quốc hội of "đoàn đại biểu Quốc hội Lào".
func (r *reader) inner(d *node) *node {
	if d == nil || !d.bare || d.level.typ != "" || d.body < 0 || !r.bodies[d.body].Generic {
		return d
	}
	for i := d.from + 1; i < d.to; i++ {
		if in := r.agencyAt(i, 1); in != nil && !in.bare && in.to >= d.to {
			return in
		}
	}
	return d
}

// found keeps a node and what it tells of countries and places.
func (r *reader) found(d *node, out *findings) {
	out.nodes = append(out.nodes, d)
	for o := d; o != nil; o = o.owner {
		if o.country != "" {
			out.nations = append(out.nations, sighting{text: r.n, token: d.from, code: o.country})
		}
		if o.place.name != "" {
			out.spots = append(out.spots, sighting{text: r.n, token: d.from, place: o.place})
		}
	}
	r.also(d, out)
}

// shortForm reads "(PC03)" behind a name: the same agency once more.
func (r *reader) shortForm(d *node, out *findings) int {
	toks := r.x.Tokens
	i := d.to
	if i+2 >= len(toks) || toks[i].ID != r.w.open || toks[i].Gap == viet.Paragraph {
		return d.to
	}
	senses, n := r.names.Longest(r.x, i+1)
	if n == 0 || i+1+n >= len(toks) || toks[i+1+n].ID != r.w.close || !senses[0].exact || !r.written(i+1, n, senses[0], &r.bodies[senses[0].body]) {
		return d.to
	}
	out.nodes = append(out.nodes, &node{text: r.n, from: i + 1, to: i + 1 + n, bodies: senses, body: senses[0].body, alt: -1, same: d, rule: "short form in brackets"})
	return i + 2 + n
}

// also reads ", Hà Tĩnh và Quảng Bình" behind "Công an tỉnh Nghệ An": a row of
// provinces that ends with và.
func (r *reader) also(d *node, out *findings) {
	if d.owner == nil && d.body >= 0 && d.place.level > lexicon.ProvinceLevel {
		r.alsoTyped(d, out)
	}
	if d.place.level != lexicon.ProvinceLevel || d.owner != nil {
		return
	}
	var row []*node
	b := &r.bodies[d.body]
	for i := d.to; i+1 < len(r.x.Tokens); {
		id := r.x.Tokens[i].ID
		s, end, w, _ := r.placeAt(r.x, i+1, b.levels)
		if id == 0 || id != r.w.comma && id != r.w.va || end == i+1 || s.level != lexicon.ProvinceLevel || w.typ != "" {
			return
		}
		row = append(row, &node{text: r.n, from: i + 1, to: end, bodies: d.bodies, body: d.body, alt: -1, place: s, rule: "list of places"})
		if i = end; id == r.w.va {
			out.nodes = append(out.nodes, row...)
			return
		}
	}
}

// alsoTyped reads ", quận B và quận C" behind "Công an quận A": places with the
// same word of level.
func (r *reader) alsoTyped(d *node, out *findings) {
	b := &r.bodies[d.body]
	for i := d.to; i+1 < len(r.x.Tokens); {
		id := r.x.Tokens[i].ID
		w, n := r.levelAt(r.x, i+1)
		if id == 0 || id != r.w.comma && id != r.w.va || n == 0 || w.typ != d.place.typ {
			return
		}
		s, end := r.namedPlace(r.x, i+1+n, w)
		if end == i+1+n || !b.levels[s.level] {
			return
		}
		out.nodes = append(out.nodes, &node{text: r.n, from: i + 1, to: end, bodies: d.bodies, body: d.body, alt: -1, place: s, rule: "list of places"})
		i = end
	}
}

// elidedAt reads "Ngoại giao" behind "Bộ trưởng": Bộ Ngoại giao.
func (r *reader) elidedAt(i int, out *findings) int {
	head, n := r.ellipses.Longest(r.x, i)
	j := i + n
	if n == 0 || r.endsWord(i) || j >= len(r.x.Tokens) || !capitalised(r.x, j) || r.x.Tokens[j].Gap == viet.Paragraph {
		return i
	}
	var d *node
	if senses, m := r.elided[head].Longest(r.x, j); m > 0 {
		d = r.fit(j, m, senses, 0)
	}
	if d != nil && d.bare && d.level.typ == "" && d.to-d.from < 2 {
		d = nil
	}
	if end, _ := r.fieldsAt(j, false); end > j && (d == nil || end > d.to) {
		made := &node{text: r.n, from: j, to: end, body: -1, alt: -1, kind: r.headKind(head), made: head + " " + r.x.Slice(j, end)}
		r.country(made)
		if d == nil || made.country != "" && d.country == "" {
			d = made
		}
	}
	if d == nil {
		return i
	}
	d.rule = "head left out: " + head
	r.found(d, out)
	return d.to
}

func (r *reader) headKind(head string) string {
	for i := range r.lex.Forms.Heads {
		if h := &r.lex.Forms.Heads[i]; h.Word == head {
			return h.Kind
		}
	}
	return ""
}

// anyLevel accepts places of every level.
var anyLevel = [lexicon.CommuneLevel + 1]bool{false, true, true, true}

// sight notes the country or place that begins at token i.
func (r *reader) sight(i int, out *findings) int {
	if code, n := r.countryAt(i, false); n > 0 {
		out.nations = append(out.nations, sighting{text: r.n, token: i, code: code})
		return i + n
	}
	if r.x.Tokens[i].Shape != viet.Lower {
		if code, n := r.capitals.Longest(r.x, i); n > 0 {
			if code != "VN" {
				out.nations = append(out.nations, sighting{text: r.n, token: i, code: code})
				return i + n
			}
		}
	}
	s, end, w, after := r.placeAt(r.x, i, anyLevel)
	if end > i && (r.inPerson(i) || w.typ == "" && r.x.Tokens[end-1].Shape == viet.Lower) {
		return end // Thống nhất cho thôi nhiệm vụ: no place
	}
	if end == i {
		if g, n := r.regionAt(i); n > 0 && !r.inPerson(i) {
			out.nations = append(out.nations, sighting{text: r.n, token: i, code: g.Country})
			return i + n
		}
	}
	if end > i {
		end = r.above(r.x, end, &s)
		out.spots = append(out.spots, sighting{text: r.n, token: i, place: s})
		return end
	}
	return max(i+1, after)
}

// inPerson tells whether a name at token i ends a person's: Bình of Đỗ Thanh
// Bình is no place, nor Hải Dương in Nguyễn Thị Hải Dương.
func (r *reader) inPerson(i int) bool {
	if r.x.Tokens[i].Shape != viet.Title {
		return false
	}
	for j := i; j > 0 && j > i-3; j-- {
		prev := &r.x.Tokens[j-1]
		if r.x.Tokens[j].Gap != viet.Space || prev.Kind != viet.Word || prev.Shape != viet.Title {
			return false
		}
		if r.surname[prev.ID] {
			return true
		}
	}
	return false
}
