package corpus

import (
	"context"
	"fmt"
	"testing"
)

// TestNamedAlone finds the articles that print the name of an official and give him no
// post: not those that name a street after him, nor where two bear the name.
func TestNamedAlone(t *testing.T) {
	c := made(t)
	add(t, c,
		entry(1, "https://a.vn/1", "10/01/2024", "Tin", "Đại tá Đinh Khắc Mẫu, Giám đốc Công an tỉnh Cà Mau, họp dân."),
		entry(2, "https://a.vn/2", "11/01/2024", "Sách mới của Đinh Khắc Mẫu", "Cuốn sách ra mắt sáng nay."),
		entry(3, "https://a.vn/3", "12/01/2024", "Tin", "Xe cháy trên đường Đinh Khắc Mẫu."),
		entry(4, "https://a.vn/4", "13/01/2024", "Tin", "Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Cà Mau, họp dân."),
		entry(5, "https://a.vn/5", "14/01/2024", "Tin", "Ông Lê Văn Thử, Giám đốc Sở Y tế Lào Cai, họp dân."),
		entry(6, "https://a.vn/6", "15/01/2024", "Tin", "Độc giả khen sách của Lê Văn Thử."))
	for name, want := range map[string]string{"Đinh Khắc Mẫu": "1 https://a.vn/2 ", "Lê Văn Thử": "", "dinh khac mau": "1 https://a.vn/2 "} {
		people, err := c.Officials.Who(context.Background(), name)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, p := range people {
			if p.Alone != nil {
				got += fmt.Sprint(p.Alone.Articles, " ")
				for _, a := range p.Alone.Latest {
					got += a.URL + " "
				}
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
