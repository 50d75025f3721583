package extract

import (
	"strings"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// leadFinder finds the lead (sapo).
type leadFinder struct{ *view.View }

// find marks the lead (sapo): text between the headline and the body that
// is named so, set as a heading, or is what the page describes itself with.
func (r leadFinder) find(first, b0, b1 int) {
	if parts := r.Found.Parts[layout.Lead]; len(parts) > 0 {
		for _, e := range parts {
			r.leadElem(e, b0)
		}
		return
	}
	if r.leadBetween(first, b0) {
		return
	}
	descriptions := r.descriptions()
	seen := false
	for i := first; i < b1; i++ {
		b := &r.Blocks[i]
		switch {
		case !r.mayLead(i):
			continue
		case r.LeadNamed(i), r.leadLike(i, descriptions):
			b.Role = dom.RoleLead
			if !r.sameLead(i) {
				return
			}
			continue
		case b.Words >= 8 && (r.Sentence(i) || !r.PrintsDate(i)):
			seen = true
		}
		if i >= b0 && seen {
			return
		}
	}
}

// shortestDescription is how long the description of an article is, folded, in
// bytes: a shorter one is a slogan.
const shortestDescription = 40

// descriptions are what the page says of itself, folded.
func (r leadFinder) descriptions() (all []string) {
	for _, d := range r.Meta.Descriptions {
		if f := lines.Fold(d); len(f) > shortestDescription {
			all = append(all, f)
		}
	}
	return all
}

// mayLead leaves out what was read before, pictures' words, links and furniture.
func (r leadFinder) mayLead(i int) bool {
	b := &r.Blocks[i]
	switch {
	case b.Cut != "", b.Words < 6, b.LinkShare() > 0.5:
		return false
	case r.CaptionElem(i), r.ImageBefore(i) && r.FigureTable(i):
		return false
	case r.Timed(i): // Bắt đầu bởi A, 05/03/2021 07:15
		return false
	}
	return !r.Dead[b.Elem] || r.LeadNamed(i)
}

// leadBetween takes as the lead the one paragraph that stands between headline
// and body, in neither.
func (r leadFinder) leadBetween(first, b0 int) bool {
	lead := -1
	for i := first; i < b0; i++ {
		b := &r.Blocks[i]
		switch {
		case b.Cut != "", r.Dead[b.Elem], !r.Prose(i), r.CaptionElem(i):
		case lead >= 0:
			return false
		default:
			lead = i
		}
	}
	if lead < 0 || r.Weight[r.B1]-r.Weight[b0] < 60 || r.ImageBefore(lead) {
		return false
	}
	r.Blocks[lead].Role = dom.RoleLead
	return true
}

func (r leadFinder) leadElem(e, b0 int) {
	x := &r.Elems[e]
	for i := x.B0; i < min(x.B1, len(r.Blocks)); i++ {
		switch b := &r.Blocks[i]; {
		case b.Cut == "profile: drop":
		case i > x.B0 && b.MostlyLinks():
			b.Cut = "link line"
		default:
			b.Role, b.Cut = dom.RoleLead, ""
		}
	}
}

// sameLead tells whether the next block stands in the same lead element.
func (r leadFinder) sameLead(i int) bool {
	e := &r.Elems[r.Blocks[i].Elem]
	if e.B1 > i+1 {
		return true
	}
	p := &r.Elems[e.Parent]
	return p.Hint&dom.HintLead != 0 && p.B1 > i+1
}

// leadLike judges a block without a telling name: a heading or bold text that
// reads as a sentence, or the page's description.
func (r leadFinder) leadLike(i int, descriptions []string) bool {
	b := &r.Blocks[i]
	f := r.Folded(i)
	for _, d := range descriptions {
		if len(f) > shortestDescription && strings.HasPrefix(f, d[:min(len(d)*2/3, len(f))]) || common(f, d) > 0.8 {
			return true
		}
	}
	return b.Words >= 14 && (r.Heading(i) > 1 || b.AllBold()) && (r.Sentence(i) || b.Words > 20)
}
