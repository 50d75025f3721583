package agency

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

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
	if r.central(d, b) {
		return
	}
	s, end, w, afterWord := r.placeAt(r.x, d.to, b.levels)
	switch {
	case end > d.to:
		d.place = s
		d.to = r.above(r.x, end, &d.place)
		r.abroadPlace(d, b)
	default:
		d.bare = true
		if w.typ != "" {
			d.level, d.to = w, afterWord
		} else if b.Kind == "police" {
			d.level = shortLevel(r.x.Word(d.to - 1))
		}
	}
}

// central reads "Ban Chỉ đạo 389 quốc gia": no province's committee, but the
// state's own. Such a word behind another body's name makes it no place's.
func (r *reader) central(d *node, b *body) bool {
	if d.to >= len(r.x.Tokens) || r.x.Tokens[d.to].Gap != viet.Space {
		return false
	}
	word, n := r.centrals.Longest(r.x, d.to)
	switch {
	case n == 0:
		return false
	case b.Kind != "committee" && !strings.HasPrefix(b.head, "Ban ") || !capitalised(r.x, d.from):
		d.bare, d.generic = true, true
	default:
		d.made, d.kind, d.country, d.body, d.bodies = b.head+" "+word, b.Kind, home, -1, nil
		d.to, d.rule = d.to+n, "central"
	}
	return true
}

// shortLevel gives the level that CATP, CAQ and their like end with.
func shortLevel(word string) levelWord {
	for _, l := range levelWords {
		if rest, found := strings.CutPrefix(word, "CA"); found && rest != "" && (rest == l.word || rest == initials(l.word)) {
			return l
		}
	}
	return levelWord{}
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
	if _, n := r.names.Longest(r.x, d.to); n > 1 {
		d.bare = true // Trại giam Công an tỉnh: no proper name, another body
		return
	}
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
	if _, n := r.names.Longest(r.x, i+1); n > 0 || r.x.Tokens[i].Gap != viet.Space {
		return i
	}
	if end := r.capitals_(r.x, i+1); end >= i+3 && end <= i+4 {
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
	if owner == nil && i == d.to {
		owner = r.policeOf(i, b)
	}
	if owner == nil || owner.body < 0 && len(b.of) > 0 && !r.takesKind(b, owner.kind) || owner.body >= 0 && !(r.isOf(b, owner) && b.takesLevel(owner.place.level)) {
		d.bare = true
		return
	}
	d.owner, d.to = owner, owner.to
	d.country = owner.country
}

// policeOf reads the place alone that a unit of public security names for the
// body it is of: Phòng Cảnh sát hình sự Hà Nội.
func (r *reader) policeOf(i int, b *body) *node {
	if b.Generic || !slices.Contains(b.of, r.police) || i >= len(r.x.Tokens) || r.x.Tokens[i].Gap != viet.Space {
		return nil
	}
	want := anyLevel
	for l := range want {
		want[l] = want[l] && (len(b.Levels) == 0 || b.levels[l])
	}
	s, end, _, _ := r.placeAt(r.x, i, want)
	if end == i || s.index < 0 && s.level != lexicon.CommuneLevel {
		return nil
	}
	d := &node{text: r.n, from: i, to: end, bodies: []sense{{body: r.police}}, body: r.police, alt: -1, place: s, rule: "place of a police unit"}
	d.to = r.above(r.x, end, &d.place)
	return d
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

// takesLevel tells whether the unit may be of a body of that level: a provincial
// room is not of a district's police.
func (b *body) takesLevel(l lexicon.Level) bool {
	return len(b.Levels) == 0 || l == lexicon.NoLevel || b.levels[l]
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
