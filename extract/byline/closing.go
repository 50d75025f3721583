package byline

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// closingLines is how many lines at the end of a body may sign it.
const closingLines = 6

// signed is a line at the end of a body that signs it.
type signed struct {
	block  int
	quoted bool // "Theo X"
	lines.Signature
}

// closing reads the end of the body upwards, as long as its lines are bylines,
// sources, or were set aside. translated says that they put the text into Vietnamese.
func (r Finder) closing(b0, b1 int) (authors []string, credit string, translated bool) {
	var all []signed
	seen, captions, office := 0, false, ""
	for i := b1 - 1; i >= b0 && seen < closingLines; i-- {
		b := &r.Blocks[i]
		if b.Role == dom.RoleCaption && !r.creditAlone(i) {
			captions = true
		}
		if b.Cut != "" {
			continue
		}
		seen++
		switch line := r.Line(i); {
		case lines.IsMail(line), r.Known.IsPhone(r.Folded(i)):
			b.Cut = "address of the writer"
			continue
		case r.Known.IsCrew(line), helpedBelow(r, i):
			b.Cut = "who helped to make the page"
			continue
		case lastSigned(all) == i+1 && r.Known.Byline.Equals(line), labelLast(r, i):
			b.Cut = "label of the name below"
			continue
		}
		s, ok := readSigned(r, i, all)
		if ok && signsDocument(r.View, i) {
			break
		}
		if !ok {
			if r.ofWriter(i) {
				b.Cut = "office of the writer"
				office = r.Line(i)
			} else if b.Words > 12 {
				all = append(all, r.aboveNote(i, seen)...)
				break
			}
			continue
		}
		switch {
		case !captions, s.Marked, r.Right(i), r.Whole(i)&dom.HintAuthor != 0: // else it is the head of a picture
			all = append(all, s)
		}
	}
	slices.Reverse(all)
	all = withoutEditors(r, all)
	authors, credit = r.settle(all)
	translated = !slices.ContainsFunc(all, func(s signed) bool { return len(s.Authors) > 0 && !s.Translated })
	if len(authors) == 0 && lines.IsOffice(r.Known.Words, office) {
		credit = cmp.Or(credit, office)
	}
	return authors, credit, translated
}

// withoutEditors leaves out who readied the text below the line of who wrote it.
func withoutEditors(r Finder, all []signed) []signed {
	wrote := 0
	for _, s := range all {
		if !s.Edited {
			wrote += len(s.Authors)
		}
	}
	if wrote == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(s signed) bool {
		if s.Edited {
			r.Blocks[s.block].Role, r.Blocks[s.block].Cut = dom.RoleByline, "editor"
		}
		return s.Edited
	})
}

// readSigned reads block i, above those that sign, as a line that does.
func readSigned(r Finder, i int, all []signed) (signed, bool) {
	if teamBelow(r, i) {
		return signed{}, false
	}
	s, ok := r.signature(i)
	if !ok && aboveSource(r, i, all) {
		s.Signature, ok = r.Known.Sign(r.Line(i)), true
	}
	return s, ok && !listed(r, i, s)
}

// teamBelow tells a team or a place in brackets right below a name: that of who wrote.
func teamBelow(r Finder, i int) bool {
	team, bracket := strings.CutPrefix(r.Line(i), "(")
	if !bracket {
		return false
	}
	inside := strings.TrimSuffix(team, ")")
	return (r.Known.Team.Equals(inside) || r.Known.Place.Equals(inside)) && r.officeBelow(i)
}

// aboveSource tells a name right above the last line, which names the source.
func aboveSource(r Finder, i int, all []signed) bool {
	switch {
	case lastSigned(all) != i+1, !all[len(all)-1].bare(), r.Blocks[i].Words > longestUser+1:
		return false
	}
	return r.Known.IsReporter(r.Line(i))
}

// labelLast tells the label of a name with its colon below which nothing of the text stands.
func labelLast(r Finder, i int) bool {
	label, colon := strings.CutSuffix(r.short(i), ":")
	switch {
	case !colon, !r.Known.Label.Equals(label):
		return false
	}
	return r.lastText(i)
}

// signsDocument tells the name of who signs a document: the post stands above it, in capitals.
func signsDocument(r *view.View, i int) bool {
	for j := i - 1; j >= max(r.B0, i-postAbove) && !r.Paragraph(j); j-- {
		if line := r.Line(j); r.Known.NotName.Opens(line) && line == strings.ToUpper(line) {
			return true
		}
	}
	return false
}

// postAbove is how many lines above the name of who signs a document the post stands.
const postAbove = 3

// helpedBelow tells a line below one that signs behind a label which gives a name behind another label: who
// helped, whatever that is called.
func helpedBelow(r Finder, i int) bool {
	label, name, _ := strings.Cut(r.Line(i), ": ")
	switch {
	case name == "", lines.Count(label) > longestCrew, r.Known.Labelled(r.Line(i)), !r.Known.Sign(name).Named:
		return false
	}
	for j := i - 1; j >= max(r.B0, i-mostCrew); j-- {
		switch line := r.Line(j); {
		case r.Known.Sign(line).Labelled:
			return true
		case !r.Known.IsCrew(line):
			return false
		}
	}
	return false
}

// How many words such a label has, and how many lines of who helped stand above.
const (
	longestCrew = 4
	mostCrew    = 4
)

// listed tells a name without a label in a list of them below a colon: who was praised, whom to call.
func listed(r Finder, i int, s signed) bool {
	switch {
	case s.Labelled, s.quoted, len(s.Authors) == 0:
		return false
	case inCells(r, i):
		return true
	}
	j := i - 1
	for j >= r.B0 && i-j <= longestList && r.Known.IsReporter(r.Line(j)) {
		j--
	}
	if j < r.B0 || r.Blocks[j].Cut != "" {
		return false
	}
	head, colon := strings.CutSuffix(r.Line(j), ":")
	return colon && !r.Known.Label.Equals(head)
}

// inCells tells a name in a cell or an item below or beside another such, with a name or a figure: a list of
// persons.
func inCells(r Finder, i int) bool {
	e := &r.Elems[r.Blocks[i].Elem]
	switch {
	case i == r.B0, !e.Is(atom.Td, atom.Li), r.Elems[r.Blocks[i-1].Elem].Tag != e.Tag:
		return false
	}
	before := r.Line(i - 1)
	return r.Known.IsReporter(before) || strings.Trim(before, "0123456789.") == ""
}

// longestList is how many names of such a list are looked at.
const longestList = 20

// aboveNote reads the name right above the last paragraph of the body, a note or a lead that was set
// last.
func (r Finder) aboveNote(i, seen int) []signed {
	switch {
	case seen > 1, i <= r.B0, r.Blocks[i-1].Cut != "", r.Whole(i-1)&dom.HintAuthor == 0 && !r.lastText(i-1):
		return nil
	}
	if s, ok := r.signature(i - 1); ok {
		return []signed{s}
	}
	return nil
}

// lastSigned is the block that was found last, -1 if there is none.
func lastSigned(all []signed) int {
	if len(all) == 0 {
		return -1
	}
	return all[len(all)-1].block
}

// creditAlone tells a line that says who made the pictures and stands under none.
func (r Finder) creditAlone(i int) bool {
	_, _, alone := r.Known.SplitCredit(r.Line(i))
	return alone && !r.ImageBefore(i)
}

// office tells a line that names an office: Văn phòng UBND xã.
func (r Finder) office(i int) bool {
	line := r.short(i)
	return r.Known.NotName.Opens(line) && !lines.Stopped(line)
}

// short gives a line of no more words than one has that names a source, "" for a longer.
func (r Finder) short(i int) string {
	if r.Blocks[i].Words > longestSource {
		return ""
	}
	return r.Line(i)
}

// ofWriter tells the line of the office that a writer is of: below a byline, or set at the
// right as one.
func (r Finder) ofWriter(i int) bool {
	switch {
	case r.officeBelow(i):
		return true
	case !r.office(i):
		return false
	case r.Right(i):
		return true
	case !r.lastText(i), !lines.IsOffice(r.Known.Words, r.Line(i)):
		return false
	case r.set(i):
		return true
	}
	return i > r.B0 && r.Paragraph(i-1)
}

// officeBelow tells a line in brackets, or the name of an office, right below a byline:
// (Trạm Khuyến nông huyện).
func (r Finder) officeBelow(i int) bool {
	line := r.short(i)
	bracket := strings.HasPrefix(line, "(") && strings.HasSuffix(line, ")")
	if i == r.B0 || !bracket && !(r.office(i) && (r.set(i) || r.Blocks[i].Br)) {
		return false
	}
	s, ok := r.signature(i - 1)
	return ok && len(s.Authors) > 0 && (s.Named || r.set(i-1))
}

// signature reads a block as a line that signs the article.
func (r Finder) signature(i int) (s signed, ok bool) {
	s.block = i
	if s.Signature, s.quoted = r.quoted(i); s.quoted {
		return s, true
	}
	s.Signature, ok = r.bylineBlock(i)
	return s, ok
}

// bare tells a line that names nothing but a source.
func (s signed) bare() bool { return s.quoted && len(s.Authors) == 0 }

// settle takes the lines together: "Theo X" above the name of a paper names the
// reporter.
func (r Finder) settle(all []signed) (authors []string, credit string) {
	for _, s := range all {
		b := &r.Blocks[s.block]
		b.Role, b.Cut = dom.RoleByline, "byline"
		if s.bare() {
			b.Role, b.Cut = dom.RoleSource, "source line"
		}
	}
	for n, s := range all {
		if below := all[n+1:]; s.bare() && len(below) > 0 && below[0].block == s.block+1 && r.Known.IsReporter(s.Source) {
			return append(authors, s.Source), cmp.Or(below[0].Source, strings.Join(below[0].Authors, ", "))
		}
		authors = append(authors, s.Authors...)
		credit = cmp.Or(credit, s.Source)
	}
	return authors, credit
}
