package mhtml

import (
	"encoding/base64"
	"errors"
	"mime/quotedprintable"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin"
)

const html = `<html><head><meta charset="utf-8"></head><body><h1>Công an xã giúp dân gặt lúa</h1><p>Hơn 40 chiến sĩ đã xuống đồng.</p></body></html>`

const head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.vn/a/1\r\nSubject: x\r\n" +
	"Date: Sun, 17 Aug 2025 16:12:00 +0700\r\nMIME-Version: 1.0\r\n"

func quoted(s string) string {
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func part(head, body string) string { return "--=_b\r\n" + head + "\r\n\r\n" + body + "\r\n" }

func related(params string, parts ...string) string {
	return head + "Content-Type: multipart/related; type=\"text/html\"; " + params + " boundary=\"=_b\"\r\n\r\n\r\n" + strings.Join(parts, "") + "--=_b--\r\n"
}

var (
	picture = part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.vn/a.png", "iVBORw0KGgo=")
	page    = part("Content-Type: text/html; charset=utf-8\r\nContent-ID: <frame-1@mhtml>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.vn/a/2", quoted(html))
	frame   = part("Content-Type: text/html\r\nContent-ID: <frame-2@mhtml>\r\nContent-Transfer-Encoding: base64", base64.StdEncoding.EncodeToString([]byte("<p>Khung</p>")))
)

func TestPage(t *testing.T) {
	for name, c := range map[string]struct{ data, body, url string }{
		"page first":           {related("", page, picture, frame), html, "https://example.vn/a/2"},
		"picture first":        {related("", picture, page), html, "https://example.vn/a/2"},
		"named by start":       {related(`start="<frame-1@mhtml>";`, frame, page), html, "https://example.vn/a/2"},
		"start names no one":   {related(`start="<x>";`, frame, page), "<p>Khung</p>", "https://example.vn/a/1"},
		"base64":               {related("", frame), "<p>Khung</p>", "https://example.vn/a/1"},
		"one part":             {head + "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + html, html, "https://example.vn/a/1"},
		"bare line ends":       {strings.ReplaceAll(related("", page), "\r\n", "\n"), html, "https://example.vn/a/2"},
		"byte order mark":      {"\xef\xbb\xbf\r\n" + related("", page), html, "https://example.vn/a/2"},
		"cid for a location":   {related("", part("Content-Type: text/html\r\nContent-Location: cid:x", html)), html, "https://example.vn/a/1"},
		"location of the head": {strings.Replace(related("", frame), "Snapshot-Content-Location", "Content-Location", 1), "<p>Khung</p>", "https://example.vn/a/1"},
		"of XHTML":             {related("", part("Content-Type: application/xhtml+xml\r\nContent-Location: http://example.vn/x", html)), html, "http://example.vn/x"},
		"empty":                {related("", part("Content-Type: text/html", "")), "", "https://example.vn/a/1"},
		"nested": {related("", "--=_b\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nx\r\n--in\r\nContent-Type: text/html\r\n\r\n"+html+"\r\n--in--\r\n"),
			html, "https://example.vn/a/1"},
	} {
		got, err := Page([]byte(c.data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if string(got.Body) != c.body || got.URL != c.url || got.Format != boctin.FormatHTML {
			t.Errorf("%s: %s %q, body %q", name, got.Format, got.URL, got.Body)
		}
		if !got.Fetched.Equal(time.Date(2025, 8, 17, 9, 12, 0, 0, time.UTC)) {
			t.Errorf("%s: fetched %v", name, got.Fetched)
		}
	}
	if got, _ := Page([]byte(related("", page))); got.ContentType != "text/html; charset=utf-8" {
		t.Errorf("content type %q", got.ContentType)
	}
}

func TestCutShort(t *testing.T) {
	data := related("", page, picture)
	got, err := Page([]byte(data[:strings.Index(data, "</body>")]))
	if !errors.Is(err, ErrCut) || !strings.HasPrefix(html, string(got.Body)) || len(got.Body) < 100 {
		t.Errorf("%v, %q", err, got.Body)
	}
	for name, data := range map[string]string{
		"in base64":            related("", part("Content-Type: text/html\r\nContent-Transfer-Encoding: base64", base64.StdEncoding.EncodeToString([]byte(html))[:101])),
		"start names a later":  related(`start="<x>";`, page)[:len(related(`start="<x>";`, page))-60],
		"a byte that is wrong": related("", part("Content-Type: text/html\r\nContent-Transfer-Encoding: base64", "PHA+YTwvcD4*PHA+YTwvcD4=")),
	} {
		if got, err := Page([]byte(data)); !errors.Is(err, ErrCut) || len(got.Body) == 0 {
			t.Errorf("%s: %v, %q", name, err, got.Body)
		}
	}
	whole := strings.TrimSuffix(related("", page), "\r\n--=_b--\r\n")
	if got, err := Page([]byte(whole)); err != nil || string(got.Body) != html {
		t.Errorf("a page that ends, in an archive that does not: %v, %q", err, got.Body)
	}
}

func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		no   bool
	}{
		"no page":     {related("", picture), true},
		"no parts":    {related(""), true},
		"mail":        {head + "Content-Type: text/plain\r\n\r\nx", true},
		"no boundary": {head + "Content-Type: multipart/related\r\n\r\nx", false},
		"no type":     {head + "\r\nx", false},
		"no head":     {"<html>", false},
		"encoding":    {head + "Content-Type: text/html\r\nContent-Transfer-Encoding: uuencode\r\n\r\nx", false},
		"empty":       {"", false},
	} {
		if _, err := Page([]byte(c.data)); err == nil || errors.Is(err, ErrNoPage) != c.no {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(related("", page, picture, frame)))
	f.Add([]byte(head + "Content-Type: text/html\r\n\r\n" + html))
	f.Fuzz(func(t *testing.T, data []byte) {
		if page, err := Page(data); err == nil && len(page.Body) > len(data) {
			t.Error("the page is longer than its archive")
		}
	})
}
