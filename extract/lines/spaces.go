package lines

import (
	"strings"
	"unicode/utf8"

	"github.com/boctin/boctin/internal/automaton"
)

// Composed tells at a glance whether a text is NFC.
func Composed[Text string | []byte](s Text) bool { return automaton.Accepts(automaton.Composed, s) }

// Even tells at a glance a text in NFC with one blank between its words and no other white space: none at
// either end. Of text that has some beyond U+02FF it may be false.
func Even(s string) bool { return s != "" && s[0] != ' ' && automaton.Accepts(even, s) }

// States of even: behind a character, behind a blank, before the last byte of a character, behind the first
// byte of U+0080 to U+00BF, of U+1000 to U+1FFF, of U+2000 to U+2FFF, behind that and 0x80, and behind what
// is not told at a glance.
const (
	evenWord = iota
	evenBlank
	evenLast
	evenLatin
	evenOneThousand
	evenTwoThousand
	evenPunctuation
	evenOther
	evenStates
)

var even = automaton.New(evenStates, func(state int, c byte) int {
	tail := c&0xC0 == 0x80
	switch {
	case state <= evenBlank:
		return evenFirst(state, c)
	case state == evenLast && tail, state == evenLatin && tail && c != 0xA0, state == evenPunctuation && tail && c >= 0x90 && !generalSpace(c):
		return evenWord
	case state == evenOneThousand && (c == 0xBA || c == 0xBB):
		return evenLast
	case state == evenTwoThousand && c == 0x80:
		return evenPunctuation
	}
	return evenOther
})

// evenFirst is the state behind the first byte of a character.
func evenFirst(state int, c byte) int {
	switch {
	case c == ' ' && state == evenWord:
		return evenBlank
	case ' ' < c && c < utf8.RuneSelf:
		return evenWord
	case 0xC3 <= c && c <= 0xCB:
		return evenLast
	}
	switch c {
	case 0xC2:
		return evenLatin
	case 0xE1:
		return evenOneThousand
	case 0xE2:
		return evenTwoThousand
	}
	return evenOther
}

// hollow are the bytes that white space or a mark without width may begin with.
var hollow = func() (t [256]bool) {
	for c := range ' ' + 1 {
		t[c] = true
	}
	for _, c := range []byte{0xC2, 0xE2, 0xE3, 0xEF} {
		t[c] = true
	}
	return t
}()

// Run gives the first place from i on where white space, other than a single blank between
// letters, or a mark without width may stand, and how many such blanks stand before it.
func Run(s string, i int) (end, blanks int) {
	for i < len(s) {
		switch c := s[i]; {
		case !hollow[c]:
			i++
		case c == ' ' && i+1 < len(s) && !hollow[s[i+1]]:
			blanks++
			i += 2
		default:
			return i, blanks
		}
	}
	return i, blanks
}

// SpaceAt gives the length in bytes of the white space at s[i], 0 if there is
// none.
func SpaceAt(s string, i int) int {
	switch c := s[i]; {
	case c <= ' ':
		return 1
	case strings.HasPrefix(s[i:], "\u00a0"):
		return len("\u00a0")
	case strings.HasPrefix(s[i:], "\u3000"):
		return len("\u3000")
	case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && generalSpace(s[i+2]):
		return 3
	}
	return 0
}

// generalSpace knows the last byte of the white space in U+2000 to U+203F.
func generalSpace(c byte) bool {
	switch c {
	case 0xA8, 0xA9, 0xAF:
		return true
	}
	return c-0x80 <= 0x8A-0x80 // in bytes: nothing is below
}
