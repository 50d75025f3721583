package extract

import (
	"testing"

	"github.com/boctin/boctin"
)

// TestHeadlinesLikeNames reads headlines that begin as the name of a paper does,
// and the name of a site that is printed as the headline of all its pages.
func TestHeadlinesLikeNames(t *testing.T) {
	const text = `<div class="d">03/06/2024 10:15</div><p><b>Tin vắn trong ngày của các địa phương</b></p><p>Sáng nay, Công an huyện Mẫu Sơn phối hợp với các xã tổ chức diễn tập chữa cháy tại chợ trung tâm với hơn 200 người tham gia.</p><p>Sau 40 phút, đám cháy giả định được dập tắt, các nạn nhân được đưa ra ngoài an toàn và chợ mở cửa trở lại.</p>`
	for headline, want := range map[string]string{
		"Báo cáo kết quả diễn tập chữa cháy":             "Báo cáo kết quả diễn tập chữa cháy",
		"Xây dựng lực lượng chữa cháy cơ sở":             "Xây dựng lực lượng chữa cháy cơ sở",
		"Thanh tra Chính phủ kết luận vụ chợ Mẫu Sơn":    "Thanh tra Chính phủ kết luận vụ chợ Mẫu Sơn",
		"Vietnam, Laos police hold border talks":         "Vietnam, Laos police hold border talks",
		"Giấy phép lái xe mới cấp ở xã":                  "Giấy phép lái xe mới cấp ở xã",
		"Báo Công an Nhân dân":                           "Tin vắn trong ngày của các địa phương",
		"Cổng thông tin điện tử Công an tỉnh Mẫu Sơn":    "Tin vắn trong ngày của các địa phương",
		"Công an huyện Mẫu Sơn diễn tập chữa cháy ở chợ": "Công an huyện Mẫu Sơn diễn tập chữa cháy ở chợ",
	} {
		page := `<html lang="vi"><head><title>` + headline + `</title></head><body><h1>` + headline + `</h1><div>` + text + `</div></body></html>`
		a, err := New(nil).Article(&boctin.Page{Path: headline, Body: []byte(page)})
		if err != nil || a.Title != want {
			t.Errorf("%s: title %q, %v, want %q", headline, a.Title, err, want)
		}
	}
}

// TestTitleOfMetadataAlone holds that such a headline is kept where no block
// prints it.
func TestTitleOfMetadataAlone(t *testing.T) {
	const page = `<html lang="vi"><head><meta property="og:title" content="Xây dựng lực lượng chữa cháy cơ sở"></head><body><div><p>Sáng nay, Công an huyện Mẫu Sơn phối hợp với các xã tổ chức diễn tập chữa cháy tại chợ trung tâm với hơn 200 người tham gia.</p><p>Sau 40 phút, đám cháy giả định được dập tắt, các nạn nhân được đưa ra ngoài an toàn và chợ mở cửa trở lại, bà con buôn bán bình thường.</p><p>Ban chỉ huy rút kinh nghiệm ngay tại chỗ và giao các đội dân phòng kiểm tra lại bình chữa cháy, lối thoát hiểm của từng dãy hàng.</p></div></body></html>`
	a, err := New(nil).Article(&boctin.Page{Path: "a.html", Body: []byte(page)})
	if err != nil || a.Title != "Xây dựng lực lượng chữa cháy cơ sở" {
		t.Errorf("title %q, %v", a.Title, err)
	}
}
