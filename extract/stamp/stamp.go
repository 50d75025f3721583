// Package stamp finds the candidates for the time of publication that a page
// gives: printed, in its metadata, by its scripts, in its address.
package stamp

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/meta"
	"github.com/boctin/boctin/extract/view"
)

// Finder finds when the article was published.
type Finder struct{ *view.View }

// Find lists the candidates for the time of publication: printed on the
// page, the likeliest first, then in the metadata, then in the URL.
func (r Finder) Find(url string) []boctin.Stamp {
	all := r.printedStamps()
	all = r.scripted(all)
	for _, v := range r.Meta.Published {
		all = appendStamp(all, boctin.Stamp{Text: v, From: boctin.FromMetadata})
	}
	all = r.timeElements(all)
	if len(all) == 0 {
		all = r.pointed(all)
	}
	if len(all) == 0 {
		for _, v := range r.Meta.Page {
			all = appendStamp(all, boctin.Stamp{Text: v, From: boctin.FromMetadata})
		}
	}
	for _, v := range r.Meta.Modified {
		all = appendStamp(all, boctin.Stamp{Text: v, From: boctin.FromMetadata, Modified: true})
	}
	if d := lines.URLDate(url); d != "" {
		all = append(all, boctin.Stamp{Text: d, From: boctin.FromURL})
	}
	all = r.Signed(all)
	if len(all) == 0 {
		all = titled(r, all)
	}
	if r.monthFirst() {
		for i := range all {
			all[i].MonthFirst = all[i].From == boctin.FromPage
		}
	}
	return all
}

// titled adds the day in the brackets that end the headline: Xã Mẫu khởi công cầu (05/03/2021).
func titled(r Finder, all []boctin.Stamp) []boctin.Stamp {
	if r.Title < 0 {
		return all
	}
	line, closed := strings.CutSuffix(r.Line(r.Title), ")")
	day := line[strings.LastIndexByte(line, '(')+1:]
	switch {
	case !closed, day == line, !lines.HasDate([]byte(day)), !r.Known.IsStamp(day, lines.Fold(day)):
		return all
	}
	return append(all, boctin.Stamp{Text: day, From: boctin.FromPage})
}

// scripted adds what a script of the page writes into an element that is named
// as its date and stands empty.
func (r Finder) scripted(all []boctin.Stamp) []boctin.Stamp {
	if len(r.Meta.Written) == 0 {
		return all
	}
	if text := r.Meta.Written[meta.Here]; lines.HasDate([]byte(text)) && r.Known.IsStamp(text, lines.Fold(text)) {
		all = appendStamp(all, boctin.Stamp{Text: lines.ShortStamp(text), From: boctin.FromPage})
	}
	for e := range r.Elems {
		x := &r.Elems[e]
		id := dom.Attr(x.Node, "id")
		if id == "" {
			continue
		}
		text := r.Meta.Written[id]
		switch {
		case !lines.HasDate([]byte(text)), x.T1 > x.T0, x.B0 < r.Title, x.B0 > r.B1+1:
			continue
		}
		if x.Hint&dom.HintDate != 0 || r.Known.IsStamp(text, lines.Fold(text)) {
			all = appendStamp(all, boctin.Stamp{Text: lines.ShortStamp(text), From: boctin.FromPage})
		}
	}
	return all
}

// monthFirst tells a page that writes mm/dd/yyyy: of its dates some have no
// other reading, and none has a month in the second place only.
func (r Finder) monthFirst() bool {
	found := false
	for i := range r.Blocks {
		if r.Blocks[i].Words > longestStampLine {
			continue
		}
		switch lines.Order(r.Bytes(i)) {
		case lines.DayFirst:
			return false
		case lines.MonthFirst:
			found = true
		}
	}
	return found
}

func appendStamp(all []boctin.Stamp, s boctin.Stamp) []boctin.Stamp {
	if slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}

// scored is a block with its points as the line of publication.
type scored struct {
	score float64
	block int
}

// asNear is how many points less a line has that stands as near.
const asNear = 12

// publishedBeside tells whether a time that is not of a change stands as near.
func (r Finder) publishedBeside(b scored, others []scored) bool {
	return slices.ContainsFunc(others, func(other scored) bool { return other.score >= b.score-asNear && !r.changed(other.block) })
}

// printedStamps gives at most three lines with a date, the best first.
func (r Finder) printedStamps() []boctin.Stamp {
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
	if len(best) > 1 {
		best = slices.DeleteFunc(best, func(b scored) bool { return dayOfSource(r, b.block) })
	}
	var all []boctin.Stamp
	for n, b := range best {
		if n > 0 && r.monthInText(b.block) {
			continue
		}
		r.Blocks[b.block].Role = dom.RoleDate
		if parts := r.Known.Times(r.Line(b.block)); len(parts) > 0 {
			for _, t := range parts {
				all = appendStamp(all, boctin.Stamp{Text: t.Text, From: boctin.FromPage, Modified: t.Modified})
			}
			continue
		}
		modified := r.changed(b.block) && (n > 0 || r.publishedBeside(b, best[1:]))
		all = appendStamp(all, boctin.Stamp{Text: lines.ShortStamp(r.withClock(b.block)), From: boctin.FromPage, Modified: modified})
	}
	return all
}

// monthInText tells a line of the text with a month and more, as a letter has above it: Xã Hạ,
// một chiều tháng 5 năm 2024.
func (r Finder) monthInText(i int) bool {
	f := r.Folded(i)
	return r.place(i) == inBody && !lines.NamesDay(r.Bytes(i), f) && !r.Known.IsStamp(r.Line(i), f)
}

// belied tells a date below the text or far above the headline that the
// metadata contradicts: it is that of something else.
func (r Finder) belied(i int) bool {
	if r.InPart(layout.Date, &r.Blocks[i]) || r.Title < 0 && i < r.B1 {
		return false
	}
	if r.Title-6 <= i && i < r.B1 {
		return false
	}
	printed, ok := day(r.Bytes(i))
	if !ok {
		return false
	}
	known := false
	for _, v := range r.Meta.Published {
		said, ok := day([]byte(v))
		if ok && said.Sub(printed).Abs() <= 24*time.Hour { // UTC may be a day off
			return false
		}
		known = known || ok
	}
	return known
}

// day reads the first date of a line.
func day(line []byte) (time.Time, bool) {
	y, m, d, ok := lines.FindDate(line)
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC), ok
}

// withClock is a line with a date, joined by the time that stands alone beside
// it.
func (r Finder) withClock(i int) string {
	line := r.Line(i)
	if lines.HasClock(r.Bytes(i)) {
		return line
	}
	if whole := r.pointedAt(i); whole != "" {
		return whole
	}
	for _, j := range []int{i - 1, i + 1} {
		switch {
		case j < 0, j >= len(r.Blocks), r.Blocks[j].Words > 2:
			continue
		}
		if text := r.Bytes(j); lines.HasClock(text) && !lines.HasDate(text) {
			return r.Line(min(i, j)) + " " + r.Line(max(i, j))
		}
	}
	return line
}

// pointedAt is what shows when one points at the date in a block, where it is
// that date with its hour.
func (r Finder) pointedAt(i int) string {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		title := dom.Attr(r.Elems[e].Node, "title")
		if lines.HasClock([]byte(title)) && lines.SameDay([]byte(title), r.Bytes(i)) {
			return lines.Squeeze(title)
		}
	}
	return ""
}

// pointed adds what shows when one points at a short time about the headline, which says no year: 3 giờ trước,
// 4 tháng 3.
func (r Finder) pointed(all []boctin.Stamp) []boctin.Stamp {
	for i := max(0, r.Title-2); i < min(len(r.Blocks), r.B1+2); i++ {
		if i == r.B0+2 {
			i = max(i, r.B1) // the foot of the article
		}
		if i >= len(r.Blocks) {
			break
		}
		b := &r.Blocks[i]
		for e := b.E0; e < b.E1 && b.Words <= longestStampLine; e++ {
			title := lines.Squeeze(dom.Attr(r.Elems[e].Node, "title"))
			if title != "" && lines.HasDigit(r.Bytes(i)) && r.Known.IsStamp(title, lines.Fold(title)) {
				return appendStamp(all, boctin.Stamp{Text: title, From: boctin.FromPage})
			}
		}
	}
	return all
}

// timeElements adds <time datetime> and itemprop datePublished near the
// headline.
func (r Finder) timeElements(all []boctin.Stamp) []boctin.Stamp {
	n := 0
	for i := range r.Elems {
		e := &r.Elems[i]
		if e.Tag != atom.Time {
			continue
		}
		v := dom.Attr(e.Node, "datetime")
		switch {
		case v == "", n == 2, r.Dead[i] && !r.Above(i, r.ownFoot), e.B0 < r.Title-8, e.B0 > r.B1+3:
			continue
		case r.B0+2 < e.B0 && e.B0 < r.B1:
			continue
		}
		n++
		all = appendStamp(all, boctin.Stamp{Text: lines.Squeeze(v), From: boctin.FromMetadata, Modified: strings.EqualFold(dom.Attr(e.Node, "itemprop"), "dateModified")})
	}
	return all
}

// ownFoot tells the foot of the article itself.
func (r Finder) ownFoot(e *dom.Elem) bool { return view.OwnFoot(r.View, e) }

// Signed gives the day of signing, which counts where the page tells no
// other.
func (r Finder) Signed(all []boctin.Stamp) []boctin.Stamp {
	if i := r.Head.Signed; i > 0 {
		all = appendStamp(all, boctin.Stamp{Text: lines.ShortStamp(r.Line(i)), From: boctin.FromText})
	}
	for i := range r.Blocks {
		if r.Blocks[i].Words <= 8 && r.PrintsDate(i) && otherDay(r, i) == view.DayIssued {
			all = appendStamp(all, boctin.Stamp{Text: lines.ShortStamp(r.Line(i)), From: boctin.FromText})
		}
	}
	return all
}
