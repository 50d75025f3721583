package charset

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// VNI writes a vowel as a letter and a mark, both bytes of windows-1252: "aù"
// is á. The marks of a tone go with every vowel; those of a hat or a breve with
// a tone go with a, e and o; ơ and ư are letters of their own, ô and ö.
const (
	vniMarks  = "ùøûõï" + "âáàåãä" + "êéèúüë"
	vniRowA   = "áàảãạ" + "âấầẩẫậ" + "ăắằẳẵặ"
	vniRowE   = "éèẻẽẹ" + "êếềểễệ" + "      "
	vniRowO   = "óòỏõọ" + "ôốồổỗộ" + "      "
	vniRowU   = "úùủũụ" + "      " + "      "
	vniRowY   = "ýỳỷỹỵ" + "      " + "      "
	vniRowO2  = "ớờởỡợ" + "      " + "      "
	vniRowU2  = "ứừửữự" + "      " + "      "
	vniSingle = "ôöñíìæóòî"
	vniLetter = "ơưđíìỉĩịỵ"
)

// vniTable maps the runes of windows-1252 that VNI gave another meaning.
type vniTable struct {
	pairs  map[[2]rune]rune
	single map[rune]rune
}

var vni = newVNI()

func newVNI() *vniTable {
	t := &vniTable{pairs: map[[2]rune]rune{}, single: map[rune]rune{}}
	marks := []rune(vniMarks)
	for base, row := range map[rune]string{
		'a': vniRowA, 'e': vniRowE, 'o': vniRowO, 'u': vniRowU, 'y': vniRowY, 'ô': vniRowO2, 'ö': vniRowU2,
	} {
		for i, r := range []rune(row) {
			if r == ' ' {
				continue
			}
			for _, b := range []rune{base, up(base)} {
				for _, m := range []rune{marks[i], up(marks[i])} {
					t.pairs[[2]rune{b, m}] = r
					if b != base {
						t.pairs[[2]rune{b, m}] = up(r)
					}
				}
			}
		}
	}
	letters := []rune(vniLetter)
	for i, r := range []rune(vniSingle) {
		t.single[r], t.single[up(r)] = letters[i], up(letters[i])
	}
	return t
}

// up is the capital of a letter.
func up(r rune) rune { return unicode.ToUpper(r) }

func decodeVNI(dst, src []byte) []byte {
	for i := 0; i < len(src); i++ {
		r := charmap.Windows1252.DecodeByte(src[i])
		if i+1 < len(src) && src[i+1] >= 0xC0 {
			if whole, ok := vni.pairs[[2]rune{r, charmap.Windows1252.DecodeByte(src[i+1])}]; ok {
				dst = utf8.AppendRune(dst, whole)
				i++
				continue
			}
		}
		if letter, ok := vni.single[r]; ok {
			r = letter
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}
