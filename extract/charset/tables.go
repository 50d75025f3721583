package charset

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// table is a single-byte encoding.
type table struct {
	runes [256]rune
	fonts bool // capitals were made by switching to a font of capitals
}

// The tables hold bytes 0x80 to 0xFF; an underscore stands for the character of
// windows-1252, which fonts left in place. Low holds the capitals that VISCII
// (RFC 1456) and VPS put on control bytes.
var (
	// TCVN 5712:1993 as on Windows: capitals that ABC fonts lack stand where
	// the standard has them.
	tcvn3 = newTable(""+
		"________________"+ // 80
		"________________"+ // 90
		"_ĂÂÊÔƠƯĐăâêôơưđẰ"+ // A0
		"_____àảãáạẲằẳẵắẴ"+ // B0
		"ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"+ // C0
		"éẹềểễếệìỉỄẾỒĩíịò"+ // D0
		"Ổỏõóọồổỗốộờởỡớợù"+ // E0
		"ỖủũúụừửữứựỳỷỹýỵỐ", // F0
		nil, true)
	viscii = newTable(""+
		"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"+ // 80
		"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"+ // 90
		"Õắằặấầẩậẽẹếềểễệố"+ // A0
		"ồổỗỠƠộờởịỰỨỪỬơớƯ"+ // B0
		"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"+ // C0
		"ĐứÒÓÔạỷừửÙÚỹỵÝỡư"+ // D0
		"àáâãảăữẫèéêẻìíĩỉ"+ // E0
		"đựòóôõỏọụùúũủýợỮ", // F0
		map[byte]rune{0x02: 'Ẳ', 0x05: 'Ẵ', 0x06: 'Ẫ', 0x14: 'Ỷ', 0x19: 'Ỹ', 0x1E: 'Ỵ'}, false)
	vps = newTable(""+
		"ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"+ // 80
		"Ế__ỀỂỄỐỒỔỖýỷỵỚỜỞ"+ // 90
		"_ắằẳẵặỠớÙờởỡŨỨợỪ"+ // A0
		"ổỬỲỸÍÌộỈĨÓửữÒỎÕự"+ // B0
		"ầÁÂấẩẫậđẻÉÊẹỉễịỹ"+ // C0
		"ƯỦồốÔỏơÈừứÚũưÝẺ_"+ // D0
		"àáâãảạă_èéêẽìí_ĩ"+ // E0
		"ẴĐòóôõ_Ơụùúủ_ỶẼỳ", // F0
		map[byte]rune{
			0x02: 'Ạ',
			0x03: 'Ậ',
			0x04: 'Ặ',
			0x05: 'Ẹ',
			0x06: 'Ệ',
			0x10: 'Ị',
			0x11: 'Ọ',
			0x12: 'Ộ',
			0x13: 'Ợ',
			0x14: 'Ụ',
			0x15: 'Ự',
			0x19: 'Ỵ',
			0x1C: 'Ẫ',
			0x1D: 'Ữ',
		}, false)
)

func newTable(high string, low map[byte]rune, fonts bool) *table {
	t := &table{fonts: fonts}
	for i := range t.runes {
		t.runes[i] = charmap.Windows1252.DecodeByte(byte(i))
	}
	at := 0x80
	for _, r := range high {
		if r != '_' {
			t.runes[at] = r
		}
		at++
	}
	for b, r := range low {
		t.runes[b] = r
	}
	return t
}

// decode appends src, decoded, to dst. Signs that stand alone, as the one of
// copyright in a footer, are signs and not letters.
func (t *table) decode(dst, src []byte) []byte {
	start := len(dst)
	for i, b := range src {
		r := t.runes[b]
		if sign := charmap.Windows1252.DecodeByte(b); t.sign(sign) && alone(src, i) {
			r = sign
		}
		dst = utf8.AppendRune(dst, r)
	}
	if t.fonts {
		raise(dst[start:])
	}
	return dst
}

// sign tells the signs whose letter is no word when it stands alone.
func (t *table) sign(r rune) bool {
	return r == '©' || r == '®' || t.fonts && (r == '»' || r == '·')
}

func alone(src []byte, i int) bool {
	return (i == 0 || src[i-1] <= ' ' || src[i-1] == '>') && (i+1 == len(src) || src[i+1] <= ' ' || src[i+1] == '<')
}

// raise turns letters of words in capitals to capitals, in place: the fonts
// had no code of their own for "Ộ", so "CỘNG" was written as "CộNG". Both forms
// of every Vietnamese letter have the same length in UTF-8.
func raise(text []byte) {
	for i := 0; i < len(text); {
		n, first, later, lower := caseOf(text[i:])
		if n == 0 {
			_, n = utf8.DecodeRune(text[i:])
		} else if !lower && (later || first && capitalsBefore(text[:i])) {
			upper(text[i : i+n])
		}
		i += n
	}
}

// caseOf measures the word that text begins with and tells whether its first
// letter is a capital, a later one is, and a letter of ASCII is lower case.
func caseOf(text []byte) (n int, first, later, lower bool) {
	for n < len(text) {
		r, size := utf8.DecodeRune(text[n:])
		if !unicode.IsLetter(r) {
			break
		}
		first = first || n == 0 && unicode.IsUpper(r)
		later = later || n > 0 && unicode.IsUpper(r)
		lower = lower || r < utf8.RuneSelf && unicode.IsLower(r)
		n += size
	}
	return n, first, later, lower
}

// capitalsBefore tells whether the word before, on the same line, ends in two capitals.
func capitalsBefore(text []byte) bool {
	if len(text) == 0 || text[len(text)-1] != ' ' {
		return false
	}
	last, n := utf8.DecodeLastRune(text[:len(text)-1])
	next, _ := utf8.DecodeLastRune(text[:len(text)-1-n])
	return unicode.IsUpper(last) && unicode.IsUpper(next)
}

func upper(word []byte) {
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRune(word[i:])
		if up := unicode.ToUpper(r); utf8.RuneLen(up) == n {
			utf8.EncodeRune(word[i:], up)
		}
		i += n
	}
}
