package official

import (
	"strings"
	"unicode"

	"github.com/boctin/boctin/normalize/viet"
)

// manner says how sure the grammar is that a name stands here.
type manner uint8

const (
	expected manner = iota // right behind a rank, a post or an honorific
	listed                 // behind a comma or "và": only what is a name by its looks
)

// name is a person's name in the text, in tokens.
type name struct {
	from, to int
	foreign  bool // not written in Vietnamese syllables
	caps     bool // in a line of capitals
}

func (n name) words() int { return n.to - n.from }

const (
	longestName  = 6 // syllables, ethnic names included
	longestShout = 4 // syllables of a name within a line of capitals
)

// readName reads a name that starts at token i.
func (p *page) readName(i int, m manner) (name, bool) {
	if !p.mayBegin(i, m) {
		return name{}, false
	}
	if p.shouted(i) {
		return p.readShouted(i)
	}
	if p.loud(i) {
		return name{}, false
	}
	n := name{from: i, to: i + 1}
	n.foreign = p.foreign(i)
	ours := p.single(i) && p.tok(i).Gap != viet.Joined && !p.punct(i+1, ".") || ownLetters(p.text.Word(i))
	for parts := 1; parts < longestName; {
		step := p.nameStep(n)
		if step == 0 {
			step = p.overDash(n)
		}
		if step == 0 {
			break
		}
		if p.tok(n.to).Gap != viet.Joined || n.to-n.from > 2*longestName {
			parts++ // Vi-lay-vông is one
		}
		for k := n.to; k < n.to+step; k++ {
			n.foreign = n.foreign || p.tok(k).Kind == viet.Word && p.foreign(k)
			ours = ours || ownLetters(p.text.Word(k)) || p.punct(k, "'") || p.punct(k, "’")
		}
		n.to += step
	}
	n.foreign = n.foreign && !ours
	return n, p.plausible(n, m)
}

// ownLetters tells whether a word has letters that Vietnamese alone writes, as
// the names of the highlands do: Kđăm, Rơ, Kpă.
func ownLetters(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return r > unicode.MaxLatin1 && strings.ContainsRune("đăơưĐĂƠƯ", viet.Untoned(r)) || r >= 0x1ea0 && r <= 0x1ef9
	})
}

// mayBegin tells whether a name may begin at token i.
func (p *page) mayBegin(i int, m manner) bool {
	if !p.has(i) || p.tok(i).Kind != viet.Word || p.tok(i).Shape == viet.Lower || p.is(p.tok(i).ID, isNever) && !p.is(p.tok(i).ID, isSurname) {
		return false
	}
	if _, ok := p.spotAt(i); ok || p.titleAt(i) {
		return false
	}
	if _, n := p.stateAt(i); n > 1 && !p.capital(i+n) {
		return false
	}
	return m == expected || p.is(p.tok(i).ID, isSurname) || p.abroad(i) || p.single(i)
}

// abroad tells whether one of the capital words from token i on is foreign.
func (p *page) abroad(i int) bool {
	for k := i; k < i+3 && p.capital(k) && (k == i || p.follows(k)); k++ {
		if p.foreign(k) {
			return true
		}
	}
	return false
}

// namedAt tells whether a person's name is likelier at token i than the rest of
// an agency's.
func (p *page) namedAt(i int) bool {
	return p.is(p.tok(i).ID, isSurname) && p.capital(i+1) || p.single(i) || p.abroad(i) || p.shouted(i)
}

// titleAt tells whether a rank, a post or an honorific of two syllables or more
// starts at token i.
func (p *page) titleAt(i int) bool {
	if !p.is(p.tok(i).ID, startsWord) {
		return false
	}
	w, n := p.words.Longest(p.text, i)
	return n > 1 && (w.kind == rankWord || w.kind == postWord || w.kind == honorificWord || w.kind == formerWord)
}

// single tells whether token i is one capital letter, as in Y Thanh or K'Sor.
func (p *page) single(i int) bool {
	t := p.tok(i)
	return t.Shape == viet.Title && len([]rune(p.text.Word(i))) == 1
}

// nameStep gives how many tokens the name goes on with, 0 at its end.
func (p *page) nameStep(n name) int {
	i := n.to
	if !p.follows(i) {
		return 0
	}
	t := p.tok(i)
	switch {
	case t.Gap == viet.Joined:
		return p.joinedStep(n)
	case t.Kind != viet.Word:
		return 0
	case t.Shape == viet.Lower:
		return p.particles(n)
	case t.Shape == viet.Upper && !p.single(i) && !roman(p.text.Word(i)):
		return 0
	}
	if _, ok := p.spotAt(i); ok || p.titleAt(i) {
		return 0
	}
	if _, k := p.stateAt(i); k > 1 && n.words() == 1 && !p.capital(i+k) {
		return 0 // Hội thánh Tin Lành Việt Nam
	}
	if p.is(t.ID, isNever) && !p.is(t.ID, isGiven) && !p.is(t.ID, isSurname) && !(n.words() == 2 && (p.middle(i-1) || p.closes(i+1))) {
		return 0
	}
	return 1
}

// overDash gives the tokens of a dash and the word behind it inside the name of a
// Lao: Khăm Pheng – Xay Sổm Pheng, Tỉnh trưởng ….
func (p *page) overDash(n name) int {
	i := n.to + 1
	if n.words() < 2 || n.foreign || p.is(p.tok(n.from).ID, isSurname) || !p.dash(n.to) || !p.follows(n.to) || !p.follows(i) || !p.capital(i) {
		return 0
	}
	run := p.run(i)
	if run > 4 || !p.punct(i+run, ",") || p.titleAt(i) || p.is(p.tok(i).ID, startsBody|isSurname) || p.foreign(i) {
		return 0
	}
	if _, ok := p.spotAt(i); ok {
		return 0
	}
	return 2
}

// closes tells whether nothing that a title could go on with stands at token i:
// ông Hồ Chánh Giám | – Đại biểu ….
func (p *page) closes(i int) bool {
	return !p.follows(i) || p.tok(i).Kind == viet.Punct
}

// particles gives the tokens of von der Leyen, 0 where no capital follows.
func (p *page) particles(n name) int {
	i := n.to
	for i-n.to < 3 && p.follows(i) && p.is(p.tok(i).ID, isParticle) && p.tok(i).Shape == viet.Lower {
		i++
	}
	if i == n.to || !n.foreign || !p.follows(i) || !p.capital(i) {
		return 0
	}
	return i + 1 - n.to
}

// joinedStep goes on over a hyphen, an apostrophe or the full stop of an initial.
func (p *page) joinedStep(n name) int {
	i := n.to
	if !p.has(i+1) || p.tok(i+1).Kind != viet.Word {
		return 0
	}
	next := p.tok(i + 1)
	switch p.text.Word(i) {
	case "-", "'", "’", "‘", "`":
		if next.Gap == viet.Joined && !p.loud(i+1) {
			return 2
		}
	case ".":
		initial := p.single(i-1) || p.text.Word(i-1) == "Jr"
		if initial && next.Shape != viet.Lower && p.tok(i+1).Sentence == p.tok(i).Sentence && !p.is(p.tok(n.from).ID, isSurname) {
			return 2
		}
	}
	return 0
}

// plausible judges a name as a whole.
func (p *page) plausible(n name, m manner) bool {
	first := p.tok(n.from)
	switch {
	case n.words() == 1 && m == listed:
		return false
	case n.words() == 1 && p.single(n.from):
		return false
	case m == listed && !n.foreign && !p.is(first.ID, isSurname) && !p.single(n.from):
		return false
	}
	if _, k := p.stateAt(n.from); k == n.words() && k > 1 {
		return false
	}
	if _, k := p.places.Longest(p.text, n.from); m == listed && k == n.words() {
		return false
	}
	if _, k := p.capitals.Longest(p.text, n.from); m == listed && k == n.words() {
		return false
	}
	return true
}

// shouted tells whether token i stands in a line of capitals.
func (p *page) shouted(i int) bool {
	t := p.tok(i)
	if t.Shape != viet.Upper || p.single(i) {
		return p.single(i) && p.has(i+1) && p.loud(i+1) && i > 0 && p.loud(i-1)
	}
	return i > 0 && p.loud(i-1) || p.has(i+1) && p.loud(i+1)
}

func (p *page) loud(i int) bool {
	return p.tok(i).Kind == viet.Word && p.tok(i).Shape == viet.Upper && !p.single(i)
}

// readShouted reads a name in a line of capitals, where nothing marks its end:
// a surname and what may be given names.
func (p *page) readShouted(i int) (name, bool) {
	if !p.is(p.tok(i).ID, isSurname) {
		return name{}, false
	}
	n := name{from: i, to: i + 1, caps: true}
	for n.words() < longestShout && p.follows(n.to) && p.loud(n.to) && p.tok(n.to).Gap != viet.Joined && p.is(p.tok(n.to).ID, isGiven) && !p.titleAt(n.to) {
		n.to++
	}
	if n.words() == longestShout && p.tok(n.from+1).ID != 0 && !p.middle(n.from+1) {
		n.to--
	}
	return n, n.words() > 1
}

// middle tells whether token i is a middle name after which two more follow.
func (p *page) middle(i int) bool { return p.is(p.tok(i).ID, isMiddle) }

// foreign tells whether token i is no Vietnamese syllable.
func (p *page) foreign(i int) bool {
	t := p.tok(i)
	if t.Kind != viet.Word || p.is(t.ID, isSurname) || p.is(t.ID, isGiven) || p.is(t.ID, isParticle) {
		return false
	}
	return !syllable(p.text.Word(i))
}

func roman(s string) bool { return strings.Trim(s, "IVX") == "" }

// The parts of Vietnamese syllables, the longer onsets first: closed nuclei may
// stand before a coda, open ones end the syllable.
var (
	onsets = []string{"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"}
	codas  = []string{"ch", "ng", "nh", "c", "m", "n", "p", "t"}
	closed = set("a ă â e ê i o ô ơ u ư y iê oa oă oe uâ uê uô ươ uy uyê yê")
	open   = set("ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ui uơ ưa ưi ưu iêu oai oay oeo uây uôi uya ươi ươu yêu uyu oao")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// syllable tells whether a word is built as Vietnamese syllables are.
func syllable(word string) bool {
	s := plain(word)
	for _, o := range onsets {
		if rest, ok := strings.CutPrefix(s, o); ok {
			if rhyme(rest) || o == "gi" && (rest == "" || rhyme("i"+rest)) {
				return true
			}
		}
	}
	return rhyme(s)
}

func rhyme(s string) bool {
	if closed[s] || open[s] {
		return true
	}
	for _, c := range codas {
		if rest, ok := strings.CutSuffix(s, c); ok && closed[rest] {
			return true
		}
	}
	return false
}

// plain lowers a word and takes its tone off, the marks of vowels stay.
func plain(word string) string {
	return strings.Map(func(r rune) rune {
		return viet.Untoned(unicode.ToLower(r))
	}, word)
}
