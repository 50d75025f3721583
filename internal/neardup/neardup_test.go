package neardup

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// invented gives a text of n sentences; those of one seed share no sentence
// with those of another, but all share the phrases.
func invented(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "Theo báo cáo số %d, ông %c%d chủ trì cuộc họp về công tác phòng cháy tại phường %c%d. ",
			r.IntN(1e6), 'A'+r.IntN(26), r.IntN(1e6), 'A'+r.IntN(26), r.IntN(1e6))
	}
	return b.String()
}

func TestSameWording(t *testing.T) {
	one := Of("Đầu đề", "Sáng 05/8, Đại tá Lê Văn Thử, Giám đốc Công an tỉnh, hoà giải với bà con ở xã Tạm; buổi làm việc kéo dài đến trưa, có đông đủ người dân hai thôn dự và góp ý kiến.")
	for _, body := range []string{
		"SÁNG 5/8, ĐẠI TÁ LÊ VĂN THỬ, GIÁM ĐỐC CÔNG AN TỈNH, HÒA GIẢI VỚI BÀ CON Ở XÃ TẠM; BUỔI LÀM VIỆC KÉO DÀI ĐẾN TRƯA, CÓ ĐÔNG ĐỦ NGƯỜI DÂN HAI THÔN DỰ VÀ GÓP Ý KIẾN.",
		"Sáng 5-8, Đại tá Lê Văn Thử - Giám đốc Công an tỉnh - hoà giải với bà con ở xã Tạm.\n\nBuổi làm việc kéo dài đến trưa, có đông đủ người dân hai thôn dự và góp ý kiến",
	} {
		if two := Of("Khác", body); two.Wording != one.Wording || Compare(one, two) != (Likeness{1, 1, 1}) {
			t.Errorf("another wording: %s", body)
		}
	}
}

func TestShortTexts(t *testing.T) {
	a, b := Of("Giá vàng", "Đang cập nhật."), Of("Giá xăng", "Đang cập nhật.")
	if Alike(a, b) || len(a.Keys) > 0 {
		t.Error("two headlines over one short line are one story")
	}
	if !Alike(a, Of("Giá  Vàng", "đang cập nhật")) {
		t.Error("one headline over one short line is two")
	}
	if Of("", " … ") != nil {
		t.Error("a sketch of nothing")
	}
}

func TestAlikeIsSymmetric(t *testing.T) {
	for seed := range uint64(40) {
		text := invented(seed, 30)
		a, b := Of("", text), Of("", text[:len(text)/2]+invented(seed+1000, int(seed)))
		if Compare(a, b) != Compare(b, a) {
			t.Errorf("seed %d: %v and %v", seed, Compare(a, b), Compare(b, a))
		}
		for n := 1; n <= len(text); n += len(text) / 25 {
			if b := Of("", invented(seed+2000, 4)+text[:n]); Alike(a, b) != Compare(a, b).Alike() || Alike(b, a) != Alike(a, b) {
				t.Errorf("seed %d: alike is %v, and of %v", seed, Alike(a, b), Compare(a, b))
			}
		}
	}
}

func TestBinary(t *testing.T) {
	for _, text := range []string{invented(1, 2), invented(2, 60), "ngắn"} {
		s := Of("Đầu đề", text)
		raw, _ := s.MarshalBinary()
		var again Sketch
		if err := again.UnmarshalBinary(raw); err != nil || len(raw) > 2300 {
			t.Fatalf("%v, %d bytes", err, len(raw))
		}
		twice, _ := again.MarshalBinary()
		if !bytes.Equal(raw, twice) || Compare(s, &again) != Compare(s, s) {
			t.Error("the sketch read is another")
		}
		for n := range raw {
			if err := again.UnmarshalBinary(raw[:n]); !errors.Is(err, ErrForm) {
				t.Fatalf("%d of %d bytes: %v", n, len(raw), err)
			}
		}
	}
}

// stories prints groups as a test compares them.
func stories(groups [][]Article) string {
	var b strings.Builder
	for _, g := range groups {
		for _, a := range g {
			b.WriteString(a.ID + " ")
		}
		b.WriteString("| ")
	}
	return b.String()
}

func TestGroups(t *testing.T) {
	text, other := invented(1, 20), invented(2, 20)
	all := []Article{
		{"d", "", Of("", text)},
		{"c", "2025-08-17T08:00+07:00", Of("", text[:len(text)*2/3])},
		{"b", "2025-08-17", Of("", strings.ToUpper(text))},
		{"a", "2025-08-18", Of("", other+" Bản tin được đăng lại.")},
		{"e", "2025-08-17T00:30:00Z", Of("", invented(9, 1)+text)},
		{"f", "2025-08-18", Of("", other)},
		{"g", "2025-08-01", Of("", invented(3, 20))},
		{"h", "2025-08-01", nil}, {"i", "2025-08-01", nil},
	}
	const want = "b e c d | a f | "
	for range 20 {
		rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got := stories(Groups(all)); got != want {
			t.Fatalf("%s, want %s", got, want)
		}
	}
}

// TestCrowd has boilerplate in many texts: it joins none of them, and costs no
// comparison of all with all.
func TestCrowd(t *testing.T) {
	const n = 3000
	boilerplate := invented(1, 8)
	var all []Article
	var sketches []*Sketch
	for i := range n {
		s := Of("", boilerplate+invented(uint64(10+i), 9))
		all, sketches = append(all, Article{fmt.Sprintf("%04d", i), "2025-08-17", s}), append(sketches, s)
	}
	if got := Groups(all); len(got) > 0 {
		t.Errorf("%d stories, the first of %d articles", len(got), len(got[0]))
	}
	pairs := 0
	for range candidates(sketches) {
		pairs++
	}
	if pairs > n*Crowd/2 {
		t.Errorf("%d comparisons of %d texts", pairs, n)
	}
	// the same text in many articles is one wording, and is no crowd
	for i := range n {
		all[i].Sketch = Of("", boilerplate)
	}
	if got := Groups(all); len(got) != 1 || len(got[0]) != n {
		t.Errorf("%d stories of one wording", len(got))
	}
}

func TestWhen(t *testing.T) {
	for published, known := range map[string]bool{"2025-08-17": true, "2025-08-17T08:00+07:00": true, "2025-08-17~": true, "2025-08": false, "XXXX-08-17": false, "": false} {
		if _, got := When(published); got != known {
			t.Errorf("%q: %v", published, got)
		}
	}
	if d, _ := When("2025-08-17"); d.UTC().Format("2006-01-02T15") != "2025-08-16T17" {
		t.Errorf("%v", d)
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Đầu đề", "Sáng 5/8, ông A\xff\xfe\n\ṇ̉ 000")
	f.Fuzz(func(t *testing.T, title, body string) {
		s := Of(title, body)
		if s == nil {
			return
		}
		if !Alike(s, Of(title, body)) || !slices.IsSorted(s.Keys) || len(s.Keys) > sketchKeys {
			t.Error("a text is not alike to itself, or its keys are out of order")
		}
	})
}

func BenchmarkOf(b *testing.B) {
	text := invented(1, 30)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Of("", text)
	}
}

// BenchmarkGroups has one text in four reprinted, and boilerplate in all.
func BenchmarkGroups(b *testing.B) {
	for _, n := range []int{1000, 2000, 4000, 8000} {
		var all []Article
		for i := range n {
			text := invented(0, 5) + invented(uint64(i+1), 12)
			if i%4 == 0 {
				text = invented(0, 5) + invented(uint64(i+2), 11)
			}
			all = append(all, Article{fmt.Sprint(i), "2025-08-17", Of("", text)})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if got := len(Groups(all)); got != n/4 {
					b.Fatalf("%d stories of %d", got, n/4)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/article")
		})
	}
}

func BenchmarkAlike(b *testing.B) {
	x, y := Of("", invented(1, 30)), Of("", invented(2, 30))
	for b.Loop() {
		Alike(x, y)
	}
}

// TestGlimpse holds that no glimpse rules out what is alike, and that it rules out most
// of what merely shares its phrases.
func TestGlimpse(t *testing.T) {
	ruledOut, others := 0, 0
	for seed := range uint64(60) {
		text := invented(seed, 2+int(seed)/2)
		a := Of("", text)
		for n := 200; n <= len(text); n += 1 + len(text)/20 {
			b := Of("", text[:n]+invented(seed+3000, int(seed)%7))
			if Alike(a, b) && a.Wording != b.Wording && !(a.MayBeAlike(b.Glimpse()) && b.MayBeAlike(a.Glimpse())) {
				t.Fatalf("seed %d, %d bytes: a glimpse rules out what is alike", seed, n)
			}
		}
		if other := Of("", invented(seed+4000, 2+int(seed)/2)); !Alike(a, other) {
			others++
			if !a.MayBeAlike(other.Glimpse()) {
				ruledOut++
			}
		}
	}
	if t.Logf("%d of %d other texts are ruled out", ruledOut, others); 10*ruledOut < 9*others {
		t.Error("that is not worth its bytes")
	}
	a, b := Of("", invented(1, 20)), Of("", invented(2, 20))
	if !a.Has(a.Glimpse()) || !a.Has(a.glimpse(64)) || a.Has(b.Glimpse()) || a.Has(nil) {
		t.Error("a glimpse of another size, as it was before, is not known, or that of another text is")
	}
	if !Of("", invented(1, 20)).MayBeAlike(nil) {
		t.Error("no glimpse rules out")
	}
}
