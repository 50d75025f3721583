package viet

import (
	"fmt"
	"strings"
	"testing"
)

func TestVocabularyHoldsWhatWasAdded(t *testing.T) {
	v, want := NewVocabulary(), map[string]ID{}
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
	v := NewVocabulary()
	v.Add("Đại tướng Bộ trưởng Bộ Công an tiếp đoàn đại biểu cấp cao ngày hôm nay")
	text := strings.Repeat("Sáng nay, Đại tướng Nguyễn Văn Minh, Bộ trưởng Bộ Công an tiếp đoàn đại biểu của nước bạn sang thăm. ", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		v.Parse("body", text)
	}
}
