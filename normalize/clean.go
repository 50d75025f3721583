package normalize

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin"
)

// cleaned gives an article whose texts are in NFC and hold no character that
// prints nothing, nor one in another's place: a name with a soft hyphen inside, or with
// Eth for Đ, is the same name.
func cleaned(a boctin.Article) boctin.Article {
	a.Title, a.Lead, a.Body = clean(a.Title), clean(a.Lead), clean(a.Body)
	for i := range a.Images {
		if caption := a.Images[i].Caption; clean(caption) != caption {
			a.Images = append([]boctin.Image(nil), a.Images...)
			a.Images[i].Caption = clean(caption)
		}
	}
	return a
}

func clean(s string) string {
	if composed(s) {
		return s
	}
	return norm.NFC.String(strings.Map(visible, s))
}

// visible drops a rune that prints nothing, and takes the Eth of old fonts and keyboards
// (U+00D0) for the Đ that it looks like.
func visible(r rune) rune {
	switch {
	case invisible(r):
		return -1
	case r == 'Ð':
		return 'Đ'
	}
	return r
}

// composed tells whether a text holds nothing but what Vietnamese pages mostly
// do, all of it visible and in NFC: ASCII, Latin-1 from U+00A0 on but the soft hyphen and Eth,
// the letters of Latin Extended-A and -B, Latin Extended Additional, and General
// Punctuation from U+2010 to U+203F. Anything else is looked at rune by rune.
func composed(s string) bool {
	for i := 0; i < len(s); {
		n := 1
		switch c := s[i]; {
		case c < utf8.RuneSelf:
		case c == 0xc3 && i+1 < len(s) && s[i+1] != 0x90, c >= 0xc4 && c <= 0xc6, c == 0xc2 && i+1 < len(s) && s[i+1] >= 0xa0 && s[i+1] != 0xad:
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

// invisible tells whether a rune prints nothing: the soft hyphen, the marks of
// zero width and direction, the word joiner, the byte order mark, and the
// placeholder of an object (Unicode General Punctuation and Specials).
func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\ufffc':
		return true
	}
	return false
}
