package phrase

import "github.com/boctin/boctin/normalize/reading"

// backward reads names from their ends.
type backward struct{ names }

// named tells whether a full name stands before the comma or dash before token i.
func (r backward) named(i int) bool {
	if !r.Is(i-1, reading.Comma|reading.LongDash) {
		return false
	}
	_, ok := r.nameEnding(i - 1)
	return ok
}

// nameEnding reads a full name that ends before token end.
func (r backward) nameEnding(end int) (Name, bool) {
	from := end
	for end-from < longestName && r.Capital(from-1) && !r.InBody(from-1) {
		from--
		if r.Looks(from-2, reading.Large, reading.NameParticle|reading.Small) && r.Foreign(from-2) && r.Foreign(from) {
			from -= 2 // Tamim bin | Hamad
		}
	}
	for ; from < end-1; from++ {
		if w, _ := r.word(from); w.kind == honorificWord {
			continue // Ông | Trần Văn A
		}
		if n, ok := r.names.read(from, listed); ok && n.To == end {
			return n, !r.cycleYear(n)
		}
		if !r.Is(from, reading.NeverName) {
			break // Tân | Sơn Nhất
		}
	}
	return Name{}, false
}

// cycleYear tells whether a name is that of a year of the sixty: Giáp Thìn.
func (r backward) cycleYear(n Name) bool {
	return r.is(n.From, stem) && r.is(n.From+1, branch)
}
