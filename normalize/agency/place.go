package agency

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// levelWord is a word of an administrative level, or a short form of one.
type levelWord struct {
	word  string
	typ   string
	level lexicon.Level
	also  lexicon.Level // thành phố is a district's word too
}

// levelWords is the closed set; a full stop behind a short one is read over.
var levelWords = []levelWord{
	{"tỉnh", "tỉnh", lexicon.ProvinceLevel, 0}, {"thành phố", "thành phố", lexicon.ProvinceLevel, lexicon.DistrictLevel},
	{"TP", "thành phố", lexicon.ProvinceLevel, lexicon.DistrictLevel}, {"T.P", "thành phố", lexicon.ProvinceLevel, lexicon.DistrictLevel},
	{"TPP", "thành phố", lexicon.ProvinceLevel, lexicon.DistrictLevel}, {"thành phổ", "thành phố", lexicon.ProvinceLevel, lexicon.DistrictLevel},
	{"quận", "quận", lexicon.DistrictLevel, 0}, {"huyện", "huyện", lexicon.DistrictLevel, 0}, {"thị xã", "thị xã", lexicon.DistrictLevel, 0},
	{"TX", "thị xã", lexicon.DistrictLevel, 0}, {"Q", "quận", lexicon.DistrictLevel, 0}, {"H", "huyện", lexicon.DistrictLevel, 0},
	{"xã", "xã", lexicon.CommuneLevel, 0}, {"phường", "phường", lexicon.CommuneLevel, 0}, {"thị trấn", "thị trấn", lexicon.CommuneLevel, 0},
	{"đặc khu", "đặc khu", lexicon.CommuneLevel, 0}, {"P", "phường", lexicon.CommuneLevel, 0}, {"TT", "thị trấn", lexicon.CommuneLevel, 0},
	{"huyện đảo", "huyện", lexicon.DistrictLevel, 0},
}

// site is a place as the text names it, with what is above it where known.
type site struct {
	index int32 // in Lexicon.Places, -1 if not listed
	level lexicon.Level
	typ   string
	name  string
	upper int32 // index of the province that it lies in, -1 if unknown
}

// full is the place with the word of its level: tỉnh Nghệ An.
func (s *site) full() string {
	switch {
	case s.name == "Hồ Chí Minh":
		return "Thành phố Hồ Chí Minh"
	case s.typ == "":
		return s.name
	}
	return s.typ + " " + s.name
}

// at is the bare name of the place.
func (s *site) at() string {
	if s.name == "Hồ Chí Minh" {
		return s.full()
	}
	if s.name != "" && s.name[0] <= '9' {
		return s.full()
	}
	return s.name
}

// levelAt reads the word of a level; n is 0 if there is none at token i.
func (t *tables) levelAt(x *viet.Text, i int) (w levelWord, n int) {
	w, n = t.levels.Longest(x, i)
	if n == 0 {
		return w, 0
	}
	word := x.Word(i)
	if len(w.word) <= 3 && n == 1 && word != w.word && !strings.EqualFold(word, w.word) || len(w.word) == 1 && word != w.word {
		return w, 0
	}
	if len(w.word) <= 3 && w.word == strings.ToUpper(w.word) && i+n < len(x.Tokens) && x.Tokens[i+n].ID == t.w.dot {
		n++
	} else if len(w.word) == 1 {
		return w, 0 // Q, H, P need their full stop
	}
	return w, n
}

// placeAt reads a place of one of the wanted levels from token i on; end is i
// if there is none. Level tells of a word of level without a name.
func (t *tables) placeAt(x *viet.Text, i int, want [lexicon.CommuneLevel + 1]bool) (s site, end int, w levelWord, afterWord int) {
	w, n := t.levelAt(x, i)
	if n > 0 {
		if !want[w.level] && !(w.also != 0 && want[w.also]) {
			return s, i, levelWord{}, i
		}
		if s, end := t.namedPlace(x, i+n, w); end > i+n {
			return s, end, w, i + n
		}
		return s, i, w, i + n
	}
	s, end = t.barePlace(x, i, want)
	return s, end, w, i
}

// namedPlace reads the name behind the word of a level.
func (t *tables) namedPlace(x *viet.Text, i int, w levelWord) (site, int) {
	if i >= len(x.Tokens) || x.Tokens[i].Gap == viet.Paragraph {
		return site{}, i
	}
	var s site
	end := i
	t.places.Each(x, i, func(found []int32, n int) {
		if !capitalised(x, i) || n == 1 && t.continues(x, i, n) {
			return
		}
		for _, level := range [2]lexicon.Level{w.level, w.also} {
			if k, only := t.pick(found, level, w.typ); level != 0 && k >= 0 {
				s, end = t.listed(k, w.typ), i+n
				if !only {
					s.upper = -1
				}
				return
			}
		}
	})
	if end > i {
		return s, end
	}
	return t.unlisted(x, i, w)
}

// continues tells whether a one-syllable name runs on in capitals.
func (t *tables) continues(x *viet.Text, i, n int) bool {
	return x.Tokens[i].Shape == viet.Title && i+n < len(x.Tokens) && x.Tokens[i+n].Gap == viet.Space && x.Tokens[i+n].Shape == viet.Title &&
		x.Tokens[i+n].Kind == viet.Word
}

// pick chooses among places of one name: the first of that level, one of that
// type before others. Only says that all of them lie in one province.
func (t *tables) pick(found []int32, level lexicon.Level, typ string) (best int32, only bool) {
	best, only = -1, true
	for _, k := range found {
		p := &t.lex.Places[k]
		if p.Level != level {
			continue
		}
		if best >= 0 && t.provinceOf(best) != t.provinceOf(k) && (p.Type == typ || t.lex.Places[best].Type != typ) {
			only = false
		}
		if best < 0 || p.Type == typ && t.lex.Places[best].Type != typ {
			best = k
		}
	}
	return best, only
}

func (t *tables) listed(k int32, typ string) site {
	p := &t.lex.Places[k]
	if typ == "" {
		typ = p.Type
	}
	return site{index: k, level: p.Level, typ: typ, name: p.Name, upper: t.provinceOf(k)}
}

// provinceOf gives the province that a listed place lies in.
func (t *tables) provinceOf(k int32) int32 {
	for t.lex.Places[k].Upper >= 0 {
		k = t.lex.Places[k].Upper
	}
	return k
}

// unlisted reads a name that no list holds by its shape: capitals, or a number.
func (t *tables) unlisted(x *viet.Text, i int, w levelWord) (site, int) {
	s := site{index: -1, level: w.level, typ: w.typ, upper: -1}
	if w.also != 0 {
		s.level = w.also
	}
	if x.Tokens[i].Kind == viet.Number {
		if w.typ == "quận" || w.typ == "phường" {
			s.name = strings.TrimLeft(x.Word(i), "0")
			return s, i + 1
		}
		return s, i
	}
	end := t.capitals_(x, i)
	if _, n := t.titles.Longest(x, i); n > 0 {
		return s, i
	}
	if end == i || w.typ == "tỉnh" || t.surname[x.Tokens[i].ID] && end-i >= 2 || end-i > 4 {
		return s, i // all provinces are listed; a surname begins a person's name
	}
	s.name = x.Slice(i, end)
	return s, end
}

// capitals_ gives the end of the run of capitalised words from i on, over
// hyphens and apostrophes inside it.
func (t *tables) capitals_(x *viet.Text, i int) int {
	end := i
	for j := i; j < len(x.Tokens); j++ {
		tok := &x.Tokens[j]
		joined := tok.ID == t.w.dash || tok.ID == t.w.apostrophe || tok.Kind == viet.Punct && x.Word(j) == "’"
		switch {
		case j > i && (tok.Gap == viet.Paragraph || tok.Gap == viet.Line):
			return end
		case tok.Kind == viet.Word && (tok.Shape == viet.Title || tok.Shape == viet.Mixed):
			end = j + 1
		case joined && j > i && j+1 < len(x.Tokens) && x.Tokens[j+1].Gap == viet.Joined && tok.Gap == viet.Joined:
			if x.Tokens[j+1].Kind == viet.Word {
				end = j + 2
				j++
			}
		default:
			return end
		}
	}
	return end
}

// barePlace reads a listed place without the word of its level: Công an Nghệ
// An. Below the provinces a name of one syllable is too little.
func (t *tables) barePlace(x *viet.Text, i int, want [lexicon.CommuneLevel + 1]bool) (s site, end int) {
	end = i
	if i >= len(x.Tokens) || !capitalised(x, i) {
		return s, end
	}
	t.places.Each(x, i, func(found []int32, n int) {
		for _, k := range found {
			p := &t.lex.Places[k]
			if !want[p.Level] || p.Level == lexicon.CommuneLevel || p.Level == lexicon.DistrictLevel && n < 2 ||
				p.Name == "Hồ Chí Minh" && n == 3 || n < 2 && !t.wholeName(x, i, p) {
				continue
			}
			if n > end-i || s.level > p.Level {
				s, end = t.listed(k, ""), i+n
			}
		}
	})
	return s, end
}

// wholeName tells whether a province's name of one token stands for itself:
// Huế, TPHCM.
func (t *tables) wholeName(x *viet.Text, i int, p *lexicon.Place) bool {
	return p.Level == lexicon.ProvinceLevel && !t.continues(x, i, 1) && (len(x.Word(i)) > 2 || x.Word(i) == "HN")
}

// above reads the places over s that follow it: ", huyện Y, tỉnh Z" or "(Z)".
func (t *tables) above(x *viet.Text, end int, s *site) int {
	level := s.level
	for level > lexicon.ProvinceLevel {
		i, paren := end, false
		if i < len(x.Tokens) && x.Tokens[i].Gap != viet.Paragraph {
			switch x.Tokens[i].ID {
			case t.w.comma, t.w.dash, t.w.ndash, t.w.thuoc:
				i++
			case t.w.open:
				i, paren = i+1, true
			}
		}
		var want [lexicon.CommuneLevel + 1]bool
		for l := lexicon.ProvinceLevel; l < level; l++ {
			want[l] = true
		}
		up, next, _, _ := t.placeAt(x, i, want)
		if next == i || i == end && x.Tokens[i].Shape == viet.Title && up.typ == "" || up.level >= level {
			return end
		}
		if paren {
			if next >= len(x.Tokens) || x.Tokens[next].ID != t.w.close {
				return end
			}
			next++
		}
		s.settle(t, &up)
		level, end = up.level, next
	}
	return end
}

// settle makes use of a place above s: the right one among those of one name.
func (s *site) settle(t *tables, up *site) {
	if up.level == lexicon.ProvinceLevel {
		s.upper = up.index
	} else if up.upper >= 0 {
		s.upper = up.upper
	}
}

// capitalised tells whether token i is there and written with a capital, or is a
// number.
func capitalised(x *viet.Text, i int) bool {
	if i >= len(x.Tokens) {
		return false
	}
	tok := &x.Tokens[i]
	return tok.Kind == viet.Number || tok.Kind == viet.Word && tok.Shape != viet.Lower
}
