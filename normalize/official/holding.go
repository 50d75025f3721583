package official

import (
	"sort"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
)

// holding is a post of one person, its agency found.
type holding struct {
	office  *office
	at      *mention
	title   string
	id      string // of the agency
	name    string // of the agency
	agency  int    // index, -1 for none
	former  bool
	acting  bool
	text    string
	guessed bool // the agency is the nearest that fits, nothing more
}

// house completes posts from what the article says elsewhere.
type house struct {
	agencies []boctin.Agency
	keys     []string // lookup keys of the agencies' names
	homes    map[*lexicon.Post]homes
	seats    *seats
	short    []lexicon.Abbreviation
	loose    []*office          // posts that the text names without a person
	private  []*office          // posts in bodies that are none of state
	taken    map[string]*person // who holds a title in an agency by the text's own words
	where    map[string]int     // reading order of fields
	fit      map[*lexicon.Post][]int
	places   map[int][]int // where each agency is named
	doubts   []doubt
}

func newHouse(t *tables, agencies []boctin.Agency, loose []*office) *house {
	keys := make([]string, len(agencies))
	for i := range agencies {
		keys[i] = phraseKey(agencies[i].Name)
	}
	return &house{
		keys: keys, homes: t.homes, seats: &t.seats, short: t.lex.Forms.Abbreviations,
		agencies: agencies, loose: loose, where: map[string]int{}, taken: map[string]*person{},
		fit: map[*lexicon.Post][]int{}, places: map[int][]int{},
	}
}

// settle makes the posts of a person of what its mentions say.
func (h *house) settle(p *person) {
	for _, m := range p.mentions {
		for i := range m.offices {
			o := &m.offices[i]
			if o.entry.Role && o.bare() {
				continue
			}
			x := h.hold(p, m, o)
			p.posts = append(p.posts, x)
			if x.id != "" && !x.former {
				h.taken[x.title+"|"+x.id] = p
			}
		}
	}
}

// finish completes the bare posts of a person, when the posts that the text
// spells out are known of all.
func (h *house) finish(p *person) {
	for _, x := range p.posts {
		h.complete(p, x)
	}
	for _, x := range p.posts {
		h.spell(x, p.posts)
	}
	p.posts = merged(withoutRoles(p.posts))
}

// withoutRoles leaves out what a person is only for the day: …, Phó Đồn trưởng,
// làm đội trưởng.
func withoutRoles(posts []*holding) []*holding {
	if len(posts) < 2 {
		return posts
	}
	kept := posts[:0]
	for _, x := range posts {
		i := x.office.from - 1
		if x.name != "" || !x.office.entry.Weak || !x.at.page.has(i) || x.at.page.text.Word(i) != "làm" {
			kept = append(kept, x)
		}
	}
	return kept
}

func (h *house) hold(p *person, m *mention, o *office) *holding {
	x := &holding{office: o, at: m, title: o.title, agency: o.agency, name: o.body, former: o.former, acting: o.acting, text: m.page.written(o.from, o.to)}
	if o.agency >= 0 && h.elsewhere(o, p.country) {
		x.agency, x.name = -1, o.said
	} else if o.agency >= 0 {
		h.assign(x, o.agency, p.country)
	} else if o.body != "" {
		x.name = expanded(h.short, o.body)
		if x.agency = h.called(x.name, p.country); x.agency >= 0 {
			h.assign(x, x.agency, p.country)
		}
	}
	return x
}

// elsewhere tells whether a body that the text names without its place was taken
// for one of ours, though the person serves another state: Bí thư Tỉnh ủy, Tỉnh
// trưởng tỉnh Hủa Phăn.
func (h *house) elsewhere(o *office, country string) bool {
	if country == "" || country == home || country == "INT" || h.agencies[o.agency].Country != home {
		return false
	}
	key := phraseKey(o.said)
	return h.seats.types[key] != "" || h.seats.councils[key] != ""
}

// expanded writes the short words of a body's name in full: Cơ quan CSĐT.
func expanded(list []lexicon.Abbreviation, name string) string {
	if strings.ToLower(name) == name {
		return name
	}
	padded := " " + name + " "
	for _, a := range list {
		for _, short := range a.Short {
			if strings.Contains(padded, " "+short+" ") {
				padded = strings.ReplaceAll(padded, " "+short+" ", " "+a.Full+" ")
			}
		}
	}
	return strings.TrimSpace(padded)
}

// assign gives a post its agency, and that of the person's own state where the
// text leaves the state out.
func (h *house) assign(x *holding, agency int, country string) {
	a := &h.agencies[agency]
	x.agency, x.id, x.name = agency, a.ID, a.Name
	if a.Country != "VN" || country == "" || country == "VN" || country == "INT" {
		return
	}
	x.id = strings.ToLower(country) + strings.TrimPrefix(a.ID, "vn")
	for i := range h.agencies {
		if h.agencies[i].Country == country && h.keys[i] == h.keys[agency] {
			x.agency, x.id, x.name = i, h.agencies[i].ID, h.agencies[i].Name
			return
		}
	}
	h.doubts = append(h.doubts, doubt{rule: "official/agency-of-another-state", at: x.at, why: "the post is read as one of " + country + ", its holder's state, though the text names no state with the agency"})
}

// called gives the agency of that name, of the state where there is a choice.
func (h *house) called(name, country string) int {
	found := -1
	key := phraseKey(name)
	for i := range h.agencies {
		if h.keys[i] == key && h.serves(i, country) {
			found = i
		}
	}
	return found
}

// complete finds the agency of a bare title.
func (h *house) complete(p *person, x *holding) {
	if x.office.place {
		h.completePlace(x)
		return
	}
	if x.agency < 0 && h.generic(x) {
		if a := h.nearest(x, p); a >= 0 {
			h.assign(x, a, p.country)
		}
		return
	}
	if x.agency >= 0 || x.name != "" || len(x.office.entry.Of) == 0 && !x.office.entry.Weak {
		return
	}
	if h.shares(x) {
		return
	}
	for _, other := range p.posts {
		if other != x && other.name != "" && strings.HasPrefix(other.title, x.title) {
			return // merged with that one
		}
	}
	if a := h.led(x); a >= 0 {
		h.assign(x, a, p.country)
		return
	}
	if a := h.beside(x); a >= 0 {
		h.assign(x, a, p.country)
		return
	}
	if o := h.behind(x); o != nil {
		x.name = o.body
		return
	}
	if x.leadsOn() {
		return
	}
	if o := h.unnamed(x, p.country); o != nil {
		if x.name = o.body; o.agency >= 0 {
			h.assign(x, o.agency, p.country)
		}
		return
	}
	if a := h.nearest(x, p); a >= 0 {
		h.assign(x, a, p.country)
		x.guessed = true
	}
}

// shares gives a bare title the agency of the post that kiêm joins to it: Phó Tư
// lệnh kiêm Tham mưu trưởng Quân khu 7.
func (h *house) shares(x *holding) bool {
	list := x.at.offices
	for i := range list {
		if &list[i] != x.office {
			continue
		}
		for i++; i < len(list) && list[i].also; i++ {
			o := &list[i]
			if o.agency >= 0 && h.fits(x.office, o.agency) {
				h.assign(x, o.agency, "")
				return true
			}
			if o.agency < 0 && o.body != "" && h.homes[x.office.entry].hold(phraseKey(o.body)) {
				x.name = o.body
				return true
			}
		}
		return false
	}
	return false
}

// led gives the agency that stands before "do" and its leader: Ban Nội chính do
// ông A làm trưởng ban.
func (h *house) led(x *holding) int {
	p, by := x.at.page, x.at.from-1
	if by < 1 || p.text.Word(by) != "do" {
		return -1
	}
	for _, s := range p.spots {
		if s.to == by && h.fits(x.office, s.agency) {
			return s.agency
		}
	}
	return -1
}

// leadsOn tells whether a bare Bộ trưởng is that of the post right behind it:
// Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ.
func (x *holding) leadsOn() bool {
	if x.title != "Bộ trưởng" {
		return false
	}
	for i := range x.at.offices {
		if o := &x.at.offices[i]; o.from == x.office.to+1 && !o.bare() && strings.HasPrefix(o.title, "Chủ nhiệm") {
			return true
		}
	}
	return false
}

// beside looks at the other posts of the same phrase: Phó Giám đốc, Thủ trưởng
// Cơ quan Cảnh sát điều tra Công an tỉnh A is deputy of Công an tỉnh A.
func (h *house) beside(x *holding) int {
	for i := range x.at.offices {
		o := &x.at.offices[i]
		for a := o.agency; a >= 0; a = h.parent(a) {
			if h.fits(x.office, a) {
				return a
			}
		}
	}
	return -1
}

// behind looks at the posts further on in the sentence: of several directors of
// one company the last alone may name it.
func (h *house) behind(x *holding) *office {
	if !x.office.entry.Weak {
		return nil
	}
	sentence := x.at.page.tok(x.office.from).Sentence
	var best *office
	for _, o := range h.private {
		if o.page == x.at.page && o.from > x.office.from && o.page.tok(o.from).Sentence == sentence && (best == nil || o.from < best.from) {
			best = o
		}
	}
	return best
}

func (h *house) parent(a int) int {
	up := h.agencies[a].Parent
	if up == "" || up == h.agencies[a].ID {
		return -1
	}
	for i := range h.agencies {
		if h.agencies[i].ID == up && i != a {
			return i
		}
	}
	return -1
}

// fits tells whether the title belongs to agencies of that name.
func (h *house) fits(o *office, agency int) bool { return h.homes[o.entry].hold(h.keys[agency]) }

// homes are the agencies that a title belongs to, by the lookup keys of their
// first words.
type homes struct{ of, not []string }

func newHomes(post *lexicon.Post) homes {
	var h homes
	for _, of := range post.Of {
		h.of = append(h.of, phraseKey(of))
	}
	for _, not := range post.Not {
		h.not = append(h.not, phraseKey(not))
	}
	return h
}

// hold tells whether the agency of that key is one of them.
func (h homes) hold(key string) bool {
	for _, not := range h.not {
		if strings.HasPrefix(key, not) {
			return false
		}
	}
	for _, of := range h.of {
		if rest, ok := strings.CutPrefix(key, of); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// unnamed looks for the title with its agency where no person is named.
func (h *house) unnamed(x *holding, country string) *office {
	for _, o := range h.loose {
		if o.title == x.title && !o.bare() && !o.place && (o.agency < 0 || h.serves(o.agency, country)) {
			return o
		}
	}
	return nil
}

func (h *house) serves(agency int, country string) bool {
	return country == "" || h.agencies[agency].Country == country
}

// nearest gives the agency that fits and was named last before the post, or
// else first behind it.
func (h *house) nearest(x *holding, p *person) int {
	best, distance := -1, 0
	at := h.position(x.at.page.text.Field, x.at.page.tok(x.at.from).Start)
	for _, a := range h.fitting(x.office.entry) {
		if !h.serves(a, p.country) || h.heldByOther(x, a, p) || x.name != "" && !starts(h.agencies[a].Name, x.name) {
			continue
		}
		if best >= 0 && x.office.entry.Sole {
			return -1
		}
		if d := h.distance(a, at); best < 0 || d < distance {
			best, distance = a, d
		}
	}
	return best
}

// fitting gives the agencies that a title belongs to, looked for once a title.
func (h *house) fitting(post *lexicon.Post) []int {
	list, known := h.fit[post]
	if !known {
		for a := range h.agencies {
			if h.homes[post].hold(h.keys[a]) {
				list = append(list, a)
			}
		}
		h.fit[post] = list
	}
	return list
}

// distance is how far before a place an agency was named last; one named only
// behind is farther than any before.
func (h *house) distance(agency, at int) int {
	const behind = 1 << 40
	places := h.places[agency]
	if places == nil {
		for _, m := range h.agencies[agency].Mentions {
			places = append(places, h.position(m.Field, m.Start))
		}
		sort.Ints(places)
		h.places[agency] = places
	}
	i := sort.SearchInts(places, at+1)
	switch {
	case i > 0:
		return at - places[i-1]
	case len(places) > 0:
		return places[0] - at + behind
	}
	return 2 * behind
}

// heldByOther tells whether somebody else holds the title in the agency, and one
// alone can.
func (h *house) heldByOther(x *holding, agency int, p *person) bool {
	if x.office.entry.Many || strings.HasPrefix(x.title, "Phó") {
		return false
	}
	other := h.taken[x.title+"|"+h.agencies[agency].ID]
	return other != nil && other != p
}

// generic tells whether the text names only the kind of agency: Tỉnh ủy.
func (h *house) generic(x *holding) bool {
	if x.name == "" {
		return false
	}
	return contains(h.homes[x.office.entry].of, phraseKey(x.name))
}

func starts(name, with string) bool { return strings.HasPrefix(phraseKey(name), phraseKey(with)+" ") }

// position orders places of all fields: fields are far from one another.
func (h *house) position(field string, start int) int { return h.where[field]<<32 + start }

// merged unites posts of one title and agency; a bare title goes into the fuller
// one.
func merged(posts []*holding) []*holding {
	var out []*holding
	for _, x := range posts {
		if !absorbed(&out, x) {
			out = append(out, x)
		}
	}
	return out
}

func absorbed(out *[]*holding, x *holding) bool {
	for _, y := range *out {
		switch {
		case sameAgency(x, y) && sameTitle(x, y):
			y.merge(x)
			return true
		case sameTitle(x, y) && x.office.abridges(y.office):
			if len(x.office.said) > len(y.office.said) {
				y.agency, y.id, y.name, y.text, y.office = x.agency, x.id, x.name, x.text, x.office
			}
			y.merge(x)
			return true
		case x.name == "" && strings.HasPrefix(y.title, x.title), y.name == "" && strings.HasPrefix(x.title, y.title):
			if y.name == "" {
				y.title, y.agency, y.id, y.name, y.text, y.office = x.title, x.agency, x.id, x.name, x.text, x.office
			}
			y.merge(x)
			return true
		}
	}
	return false
}

func (x *holding) merge(y *holding) {
	x.former = x.former || y.former
	x.acting = x.acting || y.acting
	x.guessed = x.guessed && y.guessed
}

func sameAgency(x, y *holding) bool {
	return x.id == y.id && x.id != "" || x.name == y.name || x.name != "" && y.name != "" && phraseKey(x.name) == phraseKey(y.name)
}

func sameTitle(x, y *holding) bool { return strings.EqualFold(x.title, y.title) }
