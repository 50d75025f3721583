package boctin

import (
	"reflect"
	"strings"
	"testing"
)

// find gives the byte span of text in the field, which must hold it.
func find(t *testing.T, a *Article, field, text string) Span {
	t.Helper()
	s, ok := a.Field(field)
	i := strings.Index(s, text)
	if !ok || i < 0 {
		t.Fatalf("%s does not hold %q", field, text)
	}
	return Span{Field: field, Start: i, End: i + len(text)}
}

func TestSpansAreCodePointsInJSON(t *testing.T) {
	a := Article{Schema: Schema, ID: "x", Title: "Bộ trưởng", Body: strings.Repeat("đường ", 100) + "Chiều 17/8/2025, Đại tướng Tô Lâm",
		Images: []Image{{Caption: "Ảnh 𝄞 Tô Lâm"}}}
	r := Record{Article: a}
	r.Dates = []Date{{Value: "2025-08-17", Text: "17/8/2025", Span: find(t, &a, "body", "17/8/2025")}}
	who := find(t, &a, "body", "Đại tướng Tô Lâm")
	r.Officials = []Official{{ID: "vn/to-lam", Name: "Tô Lâm", Mentions: []PersonMention{
		{Text: "Đại tướng Tô Lâm", Name: [2]int{len("Đại tướng "), len("Đại tướng Tô Lâm")}, Span: who},
		{Text: "Tô Lâm", Name: [2]int{0, len("Tô Lâm")}, Span: find(t, &a, CaptionField(0), "Tô Lâm")}}}}
	line, err := r.AppendJSON(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"start":606,"end":615`, `"name":[10,16]`, `"field":"images[0].caption","start":6,"end":12`} {
		if !strings.Contains(string(line), want) {
			t.Errorf("no %s in %s", want, line)
		}
	}
	back, err := ParseRecord(line)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(*back, r) {
		t.Errorf("read back\n%+v, want\n%+v", *back, r)
	}
}

func FuzzRuler(f *testing.F) {
	f.Add("Bộ Công an")
	f.Add(strings.Repeat("ộ", 1000) + "\xff\xfe")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "�")
		r := newRuler(s)
		point := 0
		for b := range s {
			if r.points(b) != point || r.bytes(point) != b {
				t.Fatalf("byte %d: points %d, want %d; bytes back %d", b, r.points(b), point, r.bytes(point))
			}
			point++
		}
	})
}
