package charset

import (
	"bytes"
	"unicode/utf8"

	"github.com/boctin/boctin/internal/automaton"
)

// sound tells at a glance what scan would tell of nearly all pages: UTF-8 in normal form C that was
// not misread before. It knows ASCII, U+0080 to U+02FF, the Vietnamese letters of U+1E80 to U+1EFF
// and U+2002 to U+203F.
func sound(b []byte) bool {
	if !automaton.Accepts(common, b) {
		return false
	}
	few := stats{viet: bytes.Count(b, []byte{0xE1}), latin: bytes.Count(b, []byte{0xC3}), symbols: bytes.Count(b, []byte{0xC2})}
	return !few.suspicious() // there are as many Vietnamese letters, or more, and as many signs or fewer
}

// States of common: between characters, before the last byte of one, behind the first byte of U+1000
// to U+1FFF, of U+2000 to U+2FFF, behind that and 0x80, and behind anything else.
const (
	whole = iota
	last
	oneThousand
	twoThousand
	punctuation
	other
	commonStates
)

var common = automaton.New(commonStates, func(state int, c byte) int {
	tail := c&0xC0 == 0x80
	switch {
	case state == whole && c < utf8.RuneSelf, state == last && tail, state == punctuation && tail && c >= 0x82:
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
})
