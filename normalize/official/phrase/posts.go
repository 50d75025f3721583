package phrase

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/rule"
	"github.com/boctin/boctin/normalize/viet"
)

// Office is a post as the text writes it.
type Office struct {
	Text     *Text
	Entry    *lexicon.Post
	Title    string
	From, To int    // tokens
	Agency   int    // index of the body, -1 for none
	Body     string // the body as written, where it is not among those of the article
	Said     string // the body as written, where it is among them
	BodyFrom int    // tokens of the body's name, or of what implies it
	BodyTo   int
	Country  string
	Deputy   bool // Phó stands before the title
	Former   bool
	Acting   bool
	Also     bool // kiêm stands before it
	Copied   bool // it is that of whom the text calls the counterpart
	Into     bool // là or giữ chức stands before it
	State    bool // the body is one of state
	Private  bool // the body is none
	Place    bool // Body is only a place: Chủ tịch Đà Nẵng
	Seat     *lexicon.Place
	second   *Spot // the body of the other of two whose posts are named together
}

// Bare tells whether the text names no body with the title.
func (o *Office) Bare() bool { return o.Agency < 0 && o.Body == "" }

// ours tells whether the text names no state with the title, or ours.
func (o *Office) ours() bool { return o.Country == "" || o.Country == Home }

// state gives the state said with a post, or that of its body.
func (o *Office) state() string {
	if o.Country == "" && o.Agency >= 0 {
		return o.Text.Bodies[o.Agency].Country
	}
	return o.Country
}

// Precedes tells whether another post stands further on in the same sentence.
func (o *Office) Precedes(next *Office) bool {
	if o.Text != next.Text || next.From <= o.From {
		return false
	}
	return o.Text.Tok(o.From).Sentence == o.Text.Tok(next.From).Sentence
}

// Home is the state that a person serves when nothing says another.
const Home = lexicon.Home

// take gives a post the body of a spot.
func (o *Office) take(t *Text, s Spot) {
	o.Agency, o.To, o.State, o.Said = s.Body, s.To, true, t.Written(s.From, s.To)
	o.BodyFrom, o.BodyTo = s.From, s.To
}

// posts reads posts: a title, the body it is held in, and what that is part of.
type posts struct{ bodyNames }

// read reads a post whose title is the word at token i, which is n tokens long.
func (r posts) read(i, n int, w word) Office {
	entry, deputy := r.Post(w.Mark)
	o := Office{Text: r.Text, Entry: entry, Title: entry.Title, From: i, To: i + n, Agency: -1, Country: entry.Country}
	if deputy {
		o.Title = reading.Deputy + " " + o.Title
	}
	o.Deputy = strings.HasPrefix(o.Title, reading.Deputy+" ")
	for r.branch(&o) || r.suffix(&o, nil) || r.service(&o) || r.region(&o) {
	}
	if entry.Personal && r.superior(&o) {
		return o
	}
	r.body(&o, i+n)
	if o.To > i+n {
		r.suffix(&o, r.lex.Posts.Marks.Behind)
	}
	if o.Bare() && entry.Agency != "" {
		o.Body, o.State, o.BodyFrom, o.BodyTo = entry.Agency, true, o.From, o.To
	}
	r.pair(&o)
	r.state(&o)
	r.above(&o)
	for n := (terms{r.Text}).read(o.To); n > 0; n = (terms{r.Text}).read(o.To) {
		o.To += n
	}
	return o
}

// bodyRule reads what the body of a post is from token i on, which stands behind
// the title or behind "của"; title is the token behind the title's own words.
type bodyRule = func(r posts, o *Office, i, title int) bool

func bodyRules() rule.Table[bodyRule] {
	return rule.Table[bodyRule]{
		// Trưởng Công an xã A: the title's last word begins the body
		rule.Of("post/body-in-title", posts.bodyInTitle),
		rule.Of("post/nothing-follows", func(r posts, _ *Office, i, _ int) bool { return !r.Follows(i) }),
		// Bộ trưởng Bộ Công an, Bộ trưởng của Bộ Công an
		rule.Of("post/body", func(r posts, o *Office, i, _ int) bool {
			s, ok := r.Body(i)
			if ok && !r.furtherFields(o, s) {
				o.take(r.Text, s)
			}
			return ok
		}),
		// Chánh Văn phòng của Thủ tướng, Cố vấn của Tổng thống Mỹ
		rule.Of("post/of-superior", posts.ofSuperior),
		// Đại sứ Trung Quốc tại Việt Nam
		rule.Of("post/envoy", posts.envoy),
		// Tổng thống Mỹ
		rule.Of("post/state", posts.namedState),
		// Vụ trưởng Vụ Kinh tế ngành
		rule.Of("post/head-of-body", posts.head),
		// Chủ tịch Đà Nẵng, Bí thư huyện Mỹ Xuyên
		rule.Of("post/place", posts.place),
		// Bộ trưởng Ngoại giao
		rule.Of("post/swallowed-head", posts.swallowed),
		// Phó Viện trưởng, Viện kiểm sát nhân dân tỉnh A
		rule.Of("post/set-off", posts.setOff),
		// Chủ tịch FIFA
		rule.Of("post/unknown-body", posts.unknown),
	}
}

// body reads the body of a post; title is the token behind the words of the title.
func (r posts) body(o *Office, title int) {
	i := o.To + r.link(o.To, linkOf)
	if !r.Follows(i) {
		i = o.To
	}
	for _, row := range r.rules.bodies {
		if row.Do(r, o, i, title) {
			break
		}
	}
	if o.Body != "" {
		o.BodyFrom, o.BodyTo = i, o.To
	}
}

// pair reads the body of a second office-holder, whose title stands once for both: Bộ
// trưởng Ngoại giao và [Quốc phòng Nhật Bản] là A và B.
func (r posts) pair(o *Office) {
	s, ok := r.Body(o.To + 1)
	switch {
	case !ok, o.Agency < 0, o.Entry.Unit == "", !r.Is(o.To, reading.And), r.unitAt(o, s.From):
		return
	case r.Bodies[s.Body].Country == Home, r.Bodies[s.Body].Country != r.Bodies[o.Agency].Country:
		return
	case kindWord(r.Bodies[s.Body].Name) != viet.Key(o.Entry.Unit):
		return
	}
	o.second, o.To = &s, s.To
}

// kindWord is the first word of a body's name, as a lookup key.
func kindWord(name string) string {
	first, _, _ := strings.Cut(name, " ")
	return viet.Key(first)
}

func (r posts) bodyInTitle(o *Office, _, title int) bool {
	s, ok := r.spots.over(o.From, title)
	if !ok || s.To == title && !sameHead(r.Bodies[s.Body].Name, o.Entry.Agency) {
		return false
	}
	o.take(r.Text, s)
	return true
}

// sameHead tells whether two bodies have their first two words in common.
func sameHead(a, b string) bool { return b != "" && head(a) == head(b) }

// envoy reads [Trung Quốc] tại Việt Nam behind the title of a diplomat.
func (r posts) envoy(o *Office, i, _ int) bool {
	if !o.Entry.Envoy {
		return false
	}
	code, n := r.State(i)
	if n > 0 {
		o.Country, o.To = code, i+n
	}
	at := i + n + r.link(i+n, linkAt)
	if at == i+n {
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
	} else if m := r.typedPlace(at); m > 0 {
		o.To = at + m
	}
	return n > 0
}

// namedState reads Tổng thống Mỹ, Thị trưởng Seoul, tỉnh Nagano (Nhật Bản).
func (r posts) namedState(o *Office, i, _ int) bool {
	code, n := r.State(i)
	if n == 0 {
		code, n = r.Region(i)
	}
	if n == 0 {
		code, n = r.regionOf(i)
	}
	if n == 0 {
		return false
	}
	o.Country, o.To = code, i+n
	return true
}

// regionOf reads a province abroad with its state behind: tỉnh Nagano (Nhật Bản).
func (r posts) regionOf(i int) (code string, n int) {
	k := i + 1 + r.capitals(i+1)
	code, m := r.State(k + 1)
	switch {
	case !r.is(i, inAddress), !r.Capital(i + 1), !r.Foreign(i + 1), !r.Is(k, reading.Opening|reading.Comma), m == 0:
		return "", 0
	}
	n = k + 1 + m - i
	if r.Is(k, reading.Opening) {
		n++
	}
	return code, n
}

// head reads a body that the gazetteer does not hold by its first word: Vụ Kinh
// tế ngành, Công ty Gang thép Thái Nguyên.
func (r posts) head(o *Office, i, _ int) bool {
	state, n := r.bodies.Longest(r.Text.Text, i)
	if n == 0 {
		return false
	}
	end := r.end(i + n)
	if r.is(i, numbered) && !r.proper(i+n, end) {
		end = i + n // Lữ đoàn | khen thưởng
	}
	if !state {
		_, n := r.State(end)
		end += n // the state is part of a company's name
	}
	o.Body, o.To, o.State, o.Private = r.Written(i, r.beforeShortForm(end)), end, state, !state
	if o.Country == "" && state {
		o.Country = r.regionIn(i+n, end) // Đảng ủy Khu tự trị dân tộc Choang Quảng Tây
	}
	return true
}

// beforeShortForm gives where the name of a body ends before its short form in brackets:
// Đảng Thịnh vượng | (PP).
func (r posts) beforeShortForm(end int) int {
	if r.Looks(end-3, reading.Opening, reading.Large, reading.Closing) {
		return end - 3
	}
	return end
}

// regionIn gives the state of a region abroad that tokens i to j name.
func (r posts) regionIn(i, j int) string {
	for k := i; k < j; k++ {
		if m, ok := r.Longest(k, reading.Region); ok && r.Capital(k) {
			return r.Words.Region(m).Country
		}
	}
	return ""
}

// proper tells whether a capital or a number stands among tokens i to j.
func (r posts) proper(i, j int) bool {
	for ; i < j; i++ {
		if r.Capital(i) || r.Is(i, reading.Figures) {
			return true
		}
	}
	return false
}

// place reads Chủ tịch Đà Nẵng, Bí thư huyện Mỹ Xuyên, Bí thư tỉnh.
func (r posts) place(o *Office, i, _ int) bool {
	n := r.typedPlace(i)
	switch {
	case len(o.Entry.Of) == 0:
		return false
	case n == 1, n == 0 && r.bareLevel(i):
		o.To, o.State = i+1, true
		return true
	case n > 0:
		o.Seat = r.seatIn(i, i+n)
	default:
		if o.Seat, n = r.seat(i); n == 0 {
			return false
		}
	}
	o.Body, o.To, o.Place, o.State = r.Slice(i, i+n), i+n, true, true
	return true
}

// seat gives the place of two syllables or more at token i that is no one's name:
// Chủ tịch Hồ Chí Minh.
func (r posts) seat(i int) (*lexicon.Place, int) {
	p, n := r.bodyNames.Text.place(i)
	switch {
	case n < 2, r.LeaderState(NameKey(r.Written(i, i+n))) != "", r.capitals(i) > n && !r.surnameStart(i+n):
		return nil, 0
	}
	return p, n
}

// swallowed reads a body whose first word the title has swallowed: Bộ trưởng
// Ngoại giao, Viện trưởng Kiểm sát nhân dân tối cao.
func (r posts) swallowed(o *Office, i, _ int) bool {
	_, name := r.names.read(i, listed)
	switch {
	case o.Entry.Unit == "", r.Tok(i).Kind != viet.Word, r.Small(i) && !o.Entry.Loose, r.Foreign(i) && r.Capital(i), r.Is(i, reading.AllLarge) && !r.shouted(i), name, r.titleAt(i):
		return false
	}
	end := r.overFields(r.end(i))
	if !r.mixed(i, end) {
		return false
	}
	o.Body, o.To, o.State = o.Entry.Unit+" "+r.Written(i, end), end, true
	return true
}

// furtherFields reads a body whose first word the title has swallowed, where its name
// goes on behind that of a body of the gazetteer: Bộ trưởng Ngoại giao, Di trú và Kiều dân.
func (r posts) furtherFields(o *Office, s Spot) bool {
	end := r.overFields(s.To)
	if o.Entry.Unit == "" || end == s.To || r.Key(s.From) == viet.Key(o.Entry.Unit) {
		return false
	}
	o.Body, o.To, o.State = o.Entry.Unit+" "+r.Written(s.From, end), end, true
	return true
}

// overFields goes on from token i, where the name of a body has ended, over further words
// of what it is for, if a state and a name follow: Bộ trưởng Ngoại giao, Di trú và Kiều
// dân Ai Cập A.
func (r posts) overFields(i int) int {
	const most = 10
	switch _, body := r.Body(i + 1); {
	case body, !r.Is(i, reading.Comma|reading.And), !r.Capital(i+1) && !r.is(i+1, field), r.surnameStart(i + 1):
		return i
	}
	for k := range r.ahead(i+1, most) {
		_, state := r.State(k)
		switch {
		case state > 0 && r.Capital(k+state) && !r.titleAt(k+state):
			return k
		case r.Is(k, reading.Sign) && !r.Is(k, reading.Comma|reading.Hyphen), r.titleAt(k), r.is(k, stop):
			return i
		}
	}
	return i
}

// mixed tells whether a lower-case word stands among tokens i to j: a name of a
// person has none, "Ngoại giao" has.
func (r posts) mixed(i, j int) bool {
	for ; i < j; i++ {
		if r.Small(i) {
			return true
		}
	}
	return false
}

// setOff reads a body behind a comma, where it is one that the title belongs to.
func (r posts) setOff(o *Office, i, _ int) bool {
	s, ok := r.Body(i + 1)
	switch {
	case !ok, !r.Is(i, reading.Comma), !r.Homes(o.Entry).Hold(viet.PhraseKey(r.Bodies[s.Body].Name)):
		return false
	}
	o.take(r.Text, s)
	return true
}

// unknown reads a body that nobody knows: Chủ tịch FIFA.
func (r posts) unknown(o *Office, i, _ int) bool {
	if !r.Is(i, reading.AllLarge) || r.shouted(i) {
		return false
	}
	o.Body, o.To, o.Private = r.Word(i), i+1, o.Entry.Weak
	return true
}

// state reads the state behind a post: Bộ trưởng Bộ Công an [Việt Nam], (Lào).
func (r posts) state(o *Office) {
	i := o.To
	if !r.Follows(i) {
		return
	}
	open := r.Is(i, reading.Opening)
	if open {
		i++
	}
	code, n := r.State(i)
	if n == 0 {
		return
	}
	o.Country, o.To = code, i+n
	if open {
		o.To++
	}
}
