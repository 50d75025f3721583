package view

import (
	"github.com/boctin/boctin/extract/dom"
	"github.com/boctin/boctin/extract/lines"
)

// Piece is what one of the outermost elements in a line holds, or the text between two.
type Piece struct {
	Text string
	Elem *dom.Elem // nil between two
}

// Pieces parts a line at the elements in it: <a>Lan Anh</a><span>Phóng viên</span>.
func Pieces(r *View, i int) (all []Piece) {
	b := &r.Blocks[i]
	at := b.T0
	upTo := func(end int, e *dom.Elem) {
		if text := lines.Squeeze(string(r.Text[at:max(at, end)])); text != "" {
			all = append(all, Piece{text, e})
		}
		at = max(at, end)
	}
	for e := b.E0; e < b.E1; {
		x := &r.Elems[e]
		if x.T1 > b.T1 || x.T0 <= b.T0 && x.T1 >= b.T1 { // about all of it
			e++
			continue
		}
		upTo(x.T0, nil)
		upTo(x.T1, x)
		e = x.Last
	}
	upTo(b.T1, nil)
	return all
}
