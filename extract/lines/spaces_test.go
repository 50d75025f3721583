package lines

import (
	"math/rand"
	"strings"
	"testing"
)

// TestEven holds the glance to what is read rune by rune: in an even text white space is single
// blanks between other characters.
func TestEven(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "a": true, "a b": true, " a": false, "a ": false, "a  b": false, "a\nb": false, "a\tb": false,
		"Ngày “3/9” – ở Huế…": true, "a\u00a0b": false, "a\u2003b": false, "«a»": true, "a\u3000b": false, "·": true,
	} {
		if Even(s) != want {
			t.Errorf("Even(%q) = %v", s, !want)
		}
	}
	random := rand.New(rand.NewSource(1))
	parts := []string{"a", " ", "ế", "ư", "\u00a0", "“", "\u200b", "\u2009", "\u202f", "→", "\n", "\u3000", "\ufeff", "\u0301", "é", "©", "\xe2", "\x80", "\xc2"}
	for range 100_000 {
		var b strings.Builder
		for range random.Intn(8) {
			b.WriteString(parts[random.Intn(len(parts))])
		}
		s := b.String()
		if !Even(s) {
			continue
		}
		if !Composed(s) {
			t.Fatalf("%q is even and not composed", s)
		}
		for i, behind := 0, true; i < len(s); i++ {
			n := SpaceAt(s, i)
			if n > 1 || n == 1 && (behind || s[i] != ' ' || i+1 == len(s)) {
				t.Fatalf("%q is even", s)
			}
			behind = n > 0
		}
	}
}
