package automaton

import "unicode/utf8"

// Composed knows text that is UTF-8 in normal form C at a glance: ASCII, U+0080 to U+02FF, the
// Vietnamese letters of U+1E80 to U+1EFF and U+2010 to U+203F, where no character combines or has
// another normal form.
var Composed = New(composedStates, composed)

// States of Composed: between characters, before the last byte of one, behind the first byte of
// U+1000 to U+1FFF, of U+2000 to U+2FFF, behind that and 0x80, and behind what is not told at a glance.
const (
	whole = iota
	last
	oneThousand
	twoThousand
	punctuation
	other
	composedStates
)

func composed(state int, c byte) int {
	tail := c&0xC0 == 0x80
	switch {
	case state == whole && c < utf8.RuneSelf, state == last && tail, state == punctuation && tail && c >= 0x90:
		return whole
	case state == whole && c >= 0xC2 && c <= 0xCB, state == oneThousand && c|1 == 0xBB:
		return last
	case state == whole && c == 0xE1:
		return oneThousand
	case state == whole && c == 0xE2:
		return twoThousand
	case state == twoThousand && c == 0x80:
		return punctuation
	}
	return other
}
