package agency

import (
	"strings"
	"testing"

	"github.com/boctin/boctin/normalize/reading"
)

// FuzzFind holds what every text must bring: spans that cut out their own
// text, agencies with an id, a name, a country and a mention each.
func FuzzFind(f *testing.F) {
	for _, c := range readCorpus(f) {
		f.Add(c.Title, c.Text)
	}
	f.Add("CÔNG AN CÁC TỈNH A, B", "Công an các tỉnh, \n\nBộ Công an hai nước ( của nước Đoàn do Phòng PC02 Phòng PC02 thuộc, thuộc Bộ")
	finder, words := newFinder(f)
	f.Fuzz(func(t *testing.T, title, body string) {
		texts := []*reading.Text{words.Read("title", title), words.Read("body", body)}
		found, issues := finder.Find(&reading.Reading{Texts: texts}, true)
		source := map[string]string{"title": title, "body": body}
		for _, a := range found {
			if a.ID == "" || a.Name == "" || a.Country == "" || len(a.Mentions) == 0 {
				t.Fatalf("incomplete: %+v", a)
			}
			for _, m := range a.Mentions {
				if span := m.Span(texts); m.Empty() || source[span.Field][span.Start:span.End] != m.Written(texts) {
					t.Fatalf("%+v is not %q", span, m.Written(texts))
				}
			}
		}
		for _, i := range issues {
			if source[i.Field][i.Start:i.End] != i.Text {
				t.Fatalf("issue: %s: %d-%d is not %q", i.Field, i.Start, i.End, i.Text)
			}
		}
	})
}

// TestHeadEndsText cuts texts off behind the head of a name.
func TestHeadEndsText(t *testing.T) {
	finder, words := newFinder(t)
	for _, h := range finder.lex.Forms.Heads {
		for _, src := range []string{h.Word, "một " + strings.ToLower(h.Word), "Chủ tịch " + h.Word + " tỉnh", "Lãnh đạo " + h.Word + ","} {
			finder.Find(&reading.Reading{Texts: []*reading.Text{words.Read("title", ""), words.Read("body", src)}}, false)
		}
	}
}

// article is the positive half of the corpus as one text, about 10 KB.
func benchText(b *testing.B) string {
	var s strings.Builder
	for i, c := range readCorpus(b) {
		s.WriteString(c.Text)
		if i%5 == 4 {
			s.WriteString("\n\n")
		} else {
			s.WriteByte(' ')
		}
	}
	return s.String()
}

// BenchmarkFind measures the finder alone, on the corpus as one article: far
// denser in agencies than any news text.
func BenchmarkFind(b *testing.B) {
	f, v := newFinder(b)
	src := benchText(b)
	texts := []*reading.Text{v.Read("body", src)}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(&reading.Reading{Texts: texts}, true)
	}
}

// BenchmarkFindProse is the same on prose without a single agency.
func BenchmarkFindProse(b *testing.B) {
	f, v := newFinder(b)
	src := strings.Repeat("Sáng sớm, bà con ra đồng gặt lúa, mấy đứa trẻ chạy theo đàn vịt dọc bờ mương. Đến trưa trời đổ mưa, ai nấy vội gom thóc vào bao rồi kéo xe về nhà cho kịp.\n\n", 60)
	texts := []*reading.Text{v.Read("body", src)}
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		f.Find(&reading.Reading{Texts: texts}, true)
	}
}

// BenchmarkLong shows that time grows with the text: ten times the article.
func BenchmarkLong(b *testing.B) {
	f, v := newFinder(b)
	src := strings.Repeat(benchText(b), 10)
	texts := []*reading.Text{v.Read("body", src)}
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		f.Find(&reading.Reading{Texts: texts}, true)
	}
}
