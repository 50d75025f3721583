package agency

import (
	"github.com/boctin/boctin/normalize/viet"
)

// maxSmall bounds the small syllables in a row that no list of fields holds.
const maxSmall = 4

// looseName gives the end of a name whose words no list of fields holds: Cục
// Quản lý kho vận, Cục Doanh trại. It goes to where a word stands that follows
// names (đã, của, phối hợp), a mark, a body or a place; from, the end of the
// fields read, if none does so soon enough.
func (r *reader) looseName(i, from int) int {
	toks := r.x.Tokens
	small, caps, seen := 0, 0, from > i
	for j := max(i, from); j < len(toks) && j < i+maxName; j++ {
		tok := &toks[j]
		if j > i && r.joins(j) && tok.Gap == viet.Space && j+1 < len(toks) && toks[j+1].Gap == viet.Space && toks[j+1].Shape == viet.Title && r.startsField(j+1) && !r.startsOther(j+1) {
			small = 0
			continue
		}
		if j > i && tok.Gap != viet.Space || tok.Kind != viet.Word || r.closes(j) {
			return r.looseEnd(i, j, from, seen)
		}
		if _, n := r.fields.Longest(r.x, j); n > 1 {
			j, small, caps, seen = j+n-1, 0, 0, true
			continue
		}
		if tok.Shape == viet.Lower {
			if caps > 1 {
				return r.looseEnd(i, j, from, seen) // two capitals in a row end with a proper name
			}
			caps = 0
			small, seen = small+1, true
			if small > maxSmall {
				return from
			}
			continue
		}
		if j > i && r.startsOther(j) {
			return r.looseEnd(i, j, from, seen)
		}
		small, caps = 0, caps+1
	}
	if len(toks) <= i+maxName {
		return r.looseEnd(i, len(toks), from, seen)
	}
	return from
}

// startsField tells whether a word of what bodies are for begins at token i: Cục
// Tần số - Vô tuyến điện, but not Tổng cục Cảnh sát – Thủ trưởng.
func (r *reader) startsField(i int) bool {
	_, n := r.fields.Longest(r.x, i)
	return n > 0
}

// looseEnd refuses a run of nothing but capitals, which a person's name is.
func (r *reader) looseEnd(i, end, from int, seen bool) int {
	if !seen || r.surname[r.x.Tokens[i].ID] && r.x.Tokens[min(i+1, end)].Shape == viet.Title {
		return from
	}
	return max(from, r.withoutJoin(i, end))
}

// closes tells whether a word stands at token i that follows names and is in none.
func (r *reader) closes(i int) bool {
	_, n := r.after.Longest(r.x, i)
	return n > 0 && r.x.Tokens[i].Shape == viet.Lower
}

// startsOther tells whether a body, a place or a person begins at token i.
func (r *reader) startsOther(i int) bool {
	if _, n := r.names.Longest(r.x, i); n > 0 || r.surname[r.x.Tokens[i].ID] && i+1 < len(r.x.Tokens) && r.x.Tokens[i+1].Shape == viet.Title {
		return true
	}
	if _, n := r.countryAt(i, true); n > 0 || r.headAt(i) {
		return true
	}
	if _, n := r.regionAt(i); n > 0 {
		return true
	}
	_, end := r.barePlace(r.x, i, anyLevel)
	return end > i
}
