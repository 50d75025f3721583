package agency

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// gazetteer tells which country, region or person a text names at a token.
type gazetteer struct {
	*words
	x *reading.Text
}

// capitalised tells whether token i is a word with a capital, or a number.
func capitalised(x *reading.Text, i int) bool {
	return x.Is(i, reading.Figures|reading.Large)
}

// officeAt tells whether a title of office begins at token i that is nothing a body is for: Chủ tịch, not Cán bộ.
func officeAt(x *reading.Text, i int) bool {
	return x.Has(i, reading.Title) && !x.Has(i, reading.Field)
}

// countryBehind reads a country behind a name, short ones too: Bộ Công an Lào.
func (g *gazetteer) countryBehind(i int) (code string, n int) {
	if g.x.Is(i, reading.Break) {
		return "", 0
	}
	m, ok := g.x.Longest(i, reading.Country)
	if !ok {
		m, ok = g.x.Longest(i, reading.ShortCountry)
	}
	if ok {
		return g.country(i, m)
	}
	realm, _ := g.x.Longest(i, g.realms)
	at := i + int(realm.Len)
	if m, ok = g.x.Longest(at, reading.Country); !ok {
		return "", 0
	}
	code, n = g.country(at, m) // Chính phủ Cộng hòa Vanuatu
	return code, n + at - i
}

// countryAlone reads a country that stands for itself.
func (g *gazetteer) countryAlone(i int) (code string, n int) {
	m, ok := g.x.Longest(i, reading.Country)
	switch {
	case !ok:
	case m.Len > 1, g.officeBefore(i), g.standsAlone(i) && !g.lastName(i):
		return g.country(i, m)
	}
	return "", 0
}

// lastName tells whether what looks like a country is the last word of a name: Luís
// Montenegro.
func (g *gazetteer) lastName(i int) bool {
	return g.x.Looks(i-1, reading.FirstLarge, reading.FirstLarge|reading.Spaced) && !g.x.Is(i-1, reading.At|reading.In)
}

// country gives the country of a mark, unless what is written is another word
// that begins so.
func (g *gazetteer) country(i int, m reading.Mark) (code string, n int) {
	if !g.x.Capital(i) {
		return "", 0
	}
	if other, _ := g.x.Longest(i, reading.NotCountry); other.Len > m.Len {
		return "", 0
	}
	return g.lex.Countries[m.Value].Code, int(m.Len)
}

// longName is more bytes than a name of one syllable has: Singapore needs no
// words around it to be a country.
const longName = 6

// standsAlone refuses a short country that may be another word: Anh at the
// start of a sentence, or the first syllable of a longer name.
func (g *gazetteer) standsAlone(i int) bool {
	switch {
	case len(g.x.Word(i)) > longName:
		return true
	case g.x.Opens(i), g.continues(i):
		return false
	}
	return true
}

// longestTitle bounds the words of a title of office.
const longestTitle = 5

// officeBefore tells whether a title of office, not an envoy's, ends before token
// i: Tổng thống Mỹ.
func (g *gazetteer) officeBefore(i int) bool {
	m, ok := g.endsBefore(i, longestTitle, reading.Title)
	if !ok {
		return false
	}
	post, _ := g.Post(m)
	return !post.Envoy && !post.Weak
}

// endsBefore gives the phrase of a kind that ends just before token i and begins so many
// tokens before it at most, the shortest where there are several.
func (g *gazetteer) endsBefore(i, most int, kind reading.Kind) (reading.Mark, bool) {
	for j := i - 1; j >= max(0, i-most); j-- {
		if m, _ := g.x.Longest(j, kind); j+int(m.Len) == i {
			return m, true
		}
	}
	return reading.Mark{}, false
}

// longestCountry bounds the words of a country's name.
const longestCountry = 6

// seatsEnvoy tells whether an envoy of a state sits where token i says, which is no place that the
// text speaks of: Tổng Lãnh sự Trung Quốc tại | TP.HCM.
func seatsEnvoy(g *gazetteer, i int) bool {
	if !g.x.Is(i-1, reading.At|reading.In) {
		return false
	}
	state, named := g.endsBefore(i-1, longestCountry, reading.Country)
	if !named {
		return false
	}
	title, named := g.endsBefore(i-1-int(state.Len), longestTitle, reading.Title)
	if !named {
		return false
	}
	post, _ := g.Post(title)
	return post.Envoy
}

// capitalAt reads a seat of government abroad.
func (g *gazetteer) capitalAt(i int) (code string, n int) {
	m, _ := g.x.Longest(i, reading.Capital)
	if !g.x.Capital(i) {
		return "", 0
	}
	if code = g.lex.Countries[m.Value].Code; code == home {
		return "", 0
	}
	return code, int(m.Len)
}

// regionAt reads a region of another country at token i.
func (g *gazetteer) regionAt(i int) (*lexicon.Region, int) {
	m, _ := g.x.Longest(i, reading.Region)
	n := int(m.Len)
	if !g.x.Capital(i+n-1) || n == 1 && g.continues(i) {
		return nil, 0
	}
	return g.Words.Region(m), n
}

// continues tells whether a one-syllable name runs on in capitals.
func (g *gazetteer) continues(i int) bool {
	return g.x.Looks(i, reading.FirstLarge, reading.FirstLarge|reading.Spaced)
}

// capitals gives the end of the run of capitalised words from i on, over hyphens
// and apostrophes inside it.
func (g *gazetteer) capitals(i int) int {
	end := i
	for j := i; ; j++ {
		switch {
		case g.x.Is(j, reading.Newline|reading.Break), g.x.Is(j, reading.AllLarge):
			return end
		case g.x.Is(j, reading.Large):
			end = j + 1
		case g.hyphened(j):
			end, j = j+2, j+1
		default:
			return end
		}
	}
}

// hyphened tells whether token i joins two words without a blank: Sei-young.
func (g *gazetteer) hyphened(i int) bool {
	return g.x.Is(i, reading.Hyphen|reading.Apostrophe) && g.x.Looks(i, reading.Joined, reading.Joined|reading.Letters)
}

// surnameAt tells whether a surname stands at token i, and a word with a capital
// behind it.
func (g *gazetteer) surnameAt(i int) bool {
	return g.x.Looks(i, reading.Surname, reading.FirstLarge)
}

// inPerson tells whether a name at token i ends a person's: Bình of Đỗ Thanh
// Bình is no place, nor Hải Dương in Nguyễn Thị Hải Dương.
func (g *gazetteer) inPerson(i int) bool {
	for j := i; j > i-3 && g.continues(j-1); j-- {
		if g.x.Is(j-1, reading.Surname) {
			return true
		}
	}
	return false
}

// beginsPerson tells whether the name of tokens i to j goes on behind an honorific or a rank, as
// that of a person: ông Đồng Văn | Thanh.
func (g *gazetteer) beginsPerson(i, j int) bool { return g.continues(j-1) && calledBefore(g.x, i) }

// isPerson tells whether the name of a place below the provinces is a person's, with a surname, behind an honorific
// or a rank: đồng chí | Mai Sơn.
func isPerson(g *gazetteer, s *sight) bool {
	switch {
	case s.level != nil, s.Level <= lexicon.ProvinceLevel, !g.surnameAt(s.from):
		return false
	}
	return calledBefore(g.x, s.from)
}

// calledBefore tells whether an honorific or a rank ends before token i.
func calledBefore(x *reading.Text, i int) bool {
	const longest = 3 // tokens of an honorific
	for n := 1; n <= longest; n++ {
		honorific, _ := x.Longest(i-n, reading.Honorific)
		rank, _ := x.Longest(i-n, reading.Rank)
		if max(int(honorific.Len), int(rank.Len)) == n {
			return true
		}
	}
	return false
}

// isRoman tells whether a word is a number in Roman figures.
func isRoman(s string) bool {
	return strings.Trim(s, "IVX") == ""
}

// figure tells whether token i is a number, in figures or Roman, behind a blank.
func (g *gazetteer) figure(i int) bool {
	if !g.x.Is(i, reading.Spaced) {
		return false
	}
	return g.x.Is(i, reading.Figures) || isRoman(g.x.Word(i))
}
