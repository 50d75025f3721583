package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// form is a name made by form in a text: a head such as Bộ or Cục, of n tokens,
// and the words that say what it is for.
type form struct {
	*reader
	*lexicon.Head
	i, n, depth int
	end         int // of the words behind the head and their number
	last        int // the same without the number
	fields      int
	loose       bool // words are among them that no list of fields holds
}

// coinRule makes a body of a form, nil where it does not hold. A rule for bare
// heads is tried before the words behind the head are read as fields.
type coinRule struct {
	name string
	bare bool
	make func(f *form) *node
}

// coinRules are tried in this order.
func coinRules() []coinRule {
	return []coinRule{
		{"agency/form-with-short-form", true, (*form).bracketed},
		{"agency/form-with-proper-name", true, (*form).properName},
		{"agency/form-with-number", true, (*form).justNumber},
		{"agency/form-with-owner", false, (*form).owned},
		{"agency/form-of-team", false, (*form).team},
		{"agency/form-of-unnamed-state", false, (*form).unnamedState},
		{"agency/form-of-state", false, (*form).namedState},
		{"agency/form-at-home", false, (*form).atHome},
	}
}

// coined makes a name by form: a head such as Bộ or Cục and what it is for.
func (r *reader) coined(i, depth int) *node {
	head, n := r.heads.Longest(r.x, i)
	if n == 0 || !head.Unit && r.x.Is(i-1, reading.Every) {
		return nil // các Cục Cảnh sát: no one body
	}
	f := &form{reader: r, Head: head, i: i, n: n, depth: depth}
	f.end, f.fields = r.fieldsAt(i+n, capitalised(r.x, i))
	measured := false
	for k := range r.rules.coin {
		rule := &r.rules.coin[k]
		if !rule.bare && !measured {
			if measured = f.measure(); !measured {
				return nil
			}
		}
		if d := rule.make(f); d != nil {
			d.read, d.entry = rule.name, reading.Entry{File: "forms.toml", Key: head.Word}
			return d
		}
	}
	return nil
}

// ours tells whether Vietnam has bodies of such a head.
func (f *form) ours() bool { return f.Home || f.Unit }

// first is the first word behind the head.
func (f *form) first() int { return f.i + f.n }

// measure reads the words behind the head to their end; false where there are
// none that make a name.
func (f *form) measure() bool {
	small := !capitalised(f.x, f.i) && !capitalised(f.x, f.first())
	if small && !(f.Unit && f.numeral(f.end) > f.end) {
		return false
	}
	f.loosen()
	if f.ours() && f.x.Is(f.end-1, reading.NumberOf) && f.x.Tok(f.end).Kind == viet.Number {
		f.end-- // no field: số 5
	}
	if f.last = f.end; f.end <= f.first() {
		return false
	}
	if f.ours() {
		f.end = f.numeral(f.end)
	}
	return true
}

// loosen lets words into the name that no list of fields holds.
func (f *form) loosen() {
	if !f.Home || !capitalised(f.x, f.i) || !capitalised(f.x, f.first()) {
		return
	}
	if to := f.looseName(f.first(), f.end); to > f.end && (f.Open || f.ownedAt(to)) {
		f.end, f.loose = to, true
	}
}

// node is the body that the form names.
func (f *form) node() *node {
	d := f.made(f.i, f.end, f.Kind, f.x.Slice(f.i, f.end))
	d.loose = f.loose
	return d
}

// owned reads a unit with the body it is of: Phòng Kinh tế, UBND huyện A.
func (f *form) owned() *node {
	d := f.node()
	if !f.ours() || !f.readOwner(d) {
		return nil
	}
	d.unit = f.Unit && f.end == f.last
	d.short = f.Unit && f.end > f.last
	return d
}

// team reads Đội Kiểm soát chống buôn lậu số 2.
func (f *form) team() *node {
	if !f.Unit || f.end == f.last || !f.x.Is(f.end-2, reading.NumberOf) || !capitalised(f.x, f.i) {
		return nil
	}
	return f.node()
}

// unnamedState reads a body that only another state can have, which stands
// elsewhere: Bộ Thương mại, Công nghiệp và Năng lượng.
func (f *form) unnamedState() *node {
	d := f.node()
	if f.readCountry(d); d.country != "" || f.ours() || f.fields < 2 || f.commas() || !f.whole() {
		return nil
	}
	if f.x.Opens(f.i) && !capitalised(f.x, f.first()) {
		return nil
	}
	d.abroad = true
	return d
}

// namedState reads a body with the country behind it: Cục Điều tra Liên bang Mỹ.
func (f *form) namedState() *node {
	d := f.node()
	if f.readCountry(d); d.country == "" && !d.this || f.Unit {
		return nil
	}
	if f.fields < 2 && !capitalised(f.x, f.first()) || f.commas() && !capitalised(f.x, f.i) {
		return nil
	}
	return d
}

// atHome reads a body of Vietnam: Cục Doanh trại.
func (f *form) atHome() *node {
	if !f.Home || !capitalised(f.x, f.first()) || !f.whole() {
		return nil
	}
	d := f.node()
	f.readCountry(d)
	return d
}

// whole tells whether a made name begins with a capital and does not run on in
// an abbreviation that nobody knows.
func (f *form) whole() bool {
	next := f.x.Tok(f.end)
	return capitalised(f.x, f.i) && !(next.Shape == viet.Upper && next.Gap == viet.Space)
}

// commas tells whether a comma stands among the words behind the head.
func (f *form) commas() bool {
	for i := f.first(); i < f.end; i++ {
		if f.x.Is(i, reading.Comma) {
			return true
		}
	}
	return false
}

// justNumber reads a unit that has but a number, with the body it is of: Phòng 2
// Viện kiểm sát nhân dân tỉnh Đắk Lắk.
func (f *form) justNumber() *node {
	at := f.first()
	if !f.ours() || f.end > at || !f.figure(at) || !f.unitNumber(at) {
		return nil
	}
	d := f.made(f.i, at+1, f.Kind, f.x.Slice(f.i, at+1))
	d.unit = true
	if !f.readOwner(d) {
		return nil
	}
	return d
}

// unitNumber tells whether a figure may count units: of two places at most.
func (f *form) unitNumber(at int) bool {
	if f.x.Tok(at).Kind != viet.Number {
		return true
	}
	return len(f.x.Word(at)) <= 2 && (!f.Home || capitalised(f.x, f.i))
}

// readOwner reads the body that a unit named by form is of: a ministry,
// committee or department in full behind it, or in brackets.
func (f *form) readOwner(d *node) bool {
	if f.x.Is(d.to, reading.Opening) && f.x.Tok(d.to).Gap == viet.Space {
		owner := f.agencyAt(d.to+1, f.depth+1)
		if owner != nil && f.x.Is(owner.to, reading.Closing) && f.owns(d, owner) {
			d.to++ // Đội Kiểm soát ma túy (Cục Hải quan tỉnh A)
			return true
		}
	}
	i := f.skipConnecting(f.skipBrackets(d.to))
	if f.x.Tok(i).Gap == viet.Paragraph || f.x.Tok(i).Sentence != f.x.Tok(d.from).Sentence {
		return false
	}
	return (capitalised(f.x, i) || isRoman(f.x.Word(i+1))) && f.owns(d, f.agencyAt(i, f.depth+1))
}

// ownedAt tells whether a body of which others are stands behind token i.
func (f *form) ownedAt(i int) bool { return f.readOwner(&node{from: i - 1, to: i}) }

// owns takes a body for the one that a unit named by form is of, if it can be.
func (f *form) owns(d, owner *node) bool {
	if owner == nil || owner.generic || owner.vague() {
		return false
	}
	kind := owner.kind
	if owner.body >= 0 {
		kind = f.bodies[owner.body].Kind
	}
	if !slices.Contains(f.forms.Owners, kind) {
		return false
	}
	d.owner, d.to, d.country = owner, owner.to, owner.country
	return true
}
