package official

import (
	"github.com/boctin/boctin/normalize/viet"
)

// home is the state that a person serves when nothing says another.
const home = "VN"

// settleCountry finds the state a person serves: what the text says beside the
// name, then what is known of the person, then the agencies of the posts, then
// the delegation, and for a foreign name the state named last before it.
func (h *house) settleCountry(t *tables, p *person) {
	if p.country = h.stated(p); p.country != "" {
		return
	}
	if c := t.persons[p.key]; c != "" {
		p.country = c
		return
	}
	if p.foreign && len(p.words) > 1 && t.persons[p.words[len(p.words)-1]] != "" {
		p.country = t.persons[p.words[len(p.words)-1]]
		return
	}
	abroad := p.foreign || p.calledAbroad() && !t.is(t.vocab.ID(p.words[0]), isSurname)
	if p.country = h.served(p); p.country == "INT" && !abroad && p.ranked() {
		p.country = home
		return
	}
	if p.country != "" && (p.country != home || !abroad) {
		return
	}
	for _, m := range p.mentions {
		if c := m.page.delegation(m.from); c != "" {
			p.country = c
			return
		}
	}
	if p.foreign || p.calledAbroad() {
		p.country = nearestState(p)
		return
	}
	p.country = home
}

// calledAbroad tells whether the text calls a person as those of other states are
// called: ngài.
func (p *person) calledAbroad() bool {
	for _, m := range p.mentions {
		for _, h := range m.honors {
			if h.Abroad {
				return true
			}
		}
	}
	return false
}

// ranked tells whether the text gives the person a rank: a force of his own state
// has it to give.
func (p *person) ranked() bool {
	for _, m := range p.mentions {
		if len(m.ranks) > 0 {
			return true
		}
	}
	return false
}

// stated gives the state named beside the person, the first said, and doubts
// where another is said later.
func (h *house) stated(p *person) string {
	country := ""
	for _, m := range p.mentions {
		switch c := said(m); {
		case country == "":
			country = c
		case c != "" && c != country:
			h.doubts = append(h.doubts, doubt{rule: "official/two-countries", at: m, why: "said of " + country + " before, of " + c + " here"})
		}
	}
	return country
}

// served gives the state of the agencies of a person's posts, another than ours
// before ours.
func (h *house) served(p *person) string {
	country := ""
	for _, m := range p.mentions {
		for _, o := range m.offices {
			if o.agency < 0 {
				continue
			}
			if c := h.agencies[o.agency].Country; country == "" || country == home {
				country = c
			}
		}
	}
	return country
}

// delegation gives the state of the delegation that the person before token i
// leads, or leads with the one named before: Đoàn đại biểu … Trung Quốc do đồng
// chí X; phía Lào do ông X và ông Y.
func (p *page) delegation(i int) string {
	const most = 30
	by := i - 1
	if i > 0 && p.text.Word(by) == "và" {
		for by--; by > 0 && i-by < most && p.tok(by).Sentence == p.tok(i).Sentence && p.text.Word(by) != "do"; by-- {
			if _, n := p.stops.Longest(p.text, by); n > 0 && p.tok(by).Shape == viet.Lower || p.punct(by, ";") {
				return ""
			}
		}
	}
	if by < 1 || p.text.Word(by) != "do" {
		return ""
	}
	for k := by - 1; k >= 0 && by-k < most && p.tok(k).Sentence == p.tok(i).Sentence; k-- {
		if p.is(p.tok(k).ID, isLed) {
			return p.stateIn(k, by)
		}
	}
	return ""
}

// stateIn gives the last state or agency's state named in tokens i to j.
func (p *page) stateIn(i, j int) string {
	country := ""
	for k := i; k < j; k++ {
		if s, ok := p.spotAt(k); ok && s.to <= j {
			country = p.agencies[s.agency].Country
		}
		if code, n := p.stateAt(k); n > 0 && p.capital(k) {
			country = code
		} else if code, n := p.lands.Longest(p.text, k); n > 0 && p.capital(k) {
			country = code
		}
	}
	return country
}

// nearestState gives the state named last before a person, or else first behind
// within the sentence.
func nearestState(p *person) string {
	const back, ahead = 150, 40 // tokens
	for _, m := range p.mentions {
		for k := m.from - 1; k >= 0 && m.from-k < back; k-- {
			if c := m.page.foreignState(k); c != "" {
				return c
			}
		}
	}
	for _, m := range p.mentions {
		for k := m.name.to; m.page.follows(k) && k-m.name.to < ahead; k++ {
			if c := m.page.foreignState(k); c != "" {
				return c
			}
		}
	}
	return p.mentions[0].page.headState()
}

// headState gives the first state, not ours, that the headline names.
func (p *page) headState() string {
	for k := range p.head.text.Tokens {
		if c := p.head.foreignState(k); c != "" {
			return c
		}
	}
	return ""
}

// stateAt gives the state named at token i and its tokens, 0 for none.
func (p *page) stateAt(i int) (code string, n int) {
	if code, n = p.countries.Longest(p.text, i); n > 0 {
		if _, m := p.unstates.Longest(p.text, i); m > n {
			return "", 0
		}
	}
	return code, n
}

// foreignState gives the state, not ours, that is named at token i.
func (p *page) foreignState(i int) string {
	if !p.capital(i) || p.addressed(i) {
		return ""
	}
	if code, n := p.stateAt(i); n > 0 && code != home {
		return code
	}
	code, _ := p.lands.Longest(p.text, i)
	return code
}

// addressed tells whether an honorific stands before token i, so that a name
// begins there: ngài Úc Kim Lẹ.
func (p *page) addressed(i int) bool {
	const longest = 2
	for n := 1; n <= longest && i-n >= 0; n++ {
		if w, k := p.words.Longest(p.text, i-n); k == n && w.kind == honorificWord {
			return true
		}
	}
	return false
}
