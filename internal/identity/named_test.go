package identity

import "testing"

func TestPrints(t *testing.T) {
	r := resolver(t, Judgements{})
	for text, want := range map[string]bool{
		"Ông Lê Văn Mẫu viết sách.":                 true,
		"Sách của ông Lê Văn Mẫu bán chạy.":         true,
		"Lê Văn Mẫu viết sách.":                     true,
		"Hôm qua, Lê Văn Mẫu viết sách.":            true,
		"Vua Adam bin Lê Văn Mẫu lên ngôi.":         false,
		"Xe chạy trên đường Lê Văn Mẫu.":            false,
		"Học sinh trường THPT Lê Văn Mẫu nghỉ học.": false,
		"Tòa yêu cầu Lê Văn Mẫu có mặt.":            true,
		"Sách của ông Lê Văn Mẫu Sơn bán chạy.":     false,
		"Sách của ông Trần Lê Văn Mẫu bán chạy.":    false,
		"Sách của ông Lê Văn Mẩu bán chạy.":         false,
		"Đường Lê Văn Mẫu tắc; ông Lê Văn Mẫu kêu.": true,
	} {
		if got := r.Prints(text, "Lê Văn Mẫu"); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}
