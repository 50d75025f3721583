// Package tomlform writes a TOML file in one form, so that a change of one entry is
// a change of its lines alone: a blank line before every table, keys in a given
// order, an array that fits no line with one element a line. Comments stay with
// what they stand above or behind.
package tomlform

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// Width is the most code points of a line that an array shares with its key.
const Width = 100

// Order gives the keys of a table ("agency", "links"; "" is the head of the file)
// in their order. Keys that it leaves out keep theirs, behind the others.
type Order func(table string) []string

// Format gives source in the one form. It fails where source is no TOML, and it
// never gives a text that says anything else than source.
func Format(source string, order Order) (string, error) {
	var before map[string]any
	if _, err := toml.Decode(source, &before); err != nil {
		return "", err
	}
	tables, err := parse(source)
	if err != nil {
		return "", err
	}
	text := write(tables, order)
	var after map[string]any
	if _, err := toml.Decode(text, &after); err != nil {
		return "", fmt.Errorf("the new form cannot be read: %w", err)
	}
	if !reflect.DeepEqual(before, after) {
		return "", fmt.Errorf("the new form would say something else")
	}
	return text, nil
}

func write(tables []table, order Order) string {
	var b strings.Builder
	for _, t := range tables {
		if t.empty() {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		t.sort(order)
		t.write(&b)
	}
	return b.String()
}

func (t *table) empty() bool {
	return t.header == "" && len(t.entries) == 0 && len(t.above) == 0 && len(t.tail) == 0
}

// sort puts the entries in the order of their keys.
func (t *table) sort(order Order) {
	if order == nil {
		return
	}
	keys := order(strings.Trim(t.header, "[] "))
	rank := func(e entry) int {
		if i := slices.Index(keys, e.key); i >= 0 {
			return i
		}
		return len(keys)
	}
	slices.SortStableFunc(t.entries, func(a, b entry) int { return rank(a) - rank(b) })
}

func (t *table) write(b *strings.Builder) {
	writeComments(b, t.above, "")
	if t.header != "" {
		b.WriteString(withComment(t.header, t.comment) + "\n")
	}
	for i := range t.entries {
		e := &t.entries[i]
		e.raise()
		before := e.above
		if i == 0 {
			before = t.above // those of the file
		}
		if t.header == "" && len(before) > 0 {
			b.WriteByte('\n')
		}
		e.write(b)
	}
	if len(t.tail) > 0 {
		b.WriteByte('\n')
		writeComments(b, t.tail, "")
	}
}

func (e *entry) write(b *strings.Builder) {
	writeComments(b, e.above, "")
	line := e.key + " = " + e.value.line()
	if !e.broken(line) {
		b.WriteString(withComment(line, e.comment) + "\n")
		return
	}
	b.WriteString(e.key + " = [\n")
	e.value.writeElements(b)
	b.WriteString("]\n")
}

// broken tells whether a value does not stand on one line.
func (e *entry) broken(line string) bool {
	return e.value.breaks() || e.value.array && utf8.RuneCountInString(line) > Width
}

// raise puts the comment behind an entry above it where it does not fit on its line.
func (e *entry) raise() {
	line := e.key + " = " + e.value.line()
	if e.comment != "" && (e.broken(line) || utf8.RuneCountInString(withComment(line, e.comment)) > Width) {
		e.above, e.comment = append(e.above, e.comment), ""
	}
}

func (v *value) writeElements(b *strings.Builder) {
	for _, el := range v.elements {
		writeComments(b, el.above, "  ")
		if el.value == nil {
			continue
		}
		b.WriteString(withComment("  "+el.value.line()+",", el.comment) + "\n")
	}
}

// breaks tells whether a comment inside keeps the value from being one line.
func (v *value) breaks() bool {
	return slices.ContainsFunc(v.elements, func(e element) bool {
		return len(e.above) > 0 || e.comment != "" || e.value != nil && e.value.breaks()
	})
}

// line gives the value on one line.
func (v *value) line() string {
	if !v.array && !v.inline {
		return v.raw
	}
	var parts []string
	for _, e := range v.elements {
		if e.value == nil {
			continue
		}
		part := e.value.line()
		if v.inline {
			part = e.key + " = " + part
		}
		parts = append(parts, part)
	}
	switch {
	case v.array:
		return "[" + strings.Join(parts, ", ") + "]"
	case len(parts) == 0:
		return "{}"
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

func withComment(line, comment string) string {
	if comment == "" {
		return line
	}
	return line + " " + comment
}

func writeComments(b *strings.Builder, lines []string, indent string) {
	for _, l := range lines {
		if l != "" {
			l = indent + l
		}
		b.WriteString(l + "\n")
	}
}
