package dom

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// apart tells a span that is drawn apart from the one right before it, as parts of a line of
// publication are by a style sheet: neither stands in a paragraph, and no word goes on.
func (p *planter) apart(n *html.Node) bool {
	before := n.PrevSibling
	if n.DataAtom != atom.Span || before == nil || before.DataAtom != atom.Span || goesOn(n) {
		return false
	}
	switch p.Elems[p.owner].Tag {
	case atom.Div, atom.Li, atom.Header, atom.Section:
		return true
	}
	return false
}

// goesOn tells a span whose text begins with a small letter, or that has none: a word may go on in it.
func goesOn(n *html.Node) bool {
	for n != nil && n.Type != html.TextNode {
		n = n.FirstChild
	}
	if n == nil {
		return true
	}
	first, _ := utf8.DecodeRuneInString(n.Data)
	return unicode.IsLower(first)
}
