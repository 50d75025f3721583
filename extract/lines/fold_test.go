package lines

import (
	"math/rand"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestFold holds folding to what it says, in composed and in decomposed text.
func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"": "", " - ": "", "a": "a", " Ủy ban  (UBND) – Tỉnh “Đắk Lắk”. ": "uy ban ubnd tinh dak lak",
		"CŨNG ở\u00a0đây, 3°C": "cung o day 3 c", "Ŧ x ≠ y": "x y", "Žižek": "zizek", "日本 1": "1", "a\xe1\xbb": "a", "\x10\x19a\xffb": "a b",
	} {
		for _, form := range []string{s, norm.NFD.String(s)} {
			if got := Fold(form); got != want {
				t.Errorf("Fold(%q) = %q, want %q", form, got, want)
			}
		}
	}
}

// TestFoldBytes holds the way without branches to the plain one, wherever it says that it may.
func TestFoldBytes(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	parts := []string{"a", "B", "9", " ", "-", "ũ", "Đ", "ỹ", "Ạ", "ơ", "ÿ", "“", "–", "\u00a0", "…", "→", "\u0301", "ș", "\xe1", "\xba", "\x80", "\xc3", "\xe2"}
	ours := 0
	for range 200_000 {
		var s strings.Builder
		for range random.Intn(10) {
			s.WriteString(parts[random.Intn(len(parts))])
		}
		got, ok := foldBytes([]byte("x "), []byte(s.String()))
		if want := foldRunes([]byte("x "), []byte(s.String())); ok && string(got) != string(want) {
			t.Fatalf("%q: %q, want %q", s.String(), got, want)
		}
		if ok {
			ours++
		}
	}
	if ours < 20_000 {
		t.Errorf("%d of the texts are read without branches", ours)
	}
}
