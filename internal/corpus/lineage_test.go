package corpus

import (
	"context"
	"fmt"
	"testing"
)

// TestLineage asks for bodies before and after the map was redrawn, and for a ward by the
// id that it has without its province.
func TestLineage(t *testing.T) {
	c := made(t)
	add(t, c,
		entry(1, "https://a.vn/1", "05/08/2024", "Tin", "Công an tỉnh Hải Dương và Công an xã Tân Thành bắt hai người. Bộ Giao thông vận tải họp."),
		entry(2, "https://a.vn/2", "10/08/2025", "Tin", "Công an thành phố Hải Phòng khám xét."),
		entry(3, "https://a.vn/3", "11/08/2025", "Tin", "Công an xã Tân Thành, tỉnh Cà Mau, khám xét. Tỉnh ủy Bình Dương họp."))
	for name, want := range map[string]string{
		"Công an tỉnh Hải Dương":         "[vn/cong-an-tinh-hai-duong by vn/cong-an-thanh-pho-hai-phong on 2025-07-01]",
		"Công an thành phố Hải Phòng":    "[vn/cong-an-thanh-pho-hai-phong after vn/cong-an-tinh-hai-duong]",
		"Bộ Giao thông vận tải":          "[vn/bo-giao-thong-van-tai by vn/bo-xay-dung on 2025-03-01]",
		"Tỉnh ủy Bình Dương":             "[vn/tinh-uy-binh-duong]", // the corpus knows no Thành ủy
		"vn/cong-an-xa-tan-thanh":        "[vn/cong-an-xa-tan-thanh]",
		"vn/cong-an-xa-tan-thanh-ca-mau": "[vn/cong-an-xa-tan-thanh-ca-mau]",
	} {
		if got := lineageOf(t, c, name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
	add(t, c, entry(4, "https://a.vn/1", "05/08/2024", "Tin", "Công an xã Tân Thành bắt hai người ở tỉnh Cà Mau."))
	if got := lineageOf(t, c, "vn/cong-an-xa-tan-thanh"); got != "[vn/cong-an-xa-tan-thanh-ca-mau]" {
		t.Errorf("the id without the province leads to %s", got)
	}
}

func lineageOf(t *testing.T, c *Corpus, name string) string {
	t.Helper()
	bodies, err := c.Agencies.Named(context.Background(), name, "")
	if err != nil {
		return err.Error()
	}
	var all []string
	for _, b := range bodies {
		s := b.ID
		if b.SucceededBy != nil {
			s += fmt.Sprint(" by ", b.SucceededBy.ID, " on ", b.SucceededBy.On)
		}
		for _, old := range b.Succeeds {
			s += " after " + old.ID
		}
		all = append(all, s)
	}
	return fmt.Sprint(all)
}
