package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
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
	state       *node // the body with the country behind it
	loose       bool  // words are among them that no list of fields holds
	traits      traits
}

// traits are what a form looks like.
type traits uint32

const (
	capitalHead  traits = 1 << iota // the head begins with a capital
	capitalField                    // the word behind it does
	unitHead
	homeHead
	properHead
	missionHead
	placedHead
	localHead
	noField
	severalFields
	withNumber
	numberWord   // số before the number
	runsOn       // an abbreviation follows that nobody knows
	smallOpening // small letters at the start of a sentence
	thin         // one field in small letters
	stateBehind  // its country follows, or "nước này"
	homely       = unitHead | homeHead
)

// coinRule makes a body of a form that has all of some traits, one of others and
// none of others. A rule for bare heads is tried before the words behind the head
// are read as fields.
type coinRule struct {
	name            string
	bare            bool
	all, any, never traits
	make            func(f *form) *node
}

// coinRules are tried in this order.
func coinRules() []coinRule {
	return []coinRule{
		{"agency/form-with-short-form", true, capitalHead, 0, unitHead, (*form).bracketed},
		{"agency/form-with-known-short-form", true, capitalHead | capitalField, 0, 0, knownShort},
		{"agency/form-with-proper-name", true, properHead | capitalHead | capitalField, 0, 0, (*form).properName},
		{"agency/form-with-number", true, noField, homely, 0, (*form).justNumber},
		{"agency/form-with-code", true, unitHead | capitalHead | noField, 0, 0, (*form).coded},
		{"agency/form-of-mission", true, missionHead, 0, 0, (*form).mission},
		{readUpToPlace, true, placedHead | capitalHead, 0, 0, (*form).upToPlace},
		{"agency/form-of-whole-state", true, placedHead | capitalHead, 0, 0, ofWholeState},
		{"agency/form-with-owner", false, 0, homely, 0, (*form).owned},
		{"agency/form-of-local-place", false, localHead | capitalHead | capitalField, 0, withNumber | runsOn, (*form).ofPlace},
		{"agency/form-of-foreign-owner", false, capitalHead | capitalField, 0, homely | runsOn, (*form).ofForeign},
		{"agency/form-of-team", false, unitHead | withNumber | numberWord | capitalHead, 0, 0, (*form).node},
		{"agency/form-of-unnamed-state", false, severalFields | capitalHead, 0, homely | runsOn | smallOpening | stateBehind, (*form).unnamedState},
		{"agency/form-of-state", false, stateBehind, 0, unitHead | thin, (*form).ofState},
		{readAtHome, false, homeHead | capitalHead | capitalField, 0, runsOn | stateBehind, (*form).ofState},
	}
}

// fits tells whether a rule is for forms of such traits.
func (c *coinRule) fits(t traits) bool {
	return t&c.all == c.all && t&c.never == 0 && (c.any == 0 || t&c.any != 0)
}

// coined makes a name by form: a head such as Bộ or Cục and what it is for.
func (r *reader) coined(i, depth int) *node {
	head, n := r.heads.Longest(r.x, i)
	switch {
	case n == 0:
		return nil
	case r.x.Is(i-1, reading.Every):
		return nil // các Cục Cảnh sát: no one body
	case head.Common && !capitalised(r.x, i+n):
		return nil // Tổ tuần tra
	case head.Matter && officeAt(r.x, i+n):
		return nil // Vụ | Chủ tịch UBND xã A
	}
	f := &r.room.forms[depth]
	*f = form{reader: r, Head: head, i: i, n: n, depth: depth}
	f.end, f.fields = r.fieldsAt(i+n, capitalised(r.x, i))
	f.lookAtHead()
	measured := false
	for k := range r.rules.coin {
		rule := &r.rules.coin[k]
		if !rule.bare && !measured {
			if measured = f.measure(); !measured {
				return nil
			}
			f.lookBehind()
		}
		if !rule.fits(f.traits) {
			continue
		}
		if d := rule.make(f); d != nil {
			d.read, d.entry = rule.name, reading.Entry{File: "forms.toml", Key: head.Word}
			return d
		}
	}
	return nil
}

// mark gives the form a trait.
func (f *form) mark(t traits, has bool) {
	if has {
		f.traits |= t
	}
}

func (f *form) lookAtHead() {
	f.mark(capitalHead, capitalised(f.x, f.i))
	f.mark(capitalField, capitalised(f.x, f.first()))
	f.mark(unitHead, f.Unit)
	f.mark(homeHead, f.Home)
	f.mark(properHead, f.Proper)
	f.mark(missionHead, f.Mission)
	f.mark(placedHead, f.Placed)
	f.mark(localHead, f.Local)
	f.mark(noField, f.end == f.first())
}

// lookBehind looks at the words behind the head once their end is known.
func (f *form) lookBehind() {
	capital := f.has(capitalField)
	f.mark(severalFields, f.fields > 1)
	f.mark(withNumber, f.end > f.last)
	f.mark(numberWord, f.x.Is(f.end-2, reading.NumberOf))
	f.mark(runsOn, f.x.Looks(f.end, reading.AllLarge|reading.Spaced) && !f.isLevel(f.end))
	f.mark(smallOpening, f.x.Opens(f.i) && !capital)
	f.mark(thin, f.fields < 2 && !capital)
	f.state = f.withState()
	f.mark(stateBehind, f.state.country != "" || f.state.this)
}

func (f *form) has(t traits) bool { return f.traits&t == t }

// first is the first word behind the head.
func (f *form) first() int { return f.i + f.n }

// measure reads the words behind the head to their end; false where there are
// none that make a name.
func (f *form) measure() bool {
	switch {
	case f.traits&(capitalHead|capitalField) != 0:
	case f.numeral(f.end) == f.end:
		return false
	}
	f.loosen()
	goOn(f)
	if f.traits&homely != 0 {
		if f.x.Looks(f.end-1, reading.NumberOf, reading.Figures) {
			f.end-- // no field: số 5
		}
		f.last, f.end = f.end, f.numeral(f.end)
	} else {
		f.last = f.end
	}
	return f.last > f.first() || f.Kind == "army" && f.end > f.last // Nhóm tác chiến số 7 Hải quân Mỹ
}

// loosen lets words into the name that no list of fields holds.
func (f *form) loosen() {
	if !f.has(capitalHead | capitalField) {
		return
	}
	to := f.looseName(f.first(), f.end)
	switch {
	case to <= f.end:
	case !f.has(homeHead):
		if f.chamberAt(to) {
			f.end = to
		}
	case f.Open, f.ownedAt(to):
		f.end, f.loose = to, true
	}
}

// chamberAt tells whether the chamber of another state's parliament stands at token i: Ủy ban
// Phân bổ Ngân sách | Hạ viện Mỹ.
func (f *form) chamberAt(i int) bool {
	owner := f.agencyAt(i, f.depth+1)
	return owner != nil && f.kindOf(owner) == "legislature" && foreign(owner.country)
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
	if !f.readOwner(d) {
		return nil
	}
	d.short = f.has(unitHead | withNumber | numberWord)
	d.unit = f.Unit && !d.short
	return d
}

// ofPlace reads a department by what it is for and the place that has it: Phòng Dân tộc
// và Tôn giáo huyện A, Chi cục Phát triển nông thôn tỉnh B.
func (f *form) ofPlace() *node {
	s := f.placeAt(f.end, anyLevel)
	if !s.found() {
		return nil
	}
	d := f.node()
	name := s.Place.Full()
	if s.Level == lexicon.ProvinceLevel {
		name = s.Place.Bare() // as Sở Y tế A
	}
	d.made, d.to, d.lies = d.made+" "+name, s.end, s.Place
	return d
}

// coded reads Tổ Y9/141 Công an Hà Nội.
func (f *form) coded() *node {
	at := f.first()
	if !f.x.Looks(at+1, reading.Slash, reading.Figures) || !isCode(f.x.Word(at)) {
		return nil
	}
	d := f.made(f.i, at+3, f.Kind, f.x.Slice(f.i, at+3))
	d.unit = f.readOwner(d)
	return d
}

// isCode tells whether a word has figures behind letters: Y9, C03.
func isCode(w string) bool { return strings.IndexAny(w, figures) > 0 }

const figures = "0123456789"

// mission reads what a body keeps in another country: Cơ quan đại diện Bộ Công an
// Việt Nam tại Vương quốc Thái Lan.
func (f *form) mission() *node {
	d := f.made(f.i, f.first(), f.Kind, f.x.Slice(f.i, f.first()))
	if !f.readOwner(d) || !f.x.Is(d.to, reading.At) {
		return nil
	}
	end := f.seatAt(d.to + 1)
	if end == d.to+1 {
		return nil
	}
	d.unit, d.seat, d.to = true, f.x.Slice(d.to, end), end
	return d
}

// ofForeign reads a body of another state's by the one behind it: Ủy ban Quân vụ
// Hạ viện Mỹ.
func (f *form) ofForeign() *node {
	at := f.end
	if f.x.Is(at, reading.Of|reading.Under) {
		at++
	}
	owner := f.agencyAt(at, f.depth+1)
	if owner == nil || !f.x.Is(at, reading.Spaced) {
		return nil
	}
	house := f.kindOf(owner) == "legislature"
	if !foreign(owner.country) && !(house && onlyAbroad(f.words, owner)) {
		return nil
	}
	d := f.node()
	d.country = owner.country
	if house {
		d.owner, d.unit, d.to = owner, true, owner.to
	}
	return d
}

// unnamedState reads a body that only another state can have, which stands
// elsewhere: Bộ Thương mại, Công nghiệp và Năng lượng.
func (f *form) unnamedState() *node {
	if isOthers(f, f.end) {
		return nil
	}
	d := f.node()
	d.abroad = true
	return d
}

// withState reads a body with the country behind it, if there is one: Cục Điều
// tra Liên bang Mỹ, Cục Doanh trại.
func (f *form) withState() *node {
	d := f.node()
	f.readCountry(d)
	return d
}

// ofState is the body with the country that was seen behind it.
func (f *form) ofState() *node { return f.state }

// justNumber reads a unit that has but a number, with the body it is of: Phòng 2
// Viện kiểm sát nhân dân tỉnh Đắk Lắk.
func (f *form) justNumber() *node {
	at := f.first()
	if !f.figure(at) || !f.unitNumber(at) {
		return nil
	}
	d := f.made(f.i, at+1, f.Kind, f.x.Slice(f.i, at+1))
	d.unit = true
	if !f.readOwner(d) {
		return nil
	}
	return d
}

// unitNumber tells whether a figure may count units: of two places at most, or be the
// name of a team: Tổ công tác 363.
func (f *form) unitNumber(at int) bool {
	places := 2
	if f.Common || f.Kind == "army" {
		places = 3
	}
	if !f.x.Is(at, reading.Figures) {
		return true
	}
	if f.Home && !capitalised(f.x, f.i) {
		return false
	}
	return len(f.x.Word(at)) <= places
}

// readOwner reads the body that a unit named by form is of: a ministry,
// committee or department in full behind it, or in brackets.
func (f *form) readOwner(d *node) bool {
	if o := f.ownerInBrackets(d, f.depth); o != nil && f.owns(d, o) {
		d.to++ // Đội Kiểm soát ma túy (Cục Hải quan tỉnh A)
		return true
	}
	i := f.skipConnecting(f.skipBrackets(d.to))
	switch {
	case !sameSentence(f.x, i, d.from):
		return false
	case capitalised(f.x, i):
		return f.owns(d, f.agencyAt(i, f.depth+1))
	case f.x.Is(i, f.naming): // Tiểu đoàn 4 quân đội Lào
		owner := f.agencyAt(i, f.depth+1)
		return owner != nil && foreign(owner.country) && f.kindOf(owner) == "army" && f.owns(d, owner)
	}
	return false
}

// ownedAt tells whether a body of which others are stands behind token i.
func (f *form) ownedAt(i int) bool { return f.readOwner(&node{from: i - 1, to: i}) }

// sameSort tells whether a body is named by the head of the form, so that it stands
// beside it: Phòng Y tế, Phòng Nội vụ huyện A.
func (f *form) sameSort(owner *node) bool {
	head, _ := f.heads.Longest(f.x, owner.from)
	return head != nil && head.Word == f.Word
}

// owns takes a body for the one that a unit named by form is of, if it can be.
func (f *form) owns(d, owner *node) bool {
	switch {
	case owner == nil, owner.vague(), f.sameSort(owner), headedBy(f, owner):
		return false
	}
	if !slices.Contains(f.forms.Owners, f.kindOf(owner)) || f.Upper && besideForce(f.reader, owner) || policeBeside(f, owner) {
		return false
	}
	d.owner, d.to, d.country = owner, owner.to, owner.country
	return true
}
