package phrase

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
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
	Plural   bool // said of several who follow: các bộ trưởng A, B
	Acting   bool
	Also     bool // kiêm stands before it
	Copied   bool // it is that of whom the text calls the counterpart
	State    bool // the body is one of state
	Private  bool // the body is none
	Place    bool // Body is only a place: Chủ tịch Đà Nẵng
	Back     bool // Body is but a kind, and points back: Chủ nhiệm cơ quan này
	Seat     *lexicon.Place
	Level    string   // a level of places stands behind the title, whose the text does not say: Chủ tịch tỉnh
	beside   string   // the body of a post behind it that is another's, where the two are named together
	others   []Office // those of the others whose posts are named together
}

// Beside gives the body, as the text or the article names it, of a post behind this one that
// is another's, where the two are named together; "" for none.
func (o *Office) Beside() string { return o.beside }

// Bare tells whether the text names no body with the title.
func (o *Office) Bare() bool { return o.Agency < 0 && o.Body == "" }

// postSort is what posts of one sort have in common.
type postSort struct {
	entry          *lexicon.Post
	former, deputy bool
}

func (o *Office) sort() postSort { return postSort{o.Entry, o.Former, o.Deputy} }

// ours tells whether the text names no state with the title, or ours.
func (o *Office) ours() bool { return o.Country == "" || o.Country == Home }

// state gives the state said with a post, or that of its body.
func (o *Office) state() string {
	if o.Country == "" && o.Agency >= 0 {
		return o.Text.Bodies[o.Agency].Country
	}
	return o.Country
}

// above tells whether the body of another post is part of that of this one.
func (o *Office) above(other *Office) bool {
	if o.Agency < 0 || other.Agency < 0 {
		return false
	}
	return o.Text.Bodies[other.Agency].Parent == o.Text.Bodies[o.Agency].ID
}

// Named gives the state, not ours, with which the name of the post's body ends; "" for none: Bộ
// trưởng Bộ Công an Trung Quốc.
func (o *Office) Named() string {
	if o.Agency < 0 {
		return ""
	}
	state := o.Text.Bodies[o.Agency].Country
	if state == lexicon.International {
		return o.sentBy()
	}
	if before := (states{o.Text}).before(o.To); state == Home || before != state {
		return ""
	}
	return state
}

// sentBy gives the state, not ours, that sends somebody to a body between states: Đại sứ Liên hợp quốc của Niger.
func (o *Office) sentBy() string {
	for i := o.To - 1; i > o.From; i-- {
		if o.Text.Is(i, reading.Of) {
			if code, _ := o.Text.State(i + 1); code != Home {
				return code
			}
		}
	}
	return ""
}

// Precedes tells whether another post stands further on in the same sentence.
func (o *Office) Precedes(next *Office) bool {
	return next.From > o.From && o.SameSentence(next)
}

// SameSentence tells whether another post stands in the sentence of this one.
func (o *Office) SameSentence(other *Office) bool {
	return o.Text == other.Text && o.Text.Tok(o.From).Sentence == o.Text.Tok(other.From).Sentence
}

// Home is the state that a person serves when nothing says another.
const Home = lexicon.Home

// body is the name of the body, "" where the text names none.
func (o *Office) body() string {
	if o.Agency >= 0 {
		return o.Text.Bodies[o.Agency].Name
	}
	return o.Body
}

// lend gives a post the body of another.
func (o *Office) lend(from *Office) {
	o.Agency, o.Body, o.Said, o.State = from.Agency, from.Body, from.Said, from.State
	o.BodyFrom, o.BodyTo, o.Place, o.Seat = from.BodyFrom, from.BodyTo, from.Place, from.Seat
}

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
	o := r.memory.office()
	*o = Office{Text: r.Text, Entry: entry, Title: entry.Title, From: i, To: i + n, Agency: -1, Country: entry.Country}
	if deputy {
		o.Title = lexicon.Deputy + " " + o.Title
	}
	o.Deputy = strings.HasPrefix(o.Title, lexicon.Deputy+" ")
	for slices.ContainsFunc(titleSteps, func(more titleStep) bool { return more(r, o) }) {
	}
	if by := (assistant{r}); entry.Personal && (by.superior(o) || by.withinTitle(o)) {
		return r.memory.was(o)
	}
	bodyReader{posts: r, o: o, title: i + n}.read()
	if o.To > i+n {
		r.suffix(o, r.lex.Posts.Marks.Behind)
	}
	if o.Bare() && entry.Agency != "" {
		o.Body, o.State, o.BodyFrom, o.BodyTo = entry.Agency, true, o.From, o.To
	}
	r.pair(o)
	r.state(o)
	r.above(o)
	charge{r}.portfolio(o)
	charge{r}.untitled(o, i+n)
	charge{r}.since(o)
	for n := (terms{r.Text}).read(o.To); n > 0; n = (terms{r.Text}).read(o.To) {
		o.To += n
	}
	return r.memory.was(o)
}

// pair reads the body of a second office-holder, whose title stands once for both: Bộ
// trưởng Ngoại giao và [Quốc phòng Nhật Bản] là A và B.
func (r posts) pair(o *Office) {
	if o.Agency < 0 || o.Entry.Unit == "" || !r.Is(o.To, reading.And) {
		return
	}
	s, ok := r.Body(o.To + 1)
	switch {
	case !ok:
		r.pairField(o)
		return
	case r.Bodies[s.Body].Country == Home:
		return
	}
	o.join(r.Text, s)
}

// join lets a post be named together with that of another holder, in the body of a spot.
func (o *Office) join(t *Text, s Spot) {
	other := *o
	other.others = nil
	other.take(t, s)
	o.others, o.To = append(o.others, other), s.To
}

// pairField reads what a second body is for behind "và", where the two holders follow: Bộ
// trưởng Tài chính và [Công Thương] là A và B.
func (r posts) pairField(o *Office) {
	i := o.To + 1
	end := r.end(i)
	if !r.is(i, field) || r.namesFollow(end) == 0 {
		return
	}
	second := *o
	second.Agency, second.Said, second.State, second.BodyFrom, second.BodyTo = -1, "", true, i, end
	second.Body = o.Entry.Unit + " " + r.Written(i, end)
	o.others, o.To = append(o.others, second), end
}

// state reads the state behind a post: Bộ trưởng Bộ Công an [Việt Nam], (Lào), Bộ trưởng Ngoại giao mới của [Lào].
func (r posts) state(o *Office) {
	i := o.To
	if !r.Follows(i) {
		return
	}
	if new := r.phrase(i, epithet); new > 0 {
		i += new + r.link(i+new, linkOf)
	}
	open := r.Is(i, reading.Opening)
	if open {
		i++
	}
	code, n := r.State(i)
	if n == 0 || r.Key(i) == r.Key(i-1) {
		return // Bộ trưởng Quốc phòng Israel | Israel Katz
	}
	o.Country, o.To = code, i+n
	if open && r.Is(o.To, reading.Closing) {
		o.To++
	}
}
