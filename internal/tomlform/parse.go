package tomlform

import (
	"fmt"
	"slices"
	"strings"
)

// table is a header with its entries; the head of a file has no header.
type table struct {
	above   []string // comment lines, "" between two blocks of them
	header  string   // "[[agency]]"
	comment string
	entries []entry
	tail    []string // comments behind the last entry that stand above nothing
	end     int      // byte behind the line of the header, or of the last entry
}

// entry is a key with its value.
type entry struct {
	above   []string
	key     string
	value   *value
	comment string
	from    int // bytes between which the value stands
	to      int
}

// value is a string, number or the like as written, an array or an inline table.
type value struct {
	raw           string
	array, inline bool
	elements      []element
}

// element is one of an array or inline table, or (value nil) comments at its end.
type element struct {
	above   []string
	key     string
	value   *value
	comment string
}

// parser reads a text that is known to be TOML.
type parser struct {
	text string
	at   int
}

func parse(text string) ([]table, error) {
	p := &parser{text: strings.ReplaceAll(text, "\r\n", "\n")}
	tables := []table{{}}
	for {
		above := p.comments()
		t := &tables[len(tables)-1]
		switch c := p.peek(); c {
		case 0:
			t.close(above)
			return tables, nil
		case '[':
			if len(tables) == 1 && len(t.entries) == 0 {
				above = t.keepHead(above)
			}
			header := p.header()
			tables = append(tables, table{above: above, header: header, comment: p.trailing(), end: p.at})
		default:
			e, err := p.entry()
			if err != nil {
				return nil, err
			}
			if len(tables) == 1 && len(t.entries) == 0 {
				above = t.keepHead(above)
			}
			e.above = above
			t.entries = append(t.entries, e)
			t.end = p.at
		}
	}
}

// close keeps the comments at the end of the file.
func (t *table) close(above []string) {
	if t.header == "" && len(t.entries) == 0 {
		t.above = above
		return
	}
	t.tail = above
}

// keepHead leaves to the file what a blank line parts from its first entry.
func (t *table) keepHead(above []string) []string {
	last := -1
	for i, l := range above {
		if l == "" {
			last = i
		}
	}
	if last < 0 {
		return above
	}
	t.above = append(t.above, above[:last]...)
	return above[last+1:]
}

// comments reads comment lines and gives one "" for the blank lines between two
// blocks; the last "" tells that a blank line follows.
func (p *parser) comments() []string {
	var lines []string
	blank := false
	for {
		p.skip(" \t")
		switch p.peek() {
		case '\n':
			p.at++
			blank = len(lines) > 0
		case '#':
			if blank && len(lines) > 0 {
				lines = append(lines, "")
			}
			blank = false
			lines = append(lines, p.rest())
			p.newline()
		default:
			if blank {
				lines = append(lines, "")
			}
			return lines
		}
	}
}

func (p *parser) peek() byte {
	if p.at >= len(p.text) {
		return 0
	}
	return p.text[p.at]
}

func (p *parser) skip(set string) {
	for p.at < len(p.text) && strings.IndexByte(set, p.text[p.at]) >= 0 {
		p.at++
	}
}

// rest takes what is left of the line.
func (p *parser) rest() string {
	end := strings.IndexByte(p.text[p.at:], '\n')
	if end < 0 {
		end = len(p.text) - p.at
	}
	line := p.text[p.at : p.at+end]
	p.at += end
	return strings.TrimRight(line, " \t")
}

// trailing takes the comment behind a statement and the end of its line.
func (p *parser) trailing() string {
	p.skip(" \t")
	comment := p.rest()
	p.newline()
	return comment
}

func (p *parser) newline() {
	if p.peek() == '\n' {
		p.at++
	}
}

func (p *parser) header() string {
	start := p.at
	for p.at < len(p.text) && p.peek() != '\n' && p.peek() != '#' {
		p.word()
	}
	return strings.TrimRight(p.text[start:p.at], " \t")
}

// word takes a quoted string, or one byte more.
func (p *parser) word() {
	if c := p.peek(); c == '"' || c == '\'' {
		p.quoted()
		return
	}
	p.at++
}

func (p *parser) entry() (entry, error) {
	e := entry{key: p.key()}
	e.from = p.at
	var err error
	if e.value, err = p.value(); err != nil {
		return entry{}, err
	}
	e.to = p.at
	if !e.value.array && !e.value.inline {
		e.to = e.from + len(e.value.raw)
	}
	e.comment = p.trailing()
	return e, nil
}

// key takes a key and the sign of equality.
func (p *parser) key() string {
	start := p.at
	for p.at < len(p.text) && p.peek() != '=' {
		p.word()
	}
	key := strings.TrimSpace(p.text[start:p.at])
	p.at = min(p.at+1, len(p.text))
	p.skip(" \t")
	return key
}

func (p *parser) value() (*value, error) {
	switch p.peek() {
	case '[':
		return p.list(']')
	case '{':
		return p.list('}')
	case '"', '\'':
		start := p.at
		p.quoted()
		return &value{raw: p.text[start:p.at]}, nil
	}
	start := p.at
	for p.at < len(p.text) && strings.IndexByte(",]}#\n", p.peek()) < 0 {
		p.at++
	}
	if p.at == start {
		return nil, fmt.Errorf("no value at byte %d", start)
	}
	return &value{raw: strings.TrimSpace(p.text[start:p.at])}, nil
}

// list reads an array or an inline table.
func (p *parser) list(end byte) (*value, error) {
	v := &value{array: end == ']', inline: end == '}'}
	p.at++
	for {
		above := trimBlank(p.comments())
		switch p.peek() {
		case 0:
			return nil, fmt.Errorf("%q is missing", end)
		case end:
			p.at++
			if len(above) > 0 {
				v.elements = append(v.elements, element{above: above})
			}
			return v, nil
		}
		e := element{above: above}
		if v.inline {
			e.key = p.key()
		}
		var err error
		if e.value, err = p.value(); err != nil {
			return nil, err
		}
		e.comment = p.behind()
		v.elements = append(v.elements, e)
	}
}

// behind takes the comma and a comment on the line of an element.
func (p *parser) behind() string {
	comment := p.onLine()
	p.skip(" \t\n")
	if p.peek() == ',' {
		p.at++
		comment += p.onLine()
	}
	return comment
}

// onLine takes a comment that begins on this line.
func (p *parser) onLine() string {
	p.skip(" \t")
	if p.peek() == '#' {
		return p.rest()
	}
	return ""
}

func trimBlank(lines []string) []string {
	return slices.DeleteFunc(lines, func(l string) bool { return l == "" })
}

// quoted takes a string of any of the four kinds.
func (p *parser) quoted() {
	q := p.text[p.at : p.at+1]
	if long := strings.Repeat(q, 3); strings.HasPrefix(p.text[p.at:], long) {
		p.at += 3
		for p.at < len(p.text) && !strings.HasPrefix(p.text[p.at:], long) {
			p.escaped(q)
		}
		p.at = min(p.at+3, len(p.text))
		for p.peek() == q[0] {
			p.at++
		}
		return
	}
	p.at++
	for p.at < len(p.text) && p.peek() != q[0] {
		p.escaped(q)
	}
	p.at = min(p.at+1, len(p.text))
}

// escaped takes one byte of a string, two where a backslash escapes the second.
func (p *parser) escaped(quote string) {
	if quote == `"` && p.peek() == '\\' {
		p.at++
	}
	p.at = min(p.at+1, len(p.text))
}
