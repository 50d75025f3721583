package agency

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// entity is an agency settled on: what is listed under one id.
type entity struct {
	id, name, country string
	body              *body
	kind, parent      string
	owner             *entity
	place             finding.Place
	suffix            string // of the id: the province of a place below one
	listed            *finding.Body
	named             int // so many times
}

// plainName is an agency that needs neither place nor owner to be told.
type plainName struct {
	body    *body
	country string
}

// entity gives the agency that a node names in a country.
func (a *article) entity(d *node, country string, owner *entity) *entity {
	if owner != nil || d.filled() {
		return a.makeEntity(d, country, owner)
	}
	key := plainName{a.bodyIn(d, country), country}
	if key.body.lends(country) {
		return a.makeEntity(d, country, nil)
	}
	if a.plain[key] == nil {
		a.plain[key] = a.makeEntity(d, country, nil)
	}
	return a.plain[key]
}

func (a *article) makeEntity(d *node, country string, owner *entity) *entity {
	if full := inFullElsewhere(a, d, owner); full != nil {
		d, owner = full, nil
	}
	e := a.entities.New()
	*e = entity{country: country, kind: d.kind, place: d.place, owner: owner}
	if d.body >= 0 {
		e.body = a.bodyIn(d, country)
		e.kind = e.body.Kind
	}
	e.name = a.nameOf(d, e.body, owner)
	switch {
	case e.body == nil || d.filled() || e.body.Country == country:
	case e.body.lends(country):
		e.name = a.asWritten(a.text(d), d, e.name)
	case e.body.Country == home:
		e.name = e.body.Lent(e.name) // Ban Chấp hành Trung ương | Đảng Cộng sản Việt Nam
	}
	if d.place.Level > lexicon.ProvinceLevel && d.place.Province >= 0 {
		e.suffix = "-" + viet.Slug(a.lex.Places[d.place.Province].Name)
	}
	e.id = viet.CountryID(country, e.name)
	if owner != nil {
		e.parent, e.suffix, e.place = owner.id, owner.suffix, owner.place
		if armed(owner.kind) && (e.kind == "department" || armed(e.kind)) {
			e.kind = owner.kind // Đội 14 Công an thành phố Hà Nội, Tiểu đoàn 4 quân đội Lào
		}
		if d.short || e.body != nil && e.body.Short {
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

// armed tells whether a kind is that of the police or the army, whose departments are of it.
func armed(kind string) bool { return kind == "police" || kind == "army" }

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
	if i := a.lex.Sister(best.Name, country); i >= 0 {
		return &a.bodies[i]
	}
	return best
}

// lends tells whether a body, alone that of its state in the lexicon, lends its name to another state's.
func (b *body) lends(country string) bool {
	switch b.Country {
	case country, lexicon.AnyCountry, lexicon.International:
		return false
	}
	return !strings.HasPrefix(b.Kind, "party") // Trung ương Đảng: of whichever party rules there
}

// asWritten gives the name of a body that has lent it from another state's, which may go by
// another one at home: Bộ Tư lệnh Hải quân Peru is no Quân chủng, Ngân hàng Nhà nước Lào not
// that of Việt Nam. What an abbreviation stands for is kept.
func (w *words) asWritten(x *reading.Text, d *node, full string) string {
	m, listed := x.Longest(d.from, w.names.Kind)
	if !listed {
		return full
	}
	end := min(d.from+int(m.Len), d.to)
	for i := d.from; i < end; i++ {
		if !x.Is(i, reading.Small|reading.FirstLarge) {
			return full
		}
	}
	if name := tidy(x.Slice(d.from, end)); !strings.EqualFold(name, full) {
		return capital(name)
	}
	return full
}

func (a *article) nameOf(d *node, b *body, owner *entity) string {
	switch {
	case d.proper:
		return tidy(a.longest(d.made))
	case d.unit:
		return strings.TrimSpace(capital(tidy(d.made)) + " " + owner.name + " " + d.seat)
	case b == nil, d.made != "" && b.slot == "":
		return tidy(d.made)
	case b.slot == "number":
		return b.head + " " + tidy(d.made)
	case b.slot == "at":
		return b.head + " " + d.place.Bare()
	case d.place.Name != "":
		return b.head + " " + d.place.Full()
	case d.made != "":
		return b.head + " " + tidy(d.made)
	case owner != nil && !b.Short:
		return viet.FoldSpace(beforeOwner(b.head, owner) + " " + d.seat + " " + owner.name)
	}
	return b.head
}

// beforeOwner gives the head of a unit without the words that the name of the body above
// begins with: Thanh tra Công an | Công an tỉnh A.
func beforeOwner(head string, owner *entity) string {
	if owner.body == nil {
		return head
	}
	return strings.TrimSuffix(head, " "+owner.body.head)
}

// longest gives the name elsewhere in the article that goes on from this one
// with its place: Ban Quản lý Khu kinh tế Vũng Áng tỉnh Hà Tĩnh.
func (a *article) longest(name string) string {
	best := name
	for _, other := range a.stats.proper {
		if strings.HasPrefix(other, name+" ") {
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
	case slot != "":
	case e.place.Level > lexicon.ProvinceLevel:
		return a.provinces(e)
	default:
		return viet.CountryID(e.country, head)
	}
	return viet.CountryID(e.country, head+" "+e.place.Full()) + e.suffix
}

// provinces gives the id of the same body of the province, where it is known:
// Công an tỉnh Nghệ An over Công an huyện Con Cuông.
func (a *article) provinces(e *entity) string {
	if e.place.Province < 0 {
		return ""
	}
	up := a.place(e.place.Province, "")
	return viet.CountryID(e.country, e.body.head+" "+up.Full())
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
