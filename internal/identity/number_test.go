package identity

import "testing"

func TestNumber(t *testing.T) {
	for url, want := range map[string]string{
		"https://www.bao.example.vn/hop-bao-ve-an-toan-1022501.htm":     "bao.example.vn 1022501",
		"https://bao.example.vn/tin/sua-lai-tieu-de-1022501.htm":        "bao.example.vn 1022501",
		"https://bao.example.vn/post1022501.html":                       "bao.example.vn 1022501",
		"https://bao.example.vn/2025-08-17/hop-bao-10225.html":          "bao.example.vn 10225",
		"https://bao.example.vn/news/1022501":                           "bao.example.vn 1022501",
		"https://bao.example.vn/pages/tin.aspx?ItemID=43210&l=vi":       "bao.example.vn 43210",
		"https://bao.example.vn/pages/tin.aspx?ItemID=43210&PageID=123": "bao.example.vn 43210",
		"https://bao.example.vn/pages/tin.aspx?ItemID=4321&CateID=1234": "",
		"https://bao.example.vn/hop-bao-trang-2.html":                   "",
		"https://bao.example.vn/2025/hop-bao":                           "",
		"/tin-1022501.htm":                                              "",
		"":                                                              "",
		"https://bao.example.vn/100-nam-1925-2025-bao-chi-778899.html":  "bao.example.vn 778899",
	} {
		if got := Number(url); got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
	}
}
