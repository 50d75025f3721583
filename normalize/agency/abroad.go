package agency

import (
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// abroadReach bounds the words between the head and the region of a name:
// Tòa án Quận Trung tâm Seoul.
const abroadReach = 7

// abroadAt reads a body of another country's region: Sở Cảnh sát Los Angeles,
// Công an tỉnh Vân Nam (Trung Quốc).
func (r *reader) abroadAt(i int) *node {
	head, n := r.abroad.Longest(r.x, i)
	if n == 0 || !capitalised(r.x, i) || head.Common && r.opens(i) {
		return nil
	}
	for j := i + n; j < len(r.x.Tokens) && j <= i+n+abroadReach; {
		if tok := &r.x.Tokens[j]; tok.Gap != viet.Space || tok.Kind != viet.Word {
			return r.underRegion(i, j, head)
		}
		if g, m := r.regionAt(j); m > 0 {
			d := &node{text: r.n, from: i, to: j + m, body: -1, alt: -1, kind: head.Kind, country: g.Country, rule: "form " + head.Word + " abroad"}
			d.made = r.regionName(i, j, g, head.Typed && j == i+n)
			r.insideCountry(d)
			return d
		}
		step := r.leadsToRegion(j)
		if step == 0 {
			return nil
		}
		j += step
	}
	return nil
}

// underRegion reads a body of a place that lies in a foreign region: Cục Công
// an thành phố Phổ Nhĩ, tỉnh Vân Nam.
func (r *reader) underRegion(i, j int, head *lexicon.Head) *node {
	toks := r.x.Tokens
	if id := toks[j].ID; id != r.w.comma && id != r.w.open || toks[j].Gap == viet.Paragraph || toks[j-1].Shape == viet.Lower {
		return nil
	}
	k := j + 1
	if _, n := r.levelAt(r.x, k); n > 0 {
		k += n
	}
	g, n := r.regionAt(k)
	if n == 0 {
		return nil
	}
	d := &node{text: r.n, from: i, to: j, body: -1, alt: -1, kind: head.Kind, country: g.Country, rule: "form " + head.Word + " abroad"}
	d.made = fullLevels(r.x.Slice(i, j))
	return d
}

// fullLevels writes short words of level in full.
func fullLevels(name string) string {
	return strings.NewReplacer(" TP. ", " thành phố ", " TP ", " thành phố ").Replace(name)
}

// opens tells whether token i is the first of its sentence.
func (r *reader) opens(i int) bool {
	return i == 0 || r.x.Tokens[i-1].Sentence != r.x.Tokens[i].Sentence
}

// regionAt reads a region of another country at token i.
func (r *reader) regionAt(i int) (*lexicon.Region, int) {
	if i >= len(r.x.Tokens) || r.x.Tokens[i].Kind != viet.Word {
		return nil, 0
	}
	g, n := r.regions.Longest(r.x, i)
	if n == 0 || r.x.Tokens[i+n-1].Shape == viet.Lower || n == 1 && r.continues(r.x, i, 1) {
		return nil, 0
	}
	return g, n
}

// leadsToRegion gives the number of words at token i that may stand between a
// head and the region: one with a capital that begins no place of Vietnam, or
// some of the closed set; 0 for others.
func (r *reader) leadsToRegion(i int) int {
	if _, n := r.toRegion.Longest(r.x, i); n > 0 {
		return n
	}
	if r.x.Tokens[i].Shape == viet.Lower || r.surname[r.x.Tokens[i].ID] {
		return 0
	}
	if _, end := r.barePlace(r.x, i, anyLevel); end > i {
		return 0
	}
	return 1
}

// regionName gives the name as written, the region in its usual spelling and,
// if wanted, behind the word of its level.
func (r *reader) regionName(i, at int, g *lexicon.Region, typed bool) string {
	name := fullLevels(r.x.Slice(i, at) + " ")
	name = strings.TrimSuffix(name, " ")
	if typed && g.Type != "" {
		name += " " + g.Type
	}
	return name + " " + g.Name
}

// insideCountry reads the country behind a region: ", Trung Quốc" or "(Lào)".
func (r *reader) insideCountry(d *node) {
	i := d.to
	if i+1 >= len(r.x.Tokens) {
		return
	}
	switch id := r.x.Tokens[i].ID; {
	case id == r.w.comma, id == r.w.cua:
		if code, n := r.countryAt(i+1, true); n > 0 && code == d.country {
			d.to = i + 1 + n
		}
	case id == r.w.open:
		if code, n := r.countryAt(i+1, true); n > 0 && code == d.country && i+1+n < len(r.x.Tokens) && r.x.Tokens[i+1+n].ID == r.w.close {
			d.to = i + 2 + n
		}
	default:
		if code, n := r.countryAt(i, true); n > 0 && code == d.country {
			d.to = i + n
		}
	}
}

// abroadPlace makes a foreign body of one whose place no list holds and behind
// which a region or country stands: Công an huyện Ninh Minh, Quảng Tây.
func (r *reader) abroadPlace(d *node, b *body) {
	i := d.to
	if d.place.index >= 0 || i+1 >= len(r.x.Tokens) || r.x.Tokens[i].Gap == viet.Paragraph {
		return
	}
	if id := r.x.Tokens[i].ID; id == r.w.comma || id == r.w.open || id == r.w.cua || id == r.w.thuoc {
		i++
	}
	if _, n := r.levelAt(r.x, i); n > 0 {
		i += n
	}
	var code string
	if g, n := r.regionAt(i); n > 0 {
		code = g.Country
	} else if c, n := r.countryAt(i, true); n > 0 && c != home {
		code = c
	}
	if code == "" {
		return
	}
	d.made, d.kind, d.country, d.body, d.bodies = b.head+" "+d.place.full(), b.Kind, code, -1, nil
	d.rule = "place abroad"
}
