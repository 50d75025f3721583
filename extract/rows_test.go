package extract

import (
	"strings"
	"testing"

	"github.com/boctin/boctin"
)

// paragraphs are what stands for letters in the pages of TestRows.
var paragraphs = strings.NewReplacer(
	"{T}", "<h1>Chợ huyện mở phiên đêm</h1>", "{W}", `<p class="date">05/03/2021 07:15</p>`,
	"{A}", "<p>Phiên chợ đêm đầu tiên của huyện họp từ sáu giờ tối trên bãi đất trống cạnh bến xe, thu hút hơn ba trăm gian hàng của bà con các xã.</p>",
	"{B}", "<p>Bà Lữ Thị Mừng ở bản Khe cho biết chỉ sau hai giờ bà đã bán hết bốn chục cân măng khô và hai gùi mắc khén mang từ nhà xuống.</p>",
	"{C}", "<p>Ban quản lý lắp thêm hai dãy đèn, chia khu ăn uống với khu nông sản và miễn tiền thuê chỗ cho người bán trong ba tháng đầu.</p>",
	"{D}", "<p>Từ tháng sau, chợ họp vào tối thứ Bảy hằng tuần, kèm chương trình múa sạp của đội văn nghệ thị trấn để giữ chân khách đường xa.</p>",
)

// rowOf says what is read from a page: the paragraphs by their letters, others by their first
// words; then who signs, the source, the times (those of a change with a star) and the captions.
func rowOf(x *Extractor, html string) string {
	page := `<html lang="vi"><head><meta charset="utf-8"><title>Chợ huyện mở phiên đêm</title></head><body><nav><a href="/a">Trang chủ</a> <a href="/b">Đời sống</a></nav>` + paragraphs.Replace(html) + `<footer><p>Giấy phép số 31/GP-TTĐT</p></footer></body></html>`
	a, err := x.Article(&boctin.Page{Path: "a.html", Body: []byte(page)})
	if err != nil {
		return err.Error()
	}
	var body, captions, stamps []string
	for p := range strings.SplitSeq(a.Body, "\n\n") {
		words := strings.Fields(p)
		short := strings.Join(words[:min(3, len(words))], " ")
		for _, letter := range []string{"A", "B", "C", "D"} {
			if paragraphs.Replace("{"+letter+"}") == "<p>"+p+"</p>" {
				short = letter
			}
		}
		body = append(body, short)
	}
	for _, i := range a.Images {
		if i.Caption+i.Credit != "" {
			captions = append(captions, i.Caption+"/"+i.Credit)
		}
	}
	for _, s := range a.Stamps {
		stamps = append(stamps, s.Text+map[bool]string{true: "*"}[s.Modified])
	}
	out := strings.Join(body, ", ")
	for _, part := range []string{strings.Join(a.Authors, "+"), a.Credit, strings.Join(stamps, "+"), strings.Join(captions, "+")} {
		out += "; " + part
	}
	return strings.TrimRight(out, "; ")
}

// TestRows holds what is read from small pages that differ in one thing.
func TestRows(t *testing.T) {
	x := New(nil)
	for html, want := range map[string]string{
		`{T}{W}{A}{B}{C}`:                                                     "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Lan Anh</p>`:                                       "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh</b></p>`:                                "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p style="text-align:right">Lan Anh</p>`:              "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}<p>Lan Anh</p>{C}`:                                       "A, B, Lan Anh, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}<p><b>Lan Anh</b></p>{C}`:                                "A, B, Lan Anh, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh</b></p><p>Theo TTXVN</p>`:               "A, B, C; Lan Anh; TTXVN; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Theo Lan Anh</p><p>VOV</p>`:                        "A, B, C; Lan Anh; VOV; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Theo TTXVN</p>`:                                    "A, B, C; ; TTXVN; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p class="source">Báo Mẫu</p>`:                        "A, B, C; ; Báo Mẫu; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p class="source">Chợ có vui không?</p>`:              "A, B, C, Chợ có vui; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Báo Mẫu</b></p>`:                                "A, B, C; ; Báo Mẫu; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh:</b></p>`:                               "A, B, C, Lan Anh:; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Tin, ảnh: Lan Anh</p>`:                             "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Lan Anh (tổng hợp)</p>`:                            "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>LAN ANH</p>`:                                       "A, B, C; LAN ANH; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Ông Lò Văn Thử.</p>`:                               "A, B, C, Ông Lò Văn; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<h3>Lan Anh</h3>`:                                     "A, B, C, Lan Anh; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<h3 class="author">Lan Anh</h3>`:                      "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>lananh@mau.example</p><p><b>Lan Anh</b></p>`:       "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh</b></p><p>lananh@mau.example</p>`:       "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh</b></p><p>Thiết kế: Lò Thử</p>`:         "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh</b></p><p>(Trạm Khuyến nông huyện)</p>`: "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh</b></p><p><b>Văn phòng UBND xã</b></p>`: "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh</b></p><p>Văn phòng UBND xã</p>`:        "A, B, C, Văn phòng UBND; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p style="text-align:right">Văn phòng UBND xã</p>`:    "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>(Trạm Khuyến nông huyện)</p>`:                      "A, B, C, (Trạm Khuyến nông; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Chợ họp đến khuya</p><p><b>Lan Anh</b></p>`:        "A, B, C, Chợ họp đến; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh</b></p><p>Chợ họp đến khuya.</p>`:       "A, B, C, Chợ họp đến; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<figure><img src="a.jpg"><figcaption>Chợ đêm. Ảnh: Lò Thử</figcaption></figure><p><b>Lan Anh</b></p>`: "A, B, C; Lan Anh; ; 05/03/2021 07:15; Chợ đêm./Lò Thử",
		`{T}{W}<p class="author">Lan Anh</p>{A}{B}{C}`:                                                 "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}<p class="author">Lan Anh</p>{W}{A}{B}{C}`:                                                 "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}<p class="author">Theo Lan Anh</p>{A}{B}{C}`:                                            "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}<p class="author">Lan Anh, 05/03/2021</p>{A}{B}{C}`:                                     "A, B, C; Lan Anh; ; 05/03/2021 07:15+Lan Anh, 05/03/2021",
		`{T}{W}<p class="author">Hà Giang, ngày 5-3-2021</p>{A}{B}{C}`:                                 "A, B, C; ; ; 05/03/2021 07:15+Hà Giang, ngày 5-3-2021",
		`{T}{W}<p class="author">Lan Anh</p><p class="author">Phóng viên</p>{A}{B}{C}`:                 "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}<p class="author">Phóng viên</p>{A}{B}{C}`:                                              "A, B, C; Phóng viên; ; 05/03/2021 07:15",
		`{T}{W}<p>Tác giả: Lan Anh</p>{A}{B}{C}`:                                                       "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}<p class="date">Lan Anh - 05/03/2021 07:15</p>{A}{B}{C}`:                                   "A, B, C; Lan Anh; ; Lan Anh - 05/03/2021 07:15",
		`{T}<p class="date">Lan Anh | 05/03/2021 07:15</p>{A}{B}{C}`:                                   "A, B, C; Lan Anh; ; Lan Anh | 05/03/2021 07:15",
		`{T}<p class="date">Tác giả: Lan Anh - 05/03/2021 07:15</p>{A}{B}{C}`:                          "A, B, C; Lan Anh; ; Tác giả: Lan Anh - 05/03/2021 07:15",
		`{T}<p class="date">Đời sống - 05/03/2021 07:15</p>{A}{B}{C}`:                                  "A, B, C; ; ; Đời sống - 05/03/2021 07:15",
		`{T}<p class="date">05/03/2021 07:15 - Báo Mẫu</p>{A}{B}{C}`:                                   "A, B, C; ; ; 05/03/2021 07:15 - Báo Mẫu",
		`{T}<div class="meta"><span>Lan Anh</span> <span>05/03/2021 07:15</span></div>{A}{B}{C}`:       "A, B, C; Lan Anh; ; Lan Anh 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p><b>Lan Anh</b></p>`:                                    "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p>Lan Anh</p>`:                                           "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p>Tác giả: Lan Anh</p>`:                                  "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p><a href="/a">Lan Anh</a></p>`:                          "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p>Theo TTXVN</p>`:                                        "A, B, C; ; TTXVN; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p><a href="/x">Theo TTXVN</a></p>`:                       "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p>Chợ họp cả đêm.</p><p><b>Lan Anh</b></p>`:              "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><div class="comment"><p class="author">Lan Anh</p></div>`: "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><nav><p class="author">Lan Anh</p></nav>`:                 "A, B, C; ; ; 05/03/2021 07:15",
		`<p>Đăng lúc 05/03/2021 07:15</p>{T}{A}{B}{C}`:                                                 "A, B, C; ; ; Đăng lúc 05/03/2021 07:15",
		`<p class="date">Hôm nay 06/03/2021</p>{T}{W}{A}{B}{C}`:                                        "A, B, C; ; ; 05/03/2021 07:15+Hôm nay 06/03/2021",
		`<p>Thứ Bảy, 06/03/2021</p>{T}{W}{A}{B}{C}`:                                                    "A, B, C; ; ; 05/03/2021 07:15+Thứ Bảy, 06/03/2021",
		`<header><p class="date">06/03/2021</p></header>{T}{A}{B}{C}`:                                  "A, B, C; ; ; 06/03/2021",
		`{T}<p>Cập nhật: 06/03/2021 08:00</p>{W}{A}{B}{C}`:                                             "A, B, C; ; ; 05/03/2021 07:15+Cập nhật: 06/03/2021 08:00*",
		`{T}{A}{B}{C}<p>05/03/2021 07:15</p>`:                                                          "A, B, C; ; ; 05/03/2021 07:15",
		`{T}<div class="c">{A}{B}{C}</div><p class="date">05/03/2021 07:15</p>`:                        "A, B, C; ; ; 05/03/2021 07:15",
		`{T}<div class="c">{A}{B}{C}</div><ul><li><a href="/x">Bà con xã Nà Bó gặt lúa</a> 04/03/2021</li><li><a href="/y">Xã mở lớp học đêm</a> 03/03/2021</li></ul>`: "A, B, C",
		`{T}{A}<p>Chợ cũ cháy ngày 12/11/2018.</p>{B}{C}`:                                                             "A, Chợ cũ cháy, B, C",
		`{T}<time datetime="2021-03-05T07:15:00+07:00">05/03/2021</time>{A}{B}{C}`:                                    "A, B, C; ; ; 05/03/2021+2021-03-05T07:15:00+07:00",
		`{T}<figure><img src="a.jpg"><figcaption>Chợ ngày 05/03/2021</figcaption></figure>{A}{B}{C}`:                  "A, B, C; ; ; ; Chợ ngày 05/03/2021/",
		`{T}{W}{A}<p><a href="/x">Bà con xã Nà Bó gặt lúa</a></p>{B}{C}`:                                              "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p><a href="/x">Chợ họp</a></p>{B}{C}`:                                                              "A, Chợ họp, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p><a href="/x">Bà con xã Nà Bó gặt lúa sớm vì bão số ba sắp đổ bộ vào đất liền.</a></p>{B}{C}`:     "A, Bà con xã, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>- <a href="/x">Bà con xã Nà Bó gặt lúa</a></p>{B}{C}`:                                            "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>- Bà con xã Nà Bó gặt lúa</p>{B}{C}`:                                                             "A, - Bà con, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Chia sẻ</p>{B}{C}`:                                                                               "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Chia sẻ với bà con</p>{B}{C}`:                                                                    "A, Chia sẻ với, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>In trang | Gửi cho bạn bè</p>{B}{C}`:                                                             "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>In trang | Bà con</p>{B}{C}`:                                                                     "A, In trang |, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>312 lượt xem</p>{B}{C}`:                                                                          "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>312 lượt người xem</p>{B}{C}`:                                                                    "A, 312 lượt người, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>***</p>{B}{C}`:                                                                                   "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p><a href="/f.pdf">quyet-dinh-12.pdf</a> (120 KB)</p>{B}{C}`:                                       "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>quyet-dinh-12.pdf</p>{B}{C}`:                                                                     "A, quyet-dinh-12.pdf, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Đăng lúc</p>{B}{C}`:                                                                              "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Cập nhật</p>{B}{C}`:                                                                              "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>2/15</p>{B}{C}`:                                                                                  "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<table><tr><td>2/15</td><td>Bản Khe</td></tr><tr><td>3/15</td><td>Bản Pọng</td></tr></table>{B}{C}`: "A, 2/15, Bản Khe, 3/15, Bản Pọng, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>https://mau.example/a</p>{B}{C}`:                                                                 "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Bà con đăng ký tại:</p><p>https://mau.example/a</p>{B}{C}`:                                       "A, Bà con đăng, https://mau.example/a, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Bà con đăng ký theo đường dẫn sau</p><p>https://mau.example/a</p>{B}{C}`:                         "A, Bà con đăng, https://mau.example/a, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Từ khóa: chợ, huyện</p>`:                                                                   "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Từ khóa của buổi chợ</p>{B}{C}`:                                                                  "A, Từ khóa của, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>3 giờ trước</p>{B}{C}`:                                                                           "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Mời bạn đọc xem thêm ảnh chợ</p>{B}{C}`:                                                          "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Mời bạn đọc xem ảnh chợ:</p><p><img src="a.jpg"></p>{B}{C}`:                                      "A, Mời bạn đọc, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Xem chi tiết <a href="/x">tại đây</a></p>`:                                                 "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Xem chi tiết tại đây</p>`:                                                                  "A, B, C, Xem chi tiết; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Bà con <a href="/x">tại đây</a> rất vui</p>`:                                               "A, B, C, Bà con tại; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Theo dõi Báo Mẫu trên Google News</p>`:                                                     "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Theo dõi buổi chợ trên bến</p>`:                                                            "A, B, C, Theo dõi buổi; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>>> Bà con xã Nà Bó gặt lúa</p>{B}{C}`:                                                            "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Xem thêm: Bà con xã Nà Bó gặt lúa</p>{B}{C}`:                                                     "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Xem thêm <a href="/x">Bà con xã Nà Bó gặt lúa</a></p>{B}{C}`:                                     "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Xem thêm gian hàng của bà con</p>{B}{C}`:                                                         "A, Xem thêm gian, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Tin liên quan</p><p><a href="/x">Bà con xã Nà Bó gặt lúa</a></p><p><a href="/y">Xã mở lớp học đêm</a></p>{B}{C}`: "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Tin liên quan</p><ul><li>Bà con xã Nà Bó gặt lúa</li><li>Xã mở lớp học đêm</li></ul>{B}{C}`:                      "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Tin liên quan</p><p>Bà con xã Nà Bó gặt lúa từ sáng.</p>{B}{C}`:                                                  "A, Bà con xã, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Bình luận</p><p>Chợ vui quá, năm sau tôi lại lên.</p>`:                                                     "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p>Bình luận</p>{B}{C}{D}`: "A, B, C, D; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Tags: <a href="/t">chợ</a></p><p>Chợ vui quá, năm sau tôi lại lên.</p>`:                                       "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Bản quyền thuộc Báo Mẫu</p>{D}`:                                                                               "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Giấy phép số 12/GP</p><p>Chợ vui quá, năm sau tôi lại lên.</p>`:                                               "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<div class="related"><a href="/x">Bà con xã Nà Bó gặt lúa</a><a href="/y">Xã mở lớp học đêm</a></div>{A}{B}{C}`:           "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<div class="related">{B}</div>{C}`:                                                                                     "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<div class="box"><p><a href="/x">Bà con xã Nà Bó gặt lúa</a></p><p><a href="/y">Xã mở lớp học đêm</a></p></div>{B}{C}`: "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<div class="box"><h4>Chợ xưa</h4><p>Bãi này từng là bến thuyền.</p></div>{B}{C}`:                                       "A, Chợ xưa, Bãi này từng, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<table><tr><td><img src="a.jpg"></td></tr><tr><td>Bà con chọn hàng</td></tr></table>{B}{C}`:                            "A, B, C; ; ; 05/03/2021 07:15; Bà con chọn hàng/",
		`{T}{W}{A}<table><tr><td>Gian</td><td>Giá</td></tr><tr><td>Măng</td><td>50.000 đồng</td></tr></table>{B}{C}`:                     "A, Gian, Giá, Măng, 50.000 đồng, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p><img src="a.jpg"></p><p>Bà con chọn hàng. Ảnh: Lò Thử</p>{B}{C}`:                                                    "A, B, C; ; ; 05/03/2021 07:15; Bà con chọn hàng./Lò Thử",
		`{T}{W}{A}<p><img src="a.jpg"></p><p><i>Bà con chọn hàng</i></p>{B}{C}`:                                                          "A, B, C; ; ; 05/03/2021 07:15; Bà con chọn hàng/",
		`{T}{W}{A}<p><img src="a.jpg"></p>{B}{C}`:                                                                                        "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p><img src="a.jpg"><br>Bà con chọn hàng</p>{B}{C}`:                                                                    "A, B, C; ; ; 05/03/2021 07:15; Bà con chọn hàng/",
		`{T}{W}{A}<figure><img src="a.jpg"><figcaption>Bà con chọn hàng (Ảnh: Lò Thử)</figcaption></figure>{B}{C}`:                       "A, B, C; ; ; 05/03/2021 07:15; Bà con chọn hàng/Lò Thử",
		`{T}{W}{A}<p>Ảnh: Lò Thử</p>{B}{C}`:                                                                                              "A, B, C; ; ; 05/03/2021 07:15; /Lò Thử",
		`{T}{W}<p><b>{A}</b></p>{B}{C}`:                                                                                                  "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<p class="sapo">Huyện mở chợ đêm đầu tiên, hơn ba trăm gian hàng.</p>{A}{B}{C}`:                                           "Huyện mở chợ, A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<h2>Huyện mở chợ đêm đầu tiên, hơn ba trăm gian hàng.</h2>{A}{B}{C}`:                                                      "Huyện mở chợ, A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<h3>Chợ xưa</h3>{B}{C}`:                                                                                                "A, Chợ xưa, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<p><b>Chợ xưa</b></p>{B}{C}`:                                                                                           "A, Chợ xưa, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<blockquote><p>Chợ vui quá, năm sau tôi lại lên.</p></blockquote>{B}{C}`:                                               "A, Chợ vui quá,, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<ul><li>Gian măng khô</li><li>Gian mắc khén</li></ul>{B}{C}`:                                                           "A, Gian măng khô, Gian mắc khén, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<div style="display:none">{D}</div>{B}{C}`:                                                                             "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}<script>var a = "chợ";</script>{B}{C}`:                                                                                 "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{A}{B}{C}`:     "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<hr>{D}`: "A, B, C, D; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<div class="comment"><p>Chợ vui quá, năm sau tôi lại lên.</p></div>`:                                                                                "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<div class="comment">{D}</div>`:                                                                                                                     "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<form><input name="q"><p>Gửi ý kiến của bạn</p></form>`:                                                                                             "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><a href="mailto:a@mau.example">a@mau.example</a></p>`:                                                                                            "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p style="text-align:right">Văn phòng UBND xã.</p>`:                                                                                                 "A, B, C, Văn phòng UBND; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p style="text-align:right">Văn phòng UBND xã phối hợp với trạm khuyến nông huyện tổ chức</p>`:                                                      "A, B, C, Văn phòng UBND; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Chợ huyện</p><p>(Trạm Khuyến nông huyện)</p>`:                                                                                                    "A, B, C, Chợ huyện, (Trạm Khuyến nông; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh</b></p><p>(Trạm Khuyến nông huyện phối hợp với văn phòng xã làm)</p>`:                                                                 "A, B, C, (Trạm Khuyến nông; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><b>Lan Anh</b></p><p>(Trạm) Khuyến nông</p>`:                                                                                                     "A, B, C, (Trạm) Khuyến nông; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Theo TTXVN</p><p>(Trạm Khuyến nông huyện)</p>`:                                                                                                   "A, B, C, (Trạm Khuyến nông; ; TTXVN; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Theo Sở Công thương huyện trong quý một năm nay</p>`:                                                                                             "A, B, C, Theo Sở Công; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p class="author">Lan Anh:</p>`:                                                                                                                     "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Lan Anh (TTXVN)</p>`:                                                                                                                             "A, B, C; Lan Anh; TTXVN; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p>Bà Lữ Thị Mừng.</p><p>Lan Anh</p>`:                                                                                                               "A, B, C, Bà Lữ Thị; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p><i>Lan Anh</i></p>`:                                                                                                                              "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`<meta name="author" content="Lan Anh">{T}{W}{A}{B}{C}`:                                                                                                             "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`<meta name="author" content="Báo Mẫu">{T}{W}{A}{B}{C}`:                                                                                                             "A, B, C; ; ; 05/03/2021 07:15",
		`<meta name="author" content="admin">{T}{W}{A}{B}{C}`:                                                                                                               "A, B, C; ; ; 05/03/2021 07:15",
		`<meta name="author" content="a@mau.example">{T}{W}{A}{B}{C}`:                                                                                                       "A, B, C; ; ; 05/03/2021 07:15",
		`<meta name="author" content="mau.example">{T}{W}{A}{B}{C}`:                                                                                                         "A, B, C; ; ; 05/03/2021 07:15",
		`<meta name="author" content="Lan Anh 123">{T}{W}{A}{B}{C}`:                                                                                                         "A, B, C; ; ; 05/03/2021 07:15",
		`<meta property="og:site_name" content="Nhịp Bản"><meta name="author" content="Nhịp Bản">{T}{W}{A}{B}{C}`:                                                           "A, B, C; ; ; 05/03/2021 07:15",
		`<meta property="og:site_name" content="Nhịp Bản"><meta name="author" content="nhipban">{T}{W}{A}{B}{C}`:                                                            "A, B, C; ; ; 05/03/2021 07:15",
		`<meta name="author" content="Lan Anh">{T}{W}<p class="author">Lò Thử</p>{A}{B}{C}`:                                                                                 "A, B, C; Lò Thử; ; 05/03/2021 07:15",
		`{T}<p class="date">Lò Văn Thử, 05/03/2021 07:15</p>{A}{B}{C}`:                                                                                                      "A, B, C; Lò Văn Thử; ; Lò Văn Thử, 05/03/2021 07:15",
		`{T}<p class="date">Nguyễn Thị Lan, 05/03/2021 07:15</p>{A}{B}{C}`:                                                                                                  "A, B, C; Nguyễn Thị Lan; ; Nguyễn Thị Lan, 05/03/2021 07:15",
		`{T}<p class="date">Đời sống, 05/03/2021 07:15</p>{A}{B}{C}`:                                                                                                        "A, B, C; ; ; Đời sống, 05/03/2021 07:15",
		`{T}<p class="date">Đời sống | Nguyễn Thị Lan | 05/03/2021 07:15</p>{A}{B}{C}`:                                                                                      "A, B, C; Nguyễn Thị Lan; ; Đời sống | Nguyễn Thị Lan | 05/03/2021 07:15",
		`{T}<p class="date">Đời sống | Lan Anh | 05/03/2021 07:15</p>{A}{B}{C}`:                                                                                             "A, B, C; ; ; Đời sống | Lan Anh | 05/03/2021 07:15",
		`{T}<p>Tin: Lan Anh - 05/03/2021 07:15</p>{A}{B}{C}`:                                                                                                                "A, B, C; Lan Anh; ; Tin: Lan Anh - 05/03/2021 07:15",
		`{T}<p class="info">bắt đầu bởi <span class="username">lao_nong</span>, 05/03/2021 07:15</p>{A}{B}{C}`:                                                              "A, B, C; lao_nong; ; bắt đầu bởi lao_nong, 05/03/2021 07:15",
		`{T}<p class="info">bắt đầu bởi <span>lao_nong</span>, 05/03/2021 07:15</p>{A}{B}{C}`:                                                                               "A, B, C; ; ; bắt đầu bởi lao_nong, 05/03/2021 07:15",
		`{T}<p class="info">bắt đầu bởi <span class="username">bà con các xã vùng cao</span>, 05/03/2021 07:15</p>{A}{B}{C}`:                                                "A, B, C; ; ; bắt đầu bởi bà con các xã vùng cao, 05/03/2021 07:15",
		`{T}<p class="date"><a href="/lan">Lan Anh</a> 05/03/2021 07:15</p>{A}{B}{C}`:                                                                                       "A, B, C; ; ; Lan Anh 05/03/2021 07:15",
		`<p class="author">Lan Anh</p>{T}{W}{A}{B}{C}`:                                                                                                                      "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`<p class="author">Hoa Mai</p><p>Chợ</p><p>Bản</p><p>Xã</p><p>Huyện</p><p>Tỉnh</p>{T}{W}{A}{B}{C}`:                                                                  "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<p class="author">Lan Anh viết về những phiên chợ đêm của bà con các xã vùng cao huyện nhà</p>{A}{B}{C}`:                                                     "Lan Anh viết, A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p class="author">Lan Anh</p>`:                                                                                                 "A, B, C; Lan Anh; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p>x</p><p>y</p><p>z</p><p>t</p><p>u</p><p>v</p><p>w</p><p>k</p><p>l</p><p>m</p><p>n</p><p>o</p><p class="author">Lan Anh</p>`: "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p>x</p><p>y</p><p>z</p><p>t</p><p>u</p><p>Theo TTXVN</p>`:                                                                     "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p>x</p><p>y</p><p>z</p><p><b>Lan Anh</b></p>`:                                                                                 "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p><b>Bà con xã Nà Bó vui mừng đón chợ mới</b></p><p><b>Lan Anh</b></p>`:                                                       "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<div class="c">{A}{B}{C}</div><p><b>Chợ họp</b></p>`:                                                                                                         "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{W}<p class="author">Phóng viên</p><p class="author">Lò Văn Thử</p>{A}{B}{C}`:                                                                                   "A, B, C; Lò Văn Thử; ; 05/03/2021 07:15",
		`{T}{W}<p class="author">Theo kế hoạch</p>{A}{B}{C}`:                                                                                                                "A, B, C; ; ; 05/03/2021 07:15",
		`<p>06/03/2021</p><p><a href="/a">Xã hội</a> <a href="/b">Đời sống</a> <a href="/c">Bạn đọc</a></p>{T}{A}{B}{C}`:                                                    "A, B, C",
		`<p>06/03/2021</p><p><a href="/a">Xã hội</a></p>{T}{A}{B}{C}`:                                                                                                       "A, B, C; ; ; 06/03/2021",
		`{T}{A}<p>Bến xe khánh thành ngày 02/09/2019 và mở rộng sau đó.</p>{B}{C}`:                                                                                          "A, Bến xe khánh, B, C",
		`{T}{A}<p>05/03/2021</p>{B}{C}`:                                                                                                                                     "A, 05/03/2021, B, C",
		`{T}{A}<p>05/03/2021 07:15</p>{B}{C}`:                                                                                                                               "A, B, C; ; ; 05/03/2021 07:15",
		`{T}{A}{B}<p>05/03/2021 07:15</p>{C}`:                                                                                                                               "A, B, 05/03/2021 07:15, C",
		`{T}<div class="c">{A}{B}{C}</div><p><a href="/x">Bà con xã Nà Bó gặt lúa sớm tránh bão</a></p><p>04/03/2021</p>`:                                                   "A, B, C",
		`{T}<div class="c">{A}{B}{C}</div><p>04/03/2021</p><p><a href="/x">Bà con xã Nà Bó gặt lúa sớm tránh bão</a></p>`:                                                   "A, B, C",
		`{T}<div class="c">{A}{B}{C}</div><p>04/03/2021</p><p>03/03/2021</p>`:                                                                                               "A, B, C",
		`{T}<div class="c">{A}{B}{C}</div><p>Chợ cũ 04/03/2021</p>`:                                                                                                         "A, B, C",
		`{T}<div class="c">{A}{B}{C}</div><div class="comment"><p>Lan Anh</p><p>04/03/2021</p></div>`:                                                                       "A, B, C",
		`{T}<div class="c">{A}{B}{C}</div><div class="related"><p>04/03/2021</p></div>`:                                                                                     "A, B, C",
		`{T}<div class="c">{A}{B}{C}</div><div class="post-footer"><p>Đăng lúc 04/03/2021</p></div>`:                                                                        "A, B, C; ; ; Đăng lúc 04/03/2021",
		`{T}<p class="date">Hôm nay 06/03/2021 08:00</p><p class="date">05/03/2021</p>{A}{B}{C}`:                                                                            "A, B, C; ; ; 05/03/2021+Hôm nay 06/03/2021 08:00",
		`{T}<p>05/03/2021 07:15</p><p>06/03/2021</p>{A}{B}{C}`:                                                                                                              "A, B, C; ; ; 05/03/2021 07:15+06/03/2021",
		`{T}<p class="date">05/03/2021</p><p>06/03/2021 08:00</p>{A}{B}{C}`:                                                                                                 "A, B, C; ; ; 05/03/2021+06/03/2021 08:00",
		`{T}<p class="updated">06/03/2021 08:00</p><p class="date">05/03/2021</p>{A}{B}{C}`:                                                                                 "A, B, C; ; ; 06/03/2021 08:00*+05/03/2021",
		`<aside><p class="date">06/03/2021 08:00</p></aside>{T}<p>05/03/2021</p>{A}{B}{C}`:                                                                                  "A, B, C; ; ; 05/03/2021+06/03/2021 08:00",
		`{T}<p><time>05/03/2021</time></p>{A}{B}{C}`:                                                                                                                        "A, B, C; ; ; 05/03/2021",
		`{T}<p>05/03/2021 07:15 Chợ đêm đầu tiên của huyện họp ở bãi đất trống cạnh bến xe từ sáu giờ tối, đông vui lắm, bà con ai cũng mừng và mong năm sau lại có.</p>{A}{B}{C}`: "05/03/2021 07:15 Chợ, A, B, C",
		`{T}<p>Thứ Sáu, 05/03/2021 07:15 GMT+7</p>{A}{B}{C}`:                                       "A, B, C; ; ; Thứ Sáu, 05/03/2021 07:15 GMT+7",
		`{T}<p>Huyện nhà, 05/03/2021</p>{A}{B}{C}`:                                                 "A, B, C; ; ; Huyện nhà, 05/03/2021",
		`{T}<p>(05/03/2021)</p>{A}{B}{C}`:                                                          "A, B, C; ; ; (05/03/2021)",
		`{T}<p>Cập nhật 06/03/2021 08:00 Đăng lúc 05/03/2021 07:15</p>{A}{B}{C}`:                   "A, B, C; ; ; Cập nhật 06/03/2021 08:00*+Đăng lúc 05/03/2021 07:15",
		`<meta property="article:published_time" content="2021-03-05T07:15:00+07:00">{T}{A}{B}{C}`: "A, B, C; ; ; 2021-03-05T07:15:00+07:00",
		`<meta property="article:published_time" content="2021-03-05T07:15:00+07:00"><meta property="article:modified_time" content="2021-03-06T08:00:00+07:00">{T}{A}{B}{C}`: "A, B, C; ; ; 2021-03-05T07:15:00+07:00+2021-03-06T08:00:00+07:00*",
		`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-03-05T07:15:00+07:00"}</script>{T}{A}{B}{C}`:                                         "A, B, C; ; ; 2021-03-05T07:15:00+07:00",
		`<script type="application/ld+json">{"@type":"Event","datePublished":"2021-03-05T07:15:00+07:00"}</script>{T}{A}{B}{C}`:                                               "A, B, C",
	} {
		if got := rowOf(x, html); got != want {
			t.Errorf("%s: %q, want %q", html, got, want)
		}
	}
}
