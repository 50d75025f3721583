package phrase

import (
	"iter"

	"github.com/boctin/boctin/normalize/arena"
	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// Text is one text of an article with the bodies that were found in it.
type Text struct {
	*reading.Text
	*Grammar
	spots    spots
	Number   int             // of the text within the article
	Headline *Text           // the first text of the article
	Bodies   []*finding.Body // of the article
	last     Office          // that was read last
	told     Office          // likewise, of those with a word such as chức vụ before them
	aside    []*Mention      // persons named within the post of another
	before   *Mention        // who was named last before the phrase that is read
	Loose    []Office        // posts that stand without a person
	Plural   []Office        // posts of several: hai cựu cục trưởng
	memory   *Memory
}

// Memory is what one phrase leaves to the next. Only one goroutine may use it.
type Memory struct {
	items    []item
	next     item
	pending  []piece
	named    []*Mention
	texts    arena.Arena[Text]
	mentions arena.Arena[Mention]
	offices  arena.Arena[Office]
	spots    []spots   // of each text
	unread   []*Office // for posts that are to be read
}

// Clear leaves the memory to the next article: what was found is good no more.
func (m *Memory) Clear() {
	m.texts.Clear()
	m.mentions.Clear()
	m.offices.Clear()
	clear(m.named[:cap(m.named)])
	for i := range m.spots {
		if cap(m.spots[i]) > keptSpots {
			m.spots[i] = nil
		}
	}
}

// keptSpots is how many mentions of bodies a text may have whose memory the next one uses.
const keptSpots = 1 << 12

// office gives a post to be read.
func (m *Memory) office() *Office {
	last := len(m.unread) - 1
	if last < 0 {
		return new(Office)
	}
	o := m.unread[last]
	m.unread = m.unread[:last]
	return o
}

// was gives a post that was read, and its memory to the next.
func (m *Memory) was(o *Office) Office {
	read := *o
	*o = Office{}
	m.unread = append(m.unread, o)
	return read
}

// Keep gives a mention that is good as long as its text.
func Keep(m Mention) *Mention {
	kept := m.Text.memory.mentions.New()
	*kept = m
	return kept
}

// Texts lays the bodies of an article over its texts.
func (g *Grammar) Texts(r *reading.Reading, bodies []*finding.Body, memory *Memory) []*Text {
	spots := memory.lay(len(r.Texts), bodies)
	texts := make([]*Text, len(r.Texts))
	for i, t := range r.Texts {
		texts[i] = memory.texts.New()
		*texts[i] = Text{Text: t, Grammar: g, spots: spots[i], Number: i, Bodies: bodies, memory: memory}
		texts[i].Headline = texts[0]
	}
	return texts
}

// Body gives the longest body that is named from token i on.
func (t *Text) Body(i int) (Spot, bool) { return t.spots.at(i) }

// InBody tells whether token i lies inside the name of a body.
func (t *Text) InBody(i int) bool { return t.spots.cover(i) }

// word gives the longest phrase of the grammar that starts at token i and the
// number of its tokens, 0 if there is none.
func (t *Text) word(i int) (word, int) {
	w := t.words.At(t.Text, i)
	return *w, int(w.Len)
}

// longestWord is more tokens than any phrase has.
const longestWord = 1 << 16

// wordUnder gives the longest phrase at token i that has fewer tokens than limit.
func (t *Text) wordUnder(i, limit int) (word, int) {
	w := t.words.At(t.Text, i)
	if int(w.Len) < limit {
		return *w, int(w.Len)
	}
	short := t.longest(t.At(i), limit)
	return short, int(short.Len)
}

// longest gives the longest phrase of some marks that has fewer tokens than limit.
func (g *Grammar) longest(marks []reading.Mark, limit int) (w word) {
	for _, m := range marks {
		if int(m.Len) >= limit || int(m.Kind) >= len(g.roles) {
			continue
		}
		if role := g.roles[m.Kind]; role > noWord && (m.Len > w.Len || role > w.kind) {
			w = word{kind: role, Mark: m}
		}
	}
	return w
}

// wordBefore gives the phrase of that kind that ends before token i, of so many tokens at
// most, and the number of its tokens, 0 if there is none.
func (t *Text) wordBefore(i, most int, kind wordKind) (word, int) {
	for n := most; n > 0; n-- {
		if w, k := t.word(i - n); k == n && w.kind == kind {
			return w, n
		}
	}
	return word{}, 0
}

// behindComma gives the phrase behind the comma at token i, none where no comma stands.
func (t *Text) behindComma(i int) (w word, n int) {
	if !t.Is(i, reading.Comma) {
		return w, 0
	}
	return t.word(i + 1)
}

// link gives the tokens of a connective at token i, 0 if none of that sort stands
// there.
func (t *Text) link(i int, l link) int {
	if w, n := jointAt(t, i); w.isLink(l) {
		return n
	}
	return 0
}

// jointAt gives the phrase at token i without a last word with a capital, with which a title begins: giữ
// chức | Vụ trưởng.
func jointAt(t *Text, i int) (word, int) {
	w, n := t.word(i)
	if beginsTitle(t, i, n) {
		return t.wordUnder(i, n)
	}
	return w, n
}

// beginsTitle tells whether the last of n words from token i on has a capital, and the one before has none.
func beginsTitle(t *Text, i, n int) bool {
	return n > 1 && t.Looks(i+n-2, reading.Small, reading.Large)
}

// is tells whether a small word of that sort, or a phrase of it, starts at token i.
func (t *Text) is(i int, s small) bool { return t.Has(i, t.small[s]) }

// phrase gives the tokens of the longest phrase of that sort at token i.
func (t *Text) phrase(i int, s small) int {
	m, _ := t.Longest(i, t.small[s])
	return int(m.Len)
}

// Ended tells whether a phrase of that sort, of at most four tokens, ends before
// token i.
func (t *Text) ended(s small, i int) bool { return t.endedFrom(s, i) < i }

// endedFrom gives where the longest phrase begins of that sort that ends before token i, i where
// none does.
func (t *Text) endedFrom(s small, i int) int {
	const longest = 4
	for n := longest; n > 0; n-- {
		if t.is(i-n, s) && t.phrase(i-n, s) == n {
			return i - n
		}
	}
	return i
}

// State gives the state named at token i, with a word such as Vương quốc before it or
// without, and its tokens, 0 for none.
func (t *Text) State(i int) (code string, n int) {
	const most = 3 // words before the name: nước Cộng hòa
	at := i
	for range most {
		if code, n = t.stateNamed(at); n > 0 {
			return code, at + n - i
		}
		before := t.phrase(at, realm)
		if before == 0 {
			break
		}
		at += before
	}
	return "", 0
}

// stateNamed gives the state named at token i and its tokens, 0 for none.
func (t *Text) stateNamed(i int) (code string, n int) {
	m, ok := t.Longest(i, reading.Country)
	switch last := i + int(m.Len) - 1; {
	case !ok, !t.Capital(i) && !t.Capital(last), namedLike(t, i, int(m.Len)):
		return "", 0
	}
	if no, _ := t.Longest(i, reading.NotCountry); no.Len > m.Len {
		return "", 0
	}
	return t.lex.Countries[m.Value].Code, int(m.Len)
}

// namedLike tells whether a person's name begins at token i with a syllable that is
// also a state: Úc Kim Lẹ, not Úc Marise Payne.
func namedLike(t *Text, i, n int) bool {
	if n > 1 || !t.surname(i) {
		return false
	}
	return t.ourGiven(i+1) && t.ourGiven(i+2)
}

// ourGiven tells whether token i is a syllable of a Vietnamese name.
func (t *Text) ourGiven(i int) bool { return t.Capital(i) && !t.Foreign(i) }

// Region gives the state of a province or city abroad at token i, with the word of
// its level or without, and its tokens.
func (t *Text) Region(i int) (code string, n int) {
	m, ok := t.Longest(i, reading.Region)
	if !ok {
		n = t.phrase(i, levelAbroad)
		if m, ok = t.Longest(i+n, reading.Region); !ok {
			return "", 0
		}
	}
	n += int(m.Len)
	if t.Looks(i+n, reading.Hyphen|reading.Joined) {
		return "", 0 // hạt Miami-Dade
	}
	return t.Words.Region(m).Country, n
}

// place gives the province or district named at token i and its tokens.
func (t *Text) place(i int) (found *lexicon.Place, n int) {
	t.Each(i, reading.Place, func(m reading.Mark) {
		for _, k := range t.Places(m) {
			if p := &t.lex.Places[k]; p.Level <= lexicon.DistrictLevel {
				found, n = p, int(m.Len)
				return
			}
		}
	})
	return found, n
}

// level gives the tokens of the word of a level at token i, with the full stop of
// a short one.
func (t *Text) level(i int) int {
	m, ok := t.Longest(i, reading.Level)
	if !ok {
		return 0
	}
	n := int(m.Len)
	if t.Looks(i+n, reading.Stop|reading.Joined) {
		n++
	}
	return n
}

// ahead goes over the tokens from token i on, within the sentence of the one
// before it, so many at most.
func (t *Text) ahead(i, most int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for k := i; k-i < most && t.Follows(k) && yield(k); k++ {
		}
	}
}

// back goes over the tokens of one sentence that stand before token i, the nearest
// first, so many at most.
func (t *Text) back(i, most int) iter.Seq[int] {
	sentence := t.Tok(i).Sentence
	return func(yield func(int) bool) {
		for k := i - 1; i-k <= most && t.Tok(k).Sentence == sentence && yield(k); k-- {
		}
	}
}

// Written gives the source of tokens i to j with its line breaks folded.
func (t *Text) Written(i, j int) string { return viet.FoldSpace(t.Slice(i, j)) }

// single tells whether token i is one capital letter, as in Y Thanh or K'Sor.
func (t *Text) single(i int) bool {
	return t.Is(i, reading.FirstLarge) && len([]rune(t.Word(i))) == 1
}

// shouted tells whether token i stands in a line of capitals.
func (t *Text) shouted(i int) bool {
	if !t.Is(i, reading.AllLarge) {
		return false
	}
	return t.Is(i-1, reading.AllLarge) || t.Is(i+1, reading.AllLarge) || t.single(i+1)
}

// capitals gives how many capital words stand at token i.
func (t *Text) capitals(i int) int {
	if !t.Capital(i) {
		return 0
	}
	k := i + 1
	for t.Looks(k, reading.Large|reading.Following) {
		k++
	}
	return k - i
}

// Foreign tells whether token i is no Vietnamese syllable.
func (t *Text) Foreign(i int) bool {
	if t.Tok(i).Kind != viet.Word || t.Is(i, reading.Surname|reading.RareSurname|reading.GivenName|reading.NameParticle) {
		return false
	}
	return !Syllable(t.Word(i))
}

// surname tells whether token i may be a surname.
func (t *Text) surname(i int) bool { return t.Is(i, reading.Surname|reading.RareSurname) }

// Key is the lookup key of token i.
func (t *Text) Key(i int) string { return viet.Key(t.Word(i)) }

// Spells tells whether the words of a name, which are lookup keys, stand at token i.
func (t *Text) Spells(i int, words []string) bool {
	for k, w := range words {
		if t.Key(i+k) != w {
			return false
		}
	}
	return len(words) > 1
}
