package extract

import "testing"

// TestSmallTimes holds when a page was published.
func TestSmallTimes(t *testing.T) {
	hold(t, New(nil), map[string]string{
		`{T}<p class="date">12/25/2021</p>{A}{B}{C}`:                                                                                                                   "A, B, C; time 12/25/2021 month first",
		`{T}<p class="date">12/25/2021</p>{A}<p>Họp 25/12/2021</p>{B}{C}`:                                                                                              "A, Họp 25/12/2021, B, C; time 12/25/2021",
		`{T}<p class="date">12/05/2021</p>{A}<p>Họp 12/25/2021</p>{B}{C}`:                                                                                              "A, Họp 12/25/2021, B, C; time 12/05/2021 month first",
		`{T}<p class="date">12/05/2021</p>{A}<p>{L} 12/25/2021</p>{B}{C}`:                                                                                              "A, Bà con ai, B, C; time 12/05/2021",
		`{T}<p class="date">05/03/2021</p><p>Chợ họp 07:15 sáng</p>{A}{B}{C}`:                                                                                          "Chợ họp 07:15, A, B, C; time 05/03/2021",
		`{T}<p class="date"><span title="Thứ Sáu 05/03/2021 07:15">05/03/2021</span></p>{A}{B}{C}`:                                                                     "A, B, C; time Thứ Sáu 05/03/2021 07:15",
		`{T}<p class="date"><span title="Thứ Sáu 06/03/2021 07:15">05/03/2021</span></p>{A}{B}{C}`:                                                                     "A, B, C; time 05/03/2021",
		`{T}<p class="date"><span title="05/03/2021">05/03/2021</span></p><p>07:15</p>{A}{B}{C}`:                                                                       "07:15, A, B, C; time 05/03/2021 07:15",
		`<h1>Chợ huyện mở phiên đêm 05/03/2021</h1>{A}{B}{C}`:                                                                                                          "A, B, C; title Chợ huyện mở phiên đêm 05/03/2021",
		`{T}{A}{B}<p class="date">Chợ 05/03/2021 07:15.</p>{C}`:                                                                                                        "A, B, C; time Chợ 05/03/2021 07:15.",
		`{T}<div class="c">{A}{B}{C}</div><p>05/03/2021</p><div>04/03/2021</div>`:                                                                                      "A, B, C; time 05/03/2021, 04/03/2021",
		`{T}<div class="c">{A}{B}{C}</div><p>Chợ</p><p>Bến</p><div class="ads"><p>Đăng lúc 05/03/2021</p></div>`:                                                       "A, B, C",
		`{T}<div class="c">{A}{B}{C}</div><aside><p>05/03/2021</p></aside>`:                                                                                            "A, B, C",
		`{H}<meta property="article:published_time" content="2021-03-05T07:15:00+07:00"></head><body>{T}<div class="c">{A}{B}{C}</div><p>01/03/2021</p></body></html>`: "A, B, C; time 2021-03-05T07:15:00+07:00",
		`{H}<meta property="article:published_time" content="2021-03-05T07:15:00+07:00"></head><body><p>01/03/2021</p><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p>{T}<div class="c">{A}{B}{C}</div></body></html>`: "A, B, C; time 2021-03-05T07:15:00+07:00",
		`{T}<time datetime="2021-03-05T07:15:00+07:00"></time><time datetime="2021-03-06T07:15:00+07:00"></time><time datetime="2021-03-07T07:15:00+07:00"></time>{A}{B}{C}`:                                           "A, B, C; time 2021-03-05T07:15:00+07:00, 2021-03-06T07:15:00+07:00",
		`<time datetime="2021-03-05T07:15:00+07:00"></time><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p><p>g</p><p>h</p><p>i</p><p>k</p>{T}<div class="c">{A}{B}{C}</div>`:                                          "A, B, C",
		`{T}<p id="d"></p><script>document.getElementById("d").innerHTML = "05/03/2021 07:15";</script>{A}{B}{C}`:                                                                                                      "A, B, C; time 05/03/2021 07:15",
		`{T}<p id="d">Chợ</p><script>document.getElementById("d").innerHTML = "05/03/2021 07:15";</script>{A}{B}{C}`:                                                                                                   "Chợ, A, B, C",
		`{T}<p id="d" class="date"></p><script>document.getElementById("d").innerHTML = "Huyện Khe 05/03/2021";</script>{A}{B}{C}`:                                                                                     "A, B, C; time Huyện Khe 05/03/2021",
		`<p id="d"></p><p>Chợ</p>{T}<script>document.getElementById("d").innerHTML = "05/03/2021 07:15";</script>{A}{B}{C}`:                                                                                            "A, B, C",
		`{T}<div>{A}{B}{C}</div><p>a</p><p>b</p><p>c</p><p id="d"></p><script>document.getElementById("d").innerHTML = "05/03/2021 07:15";</script>`:                                                                   "A, B, C",
	})
}

// TestSmallLooks holds what mark-up and styles say of a piece.
func TestSmallLooks(t *testing.T) {
	hold(t, New(nil), map[string]string{
		`{T}{W}{A}<h4><button>Giờ họp chợ</button></h4>{B}{C}`:                                                                                                                                        "A, Giờ họp chợ, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<dl><dt><button>Giờ họp chợ</button></dt><dd>Sáu giờ tối</dd></dl>{B}{C}`:                                                                                                           "A, Giờ họp chợ, Sáu giờ tối, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<details><summary><button>Giờ họp chợ</button></summary><p>Sáu giờ tối.</p></details>{B}{C}`:                                                                                        "A, Giờ họp chợ, Sáu giờ tối., B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<h4><div><div><div><div><button>Giờ họp chợ</button></div></div></div></div></h4>{B}{C}`:                                                                                            "A, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<div><button data-bs-toggle="collapse">Giờ họp chợ</button></div>{B}{C}`:                                                                                                            "A, Giờ họp chợ, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<div><button class="faq">Giờ họp chợ</button></div>{B}{C}`:                                                                                                                          "A, Giờ họp chợ, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<div><button class="collapsed">Giờ họp chợ</button></div>{B}{C}`:                                                                                                                    "A, Giờ họp chợ, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<div><button><i></i></button></div>{B}{C}`:                                                                                                                                          "A, B, C; time 05/03/2021 07:15",
		`{T}{W}<p class="bold">Huyện mở chợ đêm đầu tiên, hơn ba trăm gian hàng của bà con về dự.</p>{A}{B}{C}`:                                                                                       "Huyện mở chợ, A, B, C; lead Huyện mở chợ; time 05/03/2021 07:15",
		`{T}{W}<p style="font-weight:bold">Huyện mở chợ đêm đầu tiên, hơn ba trăm gian hàng của bà con về dự.</p>{A}{B}{C}`:                                                                           "Huyện mở chợ, A, B, C; lead Huyện mở chợ; time 05/03/2021 07:15",
		`{T}{W}{A}<p style="font-size:0">Bà con<br>rất vui.</p>{B}{C}`:                                                                                                                                "A, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<p style="font-size:0.9em">Bà con rất vui.</p>{B}{C}`:                                                                                                                               "A, Bà con rất, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<p style="overflow:hidden;height:0px">Bà con rất vui.</p>{B}{C}`:                                                                                                                    "A, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<p style="opacity:0;animation:hien 1s">Bà con rất vui.</p>{B}{C}`:                                                                                                                   "A, Bà con rất, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<div class="line-number">Chợ 12</div>{B}{C}`:                                                                                                                                        "A, Chợ 12, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<p><span class="line-number">Chợ</span> Bà con vui.</p>{B}{C}`:                                                                                                                      "A, Bà con vui., B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<p>{I}</p><div align="center"><p align="left">Bà con chọn hàng, ai cũng vui.</p></div>{B}{C}`:                                                                                       "A, Bà con chọn, B, C; time 05/03/2021 07:15; picture a.jpg",
		`{T}{W}{A}<p>{I}</p><div align="center"><p align="justify">Bà con chọn hàng, ai cũng vui.</p></div>{B}{C}`:                                                                                    "A, Bà con chọn, B, C; time 05/03/2021 07:15; picture a.jpg",
		`{T}{W}{A}<p>{I}</p><div align="center"><p style="text-align:right">Bà con chọn hàng, ai cũng vui.</p></div>{B}{C}`:                                                                           "A, Bà con chọn, B, C; time 05/03/2021 07:15; picture a.jpg",
		`{T}{W}{A}<p>{I}</p><div align="center"><div><div><div><p>Bà con chọn hàng, ai cũng vui.</p></div></div></div></div>{B}{C}`:                                                                   "A, Bà con chọn, B, C; time 05/03/2021 07:15; picture a.jpg",
		`{T}{W}{A}{B}<p class="text-right">Lan Anh</p><p>Chợ vui</p>`:                                                                                                                                 "A, B, Chợ vui; by Lan Anh; time 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<p style="text-align:left">Lan Anh</p><p>Chợ vui</p>`:                                                                                                                         "A, B, C, Lan Anh, Chợ vui; time 05/03/2021 07:15",
		`{T}{W}{A}{B}{C}<div align="right"><div><p>Lan Anh</p></div></div><p>Chợ vui</p>`:                                                                                                             "A, B, C, Lan Anh, Chợ vui; time 05/03/2021 07:15",
		`{T}{W}{A}<p>Chợ vui {I} Bà con chọn hàng</p>{B}{C}`:                                                                                                                                          "A, Chợ vui Bà, B, C; time 05/03/2021 07:15; picture a.jpg",
		`{T}{W}{A}<p><img src="a.jpg" height="20"></p><p>Bà con chọn hàng</p>{B}{C}`:                                                                                                                  "A, Bà con chọn, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<p><img src="a.jpg" width="1"></p><p>Bà con chọn hàng</p>{B}{C}`:                                                                                                                    "A, Bà con chọn, B, C; time 05/03/2021 07:15",
		`{T}{W}{A}<p><img src="a.jpg" width="60"></p><p>Bà con chọn hàng</p>{B}{C}`:                                                                                                                   "A, B, C; time 05/03/2021 07:15; picture a.jpg/Bà con chọn hàng",
		`{T}{W}{A}<p><img src="data:image/gif;base64,R0"></p>{B}{C}`:                                                                                                                                  "A, B, C; time 05/03/2021 07:15",
		`{T}{W}<h5>Huyện mở chợ đêm đầu tiên, hơn ba trăm gian hàng của bà con về dự.</h5>{A}{B}{C}`:                                                                                                  "Huyện mở chợ, A, B, C; lead Huyện mở chợ; time 05/03/2021 07:15",
		`{T}{W}{A}<div class="author date comment"><p>Lan Anh 05/03/2021</p></div>{B}{C}`:                                                                                                             "A, B, C; time 05/03/2021 07:15, Lan Anh 05/03/2021",
		`{T}{W}<p class="author">Lan Anh</p><p>Bà con vui.</p><p class="author">Hoa Mai</p><p>Chợ đông.</p><p class="author">Thu Hà</p><p>Bến vui.</p><p class="author">Bé Ba</p><p>Bãi rộng.</p>{A}`: "Bà con vui., Chợ đông., Bến vui., Bãi rộng., A; by Lan Anh, Hoa Mai, Thu Hà, Bé Ba; time 05/03/2021 07:15",
		`{T}<p>Ngày ban hành theo quy chế của huyện nhà và các xã 05/03/2021</p>{A}{B}{C}`:                                                                                                            "Ngày ban hành, A, B, C",
	})
}
