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
	slug := buf[:0]
	for _, r := range name {
		if r = foldRune(lower(r)); 'a' <= r && r <= 'z' || isDigit(r) {
			slug = append(slug, byte(r))
		} else if len(slug) > 0 && slug[len(slug)-1] != '-' {
			slug = append(slug, '-')
		}
	}
	return strings.TrimSuffix(string(slug), "-")
}
