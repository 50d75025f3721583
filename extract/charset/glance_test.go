package charset

import (
	"math/rand"
	"strings"
	"testing"
)

// TestSound holds the glance to what the scan says: what is sound to it is clean as it stands.
func TestSound(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	parts := []string{"a", " ", "<p>", "ế", "ộ", "ũ", "Đ", "ơ", "é", "Ã", "»", "\u00a0", "™", "“", "…", "\u2000", "\u2028", "\u0301", "Å", "ḍ", "→", "\xe1\xba", "\x80", "\xc3"}
	accepted := 0
	for range 100_000 {
		var b strings.Builder
		for range random.Intn(24) {
			b.WriteString(parts[random.Intn(len(parts))])
		}
		part := []byte(b.String())
		if !sound(part) {
			continue
		}
		accepted++
		s := scan(part)
		if s.broken > 0 || s.cut || s.suspicious() || len(s.doubts) > 0 {
			t.Fatalf("%q is sound, but %+v", part, s)
		}
	}
	if accepted < 1000 {
		t.Errorf("%d of the texts are sound", accepted)
	}
	for text, want := range map[string]bool{"": true, "Công an tỉnh “Gia Lai”…": true, "CÃ´ng an tá»‰nh Lào Cai cÃ¹ng cÃ¡c xÃ£": false, "a\u0301": false, "a\xe1": false} {
		if sound([]byte(text)) != want {
			t.Errorf("sound(%q) = %v", text, !want)
		}
	}
}
