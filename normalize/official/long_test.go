package official_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"github.com/boctin/boctin/normalize"
)

// hostile gives texts of some size that are hard on a finder which looks back,
// looks ahead or compares all with all.
func hostile(n int) map[string]string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("Bộ trưởng Lê %c%c%c", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26)
	}
	return map[string]string{
		"names":       strings.Join(names, ", "),
		"one name":    strings.Repeat("ông Nguyễn Văn An, ", n),
		"posts":       strings.Repeat("Bộ trưởng Bộ Công an, ", n),
		"parentheses": strings.Repeat("(Chủ tịch ", n),
		"addresses":   strings.Repeat("Trần Văn Ba (SN 1960), trú tại xã Hòa Phú, ", n),
		"marks":       strings.Repeat("nguyên các quyền ", n),
		"capitals":    strings.Repeat("Nguyễn ", n),
		"shouting":    strings.Repeat("BỘ TRƯỞNG TÔ LÂM ", n),
		"short names": "Đại tá Lê Văn Lâm. " + strings.Repeat("Ông Lâm. Thiếu tá Bình. ", n),
		"bodies":      strings.Repeat("Giám đốc Công ty Cổ phần Xây dựng ", n),
	}
}

// BenchmarkHostile shows that the time a byte takes does not grow with the text:
// compare the two sizes of one kind.
func BenchmarkHostile(b *testing.B) {
	n := normalize.New(load(b))
	for _, size := range []int{200, 2000} {
		texts := hostile(size)
		kinds := make([]string, 0, len(texts))
		for kind := range texts {
			kinds = append(kinds, kind)
		}
		sort.Strings(kinds)
		for _, kind := range kinds {
			b.Run(fmt.Sprintf("%s/%d", kind, size), func(b *testing.B) {
				b.SetBytes(int64(len(texts[kind])))
				for b.Loop() {
					record(n, example{Text: texts[kind]})
				}
			})
		}
	}
}

func TestHostile(t *testing.T) {
	n := normalize.New(load(t))
	for _, text := range hostile(60) {
		r := record(n, example{Text: text})
		checkSpans(t, &r)
	}
}
