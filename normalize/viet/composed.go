package viet

import "unicode/utf8"

// widths are the bytes of a character by its first byte, where that alone tells that it
// is one of those of Composed.
var widths = func() (table [256]uint8) {
	for c := range table {
		switch {
		case c < utf8.RuneSelf:
			table[c] = 1
		case 0xc4 <= c && c <= 0xc6:
			table[c] = 2
		}
	}
	return table
}()

// Composed tells whether a text holds nothing but what Vietnamese pages mostly
// do, all of it visible and in NFC: ASCII, Latin-1 from U+00A0 on but the soft hyphen and Eth,
// the letters of Latin Extended-A and -B, Latin Extended Additional, and General
// Punctuation from U+2010 to U+203F. Anything else is looked at rune by rune.
func Composed(s string) bool {
	for i := 0; i < len(s); {
		c, n := s[i], int(widths[s[i]])
		switch {
		case n > 0:
		case c == 0xc3 && i+1 < len(s) && s[i+1] != 0x90, c == 0xc2 && i+1 < len(s) && s[i+1] >= 0xa0 && s[i+1] != 0xad:
			n = 2
		case i+2 < len(s) && (c == 0xe1 && (s[i+1] == 0xba || s[i+1] == 0xbb) || c == 0xe2 && s[i+1] == 0x80 && s[i+2] >= 0x90):
			n = 3
		default:
			return false
		}
		i += n
	}
	return true
}
