package date

import (
	"slices"

	"github.com/boctin/boctin/normalize/reading"
	"github.com/boctin/boctin/normalize/viet"
)

// text is one field of an article with the roles of its tokens.
type text struct {
	tokens
	words
	sheet
}

// sheet is the roles of the tokens of a text.
type sheet struct {
	roles  []roles // by token: those of the phrases that start there, and of figures
	blocks blocks
}

// sheets are those of the texts of an article.
type sheets []sheet

// memory gives that of the sheet of another article in the place of the next one.
func (s sheets) memory() (old sheet) {
	if n := len(s); n < cap(s) {
		old = s[:n+1][n]
	}
	return old
}

// read notes the roles of each token, in the memory of another text.
func (x *text) read(t *reading.Text, memory sheet) {
	x.tokens, x.sheet = tokens{t}, memory
	x.roles = slices.Grow(x.roles[:0], len(t.Tokens))[:len(t.Tokens)]
	x.blocks = x.blocks.forTokens(len(t.Tokens))
	for i := range t.Tokens {
		r := *x.phrases.At(t, i)
		switch {
		case t.Is(i, reading.Figures|reading.Large):
			r = r.with(x.figures(i))
		case t.Is(i, reading.Slash|reading.Dash|reading.Stop):
			r = r.with(ofSign)
		}
		x.roles[i] = r
		x.blocks[i/blockOf] = x.blocks[i/blockOf].with(r)
	}
}

// figures gives the roles of a number, and of a word that ends with one.
func (x tokens) figures(i int) roles {
	switch tok := x.Tok(i); {
	case !isDigit(x.Src[tok.End-1]):
		return roles{}
	case tok.Kind != viet.Number:
		return ofCode // T9
	case tok.End-tok.Start <= 2:
		return ofShort
	case tok.End-tok.Start == 4:
		return ofLong
	}
	return ofFigure
}

// The roles of tokens with figures.
var (
	ofSign   = rolesOf(wSign)
	ofCode   = rolesOf(wCode)
	ofFigure = rolesOf(wFigure)
	ofShort  = rolesOf(wFigure, wShort)
	ofLong   = rolesOf(wFigure, wLong)
)

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// is tells whether a phrase of one of the roles starts at token i.
func (x *sheet) is(i int, list ...role) bool {
	if uint(i) >= uint(len(x.roles)) {
		return false
	}
	set := x.roles[i]
	for _, r := range list {
		if set.has(r) {
			return true
		}
	}
	return false
}

// plays tells whether a phrase of the role starts at token i.
func (x *sheet) plays(i int, r role) bool { return uint(i) < uint(len(x.roles)) && x.roles[i].has(r) }

// find gives the value and length of the longest phrase of the role that
// starts at token i; with exact > 0, of the phrase of exactly that length.
func (x *text) find(i int, r role, exact int) (value, n int) {
	if !x.plays(i, r) {
		return 0, 0
	}
	return x.longest(i, x.kind(r), exact)
}

// longest is find where a phrase of the kind starts.
func (x *text) longest(i int, kind reading.Kind, exact int) (value, n int) {
	list := x.At(i)
	for k := len(list) - 1; k >= 0; k-- {
		if m := &list[k]; m.Kind == kind && (exact == 0 || int(m.Len) == exact) {
			return int(m.Value), int(m.Len)
		}
	}
	return 0, 0
}

// skip gives the token after the longest phrase of the role that starts at
// token i, i itself where there is none.
func (x *text) skip(i int, r role) int {
	_, n := x.find(i, r, 0)
	return i + n
}

// longestWords bounds how far back a phrase before a date is looked for.
const longestWords = 4

// before gives the value and start of the longest phrase of the role that ends
// just before token i; the start is i where there is none.
func (x *text) before(i int, r role) (value, start int) {
	for n := min(longestWords, i); n >= 1; n-- {
		if !x.plays(i-n, r) {
			continue
		}
		if v, length := x.find(i-n, r, n); length == n {
			return v, i - n
		}
	}
	return 0, i
}

// follows tells whether a phrase of one of the roles ends just before token i.
func (x *text) follows(i int, list ...role) bool {
	for _, r := range list {
		if _, start := x.before(i, r); start < i {
			return true
		}
	}
	return false
}

// behind gives the nearest token before i, in its sentence and so many tokens
// away at most, at which a phrase of the role starts; i where there is none.
func (x *text) behind(i, reach int, r role) int {
	for k := i - 1; k >= max(0, i-reach) && x.Tokens[k].Sentence == x.Tok(i).Sentence; k-- {
		if x.plays(k, r) {
			return k
		}
	}
	return i
}

// closed tells whether nothing that could be counted follows.
func (x *text) closed(i int) bool {
	return x.Tok(i).Kind == viet.Punct || !x.near(i) || x.is(i, wUntil)
}

// halts tells whether the clause or the line ends before token i.
func (x tokens) halts(i int) bool { return x.isMark(i, ",.;:)") || !x.near(i) }

// The values of the words that point: from the document date, from the date
// named before, or two units away.
const (
	fromText = 1 + iota
	twoAway
)

// pointer reads này 0, trước -1 or tới +1 after a unit of time, kia and "sau
// nữa" two away. The lexicon marks the words that count from the date named
// before.
func (x *text) pointer(i int, last role) (w way, next int) {
	if !x.near(i) || x.is(i, wUntilNow) {
		return way{}, fail
	}
	for _, r := range []struct {
		role   role
		offset int
	}{{wThis, 0}, {last, -1}, {wNext, 1}} {
		v, n := x.find(i, r.role, 0)
		switch {
		case n == 0:
			continue
		case v == twoAway:
			return way{offset: 2 * r.offset}, i + n
		case x.is(i+n, wMore):
			return way{offset: 2 * r.offset}, x.skip(i+n, wMore)
		}
		return way{r.offset, v == fromText}, i + n
	}
	return way{}, fail
}

// counted tells whether a number or "nhiều" before token i makes a unit a
// duration.
func (x *text) counted(i int) bool {
	if !x.near(i) {
		return false
	}
	return x.is(i-1, wFigure, wCount, wNumber)
}

// joint reads "," and "và", then the head word if it is repeated.
func (x *text) joint(i int, head []role) (n, next int) {
	if x.isMark(i, ",") && x.joined(i+1) {
		return 0, i // 5,8 triệu
	}
	for ; n < 2 && x.is(i, wAnd); n++ {
		i = x.skip(i, wAnd)
	}
	for _, r := range head {
		if x.is(i, r) {
			return n, x.skip(i, r)
		}
	}
	return n, i
}

// restated tells whether the day itself follows: "trước đó 3 ngày, hôm 5.3".
func (x *text) restated(i int) bool {
	if !x.isMark(i, ",(") {
		return false
	}
	head := x.skip(x.skip(i+1, wHom), wDay)
	_, next := x.figure(head, 2)
	return x.isMark(next, "/-.")
}
