package plain

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FuzzArticle holds that nothing is made up: what an article says stands in the
// input, white space aside, and each piece once.
func FuzzArticle(f *testing.F) {
	for _, w := range cases(f) {
		f.Add(w.input())
	}
	f.Add("date 2024-01 (Ảnh: X) (Ảnh: Y) A b c d e f. (Ảnh: Z)\n***\n>>> x\n![](a.jpg)")
	f.Add("Ảnh: A b c d\nTheo M (Đ\nCác ca nô rời bến lúc trời còn mờ sương, mỗi chiếc chở theo năm người cùng phao và dây thừng dài ba mươi mét.\n")
	f.Add("Ngày hội của làng chài bên hồ\n\nBà con làng chài hôm nay ra khơi từ sớm, thuyền về đầy cá cơm và cá nục.(")
	r := newReader(f)
	f.Fuzz(func(t *testing.T, input string) {
		if !utf8.ValidString(input) || !norm.NFC.IsNormalString(input) {
			t.Skip("the reader is given UTF-8 in NFC")
		}
		a := r.Article(input, true)
		flat := bare(input)
		said := append(strings.Split(a.Body, "\n\n"), a.Title, a.Lead, a.URL, a.Section)
		said = append(said, a.Tags...)
		for _, name := range append(a.Authors, a.Credit) { // an address may have stood in it
			said = append(said, strings.Fields(name)...)
		}
		for _, i := range a.Images {
			said = append(said, i.Caption, i.Credit, i.Src)
		}
		for _, s := range a.Stamps { // day and hour may stand apart: 05/03/2021 | 07:15
			said = append(said, strings.Fields(s.Text)...)
		}
		for _, s := range said {
			if !strings.Contains(flat, bare(s)) {
				t.Errorf("%q is not in the input", s)
			}
		}
		if len(bare(a.Body)) > len(flat) {
			t.Error("the body is longer than the input")
		}
		if a.Body != "" && !strings.HasPrefix(a.Body, a.Lead) && a.Lead != "" && !strings.Contains(a.Body, a.Lead) {
			t.Error("the lead is not in the body")
		}
		if again := r.Article(input, true); again.Body != a.Body || again.Title != a.Title {
			t.Error("two readings differ")
		}
	})
}

// bare leaves out white space, what has no width, and marks of quoting and of
// Markdown, which pieces lose at their edges.
func bare(s string) string {
	var b strings.Builder
	for _, r := range tidy(strings.NewReplacer("\n", " ", "\r", " ").Replace(s)) {
		if r != ' ' && r != '>' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Time grows with the length of the input, not faster: the same hostile text
// at four times the length takes no more than some twelve times as long.
func BenchmarkHostile(b *testing.B) {
	r := newReader(b)
	for name, unit := range map[string]string{
		"brackets": "(Ảnh: ", "doubled": "Tin một hai ba\nTin một hai ba\n", "names": "Nguyễn Văn A\n", "closed": "Hết tin./.\n", "one line": "Một câu. ",
		"keys": "Từ: ai\n", "credits": "Chữ (Ảnh: X) Một hai ba bốn năm. ", "captions": "Ông A phát biểu.\n\nMột hai ba bốn năm sáu bảy tám chín mười chữ ở đây.\n\n", "dashes": "a - b | c ", "stamps": "01/02/2024 10:00\n", "quotes": "> a\n", "headings": "Tin liên quan\n",
	} {
		for _, size := range []int{64 << 10, 1 << 20} {
			text := strings.Repeat(unit, size/len(unit))
			b.Run(name+"/"+map[bool]string{true: "64K", false: "1M"}[size == 64<<10], func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					r.Article(text, false)
				}
			})
		}
	}
}

func BenchmarkArticle(b *testing.B) {
	files, _ := filepath.Glob("../../testdata/text/*.txt")
	if len(files) == 0 {
		b.Fatal("no texts in testdata/text")
	}
	var texts []string
	size := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(data))
		size += len(data)
	}
	r := newReader(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			r.Article(text, false)
		}
	}
}
