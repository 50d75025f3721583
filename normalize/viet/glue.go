package viet

import (
	"strings"
	"unicode/utf8"
)

// parted gives the two words of a token that lost its space (ôngTrần, UBNDtỉnh,
// Đoànđại): the vocabulary knows both and not the whole. A đ begins its syllable,
// so that one inside a word begins another.
func (v *Vocabulary) parted(tok Token, word string) (left, right Token, ok bool) {
	if tok.Shape <= Title && strings.LastIndex(word, "đ") <= 0 {
		return tok, tok, false // without a capital inside
	}
	for i, r := range word {
		if !turns(word, i, r) || utf8.RuneCountInString(word[:i]) < 2 || utf8.RuneCountInString(word[i:]) < 2 {
			continue
		}
		left, right = tok, tok
		left.End, right.Start, right.Gap = tok.Start+i, tok.Start+i, Space
		left.ID, right.ID = v.ID(word[:i]), v.ID(word[i:])
		if left.ID != 0 && right.ID != 0 {
			left.Shape, right.Shape = shapeOf(word[:i]), shapeOf(word[i:])
			return left, right, true
		}
	}
	return tok, tok, false
}

// turns tells whether another word may begin at byte i of a word, where r stands.
func turns(word string, i int, r rune) bool {
	before, _ := utf8.DecodeLastRuneInString(word[:i])
	after, _ := utf8.DecodeRuneInString(word[i+utf8.RuneLen(r):])
	switch {
	case isUpper(r):
		return !isUpper(before) || !isUpper(after) // ôngTrần, BCHTrung
	case isUpper(before):
		return utf8.RuneCountInString(word[:i]) > 2 // UBNDtỉnh
	}
	return r == 'đ'
}

// shapeOf is the case of a word by itself.
func shapeOf(word string) Shape {
	s := scanner{src: word}
	var tok Token
	s.read(&tok, nil)
	return tok.Shape
}
