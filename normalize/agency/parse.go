package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// maxDepth bounds how many units inside units are read: đội, phòng, công an,
// bộ are four.
const maxDepth = 5

// reader reads agencies out of one text.
type reader struct {
	namer
	rules  *rules
	room   *room
	n      int   // index of the text
	ends   []int // tokens behind the last title, by all its readings
	shorts []int // tokens where short forms in brackets stand, from the one to come on
}

// agencyAt reads the agency that begins at token i, nil if there is none.
func (r *reader) agencyAt(i, depth int) *node {
	if depth > maxDepth || r.endsWord(i) {
		return nil
	}
	d := r.unbroken(i, depth)
	if depth == 0 {
		return r.over(i, d)
	}
	return d
}

// unbroken reads an agency whose name no short form in brackets breaks: one of
// the lexicon, one made by form, one of a region abroad, whichever says more.
func (r *reader) unbroken(i, depth int) *node {
	if !r.x.Is(i, r.naming) {
		return nil
	}
	d := r.known(i, depth)
	made := r.coined(i, depth)
	if d == nil {
		return further(r.abroadAt(i), made)
	}
	if made != nil && r.better(made, d) {
		return made
	}
	if far := r.abroadAt(i); far != nil && r.farther(far, d) {
		return far
	}
	return d
}

// further gives the body of a region abroad, or one made by form.
func further(far, made *node) *node {
	if far == nil {
		return made
	}
	return far
}

// known reads a body of the lexicon, by the longest of its names that fits.
func (r *reader) known(i, depth int) *node {
	list := r.x.At(i)
	for k := len(list) - 1; k >= 0; k-- {
		if list[k].Kind != r.names.Kind {
			continue
		}
		if d := r.fit(i, int(list[k].Len), r.names.Of(list[k]), depth); d != nil {
			return d
		}
	}
	return nil
}

// farther tells whether a body of a region abroad says more than the lexicon's,
// or is meant because Vietnam has no such place: thành phố Đông Hưng is China's
// where Vietnam has but a huyện of that name.
func (r *reader) farther(far, d *node) bool {
	if far.to != d.to {
		return far.to > d.to
	}
	return d.place.Index < 0 || d.place.Type != r.lex.Places[d.place.Index].Type
}

// better tells whether a name made by form says more than the lexicon's: more
// words of it, or the body it is of where d says none.
func (r *reader) better(made, d *node) bool {
	switch {
	case made.owner != nil:
		return r.theirs(made, d) || r.ownedBehind(made, d)
	case made.loose, made.to <= d.to, r.shortBehind(d.to) && made.to == d.to+3:
		return false
	case made.country != "", d.vague(), made.read == readUpToPlace: // Ban Chỉ đạo các chương trình mục tiêu quốc gia | tỉnh A
		return true
	}
	return r.x.Is(d.to, reading.Dash|reading.Slash) || made.read == readAtHome && r.joinsField(d.to)
}

// joinsField tells whether one more field stands at token i, or behind "và" there, no body by itself:
// Cục Bảo trợ xã hội | và Trẻ em, Cục Quản lý chất lượng | Nông sản.
func (r *namer) joinsField(i int) bool {
	if r.x.Is(i, reading.And) {
		i++
	}
	return r.x.Is(i, reading.Large) && r.x.Has(i, reading.Field) && !r.x.Has(i, r.names.Kind)
}

// ownedBehind tells whether a name made by form has the body that it is of behind what
// the lexicon has, and says more than that.
func (r *reader) ownedBehind(made, d *node) bool {
	switch {
	case d.vague():
		return true
	case made.loose && !r.x.Has(d.to, reading.Field):
		return false // Cục Hóa chất | tìm cách giúp Bộ Y tế
	}
	return len(made.made) > len(r.x.Slice(d.from, d.to))
}

// theirs tells whether a name made with the foreign body behind it is meant, where the
// lexicon has one of that name for Vietnam: Ủy ban Tư pháp | Thượng viện Mỹ.
func (r *reader) theirs(made, d *node) bool {
	switch {
	case !made.unit:
		return false
	case !foreign(made.country):
		return made.owner != nil && r.kindOf(made.owner) == "legislature" && onlyAbroad(r.words, made.owner) // Ủy ban Tư pháp | Thượng viện
	}
	return !slices.ContainsFunc(d.bodies, func(s sense) bool { return r.bodies[s.body].Country == made.country })
}

// endsWord tells whether the small word at token i only ends the word before it:
// the bộ of cán bộ, the nghị of đề nghị.
func (r *reader) endsWord(i int) bool {
	if !r.x.Looks(i, reading.Small|reading.Spaced) {
		return false
	}
	m, _ := r.x.Longest(i-1, r.compounds)
	return m.Len == 2
}

// fit makes a node of a phrase of n tokens, the fullest reading first.
func (r *reader) fit(i, n int, senses []sense, depth int) *node {
	var plain []sense
	var bare, spare *node
	for k, s := range senses {
		if !r.written(i, n, s) {
			continue
		}
		one := senses[k : k+1 : k+1]
		if r.bodies[s.body].plain() {
			plain = withSense(plain, senses, k)
			continue
		}
		d := r.listedIn(spare, i, n, one)
		d.lower = r.small(i, n)
		if r.fill(d, depth); !d.bare {
			return d
		}
		spare = d
		if bare == nil || bare.to < d.to {
			bare, spare = d, bare
		}
	}
	switch {
	case plain == nil, bare != nil && bare.typed():
		return bare
	}
	return r.plainOr(i, n, plain, bare)
}

// withSense adds the sense k of a list to some of those before it; what stands together there
// is a part of the list.
func withSense(some, senses []sense, k int) []sense {
	if first := k - len(some); len(some) == 0 || &some[0] == &senses[first] {
		return senses[first : k+1 : k+1]
	}
	return append(some, senses[k])
}

// small tells whether a name of n tokens is written without capitals, at its second
// word too.
func (r *namer) small(i, n int) bool {
	return !capitalised(r.x, i) && !capitalised(r.x, i+min(n-1, 1))
}

// plainOr makes a node of a name without slot; bare is what else it may be short
// for. Bộ các nước is no one body.
func (r *reader) plainOr(i, n int, plain []sense, bare *node) *node {
	if r.ofMany(i + n) {
		return nil
	}
	d := r.plain(i, n, plain)
	switch {
	case r.generic(d) && !r.owned(d):
		return nil
	case bare != nil && d.country == "":
		d.alt = bare.body
	}
	return d
}

// owned tells whether a common word is said to be a country's: quân đội Mỹ; of a
// mission, where it sits.
func (r *namer) owned(d *node) bool {
	if r.bodies[d.body].Kind == "embassy" {
		return d.seat != ""
	}
	return d.says()
}

// ofMany tells whether "các nước", "các cấp", "các tỉnh" follows: no one body.
func (r *namer) ofMany(i int) bool {
	if r.x.Is(i, reading.Every) {
		return r.x.Is(i+1, reading.OfLevel|reading.Nation) || r.isLevel(i+1)
	}
	return r.x.Is(i, reading.OfLevel) && r.isLevel(i+1) // TAND cấp tỉnh
}

// isLevel tells whether a word of level stands at token i.
func (g *gazetteer) isLevel(i int) bool {
	_, n := g.levelAt(i)
	return n > 0
}

func (r *reader) plain(i, n int, senses []sense) *node {
	d := r.listed(i, n, senses)
	for _, s := range senses {
		if r.bodies[s.body].Country == home {
			d.body, d.entry = s.body, r.bodies[s.body].entry
		}
	}
	r.readCountry(d)
	return d
}

// shortestWord is how many letters of an abbreviation are said as a word.
const shortestWord = 4

// longWords is how many words in small letters are a name by their number.
const longWords = 5

// written tells whether the phrase is written as a name: an abbreviation in its
// capitals, words with one at the first or second, long names anyhow.
func (r *reader) written(i, n int, s sense) bool {
	b := &r.bodies[s.body]
	switch {
	case s.post && !r.behindTitle(i, s.after), b.suffixed && slices.Contains(r.ends, i):
		return false
	case b.Capital && !r.x.Is(i, reading.Large) && !r.x.Is(i-1, reading.TitleWord):
		return false
	case s.exact:
		return r.writtenShort(i, b)
	case r.x.Is(i, reading.Large), r.x.Capital(i + 1), n >= longWords, !b.plain():
		return true
	}
	return b.Country == lexicon.AnyCountry && r.foreignAt(i+n)
}

// writtenShort tells whether token i is an abbreviation of a body, or one that is said
// as a word: Interpol, Unesco, in capitals or none, but not Prayuth Chan-ocha.
func (r *reader) writtenShort(i int, b *body) bool {
	if b.Country != lexicon.International || len(r.x.Word(i)) < shortestWord {
		return r.abbreviated(i)
	}
	return !r.x.Small(i) || !r.x.Looks(i-1, reading.Hyphen, reading.Joined)
}

// behindTitle tells whether a title ends before token i; with last, that one.
func (r *reader) behindTitle(i int, last viet.ID) bool {
	return slices.Contains(r.ends, i) && (last == 0 || r.x.Tok(i-1).ID == last)
}

// abbreviated tells whether token i is written as an abbreviation, and is not the
// end of a document's number: 15/2024/TT-BCA.
func (r *namer) abbreviated(i int) bool {
	switch {
	case r.x.Is(i, reading.Joined) && r.x.Is(i-1, reading.Hyphen|reading.Slash):
		return false
	case r.x.Is(i, reading.FirstLarge):
		return isAbbreviation(r.x.Word(i)) || r.dotted(i)
	}
	return r.x.Is(i, reading.AllLarge)
}

// dotted tells whether a single capital with its full stop stands at token i: T.Ư.
func (r *namer) dotted(i int) bool {
	return r.x.Looks(i+1, reading.Stop|reading.Joined, reading.Large|reading.Joined)
}

// foreignAt tells whether another country is named at token i: chính phủ Mỹ.
func (r *namer) foreignAt(i int) bool {
	code, _ := r.countryBehind(i)
	return foreign(code)
}

// policeOf reads the place alone that a unit of public security names for the
// body it is of: Phòng Cảnh sát hình sự Hà Nội.
func (r *reader) policeOf(i int, b *body) *node {
	of := slices.IndexFunc(b.of, func(k int32) bool { return r.bodies[k].ByPlace })
	switch {
	case b.Generic, of < 0:
		return nil
	}
	s := r.placeAt(i, anyLevel)
	if !s.found() {
		return nil
	}
	d := r.placed(i, s.end, sense{body: b.of[of]}, s.Place, readPolicePlace)
	d.to = r.above(s.end, &d.place)
	return d
}
