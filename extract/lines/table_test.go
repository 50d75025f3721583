package lines

import (
	"fmt"
	"strings"
	"testing"

	"github.com/boctin/boctin/extract/sites"
)

func generic() *Words { return New(sites.Generic().Words()) }

// table holds what a function says of lines.
func table[T comparable](t *testing.T, name string, f func(string) T, want map[string]T) {
	t.Helper()
	for line, w := range want {
		if got := f(line); got != w {
			t.Errorf("%s(%q) = %v, want %v", name, line, got, w)
		}
	}
}

func TestShapes(t *testing.T) {
	table(t, "Count", Count, map[string]int{"": 0, "a": 1, "a b": 2})
	table(t, "Ended", Ended, map[string]bool{"A.": true, "A?": true, "A…": true, "A:": true, "A;": true, "A!”)": true, "A./": true, "A": false, "A,": false, "": false})
	table(t, "Stopped", Stopped, map[string]bool{"A.": true, "A.”": true, "A./": true, "A./.": true, "A...": false, "A?": false, "A": false})
	table(t, "Closed", Closed, map[string]bool{"A./.": true, "A./.)": true, "A.": false})
	table(t, "Sentences", Sentences, map[string]int{"": 1, "A b": 1, "A. B": 2, "A. b": 1, "A.B": 1, "A? B! C": 3, "“A.” “B”": 2, "A 1.5 B": 1, "A… B": 2, "A.) (B": 2})
	table(t, "IsReal", IsReal, map[string]bool{"a b c d e f g h i k l m.": true, "a b c d e f g h i k l m": false, "a b c d e f g h i k l.": false})
	table(t, "Capitals", Capitals, map[string]float64{"": 0, "Lò Thử": 1, "Lò thử": 0.5, "(Lò “Thử": 1, "a b": 0})
	table(t, "BeginsSentence", BeginsSentence, map[string]bool{"“A": true, "5 a": true, "a": false, "- A": false})
	table(t, "IsCount", func(s string) bool { return IsCount(s) }, map[string]bool{"2/15": true, "2 / 15": true, "2": false, "/15": false, "2/": false, "2/1500": false, "a/15": false, "2/b": false, "2/1/5": false})
	table(t, "LettersOnly", LettersOnly, map[string]bool{"Lò Văn": true, "Lò 1": false, "Lò,": false})
	table(t, "IsURL", IsURL, map[string]bool{"https://a.example": true, "http://a.example": true, "www.a.example": true, "https://a b": false, "a.example": false})
	table(t, "IsMail", IsMail, map[string]bool{"a@b.vn": true, "(a@b.vn),": true, "a@b": false, "@b.vn": false, "a b@c.vn": false, "a.vn": false})
	table(t, "EndsSentence", func(s string) bool { return EndsSentence([]byte(s)) }, map[string]bool{"A.»": true, "A.] ": true, "A": false, "": false, ")": false, "A…”": true})
	table(t, "UpperFirst", UpperFirst, map[string]bool{"Đ": true, "đ": false, "": false})
	table(t, "Fold", Fold, map[string]string{"Ảnh: LÊ  Đức–2": "anh le duc 2", "Bo\u0323": "bo", "--": "", "a\u4e00b": "a b"})
	table(t, "Lower", Lower, map[string]string{"Ảnh: LÊ  Đức–2": "ảnh lê đức 2", "--a--": "a", "a\u4e00b": "a\u4e00b", "a\u20ac\u2603b": "a b"})
	table(t, "Squeeze", Squeeze, map[string]string{" a \t\n b ": "a b", "a\u00a0\u2003\u3000b": "a b", "a\u200b\ufeffb": "ab", "Bo\u0323": "Bọ", "a\u2028b\u202fc\u2029d": "a b c d", "a\u2010b": "a\u2010b"})
}

func TestDatesOfLines(t *testing.T) {
	date := func(s string) string {
		y, m, d, ok := FindDate([]byte(s))
		if !ok {
			return ""
		}
		return fmt.Sprintf("%d-%d-%d", y, m, d)
	}
	table(t, "FindDate", date, map[string]string{
		"5/3/2021": "2021-3-5", "ngày 05-03-2021 08:00": "2021-3-5", "5.3.2021": "2021-3-5", "2021-03-05": "2021-3-5", "5/3/21": "2021-3-5",
		"5/3-2021": "", "5/3": "", "5/3/": "", "5//2021": "", "32/3/2021": "", "0/3/2021": "", "5/32/2021": "", "5/3/1990": "", "5/3/2100": "",
		"5/13/21": "", "40/3/21": "", "5/3/2": "", "5/3/021": "", "1990-03-05": "", "a5/3/2021": "2021-3-5", "123456/3/2021": "", "1.5/3/2021": "2021-3-5", "1/2/99/5/3/2021": "2099-2-1",
	})
	table(t, "Order", func(s string) DateOrder { return Order([]byte(s)) }, map[string]DateOrder{
		"25/3/2021": DayFirst, "3/25/2021": MonthFirst, "5/3/2021": AnyOrder, "25/3/21": AnyOrder, "25/3/1980": AnyOrder, "25/13/2021": AnyOrder, "13/25/2021": AnyOrder, "5/3/2021 3/25/2021": MonthFirst,
		"Mon, 06/03/2024 - 14:20": MonthFirst, "Wed, 06/03/2024": DayFirst, "Tue, 06/03/2024": AnyOrder, "Thứ hai, 06/03/2024": MonthFirst, "Thứ 4 06/03/2024": DayFirst, "Chủ nhật, 06/02/2024": MonthFirst,
		"Submitted by lananh on Mon, 06/03/2024 - 14:20": MonthFirst, "Minh Thu, 02/01/2025": AnyOrder, "Kỳ 2, 06/03/2024": AnyOrder, "06/03/2024": AnyOrder, "Mon, 03/03/2025": AnyOrder, "32/3/2021": AnyOrder, "": AnyOrder,
	})
	for _, c := range []struct {
		a, b string
		want bool
	}{{"5/3/2021", "2021-03-05 8:00", true}, {"5/3/2021", "6/3/2021", false}, {"a", "b", false}} {
		if SameDay([]byte(c.a), []byte(c.b)) != c.want {
			t.Errorf("SameDay(%q, %q)", c.a, c.b)
		}
	}
	table(t, "HasWordDate", HasWordDate, map[string]bool{
		"ngay 5 thang 3 2021": true, "thang 3 nam 2021": true, "5 thang ba 2021": true, "ngay thang ba 2021": false, "thang ba 2021": false, "5 thang hoa 2021": false,
		"thang 3": false, "thang ": false, "5 oct 2023": true, "a b c d e f g h 5 oct 2023": false, "a b c d e f g h 5 thang ba 2021": true, "a b c d e f g h i k l m n o 5 thang ba 2021": false, "a b c d e f g h 5 thang 3 2021": true,
	})
	table(t, "HasMonthName", HasMonthName, map[string]bool{
		"october 5 2023": true, "05 oct 2023": true, "sept 5 2023": true, "octopus 5 2023": false, "oct 2023": false, "5 oct": false, "october 5": false, "5 oct 23": false, "5 oct 1823": false, "oc 5 2023": false, "october 5 1999": true,
	})
	table(t, "HasClock", func(s string) bool { return HasClock([]byte(s)) }, map[string]bool{"8:30": true, "08h30": true, "8:3": false, ":30": false, "8h": false, "a:30": false, "8-30": false, "8:a0": false, "8:0a": false})
	table(t, "HasDigit", func(s string) bool { return HasDigit([]byte(s)) }, map[string]bool{"a": false, "a0": true, "9": true, "": false})
	table(t, "URLDate", URLDate, map[string]string{
		"https://a.example/x-20260307080054340.htm": "20260307080054", "https://a.example/2012/12/20/x": "2012/12/20", "https://a.example/x-2026030708005.htm": "",
		"https://a.example/x-20261307080054340.htm": "", "https://a.example/2012/13/20/x": "", "https://a.example/12012/12/20/x": "", "https://a.example/x": "", "https://a.example/x-120260307080054": "",
	})
	long := strings.Repeat("a ", 60) + "5/3/2021 " + strings.Repeat("b ", 80)
	if s := ShortStamp(long); len(s) > longestStamp+2 || !strings.Contains(s, "5/3/2021") || strings.HasPrefix(s, " ") {
		t.Errorf("ShortStamp: %q", s)
	}
	if s := ShortStamp("Thứ Sáu, 5/3/2021"); s != "Thứ Sáu, 5/3/2021" {
		t.Errorf("ShortStamp: %q", s)
	}
}

func TestStampLines(t *testing.T) {
	w := generic()
	table(t, "IsStamp", func(s string) bool { return w.IsStamp(s, Fold(s)) }, map[string]bool{
		"Thứ Ba, 5/3/2021, 08:00": true, "05/03/2021": true, "Chủ nhật, ngày 5 tháng 3 năm 2021": true, "3 giờ trước": true,
		"3 giờ": false, "Thứ Ba": false, "Anh Ba, 5/3/2021": false, "Anh Nhật 5/3/2021": false, "Chủ tịch 5/3/2021": false, "5/3": false, "Họp ngày 5/3/2021": false,
		"5/3/2021 " + strings.Repeat("1 ", 13): false, "2021": false, "5-3-21": true, "5 3 21": false,
	})
	times := func(s string) string {
		var out []string
		for _, p := range w.Times(s) {
			out = append(out, fmt.Sprint(p.Text, " ", p.Modified))
		}
		return strings.Join(out, "; ")
	}
	table(t, "Times", times, map[string]string{
		"Cập nhật 10:20, 06/10/2023 Đăng lúc 09:15, 05/10/2023": "Cập nhật 10:20, 06/10/2023 true; Đăng lúc 09:15, 05/10/2023 false",
		"05/10/2023 09:15 (cập nhật 06/10/2023 10:20)":          "05/10/2023 09:15 false; cập nhật 06/10/2023 10:20 true",
		"Cập nhật 06/10/2023":                                   "",
		"Đăng lúc 05/10/2023":                                   "",
		"Cập nhật lúc 10:20":                                    "",
	})
}

func TestCreditsAndSources(t *testing.T) {
	w := generic()
	credit := func(s string) string {
		caption, credit, alone := w.SplitCredit(s)
		return fmt.Sprint(caption, " | ", credit, " | ", alone)
	}
	table(t, "SplitCredit", credit, map[string]string{
		"Cầu treo Khe Vằn. Ảnh: Lan Anh/TTXVN": "Cầu treo Khe Vằn. | Lan Anh/TTXVN | false",
		"Cầu treo Khe Vằn (Ảnh: Lan Anh).":     "Cầu treo Khe Vằn | Lan Anh | false",
		"Cầu treo Khe Vằn - Ảnh: Lan Anh":      "Cầu treo Khe Vằn | Lan Anh | false",
		"Ảnh: Lan Anh":                         " | Lan Anh | true",
		"(Ảnh: Lan Anh)":                       " | Lan Anh | true",
		"Tin, ảnh: Lan Anh":                    "Tin, ảnh: Lan Anh |  | false",
		"Cầu treo Khe Vằn":                     "Cầu treo Khe Vằn |  | false",
		"Cầu treo Khe Vằn (xã Hướng Lập)":      "Cầu treo Khe Vằn (xã Hướng Lập) |  | false",
		"Cầu treo © Lan Anh":                   "Cầu treo | Lan Anh | false",
		"Cầu treo © Ảnh: Lan Anh":              "Cầu treo | Lan Anh | false",
		"Cầu treo. Ảnh minh họa":               "Cầu treo. | Ảnh minh họa | false",
		"Cầu treo Khe Vằn Infographic: Lan":    "Cầu treo Khe Vằn | Lan | false",
		"Cầu treo Khe Vằn ảnh: Lan":            "Cầu treo Khe Vằn ảnh: Lan |  | false",
	})
	if got := w.CreditOf("Ảnh: một hai ba bốn năm sáu bảy tám chín mười"); got != "" {
		t.Errorf("CreditOf a long line: %q", got)
	}
	source := func(s string) string {
		sig, ok := w.Quoted(s)
		return fmt.Sprint(sig.Authors, sig.Source, ok)
	}
	table(t, "Quoted", source, map[string]string{
		"Theo TTXVN 17/11/2025": "[]TTXVNtrue", "Theo Báo Mẫu (17/11/2025)": "[]Báo Mẫutrue", "Theo Báo Mẫu, ngày 17/11/2025": "[]Báo Mẫutrue", "Theo TTXVN": "[]TTXVNtrue", "(Theo TTXVN)": "[]TTXVNtrue", "[Nguồn: TTXVN].": "[]TTXVNtrue", "Theo báo Dân trí": "[]báo Dân trítrue", "Theo dantri.com.vn": "[]dantri.com.vntrue",
		"Theo Lan Anh (NLĐ)": "[Lan Anh]NLĐtrue", "Theo Nguyễn Lan Anh/VnExpress": "[Nguyễn Lan Anh]VnExpresstrue", "Theo kế hoạch": "[]false", "TTXVN": "[]false", "Theo TTXVN,": "[]false", "Theo": "[]false",
	})
	signed := func(s string) string {
		sig := w.Sign(s)
		return strings.Join(sig.Authors, "+") + "|" + sig.Source
	}
	table(t, "Sign", signed, map[string]string{
		"Lan Anh Theo Báo Mẫu": "Lan Anh|Báo Mẫu", "Lan Anh/Theo Báo Mẫu": "Lan Anh|Báo Mẫu", "Lan Anh - Chợ: họp": "|", "Lan Anh và Lò Thử": "Lan Anh+Lò Thử|",
		"LAN ANH VÀ LÒ THỬ": "LAN ANH+LÒ THỬ|", "Lan Anh Và Lò Thử": "Lan Anh+Lò Thử|", "Lan Anh hay Lò Thử": "|",
	})
	table(t, "Letterhead", w.Letterhead, map[string]bool{"Hà Giang, ngày 20-4-2022": true, "Hà Giang, Ngày 20-4-2022": true, "Hà Giang, ngay sau đó": false, "ngày 20-4-2022": false})
	table(t, "Labelled", w.Labelled, map[string]bool{"Nguồn: TTXVN": true, "Tác giả: Lan Anh": true, "Nguồn:": false, "Nguồn TTXVN": false, "Nguồn nước sạch ở các bản vùng cao: A": false, "Giá: 5": false})
	table(t, "IsReporter", w.IsReporter, map[string]bool{"Nguyễn Lan Anh": true, "Dân Trí": false, "xe máy": false})
	table(t, "Unbracket", Unbracket, map[string]string{"(A.)": "A", "[A]": "A", "*A*": "A", "A (b)": "A (b)", " A. ": "A"})
}

func TestUnprefix(t *testing.T) {
	w := generic()
	const rest = "Sáng nay, bản Pọng khánh thành cây cầu treo."
	for line, want := range map[string]string{
		"(Dân trí) - " + rest:   rest,
		"(TTXVN) " + rest:       rest,
		"[VOV2] - " + rest:      rest,
		"QĐND Online – " + rest: rest,
		"BAOMAU.VN - " + rest:   rest,
		"QĐND Mẫu – " + rest:    "QĐND Mẫu – " + rest,
		"(2021) - " + rest:      "(2021) - " + rest,
		"(NLĐO)- " + rest:       rest,
		"TTO - " + rest:         rest,
		"VietTimes – " + rest:   rest,
		"baomau.vn: " + rest:    rest,
		"Báo Mẫu | " + rest:     rest,
		"TP.HCM - " + rest:      "TP.HCM - " + rest,
		"(TP.HCM) - " + rest:    "(TP.HCM) - " + rest,
		"(Hà Nội) - " + rest:    "(Hà Nội) - " + rest,
		"Hà Nội - " + rest:      "Hà Nội - " + rest,
		"(Dân trí)":             "(Dân trí)",
		"(Dân trí - " + rest:    "(Dân trí - " + rest,
		"TTO - ngắn":            "TTO - ngắn",
		"TT - " + rest:          "TT - " + rest,
		"Bantinmoi - " + rest:   "Bantinmoi - " + rest,
		"VIETTIMES9 - " + rest:  "VIETTIMES9 - " + rest,
		"VietTimes - sáng nay, bản Pọng khánh thành cầu": "VietTimes - sáng nay, bản Pọng khánh thành cầu",
		"(" + strings.Repeat("a", 40) + ") - " + rest:    "(" + strings.Repeat("a", 40) + ") - " + rest,
		rest: rest,
	} {
		if got := w.Unprefix(line, "Báo Mẫu"); got != want {
			t.Errorf("Unprefix(%q) = %q", line, got)
		}
	}
	table(t, "IsOutlet", IsOutlet, map[string]bool{"TTXVN": true, "VOV.VN": true, "TTXVN/Vietnam+": true, "Vietnam+": true, "Lan Anh": false, "A": false, "A B C D E": false, "Vov.vn": true, "vov.vn": false})
}

// TestGlued holds what signs a text behind its last sentence.
func TestGlued(t *testing.T) {
	w := generic()
	glued := func(s string) string {
		at, sig := Glued(w, s)
		if at < 0 {
			return ""
		}
		return s[at:] + "|" + strings.Join(sig.Authors, "+") + "|" + sig.Source
	}
	table(t, "Glued", glued, map[string]string{
		"Chợ họp xong. Lan Anh":              "Lan Anh|Lan Anh|",
		"Chợ họp xong.Lan Anh":               "Lan Anh|Lan Anh|",
		"Chợ họp xong. Lan Anh.":             "",
		"Chợ họp xong./. Lan Anh/VOV.VN":     "Lan Anh/VOV.VN|Lan Anh|VOV.VN",
		"Ông nói: “Chợ họp xong”. Lan Anh":   "Lan Anh|Lan Anh|",
		"Ông nói: “Chợ họp xong” Lan Anh":    "Lan Anh|Lan Anh|",
		"Chợ họp xong. Lan Anh (tổng hợp)":   "Lan Anh (tổng hợp)|Lan Anh|",
		"Chợ họp xong. Lan Anh (từ bản Mây)": "Lan Anh (từ bản Mây)|Lan Anh|",
		"Chợ họp xong. THÙY LINH":            "THÙY LINH|THÙY LINH|",
		"Chợ họp xong. PV/VOV.VN":            "PV/VOV.VN|PV|VOV.VN",
		"Chợ họp xong. Tin, ảnh: Lan":        "Tin, ảnh: Lan|Lan|",
		"Chợ họp xong. theo Tuổi Trẻ":        "theo Tuổi Trẻ||Tuổi Trẻ",
		"Chợ họp xong. TTXVN":                "TTXVN||TTXVN",
		"Chợ họp cùng bà Sảo. Lan Anh":       "Lan Anh|Lan Anh|",
		"Giá lên tới năm trăm USD. Lan Anh":  "Lan Anh|Lan Anh|",
		"Chợ họp ở TP. Lan Anh":              "",
		"Chợ họp xong./. VOV":                "VOV||VOV",
		"Chợ họp xong. Tr.Lan Anh":           "Tr.Lan Anh|Tr.Lan Anh|",
		"Chợ họp xong. Lan":                  "",
		"Chợ họp xong. Bắc Ninh":             "",
		"Chợ họp xong. Bà con ra về":         "",
		"Chợ họp xong.vn":                    "",
		"Chợ họp xong cùng ThS. Lan Anh":     "",
		"Chợ họp xong cùng ông N. Lan Anh":   "",
		"Chợ họp xong cùng Lan Anh":          "",
		"Chợ họp xong. Theo Mạc Hưng (Chợ)":  "",
	})
}

// TestSignatures holds what a line that signs an article says.
func TestSignatures(t *testing.T) {
	w := generic()
	signed := func(s string) string {
		sig := w.Sign(s)
		out := strings.Join(sig.Authors, "+") + "|" + sig.Source + "|"
		for _, f := range []struct {
			on   bool
			name string
		}{{sig.Marked, "marked"}, {sig.Labelled, "labelled"}, {sig.Named, "named"}} {
			if f.on {
				out += " " + f.name
			}
		}
		return out
	}
	table(t, "Sign", signed, map[string]string{
		"Lan Anh":  "Lan Anh|| named",
		"Lan Anh?": "||",
		"Lan Anh (từ Hà Nội) và Việt Linh (từ Huế)":      "Lan Anh+Việt Linh|| marked named",
		"Lan Anh (TTXVN), Việt Linh (VOV)":               "Lan Anh+Việt Linh|TTXVN| marked named",
		"Lan Anh (ghi), Việt Linh (ảnh)":                 "Lan Anh|| marked named",
		"Lan Anh (theo Báo Mẫu, VOV)":                    "Lan Anh|Báo Mẫu, VOV| marked named",
		"Lò Lan Anh (45 tuổi), Lò Việt Linh (giải nhất)": "||",
		"Lò Lan Anh (Hà Nội), Lò Việt Linh (Huế)":        "||",
		"Đạo diễn: Lò Lan Anh. Dịch: Lò Việt Linh":       "||",
		"Lò Lan Anh (xã Mẫu), Lò Việt Linh (xã Sơn)":     "||",
		"Chợ phiên (mới) và bến xe (cũ)":                 "||",
		"Tác giả: Jean Roux. Người dịch: Lan Anh":        "Jean Roux+Lan Anh|| marked labelled named",
		"Jean Roux; Biên dịch: Lan Anh":                  "Jean Roux+Lan Anh|| marked labelled named",
		"Jean Roux (Lan Anh dịch)":                       "Jean Roux+Lan Anh|| marked named",
		"Sách mới của huyện. Người dịch: Lan Anh":        "||",
		"Nội dung: Lan Anh - Trình bày: Việt Linh":       "Lan Anh|| marked labelled named",
		"Bài Lan Anh Ảnh Việt Linh":                      "Lan Anh|| marked named",
		"Bài và Ảnh Lan Anh":                             "Lan Anh|| marked named",
		"Tác giả Jean Roux, người dịch Lan Anh":          "Jean Roux+Lan Anh|| marked named",
		"Tác giả Jean Roux, người bán Lan Anh":           "||",
		"Lan Anh - VTV Digital":                          "Lan Anh|VTV Digital| named",
		"Lan Anh - LAN Digital":                          "Lan Anh+LAN Digital||",
		"Lan Anh (thường trú tại Lào)":                   "Lan Anh|| marked named",
		"P.V.T - H.N":                                    "P.V.T+H.N|| named",
		"P.V Lan Anh":                                    "Lan Anh|| marked named",
		"Lan Anh (bài và ảnh)":                           "Lan Anh|| marked named",
		"Nhóm PV Nguyễn Lan Anh - Lò Việt Linh":          "Nguyễn Lan Anh+Lò Việt Linh|| marked named",
		"Lan Anh/VOV.VN":                                 "Lan Anh|VOV.VN| named",
		"PV/VOV.VN":                                      "PV|VOV.VN| named",
		"Bài: Lan Anh, Ảnh: Mai, Đồ họa: Toàn":           "Lan Anh|| marked labelled named",
		"Thiếu tá, ThS Lan Anh":                          "Lan Anh||",
		"Tổ biên tập":                                    "Tổ biên tập|| named",
		"Lan Anh - CTV Công an xã":                       "Lan Anh|| named",
		"Lan Anh - Nhóm PV Văn hóa":                      "Lan Anh+Nhóm PV Văn hóa|| named",
		"Bản Khe, tháng 3/2021":                          "||",
		"Lan Anh - Nguồn: Báo Mẫu":                       "Lan Anh|Báo Mẫu| marked named",
		"Phóng viên Lan Anh":                             "Lan Anh|| marked named",
		"Nhóm PV Văn Hóa":                                "Nhóm PV Văn Hóa|| named",
		"II. MỤC TIÊU":                                   "||",
		"Lan. ANH ĐÀO":                                   "Lan. ANH ĐÀO|| named",
		"Lan Anh - email: a@b.vn":                        "Lan Anh|| named",
		"Lan Anh (a@b.vn)":                               "Lan Anh|| named",
		"a@b.vn":                                         "||",
		"Lan Anh a@":                                     "||",
		"Tuấn Minh - Ảnh: Việt Linh":                     "Tuấn Minh|| marked named",
		"Tuấn Minh. Ảnh: Việt Linh":                      "Tuấn Minh|| marked named",
		"Tin, ảnh: Lan Anh":                              "Lan Anh|| marked labelled named",
		"Bài: Lan Anh - Ảnh: Lò Thử":                     "Lan Anh|| marked labelled named",
		"Ảnh: Lò Thử":                                    "||",
		"Tin - Ảnh: Lan Anh":                             "Lan Anh|| marked labelled named",
		"Lan Anh (tổng hợp)":                             "Lan Anh|| marked named",
		"Lan Anh (TTXVN)":                                "Lan Anh|TTXVN| marked named",
		"Lan Anh (theo VOV)":                             "Lan Anh|VOV| marked named",
		"Lan Anh (Báo Mẫu)":                              "Lan Anh|Báo Mẫu| marked named",
		"Lan Anh (Lò Thử)":                               "Lan Anh|Lò Thử| marked",
		"Lan Anh (nhóm PV)":                              "Lan Anh|| marked named",
		"Lan Anh (PV)":                                   "Lan Anh|| marked named",
		"(Lan Anh)":                                      "Lan Anh|| named",
		"Lan Anh)":                                       "Lan Anh|| named",
		"Tác giả: Lan Anh":                               "Lan Anh|| marked labelled named",
		"Chợ: Lan Anh":                                   "||",
		"PV Lan Anh":                                     "Lan Anh|| marked named",
		"PV":                                             "PV|| named",
		"Tin":                                            "|| named",
		"Bài Lan Anh":                                    "Lan Anh|| marked named",
		"Nhóm PV":                                        "Nhóm PV|| named",
		"Nhóm PV Văn hóa":                                "Nhóm PV Văn hóa|| named",
		"PV Thời sự và Đời sống hôm nay":                 "||",
		"PV thời sự":                                     "||",
		"PV Lò Văn Thử":                                  "Lò Văn Thử|| marked named",
		"Lan Anh - Theo VOV":                             "Lan Anh|VOV| marked named",
		"theo VOV":                                       "||",
		"Lan Anh, Lò Thử":                                "Lan Anh+Lò Thử|| named",
		"Lan Anh - Tiền Phong":                           "Lan Anh|Tiền Phong| named",
		"Tiền Phong":                                     "|Tiền Phong| named",
		"Tác giả: Tiền Phong":                            "Tiền Phong|| marked labelled named",
		"NGÂN HÀ - TUỆ LÂM":                              "NGÂN HÀ+TUỆ LÂM||",
		"NGÂN HÀ - TIỀN PHONG":                           "NGÂN HÀ|TIỀN PHONG|",
		"Ngân Hà - TUỆ LÂM":                              "Ngân Hà|TUỆ LÂM| named",
		"NGÂN HÀ - TUỆ":                                  "NGÂN HÀ|TUỆ|",
		"NGÂN HÀ - BÁO MẪU":                              "NGÂN HÀ|BÁO MẪU|",
		"Lan Anh/TTXVN":                                  "Lan Anh|TTXVN| named",
		"Lan Anh/Báo Mẫu":                                "Lan Anh|Báo Mẫu| named",
		"Báo Mẫu/Lan Anh":                                "Lan Anh|Báo Mẫu| named",
		"Báo điện tử Mẫu":                                "||",
		"Lan Anh - Báo điện tử mẫu":                      "Lan Anh|Báo điện tử mẫu| named",
		"Lan Anh - Công an huyện":                        "Lan Anh|| named",
		"Công an huyện":                                  "||",
		"Lan Anh, chợ":                                   "||",
		"T.N.H.":                                         "T.N.H.|| named",
		"Lan Anh, T.H.":                                  "Lan Anh+T.H.|| named",
		"Lan Anh tổng hợp":                               "Lan Anh|| named",
		"Lan Anh Tổng hợp":                               "||",
		"Lan Anh dịch và biên soạn":                      "Lan Anh|| named",
		"Lan Anh dịch và kể lại":                         "||",
		"Lan Anh lược dịch từ Chợ Mới":                   "Lan Anh|Chợ Mới| marked named",
		"Lan Anh về từ Chợ Mới":                          "||",
		"Jean-Pierre Melville":                           "Jean-Pierre Melville||",
		"Hoa Mai Vàng Tím Đỏ Xanh":                       "||",
		"Lan 5":                                          "||",
		"Lan Anh,":                                       "Lan Anh|| named",
		"* Lan Anh *":                                    "Lan Anh|| named",
	})
	names := func(s string) string {
		var out []string
		for _, f := range []struct {
			on   bool
			name string
		}{{w.LooseName(s), "loose"}, {w.IsName(s), "name"}, {w.IsFullName(s), "full"}, {ShortName(s), "short"}, {w.IsPaper(s), "paper"}, {w.IsReporter(s), "reporter"}} {
			if f.on {
				out = append(out, f.name)
			}
		}
		return strings.Join(out, " ")
	}
	table(t, "names", names, map[string]string{
		"Xê Văn Thử":            "loose name reporter",
		"Lò Văn Thử":            "loose name full reporter",
		"Lò Thử":                "loose name reporter",
		"Thử":                   "loose short",
		"lò thử":                "",
		"XÊ VĂN THỬ":            "loose short paper",
		"LÒ VĂN THỬ":            "loose name full short reporter",
		"NGUYỄN VĂN THỬ":        "loose name full short reporter",
		"NGUYỄN VĂN THỬ LÒ MẪU": "loose",
		"NGUYỄN V.THỬ":          "loose paper",
		"N. V. Thử":             "loose name reporter",
		"N.V.Thử":               "loose name reporter",
		"N.V":                   "loose name reporter",
		"Lò Văn Thị Thử Mẫu Ba": "",
		"Nguyễn Văn":            "loose name reporter",
		"Nguyễn Văn Thử":        "loose name full reporter",
		"Nguyễn5 Văn Thử":       "",
		"Công an Huyện Thử":     "",
		"Lò văn Thử":            "",
		"LòVăn Thử":             "loose",
		"Tuổi Trẻ":              "loose name paper",
		"Báo Mẫu":               "paper",
		"Báo mẫu":               "",
		"Báo cáo kết quả của xã về chợ phiên": "",
		"Báo Cáo Một Hai Ba Bốn Năm Sáu":      "",
		"báo Mẫu":                             "",
		"VOV":                                 "loose paper",
		"A":                                   "",
		"THỬ LÒ":                              "loose short paper",
		"Thửlòmẫu":                            "loose",
		"T":                                   "",
		"TH MẪU":                              "loose short paper",
		"MỘT HAI BA BỐN NĂM":                  "loose",
		"Lò-Thử Mẫu":                          "loose",
	})
	table(t, "Coined", Coined, map[string]bool{"VietTimes": true, "VnExpress": true, "Bantin": false, "ABCDE": false, "vnExpress": false, "Viet Times": false, "VnEx": false, "Vn9Express": false, "BáoMẫu": false})
	table(t, "letterCode", letterCode, map[string]bool{"TTO": true, "NLĐO": true, "T": false, "TTOTTOTTO": false, "TT O": false, "TT5": false, "TTo": false})
	table(t, "UntilDate", w.UntilDate, map[string]string{
		"Bình Minh - 08:12": "Bình Minh - ", "Bình Minh Lượt xem: 8": "Bình Minh ", "By Mai Lan, Thursday, October 5, 2023": "By Mai Lan, ", "By Mai Lan, October 5, 2023": "By Mai Lan", "Mai Lan, October 5": "Mai Lan", "5 Mai Lan": "5 Mai Lan", "Mai Lan": "Mai Lan",
		"Mai Lan ngày 5": "Mai Lan ",
	})
}

// TestPhrases holds where phrases stand in a line.
func TestPhrases(t *testing.T) {
	p := NewPhrases(Fold, []string{"tin mới", "chợ"})
	table(t, "Ends", p.Ends, map[string]bool{"xem tin moi": true, "cho": true, "tin moi": true, "tin moi nhat": false, "motcho": false, "": false})
	table(t, "Covers", p.Covers, map[string]bool{"tin moi cho": true, "tin moi 12": true, "12 cho": true, "12": false, "tin moi a": false, "": false})
	table(t, "Within", p.Within, map[string]bool{"a cho b": true, "acho b": false})
	table(t, "SpaceAt", func(s string) int { return SpaceAt(s, 0) }, map[string]int{" ": 1, "\t": 1, "\u00a0": 2, "\u00a1": 0, "\u2003": 3, "\u202f": 3, "\u2013": 0, "\u3000": 3, "\u3001": 0, "a": 0, "\u20ac": 0})
}

// TestOtherLines holds lines about the page and the paper.
func TestOtherLines(t *testing.T) {
	w := generic()
	table(t, "AsksToFollow", func(s string) bool { return w.AsksToFollow(s, Fold(s)) }, map[string]bool{
		"Theo dõi Báo Mẫu trên Google News": true, "Theo dõi Báo Mẫu trên Google News.": false, "Chợ Báo Mẫu trên Google News": false, "Theo dõi Báo Mẫu trên bến": false,
		"Theo dõi Báo Mẫu một hai ba bốn năm sáu bảy tám chín trên Google News": false,
	})
	table(t, "IsCrew", w.IsCrew, map[string]bool{"Thiết kế: Lò Thử": true, "Chợ: Lò Thử": false, "Thiết kế: chợ họp": false, "Thiết kế Lò Thử": false})
	table(t, "NamesFile", NamesFile, map[string]bool{"quyet-dinh.pdf": true, "bang gia.docx (12 KB)": true, "trang.html": false, "pdf": false, "Chợ.": false})
	quoted := func(s string) string {
		sig, ok := w.Quoted(s)
		return fmt.Sprint(strings.Join(sig.Authors, "+"), "|", sig.Source, "|", ok)
	}
	table(t, "Quoted", quoted, map[string]string{
		"Theo Lan Anh - Báo Mẫu": "Lan Anh|Báo Mẫu|true", "Theo Lan Anh, VOV": "Lan Anh|VOV|true", "Theo Lan Anh - chợ": "|Lan Anh - chợ|true", "Theo VOV/TTXVN": "|VOV/TTXVN|true",
		"Theo Lan Anh ()": "|Lan Anh (|true", "Theo báo chợ": "||false", "Theo chợ": "||false", "Theo chợ.vn": "|chợ.vn|true",
	})
	table(t, "Labelled", w.Labelled, map[string]bool{"Nguồn tin ở bản Pọng xã Pà Cò: A": false, "Tác giả": false, "Nguồn gốc bài viết: A": true})
	table(t, "IsStamp", func(s string) bool { return w.IsStamp(s, Fold(s)) }, map[string]bool{
		"Thứ Hai ngày 5 tháng 3 năm 2021": true, "Cập nhật lúc 08:00 5/3/2021": true, "Hai 5/3/2021": false, "Năm 5 tháng 3": false, "3 ngày trước": true, "3 4 ngày trước": false, "ngày trước 3": false,
		"Thứ Ba": false, "5 tháng 3": false, strings.Repeat("0", 91): false,
	})
}
