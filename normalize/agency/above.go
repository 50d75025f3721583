package agency

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

// aboves finds the bodies that an article writes behind the ones below them.
type aboves struct{ *article }

// name gives bodies the ones above them that the text writes right behind: Đội Quản lý thị
// trường số 4, Chi cục Quản lý thị trường A; Trung đoàn 88 (Sư đoàn 302).
func (a *aboves) name() {
	for _, d := range a.nodes {
		if e := a.single(d); e != nil && e.owner == nil && (e.parent == "" || e.kind == "army" || a.says(d)) {
			if up := a.written(d, e); up != nil {
				e.parent = up.id
			}
		}
	}
}

// ofParts are the kinds of bodies that count too where the name of a part ends with theirs.
var ofParts = []string{"ministry", "court", "procuracy"}

// wholeOf finds the body whose name ends that of a part of it: Thanh tra | Bộ Công an.
func wholeOf(r *scanner, d *node) {
	if d.body < 0 || !r.bodies[d.body].plain() || r.bodies[d.body].Parent == "" || r.bodies[d.body].Country != home {
		return
	}
	for i := d.from + 1; i < d.to; i++ {
		senses, n := r.names.Longest(r.x, i)
		if n == 0 || i+n != d.to {
			continue
		}
		above := func(s sense) bool {
			b := &r.bodies[s.body]
			return b.Name == r.bodies[d.body].Parent && b.Country == home && slices.Contains(ofParts, b.Kind)
		}
		if k := slices.IndexFunc(senses, above); k >= 0 {
			r.found(r.listed(i, n, senses[k:k+1:k+1]))
			return
		}
	}
}

// says tells whether the text says in so many words what is above the body of a node, or in
// brackets: of what a department was part before the lexicon's time.
func (a *aboves) says(d *node) bool {
	return a.text(d).Is(d.to, reading.Under|reading.Of|reading.Opening)
}

// single gives the one agency that a node names, nil for several or none.
func (a *aboves) single(d *node) *entity {
	if d == nil || len(d.entities()) != 1 {
		return nil
	}
	return d.entities()[0]
}

// written gives the body named right behind a node if it can be above that one's, nil if
// it cannot, or both stand in a row of others.
func (a *aboves) written(d *node, e *entity) *entity {
	next := a.behind(d, reading.Comma|reading.Dash|reading.Opening)
	up := a.single(next)
	switch {
	case up == nil, !a.larger(up, e), a.inRow(d, next):
		return nil
	}
	return up
}

// behind gives the node that stands right behind another one and a mark, thuộc or của; in brackets,
// if it fills them; nil for none.
func (a *aboves) behind(d *node, marks reading.Bits) *node {
	x, next, k := a.text(d), a.next(d), d.to
	if x.Is(k, marks) {
		k++
	}
	for x.Is(k, reading.Under|reading.Of) {
		k++
	}
	switch {
	case next == nil, k == d.to, next.from != k, !sameSentence(x, d.from, k):
		return nil
	case x.Is(d.to, reading.Opening) && !x.Is(next.to, reading.Closing):
		return nil
	}
	return next
}

// inRow tells whether a node and the next, which is above it, stand in a row of bodies that are
// parted by commas, of which another is not above the one before it.
func (a *aboves) inRow(d, next *node) bool {
	if !a.text(d).Is(d.to, reading.Comma) {
		return false
	}
	i := d.index
	return i > 0 && a.beside(a.nodes[i-1]) == d && !a.climbs(a.nodes[i-1], d) || a.beside(next) != nil && !a.climbs(next, a.beside(next))
}

// beside gives the node behind another one and a comma or "và", nil for none.
func (a *aboves) beside(d *node) *node { return a.behind(d, reading.Comma|reading.And) }

// climbs tells whether the second of two nodes is above the first.
func (a *aboves) climbs(d, next *node) bool {
	e, up := a.single(d), a.single(next)
	return e != nil && up != nil && a.larger(up, e)
}

// above are the kinds of bodies that may be above one of a kind.
var above = map[string][]string{
	"army": {"army", "ministry"}, "police": {"police", "ministry", "department"}, "department": {"department", "ministry", "executive", "government-body"},
}

// larger tells whether one body may be above another, by its kind and the first words of both names.
func (a *aboves) larger(up, e *entity) bool {
	size := a.size(e.name)
	return size >= 0 && a.size(up.name) > size && up.country == e.country && slices.Contains(above[e.kind], up.kind)
}

// size gives the place of the first words of a name among those that tell how large a body is,
// -1 where they tell nothing.
func (w *words) size(name string) int {
	best := -1
	for i, word := range w.forms.Sizes {
		rest, begins := strings.CutPrefix(name, word)
		if begins && (rest == "" || rest[0] == ' ') && (best < 0 || len(word) > len(w.forms.Sizes[best])) {
			best = i
		}
	}
	return best
}

// besideForce tells whether a body is the police or army of a place below the provinces and stands behind a comma.
func besideForce(r *reader, d *node) bool {
	return r.x.Is(d.from-1, reading.Comma) && d.place.Level > lexicon.ProvinceLevel && slices.Contains([]string{"police", "army"}, r.kindOf(d))
}

// policeBeside tells whether a unit is one of police by the first word of its name, and the body is another of a place:
// Phòng Cảnh sát giao thông, Sở Xây dựng tỉnh A.
func policeBeside(f *form, owner *node) bool {
	if owner.place.Name == "" || f.kindOf(owner) == "police" {
		return false
	}
	head, n := f.abroad.Longest(f.x, f.first())
	return n > 0 && head.Kind == "police" && !head.Typed
}
