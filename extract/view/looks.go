package view

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
)

// DayKind is what a label says of a day.
type DayKind int

// What a label says of a day.
const (
	DayOpen   DayKind = iota // nothing says what happened that day
	DayIssued                // the document was signed or issued
	DayOther                 // it takes effect, a time limit ends
)

// Imprint tells whether a block is the paper's own address, licence or
// copyright line.
func (r *View) Imprint(i int) bool {
	text := r.Bytes(i)
	switch {
	case r.Blocks[i].Words > 80:
		return false
	case lines.HasPrefixAny(text, "\u00a9", "\u00ae"):
		return true
	case bytes.IndexByte(text, ':') < 0 && !lines.HasDigit(text):
		return false
	}
	return r.Known.Imprint.Begins(r.Folded(i)) > 0 || bytes.Contains(text, []byte("/GP-"))
}

// longestSource is how many words a line has that names a source in a link.
const longestSource = 9

// LinkedSource tells a line that names a source in a link, behind words that are none: Theo <a>Báo
// Mẫu</a>.
func LinkedSource(r *View, i int) bool {
	b := &r.Blocks[i]
	if b.Linked == 0 || b.Linked == b.Words || b.Words > longestSource {
		return false
	}
	_, ok := r.Known.Quoted(r.Line(i))
	return ok
}

// PlainWeight judges a block by itself: the words of sentences outside links.
func (r *View) PlainWeight(i int) float64 {
	b := &r.Blocks[i]
	share := b.LinkShare()
	if b.Words < 6 || share > 0.5 {
		return 0
	}
	w := float64(b.Words) * (1 - share)
	if !r.Sentence(i) {
		w *= 0.3
	}
	return w
}

// Teaser tells whether an element opens with a headline that is a link, below a few words perhaps that say what it
// is of and a picture.
func (r *View) Teaser(x *dom.Elem) bool {
	if x.Tag == atom.P || x.Count() > 6 {
		return false
	}
	for i := x.B0; i < x.B1; i++ {
		b := &r.Blocks[i]
		switch {
		case b.Words < 4, i == x.B0 && teaserHead(r, i, x):
		default:
			return b.AllLinks() && (x.Count() > 1 || x.Pictured()) && !r.TimeAlone(i)
		}
	}
	return false
}

// longestHead is how many words the head of a box of other articles has.
const longestHead = 6

// teaserHead tells a few words above the picture of a teaser.
func teaserHead(r *View, i int, x *dom.Elem) bool {
	b := &r.Blocks[i]
	switch {
	case b.Words > longestHead, b.Linked > 0, i+1 >= x.B1, r.Sentence(i):
		return false
	}
	return x.Pictured() && r.Blocks[i+1].LinkedHeadline()
}

// TimeAlone tells a block that prints a time and nothing else.
func (r *View) TimeAlone(i int) bool {
	return r.PrintsDate(i) && r.Known.IsStamp(r.Line(i), r.Folded(i))
}

// TimeLine tells a block that prints a time and beside it nothing but how long the text takes to
// read, or how often it was read.
func TimeLine(r *View, i int) bool {
	if !r.PrintsDate(i) && !Ago(r, i) {
		return false
	}
	dated := false
	for part := range strings.SplitSeq(lines.Parted.Replace(r.Line(i)), "|") {
		switch f := lines.Fold(part); {
		case r.Known.IsStamp(part, f), placed(r, part):
			dated = true
		case f == "", lines.HasClock([]byte(part)) && strings.Trim(f, " 0123456789") == "":
		case !r.Known.Counter.Is(strings.Trim(f, " 0123456789")):
			return false
		}
	}
	return dated
}

// placed tells a day behind the place that it was written in: Mẫu Sơn, 05/03/2021.
func placed(r *View, part string) bool {
	place, day, found := strings.Cut(part, ", ")
	switch {
	case !found, lines.Count(place) > longestPlace, !lines.HasDate([]byte(day)):
		return false
	}
	return r.Known.IsStamp(day, lines.Fold(day))
}

// longestPlace is how many words such a place has.
const longestPlace = 3

// Ago tells a short line one of whose parts says how long ago: Lan Anh • Đời sống • 2 giờ trước.
func Ago(r *View, i int) bool {
	if r.Blocks[i].Words > longestTimePart || !lines.HasDigit(r.Bytes(i)) || !strings.Contains(r.Folded(i), " truoc") {
		return false
	}
	for part := range strings.SplitSeq(lines.Parted.Replace(r.Line(i)), "|") {
		if r.Known.IsStamp(part, lines.Fold(part)) {
			return true
		}
	}
	return slices.ContainsFunc(Pieces(r, i), func(p Piece) bool { return r.Known.IsStamp(p.Text, lines.Fold(p.Text)) })
}

// TimePart tells a short line one of whose parts is a time: Lan Anh - 05/03/2021 07:15.
func TimePart(r *View, i int) bool {
	if r.Blocks[i].Words > longestTimePart || r.Sentence(i) || !r.PrintsDate(i) {
		return false
	}
	line := lines.Parted.Replace(r.Line(i))
	for _, sep := range []string{"|", ", "} {
		for part := range strings.SplitSeq(line, sep) {
			if r.Known.IsStamp(part, lines.Fold(part)) && lines.HasDigit([]byte(part)) {
				return true
			}
		}
	}
	for rest, found := line, true; found; { // Lan Anh, Th3 5, 2021
		if _, rest, found = strings.Cut(rest, ", "); found && r.Known.IsStamp(rest, lines.Fold(rest)) {
			return true
		}
	}
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		if text := string(r.Text[r.Elems[e].T0:r.Elems[e].T1]); lines.HasDigit([]byte(text)) && r.Known.IsStamp(text, lines.Fold(text)) {
			return true
		}
	}
	return false
}

// longestTimePart is how many words such a line has.
const longestTimePart = 16

// longestTeaser is how many words a teaser has.
const longestTeaser = 90

// Teases tells a small element that is the teaser of another article.
func (r *View) Teases(x *dom.Elem) bool {
	words, _ := r.WordsIn(x.B0, x.B1)
	return words < longestTeaser && r.Teaser(x) && !r.Describes(x)
}

// LeadNamed tells whether the element about a block is named as the lead and
// holds little else.
func (r *View) LeadNamed(i int) bool {
	for _, x := range r.Around(i, 4) {
		switch {
		case x.Count() > 5:
			return r.Whole(i)&dom.HintLead != 0
		case x.Named(dom.HintLead):
			return true
		}
	}
	return r.Whole(i)&dom.HintLead != 0
}

// CaptionElem tells whether a block stands in a figcaption or in an element
// named as a caption, near a picture.
func (r *View) CaptionElem(i int) bool {
	if r.Whole(i)&dom.HintCaption != 0 {
		return true
	}
	for e, x := range r.Around(i, r.Blocks[i].Elem) {
		pictured := x.Tag == atom.Figure && x.Pictured()
		switch {
		case x.Tag == atom.Figcaption, r.Has(layout.Caption, e):
			return true
		case x.Count() > 4:
			return false
		case x.Count() <= 3 && (pictured || x.Hint&dom.HintCaption != 0):
			return true
		}
	}
	return false
}

// FigureTable tells whether a block stands in a table or box that is nothing
// but a picture and its words.
func (r *View) FigureTable(i int) bool {
	for _, x := range r.Around(i, r.Blocks[i].Elem) {
		words, _ := r.WordsIn(x.B0, x.B1)
		switch {
		case x.Count() > 3, words > 110:
			return false
		case x.Tag == atom.Table && x.Pictured():
			return true
		}
	}
	return false
}

// Dated tells whether the page gives a time of publication: in its metadata, or
// printed below the headline with no link between.
func (r *View) Dated() bool {
	if len(r.Meta.Published) > 0 || r.Title < 0 {
		return len(r.Meta.Published) > 0
	}
	for i := max(0, r.Title-3); i < min(r.Title+6, len(r.Blocks)); i++ {
		switch b := &r.Blocks[i]; {
		case b.Role == dom.RoleDate:
			return true
		case i > r.Title && b.LinkedHeadline():
			return false
		}
	}
	return false
}

// StampWords is how many words a line of publication may have that stands in the
// body: with bars and the like, or behind a label, it may say more.
func (r *View) StampWords(i int) int {
	b, parts := &r.Blocks[i], 0
	if r.Known.Posted.Begins(r.Folded(i)) > 0 {
		parts++
	}
	for _, mark := range lines.PartedBy {
		parts += bytes.Count(r.Text[b.T0:b.T1], mark)
	}
	return 14 + 4*parts
}

// DayOf tells what a label says of the day in a block: at its own head, or in
// the cell before.
func (r *View) DayOf(i int) DayKind {
	kind := r.dayLabel(i)
	if kind != DayOpen || i == 0 {
		return kind
	}
	if r.Blocks[i-1].Words > longestDayLabel || lines.HasDate(r.Bytes(i-1)) {
		return DayOpen
	}
	return r.dayLabel(i - 1)
}

// longestDayLabel is how many words a cell with the label of a day has.
const longestDayLabel = 6

func (r *View) dayLabel(i int) DayKind {
	f := r.Folded(i)
	switch {
	case r.Known.Issued.Begins(f) > 0:
		return DayIssued
	case r.Known.OtherDay.Begins(f) > 0:
		return DayOther
	}
	return DayOpen
}
