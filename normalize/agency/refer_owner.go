package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
)

// owners are the bodies of an article that can have a unit.
type owners struct {
	only *entity // the one, if there is but one
	main *entity // the one named twice as often as any other
}

// ownerBeside gives a unit to the body it can be of: one named in its sentence,
// the last before it or the first after; else in its paragraph before it; else
// the only one of the article. Among those before it the one that the article speaks of
// most goes first.
func (r *reference) ownerBeside() ([]*entity, bool) {
	if r.common() || len(r.b.of) == 0 {
		return nil, false
	}
	owner := r.ownerNear()
	if owner == nil {
		owner = r.owners().only
	}
	if owner == nil {
		return nil, false
	}
	return one(r.entity(r.d, owner.country, owner))
}

// nearby are the bodies about a unit that can have it.
type nearby struct {
	main   *entity // the one that the article speaks of most
	before *entity // the last before it in its sentence, or the main one
	behind *entity // the first behind it there
	above  *entity // the last before it in its paragraph, or the main one
}

func (r *reference) ownerNear() *entity {
	n := nearby{main: r.owners().main}
	at, _ := slices.BinarySearchFunc(r.nodes, r.d, inOrder)
	for _, o := range r.nodes[max(0, at-near):min(len(r.nodes), at+near)] {
		if o.text != r.d.text {
			continue
		}
		if e := r.ownerOf(o); e != nil {
			n.note(e, o.from < r.d.from, sameSentence(r.x, o.from, r.d.from), sameParagraph(r.x, o.from, r.d.from))
		}
	}
	if n.behind != nil && entered(r) {
		return n.behind
	}
	return n.choose()
}

// entered tells whether the unit, or the first of those before it in a row, is one that somebody enters on the
// way to an office: [Bí thư Tỉnh ủy A] tham gia Ban Chấp hành, | Ban Thường vụ và giữ chức Bí thư Tỉnh ủy B.
func entered(r *reference) bool {
	const longest = 2 // tokens of the verb
	k := r.d.index
	for k > 0 && r.nodes[k-1].text == r.d.text && r.adjoins(r.nodes[k-1].to, r.nodes[k].from) {
		k--
	}
	first := r.nodes[k].from
	for n := 1; n <= longest; n++ {
		if r.x.Has(first-n, r.enters) {
			return true
		}
	}
	return false
}

// note keeps a body before or behind the unit, in its sentence or paragraph.
func (n *nearby) note(e *entity, before, sentence, paragraph bool) {
	switch {
	case !before && sentence && n.behind == nil:
		n.behind = e
	case before && sentence:
		n.last(&n.before, e)
	}
	if before && paragraph {
		n.last(&n.above, e)
	}
}

// last keeps the body that stands last, but none behind the main one.
func (n *nearby) last(kept **entity, e *entity) {
	if *kept == nil || *kept != n.main {
		*kept = e
	}
}

func (n *nearby) choose() *entity {
	switch {
	case n.before != nil:
		return n.before
	case n.behind == nil, n.above != nil && n.above == n.main:
		return n.above
	}
	return n.behind
}

// ownerOf gives the agency of a node, or the one it is of, that can have the unit.
func (r *reference) ownerOf(o *node) *entity {
	for ; o != nil; o = o.owner {
		if !r.b.isOf(o) {
			continue
		}
		list := o.entities()
		if len(list) > 0 && r.b.takesLevel(list[0].place.Level) {
			return list[0]
		}
	}
	return nil
}

// owners looks through the article for those that can have such a unit. It is worked out
// once a unit.
func (r *reference) owners() owners {
	if known, done := r.have[r.d.body]; done {
		return known
	}
	named := map[*entity]int{}
	for _, o := range r.nodes {
		if e := r.ownerOf(o); e != nil {
			named[e]++
		}
	}
	var found owners
	first, second := 0, 0
	for e, n := range named {
		found.only = e
		if n > first {
			found.main, first, second = e, n, first
		} else {
			second = max(second, n)
		}
	}
	if len(named) > 1 {
		found.only = nil
	}
	if first < 2*second {
		found.main = nil
	}
	r.have[r.d.body] = found
	return found
}

// ofPoliceAbove gives a unit that only the police of a province has to that of the province in
// which all police named before it is: Công an xã A (Nghệ An) và Phòng Cảnh sát hình sự.
func (r *reference) ofPoliceAbove() ([]*entity, bool) {
	if r.common() || len(r.b.Levels) == 0 {
		return nil, false
	}
	var owner *entity
	for o := range r.earlier(r.d) {
		for ; o != nil; o = o.owner {
			switch up := policeAbove(r, o); {
			case up == nil:
			case owner != nil && owner != up:
				return nil, false
			default:
				owner = up
			}
		}
	}
	if owner == nil {
		return nil, false
	}
	return one(r.entity(r.d, owner.country, owner))
}

// policeAbove gives the police of the province over the place of a node that names police below it
// by its place, if the unit can be of it.
func policeAbove(r *reference, o *node) *entity {
	switch {
	case o.body < 0, o.place.Level <= lexicon.ProvinceLevel, o.place.Province < 0, !r.bodies[o.body].ByPlace, !r.b.isOf(o):
		return nil
	}
	up := *o
	if up.place = r.place(o.place.Province, ""); !r.b.takesLevel(up.place.Level) {
		return nil
	}
	return r.entity(&up, home, nil)
}

// policeOfRow gives a unit of police to that of the place whose other bodies follow in a row: Cơ quan Cảnh sát điều tra
// và Viện kiểm sát nhân dân tỉnh A.
func policeOfRow(r *reference) ([]*entity, bool) {
	if r.b == nil || r.d.lower {
		return nil, false
	}
	of := slices.IndexFunc(r.b.of, func(k int32) bool { return r.bodies[k].ByPlace })
	if of < 0 {
		return nil, false
	}
	for i := r.d.index + 1; i < min(len(r.nodes), r.d.index+longestRow); i++ {
		prev, o := r.nodes[i-1], r.nodes[i]
		if o.text != r.d.text || !r.adjoins(prev.to, o.from) {
			return nil, false
		}
		if o.place.Name == "" {
			continue
		}
		if !r.b.takesLevel(o.place.Level) {
			return nil, false
		}
		police := sense{body: r.b.of[of]}
		up := node{text: o.text, from: o.from, to: o.to, bodies: []sense{police}, body: police.body, alt: -1, place: o.place}
		return one(r.entity(r.d, home, r.entity(&up, home, nil)))
	}
	return nil, false
}

// policeOfProvince gives a unit that only the police of a province has to that of the one province whose bodies the article
// names: Sở Xây dựng A và Phòng Cảnh sát môi trường.
func policeOfProvince(r *reference) ([]*entity, bool) {
	if r.b == nil || r.common() || len(r.b.Levels) != 1 || !r.b.takesLevel(lexicon.ProvinceLevel) {
		return nil, false
	}
	of := slices.IndexFunc(r.b.of, func(k int32) bool { return r.bodies[k].ByPlace })
	only := onlyProvince(r.article)
	if of < 0 || only < 0 {
		return nil, false
	}
	up := *r.d
	up.body, up.bodies, up.alt, up.place = r.b.of[of], []sense{{body: r.b.of[of]}}, -1, r.place(only, "")
	return one(r.entity(r.d, home, r.entity(&up, home, nil)))
}

// ownerOnce gives a unit the body that stands once for a row of units, behind the last: Ủy ban Kiểm tra và Ban Nội chính
// Tỉnh ủy A.
func ownerOnce(r *reference) ([]*entity, bool) {
	if r.b == nil || len(r.b.of) == 0 || r.d.lower {
		return nil, false
	}
	for i := r.d.index + 1; i < min(len(r.nodes), r.d.index+longestRow); i++ {
		prev, o := r.nodes[i-1], r.nodes[i]
		if o.text != r.d.text || !r.adjoins(prev.to, o.from) {
			return nil, false
		}
		if o.owner != nil {
			return unitOf(r, o.owner)
		}
	}
	return nil, false
}

// unitOf makes the unit, by any of the bodies of its name, one of the body that a node names.
func unitOf(r *reference, up *node) ([]*entity, bool) {
	list := up.entities()
	if len(list) == 0 {
		return nil, false
	}
	filled := *r.d
	for _, m := range r.x.At(r.d.from) {
		if m.Kind != r.words.names.Kind || int(m.Len) != r.d.to-r.d.from {
			continue
		}
		for _, s := range r.words.names.Of(m) {
			if b := &r.bodies[s.body]; b.isOf(up) && b.takesLevel(list[0].place.Level) {
				filled.body, filled.bodies, filled.alt = s.body, []sense{s}, -1
				return one(r.entity(&filled, list[0].country, list[0]))
			}
		}
	}
	return nil, false
}
