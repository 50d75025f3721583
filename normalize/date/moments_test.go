package date

import (
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

func page(text string) boctin.Stamp       { return boctin.Stamp{Text: text, From: boctin.FromPage} }
func meta(text string) boctin.Stamp       { return boctin.Stamp{Text: text, From: boctin.FromMetadata} }
func changed(s boctin.Stamp) boctin.Stamp { s.Modified = true; return s }

func TestStamps(t *testing.T) {
	for text, want := range map[string]string{
		"Thứ bảy, 7/3/2026, 00:05 (GMT+7)":          "2026-03-07T00:05+07:00",
		"07-03-2026 - 00:01 AM":                     "2026-03-07T00:01+07:00",
		"22-12-2019 - 05:43 AM":                     "2019-12-22T05:43+07:00",
		"18:08 14/02/2020":                          "2020-02-14T18:08+07:00",
		"11/12/2019 | 13:05":                        "2019-12-11T13:05+07:00",
		"Thứ 4, 08:41, 01/01/2020":                  "2020-01-01T08:41+07:00",
		"20/01/2022 01:39 PM":                       "2022-01-20T13:39+07:00",
		"Thứ Bảy, ngày 08/02/2020 10:30 AM":         "2020-02-08T10:30+07:00",
		"Cập nhật thứ hai, ngày 24/12/12 11:05 tối": "2012-12-24T23:05+07:00",
		"08:36 ngày 14/03/2016":                     "2016-03-14T08:36+07:00",
		"07/03/2026 08:52 (GMT+07:00)":              "2026-03-07T08:52+07:00",
		"07/03/2026 08:52 GMT+7 - Hà Giang":         "2026-03-07T08:52+07:00",
		"18/11/2019 19:00 GMT+7":                    "2019-11-18T19:00+07:00",
		"Ngày 5 tháng 3 năm 2026":                   "2026-03-05",
		"17/08/2025":                                "2025-08-17",
		"2024-01":                                   "2024-01",
		"date 2024-01":                              "2024-01",
		"1/2024":                                    "2024-01",
		"25-01-2022 - 17:40 PM":                     "2022-01-25T17:40+07:00",
		"Thứ Năm, 20/03/2014 15h23":                 "2014-03-20T15:23+07:00",
		"7 Tháng Ba, 2026":                          "2026-03-07",
		"17 thg 4, 2022":                            "2022-04-17",
		"20 Th4 2022":                               "2022-04-20",
		"20-Th4-2022":                               "2022-04-20",
		"20-Apr-2022 07:15":                         "2022-04-20T07:15+07:00",
		"20/Th4/2022":                               "2022-04-20",
		"20-Th14-2022":                              "",
		"20 Thơ4 2022":                              "",
		"Tháng Mười Hai 7, 2026":                    "2026-12-07",
		"Tháng Mười 7, 2026":                        "2026-10-07",
		"Tháng Mười 17th, 2026":                     "2026-10-17",
		"Tháng Mười 17xx, 2026":                     "",
		"7 Tháng Mười năm 2026":                     "2026-10-07",
		"Tháng Mười năm, 2026":                      "",
		"7 Tháng Ba mươi, 2026":                     "",
		"07/03/2026 8:06 p.m.":                      "2026-03-07T20:06+07:00",
		"07/03/2026 12:06 rạng sáng":                "2026-03-07T00:06+07:00",
		"07/03/2026 12:06 trưa":                     "2026-03-07T12:06+07:00",
		"7 Tháng Mười Một, 2026 08:06":              "2026-11-07T08:06+07:00",
		"07/03/2026 8:06:15 CH":                     "2026-03-07T20:06+07:00",
		"Ngày đăng: 07/03/2026 08:06:15":            "2026-03-07T08:06+07:00",
		"31/02/2020":                                "",
		"Chuyên mục Thời sự":                        "",
		"24/7":                                      "",
		"Số 2026, 3 bình luận":                      "",
		"2026-03, 12 bình luận":                     "2026-03",
		"2026-03 - trang 2":                         "2026-03",
		"Kỳ 7, 3/2026":                              "2026-03",
		"7/3, 2026 lượt xem":                        "",
		"Trang 7/3/5":                               "",
		"Tin 7/3/VN":                                "",
		"12/24/2025 08:00":                          "2025-12-24T08:00+07:00",
		"05 Oct, 2026":                              "2026-10-05",
		"Oct 5th, 2026":                             "2026-10-05",
		"22nd October 2026":                         "2026-10-22",
		"Oct 5xx, 2026":                             "",
		"2026.10.05":                                "2026-10-05",
		"số 2026.10":                                "",
		"Oct 5, 2026 10:00":                         "2026-10-05T10:00+07:00",
		"05 Ma 2026":                                "",
		"Niên khóa 9/2026-2027":                     "",
		"Trang 3, 2026 lượt xem":                    "",
		"Bài 36:10 ngày 07/03/2026":                 "2026-03-07",
		"07/03/2026 8h":                             "2026-03-07T08:00+07:00",
		"07/03/2026 8h 99 bình luận":                "2026-03-07T08:00+07:00",
		"08:06. 07/03/2026":                         "2026-03-07T08:06+07:00",
		"T4, 07/03/2026 08:06":                      "2026-03-07T08:06+07:00",
		"20260307T0806 (12 bình luận)":              "2026-03-07T08:06+07:00",
		"07/03/2026 00:01 - 7 bình luận":            "2026-03-07T00:01+07:00",
		"07/03/2026 00:01 -Hà Giang":                "2026-03-07T00:01+07:00",
		"07/03/2026 08:52 GMT+5:30":                 "2026-03-07T08:52+05:30",
		"07/03/2026 08:52 GMT+7, 30 bình luận":      "2026-03-07T08:52+07:00",
		"07/03/2026 08:52 GMT+7: Hà Giang":          "2026-03-07T08:52+07:00",
		"07/03/2026 08:52 +20 ảnh":                  "2026-03-07T08:52+07:00",
		"Chiều 07/03/2026":                          "2026-03-07",
		"01/01/1970":                                "",
	} {
		m, _ := newMoments(t, boctin.Article{Stamps: []boctin.Stamp{page(text)}})
		if got := valueOf(m); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestMetadataStamps(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-07T08:06:00+07:00":       "2026-03-07T08:06+07:00",
		"2026-03-07T08:52:11.000 +07:00":  "2026-03-07T08:52+07:00",
		"2026-10-05T11:18:25.000Z":        "2026-10-05T18:18+07:00",
		"2026-10-05T20:18:25Z":            "2026-10-06T03:18+07:00",
		"2026-03-07T08:06:00":             "2026-03-07T08:06+07:00",
		"2026-03-07 08:06":                "2026-03-07T08:06+07:00",
		"2026-03-07":                      "2026-03-07",
		"9/5/2026 1:30:00 PM":             "2026-09-05T13:30+07:00",
		"9/5/2026":                        "2026-05-09",
		"Mon, 05 Oct 2026 11:18:25 UTC":   "2026-10-05T18:18+07:00",
		"Mon, 05 Oct 2026 11:18:25 GMT+7": "2026-10-05T11:18+07:00",
		"20260307T080600+0700":            "2026-03-07T08:06+07:00",
		"1791199677":                      "2026-10-05T18:27+07:00",
		"1791199677000":                   "2026-10-05T18:27+07:00",
		"2019-05-22T22:29:44-0400":        "2019-05-22T22:29-04:00",
		"0001-01-01T00:00:00":             "",
		"9-5-2026 1:30:00 PM":             "2026-05-09T13:30+07:00",
		"9/5/2026 1:30 CH":                "2026-05-09T13:30+07:00",
		"9/5/2026 13:30":                  "2026-05-09T13:30+07:00",
		"Mon, 05 Oct 2026 11:18:25 GMT":   "2026-10-05T18:18+07:00",
		"05 Oct 2026 GMT":                 "2026-10-05",
		"20260307T0806Z":                  "2026-03-07T15:06+07:00",
		"1791-99677":                      "",
	} {
		m, _ := newMoments(t, boctin.Article{Stamps: []boctin.Stamp{meta(text)}})
		if got := valueOf(m); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestRFC3339 holds that the short way reads a time as the words of a stamp do.
func TestRFC3339(t *testing.T) {
	f, _ := testFinder(t)
	for text, read := range map[string]bool{
		"2026-03-07T08:06:00+07:00": true, "2026-12-31T23:30:59Z": true, "2026-10-05T11:18:25.123456-04:00": true, "2024-02-29T00:00:00+00:00": true,
		"2026-02-30T08:06:00Z": false, "1969-03-07T08:06:00Z": false, "2026-03-07T08:06:00": false, "2026-03-07T08:06+07:00": false, "": false,
	} {
		short, long := rfc3339(text), f.words.stampDate(text, false)
		if (short != "") != read || read && short != long {
			t.Errorf("%q is %q, by its words %q", text, short, long)
		}
	}
}

func TestURLDates(t *testing.T) {
	for url, want := range map[string]string{
		"http://a.vn/xa-hoi/xe-tong-xe-20160314083511309.htm":          "2016-03-14",
		"http://a.vn/gl/tam-su/2012/12/vo-ngoai-tinh/":                 "2012-12",
		"http://a.vn/2012/12/24/tin.html":                              "2012-12-24",
		"http://a.vn/phap-luat/202403/bat-trom-1012345/":               "2024-03",
		"http://a.vn/chuyen-de/204517/nhat-ky-88123/":                  "",
		"http://a.vn/chuyen-de/199803/nhat-ky-88123/":                  "",
		"http://a.vn/phong-cach/20121224150720142/bon-buoc.xinh":       "2012-12-24",
		"https://a.vn/cong-nhan-mat-viec-chat-vat-lo-tet-4420519.html": "",
		"https://a.vn/tin-102260228093004191.htm":                      "2026-02-28",
		"https://a.vn/tin-18826030622484142.chn":                       "2026-03-06",
		"https://a.vn/post-2495349.html":                               "",
		"https://a.vn/tin-2020-12-ngay-le.html":                        "",
		"https://a.vn/bai-viet/hop-tac-1791199677":                     "",
		"http://a.vn/20121224/tin.html":                                "2012-12-24",
		"http://a.vn/19991224/tin.html":                                "",
		"http://a.vn/tin-20121399.html":                                "",
		"http://a.vn/anh-99999999.html":                                "",
		"http://a.vn/phap-luat/tin-202403.html":                        "",
		"http://a.vn/phap-luat/202413/tin-1/":                          "",
		"https://a.vn/tin-102260228093099191.htm":                      "",
		"https://a.vn/tin-102261328093004191.htm":                      "",
		"https://a.vn/tin-102260228253004191.htm":                      "",
		"https://a.vn/tin-102260228096004191.htm":                      "",
		"http://a.vn/2012":                                             "",
		"http://a.vn/2012/124/":                                        "",
		"http://a.vn/2012/13/45/":                                      "",
		"https://a.vn/tin-2020-12-24.html":                             "2020-12-24",
		"https://a.vn/tin-2020-12-45.html":                             "",
	} {
		m, _ := newMoments(t, boctin.Article{URL: url})
		if got := valueOf(m); got != want {
			t.Errorf("%q: %q, want %q", url, got, want)
		}
	}
}

func TestOrderOfStamps(t *testing.T) {
	published, modified := newMoments(t, boctin.Article{
		URL:    "http://a.vn/2012/12/24/tin.html",
		Stamps: []boctin.Stamp{meta("2026-10-05T11:18:25.000Z"), page("05/10/2026"), changed(meta("2026-10-06T01:00:00Z"))},
	})
	if valueOf(published) != "2026-10-05" || published.From != boctin.FromPage || valueOf(modified) != "2026-10-06T08:00+07:00" {
		t.Errorf("%+v %+v", published, modified)
	}
	published, _ = newMoments(t, boctin.Article{Stamps: []boctin.Stamp{
		page("07/03/2026"), page("07/03/2026 08:52"), {Text: "2020-01-01", From: boctin.FromFlag}}})
	if valueOf(published) != "2026-03-07T08:52+07:00" {
		t.Errorf("%+v", published)
	}
	for url, want := range map[string]string{
		"https://a.vn/tin-20250617093012.htm": "2025-06-17", "https://a.vn/tin-20240617093012.htm": "2025-06", "https://a.vn/tin.htm": "2025-06",
	} {
		if m, _ := newMoments(t, boctin.Article{URL: url, Stamps: []boctin.Stamp{page("2025-06")}}); valueOf(m) != want {
			t.Errorf("%s: %+v, want %s", url, m, want)
		}
	}
	published, modified = newMoments(t, boctin.Article{Stamps: []boctin.Stamp{changed(page("Cập nhật 24/12/12 11:05 tối"))}})
	if valueOf(published) != "2012-12-24T23:05+07:00" || modified != nil {
		t.Errorf("%+v %+v", published, modified)
	}
	published, _ = newMoments(t, boctin.Article{Body: "Quảng Trị, ngày 5 tháng 3 năm 2026\n\nCông an tỉnh mở đợt kiểm tra.", Stamps: []boctin.Stamp{{Text: "2020-01-01", From: boctin.FromFlag}}})
	if valueOf(published) != "2026-03-05" || published.From != boctin.FromText {
		t.Errorf("%+v", published)
	}
	published, _ = newMoments(t, boctin.Article{Body: "Ngày 5/3/2026, công an mở đợt kiểm tra.", Stamps: []boctin.Stamp{{Text: "2020-01-01", From: boctin.FromFlag}}})
	if valueOf(published) != "2020-01-01" || published.From != boctin.FromFlag {
		t.Errorf("%+v", published)
	}
}

// TestOrderOfDayAndMonth holds which of two days 10/6/2025 is, by what else tells it.
func TestOrderOfDayAndMonth(t *testing.T) {
	american := page("10/6/2025 3:20:10 PM")
	for _, c := range []struct {
		want, url, body string
		stamps          []boctin.Stamp
	}{
		{want: "2025-06-10T15:20+07:00", stamps: []boctin.Stamp{american}},
		{want: "2025-10-06T15:20+07:00", stamps: []boctin.Stamp{american, meta("2025-10-06T08:20:10Z")}},
		{want: "2025-06-10T15:20+07:00", stamps: []boctin.Stamp{american, meta("2025-06-10T08:20:10Z")}},
		{want: "2025-10-06T15:20+07:00", stamps: []boctin.Stamp{american}, url: "https://a.vn/tin-20251006152010123.htm"},
		{want: "2025-10-06T15:20+07:00", stamps: []boctin.Stamp{american}, body: "Sáng 5/10, bản Pọng họp chợ phiên."},
		{want: "2025-06-10T15:20+07:00", stamps: []boctin.Stamp{american}, body: "Sáng 9/6, bản Pọng họp chợ phiên, mở đến 6/10."},
		{want: "2025-06-10T15:20+07:00", stamps: []boctin.Stamp{american}, body: "Bản Pọng sẽ họp chợ phiên ngày 9/10."},
		{want: "2025-06-10T15:20+07:00", stamps: []boctin.Stamp{page("10/6/2025 15:20")}, body: "Sáng 5/10, bản Pọng họp chợ phiên."},
		{want: "2025-06-10T15:20+07:00", stamps: []boctin.Stamp{american}, body: "Sáng 1/10, bản Pọng họp chợ phiên."},
		{want: "2025-06-10T15:20+07:00", stamps: []boctin.Stamp{american, meta("2025-06-10T08:20:10Z")}, url: "https://a.vn/tin-20251006152010123.htm"},
		{want: "2025-10-06T15:20+07:00", stamps: []boctin.Stamp{meta(american.Text)}, body: "Sáng 9/6, bản Pọng họp chợ phiên."},
		{want: "2025-10-06T15:20+07:00", stamps: []boctin.Stamp{{Text: american.Text, From: boctin.FromPage, MonthFirst: true}}},
	} {
		if m, _ := newMoments(t, boctin.Article{URL: c.url, Body: c.body, Stamps: c.stamps}); valueOf(m) != c.want {
			t.Errorf("%q %q %+v: %+v, want %s", c.url, c.body, c.stamps, m, c.want)
		}
	}
}

// TestStampAmongOthers: a head that prints today's date and a teaser with its
// own must not pass for the time of publication.
// TestTurns holds which dates are another day with month and day turned about.
func TestTurns(t *testing.T) {
	for text, want := range map[string]bool{"9/5/2026": true, "9/9/2026": false, "25/10/2026": false, "10/25/2026": false, "25/10/2026, 3-4-2026": true, "": false} {
		if turns(text) != want {
			t.Errorf("%q turns: %v", text, !want)
		}
	}
}

func TestStampAmongOthers(t *testing.T) {
	today, teaser := page("Thứ Bảy, ngày 30/08/2025"), page("Chủ quán phở phát năm mươi suất cho người nghèo mỗi sáng ở chợ huyện (10/08/2025)")
	for _, c := range []struct {
		want   string
		stamps []boctin.Stamp
	}{
		{"2025-08-25T15:42+07:00", []boctin.Stamp{today, page("25/08/2025 15:42"), teaser}},
		{"2025-08-25", []boctin.Stamp{today, page("25/08/2025"), meta("2025-08-25T08:42:00Z")}},
		{"2025-08-30", []boctin.Stamp{teaser, today}},
		{"2025-08-30", []boctin.Stamp{page(strings.Replace(teaser.Text, "2025", "2025 08:30", 1)), today}},
		{"2025-08-10", []boctin.Stamp{teaser}},
	} {
		if m, _ := newMoments(t, boctin.Article{Stamps: c.stamps}); valueOf(m) != c.want {
			t.Errorf("%v: %+v, want %s", c.stamps, m, c.want)
		}
	}
}

func TestRelativeStamps(t *testing.T) {
	for text, want := range map[string]string{
		"3 giờ trước": "2026-03-06", "15 phút trước": "2026-03-07T01:45+07:00", "2 ngày trước": "2026-03-05", "Hôm nay, 01:20": "2026-03-07T01:20+07:00", "Hôm qua": "2026-03-06",
		"Hôm kia": "2026-03-05", "Ngày mai": "", "2 tiếng trước": "2026-03-07", "hai tuần trước": "2026-02-21", "30 giây trước": "2026-03-07T01:59+07:00", "nhiều ngày trước": "", "2 giờ sáng trước": "", "trước": "",
		"Chủ quán phở phát năm mươi suất cho người nghèo mỗi sáng ở chợ huyện từ hôm qua": "",
	} {
		a := boctin.Article{Stamps: []boctin.Stamp{page(text)}}
		if m, _ := newMoments(t, a); m != nil {
			t.Errorf("%q without a time of fetching: %+v", text, m)
		}
		a.Source.Fetched = "2026-03-06T19:00:00Z"
		if m, _ := newMoments(t, a); valueOf(m) != want {
			t.Errorf("%q: %+v, want %s", text, m, want)
		}
	}
}

// TestDatelines holds which first lines are the place and the day of the whole text.
func TestDatelines(t *testing.T) {
	for body, want := range map[string]string{
		"(TTXVN, 5/3/2026) - Công an tỉnh mở đợt kiểm tra.": "2026-03-05",
		"Mẫu Sơn, ngày 5 tháng 3 năm 2026 - Công ty Xe khách Mẫu Sơn cho biết từ tuần sau xe chạy thêm hai chuyến về bến mới ở ngoại ô.":        "2026-03-05",
		"Xe chạy đến chợ, ngày 5 tháng 3 năm 2026 thì dừng - Công ty Xe khách Mẫu Sơn cho biết từ tuần sau xe chạy thêm hai chuyến về bến mới.": "",
		"Quảng Trị, ngày 5 tháng 3 năm 2026": "2026-03-05",
		"Quảng Trị, 5/3/2026":                "",
		"Quảng Trị, ngày hội lớn":            "",
		"Công an tỉnh và các huyện miền núi, ngày 5/3/2026, mở đợt kiểm tra.":                                                                    "",
		"Quảng Trị, ngày 5/3/2026, công an mở đợt kiểm tra ở tất cả các bến xe, nhà ga và chợ đầu mối.":                                          "",
		"(Ảnh chụp bến đò làng Mai trong buổi sáng nhiều sương, khi bà con đem rau qua sông bán ở chợ huyện, do ông An chụp 5/3/2026) Đò đã về.": "",
	} {
		if m, _ := newMoments(t, boctin.Article{Body: body + "\n\nCông an tỉnh mở đợt kiểm tra."}); valueOf(m) != want {
			t.Errorf("%q: %+v, want %s", body, m, want)
		}
	}
}

func newMoments(t testing.TB, a boctin.Article) (published, modified *boctin.Moment) {
	f, _ := testFinder(t)
	return f.Moments(&a)
}

func valueOf(m *boctin.Moment) string {
	if m == nil {
		return ""
	}
	return m.Value
}
