package byline

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
	"github.com/boctin/boctin/extract/view"
)

// parted reads a line by the elements in it.
type parted struct{ Finder }

// sideBySide reads a line of elements that are each a name, or what is said of one: several names
// are links, for a name may be set in two parts.
func (r parted) sideBySide(i int) (names []string) {
	if r.Blocks[i].E1-r.Blocks[i].E0 < 2 {
		return nil
	}
	all := true // are links
	for _, p := range view.Pieces(r.View, i) {
		switch named := r.namesOf(p); {
		case len(named) > 0:
			names, all = append(names, named...), all && p.Elem.Tag == atom.A
		case !r.ofName(p.Text) && !r.paperOf(i, p.Text):
			return nil
		}
	}
	if all || len(names) == 1 {
		return names
	}
	return nil
}

// writerLink tells a line below the headline with a link to the page about a writer, and a name beside nothing
// but what is said of one.
func (r parted) writerLink(i, first int) bool {
	b := &r.Blocks[i]
	if i < first || i >= r.B0 {
		return false
	}
	for e := b.E0; e < b.E1; e++ {
		if r.Elems[e].Hint&dom.HintWriter != 0 {
			return len(r.sideBySide(i)) > 0
		}
	}
	return false
}

// namesOf reads an element that is the name of a person, behind words that name a writer perhaps.
func (r parted) namesOf(p view.Piece) []string {
	if p.Elem == nil {
		return nil
	}
	return besideTime(r).alone(p.Text)
}

// paperOf tells the paper that a writer is of, with no stroke before it, which would say that the text is of it.
func (r parted) paperOf(i int, text string) bool {
	return r.Known.IsPaper(strings.TrimLeft(text, "© ")) && !strings.Contains(r.Line(i), "/")
}

// besidePaper reads names beside the name of a paper in an element that is named as the source's.
func (r parted) besidePaper(i int) (sig lines.Signature) {
	if r.Whole(i)&dom.HintSource == 0 {
		return sig
	}
	if sig.Authors = r.sideBySide(i); len(sig.Authors) == 0 {
		return sig
	}
	for _, p := range view.Pieces(r.View, i) {
		if r.paperOf(i, p.Text) {
			sig.Source, sig.Marked = strings.TrimLeft(p.Text, "© "), true
		}
	}
	return sig
}

// affiliation tells the office of who is named beside it: Viện Lúa.
func (r parted) affiliation(text string) bool {
	switch {
	case lines.Count(text) < 2, r.Known.Labelled(text), r.Known.AfterSource(text) != text:
		return false
	}
	return r.Known.NotName.Opens(text)
}

// ofName tells what may stand beside the name of who wrote: marks, the time, what the writer is,
// a button to follow.
func (r parted) ofName(text string) bool {
	f := lines.Fold(text)
	switch {
	case strings.Trim(text, " -–|,;&•·/") == "", r.Known.IsStamp(text, f), r.affiliation(text), r.Known.Follow.Is(f), r.Known.Byline.Opens(text), r.Known.By.Opens(text), r.Known.Degree.Equals(text):
		return true
	}
	return false
}

// authorElement reads the name of a person that is all of an element inside one that is named as the
// author's, or a link to the page about one: <span class="author">của <span>Lan Anh</span></span>.
func (r parted) authorElement(i int) []string {
	b := &r.Blocks[i]
	for e := b.E0; e < b.E1; e++ {
		if r.Elems[e].Hint&(dom.HintAuthor|dom.HintWriter) == 0 {
			continue
		}
		for in := e; in < min(r.Elems[e].Last, b.E1, e+mostInside); in++ {
			x := &r.Elems[in]
			if name := lines.Squeeze(string(r.Text[x.T0:x.T1])); r.Known.IsReporter(name) {
				return []string{name}
			}
		}
	}
	return nil
}

// mostInside is how many elements such an element holds up to that of the name.
const mostInside = 8
