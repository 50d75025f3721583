package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// maxDepth bounds how many units inside units are read: đội, phòng, công an,
// bộ are four.
const maxDepth = 5

// node is one place where a text names an agency, before it is settled which.
type node struct {
	index    int // among the nodes of the article, -1 for an owner inside another
	text     int // index of the text
	from, to int // tokens, with owner, place and country
	bodies   []sense
	body     int32 // the one of bodies that is meant, -1 for a name made by form
	alt      int32 // a family whose short form this name is too, -1 for none
	made     string
	kind     string // of a made name
	place    site
	level    levelWord // of a name that stops at the word of its level: Công an tỉnh
	bare     bool      // slot or owner left out: what is meant stands elsewhere
	owner    *node
	same     *node  // the name in front of the brackets that this short form stands in
	country  string // explicit
	both     bool   // hai nước: each side's
	this     bool   // nước này: the country named last
	generic  bool   // no single body: UBND các tỉnh
	lower    bool   // written without capitals
	rule     string
}

// reader reads agencies out of one text.
type reader struct {
	*tables
	x    *viet.Text
	n    int   // index of the text
	ends []int // tokens behind the last title, by all its readings
}

// agencyAt reads the agency that begins at token i, nil if there is none.
func (r *reader) agencyAt(i, depth int) *node {
	if depth > maxDepth || i >= len(r.x.Tokens) {
		return nil
	}
	var found [8]match
	matches := found[:0]
	r.names.Each(r.x, i, func(s []sense, n int) { matches = append(matches, match{s, n}) })
	for k := len(matches) - 1; k >= 0; k-- {
		if d := r.fit(i, matches[k].n, matches[k].senses, depth); d != nil {
			if made := r.madeAt(i, depth); made != nil && made.to > d.to && made.country != "" {
				return made
			}
			return d
		}
	}
	return r.madeAt(i, depth)
}

type match struct {
	senses []sense
	n      int
}

// fit makes a node of a phrase of n tokens, the fullest reading first.
func (r *reader) fit(i, n int, senses []sense, depth int) *node {
	var plain []sense
	var bare *node
	for _, s := range senses {
		b := &r.bodies[s.body]
		if !r.written(i, n, s, b) {
			continue
		}
		d := &node{text: r.n, from: i, to: i + n, bodies: []sense{s}, body: s.body, alt: -1, rule: "lexicon", lower: r.small(i, n)}
		switch {
		case b.slot == "" && len(b.of) == 0:
			plain = append(plain, s)
			continue
		case b.slot == "name":
			r.nameSlot(d)
		case b.slot == "number":
			r.numberSlot(d)
		case b.slot != "":
			r.placeSlot(d, b)
		default:
			r.ownerSlot(d, b, depth)
		}
		if !d.bare {
			return d
		}
		if bare == nil || bare.to < d.to {
			bare = d
		}
	}
	if len(plain) > 0 && (bare == nil || bare.level.typ == "") {
		d := r.plain(i, n, plain)
		if bare != nil && d.country == "" {
			d.alt = bare.body
		}
		return d
	}
	return bare
}

// written tells whether the phrase is written as a name: an abbreviation in its
// capitals, words with one at the first or second, long names anyhow.
func (r *reader) written(i, n int, s sense, b *body) bool {
	if s.post && !slices.Contains(r.ends, i) {
		return false
	}
	first := &r.x.Tokens[i]
	if s.exact {
		if i > 0 && first.Gap == viet.Joined && r.joins(i-1) {
			return false // the number of a document: 15/2024/TT-BCA
		}
		return first.Shape == viet.Upper || first.Shape == viet.Title && first.Kind == viet.Word && isAbbreviation(r.x.Word(i))
	}
	if first.Shape != viet.Lower {
		return true
	}
	if n > 1 && r.x.Tokens[i+1].Kind == viet.Word && r.x.Tokens[i+1].Shape != viet.Lower {
		return true
	}
	return n >= 5 || b.slot != "" || len(b.of) > 0
}

// small tells whether a phrase begins without a capital, in its second word too.
func (r *reader) small(i, n int) bool {
	return !capitalised(r.x, i) && (n == 1 || !capitalised(r.x, i+1))
}

// joins tells whether token i is a hyphen or slash.
func (r *reader) joins(i int) bool {
	w := r.x.Word(i)
	return w == "-" || w == "/" || w == "–"
}

func (r *reader) plain(i, n int, senses []sense) *node {
	d := &node{text: r.n, from: i, to: i + n, bodies: senses, body: senses[0].body, alt: -1, rule: "lexicon"}
	for _, s := range senses {
		if r.bodies[s.body].Country == home {
			d.body = s.body
		}
	}
	r.country(d)
	return d
}

// placeSlot reads the place of "Công an {place}".
func (r *reader) placeSlot(d *node, b *body) {
	if d.to < len(r.x.Tokens) && r.x.Tokens[d.to].Gap == viet.Paragraph {
		d.bare = true
		return
	}
	if r.manyAt(d.to) {
		d.bare, d.generic = true, true
		return
	}
	s, end, w, afterWord := r.placeAt(r.x, d.to, b.levels)
	switch {
	case end > d.to:
		d.place = s
		d.to = r.above(r.x, end, &d.place)
	default:
		d.bare = true
		if w.typ != "" {
			d.level, d.to = w, afterWord
		}
	}
}

// manyAt tells whether token i says that no single body is meant: UBND các
// tỉnh, UBND 34 tỉnh, UBND cấp xã.
func (r *reader) manyAt(i int) bool {
	if i >= len(r.x.Tokens) {
		return false
	}
	tok := &r.x.Tokens[i]
	return tok.Kind == viet.Number || tok.ID != 0 && (tok.ID == r.w.cac || tok.ID == r.w.cap || tok.ID == r.w.hai)
}

// nameSlot reads the proper name or number of "Trại giam {name}".
func (r *reader) nameSlot(d *node) {
	end := r.nameEnd(d.to)
	if end == d.to && d.to < len(r.x.Tokens) {
		i := d.to
		if r.x.Word(i) == "số" {
			i++
		}
		if i < len(r.x.Tokens) && r.x.Tokens[i].Gap == viet.Space && (r.x.Tokens[i].Kind == viet.Number || isRoman(r.x.Word(i))) {
			end = i + 1
		}
	}
	if end == d.to+1 && r.x.Tokens[d.to].Kind == viet.Number {
		end = r.dashPlace(end)
	}
	if end == d.to || end-d.to > 8 || r.surname[r.x.Tokens[d.to].ID] && end-d.to >= 3 {
		d.bare = true
		return
	}
	d.made = r.x.Slice(d.to, end)
	d.to = end
}

// dashPlace reads on over "- Hà Nội" behind a number: Tòa án nhân dân khu vực 5 - Hà Nội.
func (r *reader) dashPlace(i int) int {
	if i >= len(r.x.Tokens) || r.x.Tokens[i].ID != r.w.dash && r.x.Tokens[i].ID != r.w.ndash {
		return i
	}
	if s, end := r.barePlace(r.x, i+1, anyLevel); end > i+1 && s.level == lexicon.ProvinceLevel {
		return end
	}
	return i
}

// numberSlot reads the number of "Quân khu {number}", in figures, also Roman.
func (r *reader) numberSlot(d *node) {
	i := d.to
	if i >= len(r.x.Tokens) || r.x.Tokens[i].Gap != viet.Space || r.x.Tokens[i].Kind != viet.Number && !isRoman(r.x.Word(i)) {
		d.bare = true
		return
	}
	d.made = r.x.Word(i)
	d.to = i + 1
}

func isRoman(s string) bool { return s != "" && strings.Trim(s, "IVX") == "" }

// nameEnd gives the end of a proper name: capitals, and words of fields between
// them, as in Gang thép Thái Nguyên.
func (r *reader) nameEnd(i int) int {
	end := r.capitals_(r.x, i)
	for end > i && end < len(r.x.Tokens) && r.x.Tokens[end].Gap == viet.Space {
		_, n := r.fields.Longest(r.x, end-1)
		if n < 2 {
			break
		}
		end = max(end+n-1, r.capitals_(r.x, end+n-1))
	}
	return end
}

// ownerSlot reads the agency that a unit is of: Phòng Cảnh sát hình sự, Công an
// tỉnh Nghệ An.
func (r *reader) ownerSlot(d *node, b *body, depth int) {
	i := r.skipBrackets(d.to)
	if r.manyAt(i) {
		d.bare, d.generic = true, true
		return
	}
	for i < len(r.x.Tokens) && r.x.Tokens[i].Gap != viet.Paragraph && r.connects(r.x.Tokens[i].ID) {
		i++
	}
	owner := r.agencyAt(i, depth+1)
	if owner == nil || owner.body < 0 && len(b.of) > 0 && !r.takesKind(b, owner.kind) || owner.body >= 0 && !r.isOf(b, owner) {
		d.bare = true
		return
	}
	d.owner, d.to = owner, owner.to
	d.country = owner.country
}

func (r *reader) connects(id viet.ID) bool {
	w := &r.w
	return id != 0 && (id == w.comma || id == w.thuoc || id == w.cua || id == w.truc || id == w.dash || id == w.ndash)
}

func (r *reader) takesKind(b *body, kind string) bool {
	for _, of := range b.Of {
		if of == kind {
			return true
		}
	}
	return false
}

func (r *reader) isOf(b *body, owner *node) bool {
	for _, s := range owner.bodies {
		if slices.Contains(b.of, s.body) {
			return true
		}
	}
	return false
}

// skipBrackets steps over a short form in brackets: (C02), (PC02).
func (r *reader) skipBrackets(i int) int {
	if i >= len(r.x.Tokens) || r.x.Tokens[i].ID != r.w.open {
		return i
	}
	for j := i + 1; j < len(r.x.Tokens) && j < i+8; j++ {
		if r.x.Tokens[j].ID == r.w.close {
			return j + 1
		}
	}
	return i
}

// madeAt makes a name by form: a head such as Bộ or Cục and what it is for.
func (r *reader) madeAt(i, depth int) *node {
	head, n := r.heads.Longest(r.x, i)
	if n == 0 {
		return nil
	}
	end, fields := r.fieldsAt(i+n, capitalised(r.x, i))
	if end == i+n || !capitalised(r.x, i) && !capitalised(r.x, i+n) {
		return nil
	}
	lower := !capitalised(r.x, i+n)
	d := &node{text: r.n, from: i, to: end, body: -1, alt: -1, kind: head.Kind, made: r.x.Slice(i, end), rule: "form " + head.Word}
	r.country(d)
	if named := d.country != "" || d.this; !named && (!head.Home || lower || !r.whole(i, end)) || lower && fields < 2 {
		return nil
	}
	return d
}

// whole tells whether a made name begins with a capital and does not run on in
// an abbreviation that nobody knows.
func (r *reader) whole(i, end int) bool {
	return capitalised(r.x, i) && (end >= len(r.x.Tokens) || r.x.Tokens[end].Shape != viet.Upper || r.x.Tokens[end].Gap != viet.Space)
}

// fieldsAt reads fields: "Kinh tế, Thương mại và Công nghiệp"; the first, and
// each behind a comma or và, begins with a capital unless small will do.
func (r *reader) fieldsAt(i int, small bool) (end, fields int) {
	end = i
	for j := i; j < len(r.x.Tokens) && r.x.Tokens[j].Gap != viet.Paragraph; {
		if _, n := r.fields.Longest(r.x, j); n > 0 && (j > i && j == end || small || capitalised(r.x, j)) {
			j += n
			end = j
			fields++
			continue
		}
		if id := r.x.Tokens[j].ID; j != end || end == i || id == 0 || id != r.w.comma && id != r.w.va {
			break
		}
		j++
		small = small && r.x.Tokens[i].Shape == viet.Lower
	}
	return end, fields
}

// country reads the country behind an agency: Trung Quốc, của Lào, nước này,
// hai nước, (Mỹ).
func (r *reader) country(d *node) {
	if d.country = r.within(d); d.country != "" {
		return
	}
	i, paren := d.to, false
	if i >= len(r.x.Tokens) || r.x.Tokens[i].Gap == viet.Paragraph {
		return
	}
	switch r.x.Tokens[i].ID {
	case r.w.cua:
		i++
	case r.w.open:
		i, paren = i+1, true
	}
	if i+1 < len(r.x.Tokens) && r.x.Tokens[i].ID == r.w.nuoc {
		if id := r.x.Tokens[i+1].ID; id == r.w.nay || id == r.w.ban {
			d.this, d.to = true, i+2
			return
		}
		i++
	}
	if i+1 < len(r.x.Tokens) && r.x.Tokens[i].ID == r.w.hai && r.x.Tokens[i+1].ID == r.w.nuoc {
		d.both, d.to = true, i+2
		return
	}
	code, n := r.countryAt(i, true)
	if n == 0 || paren && (i+n >= len(r.x.Tokens) || r.x.Tokens[i+n].ID != r.w.close) {
		return
	}
	d.country, d.to = code, i+n
	if paren {
		d.to++
	}
	r.seat(d)
}

// within gives the country that a name ends with, if it is one of those that
// have such a body: Cảnh sát biển Việt Nam.
func (r *reader) within(d *node) string {
	for i := max(d.from+1, d.to-3); i < d.to; i++ {
		code, n := r.countryAt(i, true)
		if n == 0 || i+n != d.to {
			continue
		}
		for _, s := range d.bodies {
			if r.bodies[s.body].Country == code {
				return code
			}
		}
	}
	return ""
}

// seat reads where an embassy sits: "Đại sứ quán Lào tại Việt Nam".
func (r *reader) seat(d *node) {
	if d.body < 0 || r.bodies[d.body].Kind != "embassy" {
		return
	}
	if i := d.to; i < len(r.x.Tokens) && r.x.Tokens[i].ID == r.w.tai {
		if _, n := r.countryAt(i+1, true); n > 0 {
			d.to = i + 1 + n
		} else if end := r.capitals_(r.x, i+1); end > i+1 {
			d.to = end
		}
	}
	d.made = r.x.Slice(d.from, d.to)
}

// countryAt reads the name of a country; short ones only where behind.
func (r *reader) countryAt(i int, behind bool) (code string, n int) {
	if i >= len(r.x.Tokens) || r.x.Tokens[i].Shape == viet.Lower || behind && r.x.Tokens[i].Gap == viet.Paragraph {
		return "", 0
	}
	code, n = r.countries.Longest(r.x, i)
	if n == 0 && behind {
		code, n = r.shorts.Longest(r.x, i)
	}
	if n == 1 && !behind && !r.standsAlone(i) {
		return "", 0
	}
	return code, n
}

// standsAlone refuses a short country that may be another word: Anh at the
// start of a sentence, or the first syllable of a longer name.
func (r *reader) standsAlone(i int) bool {
	if len(r.x.Word(i)) > 6 {
		return true
	}
	first := i == 0 || r.x.Tokens[i-1].Sentence != r.x.Tokens[i].Sentence
	return !first && !r.continues(r.x, i, 1) && (r.x.Tokens[i-1].Shape == viet.Lower || r.x.Tokens[i-1].Kind == viet.Punct)
}

// ministries reads "các Bộ Công an, Quốc phòng và Y tế": a head named once for all.
func (r *reader) ministries(i int) []*node {
	toks := r.x.Tokens
	if i == 0 || toks[i-1].ID != r.w.cac && toks[i-1].ID != r.w.hai && toks[i-1].Kind != viet.Number {
		return nil
	}
	head, n := r.heads.Longest(r.x, i)
	if n == 0 || r.elided[head.Word] == nil {
		return nil
	}
	var out []*node
	for j := i + n; j < len(toks) && toks[j].Gap != viet.Paragraph; {
		senses, m := r.elided[head.Word].Longest(r.x, j)
		if m > 0 && capitalised(r.x, j) {
			d := r.plain(j, m, senses)
			d.rule = "list of " + head.Word
			out = append(out, d)
			j = d.to
			continue
		}
		if id := toks[j].ID; id == 0 || id != r.w.comma && id != r.w.va && (len(out) > 0 || id != r.w.colon) {
			break
		}
		j++
	}
	if len(out) < 2 {
		return nil
	}
	out[0].from = i
	return out
}

// several reads the places of "Công an các tỉnh A, B và C" behind a head, one
// node each; nil if the text is not so.
func (r *reader) several(i int) []*node {
	var out []*node
	r.names.Each(r.x, i, func(senses []sense, n int) {
		for _, s := range senses {
			b := &r.bodies[s.body]
			if b.slot != "place" && b.slot != "at" || !r.written(i, n, s, b) {
				continue
			}
			if list := r.placesAt(i, i+n, s, b); len(list) > 1 {
				out = list
			}
		}
	})
	return out
}

// placesAt reads "các tỉnh A, B và C", also "các tỉnh, thành phố: A, B".
func (r *reader) placesAt(from, i int, s sense, b *body) []*node {
	toks := r.x.Tokens
	if i >= len(toks) || !(toks[i].ID == r.w.cac || toks[i].ID == r.w.hai || toks[i].Kind == viet.Number) {
		return nil
	}
	i++
	var out []*node
	var typ levelWord
	for i < len(toks) && toks[i].Gap != viet.Paragraph {
		if id := toks[i].ID; id != 0 && (id == r.w.comma || id == r.w.va) || toks[i].Kind == viet.Punct && r.x.Word(i) == ":" {
			i++
			continue
		}
		start := i
		if w, n := r.levelAt(r.x, i); n > 0 {
			typ, i = w, i+n
		}
		if typ.typ == "" {
			return out
		}
		site, end := r.namedPlace(r.x, i, typ)
		if end == i {
			if start == i {
				return out
			}
			continue
		}
		if site.index < 0 && site.level != lexicon.CommuneLevel && toks[i].Kind != viet.Number || !b.levels[site.level] {
			return out
		}
		if len(out) == 0 {
			start = from
		}
		out = append(out, &node{text: r.n, from: start, to: end, bodies: []sense{s}, body: s.body, alt: -1, place: site, rule: "list of places"})
		i = end
	}
	return out
}
