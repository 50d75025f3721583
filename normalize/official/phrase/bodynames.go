package phrase

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/rule"
)

// longestBody is how many tokens the name of a body may have that the gazetteer
// does not hold.
const longestBody = 16

// bodyNames reads the names of bodies that the gazetteer does not hold.
type bodyNames struct{ names }

// stride is one step within a name: where it goes on, and whether the name may end
// there. It goes on nowhere where the name has ended.
type stride struct {
	to   int
	ends bool
}

// stepRule says how the name of a body that began at token start goes on at token
// k; the first rule that knows decides.
type stepRule = func(r bodyNames, start, k int) (stride, bool)

func stepRules() rule.Table[stepRule] {
	return rule.Table[stepRule]{
		// Ban Chỉ đạo phòng chống thiên tai (PCTT)
		rule.Of("body/short-form", func(r bodyNames, _, k int) (stride, bool) {
			if !r.Looks(k, reading.Opening, reading.Large, reading.Closing) {
				return stride{}, false
			}
			_, state := r.State(k + 1)
			return stride{k + 3, true}, state == 0
		}),
		// Ban Kinh tế - Ngân sách
		rule.Of("body/field-behind-dash", func(r bodyNames, _, k int) (stride, bool) {
			n := r.phrase(k+1, field)
			return stride{k + 1 + n, true}, n > 0 && r.Is(k, reading.LongDash)
		}),
		// Công ty Vin-Pearl, Công ty A & B
		rule.Of("body/hyphen", func(r bodyNames, _, k int) (stride, bool) {
			return stride{to: k + 1}, r.Looks(k, reading.Hyphen, reading.Joined) || r.Word(k) == "&"
		}),
		// Tổ công tác số 3
		rule.Of("body/number", func(r bodyNames, _, k int) (stride, bool) {
			return stride{k + 2, true}, r.Looks(k, reading.NumberOf, reading.Figures)
		}),
		// Tổng Tham mưu trưởng quân đội | thứ 43
		rule.Of("body/ordinal", func(r bodyNames, _, k int) (stride, bool) {
			return stride{}, r.is(k, ordinals) && r.Is(k+1, reading.Figures)
		}),
		rule.Of("body/mark", func(r bodyNames, _, k int) (stride, bool) { return stride{}, r.Is(k, reading.Sign) }),
		// Vụ châu Á - Thái Bình Dương
		rule.Of("body/sea", func(r bodyNames, _, k int) (stride, bool) {
			n := r.phrase(k, holding)
			return stride{k + n, true}, n > 0
		}),
		// Ủy ban Hợp tác Việt Nam - Lào
		rule.Of("body/two-states", func(r bodyNames, _, k int) (stride, bool) {
			n := r.bothStates(k)
			return stride{k + n, true}, n > 0
		}),
		// Bộ Ngoại giao | Mỹ
		rule.Of("body/state", func(r bodyNames, _, k int) (stride, bool) { return stride{}, r.stateAfter(k) }),
		// Sở Y tế Hà Nội
		rule.Of("body/place", func(r bodyNames, _, k int) (stride, bool) {
			n := r.placeStep(k)
			return stride{k + n, true}, n > 0
		}),
		// Phòng Nội vụ huyện Mỹ Xuyên
		rule.Of("body/place-with-level", func(r bodyNames, _, k int) (stride, bool) {
			n := r.typedPlace(k)
			return stride{k + n, true}, n > 0
		}),
		// Cục Cảnh sát điều tra tội phạm về | trật tự xã hội
		rule.Of("body/no-stop", func(r bodyNames, _, k int) (stride, bool) {
			n := r.phrase(k, keep)
			return stride{k + n, r.closesAt(k + n - 1)}, n > 0
		}),
		// Ban Chỉ đạo các công trình, Ban Kinh tế-xã hội
		rule.Of("body/field", func(r bodyNames, _, k int) (stride, bool) {
			n := r.phrase(k, field)
			return stride{k + n, r.closesAt(k + n - 1)}, n > 1
		}),
		// Sở Y tế | cho biết
		rule.Of("body/stop", func(r bodyNames, _, k int) (stride, bool) {
			return stride{}, r.Small(k) && r.is(k, stop)
		}),
		// Sở Y tế | Thượng tá …
		rule.Of("body/title", func(r bodyNames, start, k int) (stride, bool) { return stride{}, r.titleInside(start, k) }),
		// Phòng Giáo dục huyện | …
		rule.Of("body/level", func(r bodyNames, _, k int) (stride, bool) { return stride{k + 1, true}, r.bareLevel(k) }),
		rule.Of("body/behind-level", func(r bodyNames, start, k int) (stride, bool) {
			return stride{}, r.bareLevel(k - 1)
		}),
		// Sở Y tế | Nguyễn Văn An
		rule.Of("body/name", func(r bodyNames, start, k int) (stride, bool) { return stride{}, r.nameInside(start, k) }),
	}
}

// end gives where the name of a body ends whose words go on at token i.
func (r bodyNames) end(i int) int {
	end, and := i, i // where the name may end, and the first "và" in it
	shorts := 0      // tokens of short forms in brackets
	for k := i; r.Follows(k) && k-i < longestBody+shorts; {
		if s, ok := r.Body(k); ok {
			return s.To
		}
		if r.Is(k, reading.And) && r.Key(k+1) == r.Key(i-1) {
			return k // Sở Y tế | và Sở Xây dựng
		}
		if k == end && r.Looks(k, reading.Large|reading.Newline) {
			break // the next line
		}
		if and == i && r.Is(k, reading.And) {
			and = k
		}
		s := r.stride(i, k)
		if s.to == 0 || r.placeStep(end-2) == 2 {
			break
		}
		if r.Is(k, reading.Opening) {
			shorts += s.to - k
		}
		k = s.to
		if s.ends {
			end = k
		}
	}
	if end == i && r.Capital(i) {
		return and // Phòng Tài chính | và nghiêm khắc phê bình các ông
	}
	return end
}

// stride takes one word of a body's name.
func (r bodyNames) stride(start, k int) stride {
	for _, row := range r.rules.steps {
		if s, ok := row.Do(r, start, k); ok {
			return s
		}
	}
	return stride{k + 1, r.closesAt(k)}
}

// bothStates gives the tokens of two states with a dash between, at token k, that a body is of together.
func (r bodyNames) bothStates(k int) int {
	_, n := r.State(k)
	if n == 0 || !r.Is(k+n, reading.Dash) {
		return 0
	}
	_, m := r.State(k + n + 1)
	if m == 0 {
		return 0
	}
	return n + 1 + m
}

// stateAfter tells whether a state stands at token k that is no part of the name.
func (r bodyNames) stateAfter(k int) bool {
	_, n := r.State(k)
	if n == 1 && r.Capital(k+1) {
		return r.Foreign(k + 1)
	}
	return n > 0
}

// titleInside tells whether a rank, a post or an honorific stands at token k that
// is no part of the name of a body.
func (r bodyNames) titleInside(start, k int) bool {
	w, n := r.word(k)
	switch {
	case w.kind == honorificWord:
		return r.Capital(k + n)
	case w.kind == manyWord: // các ông
		next, _ := r.word(k + n)
		return next.kind == honorificWord
	case n < 2:
		return false
	case w.kind == postWord:
		post, _ := r.Post(w.Mark)
		return k > start && !(post.Weak && r.Small(k))
	}
	return w.kind == rankWord
}

// nameInside tells whether a person's name begins at token k: behind the first
// word, or where the body has its place already: Huyện ủy | Giàng Páo Mỷ.
func (r bodyNames) nameInside(start, k int) bool {
	switch ours := r.surnameStart(k); {
	case r.Is(k-1, reading.Closing):
		return r.Capital(k) // Đảng Hành động Nhân dân (PAP) | Tan Wei Ming
	case (k == start+1 || r.Is(k, reading.RareSurname)) && r.surerPerson(k+1):
		return false // xã Chiềng Sơn | Lò Văn Mẫu, Bệnh viện Bạch Mai | Trần Văn An
	case r.behindCompany(k):
		return false // Công ty cổ phần | Golden Coffee
	case k > start:
		return ours || inSyllables(r.Text, k) || r.Looks(k, reading.Large, reading.Large) && r.Foreign(k)
	case ours:
		return r.Is(k-1, reading.AllLarge) || r.is(k-1, committee)
	}
	return false
}

// behindCompany tells whether a foreign word at token k stands behind words in small letters with which the name of a
// company begins.
func (r bodyNames) behindCompany(k int) bool {
	const longest = 6 // tokens of them
	if _, state := r.State(k); state > 0 || !r.Foreign(k) || !r.Small(k-1) {
		return false
	}
	for i := range r.back(k, longest) {
		if first, n := r.bodies.Longest(r.Text.Text, i); n > 1 {
			return !first.state
		}
	}
	return false
}

// closesAt tells whether a body may end behind the lower-case word k: only where
// the text sets it off, before a mark, a name or a state.
func (r bodyNames) closesAt(k int) bool {
	w, _ := r.word(k + 1)
	switch _, state := r.State(k + 1); {
	case r.Is(k, reading.And|reading.Of|reading.Every|reading.At):
		return false
	case !r.Follows(k + 1), r.Is(k+1, reading.Sign), r.surnameStart(k + 1), w.of(honorificWord, alsoWord):
		return true
	case r.Is(k+1, reading.And):
		next, _ := r.word(k + 2)
		return next.titles() || next.of(manyWord, honorificWord) || r.Small(k+2) && r.is(k+2, stop)
	case r.Capital(k + 1):
		return state > 0 || r.Foreign(k+1)
	}
	return r.is(k+1, stop)
}

// placeStep gives the tokens of a place that a name may follow.
func (r bodyNames) placeStep(k int) int {
	_, n := r.place(k)
	if r.capitals(k) == n || r.surnameStart(k+n) {
		return n
	}
	return 0
}

// bareLevel tells whether token i is the word of a level without its name: Bí thư
// Tỉnh ủy, Trưởng đoàn ĐBQH [tỉnh].
func (r bodyNames) bareLevel(i int) bool {
	if _, n := r.bodies.Longest(r.Text.Text, i); n > 1 {
		return false // tỉnh ủy
	}
	return r.level(i) == 1 && r.levelAlone(i) == 1
}

// personsName tells whether three or four words with capitals at token i, which are no place that is listed, begin
// with a surname: Chủ tịch xã | Trần Oai Dũng.
func (r bodyNames) personsName(i int) bool {
	const least, most = 3, 4
	if n := r.capitals(i); n < least || n > most || !r.Is(i, reading.Surname) {
		return false
	}
	place, _ := r.Longest(i, reading.Place)
	return place.Len < 2
}

// levelAlone gives the tokens of the word of a level without its name at token i, which may end
// the sentence.
func (r bodyNames) levelAlone(i int) int {
	m, ok := r.Longest(i, reading.Level)
	n := int(m.Len)
	switch {
	case !ok, !r.Small(i):
		return 0
	case r.Is(i+n, reading.Newline), !r.Is(i+n, reading.Large|reading.Figures), r.personsName(i + n):
		return n
	}
	return 0
}

// typedPlace gives the tokens of "huyện Mỹ Xuyên", "TP Thủ Dầu Một" at token i; of
// "tỉnh" alone where a person follows.
func (r bodyNames) typedPlace(i int) int {
	const longest = 3 // syllables of a place that no list holds
	n := r.level(i)
	k := i + n
	switch _, place := r.place(k); {
	case n == 0, r.Tok(k).Sentence != r.Tok(i).Sentence:
		return 0
	case !r.Capital(k):
		return 0
	case place > 0:
		return n + place
	case r.Is(k, reading.Newline):
		return 0
	case r.capitals(k) == 1:
		return n + 1 // tỉnh Nagano
	case r.ofProvince(i), r.ofDistrict(i) && r.capitals(k) > 2:
		return n // the province is not named, a person follows
	}
	return n + min(r.beforePerson(k, r.capitals(k)), longest)
}

// beforePerson gives how many of so many capital words from token i on stand before a name that
// surely is a person's: xã Sơn Mai | Nguyễn Văn An.
func (r bodyNames) beforePerson(i, most int) int {
	for k := 2; k < most; k++ {
		if r.surerPerson(i + k) {
			return k
		}
	}
	return most
}

// surerPerson tells whether a surname stands at token i, and a middle name or a single letter
// behind it: Lò Văn Mẫu, Giàng A Mẫu.
func (r bodyNames) surerPerson(i int) bool {
	return r.surname(i) && (r.Is(i+1, reading.MiddleName) || r.single(i+1)) && r.Capital(i+2)
}

// ofDistrict tells whether token i is the word of a level whose places are all listed,
// districts, so that another name behind it is a person's.
func (r bodyNames) ofDistrict(i int) bool {
	l := r.levelWord(i)
	return l.Level == lexicon.DistrictLevel
}

// ofProvince tells whether token i is the word of a level that provinces alone have.
func (r bodyNames) ofProvince(i int) bool {
	l := r.levelWord(i)
	return l.Level == lexicon.ProvinceLevel && l.Also == lexicon.NoLevel
}

// levelWord gives the word of a level at token i.
func (r bodyNames) levelWord(i int) lexicon.LevelWord {
	m, _ := r.Longest(i, reading.Level)
	return r.lex.Forms.Levels[m.Value]
}

// seatIn gives the place that tokens i to j name with the word of its level.
func (r bodyNames) seatIn(i, j int) *lexicon.Place {
	for k := i; k < j; k++ {
		if s, n := r.place(k); k+n == j {
			return s
		}
	}
	return nil
}
