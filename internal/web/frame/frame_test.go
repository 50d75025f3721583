package frame

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// harms finds what acts, asks or loads.
var harms = regexp.MustCompile(`(?i)<(?:script|iframe|frame|object|embed|base|link|form|video|audio|source|noscript|template|animate|use|math|applet|portal)\b|<meta [^>]*http-equiv|\son\w+\s*=|javascript:|(?:href|src|srcset|action|formaction|ping|srcdoc|data|background|poster)\s*=\s*["']?\s*(?:https?:|//|javascript)|url\(|@import`)

func harmless(t *testing.T, page string) string {
	t.Helper()
	out, _, err := Harmless([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestHostilePage(t *testing.T) {
	raw, err := os.ReadFile("../testdata/hostile.html")
	if err != nil {
		t.Fatal(err)
	}
	if !harms.Match(raw) {
		t.Fatal("the hostile page has nothing hostile")
	}
	out := harmless(t, string(raw))
	if found := harms.FindAllString(elements(out), -1); len(found) > 0 {
		t.Errorf("left in: %q\n%s", found, out)
	}
	for _, want := range []string{"Lương Tam Quang", "Gửi", "ra ngoài", `charset="utf-8"`} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is gone", want)
		}
	}
	if again := harmless(t, out); again != strings.Replace(out, "<head>", `<head><meta charset="utf-8"/>`, 1) && harms.MatchString(elements(again)) {
		t.Errorf("what was made harmless is not so, read again: %s", again)
	}
}

// elements is a page without the words on it, which may say anything.
func elements(page string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
		default:
			b.Write(z.Raw())
		}
	}
}

func TestHarmless(t *testing.T) {
	for page, gone := range map[string]string{
		`<p>a<script>x</script>b`:                                       "x",
		`<svg><script>x</script></svg>`:                                 "script",
		`<svg><style><img src=x onerror=y></style></svg>`:               "onerror=y>",
		`<style>p{background:url(http://a.vn/x)}@import "y";</style>`:   "http://a.vn",
		`<p style="color:red;background:u\72l(http://a.vn/x)">a`:        "http://a.vn",
		`<a href="java&#10;script:alert(1)">a</a>`:                      "alert",
		`<img src="data:text/html,<script>">`:                           "data:text",
		`<table background="http://a.vn/x"><tr><td>a</table>`:           "http://a.vn",
		`<form action=/x><input name=a></form>`:                         "<form",
		`<META HTTP-EQUIV=refresh CONTENT="0;url=http://a.vn">`:         "a.vn",
		`<template><img src=http://a.vn/x></template>`:                  "a.vn",
		`<math><annotation-xml encoding="text/html"><script>x</script>`: "script",
		`<noscript><p title="</noscript><img src=x onerror=alert(1)>">`: "onerror=alert",
	} {
		if out := harmless(t, page); strings.Contains(elements(out), gone) || strings.Contains(out, "<"+gone) {
			t.Errorf("%s: %s", page, out)
		}
	}
	for page, kept := range map[string]string{
		`<p style="color:red">a</p>`:                     `<p style="color:red">a</p>`,
		`<img src="data:image/png;base64,AA" alt="b">`:   `<img src="data:image/png;base64,AA" alt="b"/>`,
		`<form><p>a</p><b>c</b></form>`:                  `<p>a</p><b>c</b>`,
		`<table><tr><td colspan="2">a</td></tr></table>`: `<td colspan="2">a</td>`,
	} {
		if out := harmless(t, page); !strings.Contains(out, kept) {
			t.Errorf("%s: %s", page, out)
		}
	}
}

func TestBounds(t *testing.T) {
	long := bytes.Repeat([]byte("<p>chữ</p>"), MaxBytes/8)
	out, cut, err := Harmless(long)
	if err != nil || !cut || len(out) > 2*MaxBytes {
		t.Errorf("%d bytes, cut %v, %v", len(out), cut, err)
	}
	deep := strings.Repeat("<div>", 400) + "sâu"
	if out := harmless(t, deep); strings.Count(out, "<div") > maxDepth+2 {
		t.Errorf("%d deep", strings.Count(out, "<div"))
	}
	if _, _, err := Harmless([]byte(strings.Repeat("<div>", 2000))); err == nil {
		t.Error("2,000 elements deep is read")
	}
	if _, cut, _ := Harmless([]byte("<p>ngắn")); cut {
		t.Error("a short page is cut")
	}
}

func FuzzHarmless(f *testing.F) {
	raw, err := os.ReadFile("../testdata/hostile.html")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Add([]byte(`<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">`))
	f.Fuzz(func(t *testing.T, page []byte) {
		out, _, err := Harmless(page)
		if err != nil {
			return
		}
		doc, err := html.Parse(bytes.NewReader(out))
		if err != nil {
			return
		}
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode && n.Data == "script" {
				t.Fatalf("a script in %q", out)
			}
		}
	})
}
