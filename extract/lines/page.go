package lines

import "slices"

// Page reads the lines of one page, which different readers ask for: who signs a line is read once.
// It is no more than a page's, and for one goroutine.
type Page struct {
	*Words
	signed map[string]Signature
}

// NewPage makes the words ready for a page.
func NewPage(w *Words) *Page { return &Page{w, map[string]Signature{}} }

// Sign is that of Words; the caller may keep and change what it gives.
func (p *Page) Sign(line string) Signature {
	sig, known := p.signed[line]
	if !known {
		sig = p.Words.Sign(line)
		p.signed[line] = sig
	}
	sig.Authors = slices.Clone(sig.Authors)
	return sig
}
