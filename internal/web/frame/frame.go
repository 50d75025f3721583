// Package frame makes a saved page harmless to look at: it goes through the parser of
// golang.org/x/net/html and out again without all that acts, asks or loads. It is
// shown in a sandboxed frame besides, whose policy forbids the same.
package frame

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Policy is the Content-Security-Policy of a saved page.
const Policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"

// gone are the elements that are left out with all that they hold: they act, ask, load,
// or change how the rest is read.
var gone = map[string]bool{
	"script": true, "noscript": true, "iframe": true, "frame": true, "frameset": true, "object": true, "embed": true, "applet": true,
	"base": true, "link": true, "meta": true, "template": true, "portal": true, "fencedframe": true, "audio": true, "video": true, "source": true, "track": true,
	"animate": true, "animatetransform": true, "animatemotion": true, "set": true, "foreignobject": true, "use": true, "math": true, "plaintext": true, "xmp": true, "noembed": true, "noframes": true,
}

// bare are the elements whose contents are kept without them.
var bare = map[string]bool{"form": true, "dialog": true, "marquee": true}

// kept are the attributes that only say how something looks or reads.
var kept = map[string]bool{
	"class": true, "id": true, "lang": true, "dir": true, "title": true, "alt": true, "width": true, "height": true, "colspan": true, "rowspan": true,
	"align": true, "valign": true, "border": true, "cellpadding": true, "cellspacing": true, "bgcolor": true, "color": true, "size": true, "face": true,
	"datetime": true, "start": true, "type": true, "open": true, "scope": true, "headers": true, "style": true,
	"viewbox": true, "d": true, "fill": true, "stroke": true, "x": true, "y": true, "cx": true, "cy": true, "r": true, "points": true,
}

// The bounds of a page: bytes that are parsed, nodes that are shown, and how deep they
// lie in one another.
const (
	MaxBytes = 4 << 20
	maxNodes = 200_000
	maxDepth = 250
)

// Harmless gives a page, as UTF-8, without what acts, asks or loads. Cut tells that
// not all of it is there. It fails on pages that the parser refuses: those whose
// elements lie more than 512 deep.
func Harmless(page []byte) (out []byte, cut bool, err error) {
	if len(page) > MaxBytes {
		page, cut = page[:MaxBytes], true
	}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, cut, fmt.Errorf("a saved page: %w", err)
	}
	c := &cleaner{left: maxNodes}
	c.children(doc, 0)
	head(doc)
	var b bytes.Buffer
	if err := html.Render(&b, doc); err != nil {
		return nil, cut, fmt.Errorf("a saved page: %w", err)
	}
	return b.Bytes(), cut || c.left <= 0, nil
}

type cleaner struct{ left int }

// children makes what lies in a node harmless.
func (c *cleaner) children(n *html.Node, depth int) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		c.left--
		switch {
		case c.left <= 0 || depth > maxDepth || child.Type == html.CommentNode || c.drops(child):
			n.RemoveChild(child)
		case child.Type == html.ElementNode && bare[strings.ToLower(child.Data)]:
			next = lift(child)
		default:
			clean(child)
			c.children(child, depth+1)
		}
		child = next
	}
}

func (c *cleaner) drops(n *html.Node) bool {
	return n.Type == html.ElementNode && gone[strings.ToLower(n.Data)]
}

// lift puts the children of a node in its place, and gives the node to go on with: the
// first of them.
func lift(n *html.Node) *html.Node {
	first := n.FirstChild
	for child := n.FirstChild; child != nil; child = n.FirstChild {
		n.RemoveChild(child)
		n.Parent.InsertBefore(child, n)
	}
	next := n.NextSibling
	n.Parent.RemoveChild(n)
	if first != nil {
		return first
	}
	return next
}

// clean leaves a node the attributes that do no harm. Buttons and fields stay as
// they look, but cannot be used.
func clean(n *html.Node) {
	attr := n.Attr[:0]
	for _, a := range n.Attr {
		name := strings.ToLower(a.Key)
		switch {
		case a.Namespace != "" || !kept[name] && !(name == "src" && strings.HasPrefix(a.Val, "data:image/")):
		case name == "style" && loads(a.Val):
		default:
			attr = append(attr, a)
		}
	}
	n.Attr = attr
	switch n.DataAtom {
	case atom.Style:
		if n.FirstChild != nil && loads(n.FirstChild.Data) {
			n.RemoveChild(n.FirstChild)
		}
	case atom.Input, atom.Button, atom.Select, atom.Textarea:
		n.Attr = append(n.Attr, html.Attribute{Key: "disabled"})
	}
}

// loads tells whether a style asks for something from elsewhere, or hides that it does
// behind escapes.
func loads(style string) bool {
	return strings.ContainsAny(style, `\@<`) || strings.Contains(strings.ToLower(style), "url(")
}

// head tells the browser how the text is encoded.
func head(doc *html.Node) {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Head {
			n.InsertBefore(&html.Node{Type: html.ElementNode, DataAtom: atom.Meta, Data: "meta", Attr: []html.Attribute{{Key: "charset", Val: "utf-8"}}}, n.FirstChild)
			return
		}
	}
}
