package charset

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	wide "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

const prose = `Sáng 12/3, Công an tỉnh Bình Dương tổ chức hội nghị sơ kết công tác quý I, triển khai nhiệm vụ trọng tâm.
Đại tá Nguyễn Văn Hậu, Phó Giám đốc, yêu cầu các đơn vị giữ vững kỷ cương, sẵn sàng ứng trực, không để xảy ra cháy nổ.
Người dân ở vùng lũ được hỗ trợ gạo, thuốc và chỗ ở tạm; trẻ em đã trở lại trường. Ông Ẩn nói: "Ấm lòng lắm".`

const capitals = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, ĐỘC LẬP TỰ DO HẠNH PHÚC, ỦY BAN NHÂN DÂN"

// encoders write text in the encodings that the package reads.
var encoders = map[string]func(string) []byte{
	UTF8:        func(s string) []byte { return []byte(s) },
	windows1258: encode1258,
	TCVN3:       tcvn3.encode,
	VISCII:      viscii.encode,
	VPS:         vps.encode,
	VNI:         encodeVNI,
}

// encode1258 writes circumflex, breve and horn in the letter, tones after it.
func encode1258(s string) []byte {
	var out []byte
	for _, r := range s {
		if b, ok := charmap.Windows1258.EncodeRune(r); ok {
			out = append(out, b)
			continue
		}
		parts := []rune(norm.NFD.String(string(r)))
		base, tone := string(parts[:1]), parts[len(parts)-1]
		for _, p := range parts[1:] {
			switch p {
			case 0x0300, 0x0301, 0x0303, 0x0309, 0x0323:
				tone = p
			default:
				base += string(p)
			}
		}
		letter := []rune(norm.NFC.String(base))[0]
		l, _ := charmap.Windows1258.EncodeRune(letter)
		t, _ := charmap.Windows1258.EncodeRune(tone)
		out = append(out, l, t)
	}
	return out
}

func (t *table) encode(s string) []byte {
	var out []byte
	for _, r := range s {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
			continue
		}
		b := slices.Index(t.runes[:], r)
		if b < 0 && t.fonts {
			b = slices.Index(t.runes[:], unicode.ToLower(r))
		}
		out = append(out, byte(b))
	}
	return out
}

func encodeVNI(s string) []byte {
	var out []byte
	for _, r := range s {
		for _, c := range vniRunes(r) {
			b, _ := charmap.Windows1252.EncodeRune(c)
			out = append(out, b)
		}
	}
	return out
}

func vniRunes(r rune) []rune {
	for pair, whole := range vni.pairs {
		if whole == r && up(pair[0]) == pair[0] == (up(pair[1]) == pair[1]) {
			return pair[:]
		}
	}
	for from, to := range vni.single {
		if to == r {
			return []rune{from}
		}
	}
	return []rune{r}
}

func decode(t *testing.T, body []byte, contentType string) (string, string) {
	t.Helper()
	text, label, err := Decode(body, contentType)
	if err != nil {
		t.Fatal(err)
	}
	return string(text), label
}

func TestRoundTrip(t *testing.T) {
	for label, encode := range encoders {
		for _, claim := range []string{"", label, UTF8, "iso-8859-1", "windows-1252", "windows-1258", "utf-16", "no-such-thing"} {
			text, got := decode(t, encode(prose), "text/html; charset="+claim)
			if text != prose || got != label {
				t.Errorf("%s claimed as %q: read as %s: %.999q", label, claim, got, text)
			}
			page := "<html><head><meta http-equiv=Content-Type content='text/html; charset=" + claim + "'></head><body><p>" + prose + "</p>"
			if text, got = decode(t, encode(page), ""); text != page || got != label {
				t.Errorf("%s, meta %q: read as %s: %.200q", label, claim, got, text)
			}
		}
	}
}

func TestCapitals(t *testing.T) {
	for label, encode := range encoders {
		if text, got := decode(t, encode(prose+"\n"+capitals), ""); got != label || !strings.HasSuffix(text, capitals) {
			t.Errorf("%s: read as %s: %q", label, got, text[len(prose):])
		}
	}
	// As it was typed with a font of capitals.
	if text, _ := decode(t, tcvn3.encode(prose+"\nCộNG HòA Xã HộI, ủy ban, Uỷ ban"), ""); !strings.HasSuffix(text, "CỘNG HÒA XÃ HỘI, ủy ban, Uỷ ban") {
		t.Errorf("capitals not raised: %q", text[len(prose):])
	}
}

// The words are what such files look like in an editor.
func TestKnownForms(t *testing.T) {
	for text, want := range map[string]string{
		"C«ng an nh©n d©n ViÖt Nam, Thñ t\u00ad\u00edng ChÝnh phñ, x· héi chñ nghÜa": "Công an nhân dân Việt Nam, Thủ tướng Chính phủ, xã hội chủ nghĩa",
		"Coâng an nhaân daân Vieät Nam, Thuû töôùng Chính phuû, xaõ hoäi, ñöôïc":     "Công an nhân dân Việt Nam, Thủ tướng Chính phủ, xã hội, được",
	} {
		b, _ := encode1252([]byte(text))
		if got, _ := decode(t, b, "text/html; charset=windows-1252"); got != want {
			t.Errorf("bytes of %q: %q", text, got)
		}
		if got, label := Repair([]byte(text)); string(got) != want || !strings.HasSuffix(label, "-in-utf-8") {
			t.Errorf("repair of %q: %q, %s", text, got, label)
		}
	}
}

func TestAlphabet(t *testing.T) {
	const lower = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
	for _, l := range legacies {
		for _, r := range lower + strings.ToUpper(lower) {
			in := "x" + string(r)
			got := norm.NFC.String(string(l.decode(nil, encoders[l.label](in))))
			if l.label == TCVN3 {
				in, got = strings.ToLower(in), strings.ToLower(got)
			}
			if got != in {
				t.Errorf("%s: %q becomes %q", l.label, in, got)
			}
		}
	}
}

func TestWide(t *testing.T) {
	for label, order := range map[string]wide.Endianness{utf16le: wide.LittleEndian, utf16be: wide.BigEndian} {
		for _, mark := range []wide.BOMPolicy{wide.UseBOM, wide.IgnoreBOM} {
			b, _ := wide.UTF16(order, mark).NewEncoder().Bytes([]byte(prose))
			if text, got := decode(t, b, "text/xml"); text != prose || got != label {
				t.Errorf("%s: read as %s: %.60q", label, got, text)
			}
			if text, _ := decode(t, b[:len(b)-1], ""); !strings.HasPrefix(prose, text) || len(text) < len(prose)-4 {
				t.Errorf("%s cut in a code unit: %.60q", label, text)
			}
		}
	}
	feed := `<?xml version="1.0" encoding="utf-16"?><rss>` + prose + `</rss>`
	if text, label := decode(t, []byte(feed), "text/xml; charset=utf-16"); text != feed || label != UTF8 {
		t.Errorf("UTF-8 behind a prolog of UTF-16: read as %s", label)
	}
}

func latin1(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteRune(rune(c))
	}
	return b.String()
}

// as1252 reads UTF-8 as programs do that give unassigned bytes as controls.
func as1252(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if r := charmap.Windows1252.DecodeByte(c); r != utf8.RuneError {
			b.WriteRune(r)
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

func TestDoubleEncoded(t *testing.T) {
	for name, twice := range map[string]string{"windows-1252": as1252(prose), "iso-8859-1": latin1(prose)} {
		if text, label := decode(t, []byte(twice), ""); text != prose || label != "utf-8-in-utf-8" {
			t.Errorf("%s: read as %s: %.120q", name, label, text)
		}
		head := "<h1>Trang chủ Bộ Công an</h1>\n<p>"
		if text, _ := decode(t, []byte(head+twice), ""); text != head+prose {
			t.Errorf("%s, mixed with a heading: %.160q", name, text)
		}
	}
}

// Proper text of any language is left as it is.
func TestUntouched(t *testing.T) {
	french := "« L'été dernier, à Genève, où l'élève Noël Lefèvre a été reçu, déjà fatigué », a-t-on précisé. Né à Besançon, le général a salué l'armée."
	for name, text := range map[string]string{
		"vietnamese": prose, "french": strings.Repeat(french, 9), "english": "The café on 5 °C days — “naïve” résumé © 2024.",
		"german": "Über den Fluß führen Brücken; Äpfel, Öl und süße Früchte.", "portuguese": "A nação não é só ação: três irmãos, avó e avô, às três.",
		"chinese": "公安部部长会见越南代表团。", "mixed": prose + "\n" + french, "ascii": "Cong an tinh", "empty": "",
		"quotes": "© ® « » · ° ± ¼ ½ " + prose[:60], "names": "José, François, Müller, Dvořák và Šimek",
	} {
		if got, label := decode(t, []byte(text), ""); got != text || label != UTF8 {
			t.Errorf("%s: read as %s: %.100q", name, label, got)
		}
	}
	for name, text := range map[string]string{"french": french, "english": "The café in a naïve résumé", "german": "Über süße Früchte"} {
		b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, label := decode(t, b, "text/html; charset=iso-8859-1"); got != text || label != windows1252 {
			t.Errorf("%s in windows-1252: read as %s: %q", name, label, got)
		}
	}
}

func TestOtherLabels(t *testing.T) {
	b := []byte("\xb9\xab\xb0\xb2\xb2\xbf\xb2\xbf\xb3\xa4\xbb\xe1\xbc\xfb") // GBK
	if text, label := decode(t, b, "text/html; charset=gb2312"); text != "公安部部长会见" || label != "gbk" {
		t.Errorf("read as %s: %q", label, text)
	}
}

func TestNoCopy(t *testing.T) {
	body := []byte(prose)
	if text, _, err := Decode(body, ""); err != nil || &text[0] != &body[0] {
		t.Error("proper UTF-8 was copied")
	}
	marked := append([]byte("\xef\xbb\xbf"), body...)
	if text, _, _ := Decode(marked, ""); &text[0] != &marked[3] || string(text) != prose {
		t.Error("UTF-8 behind its mark was copied or kept the mark")
	}
}

func TestNFD(t *testing.T) {
	if text, label := decode(t, []byte(norm.NFD.String(prose)), ""); text != prose || label != UTF8 {
		t.Errorf("read as %s: %.60q", label, text)
	}
}

func TestBroken(t *testing.T) {
	for body, want := range map[string]string{
		prose + "ề"[:2]:                          prose,
		"Nguyễn Ph\xe1\xba":                      "Nguyễn Ph",
		strings.ReplaceAll(prose, ",", ",\x00"):  prose,
		prose[:99] + "\xff" + prose[99:]:         prose[:99] + "\uFFFD" + prose[99:],
		"\xef\xbb\xbf" + prose[:40] + "\xef\xbb": prose[:40],
	} {
		if text, label := decode(t, []byte(body), "text/html; charset=windows-1258"); text != want || label != UTF8 {
			t.Errorf("%q: read as %s: %q", body, label, text)
		}
	}
}

func TestBinary(t *testing.T) {
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(i * 7919 >> 3)
	}
	for name, body := range map[string][]byte{
		"noise": noise, "zeros": make([]byte, 100), "pdf": []byte("%PDF-1.4\nstream"), "png": []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01"),
	} {
		if text, _, err := Decode(body, "text/html"); !errors.Is(err, ErrBinary) {
			t.Errorf("%s: no error, %.40q", name, text)
		}
	}
}

func TestFewWords(t *testing.T) {
	const page = "<html><title>Công an</title><p>Police news of the day, read it here."
	if text, label := decode(t, encode1258(page), "text/html; charset=windows-1258"); text != page || label != windows1258 {
		t.Errorf("one word, labelled: read as %s: %q", label, text)
	}
	b := append([]byte("<font face='.VnTime'>"), tcvn3.encode(page)...)
	if text, label := decode(t, b, ""); !strings.HasSuffix(text, page) || label != TCVN3 {
		t.Errorf("one word, known by its font: read as %s: %q", label, text)
	}
}

func TestSyllables(t *testing.T) {
	for _, w := range strings.Fields("nghiêng quốc gì giêng ở ý được huỳnh khuỷu thuở ngoằn quýt xoong Yên ÁNH đẹp") {
		if !vietnamese.valid([]rune(w)) {
			t.Errorf("%q refused", w)
		}
	}
	for _, w := range strings.Fields("café été cé ngé kà bàt lỉch Fàn wà thưởngg nghiêngx ăi nóí") {
		if vietnamese.valid([]rune(w)) {
			t.Errorf("%q taken", w)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, encode := range encoders {
		f.Add(encode(prose), "text/html; charset=windows-1258")
	}
	f.Add([]byte("\xff\xfea\x00\x00\xd8b\x00"), "")
	f.Add([]byte("a"+strings.Repeat("\xcc\x81", 40)), "utf-8")
	f.Fuzz(func(t *testing.T, body []byte, contentType string) {
		before := bytes.Clone(body)
		text, _, err := Decode(body, contentType)
		if err != nil && text != nil {
			t.Error("text beside an error")
		}
		if !utf8.Valid(text) || !norm.NFC.IsNormal(text) || bytes.IndexByte(text, 0) >= 0 {
			t.Errorf("text is not clean: %q", text)
		}
		if !bytes.Equal(before, body) {
			t.Error("the input was changed")
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for label, encode := range encoders {
		body := bytes.Repeat(encode("<p class=\"Normal\"><span>"+prose+"</span></p>\n"), 250)
		b.Run(label, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				Decode(body, "")
			}
		})
	}
}

// TestCanonical holds which labels name one encoding.
func TestCanonical(t *testing.T) {
	for name, labels := range map[string][]string{
		TCVN3: {"tcvn", "tcvn-5712", "x-viet-tcvn5712"}, VPS: {"x-viet-vps"}, VISCII: {"csviscii", "x-viet-viscii", "viscii"}, VNI: {"x-viet-vni"},
		UTF8: {"utf8", "utf-8"}, windows1258: {"windows-1258", "cp1258"}, "": {"", "vietnamese"},
	} {
		for _, label := range labels {
			if got := canonical(label); got != name {
				t.Errorf("%q: %q, want %q", label, got, name)
			}
		}
	}
}
