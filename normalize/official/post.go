package official

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// office is a post as the text writes it.
type office struct {
	page     *page
	entry    *lexicon.Post
	title    string
	from, to int    // tokens
	agency   int    // index of the agency, -1 for none
	body     string // the agency as written, where it is not in the list
	said     string // the agency as written, where it is in the list
	country  string
	former   bool
	acting   bool
	also     bool // kiêm stands before it
	state    bool // the body is one of state
	private  bool // the body is none
	place    bool // body is only a place: Chủ tịch Đà Nẵng
	seat     *lexicon.Place
}

// bare tells whether the text names no agency with the title.
func (o *office) bare() bool { return o.agency < 0 && o.body == "" }

// readPost reads a post whose title is the word at token i, which is n tokens long.
func (p *page) readPost(i, n int, w word) office {
	entry := &p.lex.Posts.List[w.index]
	o := office{page: p, entry: entry, title: entry.Title, from: i, to: i + n, agency: -1, country: entry.Country}
	if w.deputy {
		o.title = "Phó " + o.title
	}
	p.readSuffix(&o)
	if entry.Personal && p.readSuperior(&o) {
		return o
	}
	p.readBody(&o, i+n)
	if o.to > i+n && !o.bare() && !o.place {
		if s, n := p.suffixes.Longest(p.text, o.to); n > 0 && p.follows(o.to) && contains(p.lex.Posts.Marks.Behind, s) {
			o.title, o.to = o.title+" "+s, o.to+n
		}
	}
	if o.bare() && entry.Agency != "" {
		o.body, o.state = entry.Agency, true
	}
	p.readCountry(&o)
	p.readAbove(&o)
	p.readTerm(&o)
	return o
}

// readSuperior reads whom an assistant serves, if he is named and the assistant's
// own name follows behind a comma: Trợ lý của Tổng thống A, ông B.
func (p *page) readSuperior(o *office) bool {
	i := o.to
	if w, n := p.words.Longest(p.text, i); p.follows(i) && w.kind == linkWord && link(w.index) == linkOf {
		i += n
	}
	w, n := p.words.Longest(p.text, i)
	if !p.follows(i) || w.kind != postWord {
		return false
	}
	end := i + n
	code, m := p.stateAt(end)
	if m > 0 && p.capital(end) {
		end += m
	}
	of, ok := p.readName(end, expected)
	if !ok || !p.punct(of.to, ",") || !p.follows(of.to) {
		return false
	}
	if code == "" {
		code = p.persons[personKey(p.written(of.from, of.to))]
	}
	o.title += " " + p.written(i, i+n)
	o.to, o.state, o.country = of.to, true, code
	return true
}

// readSuffix takes words such as Thường trực into the title.
func (p *page) readSuffix(o *office) {
	for p.follows(o.to) {
		s, n := p.suffixes.Longest(p.text, o.to)
		if n == 0 {
			return
		}
		if s == "bổ nhiệm" && !o.entry.Envoy {
			return // Thủ tướng bổ nhiệm ông A
		}
		if strings.HasPrefix(s, "đặc mệnh") || s == "bổ nhiệm" {
			o.to += n
			continue
		}
		o.title += " " + s
		o.to += n
	}
}

// readBody reads the agency behind the title, or inside its last words; title is
// the token behind them.
func (p *page) readBody(o *office, title int) {
	if s, ok := p.spotOver(o.from, title); ok && (s.to > title || o.entry.Agency != "" && head(p.agencies[s.agency].Name) == head(o.entry.Agency)) {
		p.take(o, s)
		return
	}
	i := o.to
	if !p.follows(i) {
		return
	}
	if w, n := p.words.Longest(p.text, i); w.kind == linkWord && link(w.index) == linkOf && p.follows(i+n) {
		i += n
	}
	if s, ok := p.spotAt(i); ok && p.tok(i).Gap != viet.Joined {
		p.take(o, s)
		return
	}
	if p.readEnvoy(o, i) || p.readNamedCountry(o, i) || p.readHead(o, i) || p.readPlace(o, i) {
		return
	}
	if i == o.to {
		p.readElided(o)
	}
	if !o.bare() || i != o.to {
		return
	}
	switch {
	case p.punct(i, ","):
		p.readSetOff(o)
	case p.loud(i) && !p.shouted(i):
		// Chủ tịch FIFA: a body that nobody knows
		o.body, o.to, o.private = p.text.Word(i), i+1, o.entry.Weak
	}
}

// readSetOff reads an agency behind a comma, where it is one that the title
// belongs to: Phó Viện trưởng, Viện kiểm sát nhân dân tỉnh A.
func (p *page) readSetOff(o *office) {
	s, ok := p.spotAt(o.to + 1)
	if !ok || !p.follows(o.to+1) || !p.homes[o.entry].hold(phraseKey(p.agencies[s.agency].Name)) {
		return
	}
	p.take(o, s)
}

// readNamedCountry reads Tổng thống Mỹ, and gives way to a person named like one.
func (p *page) readNamedCountry(o *office, i int) bool {
	code, n := p.stateAt(i)
	if n == 0 {
		code, n = p.capitals.Longest(p.text, i)
	}
	if n == 0 {
		code, n = p.lands.Longest(p.text, i)
	}
	if n == 0 {
		code, n = p.landOf(i)
	}
	if n == 0 || !p.capital(i+n-1) && !p.punct(i+n-1, ")") {
		return false
	}
	if n == 1 && p.capital(i+1) && p.is(p.tok(i).ID, isSurname) && p.is(p.tok(i+1).ID, isGiven) {
		return false
	}
	o.country, o.to = code, i+n
	if s, ok := p.spotAt(o.to); ok {
		p.take(o, s)
	}
	return true
}

// landOf reads a province abroad with its state behind: tỉnh Nagano (Nhật Bản).
func (p *page) landOf(i int) (code string, n int) {
	if !p.has(i) || !p.is(p.tok(i).ID, isLevel) || !p.capital(i+1) || !p.foreign(i+1) {
		return "", 0
	}
	k := i + 1 + p.run(i+1)
	if !p.punct(k, "(") && !p.punct(k, ",") {
		return "", 0
	}
	code, m := p.stateAt(k + 1)
	if m == 0 || code == home {
		return "", 0
	}
	if p.punct(k, "(") && !p.punct(k+1+m, ")") {
		return "", 0
	}
	n = k + 1 + m - i
	if p.punct(k, "(") {
		n++
	}
	return code, n
}

// take gives a post the agency of a spot.
func (p *page) take(o *office, s spot) {
	o.agency, o.to, o.state, o.said = s.agency, s.to, true, p.written(s.from, s.to)
}

// readEnvoy reads [Trung Quốc] tại Việt Nam behind the title of a diplomat.
func (p *page) readEnvoy(o *office, i int) bool {
	if !o.entry.Envoy {
		return false
	}
	code, n := p.stateAt(i)
	if n > 0 {
		o.country, i = code, i+n
		o.to = i
	}
	if w, k := p.words.Longest(p.text, i); p.follows(i) && w.kind == linkWord && link(w.index) == linkAt {
		host, m := p.stateAt(i + k)
		if m > 0 {
			o.to = i + k + m
			if n == 0 && host != "VN" {
				o.country = "VN"
			}
			return true
		}
		if s, ok := p.spotAt(i + k); ok {
			o.to = s.to
		} else if m := p.typedPlace(i + k); m > 0 {
			o.to = i + k + m
		} else if _, m := p.places.Longest(p.text, i+k); m > 0 {
			o.to = i + k + m
		}
		return n > 0
	}
	return n > 0
}

// readCountry reads the state behind an agency: Bộ Công an [Việt Nam], (Lào).
func (p *page) readCountry(o *office) {
	i := o.to
	if !p.follows(i) {
		return
	}
	open := p.punct(i, "(")
	if open {
		i++
	}
	code, n := p.stateAt(i)
	if n == 0 || open && !p.punct(i+n, ")") || !p.capital(i+n-1) {
		return
	}
	if !open && n == 1 && p.capital(i+1) && p.is(p.tok(i).ID, isSurname) && p.is(p.tok(i+1).ID, isGiven) {
		return
	}
	o.country, o.to = code, i+n
	if open {
		o.to++
	}
}

// surnameStart tells whether a Vietnamese name of two syllables or more may
// start at token i, of three where the surname is also an ordinary word.
func (p *page) surnameStart(i int) bool {
	if !p.capital(i) || !p.is(p.tok(i).ID, isSurname) || !p.capital(i+1) {
		return false
	}
	if p.foreign(i + 1) {
		return false
	}
	n := p.run(i)
	return n > 2 || n == 2 && !p.is(p.tok(i).ID, isRare)
}

// readPlace reads Chủ tịch Đà Nẵng, Bí thư huyện Mỹ Xuyên.
func (p *page) readPlace(o *office, i int) bool {
	if len(o.entry.Of) == 0 {
		return false
	}
	n := p.typedPlace(i)
	if n == 1 || n == 0 && p.has(i) && p.bareLevel(i) {
		o.to, o.state = i+1, true // Bí thư tỉnh, Chủ tịch xã
		return true
	}
	if n == 0 {
		if o.seat, n = p.places.Longest(p.text, i); n < 2 || !p.capital(i) {
			o.seat = nil
			return false
		}
		if k := p.run(i); k > n && !p.surnameStart(i+n) {
			return false
		}
		if p.persons[personKey(p.written(i, i+n))] != "" {
			return false // Chủ tịch Hồ Chí Minh
		}
	}
	if o.seat == nil {
		o.seat = p.seatIn(i, i+n)
	}
	o.body, o.to, o.place = p.text.Slice(i, i+n), i+n, true
	return true
}

// seatIn gives the place that tokens i to j name with the word of its level.
func (p *page) seatIn(i, j int) *lexicon.Place {
	for k := i; k < j; k++ {
		if s, n := p.places.Longest(p.text, k); n > 0 && k+n == j {
			return s
		}
	}
	return nil
}

// run gives how many capital words stand at token i.
func (p *page) run(i int) int {
	k := i
	for p.capital(k) && (k == i || p.follows(k) && p.tok(k).Gap != viet.Joined) {
		k++
	}
	return k - i
}
