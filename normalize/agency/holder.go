package agency

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// reach is how many tokens apart two posts of one person may begin.
const reach = 14

// ofNext gives the country of the body that follows directly: Ủy ban Đối ngoại
// (của) Thượng viện Mỹ, Bộ Tổng Tham mưu (các) lực lượng vũ trang Ukraine.
func (c *claim) ofNext() (string, bool) {
	next := c.article.next(c.d)
	switch {
	case next == nil:
		return "", false
	case next.from == c.d.to, c.x.Is(c.d.to, reading.Of|reading.Under|reading.Every) && next.from == c.d.to+1:
		return some(next.country)
	case c.x.Is(c.d.to, reading.Comma) && next.from == c.d.to+1:
		return next.country, partOf(c, next)
	}
	return "", false
}

// partOf tells whether the lexicon has the body as a part of one of ours that bears the name of the next, another
// country's: Cục Cảnh sát hình sự, Bộ Công an Lào.
func partOf(c *claim, next *node) bool {
	if len(c.d.bodies) == 0 || len(next.bodies) == 0 || !foreign(next.country) {
		return false
	}
	return c.bodies[c.d.body].Parent == c.bodies[next.body].Name
}

// ofPost gives the state that alone has a post which stands beside.
func (c *claim) ofPost() (string, bool) {
	at := c.signs.position(c.d.text, c.d.from)
	for i := max(0, at-2); i < min(len(c.signs), at+2); i++ {
		s := &c.signs[i]
		if s.text == c.d.text && linked(c.x, min(s.token, c.d.from), max(s.token, c.d.from)) {
			return s.code, true
		}
	}
	return "", false
}

// linked tells whether only commas and words of titles lie between two tokens of
// a sentence, the agencies' own left out.
func linked(x *reading.Text, i, j int) bool {
	if !sameSentence(x, i, j) {
		return false
	}
	for ; i < j; i++ {
		if !x.Is(i, reading.Comma|reading.Also|reading.TitleWord) {
			return false
		}
	}
	return true
}

// partyReach bounds the tokens between a delegation and its members.
const partyReach = 60

// ofParty reads "Đoàn … Trung Quốc do ông …, Thứ trưởng Bộ Công an": whose
// members serve the country of the delegation.
func (c *claim) ofParty() (string, bool) {
	lead := lastBefore(c.x, c.d.from, partyReach, reading.By|reading.Party)
	if !c.x.Is(lead, reading.By) || !c.x.Is(c.d.from-1, reading.TitleWord) { // thăm | Học viện Cảnh sát nhân dân
		return "", false
	}
	party := lastBefore(c.x, lead, partyReach, reading.Party)
	last, _ := c.nations.last(c.d.text, lead)
	return last.code, party >= 0 && last.token > party
}

// ofRow gives the other state that alone has the body beside which one stands in a row, where the article names neither place
// nor person of Vietnam: Ủy ban Kiểm tra Kỷ luật Trung ương và Tòa án Nhân dân Tối cao.
func ofRow(c *claim) (string, bool) {
	if c.d.index == 0 || c.stats.home > 0 || c.locals > 0 {
		return "", false
	}
	o := c.nodes[c.d.index-1]
	if o.text != c.d.text || o.to+1 != c.d.from || !c.x.Is(o.to, reading.Comma|reading.And) {
		return "", false
	}
	code := c.alone(o)
	return code, foreign(code) && code != lexicon.International
}

// lastBefore gives the last token before token i of its sentence, within so many, that
// has one of the properties; -1 for none.
func lastBefore(x *reading.Text, i, within int, any reading.Bits) int {
	for j := i - 1; j > i-within && sameSentence(x, j, i); j-- {
		if x.Is(j, any) {
			return j
		}
	}
	return -1
}

// maxPosts bounds how many posts of one person are looked through.
const maxPosts = 3

// ofOtherPost looks at the nodes right before and after: posts of one holder,
// one of which names its country.
func (c *claim) ofOtherPost() (string, bool) {
	i := c.d.index
	list := c.nodes[max(0, i-maxPosts):min(len(c.nodes), i+1+maxPosts)]
	at := i - max(0, i-maxPosts)
	for j := at + 1; j < len(list) && sameHolder(c.x, list[j-1], list[j]); j++ {
		if code := c.said(list[j]); c.may(code) {
			return code, true
		}
	}
	for j := at - 1; j >= 0 && postBefore(c.x, list[j], list[j+1]); j-- {
		if code := c.said(list[j]); c.may(code) {
			return code, true
		}
	}
	return "", false
}

// may tells whether a country that another post names may have the body: none of ours is
// one between states, Tổng Giám đốc WHO, Bộ trưởng Bộ Y tế A.
func (c *claim) may(code string) bool { return code != "" && code != lexicon.International }

// postBefore tells whether a node is part of a post, and the next of another of the
// same holder.
func postBefore(x *reading.Text, o, next *node) bool {
	return sameHolder(x, o, next) && x.Is(o.from-1, reading.TitleWord)
}

// said gives the country that a node names, or that alone has such a body.
func (a *article) said(d *node) string {
	if d.country != "" {
		return d.country
	}
	return a.alone(d)
}

// alone gives the country that alone has such a body, if it is not Vietnam.
func (a *article) alone(d *node) string {
	if own := a.homes(d); len(own) == 1 && own[0] != home && own[0] != lexicon.AnyCountry {
		return own[0]
	}
	return ""
}

// sameHolder tells whether a comma and a title, and nothing else, lie between
// two nodes.
func sameHolder(x *reading.Text, o, next *node) bool {
	if o.text != next.text || next.from-o.to < 2 {
		return false
	}
	return x.Is(o.to, reading.Comma|reading.Also) && linked(x, o.to, next.from)
}

// ofKnownPerson gives the country of a person right behind whom everybody knows.
func (c *claim) ofKnownPerson() (string, bool) {
	m, ok := c.x.Longest(c.d.to, reading.Leader)
	if !ok {
		return "", false
	}
	return c.lex.Known[m.Value].Country, true
}

// ofForeignName gives the country of a body whose post-holder, right behind it,
// has a name that is not built as Vietnamese names are: the only one said of
// the body, else the one named last.
func (c *claim) ofForeignName() (string, bool) {
	if !alienName(c.x, behindRank(c.x, c.d.to)) {
		return "", false
	}
	for _, code := range []string{onlyOf(c.stats.explicit[c.d.body]), c.nations.before(c.d).lastForeign(), c.stats.foreign} {
		if code != "" {
			return code, true
		}
	}
	return "", false
}

// behindRank steps over "thứ nhất" and "thường trực" behind a post.
func behindRank(x *reading.Text, i int) int {
	if x.Looks(i, reading.TitleWord|reading.Small) {
		return i + 2
	}
	return i
}

// namesVietnamese tells whether a person of a Vietnamese surname is named at token i.
func namesVietnamese(x *reading.Text, i int) bool {
	return x.Looks(i, reading.Surname|reading.Large) && capitalised(x, i+1)
}

// namesOurs tells whether one of our own people is named at token i, in an article
// that speaks of another state: where its people's names are written as ours are,
// the surname must be one that they do not bear.
func namesOurs(lex *lexicon.Lexicon, x *reading.Text, i int, state string) bool {
	if !namesVietnamese(x, i) {
		return false
	}
	return x.Is(i, reading.OwnSurname) || !lex.NamesLikeOurs(state)
}

// alienName tells whether a name of two words or more begins at token i, one of
// which no Vietnamese syllable is like: William Barr.
func alienName(x *reading.Text, i int) bool {
	alien, n := false, 0
	for ; x.Looks(i, reading.Spaced|reading.FirstLarge); i, n = i+1, n+1 {
		alien = alien || alienWord(x.Word(i)) || hyphenedSmall(x, i)
	}
	return alien && n > 1
}

// hyphenedSmall tells whether a small syllable is joined to the word: Sei-young.
func hyphenedSmall(x *reading.Text, i int) bool {
	return x.Looks(i+1, reading.Hyphen|reading.Joined, reading.Joined)
}

// longestSyllable is the most bytes of a Vietnamese syllable.
const longestSyllable = 9

// alienWord tells whether a word has letters, doubles or an end that Vietnamese
// syllables have not.
func alienWord(w string) bool {
	switch {
	case len(w) > longestSyllable, strings.ContainsAny(w, "fjwzFJWZ"), strings.ContainsAny(w[len(w)-1:], "bdlrskvxq"):
		return true
	}
	for i := 1; i < len(w); i++ {
		if w[i] == w[i-1] {
			return true
		}
	}
	return false
}
