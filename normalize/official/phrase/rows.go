package phrase

import "github.com/boctin/boctin/normalize/reading"

// rows reads lists of which each line names somebody first, and then what he is.
type rows struct{ phrases }

const (
	lineStart = reading.Newline | reading.Break
	rowEnd    = lineStart | reading.Comma | reading.Semicolon | reading.Halt
)

// opensAt tells whether token i is the first of its line or sentence, or stands behind the mark of a
// row: - A, 1. A.
func (r rows) opensAt(i int) bool {
	switch {
	case r.Is(i, lineStart), r.Opens(i):
		return true
	case r.Is(i-1, reading.Stop):
		i--
	}
	return !r.Is(i-1, reading.Letters) && r.Is(i-1, lineStart)
}

// told tells whether a colon parts a name from what its bearer is, and not from what he says: - A: Giám
// đốc Sở X; but not A: Giám đốc Sở X phải từ chức.
func (r rows) told(n Name, first item) bool {
	switch {
	case !r.opensAt(n.From):
		return false
	case r.Opens(first.to):
		return true
	}
	return r.Is(first.to, rowEnd)
}

// next tells whether a phrase, whose last pieces are list and whose first those before, ends a row, behind which another
// begins at token i: Ông A - Giám đốc Sở X | Ông B - Giám đốc Sở Y.
func (r rows) next(before, list []item, i int) bool {
	last := &list[len(list)-1]
	switch {
	case !r.Is(i, lineStart), last.kind != officeItem, r.Is(last.from-1, reading.And), !r.opensAt(personFrom(before, list)):
		return false
	}
	w, _ := r.word(i)
	_, named := r.names.read(i, listed)
	return named || w.of(honorificWord, rankWord)
}

// personFrom gives the token at which the person named last begins with rank and honorific, -1 for nobody.
func personFrom(before, list []item) int {
	from := -1
	if len(before) > 0 {
		from = before[0].from
	}
	titled := true // the pieces before go with a name
	for i := range list {
		switch it := &list[i]; {
		case it.kind > honorificItem && it.kind != nameItem:
			titled = false
		case !titled, i == 0:
			from, titled = it.from, true
		}
	}
	return from
}

// longestSeal is how many tokens brackets have at most between the title and the name of a signature: (Đã ký).
const longestSeal = 6

// signature gives the pieces of a signature of which those of a phrase are the titles, and the token behind it, 0 for
// none: KT. CHỦ TỊCH | PHÓ CHỦ TỊCH | (Đã ký) | Trần Văn A, each on a line of its own.
func (r rows) signature(list []item) ([]item, int) {
	last := &list[len(list)-1]
	i := last.to
	switch {
	case last.kind != officeItem, !r.Is(last.from, reading.AllLarge), !r.Is(last.from, lineStart), !r.Is(i, lineStart):
		return nil, 0
	}
	i = r.pastBracket(i, longestSeal)
	n, ok := r.names.read(i, listed)
	switch {
	case !ok, !r.Is(i, lineStart), r.Follows(n.To) && !r.Is(n.To, lineStart):
		return nil, 0
	}
	return []item{*last, {kind: nameItem, from: n.From, to: n.To, name: n}}, n.To
}
