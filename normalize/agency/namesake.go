package agency

import (
	"slices"

	"github.com/boctin/boctin/normalize/reading"
)

// namesakes are the bodies of the article that bear the name of one whose country is
// asked for.
type namesakes struct {
	*claim
	said map[string]bool // the countries that the article names with it
}

// ofNamesakes decides by what the article says of the name elsewhere.
func ofNamesakes(decide func(c namesakes) (string, bool)) func(c *claim) (string, bool) {
	return func(c *claim) (string, bool) { return decide(namesakes{c, c.stats.explicit[c.d.body]}) }
}

// continued gives the country said of the same name earlier in the paragraph,
// where the article never gives that name to Vietnam, nor used it bare before.
func (c namesakes) continued() (string, bool) {
	switch {
	case len(c.said) != 1, c.said[home], c.bare[c.d.body]:
		return "", false
	}
	if namesVietnamese(c.x, c.d.to) {
		return "", false
	}
	for o := range c.earlier(c.d) {
		switch {
		case o.body != c.d.body:
			continue
		case sameSentence(c.x, o.from, c.d.from), !sameParagraph(c.x, o.from, c.d.from):
			return "", false
		case o.country != "", o.this:
			code := onlyOf(c.said)
			c.doubt(c.d, "taken for "+code+"'s, named before in the paragraph")
			return code, true
		}
	}
	return "", false
}

// contrasted gives Vietnam where the same name stood before in the sentence with
// its country: Bộ trưởng Ngoại giao Trung Quốc A và Bộ trưởng Ngoại giao B.
func (c namesakes) contrasted() (string, bool) {
	for o := range c.earlier(c.d) {
		if !sameSentence(c.x, o.from, c.d.from) {
			return "", false
		}
		if o.body == c.d.body && foreign(o.country) {
			return home, true
		}
	}
	return home, c.contrastedAhead()
}

// contrastedAhead tells whether the name of a ministry stands again further on in the sentence
// with another country, both in posts or neither: Bộ trưởng Bộ Ngoại giao A hội đàm với Bộ trưởng
// Ngoại giao Trung Quốc B; Bộ Tư pháp ký thỏa thuận với Bộ Tư pháp Lào.
func (c namesakes) contrastedAhead() bool {
	for _, o := range c.nodes[c.d.index+1:] {
		switch {
		case o.text != c.d.text, !sameSentence(c.x, o.from, c.d.from):
			return false
		case o.body == c.d.body && foreign(o.country):
			return inTitle(c.x, o.from) == inTitle(c.x, c.d.from)
		}
	}
	return false
}

// shared gives the country that stands once behind two bodies: Bộ Ngoại giao và
// Bộ Quốc phòng Mỹ. It is not the first's where "giữa" sets the two apart, where
// both have one name, where the article names the first elsewhere without that
// country, or where no such body of that country is known.
func (c namesakes) shared() (string, bool) {
	next := c.article.next(c.d)
	if !joins(c.x, c.d, next) {
		return "", false
	}
	code := next.country
	if next.this {
		code = c.nations.before(next).lastForeign() // Cảnh sát biển và Hải quân nước này
	}
	switch {
	case next.body == c.d.body, !foreign(code):
		return "", false
	case c.stats.bare[c.d.body] > 1, !c.has(code), c.setApart(), c.kindOf(next) == "embassy":
		return "", false
	}
	return code, true
}

// setApart tells whether "giữa" stands before in the sentence.
func (c namesakes) setApart() bool { return lastBefore(c.x, c.d.from, reach, reading.Between) >= 0 }

// has tells whether a country has a body that the node may mean: one listed, or
// one that every state has where the country's own list has none of its kind.
func (c namesakes) has(code string) bool {
	kind := c.bodies[c.d.body].Kind
	return slices.Contains(c.own, code) || c.every && !slices.ContainsFunc(c.bodies, func(b body) bool { return b.Country == code && b.Kind == kind })
}

// namesake gives the country said of a body of that name elsewhere in the
// article: common names such as Hải quân need that much.
func (c namesakes) namesake() (string, bool) {
	if !c.every || slices.Contains(ofRulers, c.bodies[c.d.body].Kind) {
		return "", false
	}
	next := c.article.next(c.d)
	if joins(c.x, c.d, next) && next.country != "" {
		return next.country, true // Hải quân và Không quân Mỹ
	}
	if code := onlyOf(c.said); code != "" || len(c.said) > 1 || c.bodies[c.d.body].Kind != "party" {
		return code, true
	}
	return c.ofSpeaker(), true
}

// ofSpeaker gives the country named last before a party, if the article speaks of hardly another:
// Tổng thống Mỹ trách đảng Cộng hòa.
func (c namesakes) ofSpeaker() string {
	last, _ := c.nations.last(c.d.text, c.d.from)
	if foreign(last.code) && c.stats.share(last.code) >= 0.75 {
		return last.code
	}
	return ""
}

// joins tells whether nothing but "và" lies between a node and the next.
func joins(x *reading.Text, d, next *node) bool {
	if next == nil || next.from != d.to+1 {
		return false
	}
	return x.Is(d.to, reading.And)
}
