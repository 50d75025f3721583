package viet

import (
	"fmt"
	"strings"
	"testing"
)

func TestVocabularyHoldsWhatWasAdded(t *testing.T) {
	v, want := NewVocabulary(0), map[string]ID{}
	for i := range 5000 {
		word := "đ" + strings.Repeat("ườ", i%9) + strings.ToLower(fmt.Sprintf("%c%c%c", 'A'+i%26, 'A'+i/26%26, 'A'+i/676))
		want[word] = v.Add(word)[0]
	}
	if v.n != len(want) {
		t.Errorf("%d numbers for %d words", v.n, len(want))
	}
	for word, id := range want {
		if got := v.ID(strings.ToUpper(word)); got != id {
			t.Errorf("%s: %d, want %d", word, got, id)
		}
	}
	for _, unknown := range []string{"", "x", "đường", strings.Repeat("dài", 30), "\x00"} {
		if id := v.ID(unknown); id != 0 {
			t.Errorf("%q has number %d", unknown, id)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	v := NewVocabulary(0)
	v.Add("Đại tướng Bộ trưởng Bộ Công an tiếp đoàn đại biểu cấp cao ngày hôm nay")
	text := strings.Repeat("Sáng nay, Đại tướng Nguyễn Văn Minh, Bộ trưởng Bộ Công an tiếp đoàn đại biểu của nước bạn sang thăm. ", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		v.Parse("body", text)
	}
}

// TestSpellings holds the words found by their bytes to what the scanner reads.
func TestSpellings(t *testing.T) {
	v, plain := NewVocabulary(0), NewVocabulary(0)
	v.Add("công an tỉnh hòa bình tp hcm c phường x2 đội không-gian")
	for _, src := range []string{
		"Công an", "CÔNG AN", "công An", "CônG an", "Hoà Bình", "HOÀ BÌNH", "hòa", "TP.HCM", "Tp", "C06 c C", "C\u0301 công", "Công\u0301",
		"công“an”", "an\u2c65", "an\xff", "\xc3", "an\xc3", "an\xe1", "an×bình", "đội…", "Đội²", "an\u200ban", "an\u00a0an", "phường10", "PHƯỜNG10", "X2",
	} {
		got, want := v.Parse("", src).Tokens, plain.Parse("", src).Tokens
		if len(got) != len(want) {
			t.Fatalf("%q: %d tokens, want %d", src, len(got), len(want))
		}
		for i := range got {
			id := v.ID(src[got[i].Start:got[i].End])
			if got[i].ID != id {
				t.Errorf("%q: number %d, want %d", src, got[i].ID, id)
			}
			if got[i].ID = 0; got[i] != want[i] {
				t.Errorf("%q: %+v, want %+v", src, got[i], want[i])
			}
		}
	}
}
