package identity

import (
	"testing"

	"github.com/boctin/boctin/normalize/viet"
)

func TestSuccessor(t *testing.T) {
	r := resolver(t, Judgements{})
	for _, c := range []struct{ name, next, on string }{
		{"Bộ Giao thông vận tải", "Bộ Xây dựng", "2025-03-01"},
		{"Ban Dân vận Trung ương", "Ban Tuyên giáo và Dân vận Trung ương", "2025-02-03"},
		{"Công an tỉnh Hải Dương", "Công an thành phố Hải Phòng", "2025-07-01"},
		{"Tỉnh ủy Hải Dương", "Thành ủy Hải Phòng", "2025-07-01"},
		{"Tỉnh ủy Kon Tum", "Tỉnh ủy Quảng Ngãi", "2025-07-01"},
		{"Sở Y tế Bình Dương", "Sở Y tế Thành phố Hồ Chí Minh", "2025-07-01"},
		{"Phòng Cảnh sát hình sự Công an tỉnh Phú Yên", "Phòng Cảnh sát hình sự Công an tỉnh Đắk Lắk", "2025-07-01"},
		{"Ủy ban nhân dân tỉnh Hà Tây", "Ủy ban nhân dân thành phố Hà Nội", "2008-08-01"},
		{"Công an thành phố Hà Nội", "", ""},
		{"Tỉnh ủy Nghệ An", "", ""},
		{"Sở Giao thông vận tải Hải Dương", "", ""}, // ended before its province did
		{"Bộ Công an", "", ""},
	} {
		next, known := r.Successor(viet.CountryID("vn", c.name), c.name)
		if next.Name != c.next || next.On != c.on || known != (c.next != "") {
			t.Errorf("%s: %s on %s", c.name, next.Name, next.On)
		}
	}
	// xã Hòa Bình of a province is no province
	if next, known := r.Successor("vn/cong-an-xa-hoa-binh-ca-mau", "Công an xã Hòa Bình"); known {
		t.Error("a commune's police became that of", next.Name)
	}
	if next, known := r.Successor("la/bo-giao-thong-van-tai", "Bộ Giao thông vận tải"); known {
		t.Error("Laos' ministry became", next.ID)
	}
}
