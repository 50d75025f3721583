package byline

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// named reads names from elements named as the author's, near the headline
// and about the body, with the source that stands behind them.
func (r Finder) named(first, b1 int) (authors []string, credit string) {
	end := min(len(r.Blocks), b1+12)
	var editors []string
	for i := max(0, first-creditsAbove); i < end; i++ {
		b := &r.Blocks[i]
		switch {
		case i >= b1 && r.Elems[b.Elem].Tag == atom.H1: // the next article
			end = i
			continue
		case b.Words > 14, r.text(i, b1), i < first-namesAbove && !r.labelBefore(i), !r.authorBlock(i, first), ownHead{besideTime{r}}.ofInsert(i, b1), ofOther(r.View, i), headsOther(r.View, i):
			continue
		}
		sig := r.namesIn(i)
		if edited(r, i, sig) {
			editors = append(editors, sig.Authors...)
			sig.Authors = nil
		}
		for _, n := range sig.Authors {
			if r.Known.Posted.Is(lines.Fold(n)) { // Published Oct 3
				continue
			}
			authors = view.AppendNew(authors, n)
		}
		credit = cmp.Or(credit, sig.Source)
		if len(sig.Authors) > 0 {
			b.Role = dom.RoleByline
		}
	}
	if len(authors) == 0 {
		authors = editors
	}
	return withoutEchoes(authors), credit
}

// How many blocks above the headline who wrote may stand, and a list of labels each with a name.
const (
	namesAbove   = 4
	creditsAbove = 8
)

// edited tells a line that names who readied the text, behind a label in it or in the cell before.
func edited(r Finder, i int, sig lines.Signature) bool {
	if sig.Edited || i == 0 {
		return sig.Edited
	}
	return r.labelBefore(i) && r.Known.Editor.Equals(strings.TrimRight(r.Line(i-1), " :"))
}

// withoutEchoes leaves out a name whose words all stand in a longer one: BẾ MẪU beside Bế
// Thị Mẫu.
func withoutEchoes(authors []string) []string {
	return slices.DeleteFunc(authors, func(a string) bool {
		return slices.ContainsFunc(authors, func(b string) bool { return echoes(lines.Lower(a), lines.Lower(b)) })
	})
}

// echoes tells whether every word of a name stands in a longer one.
func echoes(short, long string) bool {
	words := strings.Fields(long)
	for w := range strings.FieldsSeq(short) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return lines.Count(short) > 1 && lines.Count(short) < len(words)
}

// withoutTitles leaves out the bare title of a writer who is named: Phóng viên.
func (r Finder) withoutTitles(authors []string) []string {
	title := func(a string) bool { return r.Known.Byline.Equals(a) }
	if !slices.ContainsFunc(authors, func(a string) bool { return r.Known.IsName(a) && !title(a) }) {
		return authors
	}
	return slices.DeleteFunc(authors, title)
}

// text tells a block of the headline, the captions or the body.
func (r Finder) text(i, b1 int) bool {
	switch b := &r.Blocks[i]; b.Role {
	case dom.RoleTitle, dom.RoleLead:
		return true
	case dom.RoleCaption:
		return i >= r.B0 || r.Whole(i)&dom.HintAuthor == 0
	default:
		return b.Cut == "" && r.B0 <= i && i < b1
	}
}

// namesIn reads the names in an element that is named as the author's: they may
// stand behind "Theo".
func (r Finder) namesIn(i int) lines.Signature {
	if r.Known.Letterhead(r.Line(i)) {
		return lines.Signature{}
	}
	if names := (parted{r}).sideBySide(i); len(names) > 0 {
		return lines.Signature{Authors: names}
	}
	if bytes.Count(r.Bytes(i), []byte(": ")) > 1 {
		if sig := r.labelledElements(i); len(sig.Authors) > 0 {
			return sig
		}
	}
	for _, line := range []string{r.Line(i), r.Known.UntilDate(r.Line(i))} { // Lan Anh (PX03), Lan Anh 05/03/2021
		if sig := r.Known.Sign(line); len(sig.Authors) > 0 || sig.Labelled && sig.Source != "" {
			return sig
		}
	}
	if sig := r.labelledElements(i); len(sig.Authors) > 0 {
		return sig
	}
	if name := (besideTime{r}).behindBy(i); name != "" {
		return lines.Signature{Authors: []string{name}}
	}
	if name := (besideTime{r}).account(r.Line(i)); len(name) > 0 {
		return lines.Signature{Authors: name}
	}
	if name := (parted{r}).authorElement(i); len(name) > 0 {
		return lines.Signature{Authors: name}
	}
	sig, ok := r.Known.Quoted(r.Known.UntilDate(r.Line(i)))
	if ok && r.Known.IsReporter(sig.Source) {
		return lines.Signature{Authors: []string{sig.Source}}
	}
	if !ok {
		return r.paperAlone(i)
	}
	return sig
}

// paperAlone reads the paper that a line names, with nobody who wrote: (TTXVN/Vietnam+).
func (r Finder) paperAlone(i int) (sig lines.Signature) {
	if read := r.Known.Sign(r.Line(i)); r.Known.IsPaper(read.Source) {
		sig, sig.Authors = read, nil
	}
	return sig
}

// labelledElements reads names and source from elements of a line that have a label each:
// <span>Tác giả: A</span><span>Nguồn: B</span>.
func (r Finder) labelledElements(i int) (all lines.Signature) {
	b, label := &r.Blocks[i], false
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		text := lines.Squeeze(string(r.Text[x.T0:x.T1]))
		if label && text != "" {
			all.Authors, label = r.Known.Sign(text).Authors, false
		}
		if r.Known.By.Equals(text) { // <span>Tác giả</span><b>A</b>
			label = true
		}
		if !r.Known.Labelled(text) {
			continue
		}
		if sig, ok := r.Known.Quoted(text); ok {
			all.Source = cmp.Or(all.Source, sig.Source)
		} else if len(all.Authors) == 0 {
			all.Authors = r.Known.Sign(text).Authors
		}
	}
	return all
}

// authorBlock tells whether names or place show a block as a byline.
func (r Finder) authorBlock(i, first int) bool {
	b, names := &r.Blocks[i], r.Whole(i)
	for _, x := range r.Around(i, 4) {
		if x.Count() <= 4 {
			names |= x.Hint
		}
	}
	switch {
	case r.Above(b.Elem, elsewhere(r.View)), r.Weight[i] > r.Weight[r.B0] && r.Above(b.Elem, ofComments):
		return false
	case names&dom.HintAuthor != 0, r.labelled(i), r.credits(i), parted{r}.writerLink(i, first), putUpBelow(r, i):
		return true
	case names&dom.HintWriter != 0 && first <= i:
		return i < r.B0
	}
	return names&dom.HintDate != 0 && b.Linked == 0 && first <= i && i < r.B0+2
}

// credits tells the name of a person above the text in an element that is named as the
// credits.
func (r Finder) credits(i int) bool {
	return i < r.B0 && r.Whole(i)&dom.HintSource != 0 && r.Known.IsReporter(r.Line(i))
}

// elsewhere tells an element in which names are those of others.
func elsewhere(r *view.View) func(*dom.Elem) bool {
	return func(e *dom.Elem) bool { return e.Is(atom.Footer, atom.Nav) && !view.OwnFoot(r, e) }
}

// ofComments tells an element of the readers' comments, which stand below the text:
// above it a line so named tells how many there are.
func ofComments(e *dom.Elem) bool { return e.Hint&dom.HintComment != 0 }

// labelElement tells a short line that begins with an element which is the label of a name, with no room
// behind it: <span>Tác giả</span><b>A</b>.
func (r parted) labelElement(i int) bool {
	b := &r.Blocks[i]
	if b.Words > longestPair || b.E1-b.E0 < 2 || i >= r.B0 && b.Cut == "" {
		return false
	}
	pieces := view.Pieces(r.View, i)
	return len(pieces) == 2 && r.Known.By.Equals(pieces[0].Text)
}

// longestPair is how many words a label has together with its name.
const longestPair = 8

// labelBefore tells whether the block before is the label of a name alone, above the text and in
// the same row or box: a cell Tác giả.
func (r Finder) labelBefore(i int) bool {
	switch {
	case i == 0, i >= r.B0 && r.Blocks[i].Cut == "", r.Blocks[i-1].Words > longestLabel:
		return false
	}
	beside := besideTime{r}.sameBox(i-1, i) || besideTime{r}.sameBox(i, i-1)
	return beside && r.Known.Label.Equals(strings.TrimRight(r.Line(i-1), " :"))
}

// longestLabel is how many words the label of a name has.
const longestLabel = 4

// labelled tells a line of names behind a label, "Tác giả:", or behind words that
// name a writer, "Viết bởi".
func (r Finder) labelled(i int) bool {
	if r.labelBefore(i) {
		return r.Known.IsReporter(r.Line(i))
	}
	if (i < r.B0 || r.Blocks[i].Cut != "") && r.Known.By.Opens(r.Line(i)) {
		sig := r.Known.Sign(r.Known.UntilDate(r.Line(i)))
		switch {
		case sig.Named && len(sig.Authors) > 0, besideTime{r}.behindBy(i) != "", len(besideTime{r}.account(r.Line(i))) > 0:
			return true
		}
		return false
	}
	if bytes.IndexByte(r.Bytes(i), ':') < 0 {
		return parted{r}.labelElement(i) && len(r.labelledElements(i).Authors) > 0
	}
	return r.Known.Sign(r.Line(i)).Labelled || len(r.labelledElements(i).Authors) > 0
}
