package saved

import (
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin"
)

const wayback = `<!DOCTYPE html><html><head><script src="//web-static.archive.org/_static/js/wombat.js"></script>
<script>__wm.wombat("https://cand.example/tin-1.html","20231005112233","https://web.archive.org/","web");</script>
<link rel="canonical" href="https://web.archive.org/web/20231005112233/https://cand.example/tin-1.html"/></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base">SEP Oct NOV 05 2022 2023</div><!-- END WAYBACK TOOLBAR INSERT --><h1>Tin</h1>
<a href="/web/20231005112233/https://cand.example/2">hai</a><img src="https://web.archive.org/web/20231005112233im_/https://cand.example/a.jpg">
</body></html><!-- FILE ARCHIVED ON 11:22:33 Oct 05, 2023 AND RETRIEVED FROM THE INTERNET ARCHIVE -->`

const today = `<html><head><link rel="canonical" href="http://archive.today/2023.10.05-112233/https://cand.example/tin-1.html"></head>
<body><div id="HEADER"><div>Saved from</div><time>5 Oct 2023</time></div><div id="CONTENT"><h1>Tin</h1><a href="https://archive.ph/o/AbC/https://cand.example/2">hai</a></div></body></html>`

func TestOriginal(t *testing.T) {
	at := time.Date(2023, 10, 5, 11, 22, 33, 0, time.UTC)
	const page = "https://cand.example/tin-1.html"
	bare := strings.NewReplacer("BEGIN WAYBACK", "B", "END WAYBACK", "E", `rel="canonical"`, `rel="c"`).Replace(wayback)
	for name, c := range map[string]struct {
		url, text, want string
		fetched         time.Time
		gone            string
	}{
		"wayback":         {"", wayback, page, at, "2022 2023"},
		"wayback by url":  {"https://web.archive.org/web/20231005112233/https:/cand.example/tin-1.html", wayback, page, at, "2022 2023"},
		"without marks":   {"", bare, page, at, "2022 2023"},
		"archive.today":   {"", today, page, at, "5 Oct 2023"},
		"saved from url":  {"", "<!DOCTYPE html>\n<!-- saved from url=(0031)https://cand.example/tin-1.html -->\n<html>", page, time.Time{}, "-"},
		"singlefile":      {"", "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://cand.example/tin-1.html \n saved date: Thu Oct 05 2023 18:22:33 GMT+0700 (Indochina Time)\n--><head>", page, at, "-"},
		"httrack":         {"", "<html>\n<!-- Mirrored from cand.example/tin-1.html by HTTrack Website Copier/3.x [XR&CO'2014], Thu, 05 Oct 2023 11:22:33 GMT -->", "http://cand.example/tin-1.html", at, "-"},
		"known":           {"https://a.example/", "<!-- saved from url=(0031)https://cand.example/tin-1.html -->", "https://a.example/", time.Time{}, "-"},
		"only a link":     {"", `<p>xem <a href="https://web.archive.org/web/20231005112233/https://b.example/">bản lưu</a></p>`, "", time.Time{}, "-"},
		"mark alone":      {"", "<!-- saved from url=nothing -->", "", time.Time{}, "-"},
		"no address":      {"", "<!-- saved from url=(0031)https://%zz/ -->", "", time.Time{}, "-"},
		"no host":         {"", "<!-- saved from url=(0031)https:///tin -->", "", time.Time{}, "-"},
		"marks of a page": {"https://a.example/", wayback, "https://a.example/", time.Time{}, "-"},
		"no marks":        {"", `<link rel="canonical" href="https://web.archive.org/web/20231005112233/https://cand.example/tin-1.html"/>`, "", time.Time{}, "-"},
		"by url alone":    {"https://web.archive.org/web/20231005112233/https://cand.example/tin-1.html", "<h1>Tin</h1>", page, at, "-"},
		"cited far below": {"", strings.Repeat(" ", noteLength) + "<!-- saved from url=(0031)https://cand.example/tin-1.html -->", "", time.Time{}, "-"},
	} {
		got, text := Original(&boctin.Page{URL: c.url}, []byte(c.text))
		if got.URL != c.want || !got.Fetched.Equal(c.fetched) {
			t.Errorf("%s: %q, %v", name, got.URL, got.Fetched)
		}
		if c.gone != "-" && (strings.Contains(string(text), c.gone) || !strings.Contains(string(text), `href="https://cand.example/2"`) || strings.Contains(string(text), "archive.org/web/2")) {
			t.Errorf("%s: %s", name, text)
		}
		if c.gone == "-" && string(text) != c.text {
			t.Errorf("%s: the text was changed: %s", name, text)
		}
	}
}

func TestElement(t *testing.T) {
	for text, want := range map[string]string{
		`a<div id="x"><div>b</div><DIV/></div></div>c`: "ac", `a<p id="x">b`: `a<p id="x">b`, `id="x"`: `id="x"`, `a<br id="x">b`: `a<br id="x">b`, `a<div id="x"><p>b</div>c`: "ac", `a< id="x"`: `a< id="x"`,
	} {
		if got := string(cut{element: `id="x"`}.without([]byte(text))); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}
