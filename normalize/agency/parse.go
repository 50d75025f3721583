package agency

import (
	"slices"

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
	unit     bool     // made, and named with its owner: Phòng Kinh tế, UBND huyện A
	same     *node    // the name in front of the brackets that this short form stands in
	own      []string // countries that have a body of that name, once asked for
	country  string   // explicit
	both     bool     // hai nước: each side's
	this     bool     // nước này: the country named last
	generic  bool     // no single body: UBND các tỉnh
	short    bool     // made, and told apart by its number: Đội Quản lý thị trường số 4
	proper   bool     // made, of a head and words with capitals
	loose    bool     // made, with words behind it that no list of fields holds
	abroad   bool     // counts only where another country's body is meant
	lower    bool     // written without capitals
	rule     string
}

// reader reads agencies out of one text.
type reader struct {
	*tables
	x    *viet.Text
	n    int   // index of the text
	ends []int // tokens behind the last title, by all its readings
	cut  bool  // it reads a text from which a short form was cut
}

// agencyAt reads the agency that begins at token i, nil if there is none.
func (r *reader) agencyAt(i, depth int) *node {
	if depth > maxDepth || i >= len(r.x.Tokens) || r.endsWord(i) {
		return nil
	}
	d := r.unbroken(i, depth)
	if depth == 0 && !r.cut {
		return r.over(i, d)
	}
	return d
}

// unbroken reads an agency whose name no short form in brackets breaks.
func (r *reader) unbroken(i, depth int) *node {
	var found [8]match
	matches := found[:0]
	r.names.Each(r.x, i, func(s []sense, n int) { matches = append(matches, match{s, n}) })
	for k := len(matches) - 1; k >= 0; k-- {
		if d := r.fit(i, matches[k].n, matches[k].senses, depth); d != nil {
			if made := r.madeAt(i, depth); made != nil && r.better(made, d) {
				return made
			}
			if made := r.abroadAt(i); made != nil && (d.bare || made.to > d.to || made.to == d.to && d.place.name != "" && r.notHome(&d.place)) {
				return made
			}
			return d
		}
	}
	made := r.madeAt(i, depth)
	if far := r.abroadAt(i); far != nil && (made == nil || made.country == "" && far.to >= made.to) {
		return far
	}
	return made
}

// notHome tells whether no list has a place of that type: thành phố Đông Hưng
// is China's where Vietnam has but a huyện of that name.
func (r *reader) notHome(s *site) bool {
	return s.index < 0 || s.typ != r.lex.Places[s.index].Type
}

// better tells whether a name made by form says more than the lexicon's: more
// words of it, or the body it is of where d says none.
func (r *reader) better(made, d *node) bool {
	if made.owner != nil {
		return made.owner.from >= d.to && (d.bare && d.level.typ == "" || len(made.made) > r.length(d))
	}
	if made.loose && d.bare && d.body >= 0 && r.bodies[d.body].slot != "" && r.x.Tokens[d.to].Shape == viet.Lower && !r.startsField(d.to) {
		return false // Cục Thi hành án dân sự bán nhà: the body does something
	}
	return made.to > d.to && (r.joins(d.to) && made.rule != "" && d.owner == nil || made.country != "" || d.bare && d.level.typ == "")
}

// length gives the bytes from a node's first token to the end of its last.
func (r *reader) length(d *node) int { return len(r.x.Slice(d.from, d.to)) }

// endsWord tells whether the small word at token i only ends the word before it:
// the bộ of cán bộ, the nghị of đề nghị.
func (r *reader) endsWord(i int) bool {
	if i == 0 || r.x.Tokens[i].Shape != viet.Lower || r.x.Tokens[i].Gap != viet.Space {
		return false
	}
	_, n := r.compounds.Longest(r.x, i-1)
	return n == 2
}

type match struct {
	senses []sense
	n      int
}

// fit makes a node of a phrase of n tokens, the fullest reading first.
func (r *reader) fit(i, n int, senses []sense, depth int) *node {
	var plain []sense
	var bare *node
	for k, s := range senses {
		b := &r.bodies[s.body]
		if !r.written(i, n, s, b) {
			continue
		}
		one := senses[k : k+1 : k+1]
		if b.slot == "" && len(b.of) == 0 {
			if plain == nil {
				plain = one
			} else {
				plain = append(plain, s)
			}
			continue
		}
		d := &node{text: r.n, from: i, to: i + n, bodies: one, body: s.body, alt: -1, rule: "lexicon", lower: r.small(i, n)}
		switch {
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
		if r.ofMany(i + n) {
			return nil
		}
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
	if b.Capital && r.x.Tokens[i].Shape == viet.Lower && (i == 0 || !r.link[r.x.Tokens[i-1].ID]) {
		return false
	}
	if s.post && (!slices.Contains(r.ends, i) || s.after != 0 && r.x.Tokens[i-1].ID != s.after) {
		return false
	}
	first := &r.x.Tokens[i]
	if s.exact {
		if i > 0 && first.Gap == viet.Joined && r.joins(i-1) {
			return false // the number of a document: 15/2024/TT-BCA
		}
		return first.Shape == viet.Upper || first.Shape == viet.Title && first.Kind == viet.Word && (isAbbreviation(r.x.Word(i)) || r.dotted(i))
	}
	if first.Shape != viet.Lower {
		return true
	}
	if n > 1 && r.x.Tokens[i+1].Kind == viet.Word && r.x.Tokens[i+1].Shape != viet.Lower {
		return true
	}
	return n >= 5 || b.slot != "" || len(b.of) > 0 || b.Country == lexicon.AnyCountry && r.foreign(i+n)
}

// dotted tells whether a single capital with its full stop stands at token i: T.Ư.
func (r *reader) dotted(i int) bool {
	toks := r.x.Tokens
	return i+2 < len(toks) && toks[i+1].ID == r.w.dot && toks[i+1].Gap == viet.Joined && toks[i+2].Gap == viet.Joined && toks[i+2].Shape != viet.Lower
}

// ofMany tells whether "các tỉnh", "các cấp" or the like follows: no one body.
func (r *reader) ofMany(i int) bool {
	toks := r.x.Tokens
	if i+1 >= len(toks) || toks[i].ID != r.w.cac || toks[i].Gap == viet.Paragraph {
		return false
	}
	if _, n := r.levelAt(r.x, i+1); n > 0 {
		return true
	}
	return toks[i+1].ID == r.w.cap || toks[i+1].ID == r.w.nuoc
}

// foreign tells whether another country is named at token i: chính phủ Mỹ.
func (r *reader) foreign(i int) bool {
	code, n := r.countryAt(i, true)
	return n > 0 && code != home && r.x.Tokens[i].Gap == viet.Space
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
