package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/sites"
)

// pieces are what stands for letters in small pages beside {T}, {W} and {A} to {D}: a sentence of
// twelve words, a line of 75 words without an end, the head of a page with a title, pictures.
var pieces = strings.NewReplacer(
	"{S}", "Bà con ai cũng mừng và mong chợ họp đều mỗi tuần.",
	"{L}", "Bà con"+strings.Repeat(" ai cũng mừng và mong chợ họp đều", 9)+" ở",
	"{H}", `<html lang="vi"><head><meta charset="utf-8"><title>Chợ huyện mở phiên đêm</title>`,
	"{I}", `<img src="a.jpg">`,
)

// smallPage is a page by what is written of it: behind "url=…" and a blank its address, behind
// "text:" a saved text; without a <body> it gets the head, menu and foot of TestRows.
func smallPage(written string) *boctin.Page {
	page := &boctin.Page{Path: "a.html"}
	if rest, ok := strings.CutPrefix(written, "url="); ok {
		page.URL, written, _ = strings.Cut(rest, " ")
	}
	if text, ok := strings.CutPrefix(written, "text:"); ok {
		page.Format, page.Body = boctin.FormatText, []byte(pieces.Replace(text))
		return page
	}
	html := paragraphs.Replace(pieces.Replace(written))
	if !strings.Contains(html, "<body>") {
		html = pieces.Replace("{H}") + `</head><body><nav><a href="/a">Trang chủ</a> <a href="/b">Đời sống</a></nav>` + html + `<footer><p>Giấy phép số 31/GP-TTĐT</p></footer></body></html>`
	}
	page.Body = []byte(html)
	return page
}

// opening gives the letter of a paragraph, or its first three words.
func opening(p string) string {
	for _, letter := range []string{"A", "B", "C", "D"} {
		if paragraphs.Replace("{"+letter+"}") == "<p>"+p+"</p>" {
			return letter
		}
	}
	for _, letter := range []string{"S", "L"} {
		if pieces.Replace("{"+letter+"}") == p {
			return letter
		}
	}
	words := strings.Fields(p)
	return strings.Join(words[:min(3, len(words))], " ")
}

// said is what is read from a small page: how its paragraphs begin, then the fields that are
// not empty, the title where it is not that of the other pages.
func said(x *Extractor, written string) string {
	a, err := x.Article(smallPage(written))
	if err != nil {
		return err.Error()
	}
	var body, leads, pictures, times []string
	for p := range strings.SplitSeq(a.Body, "\n\n") {
		body = append(body, opening(p))
	}
	for p := range strings.SplitSeq(a.Lead, "\n\n") {
		leads = append(leads, opening(p))
	}
	for _, i := range a.Images {
		if strings.Count(i.Caption, " ") > 20 {
			i.Caption = opening(i.Caption)
		}
		pictures = append(pictures, strings.TrimRight(strings.Join([]string{i.Src, i.Caption, i.Credit}, "/"), "/"))
	}
	for _, s := range a.Stamps {
		times = append(times, s.Text+map[bool]string{true: "*"}[s.Modified]+map[boctin.Origin]string{boctin.FromText: " in the text", boctin.FromURL: " in the address"}[s.From]+map[bool]string{true: " month first"}[s.MonthFirst])
	}
	switch a.Title {
	case "Chợ huyện mở phiên đêm":
		a.Title = ""
	case "":
		a.Title = "none"
	}
	out := []string{strings.Join(body, ", ")}
	for _, field := range [][2]string{
		{"title", a.Title}, {"lead", strings.Join(leads, ", ")}, {"by", strings.Join(a.Authors, ", ")},
		{"source", a.Credit}, {"time", strings.Join(times, ", ")}, {"picture", strings.Join(pictures, ", ")}, {"section", a.Section}, {"tags", strings.Join(a.Tags, ", ")},
		{"url", a.URL}, {"site", a.Site}, {"claimed", strings.TrimPrefix(fmt.Sprint(a.Source.Claimed), "false")}, {"language", strings.TrimPrefix(a.Language, "vi")},
	} {
		if field[1] != "" {
			out = append(out, field[0]+" "+field[1])
		}
	}
	return strings.Join(out, "; ")
}

// hold compares what is read from small pages with what is wanted.
func hold(t *testing.T, x *Extractor, pages map[string]string) {
	t.Helper()
	for written, want := range pages {
		if got := said(x, written); got != want {
			t.Errorf("%s\n got %s\nwant %s", written, got, want)
		}
	}
}

// withProfiles reads pages of the sites of testdata/profiles.
func withProfiles(t *testing.T) *Extractor {
	t.Helper()
	s, err := sites.Load(os.DirFS("testdata/profiles"))
	if err != nil {
		t.Fatal(err)
	}
	return New(s)
}
