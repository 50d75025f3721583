package extract

import (
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/sites"
)

// TestWhosePageItIs gives a page that says it is of another site.
func TestWhosePageItIs(t *testing.T) {
	known, err := sites.Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	const body = `<h1>Hội nghị sơ kết công tác sáu tháng đầu năm</h1><article><p>Theo báo cáo tại hội nghị, lực lượng chức năng đã kiểm tra hơn hai nghìn lượt phương tiện, xử lý nhiều xe quá tải.</p>
<p>Các đơn vị tiếp tục tuần tra khép kín, công khai kết quả và phối hợp với nhà trường tuyên truyền cho học sinh.</p></article>`
	page := func(claim string) string {
		return `<!doctype html><meta charset=utf-8><link rel=canonical href="` + claim + `"><meta property="og:url" content="` + claim + `">` + body
	}
	const ministry = "https://bocongan.gov.vn/bai-viet/tin-1"
	for _, c := range []struct {
		url, claim, site, address string
		claimed                   bool
	}{
		{"https://a.example/x", ministry, "a.example", "https://a.example/x", false},
		{"https://bocongan.gov.vn/bai-viet/tin-1?utm=1", ministry, "bocongan.gov.vn", ministry, false},
		{"https://www.bocongan.gov.vn/bai-viet/tin-1", ministry, "bocongan.gov.vn", ministry, false},
		{"https://mps.gov.vn.a.example/x", "https://mps.gov.vn/tin", "mps.gov.vn.a.example", "https://mps.gov.vn.a.example/x", false},
		{"", ministry, "bocongan.gov.vn", ministry, true},
		{"", "https://b.example/tin-1", "b.example", "https://b.example/tin-1", true},
	} {
		a, err := New(known).Article(&boctin.Page{URL: c.url, Format: boctin.FormatHTML, Body: []byte(page(c.claim))})
		if err != nil || a.Site != c.site || a.URL != c.address || a.Source.Claimed != c.claimed {
			t.Errorf("%s that claims %s: site %s, url %s, claimed %v, %v", c.url, c.claim, a.Site, a.URL, a.Source.Claimed, err)
		}
	}
}
