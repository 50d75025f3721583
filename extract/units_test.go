package extract

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin"
)

// TestLanguage tells Vietnamese by its letters, else what the page says of itself.
func TestLanguage(t *testing.T) {
	for _, c := range []struct{ body, declared, want string }{
		{"đi đâu đi đâu đi đâu", "", "vi"},
		{"mệt lắm rồi mệt lắm rồi", "", "vi"},
		{"đã đã đã đã đã", "", "vi"},
		{"cà nà là bà mà", "", ""},
		{"“one” “two” “three” “four” five", "en", "en"},
		{"one two three", "en-US", "en"},
		{"one two three", "EN", "en"},
		{"one two three", "vi", ""},
		{"one two three", "english", ""},
		{"one two three", "", ""},
		{"đi", "en", ""},
		{strings.Repeat("one two ", 1000) + strings.Repeat("đi đâu ", 2000), "en", "en"},
	} {
		if got := language(c.body, c.declared); got != c.want {
			t.Errorf("%.40q, %q: %q, want %q", c.body, c.declared, got, c.want)
		}
	}
}

// TestEvidence holds the rule and the place that are given for each piece.
func TestEvidence(t *testing.T) {
	const page = `<div id="noi-dung"><div class="c d">{T}{W}<p class="sapo">{S}</p>{A}<div><div><div><div><div>{B}</div></div></div></div></div><p>Chia sẻ</p></div></div>`
	const pointed = `url=https://cho.example/a.html <div class="dau-bai">Chợ huyện mở phiên đêm</div><div class="mo-dau">{S}</div><div class="phan">{A}{B}</div>`
	for written, want := range map[string]string{
		page: `Chợ huyện mở: title, headline: mark-up and metadata agree, div#noi-dung > div.c > h1
S: lead, lead by name, heading or description, div#noi-dung > div.c > p.sapo
Phiên chợ đêm: body, densest text, div#noi-dung > div.c > p
Bà Lữ Thị: body, densest text, div > div > div > div > div > p
Trang chủ Đời: , outside the body, html > body > nav
05/03/2021 07:15: date, line before the body, div#noi-dung > div.c > p.date
Chia sẻ: , furniture line, div#noi-dung > div.c > p
Giấy phép số: , outside the body, html > body > footer > p`,
		pointed: `Chợ huyện mở: title, profile: title, html > body > div.dau-bai
S: lead, profile: lead, html > body > div.mo-dau
Phiên chợ đêm: body, profile: body, html > body > div.phan > p
Bà Lữ Thị: body, profile: body, html > body > div.phan > p
Trang chủ Đời: , outside the body, html > body > nav
Giấy phép số: , outside the body, html > body > footer > p`,
	} {
		a, err := withProfiles(t).Explain(smallPage(written))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, pieces := range [][]boctin.Trace{a.Evidence.Kept, a.Evidence.Cut} {
			for _, p := range pieces {
				got = append(got, opening(p.Text)+": "+p.Role+", "+p.Rule+", "+p.Node)
			}
		}
		if all := strings.Join(got, "\n"); all != want {
			t.Errorf("%s\n got\n%s\nwant\n%s", written, all, want)
		}
	}
}

// TestSource holds when a page was fetched and by what an article is known.
func TestSource(t *testing.T) {
	x := New(nil)
	page := smallPage(`{T}{W}{A}{B}`)
	a, err := x.Article(page)
	if err != nil || a.Source.Fetched != "" || a.ID != a.Source.SHA256[:32] {
		t.Errorf("%q %q %v", a.ID, a.Source.Fetched, err)
	}
	page.URL, page.Fetched = "https://a.example/x", time.Date(2021, 3, 5, 7, 15, 0, 0, time.FixedZone("", 7*3600))
	b, err := x.Article(page)
	if err != nil || b.Source.Fetched != "2021-03-05T00:15:00Z" || b.ID == a.ID || len(b.ID) != 32 {
		t.Errorf("%q %q %v", b.ID, b.Source.Fetched, err)
	}
	if c, err := x.Article(smallPage(`{T}`)); err == nil || c.ID != c.Source.SHA256[:32] {
		t.Errorf("a page that is refused: %q, %v", c.ID, err)
	}
	if host("http://a.example:x") != "" || host("a.html") != "" || host("https://www.a.example/x") != "a.example" {
		t.Error("hosts are not told")
	}
}

// TestSavedDay holds that a month says nothing beside the day of an address.
func TestSavedDay(t *testing.T) {
	const text = "Chợ huyện mở phiên đêm\n\nPhiên chợ đêm đầu tiên của huyện họp từ sáu giờ tối trên bãi đất trống cạnh bến xe.\n"
	for _, c := range []struct{ url, head, want string }{
		{"https://a.example/2021/03/05/x.html", "Date: 2021-03\n", ""},
		{"https://a.example/2021/03/05/x.html", "Date: 2021-03-06\n", "2021-03-06"},
		{"https://a.example/x.html", "Date: 2021-03\n", "2021-03"},
	} {
		a, err := New(nil).Article(&boctin.Page{URL: c.url, Format: boctin.FormatText, Body: []byte(c.head + text)})
		var got []string
		for _, s := range a.Stamps {
			got = append(got, s.Text)
		}
		if all := strings.Join(got, ", "); err != nil || all != c.want {
			t.Errorf("%s, %q: %q, %v, want %q", c.url, c.head, all, err, c.want)
		}
	}
	limits := DefaultLimits()
	limits.Bytes = len(text) - 1
	var large *LimitError
	if _, err := New(nil).WithLimits(limits).Article(&boctin.Page{Format: boctin.FormatText, Body: []byte(text)}); !errors.As(err, &large) {
		t.Errorf("a text over the limit: %v", err)
	}
}
