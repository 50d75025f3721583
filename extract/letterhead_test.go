package extract

import (
	"slices"
	"testing"

	"github.com/boctin/boctin"
)

const letterheadHTML = `<table><tr><td><b>CÔNG AN TỈNH MẪU SƠN</b><br>-----</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b></td></tr><tr><td>Số: 12/TB-CA</td><td><i>Mẫu Sơn, ngày 03 tháng 10 năm 2023</i></td></tr></table><p align="center"><b>THÔNG BÁO</b></p><p align="center"><b>Tuyển công dân phục vụ có thời hạn trong Công an nhân dân</b></p>` +
	`<p>Căn cứ hướng dẫn của Bộ Công an, Công an tỉnh Mẫu Sơn thông báo tuyển 120 công dân phục vụ có thời hạn trong Công an nhân dân.</p><p>Hồ sơ nộp tại Công an xã, phường, thị trấn nơi thường trú trước ngày 30 tháng 11 năm 2023.</p><p align="right"><b>GIÁM ĐỐC</b></p><p align="right"><b>Lê Văn Mẫu</b></p>`

// TestDocumentDays holds that the day of signing counts only where the page
// tells no other, and that who signs is no reporter.
func TestDocumentDays(t *testing.T) {
	const subject = "Tuyển công dân phục vụ có thời hạn trong Công an nhân dân"
	for _, c := range []struct {
		name, head, body, title string
		stamps                  []boctin.Stamp
	}{
		{"page's own time", `<title>Tin tuyển dụng</title>`, `<h1>Tin tuyển dụng năm 2024 của Công an tỉnh</h1><div class="date">05/10/2023 09:15</div><div>` + letterheadHTML + `</div>`, "Tin tuyển dụng năm 2024 của Công an tỉnh",
			[]boctin.Stamp{{Text: "05/10/2023 09:15", From: boctin.FromPage}, {Text: "Mẫu Sơn, ngày 03 tháng 10 năm 2023", From: boctin.FromText}}},
		{"no other time, no headline", `<title>Cổng thông tin điện tử tỉnh Mẫu Sơn</title>`, `<div>` + letterheadHTML + `</div>`, subject,
			[]boctin.Stamp{{Text: "Mẫu Sơn, ngày 03 tháng 10 năm 2023", From: boctin.FromText}}},
		{"table of a document", `<title>Chi tiết văn bản - Cổng thông tin điện tử tỉnh Mẫu Sơn</title>`, `<h2 class="title">` + subject + `</h2><table><tr><td>Số ký hiệu</td><td>12/TB-CA</td></tr><tr><td>Ngày ban hành</td><td>03/10/2023</td></tr><tr><td>Ngày có hiệu lực</td><td>15/10/2023</td></tr><tr><td>Trích yếu</td><td>Tuyển công dân phục vụ có thời hạn trong Công an nhân dân năm 2024 tại tỉnh Mẫu Sơn</td></tr></table>`, subject,
			[]boctin.Stamp{{Text: "03/10/2023", From: boctin.FromText}}},
	} {
		a, err := New(nil).Article(&boctin.Page{Path: c.name, Body: []byte(`<html lang="vi"><head>` + c.head + `</head><body>` + c.body + `</body></html>`)})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if a.Title != c.title || !slices.Equal(a.Stamps, c.stamps) || len(a.Authors) > 0 {
			t.Errorf("%s: title %q, authors %q, stamps %+v, want %q and %+v", c.name, a.Title, a.Authors, a.Stamps, c.title, c.stamps)
		}
	}
}
