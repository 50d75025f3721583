package viet

import "testing"

// TestComposed holds which texts are known at a glance to be visible and in NFC.
func TestComposed(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "Bộ Công an": true, "“Được” – ‘rồi’ …": true, "một\u00a0hai": true, "café": true, "Ư ư Ơ": true, "\u2010": true, "ỹ": true, "Ẁ": true,
		"so\u00adft": false, "\u0085": false, "\u00d0": false, "\u200b": false, "\u2040": false, "₫": false, "e\u0300": false, "中": false, "Ḁ": false, "ɐ": false,
		"\xc3": false, "\xc2": false, "\xe1\xba": false, "\xe1": false, "\xe2\x80": false, "\xff": false,
	} {
		if got := Composed(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
