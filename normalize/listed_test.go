package normalize_test

import (
	"fmt"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// TestHoldersOwnTheirBodies holds that the body of a post is listed under the
// state that its holder serves, and that a host's body stays the host's.
func TestHoldersOwnTheirBodies(t *testing.T) {
	lex, err := lexicon.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	n := normalize.New(lex)
	for text, want := range map[string]string{
		"Tới thăm Bộ Nội vụ Hungary, Bộ trưởng Bộ Công an Lương Tất Vọng ký hiệp định dẫn độ với nước bạn.": "[hu/bo-noi-vu vn/bo-cong-an]",
		"Thăm Bộ Y tế Cuba, Bộ trưởng Bộ Y tế Đào Hồng Mẫu cảm ơn bạn đã cử chuyên gia.":                    "[cu/bo-y-te vn/bo-y-te]",
		"Bí thư Đảng ủy, Chủ tịch UBND phường Mẫu Sơn Lò Văn Thử tiếp dân.":                                 "[vn/dang-uy-phuong-mau-son-lang-son vn/uy-ban-nhan-dan-phuong-mau-son-lang-son]",
		"Ông Lò Văn Thử, Trưởng phòng Khảo thí Sở Giáo dục và Đào tạo Hòa Bình, đến.":                       "[vn/phong-khao-thi-so-giao-duc-va-dao-tao-hoa-binh vn/so-giao-duc-va-dao-tao-hoa-binh]",
		"Ông Lò Văn Thử, Trưởng Ban Chỉ đạo các công trình trọng điểm Cà Mau, đến.":                         "[vn/ban-chi-dao-cac-cong-trinh-trong-diem-ca-mau]",
		"Ông Lò Văn Thử, Trưởng Ban Chỉ đạo, và ông Lò Văn Mẫu, cán bộ xã, đến.":                            "[]",
		"Ủy viên Bộ Chính trị Đảng Cộng sản Trung Quốc Vương Mẫu Thử đến.":                                  "[cn/bo-chinh-tri]",
		"Tại Bộ Nội vụ Hungary, Bộ trưởng Bộ Nội vụ Sándor Varga tiếp đoàn.":                                "[hu/bo-noi-vu]",
	} {
		var ids []string
		for _, a := range n.Record(boctin.Article{Body: text}).Agencies {
			ids = append(ids, a.ID)
			if len(a.Mentions) == 0 {
				t.Errorf("%s: %s is mentioned nowhere", text, a.ID)
			}
		}
		if got := fmt.Sprint(ids); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
