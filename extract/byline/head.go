package byline

import (
	"bytes"
	"cmp"
	"iter"
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
	for i := max(0, first-4); i < end; i++ {
		b := &r.Blocks[i]
		switch {
		case b.Words > 14, r.text(i, b1), !r.authorBlock(i, first):
			continue
		}
		sig := r.namesIn(i)
		for _, n := range sig.Authors {
			authors = view.AppendNew(authors, n)
		}
		if len(sig.Authors) > 0 {
			b.Role = dom.RoleByline
			credit = cmp.Or(credit, sig.Source)
		}
	}
	return withoutEchoes(r.withoutTitles(authors)), credit
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
	if !slices.ContainsFunc(authors, r.Known.IsName) {
		return authors
	}
	return slices.DeleteFunc(authors, func(a string) bool { return r.Known.Byline.Is(lines.Lower(a)) })
}

// text tells a block of the headline, the captions or the body.
func (r Finder) text(i, b1 int) bool {
	switch b := &r.Blocks[i]; b.Role {
	case dom.RoleTitle, dom.RoleLead, dom.RoleCaption:
		return true
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
	line := r.Known.UntilDate(r.Line(i))
	if sig := r.Known.Sign(line); len(sig.Authors) > 0 {
		return sig
	}
	sig, ok := r.Known.Quoted(line)
	if ok && r.Known.IsReporter(sig.Source) {
		return lines.Signature{Authors: []string{sig.Source}}
	}
	return sig
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
	case r.Above(b.Elem, elsewhere), i >= r.B0 && r.Above(b.Elem, ofComments):
		return false
	case names&dom.HintAuthor != 0, r.labelled(i):
		return true
	}
	return names&dom.HintDate != 0 && b.Linked == 0 && first <= i && i < r.B0+2
}

// elsewhere tells an element in which names are those of others.
func elsewhere(e *dom.Elem) bool { return e.Is(atom.Footer, atom.Nav) }

// ofComments tells an element of the readers' comments, which stand below the text:
// above it a line so named tells how many there are.
func ofComments(e *dom.Elem) bool { return e.Hint&dom.HintComment != 0 }

// labelled tells a line of names behind a label, "Tác giả:", or behind words that
// name a writer, "Viết bởi".
func (r Finder) labelled(i int) bool {
	if (i < r.B0 || r.Blocks[i].Cut != "") && r.Known.By.Begins(lines.Lower(r.Line(i))) > 0 {
		sig := r.Known.Sign(r.Known.UntilDate(r.Line(i)))
		return sig.Named && len(sig.Authors) > 0
	}
	return bytes.IndexByte(r.Bytes(i), ':') >= 0 && r.Known.Sign(r.Line(i)).Labelled
}

// parted puts a bar in the place of what parts the pieces of a line of publication.
var parted = strings.NewReplacer(" - ", "|", " – ", "|", " / ", "|", "•", "|", "·", "|", ";", "|")

// besideDate reads "Tác giả: X" or the name of a reporter between bars or dashes in a line
// of publication below the headline, in an element of its own there, or right beside it;
// and the source that such a line names.
func (r Finder) besideDate(first, b0 int) (authors []string, credit string) {
	for i := range r.dated(first, b0) {
		line := parted.Replace(r.Line(i))
		for part := range strings.SplitSeq(line, "|") {
			if sig, ok := r.quotedPart(part); ok {
				credit = cmp.Or(credit, sig.Source)
			}
			if len(authors) == 0 {
				authors = r.signedPart(i, strings.TrimSpace(part))
			}
		}
		if name, _, found := strings.Cut(line, ", "); len(authors) == 0 && found && r.Known.IsFullName(name) {
			authors = []string{name}
		}
		if len(authors) == 0 {
			authors = r.ownElement(i)
		}
		if len(authors) > 0 {
			return authors, credit
		}
	}
	return nil, credit
}

// quotedPart reads "Nguồn: X" in a line of publication.
func (r Finder) quotedPart(part string) (lines.Signature, bool) {
	if !strings.Contains(part, ":") {
		return lines.Signature{}, false
	}
	return r.Known.Quoted(strings.TrimSpace(part))
}

// signedPart reads the names in one part of a line of publication. Two words are a name
// where no part of the line is a link, which may be a section.
func (r Finder) signedPart(i int, part string) []string {
	sig := r.Known.Sign(part)
	switch {
	case len(sig.Authors) == 0:
	case sig.Labelled, sig.Marked && sig.Named, r.Known.IsFullName(part), sig.Named && sig.Source == "" && r.Blocks[i].Linked == 0:
		return sig.Authors
	}
	return nil
}

// ownElement reads the name in an element of a line that is nothing but a time beside it,
// and in the lines beside one that is nothing else.
func (r Finder) ownElement(i int) []string {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		x := &r.Elems[e]
		if x.T0 < b.T0 || x.T1 > b.T1 || x.T1 == x.T0 || x.Tag == atom.A {
			continue
		}
		rest := string(r.Text[b.T0:x.T0]) + " " + string(r.Text[x.T1:b.T1])
		if name := lines.Squeeze(string(r.Text[x.T0:x.T1])); r.Known.IsReporter(name) && r.Known.IsStamp(rest, lines.Fold(rest)) {
			return []string{name}
		}
	}
	if !r.Known.IsStamp(r.Line(i), r.Folded(i)) {
		return nil
	}
	for _, j := range []int{i - 1, i + 1} {
		if j > r.Title && j < r.B0 && r.Elems[r.Blocks[j].Elem].Parent == r.Elems[b.Elem].Parent && r.Blocks[j].Linked == 0 && r.Known.IsReporter(r.Line(j)) {
			return []string{r.Line(j)}
		}
	}
	return nil
}

// userBesideDate reads the name in an element named as the writer's of a forum, in a line
// of publication below the headline: "bắt đầu bởi lao_nong, 6/10/25".
func (r Finder) userBesideDate(first, b0 int) []string {
	for i := range r.dated(first, b0) {
		b := &r.Blocks[i]
		for e := b.E0; e < b.E1; e++ {
			if name := r.user(&r.Elems[e]); name != "" {
				return []string{name}
			}
		}
	}
	return nil
}

// dated goes over the lines of publication below the headline.
func (r Finder) dated(first, b0 int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := first; i < min(len(r.Blocks), b0+2); i++ {
			if r.Blocks[i].Words <= longestDated && r.PrintsDate(i) && !yield(i) {
				return
			}
		}
	}
}

// longestDated is how many words a line of publication has at most.
const longestDated = 26

// user gives the name in an element that is named as the writer's of a forum, "" where it
// holds none, or the forum's own.
func (r Finder) user(x *dom.Elem) string {
	name := lines.Squeeze(string(r.Text[x.T0:x.T1]))
	switch {
	case x.Hint&dom.HintUser == 0, x.Count() > 1, lines.Count(name) > longestUser, r.Known.SiteUser.Is(lines.Lower(name)):
		return ""
	}
	return name
}

// longestUser is how many words the name of a forum's writer has.
const longestUser = 3
