package lines

import (
	"testing"

	"github.com/boctin/boctin/extract/sites"
)

// TestOffices holds names of bodies with their place, and headlines that begin with one.
func TestOffices(t *testing.T) {
	w := New(sites.Generic().Words())
	for line, want := range map[string]bool{
		"Công an xã Mẫu Sơn":                             true,
		"Ủy ban nhân dân xã Mẫu Sơn, tỉnh Mẫu":           true,
		"Công an huyện":                                  true,
		"UBND Mẫu Sơn":                                   true,
		"Văn phòng HĐND-UBND":                            true,
		"CÔNG AN XÃ MẪU SƠN":                             true,
		"Trường Mầm non Hoa Gạo":                         true,
		"Công an xã Mẫu Sơn bắt Vi Văn Hoan":             false,
		"Công an Mẫu Sơn Hạ Thượng Đông Tây":             false,
		"CÔNG AN XÃ MẪU SƠN BẮT BA NGƯỜI TRỘM CÁP":       false,
		"Chợ huyện mở phiên đêm":                         false,
		"Công an tỉnh Mẫu: Ba tháng không tai nạn":       false,
		"Công an tìm người thân của cụ già đi lạc":       false,
		"Trường học vùng cao thiếu nước":                 false,
		"Hội Nông dân huyện Mẫu Sơn tặng giống mắc khén": false,
	} {
		if got := IsOffice(w, line); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}
