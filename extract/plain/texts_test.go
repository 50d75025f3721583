package plain

import (
	"testing"

	"github.com/boctin/boctin/extract/lines"
)

// TestTexts holds what becomes of each piece of small texts, as TestRoles does.
func TestTexts(t *testing.T) {
	r := newReader(t)
	table(t, "roles", func(s string) string { return rolesOf(r, sentences.Replace(s)) }, map[string]string{
		"{T}/{M}":                                                    "body, cut: menu",
		"Theo TTXVN":                                                 "body",
		"{I}/{I}/{F}":                                                "title, cut: doubled, body",
		"{A}/QUYẾT ĐỊNH":                                             "body, body",
		"{T}/{I}/{I}/{B}":                                            "title, body, cut: doubled, body",
		"(Dân trí) - {A}":                                            "body",
		"QUYẾT ĐỊNH/{T}/{C}":                                         "title, body, body",
		".//./{D}/.//./{D}/{A}":                                      "body, cut: after the end, cut: after the end, cut: printed twice, cut: after the end",
		"Số 12/{A} Ảnh: Lò Thử":                                      "title, caption; |Lò Thử",
		"{A}~{T}/>> {H}/{I}/{K}":                                     "body, cut: after the end, cut: link to another article, cut: after the end, cut: after the end",
		"{E}/Theo TTXVN~Dân trí":                                     "body, byline, cut: after the end; TTXVN",
		"{E}/{N2}/{N2}/{F}~{N2}":                                     "body, image, cut: caption again, body, image",
		"Ảnh: Lò Thử/Ảnh: Lò Thử":                                    "credit, credit",
		"{H}~.//./{F}/{A}/{H}/{L2}":                                  "title, body, body, body, cut: title repeated, body",
		"{T}~{W}~Theo Lò Thử/PV/{D}":                                 "title, stamp, body, body, body",
		"{A}/{K}/{D}/{C}~© Báo Mẫu/{K}":                              "body, image, caption, body, credit, image",
		"{C}/Tags: a, b/Tags: a, b/{H}":                              "body, cut: doubled, cut: doubled, cut: after the end",
		"{F}/{C}~![Chợ](a.jpg)/{W}/{A}":                              "body, body, image, body, body; a.jpg|",
		"{E}/II. Họp chợ/{N2}~II. Họp chợ":                           "body, body, body, body",
		"Độc lập - Tự do - Hạnh phúc/Số 12":                          "cut: letterhead, body",
		"{T}/Lò Thử/Một góc chợ bản Pọng/{E}":                        "title, body, body, body",
		"{B}/{B}/Thượng úy Lò Thử - Công an xã":                      "body, cut: printed twice, body",
		"02~{C}/HGTV/Xem thêm:/{F}/Xem thêm:/{B}":                    "body, body, byline, cut: heading, cut: after the end, cut: heading, cut: after the end; HGTV",
		"Video: Bà con họp chợ/Nguyễn Thị Lan/{A}":                   "credit, body, body",
		"{F}/II. Họp chợ~Một góc chợ bản Pọng/{T}:":                  "body, body, body, body",
		"Độc lập - Tự do - Hạnh phúc/{C}~Số: 12//KH-UBND":            "cut: letterhead, body, body",
		"16:27 {H}~# {T}/{B}~{D}~https:////bao.vn//a.jpg":            "title, body, body, body, image; https://bao.vn/a.jpg|",
		"{B}/Một góc chợ bản Pọng/{T}/{B}/- Bà con họp chợ.":         "body, body, body, cut: printed twice, body",
		"Ông Lò Thử, trưởng bản Pọng/Một góc chợ bản Pọng/{B}":       "title, caption, body",
		"Chợ họp xong.//./{A} {B}/Thượng úy Lò Thử - Công an xã":     "body, cut: after the end, byline; Lò Thử",
		"{C}/Theo Lò Thử~{E}/{N2}/Độc lập - Tự do - Hạnh phúc/• {H}": "lead, byline, cut: after the end, cut: after the end, cut: after the end, cut: after the end; Lò Thử",
		"Trang chủ > Thời sự > Chợ phiên bản Pọng mở hội xuân đầu năm":                                     "body",
		"{T}/Một góc chợ bản Pọng~Phần 2:~Ảnh: Lò Thử/Chợ họp xong.//.":                                    "body, body, caption, credit, body; |Lò Thử",
		"[Chợ](https:////a.vn)/{T}:~{T} - 18/11/2019/NGUYỄN LAN/Lò Thử/{L2}":                               "cut: menu, cut: menu, title, cut: counter, cut: counter, body, byline, cut: after the end; Lò Thử",
		"{T}~lo.thu@bao.vn/Dân trí/Hai/{K}/Xem thêm: {H}/{E}/Bản quyền thuộc về Báo Mẫu/{L2}":              "cut: menu, cut: menu, cut: menu, cut: menu, title, cut: link to another article, body, cut: footer, cut: after the end",
		"{T}~{W}~Lò Thử~HGTV/Trang chủ > Thời sự/Nguyễn Thị Lan~Hà Nội, ngày 5 tháng 3 năm 2024~{B}":       "cut: menu, stamp, cut: menu, cut: menu, title, byline, stamp, body; Nguyễn Thị Lan",
		"CHUYÊN MỤC/{T}:/[Chợ](https:////a.vn)/{H}~Cập nhật lúc 19:00 18//11//2019/{T}/Bà con vui lắm/{C}": "cut: menu, cut: menu, cut: menu, title, stamp, body, body, body",
	})
}

// TestHeadLines holds what single lines above and in the head of a text are.
func TestHeadLines(t *testing.T) {
	v := vocabularyOf(t)
	table(t, "hostName", hostName.MatchString, map[string]bool{"bao.vn": true, "tin.bao.vn": true, "Bao.vn": false, "bao vn": false, "bao chợ.vn": false, ".vn": false, "chợ": false, "bao.v1": false})
	table(t, "station", station, map[string]bool{"HGTV": true, "TV": false, "H GTV": false, "H1TV": false, "HGTW": false})
	table(t, "isReadingTime", func(s string) bool { return v.isReadingTime(lines.Fold(s)) }, map[string]bool{"4 phút đọc": true, "phút đọc": false, "4 chợ": false})
	table(t, "documentNumber", func(s string) bool { return documentNumber.MatchString(lines.Fold(s)) }, map[string]bool{
		"Số: 12/KH-UBND": true, "Số 12": true, "Số: KH": false, "Chợ: 12/KH": false, "Số: 12 của huyện Khe Mây": false,
	})
	table(t, "isFilm", v.isFilm, map[string]bool{"Video: Bà con họp chợ": true, "Video: họp chợ": false, "Video": false, "Chợ: Bà con họp chợ": false})
	table(t, "namesSource", v.namesSource, map[string]bool{"Lò Thử - Nguồn: VOV": true, "Lò Thử": false, "Chợ họp - Nguồn: VOV": false})
	table(t, "isTidy", isTidy, map[string]bool{"a b": true, "a  b": false, "a\u00a0b": false, "ạ á ữ": true, "a\u200bb": false, "a\tb": false, "a\x7f": false, "a\u0080": false, "漢": true, "a\ufeff": false, "a\u2003b": false, "a “b”": true})
	table(t, "isTicker", isTicker, map[string]bool{"16:27 Chợ": true, "16:27": false, "Chợ 16:27": false})
	table(t, "gluedTeaser", v.gluedTeaser, map[string]bool{"bà con họp chợ": false, "Bà con họp chợ Sáng nay bà con xuống núi": true, "Bà con họp chợ. Sáng nay": false, "": false})
	table(t, "imageSource", imageSource, map[string]string{"![Chợ](a.jpg)": "a.jpg", "![Chợ](a.jpg \"Chợ\")": "a.jpg", "[Chợ](a.jpg)": "Chợ](a.jpg)", "[a.jpg]": "a.jpg", "Chợ": ""})
	table(t, "placed", func(s string) bool { return v.placed(s, "Hà Nội", "ngày 5 tháng 3 năm 2024") }, map[string]bool{"Hà Nội, ngày 5": true, "Hà Nội ngày 5": false})
	table(t, "continues", func(next string) bool {
		return continues(line{text: "Bà con họp chợ"}, line{text: next}, 18)
	}, map[string]bool{"Huyện nhà": true, "ở bản": false, "- Huyện nhà": false, "https://a.vn": false, "---": false})
	table(t, "weight", func(s string) int { return (&piece{text: s}).textWeight() }, map[string]int{
		"Chợ": -8, "Bà con ai cũng vui.": 5, "Chợ vui.": -8, "- Chợ": 2, "16:27 Chợ phiên họp ở bản.": -8,
		"bà con ai cũng vui bà con ai cũng vui bà con ai cũng vui bà con ai cũng vui": 0,
	})
	when := func(s string) string {
		_, name, ok := v.stamps().splitBy(s)
		return name + map[bool]string{true: " wrote"}[ok]
	}
	table(t, "splitBy", when, map[string]string{"Đăng ngày 24/09/2025 bởi Hà An": "Hà An wrote", "Đăng ngày 24/09/2025 bởi bà con": "bà con", "Chợ bởi Hà An": "", "Đăng ngày 24/09/2025": ""})
	for text, want := range map[string]int{"{h}": 0} {
		p := piece{text: text, heading: true}
		if got := p.textWeight(); got != want {
			t.Errorf("a heading weighs %d, want %d", got, want)
		}
	}
	for rule, want := range map[string]int{"stamp?": 0, "": -8} {
		if got := (&piece{text: "18/11/2019", rule: rule}).textWeight(); got != want {
			t.Errorf("a time by the rule %q weighs %d, want %d", rule, got, want)
		}
	}
}
