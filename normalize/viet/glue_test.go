package viet

import "testing"

// TestParted holds which tokens are two words that lost their space.
func TestParted(t *testing.T) {
	v := NewVocabulary(0)
	for _, w := range []string{"ông", "Trần", "UBND", "tỉnh", "Đoàn", "đại", "BCH", "Trung", "ThS", "Niê", "Bộ", "Lâm", "nhiệt", "II", "wa", "Vĩnh", "linh", "y", "tế"} {
		v.Add(w)
	}
	for word, want := range map[string]string{
		"ôngTrần": "ông|Trần", "UBNDtỉnh": "UBND|tỉnh", "Đoànđại": "Đoàn|đại", "BCHTrung": "BCH|Trung",
		"ThS": "ThS", "YouTube": "YouTube", "Kđăm": "Kđăm", "BộPhone": "BộPhone", "TRẦN": "TRẦN", "UBNDs": "UBNDs",
		"Lâmnhiệt": "Lâmnhiệt", "IIwa": "IIwa", "Vĩnhlin": "Vĩnhlin", "Lamnhiet": "Lamnhiet", "ôngTRẦN": "ông|TRẦN", "yTế": "yTế", "tếY": "tếY", "xzTrần": "xzTrần",
	} {
		got := ""
		x := v.Parse("body", word)
		for i := range x.Tokens {
			if i > 0 {
				got += "|"
			}
			got += x.Word(i)
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", word, got, want)
		}
	}
}
