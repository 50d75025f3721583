package byline

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// ownHead finds who wrote in the head of an article: about the headline, in a box with the time of
// publication.
type ownHead struct{ besideTime }

// aloneInBox reads the one line of names that stands alone in a small box with the time of
// publication, between the headline and the first paragraph or in the head's own box above it.
func (r ownHead) aloneInBox(first int) (found []string) {
	line := ""
	for i := max(0, first-mostAbove); i < len(r.Blocks) && !r.opensText(i); i++ {
		switch names := r.namesInBox(i, first); {
		case len(names) == 0, r.Line(i) == line:
		case line != "":
			return nil
		default:
			found, line = names, r.Line(i)
		}
	}
	return found
}

// namesInBox reads a block that names persons in a small box with a time.
func (r ownHead) namesInBox(i, first int) []string {
	b := &r.Blocks[i]
	if b.Role == dom.RoleTitle || !b.Within(2, longestNames) {
		return nil
	}
	names := r.persons(i)
	switch {
	case len(names) == 0, !r.ofHead(i, first):
		return nil
	case i == first && r.done(i, names):
		return names
	case !r.boxedWithTime(i):
		return nil
	case r.CaptionElem(i) && !r.namesPerson(names[0]): // of a picture
		return nil
	case r.faced(i), b.Role != dom.RoleCaption && r.mayName(i, r.Line(i)):
		return names
	}
	return nil
}

// done tells one name with what was done behind it: Lan Anh biên soạn.
func (r ownHead) done(i int, names []string) bool { return len(names) == 1 && names[0] != r.Line(i) }

// longestNames is how many words such a line has.
const longestNames = 10

// persons reads a line that is a name, with what was done behind it, or several names of which the
// first begins with a surname or a face stands beside them.
func (r ownHead) persons(i int) []string {
	line := r.Line(i)
	if r.Known.IsReporter(line) && lines.Count(line) <= longestUser+1 {
		return []string{line}
	}
	sig := r.Known.Sign(line)
	switch {
	case !sig.Named, sig.Source != "", slices.ContainsFunc(sig.Authors, func(name string) bool { return !r.Known.IsReporter(name) }):
		return nil
	case r.done(i, sig.Authors), r.Known.Surname.Opens(line), r.faced(i):
		return sig.Authors
	}
	return nil
}

// boxedWithTime tells whether a block shares a box of a few blocks with a time and no sentence.
func (r ownHead) boxedWithTime(i int) bool {
	timed := false
	for _, x := range r.Around(i, 4) {
		if x.Count() > partsOfHead || x.Is(atom.Td, atom.Th, atom.Aside, atom.Footer, atom.Nav) {
			break
		}
		for j := x.B0; j < x.B1; j++ {
			if r.Sentence(j) {
				return timed
			}
			timed = timed || view.TimeLine(r.View, j) || r.timeElement(j)
		}
	}
	return timed
}

// faced tells a block in a small box with a picture: the face of who wrote.
func (r ownHead) faced(i int) bool {
	for _, x := range r.Around(i, 4) {
		switch {
		case x.Count() > partsOfHead, x.Spans(r.Title):
			return false
		case x.Pictured():
			return true
		}
	}
	return false
}

// partsOfHead is how many blocks such a box has.
const partsOfHead = 6

// opensText tells the first paragraph of the text below its lead.
func (r ownHead) opensText(i int) bool {
	return i >= r.B0 && r.Blocks[i].Fresh() && r.Prose(i)
}

// users reads the name in an element named as the writer's of a forum, in a line of
// publication about the headline or beside one: "bắt đầu bởi lao_nong, 6/10/25".
func (r ownHead) users(first, b0 int) []string {
	for i := range r.dated(first, b0) {
		if name := r.userIn(i); name != "" {
			return []string{name}
		}
	}
	for i := max(0, first-mostAbove); i < b0; i++ {
		name := ""
		if r.Blocks[i].Words <= longestDated {
			name = r.userIn(i)
		}
		switch {
		case name == "", i < first && r.greets(i, name), !r.accountOrName(i, name), !r.ofHead(i, first), !r.timeNear(i), ofOther(r.View, i):
			continue
		}
		return []string{name}
	}
	return nil
}

// userIn is the name in an element of a block that is named as the writer's, the innermost, or
// that in the first link of a block that stands in a small box so named.
func (r ownHead) userIn(i int) string {
	b := &r.Blocks[i]
	name, end := r.user(&r.Elems[b.Elem]), b.E1
	for e := b.E0; e < end; e++ {
		if r.Elems[e].T0 >= b.T1 { // of the block below
			break
		}
		if inner := r.user(&r.Elems[e]); inner != "" {
			name, end = inner, r.Elems[e].Last
		}
	}
	if name == "" && r.userBox(i) {
		return r.firstLink(i)
	}
	return name
}

// userBox tells whether a block stands in a box of a few blocks that is named as the writer's.
func (r ownHead) userBox(i int) bool {
	for _, x := range r.Around(i, 2) {
		if x.Count() <= partsOfUser && x.Named(dom.HintUser|dom.HintAuthor) && x.Hint&dom.HintComment == 0 {
			return true
		}
	}
	return false
}

// partsOfUser is how many blocks such a box has.
const partsOfUser = 3

// firstLink is what the first link of a block says, where it may be who wrote.
func (r ownHead) firstLink(i int) string {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		if x.LinkOf(longestName) {
			if name := lines.Squeeze(string(r.Text[x.T0:x.T1])); r.Known.IsReporter(name) {
				return name
			}
			return ""
		}
	}
	return ""
}

// longestName is how long the name of a writer is, in bytes.
const longestName = 40

// accountOrName tells one word in small letters, or the name of a person.
func (r ownHead) accountOrName(i int, name string) bool {
	if lines.Count(name) == 1 {
		return !lines.UpperFirst(name)
	}
	return r.Known.IsReporter(name) && (r.mayName(i, name) || r.userBox(i))
}

// mostAbove is how many blocks of its own head an article has above its headline.
const mostAbove = 5

// timeNear tells whether a block prints a time, or stands no more than three from one.
func (r ownHead) timeNear(i int) bool {
	for j := max(0, i-nearTime); j < min(len(r.Blocks), i+nearTime+1); j++ {
		if r.timeElement(j) || r.Blocks[j].Words <= longestDated && r.PrintsDate(j) {
			return true
		}
	}
	return false
}

// timeElement tells a block with a <time> inside.
func (r ownHead) timeElement(i int) bool {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		if r.Elems[e].Tag == atom.Time {
			return true
		}
	}
	return false
}

// nearTime is how many blocks from the time of publication the name of who wrote stands.
const nearTime = 3

// user gives the name in an element that is named as the writer's of a forum, "" where it
// holds none, or the forum's own.
func (r ownHead) user(x *dom.Elem) string {
	if x.Hint&dom.HintUser == 0 || x.Count() > 1 {
		return ""
	}
	name := lines.Squeeze(string(r.Text[x.T0:x.T1]))
	switch {
	case name == "", lines.Count(name) > longestUser:
		return ""
	case r.Known.SiteUser.Equals(name), r.Known.Widget.Is(lines.Fold(name)), r.Known.SigninTitle.Covers(lines.Fold(name)):
		return ""
	}
	return name
}

// longestUser is how many words the name of a forum's writer has.
const longestUser = 3

// sender reads who sent a mail in its head, about its subject.
func (r ownHead) sender(first, b0 int) []string {
	for i := max(0, first-mostAbove); i < b0; i++ {
		if bytes.IndexByte(r.Bytes(i), '@') < 0 {
			continue
		}
		if name := lines.Sender(r.Known.Words, r.Line(i)); name != "" {
			return []string{name}
		}
	}
	return nil
}

// CutNames sets aside the name of who wrote where it stands alone above the first paragraph below the lead.
func CutNames(r *view.View, first, b1 int, authors []string) {
	for i := first; i < b1; i++ {
		b := &r.Blocks[i]
		switch {
		case b.Role == dom.RoleLead:
			continue
		case r.Prose(i):
			return
		case b.Role != dom.RoleCaption && !b.Fresh(), !slices.Contains(authors, strings.TrimLeft(r.Line(i), " —–-")):
			continue
		}
		b.Role, b.Cut = dom.RoleByline, "byline"
		if i+1 < b1 && titlesName(r, i, i+1) {
			r.Blocks[i+1].Cut = "what the writer is"
		}
	}
}

// titlesName tells a few words in a box with the name before them, and nothing else: Phóng viên
// thị trường.
func titlesName(r *view.View, i, next int) bool {
	b := &r.Blocks[next]
	switch {
	case !b.Fresh(), b.Words > longestTitle, r.Sentence(next), r.Thread.First > 0:
		return false
	}
	up := &r.Elems[r.Elems[b.Elem].Parent]
	return up.B0 == i && up.B1 == next+1
}

// longestTitle is how many words say what a writer is.
const longestTitle = 6

// ofInsert tells a block of a box that was cut from among the text: a card about another article.
func (r ownHead) ofInsert(i, b1 int) bool {
	switch {
	case i < r.B0, i >= b1, r.Blocks[i].Fresh(), r.Blocks[i].Cut == "line before the body", r.Blocks[i].Cut == "about the author", !r.TextIn(i+1, b1):
		return false
	}
	for j := r.B0; j < i; j++ {
		if r.Blocks[j].Fresh() && r.Paragraph(j) {
			return true
		}
	}
	return false
}

// Glued reads who wrote behind the last sentence of the body, in the same paragraph, and takes it off.
func Glued(r *view.View, b0, b1 int) (authors []string, credit string) {
	i := b1 - 1
	for i >= b0 && r.Blocks[i].Cut != "" {
		i--
	}
	if i < b0 || r.Head.Motto > 0 || r.Blocks[i].Words < shortestParagraph {
		return nil, ""
	}
	b := &r.Blocks[i]
	at, sig := lines.Glued(r.Known.Words, r.Line(i))
	if at < 0 {
		return nil, ""
	}
	if tail := len(r.Line(i)) - at; string(r.Text[b.T1-tail:b.T1]) == r.Line(i)[at:] {
		b.T1 -= tail
		b.T1 = b.T0 + len(withoutMark(r.Text[b.T0:b.T1]))
	}
	return sig.Authors, sig.Source
}

// withoutMark takes off what parts a text from a name behind it; the stroke of "./" is the text's.
func withoutMark(text []byte) []byte {
	text = bytes.TrimRight(text, " -|*")
	return bytes.TrimRight(bytes.TrimSuffix(text, []byte(" /")), " ")
}

// shortestParagraph is how many words the paragraph has that a name is glued to.
const shortestParagraph = 12

// belowLead reads the only name in the body, between its first paragraph and the rest, in capitals or
// in a class of its own.
func (r ownHead) belowLead(b0, b1 int) []string {
	for b0+1 < b1 && (r.Blocks[b0].Cut != "" || view.TimeLine(r.View, b0)) {
		b0++
	}
	i := b0 + 1
	if i+1 >= b1 {
		return nil
	}
	name := strings.TrimLeft(r.Line(i), " —–-")
	switch {
	case r.Blocks[b0].Role == dom.RoleLead && r.nameUnderLead(i, b1):
		r.Blocks[i].Role, r.Blocks[i].Cut = dom.RoleByline, "byline"
		return []string{name}
	case !r.Paragraph(b0), !surnamed(r.Finder, i, name), !r.Paragraph(i + 1), !r.onlyName(i), r.nameIn(i+2, b1):
		return nil
	case r.Make(i) != r.Make(i+1), name == strings.ToUpper(name), name != r.Line(i):
		r.Blocks[i].Role, r.Blocks[i].Cut = dom.RoleByline, "byline"
		return []string{name}
	}
	return nil
}

// nameUnderLead tells a line that is nothing but a name between a lead that is set as one and a paragraph, where
// no other short line stands in the text: it would be a sub-head.
func (r ownHead) nameUnderLead(i, b1 int) bool {
	line := r.Line(i)
	switch {
	case r.Heading(i) > 0, r.Blocks[i].Linked > 0 && r.Whole(i)&dom.HintWriter == 0, !r.Known.IsReporter(line), r.Known.Place.Equals(line):
		return false
	}
	for j := i + 1; j < b1; j++ {
		if r.Blocks[j].Cut == "" && !r.Paragraph(j) {
			return false
		}
	}
	return r.Paragraph(i + 1)
}

// betweenLead reads who wrote in a line alone between the lead, which stands in an element of its own, and the text.
func (r ownHead) betweenLead(b0 int) []string {
	i := b0 - 1
	switch {
	case i < 1, r.Blocks[i-1].Role != dom.RoleLead, r.Blocks[i].Words > longestBelow, r.Blocks[i].Linked > 0, r.Heading(i) > 0:
		return nil
	}
	sig := r.Known.Sign(r.Line(i))
	switch {
	case !sig.Named, !surnamed(r.Finder, i, r.Line(i)) && !saysMore(r.besideTime, r.Line(i), sig.Authors):
		return nil
	}
	r.Blocks[i].Role = dom.RoleByline
	return sig.Authors
}

// nameIn tells whether a line of blocks [from,to) is the name of a person.
func (r ownHead) nameIn(from, to int) bool {
	for i := from; i < to; i++ {
		if b := &r.Blocks[i]; b.Cut == "" && b.Words <= longestUser && r.Known.IsReporter(r.Line(i)) {
			return true
		}
	}
	return false
}
