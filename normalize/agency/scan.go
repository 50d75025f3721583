package agency

import (
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// findings is what a scan over all texts brings, in reading order.
type findings struct {
	nodes   []*node
	nations sightings
	spots   sightings
	signs   sightings       // posts that only one state has
	locals  int             // persons with a title and a Vietnamese surname
	sports  map[string]bool // names of bodies that sports clubs bear
	small   int             // bodies with their place in small letters, less those with a capital
	taught  taught
}

// clear leaves the memory of the findings to those of the next article.
func (f *findings) clear() {
	clear(f.nodes)
	clear(f.nations)
	clear(f.spots)
	clear(f.signs)
	*f = findings{nodes: f.nodes[:0], nations: f.nations[:0], spots: f.spots[:0], signs: f.signs[:0]}
}

// scanner goes over one text and keeps what it finds.
type scanner struct {
	reader
	out *findings
}

// sighting is a country or place that a text names.
type sighting struct {
	text, token int
	code        string // of a country, "" for a place
	place       finding.Place
	told        bool // the places above it are written behind it
}

// scanRule reads what begins at a token and gives the token to go on from; the
// same token where the rule does not hold.
type scanRule struct {
	name string
	on   []reading.Kind // a mark of one of them starts at the token
	read func(r *scanner, i int) (end int)
	bit  scanSet
}

// scanSet is a set of rules of the scan.
type scanSet uint16

// scanRules are tried at each token in this order.
func scanRules(w *words) []scanRule {
	rules := []scanRule{
		{name: "agency/no-body", on: []reading.Kind{w.nots}, read: (*scanner).noBody},
		{name: "agency/post-of-one-state", on: []reading.Kind{w.oneState.Kind}, read: (*scanner).sign},
		{name: "agency/row-of-heads", on: []reading.Kind{w.rowed.Kind}, read: (*scanner).rowOfHeads},
		{name: readRow, on: []reading.Kind{w.names.Kind}, read: (*scanner).rowOfPlaces},
		{name: "agency/body", on: []reading.Kind{w.names.Kind, w.heads.Kind, w.abroad.Kind}, read: (*scanner).aBody},
		{name: "agency/head-left-out", on: []reading.Kind{w.ellipses.Kind}, read: (*scanner).headLeftOut},
		{name: "agency/head-of-place", on: []reading.Kind{reading.Title, reading.Level}, read: (*scanner).headOfPlace},
		{name: "agency/title", on: []reading.Kind{reading.Title}, read: (*scanner).title},
		{name: "agency/leader", on: []reading.Kind{reading.Leader}, read: (*scanner).aLeader},
		{name: "agency/country", on: []reading.Kind{reading.Country, reading.Capital}, read: (*scanner).aCountry},
		{name: "agency/place", on: []reading.Kind{reading.Level, reading.Place, reading.Region}, read: (*scanner).aPlace},
	}
	for k := range rules {
		rules[k].bit = 1 << k
	}
	return rules
}

// beginnings gives the table of the rules that may hold where some marks start.
func beginnings(w *reading.Words, rules []scanRule) *reading.Table[scanSet] {
	by := map[reading.Kind]scanSet{}
	for _, rule := range rules {
		for _, kind := range rule.on {
			by[kind] |= rule.bit
		}
	}
	return reading.NewTable(w, func(marks []reading.Mark) (set scanSet) {
		for _, m := range marks {
			set |= by[m.Kind]
		}
		return set
	})
}

// scan reads a text from left to right, each token once but for the words that
// an agency's name is tried on.
func (r *scanner) scan() {
	for i := 0; i < len(r.x.Tokens); {
		if len(r.out.taught) > 0 && knows(r, i) {
			i++
		} else if r.x.Is(i, r.opening) || len(r.shorts) > 0 && r.shortAhead(i) {
			i = r.step(i)
		} else {
			i++
		}
	}
}

// step tries the rules at token i: those of what starts there, and all of them where a short
// form in brackets may stand ahead.
func (r *scanner) step(i int) int {
	may := *r.rules.begin.At(r.x, i)
	if len(r.shorts) > 0 {
		may = ^scanSet(0)
	}
	for k := range r.rules.scan {
		rule := &r.rules.scan[k]
		if rule.bit&may == 0 {
			continue
		}
		if end := rule.read(r, i); end > i {
			return end
		}
	}
	return i + 1
}

// sign notes a post that only one state has.
func (r *scanner) sign(i int) int {
	if code, n := r.oneState.Longest(r.x, i); n > 0 {
		r.out.signs = append(r.out.signs, sighting{text: r.n, token: i, code: code})
	}
	return i
}

// noBody steps over words that only look like a body: các nước ASEAN.
func (r *scanner) noBody(i int) int {
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
func (r *scanner) aBody(i int) int {
	d := r.inner(r.agencyAt(i, 0))
	switch {
	case d == nil:
		return i
	case ofTwoStates(r, d):
		return d.to
	}
	if (club{r}).named(d) {
		if r.out.sports == nil {
			r.out.sports = map[string]bool{}
		}
		r.out.sports[r.x.Slice(d.from, d.to)] = true
	}
	if end := unitsOfRow(r, d); end > d.from {
		return end
	}
	r.found(d)
	wholeOf(r, d)
	learnInside(r, d)
	return max(r.shortForm(d), r.out.nodes[len(r.out.nodes)-1].to)
}

// headOfPlace reads the body of "Chủ tịch huyện Con Cuông": Ủy ban nhân dân.
func (r *scanner) headOfPlace(i int) int {
	m, _ := r.x.Longest(i, reading.Title)
	j := i + int(m.Len)
	w, n := r.levelAt(j)
	switch {
	case m.Len == 0, n == 0, !r.x.Follows(j):
		return i
	}
	post, _ := r.Post(m)
	body, known := r.seats[post.Title+" "+w.Type]
	if !known {
		return i
	}
	s := r.placeAt(j, r.bodies[body].levels)
	if !s.found() {
		return i
	}
	d := r.placed(j, s.end, sense{body: body}, s.Place, "agency/head-of-place")
	d.to = r.above(s.end, &d.place)
	d.told = d.to > s.end
	r.found(d)
	return d.to
}

// title notes where a title ends, by all its readings: what stands behind it may
// be a body by a name that it has in posts.
func (r *scanner) title(i int) int {
	if r.x.Has(i, reading.Title) {
		r.ends = r.ends[:0]
		r.x.Each(i, reading.Title, func(m reading.Mark) { r.ends = append(r.ends, i+int(m.Len)) })
		last := r.ends[len(r.ends)-1]
		if _, country := r.countryAlone(last); country == 0 && r.surnameAt(last) {
			r.out.locals++ // not Tổng thống Hàn Quốc
		}
	}
	return i
}

// aCountry notes the country or the seat of government that begins at token i.
func (r *scanner) aCountry(i int) int {
	code, n := r.countryAlone(i)
	if n == 0 {
		code, n = r.capitalAt(i)
	}
	if n > 0 && !r.x.Is(i-1, reading.Clock) {
		r.out.nations = append(r.out.nations, sighting{text: r.n, token: i, code: code})
	}
	return i + n
}

// aLeader notes the country of a person of another state whom everybody knows,
// behind an office: Tổng thống Donald Trump.
func (r *scanner) aLeader(i int) int {
	m, ok := r.x.Longest(i, reading.Leader)
	switch {
	case !ok, !r.officeBefore(i):
		return i
	}
	code := r.lex.Known[m.Value].Country
	if code == home {
		return i
	}
	r.out.nations = append(r.out.nations, sighting{text: r.n, token: i, code: code})
	return i + int(m.Len)
}

// beginsHolder tells whether the name of tokens i to j goes on by one syllable behind a body: Bí thư
// Tỉnh ủy Đồng Văn | Thanh.
func (r *scanner) beginsHolder(i, j int) bool {
	last := len(r.out.nodes) - 1
	return last >= 0 && r.out.nodes[last].to == i && r.continues(j-1) && r.capitals(j) == j+1
}

// aPlace notes the place that begins at token i, or the region abroad.
func (r *scanner) aPlace(i int) int {
	s := r.placeAt(i, anyLevel)
	switch {
	case !s.found():
		return max(s.after, r.aRegion(i))
	case r.inPerson(i), r.beginsPerson(i, s.end), r.beginsHolder(i, s.end), s.level == nil && !r.x.Is(s.end-1, reading.Large):
		return s.end // Thống nhất cho thôi nhiệm vụ: no place
	case isPerson(&r.gazetteer, &s), seatsEnvoy(&r.gazetteer, i):
		return s.end
	}
	end := r.above(s.end, &s.Place)
	r.out.spots = append(r.out.spots, sighting{text: r.n, token: i, place: s.Place, told: end > s.end})
	return end
}

func (r *scanner) aRegion(i int) int {
	g, n := r.regionAt(i)
	if n == 0 || r.inPerson(i) {
		return i
	}
	r.out.nations = append(r.out.nations, sighting{text: r.n, token: i, code: g.Country})
	return i + n
}

// inner gives the agency that a common word leads up to, if the common word says
// nothing else: Quốc hội of "đoàn đại biểu Quốc hội Lào".
func (r *scanner) inner(d *node) *node {
	switch {
	case d == nil, !d.vague(), !r.generic(d):
		return d
	}
	for i := d.from + 1; i < d.to; i++ {
		if in := r.agencyAt(i, 1); in != nil {
			return in
		}
	}
	return d
}

// kindOf gives the kind of a node's body, of the lexicon or made by form.
func (w *words) kindOf(d *node) string {
	if d.body < 0 {
		return d.kind
	}
	return w.bodies[d.body].Kind
}

// generic tells whether the name of a node is a common word by itself.
func (w *words) generic(d *node) bool { return d.body >= 0 && w.bodies[d.body].Generic }

// found keeps a node and what it tells of countries and places.
func (r *scanner) found(d *node) {
	r.out.nodes = append(r.out.nodes, d)
	if d.country == "" && r.x.Looks(d.to, reading.OwnSurname|reading.Large, reading.Large) && inTitle(r.x, d.from) {
		r.out.locals++ // Bộ trưởng Bộ Ngoại giao Bùi Văn A
	}
	for o := d; o != nil; o = o.owner {
		if code := servesOnly(r.words, o); code != "" {
			r.out.nations = append(r.out.nations, sighting{text: r.n, token: d.from, code: code})
		}
		for _, p := range []*finding.Place{&o.place, &o.lies} {
			if p.Name != "" {
				r.out.spots = append(r.out.spots, sighting{text: r.n, token: d.from, place: *p})
			}
		}
	}
	r.out.noteStyle(r.x, d)
	r.also(d)
}

// servesOnly gives the country that is said of a body, or that alone has one of that name: Nhà Trắng.
func servesOnly(w *words, d *node) string {
	if d.country != "" || len(d.bodies) != 1 {
		return d.country
	}
	switch b := &w.bodies[d.bodies[0].body]; b.Country {
	case home, lexicon.AnyCountry, lexicon.International:
		return ""
	default:
		return b.Country
	}
}

// noteStyle notes whether a body with its place is written in small letters, as some papers
// write all of them: công an tỉnh A.
func (f *findings) noteStyle(x *reading.Text, d *node) {
	switch {
	case d.place.Name == "", d.body < 0:
	case d.lower:
		f.small++
	case !x.Is(d.from, reading.AllLarge):
		f.small--
	}
}

// also reads what follows "Công an tỉnh Nghệ An" or "Công an quận A" in a row.
func (r *scanner) also(d *node) {
	switch {
	case d.body < 0:
	case r.bodies[d.body].slot == "number":
		alsoNumbered(r, d)
	case r.bodies[d.body].zone:
		alsoZones(r, d)
	case d.place.Level > lexicon.ProvinceLevel:
		r.alsoTyped(d)
	case d.place.Level == lexicon.ProvinceLevel:
		r.alsoBare(d)
	}
}

// alsoBare reads ", Hà Tĩnh và Quảng Bình": a row of provinces that ends with và.
func (r *scanner) alsoBare(d *node) {
	var row []*node
	b := &r.bodies[d.body]
	for i := d.to; r.x.Is(i, reading.Comma|reading.And); {
		s := r.placeAt(i+1, b.levels)
		if s.Level != lexicon.ProvinceLevel || b.implied != nil && !b.implied.fits(&s.Place) {
			return // Thành ủy Hải Phòng, Hưng Yên: no Thành ủy Hưng Yên
		}
		row = append(row, r.placed(i+1, s.end, d.bodies[0], s.Place, readRow))
		if r.x.Is(i, reading.And) {
			r.out.nodes = append(r.out.nodes, row...)
			return
		}
		i = s.end
	}
}

// alsoTyped reads ", quận B và quận C": places with the same word of level.
func (r *scanner) alsoTyped(d *node) {
	for i := d.to; r.x.Is(i, reading.Comma|reading.And); {
		w, n := r.levelAt(i + 1)
		if n == 0 || w.Type != d.place.Type {
			return
		}
		p, end := r.namedPlace(i+1+n, w)
		if end == i+1+n {
			return
		}
		r.out.nodes = append(r.out.nodes, r.placed(i+1, end, d.bodies[0], p, readRow))
		i = end
	}
}
