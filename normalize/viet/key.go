// Package viet holds the primitives of Vietnamese text: syllables, sentences,
// the lookup key of a syllable, and a trie over syllables.
package viet

import (
	"strings"
	"unicode/utf8"
)

// AppendKey appends the lookup key of one syllable in NFC: lower case, tone
// mark in the place of the old style (hoà -> hòa, uỷ -> ủy, qúy -> quý). Two
// spellings that readers take for one word have one key.
func AppendKey(dst []byte, syllable string) []byte {
	start := len(dst)
	ascii := true
	for i := 0; i < len(syllable); {
		if c := syllable[i]; c < utf8.RuneSelf {
			dst = appendLower(dst, rune(c))
			i++
			continue
		}
		ascii = false
		r, n := utf8.DecodeRuneInString(syllable[i:])
		dst = appendLower(dst, r)
		i += n
	}
	if ascii {
		return dst
	}
	return placeTone(dst, start)
}

// appendLower appends a rune in lower case.
func appendLower(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(dst, byte(r))
	}
	return utf8.AppendRune(dst, lower(r))
}

// Key is AppendKey as a string. What is its own key already is not copied.
func Key(syllable string) string {
	var buf keyBuffer
	key := AppendKey(buf[:0], syllable)
	if string(key) == syllable {
		return syllable
	}
	return string(key)
}

// placeTone moves the tone mark of an open oa, oe, uy from the second vowel to
// the first, and that of "qu" to the vowel after it.
func placeTone(dst []byte, start int) []byte {
	tail := runeBefore(dst, start, len(dst))
	head := runeBefore(dst, start, tail)
	onsetQ := head > start && dst[head-1] == 'q'
	if !onsetQ && (head == tail || dst[tail] < utf8.RuneSelf || dst[head] != 'o' && dst[head] != 'u') {
		return dst // most syllables: nothing to move
	}
	last, _ := utf8.DecodeRune(dst[tail:])
	prev, _ := utf8.DecodeRune(dst[head:])
	switch plain, tone := untone(last); {
	case !onsetQ && (prev == 'o' && (plain == 'a' || plain == 'e') || plain == 'y'):
		dst = utf8.AppendRune(dst[:head], withTone(prev, tone))
		return utf8.AppendRune(dst, plain)
	case tone == 0:
		if u, t := untone(prev); u == 'u' && withTone(plain, t) != 0 {
			dst = append(dst[:head], 'u')
			return utf8.AppendRune(dst, withTone(plain, t))
		}
	}
	return dst
}

// runeBefore gives where the rune before byte i of a text begins, i where none does.
func runeBefore(text []byte, start, i int) int {
	for k := i - 1; k >= start; k-- {
		if utf8.RuneStart(text[k]) {
			return k
		}
	}
	return i
}

// toned lists each vowel with its five tones: huyền sắc hỏi ngã nặng.
var toned = strings.Fields("aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ")

// untone splits a lower-case vowel into the vowel and its tone, 0 for none.
func untone(r rune) (rune, int) {
	var t tonedVowel
	switch {
	case uint32(r) < latinEnd:
		t = tones.latin[r]
	case vowelBlock(r):
		t = tones.block[r-'Ạ']
	}
	if t.vowel == 0 {
		return r, 0
	}
	return t.vowel, t.tone
}

// withTone puts a tone on a plain vowel; 0 if the rune is not one.
func withTone(vowel rune, tone int) rune {
	for _, row := range toned {
		runes := []rune(row)
		if runes[0] == vowel {
			return runes[tone]
		}
	}
	return 0
}

type tonedVowel struct {
	vowel rune
	tone  int
}

var tones = func() (t struct {
	latin [latinEnd]tonedVowel
	block ['ỹ' - 'Ạ' + 1]tonedVowel
}) {
	for _, row := range toned {
		runes := []rune(row)
		for tone, r := range runes {
			if vowelBlock(r) {
				t.block[r-'Ạ'] = tonedVowel{runes[0], tone}
			} else {
				t.latin[r] = tonedVowel{runes[0], tone}
			}
		}
	}
	return t
}()

// Fold strips case, tones and the marks of letters, those of other languages too, and turns
// đ into d, for search as people type it: "Đại tá" is "dai ta". Text must be NFC.
func Fold(s string) string { return strings.Map(FoldRune, Latin(s)) }

// FoldRune is Fold of one letter of Vietnamese; others are put in lower case.
func FoldRune(r rune) rune { return foldRune(lower(r)) }

func foldRune(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	plain, _ := untone(r)
	switch plain {
	case 'ă', 'â':
		return 'a'
	case 'ê':
		return 'e'
	case 'ô', 'ơ':
		return 'o'
	case 'ư':
		return 'u'
	case 'đ':
		return 'd'
	}
	return plain
}

// AppendUntoned appends a word in lower case and without its tone; the marks of vowels stay.
func AppendUntoned(dst []byte, word string) []byte {
	for _, r := range word {
		dst = utf8.AppendRune(dst, Untoned(lower(r)))
	}
	return dst
}

// Untoned takes the tone off a lower-case vowel: ấ is â. Other runes stay.
func Untoned(r rune) rune {
	plain, _ := untone(r)
	return plain
}
