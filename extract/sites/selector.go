package sites

import (
	"fmt"
	"strings"

	"github.com/andybalholm/cascadia"
)

// Selector is a list of CSS selectors in order of preference, compiled.
type Selector []Choice

// Choice is one CSS selector: its source and what it compiled to.
type Choice struct {
	Source string
	Sel    cascadia.Sel
	Key    string // "#id", ".class", "[attribute" or a tag that every match carries; "" if none is plain
	Whole  bool   // Key says all: what carries it is a match
	After  string // "#id" or ".class" of an element that stands before every match, about it or beside it; "" if none is plain
}

// compile reads selectors; a comma separates choices as a list does.
func compile(sources []string) (Selector, error) {
	var all Selector
	for _, source := range sources {
		if strings.TrimSpace(source) == "" {
			return nil, fmt.Errorf("empty selector")
		}
		group, err := cascadia.ParseGroup(source)
		if err != nil {
			return nil, fmt.Errorf("selector %q does not compile: %w", source, err)
		}
		for _, sel := range group {
			text := strings.ReplaceAll(sel.String(), `\-`, "-") // cascadia escapes what needs no escape
			k := key(text)
			all = append(all, Choice{Source: sel.String(), Sel: sel, Key: k, Whole: k == text, After: after(text)})
		}
	}
	return all, nil
}

// after finds a plain class or id in the compound before the last of a selector.
func after(source string) string {
	before := strings.TrimRight(strings.TrimSuffix(source, lastCompound(source)), " >+~")
	if k := key(before); k != "" && (k[0] == '.' || k[0] == '#') {
		return k
	}
	return ""
}

// key finds a plain mark in the last compound of a selector.
func key(source string) string {
	last := lastCompound(source)
	for _, mark := range "#.[" {
		if k := marked(last, byte(mark)); k != "" {
			return k
		}
	}
	if end := strings.IndexAny(last, "#.[:"); end >= 0 {
		last = last[:end]
	}
	if last == "*" {
		return ""
	}
	return last
}

// lastCompound cuts off all before the last combinator outside brackets.
func lastCompound(source string) string {
	depth, start := 0, 0
	for i := 0; i < len(source); i++ {
		switch source[i] {
		case '[', '(':
			depth++
		case ']', ')':
			depth--
		case ' ', '>', '+', '~':
			if depth == 0 {
				start = i + 1
			}
		}
	}
	return source[start:]
}

// marked finds the first #id, .class or [attribute that stands outside of a
// pseudo-class; an escaped or quoted one is left to other marks.
func marked(compound string, mark byte) string {
	for i := 0; i < len(compound); i++ {
		switch c := compound[i]; {
		case c == ':' || c == '\\':
			return ""
		case c == mark:
			end := i + 1
			for end < len(compound) && plain(compound[end]) {
				end++
			}
			if end < len(compound) && compound[end] == '\\' {
				return ""
			}
			return compound[i:end]
		case c == '[':
			i += strings.IndexByte(compound[i:], ']') // cascadia has closed it
		}
	}
	return ""
}

// plain tells a byte that neither ends a name in a selector nor hides a sign.
func plain(c byte) bool { return strings.IndexByte(`#.[]():\=~|^$*!" `, c) < 0 }

// CheckSelector tells what is wrong with a selector of a file.
func CheckSelector(source string) error {
	_, err := compile([]string{source})
	return err
}
