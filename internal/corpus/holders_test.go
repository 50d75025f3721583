package corpus

import (
	"context"
	"fmt"
	"testing"
)

// TestOfNoDay holds that an article without a day puts nobody in office now, and that
// one with a day does, whatever an article without one says besides.
func TestOfNoDay(t *testing.T) {
	c := made(t)
	add(t, c,
		entry(1, "https://a.vn/1", "", "Tin", "Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Cà Mau, họp dân. Đại tá Hồ Văn Nháp, nguyên Giám đốc Công an tỉnh Cà Mau, dự."),
		entry(2, "https://a.vn/2", "20/02/2024", "Tin", "Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Cà Mau, họp dân."),
		entry(3, "https://a.vn/3", "", "Tin", "Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Cà Mau, chữa cháy."))
	bodies, err := c.Agencies.Named(context.Background(), "vn/cong-an-tinh-ca-mau", "")
	if err != nil || len(bodies) != 1 {
		t.Fatal(bodies, err)
	}
	b := &bodies[0]
	got := ""
	for _, h := range b.Holders {
		got += fmt.Sprintf("%s %d, ", h.Name, h.Standing())
	}
	if want := "Lê Văn Thử 0, Trần Văn Mẫu 1, Hồ Văn Nháp 2, "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if left := b.Shorten(0); left != 3 || len(b.Holders) != 0 {
		t.Errorf("%d left out, %d kept", left, len(b.Holders))
	}
}
