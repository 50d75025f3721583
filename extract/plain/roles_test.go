package plain

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

// rolesOf gives what became of each piece of a text, in its order, and what the article
// says beside its body: "title, stamp, body, body; Lò Thử".
func rolesOf(r *Reader, input string) string {
	a := r.Article(input, true)
	all := slices.Concat(a.Evidence.Kept, a.Evidence.Cut)
	slices.SortStableFunc(all, func(x, y boctin.Trace) int { return cmp.Compare(x.Offset, y.Offset) })
	var out []string
	for _, t := range all {
		role := t.Role
		if role == "cut" {
			role = "cut: " + t.Rule
		}
		out = append(out, role)
	}
	said := strings.Join(out, ", ")
	for _, s := range []string{strings.Join(a.Authors, "+"), a.Credit, a.Section, strings.Join(a.Tags, "+")} {
		if s != "" {
			said += "; " + s
		}
	}
	return said
}

// sentences are what stands for letters in the texts of TestRoles: paragraphs A to F, a
// headline T, headlines of other articles H, I and K, a time W; a slash parts paragraphs,
// a tilde lines, two slashes print one.
var sentences = strings.NewReplacer(
	"{A}", "Sáng nay, bà con các bản vùng cao của xã Pà Cò xuống núi họp chợ phiên đầu năm.",
	"{B}", "Đến trưa, hàng trăm gùi rau và gà đã bán hết cho thương lái từ dưới xuôi lên.",
	"{C}", "Theo ban quản lý, chợ năm nay có thêm hai dãy sạp mới lợp mái tôn chống mưa.",
	"{D}", "Buổi chiều, các đội khèn của bốn bản thi tài ở sân vận động trước trụ sở xã.",
	"{E}", "Các em được tặng sách vở và áo ấm trước khi vào đợt rét đậm của tháng mười hai.",
	"{F}", "Cây cầu dài bốn mươi mét do dân bản góp công làm trong ba tháng mùa khô năm nay.",
	"{T}", "Chợ phiên bản Pọng mở hội xuân", "{W}", "18/11/2019 19:00",
	"{H}", "Trao quà cho học trò nghèo vùng cao", "{I}", "Khánh thành cầu treo ở bản Khe Vằn", "{K}", "Thông xe đường liên xã sau mưa lũ",
	"//", "/", "/", "\n\n", "~", "\n",
)

// TestRoles holds what becomes of each piece of a text by what stands around it.
func TestRoles(t *testing.T) {
	r := newReader(t)
	table(t, "roles", func(s string) string { return rolesOf(r, sentences.Replace(s)) }, map[string]string{
		"NHỊP BẢN/{W}/{T}/{A}/{B}":              "section, stamp, title, body, body; NHỊP BẢN",
		"Nhịp bản/{W}/{T}/{A}/{B}":              "title, stamp, body, body, body",
		"Quốc phòng - An ninh/{W}/{T}/{A}/{B}":  "section, stamp, title, body, body; Quốc phòng - An ninh",
		"Chợ phiên/{T}/{W}/{A}/{B}":             "cut: menu, title, stamp, body, body",
		"Chợ phiên/{T}./{W}/{A}/{B}":            "title, lead, stamp, body, body",
		"{T}/{H} ở bản/{W}/{A}/{B}":             "title, lead, stamp, body, body",
		"Thời sự » Pháp luật/{T}/{A}/{B}":       "cut: path of sections, title, body, body",
		"TTXVN/{T}/{A}/{B}":                     "cut: name of the outlet, title, body, body",
		"TTXVN":                                 "body",
		"Thời sự/{T}/{A}/{B}":                   "section, title, body, body; Thời sự",
		"- {T}/{A}/{B}":                         "body, body, body",
		"{T}:/{A}/{B}":                          "body, body, body",
		"Nguyễn Thị Lan/{A}/{B}":                "body, body, body",
		"# {T}./{A}/{B}":                        "title, body, body",
		"===/{T}./{A}/{B}":                      "cut: rule, body, body, body",
		"{T}./{A}/{B}":                          "body, body, body",
		"{T}/{A}/{T}/{B}/{C}":                   "title, body, cut: title repeated, body, body",
		"{T}/Nguyễn Thị Lan/{A}/{B}":            "title, byline, body, body; Nguyễn Thị Lan",
		"{T}/Hoa Mai Vàng/{A}/{B}":              "title, body, body, body",
		"{T}/Nguyễn Thị Lan/{H}/{A}/{B}":        "title, body, body, body, body",
		"{T}/{W}/Hoa Mai/{A}/{B}":               "title, stamp, byline, body, body; Hoa Mai",
		"{T}/Hoa Mai/{W}/{A}/{B}":               "title, byline, stamp, body, body; Hoa Mai",
		"{T}/Tác giả: Hoa Mai/{A}/{B}":          "title, byline, body, body; Hoa Mai",
		"{T}/Theo TTXVN/{A}/{B}":                "title, byline, body, body; TTXVN",
		"{T}/Theo Nguyễn Lan Anh (NLĐ)/{A}/{B}": "title, byline, body, body; Nguyễn Lan Anh; NLĐ",
		"{T}/TTXVN/{A}/{B}":                     "title, cut: name of the outlet, body, body",
		"{T}/Thời sự/{A}/{B}":                   "title, section, body, body; Thời sự",
		"{T}/**{A}**/{B}":                       "title, lead, body",
		"{T}/**{H}**/{A}/{B}":                   "title, body, body, body",
		"{A}/{H}/{B}/{C}":                       "lead, body, body, body",
		"{T}/{A}/{H}/{B}/{C}":                   "title, body, body, body, body",
		"{A}/{H}:/{B}/{C}":                      "body, body, body, body",
		"{A}/{H}":                               "body, body",
		"Tiêu đề: {T}~Ngày: 18-11-2019~Tác giả: Nguyễn Thị Lan~URL: https:////a.example//a~Sapo: {A}~Chuyên mục: Chợ~Từ khóa: chợ; xuân, ~Từ: b@a.vn/{B}/{C}": "title, stamp, byline, url, lead, section, tags, cut: key, body, body; Nguyễn Thị Lan; Chợ; chợ+xuân",
		"{T}/{A}/{B}/LAN ANH":                         "title, body, body, byline; LAN ANH",
		"{T}/{A}/{B}/Nguyễn Thị Lan":                  "title, body, body, byline; Nguyễn Thị Lan",
		"{T}/{A}/{B}/Quyết định":                      "title, body, body, body",
		"{T}/{A}/{B}/PV/{W}":                          "title, body, body, byline, stamp; PV",
		"{T}/{A}/{B}/Theo TTXVN/{C}/{D}":              "title, body, body, body, body, body",
		"{T}/{A}/Tác giả: Nguyễn Thị Lan/{B}/{C}/{D}": "title, body, byline, body, body, body; Nguyễn Thị Lan",
		"{T}/{A}/{B}/Tác giả: Nguyễn Thị Lan/{C}":     "title, body, body, byline, cut: after the end; Nguyễn Thị Lan",
		"{T}/{A}/{B}/Từ khóa: chợ, xuân/{C}":          "title, body, body, tags, cut: after the end; chợ+xuân",
		"{T}/{A}/Từ khóa: chợ, xuân/{B}/{C}/{D}":      "title, body, body, body, body, body",
		"{T}/{A}/{B}/Mời bạn đọc gửi ý kiến về tòa soạn để được đăng/{H}": "title, body, body, cut: after the end, cut: after the end",
		"{T}/{A}/{B}/Tin liên quan/{H}/{I}/{K}":                           "title, body, body, cut: heading, cut: after the end, cut: after the end, cut: after the end",
		"{T}/{A}/Tin liên quan/{H}/{I}/{B}/{C}":                           "title, body, cut: heading, cut: box of other articles, cut: box of other articles, body, body",
		"{T}/{A}/{B}/{C}/Tin liên quan/{H}/{D}":                           "title, body, body, body, cut: heading, cut: after the end, cut: after the end",
		"{T}/{A}/Tin liên quan/{H}/{B}":                                   "title, body, cut: heading, cut: box of other articles, body",
		"{T}/{A}/{B}/{C}/{H}/{I}/{K}":                                     "title, body, body, body, cut: after the end, cut: after the end, cut: after the end",
		"{T}/{A}/{B}/{C}/{H}/{I}":                                         "title, body, body, body, body, body",
		"{T}/{A}/{B}/{C}/# {H}/# {I}/# {K}":                               "title, body, body, body, body, body, body",
		"{T}/{A}/{B}/{C}/07:15 {H}/08:20 {I}/09:25 {K}":                   "title, body, body, body, body, body, body",
		"{T}/{A}/{B}/Bản quyền thuộc Báo Mẫu/{H}":                         "title, body, body, cut: footer, cut: after the end",
		"{T}/{A}/{B}/Chia sẻ Facebook/{H}":                                "title, body, body, cut: widget, cut: after the end",
		"{T}/{A}/Chia sẻ Facebook/{B}/{C}":                                "title, body, cut: widget, body, body",
		"{T}/{A}/Ảnh 1: {H}/{B}":                                          "title, body, caption, body",
		"{T}/{A}/Ảnh 12: {H}/{B}":                                         "title, body, body, body",
		"{A}":                                                             "body",
		"{W}":                                                             "body",
		"cho.jpg":                                                         "image",
		"https:////a.example//a":                                          "url",
		"cho.jpg/{H}/xuan.jpg/{I}/hoi.jpg/{K}":                            "image, caption, image, caption, image, caption",
		"{T}/{W}/{A}/{B}":                                                 "title, stamp, body, body",
		"{T}/{A}/{B}/{W}":                                                 "title, body, body, stamp",
		"{T}/{W}/{A}/{B}/{W}":                                             "title, stamp, body, body, cut: after the end",
		"{T}/{A}/{B}/18//11//2019 19:00/{C}":                              "title, body, body, body, body",
		"Trang chủ > Thời sự > {T}/{A}/{B}":                               "title, body, body; Thời sự",
		"Trang chủ > Pháp luật/{T}/{A}/{B}":                               "cut: path of sections, title, body, body",
		"===~{T}.~===/{A}/{B}":                                            "cut: rule, title, cut: rule, body, body",
		"{T}/{A}/cho.jpg~{H}/{B}":                                         "title, body, image, caption, body",
		"{T}/{A}/cho.jpg~{H}~{I}/{B}":                                     "title, body, image, caption, body, body",
		"{T}/{A}/cho.jpg/{C}/{B}":                                         "title, body, image, body, body",
		"{T}/{A}/cho.jpg~{C}/{B}":                                         "title, body, image, caption, body",
		"{T}/{A}/cho.jpg~{C}~{D}/{B}":                                     "title, body, image, body, body, body",
		"{T}/{A}/cho.jpg~{H}. Trời mưa. Chợ đông./{B}":                    "title, body, image, body, body",
		"{T}/{A}/cho.jpg/{B}":                                             "title, body, image, body",
		"{T}/{A}/{B}/cho.jpg/{H}":                                         "title, body, body, image, caption",
		"{T}/{A}/{H}~Ảnh: Lò Thử/{B}":                                     "title, body, caption, credit, body",
		"{T}/{A}/{H}//{H}/Ảnh: Lò Thử/{B}":                                "title, body, caption, credit, body",
		"{T}/{A}/{H}/~/Ảnh: Lò Thử/{B}":                                   "title, body, body, credit, body",
		"{T}/{A}/{C}~Ảnh: Lò Thử/{B}":                                     "title, body, body, credit, body",
		"{T}/{A}/{H}. Trời mưa.~Ảnh: Lò Thử/{B}":                          "title, body, body, credit, body",
		"{T}/{A}/Lò Văn Thử ở chợ.~Ảnh: Lò Thử/{B}":                       "title, body, caption, credit, body",
		"{T}/{A}/{B}/Tin liên quan/{H} (Ảnh: Lò Thử)/cho.jpg/{W}/https:////a.example//b/Nguyễn Thị Lan": "title, body, body, cut: heading, cut: after the end, cut: after the end, cut: after the end, url, cut: after the end",
		"{T}/{A}/{B}/Nguyễn Thị Lan/{H} (Ảnh: Lò Thử)/cho.jpg/{W}/https:////a.example//b/Trần Thị Mẫu":  "title, body, body, byline, caption, image, stamp, url, byline; Nguyễn Thị Lan+Trần Thị Mẫu",
		"{T}/{A}/{B}/Nguyễn Thị Lan/Tin liên quan/{H} (Ảnh: Lò Thử)":                                    "title, body, body, byline, cut: heading, cut: after the end; Nguyễn Thị Lan",
		"{T}/{A}/{B}/Nguyễn Thị Lan/{W}/{W}":                                                            "title, body, body, byline, stamp, cut: after the end; Nguyễn Thị Lan",
		"{T}/{A}/Phần một/{B}/{C}":                                                                      "title, body, body, body, body",
		"{A}/Phần một/{B}/{C}":                                                                          "lead, body, body, body",
		"{A}/Phần một/{H}":                                                                              "body, body, body",
		"{A}/Phần một.../{B}/{C}":                                                                       "body, body, body, body",
		"{T}/{A}/{B}/{C}/{H}/{D}":                                                                       "title, body, body, body, body, body",
		"{T}/{A}/{H}/{B}/{I}/{C}/{K}/{D}":                                                               "title, body, body, body, body, body, body, body",
		"{A}/{H}/{I}/{K}":                                                                               "body, cut: after the end, cut: after the end, cut: after the end",
		"{T}/{A}/{B}/{C}/**{H}**/{I}/{K}":                                                               "title, body, body, body, body, body, body",
		"{T}/{A}/{B}/{C}/Chợ họp/{H}/{I}/{K}":                                                           "title, body, body, body, body, cut: after the end, cut: after the end, cut: after the end",
		"{T}/{A}/{B}/{C}:/{H}/{I}/{K}":                                                                  "title, body, body, body, body, body, body",
		"{T}/{A}/{B}/{C}/Trao quà cho/Khánh thành cầu/Thông xe đường":                                   "title, body, body, body, body, body, body",
		"{T}/{A}/{B}/{C}/{H}./{I}./{K}.":                                                                "title, body, body, body, body, body, body",
		"{T}/{A}/{B}/{C}/- {H}/- {I}/- {K}":                                                             "title, body, body, body, body, body, body",
		"{T}/{A}/{B}./././{C}/{D}":                                                                      "title, body, body, body, body, body, body",
		"{T}/{A}/{B}x/{C}/{D}":                                                                          "title, body, body, body, body",
		"{T}/{A}/{B}/Theo TTXVN/{C}":                                                                    "title, body, body, body, body",
		"{T}/{A}/{B}/# Nguyễn Thị Lan/{C}":                                                              "title, body, body, body, body",
		"{T}/{A}/{B}/- Nguyễn Thị Lan":                                                                  "title, body, body, body",
		"{T}/{A}/{B}/TTXVN":                                                                             "title, body, body, byline; TTXVN",
		"{T}/{A}/{B}/THỬ":                                                                               "title, body, body, body",
		"{T}/{A}/{B}/Thử":                                                                               "title, body, body, byline; Thử",
		"{T}/{A}/{B}/Sáng":                                                                              "title, body, body, byline; Sáng",
		"{T}/{A}/{B}/{W}/Nguyễn Thị Lan":                                                                "title, body, body, stamp, byline; Nguyễn Thị Lan",
		"{T}/{A}/{B}/{W}/cho.jpg":                                                                       "title, body, body, stamp, image",
		"{T}/{A}/{B}/{C}/{H}/{E}/{I}/{F}":                                                               "title, body, body, body, cut: after the end, cut: after the end, cut: after the end, cut: after the end",
		"{T}/{A}/{B}/{H}/{E}/{I}/{F}":                                                                   "title, body, body, body, body, body, body",
		"{T}/{A}/{B}/{C}/{H}/{E}":                                                                       "title, body, body, body, body, body",
		"{T}/{A}/{K}/{B}/{C}/{D}/{H}/{E}/{I}/{F}":                                                       "title, body, body, body, body, body, cut: after the end, cut: after the end, cut: after the end, cut: after the end",
		"{T}/{A}/{K}/Lễ hội gầu tào/{B}/{C}/{D}/{H}/{E}/{I}/{F}":                                        "title, body, body, body, body, body, body, body, body, body, body",
		"{T}/{A}/{B}/{C}/{H}:/{E}/{I}/{F}":                                                              "title, body, body, body, body, body, body, body",
		"{T}/{A}/{B}/{C}/# {H}/{E}/# {I}/{F}":                                                           "title, body, body, body, body, body, body, body",
		"{T}/{A}/{B}/Thử/{H}":                                                                           "title, body, body, body, body",
		"{T}/{A}/{B}/Thời sự":                                                                           "title, body, body, body",
		"{T}/{A}/{H}/THỬ":                                                                               "title, body, body, body",
		"{T}/{A}/{B},/THỬ":                                                                              "title, body, body, body",
		"Tiêu đề: {T}~Ngày: hôm qua/{A}/{B}":                                                            "title, body, body, body",
		"Tiêu đề: {T}~URL: a.example/{A}/{B}":                                                           "title, body, body, body",
		"Tiêu đề: {T}~Tác giả: 12/{A}/{B}":                                                              "title, body, body, body",
		"Tiêu đề: {T}~Chợ ở bản: Pọng/{A}/{B}":                                                          "title, body, body, body",
		"Tiêu đề: {T}~Từ: b@a.vn/{A}/{B}":                                                               "title, cut: key, body, body",
		"Tiêu đề: {T}~Từ:/{A}/{B}":                                                                      "title, cut: key, body, body",
		"Tiêu đề: {T}~URL: https:////a.example//a~URL: https:////a.example//b/{A}/{B}": "title, url, url, body, body",
		"Từ: b@a.vn~Đến: c@a.vn/{A}/{B}":                                               "cut: key, cut: key, body, body",
		"{A} (Ảnh: Lò Thử)/{B} (Ảnh: Lò Thử)/{C} (Ảnh: Lò Thử)":                        "caption, caption, caption",
		"{A} (Ảnh: Lò Thử)/{B} (Ảnh: Lò Thử)":                                          "caption, caption",
		"cho.jpg/xuan.jpg/{A}/{B}":                                                     "image, image, body, body",
		"cho.jpg/Ảnh: Lò Thử/{A}/{B}":                                                  "image, credit, body, body",
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM~Độc lập - Tự do - Hạnh phúc/Số: 12//KH-UBND/KẾ HOẠCH/{T}/{A}/{B}/THỬ": "cut: letterhead, cut: letterhead, cut: number of the document, cut: kind of document, title, body, body, body",
		"{T}/{A}/{B}/{C}/{H}/{D}/{I}/{A}x":                                                                       "title, body, body, body, body, body, body, body",
		"{T}/{A}/{H}/{B}/{I}/{C}/{K}/{D}/Lễ hội gầu tào ở bản Pà Khôm/{A}x":                                      "title, body, body, body, body, body, body, body, body, body",
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM~Độc lập - Tự do - Hạnh phúc/KẾ HOẠCH/{A}/{B}":                        "cut: letterhead, cut: letterhead, title, body, body",
		"{A}/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM~Độc lập - Tự do - Hạnh phúc/{B}":                                 "lead, body, body, body",
		"{T}/Hà Giang, ngày 18//11//2019/{A}/{B}":                                                                "title, stamp, body, body",
		"{T}/Thời sự, 18//11//2019/{A}/{B}":                                                                      "title, stamp, body, body; Thời sự",
		"{T}/Nguyễn Thị Lan - 18//11//2019/{A}/{B}":                                                              "title, stamp, body, body; Nguyễn Thị Lan",
		"{T}/TTXVN - 18//11//2019/{A}/{B}":                                                                       "title, stamp, body, body; TTXVN",
		"{T}/Chợ họp - 18//11//2019/{A}/{B}":                                                                     "title, stamp, body, body",
		"{T}/{A}/{H} ngày 18//11//2019 - Thời sự/{B}":                                                            "title, body, body, body",
		"Thời sự/Pháp luật/Thế giới/Kinh tế/Văn hóa/Thể thao/Du lịch/{W}/{T}/{A}/{B}/{C}":                        "cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, stamp, title, body, body, body",
		"Thời sự/Pháp luật/Thế giới/{T}/{A}/{B}/{C}":                                                             "section, section, section, title, body, body, body; Thế giới",
		"Thời sự/Pháp luật/Thế giới/Kinh tế/Văn hóa/Thể thao/Du lịch/{T}/Nguyễn Thị Lan/{A}/{B}/{C}/{H}/{I}/{K}": "cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, title, byline, body, body, body, cut: after the end, cut: after the end, cut: after the end; Nguyễn Thị Lan",
		"Thời sự/Pháp luật/Thế giới/Kinh tế/Văn hóa/Thể thao/Du lịch/https:////a.example//a/{T}/{A}/{B}/{C}":     "cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, title, body, body, body",
		"https:////a.example//a/Thời sự/Pháp luật/Thế giới/Kinh tế/Văn hóa/Thể thao/Du lịch/{T}/{A}/{B}/{C}":     "url, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, title, body, body, body",
		"Thời sự/Pháp luật/Thế giới/Kinh tế/Văn hóa/Thể thao/Du lịch/Thời sự | {W}/{T}/{A}/{B}/{C}":              "cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, stamp, title, body, body, body; Thời sự",
		"Thời sự/Pháp luật/Thế giới/Kinh tế/Văn hóa/Thể thao/Du lịch/{T}/Bà con các bản vùng cao của xã Pà Cò xuống núi họp chợ phiên đầu năm ở trung tâm xã từ lúc trời chưa sáng/{A}/{B}/{C}": "cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, title, body, body, body, body",
		"Thời sự/Pháp luật/Thế giới/Kinh tế/Văn hóa/Thể thao/Du lịch/{T}/Trao quà cho học trò/{A}/{B}/{C}":                                                                                      "cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, cut: menu, title, body, body, body, body",
		"{T}/{A}/Toàn cảnh chợ phiên bản Pọng sáng nay./{B}":  "title, body, caption, body",
		"{T}/{A}/Toàn cảnh chợ phiên đầu năm./{B}/{C}":        "title, body, caption, body, body",
		"{T}/{A}/# Toàn cảnh chợ phiên đầu năm./{B}/{C}":      "title, body, body, body, body",
		"{T}/Toàn cảnh chợ phiên đầu năm./{A}/{B}/{C}":        "title, caption, body, body, body",
		"{T}/Bà con họp chợ phiên đầu năm./{A}/{B}/{C}":       "title, body, body, body, body",
		"{T}/{A}/Ông Lò Văn Thử phát biểu ở chợ./{B}/{C}":     "title, body, caption, body, body",
		"{T}/{A}/{B}/Ông Lò Văn Thử phát biểu ở chợ./{C}/{D}": "title, body, body, caption, body, body",
		"{T}/{A}/Ông Lò Văn Thử tặng quà cho các cháu học trò nghèo vùng cao ở trường/Ông Lò Văn Thử cho biết sẽ mở thêm chợ ở các bản xa trong năm tới đây./{C}":     "title, body, caption, body, body",
		"{T}/{A}/Ông Lò Văn Thử tặng quà cho các cháu học trò nghèo vùng cao ở trường/{B}/{C}":                                                                        "title, body, body, body, body",
		"{T}/{A}/Ông Lò Văn Thử tặng quà cho các cháu học trò/Ông Lò Văn Thử cho biết sẽ mở thêm chợ ở các bản xa trong năm tới đây./{C}":                             "title, body, body, body, body",
		"{T}/{A}/**Ông Lò Văn Thử tặng quà cho các cháu học trò nghèo vùng cao ở trường**/Ông Lò Văn Thử cho biết sẽ mở thêm chợ ở các bản xa trong năm tới đây./{C}": "title, body, body, body, body",
	})
}
