package event

import (
	"cmp"
	"math"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// item is a stretch of tokens that hangs together: a finding, a phrase of the
// lexicon, or a token.
type item struct {
	*word           // what the lexicon says of it; never nil
	classes         // what it is here
	from, to int    // tokens
	of       int    // index of the official, agency or date
	land     string // code of the state that the words behind an office name
	bodies   []int  // agencies inside it
	role     bool   // a person who leads a delegation
}

func (x *item) is(c classes) bool { return x.classes&c != 0 }

// state is the code of the state that the item names.
func (x *item) state() string { return cmp.Or(x.land, x.code) }

// takeBodies lets the item hold the agencies of another.
func (x *item) takeBodies(y *item) {
	x.bodies = append(x.bodies[:len(x.bodies):len(x.bodies)], y.bodies...)
}

// cutter cuts a text into items.
type cutter struct {
	*words
	text  *reading.Text
	marks []mark // the findings from the token to come on
}

// cut appends the items of a text with its findings to a list.
func (w *words) cut(list []item, text *reading.Text, marks []mark) []item {
	c := &cutter{w, text, marks}
	for i := 0; i < len(text.Tokens); {
		list = append(list, item{})
		x := &list[len(list)-1]
		c.item(x, i)
		i = x.to
	}
	return list
}

// none is a finding behind every text.
var none = mark{from: math.MaxInt}

// finding gives the first finding that begins at token i or behind it.
func (c *cutter) finding(i int) *mark {
	for len(c.marks) > 0 {
		m := &c.marks[0]
		if m.from < i && m.to > i && m.kind == isPerson {
			m.from = i // behind the phrase that took its first words: Phủ Chủ tịch, Chủ tịch nước A
		}
		switch {
		case m.from >= i:
			return m
		case m.to > i && m.kind == isPerson:
			return &none
		}
		c.marks = c.marks[1:]
	}
	return &none
}

// item reads the item that begins at token i: a finding, unless a phrase there is
// longer, or a phrase that no finding cuts short, or the token.
func (c *cutter) item(x *item, i int) {
	m, p := c.finding(i), c.longest(c.text, i, math.MaxInt)
	switch {
	case m.from == i && m.to-i >= p.n:
		m.item(x, &p)
		return
	case p.n > 1 && p.is(isPlaceHead) && capital(c.text, i):
		x.word, x.classes, x.from, x.to = &nothing, isPlaceHead|isName|p.classes&isPlace, i, i+p.n
		if p.is(isPlace) || p.word.frame&(memorial|gateway) != 0 {
			x.word = p.word // Hà Nội; Tượng đài | Chủ tịch A
		}
		return
	case m.from < i+p.n && m.to >= i+p.n && m.kind == isBody && p.is(isOffice):
		x.word, x.classes, x.from, x.to, x.bodies = p.word, p.classes, i, m.to, []int{m.of} // Trưởng phòng Tham mưu
		return
	case m.from < i+p.n:
		p = c.longest(c.text, i, m.from-i)
	case c.endsInOffice(i, &p):
		p = c.longest(c.text, i, p.n-1)
	}
	switch {
	case p.noun != nil && p.noun.Capital && !capital(c.text, i):
		x.word, x.classes, x.from, x.to = &nothing, isLower, i, i+p.n
	case p.n == 0, p.is(isPlace) && !capital(c.text, i), c.onlyNamed(i, &p):
		x.word, x.classes, x.from, x.to = &nothing, c.shape(i), i, i+1
	case p.classes == isLower && p.word.frame&fields != 0 && capital(c.text, i):
		x.word, x.classes, x.from, x.to = p.word, isName, i, i+p.n // Trung tâm | Dịch vụ việc làm
	default:
		x.word, x.classes, x.from, x.to = p.word, p.classes, i, i+p.n
	}
}

// endsInOffice tells whether the title of an office begins at the last word of a phrase and goes on behind
// it: bầu A làm | Chủ tịch, which is no "làm chủ"; giữ chức | Vụ trưởng, but giữ chức vụ trưởng phòng.
func (c *cutter) endsInOffice(i int, p *phrase) bool {
	last := i + p.n - 1
	if last <= i || !p.is(isPlain) && (!capital(c.text, last) || capital(c.text, last-1)) {
		return false
	}
	office := c.longest(c.text, last, math.MaxInt)
	return office.n > 1 && office.is(isOffice)
}

// item makes an item of a finding at which a phrase begins.
func (m *mark) item(x *item, p *phrase) {
	x.word, x.classes, x.from, x.to, x.of = &nothing, m.kind, m.from, m.to, m.of
	if m.kind == isBody {
		x.bodies = []int{m.of}
	}
	if m.inner >= 0 && p.n > 0 && p.word.frame&standing != 0 {
		x.bodies = []int{m.of, m.inner} // Thường trực | Tỉnh ủy: what it does, that has done
	}
}

// onlyNamed tells whether a phrase is no word of an event: a syllable with a capital,
// or a verb with one, that is part of a name (ông Lê Văn Ký, Thi đua-Khen thưởng), or an
// occasion that should have one.
func (c *cutter) onlyNamed(i int, p *phrase) bool {
	t := c.text
	switch {
	case !capital(t, i):
		return false
	case t.Opens(i), p.is(capitals), p.n > 1 && !p.is(isVerb|isPart|isReport|isWish):
		return false
	case p.is(isHolding):
		office := c.longest(t, i+p.n, math.MaxInt)
		return !office.is(isOffice) // Quyền Bí thư
	}
	return t.Tokens[i-1].Kind == viet.Word || t.Tokens[i].Gap == viet.Joined || !t.Opens(i-1) && t.Is(i-1, reading.Dash)
}

// capitals are what may be written with a capital inside a sentence.
const capitals = isNoun | isPlace | isPlaceHead | isOffice | isRank | isGroup | isTerm

func (c *cutter) shape(i int) classes {
	switch t := &c.text.Tokens[i]; {
	case t.Kind == viet.Number:
		return isNumber
	case c.text.Is(i, reading.Comma):
		return isComma
	case c.text.Is(i, reading.Colon):
		return isMark | isColon
	case t.Kind == viet.Punct:
		return isMark
	case t.Shape == viet.Lower:
		return isLower
	}
	return isName
}

// mostItems: a sentence is read in pieces of at most so many items; what is longer was
// not written by a person.
const mostItems = 400

// lines cuts the items of the page into sentences, and joins in each what belongs to
// one person or body.
func (p *page) cutLines(list []line, items []item) []line {
	tokens := p.text.Tokens
	for lo := 0; lo < len(items); {
		hi, end := lo+1, min(len(items), lo+mostItems)
		for sentence := tokens[items[lo].from].Sentence; hi < end && tokens[items[hi].from].Sentence == sentence; {
			hi++
		}
		l := line{page: p, index: len(list), items: items[lo:hi]}
		l.absorb()
		recall(&l, list)
		list = append(list, l)
		lo = hi
	}
	return list
}
