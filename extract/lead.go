package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findLead marks the lead (sapo): text between the headline and the body that
// is named so, set as a heading, or is what the page describes itself with.
func (r *reader) findLead(first, b0, b1 int) {
	if parts := r.found.parts[partLead]; len(parts) > 0 {
		for _, e := range parts {
			r.leadElem(e, b0)
		}
		return
	}
	var descriptions []string
	for _, d := range r.meta.descriptions {
		descriptions = append(descriptions, r.x.phrases.fold(d))
	}
	if r.leadBetween(first, b0) {
		return
	}
	seen := 0
	for i := first; i < b1 && seen < 3; i++ {
		b := &r.blocks[i]
		if b.cut != "" || b.role != roleNone {
			continue
		}
		if r.image(i) && r.figureTable(i) || r.captionElem(i) {
			continue
		}
		named := r.leadNamed(i)
		if r.dead[b.elem] && !named || b.words < 6 || b.linkShare() > 0.5 {
			continue
		}
		if named || r.leadLike(i, descriptions) {
			b.role = roleLead
			if i+1 >= b1 || !r.sameLead(i) {
				return
			}
			continue
		}
		if b.words >= 8 {
			seen++
		}
		if i >= b0 && seen > 0 {
			return
		}
	}
}

// leadBetween takes as the lead the one paragraph that stands between headline
// and body, in neither.
func (r *reader) leadBetween(first, b0 int) bool {
	lead := -1
	for i := first; i < b0; i++ {
		b := &r.blocks[i]
		if b.cut != "" || r.dead[b.elem] || b.words < 12 || b.linkShare() > 0.4 || !r.sentence(i) || r.captionElem(i) {
			continue
		}
		if lead >= 0 {
			return false
		}
		lead = i
	}
	if lead < 0 || r.weight[r.b1]-r.weight[b0] < 60 || r.image(lead) {
		return false
	}
	r.blocks[lead].role = roleLead
	return true
}

func (r *reader) leadElem(e, b0 int) {
	x := &r.elems[e]
	for i := x.b0; i < x.b1 && i < len(r.blocks); i++ {
		b := &r.blocks[i]
		if b.cut == "profile: drop" || b.role == roleTitle {
			continue
		}
		if i > x.b0 && b.linkShare() > 0.6 {
			b.cut = "link line"
			continue
		}
		b.role, b.cut = roleLead, ""
	}
}

// leadNamed tells whether the element about a block is named as the lead and
// holds little else.
func (r *reader) leadNamed(i int) bool {
	for e, up := r.blocks[i].elem, 0; e > 0 && up < 4; e, up = r.elems[e].parent, up+1 {
		x := &r.elems[e]
		if x.b1-x.b0 > 5 {
			break
		}
		if x.hint&hintLead != 0 && x.hint&hintContent == 0 {
			return true
		}
	}
	return r.whole(i)&hintLead != 0
}

// sameLead tells whether the next block stands in the same lead element.
func (r *reader) sameLead(i int) bool {
	e := r.blocks[i].elem
	if r.blocks[i+1].elem == e {
		return true
	}
	p := &r.elems[r.elems[e].parent]
	return p.hint&hintLead != 0 && p.b1 > i+1 && p.b1-p.b0 <= 5
}

// leadLike judges a block without a telling name: a heading or bold text that
// reads as a sentence, or the page's description.
func (r *reader) leadLike(i int, descriptions []string) bool {
	b := &r.blocks[i]
	f := r.folded(i)
	for _, d := range descriptions {
		if len(d) > 40 && (strings.HasPrefix(f, d[:min(len(d)*2/3, len(f))]) && len(f) > 40 || common(f, d) > 0.8) {
			return true
		}
	}
	return b.words >= 14 && (r.heading(i) > 1 || b.allBold()) && (r.sentence(i) || b.words > 20)
}

// unprefix takes the name of the paper off the head of a lead: "(Dân trí) - ",
// "TTO - ", or a span with nothing but the name. A place stays.
func (r *reader) unprefix(i int, line string) string {
	b := &r.blocks[i]
	for e := b.e0; e < b.e1; e++ {
		x := &r.elems[e]
		if x.t0 == b.t0 && x.t1 > x.t0 && x.t1 < b.t1 {
			name := squeeze(string(r.text[x.t0:x.t1]))
			if r.x.phrases.outlet.is(accented(name)) && strings.HasPrefix(line, name) {
				return trimDash(line[len(name):])
			}
		}
	}
	return r.x.unprefix(line)
}

func (x *Extractor) unprefix(line string) string {
	if rest, ok := strings.CutPrefix(line, "("); ok {
		name, after, ok := strings.Cut(rest, ")")
		if ok && len(name) < 40 && x.paper(name, true) && trimDash(after) != "" {
			return trimDash(after)
		}
		return line
	}
	for _, dash := range []string{"-", "–", "—", ":", "|"} {
		name, after, ok := strings.Cut(line, dash)
		if ok && len(name) < 30 && x.paper(name, false) && len(after) > 20 {
			return trimDash(after)
		}
	}
	return line
}

func trimDash(s string) string { return strings.TrimLeft(s, " -–—:|.") }

// paper tells whether words are the short name of a paper.
func (x *Extractor) paper(name string, bracketed bool) bool {
	name = strings.TrimSpace(name)
	f := accented(name)
	if f == "" || strings.Count(f, " ") > 4 {
		return false
	}
	if x.phrases.outlet.is(f) || strings.HasSuffix(name, ".vn") || strings.HasSuffix(name, ".com") || bracketed && x.phrases.outlet.begins(f) > 0 {
		return true
	}
	return letterCode(name) && (bracketed || len(name) >= 3) && !places[name]
}

// places are capitals that stand before a lead as a place.
var places = map[string]bool{"TPHCM": true, "TP": true, "TP.HCM": true, "HCM": true, "TP HCM": true, "VN": true, "USD": true, "VND": true, "GDP": true, "TP.": true}

// letterCode tells whether a name is one word of capitals, as TTO or NLĐO.
func letterCode(s string) bool {
	if strings.ContainsAny(s, " 0123456789") || utf8.RuneCountInString(s) < 2 || utf8.RuneCountInString(s) > 8 {
		return false
	}
	for _, c := range s {
		if unicode.IsLower(c) {
			return false
		}
	}
	return true
}
