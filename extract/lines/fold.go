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
	start, n := len(out), len(out)
	out = slices.Grow(out, len(s))[:len(out)+len(s)]
	gap := false
	for i := 0; i < len(s); {
		c, size := ascii[s[i]&(utf8.RuneSelf-1)], 1
		if s[i] >= utf8.RuneSelf {
			c, size = bare(s[i:])
		}
		i += size
		if c == combining {
			continue
		}
		if c == 0 {
			gap = n > start
			continue
		}
		if gap {
			out[n] = ' '
			n++
			gap = false
		}
		out[n] = c
		n++
	}
	return out[:n]
}

// combining stands for a mark on the letter before it.
const combining = 1

// bare is the first character, which is not of ASCII, without case and accents, 0 if it
// is neither a letter nor a digit.
func bare(s []byte) (c byte, size int) {
	if s[0]-0xC2 < 0xCC-0xC2 && len(s) > 1 && s[1]&0xC0 == 0x80 { // below U+0300
		return plainLetters[int(s[0]&0x1F)<<6|int(s[1]&0x3F)], 2
	}
	if s[0] == 0xE1 && len(s) > 2 && s[1]|1 == 0xBB && s[2]&0xC0 == 0x80 { // U+1E80 to U+1EFF
		return plainLetters[0x1000|int(s[1]&0x3F)<<6|int(s[2]&0x3F)], 3
	}
	r, size := utf8.DecodeRune(s)
	if r < 0x370 { // from U+0300 on
		return combining, size
	}
	if int(r) < len(plainLetters) {
		return plainLetters[r], size
	}
	return 0, size
}

// ascii folds the letters and digits of ASCII, all else to 0.
var ascii = func() (t [utf8.RuneSelf]byte) {
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c+'A'-'a'] = c, c
	}
	return t
}()

// plainLetters folds accented letters, all else to 0.
var plainLetters = func() (t [0x1F00]byte) {
	for r := rune(0xC0); r < 0x1F00; r++ {
		if d := norm.NFD.String(string(r)); d[0] < utf8.RuneSelf {
			t[r] = ascii[d[0]]
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
	switch {
	case int(r) < len(smallLetters):
		return rune(smallLetters[r])
	case !unicode.IsLetter(r):
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

// Composed tells at a glance whether a text is NFC: all of it ASCII, U+0080 to
// U+02FF, U+1E00 to U+1EFF (the Vietnamese letters) or U+2010 to U+203F, where
// no character combines or has another normal form.
func Composed(s []byte) bool { return automaton.Accepts(composed, s) }

// States of composed: between characters, before the last byte of one, behind the first byte of
// U+1000 to U+1FFF, of U+2000 to U+2FFF, behind that and 0x80, and behind what is not told at a glance.
const (
	whole = iota
	last
	oneThousand
	twoThousand
	punctuation
	other
	composedStates
)

var composed = automaton.New(composedStates, func(state int, c byte) int {
	tail := c&0xC0 == 0x80
	switch {
	case state == whole && c < utf8.RuneSelf, state == last && tail, state == punctuation && tail && c >= 0x90:
		return whole
	case state == whole && c >= 0xC2 && c <= 0xCB, state == oneThousand && c&^3 == 0xB8:
		return last
	case state == whole && c == 0xE1:
		return oneThousand
	case state == whole && c == 0xE2:
		return twoThousand
	case state == twoThousand && c == 0x80:
		return punctuation
	}
	return other
})

// hollow are the bytes that white space or a mark without width may begin with.
var hollow = func() (t [256]bool) {
	for c := range ' ' + 1 {
		t[c] = true
	}
	for _, c := range []byte{0xC2, 0xE2, 0xE3, 0xEF} {
		t[c] = true
	}
	return t
}()

// Run gives the first place from i on where white space, other than a single blank between
// letters, or a mark without width may stand, and how many such blanks stand before it.
func Run(s string, i int) (end, blanks int) {
	for i < len(s) {
		switch c := s[i]; {
		case !hollow[c]:
			i++
		case c == ' ' && i+1 < len(s) && !hollow[s[i+1]]:
			blanks++
			i += 2
		default:
			return i, blanks
		}
	}
	return i, blanks
}

// SpaceAt gives the length in bytes of the white space at s[i], 0 if there is
// none.
func SpaceAt(s string, i int) int {
	switch c := s[i]; {
	case c <= ' ':
		return 1
	case strings.HasPrefix(s[i:], "\u00a0"):
		return len("\u00a0")
	case strings.HasPrefix(s[i:], "\u3000"):
		return len("\u3000")
	case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && generalSpace(s[i+2]):
		return 3
	}
	return 0
}

// generalSpace knows the last byte of the white space in U+2000 to U+203F.
func generalSpace(c byte) bool {
	switch c {
	case 0xA8, 0xA9, 0xAF:
		return true
	}
	return c-0x80 <= 0x8A-0x80 // in bytes: nothing is below
}
