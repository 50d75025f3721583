package extract

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// captionFinder finds what is printed under pictures.
type captionFinder struct{ *view.View }

// find marks the blocks that are printed under pictures. A figcaption
// or a name says it outright; else a credit mark, or that the line follows a
// picture and is set unlike the body: in italics, centred, in its own class.
func (r captionFinder) find(b0, b1 int) {
	s := r.style(b0, b1)
	for i := b0; i < b1; i++ {
		b := &r.Blocks[i]
		if !b.Fresh() || b.Words > 120 {
			continue
		}
		if r.signed(r.Whole(i)) {
			if (r.Whole(i)&dom.HintAuthor == 0 || r.Under(b.Elem, atom.Figcaption)) && b.Words <= longestCreditLine && r.pairOf(i) >= 0 {
				b.Cut = "credit of a picture"
			}
			continue
		}
		if rule := r.captionRule(i, b0, s); rule != "" {
			b.Role, b.Cut = dom.RoleCaption, rule
		}
	}
}

// signed tells names of an author's or a source's line that do not say caption.
func (r captionFinder) signed(names dom.Hint) bool {
	return names&dom.HintCaption == 0 && names&(dom.HintAuthor|dom.HintSource) != 0
}

// bodyStyle is how most of the body's text is set, to tell captions by
// contrast.
type bodyStyle struct {
	italic, centred float64 // shares of good blocks
	class           string  // of the most good blocks
}

func (r captionFinder) style(b0, b1 int) bodyStyle {
	var s bodyStyle
	n := 0.0
	classes := map[string]int{}
	for i := b0; i < b1; i++ {
		b := &r.Blocks[i]
		if b.Cut != "" || b.Words < 20 || r.ImageBefore(i) {
			continue
		}
		n++
		if b.AllItalic() {
			s.italic++
		}
		if r.Centred(i) {
			s.centred++
		}
		classes[r.Make(i)]++
	}
	if n > 0 {
		s.italic, s.centred = s.italic/n, s.centred/n
	}
	best := 0
	for _, c := range slices.Sorted(maps.Keys(classes)) {
		if classes[c] > best {
			best, s.class = classes[c], c
		}
	}
	return s
}

// under is a block that may be a caption, with what its rows ask of it.
type under struct {
	i      int
	b      *dom.Block
	style  bodyStyle
	credit creditKind
	after  bool // it is the first text after a picture, or goes on with that
}

// captionRule names the rule by which a block is a caption, "" if there is none.
func (r captionFinder) captionRule(i, b0 int, s bodyStyle) string {
	c := under{i: i, b: &r.Blocks[i], style: s, credit: r.creditMark(i), after: r.afterImage(i, b0)}
	for _, row := range captionRows {
		if row.holds(r, c) {
			return row.rule
		}
	}
	return ""
}

// captionRows are tried in this order; a row without a rule leaves the block to
// the text.
var captionRows = []struct {
	rule  string
	holds func(r captionFinder, c under) bool
}{
	{"", func(r captionFinder, c under) bool { return !c.after && r.signs(c.i) }},
	{"", func(r captionFinder, c under) bool { return c.credit == creditAlone && r.dates(c) }},
	{"caption by credit mark", func(_ captionFinder, c under) bool { return c.credit == creditAlone }},
	{"person under the last picture", func(r captionFinder, c under) bool { return c.after && showsPerson(r, c.i) }},
	{"", func(r captionFinder, c under) bool { return c.credit == creditNone && r.head(c) }},
	{"caption by tag or name", func(r captionFinder, c under) bool { return r.CaptionElem(c.i) }},
	{"caption by credit mark", func(r captionFinder, c under) bool { return c.credit == creditEnd && (c.after || r.apart(c)) }},
	{"caption beside its credit", func(r captionFinder, c under) bool { return r.besideCredit(c) }},
	{"caption in a row below pictures", func(r captionFinder, c under) bool { return r.belowRow(c.i) }},
	{"", func(_ captionFinder, c under) bool { return !c.after }},
	{"", func(r captionFinder, c under) bool { return r.Known.IsCrew(r.Line(c.i)) }},     // Ảnh: A, below it Thiết kế: B
	{"", func(r captionFinder, c under) bool { return r.Known.Letterhead(r.Line(c.i)) }}, // below a logo: Bình Lâm, ngày 10/02/2026
	{"", func(r captionFinder, c under) bool { return r.beside(c.i) }},
	{"", func(r captionFinder, c under) bool { return r.exclaims(c.i) }},
	{"caption in a picture's table", func(r captionFinder, c under) bool { return r.FigureTable(c.i) }},
	{"caption in a picture's box", func(r captionFinder, c under) bool { return r.pictureBox(c.i) }},
	{"", func(_ captionFinder, c under) bool { return c.b.Words > longestUnmarked }},
	{"caption in a small heading", func(r captionFinder, c under) bool { return r.smallHeading(c.i) }},
	{"", func(r captionFinder, c under) bool { return r.Heading(c.i) > 0 }},
	{"", func(r captionFinder, c under) bool { return r.opensText(c) }},
	{"", func(r captionFinder, c under) bool { return r.Whole(c.i)&dom.HintTitle != 0 }},
	{"caption in italics under a picture", func(_ captionFinder, c under) bool { return c.b.AllItalic() && c.style.italic < 0.4 }},
	{"caption centred under a picture", func(r captionFinder, c under) bool { return r.Centred(c.i) && c.style.centred < 0.4 }},
	{"", func(_ captionFinder, c under) bool { return c.b.AllBold() }},
	{"caption in a class of its own", func(r captionFinder, c under) bool { return r.ownClass(c) || r.ownMake(c) }},
	{"caption in small letters", func(r captionFinder, c under) bool { return r.inSmall(c.b) }},
	{"", func(_ captionFinder, c under) bool { return c.b.Words > longestPlain }},
	{"caption in a box with its picture", func(r captionFinder, c under) bool { return r.ownBox(c) }},
	{"caption in a box among paragraphs", func(r captionFinder, c under) bool { return r.boxAmongText(c) }},
	{"short line under a picture", func(r captionFinder, c under) bool { return !r.Sentence(c.i) && !lines.PartDated(r.Bytes(c.i)) }},
}

// showsPerson tells a person by an honorific or rank below all text, not set as a byline is: Bà Lò Thị Mai.
func showsPerson(r captionFinder, i int) bool {
	if r.Blocks[i].Words > longestSignature || r.TextIn(i+1, r.B1) {
		return false
	}
	sig := r.Known.Sign(r.Line(i))
	return sig.Ranked && !sig.Labelled && !r.Right(i)
}

// signs tells names with the paper that the text is taken from, Lan Anh (Nguồn: báo Mẫu), or
// that alone below all text.
func (r captionFinder) signs(i int) bool {
	if r.Blocks[i].Words > longestSignature {
		return false
	}
	sig := r.Known.Sign(r.Line(i))
	if len(sig.Authors) == 0 {
		quoted, ok := r.Known.Quoted(r.Line(i)) // Nguồn: Lan Anh - TTXVN
		if ok && !r.TextIn(i+1, r.B1) {
			return true
		}
		sig = quoted
	}
	switch {
	case !sig.Named, len(sig.Authors) == 0:
		return false
	case sig.Source != "":
		return true
	}
	return !r.TextIn(i+1, r.B1) // Lan Anh (CTV) - Ảnh: Việt Linh
}

// dates tells a line of publication that names a source: Nguồn: X | Ngày: 05/03/2021.
func (r captionFinder) dates(c under) bool {
	return !c.after && r.PrintsDate(c.i) && !r.CaptionElem(c.i)
}

// longestSignature is how many words a line has that signs the text and names its source.
const longestSignature = 14

// longestUnmarked is how many words a caption may have that nothing but its
// setting shows.
const longestUnmarked = 70

// longestPlain is how many words a caption may have that is set as the text is and
// only has no full stop.
const longestPlain = 45

// apart tells a block that is set in italics or in the middle.
func (r captionFinder) apart(c under) bool { return c.b.AllItalic() || r.Centred(c.i) }

// head tells a sub-head that was set into the place of a caption: a few words in
// bold.
func (r captionFinder) head(c under) bool {
	if c.b.Words > 6 || !c.b.AllBold() {
		return false
	}
	return r.Elems[c.b.Elem].Tag != atom.Figcaption && !r.apart(c)
}

// ownClass tells a paragraph in another class than those of the text.
func (r captionFinder) ownClass(c under) bool {
	class := r.Make(c.i)
	return strings.HasPrefix(class, "p.") && strings.HasPrefix(c.style.class, "p.") && class != c.style.class
}

// ownBox tells the only words of a box with a picture, in an element of another tag or class than
// those of the text.
func (r captionFinder) ownBox(c under) bool {
	switch class := r.Make(c.i); {
	case c.style.class == "", class == c.style.class, strings.HasSuffix(class, "."):
		return false
	}
	return r.boxOf(c.i, func(*dom.Elem) bool { return true })
}

// longestCreditLine is how many words an element has that is named as a credit's.
const longestCreditLine = 8

// pairOf gives the other block of a box of two and a picture, -1 if a block stands in none.
func (r captionFinder) pairOf(i int) int {
	for e := r.Blocks[i].Elem; e > 0; e = r.Elems[e].Parent {
		x := &r.Elems[e]
		switch {
		case x.Count() > 2:
			return -1
		case x.Count() == 2 && x.Pictured():
			return x.B0 + x.B1 - 1 - i
		}
	}
	return -1
}

// besideCredit tells a line that shares the box of a picture with its credit alone.
func (r captionFinder) besideCredit(c under) bool {
	if c.b.Words > longestPlain {
		return false
	}
	pair := r.pairOf(c.i)
	return pair >= 0 && r.Blocks[pair].Words <= longestCreditLine && r.Whole(pair)&dom.HintSource != 0
}

// exclaims tells last words to the reader: captions state.
func (r captionFinder) exclaims(i int) bool {
	return r.Text[r.Blocks[i].T1-1] == '!' || r.Known.Farewell.Begins(r.Folded(i)) > 0 && r.Sentence(i)
}

// beside tells whether a block stands in a cell next to that of the picture: a
// row of picture and text.
func (r captionFinder) beside(i int) bool {
	for e := r.Blocks[i].Elem; e > 0; e = r.Elems[e].Parent {
		x := &r.Elems[e]
		if x.Tag != atom.Td {
			continue
		}
		return !x.Pictured() && r.Elems[x.Parent].Pictured()
	}
	return false
}

// pictureBox tells a box that is named as one about a picture and holds nothing
// but it and a block without a full stop.
func (r captionFinder) pictureBox(i int) bool {
	if r.Sentence(i) {
		return false
	}
	return r.boxOf(i, func(x *dom.Elem) bool { return x.Hint&dom.HintPicture != 0 })
}

// boxOf tells whether a block is all the words of a small box about a picture that is what is asked.
func (r captionFinder) boxOf(i int, asked func(*dom.Elem) bool) bool {
	for _, x := range r.Around(i, 3) {
		switch {
		case x.Count() > 1:
			return false
		case x.Pictured() && asked(x):
			return true
		}
	}
	return false
}

// afterImage tells whether a block is the first text after a picture, or the
// second after a caption in the same element.
func (r captionFinder) afterImage(i, b0 int) bool {
	if r.ImageBefore(i) {
		return true
	}
	p := i - 1
	if p < b0 || r.Blocks[p].Role != dom.RoleCaption {
		return false
	}
	return r.Blocks[i].Br || r.SameBox(p, i)
}

type creditKind int

const (
	creditNone  creditKind = iota
	creditEnd              // a caption that closes with its credit
	creditAlone            // a line that is nothing but a credit
)

// creditMark looks for (Ảnh: …), Ảnh: … or Nguồn: … in a line.
func (r captionFinder) creditMark(i int) creditKind {
	b := &r.Blocks[i]
	if b.Words > 90 {
		return creditNone
	}
	_, credit, alone := r.Known.SplitCredit(r.Line(i))
	switch {
	case credit == "", lines.IsURL(credit): // Nguồn: http://…
		return creditNone
	case alone:
		return creditAlone
	}
	return creditEnd
}
