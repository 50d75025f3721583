package phrase

import (
	"cmp"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// swallowed reads a body whose first word the title has swallowed: Bộ trưởng
// Ngoại giao, Viện trưởng Kiểm sát nhân dân tối cao.
func (r bodyReader) swallowed() bool {
	o, i := r.o, r.at
	_, name := r.names.read(i, listed)
	switch {
	case o.Entry.Unit != "" && r.phrase(i, shortField) > 0:
		return r.ofUnit(r.end(i + r.phrase(i, shortField)))
	case o.Entry.Central && r.Small(o.From) && r.Small(i):
		return r.smallField()
	case o.Entry.Unit == "", r.Tok(i).Kind != viet.Word, r.Small(i) && !r.mayBeSmall(o), r.nameAbroad(i), r.Is(i, reading.AllLarge), name, r.titleAt(i):
		return false
	}
	end := r.overFields(r.end(i))
	if !r.among(i, end, reading.Small) {
		return false // a person's name has no small word, "Ngoại giao" has
	}
	r.ofUnit(end)
	o.Country = cmp.Or(o.Country, r.ownerIn(i+1, end)) // Trưởng Ban Quốc tế Đảng Lao động Triều Tiên
	return true
}

// mayBeSmall tells whether what a body is for may stand in small letters behind a title that has
// swallowed its first word: behind that word with a capital, too, Trưởng Ban công tác phụ nữ.
func (r bodyReader) mayBeSmall(o *Office) bool {
	switch {
	case o.Entry.Loose:
		return true
	case o.Entry.Role, r.phrase(r.at, stop) > r.phrase(r.at, field): // Trưởng Ban tổ chức lễ hội
		return false
	}
	return r.Capital(r.at-1) && r.unitAt(o, r.at-1)
}

// smallField reads what a ministry is for in small letters, as its title is: bộ trưởng quốc phòng.
func (r bodyReader) smallField() bool {
	field, n := r.fields.Longest(r.Text.Text, r.at)
	if n == 0 {
		return false
	}
	r.o.Body, r.o.To, r.o.State = r.o.Entry.Unit+" "+field, r.at+n, true
	return true
}

// fieldInBrackets gives what a ministry is for that alone stands in brackets at token i, and its tokens with those.
func (r posts) fieldInBrackets(i int) (field string, n int) {
	if !r.Looks(i, reading.Opening, reading.Large) {
		return "", 0
	}
	field, n = r.fields.Longest(r.Text.Text, i+1)
	if !r.Is(i+1+n, reading.Closing) {
		return "", 0
	}
	return field, n + 2
}

// ofUnit takes the words up to token end for what the body is for whose first word the title has
// swallowed.
func (r bodyReader) ofUnit(end int) bool {
	o := r.o
	head, n := r.bodies.Longest(r.Text.Text, r.at-1)
	o.Body, o.To = o.Entry.Unit+" "+r.Written(r.at, end), end
	o.Private = n > 0 && !head.state || ofFirm(r, end) // Trưởng khoa Cấp cứu
	o.State = !o.Private
	return true
}

// ofFirm tells whether the words up to token end name a room or a board of a firm: Trưởng phòng Kinh doanh
// Công ty X. In small letters they say what it is for: Trưởng phòng Quản lý doanh nghiệp.
func ofFirm(r bodyReader, end int) bool {
	for k := r.at; k < end; k++ {
		if head, _ := r.bodies.Longest(r.Text.Text, k); head.firm && r.Capital(k) {
			return true
		}
	}
	return false
}

// furtherFields reads a body whose first word the title has swallowed, where its name
// goes on behind that of a body of the gazetteer: Bộ trưởng Ngoại giao, Di trú và Kiều dân.
func (r bodyReader) furtherFields(s Spot) bool {
	o := r.o
	end := r.overFields(s.To)
	if o.Entry.Unit == "" || end == s.To {
		return false
	}
	o.Body, o.To, o.State = r.Written(s.From, end), end, true
	if r.Key(s.From) != viet.Key(o.Entry.Unit) {
		o.Body = o.Entry.Unit + " " + o.Body
	}
	return true
}

// overFields goes on from token i, where the name of a body has ended, over further words
// of what it is for, if a state and a name follow: Bộ trưởng Ngoại giao, Di trú và Kiều
// dân Ai Cập A.
func (r bodyReader) overFields(i int) int {
	const most = 10
	if k := r.listedFields(i); k > i {
		return k
	}
	w, _ := r.word(i + 1)
	switch _, body := r.Body(i + 1); {
	case body, !r.Is(i, reading.Comma|reading.And), !r.Capital(i + 1), w.titles():
		return i
	}
	for k := range r.ahead(i+1, most) {
		code, state := r.State(k)
		next, _ := r.word(k)
		switch {
		case code != Home && state > 0 && r.Capital(k+state), next.of(alsoWord):
			return k
		case r.titleAt(k):
			return i
		}
	}
	return i
}

// listedFields goes on from token i over fields in a row, if a foreign name follows: Bộ trưởng Văn
// hóa, Giáo dục và Khoa học | Hagiuda Koichi.
func (r bodyReader) listedFields(i int) int {
	k := i
	for r.Is(k, reading.Comma|reading.And) {
		n := r.phrase(k+1, field)
		if n == 0 {
			return i
		}
		k += 1 + n
	}
	if !r.Foreign(k) || !r.Capital(k) {
		return i
	}
	return k
}
