package export

import (
	"testing"
	"unicode/utf8"

	"github.com/boctin/boctin"
)

// sample is a record with everything that a record can hold. Its title and body
// begin with signs beyond the first plane and with letters that are not
// composed, so that bytes, UTF-16 units and code points all differ.
func sample(t testing.TB) *boctin.Record {
	t.Helper()
	const (
		title = "🚔 Công an tỉnh Nghệ An họp"
		body  = "𝐀́ e\u0302\u0301 Sáng 17/8/2025, Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, họp dân.\n\n" +
			"Ông Mẫu nói: \"Phòng Cảnh sát hình sự Công\nan tỉnh Nghệ An # sẽ làm.\"\tHết 😀."
		caption = "😀 Đại tá Trần Văn Mẫu (trái)"
	)
	r := &boctin.Record{Article: boctin.Article{
		Schema: boctin.Schema, ID: "0123456789abcdef0123456789abcdef", URL: "https://a.vn/bai-1.htm?x=1&y=2", Site: "a.vn",
		Source:   boctin.Source{Path: "a.warc.gz", Record: "<urn:uuid:1>", Offset: 7, Format: boctin.FormatHTML, SHA256: "ab", Fetched: "2025-08-18T00:00:00Z"},
		Language: "vi", Title: title, Lead: "Sáng nay họp.", Body: body, Authors: []string{"Lê Thử", "=1+1"}, Credit: "TTXVN",
		Published: &boctin.Moment{Value: "2025-08-17T15:30+07:00", Text: "17/08/2025 15:30", From: boctin.FromPage},
		Modified:  &boctin.Moment{Value: "2025-08-18"}, Section: "Thời sự", Tags: []string{"công an", "họp"},
		Images: []boctin.Image{{Src: "https://a.vn/1.jpg"}, {Src: "https://a.vn/2.jpg", Caption: caption, Credit: "Vũ Ví"}},
	}}
	find := finder{t, r}
	r.Dates = []boctin.Date{{Value: "2025-08-17", Text: "Sáng 17/8/2025", Part: "morning", Span: find.span("body", "Sáng 17/8/2025", 0)}}
	nghean, room := "Công an tỉnh Nghệ An", "Phòng Cảnh sát hình sự Công\nan tỉnh Nghệ An"
	r.Agencies = []boctin.Agency{
		{ID: "vn/cong-an-tinh-nghe-an", Name: nghean, NameEN: "Nghe An Police", Country: "VN", Kind: "police", Parent: "vn/bo-cong-an", Wikidata: "Q1",
			Mentions: []boctin.Mention{{Text: nghean, Span: find.span("title", nghean, 0)}, {Text: nghean, Span: find.span("body", nghean, 0)},
				{Text: "Công\nan tỉnh Nghệ An", Span: find.span("body", "Công\nan tỉnh Nghệ An", 0)}}},
		{ID: "vn/phong-canh-sat-hinh-su", Name: "Phòng Cảnh sát hình sự Công an tỉnh Nghệ An", Country: "VN", Kind: "unit", Parent: "vn/cong-an-tinh-nghe-an",
			Mentions: []boctin.Mention{{Text: room, Span: find.span("body", room, 0)}}},
		{ID: "cn/dang", Name: "Đảng Thử", Country: "CN", Kind: "party"},
	}
	person := "Đại tá Trần Văn Mẫu"
	r.Officials = []boctin.Official{
		{ID: "vn/tran-van-mau", Name: "Trần Văn Mẫu", Aliases: []string{"Trần Văn Mầu"}, Country: "VN", Ranks: []string{"Đại tá"}, Honorifics: []string{"ông"},
			Posts: []boctin.Post{{Title: "Giám đốc", Agency: "vn/cong-an-tinh-nghe-an", AgencyName: nghean, Text: "Giám đốc Công an tỉnh Nghệ An"},
				{Title: "Trưởng phòng", Agency: "vn/phong-canh-sat-hinh-su", AgencyName: "Phòng Cảnh sát hình sự Công an tỉnh Nghệ An", Former: true}},
			Mentions: []boctin.PersonMention{
				{Text: person, Name: [2]int{len("Đại tá "), len(person)}, Span: find.span("body", person, 0)},
				{Text: "Ông Mẫu", Name: [2]int{len("Ông "), len("Ông Mẫu")}, Span: find.span("body", "Ông Mẫu", 0)},
				{Text: person, Name: [2]int{len("Đại tá "), len(person)}, Span: find.span("images[1].caption", person, 0)}}},
		{ID: "la/khac", Name: "Khắc", Mentions: []boctin.PersonMention{}},
	}
	r.Events = []boctin.Event{{Kind: "meeting", Date: "2025-08-17", Place: "Nghệ An", Officials: []string{"vn/tran-van-mau"}, Agencies: []string{"vn/cong-an-tinh-nghe-an"},
		Text: "họp dân", Span: find.span("body", "họp dân", 0)}}
	at := find.span("body", "17/8/2025", 0)
	r.Issues = []boctin.Issue{{Rule: "date/doubt", Text: "17/8/2025", Why: "a test", Span: &at}, {Rule: "page/doubt", Why: "no place"}}
	return r
}

// bare is the least record there can be.
func bare() *boctin.Record {
	return &boctin.Record{Article: boctin.Article{Schema: boctin.Schema, ID: "ffff6789abcdef0123456789abcdefff"}}
}

type finder struct {
	t testing.TB
	r *boctin.Record
}

func (f finder) span(field, text string, from int) boctin.Span {
	f.t.Helper()
	s, _ := f.r.Field(field)
	for i := from; i+len(text) <= len(s); i++ {
		if s[i:i+len(text)] == text {
			return boctin.Span{Field: field, Start: i, End: i + len(text)}
		}
	}
	f.t.Fatalf("no %q in %s", text, field)
	return boctin.Span{}
}

// points gives the code points from start to end.
func points(s string, start, end int) string {
	if start < 0 || end < start || end > utf8.RuneCountInString(s) {
		return "(out of range)"
	}
	return string([]rune(s)[start:end])
}
