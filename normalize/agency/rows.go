package agency

import (
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/viet"
)

// ministries reads "các Bộ Công an, Quốc phòng và Y tế": a head named once for all.
func (r *reader) ministries(i int) []*node {
	toks := r.x.Tokens
	if i == 0 || toks[i-1].ID != r.w.cac && toks[i-1].ID != r.w.hai && toks[i-1].Kind != viet.Number {
		return nil
	}
	head, n := r.heads.Longest(r.x, i)
	if n == 0 || r.elided[head.Word] == nil {
		return nil
	}
	var out []*node
	for j := i + n; j < len(toks) && toks[j].Gap != viet.Paragraph; {
		senses, m := r.elided[head.Word].Longest(r.x, j)
		if m > 0 && capitalised(r.x, j) {
			d := r.plain(j, m, senses)
			d.rule = "list of " + head.Word
			out = append(out, d)
			j = d.to
			continue
		}
		if id := toks[j].ID; id == 0 || id != r.w.comma && id != r.w.va && (len(out) > 0 || id != r.w.colon) {
			break
		}
		j++
	}
	if len(out) < 2 {
		return nil
	}
	out[0].from = i
	return out
}

// several reads the places of "Công an các tỉnh A, B và C" behind a head, one
// node each; nil if the text is not so.
func (r *reader) several(i int) []*node {
	var out []*node
	r.names.Each(r.x, i, func(senses []sense, n int) {
		if !r.opensRow(i + n) {
			return
		}
		for _, s := range senses {
			b := &r.bodies[s.body]
			if b.slot != "place" && b.slot != "at" || !r.written(i, n, s, b) {
				continue
			}
			if list := r.placesAt(i, i+n, s, b); len(list) > 1 {
				out = list
			}
		}
	})
	return out
}

// opensRow tells whether các, hai or a number stands at token i.
func (r *reader) opensRow(i int) bool {
	toks := r.x.Tokens
	return i < len(toks) && (toks[i].ID == r.w.cac || toks[i].ID == r.w.hai || toks[i].Kind == viet.Number)
}

// placesAt reads "các tỉnh A, B và C", also "các tỉnh, thành phố: A, B".
func (r *reader) placesAt(from, i int, s sense, b *body) []*node {
	toks := r.x.Tokens
	i++
	var out []*node
	var typ levelWord
	for i < len(toks) && toks[i].Gap != viet.Paragraph {
		if id := toks[i].ID; id != 0 && (id == r.w.comma || id == r.w.va) || toks[i].Kind == viet.Punct && r.x.Word(i) == ":" {
			i++
			continue
		}
		start := i
		if w, n := r.levelAt(r.x, i); n > 0 {
			typ, i = w, i+n
		}
		if typ.typ == "" {
			return out
		}
		site, end := r.namedPlace(r.x, i, typ)
		if end == i {
			if start == i {
				return out
			}
			continue
		}
		if site.index < 0 && site.level != lexicon.CommuneLevel && toks[i].Kind != viet.Number || !b.levels[site.level] {
			return out
		}
		if len(out) == 0 {
			start = from
		}
		out = append(out, &node{text: r.n, from: start, to: end, bodies: []sense{s}, body: s.body, alt: -1, place: site, rule: "list of places"})
		i = end
	}
	return out
}
