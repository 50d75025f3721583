package viet

import "testing"

func TestPhraseKey(t *testing.T) {
	for in, want := range map[string]string{
		"Uỷ ban  Nhân dân\nTP.HCM ": "ủy ban nhân dân tp.hcm", "": "", " \t": "", "Hoà\u00a0Bình": "hòa bình",
	} {
		if got := PhraseKey(in); got != want {
			t.Errorf("PhraseKey(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFoldSpace(t *testing.T) {
	for in, want := range map[string]string{
		"Bộ Công an": "Bộ Công an", "Bộ\nCông an": "Bộ Công an", "Bộ  Công an": "Bộ Công an", " Bộ  Công\u00a0an ": "Bộ Công an", "": "", " ": "", "an\u200ban": "an\u200ban", "\u200b ": "\u200b",
	} {
		if got := FoldSpace(in); got != want {
			t.Errorf("FoldSpace(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Bộ Công an": "bo-cong-an", "UBND TP.HCM (cũ)": "ubnd-tp-hcm-cu", "  Đội 2 –": "doi-2", "": "", "–": "", "Ủy ban Ðảng": "uy-ban-ang",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
		if got := CountryID("VN", in); got != "vn/"+want {
			t.Errorf("CountryID(%q) = %q, want vn/%s", in, got, want)
		}
	}
}
