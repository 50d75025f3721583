package agency

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// beside gives the country that stands next to a node: of a post that only one
// state has, of the delegation it is named in, of the other posts of its holder.
func (a *article) beside(d *node) string {
	x := a.texts[d.text]
	at := position(a.signs, d)
	for i := max(0, at-2); i < len(a.signs) && i < at+2; i++ {
		if m := &a.signs[i]; m.text == d.text && a.linked(x, min(m.token, d.from), max(m.token, d.from)) {
			return m.code
		}
	}
	if code := a.delegation(d, x); code != "" {
		return code
	}
	return a.sameHolder(d, x)
}

// reach is how many tokens apart two posts of one person may begin.
const reach = 14

// linked tells whether only commas and words of titles lie between two tokens,
// the agencies' own left out.
func (a *article) linked(x *viet.Text, i, j int) bool {
	if j-i > reach {
		return false
	}
	for ; i < j; i++ {
		tok := &x.Tokens[i]
		if tok.Sentence != x.Tokens[j].Sentence || tok.ID == 0 || tok.ID != a.w.comma && tok.ID != a.w.kiem && !a.link[tok.ID] {
			return false
		}
	}
	return true
}

// sameHolder looks at the nodes right before and after: posts of one holder,
// one of which names its country.
func (a *article) sameHolder(d *node, x *viet.Text) string {
	i := d.index
	if i >= len(a.nodes) || a.nodes[i] != d {
		return "" // an owner inside another node, or one filled in
	}
	for j := i + 1; j < len(a.nodes) && j <= i+3; j++ {
		o := a.nodes[j]
		if o.text != d.text || !a.titled(x, a.nodes[j-1].to, o.from) {
			break
		}
		if code := a.said(o); code != "" {
			return code
		}
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		o := a.nodes[j]
		if o.text != d.text || !a.titled(x, o.to, a.nodes[j+1].from) {
			break
		}
		if code := a.said(o); code != "" {
			return code
		}
	}
	return ""
}

// said gives the country that a node names, or that alone has such a body.
func (a *article) said(d *node) string {
	if own := a.homes(d); d.country == "" && len(own) == 1 && own[0] != lexicon.AnyCountry && own[0] != home {
		return own[0]
	}
	return d.country
}

// titled tells whether a comma and a title, and nothing else, lie between.
func (a *article) titled(x *viet.Text, i, j int) bool {
	return i < j && (x.Tokens[i].ID == a.w.comma || x.Tokens[i].ID == a.w.kiem) && j-i > 1 && a.linked(x, i, j) && x.Tokens[j].Sentence == x.Tokens[i].Sentence
}

// delegation reads "Đoàn … Trung Quốc do ông …, Thứ trưởng Bộ Công an": whose
// members serve the country of the delegation.
func (a *article) delegation(d *node, x *viet.Text) string {
	lead := -1
	for i := d.from - 1; i >= 0 && i > d.from-60 && x.Tokens[i].Sentence == x.Tokens[d.from].Sentence; i-- {
		switch id := x.Tokens[i].ID; {
		case id == 0:
		case id == a.w.do_ && lead < 0:
			lead = i
		case id == a.w.doan && lead >= 0:
			return a.countryBetween(d.text, i, lead)
		case id == a.w.doan:
			return ""
		}
	}
	return ""
}

func (a *article) countryBetween(text, i, j int) string {
	at := position(a.nations, &node{text: text, from: j})
	if at > 0 && a.nations[at-1].text == text && a.nations[at-1].token >= i {
		return a.nations[at-1].code
	}
	return ""
}
