package extract

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
)

// stampFinder finds when the article was published.
type stampFinder struct{ *view }

// find lists the candidates for the time of publication: printed on the
// page, the likeliest first, then in the metadata, then in the URL.
func (r stampFinder) find(url string) []boctin.Stamp {
	all := r.printedStamps()
	for _, v := range r.meta.Published {
		all = appendStamp(all, boctin.Stamp{Text: v, From: boctin.FromMetadata})
	}
	all = r.timeElements(all)
	for _, v := range r.meta.Modified {
		all = appendStamp(all, boctin.Stamp{Text: v, From: boctin.FromMetadata, Modified: true})
	}
	if d := lines.URLDate(url); d != "" {
		all = append(all, boctin.Stamp{Text: d, From: boctin.FromURL})
	}
	return r.signed(all)
}

func appendStamp(all []boctin.Stamp, s boctin.Stamp) []boctin.Stamp {
	for _, old := range all {
		if old.Text == s.Text && old.From == s.From && old.Modified == s.Modified {
			return all
		}
	}
	return append(all, s)
}

// printedStamps gives at most three lines with a date, the best first.
func (r stampFinder) printedStamps() []boctin.Stamp {
	type scored struct {
		score float64
		block int
	}
	var best []scored
	for i := range r.Blocks {
		if s := r.stampScore(i); s > 0 && !r.belied(i) {
			at := len(best)
			for at > 0 && best[at-1].score < s {
				at--
			}
			best = append(best, scored{})
			copy(best[at+1:], best[at:])
			best[at] = scored{s, i}
			best = best[:min(len(best), 3)]
		}
	}
	var all []boctin.Stamp
	for n, b := range best {
		r.Blocks[b.block].Role = dom.RoleDate
		if parts := r.w.Times(r.Line(b.block)); len(parts) > 0 {
			for _, t := range parts {
				all = appendStamp(all, boctin.Stamp{Text: t.Text, From: boctin.FromPage, Modified: t.Modified})
			}
			continue
		}
		modified := r.changed(b.block)
		if modified {
			modified = false // unless a time of publication stands as near
			for _, other := range best[n+1:] {
				modified = modified || other.score >= b.score-12 && !r.changed(other.block)
			}
			modified = modified || n > 0
		}
		all = appendStamp(all, boctin.Stamp{Text: lines.ShortStamp(r.withClock(b.block)), From: boctin.FromPage, Modified: modified})
	}
	return all
}

// licence tells a line of the paper's own licence or address: its date is that
// of a permit.
func (r stampFinder) licence(i int) bool {
	b := &r.Blocks[i]
	return bytes.Contains(r.Text[b.T0:b.T1], []byte("/GP")) || i >= r.b1 && r.imprint(i)
}

// belied tells a date below the text or far above the headline that the
// metadata contradicts: it is that of something else.
func (r stampFinder) belied(i int) bool {
	b := &r.Blocks[i]
	if i < r.b1 && (r.title < 0 || i >= r.title-6) || r.inPart(layout.Date, b) {
		return false
	}
	y, m, d, ok := lines.FindDate(r.Text[b.T0:b.T1])
	if !ok {
		return false
	}
	known := false
	for _, v := range r.meta.Published {
		if y2, m2, d2, ok := lines.FindDate([]byte(v)); ok {
			known = true
			if y == y2 && m == m2 && d-d2 <= 1 && d2-d <= 1 { // UTC may be a day off
				return false
			}
		}
	}
	return known
}

// changed tells whether a line with a date says that it is that of a change.
func (r stampFinder) changed(i int) bool {
	if r.w.Modified.Begins(r.Folded(i)) > 0 {
		return true
	}
	return r.Above(r.Blocks[i].Elem, func(e *dom.Elem) bool { return e.Hint&dom.HintModified != 0 && e.B1-e.B0 <= 3 })
}

// withClock is a line with a date, joined by the time that stands alone beside
// it.
func (r stampFinder) withClock(i int) string {
	line := r.Line(i)
	if lines.HasClock(r.Bytes(i)) {
		return line
	}
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(r.Blocks) || r.Blocks[j].Words > 2 {
			continue
		}
		if text := r.Bytes(j); lines.HasClock(text) && !lines.HasDate(text) {
			return r.Line(min(i, j)) + " " + r.Line(max(i, j))
		}
	}
	return line
}

// stampScore judges a block as the line of publication: its date, its name,
// its distance from the headline.
func (r stampFinder) stampScore(i int) float64 {
	b := &r.Blocks[i]
	if b.Words > 26 || b.Words == 0 || b.Cut == "" && b.Words > r.stampWords(b) && i >= r.b0 && i < r.b1 || b.Role == dom.RoleCaption || b.Role == dom.RoleTitle {
		return 0
	}
	line := r.Text[b.T0:b.T1]
	given := r.inPart(layout.Date, b)
	if !lines.HasDigit(line) || !(lines.HasDate(line) || lines.HasWordDate(r.Folded(i))) || !given && (r.licence(i) || i == r.head.signed && i > 0 || r.dayOf(i) != dayOpen) {
		return 0
	}
	if !given && i > r.b0+2 && i < r.b1 && b.Words > 7 && r.Sentence(i) {
		return 0 // of the text
	}
	if !given && i >= r.b1 && (r.headlineLink(i-1) || r.headlineLink(i+1)) {
		return 0 // of another article
	}
	score := 10.0
	if given {
		score += 100
	}
	h := r.Whole(i)
	for e, up := b.Elem, 0; e > 0 && up < 3; e, up = r.Elems[e].Parent, up+1 {
		if x := &r.Elems[e]; x.B1-x.B0 <= 4 {
			h |= x.Hint
			if x.Tag == atom.Time {
				h |= dom.HintDate
			}
		}
	}
	if h&dom.HintDate != 0 {
		score += 12
	}
	if r.changed(i) {
		score -= 3
	}
	if r.w.Today.Begins(r.Folded(i)) > 0 {
		score -= 20
	}
	if lines.HasClock(line) {
		score += 6
	}
	anchor := r.title
	if anchor < 0 {
		anchor = r.b0
	}
	switch d := i - anchor; {
	case d >= 0 && d <= 8:
		score += 16 - float64(d)
	case d < 0 && !given && r.menuBetween(i, anchor):
		return 0 // the clock in the head of the site
	case d < 0 && d >= -6:
		score += 12 + float64(d)
	case i >= r.b1 && i < r.b1+4:
		score += 4
	case i > r.b1 || d < -6:
		score -= 8
	default:
		score -= 4
	}
	if b.LinkShare() > 0.5 && b.Words > 5 || h&dom.HintComment != 0 || b.Cut == "teaser" || b.Cut == "row of teasers" || b.Cut == "links" {
		score -= 12
	}
	if r.Above(b.Elem, func(e *dom.Elem) bool {
		return e.Hidden || e.Tag == atom.Footer || e.Tag == atom.Aside || e.Hint&dom.HintComment != 0
	}) {
		score -= 15
	}
	return score
}

// stampWords is how many words a line of publication may have that stands in the
// body: with bars it may say more.
func (r *view) stampWords(b *dom.Block) int {
	return 14 + 4*bytes.Count(r.Text[b.T0:b.T1], []byte("|"))
}

// headlineLink tells whether a block is the headline of another article.
func (r stampFinder) headlineLink(i int) bool {
	return i >= 0 && i < len(r.Blocks) && r.Blocks[i].Words >= 4 && r.Blocks[i].LinkShare() > 0.8
}

// menuBetween tells whether a menu stands between a block and the headline
// below it that is drawn: three links or more.
func (r stampFinder) menuBetween(i, title int) bool {
	links := 0
	for j := i + 1; j < title; j++ {
		b := &r.Blocks[j]
		if b.LinkShare() <= 0.9 || r.Elems[b.Elem].Hidden {
			continue
		}
		for e := b.E0; e < b.E1; e++ {
			if r.Elems[e].Tag == atom.A {
				links++
			}
		}
	}
	return links >= 3
}

// timeElements adds <time datetime> and itemprop datePublished near the
// headline.
func (r stampFinder) timeElements(all []boctin.Stamp) []boctin.Stamp {
	n := 0
	for i := range r.Elems {
		e := &r.Elems[i]
		v := dom.Attr(e.Node, "datetime")
		if e.Tag != atom.Time || v == "" || n >= 2 || r.dead[i] {
			continue
		}
		if e.B0 < r.title-8 || e.B0 > r.b0+2 && e.B0 < r.b1 || e.B0 > r.b1+3 {
			continue
		}
		n++
		all = appendStamp(all, boctin.Stamp{Text: lines.Squeeze(v), From: boctin.FromMetadata, Modified: strings.EqualFold(dom.Attr(e.Node, "itemprop"), "dateModified")})
	}
	return all
}
