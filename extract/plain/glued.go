package plain

import (
	"slices"
	"strings"

	"github.com/boctin/boctin/extract/lines"
)

// unglueName parts the name of who wrote from the last sentence of the body, where nothing but
// a space stands between them.
func (d *document) unglueName() {
	i := d.lastText()
	if d.official {
		return
	}
	p := d.at(i)
	at, sig := lines.Glued(d.v.Words, p.text)
	switch known := d.article.Authors; {
	case at < 0:
		return
	case len(known) > 0 && !slices.Equal(known, sig.Authors):
		return
	}
	name := piece{text: p.text[at:], at: p.at + at, role: byline, rule: "glued to the last sentence"}
	p.text = strings.TrimRight(p.text[:at], " -–")
	d.signed(sig)
	d.pieces = slices.Insert(d.pieces, i+1, name)
	d.end++
}

// lastText is the last paragraph of the body, -1 if it has none.
func (d *document) lastText() int {
	for i := d.end - 1; i >= d.start; i-- {
		if p := &d.pieces[i]; p.role == text {
			if lines.Count(p.text) >= shortestParagraph {
				return i
			}
			return -1
		}
	}
	return -1
}

// shortestParagraph is how many words the last paragraph has that a name is glued to.
const shortestParagraph = 12
