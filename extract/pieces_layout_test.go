package extract

import "testing"

// TestSmallLayouts holds which of the choices of a profile are taken: for a part that has one
// place the first that finds anything, else all.
func TestSmallLayouts(t *testing.T) {
	hold(t, withProfiles(t), map[string]string{
		`url=https://cho.example/a.html <h2 class="tua">Bà con gặt lúa sớm</h2><div class="dau-bai">Chợ huyện mở phiên đêm</div><div class="phan">{A}{B}</div>`:                                                                 "A, B; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <h2 class="tua">Bà con gặt lúa sớm</h2><div class="phan">{A}{B}</div>`:                                                                                                                  "A, B; title Bà con gặt lúa sớm; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><div data-mo="1">{S}</div><div class="phan">{A}{B}</div>`:                                                                              "S, A, B; lead S; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><p id="nguoi">Lan Anh</p><div class="phan">{A}{B}</div>`:                                                                               "A, B; by Lan Anh; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><p id="nguoi-2">Lan Anh</p><div class="phan">{A}{B}</div>`:                                                                             "A, B; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><div class="phan">{A}<p class="bo">{S}</p><p class="cat">Chợ vui.</p>{B}</div>`:                                                        "A, B; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><div class="phan">{A}<p class="duoi-anh">Bà con chọn hàng.</p><p class="loi-anh">Bà con bán măng.</p>{B}</div>`:                        "A, B; picture /Bà con chọn hàng., /Bà con bán măng.; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><div class="phan">{A}<form class="giu"><p>{S}</p></form><form class="de"><p>Chợ vui.</p></form><form><p>Bến đông.</p></form>{B}</div>`: "A, S, Chợ vui., B; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><div class="phan">{A}{B}</div><div class="nhan"><a href="/t">chợ</a></div><ul class="the"><li><a href="/u">huyện</a></li></ul>`:        "A, B; tags chợ, huyện; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><span class=" ngay  x ">05/03/2021</span><div class="phan y">{A}{B}</div>`:                                                             "A, B; time 05/03/2021; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><div class="phan">{A}<div class="bo"><p><a href="/x">Bà con xã Nà Bó gặt lúa</a></p>{B}{C}{D}{S}</div></div>`:                          "A, B, C, D, S; url https://cho.example/a.html; site cho.example",
		`url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><div class="phan">{A}{D}<div class="bo">{B}{C}</div></div>`:                                                                            "A, D; url https://cho.example/a.html; site cho.example",
	})
}
