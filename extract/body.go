package extract

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"
)

// findBody chooses the element that holds the article: down from the root,
// always into the child with nearly all of the good text, furniture set aside.
func (r *reader) findBody() {
	r.weigh()
	r.best = 0
	if parts := r.found.parts[partBody]; len(parts) > 0 {
		r.fixedBody(parts)
		return
	}
	for {
		child := r.heaviest(r.best)
		if child < 0 || r.good(child) < 0.78*r.good(r.best) || r.elems[child].inline {
			break
		}
		r.best = child
	}
	for e := &r.elems[r.best]; e.parent > 0 && (e.tag == atom.P || e.b1-e.b0 == 1); e = &r.elems[r.best] {
		r.best = e.parent
	}
	e := &r.elems[r.best]
	r.b0, r.b1 = e.b0, e.b1
	if r.title >= r.b0 && r.title < r.b1 {
		r.b0 = r.title + 1
	}
	r.widen()
	if r.stop > r.b0 && r.stop < r.b1 {
		r.b1 = r.stop
	}
}

// fixedBody takes the body that a profile points at: one element, or the
// several that hold a fair part of the text; what stands between is set aside.
func (r *reader) fixedBody(parts []int) {
	heavy := parts[0]
	for _, e := range parts {
		if r.good(e) > r.good(heavy) {
			heavy = e
		}
	}
	r.best, r.b0 = heavy, -1
	for _, e := range parts {
		x := &r.elems[e]
		if r.good(e) < 0.2*r.good(heavy) || r.b0 >= 0 && x.b0 < r.b1 {
			continue
		}
		if r.b0 < 0 {
			r.b0 = x.b0
		} else {
			r.cutRange(r.b1, x.b0, "between parts of the body")
		}
		r.b1 = x.b1
	}
	if r.title >= r.b0 && r.title < r.b1 {
		r.b0 = r.title + 1
	}
}

// good is the weight of the text inside an element.
func (r *reader) good(e int) float64 {
	x := &r.elems[e]
	return r.weight[x.b1] - r.weight[x.b0]
}

// heaviest is the child element with the most good text, -1 if there is none.
func (r *reader) heaviest(e int) int {
	best := -1
	for c := e + 1; c < r.elems[e].last; c = r.elems[c].last {
		if r.good(c) > 0 && (best < 0 || r.good(c) > r.good(best)) {
			best = c
		}
	}
	return best
}

// weigh gives each block its weight as article text.
func (r *reader) weigh() {
	r.weight = make([]float64, len(r.blocks)+1)
	seen := map[uint64]bool{}
	single := make([]float64, len(r.blocks))
	for i := range r.blocks {
		single[i] = r.plainWeight(i)
		if single[i] >= 12 && r.again(i, seen) || r.imprint(i) {
			single[i] = 0
		}
		r.weight[i+1] = r.weight[i] + single[i]
	}
	r.bury()
	r.stop = r.findStop(single)
	for i := range r.blocks {
		w := 0.0
		if !r.dead[r.blocks[i].elem] {
			w = single[i]
		}
		if i >= r.stop {
			w *= 0.1
		}
		if i < r.title {
			w *= 0.2
		}
		r.weight[i+1] = r.weight[i] + w
	}
}

// findStop finds where the article has ended: at the head of the readers'
// comments, or at the headline of another article that was loaded below.
func (r *reader) findStop(single []float64) int {
	if r.title < 0 {
		return len(r.blocks)
	}
	head := &r.elems[r.blocks[r.title].elem]
	before := 0.0
	for i := r.title + 1; i < len(r.blocks); i++ {
		b := &r.blocks[i]
		if before >= 60 && b.words <= 8 && r.x.phrases.end.is(strings.TrimRight(r.folded(i), " 0123456789")) {
			return i
		}
		e := &r.elems[b.elem]
		if before >= 60 && head.tag == atom.H1 && e.tag == atom.H1 && b.words > 3 && attr(e.node, "class") == attr(head.node, "class") && !r.sameLine(i, r.title) {
			return i
		}
		if !r.dead[b.elem] {
			before += single[i]
		}
	}
	return len(r.blocks)
}

func (r *reader) sameLine(i, j int) bool { return r.folded(i) == r.folded(j) }

// again tells whether the same text stood on the page before: of an article
// that is printed twice, one copy counts.
func (r *reader) again(i int, seen map[uint64]bool) bool {
	sum := uint64(14695981039346656037) // FNV-1a
	for _, c := range r.text[r.blocks[i].t0:r.blocks[i].t1] {
		sum = (sum ^ uint64(c)) * 1099511628211
	}
	was := seen[sum]
	seen[sum] = true
	return was
}

// imprint tells whether a block is the paper's own address, licence or
// copyright line.
func (r *reader) imprint(i int) bool {
	b := &r.blocks[i]
	text := r.text[b.t0:b.t1]
	if b.words > 80 || bytes.IndexByte(text, ':') < 0 && !hasDigit(text) && !bytes.Contains(text, []byte("\u00a9")) {
		return false
	}
	head := string(text[:min(len(text), 60)])
	return hasPrefixAny(text, "\u00a9", "\u00ae") || bytes.Contains(text, []byte("/GP-")) && bytes.Contains(text, []byte("phép")) || r.x.phrases.imprint.begins(r.x.phrases.fold(head)) > 0
}

// plainWeight judges a block by itself: the words of sentences outside links.
func (r *reader) plainWeight(i int) float64 {
	b := &r.blocks[i]
	share := b.linkShare()
	if b.words < 6 || share > 0.5 {
		return 0
	}
	w := float64(b.words) * (1 - share)
	if !r.sentence(i) {
		w *= 0.3
	}
	return w
}

// bury marks as dead the elements that are furniture by tag or name and hold
// no more of the page's text than furniture may.
func (r *reader) bury() {
	r.dead = make([]bool, len(r.elems))
	total := r.weight[len(r.blocks)]
	for i := range r.elems {
		e := &r.elems[i]
		if e.parent >= 0 && r.dead[e.parent] {
			r.dead[i] = true
			continue
		}
		if e.b0 == e.b1 || r.title >= e.b0 && r.title < e.b1 {
			continue
		}
		share := 0.0
		if total > 0 {
			share = r.good(i) / total
		}
		r.dead[i] = (share < r.furniture(e) || share < 0.3 && r.teaser(e) && r.words[e.b1]-r.words[e.b0] < 90) && !r.hasPart(partKeep, i) && !r.hasPart(partBody, i)
	}
}

// furniture is the share of the page's text that an element may hold and still
// be set aside for what its tag and names say; 0 for an element that says
// nothing.
func (r *reader) furniture(e *elem) float64 {
	switch e.tag {
	case atom.Footer, atom.Dialog:
		return 0.95
	case atom.Nav, atom.Menu:
		return 0.6
	case atom.Aside:
		return 0.4
	case atom.Header:
		return 0.2
	}
	switch {
	case e.hidden:
		return 0.6
	case e.hint&hintComment != 0:
		return 0.75
	case e.hint&hintNotBody != 0 && e.hint&hintContent == 0:
		return 0.75
	case e.hint&hintJunk != 0 && e.hint&hintContent == 0 && !e.inline:
		if r.share(e.b0, e.b1) > 0.3 {
			return 0.5
		}
		return 0.15
	}
	return 0
}

// widen takes in the parts of a body that was cut in pieces: what follows the
// body beside it, is text without links, and does not look like other boxes.
func (r *reader) widen() {
	for up := r.best; up > 0; up = r.elems[up].parent {
		parent := r.elems[up].parent
		if parent < 0 || r.title >= r.elems[up].b0 && r.title < r.elems[up].b1 {
			return
		}
		for c := r.elems[up].last; c < r.elems[parent].last; c = r.elems[c].last {
			e := &r.elems[c]
			if e.b0 == e.b1 {
				continue
			}
			if !r.continues(c, up) {
				return
			}
			r.b1 = e.b1
		}
	}
}

// continues tells whether an element goes on with the text of the one before.
func (r *reader) continues(c, before int) bool {
	e, b := &r.elems[c], &r.elems[before]
	if r.dead[c] || r.good(c) < 12 || r.share(e.b0, e.b1) > 0.15 || e.hint&(hintTags|hintComment|hintAuthor) != 0 {
		return false
	}
	return e.tag == atom.P || e.tag == b.tag && (e.hint&hintContent != 0 || attr(e.node, "class") == attr(b.node, "class"))
}
