package phrase

import "github.com/boctin/boctin/normalize/reading"

// backward reads names from their ends.
type backward struct{ names }

// named tells whether a full name stands before the comma, dash or bracket before token i.
func (r backward) named(i int) bool {
	if !r.Is(i-1, reading.Comma|reading.LongDash|reading.Opening) {
		return false
	}
	_, ok := r.nameEnding(i - 1)
	return ok
}

// nameEnding reads a full name that ends before token end.
func (r backward) nameEnding(end int) (Name, bool) {
	from := end
	for words := 0; words < longestName && !r.InBody(from-1); words++ {
		from -= r.hyphened(from)
		if !r.Capital(from - 1) {
			break
		}
		from--
		if r.Looks(from-2, reading.Large, reading.NameParticle|reading.Small) && r.Foreign(from-2) && r.Foreign(from) {
			from -= 2 // Tamim bin | Hamad
		}
	}
	for from = r.lineWithin(from, end); from < end-1; from++ {
		if w, _ := r.word(from); w.kind == honorificWord {
			continue // Ông | Trần Văn A
		}
		if n, ok := r.names.read(from, listed); ok && n.To == end {
			return n, !r.cycleYear(n) && !r.aPeople(n)
		}
		if !r.Is(from, reading.NeverName) {
			break // Tân | Sơn Nhất
		}
	}
	return Name{}, false
}

// lineWithin gives the last token behind token i at which a line begins that holds a full name up to token end, i
// where none does: … tại Lào | Lê Thị A.
func (r backward) lineWithin(i, end int) int {
	const full = 3 // words of a name of ours
	for k := end - 2; k > i; k-- {
		if r.Is(k, lineStart) && (k <= end-full || r.Foreign(k)) {
			return k
		}
	}
	return i
}

// hyphened gives the tokens before token end of a word's end behind its hyphen, or of an apostrophe
// inside a name: Jin|-woo, H|'|Yim.
func (r backward) hyphened(end int) int {
	switch {
	case r.ownApostrophe(end-1) && r.single(end-2):
		return 1
	case r.Looks(end-2, reading.Hyphen|reading.Joined, reading.Joined|reading.Small):
		return 2
	}
	return 0
}

// aPeople tells whether a name is of one word behind an apostrophe, as that of a people or a place:
// người H'Mông; not at the head of a sentence: K'Mák, Chủ tịch X.
func (r backward) aPeople(n Name) bool {
	const oneWord = 3 // tokens
	return n.Words() == oneWord && r.ownApostrophe(n.From+1) && r.Follows(n.From)
}

// cycleYear tells whether a name is that of a year of the sixty: Giáp Thìn.
func (r backward) cycleYear(n Name) bool {
	return r.is(n.From, stem) && r.is(n.From+1, branch)
}
