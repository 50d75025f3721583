package agency

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// fill reads what a name leaves open: the slot at its end, or the body it is of.
// What is not there leaves the node bare.
func (r *reader) fill(d *node, depth int) {
	s := slot{reader: r, d: d, b: &r.bodies[d.body]}
	switch s.b.slot {
	case "name":
		d.bare = !s.name()
	case "number":
		d.bare = !s.number(depth)
	case "place", "at":
		d.bare = !s.place()
	default:
		d.bare = !s.owner(depth)
	}
}

// slot is the open end of a name of the lexicon in a text.
type slot struct {
	*reader
	d      *node
	b      *body
	region string // the province behind a number
}

// many notes whether token i says that no single body is meant: UBND các tỉnh,
// UBND 34 tỉnh, UBND cấp xã.
func (s *slot) many(i int) {
	s.d.generic = s.x.Is(i, reading.Every|reading.Two|reading.OfLevel|reading.Figures)
}

// place reads the place of "Công an {place}".
func (s *slot) place() bool {
	d := s.d
	if s.x.Is(d.to, reading.Break) {
		return false
	}
	s.many(d.to)
	if word, n := s.centrals.Longest(s.x, d.to); n > 0 {
		return s.central(word, n)
	}
	p := s.placeBehind()
	switch {
	case p.found():
		d.place = p.Place
		d.to = s.above(p.end, &d.place)
		d.told = d.to > p.end
		s.abroad()
		return true
	case p.level != nil:
		d.level, d.to = p.level, p.after
		d.generic = d.generic || s.anyOf(p.after)
	}
	return s.ofGovernor()
}

// placeBehind reads the place behind the words of a name. The level may be told by their last
// letters: CAP Hàng Bài, CATP Vinh.
func (s *slot) placeBehind() sight {
	to := s.d.to
	w := s.shortLevel(s.x.Word(to - 1))
	if w == nil {
		return s.placeAt(to, s.b.levels)
	}
	p := sight{from: to, end: to, level: w, after: to}
	if place, end := s.namedPlace(to, w); end > to {
		p.Place, p.end = place, end
	}
	return p
}

// anyOf tells whether the word of another level, and no place, stands behind a comma at token i:
// UBND tỉnh, thành phố.
func (s *slot) anyOf(i int) bool {
	next := s.placeAt(i+1, anyLevel)
	return s.x.Looks(i, reading.Comma, reading.Small) && next.level != nil && !next.found() && !s.x.Is(i+1, s.naming)
}

// central reads "Ban Chỉ đạo 389 quốc gia": no province's committee, but the
// state's own. Such a word behind another body's name makes it no place's.
func (s *slot) central(word string, n int) bool {
	d, b := s.d, s.b
	if b.Kind != "committee" {
		d.generic = true
		return false
	}
	d.made, d.kind, d.country, d.body, d.bodies = b.head+" "+word, b.Kind, home, -1, nil
	d.to, d.read = d.to+n, readCentral
	return true
}

// abroad makes a foreign body of one whose place no list holds and behind which
// a region or country stands: Công an huyện Ninh Minh, Quảng Tây.
func (s *slot) abroad() {
	d, i := s.d, s.d.to
	if d.place.Index >= 0 {
		return
	}
	if s.x.Is(i, reading.Comma|reading.Opening|reading.Of|reading.Under) {
		i++
	}
	_, n := s.levelAt(i)
	code, _ := s.countryBehind(i + n)
	if !foreign(code) {
		return
	}
	s.abroadIn(code, d.place.Full())
	d.read = readPlaceAbroad
}

// abroadIn makes the body another state's, of that name behind its head.
func (s *slot) abroadIn(code, name string) {
	s.d.made, s.d.kind, s.d.country, s.d.body, s.d.bodies = s.b.head+" "+name, s.b.Kind, code, -1, nil
}

// shortLevel gives the level that CATP, CAQ and their like end with.
func (s *slot) shortLevel(word string) *levelWord {
	rest, found := strings.CutPrefix(word, "CA")
	if !found {
		return nil
	}
	for i := range s.levels {
		if l := &s.levels[i]; rest == initials(l.Word) {
			return l
		}
	}
	return nil
}

// initials gives the first letters of words in capitals.
func initials(words string) string {
	out := ""
	for _, w := range strings.Fields(words) {
		r, _ := utf8.DecodeRuneInString(w)
		out += string(unicode.ToUpper(r))
	}
	return out
}

// longestName bounds the words of a proper name.
const longestName = 8

// name reads the proper name or number of "Trại giam {name}".
func (s *slot) name() bool {
	d := s.d
	if s.x.Has(d.to, s.names.Kind) {
		return false // Trại giam Công an tỉnh: no proper name, another body
	}
	end := beforeHolder(s.reader, d.from, d.to, s.nameEnd(d.to))
	switch {
	case end == d.to:
		return s.short()
	case end-d.to > longestName && s.b.Kind != "company":
		return false
	case end-d.to >= 3 && s.x.Is(d.to, reading.Surname):
		return false // a person
	}
	d.made = s.x.Slice(d.to, end)
	if s.region != "" {
		d.made = s.x.Word(d.to)
		if !isRoman(d.made) {
			d.made += zoneDash + s.region // the state itself counts in Roman figures: Chi cục Hải quan khu vực III (Hải Phòng)
		}
	}
	d.to = end
	return true
}

// short reads a province by its abbreviation for a proper name: cửa khẩu cảng | TP.HCM.
func (s *slot) short() bool {
	p := s.placeAt(s.d.to, provinceLevel)
	if !p.found() || p.Place.Index < 0 || !s.x.Is(s.d.to, reading.AllLarge) {
		return false
	}
	s.d.made, s.d.to = p.Place.Full(), p.end
	return true
}

// beforeHolder gives the end of the proper name at token i of a body that begins at token from behind a title, where its
// holder's name, three syllables or four, runs on from it: Đồn Biên phòng Cầu Treo | Phan Tất Đạt.
func beforeHolder(r *reader, from, i, end int) int {
	titled := func(e int) bool { return from <= e && e <= i } // Trưởng [Đồn] Biên phòng
	if !slices.ContainsFunc(r.ends, titled) {
		return end
	}
	for k := max(i+1, end-4); k <= end-3; k++ {
		switch {
		case k == i+1 && k == end-4 && r.x.Is(k+1, reading.Surname): // Trung tâm Y tế khu vực Mộc Châu | Lê Văn Tám
		case r.x.Is(k, reading.Surname), r.x.Looks(k, reading.RareSurname, reading.MiddleName):
			return k
		}
	}
	return end
}

// nameEnd gives the end of a proper name: capitals, and words of fields between
// them, as in Gang thép Thái Nguyên; or a number, with a place behind it.
func (s *slot) nameEnd(i int) int {
	end := s.capitals(i)
	for {
		m, _ := s.x.Longest(end-1, reading.Field)
		if m.Len < 2 {
			break
		}
		end = max(end+int(m.Len)-1, s.capitals(end+int(m.Len)-1))
	}
	if end > i && s.b.Kind == "company" {
		end = s.companyEnd(end)
	}
	if end > i {
		return s.secondPlace(end)
	}
	at := i
	if s.x.Is(i, reading.NumberOf) {
		at++
	}
	if !s.figure(at) {
		return i
	}
	return s.dashPlace(at + 1)
}

// companyEnd reads on over fields behind the first of a company's: Đầu tư | và Phát triển Việt Nam, Công nghiệp | - Viễn thông
// Quân đội, Đầu tư | phát triển đường cao tốc Việt Nam.
func (s *slot) companyEnd(end int) int {
	for {
		at := end
		if s.x.Is(at, reading.Dash) || s.joinsField(at) && s.x.Is(at, reading.And) {
			at++
		}
		m, _ := s.x.Longest(at, reading.Field)
		next := max(at+int(m.Len), s.capitals(at+int(m.Len)))
		if m.Len < 2 && next == at+int(m.Len) || m.Len == 0 || at > end && !capitalised(s.x, at) {
			return end
		}
		end = next
	}
}

// secondPlace reads on over the second of two districts or communes by which a body of several is named: Hạt Kiểm lâm khu
// vực Bắc Yên | - Phù Yên, but not - Sơn La, the province that it lies in.
func (s *slot) secondPlace(end int) int {
	if !s.b.zone || !s.x.Is(end, reading.Dash) {
		return end
	}
	m, listed := s.x.Longest(end+1, reading.Place)
	if province := s.placeAt(end+1, provinceLevel); !listed || province.found() || s.capitals(end+1) != end+1+int(m.Len) {
		return end
	}
	return end + 1 + int(m.Len)
}

// ofJustice are the kinds of bodies whose regions are counted in each province.
var ofJustice = []string{"court", "procuracy"}

// regionEnd reads the province behind the number of a court or procuracy of a region,
// and gives its end: - Hà Nội, (Lâm Đồng), tỉnh Phú Thọ; i where none stands there.
func (s *slot) regionEnd(i int) int {
	if !s.b.zone {
		return i
	}
	if p := s.placeAt(i, provinceLevel); p.level != nil && p.found() && slices.Contains(ofJustice, s.b.Kind) {
		s.region = p.Place.Bare()
		return p.end
	}
	if !s.x.Is(i, reading.Dash|reading.Comma|reading.Opening|reading.Of|reading.Under) {
		return i
	}
	p := s.placeAt(i+1, provinceLevel)
	switch bracket := s.x.Is(i, reading.Opening); {
	case !p.found(), bracket && !s.x.Is(p.end, reading.Closing):
		return i
	case bracket:
		p.end++
	}
	s.region = p.Place.Bare()
	return p.end
}

// dashPlace reads on over "- Hà Nội" behind a number: Tòa án nhân dân khu vực 5 - Hà Nội,
// Tòa án nhân dân khu vực 5, TP.HCM.
func (s *slot) dashPlace(i int) int {
	if end := s.regionEnd(i); end > i {
		return end
	}
	if !s.x.Is(i, reading.Dash) {
		return i
	}
	if s.x.Has(i+1, s.names.Kind) {
		return i
	}
	if end := beforeHolder(s.reader, s.d.from, i+1, s.capitals(i+1)); end == i+3 {
		return end
	}
	return i
}

// owner reads the agency that a unit is of: Phòng Cảnh sát hình sự, Công an tỉnh
// Nghệ An.
func (s *slot) owner(depth int) bool {
	d := s.d
	if o := s.ownerInBrackets(d, depth); o != nil && s.takes(o) {
		d.owner, d.country = o, o.country // the brackets are no part of the name
		return true
	}
	if m, ok := s.x.Longest(d.to, s.sides); ok {
		d.seat, d.to = s.x.Slice(d.to, d.to+int(m.Len)), d.to+int(m.Len)
	}
	i := s.skipBrackets(d.to)
	s.many(i)
	at := s.skipConnecting(i)
	led, _ := s.x.Longest(at, s.leaders)
	if s.b.Kind == "party-committee" {
		at += int(led.Len) // Đảng ủy, Ban Giám đốc Công an tỉnh A
	}
	owner := s.agencyAt(at, depth+1)
	if owner == nil && at == d.to {
		owner = s.policeOf(at, s.b)
	}
	if owner == nil || !s.takes(owner) {
		return false
	}
	if s.b.Kind == "party-committee" && led.Len == 0 && (owner.bare || owner.place.Name != "") && s.x.Is(i, reading.Comma|reading.Dash) {
		return false // Đảng ủy, UBND phường A: two bodies
	}
	d.owner, d.to, d.country = owner, owner.to, owner.country
	return true
}

// ownerInBrackets reads the agency that alone stands in brackets behind a unit, nil if none does: Vụ Pháp chế (Bộ Y tế).
func (r *reader) ownerInBrackets(d *node, depth int) *node {
	if !r.x.Looks(d.to, reading.Opening|reading.Spaced) {
		return nil
	}
	owner := r.agencyAt(d.to+1, depth+1)
	if owner == nil || !r.x.Is(owner.to, reading.Closing) {
		return nil
	}
	return owner
}

// skipConnecting steps over commas, dashes and thuộc, của in a paragraph.
func (r *namer) skipConnecting(i int) int {
	for !r.x.Is(i, reading.Break) && r.x.Is(i, reading.Comma|reading.Dash|reading.Of|reading.Under) {
		i++
	}
	return i
}

// takes tells whether the unit can be of that body.
func (s *slot) takes(owner *node) bool {
	return s.b.isOf(owner) && s.b.takesLevel(owner.place.Level)
}

// isOf tells whether a unit is of the body that a node names.
func (b *body) isOf(owner *node) bool {
	return slices.ContainsFunc(owner.bodies, func(s sense) bool { return slices.Contains(b.of, s.body) })
}

// takesLevel tells whether the unit may be of a body of that level: a provincial
// room is not of a district's police.
func (b *body) takesLevel(l lexicon.Level) bool {
	return len(b.Levels) == 0 || l == lexicon.NoLevel || b.levels[l]
}

// longestBracket bounds the tokens of a short form in brackets.
const longestBracket = 8

// skipBrackets steps over a short form in brackets: (C02), (PC02).
func (r *namer) skipBrackets(i int) int {
	if !r.x.Is(i, reading.Opening) {
		return i
	}
	for j := i + 1; j < i+longestBracket; j++ {
		if r.x.Is(j, reading.Closing) {
			return j + 1
		}
	}
	return i
}
