package byline

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
)

// piece is what one of the outermost elements in a line holds, or the text between two.
type piece struct {
	text string
	elem *dom.Elem // nil between two
}

// parted reads a line by the elements in it.
type parted struct{ Finder }

// pieces parts a line at the elements in it: <a>Lan Anh</a><span>Phóng viên</span>.
func (r parted) pieces(i int) (all []piece) {
	b := &r.Blocks[i]
	at := b.T0
	upTo := func(end int) {
		if text := lines.Squeeze(string(r.Text[at:max(at, end)])); text != "" {
			all = append(all, piece{text: text})
		}
	}
	for e := b.E0; e < b.E1; {
		x := &r.Elems[e]
		if x.T1 > b.T1 || x.T0 <= b.T0 && x.T1 >= b.T1 { // about all of it
			e++
			continue
		}
		upTo(x.T0)
		if text := lines.Squeeze(string(r.Text[x.T0:x.T1])); text != "" {
			all = append(all, piece{text, x})
		}
		at, e = x.T1, x.Last
	}
	upTo(b.T1)
	return all
}

// sideBySide reads a line of elements that are each a name, or what is said of one: several names
// are links, for a name may be set in two parts.
func (r parted) sideBySide(i int) (names []string) {
	if r.Blocks[i].E1-r.Blocks[i].E0 < 2 {
		return nil
	}
	all := true // are links
	for _, p := range r.pieces(i) {
		switch {
		case p.names(r):
			names, all = append(names, p.text), all && p.elem.Tag == atom.A
		case !r.ofName(p.text):
			return nil
		}
	}
	if all || len(names) == 1 {
		return names
	}
	return nil
}

// names tells an element that is the name of a person.
func (p piece) names(r parted) bool { return p.elem != nil && r.Known.IsReporter(p.text) }

// ofName tells what may stand beside the name of who wrote: marks, the time, what the writer is,
// a button to follow.
func (r parted) ofName(text string) bool {
	f := lines.Fold(text)
	switch {
	case strings.Trim(text, " -–|,;&•·/") == "", r.Known.IsStamp(text, f), r.Known.Follow.Is(f), r.Known.Byline.Opens(text), r.Known.By.Opens(text):
		return true
	}
	return false
}
