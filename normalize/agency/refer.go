package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// reference is a node that leaves out its place or owner.
type reference struct {
	*article
	d          *node
	b          *body // nil for a name made by form
	x          *reading.Text
	looked     bool
	prev, next *node // the same body named in full before and after
}

// referRule finds what a short form stands for; found is false where the rule
// does not hold. Nobody is a finding too: it names no one body.
type referRule struct {
	name string
	find func(r *reference) (list []*entity, found bool)
}

// referRules are tried in this order.
func referRules() []referRule {
	return []referRule{
		{"agency/short-form-in-brackets", (*reference).inBrackets},
		{"agency/place-once-for-all", (*reference).placeOnce},
		{"agency/short-for-family", (*reference).shortForFamily},
		{"agency/of-open-owner", (*reference).ofOpenOwner},
		{"agency/owner-once-for-all", ownerOnce},
		{"agency/too-vague", (*reference).tooVague},
		{"agency/place-of-list", (*reference).placeOfList},
		{"agency/place-of-holder", (*reference).placeOfHolder},
		{"agency/stands-for", (*reference).standsFor},
		{"agency/place-of-sentence", placeOfSentence},
		{"agency/place-of-paragraph", (*reference).placeOfParagraph},
		{"agency/place-of-heading", placeOfHeading},
		{"agency/named-before", (*reference).namedBefore},
		{"agency/owner-beside", (*reference).ownerBeside},
		{"agency/police-above", (*reference).ofPoliceAbove},
		{"agency/police-of-row", policeOfRow},
		{"agency/place-beside", (*reference).placeBeside},
		{"agency/named-after", (*reference).namedAfter},
		{"agency/police-of-province", policeOfProvince},
		{"agency/place-of-host", (*reference).placeOfHost},
	}
}

// refer settles a node that leaves out its place or owner.
func (a *article) refer(d *node) []*entity {
	if d.done {
		return d.settled
	}
	r := &reference{article: a, d: d, x: a.text(d)}
	if d.body >= 0 {
		r.b = &a.bodies[d.body]
	}
	for i := range a.rules.refer {
		rule := &a.rules.refer[i]
		if list, found := rule.find(r); found {
			d.referred = rule.name
			d.settled, d.done = list, true
			return list
		}
	}
	d.settled, d.done = nil, true
	return nil
}

// inBrackets reads "(PC03)" as the name in front of it.
func (r *reference) inBrackets() ([]*entity, bool) {
	if r.d.same == nil {
		return nil, false
	}
	return r.d.same.entities(), true
}

// shortForFamily takes a name that may be short for one of a family for the one
// named before; a headline says less than the text.
func (r *reference) shortForFamily() ([]*entity, bool) {
	switch {
	case r.d.alt < 0:
		return nil, false
	case beforeParent(r):
		return r.full(r.d), true
	}
	prev, next := nearestNodes(r.last[r.d.alt], r.d)
	if prev == nil && r.d.text == 0 {
		prev = next
	}
	if prev == nil {
		return r.full(r.d), true
	}
	return prev.entities(), true
}

// beforeParent tells whether the body that the one of the whole state is part of stands behind a comma
// or in brackets: Bộ đội Biên phòng, Bộ Quốc phòng.
func beforeParent(r *reference) bool {
	next := r.article.next(r.d)
	switch {
	case next == nil, next.body < 0, next.from != r.d.to+1, !r.x.Is(r.d.to, reading.Comma|reading.Opening):
		return false
	}
	return r.b.Parent != "" && r.b.Parent == r.bodies[next.body].Name
}

// ofOpenOwner settles first the body that a unit is of.
func (r *reference) ofOpenOwner() ([]*entity, bool) {
	owner := r.d.owner
	if owner == nil {
		return nil, false
	}
	list := r.refer(owner)
	if len(list) == 0 {
		return nil, true
	}
	return one(r.entity(r.d, list[0].country, list[0]))
}

func one(e *entity) ([]*entity, bool) { return []*entity{e}, true }

// longestRow bounds the names for which a place may stand once.
const longestRow = 6

// placeOnce gives the place that stands once for a row of names: Tỉnh ủy, HĐND,
// UBND tỉnh Nghệ An.
func (r *reference) placeOnce() ([]*entity, bool) {
	b, d := r.b, r.d
	if d.alt >= 0 {
		b = &r.bodies[d.alt]
	}
	if d.typed() || b == nil || !b.ofPlace() {
		return nil, false
	}
	for i := r.d.index + 1; i < min(len(r.nodes), r.d.index+longestRow); i++ {
		prev, o := r.nodes[i-1], r.nodes[i]
		if !r.adjoins(prev.to, o.from) {
			return nil, false
		}
		if p := r.placeOf(o); p.Name != "" {
			switch b = r.partyBeside(b, o, p.Level); {
			case b == nil:
				return nil, false
			case b.levels[p.Level]:
				return r.unlessUnit(b, o, p)
			}
		}
	}
	return nil, false
}

// adjoins tells whether a comma, dash or và at token i alone parts two names of bodies, or the title
// of the second with it: Chánh án Tòa án nhân dân, Viện trưởng Viện kiểm sát nhân dân tỉnh A.
func (r *reference) adjoins(i, j int) bool {
	if !r.x.Is(i, reading.Comma|reading.And|reading.Dash) {
		return false
	}
	title, _ := r.x.Longest(i+1, reading.Title)
	return i+1 == j || title.Len > 0 && i+1+int(title.Len) == j
}

// partyBeside gives the party committee that a bare Đảng ủy beside a body means: above
// the communes, that body's own, Đảng ủy, Bộ Chỉ huy Quân sự tỉnh A; nil where that has none that
// is known, Đảng ủy, Sở Y tế tỉnh A.
func (r *reference) partyBeside(b *body, o *node, l lexicon.Level) *body {
	own, has := r.parties[o.body]
	switch {
	case l == lexicon.CommuneLevel, !slices.Contains(r.lex.Clauses.Seats.Commune, b.head): // no committee that places have themselves: Đảng ủy {place}
		return b
	case has:
		return &r.bodies[own]
	}
	return nil
}

// unlessUnit makes the body with the place of another, unless it is a department
// of that one: Ban Quản lý dự án, UBND huyện A; Ban Quản lý dự án, Sở Y tế A.
func (r *reference) unlessUnit(b *body, o *node, p finding.Place) ([]*entity, bool) {
	switch {
	case b.Kind == "department" && (b.inside || r.kindOf(o) == "executive"):
		return nil, false
	case b.implied != nil && !b.implied.fits(&p): // Tỉnh ủy, Thành ủy Cần Thơ
		return nil, true
	}
	filled := *r.d
	filled.place, filled.alt = p, -1
	filled.body, filled.bodies = r.index(b), []sense{{body: r.index(b)}}
	return one(r.entity(&filled, b.Country, nil))
}

// index gives the number of a body.
func (w *words) index(b *body) int32 {
	return int32(slices.IndexFunc(w.bodies, func(o body) bool { return o.Agency == b.Agency }))
}

// placeOf gives the place of a node, as written or as what it points to has it.
func (a *article) placeOf(d *node) finding.Place {
	if !d.typed() {
		return d.place
	}
	if list := a.refer(d); len(list) > 0 {
		return list[0].place
	}
	return finding.Place{}
}

// placed makes the agency of a node with a place that stands elsewhere.
func (r *reference) placed(p finding.Place) *entity {
	filled := *r.d
	filled.place = p
	return r.entity(&filled, r.b.Country, nil)
}

// tooVague leaves common words: công an, ủy ban, huyện ủy where no title stands before it.
func (r *reference) tooVague() ([]*entity, bool) {
	n := r.d.to - r.d.from
	switch {
	case r.d.generic:
		return nil, true
	case r.d.typed():
		return nil, false
	case r.b.Generic, r.d.lower && n < 3 && !r.x.Is(r.d.from-1, reading.TitleWord):
		return nil, true
	}
	return nil, n == 1 && !isAbbreviation(r.x.Word(r.d.from))
}

// common tells whether the name is written as a common word is: in small letters, where the
// article does not write all its bodies so.
func (r *reference) common() bool { return r.d.lower && r.small <= 0 }

// standsFor gives the unit named last before of those that a name is short for:
// Cơ quan điều tra, after Cơ quan Cảnh sát điều tra Bộ Công an.
func (r *reference) standsFor() ([]*entity, bool) {
	if len(r.b.StandsFor) == 0 {
		return nil, false
	}
	for i := r.d.index - 1; i >= max(0, r.d.index-near); i-- {
		for _, e := range r.nodes[i].entities() {
			if e.body != nil && slices.Contains(r.b.StandsFor, e.body.Name) {
				return one(e)
			}
		}
	}
	return nil, false
}

// level gives the level that the name says, or its head.
func (r *reference) level() *levelWord {
	if r.d.level != nil {
		return r.d.level
	}
	return r.b.implied
}

// named gives the same body named in full before.
func (r *reference) named() *node {
	if !r.looked {
		r.looked = true
		r.prev, r.next = nearestNodes(r.last[r.b.family], r.d)
	}
	return r.prev
}

func (r *reference) namedBefore() ([]*entity, bool) {
	prev := r.named()
	if prev == nil {
		return nil, false
	}
	return prev.entities(), true
}

func (r *reference) namedAfter() ([]*entity, bool) {
	if r.next == nil {
		return nil, false
	}
	return r.next.entities(), true
}

// nearestNodes gives the node of a list that stands last before d, and the first
// after it; their places must be of the level that d says.
func nearestNodes(list []*node, d *node) (prev, next *node) {
	at, _ := slices.BinarySearchFunc(list, d, inOrder)
	for i := at - 1; i >= max(0, at-near); i-- {
		if d.level == nil || d.level.fits(&list[i].place) {
			prev = list[i]
			break
		}
	}
	for _, o := range list[at:min(len(list), at+near)] {
		if d.level == nil || d.level.fits(&o.place) {
			return prev, o
		}
	}
	return prev, nil
}
