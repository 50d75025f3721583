package charset

import (
	"errors"
	"strings"
	"testing"
)

// TestTornUTF8 tells UTF-8 that was damaged from one-byte encodings that a page
// calls UTF-8, and a text with a stray NUL from one that is full of them.
func TestTornUTF8(t *testing.T) {
	const words = "Công an phường Hòa Bình tổ chức ra quân giữ gìn trật tự đô thị trên các tuyến đường chính. "
	text := strings.Repeat(words, 20)
	latin := strings.Repeat("Le pr\xe9sident a re\xe7u \xe0 No\xebl des d\xe9l\xe9gu\xe9s \xe9trangers \xab d\xe9j\xe0 \xbb venus. ", 20)
	for name, c := range map[string]struct {
		body, label string
		broken      bool
		err         error
	}{
		"whole":                 {text, UTF8, false, nil},
		"last bytes lost":       {strings.NewReplacer("\xba\xad", "\xba", "\xbb\xa9", "\xbb", "\xbb\x9d", "\xbb", "\xc3\xb4", "\xc3", "\xbb\x95", "\xbb", "\xbb\xaf", "\xbb").Replace(text), UTF8, true, nil},
		"French called UTF-8":   {"<meta charset=utf-8>" + latin, windows1252, false, nil},
		"French without a name": {latin, windows1252, false, nil},
		"a stray NUL":           {strings.Replace(text, " an ", " an\x00 ", 8), UTF8, false, nil},
		"NULs at the end":       {strings.Repeat(text, 10) + strings.Repeat("\x00", 2000), "", false, ErrTorn},
	} {
		got, label, err := Decode([]byte(c.body), "")
		if label != c.label || !errors.Is(err, c.err) || strings.Contains(string(got), "\ufffd") != c.broken {
			t.Errorf("%s: read as %q, %v: %.200q", name, label, err, got)
		}
	}
}
