package agency

import (
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// findings is what a scan over all texts brings, in reading order.
type findings struct {
	nodes   []*node
	nations []sighting
	spots   []sighting
	signs   []sighting // posts that only one state has
}

// sighting is a country or place that a text names.
type sighting struct {
	text, token int
	code        string // of a country, "" for a place
	place       finding.Place
}

// scanRule reads what begins at a token and gives the token to go on from; the
// same token where the rule does not hold.
type scanRule struct {
	name string
	read func(r *reader, i int, out *findings) (end int)
}

// scanRules are tried at each token in this order.
func scanRules() []scanRule {
	return []scanRule{
		{"agency/no-body", (*reader).noBody},
		{"agency/post-of-one-state", (*reader).sign},
		{"agency/row-of-heads", (*reader).rowOfHeads},
		{readRow, (*reader).rowOfPlaces},
		{"agency/body", (*reader).aBody},
		{"agency/head-left-out", (*reader).headLeftOut},
		{"agency/title", (*reader).title},
		{"agency/country", (*reader).aCountry},
		{"agency/place", (*reader).aPlace},
	}
}

// scan reads a text from left to right, each token once but for the words that
// an agency's name is tried on.
func (r *reader) scan(out *findings) {
	for i := 0; i < len(r.x.Tokens); {
		if !r.x.Begins(i) {
			i++
			continue
		}
		i = r.step(i, out)
	}
}

// step tries the rules at token i.
func (r *reader) step(i int, out *findings) int {
	for k := range r.rules.scan {
		if end := r.rules.scan[k].read(r, i, out); end > i {
			return end
		}
	}
	return i + 1
}

// sign notes a post that only one state has.
func (r *reader) sign(i int, out *findings) int {
	if code, n := r.oneState.Longest(r.x, i); n > 0 && capitalised(r.x, i) {
		out.signs = append(out.signs, sighting{text: r.n, token: i, code: code})
	}
	return i
}

// noBody steps over words that only look like a body: các nước ASEAN.
func (r *reader) noBody(i int, _ *findings) int {
	m, ok := r.x.Longest(i, r.nots)
	if !ok {
		return i
	}
	end := i + int(m.Len)
	if d := r.agencyAt(i, 0); d != nil && d.to > end {
		return i
	}
	return end
}

// aBody reads a body and its short form in brackets.
func (r *reader) aBody(i int, out *findings) int {
	d := r.inner(r.agencyAt(i, 0))
	if d == nil {
		return i
	}
	r.found(d, out)
	return max(r.shortForm(d, out), out.nodes[len(out.nodes)-1].to)
}

// title notes where a title ends, by all its readings: what stands behind it may
// be a body by a name that it has in posts.
func (r *reader) title(i int, _ *findings) int {
	if r.x.Has(i, reading.Title) {
		r.ends = r.ends[:0]
		r.x.Each(i, reading.Title, func(m reading.Mark) { r.ends = append(r.ends, i+int(m.Len)) })
	}
	return i
}

// aCountry notes the country or the seat of government that begins at token i.
func (r *reader) aCountry(i int, out *findings) int {
	code, n := r.countryAlone(i)
	if n == 0 {
		code, n = r.capitalAt(i)
	}
	if n > 0 {
		out.nations = append(out.nations, sighting{text: r.n, token: i, code: code})
	}
	return i + n
}

// aPlace notes the place that begins at token i, or the region abroad.
func (r *reader) aPlace(i int, out *findings) int {
	s := r.placeAt(i, anyLevel)
	switch {
	case !s.found():
		return max(s.after, r.aRegion(i, out))
	case r.inPerson(i), s.level == nil && r.x.Tok(s.end-1).Shape == viet.Lower:
		return s.end // Thống nhất cho thôi nhiệm vụ: no place
	}
	end := r.above(s.end, &s.Place)
	out.spots = append(out.spots, sighting{text: r.n, token: i, place: s.Place})
	return end
}

func (r *reader) aRegion(i int, out *findings) int {
	g, n := r.regionAt(i)
	if n == 0 || r.inPerson(i) {
		return i
	}
	out.nations = append(out.nations, sighting{text: r.n, token: i, code: g.Country})
	return i + n
}

// inner gives the agency that a common word leads up to, if the common word says
// nothing else: Quốc hội of "đoàn đại biểu Quốc hội Lào".
func (r *reader) inner(d *node) *node {
	if d == nil || !d.vague() || !r.generic(d) {
		return d
	}
	for i := d.from + 1; i < d.to; i++ {
		if in := r.agencyAt(i, 1); in != nil && !in.bare && in.to >= d.to {
			return in
		}
	}
	return d
}

// generic tells whether the name of a node is a common word by itself.
func (w *words) generic(d *node) bool { return d.body >= 0 && w.bodies[d.body].Generic }

// found keeps a node and what it tells of countries and places.
func (r *reader) found(d *node, out *findings) {
	out.nodes = append(out.nodes, d)
	for o := d; o != nil; o = o.owner {
		if o.country != "" {
			out.nations = append(out.nations, sighting{text: r.n, token: d.from, code: o.country})
		}
		if o.place.Name != "" {
			out.spots = append(out.spots, sighting{text: r.n, token: d.from, place: o.place})
		}
	}
	r.also(d, out)
}

// shortForm reads "(PC03)" behind a name: the same agency once more.
func (r *reader) shortForm(d *node, out *findings) int {
	i := d.to + 1
	if !r.x.Is(d.to, reading.Opening) || r.x.Tok(d.to).Gap == viet.Paragraph {
		return d.to
	}
	senses, n := r.names.Longest(r.x, i)
	if n == 0 || !r.x.Is(i+n, reading.Closing) || !senses[0].exact || !r.written(i, n, senses[0]) {
		return d.to
	}
	same := r.listed(i, n, senses)
	same.same, same.read = d, readShort
	out.nodes = append(out.nodes, same)
	return i + n + 1
}

// also reads what follows "Công an tỉnh Nghệ An" or "Công an quận A" in a row.
func (r *reader) also(d *node, out *findings) {
	switch {
	case d.owner != nil || d.body < 0:
	case d.place.Level > lexicon.ProvinceLevel:
		r.alsoTyped(d, out)
	case d.place.Level == lexicon.ProvinceLevel:
		r.alsoBare(d, out)
	}
}

// alsoBare reads ", Hà Tĩnh và Quảng Bình": a row of provinces that ends with và.
func (r *reader) alsoBare(d *node, out *findings) {
	var row []*node
	b := &r.bodies[d.body]
	for i := d.to; r.x.Is(i, reading.Comma|reading.And); {
		s := r.placeAt(i+1, b.levels)
		if !s.found() || s.level != nil || s.Level != lexicon.ProvinceLevel {
			return
		}
		row = append(row, r.placed(i+1, s.end, d.bodies[0], s.Place, readRow))
		if r.x.Is(i, reading.And) {
			out.nodes = append(out.nodes, row...)
			return
		}
		i = s.end
	}
}

// alsoTyped reads ", quận B và quận C": places with the same word of level.
func (r *reader) alsoTyped(d *node, out *findings) {
	b := &r.bodies[d.body]
	for i := d.to; r.x.Is(i, reading.Comma|reading.And); {
		w, n := r.levelAt(i + 1)
		if n == 0 || w.Type != d.place.Type {
			return
		}
		p, end := r.namedPlace(i+1+n, w)
		if end == i+1+n || !b.levels[p.Level] {
			return
		}
		out.nodes = append(out.nodes, r.placed(i+1, end, d.bodies[0], p, readRow))
		i = end
	}
}

// headLeftOut reads "Ngoại giao" behind "Bộ trưởng": Bộ Ngoại giao.
func (r *reader) headLeftOut(i int, out *findings) int {
	head, n := r.ellipses.Longest(r.x, i)
	j := i + n
	if n == 0 || r.endsWord(i) || !capitalised(r.x, j) || r.x.Tok(j).Gap == viet.Paragraph {
		return i
	}
	d := r.withoutHead(j, head)
	if d == nil {
		return i
	}
	d.read, d.entry = "agency/head-left-out", reading.Entry{File: "posts.toml", Key: head}
	r.found(d, out)
	return d.to
}

// withoutHead reads a body whose head a title took in: of the lexicon, or made
// of fields where these say more.
func (r *reader) withoutHead(i int, head string) *node {
	var d *node
	if senses, n := r.elided[head].Longest(r.x, i); n > 0 {
		d = r.fit(i, n, senses, 0)
	}
	if d != nil && d.vague() && d.to-d.from < 2 {
		d = nil
	}
	end, _ := r.fieldsAt(i, false)
	if end == i || d != nil && end <= d.to {
		return d
	}
	made := r.made(i, end, r.headKind(head), head+" "+r.x.Slice(i, end))
	r.readCountry(made)
	if d == nil || made.country != "" && d.country == "" {
		return made
	}
	return d
}

func (r *reader) headKind(word string) string {
	if h, ok := r.heads.Get(word); ok {
		return h.Kind
	}
	return ""
}
