package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// home is the country that a page of Vietnam speaks of by default.
const home = lexicon.Home

// foreign tells whether a country is known, and not Vietnam.
func foreign(code string) bool { return code != "" && code != home }

// claim is a node whose country is asked for.
type claim struct {
	*article
	d     *node
	whole *entity // the body that it is of
	x     *reading.Text
	own   []string // the countries that have a body of that name
	every bool     // every state has one
	other string   // the second of two countries
}

// claims is a set of sorts of nodes, by who may have such a body.
type claims uint8

const (
	madeHere  claims = 1 << iota // made by form, Vietnam's where nothing speaks against it
	madeThere                    // made by form, another country's
	ours                         // of the lexicon, Vietnam has one of that name
	theirs                       // of the lexicon, Vietnam has none
	listed    = ours | theirs
	made      = madeHere | madeThere
)

// countryRule says which country a body serves; decided is false where the rule
// does not hold. "" is a decision too: it is nobody's.
type countryRule struct {
	name   string
	of     claims
	decide func(c *claim) (code string, decided bool)
}

// countryRules are tried in this order.
func countryRules() []countryRule {
	return []countryRule{
		{"agency/code-without-police", listed, (*claim).strayCode},
		{"agency/country-of-both", listed | made, (*claim).pair},
		{"agency/between-states", listed, (*claim).betweenStates},
		{"agency/country-said", listed | made, func(c *claim) (string, bool) { return some(c.d.country) }},
		{"agency/country-of-whole", listed | made, (*claim).ofWhole},
		{"agency/country-this", listed | made, func(c *claim) (string, bool) { return c.nations.before(c.d).lastForeign(), c.d.this }},
		{"agency/country-of-family", listed, (*claim).ofFamily},
		{"agency/country-only", listed, func(c *claim) (string, bool) { return some(c.alone(c.d)) }},
		{"agency/country-of-next", listed | made, (*claim).ofNext},
		{"agency/country-of-known-person", ours | madeHere, (*claim).ofKnownPerson},
		{"agency/country-of-post", listed | made, (*claim).ofPost},
		{"agency/country-of-party", listed | made, (*claim).ofParty},
		{"agency/country-of-other-post", listed | made, (*claim).ofOtherPost},
		{"agency/country-said-elsewhere", made, func(c *claim) (string, bool) { return some(c.stats.made[c.slug(c.d.made)]) }},
		{"agency/country-of-foreign-article", made, (*claim).foreignArticle},
		{"agency/country-after-gone", listed, (*claim).afterGone},
		{"agency/country-shared", ours, ofNamesakes(namesakes.shared)},
		{"agency/country-of-foreign-name", ours, (*claim).ofForeignName},
		{"agency/home-of-vietnamese", ours | madeHere, (*claim).unrivalled},
		{"agency/country-of-row", ours, ofRow},
		{"agency/country-continued", ours, ofNamesakes(namesakes.continued)},
		{"agency/home-in-contrast", ours, ofNamesakes(namesakes.contrasted)},
		{"agency/country-beside-mission", ours, (*claim).besideMission},
		{"agency/country-of-article", ours, (*claim).ofArticle},
		{"agency/country-of-ruler", ours, (*claim).ofRuler},
		{"agency/home", ours, (*claim).atHome},
		{"agency/country-here", madeThere, (*claim).here},
		{"agency/country-of-office", theirs, (*claim).ofOffice},
		{"agency/country-of-namesake", theirs, ofNamesakes(namesakes.namesake)},
		{"agency/country-nearest", theirs, (*claim).nearest},
	}
}

// some decides for a country that is there.
func some(code string) (string, bool) { return code, code != "" }

// countriesOf gives the country that a node's agency serves; both of "hai
// nước"; none where nothing says which.
func (a *article) countriesOf(d *node, owner *entity) (codes [2]string) {
	c := &a.claim
	*c = claim{article: a, d: d, whole: owner, x: a.text(d), own: a.homes(d)}
	c.every = slices.Contains(c.own, lexicon.AnyCountry)
	sort := c.sort()
	for i := range a.rules.country {
		rule := &a.rules.country[i]
		if rule.of&sort == 0 {
			continue
		}
		code, decided := rule.decide(c)
		if !decided {
			continue
		}
		d.decided = rule.name
		if code != "" {
			codes = [2]string{code, c.other}
		}
		return codes
	}
	return codes
}

func (c *claim) sort() claims {
	switch {
	case c.d.abroad:
		return madeThere
	case c.d.body < 0:
		return madeHere
	case slices.Contains(c.own, home):
		return ours
	}
	return theirs
}

// homes lists the countries that have a body of that name.
func (a *article) homes(d *node) []string {
	switch {
	case len(d.bodies) == 1:
		return a.bodies[d.bodies[0].body].own
	case d.own == nil:
		from := len(a.codes)
		for _, s := range d.bodies {
			if c := a.bodies[s.body].Country; !slices.Contains(a.codes[from:], c) {
				a.codes = append(a.codes, c)
			}
		}
		d.own = a.codes[from:len(a.codes):len(a.codes)]
	}
	return d.own
}

// strayCode takes C03, as the departments of the ministry of police go by, for a block of school
// subjects where no police is named, and nobody heads it: Cục trưởng C03.
func (c *claim) strayCode() (string, bool) {
	if c.stats.police || c.headed() {
		return "", false
	}
	return "", c.ministries[c.bodies[c.d.body].Parent] && c.isCode(c.d)
}

// headed tells whether the title before a node holds the first word of its body: Cục trưởng | C03.
func (c *claim) headed() bool {
	first, _, _ := strings.Cut(c.bodies[c.d.body].Name, " ")
	return c.x.Is(c.d.from-1, reading.TitleWord) && strings.EqualFold(first, c.x.Word(c.d.from-2))
}

// pair gives the two countries of "hai nước": the last two named before.
func (c *claim) pair() (string, bool) {
	if !c.d.both {
		return "", false
	}
	last, other := c.nations.before(c.d).lastTwo()
	if other != "" {
		c.other = last
		return other, true
	}
	if !foreign(last) {
		if c.stats.foreign == "" {
			c.doubt(c.d, "which two countries it speaks of is not said")
			return last, true
		}
		last = c.stats.foreign
	}
	c.other = last
	return home, true
}

// betweenStates keeps a body between states one, whoever's name stands behind it: Đại sứ Liên
// hợp quốc của Niger, UNICEF Việt Nam.
func (c *claim) betweenStates() (string, bool) {
	return lexicon.International, len(c.own) == 1 && c.own[0] == lexicon.International
}

func (c *claim) ofWhole() (string, bool) {
	if c.whole == nil {
		return "", false
	}
	return c.whole.country, true
}

// ofFamily gives the country in which the lexicon has such bodies of places.
func (c *claim) ofFamily() (string, bool) {
	b := &c.bodies[c.d.body]
	return b.Country, b.slot != ""
}

// foreignArticle gives the country of an article that names no place of Vietnam.
func (c *claim) foreignArticle() (string, bool) {
	s := &c.stats
	return s.foreign, s.home == 0 && s.named[s.foreign] > 1
}

// goneBefore is the year before which a body must have ended to be history.
const goneBefore = 2010

// afterGone gives the country named nearest to a body that Vietnam has no more.
func (c *claim) afterGone() (string, bool) {
	for _, s := range c.d.bodies {
		if b := &c.bodies[s.body]; b.Country == home {
			if b.Until == 0 || b.Until >= goneBefore || namesVietnamese(c.x, c.d.to) {
				return "", false
			}
			return some(c.nearestOf([]string{lexicon.AnyCountry, home}))
		}
	}
	return "", false
}

// unrivalled gives Vietnam where the article names no other country, or a
// Vietnamese stands behind the body.
func (c *claim) unrivalled() (string, bool) {
	x := c.stats.foreign
	return home, x == "" || c.d.body < 0 || namesOurs(c.lex, c.x, c.d.to, x)
}

// besideMission gives the state in which the mission of another one sits that is named next in
// the sentence, Vietnam where nothing says where: Bộ Công an phối hợp với Đại sứ quán Trung Quốc.
func (c *claim) besideMission() (string, bool) {
	o := c.article.next(c.d)
	if o == nil || c.kindOf(o) != "embassy" || !foreign(o.country) || !sameSentence(c.x, o.from, c.d.from) {
		return "", false
	}
	for k := o.from; k < o.to; k++ {
		if c.x.Is(k, reading.At|reading.In) {
			code, _ := (&gazetteer{c.words, c.x}).countryBehind(k + 1)
			return some(code)
		}
	}
	return home, true
}

// ofArticle gives the country that an article is about alone, or nearly so.
func (c *claim) ofArticle() (string, bool) {
	x := c.stats.foreign
	said := c.stats.explicit[c.d.body]
	same := said[x] && !said[home]
	switch {
	case same && c.stats.home == 0:
		return x, true
	case same && c.stats.home*5 <= c.stats.named[x]:
		c.doubt(c.d, "taken for "+x+"'s, of which the article speaks most")
		return x, true
	case c.stats.home > 0, c.stats.named[x] < 3:
		return "", false
	}
	return x, c.spokenOf(x) || c.ofTheirs(x)
}

// ofTheirs tells whether a body below the headline, in nobody's post, is that of the country of
// which the article speaks most, where it names none of our people. Before that one is named it
// is ours: Bộ Y tế thông tin về dịch tại Trung Quốc.
func (c *claim) ofTheirs(code string) bool {
	if c.locals > 0 || c.d.text == 0 || inTitle(c.x, c.d.from) || !c.stats.speaksOf(code) {
		return false
	}
	return slices.ContainsFunc(c.nations.before(c.d), func(s sighting) bool { return s.code == code })
}

// ofRuler gives the state whose office-holder was named last, in an article that names neither place nor person of Vietnam: Tổng thống Syria từ
// chức. Chính phủ … An envoy to Vietnam does not count.
func (c *claim) ofRuler() (string, bool) {
	last, _ := c.nations.last(c.d.text, c.d.from)
	switch {
	case !foreign(last.code), c.stats.home > 0, c.locals > 0:
		return "", false
	}
	return last.code, c.rulingBody(last) || c.actingSeat(last) || (&gazetteer{c.words, c.x}).officeBefore(last.token)
}

// actingSeat tells whether a seat of government begins its sentence, as one does that stands for its state, and what is
// asked for stands in nobody's post: Washington cáo buộc hai công ty. Bộ Tài chính …
func (c *claim) actingSeat(n sighting) bool {
	return c.x.Opens(n.token) && c.x.Has(n.token, reading.Capital) && !inTitle(c.x, c.d.from)
}

// rulingBody tells whether a country is named with its parliament, government or
// court, Quốc hội Hàn Quốc, and what is asked for stands in nobody's post.
func (c *claim) rulingBody(n sighting) bool {
	if inTitle(c.x, c.d.from) {
		return false
	}
	for o := range c.earlier(c.d) {
		switch {
		case c.alone(o) == n.code && slices.Contains(answerable, c.kindOf(o)):
			return true // FBI bắt nghi phạm tại New York. Bộ Tư pháp …
		case o.from == n.token, o.to+1 == n.token && c.x.Is(o.to, reading.Of):
			return slices.Contains(ofRulers, c.kindOf(o)) || c.answersTo(o)
		}
	}
	return false
}

// ofRulers are the kinds of bodies by which a state rules.
var ofRulers = []string{"legislature", "government", "court"}

// answerable are the kinds of bodies that answer to those by which a state rules.
var answerable = []string{"ministry", "agency", "police", "army", "department"}

// answersTo tells whether one body, named before in the sentence with its country, answers
// to what is asked for: Cơ quan Tình báo Hàn Quốc báo cáo Quốc hội.
func (c *claim) answersTo(o *node) bool {
	if !slices.Contains(ofRulers, c.kindOf(c.d)) || !sameSentence(c.x, o.from, c.d.from) {
		return false
	}
	return slices.Contains(answerable, c.kindOf(o))
}

// inTitle tells whether token i is part of a title of office, or stands right behind
// one: Phó Thủ tướng Chính phủ.
func inTitle(x *reading.Text, i int) bool {
	for j := i - 1; j >= max(0, i-longestTitle); j-- {
		if m, _ := x.Longest(j, reading.Title); j+int(m.Len) >= i {
			return true
		}
	}
	return false
}

// spokenOf tells whether a country was the last one named before, in the
// paragraph, and may have a body of that name.
func (c *claim) spokenOf(code string) bool {
	last, _ := c.nations.last(c.d.text, c.d.from)
	if last.code != code || !sameParagraph(c.x, last.token, c.d.from) {
		return false
	}
	return c.every || slices.Contains(c.own, code)
}

// atHome gives Vietnam where nothing speaks against it.
func (c *claim) atHome() (string, bool) {
	c.bare[c.d.body] = true
	return home, true
}

// here gives the country, not Vietnam, named last before in the sentence.
func (c *claim) here() (string, bool) {
	last, _ := c.nations.last(c.d.text, c.d.from)
	return last.code, foreign(last.code) && sameSentence(c.x, last.token, c.d.from)
}

// offices are the kinds of bodies whose names are no common words.
var offices = []string{"department", "agency", "committee", "procuracy"}

// ofOffice gives the country named last, not Vietnam, for a body that every other state may have: Tòa án Thái Lan ra phán quyết. Cục Di trú …
func (c *claim) ofOffice() (string, bool) {
	last, _ := c.nations.last(c.d.text, c.d.from)
	return last.code, foreign(last.code) && (slices.Contains(offices, c.bodies[c.d.body].Kind) || slices.Contains(c.own, last.code))
}

// onlyOf gives the one country of a set, "" if there are none or several.
func onlyOf(set map[string]bool) string {
	if len(set) != 1 {
		return ""
	}
	for code := range set {
		return code
	}
	return ""
}

// nearest gives the country named nearest that can have such a body.
func (c *claim) nearest() (string, bool) {
	code := c.nearestOf(c.own) // Vietnam has none of that name
	if code == "" {
		c.doubt(c.d, "no country is named that it could belong to")
	}
	return code, true
}

// nearestOf gives the country named last before, among own unless any will do;
// else the first named after.
func (c *claim) nearestOf(own []string) string {
	any := slices.Contains(own, lexicon.AnyCountry)
	before := slices.Clone(c.nations.before(c.d))
	slices.Reverse(before)
	for _, s := range append(before, c.nations.behind(c.d)...) {
		if any && s.code != home || slices.Contains(own, s.code) {
			return s.code
		}
	}
	if any {
		return ""
	}
	return own[0]
}
