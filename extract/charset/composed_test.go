package charset

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestComposed holds what is composed place by place to the whole text composed.
func TestComposed(t *testing.T) {
	pieces := []string{"a", "e", " ", "<", "ệ", "đ", "e\u0302", "e\u0323\u0302", "\u0338", "\u0301", "\u0323", "Å", "\u212b", "\u1100", "\u1161", "\u11a8", "…", "ễ\u0301", "\n", "漢", "\uf900", "aaaaaaaaaaaaaaaa"}
	random := rand.New(rand.NewPCG(1, 2))
	changed := 0
	for range 20000 {
		var text []byte
		for range random.IntN(40) {
			text = append(text, pieces[random.IntN(len(pieces))]...)
		}
		if random.IntN(3) == 0 {
			text = bytes.Repeat(text, 8) // more places than are looked at one by one
		}
		s := scan(text)
		got, want := composed(text, s.doubts), norm.NFC.Bytes(text)
		if !bytes.Equal(got, want) {
			t.Fatalf("%q is composed to %q, want %q; doubts %v", text, got, want, s.doubts)
		}
		if !bytes.Equal(got, text) {
			changed++
		}
	}
	if changed < 1000 {
		t.Errorf("only %d texts were not composed before", changed)
	}
}
