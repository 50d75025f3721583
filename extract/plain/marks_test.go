package plain

import (
	"fmt"
	"strings"
	"testing"

	"github.com/boctin/boctin/extract/lines"
)

// TestLinesOfFurniture holds what a line that is no text of the article is.
func TestLinesOfFurniture(t *testing.T) {
	v := vocabularyOf(t)
	folded := func(f func(s, f string) bool) func(string) bool {
		return func(s string) bool { return f(s, lines.Fold(s)) }
	}
	table(t, "isFilm", v.isFilm, map[string]bool{
		"Video: Bà con họp chợ": true, "Chợ: Bà con họp chợ": false, "Video: họp chợ": false, "Video:Bà con": false, "Video: " + strings.Repeat("A ", 71): false,
	})
	table(t, "isHeading", folded(v.isHeading), map[string]bool{
		"Tin liên quan": true, "Tin liên quan (3)": true, "Bình luận 12": true, "Ý kiến của bạn": true, "Ý kiến của bạn 4": true,
		"Tin liên quan.": false, "Tin ở chợ": false, "Hãy là người đầu tiên bình luận": true, "Hiện chưa có bình luận nào, hãy là người đầu tiên bình luận": false,
	})
	table(t, "isLink", folded(v.isLink), map[string]bool{
		">> Bà con họp chợ": true, "» Bà con họp chợ": true, "Xem thêm: Bà con họp chợ": true, "Xem thêm:": false, "Xem thêm Bà con": false, "Chợ: Bà con họp": false,
		">> Bà con họp chợ.": false, "Xem thêm chợ: Bà con họp": false,
	})
	table(t, "isFooter", folded(v.isFooter), map[string]bool{
		"© 2024 Báo Mẫu": true, "Bản quyền thuộc Báo Mẫu": true, "Điện thoại: 0123": true, "Bản quyền thuộc Báo Mẫu.": false, "Chợ bản Pọng": false,
		"Bản quyền một hai ba bốn năm sáu bảy tám chín mười mười một mười hai": false, "Điện thoại một hai ba bốn năm sáu bảy tám chín mười mười một: 0123": true,
	})
	table(t, "isMenu", folded(v.isMenu), map[string]bool{
		"Thời sự Pháp luật Thể thao Du lịch": true, "Chợ | Bản | Xã | Huyện": true, "Thời sự Pháp luật Thể thao.": false, "Thời sự, Pháp luật, Thể thao, Du lịch": false,
		"Thời sự Pháp luật": false, "Thời sự Pháp luật ở chợ bản Pọng xã Pà Cò": false, "Thời sự Pháp luật Thể thao ở các bản vùng cao của xã Pà Cò trong mùa mưa": false,
		"Bà con họp chợ từ lúc sáng | Trời mưa | Xe đến | Người đi": true, "Một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba | A | B | C": false, "Xe Xe": false, "Xe Xe Xe Xe": true,
	})
	table(t, "isWidget", folded(v.isWidget), map[string]bool{
		"Chia sẻ Facebook Zalo": true, "ChiasẻFacebook": true, "00:00 / 03:21": true, "12 lượt xem": true, "…": true, "Chia sẻ ở chợ": false, "12": false, "…………………": false,
		strings.Repeat("Chia sẻ ", 12): false,
	})
	table(t, "isClock", isClock, map[string]bool{"00:00": true, "0:00 / 3:21": true, "0000": false, "00:00 a": false, "00:00 / 00:00 / 00:00 / 00:00": false})
	table(t, "isImage", v.isImage, map[string]bool{
		"cho.jpg": true, "<cho.JPG>": true, "cho.jpg?w=3": true, "![cho](a)": true, "Hình ảnh": true, "[image]": true, "Ảnh": true,
		"cho": false, "![cho]": false, "cho ban pong xa.jpg pa co": false, "a b c d e.jpg": false, strings.Repeat("a", 400) + ".jpg": false,
	})
	table(t, "isRule", lines.IsRule, map[string]bool{"---": true, "=====": true, "--": false, "--a": false})
	table(t, "bullet", bullet, map[string]int{"- a": 2, "• a": 4, "-a": 0, "-": 0, "12. a": 4, "a) b": 3, "k) b": 0, "a": 0})
	table(t, "gluedTeaser", v.gluedTeaser, map[string]bool{
		"Bà con họp chợ Các xã mở hội": true, "Bà con họp chợ Bản mở hội": false, "Bà con họp chợ các xã mở hội": false, "BÀ CON HỌP CHợ Các xã": false, "chợ": false,
	})
	table(t, "isISODate", isISODate, map[string]bool{"2024-01": true, "2024-01-02": true, "1999-01-02T08:00": true, "2124-01": false, "2024-1": false, "2024/01": false, "20a4-01": false})
	mark := func(s string) string {
		m, rest, ok := v.leadingMark(s)
		return fmt.Sprint(m, "|", rest, "|", ok)
	}
	table(t, "leadingMark", mark, map[string]string{
		"date 2024-01 Bà con": "2024-01|Bà con|true", "date: [2024-01-02] Bà con": "2024-01-02|Bà con|true", "2024-01-02 Bà con": "2024-01-02|Bà con|true",
		"2024-01-02": "|2024-01-02|false", "Bà con 2024-01": "|Bà con 2024-01|false",
	})
	end := func(s string) string {
		if n := v.nameEnd(s); n >= 0 {
			return s[:n]
		}
		return ""
	}
	table(t, "nameEnd", end, map[string]string{
		" Lò Thử Sáng nay bà con họp chợ.": " Lò Thử", " Lò Thử Bà con họp chợ ở bản.": "", " Lò thử Sáng nay bà con họp chợ.": "", " Lò Thử Sáng nay.": "",
		" Sáng nay bà con họp chợ": "", " Lò Văn Thử Vàng A Sáng nay bà con họp chợ.": "",
	})
	table(t, "captionStart", func(s string) int { return v.captionStart(s, true) }, map[string]int{
		"Bà con họp chợ. ": 0, "Sáng nay họp. Bà con đông. ": len("Sáng nay họp. "), "A b. C d. E f. ": len("A b. C d. "), "Sáng nay họp": 0,
	})
	table(t, "isTicker", isTicker, map[string]bool{"16:27 Bà con họp chợ": true, "16:27": false, "Chợ 16:27": false})
}

// TestLinesOfTime holds what stands beside the time in a line of publication.
func TestLinesOfTime(t *testing.T) {
	v := vocabularyOf(t)
	split := func(s string) string {
		when, other, ok := v.stamps().splitStamp(s)
		return fmt.Sprint(when, "|", other, "|", ok)
	}
	table(t, "splitStamp", split, map[string]string{
		"Pháp luật | 18/11/2019 19:00":            "18/11/2019 19:00|Pháp luật|true",
		"18/11/2019 19:00 | Pháp luật":            "18/11/2019 19:00|Pháp luật|true",
		"Vàng Mẫu 18/11/2019":                     "18/11/2019|Vàng Mẫu|true",
		"TTXVN 18/11/2019":                        "18/11/2019|TTXVN|true",
		"Pháp luật 18/11/2019":                    "18/11/2019|Pháp luật|true",
		"bản Pọng 18/11/2019":                     "||false",
		"18/11/2019 lượt xem":                     "18/11/2019|lượt xem|true",
		"18/11/2019 312 người ở chợ":              "||false",
		"Pháp luật | 18/11/2019 19:00.":           "||false",
		"Pháp luật | hôm qua":                     "||false",
		"Chợ họp. | 18/11/2019":                   "||false",
		"một hai ba bốn năm sáu bảy - 18/11/2019": "||false",
		"một hai ba bốn năm sáu bảy | 18/11/2019": "18/11/2019|một hai ba bốn năm sáu bảy|true",
		"một hai ba bốn năm sáu bảy tám chín mười mười một | 18/11/2019": "||false",
		"Lò Thử | " + strings.Repeat("1 ", 20) + "18/11/2019":            "||false",
	})
	title := func(s string) string {
		head, when := v.stampedTitle(s)
		return head + "|" + when
	}
	table(t, "stampedTitle", title, map[string]string{
		"Bà con bản Pọng họp chợ (18/11/2019)":       "Bà con bản Pọng họp chợ|18/11/2019",
		"Bà con họp (18/11/2019)":                    "Bà con họp (18/11/2019)|",
		"Chào mừng ngày họp chợ (18/11/2019)":        "Chào mừng ngày họp chợ (18/11/2019)|",
		"Bà con bản Pọng họp chợ (18/11)":            "Bà con bản Pọng họp chợ (18/11)|",
		"Bà con bản Pọng họp chợ (18-20/11/2019)":    "Bà con bản Pọng họp chợ (18-20/11/2019)|",
		"Bà con bản Pọng họp chợ - 18/11/2019 19:00": "Bà con bản Pọng họp chợ|18/11/2019 19:00",
		"Bà con bản Pọng họp chợ 18/11/2019":         "Bà con bản Pọng họp chợ 18/11/2019|",
		"Bà con bản Pọng họp chợ lúc 19:00":          "Bà con bản Pọng họp chợ lúc 19:00|",
		"Bà con họp 18/11/2019 19:00":                "Bà con họp 18/11/2019 19:00|",
	})
	table(t, "oneDay", oneDay, map[string]bool{"18/11/2019": true, "ngày 18.11.2019": true, "18/11/1990": false, "18/11": false, "18/11/2019 ở bản Pọng": false, "18-19/11/2019": false})
	crumb := func(s string) string {
		crumb, rest, ok := nextCrumb(s)
		return fmt.Sprint(crumb, "|", rest, "|", ok)
	}
	table(t, "nextCrumb", crumb, map[string]string{"Chợ > Bản": "Chợ|Bản|true", "ChợBản": "Chợ|Bản|true", "chợ bản": "|chợ bản|false", "CHỢ": "|CHỢ|false"})
	d := headReader{&document{v: v}}
	table(t, "column", d.column, map[string]bool{
		"CHỢ BẢN": true, "Quốc phòng - An ninh": true, "Thời sự – Pháp luật": true, "Quốc phòng - Chợ bản": false, "Thời sự": false, "Chợ bản": false,
	})
	table(t, "outletAlone", d.outletAlone, map[string]bool{"TTXVN": true, "PV": false, "Thử": false, "TTXVN VOV": false})
}

// TestBrokenLines holds when the lines of a text are those of a column.
func TestBrokenLines(t *testing.T) {
	const long, rest = "Sáng nay bà con các bản vùng cao của xã Pà Cò xuống núi họp", "chợ phiên đầu năm ở trung tâm xã và mua sắm cho ngày hội xuân"
	joined := func(s string) string {
		var out []string
		for _, l := range unwrap(split(s)) {
			out = append(out, fmt.Sprint(len(strings.Fields(l.text))))
		}
		return strings.Join(out, " ")
	}
	four := long + "\n" + rest + "\n" + rest + "\n" + rest + "\nhội."
	table(t, "unwrap", joined, map[string]string{
		four:                         "61",
		four + "\n\n" + long:         "61 15",
		four + "\n- " + long:         "61 16",
		four + "\n  " + long:         "61 15",
		four + "\n-----":             "61 1",
		four + "\nhttps://a.example": "61 1",
		long + "\n" + rest:           "15 15",
		"Bà con\nhọp chợ\nở bản\nPọng":                                                        "2 2 2 1",
		strings.ReplaceAll(four, "\nchợ", "\nChợ"):                                            "15 15 15 15 1",
		long + " " + rest + "\n" + long + " " + rest + "\n" + long + " " + rest + "\n" + four: "30 30 30 15 15 15 15 1",
		strings.ReplaceAll(four, "\n", "\r"):                                                  "61",
		strings.ReplaceAll(four, "\n", "\r\n"):                                                "61",
		"> " + strings.ReplaceAll(four, "\n", "\n> "):                                         "61",
		"> a\nb\nc": "2 1 1",
	})
	table(t, "tidy", tidy, map[string]string{
		" a  b ": "a b", "a\tb": "a b", "a\u00a0b": "a b", "a\u200bb": "ab", "a\u00adb": "ab", "a\x7fb": "a b", "\u200b a": "a", "a\u0085b": "a b", "ánh": "ánh", "a\u2003b": "a b",
	})
}

// TestMarks holds what pieces are by themselves, and for what reason.
func TestMarks(t *testing.T) {
	v := vocabularyOf(t)
	const real = "Sáng nay, bà con các bản vùng cao của xã Pà Cò xuống núi họp chợ phiên."
	const other = "Đến trưa, hàng trăm gùi rau và gà đã bán hết cho thương lái dưới xuôi."
	marks := func(s string) string {
		d := &document{v: v}
		d.pieces = d.cutPieces(unwrap(split(s)))
		marker{d}.mark()
		var out []string
		for i := range d.pieces {
			p := &d.pieces[i]
			out = append(out, strings.TrimRight(string(p.role)+" "+p.rule, " ")+map[bool]string{true: "!"}[p.real])
		}
		return strings.Join(out, ", ")
	}
	const pair = "Chợ phiên bản Pọng mở hội xuân"
	table(t, "mark", marks, map[string]string{
		real + "\n" + pair + "\n" + pair + "\n" + other:              "!, caption printed twice between paragraphs, cut caption again, !",
		real + "\n" + pair + "\n" + pair + "\n" + pair:               "!, cut doubled, cut doubled, ",
		pair + "\n" + pair + "\n" + other:                            ", cut doubled, !",
		real + "\nChợ phiên mở\nChợ phiên mở\n" + other:              "!, cut doubled, cut doubled, !",
		real + "\nChợ phiên\nChợ phiên\n" + other:                    "!, , , !",
		real + "\n" + real + "\n" + other:                            "!, cut printed twice, !",
		pair + " (Ảnh: Lò Thử)\n" + pair + " (Ảnh: Lò Thử)\n" + real: "caption ends in a credit, cut caption again, !",
		pair + "\n" + real + "\n" + pair + "\n" + other:              ", !, , !",
		real + "\n" + pair + "\n" + other + "\n" + pair:              "!, image other words for a picture, !, image other words for a picture",
		real + "\n" + pair + ".\n" + other + "\n" + pair + ".":       "!, , !, ",
		strings.TrimSuffix(real, ".") + "./.\nBà con bản Pọng họp chợ sớm Các xã vùng cao mở hội xuân từ sáng.": "!, ",
		"Bà con bản Pọng họp chợ sớm Các xã vùng cao mở hội xuân từ sáng.":                                      "!",
		"# " + pair:                                    "",
		"**" + pair + "**":                             "",
		"https://a.example/cho.jpg":                    "image picture",
		"https://a.example/cho":                        "url url",
		"18/11/2019 19:00":                             " stamp?",
		"leftcenterrightdel":                           "cut buttons of a picture",
		"leftcenterrightdel " + pair:                   "caption under the buttons of a picture",
		"leftcenterrightdel Tin liên quan":             "cut heading",
		pair + " |":                                    "caption cell of a table alone",
		pair + ": |":                                   "",
		"Chợ | bản |":                                  "",
		real + "\n|\n" + other:                         "!, !",
		"date 2024-01 " + real:                         "stamp mark of a date, !",
		"https://a.example/a\n---\n2024-01-02 " + real: "url url, cut rule, stamp mark of a date, !",
		real + "\n2024-01-02 " + other:                 "!, !",
		pair + ". (Ảnh: Lò Thử) " + real:               "caption glued before its credit, !",
		pair + ". (bản Pọng) " + real:                  "!",
		pair + ". Ảnh: Lò Thử " + real:                 "caption glued before its credit, !",
		pair + ". Chợ: Lò Thử " + real:                 "!",
		pair + " Ảnh: Lò Thử " + real:                  "!",
	})
	unmarked := func(s string) string {
		p := piece{text: s}
		p.unmark()
		return fmt.Sprint(p.text, "|", p.heading, "|", p.strong)
	}
	table(t, "unmark", unmarked, map[string]string{
		"# Chợ": "Chợ|true|false", "## Chợ ##": "Chợ|true|false", "#Chợ": "#Chợ|false|false", "Chợ # 1": "Chợ # 1|false|false", "**Chợ**": "Chợ|false|true", "_Chợ_": "Chợ|false|true",
		"* Chợ *": "* Chợ *|false|false", "**Chợ** và **bản**": "**Chợ** và **bản**|false|false", "**Chợ": "**Chợ|false|false", "****": "****|false|false", "***Chợ***": "Chợ|false|true",
	})
}
