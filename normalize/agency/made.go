package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// madeAt makes a name by form: a head such as Bộ or Cục and what it is for.
func (r *reader) madeAt(i, depth int) *node {
	head, n := r.heads.Longest(r.x, i)
	if n == 0 || i > 0 && r.x.Tokens[i-1].ID == r.w.cac && !head.Unit {
		return nil // các Cục Cảnh sát: no one body
	}
	if d := r.bracketed(i, n, head); d != nil {
		return d
	}
	if d := r.proper(i, n, head); d != nil {
		return d
	}
	end, fields := r.fieldsAt(i+n, capitalised(r.x, i))
	if (head.Unit || head.Home) && end == i+n {
		if d := r.numbered(i, n, head, depth); d != nil || !head.Home || i+n >= len(r.x.Tokens) {
			return d
		}
	}
	if small := !capitalised(r.x, i) && !capitalised(r.x, i+n); end == i+n && !head.Home || small && !(head.Unit && r.numeral(end) > end) {
		return nil
	}
	loose := false
	if head.Home && capitalised(r.x, i) && capitalised(r.x, i+n) {
		if to := r.looseName(i+n, end); to > end && (head.Open || r.ownedAt(to, depth)) {
			end, loose = to, true
		}
	}
	if end == i+n {
		return nil
	}
	last := end
	if head.Home || head.Unit {
		if r.x.Word(end-1) == "số" && end < len(r.x.Tokens) && r.x.Tokens[end].Kind == viet.Number {
			end-- // no field: số 5
		}
		if end == i+n {
			return nil
		}
		last, end = end, r.numeral(end)
	}
	lower := !capitalised(r.x, i+n)
	d := &node{text: r.n, from: i, to: end, body: -1, alt: -1, kind: head.Kind, made: r.x.Slice(i, end), loose: loose, rule: "form " + head.Word}
	if (head.Home || head.Unit) && r.madeOwner(d, depth) {
		d.unit = head.Unit && end == last
		d.short = head.Unit && end > last
		return d
	}
	if head.Unit && end > last && r.x.Word(end-2) == "số" && capitalised(r.x, i) {
		return d // Đội Kiểm soát chống buôn lậu số 2
	}
	r.country(d)
	if d.country == "" && fields > 1 && !head.Home && !head.Unit && (!lower || !r.opens(i)) && r.whole(i, end) && !r.listed(i+n, end) {
		d.abroad = true
		return d
	}
	if named := d.country != "" || d.this; head.Unit || !named && (!head.Home || lower || !r.whole(i, end)) || lower && fields < 2 || !capitalised(r.x, i) && r.listed(i+n, end) {
		return nil
	}
	return d
}

// proper reads a head that names of places and works follow: Ban Quản lý Khu
// kinh tế Nghi Sơn và các Khu công nghiệp tỉnh Thanh Hóa.
func (r *reader) proper(i, n int, head *lexicon.Head) *node {
	if !head.Proper || !capitalised(r.x, i) || i+n >= len(r.x.Tokens) || r.x.Tokens[i+n].Kind != viet.Word || r.x.Tokens[i+n].Shape == viet.Lower {
		return nil
	}
	end := r.wordsOfName(i+n, false)
	if end < i+n+3 {
		return nil
	}
	d := &node{text: r.n, from: i, to: end, body: -1, alt: -1, kind: head.Kind, made: r.x.Slice(i, end), proper: true, rule: "form " + head.Word}
	if s, after, _, word := r.placeAt(r.x, end, anyLevel); after > end {
		d.made, d.to = d.made+" "+s.full(), after
	} else {
		d.to = max(end, word)
	}
	return d
}

// numbered reads a unit that has but a number, with the body it is of: Phòng 2
// Viện kiểm sát nhân dân tỉnh Đắk Lắk.
func (r *reader) numbered(i, n int, head *lexicon.Head, depth int) *node {
	end := i + n + 1
	if end >= len(r.x.Tokens) || r.x.Tokens[i+n].Gap != viet.Space {
		return nil
	}
	if roman := isRoman(r.x.Word(i + n)); !roman && (r.x.Tokens[i+n].Kind != viet.Number || len(r.x.Word(i+n)) > 2 || head.Home && !capitalised(r.x, i)) {
		return nil
	}
	d := &node{text: r.n, from: i, to: end, body: -1, alt: -1, unit: true, kind: head.Kind, made: r.x.Slice(i, end), rule: "form " + head.Word}
	if !r.madeOwner(d, depth) {
		return nil
	}
	return d
}

// madeOwner reads the body that a unit named by form is of: a ministry,
// committee or department in full behind it.
func (r *reader) madeOwner(d *node, depth int) bool {
	if r.ownerInBrackets(d, depth) {
		return true
	}
	i := r.skipBrackets(d.to)
	for i < len(r.x.Tokens) && r.x.Tokens[i].Gap != viet.Paragraph && r.connects(r.x.Tokens[i].ID) {
		i++
	}
	if i >= len(r.x.Tokens) || r.x.Tokens[i].Gap == viet.Paragraph || r.x.Tokens[i].Sentence != r.x.Tokens[d.from].Sentence || !capitalised(r.x, i) && !(i+1 < len(r.x.Tokens) && isRoman(r.x.Word(i+1))) {
		return false
	}
	return r.owns(d, r.agencyAt(i, depth+1))
}

// ownedAt tells whether a body of which others are stands behind token i.
func (r *reader) ownedAt(i, depth int) bool {
	d := &node{from: i - 1, to: i}
	return r.madeOwner(d, depth)
}

// ownerInBrackets reads the body of "Đội Kiểm soát ma túy (Cục Hải quan tỉnh A)".
func (r *reader) ownerInBrackets(d *node, depth int) bool {
	toks := r.x.Tokens
	if d.to+2 >= len(toks) || toks[d.to].ID != r.w.open || toks[d.to].Gap != viet.Space {
		return false
	}
	owner := r.agencyAt(d.to+1, depth+1)
	if owner == nil || owner.to >= len(toks) || toks[owner.to].ID != r.w.close || !r.owns(d, owner) {
		return false
	}
	d.to++
	return true
}

// owns takes a body for the one that a unit named by form is of, if it can be.
func (r *reader) owns(d, owner *node) bool {
	if owner == nil || owner.generic || owner.bare && owner.level.typ == "" {
		return false
	}
	kind := owner.kind
	if owner.body >= 0 {
		kind = r.bodies[owner.body].Kind
	}
	if !slices.Contains(r.lex.Forms.Owners, kind) {
		return false
	}
	d.owner, d.to, d.country = owner, owner.to, owner.country
	return true
}

// listed tells whether a comma stands between two tokens.
func (r *reader) listed(i, j int) bool {
	for ; i < j; i++ {
		if r.x.Tokens[i].ID == r.w.comma {
			return true
		}
	}
	return false
}

// numeral reads on over the number that tells like units apart: Vụ Thanh tra
// kinh tế 1, if no word goes on from it.
func (r *reader) numeral(i int) int {
	toks := r.x.Tokens
	j := i
	if j < len(toks) && r.x.Word(j) == "số" {
		j++
	}
	if j >= len(toks) || toks[j].Gap != viet.Space || toks[j].Kind != viet.Number && !isRoman(r.x.Word(j)) || len(r.x.Word(j)) > 2 {
		return i
	}
	if k := j + 1; k < len(toks) && toks[k].Gap != viet.Paragraph && toks[k].Kind == viet.Word && toks[k].Shape == viet.Lower && j == i && !r.connects(toks[k].ID) {
		return i
	}
	if k := j + 1; k < len(toks) && (r.x.Word(k) == "/" || r.x.Word(k) == "%" || toks[k].Gap == viet.Joined && toks[k].ID != r.w.comma && toks[k].ID != r.w.dot && toks[k].ID != r.w.close) {
		return i
	}
	return j + 1
}

// whole tells whether a made name begins with a capital and does not run on in
// an abbreviation that nobody knows.
func (r *reader) whole(i, end int) bool {
	return capitalised(r.x, i) && (end >= len(r.x.Tokens) || r.x.Tokens[end].Shape != viet.Upper || r.x.Tokens[end].Gap != viet.Space)
}

// fieldsAt reads fields: "Kinh tế, Thương mại và Công nghiệp"; the first, and
// each behind a comma, dash or và, begins with a capital unless small will do.
func (r *reader) fieldsAt(i int, small bool) (end, fields int) {
	end = i
	for j := i; j < len(r.x.Tokens) && r.x.Tokens[j].Gap != viet.Paragraph; {
		if _, n := r.fields.Longest(r.x, j); n > 0 && !(j > i && r.placed(j, n)) && (j > i && j == end || small || capitalised(r.x, j)) {
			j += n
			end = j
			fields++
			continue
		}
		if j != end || end == i || !r.joinsFields(r.x.Tokens[j].ID) {
			break
		}
		small = small && (r.joins(j) || r.x.Tokens[i].Shape == viet.Lower)
		j++
	}
	return end, fields
}

// placed tells whether n words at token i are a body's with its place behind:
// Công an tỉnh Nghệ An, no field of what stands before it.
func (r *reader) placed(i, n int) bool {
	if r.x.Tokens[i].Shape == viet.Lower {
		return false
	}
	if _, m := r.names.Longest(r.x, i); m < n {
		return false
	}
	if _, end, w, _ := r.placeAt(r.x, i+n, anyLevel); end > i+n || w.typ != "" {
		return true
	}
	_, m := r.regionAt(i + n)
	return m > 0
}

func (r *reader) joinsFields(id viet.ID) bool {
	w := &r.w
	return id != 0 && (id == w.comma || id == w.va || id == w.dash || id == w.ndash)
}
