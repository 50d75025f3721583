package viet

import (
	"encoding/binary"
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
		if length := wordBytes(spelling); length == len(spelling) && tok.End == length && string(read) == key {
			head, tail := packed(spelling, length)
			v.place(slot{head, tail, id, tok.Shape})
		}
	}
}

// spelled finds the word that a text begins with by its bytes; it has none where
// the scanner must look closer.
func (v *Vocabulary) spelled(text string) (known *slot, length int) {
	n := wordBytes(text)
	if n == 0 || n > shortKey {
		return nil, 0
	}
	if known = v.slot(packed(text, n)); known.id == 0 {
		return nil, 0
	}
	return known, n
}

// steps are the bytes of a letter by its first byte: ASCII, and the Latin block of
// Vietnamese.
var steps = func() (table [256]uint8) {
	for c := range table {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			table[c] = 1
		case 0xc3 <= c && c <= 0xc6:
			table[c] = 2
		}
	}
	return table
}()

// wordBytes gives the length of the word that a text begins with, 0 where its
// first bytes do not tell: letters of the two blocks of Vietnamese, then the end
// or a mark that is part of no word.
func wordBytes(text string) int {
	for i := 0; i < len(text); {
		c := text[i]
		if n := steps[c]; n > 0 {
			i += int(n)
			continue
		}
		switch {
		case c == 0xe1 && i+1 < len(text) && (text[i+1] == 0xba || text[i+1] == 0xbb):
			i += 3
		case c < utf8.RuneSelf && !isDigit(rune(c)), c == 0xe2 && i+1 < len(text) && text[i+1] == 0x80:
			return i
		default:
			return 0
		}
	}
	return len(text)
}

// packed reads the first n bytes of a text, at most shortKey, as pack does.
func packed(text string, n int) (head, tail uint64) {
	if len(text) < shortKey {
		var buf [shortKey]byte
		copy(buf[:], text[:n])
		return binary.LittleEndian.Uint64(buf[:8]), binary.LittleEndian.Uint64(buf[8:])
	}
	if n <= 8 {
		return eight(text) & (1<<(8*n) - 1), 0
	}
	return eight(text), eight(text[8:]) & (1<<(8*n-64) - 1)
}

// eight reads the first eight bytes of a text as a number, the lowest first; the
// compiler makes one load of it.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
