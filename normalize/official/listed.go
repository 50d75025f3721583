package official

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/official/phrase"
	"github.com/boctin/boctin/normalize/viet"
)

// listed gives the bodies of the article as they stand once those of the posts are
// settled: those without a mention are gone, the first named stands first.
func (b *bodies) listed() []*finding.Body {
	for body, up := range b.above {
		if slices.ContainsFunc(b.list, func(x *finding.Body) bool { return x.ID == up }) {
			b.list[body].Parent = up
		}
	}
	list := slices.DeleteFunc(b.list, func(x *finding.Body) bool { return len(x.Mentions) == 0 })
	slices.SortStableFunc(list, func(x, y *finding.Body) int { return x.Mentions[0].Compare(y.Mentions[0].Stretch) })
	return list
}

// moved gives the body that answers to another in the state which the holder of a
// post serves, with the mentions inside the post: Bộ trưởng Bộ Công an A, on a visit
// to Bộ Công an Lào. It is -1 where the post names none, or one that no other state
// has.
func (s *settling) moved(x *holding, body int, state string) int {
	if s.only(body, state) {
		return -1
	}
	within := stretch(x.office)
	from := s.bodies.list[body].Country
	to := -1
	for i := range s.bodies.list {
		if s.bodies.list[i].Country != from || !s.bodies.mentioned(i, within) {
			continue
		}
		at := s.answering(i, s.nameIn(x, i, state), state)
		s.bodies.take(at, i, within)
		if i == body {
			to = at
		}
	}
	return to
}

// only tells whether a body is another state's, and the lexicon gives none of that name to
// the state.
func (s *settling) only(body int, state string) bool {
	b := s.bodies.list[body]
	return b.Country != phrase.Home && s.agencies[state+" "+viet.PhraseKey(b.Name)] == nil && s.lex.Sister(b.Name, state) < 0
}

// nameIn gives the name that a body has in another state: that of its sister there, or, for the
// body of a post by a name that every state has, that one: Bộ trưởng Nông nghiệp of New Zealand.
func (s *settling) nameIn(x *holding, body int, state string) string {
	b := s.bodies.list[body]
	if i := s.lex.Sister(b.Name, state); i >= 0 {
		return s.lex.Agencies[i].Name
	}
	lent := b.Name
	if b.Entry != nil {
		lent = b.Entry.Lent(b.Name)
	}
	if x.office.Agency != body || x.office.Said == "" {
		return lent
	}
	for _, called := range []string{x.office.Said, x.office.Entry.Unit + " " + x.office.Said} {
		if a := s.agencies[lexicon.AnyCountry+" "+viet.PhraseKey(called)]; a != nil {
			return a.Name
		}
	}
	return lent
}

// answering gives the body of a name in another state that answers to one of ours; it lists it if
// it is not.
func (s *settling) answering(body int, name, state string) int {
	old := s.bodies.list[body]
	at := s.bodies.called(name, state)
	if at < 0 {
		at = s.bodies.add(s.newBody(state, name))
		b := s.bodies.list[at]
		b.Place, b.Kind = old.Place, old.Kind
		_, up, _ := strings.Cut(old.Parent, "/")
		s.bodies.above[at] = strings.ToLower(state) + "/" + up
	}
	return at
}

// list makes agencies of the bodies of a person's posts that the article names
// nowhere else, if they are of state and named by more than their kind.
func (s *settling) list(p *person) {
	for _, x := range p.posts {
		if x.id != "" || !x.office.State || p.country == "" {
			continue
		}
		s.nameOwner(x)
		if !s.named(x.name, p.country) {
			continue
		}
		x.name = capital(x.name)
		if x.body = s.bodies.called(x.name, p.country); x.body < 0 {
			x.body = s.bodies.add(s.newBody(p.country, x.name))
			s.giveOwner(x)
			s.givePlace(x, p)
		}
		b := s.bodies.list[x.body]
		x.id, x.name = b.ID, b.Name
		s.bodies.mention(x.body, x.where)
		s.bodies.outgrow(x.body, x.where)
	}
}

// outgrow takes from a body the mention with which the longer name of another begins: Bộ Ngoại giao
// of Bộ Ngoại giao, Di trú và Kiều dân.
func (b *bodies) outgrow(body int, within finding.Stretch) {
	for i, x := range b.list {
		if i != body && strings.HasPrefix(b.list[body].Name, x.Name+",") && b.mentioned(i, within) {
			b.take(-1, i, within)
		}
	}
}

// givePlace gives a new body the place of another of the same person's, whose name
// ends likewise: Đảng ủy and Ủy ban nhân dân of one ward.
func (s *settling) givePlace(x *holding, p *person) {
	b := s.bodies.list[x.body]
	for _, y := range p.posts {
		if y.body < 0 || y == x {
			continue
		}
		other := s.bodies.list[y.body]
		if where := other.Place.Full(); strings.HasSuffix(b.Name, " "+where) {
			b.Place = other.Place
			b.ID += strings.TrimPrefix(other.ID, viet.CountryID(other.Country, other.Name))
			return
		}
	}
}

// newBody gives a body of a state, as the lexicon has it or by its name alone.
func (s *settling) newBody(state, name string) *finding.Body {
	begins, rest := s.kinds.cut(name)
	if begins.kind != "" {
		name = strings.TrimSpace(begins.words + " " + rest)
	}
	b := &finding.Body{ID: viet.CountryID(state, name), Name: name, Country: state, Kind: begins.kind}
	if a := s.agencies[state+" "+viet.PhraseKey(name)]; a != nil {
		b.Entry, b.Own, b.Name, b.Kind, b.ID = a, true, a.Name, a.Kind, viet.CountryID(state, a.Name)
		if a.Parent != "" {
			b.Parent = viet.CountryID(state, a.Parent)
		}
	}
	return b
}

// nameOwner writes the name of a unit with that of the body behind it in its post: trưởng phòng quản lý dịch
// bệnh, | Chi cục Chăn nuôi và Thú y A.
func (s *settling) nameOwner(x *holding) {
	first, _, more := strings.Cut(x.name, " ")
	if !more || !s.kinds[viet.PhraseKey(first)].unit {
		return
	}
	if up := s.ownerIn(x); up != nil && !strings.HasSuffix(x.name, " "+up.Name) {
		x.name += " " + up.Name
	}
}

// ownerIn gives the body named in a post behind that of the post.
func (s *settling) ownerIn(x *holding) *finding.Body {
	within := stretch(x.office)
	within.From = x.where.To
	for i, up := range s.bodies.list {
		if s.bodies.mentioned(i, within) {
			return up
		}
	}
	return nil
}

// giveOwner gives a new body the one behind it in its post, of which it is part, and
// its id: Trưởng phòng Tài nguyên nước thuộc | Sở Tài nguyên và Môi trường tỉnh A.
func (s *settling) giveOwner(x *holding) {
	b, up := s.bodies.list[x.body], s.ownerIn(x)
	if up == nil {
		return
	}
	b.Owner, b.Parent, b.Place = up, up.ID, up.Place
	if !strings.HasSuffix(b.Name, " "+up.Name) {
		b.ID += "-" + up.ID[strings.IndexByte(up.ID, '/')+1:]
	}
}

// named tells whether the name of a body of a state says more than its kind: Phòng Nội vụ, Đội
// 4, not Tỉnh ủy, nor đội tuần tra or Ban Chỉ đạo Trung ương.
func (s *settling) named(name, country string) bool {
	if a := s.agencies[country+" "+viet.PhraseKey(name)]; a != nil && len(a.Of) == 0 {
		return true // Đảng ủy Bộ đội Biên phòng, which is the beginning of those of provinces, too
	}
	begins, rest := s.kinds.cut(name)
	if begins.kind == "" {
		return false
	}
	if _, vague := s.kinds[viet.PhraseKey(rest)]; vague {
		return false
	}
	if begins.placed && strings.Contains(rest, " ") {
		return true // Ban Chỉ đạo phòng, chống lãng phí
	}
	return strings.ContainsFunc(rest, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) })
}

// head is what the names of some bodies begin with, and their kind: "" for the words
// of levels and of the whole state. A committee is named by what it is for.
type head struct {
	words, kind string
	placed      bool
	short       bool // words stand for letters: Phòng TN&MT
	unit        bool // only with the body that it is of: Phòng
}

// kinds are those beginnings by their lookup keys.
type kinds map[string]head

// newKinds learns them from the bodies of the lexicon, and from the heads by which
// others are named.
func newKinds(lex *lexicon.Lexicon) kinds {
	k := kinds{}
	add := func(words, kind string) { k[viet.PhraseKey(words)] = head{words: words, kind: kind} }
	for _, words := range lex.Posts.Bodies.State {
		add(words, "department")
	}
	for _, words := range lex.Posts.Bodies.Parties {
		add(words, "party")
	}
	for i := range lex.Agencies {
		words, slot := lex.Agencies[i].Slot()
		if slot != "" || len(lex.Agencies[i].Of) > 0 {
			add(words, lex.Agencies[i].Kind)
			for _, alias := range lex.Agencies[i].ShortForms() { // Bộ CHQS, which is no ministry
				k[viet.PhraseKey(alias)] = head{words: words, kind: lex.Agencies[i].Kind, short: true}
			}
		}
	}
	for i := range lex.Forms.Heads {
		h := &lex.Forms.Heads[i]
		k[viet.PhraseKey(h.Word)] = head{words: h.Word, kind: h.Kind, placed: h.Placed, unit: h.Unit}
	}
	for _, l := range lex.Forms.Levels {
		add(l.Word, "")
	}
	for _, word := range lex.Forms.Central {
		add(word, "")
	}
	return k
}

// inFull writes the letters of what a body is for in full: Phòng TN&MT.
func (k kinds) inFull(name string) string {
	begins, rest := k.cut(name)
	if !begins.short {
		return name
	}
	return strings.TrimSpace(begins.words + " " + rest)
}

// cut cuts the longest beginning that is known off a name; none is one without kind.
func (k kinds) cut(name string) (begins head, rest string) {
	words := strings.Fields(name)
	for n := len(words); n > 0; n-- {
		if h, known := k[viet.PhraseKey(strings.Join(words[:n], " "))]; known {
			return h, strings.Join(words[n:], " ")
		}
	}
	return head{}, name
}

// add lists a body and gives its index.
func (b *bodies) add(body *finding.Body) int {
	b.list, b.keys = append(b.list, body), append(b.keys, "")
	return len(b.list) - 1
}

// mentioned tells whether a body is named inside a stretch.
func (b *bodies) mentioned(body int, within finding.Stretch) bool {
	return slices.ContainsFunc(b.list[body].Mentions, func(m finding.Mention) bool { return inside(m, within) })
}

// take gives a body, -1 for none, those mentions of another that lie inside a stretch.
func (b *bodies) take(to, from int, within finding.Stretch) {
	less := *b.list[from]
	less.Mentions = nil
	for _, m := range b.list[from].Mentions {
		switch {
		case !inside(m, within):
			less.Mentions = append(less.Mentions, m)
		case to >= 0:
			b.mention(to, m.Stretch)
		}
	}
	b.list[from] = &less
	delete(b.places, from)
}

// mention adds a mention to a body, once.
func (b *bodies) mention(body int, at finding.Stretch) {
	more := *b.list[body]
	k, known := slices.BinarySearchFunc(more.Mentions, at, func(m finding.Mention, at finding.Stretch) int { return m.Compare(at) })
	if known || at.Empty() {
		return
	}
	more.Mentions = slices.Insert(slices.Clone(more.Mentions), k, finding.Mention{Stretch: at})
	b.list[body] = &more
	delete(b.places, body)
}

func inside(m finding.Mention, within finding.Stretch) bool {
	return m.Text == within.Text && within.From <= m.From && m.To <= within.To
}

// stretch gives where a post stands.
func stretch(o *phrase.Office) finding.Stretch {
	return finding.Stretch{Text: o.Text.Number, From: o.From, To: o.To}
}

// capital writes the first letter of a name large.
func capital(name string) string {
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r)) + name[n:]
}

// small writes the first letter of a name small.
func small(name string) string {
	r, n := utf8.DecodeRuneInString(name)
	if n == 0 {
		return ""
	}
	return string(unicode.ToLower(r)) + name[n:]
}
