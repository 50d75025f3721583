package lines

import (
	"strings"
	"testing"
)

// TestSteps holds single steps of reading lines.
func TestSteps(t *testing.T) {
	w := generic()
	table(t, "numbered", numbered, map[string]bool{"II. MỤC TIÊU": true, "II. Mục tiêu": false, "V. LAN": false, "A. MỤC TIÊU": false, "II": false})
	table(t, "trimName", trimName, map[string]string{"T.N.H.": "T.N.H.", "Q.": "Q", "t.n.": "t.n", "Lan.": "Lan", "Thu.Nga.": "Thu.Nga", "- Lan -": "Lan"})
	table(t, "oneCapital", oneCapital, map[string]bool{"24H": true, "VOV 24H": false, "Vov": false})
	table(t, "teamOf", w.teamOf, map[string]string{"Nhóm PV": "Nhóm PV", "Nhóm PV Văn hóa": "Nhóm PV Văn hóa", "Nhóm PV Văn hóa: tin": "", "PV Lan Anh": "", "Nhóm PV Lan Anh": "Nhóm PV Lan Anh", "Nhóm PV văn hóa": "", "Nhóm PV Văn hóa và Đời sống mới": "", "Lan Anh": ""})
	table(t, "withoutDegree", w.WithoutDegree, map[string]string{"Ông lão": "Ông lão", "Thượng úy Lan Anh": "Lan Anh", "ThS Lan Anh": "Lan Anh"})
	table(t, "Letterhead", w.Letterhead, map[string]bool{"Hà Giang, ngày 20-4-2022": true, "Hà Giang, hôm qua": false, "ngày 20-4-2022": false})
	table(t, "isPaper", w.isPaper, map[string]bool{"Dân trí": true, "Tuổi Trẻ": true, "VOV": true, "LAN ANH": true, "NGUYỄN LAN": false, "Chợ": false})
	table(t, "LooseName", w.LooseName, map[string]bool{"Lan": true, "Lan, Anh": false, "L": false, "lan": false, "": false})
	table(t, "IsName", w.IsName, map[string]bool{"LÒ 5 THỬ": false, "LÒ THỬ": true, "Nguyen.Van.Lan Anh": false, "t.n. Lan": false, "T.N. Lan": true, "Lan": false, "VOV.VN Lan": false})
	table(t, "ShortName", ShortName, map[string]bool{"lan": false, "Lan": true, "L": false, "LAN ANH": true, "Lan Anh": false, "LAN": false, "Lan5": false})
	table(t, "Coined", Coined, map[string]bool{"VietTimes": true, "Viet Times": false, "vietTimes": false, "VIETTIMES": false, "Vietnam": false, "VnEx": false})
	table(t, "isMonth", isMonth, map[string]bool{"oct": true, "october": true, "octopus": false, "abc": false, "oc": false, "sept": true})
	table(t, "monthWord", monthWord, map[string]bool{"tu": true, "xx": false})
	table(t, "HasWordDate", HasWordDate, map[string]bool{"20 th4 2022": true, "20 thu 2022": false, "th 5 2021": false, "thang 3 2021": true, "hop thang": false, "thang nay 2021": false, "5 thang ba nam 2021": true})
	table(t, "UntilDate", w.UntilDate, map[string]string{"Lan Anh 5 Oct 2021": "Lan Anh ", "Lan Anh, October 5, 2021": "Lan Anh", "Lượt xem: 8": "Lượt xem: ", "Lan Anh Lượt xem: 8": "Lan Anh ", "Lan Anh": "Lan Anh", "8 Lan": "8 Lan", "Lan Anh, Friday, October 5, 2021": "Lan Anh, "})
	table(t, "AsksToFollow", func(s string) bool { return w.AsksToFollow(s, Fold(s)) }, map[string]bool{"Theo dõi Báo A trên": true, "Theo dõi Báo A trên Google News": true, "Theo dõi Báo A ở chợ": false, "Theo dõi Báo A trên Google News.": false})
	table(t, "URLDate", URLDate, map[string]string{"20210305071500": "20210305071500", "/a-20210305071500123.htm": "20210305071500", "/2021/03/05/x": "2021/03/05", "/2021/13/05/x": "", "/a-99990305071500": "", "/x": ""})
	table(t, "IsStamp", func(s string) bool { return w.IsStamp(s, Fold(s)) }, map[string]bool{
		"Đăng lúc": false, "05/03/2021": true, "05/03/2021 07:15": true, "3 giờ trước": true, "3 giờ": false, "giờ trước": false, "3 4 giờ trước": false, "trước 3 giờ": false, "Thứ Ba, 05/03/2021": true, "Ba, 05/03/2021": false,
		"Chủ Nhật 5 2021": true, "Nhật 05/03/2021": false, "Chủ tháng 05/03/2021": false, "tháng Một 5 2021": true, "Một 05/03/2021": false, "2021": false, "5 3 21": false, "05/03/21": true, "1 2 3 4 5 6 7 8 9 2021": false,
	})
	table(t, "ShortStamp", ShortStamp, map[string]string{strings.Repeat("a", 130) + "1": strings.Repeat("a", 130) + "1", "1" + strings.Repeat("a", 130): "1" + strings.Repeat("a", 130), "1 " + strings.Repeat("a ", 80): "1" + strings.Repeat(" a", 60)})
}

// TestSmallSignatures holds authors, source and what kind of line it is.
func TestSmallSignatures(t *testing.T) {
	w := generic()
	table(t, "Sign", func(line string) string {
		s := w.Sign(line)
		out := strings.Join(s.Authors, "+") + "; " + s.Source
		for _, mark := range []struct {
			set  bool
			name string
		}{{s.Marked, " marked"}, {s.Labelled, " labelled"}, {s.Named, " named"}} {
			if mark.set {
				out += mark.name
			}
		}
		return out
	}, map[string]string{
		"Lan Anh":            "Lan Anh;  named",
		"Lan Anh?":           "; ",
		"II. MỤC TIÊU":       "; ",
		"Lan Anh (VOV)":      "Lan Anh; VOV marked named",
		"Lan Anh (Tuổi Trẻ)": "Lan Anh; Tuổi Trẻ marked named",
		"Lan Anh (chợ Khe)":  "Lan Anh; chợ Khe marked",
		"Lan Anh (ghi":       "Lan Anh;  named",
		"Lan Anh (ghi)":      "Lan Anh;  marked named",
		"Lan Anh - 24H":      "Lan Anh; 24H named",
		"Thượng úy Lan Anh":  "Lan Anh; ",
		"Lan Anh theo VOV":   "Lan Anh; VOV marked named",
		"PV":                 "PV;  named",
		"Tin: Lan Anh":       "Lan Anh;  marked labelled named",
		"NGÂN HÀ - TUỆ LÂM":  "NGÂN HÀ+TUỆ LÂM; ",
		"NGÂN HÀ - TUỔI TRẺ": "NGÂN HÀ; TUỔI TRẺ",
		"Thực hiện: Lan Anh; Đồ họa: Minh": "Lan Anh;  marked labelled named",
		"Lan Anh; Đồ họa":                  "Lan Anh;  marked named",
		"Lan Anh lan@cho.vn":               "Lan Anh;  named",
		"lan@cho.vn":                       "; ",
	})
	table(t, "Reporter", func(s string) string {
		r := w.Reporter(s)
		return strings.Join(r.Authors, "+") + "; " + r.Source
	}, map[string]string{"Lan Anh (bản Khe)": "Lan Anh; bản Khe", "Lan Anh - bản Khe": "; Lan Anh - bản Khe", "Lan Anh/VOV": "Lan Anh; VOV", "Lan Anh, báo Tuổi Trẻ": "Lan Anh; báo Tuổi Trẻ", "Lan Anh": "; Lan Anh"})
}

// TestSmallCredits parts captions from their credits.
func TestSmallCredits(t *testing.T) {
	w := generic()
	table(t, "SplitCredit", func(line string) string {
		caption, credit, alone := w.SplitCredit(line)
		return caption + "|" + credit + map[bool]string{true: "|alone"}[alone]
	}, map[string]string{
		"Ảnh: Lò)": "|Lò)|alone", "Chợ (Ảnh: Lò Thử": "Chợ (Ảnh: Lò Thử|", "Chợ (Ảnh: Lò Thử)": "Chợ|Lò Thử", "(Ảnh: Lò Thử)": "|Lò Thử|alone", "Chợ đêm - ảnh: Lò Thử": "Chợ đêm|Lò Thử", "Chợ đêm ảnh: Lò Thử": "Chợ đêm ảnh: Lò Thử|",
		"Chợ đêm Ảnh: Lò Thử": "Chợ đêm|Lò Thử", "Tin, ảnh: Lan Anh": "Tin, ảnh: Lan Anh|", "Chợ. Ảnh": "Chợ. Ảnh|", "Chợ. Ảnh tư liệu": "Chợ.|Ảnh tư liệu",
	})
}

// TestBytes folds text that is cut or of other letters, and tells composed text.
func TestBytes(t *testing.T) {
	table(t, "Fold", Fold, map[string]string{"Ḃa": "ba", "\xc3a": "a", "\xe1\xbba": "a", "\xe1\xba": "", "ᄀa": "a", "⺀a": "a", "άa": "a", "e\u0301e": "ee", "Ða": "a"})
	table(t, "Squeeze", Squeeze, map[string]string{"a\xe2\x80": "a\xe2\x80", "a\xe2": "a\xe2"})
	table(t, "Composed", func(s string) bool { return Composed([]byte(s)) }, map[string]bool{
		"abc": true, "é": true, "\u02ff": true, "ẹ": true, "ữ": true, "–": true, "e\u0301": false, "漢": false, "\u2003": false, "\u1000": false, "\u2126": false, "\xe1\xb8": false, "\xe2\x80": false, "\u1d00": false, "\u00c5": true, "\u0300": false, "\xc1\x80": false,
	})
	table(t, "FindDate", func(s string) bool { return HasDate([]byte(s)) }, map[string]bool{"5:3:2021": false, "5/3/2021": true, "2021/3/": false, "2021/3/123": false, "2021/3/5": true, "5/3": false})
	table(t, "Stopped", Stopped, map[string]bool{"A…": false, "A.": true})
	table(t, "Sentences", Sentences, map[string]int{"A… B": 2, "A– B": 1, "A … b": 1})
}
