package viet

import "strings"

// phraseBuffer holds most names whole.
type phraseBuffer [128]byte

// PhraseKey is the lookup key of a phrase, word by word, with one blank between
// them.
func PhraseKey(s string) string {
	var buf phraseBuffer
	key := buf[:0]
	for word := range strings.FieldsSeq(s) {
		if len(key) > 0 {
			key = append(key, ' ')
		}
		key = AppendKey(key, word)
	}
	return string(key)
}

// FoldSpace makes one blank of each stretch of white space, none at the ends.
func FoldSpace(s string) string {
	blank := true
	for _, r := range s {
		if isSpace(r) && (blank || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		blank = r == ' '
	}
	return strings.TrimSuffix(s, " ")
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
		if r = foldRune(lower(r)); 'a' <= r && r <= 'z' || isDigit(r) {
			dst = append(dst, byte(r))
		} else if len(dst) > start && dst[len(dst)-1] != '-' {
			dst = append(dst, '-')
		}
	}
	if len(dst) > start && dst[len(dst)-1] == '-' {
		dst = dst[:len(dst)-1]
	}
	return dst
}
