package event

import (
	"cmp"
	"slices"

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

// read cuts the text into items, then joins what belongs to one person or body.
func (p *page) read(marks []mark) {
	p.items = slices.Grow(p.items, len(p.text.Tokens))
	for i := 0; i < len(p.text.Tokens); {
		for len(marks) > 0 && marks[0].from < i {
			marks = marks[1:]
		}
		x := p.itemAt(i, marks)
		p.items = append(p.items, x)
		i = x.to
	}
	p.join(isBody|isOffice|isGroup, absorbNames)
	p.join(isPerson, absorbAside)
	p.join(isGroup|isBody|isPerson, absorbDelegation)
}

func (p *page) itemAt(i int, marks []mark) item {
	w, n := p.phrases.Longest(p.text, i)
	if len(marks) > 0 && marks[0].from == i && marks[0].to-i >= n {
		m := marks[0]
		x := item{word: &nothing, classes: m.kind, from: i, to: m.to, of: m.of}
		if m.kind == isBody {
			x.bodies = []int{m.of}
		}
		return x
	}
	if n > 1 && w.is(isPlaceHead) && p.text.Tokens[i].Shape != viet.Lower {
		return item{word: &nothing, classes: isPlaceHead | isName, from: i, to: i + n}
	}
	if n > 0 && len(marks) > 0 && marks[0].from < i+n {
		w, n = p.shorter(i, marks[0].from-i)
	}
	if n > 0 && !p.onlyNamed(i, n, w) {
		return item{word: w, classes: w.classes, from: i, to: i + n}
	}
	return item{word: &nothing, classes: p.shapeAt(i), from: i, to: i + 1}
}

// shorter gives the longest phrase at token i of at most limit tokens.
func (p *page) shorter(i, limit int) (w *word, n int) {
	p.phrases.Each(p.text, i, func(x *word, length int) {
		if length <= limit {
			w, n = x, length
		}
	})
	return w, n
}

// onlyNamed tells whether a phrase is no word of an event: a syllable with a capital,
// or a verb with one, that is part of a name (ông Lê Văn Ký, Thi đua-Khen thưởng), or an
// occasion that should have one.
func (p *page) onlyNamed(i, n int, w *word) bool {
	t := p.text.Tokens
	if t[i].Shape == viet.Lower {
		return w.noun != nil && w.noun.Capital
	}
	if i == 0 || t[i-1].Sentence != t[i].Sentence || n > 1 && !w.is(isVerb|isPart) {
		return false
	}
	return !w.is(capitals) && (t[i-1].Kind == viet.Word || t[i].Gap == viet.Joined)
}

// capitals are what may be written with a capital inside a sentence.
const capitals = isNoun | isPlace | isPlaceHead | isOffice | isRank | isGroup | isTerm

func (p *page) shapeAt(i int) classes {
	switch t := &p.text.Tokens[i]; {
	case t.Kind == viet.Number:
		return isNumber
	case t.Kind == viet.Punct && p.text.Word(i) == ",":
		return isComma
	case t.Kind == viet.Punct:
		return isMark
	case t.Shape == viet.Lower:
		return isLower
	}
	return isName
}

// join replaces items of the classes by longer ones, each as far as absorb says.
func (p *page) join(on classes, absorb func(p *page, k int) (item, int)) {
	n := 0
	for k := 0; k < len(p.items); n++ {
		switch {
		case p.items[k].is(on):
			p.items[n], k = absorb(p, k)
			continue
		case n < k:
			p.items[n] = p.items[k]
		}
		k++
	}
	p.items = p.items[:n]
}

// absorbNames lets a body, a title of office or a group have the names, bodies and
// small words that follow it: Bộ trưởng Ngoại giao Nhật Bản, đoàn công tác Trung ương.
func absorbNames(p *page, k int) (item, int) {
	x, j := p.items[k], k+1
	if !x.is(isBody | isOffice | isGroup) {
		return x, j
	}
	for j < len(p.items) && p.sentenceOf(j) == p.sentenceOf(k) {
		y := &p.items[j]
		switch {
		case y.is(isName|isPlace|isNumber) && !y.is(isVerb|isPart), p.levels(j):
		case y.is(isBody) && !x.is(isBody):
			x.bodies = append(x.bodies[:len(x.bodies):len(x.bodies)], y.of)
		case x.is(isOffice|isGroup) && p.glues(j):
		default:
			return x, j
		}
		if y.is(isPlace) {
			x.land = cmp.Or(x.state(), y.code)
		}
		x.to = y.to
		j++
	}
	return x, j
}

// levels tells whether a word of a level or term at item j goes on with a name or
// number: tỉnh Champasak, khóa XV.
func (p *page) levels(j int) bool {
	return p.items[j].is(isPlaceHead|isTerm) && j+1 < len(p.items) && p.items[j+1].is(isName|isPlace|isNumber)
}

// glues tells whether a small word at j stands inside the name of an office: của,
// or và between two names.
func (p *page) glues(j int) bool {
	if j+1 >= len(p.items) || p.sentenceOf(j+1) != p.sentenceOf(j) {
		return false
	}
	next := &p.items[j+1]
	switch p.text.Word(p.items[j].from) {
	case "của", "thuộc":
		return next.is(isName | isPlace | isBody | isPlaceHead)
	}
	return p.items[j].is(isLower) && !p.items[j].is(isVerb) && next.is(isName|isPlace|isBody)
}

// absorbAside lets a person have the posts that stand behind the name between
// commas, dashes or brackets.
func absorbAside(p *page, k int) (item, int) {
	x, j := p.items[k], k+1
	if !x.is(isPerson) {
		return x, j
	}
	for j+1 < len(p.items) && p.sentenceOf(j+1) == p.sentenceOf(k) && p.items[j].is(isComma|isMark) && p.opensAside(j+1) {
		end := p.asideEnd(j + 1)
		for i := j + 1; i < end; i++ {
			x.bodies = append(x.bodies[:len(x.bodies):len(x.bodies)], p.items[i].bodies...)
		}
		x.to, j = p.items[end-1].to, end
	}
	if j > k+1 {
		j = p.closeAside(k, j, &x)
	}
	return x, j
}

// opensAside tells whether a post begins at item j.
func (p *page) opensAside(j int) bool {
	x := &p.items[j]
	if x.is(isOffice) {
		return true
	}
	switch p.text.Word(x.from) {
	case "nguyên", "cựu", "hiện", "kiêm", "quyền":
		return j+1 < len(p.items) && p.items[j+1].is(isOffice|isPost)
	}
	return false
}

// asideEnd gives the item behind a post that begins at item j.
func (p *page) asideEnd(j int) int {
	start := j
	for j < len(p.items) && p.sentenceOf(j) == p.sentenceOf(start) {
		x := &p.items[j]
		if x.is(isComma|isMark|isVerb|isPart|isAux|isLight|isPassive|isReport|isPlanned|isPerson|isDate|isAlongside|isLead|isWish|isDenied|isBackground|isDecision) && !x.is(isLower|isOffice) && j > start {
			return j
		}
		if x.is(isAnd) && !(j+1 < len(p.items) && p.items[j+1].is(isOffice|isBody|isName|isLower)) {
			return j
		}
		j++
	}
	return j
}

// closeAside takes the mark that closes an aside before a verb.
func (p *page) closeAside(k, j int, x *item) int {
	if j >= len(p.items) || p.sentenceOf(j) != p.sentenceOf(k) || !p.items[j].is(isComma|isMark) {
		return j
	}
	if j+1 < len(p.items) && p.items[j+1].is(isVerb|isPart|isAux|isLight|isPassive|isPlanned|isReport|isLead|isPost|isDenied) {
		x.to = p.items[j].to
		return j + 1
	}
	return j
}

// absorbDelegation makes one item of a delegation and whoever leads it: đoàn đại
// biểu … do A làm Trưởng đoàn; A dẫn đầu đoàn đại biểu.
func absorbDelegation(p *page, k int) (item, int) {
	x := p.items[k]
	switch {
	case x.is(isGroup | isBody):
		return p.ledBy(k)
	case x.is(isPerson):
		return p.leads(k)
	}
	return x, k + 1
}

func (p *page) ledBy(k int) (item, int) {
	x, j, limit := p.items[k], k+1, min(len(p.items), k+9)
	for j < limit && !p.items[j].is(isBy|isVerb|isPart|isPerson) {
		j++
	}
	if j+2 >= len(p.items) || j >= limit || !p.items[j].is(isBy) || !p.items[j+1].is(isPerson) || p.sentenceOf(j+1) != p.sentenceOf(k) {
		return x, k + 1
	}
	end := p.passing(j+2, isAux|isComma)
	if end >= len(p.items) || !p.items[end].is(isLead) {
		return x, k + 1
	}
	leader := p.items[j+1]
	leader.bodies = append(leader.bodies[:len(leader.bodies):len(leader.bodies)], x.bodies...)
	leader.from, leader.to, leader.role = x.from, p.items[end].to, true
	return leader, end + 1
}

// leads joins a person to the delegation that he leads.
func (p *page) leads(k int) (item, int) {
	x := p.items[k]
	j := p.passing(k+1, isAux|isPlanned)
	if j+1 >= len(p.items) || !p.items[j].is(isLead) || !p.items[j+1].is(isGroup) {
		return x, k + 1
	}
	for _, y := range p.items[k+1 : j+2] {
		x.classes |= y.classes & isPlanned
		x.bodies = append(x.bodies[:len(x.bodies):len(x.bodies)], y.bodies...)
	}
	x.to, x.role = p.items[j+1].to, true
	return x, j + 2
}

// passing gives the first item from j on, within five, that is none of the classes.
func (p *page) passing(j int, c classes) int {
	for end := j + 5; j < min(len(p.items), end) && p.items[j].is(c); j++ {
	}
	return j
}
