package official

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/viet"
)

// ofPlace gives Chủ tịch Đà Nẵng the body that the title means there.
func (l lookup) ofPlace() bool {
	x, seat := l.x, l.x.office.Seat
	if commune := l.seats.commune(x.office.Body); commune != nil {
		seat = commune // Bí thư thị trấn Kỳ Sơn: a huyện bears that name as well
	}
	if !x.office.Place || seat == nil {
		return x.office.Place
	}
	for b := range l.bodies.list {
		if l.fits(x, b) && strings.HasSuffix(l.bodies.key(b), " "+viet.PhraseKey(l.seats.tail(seat))) {
			l.assign(x, b, "")
			return true
		}
	}
	x.name = l.seats.name(l.homes(x), seat)
	return true
}

// ofLevel gives Chủ tịch tỉnh the people's committee of the place of that level whose council,
// committee or party committee was named last.
func (l lookup) ofLevel() bool {
	x := l.x
	executive := l.seats.executive(l.homes(x))
	if x.office.Level == "" || x.body >= 0 || executive == "" {
		return false
	}
	best, nearest, at := -1, 0, l.bodies.at(x.at)
	for b := range l.bodies.list {
		if !l.leadsPlace(b) {
			continue
		}
		if d := l.bodies.distance(b, at); best < 0 || d < nearest {
			best, nearest = b, d
		}
	}
	if best < 0 {
		return true // Chủ tịch huyện, where only bodies of the province are named
	}
	place := &l.bodies.list[best].Place
	x.name = executive + " " + place.Type + " " + place.Name
	x.where = named(x.office)
	l.take(l.bodies.called(x.name, ""))
	return true
}

// leadsPlace tells whether a body is one of those that lead a place of the level of the post.
func (l lookup) leadsPlace(body int) bool {
	b := l.bodies.list[body]
	switch b.Kind {
	case "executive", "council", "party-committee":
		return viet.PhraseKey(b.Place.Type) == viet.PhraseKey(l.x.office.Level)
	}
	return false
}

// spell writes the Ban cán sự đảng of a minister as that of his ministry, and the
// Tỉnh ủy of a chairman as that of his province, which the next post names, or the
// one before.
func (s *settling) spell(x *holding, posts []*holding) {
	cell := x.office.Body + x.office.Said
	if cell == "" {
		return
	}
	name := s.seats.of(cell, s.expanded(x.office.Beside()))
	if name == "" {
		name = s.seats.behind(x, cell, posts)
	}
	if name == "" {
		name = s.seats.before(x, cell, posts)
	}
	if name == "" && x.body < 0 {
		name = s.seats.council(x, cell, posts)
	}
	if name == "" {
		return
	}
	x.held = held{s.bodies.called(name, ""), "", name}
	if x.body >= 0 {
		x.id, x.name = s.bodies.list[x.body].ID, s.bodies.list[x.body].Name
	}
}

// seats are the bodies that lead a place.
type seats struct {
	committees map[string]string // party committees by the type of the place
	levels     []seatLevel       // of the places, by their types
	types      map[string]string // by the lookup key of the committee
	councils   map[string]string // full names by lookup key
	cells      map[string]bool   // party bodies of the body that the next post names
	parties    []party           // of bodies of places
	bare       []string          // how those of communes begin before the word of the level
	lexicon.Seats
}

// seatLevel is a type of place: its word, how a place begins with it and a name holds it,
// and how the name of its party committee begins, which may hold the word.
type seatLevel struct{ kind, begins, inside, committee string }

func newSeats(lex *lexicon.Lexicon) seats {
	c := &lex.Clauses
	s := seats{
		committees: c.Committees, types: map[string]string{}, councils: map[string]string{}, cells: map[string]bool{},
		Seats: c.Seats,
	}
	for _, kind := range slices.Sorted(maps.Keys(c.Committees)) {
		committee := c.Committees[kind]
		s.types[viet.PhraseKey(committee)] = kind
		if head, ok := strings.CutSuffix(committee, " "+kind); ok && !slices.Contains(s.bare, head) {
			s.bare = append(s.bare, head)
		}
		s.levels = append(s.levels, seatLevel{kind, kind + " ", " " + kind + " ", committee + " "})
	}
	for short, full := range c.Councils {
		s.councils[viet.PhraseKey(short)] = full
	}
	for _, cell := range c.Asides.Cells {
		s.cells[viet.PhraseKey(cell)] = true
	}
	for i := range lex.Agencies {
		committee, _ := lex.Agencies[i].Slot()
		for _, whose := range lex.Agencies[i].PartyOf {
			body, _, _ := strings.Cut(whose, "{")
			s.parties = append(s.parties, party{body, committee + " "})
		}
	}
	return s
}

// name is that of the body in a place that belongs to a title; the place itself
// for other titles.
func (s *seats) name(homes phrase.Homes, seat *lexicon.Place) string {
	if committee := s.committees[seat.Type]; homes.Hold(viet.PhraseKey(committee)) {
		return committee + " " + seat.Name
	}
	if body := s.executive(homes); body != "" {
		return body + " " + seat.Type + " " + seat.Name
	}
	return seat.Name
}

// leading gives the body of a place, written with the word of its level, that belongs to a title, or is of the kind that
// a name says; "" for none.
func (s *seats) leading(homes phrase.Homes, name, place string) string {
	committee, executive := s.committee(place), s.executive(homes)
	switch {
	case s.kind(place) == "":
		return ""
	case name != "":
		return s.of(name, s.Executive[0]+" "+place)
	case homes.Hold(viet.PhraseKey(committee)):
		return committee
	case executive != "":
		return executive + " " + place
	}
	return ""
}

// executive gives what a title heads in a place, if it heads that: Ủy ban nhân dân.
func (s *seats) executive(homes phrase.Homes) string {
	for _, body := range s.Executive {
		if homes.Hold(viet.PhraseKey(body)) {
			return body
		}
	}
	return ""
}

// commune gives the place that begins with the word of a commune's level, which its party
// committee keeps; nil for others.
func (s *seats) commune(place string) *lexicon.Place {
	kind := s.kind(place)
	if !strings.HasSuffix(s.committees[kind], " "+kind) {
		return nil
	}
	return &lexicon.Place{Name: strings.TrimPrefix(place, kind+" "), Type: kind, Level: lexicon.CommuneLevel}
}

// tail is what the name of a body of the place ends with: that of a commune with the word
// of its level, as a district may have the same name.
func (s *seats) tail(place *lexicon.Place) string {
	if place.Level == lexicon.CommuneLevel {
		return place.Type + " " + place.Name
	}
	return place.Name
}

// behind gives the full name of a body that its holder's next posts imply.
func (s *seats) behind(x *holding, cell string, posts []*holding) string {
	for y := range s.naming(x, posts, true) {
		if name := s.of(cell, y.name); name != "" {
			return name
		}
		if s.cell(cell) {
			return s.partyOf(cell, y.name)
		}
	}
	return ""
}

// party is how the party committee of a body begins, whose place follows, and the body.
type party struct{ whose, committee string }

// partyOf gives the name of a party body of a body: Đảng ủy Quân sự tỉnh A of its Bộ Chỉ huy
// Quân sự.
func (s *seats) partyOf(cell, body string) string {
	if committee := s.besideBare(body); beginsWith(viet.PhraseKey(committee), cell) {
		return committee
	}
	if s.councils[viet.PhraseKey(body)] != "" { // Bí thư Đảng ủy, Chủ tịch HĐND: of what place is not said
		return cell
	}
	organ := s.organ(cell)
	for _, p := range s.parties {
		if place, ok := strings.CutPrefix(body, p.whose); ok && beginsWith(viet.PhraseKey(p.committee), cell[len(organ):]) {
			return organ + p.committee + place
		}
	}
	return cell + " " + body
}

// besideBare gives the kind of the party committee of a place of which a council or people's committee is
// named by the word of its level alone: Phó Bí thư Đảng ủy, Chủ tịch UBND phường; "" for other bodies.
func (s *seats) besideBare(body string) string {
	for _, full := range s.councils {
		if level, ok := strings.CutPrefix(body, full+" "); ok && s.committees[level] != "" {
			return s.committees[level]
		}
	}
	return ""
}

// before gives the full name of a body that its holder's posts before imply.
func (s *seats) before(x *holding, cell string, posts []*holding) string {
	for y := range s.naming(x, posts, false) {
		if name := s.of(cell, y.name); name != "" {
			return name
		}
	}
	return ""
}

// council gives the full name of a council that is written with the word of its level, from
// the party committee that a post before names: Phó Bí thư Thành ủy A, Chủ tịch UBND thành phố.
func (s *seats) council(x *holding, cell string, posts []*holding) string {
	for y := range s.naming(x, posts, false) {
		place := s.place(y.name)
		short := strings.TrimSuffix(viet.PhraseKey(cell), " "+viet.PhraseKey(s.kind(place)))
		if full := s.councils[short]; full != "" && place != "" {
			return full + " " + place
		}
	}
	return ""
}

// naming gives the posts of the same phrase that stand behind a post, or else before it, and
// name a body that is no cell itself.
func (s *seats) naming(x *holding, posts []*holding, behind bool) iter.Seq[*holding] {
	return func(yield func(*holding) bool) {
		for _, y := range posts {
			switch {
			case y.at != x.at, y == x, (y.office.From > x.office.From) != behind:
			case y.name == "", s.cell(y.office.Body + y.office.Said):
			case !yield(y):
				return
			}
		}
	}
}

// of gives the full name of a body that the text names without its place, from
// a body of the same place: Thành ủy beside Ủy ban nhân dân thành phố Hải Phòng.
func (s *seats) of(name, body string) string {
	place := s.place(body)
	kind := s.kind(place)
	if kind == "" {
		return ""
	}
	key := viet.PhraseKey(name)
	switch {
	case s.councils[key] != "":
		return s.councils[key] + " " + place
	case beginsWith(viet.PhraseKey(s.committees[kind]), name), s.organ(name) != "" && s.commune(place) != nil:
		return name + " " + place
	case s.types[key] == kind:
		return s.committee(place)
	}
	return ""
}

// organ gives how the name of an organ of a bare committee begins: Ban Thường vụ | Đảng ủy.
func (s *seats) organ(name string) string {
	for _, cell := range s.bare {
		if organ, ok := strings.CutSuffix(name, " "+cell); ok {
			return organ + " "
		}
	}
	return ""
}

// committee is the party committee of a place that begins with the word of its level, ""
// for others.
func (s *seats) committee(place string) string {
	kind := s.kind(place)
	return s.committees[kind] + strings.TrimPrefix(place, kind)
}

// kind gives the word of level that a place begins with.
func (s *seats) kind(place string) string {
	for i := range s.levels {
		if strings.HasPrefix(place, s.levels[i].begins) {
			return s.levels[i].kind
		}
	}
	return ""
}

// place gives the place of a body with the word of its level, if the name ends
// with it: tỉnh Bến Tre for Đoàn đại biểu Quốc hội tỉnh Bến Tre, and for Tỉnh ủy
// Bến Tre.
func (s *seats) place(body string) string {
	from := len(body)
	for i := range s.levels {
		l := &s.levels[i]
		if at := strings.Index(body[:from], l.inside); at >= 0 {
			from = at + 1
		}
		if name, ok := strings.CutPrefix(body, l.committee); ok {
			return l.begins + name
		}
	}
	return body[from:]
}

// cell tells whether a party body is named without what it leads.
func (s *seats) cell(name string) bool {
	var key [64]byte
	return s.cells[string(viet.AppendPhraseKey(key[:0], name))]
}
