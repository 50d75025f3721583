package date

import (
	"fmt"
	"strings"
	"testing"

	"github.com/boctin/boctin/normalize/reading"
)

// BenchmarkFind measures the finder alone on text like that of the news: the
// sentences of the corpus with plain sentences between them.
func BenchmarkFind(b *testing.B) {
	f, words := testFinder(b)
	var text strings.Builder
	for text.Len() < 1<<20 {
		for _, c := range readCorpus(b) {
			text.WriteString(c.Text)
			text.WriteString(plain)
		}
	}
	run(b, f, words.Read("body", text.String()))
}

const plain = "\n\nLãnh đạo phường cho biết lực lượng chức năng đã tuyên truyền, vận động bà con giữ gìn trật tự, vệ sinh chung và phối hợp với nhà trường bảo đảm an toàn cho học sinh trên đường đến lớp. Theo người dân, tuyến đường trước chợ thường ùn tắc khi tan tầm, xe máy dựng tràn lòng đường khiến việc đi lại gặp nhiều khó khăn.\n\n"

// BenchmarkHostile shows that no text takes more than linear time: the speed
// must stay the same from 10 kB to 10 MB.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range []string{"1", "1/", "1-", "1, ", "ngày ", "ngày 1 ", "tháng 1, ", "năm 2000, ", "mùng 3 Tết ", "thứ hai ", "10/1 ", "từ ", "8h "} {
		for _, size := range []int{10 << 10, 100 << 10, 10 << 20} {
			if testing.Short() && size > 1<<20 {
				continue
			}
			b.Run(fmt.Sprintf("%s/%dkB", strings.TrimSpace(unit), size>>10), func(b *testing.B) {
				f, words := testFinder(b)
				run(b, f, words.Read("body", strings.Repeat(unit, size/len(unit))))
			})
		}
	}
}

func run(b *testing.B, f *Finder, t *reading.Text) {
	b.SetBytes(int64(len(t.Src)))
	b.ReportAllocs()
	doc := published("2024-01-10")
	for b.Loop() {
		f.Find([]*reading.Text{t}, doc, false)
	}
}
