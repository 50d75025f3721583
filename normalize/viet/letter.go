package viet

import "unicode"

// The letters of Vietnamese stand in two blocks: Latin, for which a table is
// made of package unicode's, and that of the vowels with two marks, where case
// is arithmetic. Package unicode answers for the rest.

// latinEnd is the end of Latin Extended-B.
const latinEnd = 0x250

type latinRune struct {
	lower         uint16
	letter, upper bool
}

var latin = func() (table [latinEnd]latinRune) {
	for r := range rune(latinEnd) {
		table[r] = latinRune{uint16(unicode.ToLower(r)), unicode.IsLetter(r), unicode.IsUpper(r)}
	}
	return table
}()

// isLetter is unicode.IsLetter.
func isLetter(r rune) bool {
	if uint32(r) < latinEnd {
		return latin[r].letter
	}
	return vowelBlock(r) || unicode.IsLetter(r)
}

// isUpper is unicode.IsUpper.
func isUpper(r rune) bool {
	if uint32(r) < latinEnd {
		return latin[r].upper
	}
	if vowelBlock(r) {
		return r&1 == 0
	}
	return unicode.IsUpper(r)
}

// lower is unicode.ToLower.
func lower(r rune) rune {
	if uint32(r) < latinEnd {
		return rune(latin[r].lower)
	}
	if vowelBlock(r) {
		return r | 1
	}
	return unicode.ToLower(r)
}

// vowelBlock tells the vowels with two marks: Ạ to ỹ, capitals even.
func vowelBlock(r rune) bool { return 'Ạ' <= r && r <= 'ỹ' }

// isMark tells combining marks; none lies before U+0300.
func isMark(r rune) bool { return r >= '\u0300' && unicode.Is(unicode.Mn, r) }

// isSpace is unicode.IsSpace, and the two spaces of no width.
func isSpace(r rune) bool {
	switch {
	case r <= ' ':
		return r == ' ' || '\t' <= r && r <= '\r'
	case r < '\u0085' || vowelBlock(r):
		return false
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}
