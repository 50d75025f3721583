package main

import (
	"fmt"
	"net/http"
	"strings"
)

// paper is a news site of n articles, all of them on its front page.
func paper(n int) http.Handler {
	mux := http.NewServeMux()
	var links strings.Builder
	for i := range n {
		at := fmt.Sprintf("/cong-an-phuong-so-%d-hop-dan-1202508010%05d.htm", i, i)
		fmt.Fprintf(&links, `<li><a href="%s">Công an phường số %d họp dân về phòng cháy, chữa cháy</a></li>`, at, i)
		text := strings.Repeat(fmt.Sprintf("<p>Ngày %d/8, Thượng tá Trần Văn Mẫu, Trưởng Công an phường Hòa Bình, và Đại tá Lê Văn Thử, Giám đốc Công an tỉnh Nghệ An, làm việc lần %d với dân.</p>", i%28+1, i), 3)
		page := fmt.Sprintf(`<!doctype html><html lang="vi"><head><title>Công an phường số %[1]d họp dân</title></head><body><article><h1>Công an phường số %[1]d họp dân</h1><p class="date">%02[2]d/08/2025 09:00</p>%[3]s</article></body></html>`, i, i%28+1, text)
		mux.HandleFunc(at, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, page)
		})
	}
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><html lang="vi"><head><title>Báo mẫu</title></head><body><ul>%s</ul></body></html>`, links.String())
	})
	return mux
}
