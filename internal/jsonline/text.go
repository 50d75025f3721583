package jsonline

import (
	"bytes"
	"encoding/json"

	"github.com/boctin/boctin/internal/automaton"
)

// AppendString appends a string as JSON.
func AppendString(out []byte, s string) []byte {
	if !automaton.Accepts(glance, s) {
		return appendAny(out, s)
	}
	out = append(out, '"')
	from := 0
	for at := escapedFrom(s, 0); at < len(s); at = escapedFrom(s, from) {
		out = append(append(out, s[from:at]...), escapes[s[at]]...)
		from = at + 1
	}
	return append(append(out, s[from:]...), '"')
}

// escapedFrom gives the first place from i on of a character that is written otherwise, else the end.
func escapedFrom(s string, i int) int {
	for len(s)-i >= 8 && !anyEscaped(s[i:]) {
		i += 8
	}
	for i < len(s) && escapes[s[i]] == "" {
		i++
	}
	return i
}

// anyEscaped tells whether one of the first eight bytes is below a blank, a quotation mark or a backslash.
func anyEscaped(s string) bool {
	_ = s[7]
	const each, high = 0x0101010101010101, 0x8080808080808080
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	mark, back := x^'"'*each, x^'\\'*each
	return ((x-' '*each)&^x|(mark-each)&^mark|(back-each)&^back)&high != 0
}

// appendAny appends any string as JSON.
func appendAny(out []byte, s string) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string is always written
	return append(out, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

// escapes are the characters of ASCII that are written otherwise, as they are written.
var escapes = func() (t [256]string) {
	for c := range byte(0x80) {
		if own := string(appendAny(nil, string(rune(c)))); own != `"`+string(rune(c))+`"` {
			t[c] = own[1 : len(own)-1]
		}
	}
	return t
}()

// States of glance: between characters, before their last byte and their last two, behind the first byte of
// U+0800 to U+0FFF, of U+2000 to U+2FFF, of U+D000 to U+D7FF, behind that of U+2000 to U+203F, and behind
// what is no UTF-8, or is not told at a glance.
const (
	whole = iota
	last
	lastTwo
	eightHundred
	twoThousand
	beforeSurrogates
	punctuation
	other
	glanceStates
)

// glance knows UTF-8 of characters below U+10000 but those that end lines (U+2028, U+2029), which are
// escaped.
var glance = automaton.New(glanceStates, func(state int, c byte) int {
	for _, s := range glanceSteps {
		if s.from == state && s.first <= c && c <= s.last {
			return s.to
		}
	}
	return other
})

// glanceSteps say which bytes lead from a state to another; the first that fits is taken.
var glanceSteps = [...]struct {
	from        int
	first, last byte
	to          int
}{
	{whole, 0x00, 0x7F, whole},
	{whole, 0xC2, 0xDF, last},
	{whole, 0xE0, 0xE0, eightHundred},
	{whole, 0xE2, 0xE2, twoThousand},
	{whole, 0xED, 0xED, beforeSurrogates},
	{whole, 0xE1, 0xEF, lastTwo},
	{last, 0x80, 0xBF, whole},
	{lastTwo, 0x80, 0xBF, last},
	{eightHundred, 0xA0, 0xBF, last},
	{twoThousand, 0x80, 0x80, punctuation},
	{twoThousand, 0x81, 0xBF, last},
	{beforeSurrogates, 0x80, 0x9F, last},
	{punctuation, 0x80, 0xA7, whole},
	{punctuation, 0xAA, 0xBF, whole},
}
