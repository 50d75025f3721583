package dom

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// keepOut files the classes and ids that the style sheets of the page do not draw.
func (p *planter) keepOut(hidden []string) {
	p.sheet = hidden
	for _, s := range hidden {
		p.lengths[s[1]%32] |= 1 << (len(s[1:]) % 64)
	}
}

// noClass tells whether one of the classes is left out by the style sheets of the page.
func (p *planter) noClass(classes string) bool {
	for more := true; more; {
		var class string
		class, classes, more = strings.Cut(classes, " ")
		if p.leavesOut(".", class) {
			return true
		}
	}
	return false
}

// leavesOut tells a class or an id that the style sheets of the page do not draw.
func (p *planter) leavesOut(sign, name string) bool {
	if name == "" || p.lengths[name[0]%32]&(1<<(len(name)%64)) == 0 {
		return false
	}
	for _, s := range p.sheet {
		if s[:1] == sign && s[1:] == name {
			return true
		}
	}
	return false
}

// unfolds tells an element that a click shows: a panel or the sheet of a tab by its class, or what
// stands right behind a button, a label, a heading or a question.
func unfolds(n *html.Node) bool {
	class := strings.ToLower(Attr(n, "class"))
	for _, name := range []string{"tab", "panel", "accordion", "collaps", "faq", "answer", "more"} {
		if strings.Contains(class, name) {
			return true
		}
	}
	before := n.PrevSibling
	for before != nil && before.Type != html.ElementNode {
		before = before.PrevSibling
	}
	if before == nil {
		return false
	}
	switch before.DataAtom {
	case atom.Button, atom.Label, atom.Summary, atom.A, atom.Dt:
		return true
	}
	return Level(before.DataAtom) > 0 || folds(before) || asks(before)
}
