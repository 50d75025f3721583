package viet

import (
	"unicode/utf8"

	"github.com/boctin/boctin/internal/automaton"
)

// Composed tells whether a text holds nothing but what Vietnamese pages mostly
// do, all of it visible and in NFC: ASCII, Latin-1 from U+00A0 on but the soft hyphen and Eth,
// the letters of Latin Extended-A and -B, Latin Extended Additional, and General
// Punctuation from U+2010 to U+203F. Anything else is looked at rune by rune.
func Composed(s string) bool { return automaton.Accepts(composed, s) }

// States of composed: between characters, before the last byte of one, behind the first byte of
// those of two bytes of which some are left out, behind the first of three, behind 0xE2 0x80, and
// behind what is looked at rune by rune.
const (
	whole = iota
	last
	signs   // U+0080 to U+00BF
	letters // U+00C0 to U+00FF
	additional
	general
	punctuation
	other
	composedStates
)

var composed = automaton.New(composedStates, func(state int, c byte) int {
	tail := c&0xC0 == 0x80
	if state == whole {
		return firstByte(c)
	}
	switch {
	case state == last && tail, state == signs && tail && c >= 0xA0 && c != 0xAD, state == letters && tail && c != 0x90, state == punctuation && tail && c >= 0x90:
		return whole
	case state == additional && (c == 0xBA || c == 0xBB):
		return last
	case state == general && c == 0x80:
		return punctuation
	}
	return other
})

// firstByte is the state behind the first byte of a character.
func firstByte(c byte) int {
	switch {
	case c < utf8.RuneSelf:
		return whole
	case 0xC4 <= c && c <= 0xC6:
		return last
	}
	switch c {
	case 0xC2:
		return signs
	case 0xC3:
		return letters
	case 0xE1:
		return additional
	case 0xE2:
		return general
	}
	return other
}
