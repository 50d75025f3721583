package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// properName reads a head that names of places and works follow: Ban Quản lý Khu
// kinh tế Nghi Sơn và các Khu công nghiệp tỉnh Thanh Hóa.
func (f *form) properName() *node {
	end := f.withoutHolder(f.withoutVerb(f.wordsOfName(f.first(), false)))
	if end < f.first()+3 {
		return nil
	}
	end = f.numeral(end) // Ban Quản lý Đầu tư và Xây dựng Thủy lợi 8
	d := f.made(f.i, end, f.Kind, inFull(f.words, f.x, f.i, end))
	d.proper = true
	if s := f.placeAt(end, anyLevel); s.found() {
		d.made, d.to, d.lies = d.made+" "+s.Place.Full(), s.end, s.Place
	} else {
		d.to = max(end, s.after)
	}
	return d
}

// inFull gives the words of a name that no list holds, in full where papers shorten some of them:
// KKT, KCN.
func inFull(w *words, x *reading.Text, from, to int) string {
	name := x.Slice(from, to)
	for i := from; i < to; i++ {
		if !x.Is(i, reading.AllLarge) {
			continue
		}
		if k := slices.IndexFunc(w.forms.Abbreviations, func(a lexicon.Abbreviation) bool { return slices.Contains(a.Short, x.Word(i)) }); k >= 0 {
			name = strings.Replace(name, x.Word(i), w.forms.Abbreviations[k].Full, 1)
		}
	}
	return name
}

// listsOn tells whether a comma stands at token j behind the country of a name that begins at token i:
// Bộ Quốc phòng Israel, Lực lượng Phòng vệ Israel (IDF).
func (r *namer) listsOn(i, j int) bool {
	if !r.x.Is(j, reading.Comma) {
		return false
	}
	_, n := r.lastCountry(i, j)
	return n > 0
}

// withoutVerb takes the small words off the end of a name behind two capitals or more: Ban
// Quản lý Khu kinh tế Vũng Áng | tuần tra.
func (f *form) withoutVerb(end int) int {
	k := end
	for f.x.Small(k - 1) {
		k--
	}
	if !f.x.Capital(k - 2) {
		return end
	}
	return k
}

// withoutHolder cuts off the name of who leads the body, and what follows it, where a name of two syllables or more
// stands before it: Trưởng Ban Quản lý Khu kinh tế Vũng Áng | Lê Văn Tám, but Ban Quản lý Cầu Nguyễn Văn Trỗi.
func (f *form) withoutHolder(end int) int {
	const place = 2 // syllables of the name before
	for k := f.first(); k < end; k++ {
		run := min(f.capitals(k), end)
		if at := beforeHolder(f.reader, f.i, k, run); at < run && at >= k+place {
			return at
		}
		if holderAt(f, k, run) {
			return k
		}
		k = max(k, run)
	}
	return end
}

// holderAt tells whether the words from k to end, right behind a field, are the name of who leads the body, whose title
// stands before it: Trưởng Ban Quản lý Khu kinh tế | Lê Văn Tám.
func holderAt(f *form, k, end int) bool {
	const syllables, field = 3, 4
	if end-k < syllables || !f.x.Is(k, reading.Surname) {
		return false
	}
	_, behind := f.endsBefore(k, field, reading.Field)
	return behind && slices.ContainsFunc(f.ends, func(e int) bool { return f.i <= e && e <= k })
}

// isOthers tells whether the words behind the head, up to token end, are the name of another
// body.
func isOthers(f *form, end int) bool {
	of := f.known(f.first(), f.depth+1)
	return of != nil && of.to == end
}

// bracketed reads a name that no list holds by the short form behind it: Văn
// phòng Điều tra Tham nhũng đối với Quan chức Cấp cao (CIO).
func (f *form) bracketed() *node {
	if !f.bracketAhead(f.first()) {
		return nil
	}
	end := f.wordsOfName(f.first(), true)
	if !f.shortBehind(end) {
		return nil
	}
	if isOthers(f, end) {
		return nil // Văn phòng | Ngân hàng Thế giới (WB)
	}
	d := f.made(f.i, end+3, f.Kind, "")
	d.abroad = !f.Home
	if code, n := f.lastCountry(f.first(), end); n > 0 {
		d.country = code
		end -= n
	}
	d.made = f.x.Slice(f.i, end)
	if d.country == "" {
		f.readCountry(d)
	}
	return d
}

// maxCommittee bounds the tokens of a committee's name before its place.
const maxCommittee = 24

// upToPlace reads a committee by what it is for and the place, or the party committee,
// that has it: Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh A; Ban Chỉ
// đạo 35 Thành ủy B.
func (f *form) upToPlace() *node {
	if at := f.first(); !f.figure(at) && !f.x.Has(at, f.aims) && !f.joinsName(at) {
		return nil
	}
	c := committee{f, f.first()}
	for c.to < f.first()+maxCommittee {
		step := c.step()
		if step == 0 {
			return c.node()
		}
		c.to += step
	}
	return nil
}

// ofWholeState reads a committee of the whole state by what it is for: Ban Chỉ đạo quốc gia
// về chống khai thác IUU; Ban Chỉ đạo Trung ương về chính sách nhà ở.
func ofWholeState(f *form) *node {
	const least = 3 // tokens: về chuyển đổi
	_, n := f.centrals.Longest(f.x, f.first())
	from := f.first() + n
	if n == 0 || !f.x.Has(from, f.aims) {
		return nil
	}
	c := committee{f, from}
	for step := c.aim(); step > 0 && c.to < from+maxCommittee; step = c.aim() {
		c.to += step
	}
	end := f.withoutJoin(c.to)
	if end < from+least || f.x.Is(c.to, reading.Figures) {
		return nil // các chương trình giai đoạn | 2016-2020
	}
	d := f.made(f.i, end, f.Kind, f.x.Slice(f.i, end))
	d.country = home
	return d
}

// aim gives the tokens of the next word of what a committee is for, 0 where it has ended: a
// comma goes on to a field or another aim.
func (f committee) aim() int {
	i := f.to
	switch {
	case f.x.Is(i, reading.Comma) && !(f.x.Small(i+1) && (f.x.Has(i+1, reading.Field) || f.x.Has(i+1, f.aims))):
		return 0
	case f.x.Is(i, reading.Figures) && len(f.x.Word(i)) == len("06"):
		return 1 // Đề án 06
	case f.x.Is(i, reading.Figures|reading.Dash), f.closes(i):
		return 0
	}
	return f.step()
}

// committee is a committee whose name is read word by word.
type committee struct {
	*form
	to int // the token behind what was read
}

// step gives the tokens of the next word of the name, 0 where its place may begin, or it
// has ended.
func (f committee) step() int {
	i := f.to
	field, _ := f.x.Longest(i, reading.Field)
	switch s := f.placeAt(i, anyLevel); {
	case s.level != nil, f.bodyBegins(), f.x.Is(i, reading.At):
		return 0
	case field.Len > 0:
		return int(field.Len)
	case f.shortBehind(i):
		return reading.ShortForm
	case f.x.Is(i, reading.Letters|reading.Comma|reading.Figures|reading.Dash) && !f.closes(i):
		return 1
	}
	return 0
}

// bodyBegins tells whether the name of a body, or a title of two words or more, begins
// next with a capital.
func (f committee) bodyBegins() bool {
	i := f.to
	title, _ := f.x.Longest(i, reading.Title)
	return capitalised(f.x, i) && (title.Len > 1 || f.x.Has(i, f.names.Kind))
}

// government gives our government behind "của" at token i, where what the committee is for stands before it.
func (f committee) government(i int) *node {
	if i == f.first() || !f.x.Is(i, reading.Of) {
		return nil
	}
	owner := f.agencyAt(i+1, f.depth+1)
	if owner == nil || f.kindOf(owner) != "government" || foreign(owner.country) {
		return nil
	}
	return owner
}

// ofCommittees are the kinds of bodies that have such a committee.
var ofCommittees = []string{"party-committee", "ministry"}

// node makes the committee of the place, or of the party committee or ministry, that is named next.
func (f committee) node() *node {
	i := f.to
	d := f.made(f.i, i, f.Kind, reading.WithoutShortForms(f.i, i, f.shortBehind, f.x.Slice))
	if s := f.placeAt(i, anyLevel); s.found() {
		d.made, d.to, d.lies = d.made+" "+s.Place.Full(), s.end, s.Place
		return d
	}
	d.unit = true
	if owner := f.government(i); owner != nil {
		d.made, d.owner, d.to = d.made+" "+f.x.Slice(i, i+1), owner, owner.to // Ban Chỉ đạo Đề án 06 của Chính phủ
		return d
	}
	owner := f.agencyAt(i, f.depth+1)
	if owner == nil || !slices.Contains(ofCommittees, f.kindOf(owner)) || !f.owns(d, owner) {
		return nil
	}
	return d
}

// bracketAhead tells whether a bracket opens within a name's length.
func (f *form) bracketAhead(i int) bool {
	for end := i + maxName + 1; i < end; i++ {
		if f.x.Is(i, reading.Opening) {
			return true
		}
	}
	return false
}

// lastCountry gives the country that tokens i to end close with, and its length.
func (r *namer) lastCountry(i, end int) (code string, n int) {
	for j := max(i+1, end-3); j < end; j++ {
		if code, n := r.countryBehind(j); j+n == end {
			return code, n
		}
	}
	return "", 0
}

// shortBehind tells whether "(CIO)" follows: one word of capitals.
func (r *namer) shortBehind(i int) bool {
	return r.x.Looks(i, reading.Opening|reading.Spaced, reading.AllLarge, reading.Closing)
}

// noCapital is more small syllables than a word of a name has.
const noCapital = 9

// wordsOfName gives the end of a run of words with a capital on each, of two
// syllables at most, and small joining words between them, commas if wanted.
func (r *namer) wordsOfName(i int, commas bool) int {
	small := noCapital // small syllables since the last capital; the first word has one
	j := i
	for ; j < i+maxName; j++ {
		field, _ := r.x.Longest(j, reading.Field)
		switch first := j == i; {
		case r.listsOn(i, j):
			return j
		case small < 2 && field.Len > 1:
			j, small = j+int(field.Len)-1, 1
		case r.x.Is(j, reading.Letters) && !r.x.Is(j, reading.Spaced):
			return r.withoutJoin(j)
		case !first && otherBehind(r, j):
			return r.withoutJoin(j)
		case !first && r.headAt(j):
			return i
		case r.x.Has(j, reading.Level):
			return r.withoutJoin(j) // TP
		case r.x.Capital(j), r.joinsName(j), commas && r.x.Looks(j, reading.Comma, reading.Large):
			small = 0
		case small > 0, !r.x.Is(j, reading.Letters), r.closes(j):
			return r.withoutJoin(j)
		default:
			small++
		}
	}
	return r.withoutJoin(j)
}

// otherBehind tells whether another body begins at token j behind "và": Ban Quản lý Khu kinh tế Nghi Sơn và | Sở Xây
// dựng, | Công ty A.
func otherBehind(r *namer, j int) bool {
	if !r.x.Is(j-1, reading.And) || !r.x.Is(j, reading.Large) {
		return false
	}
	if r.x.Looks(j, reading.Surname, reading.MiddleName|reading.Large, reading.Large) {
		return true // Khu kinh tế Đông Nam và | Phạm Thị Thử
	}
	m, _ := r.x.Longest(j, r.names.Kind)
	listed := m.Len > 0 && slices.ContainsFunc(r.names.Of(m), func(s sense) bool { return !s.post })
	return listed || r.headAt(j) || r.x.Has(j, r.others)
}
