package dom

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// apart tells a span that is drawn apart from the one right before it, as parts of a line of
// publication are by a style sheet: they are of two classes, or all that a short line is made of;
// neither stands in a paragraph, and no word goes on. A word that an editor cut into spans
// (<span>202</span><span>5</span>) is one word.
func (p *planter) apart(n *html.Node) bool {
	before := n.PrevSibling
	if n.DataAtom != atom.Span || before == nil || before.DataAtom != atom.Span || goesOn(n) {
		return false
	}
	switch p.Elems[p.owner].Tag {
	case atom.Div, atom.Li, atom.Header, atom.Section:
		return otherClass(before, n) || madeOfSpans(n.Parent)
	}
	return false
}

// otherClass tells whether both elements have a class, and not the same.
func otherClass(a, b *html.Node) bool {
	x, y := Attr(a, "class"), Attr(b, "class")
	return x != "" && y != "" && x != y
}

// madeOfSpans tells an element in which nothing stands but a few short spans of two words or more.
func madeOfSpans(n *html.Node) bool {
	const mostSpans, longest = 5, 40 // bytes
	spans := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Span || spans == mostSpans {
			return false
		}
		s := strings.TrimSpace(firstText(c))
		if len(s) > longest || !strings.Contains(s, " ") {
			return false
		}
		spans++
	}
	return true
}

// goesOn tells a span whose text begins with a small letter or a sign, or that has none: a word or a
// sentence may go on in it.
func goesOn(n *html.Node) bool {
	first, _ := utf8.DecodeRuneInString(firstText(n))
	return !unicode.IsUpper(first) && !unicode.IsDigit(first)
}

// firstText is the first text in an element, where nothing but elements stands before it.
func firstText(n *html.Node) string {
	for n != nil && n.Type != html.TextNode {
		n = n.FirstChild
	}
	if n == nil {
		return ""
	}
	return n.Data
}
