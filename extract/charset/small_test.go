package charset

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// inBytes gives text in windows-1252, as programs hold bytes that they misread.
func inBytes(t *testing.T, text string) []byte {
	t.Helper()
	b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestDamage reads texts with NULs, control characters and broken sequences.
func TestDamage(t *testing.T) {
	long := strings.Repeat("Cong an tinh to chuc hoi nghi. ", 200)
	for name, c := range map[string]struct {
		body, header string
		want, label  string // "" where it is refused
		err          error
	}{
		"one control in a short text":       {"Cong an\x01 tinh", "", "Cong an\x01 tinh", UTF8, nil},
		"two controls in a short text":      {"Cong\x01 an\x02 tinh", "", "", "", ErrBinary},
		"few controls in a long text":       {long + "\x01\x02", "", long + "\x01\x02", UTF8, nil},
		"NULs behind the head, few":         {long + strings.Repeat("a\x00", 100), "", long + strings.Repeat("a", 100), UTF8, nil},
		"NULs behind the head, many":        {long + strings.Repeat("\x00", 400), "", "", "", ErrTorn},
		"NULs and a legacy font":            {strings.Repeat(string(tcvn3.encode("Công an tỉnh tổ chức hội nghị sơ kết, triển khai nhiệm vụ. ")), 4) + "\x00\x00\x00\x00\x00\x00\x00\x00", "", "", "", ErrBinary},
		"mostly whole UTF-8, another label": {"公安部部长\xff会\xff见\xff", "text/html; charset=gbk", "公安部部长\uFFFD会\uFFFD见\uFFFD", UTF8, nil},
		"torn UTF-8 with its label":         {"C\xc3\xb4ng \xe1\xbb an \xe1\xbb t\xe1\xbbnh", "text/html; charset=utf-8", "Công \uFFFD\uFFFD an \uFFFD\uFFFD t\uFFFD\uFFFDnh", UTF8, nil},
		"torn UTF-8 without a label":        {"C\xc3\xb4ng \xe1\xbb an \xe1\xbb t\xe1\xbbnh", "", "Công \uFFFD\uFFFD an \uFFFD\uFFFD t\uFFFD\uFFFDnh", UTF8, nil},
		"torn UTF-8 with another label":     {"C\xc3\xb4ng \xe1\xbb an \xe1\xbb t\xe1\xbbnh", "text/html; charset=windows-1252", "CÃ´ng á» an á» tá»nh", windows1252, nil},
		"a label that no reader has":        {"caf\xe9", "text/html; charset=no-such-thing", "café", windows1252, nil},
		"the label of UTF-8, and no UTF-8":  {"caf\xe9", "text/html; charset=utf-8", "café", windows1252, nil},
		"a program":                         {"%PDF-1.7 text", "", "", "", ErrBinary},
	} {
		text, label, err := Decode([]byte(c.body), c.header)
		if string(text) != c.want || label != c.label || !errors.Is(err, c.err) {
			t.Errorf("%s: %q, %s, %v, want %q, %s, %v", name, text, label, err, c.want, c.label, c.err)
		}
	}
}

// TestHintBreaksTies reads letters that several encodings have in one place.
func TestHintBreaksTies(t *testing.T) {
	const text = "là cà và bà má cô hé lí sú ghê đó"
	b := inBytes(t, "là cà và bà má cô hé lí sú ghê")
	for header, want := range map[string]string{"": windows1258, "text/html; charset=viscii": VISCII, "text/html; charset=x-viet-vps": VPS, "text/html; charset=iso-8859-1": windows1258} {
		if got, label := decode(t, b, header); label != want || !strings.HasPrefix(text, got) {
			t.Errorf("%q: %q, %s, want %s", header, got, label, want)
		}
	}
}

// TestConvincing holds how many words have to be Vietnamese.
func TestConvincing(t *testing.T) {
	for _, c := range []struct {
		tally
		want bool
	}{
		{tally{good: 9, bad: 3, distinct: 8}, true},
		{tally{good: 8, bad: 3, distinct: 8}, false},
		{tally{good: 9, bad: 3, distinct: 7}, false},
		{tally{good: 9, bad: 1, distinct: 3}, true},
		{tally{good: 8, bad: 1, distinct: 3}, false},
		{tally{good: 9, distinct: 2}, false},
		{tally{good: 9, distinct: 2, hinted: true}, true},
		{tally{good: 9, bad: 1, distinct: 2, hinted: true}, false},
		{tally{hinted: true}, false},
		{tally{good: 1, distinct: 1, hinted: true}, true},
	} {
		if got := c.convincing(); got != c.want {
			t.Errorf("%+v: %v", c.tally, got)
		}
	}
}

// TestSample holds which bytes are judged.
func TestSample(t *testing.T) {
	for body, want := range map[string]string{
		"cong an t\xe9o 12":              "t\xe9o ",
		"<b>t\xe9o</b>, \xe0\x01!":       "t\xe9o \xe0\x01 ",
		strings.Repeat("a", 64) + "\xe9": "\xe9 ",
		strings.Repeat("a", 63) + "\xe9": strings.Repeat("a", 63) + "\xe9 ",
		"\xe9" + strings.Repeat("a", 70): "\xe9" + strings.Repeat("a", 63) + " ",
		"":                               "",
		"\xe9":                           "\xe9 ",
	} {
		if got := string(sample([]byte(body))); got != want {
			t.Errorf("%q: %q, want %q", body, got, want)
		}
	}
	if n := len(sample([]byte(strings.Repeat("\xe9 ", 10_000)))); n != sampleSize {
		t.Errorf("%d bytes are judged", n)
	}
}

// TestJudge counts good and bad words, and good ones that differ.
func TestJudge(t *testing.T) {
	for text, want := range map[string]tally{
		"công an tỉnh":                   {good: 2, distinct: 2},
		"tỉnh tỉnh tỉnh":                 {good: 3, distinct: 1},
		"café résumé":                    {bad: 2},
		"công\u00a0tỉnh":                 {good: 2, distinct: 2},
		"công©tỉnh":                      {good: 2, distinct: 2},
		"công“tỉnh”":                     {good: 2, distinct: 2},
		"công漢tỉnh":                      {bad: 1},
		"công¶tỉnh":                      {bad: 1},
		"công1tỉnh":                      {good: 2, distinct: 2},
		"police news":                    {},
		"tỉnh" + strings.Repeat("ỉ", 80): {bad: 1},
		strings.Repeat("tỉnh ", 5000):    {good: 4096, distinct: 1},
	} {
		if got := judge([]byte(text)); got != want {
			t.Errorf("%.40q: %+v, want %+v", text, got, want)
		}
	}
}

// TestDeclared reads labels from the header, the prolog, meta elements and fonts.
func TestDeclared(t *testing.T) {
	for _, c := range []struct{ header, body, want string }{
		{"text/html; charset=TCVN", `<meta charset=utf-8>`, TCVN3},
		{"text/html; charset = 'utf-8'", "", UTF8},
		{"text/html; charset", "", ""},
		{"text/html; charset utf-8", "", ""},
		{"text/html; charset=utf-8;x", "", UTF8},
		{"text/html; charset=x-user-defined", "", ""},
		{"text/html; charset=hz-gb-2312", "", ""},
		{"", "\n <?xml version=\"1.0\" encoding=\"windows-1258\"?><html>", windows1258},
		{"", `<?xml version="1.0"?><meta charset=utf-8>`, UTF8},
		{"", `<?xml version="1.0" encoding="none"?><meta charset=utf-8>`, UTF8},
		{"", `<p>encoding="windows-1258"</p>`, ""},
		{"", `<META name=a><META http-equiv=Content-Type content="text/html; charset=windows-1258">`, windows1258},
		{"", `<meta charset="windows-1258"/>`, windows1258},
		{"", strings.Repeat(" ", 8192) + `<meta charset=utf-8>`, ""},
		{"", `<font face=".VnTime">`, TCVN3},
		{"", `<font face=".VnArialH">`, TCVN3},
		{"", `<font face="VNI-Times">`, VNI},
		{"", `<font face="VNI-Helve">`, VNI},
		{"", `<font face="Arial">`, ""},
	} {
		if got := declaredLabel([]byte(c.body), c.header); got != c.want {
			t.Errorf("%q, %.60q: %q, want %q", c.header, c.body, got, c.want)
		}
	}
}

// TestScan counts what one pass tells of bytes.
func TestScan(t *testing.T) {
	for text, want := range map[string]stats{
		"abc":                {},
		"\u00e9":             {multi: 1, latin: 1},
		"\u00ab":             {multi: 1, symbols: 1},
		"\u00a0":             {multi: 1},
		"\u0110\u0111":       {multi: 2, viet: 2},
		"\u0102":             {multi: 1},
		"\u01a0\u01b0":       {multi: 2, viet: 2},
		"\u1ec7\u1ea1":       {multi: 2, viet: 2},
		"\u1e00":             {multi: 1, doubts: []int{0}},
		"\u20ac\u2122\u0152": {multi: 3, symbols: 2},
		"\u0153":             {multi: 1},
		"\u2026\u6f22":       {multi: 2},
		"\u2e80\u0150":       {multi: 2},
		"e\u0301":            {multi: 1, doubts: []int{1}},
		"\u212b":             {multi: 1, doubts: []int{0}},
		"a\xff":              {broken: 1},
		"a\xe1\xbba":         {broken: 2, begun: 1},
		"a\xe1a":             {broken: 1},
		"a\xe1\xbb":          {cut: true},
		"\xc3":               {cut: true},
		"\xc3a":              {broken: 1},
		"\xe1\xbaa":          {broken: 2, begun: 1},
		"\xe1\xba":           {cut: true},
		"\xf5\x80":           {broken: 2},
		"\xc1\x80":           {broken: 2},
		"a\x00b":             {nuls: 1},
	} {
		got := scan([]byte(text))
		if !slices.Equal(got.doubts, want.doubts) {
			t.Errorf("%q: doubts at %v, want %v", text, got.doubts, want.doubts)
		}
		got.doubts, want.doubts = nil, nil
		if got.multi != want.multi || got.broken != want.broken || got.cut != want.cut || got.begun != want.begun || got.nuls != want.nuls || got.viet != want.viet || got.latin != want.latin || got.symbols != want.symbols {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
	if n := len(scan([]byte(strings.Repeat("e\u0301", 100))).doubts); n != mostDoubts {
		t.Errorf("%d doubts", n)
	}
	for n := range 80 {
		if got := ascii([]byte(strings.Repeat("a", n+1) + "\u00e9" + strings.Repeat("a", 40))); got != n+1 {
			t.Errorf("%d bytes of ASCII, want %d", got, n+1)
		}
		if got := ascii([]byte(strings.Repeat("a", n+1))); got != n+1 {
			t.Errorf("%d bytes of ASCII to the end, want %d", got, n+1)
		}
	}
}

// TestKindsOfBytes holds what the counts are taken for.
func TestKindsOfBytes(t *testing.T) {
	for _, c := range []struct {
		counted                stats
		utf8, torn, suspicious bool
	}{
		{stats{}, true, false, false},
		{stats{multi: 1, cut: true}, true, false, false},
		{stats{cut: true}, false, false, false},
		{stats{broken: 1}, false, false, false},
		{stats{multi: 3, broken: 0, cut: true}, true, false, false},
		{stats{multi: 4, broken: 1}, true, false, false},
		{stats{multi: 3, broken: 1}, false, false, false},
		{stats{multi: 2}, true, false, false},
		{stats{broken: 4, begun: 1}, false, true, false},
		{stats{broken: 5, begun: 1}, false, false, false},
		{stats{symbols: 3}, true, false, true},
		{stats{symbols: 2}, true, false, false},
		{stats{symbols: 3, viet: 8}, true, false, false},
		{stats{latin: 3}, true, false, true},
		{stats{latin: 2}, true, false, false},
		{stats{latin: 10, viet: 1}, true, false, false},
	} {
		if s := c.counted; s.utf8() != c.utf8 || s.torn() != c.torn || s.suspicious() != c.suspicious {
			t.Errorf("%+v: UTF-8 %v, torn %v, suspicious %v", s, s.utf8(), s.torn(), s.suspicious())
		}
	}
}

// TestMend leaves out what cannot be read.
func TestMend(t *testing.T) {
	for text, want := range map[string]string{
		"a\x00b": "ab", "a\xffb": "a\uFFFDb", "a\xe1\xbb": "a", "a\xe1\xbbb": "a\uFFFD\uFFFDb", "a\uFFFDb": "a\uFFFDb", "": "",
	} {
		if got := string(mend([]byte(text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestRepairLeavesAlone holds texts in which nothing is mended.
func TestRepairLeavesAlone(t *testing.T) {
	twice := as1252(prose)
	for _, text := range []string{twice + "\xff", twice + "\xe1\xbb", "Công an tỉnh", "C\xc3\xb4ng an nhân dân «»®", "« ® » © ° cát « ® »", "\xff CÃ´ng an tá»\u0089nh", "CÃ´ng an tá»\u0089nh \xe1\xbb"} {
		if got, label := Repair([]byte(text)); string(got) != text || label != "" {
			t.Errorf("%q: %q, %q", text, got, label)
		}
	}
}

// TestEncode1252 holds which texts can have been misread.
func TestEncode1252(t *testing.T) {
	for text, want := range map[string]string{"caf\u00e9": "caf\xe9", "\u0081a": "\x81a", "\u20ac": "\x80"} {
		if got, ok := encode1252([]byte(text)); string(got) != want || !ok {
			t.Errorf("%q: %q, %v", text, got, ok)
		}
	}
	for _, text := range []string{"cafe", "", "\u1ec7 \u00e9", "\u0103"} {
		if got, ok := encode1252([]byte(text)); ok {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestSegments parts text before each line and tag.
func TestSegments(t *testing.T) {
	for text, want := range map[string]string{"a\nb<p>c": "a|\nb|<p|>c", "": "", "a": "a", "<>": "<|>"} {
		var got []string
		for s := range segments([]byte(text)) {
			got = append(got, string(s))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	for range segments([]byte("a\nb")) {
		break
	}
}

// TestClosed puts back the last byte of a letter that became a space.
func TestClosed(t *testing.T) {
	for text, want := range map[string]string{
		"\xc3 nh": "\xc3\xa0nh", "\xc3 l": "\xc3\xa0 l", "v\xc3 o": "v\xc3\xa0o", "v\xc3&nbsp;o": "v\xc3\xa0o", "v\xc3&#160;o": "v\xc3\xa0o", "v\xc3&#xA0;o": "v\xc3\xa0o", "v\xc3&#xa0;o": "v\xc3\xa0o",
		"l\xc3  m": "l\xc3\xa0  m", "l\xc3 , m": "l\xc3\xa0, m", "l\xc3 ": "l\xc3\xa0 ", "l\xc3 nghi\xc3\xaangnghi\xc3\xaang": "l\xc3\xa0 nghi\xc3\xaangnghi\xc3\xaang",
		"<b>v\xc3 o</b>": "<b>v\xc3\xa0o</b>", "a;v\xc3 o&x": "a;v\xc3\xa0o&x", "\xe1\xba i": "\xe1\xba\xa0i", "\xc3x": "\xc3x", "abc": "abc", "\xc4 a": "\xc4 a",
		"l\xc3 \"m\"": "l\xc3\xa0 \"m\"", "l\xc3 !": "l\xc3\xa0!",
	} {
		if got := string(closed([]byte(text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestSyllableParts holds which onsets, rimes and tones go together.
func TestSyllableParts(t *testing.T) {
	for _, w := range strings.Fields("gà ghế nghệ ngà kẻ cả gì giá gia học sách ướp mát mạt Ấp anh ngoài quyết xoắn khuya ưu yêu đường ký kỹ") {
		if !vietnamese.valid([]rune(w)) {
			t.Errorf("%q refused", w)
		}
	}
	for _, w := range strings.Fields("gế gệ ghà nghà ngế kả cẻ cỉ hoc hỏc sãch ướm̀ máà b bch ghi9 ươpp màt mảp hàch nghiêngg zà wá cý") {
		if vietnamese.valid([]rune(w)) {
			t.Errorf("%q taken", w)
		}
	}
	if vietnamese.valid(nil) {
		t.Error("nothing is a syllable")
	}
}

// TestVNI reads letters and their marks.
func TestVNI(t *testing.T) {
	for text, want := range map[string]string{
		"aù": "á", "AÙ": "Á", "Aù": "Á", "aÙ": "á", "eâ": "ê", "oâø": "ôø", "uø": "ù", "ôù": "ớ", "öù": "ứ", "ñ": "đ", "Ñ": "Đ", "uâ": "uâ", "yõ": "ỹ", "æ": "ỉ", "a": "a", "aa": "aa", "ê": "ê",
	} {
		if got := string(decodeVNI(nil, inBytes(t, text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestWideLabel tells UTF-16 by its mark, or by where its zero bytes lie.
func TestWideLabel(t *testing.T) {
	zeros := func(n, every, at int) []byte {
		b := []byte(strings.Repeat("a", n))
		for i := at; i < n; i += every {
			b[i] = 0
		}
		return b
	}
	for name, c := range map[string]struct {
		head []byte
		want string
	}{
		"mark, little": {[]byte("\xff\xfea"), utf16le}, "mark, big": {[]byte("\xfe\xffa"), utf16be}, "mark of UTF-8": {append([]byte("\xef\xbb\xbf"), zeros(64, 2, 1)...), ""},
		"little": {zeros(64, 2, 1), utf16le}, "big": {zeros(64, 2, 0), utf16be}, "both": {zeros(64, 1, 0), ""}, "neither": {zeros(64, 64, 64), ""},
		"few, odd": {zeros(160, 16, 1), ""}, "few, even": {zeros(160, 16, 0), ""}, "late": {append([]byte(strings.Repeat("a", 64)), zeros(4000, 2, 1)...), ""},
	} {
		if got := Wide(c.head); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestCapitalsOfFonts raises letters of words that were typed in capitals.
func TestCapitalsOfFonts(t *testing.T) {
	for text, want := range map[string]string{
		"CộNG": "CỘNG", "Cộng": "Cộng", "cộng": "cộng", "CÔ ệ": "CÔ ệ", "CÔNG Ấệ": "CÔNG ẤỆ", "Ông Ấệ": "Ông Ấệ", "CÔNG, Ấệ": "CÔNG, Ấệ", "CÔNG\nẤệ": "CÔNG\nẤệ", "G Ấệ": "G Ấệ", "1 Ấệ": "1 Ấệ", "Ấệ": "Ấệ", "ß CộNG": "ß CỘNG", "CộNGß": "CỘNGß",
	} {
		b := []byte(text)
		raise(b)
		if string(b) != want {
			t.Errorf("%q: %q, want %q", text, b, want)
		}
	}
}

// TestSignsAlone tells the sign of copyright from the letter of a font that has its place.
func TestSignsAlone(t *testing.T) {
	for text, want := range map[string]string{
		"© 2021": "© 2021", "©": "©", ">©<": ">©<", "a ©": "a ©", "a©": "aâ", "©a": "âa", "® a": "® a", "» a": "» a", "· a": "· a", "a®a": "ađa", "¬ a": "ơ a",
	} {
		if got := string(tcvn3.decode(nil, inBytes(t, text))); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := string(viscii.decode(nil, inBytes(t, "» ©"))); got != "Ừ ©" {
		t.Errorf("%q", got)
	}
}

// TestNoCopyInDoubt: a text that was looked at place by place is itself where it is in
// normal form.
func TestNoCopyInDoubt(t *testing.T) {
	body := []byte("Công an \u0338 tỉnh")
	if text, _, err := Decode(body, ""); err != nil || &text[0] != &body[0] {
		t.Errorf("%q was copied, %v", text, err)
	}
}
