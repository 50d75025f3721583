// Package trim cuts what no article stands in out of a page before it is parsed.
package trim

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/boctin/boctin/extract/limits"
)

// Trimmed is a page without what no article stands in: scripts, styles,
// comments, drawings and form controls. Parsing it costs a fraction of the
// whole page, and its depth and attributes are bounded.
type Trimmed struct {
	HTML    []byte
	Data    [][]byte // bodies of JSON-LD scripts
	Scripts [][]byte // bodies of short scripts that write into the page
	Tags    int
}

// element kinds that matter before the parse.
const (
	plainTag  = iota
	cutTag    // left out with all inside
	voidTag   // has no end
	formatTag // <b>, <font>: reopened by the parser in every block they are left open in
	implied   // its end may be left out, so it says nothing of depth
)

var tagKinds = map[string]int{
	"script": cutTag, "style": cutTag, "svg": cutTag, "math": cutTag, "noscript": cutTag, "template": cutTag,
	"iframe": cutTag, "object": cutTag, "select": cutTag, "textarea": cutTag, "canvas": cutTag, "noembed": cutTag, "noframes": cutTag,
	"area": voidTag, "base": voidTag, "br": voidTag, "col": voidTag, "embed": voidTag, "hr": voidTag, "img": voidTag, "input": voidTag,
	"link": voidTag, "meta": voidTag, "param": voidTag, "source": voidTag, "track": voidTag, "wbr": voidTag,
	"a": formatTag, "b": formatTag, "big": formatTag, "code": formatTag, "em": formatTag, "font": formatTag, "i": formatTag,
	"s": formatTag, "small": formatTag, "strike": formatTag, "strong": formatTag, "tt": formatTag, "u": formatTag, "nobr": formatTag,
	"p": implied, "li": implied, "td": implied, "th": implied, "tr": implied, "tbody": implied, "thead": implied, "tfoot": implied,
	"dt": implied, "dd": implied, "option": implied, "html": implied, "head": implied, "body": implied,
}

// formatDepth bounds open formatting tags: the parser opens each again in
// every paragraph, so that unclosed ones multiply the nodes of a page.
const formatDepth = 12

// trimmer is one scan over a page.
type trimmer struct {
	src    []byte
	out    []byte
	data   [][]byte
	writes [][]byte
	limits limits.Limits
	mark   bool // write the offset of each tag into it
	tags   int
	depth  int
	format int
	titled bool           // a title was met
	block  bool           // the last thing written is the tag of a block
	open   map[string]int // open tags by name that are counted in depth
	lost   map[string]int // open tags by name that were left out for depth
	name   [16]byte
	attrs  map[string]bool // attributes that are kept
	noEnd  map[string]bool // element names, and "!" for comments, known to have no end further on
}

// Scan scans a page once. With mark, each tag bears its offset as the attribute
// OffsetAttr. The trimmed page is written over out.
func Scan(src, out []byte, bounds limits.Limits, attrs map[string]bool, mark bool) (Trimmed, error) {
	if len(src) > bounds.Bytes {
		return Trimmed{HTML: out}, &limits.Error{What: "bytes", Limit: bounds.Bytes, Got: len(src)}
	}
	t := trimmer{src: src, out: slices.Grow(out[:0], len(src)/2+64), limits: bounds, attrs: attrs, mark: mark, open: map[string]int{}, lost: map[string]int{}, noEnd: map[string]bool{}}
	if err := t.run(); err != nil {
		return Trimmed{HTML: t.out}, err
	}
	return Trimmed{HTML: t.out, Data: t.data, Scripts: t.writes, Tags: t.tags}, nil
}

const OffsetAttr = "boctin-at"

func (t *trimmer) run() error {
	for i := 0; i < len(t.src); {
		lt := bytes.IndexByte(t.src[i:], '<')
		if lt < 0 {
			t.out = append(t.out, t.src[i:]...)
			break
		}
		t.text(t.src[i:i+lt], i+lt)
		i = t.markup(i + lt)
		if t.tags > t.limits.Tags {
			return &limits.Error{What: "tags", Limit: t.limits.Tags, Got: t.tags}
		}
	}
	return nil
}

// text copies the text before the tag at next. White space alone beside the tag
// of a block says nothing, and is a third of the tokens of an indented page.
func (t *trimmer) text(s []byte, next int) {
	if len(s) == 0 {
		return
	}
	if len(t.lost) == 0 && len(bytes.TrimLeft(s, " \t\r\n")) == 0 && (t.block || t.blockAt(next)) {
		return
	}
	t.block = false
	t.out = append(t.out, s...)
}

// blockAt tells whether the tag at i begins or ends a block.
func (t *trimmer) blockAt(i int) bool {
	i++
	if i < len(t.src) && t.src[i] == '/' {
		i++
	}
	end := i // a name is not read to its end: in <<<<<< that would be quadratic
	for end < len(t.src) && end < i+12 && t.src[end] > ' ' && t.src[end] != '>' && t.src[end] != '/' {
		end++
	}
	return isBlock(t.src[i:end])
}

// isBlock knows the elements whose text stands on lines of its own.
func isBlock(name []byte) bool {
	switch string(name) {
	case "html", "head", "body", "meta", "link", "div", "p", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6",
		"table", "thead", "tbody", "tr", "td", "th", "section", "article", "header", "footer", "nav", "aside", "main",
		"figure", "figcaption", "form", "blockquote", "hr", "br":
		return true
	}
	return false
}

// markup reads what begins with the < at i and gives the place after it.
func (t *trimmer) markup(i int) int {
	rest := t.src[i:]
	if len(rest) < 2 {
		return len(t.src)
	}
	switch c := rest[1]; {
	case bytes.HasPrefix(rest, []byte("<!--")):
		return t.comment(i)
	case c == '!' || c == '?':
		return t.until(i, '>')
	case c == '/':
		return t.end(i)
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		return t.start(i)
	}
	t.out = append(t.out, "&lt;"...)
	return i + 1
}

func (t *trimmer) comment(i int) int {
	if bytes.HasPrefix(t.src[i:], []byte("<!-->")) {
		return i + 5
	}
	end := -1
	if !t.noEnd["!"] {
		end = bytes.Index(t.src[i+4:], []byte("-->"))
	}
	if end < 0 {
		t.noEnd["!"] = true
		return t.until(i, '>')
	}
	return i + 4 + end + 3
}

func (t *trimmer) until(i int, c byte) int {
	end := bytes.IndexByte(t.src[i:], c)
	if end < 0 {
		return len(t.src)
	}
	return i + end + 1
}

// tagName reads a lower-case name at i; a longer one than any known is cut.
func (t *trimmer) tagName(i int) (name []byte, end int) {
	n := 0
	for end = i; end < len(t.src); end++ {
		c := t.src[end]
		if c == '>' || c == '/' || c <= ' ' {
			break
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if n < len(t.name) {
			t.name[n] = c
			n++
		}
	}
	return t.name[:n], end
}

func (t *trimmer) end(i int) int {
	name, end := t.tagName(i + 2)
	end = t.until(end, '>')
	kind := tagKinds[string(name)]
	if kind == cutTag {
		return end
	}
	if t.lost[string(name)] > 0 {
		t.lost[string(name)]--
		return end
	}
	if n := t.open[string(name)]; n > 0 {
		t.open[string(name)] = n - 1
		t.depth -= weight(name)
		if kind == formatTag {
			t.format--
		}
	}
	t.block = isBlock(name)
	t.out = append(t.out, t.src[i:end]...)
	return end
}

func (t *trimmer) start(i int) int {
	t.tags++
	name, at := t.tagName(i + 1)
	kind := tagKinds[string(name)]
	if kind == cutTag {
		return t.cut(i, at, string(name))
	}
	if string(name) == "title" && t.unclosed(at) {
		return t.attributes(at, false)
	}
	if !t.enter(name, kind) {
		return t.attributes(at, false)
	}
	t.block = isBlock(name)
	t.out = append(t.out, t.src[i:at]...)
	if t.mark {
		t.out = strconv.AppendInt(append(t.out, " "+OffsetAttr+"="...), int64(i), 10)
	}
	end := t.attributes(at, true)
	t.out = append(t.out, '>')
	return end
}

// unclosed tells whether the title that begins before at has no end: the parser
// would read the whole page as its text. Only the first title is looked at.
func (t *trimmer) unclosed(at int) bool {
	if t.titled {
		return false
	}
	t.titled = true
	return endTag(t.src[at:], "title") < 0
}

// enter counts a tag and tells whether its depth is still kept.
func (t *trimmer) enter(name []byte, kind int) bool {
	if kind == voidTag || kind == implied {
		return true
	}
	if t.depth >= t.limits.Depth || kind == formatTag && t.format >= formatDepth {
		t.lost[string(name)]++
		return false
	}
	t.depth += weight(name)
	t.open[string(name)]++
	if kind == formatTag {
		t.format++
	}
	return true
}

// weight is how deep an element nests with the rows or items that it needs.
func weight(name []byte) int {
	switch string(name) {
	case "table":
		return 4
	case "ul", "ol", "dl":
		return 2
	}
	return 1
}

// cut passes over an element with all inside, keeping JSON-LD apart.
func (t *trimmer) cut(i, at int, name string) int {
	body := t.attributes(at, false)
	if body >= 2 && t.src[body-2] == '/' && (name == "svg" || name == "math") || t.noEnd[name] {
		return body
	}
	end := endTag(t.src[body:], name)
	if end < 0 {
		t.noEnd[name] = true
		return body
	}
	if name == "script" {
		t.script(t.src[i:body], t.src[body:body+end])
	}
	return t.until(body+end, '>')
}

// longestWriter is how long a script may be that writes a date into the page, in
// bytes.
const longestWriter = 2000

// script keeps what is read of scripts: JSON-LD, and short ones that write into
// an element.
func (t *trimmer) script(tag, body []byte) {
	switch {
	case bytes.Contains(tag, []byte("ld+json")):
		t.data = append(t.data, body)
	case len(body) <= longestWriter && writesYear(body):
		t.writes = append(t.writes, body)
	}
}

// writesYear tells a script that puts a text into an element and holds the
// figures of a year.
func writesYear(body []byte) bool {
	if !bytes.Contains(body, []byte("20")) && !bytes.Contains(body, []byte("199")) {
		return false
	}
	for _, call := range []string{".innerHTML", ".innerText", ".textContent", ".html(", ".text("} {
		if bytes.Contains(body, []byte(call)) {
			return true
		}
	}
	return false
}

// endTag finds </name without regard to case.
func endTag(src []byte, name string) int {
	for i := 0; ; {
		j := bytes.Index(src[i:], []byte("</"))
		if j < 0 {
			return -1
		}
		i += j
		if end := i + 2 + len(name); len(src) >= end && bytes.EqualFold(src[i+2:end], []byte(name)) && (len(src) == end || src[end] <= ' ' || src[end] == '>' || src[end] == '/') {
			return i
		}
		i += 2
	}
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
