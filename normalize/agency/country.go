package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// sinic lists the countries whose names of persons read like Vietnamese ones.
var sinic = []string{"CN", "TW", "HK", "MO", "KP", "KR"}

// home is the country that a page of Vietnam speaks of by default.
const home = "VN"

// stats counts what an article says of countries.
type stats struct {
	named      map[string]int
	home       int
	foreign    string                    // the one named most
	province   int32                     // the one that most places lie in, -1 if none stands out
	provinceAt int                       // index of the first place in it, -1 until it is looked for
	explicit   map[int32]map[string]bool // countries said of a body by name
	made       map[string]string         // country said of a name made by form
	bare       map[int32]int             // how often a body is named without a country
	proper     []string                  // names made of a head and words with capitals
	police     bool                      // it names police otherwise than by a code
}

func (a *article) count() {
	s := &a.stats
	s.named, s.explicit = map[string]int{}, map[int32]map[string]bool{}
	s.made, s.bare = map[string]string{}, map[int32]int{}
	for i := range a.nations {
		code := a.nations[i].code
		s.named[code]++
		if code != home && (s.foreign == "" || s.named[code] > s.named[s.foreign]) {
			s.foreign = code
		}
	}
	s.home = s.named[home]
	for i := range a.spots {
		if p := &a.spots[i].place; p.index >= 0 || p.name[0] <= '9' {
			s.home++ // quận Yongsan is no place of Vietnam
		}
	}
	s.province, s.provinceAt = a.mainProvince(), -1
	for _, d := range a.nodes {
		if d.body < 0 {
			if d.country != "" {
				s.made[a.slug(d.made)] = d.country
			}
			if d.proper {
				s.proper = append(s.proper, d.made)
			}
			continue
		}
		if b := &a.bodies[d.body]; (b.Kind == "police" || b.Name == policeMinistry || b.Parent == policeMinistry) && !a.isCode(d) {
			s.police = true
		}
		if own := a.homes(d); len(own) == 1 && own[0] == home && (!d.bare || d.level.typ != "") {
			s.home++
		}
		if d.country == "" {
			s.bare[d.body]++
		} else {
			if s.explicit[d.body] == nil {
				s.explicit[d.body] = map[string]bool{}
			}
			s.explicit[d.body][d.country] = true
		}
	}
}

// policeMinistry is the body whose departments go by codes.
const policeMinistry = "Bộ Công an"

// isCode tells whether a node is no more than a letter and two figures: C03,
// which is also a block of school subjects or a room.
func (a *article) isCode(d *node) bool {
	w := a.texts[d.text].Word(d.from)
	return d.to-d.from == 1 && len(w) == 3 && w[0] <= 'Z' && w[1] <= '9' && w[2] <= '9'
}

// mainProvince gives the province in which twice as many named places lie as in
// any other, -1 if there is none.
func (a *article) mainProvince() int32 {
	count := map[int32]int{}
	for i := range a.spots {
		switch s := &a.spots[i].place; {
		case s.upper >= 0:
			count[s.upper]++
		case s.index >= 0 && s.level == lexicon.ProvinceLevel:
			count[s.index]++
		}
	}
	best, first, second := int32(-1), 0, 0
	for p, n := range count {
		switch {
		case n > first:
			best, first, second = p, n, first
		case n > second:
			second = n
		}
	}
	if first < 2*second {
		return -1
	}
	return best
}

// countriesOf gives the country that a node's agency serves; both of "hai
// nước"; none where nothing says which.
func (a *article) countriesOf(d *node, owner *entity) []string {
	if !a.stats.police && d.body >= 0 && a.bodies[d.body].Parent == policeMinistry && a.isCode(d) {
		return nil
	}
	if d.both {
		return a.pair(d)
	}
	code := a.countryOf(d, owner)
	if code == "" {
		return nil
	}
	return []string{code}
}

func (a *article) countryOf(d *node, owner *entity) string {
	switch {
	case d.country != "":
		return d.country
	case owner != nil:
		return owner.country
	case d.this:
		return a.lastForeign(d)
	case d.body >= 0 && a.bodies[d.body].slot != "":
		return a.bodies[d.body].Country
	}
	if d.body < 0 {
		return a.countryOfMade(d)
	}
	own := a.homes(d)
	if len(own) == 1 && own[0] != home && own[0] != lexicon.AnyCountry {
		return own[0]
	}
	if code := a.partOf(d); code != "" {
		d.rule += ", country of the body it is of"
		return code
	}
	if code := a.beside(d); code != "" {
		d.rule += ", country of its post-holder"
		return code
	}
	if a.gone(d) {
		if code := a.nearestCountry(d, []string{lexicon.AnyCountry}); code != "" {
			d.rule += ", country named last"
			return code
		}
	}
	if slices.Contains(own, home) {
		if code := a.sharedCountry(d); code != "" {
			d.rule += ", country named once for both"
			return code
		}
		return a.homeOr(d)
	}
	if code := a.foreignHere(d); code != "" && slices.Contains(own, code) {
		d.rule += ", country named last"
		return code
	}
	if !slices.Contains([]string{"legislature", "government", "court"}, a.bodies[d.body].Kind) && slices.Contains(own, lexicon.AnyCountry) {
		return a.sameName(d)
	}
	code := a.nearestCountry(d, own)
	if code == "" {
		a.doubt(d, "no country is named that it could belong to")
	}
	return code
}

// countryOfMade gives the country of a name made by form: of its post-holder,
// said of that name elsewhere, or of the article where it is another's alone.
func (a *article) countryOfMade(d *node) string {
	if code := a.partOf(d); code != "" {
		return code
	}
	if code := a.beside(d); code != "" {
		return code
	}
	if code := a.stats.made[a.slug(d.made)]; code != "" {
		d.rule += ", country said of it elsewhere"
		return code
	}
	if a.stats.home == 0 && a.stats.foreign != "" && a.stats.named[a.stats.foreign] > 1 {
		d.rule += ", country of the article"
		return a.stats.foreign
	}
	if !d.abroad {
		return a.homeOr(d)
	}
	if code := a.foreignHere(d); code != "" {
		d.rule += ", country named last"
		return code
	}
	return ""
}

// foreignHere gives the country named last before a node in its sentence, if
// it is not Vietnam.
func (a *article) foreignHere(d *node) string {
	at := position(a.nations, d)
	if at == 0 {
		return ""
	}
	x := a.texts[d.text]
	if last := a.nations[at-1]; last.code != home && last.text == d.text && x.Tokens[last.token].Sentence == x.Tokens[d.from].Sentence {
		return last.code
	}
	return ""
}

// sharedCountry gives the country that stands once behind two bodies: Bộ Ngoại
// giao và Bộ Quốc phòng Mỹ. It is not the first's where "giữa" sets the two
// apart, where both have one name, where the article names the first elsewhere
// without that country, or where no such body of that country is known.
func (a *article) sharedCountry(d *node) string {
	i := d.index + 1
	x := a.texts[d.text]
	if i >= len(a.nodes) || a.nodes[i-1] != d || a.nodes[i].text != d.text || a.nodes[i].from != d.to+1 || x.Tokens[d.to].ID != a.w.va {
		return ""
	}
	next := a.nodes[i]
	if next.country == "" || next.country == home || next.body < 0 || next.body == d.body || a.stats.explicit[d.body][home] || a.stats.bare[d.body] > 1 || !a.has(next.country, d) {
		return ""
	}
	for j := d.from - 1; j >= 0 && j > d.from-reach && x.Tokens[j].Sentence == x.Tokens[d.from].Sentence; j-- {
		if x.Tokens[j].ID == a.w.giua {
			return ""
		}
	}
	return next.country
}

// has tells whether a country has a body that the node may mean: one listed, or
// one that every state has where the country's own list has none of its kind.
func (a *article) has(code string, d *node) bool {
	every, kind := false, false
	for _, s := range d.bodies {
		every = every || a.bodies[s.body].Country == lexicon.AnyCountry
		if a.bodies[s.body].Country == code {
			return true
		}
	}
	for i := range a.bodies {
		kind = kind || a.bodies[i].Country == code && a.bodies[i].Kind == a.bodies[d.body].Kind
	}
	return every && !kind
}

// sameName gives the country said of a body of that name elsewhere in the
// article: common names such as Hải quân need that much.
func (a *article) sameName(d *node) string {
	if i := d.index + 1; i < len(a.nodes) && a.nodes[i].text == d.text && a.nodes[i].from == d.to+1 && a.texts[d.text].Tokens[d.to].ID == a.w.va {
		if code := a.nodes[i].country; code != "" {
			return code // Hải quân và Không quân Mỹ
		}
	}
	said := a.stats.explicit[d.body]
	if len(said) == 1 {
		for code := range said {
			return code
		}
	}
	return ""
}

// gone tells whether Vietnam's body of that name is long gone, so that another
// country's is likelier.
func (a *article) gone(d *node) bool {
	for _, s := range d.bodies {
		if b := &a.bodies[s.body]; b.Country == home {
			return b.Until > 0 && b.Until < 2010
		}
	}
	return false
}

// partOf gives the country of the body that follows directly: Ủy ban Đối ngoại
// (của) Thượng viện Mỹ.
func (a *article) partOf(d *node) string {
	i := d.index + 1
	if i >= len(a.nodes) || a.nodes[i-1] != d || a.nodes[i].text != d.text {
		return ""
	}
	next := a.nodes[i]
	if id := a.texts[d.text].Tokens[d.to].ID; next.from == d.to || next.from == d.to+1 && (id == a.w.cua || id == a.w.thuoc) {
		return next.country
	}
	return ""
}

// homes lists the countries that have a body of that name.
func (a *article) homes(d *node) []string {
	if len(d.bodies) == 1 {
		return a.bodies[d.bodies[0].body].own
	}
	if d.own == nil {
		d.own = a.countriesWith(d.bodies)
	}
	return d.own
}

func (a *article) countriesWith(bodies []sense) []string {
	var out []string
	for _, s := range bodies {
		if c := a.bodies[s.body].Country; !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// homeOr gives Vietnam, unless the article is about another country alone.
func (a *article) homeOr(d *node) string {
	if code, n := a.persons.Longest(a.texts[d.text], d.to); n > 0 {
		d.rule += ", country of its post-holder"
		return code
	}
	if code := a.alienHolder(d); code != "" {
		d.rule += ", country of its post-holder"
		return code
	}
	x := a.stats.foreign
	if x == "" || d.body < 0 || !slices.Contains(sinic, x) && a.namesVietnamese(a.texts[d.text], d.to) {
		return home
	}
	if code := a.continued(d); code != "" {
		return code
	}
	if a.contrasted(d) {
		return home
	}
	same := a.stats.explicit[d.body][x] && !a.stats.explicit[d.body][home]
	switch {
	case a.stats.home == 0 && (same || a.stats.named[x] >= 3 && (a.spokenOf(d, x) || a.prosecutes(d))):
		d.rule += ", country of the article"
		return x
	case same && a.stats.home*5 <= a.stats.named[x]:
		d.rule += ", country of the article"
		a.doubt(d, "taken for "+x+"'s, of which the article speaks most")
		return x
	}
	a.bare[d.body] = true
	return home
}

// prosecutes tells whether a node is a procuracy by a name that every state has.
func (a *article) prosecutes(d *node) bool {
	return a.bodies[d.body].Kind == "procuracy" && slices.Contains(a.homes(d), lexicon.AnyCountry)
}

// alienHolder gives the country of a body whose post-holder, right behind it,
// has a name that is not built as Vietnamese names are: the only one said of
// the body, else the one named last.
func (a *article) alienHolder(d *node) string {
	if d.body < 0 || !alienName(a.texts[d.text], a.behindRank(d)) {
		return ""
	}
	if said := a.stats.explicit[d.body]; len(said) == 1 {
		for code := range said {
			return code
		}
	}
	if code := a.lastForeign(d); code != "" {
		return code
	}
	return a.stats.foreign
}

// behindRank steps over "thứ nhất" and "thường trực" behind a post.
func (a *article) behindRank(d *node) int {
	x, i := a.texts[d.text], d.to
	if i+1 < len(x.Tokens) && x.Tokens[i].Shape == viet.Lower && a.link[x.Tokens[i].ID] && x.Tokens[i+1].Shape == viet.Lower {
		i += 2
	}
	return i
}

// alienName tells whether a name of two words or more begins at token i, one of
// which no Vietnamese syllable is like: William Barr.
func alienName(x *viet.Text, i int) bool {
	alien, n := false, 0
	for ; i < len(x.Tokens) && n < 4; i, n = i+1, n+1 {
		if tok := &x.Tokens[i]; tok.Gap != viet.Space || tok.Kind != viet.Word || tok.Shape != viet.Title {
			break
		}
		alien = alien || alienWord(x.Word(i)) || hyphened(x, i)
	}
	return alien && n > 1
}

// hyphened tells whether a small syllable is joined to the word: Sei-young.
func hyphened(x *viet.Text, i int) bool {
	return i+2 < len(x.Tokens) && x.Word(i+1) == "-" && x.Tokens[i+1].Gap == viet.Joined && x.Tokens[i+2].Gap == viet.Joined && x.Tokens[i+2].Shape == viet.Lower
}

// alienWord tells whether a word has letters, doubles or an end that Vietnamese
// syllables have not.
func alienWord(w string) bool {
	if strings.ContainsAny(w, "fjwzFJWZ") || len(w) > 9 || strings.ContainsAny(w[len(w)-1:], "bdlrskvxq") {
		return true
	}
	for i := 1; i < len(w); i++ {
		if w[i] == w[i-1] && w[i] < 0x80 && w[i] != 'o' {
			return true
		}
	}
	return false
}

// spokenOf tells whether a country was the last one named before a node, in its
// paragraph, and may have a body of that name.
func (a *article) spokenOf(d *node, code string) bool {
	own := a.homes(d)
	at := position(a.nations, d)
	if !slices.Contains(own, lexicon.AnyCountry) && !slices.Contains(own, code) || at == 0 {
		return false
	}
	last := a.nations[at-1]
	return last.code == code && last.text == d.text && sameParagraph(a.texts[d.text], last.token, d.from)
}

// contrasted tells whether the same name stood before in the sentence with its
// country: Bộ trưởng Ngoại giao Trung Quốc A và Bộ trưởng Ngoại giao B.
func (a *article) contrasted(d *node) bool {
	x := a.texts[d.text]
	for i := d.index - 1; i >= 0 && i >= d.index-near && a.nodes[i].text == d.text && x.Tokens[a.nodes[i].from].Sentence == x.Tokens[d.from].Sentence; i-- {
		if a.nodes[i].body == d.body && a.nodes[i].country != "" && a.nodes[i].country != home {
			return true
		}
	}
	return false
}

// continued gives the country said of the same name earlier in the paragraph,
// where the article never gives that name to Vietnam, nor used it bare before.
func (a *article) continued(d *node) string {
	said := a.stats.explicit[d.body]
	if len(said) != 1 || said[home] || a.bare[d.body] {
		return ""
	}
	for i := d.index - 1; i >= 0 && i >= d.index-near; i-- {
		o := a.nodes[i]
		if o.text != d.text || o.body != d.body {
			continue
		}
		x := a.texts[d.text]
		if x.Tokens[o.from].Sentence == x.Tokens[d.from].Sentence || !sameParagraph(x, o.from, d.from) || a.namesVietnamese(x, d.to) {
			return ""
		}
		if o.country != "" {
			a.doubt(d, "taken for "+o.country+"'s, named before in the paragraph")
			return o.country
		}
	}
	return ""
}

// namesVietnamese tells whether a person of a Vietnamese surname is named at token i.
func (a *article) namesVietnamese(x *viet.Text, i int) bool {
	return i+1 < len(x.Tokens) && a.surname[x.Tokens[i].ID] && capitalised(x, i) && capitalised(x, i+1)
}

// lastForeign gives the country, not Vietnam, named last before a node.
func (a *article) lastForeign(d *node) string {
	at := position(a.nations, d)
	for i := at - 1; i >= 0 && i >= at-near; i-- {
		if a.nations[i].code != home {
			return a.nations[i].code
		}
	}
	return ""
}

// nearestCountry gives the country named last before a node, among own unless
// any will do; else the first named after it.
func (a *article) nearestCountry(d *node, own []string) string {
	any := slices.Contains(own, lexicon.AnyCountry)
	at := position(a.nations, d)
	for i := at - 1; i >= 0 && i >= at-near; i-- {
		if c := a.nations[i].code; any || slices.Contains(own, c) {
			return c
		}
	}
	for i := at; i < len(a.nations) && i < at+near; i++ {
		if c := a.nations[i].code; any || slices.Contains(own, c) {
			return c
		}
	}
	if !any && len(own) > 0 {
		return own[0]
	}
	return ""
}

// pair gives the two countries of "hai nước": the last two named before.
func (a *article) pair(d *node) []string {
	var last, other string
	at := position(a.nations, d)
	for i := at - 1; i >= 0 && i >= at-near && other == ""; i-- {
		switch c := a.nations[i].code; {
		case last == "":
			last = c
		case c != last:
			other = c
		}
	}
	switch {
	case last == "":
		last = a.stats.foreign
		if last == "" {
			a.doubt(d, "which two countries it speaks of is not said")
			return nil
		}
		return []string{home, last}
	case other == "":
		other = home
		if last == home {
			last = a.stats.foreign
		}
	}
	if last == "" || last == other {
		return []string{other}
	}
	if last == home {
		last, other = other, last
	}
	return []string{other, last}
}

func (a *article) doubt(d *node, why string) {
	x := a.texts[d.text]
	span := boctin.Span{Field: x.Field, Start: x.Tokens[d.from].Start, End: x.Tokens[d.to-1].End}
	a.issues = append(a.issues, boctin.Issue{Rule: "agency/country", Text: x.Slice(d.from, d.to), Why: why, Span: &span})
}
