package viet

import (
	"strings"
	"unicode/utf8"
)

// phraseBuffer holds most names whole.
type phraseBuffer [128]byte

// PhraseKey is the lookup key of a phrase, word by word, with one blank between
// them.
func PhraseKey(s string) string {
	var buf phraseBuffer
	return string(AppendPhraseKey(buf[:0], s))
}

// AppendPhraseKey is PhraseKey behind some bytes.
func AppendPhraseKey(key []byte, s string) []byte {
	start := len(key)
	for word := range strings.FieldsSeq(s) {
		if len(key) > start {
			key = append(key, ' ')
		}
		key = AppendKey(key, word)
	}
	return key
}

// FoldSpace makes one blank of each stretch of white space, none at the ends.
func FoldSpace(s string) string {
	blank := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && !blank:
			blank = true
		case noSpace(c), inLetter(c), c == 0xe1 && i+1 < len(s) && s[i+1] >= 0xba:
			blank = false
		case beginsSpace(s[i:]):
			return strings.Join(strings.Fields(s), " ")
		default:
			blank = false
		}
	}
	return strings.TrimSuffix(s, " ")
}

// inLetter tells a byte of UTF-8 behind the first of a letter.
func inLetter(c byte) bool { return c >= utf8.RuneSelf && c < 0xc0 }

// beginsSpace tells whether a text begins with white space.
func beginsSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isSpace(r)
}

// Slug is a name in an id: folded, a hyphen for what is no letter or digit.
func Slug(name string) string {
	var buf phraseBuffer
	return string(appendSlug(buf[:0], name))
}

// CountryID is the id of a name that a country's list holds: vn/bo-cong-an.
func CountryID(country, name string) string {
	var buf phraseBuffer
	id := AppendKey(buf[:0], country)
	return string(appendSlug(append(id, '/'), name))
}

func appendSlug(dst []byte, name string) []byte {
	start := len(dst)
	for _, r := range name {
		if c := slugByte(r); c != '-' {
			dst = append(dst, c)
		} else if len(dst) > start && dst[len(dst)-1] != '-' {
			dst = append(dst, '-')
		}
	}
	if len(dst) > start && dst[len(dst)-1] == '-' {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// slugs are what stands for a letter in an id, of the two blocks of Vietnamese.
var slugs = func() (t struct {
	latin [latinEnd]byte
	block ['ỹ' - 'Ạ' + 1]byte
}) {
	for r := range t.latin {
		t.latin[r] = foldedByte(rune(r))
	}
	for r := range t.block {
		t.block[r] = foldedByte('Ạ' + rune(r))
	}
	return t
}()

// slugByte gives the letter or digit that stands for a rune in an id, a hyphen for what is neither.
func slugByte(r rune) byte {
	switch {
	case uint32(r) < latinEnd:
		return slugs.latin[r]
	case vowelBlock(r):
		return slugs.block[r-'Ạ']
	}
	return foldedByte(r)
}

// foldedByte is slugByte worked out.
func foldedByte(r rune) byte {
	if r = foldRune(lower(r)); 'a' <= r && r <= 'z' || isDigit(r) {
		return byte(r)
	}
	return '-'
}
