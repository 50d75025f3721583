package plain

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folder strips case, and accents too, by tables of the letters that
// Vietnamese text has.
type folder struct {
	letters [0x1F00]byte   // small, without accents; 0: no letter
	small   [0x1F00]uint16 // small; 0: no letter and no digit
}

func newFolder() *folder {
	f := &folder{}
	for r := range rune(len(f.small)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			f.small[r] = uint16(unicode.ToLower(r))
		}
	}
	for r := rune(0xC0); r < 0x1F00; r++ {
		if d := norm.NFD.String(string(r)); d[0] < utf8.RuneSelf && len(d) > 1 {
			f.letters[r] = byte(unicode.ToLower(rune(d[0])))
		}
	}
	f.letters['đ'], f.letters['Đ'] = 'd', 'd'
	return f
}

// fold brings text to small letters without accents and digits; all else
// between them becomes one space.
func (f *folder) fold(s string) string {
	out := make([]byte, 0, len(s))
	gap := false
	for _, r := range s {
		c := byte(0)
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			c = byte(r)
		case 'A' <= r && r <= 'Z':
			c = byte(r) + 'a' - 'A'
		case r >= utf8.RuneSelf && r < 0x1F00:
			c = f.letters[r]
		}
		if c == 0 {
			gap = true
			continue
		}
		if gap && len(out) > 0 {
			out = append(out, ' ')
		}
		gap = false
		out = append(out, c)
	}
	return string(out)
}

// lower brings text to small letters with accents; all that is no letter or
// digit becomes one space.
func (f *folder) lower(s string) string {
	out := make([]byte, 0, len(s))
	gap := false
	for _, r := range s {
		small := rune(0)
		if int(r) < len(f.small) {
			small = rune(f.small[r])
		} else if unicode.IsLetter(r) {
			small = r
		}
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
