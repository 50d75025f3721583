package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// refer settles a node that leaves out its place or owner.
func (a *article) refer(d *node) []*entity {
	if done, ok := a.settled[d]; ok {
		return done
	}
	if d.same != nil {
		out := a.settled[d.same]
		a.settled[d] = out
		return out
	}
	var out []*entity
	switch {
	case d.alt >= 0:
		prev, next := a.nearest(a.last[d.alt], d)
		if prev == nil && d.text == 0 {
			prev = next // a headline says less than the text
		}
		if prev == nil {
			return a.full(d)
		}
		out = a.settled[prev]
	case d.owner != nil && d.owner.open():
		if owners := a.refer(d.owner); len(owners) > 0 {
			out = []*entity{a.entity(d, owners[0].country, owners[0])}
		}
	case d.owner != nil:
		return a.full(d)
	default:
		out = a.antecedent(d)
	}
	a.settled[d] = out
	return out
}

// antecedent finds what a short form stands for: the same body named in full
// before; an owner or place beside it; the same body named after; its bare sense.
func (a *article) antecedent(d *node) []*entity {
	b := &a.bodies[d.body]
	if s := a.shared(d, b); s != nil && !d.generic {
		return []*entity{a.placed(d, b, s)}
	}
	if d.generic || d.level.typ == "" && (b.Generic || d.lower && d.to-d.from < 3 || d.to-d.from == 1 && !isAbbreviation(a.texts[d.text].Word(d.from))) {
		return nil
	}
	prev, next := a.nearest(a.last[b.family], d)
	if s := a.clauseSite(d, b, prev); s != nil {
		return []*entity{a.placed(d, b, s)}
	}
	if prev != nil {
		return a.settled[prev]
	}
	if !d.lower {
		if e := a.supplied(d, b); e != nil {
			return []*entity{e}
		}
	}
	if next != nil {
		return a.settled[next]
	}
	if b.bare >= 0 && !d.lower && d.level.typ == "" {
		filled := *d
		filled.body, filled.bodies, filled.bare = b.bare, []sense{{body: b.bare}}, false
		return a.full(&filled)
	}
	return nil
}

// clauseSite gives the place that the posts of one person name in a list of
// persons: "…; ông A, Phó Chủ tịch UBND tỉnh, nguyên Giám đốc Sở Y tế tỉnh B".
// It is nil where no semicolon parts d from the same body named before.
func (a *article) clauseSite(d *node, b *body, prev *node) *site {
	if d.level.typ == "" || len(b.of) > 0 {
		return nil
	}
	x := a.texts[d.text]
	from := d.from
	for from > 0 && from > d.from-clauseReach && x.Word(from) != ";" {
		from--
	}
	if prev != nil && prev.text == d.text && prev.from > from || x.Word(from) != ";" || x.Tokens[from].Sentence != x.Tokens[d.from].Sentence {
		return nil
	}
	for i := position(a.spots, &node{text: d.text, from: from}); i < len(a.spots) && a.spots[i].text == d.text; i++ {
		s := &a.spots[i]
		if s.token > d.from+clauseReach || x.Tokens[s.token].Sentence != x.Tokens[d.from].Sentence || a.parted(x, d.from, s.token) {
			return nil
		}
		if up := a.lift(&s.place, d.level); up != nil && b.levels[up.level] {
			return up
		}
	}
	return nil
}

// clauseReach bounds a clause, in tokens.
const clauseReach = 80

// parted tells whether a semicolon stands between two tokens.
func (a *article) parted(x *viet.Text, i, j int) bool {
	for ; i < j; i++ {
		if x.Word(i) == ";" {
			return true
		}
	}
	return false
}

// supplied makes the agency with the owner or place that the article names.
func (a *article) supplied(d *node, b *body) *entity {
	if len(b.of) > 0 {
		if owner := a.ownerFor(d, b); owner != nil {
			return a.entity(d, owner.country, owner)
		}
		return nil
	}
	if s := a.placeFor(d, b); s != nil {
		return a.placed(d, b, s)
	}
	return nil
}

// placed makes the agency of a node with a place that stands elsewhere.
func (a *article) placed(d *node, b *body, s *site) *entity {
	filled := *d
	filled.place = *s
	return a.entity(&filled, b.Country, nil)
}

// shared gives the place that stands once for a row of names: Tỉnh ủy, HĐND,
// UBND tỉnh Nghệ An.
func (a *article) shared(d *node, b *body) *site {
	if d.level.typ != "" || b.slot != "place" && b.slot != "at" {
		return nil
	}
	x := a.texts[d.text]
	for i := d.index + 1; i < len(a.nodes) && i < d.index+6; i++ {
		prev, o := a.nodes[i-1], a.nodes[i]
		if o.text != d.text || o.from != prev.to+1 || x.Tokens[prev.to].ID != a.w.comma && x.Tokens[prev.to].ID != a.w.va || o.owner != nil {
			return nil
		}
		s := &o.place
		if s.name == "" && o.level.typ != "" {
			if list := a.refer(o); len(list) > 0 {
				s = &list[0].place
			}
		}
		if s.name != "" && b.levels[s.level] {
			return s
		}
	}
	return nil
}

// near bounds how many findings before or after a place are looked at, so that
// time grows with the text and no faster.
const near = 40

// nearest gives the node of a list that stands last before d, and the first
// after it; their places must be of the level that d says.
func (a *article) nearest(list []*node, d *node) (prev, next *node) {
	at, _ := slices.BinarySearchFunc(list, d, inOrder)
	for i := at - 1; i >= 0 && i >= at-near; i-- {
		if d.level.typ == "" || d.level.fits(&list[i].place) {
			prev = list[i]
			break
		}
	}
	for i := at; i < len(list) && i < at+near; i++ {
		if list[i] != d && (d.level.typ == "" || d.level.fits(&list[i].place)) {
			return prev, list[i]
		}
	}
	return prev, nil
}

// inOrder compares two nodes by where they stand.
func inOrder(o, d *node) int {
	if o.text != d.text {
		return o.text - d.text
	}
	return o.from - d.from
}

// fits tells whether a place is of the type that a word of level says.
func (w *levelWord) fits(s *site) bool {
	return s.typ == w.typ || s.typ == "" && (s.level == w.level || s.level == w.also)
}

// ownerFor finds the agency that a unit without owner belongs to: one named in
// its sentence, the last before it or the first after; else in its paragraph
// before it; else the only one of the article that can have such a unit.
func (a *article) ownerFor(d *node, b *body) *entity {
	x := a.texts[d.text]
	var sentence, paragraph *entity
	at, _ := slices.BinarySearchFunc(a.nodes, d, inOrder)
	for i := max(0, at-near); i < min(len(a.nodes), at+near); i++ {
		o := a.nodes[i]
		e := a.ownerOf(o, b)
		if e == nil || o.text != d.text || o == d {
			continue
		}
		if x.Tokens[o.from].Sentence == x.Tokens[d.from].Sentence && (before(o, d) || sentence == nil) {
			sentence = e
		}
		if before(o, d) && sameParagraph(x, o.from, d.from) {
			paragraph = e
		}
	}
	if sentence != nil {
		return sentence
	}
	if paragraph != nil {
		return paragraph
	}
	return a.onlyOwner(d.body, b)
}

// ownerOf gives the agency of a node, or the one it is of, that can have the
// unit b.
func (a *article) ownerOf(o *node, b *body) *entity {
	for ; o != nil; o = o.owner {
		if !slices.ContainsFunc(o.bodies, func(s sense) bool { return slices.Contains(b.of, s.body) }) {
			continue
		}
		list := a.settled[o]
		if list == nil && !o.open() {
			list = a.full(o)
		}
		if len(list) > 0 && (len(b.Levels) == 0 || list[0].place.level == 0 || b.levels[list[0].place.level]) {
			return list[0]
		}
	}
	return nil
}

// onlyOwner gives the one agency of the article that can have such a unit, nil
// if there are several. It is worked out once a unit.
func (a *article) onlyOwner(unit int32, b *body) *entity {
	if e, known := a.only[unit]; known {
		return e
	}
	var only *entity
	for _, o := range a.nodes {
		e := a.ownerOf(o, b)
		if e != nil && only != nil && e != only {
			only = nil
			break
		}
		if e != nil {
			only = e
		}
	}
	a.only[unit] = only
	return only
}

// sameParagraph tells whether no empty line lies between two tokens, as far as
// two hundred tokens back.
func sameParagraph(x *viet.Text, i, j int) bool {
	if j-i > 200 {
		return false
	}
	for k := i + 1; k <= j; k++ {
		if x.Tokens[k].Gap == viet.Paragraph {
			return false
		}
	}
	return true
}

// placeFor finds the place that a name such as UBND tỉnh leaves out: the
// province that the article speaks of most, else the last place of its level
// named before, else the first after.
func (a *article) placeFor(d *node, b *body) *site {
	level := d.level
	if level.typ == "" {
		level = b.implied
	}
	if level.typ == "" {
		return nil
	}
	at := position(a.spots, d)
	if main := a.stats.province; main >= 0 && b.levels[lexicon.ProvinceLevel] && (at == 0 || a.named(main, at)) {
		if s := a.listed(main, ""); level.fits(&s) || level.typ == anyProvince {
			return &s
		}
	}
	for i := at - 1; i >= 0 && i >= at-near; i-- {
		if s := a.lift(&a.spots[i].place, level); s != nil && b.levels[s.level] {
			return s
		}
	}
	for i := at; i < len(a.spots) && i < at+near; i++ {
		if s := a.lift(&a.spots[i].place, level); s != nil && b.levels[s.level] {
			return s
		}
	}
	return nil
}

// named tells whether a place of that province stands among the first n places.
func (a *article) named(province int32, n int) bool {
	if a.stats.provinceAt < 0 {
		a.stats.provinceAt = slices.IndexFunc(a.spots, func(s sighting) bool { return s.place.index == province || s.place.upper == province })
	}
	return a.stats.provinceAt >= 0 && a.stats.provinceAt < n
}

// position gives the index of the first sighting that does not stand before d.
func position(list []sighting, d *node) int {
	at, _ := slices.BinarySearchFunc(list, d, func(s sighting, d *node) int {
		if s.text != d.text {
			return s.text - d.text
		}
		return s.token - d.from
	})
	return at
}

// lift gives the place itself or the province over it, as the word of level
// asks.
func (a *article) lift(s *site, w levelWord) *site {
	if w.fits(s) || w.typ == anyProvince && s.level == lexicon.ProvinceLevel {
		return s
	}
	if s.upper >= 0 && w.level == lexicon.ProvinceLevel {
		up := a.listed(s.upper, "")
		if w.fits(&up) || w.typ == anyProvince {
			return &up
		}
	}
	return nil
}

func before(o, d *node) bool { return o.text < d.text || o.text == d.text && o.from < d.from }
