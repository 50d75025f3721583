package phrase

import (
	"cmp"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/rule"
	"github.com/boctin/boctin/normalize/viet"
)

// bodyReader reads the body of a post.
type bodyReader struct {
	posts
	o     *Office
	at    int // the token behind the title, or behind "của"
	title int // the token behind the title's own words
}

// bodyRule tells whether the body of a post is read; the first rule that reads one decides.
type bodyRule = func(r bodyReader) bool

func bodyRules() rule.Table[bodyRule] {
	return rule.Table[bodyRule]{
		// Giám đốc các Sở A và B là
		rule.Of("post/bodies", bodyReader.several),
		// Trưởng Công an xã A: the title's last word begins the body
		rule.Of("post/body-in-title", bodyReader.inTitle),
		rule.Of("post/nothing-follows", func(r bodyReader) bool { return !r.Follows(r.at) }),
		// Bộ trưởng Bộ Công an, Bộ trưởng của Bộ Công an
		rule.Of("post/body", bodyReader.known),
		// Chánh Văn phòng của Thủ tướng, Cố vấn của Tổng thống Mỹ
		rule.Of("post/of-superior", bodyReader.ofSuperior),
		// Đại sứ Trung Quốc tại Việt Nam
		rule.Of("post/envoy", bodyReader.envoy),
		// Tổng thống Mỹ
		rule.Of("post/state", bodyReader.namedState),
		// Thị trưởng thành phố Bakhmut Oleksii Reva
		rule.Of("post/city-abroad", bodyReader.cityAbroad),
		// Chủ nhiệm (UBKT) Tỉnh ủy Nghệ An
		rule.Of("post/head-in-brackets", bodyReader.headInBrackets),
		// Vụ trưởng Vụ Kinh tế ngành
		rule.Of("post/head-of-body", bodyReader.head),
		// Chủ tịch Đà Nẵng, Bí thư huyện Mỹ Xuyên
		rule.Of("post/place", bodyReader.place),
		// Bộ trưởng Ngoại giao
		rule.Of("post/swallowed-head", bodyReader.swallowed),
		// Trưởng phòng 6
		rule.Of("post/number", bodyReader.numberOfUnit),
		// Phó Viện trưởng, Viện kiểm sát nhân dân tỉnh A
		rule.Of("post/set-off", bodyReader.setOff),
		// Chủ tịch FIFA
		rule.Of("post/unknown-body", bodyReader.unknown),
	}
}

// read tries the rules behind the title, or behind the "của" that follows it.
func (r bodyReader) read() {
	o := r.o
	r.at = o.To + r.link(o.To, linkOf)
	for _, row := range r.rules.bodies {
		if row.Do(r) {
			break
		}
	}
	if o.Body != "" {
		o.BodyFrom, o.BodyTo = r.at, o.To
	}
}

// inTitle reads a body whose name begins within the title.
func (r bodyReader) inTitle() bool {
	o := r.o
	s, ok := r.spots.over(o.From, r.title)
	if !ok || s.To == r.title && !sameHead(r.Bodies[s.Body].Name, o.Entry.Agency) {
		return false
	}
	o.take(r.Text, s)
	return true
}

// sameHead tells whether two bodies have their first two words in common.
func sameHead(a, b string) bool { return head(a) == head(b) }

// known reads a body of the gazetteer.
func (r bodyReader) known() bool {
	s, ok := r.Body(r.at)
	if ok && !r.furtherFields(s) {
		r.o.take(r.Text, s)
	}
	return ok
}

// ofSuperior reads the head of a state or government behind "của" whom the holder
// serves and whose name does not follow.
func (r bodyReader) ofSuperior() bool {
	o, i := r.o, r.at
	w, n := r.word(i)
	if w.kind != postWord {
		return false
	}
	entry, _ := r.Post(w.Mark)
	code, m := r.State(i + n)
	to := i + n + m
	switch _, named := r.names.read(to, expected); {
	case named && entry.Throne:
		return assistant{r.posts}.superior(o)
	case named, r.goesOn(to), entry.Weak:
		return false
	}
	o.To, o.Country, o.State = to, code, true
	return true
}

// goesOn tells whether another post of the same leader stands behind the comma
// at token i: đại diện đặc biệt của Tổng Bí thư, Chủ tịch nước A.
func (r bodyReader) goesOn(i int) bool {
	next, _ := r.behindComma(i)
	return next.kind == postWord
}

// envoy reads [Trung Quốc] tại Việt Nam behind the title of a diplomat.
func (r bodyReader) envoy() bool {
	o, i := r.o, r.at
	if !o.Entry.Envoy {
		return false
	}
	code, n := r.State(i)
	if n > 0 {
		o.Country, o.To = code, i+n
	}
	end := i + n
	if r.Looks(end, reading.Opening, reading.AllLarge, reading.Closing) {
		end += 3 // Đại sứ Các Tiểu vương quốc Arab thống nhất (UAE) tại
	}
	at := end + r.link(end, linkAt)
	if at == end {
		return n > 0
	}
	if host, m := r.State(at); m > 0 {
		o.To = at + m
		if n == 0 && host != Home {
			o.Country = Home
		}
		return true
	}
	if s, ok := r.Body(at); ok {
		o.To = s.To
	} else if m := r.hostCity(at); m > 0 {
		o.To = at + m
	}
	return n > 0
}

// hostCity gives the tokens of the city at token i where a consul serves: tại Đà Nẵng | Mori Takero.
func (r posts) hostCity(i int) int {
	if m := r.typedPlace(i); m > 0 {
		return m
	}
	_, region := r.Region(i)
	_, place := r.Text.place(i)
	return max(region, place)
}

// namedState reads Tổng thống Mỹ, Thị trưởng Seoul, tỉnh Nagano (Nhật Bản).
func (r bodyReader) namedState() bool {
	i := r.at
	code, n := r.State(i)
	if n == 0 {
		code, n = r.Region(i)
	}
	if n == 0 {
		code, n = r.regionOf(i)
	}
	if n == 0 {
		code, n = r.statePointedAt(i)
	}
	if n == 0 {
		return false
	}
	r.o.Country, r.o.To = code, i+n
	return true
}

// statePointedAt gives the state named last, where "nước này" stands at token i, and its tokens.
func (r posts) statePointedAt(i int) (code string, n int) {
	const back = 100 // tokens
	if n = r.phrase(i, realm); n == 0 || !r.Is(i+n, reading.This) {
		return "", 0
	}
	return Around{r.names}.StateBefore(i, back), n + 1
}

// head reads a body that the gazetteer does not hold by its first word: Vụ Kinh
// tế ngành, Công ty Gang thép Thái Nguyên.
func (r bodyReader) head() bool {
	o, i := r.o, r.at
	first, n := r.bodies.Longest(r.Text.Text, i)
	switch {
	case n == 0, n == 1 && r.bareLevel(i), len(o.Entry.Of) > 0 && r.levelAlone(i) == n:
		return false // Chủ tịch xã.
	case r.Small(i) && r.phrase(i, stop) > n:
		return false // Giám đốc báo cáo kết quả
	}
	end, unit := r.end(i+n), first.function && o.Entry.Unit != ""
	switch {
	case r.is(i, numbered) && !r.among(i+n, end, reading.Large|reading.Figures):
		end = i + n // Lữ đoàn | khen thưởng
	case r.Capital(i+n) && r.phrase(i, arms) == n && !unit:
		end = i + n // quân đội | Min Aung Hlaing
	case first.whole && r.nameAbroad(i+n):
		end = i + n // Ngân hàng Trung ương | Elvira Nabiullina
	}
	if !first.state {
		_, n := r.State(end)
		end += n // the state is part of a company's name
	}
	o.Body, o.To, o.State, o.Private = r.withoutShortForms(i, end), end, first.state, !first.state
	o.Back = r.Is(end, reading.This) && end == i+n
	if unit {
		o.Body = o.Entry.Unit + " " + o.Body // Trưởng phòng Cảnh sát kinh tế
	}
	if o.Country == "" {
		o.Country = cmp.Or(r.ownerIn(i+n, end), r.regionIn(i+n, end)) // Đảng ủy Khu tự trị dân tộc Choang Quảng Tây
	}
	return true
}

// headInBrackets reads a body whose head stands in brackets before that whose part it is.
func (r bodyReader) headInBrackets() bool {
	i := r.at
	if !r.Looks(i, reading.Opening, reading.AllLarge, reading.Closing) {
		return false
	}
	first, _ := r.bodies.Longest(r.Text.Text, i+1)
	s, ok := r.Body(i + 3)
	if !ok || !first.state {
		return false
	}
	o := r.o
	o.Body, o.To, o.State = r.Word(i+1)+" "+r.Written(s.From, s.To), s.To, true
	return true
}

// withoutShortForms gives the words of a body's name without short forms in brackets: Đảng Thịnh
// vượng | (PP).
func (r bodyReader) withoutShortForms(i, end int) string {
	short := func(k int) bool { return r.Looks(k, reading.Opening, reading.Large, reading.Closing) }
	return reading.WithoutShortForms(i, end, short, r.Written)
}

// regionIn gives the state of a region abroad that tokens i to j name.
func (r bodyReader) regionIn(i, j int) string {
	for k := i; k < j; k++ {
		if m, ok := r.Longest(k, reading.Region); ok {
			return r.Words.Region(m).Country
		}
	}
	return ""
}

// ownerIn gives the state of the body with whose name, from token i on, that of its office
// ends at token j, where it is not ours: Văn phòng | Ngân hàng Thế giới.
func (r bodyReader) ownerIn(i, j int) string {
	for k := i; k < j; k++ {
		if s, _ := r.Body(k); s.To == j && r.Bodies[s.Body].Country != Home {
			return r.Bodies[s.Body].Country
		}
	}
	return ""
}

// among tells whether one of tokens i to j has one of the properties.
func (r bodyReader) among(i, j int, any reading.Bits) bool {
	for ; i < j; i++ {
		if r.Is(i, any) {
			return true
		}
	}
	return false
}

// place reads Chủ tịch Đà Nẵng, Bí thư huyện Mỹ Xuyên, Bí thư tỉnh.
func (r bodyReader) place() bool {
	o, i := r.o, r.at
	n, alone := r.typedPlace(i), r.levelAlone(i)
	switch {
	case len(o.Entry.Of) == 0:
		return false
	case n == 1, alone > 0:
		o.To, o.State = i+cmp.Or(alone, n), true
		o.Level, o.BodyFrom, o.BodyTo = r.Slice(i, o.To), i, o.To
		return true
	case n > 0:
		o.Seat = r.seatIn(i, i+n)
	default:
		seat, tokens := r.seat(i)
		if tokens == 0 {
			return false
		}
		o.Seat, n = seat, tokens
	}
	if o.To = i + n; o.Entry.Elected {
		return true // đại biểu tỉnh Thanh Hóa: of whatever council the text names
	}
	o.Body, o.Place, o.State = r.Slice(i, i+n), true, true
	return true
}

// seat gives the place of two syllables or more at token i that is no one's name:
// Chủ tịch Hồ Chí Minh.
func (r bodyReader) seat(i int) (*lexicon.Place, int) {
	p, n := r.bodyNames.Text.place(i)
	switch {
	case n < 2, r.LeaderState(NameKey(r.Written(i, i+n))) != "", r.capitals(i) > n && !r.surnameStart(i+n):
		return nil, 0
	}
	return p, n
}

// setOff reads a body behind a comma, where it is one that the title belongs to.
func (r bodyReader) setOff() bool {
	o, i := r.o, r.at
	s, ok := r.Body(i + 1)
	if r.is(i+1, numbered) && !ok {
		r.at++
		return r.head() // Phó Tiểu đoàn trưởng Quân sự, Tiểu đoàn Huấn luyện - Cơ động
	}
	switch {
	case !ok, !r.Is(i, reading.Comma|reading.LongDash):
		return false
	case r.Is(i, reading.LongDash) && o.Entry.Unit != "": // Phó Chánh Văn phòng - Tổng cục A
	case !r.Homes(o.Entry).Hold(viet.PhraseKey(r.Bodies[s.Body].Name)):
		return false
	}
	o.take(r.Text, s)
	return true
}

// unknown reads a body that nobody knows: Chủ tịch FIFA, G20.
func (r bodyReader) unknown() bool {
	o, i := r.o, r.at
	switch {
	case r.Capital(i) && coded(r.Word(i)): // Chủ tịch G20
	case !r.Is(i, reading.AllLarge), r.shouted(i), r.names.familyFirst(i), o.Entry.Ruler() && r.names.initialsAt(i): // Phó Tổng thống JD Vance
		return false
	}
	o.Body, o.To, o.Private = r.Word(i), i+1, o.Entry.Weak
	return true
}
