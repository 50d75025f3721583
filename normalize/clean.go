package normalize

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/viet"
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
	if viet.Composed(s) {
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
