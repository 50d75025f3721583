package charset

import (
	"math/rand/v2"
	"testing"
)

// TestUndecoded holds which pages may be read as they stand.
func TestUndecoded(t *testing.T) {
	for body, want := range map[string]struct {
		text string
		ok   bool
	}{
		"<p>Công an":             {"<p>Công an", true},
		"\xef\xbb\xbf<p>Công an": {"<p>Công an", true},
		"C\xabng an":             {"C\xabng an", true}, // what is kept of it may be clean
		"\xff\xfe<\x00p\x00":     {"", false},
		"a\x00b":                 {"", false},
		"%PDF-1.4":               {"", false},
		"":                       {"", true},
	} {
		if text, ok := Undecoded([]byte(body)); ok != want.ok || ok && string(text) != want.text {
			t.Errorf("%q is %q, %v, want %q, %v", body, text, ok, want.text, want.ok)
		}
	}
}

// TestClean holds which parts of a page are clean UTF-8, and in what form they come.
func TestClean(t *testing.T) {
	for part, want := range map[string]string{ // "" where the page has to be decoded
		"<p>Công an tỉnh":                "<p>Công an tỉnh",
		"<p>Police":                      "<p>Police",
		"<p>Co\u0302ng an ti\u0309nh":    "<p>Công an tỉnh",
		"<p>C\xabng an":                  "",
		"<p>Công an t\xe1\xbb":           "",
		"<p>CÃ´ng an tá»‰nh HÃ ":         "",
		"<div\u0338<div>a</div> tỉnh":    "",
		"<div>a \u0338 đồng chí</div>":   "",
		"<div>a ≮ b, đồng chí nói</div>": "<div>a ≮ b, đồng chí nói</div>",
	} {
		text, ok := Clean([]byte(part))
		if ok != (want != "") || ok && string(text) != want {
			t.Errorf("%q is %q, %v, want %q", part, text, ok, want)
		}
	}
}

// TestPlainlyVietnamese holds that what the first bytes of letters settle, a scan does not find suspicious.
func TestPlainlyVietnamese(t *testing.T) {
	pieces := []string{"ệ", "ở", "đ", "á", "ô", "Ã", "´", "»", "€", "™", "“", "…", "a", " ", "\u00a0", "漢"}
	random := rand.New(rand.NewPCG(1, 2))
	plain, other := 0, 0
	for range 20000 {
		var text []byte
		for range random.IntN(60) {
			text = append(text, pieces[random.IntN(len(pieces))]...)
		}
		s := scan(text)
		switch {
		case !plainlyVietnamese(text):
			other++
		case s.suspicious():
			t.Fatalf("%q is suspicious: %+v", text, s)
		default:
			plain++
		}
	}
	if plain < 1000 || other < 1000 {
		t.Errorf("%d texts are plain, %d not", plain, other)
	}
}
