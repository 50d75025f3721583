package input

import (
	"testing"

	"github.com/boctin/boctin"
)

func TestWebArchive(t *testing.T) {
	const head = "From: <Saved by Blink>\nMIME-Version: 1.0\nSnapshot-Content-Location: https://example.vn/a/1\nDate: Sun, 17 Aug 2025 09:12:00 +0000\n"
	page := &boctin.Page{Path: "a.mhtml", Body: []byte(head + "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>C=C3=B4ng an</p>\n--b--\n")}
	if err := unpack(page); err != nil {
		t.Fatal(err)
	}
	if string(page.Body) != "<p>Công an</p>" || page.Format != boctin.FormatHTML || page.URL != "https://example.vn/a/1" || page.Fetched.IsZero() || page.ContentType != "text/html; charset=utf-8" {
		t.Errorf("%+v", page)
	}
	known := &boctin.Page{URL: "https://example.vn/b", Body: []byte(head + "Content-Type: text/html\n\n<p>x")}
	if err := unpack(known); err != nil || known.URL != "https://example.vn/b" {
		t.Errorf("the address that the caller knows gave way: %v, %q", err, known.URL)
	}
	if err := unpack(&boctin.Page{Body: []byte(head + "Content-Type: image/png\n\nx")}); err == nil {
		t.Error("an archive without a page was read")
	}
}
