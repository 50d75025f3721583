package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/reading"
)

// namer reads the words that names of bodies are made of.
type namer struct{ gazetteer }

// fieldsAt reads fields: "Kinh tế, Thương mại và Công nghiệp"; the first, and
// each behind a comma, dash or và, begins with a capital unless small will do.
func (r *namer) fieldsAt(i int, small bool) (end, fields int) {
	end = i
	for j := i; !r.x.Is(j, reading.Break); {
		n := r.field(j, i)
		adjoins := j == end
		switch {
		case n > 0 && (adjoins || small || capitalised(r.x, j)):
			j += n
			end = j
			fields++
			continue
		case !r.x.Is(j, reading.Comma|reading.And|reading.Dash):
			return end, fields
		case r.x.Is(i, reading.Large) && !r.x.Is(j, reading.Dash):
			small = false
		}
		j++
	}
	return end, fields
}

// goOn reads further fields of a unit in small letters behind a comma or "và", where the body that it is of follows, behind a
// mark or thuộc where there is but one: Phòng Quản lý vận tải, phương tiện và người lái, Sở Xây dựng.
func goOn(f *form) {
	switch {
	case !f.has(unitHead | capitalField), !f.x.Is(f.end, reading.Comma|reading.And), !f.x.Small(f.end + 1), f.end == f.first():
		return
	case f.x.Has(f.end+1, f.names.Kind):
		return // Phòng Y tế, công an xã
	}
	to, fields := f.fieldsAt(f.end+1, true)
	at := f.numeral(to)
	marked := fields > 1 || f.x.Is(f.end, reading.And) || f.x.Is(at, reading.Comma|reading.Dash|reading.Opening|reading.Of|reading.Under)
	if fields > 0 && marked && f.ownedAt(at) {
		f.end = to
	}
}

// field gives the length of the field at token j of a name that begins at token
// i; 0 where none is, or where it is a body by itself, with its place.
func (r *namer) field(j, i int) int {
	m, _ := r.x.Longest(j, reading.Field)
	if j > i && r.bodyThere(j, int(m.Len)) {
		return 0
	}
	return int(m.Len)
}

// bodyThere tells whether n words at token i begin a body that is listed under a
// longer name, or are one's with its place behind, or, behind a comma, a unit that every
// ministry has: Ngân hàng Nhà nước, Công an tỉnh Nghệ An, Vụ Pháp chế, | Thanh tra, no
// field of what stands before it.
func (r *namer) bodyThere(i, n int) bool {
	if !r.x.Is(i, reading.Large) {
		return false
	}
	switch m, _ := r.x.Longest(i, r.names.Kind); {
	case int(m.Len) < n:
		return false
	case int(m.Len) > n, r.x.Is(i-1, reading.Comma) && ofEveryMinistry(r.bodies, r.names.Of(m)):
		return true
	}
	if s := r.placeAt(i+n, anyLevel); s.found() || s.level != nil {
		return true
	}
	_, n = r.regionAt(i + n)
	return n > 0
}

// ofEveryMinistry tells whether one of the bodies of a name is a unit that every ministry has under one
// word.
func ofEveryMinistry(bodies []body, senses []sense) bool {
	return slices.ContainsFunc(senses, func(s sense) bool { return bodies[s.body].Generic && bodies[s.body].Capital })
}

// longestNumeral bounds the figures of a number that tells units apart.
const longestNumeral = 3

// numeral reads on over the number that tells like units apart: Vụ Thanh tra
// kinh tế 1, if no word goes on from it.
func (r *namer) numeral(i int) int {
	at := i
	if r.x.Is(i, reading.NumberOf) {
		at++
	}
	if !r.figure(at) || len(r.x.Word(at)) > longestNumeral {
		return i
	}
	switch {
	case r.x.Is(at+1, reading.Joined) && !r.x.Is(at+1, reading.Comma|reading.Stop|reading.Closing):
		return i // 5/6
	case at > i, !r.x.Small(at + 1), r.x.Is(at+1, reading.Break|reading.Of|reading.Under):
		return at + 1
	}
	return i
}

// maxName bounds the words of a name that no list holds.
const maxName = 14

// maxSmall bounds the small syllables in a row that no list of fields holds.
const maxSmall = 4

// looseName gives the end of a name whose words no list of fields holds: Cục
// Quản lý kho vận, Cục Doanh trại. It goes to where a word stands that follows
// names (đã, của, phối hợp), a mark, a body or a place; from, the end of the
// fields read, if none does so soon enough.
func (r *namer) looseName(i, from int) int {
	small, caps, seen := 0, 0, from > i
	for j := max(i, from); j < i+maxName; j++ {
		field, _ := r.x.Longest(j, reading.Field)
		switch lower := r.x.Small(j); {
		case r.dashField(j):
			small = 0
		case r.endsLoose(i, j):
			return r.looseEnd(i, j, from, seen)
		case field.Len > 1:
			j, small, caps, seen = j+int(field.Len)-1, 0, 0, true
		case lower && caps > 1, !lower && j > i && r.startsOther(j):
			return r.looseEnd(i, j, from, seen) // two capitals in a row end with a proper name
		case !lower:
			small, caps = 0, caps+1
		case small == maxSmall:
			return from
		default:
			small, caps, seen = small+1, 0, true
		}
	}
	return from
}

// dashField tells whether a dash stands at token i and a field behind it: Cục
// Tần số - Vô tuyến điện, but not Tổng cục Cảnh sát – Thủ trưởng.
func (r *namer) dashField(i int) bool {
	switch {
	case !r.x.Is(i, reading.Dash|reading.Slash), !r.x.Looks(i, reading.Spaced, reading.FirstLarge|reading.Spaced), !r.x.Has(i+1, reading.Field):
		return false
	}
	return !r.startsOther(i + 1)
}

// endsLoose tells whether what stands at token j is no word of a name that
// begins at token i.
func (r *namer) endsLoose(i, j int) bool {
	switch {
	case !r.x.Is(j, reading.Letters):
		return true
	case r.x.Looks(j, reading.Nation, reading.This):
		return true // Cục Kho vận | nước này
	}
	return r.closes(j)
}

// looseEnd refuses a run of nothing but capitals, as a person's name is.
func (r *namer) looseEnd(i, end, from int, seen bool) int {
	if !seen {
		return from
	}
	return max(from, r.withoutJoin(end))
}

// closes tells whether a word stands at token i that follows names and is in none.
func (r *namer) closes(i int) bool { return r.x.Small(i) && r.x.Has(i, r.after) }

// startsOther tells whether a body, a place or a person begins at token i.
func (r *namer) startsOther(i int) bool {
	switch {
	case r.x.Has(i, r.names.Kind), r.surnameAt(i), r.headAt(i), r.dotted(i), r.hyphened(i + 1):
		return true // Cục Lễ tân | Phi-la-tôv, A.Ivanov
	}
	if _, n := r.countryBehind(i); n > 0 {
		return true
	}
	if _, n := r.regionAt(i); n > 0 {
		return true
	}
	_, end := r.barePlace(i, anyLevel)
	return end > i
}

// headAt tells whether another name begins at token i.
func (r *namer) headAt(i int) bool { return r.x.Has(i, r.heads.Kind) && capitalised(r.x, i) }

// withoutJoin steps back over joining words that end a run.
func (r *namer) withoutJoin(end int) int {
	for r.joinsName(end - 1) {
		end--
	}
	return end
}

// joinsName tells whether a joining word stands at token i: và, của, đối với.
func (r *namer) joinsName(i int) bool {
	m, _ := r.x.Longest(i, r.joining)
	return m.Len == 1
}
