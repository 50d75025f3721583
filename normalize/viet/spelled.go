package viet

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// Most words of a text are syllables of the vocabulary in one of three shapes:
// these are found by their bytes as they stand, without decoding a rune.

// putCapitals keeps the two spellings of a key with capitals, where the scanner
// reads them as that key.
func (v *Vocabulary) putCapitals(key string, id ID) {
	_, n := utf8.DecodeRuneInString(key)
	for _, spelling := range []string{strings.ToUpper(key[:n]) + key[n:], strings.ToUpper(key)} {
		var buf keyBuffer
		var tok Token
		s := scanner{src: spelling}
		s.space()
		read := s.read(&tok, buf[:0])
		head, tail, length := firstWord(spelling)
		if length == len(spelling) && tok.End == length && string(read) == key {
			v.place(slot{head, tail, id, tok.Shape})
		}
	}
}

// spelled finds the word that a text begins with by its bytes; it has none where
// the scanner must look closer.
func (v *Vocabulary) spelled(text string) (known *slot, length int) {
	head, tail, n := firstWord(text)
	if n == 0 {
		return nil, 0
	}
	if known = v.slot(head, tail); known.id == 0 {
		return nil, 0
	}
	return known, n
}

// firstWord gives the word that a text begins with as pack does, and its length in bytes; 0 where
// its first bytes do not tell, and where it has as many as a slot or more.
func firstWord(text string) (head, tail uint64, n int) {
	head, tail = sixteen(text)
	if e := ends(head); e != 0 {
		n = bits.TrailingZeros64(e) / 8
		head, tail = head&(1<<(8*n)-1), 0
	} else if e = ends(tail); e != 0 {
		n = 8 + bits.TrailingZeros64(e)/8
		tail &= 1<<(8*n-64) - 1
	}
	if !endsWord(text[n:]) {
		return 0, 0, 0
	}
	return head, tail, n
}

// endsWord tells whether a text that goes on with no letter begins with a mark that is part of no
// word.
func endsWord(rest string) bool {
	return rest == "" || !isDigit(rune(rest[0])) && (rest[0] < utf8.RuneSelf || strings.HasPrefix(rest, "\xe2\x80"))
}

// sixteen reads the first sixteen bytes of a text, NUL behind its end.
func sixteen(text string) (head, tail uint64) {
	if len(text) < shortKey {
		var buf [shortKey]byte
		copy(buf[:], text)
		return binary.LittleEndian.Uint64(buf[:8]), binary.LittleEndian.Uint64(buf[8:])
	}
	return eight(text), eight(text[8:])
}

// ends marks the bytes that no word goes on with by their highest bit, of which the lowest is right:
// ASCII that is no letter, and what U+2000 to U+2FFF begin with. How long a word is, and of how many
// bytes its letters are, is nothing that a processor foresees.
func ends(word uint64) uint64 {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	small := (word | 0x20*ones) &^ high
	letter := (small + (0x80-'a')*ones) &^ (small + (0x80-'z'-1)*ones)
	two := word ^ 0xe2*ones
	return (^(letter | word) | (two-ones)&^two) & high
}

// eight reads the first eight bytes of a text as a number, the lowest first; the
// compiler makes one load of it.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
