package builtin_test

import (
	"fmt"
	"log"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/builtin"
)

const page = `<html><head><title>Công an tỉnh Nghệ An họp</title></head><body>
<h1>Công an tỉnh Nghệ An họp bàn phòng cháy</h1><p>12/06/2025 08:30</p>
<article><p>Sáng 11/6, Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, chủ trì cuộc họp bàn về phòng cháy, chữa cháy ở các chợ lớn trong tỉnh.</p>
<p>Hai bên thống nhất kiểm tra mọi chợ trước mùa khô và báo cáo kết quả lên Bộ Công an.</p></article></body></html>`

// A page becomes an article, and the article a record.
func Example() {
	extractor, normalizer, err := builtin.New()
	if err != nil {
		log.Fatal(err)
	}
	article, err := extractor.Article(&boctin.Page{URL: "https://example.vn/tin-1.html", Body: []byte(page)})
	if err != nil {
		log.Fatal(err) // no article stands on the page
	}
	record := normalizer.Record(article)
	fmt.Println(record.Title, record.Published.Value)
	for _, d := range record.Dates {
		fmt.Println(d.Value, d.Text)
	}
	for _, o := range record.Officials {
		fmt.Println(o.Ranks[0], o.Name, "-", o.Posts[0].Text)
	}
	// Output:
	// Công an tỉnh Nghệ An họp bàn phòng cháy 2025-06-12T08:30+07:00
	// 2025-06-11 Sáng 11/6
	// Đại tá Trần Văn Mẫu - Giám đốc Công an tỉnh Nghệ An
}
