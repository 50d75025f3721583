// Package lines reads single lines of a page or of a saved text, whatever they
// came from: who signs, what is quoted, when it was printed, whose picture it
// is. It knows words and shapes; where a line stands is its callers' affair.
package lines

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/boctin/boctin/internal/automaton"
)

// Fold brings a line to small letters without accents; all between letters and
// digits becomes one space. It works on composed and decomposed text alike.
func Fold(s string) string { return string(AppendFold(make([]byte, 0, len(s)), []byte(s))) }

// AppendFold appends Fold(s) to out, which takes no more bytes than s has.
func AppendFold(out, s []byte) []byte {
	folded, ok := foldBytes(out, s)
	if !ok {
		return foldRunes(out, s)
	}
	return folded
}

// foldBytes is AppendFold without a branch. It is false where a character is of none of the blocks of
// folding.
func foldBytes(out, s []byte) (folded []byte, ok bool) {
	start := len(out)
	out = slices.Grow(out, len(s))[:start+len(s)]
	n, ok := foldOver(out[start:], s)
	return out[:start+n], ok
}

// foldOver writes over out, one byte after the other: each writes a letter, a space or nothing, and a
// space only behind a letter. It is apart so that all it counts stays in registers.
func foldOver(out, s []byte) (n int, ok bool) {
	open := uint(0) // 1 behind a letter
	state, rows, letters := uint64(0), folding.rows, &folding.letters
	for _, c := range s {
		f := uint(letters[(state&63)<<8|uint64(c)])
		state = rows.Step(state, c)
		out[n] = byte(f)
		letter, space := f>>8&1, f>>9
		n += int(letter | space&open)
		open = letter | open&^space
	}
	if n > 0 {
		n -= 1 - int(open)
	}
	return n, automaton.Whole(state)
}

// foldRunes is AppendFold of any text.
func foldRunes(out, s []byte) []byte {
	start, gap := len(out), false
	for len(s) > 0 {
		r, size := utf8.DecodeRune(s)
		s = s[size:]
		c := plainLetter(r)
		switch {
		case r >= 0x300 && r < 0x370: // a mark on the letter before it
			continue
		case c == ' ':
			gap = len(out) > start
			continue
		case gap:
			out = append(out, ' ')
		}
		gap = false
		out = append(out, c)
	}
	return out
}

// States of folding: between characters, behind the first byte of two blocks of Vietnamese letters
// and of those between, behind that of U+1000 to U+1FFF, behind two bytes of the further two blocks,
// in a sign of U+0081 to U+00BF or of U+2001 to U+203F, and behind anything else.
const (
	foldWhole = iota
	foldC3
	foldC4
	foldC5
	foldC6
	foldE1
	foldBA
	foldBB
	foldSign
	foldOther
	foldStates
)

// foldBlocks are the first characters of what may follow in a state.
var foldBlocks = [foldStates]rune{foldC3: 0xC0, foldC4: 0x100, foldC5: 0x140, foldC6: 0x180, foldBA: 0x1E80, foldBB: 0x1EC0}

// foldLeads are the states behind a first byte.
var foldLeads = map[byte]int{0xC2: foldSign, 0xC3: foldC3, 0xC4: foldC4, 0xC5: foldC5, 0xC6: foldC6, 0xE1: foldE1, 0xE2: foldSign}

// foldByte gives the state that a byte leads to, and what the character is that ends in it, 0 for none.
func foldByte(state int, c byte) (next int, letter byte) {
	tail := c&0xC0 == 0x80
	switch {
	case state == foldWhole && c < utf8.RuneSelf:
		return foldWhole, plainLetter(rune(c))
	case state == foldWhole && foldLeads[c] != 0:
		return foldLeads[c], 0
	case state == foldE1 && c|1 == 0xBB:
		return foldBA + int(c&1), 0
	case tail && foldBlocks[state] != 0:
		return foldWhole, plainLetter(foldBlocks[state] + rune(c&0x3F))
	case state == foldSign && c == 0x80:
		return foldSign, 0
	case state == foldSign && tail:
		return foldWhole, ' '
	}
	return foldOther, 0
}

// folding holds what each byte leads to in each state, and what it writes there: a letter or a space,
// beside it which.
var folding = func() (t struct {
	rows    *automaton.Rows
	letters [64 << 8]uint16
}) {
	t.rows = automaton.New(foldStates, func(state int, c byte) int {
		next, letter := foldByte(state, c)
		switch at := &t.letters[automaton.Bits*state<<8|int(c)]; letter {
		case 0:
		case ' ':
			*at = 2<<8 | ' '
		default:
			*at = 1<<8 | uint16(letter)
		}
		return next
	})
	return t
}()

// plainLetter is a letter without case and accents, or a digit, and a space for all else.
func plainLetter(r rune) byte {
	if int(r) < len(plainLetters) && plainLetters[r] != 0 {
		return plainLetters[r]
	}
	return ' '
}

// plainLetters folds letters and digits, all else to 0.
var plainLetters = func() (t [0x1F00]byte) {
	for r := range rune(len(t)) {
		if d := strings.ToLower(norm.NFD.String(string(r)))[0]; 'a' <= d && d <= 'z' || isDigit(d) {
			t[r] = d
		}
	}
	t['đ'], t['Đ'] = 'd', 'd'
	return t
}()

// smallLetters are letters in small and digits, all else 0.
var smallLetters = func() (t [0x1F00]uint16) {
	for r := range rune(len(t)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			t[r] = uint16(unicode.ToLower(r))
		}
	}
	return t
}()

// Lower brings a line to small letters and keeps accents, for "Ảnh" is a
// picture and "Anh" a man; all between letters and digits becomes one space.
func Lower(s string) string {
	out := make([]byte, 0, len(s))
	gap := false
	for _, r := range s {
		small := smallOf(r)
		if small == 0 {
			gap = true
			continue
		}
		if gap && len(out) > 0 {
			out = append(out, ' ')
		}
		gap = false
		out = utf8.AppendRune(out, small)
	}
	return string(out)
}

// longestFirst is how much of the first word of a line is read at a glance, in bytes.
const longestFirst = 32

// lowerWord appends the first word of Lower(s) to out, and tells whether it had room for all of
// it.
func lowerWord(out []byte, s string) (word []byte, whole bool) {
	for _, r := range s {
		small := smallOf(r)
		switch {
		case small == 0 && len(out) > 0:
			return out, true
		case small != 0 && len(out)+utf8.UTFMax > cap(out):
			return out, false
		case small != 0:
			out = utf8.AppendRune(out, small)
		}
	}
	return out, true
}

// smallOf is the small letter of a letter, or a digit, 0 of anything else.
func smallOf(r rune) rune {
	if int(r) < len(smallLetters) {
		return rune(smallLetters[r])
	}
	return otherLetter(r)
}

// otherLetter is a letter, 0 for anything else.
func otherLetter(r rune) rune {
	if !unicode.IsLetter(r) {
		return 0
	}
	return r
}

// Squeeze folds white space and brings a string to NFC.
func Squeeze(s string) string {
	out := make([]byte, 0, len(s))
	gap := false
	for i := 0; i < len(s); {
		if n := SpaceAt(s, i); n > 0 {
			gap = len(out) > 0
			i += n
			continue
		}
		if strings.HasPrefix(s[i:], "\u200b") || strings.HasPrefix(s[i:], "\ufeff") {
			i += 3
			continue
		}
		if gap {
			out = append(out, ' ')
			gap = false
		}
		end, _ := Run(s, i+1)
		out = append(out, s[i:end]...)
		i = end
	}
	if Composed(out) {
		return string(out)
	}
	return string(norm.NFC.Bytes(out))
}
