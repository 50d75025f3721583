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
	Hidden  []string // the classes and ids that its style sheets do not draw: ".a", "#b"
	Tags    int
}

// formatDepth bounds open formatting tags: the parser opens each again in
// every paragraph, so that unclosed ones multiply the nodes of a page.
const formatDepth = 12

// trimmer is one scan over a page.
type trimmer struct {
	copier
	data    [][]byte
	writes  [][]byte
	sheet   sheet
	limits  limits.Limits
	mark    bool // write the offset of each tag into it
	tags    int
	depth   int
	format  int
	block   bool                // the last thing written is the tag of a block
	lossy   bool                // a tag was left out for its depth
	endless bool                // no comment has an end further on
	known   [len(kinds)]element // as kinds are
	others  map[string]*element // that were met, by name
	name    [16]byte
	asked   *Asked
	asks    bool // the <meta> or <link> under way says what is asked for
}

// Scan scans a page once. With mark, each tag bears its offset as the attribute
// OffsetAttr. The trimmed page is written over out.
func Scan(src, out []byte, bounds limits.Limits, asked *Asked, mark bool) (Trimmed, error) {
	if len(src) > bounds.Bytes {
		return Trimmed{HTML: out}, &limits.Error{What: "bytes", Limit: bounds.Bytes, Got: len(src)}
	}
	t := trimmer{copier: copier{src: src, out: slices.Grow(out[:0], len(src)/2+64)}, limits: bounds, asked: asked, mark: mark, known: kinds}
	err := t.run()
	if t.flush(); err != nil {
		return Trimmed{HTML: t.out}, err
	}
	return Trimmed{HTML: t.out, Data: t.data, Scripts: t.writes, Hidden: t.sheet.hidden(), Tags: t.tags}, nil
}

const OffsetAttr = "boctin-at"

func (t *trimmer) run() error {
	for i := 0; i < len(t.src); {
		lt := bytes.IndexByte(t.src[i:], '<')
		if lt < 0 {
			t.keep(i, len(t.src))
			break
		}
		t.text(i, i+lt)
		i = t.markup(i + lt)
		if t.tags > t.limits.Tags {
			return &limits.Error{What: "tags", Limit: t.limits.Tags, Got: t.tags}
		}
	}
	return nil
}

// text copies the text before the tag at next. White space alone beside the tag
// of a block says nothing, and is a third of the tokens of an indented page.
func (t *trimmer) text(i, next int) {
	if i == next {
		return
	}
	word := skip(t.src[:next], i, space)
	if word == next && !t.lossy && (t.block || t.blockAt(next)) {
		return
	}
	t.block = false
	if word-i > len("\n\n") {
		t.write(indent(t.src[i:word]))
		i = word
	}
	t.keep(i, next)
}

// indent gives what counts of the white space that an editor indents a line with: one blank, or the end of
// the line before and whether an empty one stands between.
func indent(blanks []byte) string {
	switch bytes.Count(blanks, []byte("\n")) + bytes.Count(blanks, []byte("\r")) - bytes.Count(blanks, []byte("\r\n")) {
	case 0:
		return " "
	case 1:
		return "\n"
	}
	return "\n\n"
}

// longestBlock is the longest name of an element whose text stands on lines of
// its own, in bytes: more of a name is not read, which in <<<<<< would be
// quadratic.
const longestBlock = 10

// blockAt tells whether the tag at i begins or ends a block.
func (t *trimmer) blockAt(i int) bool {
	i++
	if at(t.src, i) == '/' {
		i++
	}
	head := t.src[i:min(len(t.src), i+longestBlock+2)]
	place := known(head[:find(head, 0, closes)])
	return place >= 0 && kinds[place].block
}

// markup reads what begins with the < at i and gives the place after it.
func (t *trimmer) markup(i int) int {
	switch c := at(t.src, i+1); {
	case c == 0:
		return len(t.src)
	case c == '!':
		return t.comment(i)
	case c == '?':
		return t.until(i, '>')
	case c == '/':
		return t.end(i)
	case is[c]&letter != 0:
		return t.start(i)
	}
	t.write("&lt;")
	return i + 1
}

// comment passes over a comment or a declaration.
func (t *trimmer) comment(i int) int {
	body, ok := bytes.CutPrefix(t.src[i:], []byte("<!--"))
	if !ok {
		return t.until(i, '>')
	}
	if bytes.HasPrefix(body, []byte(">")) {
		return i + len("<!-->")
	}
	end := -1
	if !t.endless {
		end = bytes.Index(body, []byte("-->"))
	}
	if end < 0 {
		t.endless = true
		return t.until(i, '>')
	}
	return i + len("<!--") + end + len("-->")
}

func (t *trimmer) until(i int, c byte) int {
	end := bytes.IndexByte(t.src[i:], c)
	if end < 0 {
		return len(t.src)
	}
	return i + end + 1
}

// element gives what the name at i is of, and the place after the name; a longer
// one than any known is cut.
func (t *trimmer) element(i int) (e *element, end int) {
	end = find(t.src, i, closes)
	return t.named(small(t.name[:0], t.src[i:min(end, i+len(t.name))])), end
}

func (t *trimmer) end(i int) int {
	e, end := t.element(i + 2)
	end = t.until(end, '>')
	switch {
	case e.left:
		return end
	case e.lost > 0:
		e.lost--
		return end
	case e.open > 0:
		e.open--
		t.depth -= e.weight
		t.format -= e.format
	}
	t.block = e.block
	t.keep(i, end)
	return end
}

func (t *trimmer) start(i int) int {
	t.tags++
	e, next := t.element(i + 1)
	switch {
	case e.cut:
		return t.cut(i, next, e)
	case e.name == "title":
		return t.title(i, next, e)
	case !t.enter(e):
		return t.attributes(next, nil)
	}
	before := t.copier
	t.block, t.asks = e.block, false
	t.open(i, next)
	end := t.attributes(next, e)
	if e.head && !t.asks {
		t.copier = before
		return end
	}
	t.keepBehind('>', end, end)
	return end
}

// open copies a tag up to the end of its name, at next.
func (t *trimmer) open(i, next int) {
	t.keep(i, next)
	if t.mark {
		t.write(" " + OffsetAttr + "=" + strconv.Itoa(i))
	}
}

// title copies a title as it stands: to the parser all up to its end is text, and the whole page where
// it has none.
func (t *trimmer) title(i, next int, e *element) int {
	body := t.attributes(next, nil)
	end := t.endOf(e, body)
	if end < 0 {
		return body
	}
	t.block = false
	t.open(i, next)
	t.keepBehind('>', body, end)
	return end
}

// endOf gives where the end tag of an element stands from i on, -1 for none: then none does further on.
func (t *trimmer) endOf(e *element, i int) int {
	if e.endless {
		return -1
	}
	n := endTag(t.src[i:], e.name)
	if e.endless = n < 0; e.endless {
		return -1
	}
	return i + n
}

// enter counts a tag and tells whether it is kept.
func (t *trimmer) enter(e *element) bool {
	switch {
	case e.left:
		return false
	case e.weight == 0:
		return true
	}
	if t.depth >= t.limits.Depth || t.format+e.format > formatDepth {
		e.lost++
		t.lossy = true
		return false
	}
	e.open++
	t.depth += e.weight
	t.format += e.format
	return true
}

// cut passes over an element with all inside, keeping JSON-LD apart.
func (t *trimmer) cut(i, next int, e *element) int {
	body := t.attributes(next, nil)
	if e.drawing && t.src[body-2] == '/' {
		return body
	}
	end := t.endOf(e, body)
	if end < 0 {
		return body
	}
	switch e.name {
	case "script":
		t.script(t.src[i:body], t.src[body:end])
	case "style":
		t.sheet.read(t.src[body:end])
	}
	return t.until(end, '>')
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
	return containsAny(body, yearHeads) && containsAny(body, writing)
}

var (
	yearHeads = texts("20", "199")
	writing   = texts(".innerHTML", ".innerText", ".textContent", ".html(", ".text(", "document.write(")
)

// containsAny tells whether one of some texts stands in another.
func containsAny(s []byte, texts [][]byte) bool {
	for _, t := range texts {
		if bytes.Contains(s, t) {
			return true
		}
	}
	return false
}

func texts(all ...string) (list [][]byte) {
	for _, s := range all {
		list = append(list, []byte(s))
	}
	return list
}

// endTag finds </name without regard to case.
func endTag(src []byte, name string) int {
	for i := 0; ; {
		j := bytes.Index(src[i:], []byte("</"))
		if j < 0 {
			return -1
		}
		i += j
		rest := src[i+2:]
		end := min(len(rest), len(name))
		if bytes.EqualFold(rest[:end], []byte(name)) && is[at(rest, end)]&closes != 0 {
			return i
		}
		i += 2
	}
}
