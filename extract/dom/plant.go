package dom

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/boctin/boctin/extract/lines"
)

// flow is how an element breaks the text.
type flow uint8

const (
	flowBlock flow = iota
	flowInline
	flowSkip
	flowBreak
	flowImage
)

// flows is how the elements break the text that are no blocks: each in the place of its atom or, where that
// is taken, in one behind.
var flows = func() (t flowTable) {
	for _, a := range []atom.Atom{atom.A, atom.B, atom.I, atom.Em, atom.Strong, atom.Span, atom.Font, atom.U, atom.Sub, atom.Sup, atom.Small, atom.Mark, atom.Time,
		atom.Abbr, atom.Cite, atom.Code, atom.Q, atom.S, atom.Strike, atom.Big, atom.Tt, atom.Label, atom.Ins, atom.Del, atom.Wbr, atom.Acronym, atom.Dfn, atom.Kbd, atom.Var, atom.Nobr, atom.Bdi, atom.Bdo} {
		t.put(a, flowInline)
	}
	for _, a := range []atom.Atom{atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Select, atom.Textarea, atom.Button, atom.Input, atom.Title, atom.Meta, atom.Link, atom.Embed, atom.Audio, atom.Video} {
		t.put(a, flowSkip)
	}
	t.put(atom.Br, flowBreak)
	t.put(atom.Img, flowImage)
	return t
}()

type flowTable [256]struct {
	tag  atom.Atom
	flow flow
}

func placeOf(tag atom.Atom) uint8 { return uint8(tag>>8 + tag) }

func (t *flowTable) put(tag atom.Atom, f flow) {
	at := placeOf(tag)
	for t[at].tag != 0 {
		at++
	}
	t[at].tag, t[at].flow = tag, f
}

func (t *flowTable) get(tag atom.Atom) flow {
	for at := placeOf(tag); t[at].tag != 0; at++ {
		if t[at].tag == tag {
			return t[at].flow
		}
	}
	return flowBlock
}

// planter grows a tree from a parsed page.
type planter struct {
	*Tree
	hints *Namer
	read  [64]reading           // of names, each by its length and some bytes
	drawn [16]drawing           // of styles, likewise
	visit func(int, *html.Node) // sees each element as it is met; may be nil
	sheet []string              // the classes and ids that the page's own style sheets do not draw

	lengths [32]uint64 // of their names: by the low bits of the first byte a bit for each length

	start  int // of the block under way
	e0     int
	space  bool
	owner  int
	link   int // depth of <a>
	bold   int
	italic int
	pre    int // depth of elements that keep their lines
	count  Block
	br     bool
}

// Plant lays a page flat in the memory of an empty tree. hidden are the classes and ids that
// are not drawn, ".a" and "#b".
func Plant(t *Tree, root *html.Node, tags int, h *Namer, hidden []string, visit func(int, *html.Node)) *Tree {
	t.Elems = slices.Grow(t.Elems, tags+tags/16+16)
	p := planter{Tree: t, hints: h, visit: visit}
	p.keepOut(hidden)
	p.element(root, -1)
	p.flush()
	p.sums()
	return p.Tree
}

func (p *planter) sums() {
	p.Words, p.Linked = make([]int, len(p.Blocks)+1), make([]int, len(p.Blocks)+1)
	for i := range p.Blocks {
		p.Words[i+1] = p.Words[i] + p.Blocks[i].Words
		p.Linked[i+1] = p.Linked[i] + p.Blocks[i].Linked
	}
}

// children walks on; depth is bounded by the trimmer and the parser.
func (p *planter) children(n *html.Node, at int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			p.write(c.Data)
		case html.ElementNode:
			p.element(c, at)
		}
	}
}

func (p *planter) element(n *html.Node, parent int) {
	at := len(p.Elems)
	p.Elems = append(p.Elems, Elem{Node: n, Parent: parent, Tag: n.DataAtom})
	e := &p.Elems[at]
	l := p.describe(e, parent)
	f := p.flow(e)
	e.Inline = f == flowInline
	if f == flowBlock {
		p.flush()
	}
	e.T0, e.B0, e.I0 = len(p.Text), len(p.Blocks), len(p.Images)
	if p.visit != nil {
		p.visit(at, n)
	}
	switch f {
	case flowBreak:
		p.flush()
		p.br = true
	case flowImage:
		p.Images = append(p.Images, Picture{Elem: at, At: len(p.Blocks), Inside: len(p.Text) > p.start, Node: n})
	case flowInline:
		p.inline(n, at, l)
	case flowBlock:
		p.block(n, at, l)
	}
	e = &p.Elems[at]
	e.T1, e.B1, e.I1, e.Last = len(p.Text), len(p.Blocks), len(p.Images), len(p.Elems)
	if f == flowInline && len(p.Text) > p.start {
		e.B1++ // the block under way
	}
}

// flow says how an element breaks the text: by its tag, unless its names or
// where it stands say otherwise.
func (p *planter) flow(e *Elem) flow {
	f := flows.get(e.Tag)
	switch {
	case e.Tag == 0 && strings.HasSuffix(e.Node.Data, "-img"):
		return flowImage
	case e.Tag == atom.Button && p.foldsOut(e):
		return flowBlock
	case f == flowInline && (e.Hidden && !p.Elems[e.Parent].Hidden || e.Hint&HintGutter != 0):
		return flowSkip
	case f == flowBlock && e.Hint&HintGutter != 0 && figures(e.Node):
		return flowSkip
	case f == flowInline && p.ownLine(e):
		return flowBlock
	}
	return f
}

// foldsOut tells the button that is the head of a part which folds out: a
// heading is made of it, its names say so, or it asks what the part answers.
func (p *planter) foldsOut(e *Elem) bool {
	for up, steps := e.Parent, 0; up > 0 && steps < 3; up, steps = p.Elems[up].Parent, steps+1 {
		if Level(p.Elems[up].Tag) > 0 || p.Elems[up].Tag == atom.Summary || p.Elems[up].Tag == atom.Dt {
			return true
		}
	}
	return folds(e.Node) || asks(e.Node)
}

// folds tells an element whose names or attributes say that it folds out what
// follows.
func folds(n *html.Node) bool {
	if len(n.Attr) == 0 {
		return false
	}
	if Attr(n, "data-toggle") == "collapse" || Attr(n, "data-bs-toggle") == "collapse" {
		return true
	}
	if n.Parent != nil && Level(n.Parent.DataAtom) > 0 && (Attr(n, "role") == "button" || Attr(n, "role") == "tab") {
		return true
	}
	class := Attr(n, "class")
	return strings.Contains(class, "accordion") || strings.Contains(class, "collaps") || strings.Contains(class, "faq")
}

// asks tells an element whose text is a question.
func asks(n *html.Node) bool {
	last := n.LastChild
	for last != nil && (last.Type != html.TextNode || strings.TrimSpace(last.Data) == "") {
		if inner := last.LastChild; inner != nil {
			last = inner
		} else {
			last = last.PrevSibling
		}
	}
	return last != nil && strings.HasSuffix(strings.TrimSpace(last.Data), "?")
}

// figures tells whether all text inside an element is figures.
func figures(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.Trim(c.Data, "0123456789 \t\r\n.:") != "" || !figures(c) {
			return false
		}
	}
	return true
}

// block walks a block element.
func (p *planter) block(n *html.Node, at int, l look) {
	owner := p.owner
	p.owner = at
	p.bold, p.italic, p.pre = p.bold+l.bold, p.italic+l.italic, p.pre+l.pre
	p.children(n, at)
	p.flush()
	p.bold, p.italic, p.pre = p.bold-l.bold, p.italic-l.italic, p.pre-l.pre
	p.owner, p.br = owner, false
}

// ownLine tells whether a span is drawn as a line of its own: it is named as a
// headline, lead or date and does not stand in a paragraph.
func (p *planter) ownLine(e *Elem) bool {
	if e.Tag != atom.Span && e.Tag != atom.Time || e.Hint&(HintTitle|HintLead|HintDate|HintAuthor) == 0 || p.link > 0 {
		return false
	}
	switch p.Elems[p.owner].Tag {
	case atom.P, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.Td:
		return false
	}
	return true
}

func (p *planter) inline(n *html.Node, at int, l look) {
	link := 0
	if n.DataAtom == atom.A && p.hintAbout(at)&HintFold == 0 && !folds(n) {
		link = 1
	}
	if n.DataAtom == atom.Time || p.Elems[at].Hint&(HintDate|HintAuthor) != 0 || p.atDate(n) || p.apart(n) {
		p.part()
	}
	p.link, p.bold, p.italic = p.link+link, p.bold+l.bold, p.italic+l.italic
	p.children(n, at)
	p.link, p.bold, p.italic = p.link-link, p.bold-l.bold, p.italic-l.italic
	p.space = p.space || l.place // a place stamp is drawn apart from the text that it is glued to
}

// atDate tells an element that begins with a date, or with a word right behind one.
func (p *planter) atDate(n *html.Node) bool {
	first := n.FirstChild
	if first == nil || first.Type != html.TextNode || first.Data == "" {
		return false
	}
	switch c := first.Data[0]; {
	case '0' <= c && c <= '9':
		return lines.EndsDate(p.Text[p.start:]) || lines.BeginsDate(first.Data)
	case c < 'A':
		return false
	}
	return lines.EndsDate(p.Text[p.start:])
}

// part parts what follows from the letter or figure before it: a style draws room between the
// elements of a line of publication.
func (p *planter) part() {
	if len(p.Text) > p.start {
		last, _ := utf8.DecodeLastRune(p.Text)
		p.space = p.space || unicode.IsLetter(last) || unicode.IsDigit(last)
	}
}

// hintAbout is what the names of an element and of the one about it say.
func (p *planter) hintAbout(at int) Hint {
	e := &p.Elems[at]
	return e.Hint | p.Elems[e.Parent].Hint
}

// look is how an element sets its text.
type look struct {
	bold, italic int  // 1 or 0
	pre          int  // 1 where an empty line parts paragraphs in it
	place        bool // it is a place stamp by its class
}

// add sets the text as its class or style says, too.
func (l *look) add(m look) {
	l.bold, l.italic, l.pre, l.place = l.bold|m.bold, l.italic|m.italic, l.pre|m.pre, l.place || m.place
}

// lookOf is how a tag sets its text.
func lookOf(tag atom.Atom) (l look) {
	switch tag {
	case atom.B, atom.Strong:
		l.bold = 1
	case atom.I, atom.Em, atom.Cite:
		l.italic = 1
	case atom.Pre:
		l.pre = 1
	}
	return l
}

// describe notes what the attributes of an element say, and gives how it sets its text.
func (p *planter) describe(e *Elem, parent int) look {
	l := lookOf(e.Tag)
	for i := range e.Node.Attr {
		a := &e.Node.Attr[i]
		switch a.Key {
		case "class", "id", "itemprop", "data-role", "role", "rel", "data-slot", "data-field":
			said := p.reading(a.Val)
			e.Hint |= said.hint
			if said.noClass && a.Key == "class" || said.noID && a.Key == "id" {
				e.Hidden = e.Hidden || !unfolds(e.Node)
			}
			if a.Key == "class" {
				l.add(said.look)
			}
		case "style":
			style := p.style(a.Val)
			e.Hidden = e.Hidden || style.hides || style.noSize && textOnly(e.Node)
			l.add(style.look)
		case "data-author", "data-username": // whoever wrote a post, or is linked to
			e.Hint |= HintPost | HintUser
		case "href":
			e.Hint |= p.hints.address(a.Val)
		case "hidden":
			e.Hidden = true
		case "placeholder", "fallback": // AMP draws it until, or unless, the rest has come
			e.Hidden = e.Hidden || parent >= 0 && strings.HasPrefix(p.Elems[parent].Node.Data, "amp-")
		}
	}
	if parent >= 0 && p.Elems[parent].Hidden {
		e.Hidden = true
	}
	return l
}

// Attr is the value of an attribute, "" if the element has none.
func Attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}
