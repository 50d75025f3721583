// Package byline finds who signs an article, and the source that it is taken
// from.
package byline

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/layout"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// Finder finds who signs the article.
type Finder struct{ *view.View }

// Find marks, among the last blocks of the body and those about it, the
// reporters' names and the line that names a source.
func (r Finder) Find(first, b0, b1 int) (authors []string, credit string) {
	if r.Thread.First > 0 {
		return []string{r.Thread.Poster}, ""
	}
	if r.speakers(first, b1) {
		return nil, r.creditBelow(b1)
	}
	if r.Head.Motto == 0 { // who signs a document is no reporter
		authors, credit = r.closing(b0, b1)
	}
	if credit == "" {
		credit = r.creditBelow(b1)
	}
	for _, source := range []func() []string{
		r.profileNames,
		func() []string { return authors },
		func() []string { return r.named(first, b1) },
		func() []string { return r.besideDate(first, b0) },
		func() []string { return r.below(b1) },
		r.metaAuthors,
	} {
		if names := source(); len(names) > 0 {
			return names, credit
		}
	}
	return nil, credit
}

// mostSigned is how many elements named as the author's an article has among its
// text: more are those of who asks and answers.
const mostSigned = 3

// speakers tells a talk: names in elements named as the author's stand above
// what each says.
func (r Finder) speakers(first, b1 int) bool {
	n := 0
	for i := first; i+1 < b1; i++ {
		if b := &r.Blocks[i]; b.Words <= 14 && r.Whole(i)&dom.HintAuthor != 0 && r.Blocks[i+1].Words >= 8 {
			n++
		}
	}
	return n > mostSigned
}

// creditBelow looks for the source in the lines right below the body.
func (r Finder) creditBelow(b1 int) string {
	for i := b1; i < min(len(r.Blocks), b1+5); i++ {
		b := &r.Blocks[i]
		if b.LinkShare() > 0.5 || b.Words > 10 || r.Dead[b.Elem] {
			continue
		}
		if sig, ok := r.quoted(i); ok {
			b.Role = dom.RoleSource
			return sig.Source
		}
	}
	return ""
}

// below reads names right below the body, in no box with it: they must be set
// as a byline is.
func (r Finder) below(b1 int) []string {
	for i := b1; i < min(len(r.Blocks), b1+3); i++ {
		b := &r.Blocks[i]
		if b.Linked > 0 || r.Dead[b.Elem] || b.Words > 8 {
			return nil
		}
		if sig := r.Known.Sign(r.Line(i)); len(sig.Authors) > 0 && sig.Named && (r.Right(i) || sig.Labelled || b.AllBold() || b.AllItalic()) {
			b.Role = dom.RoleByline
			return sig.Authors
		}
	}
	return nil
}

// closingLines is how many lines at the end of a body may sign it.
const closingLines = 6

// signed is a line at the end of a body that signs it.
type signed struct {
	block  int
	quoted bool // "Theo X"
	lines.Signature
}

// closing reads the end of the body upwards, as long as its lines are bylines,
// sources, or were set aside.
func (r Finder) closing(b0, b1 int) (authors []string, credit string) {
	var all []signed
	seen, captions := 0, false
	for i := b1 - 1; i >= b0 && seen < closingLines; i-- {
		b := &r.Blocks[i]
		captions = captions || b.Role == dom.RoleCaption
		if b.Cut != "" || b.Role == dom.RoleCaption {
			continue
		}
		seen++
		switch line := r.Line(i); {
		case lines.IsMail(line):
			b.Cut = "address of the writer"
			continue
		case r.Known.IsCrew(line):
			b.Cut = "who helped to make the page"
			continue
		}
		s, ok := r.signature(i)
		switch {
		case ok && captions && !s.Marked && r.Whole(i)&dom.HintAuthor == 0: // the head of a picture
		case ok:
			all = append(all, s)
		case b.Words > 12:
			seen = closingLines
		}
	}
	slices.Reverse(all)
	return r.settle(all)
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

// settle takes the lines together: "Theo X" above the name of a paper names the
// reporter.
func (r Finder) settle(all []signed) (authors []string, credit string) {
	for _, s := range all {
		b := &r.Blocks[s.block]
		b.Role, b.Cut = dom.RoleByline, "byline"
		if s.quoted && len(s.Authors) == 0 {
			b.Role, b.Cut = dom.RoleSource, "source line"
		}
	}
	for n, s := range all {
		if s.quoted && len(s.Authors) == 0 {
			if n+1 < len(all) && all[n+1].block == s.block+1 && r.Known.IsReporter(s.Source) {
				return append(authors, s.Source), cmp.Or(all[n+1].Source, strings.Join(all[n+1].Authors, ", "))
			}
		}
		authors = append(authors, s.Authors...)
		credit = cmp.Or(credit, s.Source)
	}
	return authors, credit
}

// quoted reads "Theo TTXVN", "Nguồn: …", or what an element holds that is named
// as the source's.
func (r Finder) quoted(i int) (lines.Signature, bool) {
	b := &r.Blocks[i]
	if b.Words > 12 {
		return lines.Signature{}, false
	}
	line := r.Line(i)
	if r.Whole(i)&dom.HintSource != 0 && b.Words < 9 && !strings.ContainsAny(line, "?!") {
		return r.Known.Reporter(r.Known.AfterSource(lines.Unbracket(line))), true
	}
	if b.Words > 9 {
		return lines.Signature{}, false
	}
	return r.Known.Quoted(line)
}

// bylineBlock reads a line of names at the end of a body.
func (r Finder) bylineBlock(i int) (sig lines.Signature, ok bool) {
	b := &r.Blocks[i]
	named := r.Whole(i)&dom.HintAuthor != 0
	if b.Words > 14 || r.Heading(i) > 0 && !named {
		return sig, false
	}
	line := r.Line(i)
	sig = r.Known.Sign(line)
	switch marked := sig.Marked || named; {
	case len(sig.Authors) == 0:
		return sig, r.Known.IsPaper(sig.Source) && r.set(i)
	case strings.HasSuffix(line, ":"), !marked && strings.HasSuffix(line, ".") && b.Words > 3:
		return sig, false
	case marked, r.set(i), strings.HasSuffix(line, ")"), strings.ToUpper(line) == line:
		return sig, true
	}
	return sig, r.lastText(i)
}

// set tells whether a block is set as bylines are.
func (r Finder) set(i int) bool {
	b := &r.Blocks[i]
	return b.AllBold() || b.AllItalic() || r.Right(i)
}

// lastText tells whether no text of the body follows a block.
func (r Finder) lastText(i int) bool {
	for j := i + 1; j < r.B1; j++ {
		if r.Blocks[j].Cut == "" {
			return false
		}
	}
	return true
}

// named reads names from elements named as the author's, near the headline
// and about the body.
func (r Finder) named(first, b1 int) (authors []string) {
	end := min(len(r.Blocks), b1+12)
	for i := max(0, first-4); i < end; i++ {
		b := &r.Blocks[i]
		if b.Words > 14 || b.Role == dom.RoleTitle || b.Role == dom.RoleLead || b.Role == dom.RoleCaption || b.Cut == "" && i >= r.B0 && i < b1 {
			continue
		}
		if !r.authorBlock(i, first) {
			continue
		}
		names := r.namesIn(i)
		for _, n := range names {
			authors = view.AppendNew(authors, n)
		}
		if len(names) > 0 {
			b.Role = dom.RoleByline
		}
	}
	return authors
}

// namesIn reads the names in an element that is named as the author's: they may
// stand behind "Theo".
func (r Finder) namesIn(i int) []string {
	line := r.Known.UntilDate(r.Line(i))
	if names := r.Known.Sign(line).Authors; len(names) > 0 {
		return names
	}
	sig, ok := r.Known.Quoted(line)
	if ok && r.Known.IsReporter(sig.Source) {
		return []string{sig.Source}
	}
	return sig.Authors
}

// authorBlock tells whether names or place show a block as a byline.
func (r Finder) authorBlock(i, first int) bool {
	b := &r.Blocks[i]
	if r.Above(b.Elem, func(e *dom.Elem) bool {
		return e.Tag == atom.Footer || e.Tag == atom.Nav || e.Hint&dom.HintComment != 0
	}) {
		return false
	}
	h := r.Whole(i)
	for e, up := b.Elem, 0; e > 0 && up < 4; e, up = r.Elems[e].Parent, up+1 {
		if x := &r.Elems[e]; x.B1-x.B0 <= 4 {
			h |= x.Hint
		}
	}
	if h&dom.HintAuthor != 0 || r.labelled(i) {
		return true
	}
	return h&dom.HintDate != 0 && i >= first && i < r.B0+2 && b.Linked == 0
}

// labelled tells a line of names behind a label, "Tác giả:".
func (r Finder) labelled(i int) bool {
	return bytes.IndexByte(r.Bytes(i), ':') >= 0 && r.Known.Sign(r.Line(i)).Labelled
}

// profileNames reads the elements that a profile points at as the author's.
func (r Finder) profileNames() (authors []string) {
	for _, e := range r.Found.Parts[layout.Author] {
		for i := r.Elems[e].B0; i < r.Elems[e].B1 && i < len(r.Blocks); i++ {
			names := r.namesIn(i)
			for _, n := range names {
				authors = view.AppendNew(authors, n)
			}
			if len(names) > 0 {
				r.Blocks[i].Role, r.Blocks[i].Cut = dom.RoleByline, "profile: author"
			}
		}
		if len(authors) > 0 && r.Elems[e].B1-r.Elems[e].B0 > 1 {
			break
		}
	}
	return authors
}

// metaAuthors takes names from the metadata, unless they are the site's own.
func (r Finder) metaAuthors() (authors []string) {
	host := strings.ReplaceAll(r.Address(""), "-", "")
	for _, line := range r.Meta.Authors {
		if plain := strings.ReplaceAll(lines.Fold(line), " ", ""); plain == "" || strings.Contains(host, plain) || plain == strings.ReplaceAll(lines.Fold(r.Meta.Site), " ", "") {
			continue
		}
		if strings.ContainsAny(line, "@/0123456789") || strings.Contains(line, ".") && !strings.Contains(line, ". ") || r.SiteName(line) || r.Known.Outlet.Within(lines.Lower(line)) {
			continue
		}
		for _, n := range r.Known.Sign(line).Authors {
			authors = view.AppendNew(authors, n)
		}
	}
	return authors
}

// besideDate reads "Tác giả: X" in a line of publication below the headline.
func (r Finder) besideDate(first, b0 int) []string {
	for i := first; i < min(len(r.Blocks), b0+2); i++ {
		b := &r.Blocks[i]
		if text := r.Text[b.T0:b.T1]; b.Words > 26 || !lines.HasDate(text) {
			continue
		}
		for part := range strings.FieldsFuncSeq(r.Line(i), func(c rune) bool { return c == '|' || c == '•' || c == '·' || c == ';' }) {
			if sig := r.Known.Sign(part); sig.Labelled && len(sig.Authors) > 0 {
				return sig.Authors
			}
		}
	}
	return nil
}
