package agency

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// entity is an agency settled on: what is listed under one id.
type entity struct {
	id, name, country string
	body              *body
	kind, parent      string
	place             site
	suffix            string // of the id: the province of a place below one
}

// article settles what the nodes of one article mean.
type article struct {
	*tables
	findings
	texts   []*viet.Text
	stats   stats
	settled map[*node][]*entity
	byID    map[string]*entity
	plain   map[plainName]*entity
	slugs   map[string]string
	bare    map[int32]bool     // bodies taken for Vietnam's where no country is named
	only    map[int32]*entity  // by unit: the owner, if there is but one
	teams   map[string]*entity // numbered teams named with the body they are of
	last    map[int32][]*node  // settled nodes with slot or owner filled, by family
	issues  []boctin.Issue
}

// settle goes over the nodes twice: full names first, then the short ones that
// point back to them, or forward where a headline says less than the text.
func (a *article) settle() {
	a.settled, a.byID, a.last = make(map[*node][]*entity, len(a.nodes)), map[string]*entity{}, map[int32][]*node{}
	a.plain = map[plainName]*entity{}
	a.slugs, a.teams = map[string]string{}, map[string]*entity{}
	a.only, a.bare = map[int32]*entity{}, map[int32]bool{}
	for i, d := range a.nodes {
		d.index = i
	}
	a.count()
	for _, d := range a.nodes {
		if !d.open() {
			a.full(d)
		}
	}
	for _, d := range a.nodes {
		if d.open() {
			a.refer(d)
		}
	}
}

// open tells whether something of a node was left out, or may have been.
func (d *node) open() bool {
	if d.alt >= 0 || d.same != nil {
		return true
	}
	for o := d; o != nil; o = o.owner {
		if o.bare {
			return true
		}
	}
	return false
}

// full settles a node that says all but perhaps its country.
func (a *article) full(d *node) []*entity {
	if done, ok := a.settled[d]; ok {
		return done
	}
	var owner *entity
	if d.owner != nil {
		list := a.full(d.owner)
		if len(list) == 0 {
			return nil
		}
		owner = list[0]
	}
	if e := a.team(d); e != nil {
		a.settled[d] = []*entity{e}
		return a.settled[d]
	}
	var out []*entity
	for _, code := range a.countriesOf(d, owner) {
		out = append(out, a.entity(d, code, owner))
	}
	a.settled[d] = out
	if d.short && owner != nil && len(out) > 0 {
		a.teams[a.slug(d.made)] = out[0]
	}
	if d.body >= 0 && len(out) > 0 {
		if b := &a.bodies[d.body]; d.place.name != "" || d.owner != nil || d.made != "" || b.central {
			a.last[b.family] = append(a.last[b.family], d)
		}
	}
	return out
}

// plainName is an agency that needs neither place nor owner to be told.
type plainName struct {
	body    *body
	country string
}

// team gives the numbered team of that name which the article named before with
// the body it is of.
func (a *article) team(d *node) *entity {
	if d.body >= 0 || d.owner != nil || len(a.teams) == 0 {
		return nil
	}
	return a.teams[a.slug(d.made)]
}

// entity gives the agency that a node names in a country.
func (a *article) entity(d *node, country string, owner *entity) *entity {
	if owner != nil || d.body < 0 || d.made != "" || d.place != (site{}) || d.proper || d.unit || d.short {
		return a.makeEntity(d, country, owner)
	}
	key := plainName{a.bodyIn(d, country), country}
	if a.plain[key] == nil {
		a.plain[key] = a.makeEntity(d, country, nil)
	}
	return a.plain[key]
}

func (a *article) makeEntity(d *node, country string, owner *entity) *entity {
	e := &entity{country: country, kind: d.kind, place: d.place}
	if d.body >= 0 {
		e.body = a.bodyIn(d, country)
		e.kind = e.body.Kind
	}
	e.name = a.nameOf(d, e.body, owner)
	if d.place.level > lexicon.ProvinceLevel && d.place.upper >= 0 {
		e.suffix = "-" + viet.Slug(a.lex.Places[d.place.upper].Name)
	}
	e.id = viet.CountryID(country, e.name)
	if owner != nil {
		e.parent, e.suffix, e.place = owner.id, owner.suffix, owner.place
		if e.body != nil && e.body.Short || d.short {
			e.id += "-" + viet.Slug(owner.name)
		}
	}
	e.id += e.suffix
	if e.parent == "" {
		e.parent = a.parentOf(e)
	}
	if known := a.byID[e.id]; known != nil {
		return known
	}
	a.byID[e.id] = e
	return e
}

// bodyIn chooses among the senses of a node the one of that country.
func (a *article) bodyIn(d *node, country string) *body {
	best := &a.bodies[d.body]
	for _, s := range d.bodies {
		b := &a.bodies[s.body]
		if b.Country == country {
			return b
		}
		if b.Country == lexicon.AnyCountry {
			best = b
		}
	}
	if o := a.sister(best, country); o != nil {
		return o
	}
	return best
}

// sister gives the organ of another country's ruling party that answers to
// Vietnam's: Ủy viên Trung ương Đảng, said of a Chinese or a Cuban.
func (a *article) sister(b *body, country string) *body {
	if country == home {
		return nil
	}
	organ, _, found := strings.Cut(b.Name, " Đảng Cộng sản Việt Nam")
	if !found {
		return nil
	}
	for i := range a.bodies {
		if o := &a.bodies[i]; o.Country == country && strings.HasPrefix(o.Name, organ+" Đảng ") {
			return o
		}
	}
	return nil
}

func (a *article) nameOf(d *node, b *body, owner *entity) string {
	switch {
	case d.proper:
		return tidy(a.longest(d.made))
	case d.unit && owner != nil:
		return capital(tidy(d.made)) + " " + owner.name
	case b == nil || d.made != "" && b.slot == "":
		return tidy(d.made)
	case d.place.name != "" && b.slot == "at":
		return b.head + " " + d.place.at()
	case d.place.name != "":
		return b.head + " " + d.place.full()
	case d.made != "":
		return b.head + " " + tidy(d.made)
	case owner != nil && !b.Short:
		return b.head + " " + owner.name
	}
	return b.head
}

// longest gives the name elsewhere in the article that goes on from this one
// with its place: Ban Quản lý Khu kinh tế Vũng Áng tỉnh Hà Tĩnh.
func (a *article) longest(name string) string {
	best := name
	for _, other := range a.stats.proper {
		if len(other) > len(best) && strings.HasPrefix(other, name+" ") {
			best = other
		}
	}
	return best
}

// parentOf gives the id of the body above one that names no owner.
func (a *article) parentOf(e *entity) string {
	b := e.body
	if b == nil || b.Parent == "" || b.Country != e.country {
		return ""
	}
	head, slot, _ := strings.Cut(b.Parent, " {")
	switch {
	case e.place.level > lexicon.ProvinceLevel && b.levels[lexicon.ProvinceLevel] && slot == "" && e.place.upper >= 0:
		up := a.listed(e.place.upper, "")
		return viet.CountryID(e.country, b.head+" "+up.full())
	case e.place.level > lexicon.ProvinceLevel && b.levels[lexicon.ProvinceLevel] && slot == "":
		return ""
	case slot == "":
		return viet.CountryID(e.country, head)
	case slot == "at}":
		return viet.CountryID(e.country, head+" "+e.place.at()) + e.suffix
	}
	return viet.CountryID(e.country, head+" "+e.place.full()) + e.suffix
}

// capital writes the first letter large.
func capital(name string) string {
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r)) + name[n:]
}

// tidy folds white space, and the capitals of a headline to those of a name.
func tidy(name string) string {
	name = viet.FoldSpace(name)
	if upper := strings.ToUpper(name); upper == name && strings.Contains(name, " ") {
		lower := []rune(strings.ToLower(name))
		return string([]rune(upper)[:1]) + string(lower[1:])
	}
	return name
}

// slug is the name in an id, worked out once a name.
func (a *article) slug(name string) string {
	s, known := a.slugs[name]
	if !known {
		s = viet.Slug(name)
		a.slugs[name] = s
	}
	return s
}
