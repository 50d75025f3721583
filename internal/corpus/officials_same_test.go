package corpus

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestOneOffice holds that a high office is one, whichever of its bodies articles name with it, if
// any; and that other offices of one title stay apart.
func TestOneOffice(t *testing.T) {
	c := made(t)
	add(t, c,
		entry(1, "https://a.vn/1", "17/08/2025", "Thủ tướng họp", "Thủ tướng Chính phủ Trần Văn Mẫu họp. Tổng Bí thư Lê Văn Thử dự. Bộ trưởng Hoàng Văn Quân nói."),
		entry(2, "https://a.vn/2", "18/08/2025", "Thủ tướng nói", "Thủ tướng Trần Văn Mẫu nói. Tổng Bí thư Ban Chấp hành Trung ương Đảng Lê Văn Thử dự. Bộ trưởng Bộ Y tế Hoàng Văn Quân nói."),
		entry(3, "https://a.vn/3", "19/08/2025", "Nguyên Thủ tướng", "Nguyên Thủ tướng Trần Văn Mẫu nói. Tổng Bí thư Đảng Cộng sản Việt Nam Lê Văn Thử dự. Bộ trưởng Bộ Nội vụ Hoàng Văn Quân nói."))
	for name, want := range map[string]string{
		"Trần Văn Mẫu":   "Thủ tướng @  former, 1; Thủ tướng @ Chính phủ, 2",
		"Lê Văn Thử":     "Tổng Bí thư @ Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam, 3",
		"Hoàng Văn Quân": "Bộ trưởng @ , 1; Bộ trưởng @ Bộ Nội vụ, 1; Bộ trưởng @ Bộ Y tế, 1",
	} {
		people, err := c.Officials.Who(context.Background(), name)
		if err != nil || len(people) != 1 {
			t.Fatal(name, len(people), err)
		}
		var got []string
		for _, h := range people[0].Posts {
			former := ""
			if h.Former {
				former = " former"
			}
			got = append(got, fmt.Sprintf("%s @ %s%s, %d", h.Title, h.AgencyName, former, h.Articles))
			if last := h.Sources[len(h.Sources)-1]; !strings.Contains(last.Sentence, name) {
				t.Errorf("%s: %s: %s", name, h.Title, last.Sentence)
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: %s, want %s", name, s, want)
		}
	}
}
