package agency

import (
	"strings"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// levels is a set of administrative levels.
type levels [lexicon.CommuneLevel + 1]bool

// anyLevel accepts places of every level.
var anyLevel = levels{false, true, true, true}

// provinceLevel accepts provinces alone.
var provinceLevel = levels{lexicon.ProvinceLevel: true}

// levelWord is a word of an administrative level, or a short form of one.
type levelWord struct {
	lexicon.LevelWord
	short  bool // TP, TX: a full stop behind it belongs to it
	letter bool // Q, H, P need their full stop
}

// anyProvince stands for tỉnh and thành phố alike.
var anyProvince = &levelWord{LevelWord: lexicon.LevelWord{Type: "*", Level: lexicon.ProvinceLevel}}

// fits tells whether a place is of the type that a word of level says.
func (w *levelWord) fits(p *finding.Place) bool {
	if w == anyProvince {
		return p.Level == lexicon.ProvinceLevel
	}
	return p.Type == w.Type
}

// within tells whether a word may be of one of the levels.
func (w *levelWord) within(want levels) bool { return want[w.Level] || want[w.Also] }

// sight is a place as the text writes it: its end, the start where there is
// none, and the word of level, with or without a name behind it.
type sight struct {
	finding.Place
	from, end int
	level     *levelWord
	after     int // the token behind the word of level
}

func (s *sight) found() bool { return s.end > s.from }

// levelAt reads the word of a level; n is 0 if there is none at token i.
func (g *gazetteer) levelAt(i int) (w *levelWord, n int) {
	m, ok := g.x.Longest(i, reading.Level)
	if !ok {
		return nil, 0
	}
	w, n = &g.levels[m.Value], int(m.Len)
	stop := w.short && g.x.Is(i+n, reading.Stop)
	if w.letter && !stop {
		return nil, 0
	}
	if stop {
		n++
	}
	return w, n
}

// placeAt reads a place of one of the wanted levels from token i on.
func (g *gazetteer) placeAt(i int, want levels) sight {
	s := sight{from: i, end: i, after: i}
	w, n := g.levelAt(i)
	switch {
	case n == 0:
		s.Place, s.end = g.barePlace(i, want)
	case w.within(want):
		s.level, s.after = w, i+n
		if p, end := g.namedPlace(i+n, w); end > i+n {
			s.Place, s.end = p, end
		}
	}
	return s
}

// namedPlace reads the name behind the word of a level.
func (g *gazetteer) namedPlace(i int, w *levelWord) (p finding.Place, end int) {
	if end = i; g.x.Is(i, reading.Break) || g.x.Looks(i, reading.Figures|reading.Newline, reading.Stop) {
		return p, i // UBND phường, and the next line of a list: 3. …
	}
	if capitalised(g.x, i) {
		g.x.Each(i, reading.Place, func(m reading.Mark) {
			if m.Len == 1 && g.continues(i) && !g.surnameAt(i+1) {
				return // but TP Huế | Lê Trường Mẫu
			}
			if m.Len == 1 && g.x.Looks(i, reading.Surname, reading.Large|reading.Following, reading.Large|reading.Following) {
				return // Bí thư Đảng ủy xã | Hồ Đàm Giang
			}
			if k, only := g.pickLevel(g.Words.Places(m), w); k >= 0 && g.numbers(i, k, w) {
				p, end = g.place(k, w.Type), i+int(m.Len)
				if !only {
					p.Province = -1
				}
			}
		})
	}
	if end > i {
		return p, end
	}
	return g.unlisted(i, w)
}

// numbers tells whether a listed place may be meant where a number stands at token i: but in
// words no place of another type is, Công an huyện | 3 lần.
func (g *gazetteer) numbers(i int, k int32, w *levelWord) bool {
	return !g.x.Is(i, reading.Figures) || g.lex.Places[k].Type == w.Type
}

// pickLevel chooses among places of one name one of a word's level.
func (g *gazetteer) pickLevel(found []int32, w *levelWord) (best int32, only bool) {
	if best, only = g.pick(found, w.Level, w.Type); best < 0 {
		return g.pick(found, w.Also, w.Type)
	}
	return best, only
}

// pick chooses among places of one name: the first of that level, one of that
// type before others. Only says that all of them lie in one province.
func (g *gazetteer) pick(found []int32, level lexicon.Level, typ string) (best int32, only bool) {
	best, only = -1, true
	typed := false // best is of that type
	for _, k := range found {
		if g.ofLevel[k] != level {
			continue
		}
		switch fits := g.lex.Places[k].Type == typ; {
		case best < 0:
			best, typed = k, fits
		case typed && !fits: // another sort of place
		default:
			typed = fits
			if g.provinceOf(best) != g.provinceOf(k) {
				only = false
			}
		}
	}
	return best, only
}

// place gives a listed place, with a type of its own if need be.
func (w *words) place(k int32, typ string) finding.Place {
	p := &w.lex.Places[k]
	if typ == "" {
		typ = p.Type
	}
	return finding.Place{Index: k, Level: p.Level, Type: typ, Name: p.Name, Person: p.Person, Province: w.provinceOf(k)}
}

// provinceOf gives the province that a listed place lies in.
func (w *words) provinceOf(k int32) int32 {
	for w.lex.Places[k].Upper >= 0 {
		k = w.lex.Places[k].Upper
	}
	return k
}

// longestUnlisted bounds the words of a place's name that no list holds.
const longestUnlisted = 4

// unlisted reads a name that no list holds by its shape: capitals, or a number.
func (g *gazetteer) unlisted(i int, w *levelWord) (p finding.Place, end int) {
	p = finding.Place{Index: -1, Level: max(w.Level, w.Also), Type: w.Type, Province: -1}
	end = beforePerson(g, i, g.capitals(i))
	switch {
	case g.x.Is(i, reading.Figures) && w.Numbered:
		p.Name = strings.TrimLeft(g.x.Word(i), "0") // quận 3, phường 12
		return p, i + 1
	case end == i, end-i > longestUnlisted, g.x.Has(i, reading.Title), !g.x.Is(i, reading.Letters): // CATX|-PX13
		return p, i
	case g.x.Has(i, g.names.Kind):
		return p, i // Phó Bí thư TT Tỉnh uỷ: the short word is another's
	case end == i+1 && g.x.Is(i-1, reading.Stop):
		return p, i // HĐND TP. Đến cuối tháng: the stop ends the sentence
	case w.Level == lexicon.ProvinceLevel && w.Also == lexicon.NoLevel:
		return p, i // all provinces are listed
	case g.x.Is(i, reading.Surname) && (end > i+2 || titledBefore(g.x, i)), g.personsName(i):
		return p, i // a person's name: Lò Văn Mẫu
	}
	p.Name = g.x.Slice(i, end)
	return p, end
}

// longestSeat is how many tokens before its holder a title may stand: Chủ tịch UBND xã.
const longestSeat = 8

// personsName tells whether a name of three syllables begins at token i with a surname that is also an
// ordinary word: Lò Văn Mẫu, Giàng A Mẫu.
func (g *gazetteer) personsName(i int) bool {
	if g.x.Looks(i, reading.Large, reading.Apostrophe|reading.Joined, reading.Large|reading.Joined, reading.Large) {
		return titledBefore(g.x, i) // Chủ tịch UBND xã | H'Yim Kđoh
	}
	if !g.x.Looks(i, reading.RareSurname, reading.Large, reading.Large) {
		return false
	}
	return hasMiddle(g, i)
}

// titledBefore tells whether a title begins shortly before token i of its sentence.
func titledBefore(x *reading.Text, i int) bool {
	for j := i - 1; j > i-longestSeat && sameSentence(x, j, i); j-- {
		if x.Has(j, reading.Title) {
			return true
		}
	}
	return false
}

// hasMiddle tells whether a middle name, or a single letter, stands behind a surname at token i.
func hasMiddle(g *gazetteer, i int) bool {
	return g.x.Is(i+1, reading.MiddleName) || g.x.Is(i+1, reading.Letters) && len(g.x.Word(i+1)) == 1
}

// beforePerson gives where a name that no list holds ends before a person's of three syllables: phường
// Pleiku | Ksor Y Blang, xã Sơn Mai | Nguyễn Văn A.
func beforePerson(g *gazetteer, i, end int) int {
	for k := i + 1; k+2 < end; k++ {
		if g.x.Is(k, reading.Surname|reading.RareSurname) && hasMiddle(g, k) {
			return k
		}
	}
	return end
}

// barePlace reads a listed place without the word of its level: Công an Nghệ
// An. Below the provinces a name of one syllable is too little.
func (g *gazetteer) barePlace(i int, want levels) (p finding.Place, end int) {
	end = i
	if !capitalised(g.x, i) {
		return p, end
	}
	whole, _ := g.x.Longest(i, reading.Place)
	g.x.Each(i, reading.Place, func(m reading.Mark) {
		n := int(m.Len)
		for _, k := range g.Words.Places(m) {
			level := g.ofLevel[k]
			if level != lexicon.ProvinceLevel && m.Len < whole.Len {
				continue // Tân Sơn | Nhất
			}
			if !want[level] || level == lexicon.CommuneLevel || !g.standsBare(i, n, &g.lex.Places[k]) {
				continue
			}
			if n > end-i {
				p, end = g.place(k, ""), i+n
			}
		}
	})
	return p, end
}

// standsBare tells whether n tokens are enough to name a place above the communes
// without the word of its level.
func (g *gazetteer) standsBare(i, n int, p *lexicon.Place) bool {
	switch {
	case n < 2:
		return g.wholeName(i, p)
	case g.x.Small(i + n - 1):
		return false // Ủy ban | Hòa bình
	}
	return !p.Person
}

// wholeName tells whether a province's name of one token stands for itself:
// Huế, TPHCM.
func (g *gazetteer) wholeName(i int, p *lexicon.Place) bool {
	if p.Level != lexicon.ProvinceLevel || g.continues(i) {
		return false
	}
	return len(g.x.Word(i)) > 2 || g.x.Word(i) == hanoi
}

// hanoi is the one name of two letters that stands for a province by itself.
const hanoi = "HN"

// above reads the places over p that follow it: ", huyện Y, tỉnh Z" or "(Z)".
func (g *gazetteer) above(end int, p *finding.Place) int {
	for level := p.Level; level > lexicon.ProvinceLevel; {
		up := g.placeAbove(end, level)
		if !up.found() {
			return end
		}
		settlePlace(p, &up.Place)
		level, end = up.Level, up.end
	}
	return end
}

// placeAbove reads one place over another, behind a comma, a dash, thuộc or in
// brackets.
func (g *gazetteer) placeAbove(end int, level lexicon.Level) sight {
	i := end
	bracket := g.x.Is(end, reading.Opening)
	if !g.x.Is(end, reading.Break) && g.x.Is(end, reading.Comma|reading.Dash|reading.Opening|reading.Under) {
		i++
	}
	var want levels
	for l := lexicon.ProvinceLevel; l < level; l++ {
		want[l] = true
	}
	up := g.placeAt(i, want)
	none := sight{from: end, end: end}
	switch {
	case !up.found(), up.Level >= level:
		return none
	case !bracket:
		return up
	}
	if up.end = g.above(up.end, &up.Place); !g.x.Is(up.end, reading.Closing) {
		return none
	}
	up.end++
	return up
}

// settlePlace makes use of a place above p: the right one among those of one name.
func settlePlace(p, up *finding.Place) {
	if up.Province >= 0 {
		p.Province = up.Province
	}
}
