package official

import (
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
