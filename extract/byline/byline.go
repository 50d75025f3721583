// Package byline finds who signs an article, and the source that it is taken
// from.
package byline

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// Finder finds who signs the article.
type Finder struct{ *view.View }

// Find marks, among the last blocks of the body and those about it, the
// reporters' names and the line that names a source.
func (r Finder) Find(first, b0, b1 int) (authors []string, credit string) {
	translated := false
	if r.Thread.First > 0 {
		return []string{r.Thread.Poster}, ""
	}
	if r.speakers(first, b1) {
		return nil, r.creditBelow(b1).Source
	}
	if r.Head.Motto == 0 { // who signs a document is no reporter
		authors, credit, translated = r.closing(b0, b1)
		if len(authors) == 0 && credit == "" {
			authors, credit = Glued(r.View, b0, b1)
		}
	}
	signed := inFull(r, authors, first, b1)
	if translated && len(signed) > 0 {
		signed = withOriginal(r, signed, first, b0, b1)
	}
	authors = nil
	var quoted []string // Theo Lan Anh (Dân trí), below the text
	if credit == "" {
		sig := r.creditBelow(b1)
		credit, quoted = sig.Source, sig.Authors
	}
	for _, source := range []func() []string{
		r.profileNames,
		func() []string { return signed },
		func() []string {
			names, behind := r.named(first, b1)
			credit = cmp.Or(credit, behind)
			return names
		},
		func() []string {
			names, behind := besideTime{r}.besideDate(first, b0)
			credit = cmp.Or(credit, behind)
			return names
		},
		func() []string { return closingDate(besideTime{r}, first, b0, b1) },
		func() []string { return quoted },
		func() []string { return card(r, first, b1) },
		func() []string { return ownHead{besideTime{r}}.users(first, b0) },
		func() []string { return ownHead{besideTime{r}}.aloneInBox(first) },
		func() []string { return ownHead{besideTime{r}}.sender(first, b0) },
		func() []string {
			names, behind := r.below(b1)
			credit = cmp.Or(credit, behind)
			return names
		},
		func() []string { return ownHead{besideTime{r}}.belowLead(b0, b1) },
		func() []string { return ownHead{besideTime{r}}.betweenLead(b0) },
		r.metaAuthors,
	} {
		if names := source(); len(names) > 0 {
			authors = r.withoutTitles(names)
			break
		}
	}
	for _, source := range []string{credit, source{besideTime{r}}.inHead(first, b0)} {
		if source != "" && !slices.Contains(authors, source) { // Theo Lan Anh
			return authors, source
		}
	}
	return authors, ""
}

// inFull gives the names in the head of the article for those that the end of the text has by their initials:
// T.V.H. below, Thủy Vũ Hương above.
func inFull(r Finder, signed []string, first, b1 int) []string {
	if len(signed) != 1 || !strings.Contains(signed[0], ".") {
		return signed
	}
	if names, _ := r.named(first, b1); len(names) == 1 && initialsOf(names[0]) == lines.Lower(strings.ReplaceAll(signed[0], ".", "")) {
		return names
	}
	return signed
}

// withOriginal puts who wrote in the head of the article before the translators below.
func withOriginal(r Finder, translators []string, first, b0, b1 int) []string {
	names, _ := r.named(first, b1)
	if len(names) == 0 {
		names, _ = besideTime{r}.besideDate(first, b0)
	}
	for _, name := range translators {
		names = view.AppendNew(names, name)
	}
	return names
}

// initialsOf gives the first letters of the words of a name, in small letters.
func initialsOf(name string) string {
	var first []rune
	for word := range strings.FieldsSeq(lines.Lower(name)) {
		r, _ := utf8.DecodeRuneInString(word)
		first = append(first, r)
	}
	return string(first)
}

// mostSigned is how many elements named as the author's an article has among its
// text: more are those of who asks and answers.
const mostSigned = 3

// speakers tells a talk: names in elements named as the author's stand above
// what each says.
func (r Finder) speakers(first, b1 int) bool {
	n := 0
	for i := first; i+1 < b1; i++ {
		if r.Whole(i)&dom.HintAuthor != 0 && r.Blocks[i+1].Words >= 8 {
			n++
		}
	}
	return n > mostSigned
}

// creditBelow looks for the source in the lines right below the body, and who wrote there.
func (r Finder) creditBelow(b1 int) lines.Signature {
	for i := b1; i < min(len(r.Blocks), b1+5); i++ {
		b := &r.Blocks[i]
		if r.Dead[b.Elem] || b.MostlyLinks() && !r.Known.Labelled(r.Line(i)) && !view.LinkedSource(r.View, i) {
			continue
		}
		if sig, ok := r.quoted(i); ok {
			b.Role = dom.RoleSource
			return ofPaper(r, i, sig)
		}
	}
	return lines.Signature{}
}

// ofPaper reads "Theo X" in block i above the name of a paper as the reporter of that.
func ofPaper(r Finder, i int, sig lines.Signature) lines.Signature {
	switch {
	case len(sig.Authors) > 0, i+1 == len(r.Blocks), !r.Known.IsReporter(sig.Source), r.Known.AfterSource(r.Line(i)) == r.Line(i):
		return sig
	}
	if paper, ok := r.quoted(i + 1); ok && r.Whole(i+1)&dom.HintSource != 0 && len(paper.Authors) == 0 {
		r.Blocks[i].Role, r.Blocks[i+1].Role = dom.RoleByline, dom.RoleSource
		return lines.Signature{Authors: []string{sig.Source}, Source: paper.Source}
	}
	return sig
}

// below reads names right below the body, in no box with it: they must be set
// as a byline is.
func (r Finder) below(b1 int) (names []string, credit string) {
	for i := b1; i < min(len(r.Blocks), b1+3); i++ {
		b := &r.Blocks[i]
		switch sig := r.Known.Sign(r.Line(i)); {
		case b.Linked > 0, r.Dead[b.Elem], speaks(r, i), b.Words > longestBelow, b.Words > longestUnnamed && !sig.Named:
			return nil, ""
		case len(sig.Authors) == 0:
			if r.Heading(i) > 0 { // of comments
				return nil, ""
			}
		case !sig.Named && !signsRight(r, i, b1, sig.Authors[0]):
		case r.set(i), sig.Source != "", i == b1 && (sig.Marked || len(sig.Authors) > 1 || surnamed(r, i, r.Line(i))): // Lan Anh/TTXVN
			b.Role = dom.RoleByline
			return sig.Authors, sig.Source
		}
	}
	return nil, ""
}

// speaks tells the first block of a small box above a sentence: who says that, in a comment.
func speaks(r Finder, i int) bool {
	for _, x := range r.Around(i, 3) {
		switch {
		case x.B0 != i, x.B1 <= i+1:
			continue
		}
		return x.Count() <= partsOfCard && r.Sentence(i+1)
	}
	return false
}

// signsRight tells a line that begins with a surname at the right margin, right below the body.
func signsRight(r Finder, i, b1 int, name string) bool {
	return i == b1 && r.Right(i) && r.Known.Surname.Opens(name)
}

// How many words a line below the body has that signs it, and one that does not and has names below it.
const (
	longestBelow   = 12
	longestUnnamed = 8
)

// surnamed tells the name of a person, which is all of a block, by its first word.
func surnamed(r Finder, i int, line string) bool {
	switch {
	case r.Heading(i) > 0, !r.Known.Surname.Opens(line), r.Known.Place.Equals(line):
		return false
	}
	return r.Known.IsReporter(line)
}

// longestSource is how many words a line has that names the source, longestLabelled one that does
// so behind a label.
const (
	longestSource   = 9
	longestLabelled = 14
)

// quoted reads "Theo TTXVN", "Nguồn: …", or what an element holds that is named
// as the source's.
func (r Finder) quoted(i int) (lines.Signature, bool) {
	if r.Blocks[i].Words > longestLabelled {
		return lines.Signature{}, false
	}
	line := r.Line(i)
	if r.Blocks[i].Words > longestSource && !r.Known.Labelled(line) {
		return lines.Signature{}, false
	}
	if sig := (parted{r}).besidePaper(i); len(sig.Authors) > 0 {
		return sig, true
	}
	if r.Whole(i)&dom.HintSource != 0 && !strings.ContainsAny(line, "?!") && !r.Known.Team.Equals(line) { // Nhóm phóng viên
		return r.Known.Reporter(r.Known.AfterSource(lines.Unbracket(line))), true
	}
	return r.Known.Quoted(line)
}

// bylineBlock reads a line of names at the end of a body.
func (r Finder) bylineBlock(i int) (sig lines.Signature, ok bool) {
	b := &r.Blocks[i]
	named := r.Whole(i)&dom.HintAuthor != 0
	if b.Words > longestSignature || !named && !r.Right(i) && subheading(r, i) {
		return sig, false
	}
	line := r.Line(i)
	sig = r.Known.Sign(line)
	switch {
	case len(sig.Authors) == 0 && sig.Labelled: // Tin và ảnh: Công an xã Mẫu
		return sig, sig.Source != ""
	case len(sig.Authors) == 0:
		return sig, (r.set(i) || strings.HasPrefix(line, "(")) && r.Known.IsPaper(sig.Source)
	case strings.HasSuffix(line, ":"):
		return sig, false
	case sig.Marked, named:
		return sig, true
	case b.Words > 3 && strings.HasSuffix(line, ".") && !lines.EndsInitials(line):
		return sig, false
	case r.set(i), strings.HasSuffix(line, ")"), strings.ToUpper(line) == line:
		return sig, true
	}
	return sig, r.lastText(i)
}

// longestSignature is how many words a line has that signs: two writers, each with his rank, and their office.
const longestSignature = 18

// subheading tells a heading of a part; names are set as those of the last ranks, too.
func subheading(r Finder, i int) bool {
	rank := r.Heading(i)
	return rank > 0 && rank <= 4
}

// set tells whether a block is set as bylines are.
func (r Finder) set(i int) bool {
	b := &r.Blocks[i]
	return b.AllBold() || b.AllItalic() || r.Right(i)
}

// lastText tells whether no text of the body but notes follows a block, or one paragraph below the only name
// in it, as a note or a lead that was set last.
func (r Finder) lastText(i int) bool {
	below, note := 0, 0
	for j := i + 1; j < r.B1; j++ {
		switch {
		case r.Blocks[j].Cut != "", lines.HasPrefixAny(r.Bytes(j), "(*", "*"), r.DayOf(j) != view.DayOpen:
		default:
			below, note = below+1, j
		}
	}
	switch below {
	case 0:
		return true
	case 1:
		return r.Paragraph(note) && (r.onlyName(i) || fullAbove(r, i, note))
	}
	return false
}

// fullAbove tells a full name above a note that stands in a box of its own.
func fullAbove(r Finder, i, note int) bool {
	return r.Known.IsFullName(r.Line(i)) && !besideTime{r}.sameBox(i, note)
}

// onlyName tells a name below a sentence that is neither a sub-head nor one of several.
func (r Finder) onlyName(i int) bool {
	switch {
	case r.Blocks[i].AllBold(), r.Heading(i) > 0:
		return false
	}
	above := -1
	for j := r.B0; j < i; j++ {
		switch b := &r.Blocks[j]; {
		case b.Cut != "" && b.Cut != "line before the body":
		case r.Paragraph(j):
			above = j
		case b.Words <= longestUser && r.Known.IsReporter(r.Line(j)):
			return false
		}
	}
	return above == i-1
}
