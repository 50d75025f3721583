package lines

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestComposedIsNFC holds the glance against the tables of Unicode: what it
// takes for composed must be NFC, alone and after a letter.
func TestComposedIsNFC(t *testing.T) {
	taken := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r >= 0xd800 && r <= 0xdfff {
			continue
		}
		s := []byte("a" + string(r))
		if Composed(s) {
			taken++
			if !norm.NFC.IsNormal(s) {
				t.Errorf("%U is taken for composed", r)
			}
		}
	}
	if !Composed([]byte("Bộ trưởng Bộ Công an – “đường”")) || Composed([]byte("Bo\u0323")) || taken > 2000 {
		t.Errorf("%d characters are taken for composed", taken)
	}
}
