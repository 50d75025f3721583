package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tree is a page laid flat: elements, blocks of text and images, each in
// document order, so that what an element holds is a range of each.
type tree struct {
	text   []byte // of all blocks, white space folded, one \n after each
	elems  []elem
	blocks []block
	images []picture
	words  []int // words[i] stand before block i
	linked []int // words in links before block i
}

// elem is an element with the ranges of what stands inside.
type elem struct {
	node   *html.Node
	parent int
	last   int // one past the last element inside
	t0, t1 int // bytes of tree.text
	b0, b1 int // blocks
	i0, i1 int // images
	tag    atom.Atom
	hint   hint
	hidden bool
	inline bool
}

// block is a paragraph as the browser draws it: text between two breaks.
type block struct {
	t0, t1 int
	elem   int // innermost block element that holds it
	e0, e1 int // elements that begin inside: inline ones
	words  int
	linked int // words inside links
	bold   int // bytes in bold, of t1-t0 without spaces
	italic int
	bytes  int  // without spaces
	br     bool // follows the block before it by a <br> alone
	cut    string
	keep   bool // the profile says so
	role   role
}

type role uint8

const (
	roleNone role = iota
	roleTitle
	roleLead
	roleBody
	roleCaption
	roleByline
	roleSource
	roleDate
)

// picture is an image; at is the block that it stands in or before.
type picture struct {
	elem   int
	at     int
	inside bool // block at had text before it
	node   *html.Node
}

// wordsIn counts the words of blocks [b0,b1), and of them those in links.
func (t *tree) wordsIn(b0, b1 int) (all, linked int) {
	return t.words[b1] - t.words[b0], t.linked[b1] - t.linked[b0]
}

// holds tells whether element a is b or around it.
func (t *tree) holds(a, b int) bool { return a <= b && b < t.elems[a].last }

// flow is how an element breaks the text.
type flow uint8

const (
	flowBlock flow = iota
	flowInline
	flowSkip
	flowBreak
	flowImage
)

var flows = func() map[atom.Atom]flow {
	m := map[atom.Atom]flow{}
	for _, a := range []atom.Atom{atom.A, atom.B, atom.I, atom.Em, atom.Strong, atom.Span, atom.Font, atom.U, atom.Sub, atom.Sup, atom.Small, atom.Mark, atom.Time,
		atom.Abbr, atom.Cite, atom.Code, atom.Q, atom.S, atom.Strike, atom.Big, atom.Tt, atom.Label, atom.Ins, atom.Del, atom.Wbr, atom.Acronym, atom.Dfn, atom.Kbd, atom.Var, atom.Nobr, atom.Bdi, atom.Bdo} {
		m[a] = flowInline
	}
	for _, a := range []atom.Atom{atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Select, atom.Textarea, atom.Button, atom.Input, atom.Title, atom.Meta, atom.Link, atom.Embed, atom.Audio, atom.Video} {
		m[a] = flowSkip
	}
	m[atom.Br], m[atom.Img] = flowBreak, flowImage
	return m
}()

// planter grows a tree from a parsed page.
type planter struct {
	*tree
	hints *hinter
	visit func(int, *html.Node) // sees each element as it is met; may be nil

	start  int // of the block under way
	e0     int
	space  bool
	owner  int
	link   int // depth of <a>
	bold   int
	italic int
	count  block
	br     bool
}

// plant lays a page flat in the memory of an empty tree.
func plant(t *tree, root *html.Node, tags int, h *hinter, visit func(int, *html.Node)) *tree {
	t.elems = slices.Grow(t.elems, tags+tags/16+16)
	p := planter{tree: t, hints: h, visit: visit}
	p.element(root, -1)
	p.flush()
	p.sums()
	return p.tree
}

func (p *planter) sums() {
	p.words, p.linked = make([]int, len(p.blocks)+1), make([]int, len(p.blocks)+1)
	for i := range p.blocks {
		p.words[i+1] = p.words[i] + p.blocks[i].words
		p.linked[i+1] = p.linked[i] + p.blocks[i].linked
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
	f := flows[n.DataAtom]
	if n.DataAtom == 0 && n.Type == html.ElementNode && strings.HasSuffix(n.Data, "-img") {
		f = flowImage
	}
	at := len(p.elems)
	p.elems = append(p.elems, elem{node: n, parent: parent, tag: n.DataAtom, inline: f == flowInline})
	e := &p.elems[at]
	if f == flowBlock {
		p.flush()
	}
	p.describe(e, parent)
	if f == flowInline && p.ownLine(e) {
		f, e.inline = flowBlock, false
		p.flush()
	}
	e.t0, e.b0, e.i0 = len(p.text), len(p.blocks), len(p.images)
	if p.visit != nil {
		p.visit(at, n)
	}
	switch f {
	case flowBreak:
		p.flush()
		p.br = true
	case flowImage:
		p.images = append(p.images, picture{elem: at, at: len(p.blocks), inside: len(p.text) > p.start, node: n})
	case flowInline:
		p.inline(n, at)
	case flowBlock:
		owner := p.owner
		p.owner = at
		bold, italic := setting(n)
		p.bold, p.italic = p.bold+bold, p.italic+italic
		p.children(n, at)
		p.flush()
		p.bold, p.italic = p.bold-bold, p.italic-italic
		p.owner, p.br = owner, false
	}
	e = &p.elems[at]
	e.t1, e.b1, e.i1, e.last = len(p.text), len(p.blocks), len(p.images), len(p.elems)
	if f == flowInline && len(p.text) > p.start {
		e.b1++ // the block under way
	}
}

// ownLine tells whether a span is drawn as a line of its own: it is named as a
// headline, lead or date and does not stand in a paragraph.
func (p *planter) ownLine(e *elem) bool {
	if e.tag != atom.Span && e.tag != atom.Time || e.hint&(hintTitle|hintLead|hintDate|hintAuthor) == 0 || p.link > 0 {
		return false
	}
	switch p.elems[p.owner].tag {
	case atom.P, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.Td:
		return false
	}
	return true
}

func (p *planter) inline(n *html.Node, at int) {
	link := 0
	if n.DataAtom == atom.A {
		link = 1
	}
	bold, italic := setting(n)
	p.link, p.bold, p.italic = p.link+link, p.bold+bold, p.italic+italic
	p.children(n, at)
	p.link, p.bold, p.italic = p.link-link, p.bold-bold, p.italic-italic
	if strings.Contains(attr(n, "class"), "location") {
		p.space = true // a place stamp is drawn apart from the text that it is glued to
	}
}

// setting tells whether an element sets its text in bold or italics: 1 or 0.
func setting(n *html.Node) (bold, italic int) {
	switch n.DataAtom {
	case atom.B, atom.Strong:
		bold = 1
	case atom.I, atom.Em, atom.Cite:
		italic = 1
	}
	if style := attr(n, "style"); style != "" {
		if strings.Contains(style, "italic") {
			italic = 1
		}
		if strings.Contains(style, "bold") {
			bold = 1
		}
	}
	return bold, italic
}

func (p *planter) describe(e *elem, parent int) {
	for i := range e.node.Attr {
		a := &e.node.Attr[i]
		switch a.Key {
		case "class", "id", "itemprop", "data-role", "role", "rel", "data-slot", "data-field":
			e.hint |= p.hints.read(a.Val)
		case "style":
			if strings.Contains(a.Val, "none") && (strings.Contains(a.Val, "display:none") || strings.Contains(a.Val, "display: none")) {
				e.hidden = true
			}
		case "hidden":
			e.hidden = true
		}
	}
	if parent >= 0 && p.elems[parent].hidden {
		e.hidden = true
	}
}

// write adds text to the block under way, folding white space.
func (p *planter) write(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if n := spaceAt(s, i); n > 0 {
			p.space = true
			i += n
			continue
		}
		if p.space || len(p.text) == p.start {
			if len(p.text) > p.start {
				p.text = append(p.text, ' ')
			}
			p.space = false
			p.word()
		}
		start := i
		for i++; i < len(s) && s[i] > ' ' && s[i] != 0xC2 && s[i] != 0xE2 && s[i] != 0xE3 && s[i] != 0xEF; i++ {
		}
		if c == 0 {
			continue
		}
		p.text = append(p.text, s[start:i]...)
		p.letters(i - start)
	}
}

func (p *planter) word() {
	p.count.words++
	if p.link > 0 {
		p.count.linked++
	}
}

func (p *planter) letters(n int) {
	p.count.bytes += n
	if p.bold > 0 {
		p.count.bold += n
	}
	if p.italic > 0 {
		p.count.italic += n
	}
}

// spaceAt gives the length of the white space or invisible mark at s[i].
func spaceAt(s string, i int) int {
	switch c := s[i]; {
	case c <= ' ':
		return 1
	case c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0: // no-break space
		return 2
	case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] >= 0x80 && s[i+2] <= 0x8A || s[i+2] == 0xA8 || s[i+2] == 0xA9 || s[i+2] == 0xAF):
		return 3
	case c == 0xE3 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x80:
		return 3
	}
	return 0
}

// flush ends the block under way.
func (p *planter) flush() {
	if len(p.text) > p.start {
		b := p.count
		b.t0, b.t1, b.elem, b.br = p.start, len(p.text), p.owner, p.br
		b.e0, b.e1 = p.e0, len(p.elems)
		p.blocks = append(p.blocks, b)
		p.text = append(p.text, '\n')
		p.br = false
	}
	p.start, p.e0, p.space, p.count = len(p.text), len(p.elems), false, block{}
}

func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}
